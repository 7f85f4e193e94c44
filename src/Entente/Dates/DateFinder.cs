using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Dates;

/// <summary>Finds the dates of sentences by the rules of <c>date-rules.tsv</c>: at each word the longest match, then on behind it.</summary>
internal sealed class DateFinder
{
    private static readonly Lazy<DateFinder> SharedFrench = new(() => new DateFinder(LexiconFile.Load("fr/date-rules.tsv"), new DateWords(LexiconFile.Load("fr/date-words.tsv"))));

    // For the number of a word the rules that it may begin; for figures those that figures may begin.
    private readonly Candidates?[] byWord;
    private readonly Candidates byFigures = new();

    public DateFinder(LexiconFile file, DateWords words)
    {
        Words = words;
        var openings = new Dictionary<int, Candidates>();
        var last = -1;
        foreach (var row in file.Rows)
        {
            var rule = new DateRule(row, words);
            if (rule.Pattern.Opening.Figures is { } afterFigures)
            {
                byFigures.Add(rule, afterFigures);
            }

            foreach (var (word, after) in rule.Pattern.Opening.ByWord)
            {
                if (!openings.TryGetValue(word, out var candidates))
                {
                    openings.Add(word, candidates = new Candidates());
                }

                candidates.Add(rule, after);
                last = Math.Max(last, word);
            }
        }

        byWord = new Candidates?[last + 1];
        foreach (var (word, candidates) in openings)
        {
            byWord[word] = candidates;
        }
    }

    public static DateFinder French => SharedFrench.Value;

    public DateWords Words { get; }

    /// <summary>Adds the dates among the tokens from <paramref name="first"/> to <paramref name="end"/>, in order, without overlap.</summary>
    public void Find(string raw, TokenList tokens, int first, int end, List<DateExpression> found)
    {
        for (var at = first; at < end;)
        {
            var longest = FindAt(raw, tokens, first, at, end, withContext: false);
            if (longest is null)
            {
                at++;
                continue;
            }

            // « le 21, jeudi »: a match from 21 on that asks for « le » before it began there too, and is longer than « le 21 ».
            if (at + 1 < end && FindAt(raw, tokens, at, at + 1, end, withContext: true) is { } inner && inner.First + inner.Count > at + longest.Count)
            {
                longest = inner;
            }

            if (!longest.IsNone && !IsName(tokens, longest, first, end))
            {
                found.Add(longest);
            }

            at = longest.First + longest.Count;
        }
    }

    /// <summary><c>la médaille « 3 mai »</c>, <c>l'usine "1er Mai"</c>: a day without a year that stands alone between quotation marks is the name of something.</summary>
    private static bool IsName(TokenList tokens, DateExpression date, int first, int end)
    {
        var next = date.First + date.Count;
        return date.First > first && next < end && date is { IsRange: false, Start: { Year: 0, Month: > 0, Day: > 0 } } && WordSets.French.Has("opening-quote", tokens[date.First - 1].Folded) && WordSets.French.Has("closing-quote", tokens[next].Folded);
    }

    private DateExpression? FindAt(string raw, TokenList tokens, int first, int at, int end, bool withContext)
    {
        ref readonly var token = ref tokens[at];
        var candidates = token.Kind == TokenKind.Number ? byFigures : (uint)token.Id < (uint)byWord.Length ? byWord[token.Id] : null;
        if (candidates is null || !(at + 1 < end ? candidates.Second.Takes(tokens[at + 1], Words) : candidates.Second.IsOpen))
        {
            return null;
        }

        DateExpression? longest = null;
        for (var i = 0; i < candidates.Rules.Count; i++)
        {
            var (rule, second) = (candidates.Rules[i], candidates.Seconds[i]);
            var fits = at + 1 < end ? second.Takes(tokens[at + 1], Words) : second.IsOpen;
            if (fits && (rule.HasContext || !withContext) && rule.Match(raw, tokens, first, at, end) is { } found && (longest is null || found.Count > longest.Count))
            {
                longest = found;
            }
        }

        return longest;
    }

    /// <summary>The rules that a word may begin, in order, each with what may follow it then; and what may follow it in any of them.</summary>
    private sealed class Candidates
    {
        public List<DateRule> Rules { get; } = [];

        public List<DatePlace> Seconds { get; } = [];

        public DatePlace Second { get; } = new();

        public void Add(DateRule rule, DatePlace second)
        {
            Rules.Add(rule);
            Seconds.Add(second);
            Second.Add(second);
        }
    }
}
