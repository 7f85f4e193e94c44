using System.Globalization;
using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Dates;

/// <summary>A class of words in patterns of dates; <see cref="DateWords"/> knows which words are in it.</summary>
internal enum DateClass : byte
{
    Month,
    MonthAbbr,
    Weekday,
    WeekdayAbbr,
    WeekdayShort,
    Weekdays,
    Number,
    Nth,
    Unit,
    Direction,
    Relative,
    LastDay,
    Part,
    Edge,
    Season,
    Origin,
    Stop,
    Future,
    NotFuture,
    Past,
    Joining,
    Cleft,
    Participle,
    Held,
    Auxiliary,
    Determiner,
    Planned,
    Edition,
    Bound,
    Occasion,
    Purpose,
    Infinitive,
    Same,
    YearNamed,
    YearTold,
    Dating,
    PlanNoun,
    Marking,
    Vague,
    Stay,
    Encounter,
    Since,
    Imminent,
    Within,
    Wish,
    That,
    Seeing,
    Anniversary,
    YearsOld,
    Of,
    Ahead,
    Founding,
    Ere,
    Doing,
    Perfect,
    Eve,

    // Classes of numbers, known by their figures.
    Day,
    Figures,
    DayTh,
    Rank,
    Year,
    AnyYear,
    Yy,
    ShortYear,
    N,
    Decimal,
    Numeric,
}

/// <summary>The words of dates (<c>date-words.tsv</c>) by class.</summary>
internal sealed class DateWords
{
    private readonly PhraseMatcher<int>[] classes;
    private readonly List<RelativeDate> relatives = [];
    private readonly List<(string Folded, int Month)> longMonths = [];

    public DateWords(LexiconFile file)
    {
        var builders = Enum.GetValues<DateClass>().Select(_ => new PhraseMatcher<int>.Builder()).ToArray();
        foreach (var row in file.Rows)
        {
            var kind = row.Enum<DateClass>("class");
            var word = row.Required("word");
            builders[(int)kind].Add(word, Value(kind, row), Condition(kind));
            if (kind == DateClass.Month && word.Length >= 5)
            {
                longMonths.Add((Folding.Fold(word), row.Integer("value")));
            }
        }

        classes = [.. builders.Select(b => b.Build())];
    }

    public RelativeDate Relative(int index) => relatives[index];

    public bool TryMatch(DateClass kind, TokenList tokens, int at, int end, out PhraseMatch<int> match) =>
        classes[(int)kind].TryMatchAt(tokens, at, end, out match);

    public bool Has(DateClass kind, TokenList tokens, int at) => classes[(int)kind].TryMatchAt(tokens, at, at + 1, out _);

    /// <summary>Numbers of the words that may begin a phrase of a class.</summary>
    public IEnumerable<int> FirstWords(DateClass kind) => classes[(int)kind].FirstWords;

    /// <summary>Whether a word that begins a phrase of a class is one by itself, and what may follow it within one.</summary>
    public (bool IsPhrase, IReadOnlyList<int> Followers) Opening(DateClass kind, int word) => classes[(int)kind].Opening(word);

    /// <summary>The month that a misspelled name must be (<c>févier</c>): one slip in five letters or more, the first letter right; 0 if it is none.</summary>
    public int MisspelledMonth(in Token token) =>
        token.Kind != TokenKind.Word || token.Length < 5 ? 0
            : token.Form.MisspelledMonth is >= 0 and var known ? known
            : token.Form.MisspelledMonth = MisspelledMonth(token.Folded);

    private int MisspelledMonth(string folded)
    {
        foreach (var (name, month) in longMonths)
        {
            if (folded[0] == name[0] && IsOneSlip(folded, name))
            {
                return month;
            }
        }

        return 0;
    }

    private int Value(DateClass kind, LexiconRow row)
    {
        switch (kind)
        {
            case DateClass.Unit:
                return (int)row.Enum<DateUnit>("value");
            case DateClass.Relative or DateClass.LastDay or DateClass.YearNamed or DateClass.YearTold:
                var parts = row.Required("value").Split(' ');
                if (parts.Length != 3 || !Enum.TryParse<DateAnchor>(parts[0], true, out var anchor) || !Enum.TryParse<DateUnit>(parts[1], true, out var unit)
                    || !int.TryParse(parts[2], CultureInfo.InvariantCulture, out var offset))
                {
                    throw row.Error($"'{row["value"]}' is not an anchor, a unit and an offset");
                }

                relatives.Add(new RelativeDate(anchor, unit, offset));
                return relatives.Count - 1;
            default:
                return row.Integer("value");
        }
    }

    // « a » is a verb, « à » is none; « ven » is a day, « Ven » may be a name.
    private static PhraseCondition Condition(DateClass kind) => kind switch
    {
        DateClass.Past => PhraseCondition.Diacritics,
        DateClass.WeekdayShort => PhraseCondition.Exact,
        _ => PhraseCondition.None,
    };

    // One letter left out, put in or changed, or two neighbours swapped.
    private static bool IsOneSlip(string word, string name)
    {
        if (Math.Abs(word.Length - name.Length) > 1)
        {
            return false;
        }

        var same = 0;
        while (same < word.Length && same < name.Length && word[same] == name[same])
        {
            same++;
        }

        var w = word.AsSpan(same);
        var n = name.AsSpan(same);
        return w.SequenceEqual(n)
            || (w.Length > n.Length ? w[1..].SequenceEqual(n)
                : w.Length < n.Length ? w.SequenceEqual(n[1..])
                : w[1..].SequenceEqual(n[1..]) || (w.Length >= 2 && w[0] == n[1] && w[1] == n[0] && w[2..].SequenceEqual(n[2..])));
    }
}
