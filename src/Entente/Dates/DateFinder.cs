using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Dates;

/// <summary>Finds the dates of sentences by the rules of <c>date-rules.tsv</c>: at each word the longest match, then on behind it.</summary>
internal sealed class DateFinder
{
    private static readonly Lazy<DateFinder> SharedFrench = new(() => new DateFinder(LexiconFile.Load("fr/date-rules.tsv"), new DateWords(LexiconFile.Load("fr/date-words.tsv"))));

    private readonly DateRule[] rules;

    // For the number of a word the rules that it may begin, in order; for figures those that figures may begin.
    private readonly DateRule[]?[] byWord;
    private readonly DateRule[] byFigures;

    public DateFinder(LexiconFile file, DateWords words)
    {
        Words = words;
        rules = [.. file.Rows.Select(row => new DateRule(row, words))];
        byFigures = [.. rules.Where(r => r.Pattern.StartsWithFigures || r.Pattern.FirstWords.Count == 0)];
        byWord = new DateRule[]?[rules.SelectMany(r => r.Pattern.FirstWords).DefaultIfEmpty(-1).Max() + 1];
        foreach (var group in rules.SelectMany(r => r.Pattern.FirstWords.Select(word => (word, r))).GroupBy(pair => pair.word, pair => pair.r))
        {
            byWord[group.Key] = [.. group];
        }
    }

    public static DateFinder French => SharedFrench.Value;

    public DateWords Words { get; }

    /// <summary>Adds the dates among the tokens from <paramref name="first"/> to <paramref name="end"/>, in order, without overlap.</summary>
    public void Find(string raw, IReadOnlyList<Token> tokens, int first, int end, List<DateExpression> found)
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

    private DateExpression? FindAt(string raw, IReadOnlyList<Token> tokens, int first, int at, int end, bool withContext)
    {
        var token = tokens[at];
        var candidates = token.Kind == TokenKind.Number ? byFigures : (uint)token.Id < (uint)byWord.Length ? byWord[token.Id] : null;
        DateExpression? longest = null;
        foreach (var rule in candidates ?? [])
        {
            if ((rule.HasContext || !withContext) && rule.Match(raw, tokens, first, at, end) is { } found && (longest is null || found.Count > longest.Count))
            {
                longest = found;
            }
        }

        return longest;
    }
}
