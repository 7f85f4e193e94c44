namespace Entente.Dates;

/// <summary>
/// Finds the year of a day and month that names its weekday, in an article without a date: the one year in which the weekday is
/// right and which the other years of the text allow (what it tells as past lies before, what it announces lies after).
/// </summary>
/// <param name="today">Nothing was written after it.</param>
internal sealed class YearFinder(DateOnly today)
{
    // The weekday is right in every fifth or sixth year; without a bound nearer than that no year is the only one.
    private const int Earliest = 1990;
    private const int Latest = 2060;

    /// <summary>Years behind the last that an article names, after which it was hardly written.</summary>
    private const int Far = 3;

    private readonly HashSet<int> named = [];
    private readonly HashSet<int> planned = [];
    private int notBefore = Earliest;

    // The last year of which the text says that something was done in it.
    private int done;
    private int notAfter = Math.Min(Latest, today.Year);

    /// <summary>The article's year, where the text tells it by another; else 0.</summary>
    public int Known { get; set; }

    /// <summary>The year in which the article says that it is written, and which nothing that it tells contradicts; else 0.</summary>
    public int Present { get; private set; }

    /// <summary>Notes the first year of a plan: it was made then or the year before.</summary>
    public void AddPlanned(int year) => planned.Add(year);

    /// <summary>Notes a year that the text names: whether it tells it as something to come, and whether it ends a pair in brackets, as that of an anniversary does.</summary>
    /// <param name="year">The year; 0 for none.</param>
    /// <param name="future">What is told of it is to come.</param>
    /// <param name="pair">It ends a pair in brackets.</param>
    /// <param name="isDone">Something was done in it (<c>établi en 2013</c>), and it doesn't merely belong to something (<c>le plan de 2013</c>).</param>
    public void Add(int year, bool future, bool pair, bool isDone = false)
    {
        if (year is < Earliest or > Latest)
        {
            return;
        }

        if (future || pair)
        {
            named.Add(year);
        }

        if (future)
        {
            notAfter = Math.Min(notAfter, year);
        }
        else
        {
            notBefore = Math.Max(notBefore, year);
            done = isDone ? Math.Max(done, year) : done;
        }
    }

    /// <summary>Whether the article may be of a year, after all that it names.</summary>
    public bool Allows(int year) => year >= notBefore && year <= notAfter;

    /// <summary>Notes the year in which the article says that it is written.</summary>
    public void AddPresent(int year)
    {
        if (year is >= Earliest and <= Latest)
        {
            (notBefore, notAfter) = (Math.Max(notBefore, year), Math.Min(notAfter, year));
            Present = notBefore == notAfter ? year : 0;
        }
    }

    /// <summary>Notes a year that the name of an event has: it need not be the article's, but tells which of several it may be.</summary>
    public void AddNamed(int year)
    {
        if (year is >= Earliest and <= Latest)
        {
            named.Add(year);
        }
    }

    /// <summary>Whether the text tells something of a later year as past: what was in <paramref name="year"/> is background then.</summary>
    public bool NamesLater(int year) => year > 0 && notBefore > Math.Max(year, Earliest);

    /// <summary>The only day of a stretch in a year that is not known that may have been such a weekday; null when there are none or several.</summary>
    public PartialDate? SettleWithin(PartialDate first, PartialDate last, DayOfWeek weekday)
    {
        const int Longest = 7;
        var days = new List<PartialDate>();
        var count = 0;
        for (var day = first; day.Day > 0 && count < Longest; day = day == last ? default : DateCalendar.ShiftInOpenYear(day, 1), count++)
        {
            days.AddRange(DateCalendar.YearsOf(day.Month, day.Day, weekday, notBefore, notAfter).Select(year => day with { Year = year }));
        }

        return days is [var only] ? only : null;
    }

    /// <summary>The year, or 0 when none or several are possible.</summary>
    public int Settle(PartialDate day, DayOfWeek weekday)
    {
        if (day.Day == 0)
        {
            return 0;
        }

        var possible = DateCalendar.YearsOf(day.Month, day.Day, weekday, Earliest, Latest).ToList();
        var within = possible.FindAll(y => y >= notBefore && y <= notAfter);
        if (within.Count == 1)
        {
            // "mardi 25 novembre … le plan de 2015": where nothing tells a later year as to come, the year right before the last that is named fits as well as one far behind it.
            return done < notBefore && notAfter == Math.Min(Latest, today.Year) && within[0] - notBefore >= Far && possible.Contains(notBefore - 1) ? 0 : within[0];
        }

        // An anniversary or a plan of the same year names it: « (22 décembre 1944 - 22 décembre 2009) ».
        var latest = possible.FindAll(y => named.Contains(y) && y >= notBefore);
        if (latest.Count == 1)
        {
            return latest[0];
        }

        // « Ils ont signé mercredi 19 novembre le plan pour 2026 »
        var near = within.FindAll(y => planned.Contains(y) || planned.Contains(y + 1));
        return planned.Count == 1 && near.Count == 1 ? near[0] : 0;
    }
}
