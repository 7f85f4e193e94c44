using Entente.Dates;
using Entente.Lexicons;

namespace Entente.Texts.Layout;

/// <summary>
/// Reads a line that says when a page was put up and nothing else: <c>Vendredi, 30/11/2018 16:47</c>, <c>21-04-2016 | 09:30 GMT+7</c>,
/// <c>Publié le : 12/09/2023 08:33</c>, <c>Mardi 15 octobre 2019 - 10:03</c>, <c>Vietnam+ (VNA) 15 octobre 2019 10:03</c>.
/// </summary>
internal sealed class PublicationLine(SectionCues cues, AgencyNames agencies, LexiconFile dateWords)
{
    private const int Longest = 60;

    private readonly Dictionary<string, int> months = Words(dateWords, "month").Concat(Words(dateWords, "monthabbr")).ToDictionary(w => w.Word, w => w.Value, StringComparer.Ordinal);
    private readonly HashSet<string> weekdays = [.. Words(dateWords, "weekday").Select(w => w.Word)];

    /// <summary>The date, empty if the line is no such line; <paramref name="isBare"/>: it holds neither a time nor a word on putting up.</summary>
    public PartialDate Read(ReadOnlySpan<char> line, out bool isBare)
    {
        isBare = false;
        if (line.Length > Longest || !line.ContainsAnyInRange('0', '9') || line[^1] is '.' or '!' or '?')
        {
            return default;
        }

        var isPublished = cues.IsPublished(line);
        var date = default(PartialDate);
        var (words, times, day, month) = (0, 0, 0, 0);
        var told = isPublished ? line[line.IndexOfAnyInRange('0', '9')..] : line;
        foreach (var range in told.SplitAny(" \u00a0,|()"))
        {
            var part = told[range];
            if (part.IsEmpty || part is "-" or "–" or ":" or "/" or "+" || part.StartsWith("GMT", StringComparison.Ordinal) || agencies.ChainLength(part, out _) == part.Length)
            {
                continue;
            }

            if (IsTime(part))
            {
                times++;
            }
            else if (date.IsEmpty && Day(part) is { IsDay: true } numeric)
            {
                date = numeric;
            }
            else if (date.IsEmpty && Next(part, ref day, ref month) is { } spelled)
            {
                date = spelled;
            }
            else if (!date.IsEmpty && (times > 0 || isPublished))
            {
                // Email, Print, Like 0: what a page offers behind it.
                break;
            }
            else if (!weekdays.Contains(Folding.Fold(part)) && (words++ > 0 || part.ContainsAnyInRange('0', '9')))
            {
                return default;
            }
        }

        isBare = times == 0 && !isPublished;
        return times == 1 || isPublished || (isBare && words == 0) ? date : default;
    }

    /// <summary>The day behind the name of the paper that a page was taken over from, which is said twice or told as a paper's: <c>Báo Nghệ AnBáo Nghệ An12/10/2024</c>; empty if the line is no such line.</summary>
    public PartialDate OfPaper(ReadOnlySpan<char> line)
    {
        const int Figures = 10;
        if (line.Length <= Figures || Day(line[^Figures..]) is not { IsDay: true } day)
        {
            return default;
        }

        var name = line[..^Figures].Trim(" \u00a0");
        var half = name.Length / 2;
        var isTwice = half > 1 && name[..half].Trim(" \u00a0").SequenceEqual(name[half..].Trim(" \u00a0"));
        return isTwice || cues.IsPaper(name) ? day : default;
    }

    private static IEnumerable<(string Word, int Value)> Words(LexiconFile file, string kind) =>
        from row in file.Rows where row["class"] == kind select (Folding.Fold(row.Required("word")), row.Integer("value"));

    // 15 octobre 2019, a part at a time: an empty date until the year has come; null for what is no part of one.
    private PartialDate? Next(ReadOnlySpan<char> part, ref int day, ref int month)
    {
        if (day == 0)
        {
            var figures = part.EndsWith("er") ? part[..^2] : part;
            return figures.Length <= 2 && NumericDate.TryParse(figures, out day) && day is >= 1 and <= 31 ? default(PartialDate) : null;
        }

        if (month == 0)
        {
            return months.TryGetValue(Folding.Fold(part.TrimEnd('.')), out month) ? default(PartialDate) : null;
        }

        return part.Length == 4 && NumericDate.TryParse(part, out var year) && IsPossible(year, month, day) ? new PartialDate(year, month, day) : null;
    }

    // The colon stands right behind the nine; 10h03.
    private static bool IsTime(ReadOnlySpan<char> part) =>
        part.Length is 4 or 5 or 8 && (part.Contains(':') && !part.ContainsAnyExceptInRange('0', ':') || part.Count('h') == 1 && part.IndexOf('h') is 1 or 2 && !part[(part.IndexOf('h') + 1)..].ContainsAnyExceptInRange('0', '9'));

    // 30/11/2018, 30-11-2018, 30.11.2018, 2018-11-30.
    private static PartialDate Day(ReadOnlySpan<char> part)
    {
        Span<int> numbers = stackalloc int[3];
        var count = 0;
        foreach (var range in part.SplitAny("/-."))
        {
            if (count == numbers.Length || !NumericDate.TryParse(part[range], out numbers[count++]))
            {
                return default;
            }
        }

        var (year, month, day) = numbers[0] > 31 ? (numbers[0], numbers[1], numbers[2]) : (numbers[2], numbers[1], numbers[0]);
        return count == numbers.Length && IsPossible(year, month, day) ? new PartialDate(year, month, day) : default;
    }

    private static bool IsPossible(int year, int month, int day) => year is >= 1990 and <= 2100 && PartialDate.IsValid(year, month, day);
}
