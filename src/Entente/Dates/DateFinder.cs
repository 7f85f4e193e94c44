using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Dates;

/// <summary>Finds the dates of sentences by the rules of <c>date-rules.tsv</c>: at each word the longest match, then on behind it.</summary>
internal sealed class DateFinder
{
    private static readonly Lazy<DateFinder> SharedFrench = new(() => new DateFinder(LexiconFile.Load("fr/date-rules.tsv"), new DateWords(LexiconFile.Load("fr/date-words.tsv"))));

    // For the number of a word the rules that it may begin; for figures those that figures may begin.
    private readonly Candidates?[] byWord;
    private readonly Candidates byFigures;

    public DateFinder(LexiconFile file, DateWords words)
    {
        Words = words;
        DateRule[] rules = [.. file.Rows.Select(row => new DateRule(row, words))];
        byFigures = new Candidates([.. rules.Where(r => r.Pattern.Opening.First.TakesFigures)]);
        byWord = new Candidates?[rules.SelectMany(r => r.Pattern.Opening.First.Words).DefaultIfEmpty(-1).Max() + 1];

        // Words of one class begin the same rules.
        var shared = new Dictionary<string, Candidates>(StringComparer.Ordinal);
        foreach (var group in rules.SelectMany((rule, index) => rule.Pattern.Opening.First.Words.Select(word => (word, rule, index))).GroupBy(c => c.word))
        {
            var key = string.Join(' ', group.Select(c => c.index));
            if (!shared.TryGetValue(key, out var candidates))
            {
                shared.Add(key, candidates = new Candidates([.. group.Select(c => c.rule)]));
            }

            byWord[group.Key] = candidates;
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

            if (!longest.IsNone)
            {
                found.Add(longest);
            }

            at = longest.First + longest.Count;
        }
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
        foreach (var rule in candidates.Rules)
        {
            var second = rule.Pattern.Opening.Second;
            var fits = at + 1 < end ? second.Takes(tokens[at + 1], Words) : second.IsOpen;
            if (fits && (rule.HasContext || !withContext) && rule.Match(raw, tokens, first, at, end) is { } found && (longest is null || found.Count > longest.Count))
            {
                longest = found;
            }
        }

        return longest;
    }

    /// <summary>The rules that a word may begin, in order, and what may stand second in any of them.</summary>
    private sealed class Candidates
    {
        public Candidates(DateRule[] rules)
        {
            Rules = rules;
            foreach (var rule in rules)
            {
                Second.Add(rule.Pattern.Opening.Second);
            }
        }

        public DateRule[] Rules { get; }

        public DateOpening.Place Second { get; } = new(null);
    }
}
