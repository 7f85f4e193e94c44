using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Partners;

/// <summary>What a word of a pattern may be besides a given word.</summary>
internal enum ContextClass : byte
{
    None,
    Any,
    Capital,
    Number,
    Verb,
    State,
    Home,
    Start,
    End,
}

/// <summary>
/// A pattern of neighbouring words, such as <c>rue|avenue de|du|d' la|?</c>: elements in a row, each a set of words and classes,
/// optional with <c>?</c>, turned round with <c>!</c>. Matched without search: every element is one token or none.
/// </summary>
internal sealed class ContextPattern
{
    private readonly Element[] elements;

    private ContextPattern(Element[] elements) => this.elements = elements;

    public static ContextPattern Parse(string pattern, LexiconRow row)
    {
        var parts = pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 0 ? throw row.Error("empty pattern") : new ContextPattern([.. parts.Select(part => Element.Parse(part, row))]);
    }

    /// <summary>The words one of which must stand right before (or after) what the pattern surrounds; null where something else may.</summary>
    public WordIds? Neighbours(bool before) => elements[before ? ^1 : 0] is { IsOptional: false, IsNegated: false, Classes.Length: 0 } nearest ? nearest.Words : null;

    /// <summary>Whether the tokens that end before <paramref name="at"/> match, read leftwards.</summary>
    public bool MatchesBefore(SentenceContext context, int at) => Matches(context, elements.Length - 1, at - 1, -1);

    /// <summary>Whether the tokens from <paramref name="at"/> on match.</summary>
    public bool MatchesAfter(SentenceContext context, int at) => Matches(context, 0, at, 1);

    private bool Matches(SentenceContext context, int element, int at, int step)
    {
        for (; element >= 0 && element < elements.Length; element += step)
        {
            var current = elements[element];
            if (current.IsOptional && Matches(context, element + step, at, step))
            {
                return true;
            }

            if (!current.Accepts(context, at))
            {
                return false;
            }

            at += step;
        }

        return true;
    }

    private sealed record Element(WordIds Words, ContextClass[] Classes, bool IsOptional, bool IsNegated)
    {
        public static Element Parse(string text, LexiconRow row)
        {
            var isOptional = text.EndsWith('?');
            var isNegated = text.StartsWith('!');
            var words = new WordIds();
            var classes = new List<ContextClass>();
            foreach (var part in text.TrimStart('!').TrimEnd('?').Split('|', StringSplitOptions.RemoveEmptyEntries))
            {
                if (part[0] == '<' && part[^1] == '>')
                {
                    classes.Add(Enum.TryParse<ContextClass>(part[1..^1], ignoreCase: true, out var named) ? named : throw row.Error($"no class {part}"));
                }
                else
                {
                    var tokens = Tokenizer.French.TokenizePhrase(part);
                    words.Add(tokens.Count == 1 ? tokens[0].Id : throw row.Error($"'{part}' is {tokens.Count} words; a pattern's element is one"));
                }
            }

            return new Element(words, [.. classes], isOptional, isNegated);
        }

        public bool Accepts(SentenceContext context, int at) => IsNegated != AcceptsPlain(context, at);

        private bool AcceptsPlain(SentenceContext context, int at)
        {
            if (at < context.First || at >= context.End)
            {
                return Array.IndexOf(Classes, at < context.First ? ContextClass.Start : ContextClass.End) >= 0;
            }

            if (Words.Contains(context.Tokens[at].Id))
            {
                return true;
            }

            foreach (var named in Classes)
            {
                if (context.Is(at, named))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
