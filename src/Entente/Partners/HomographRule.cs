using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Partners;

/// <summary>What a country word is taken for.</summary>
internal enum MentionReading : byte
{
    /// <summary>No mention at all.</summary>
    None,

    /// <summary>A venue.</summary>
    Place,

    /// <summary>Within the name of something else, still a partner of the article.</summary>
    Inside,

    /// <summary>The partner itself.</summary>
    Party,
}

/// <summary>One row of <c>homograph-rules.tsv</c>: a reading of a country word by its neighbours.</summary>
internal sealed class HomographRule
{
    private readonly MentionKind[] kinds;
    private readonly WordIds? forms;
    private readonly HashSet<string> codes = new(StringComparer.Ordinal);
    private readonly GazetteerTraits traits;
    private readonly bool? isUpper;
    private readonly ContextPattern[] before;
    private readonly ContextPattern[] after;
    private readonly WordIds? near;

    // Where all patterns of a side ask for certain words right beside: a look at the neighbour rules most mentions out.
    private readonly WordIds? wordsBefore;
    private readonly WordIds? wordsAfter;

    public HomographRule(LexiconRow row)
    {
        Name = row.Required("rule");
        Reading = row.Enum<MentionReading>("reading");
        Positives = row.List("yes", '|');
        Negatives = row.List("no", '|');
        kinds = row["kind"] == "any" ? Enum.GetValues<MentionKind>() : [.. row.List("kind", ',').Select(kind => Enum.Parse<MentionKind>(kind, ignoreCase: true))];
        foreach (var condition in row.List("only"))
        {
            switch (condition)
            {
                case "+city": traits |= GazetteerTraits.City; break;
                case "+province": traits |= GazetteerTraits.Province; break;
                case "+language": traits |= GazetteerTraits.Language; break;
                case "+upper": isUpper = true; break;
                case "+lower": isUpper = false; break;
                case ['=', .. var form]: (forms ??= new WordIds()).Add(Id(form)); break;
                case [>= 'A' and <= 'Z', ..]: codes.Add(condition); break;
                default: throw row.Error($"'{condition}' is no condition");
            }
        }

        before = [.. row.List("before").Select(pattern => ContextPattern.Parse(pattern, row))];
        after = [.. row.List("after").Select(pattern => ContextPattern.Parse(pattern, row))];
        foreach (var word in row.List("near"))
        {
            (near ??= new WordIds()).Add(Id(word));
        }

        wordsBefore = Neighbours(before, isBefore: true);
        wordsAfter = Neighbours(after, isBefore: false);
    }

    public string Name { get; }

    public MentionReading Reading { get; }

    /// <summary>Sentences with the mention in brackets that this rule must decide.</summary>
    public IReadOnlyList<string> Positives { get; }

    /// <summary>Sentences with the mention in brackets that this rule must leave alone.</summary>
    public IReadOnlyList<string> Negatives { get; }

    /// <summary>Whether the rule is about mentions of a kind.</summary>
    public bool IsFor(MentionKind kind) => Array.IndexOf(kinds, kind) >= 0;

    /// <summary>Whether the rule, being for its kind, decides a mention.</summary>
    public bool Fits(SentenceContext context, PhraseMatch<GazetteerEntry> match)
    {
        var entry = match.Value;
        if ((wordsBefore is not null && !(match.First > context.First && wordsBefore.Contains(context.Tokens[match.First - 1].Id)))
            || (wordsAfter is not null && !(match.Next < context.End && wordsAfter.Contains(context.Tokens[match.Next].Id))))
        {
            return false;
        }

        if ((entry.Traits & traits) != traits || (forms is not null && match.Count != 1) || (codes.Count > 0 && !NamesOne(entry)))
        {
            return false;
        }

        ref readonly var token = ref context.Tokens[match.First];
        if ((forms is not null && !forms.Contains(token.Id)) || (isUpper is not null && token.IsCapitalized != isUpper))
        {
            return false;
        }

        return (before.Length == 0 || MatchesBefore(context, match.First))
            && (after.Length == 0 || MatchesAfter(context, match.Next))
            && (near is null || context.Holds(near));
    }

    private bool NamesOne(GazetteerEntry entry)
    {
        foreach (var code in entry.Codes)
        {
            if (codes.Contains(code))
            {
                return true;
            }
        }

        return false;
    }

    private bool MatchesBefore(SentenceContext context, int at)
    {
        foreach (var pattern in before)
        {
            if (pattern.MatchesBefore(context, at))
            {
                return true;
            }
        }

        return false;
    }

    private bool MatchesAfter(SentenceContext context, int at)
    {
        foreach (var pattern in after)
        {
            if (pattern.MatchesAfter(context, at))
            {
                return true;
            }
        }

        return false;
    }

    private static WordIds? Neighbours(ContextPattern[] patterns, bool isBefore)
    {
        var all = patterns.Length == 0 ? null : new WordIds();
        foreach (var pattern in patterns)
        {
            if (pattern.Neighbours(isBefore) is not { } words)
            {
                return null;
            }

            all!.UnionWith(words);
        }

        return all;
    }

    private static int Id(string word) => Tokenizer.French.TokenizePhrase(word)[0].Id;
}
