namespace Entente.Dates;

/// <summary>
/// The day that a text goes on from: <c>le même jour</c>, <c>le lendemain</c> count from the day that it told last as its news, and not from
/// one told aside (<c>a reçu lundi X, arrivé la veille. Le même jour</c> is Monday).
/// </summary>
/// <param name="start">The day of the article, or empty.</param>
internal sealed class ToldDays(PartialDate start)
{
    // Sentences after one that tells only since when somebody is somewhere, in which "le même jour" is that day.
    private const int SinceReach = 2;

    private PartialDate news = start;
    private PartialDate earlier;
    private PartialDate here;
    private DateRole hereRole;
    private PartialDate since;
    private PartialDate aside;
    private bool isNewsStretch;
    private bool isHereStretch;
    private bool isTold;
    private bool isNewsTold;
    private int eveAt = -2;
    private DateRole role = DateRole.Aside;
    private int sentence = -1;

    /// <summary>What a date counts from that names no day of its own.</summary>
    /// <param name="date">The date, as the text gives it.</param>
    /// <param name="tense">How its clause tells it.</param>
    /// <param name="at">Index of its sentence.</param>
    /// <param name="isNamed">It says that it counts from a day: <c>le même jour</c>, <c>le lendemain</c>, and not <c>dans l'après-midi</c>.</param>
    public PartialDate Before(DateExpression date, DateTense tense, int at, bool isNamed)
    {
        if (date.IsOfEvent && !news.IsEmpty)
        {
            return Of(news, isNewsStretch, date);
        }

        // "Le général, qui séjourne en Inde du 13 au 17, a été reçu le même jour": the day told before, not that of the stay.
        // « La délégation, arrivée mardi, a parlé de ce qu'elle a vu la veille »: the day before that of the news, and not before she came.
        var isBeforeAside = hereRole == DateRole.Aside && !news.IsEmpty && date.Relative is { Unit: DateUnit.Day, Offset: < 0 };
        if (at == sentence && !here.IsEmpty && !isBeforeAside && !(isHereStretch && !isNewsStretch && isTold && date.Relative is { Unit: DateUnit.Day, Offset: 0 }))
        {
            return Of(here, isHereStretch, date);
        }

        // « La délégation séjourne depuis jeudi en Argentine. Elle a été accueillie le jour même par X »: the day that it came.
        if (isNamed && date.Relative is { Unit: DateUnit.Day, Offset: 0 } && !since.IsEmpty && at <= sentence + SinceReach)
        {
            return since;
        }

        // « X, arrivée mardi à Hanoï, s'est entretenue avec Y. Le lendemain, elle a vu Z »: no day of the news was told, and the one after the article's is to come.
        if (isNamed && tense != DateTense.Future && !isTold && !aside.IsEmpty && date.Relative is { Unit: DateUnit.Day, Offset: > 0 })
        {
            return aside;
        }

        // « X a vu lundi Y. La veille, il avait siégé. Le même jour, il a vu Z »: right behind the eve the past is that of the news again.
        if (isNamed && tense == DateTense.Past && date.Relative is { Unit: DateUnit.Day, Offset: 0 } && isNewsTold && eveAt == at - 1)
        {
            return Of(news, isNewsStretch, date);
        }

        // « Mardi, il avait été reçu par X. Le même jour, il a vu Y »: the day named last; « Dans l'après-midi, il a vu Y » is of the news again.
        return (tense == DateTense.Earlier || isNamed) && date.Relative is { Offset: >= 0 } && !earlier.IsEmpty ? earlier : Of(news, isNewsStretch, date);
    }

    // The day before or after several days is one in their month.
    private static PartialDate Of(PartialDate day, bool isStretch, DateExpression date) => isStretch && date.Relative is { Unit: DateUnit.Day, Offset: not 0 } ? day with { Day = 0 } : day;

    /// <summary><c>s'est entretenu mardi avec X, qui séjourne au Vietnam depuis le 21 juin</c>: of the news only the month is known, and a day told aside is not its day.</summary>
    public void TellOpen(PartialDate month)
    {
        if (news.IsEmpty)
        {
            (news, role, isNewsStretch) = (month, DateRole.Clause, true);
        }
    }

    /// <summary>The only day of its sentence, since which somebody is where he is.</summary>
    public void TellSince(PartialDate day) => since = here == day && role == DateRole.Aside ? day : default;

    /// <param name="day">The day.</param>
    /// <param name="isStretch">It is the first of several.</param>
    /// <param name="how">How its sentence tells it.</param>
    /// <param name="tense">Of its clause.</param>
    /// <param name="at">Index of its sentence.</param>
    /// <param name="isEve">It is counted back from the day told before: <c>la veille</c>.</param>
    public void Tell(PartialDate day, bool isStretch, DateRole how, DateTense tense, int at, bool isEve)
    {
        if (at != sentence)
        {
            (sentence, here, role, since) = (at, default, DateRole.Aside, default);
        }

        if (how != DateRole.Aside || here.IsEmpty)
        {
            (here, hereRole, isHereStretch) = (day, how, isStretch);
        }

        isTold |= how != DateRole.Aside;
        isNewsTold |= how == DateRole.Main && tense != DateTense.Earlier;
        aside = how == DateRole.Aside && !isStretch ? day : aside;
        if (news.IsEmpty)
        {
            (news, role, isNewsStretch) = (day, how, isStretch);
        }
        else if (how == DateRole.Main && tense == DateTense.Earlier)
        {
            (earlier, eveAt) = (day, isEve ? at : eveAt);
        }
        else if (how != DateRole.Aside && how <= role)
        {
            (news, earlier, role, isNewsStretch) = (day, default, how, isStretch);
        }
    }
}
