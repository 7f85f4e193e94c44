using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Dates;

/// <summary>A rule of <c>date-rules.tsv</c>: where its pattern matches between the right words, the text has a date.</summary>
internal sealed class DateRule
{
    private readonly Func<DateParts, DateExpression, DateExpression?> complete;
    private readonly List<TokenList> before;
    private readonly bool needsStop;
    private readonly bool needsPause;
    private readonly bool needsNoOrigin;
    private readonly bool needsLowerCase;
    private readonly DateWords words;

    public DateRule(LexiconRow row, DateWords words)
    {
        Name = row.Required("rule");
        Pattern = new DatePattern(row, words);
        this.words = words;
        before = [.. row.List("before", '|').Select(Tokenizer.French.TokenizePhrase)];
        needsStop = row["after"] switch
        {
            "" or "plain" => false,
            "stop" or "pause" => true,
            var other => throw row.Error($"'{other}' is no condition on what follows"),
        };
        needsPause = row["after"] == "pause";
        needsNoOrigin = row["after"] == "plain";
        needsLowerCase = row["meaning"] == "month";
        complete = DateMeaning.Of(row, words);
    }

    public string Name { get; }

    public DatePattern Pattern { get; }

    /// <summary>Whether certain words must stand before it.</summary>
    public bool HasContext => before.Count > 0;

    /// <summary>The date at token <paramref name="at"/> of a sentence from <paramref name="first"/> to <paramref name="end"/>; null if the rule does not hold.</summary>
    public DateExpression? Match(string raw, TokenList tokens, int first, int at, int end)
    {
        if (!StandsBefore(tokens, first, at))
        {
            return null;
        }

        var stop = Pattern.Match(raw, tokens, at, end, out var parts);
        if (stop == 0 || (needsStop && stop < end && !IsStop(tokens, stop)) || (needsLowerCase && tokens[stop - 1].IsCapitalized)
            || (needsNoOrigin && stop < end && words.Has(DateClass.Origin, tokens, stop)))
        {
            return null;
        }

        return complete(parts, new DateExpression(new TextSpan(tokens[at].Start, tokens[stop - 1].End), at, stop - at, Name, default, default) { Weekday = parts.Weekday, Direction = parts.Direction });
    }

    private bool StandsBefore(TokenList tokens, int first, int at)
    {
        if (before.Count == 0)
        {
            // soixante-deux ans: the second half of a word that a hyphen joins begins no date.
            return at == first || tokens[at].SpaceBefore || tokens[at - 1].Folded != "-" || tokens[at - 1].SpaceBefore;
        }

        // With diacritics: « dès juin » is a date, « des mars » is none.
        foreach (var phrase in before)
        {
            var start = at - phrase.Count;
            var same = start >= first;
            for (var i = 0; same && i < phrase.Count; i++)
            {
                same = tokens[start + i].Id == phrase[i].Id && Folding.SameApostrophes(tokens[start + i].Text, phrase[i].Text, ignoreCase: true);
            }

            if (same)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsStop(TokenList tokens, int at) =>
        tokens[at].Kind == TokenKind.Punctuation
            ? tokens[at].Text is not ("%" or "°" or "/" or "€" or "$") && (tokens[at].Folded != "-" || tokens[at].SpaceBefore)
            : words.TryMatch(DateClass.Stop, tokens, at, at + 1, out var stop) && (!needsPause || stop.Value > 0);
}
