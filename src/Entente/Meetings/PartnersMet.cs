using Entente.Clauses;
using Entente.Partners;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>
/// Whom the article is about, once its meetings are known. Where the headline names no partner, all who were met are its subject: also those whom the
/// opening sentence only counts up (<c>avec les ministres du Japon, de Corée et de Malaisie</c>), and those whose turn comes without a word that announces it.
/// </summary>
internal static class PartnersMet
{
    /// <summary>Partners from which on those who are met are what a report is about, and not the frame in which they were.</summary>
    private const int Several = 2;

    public static ArticleContext Settle(ArticleContext context, IReadOnlyList<Meeting> meetings)
    {
        var main = context.Partners.MainPartners;
        var met = meetings.Where(m => m.Status == MeetingStatus.Held && (!m.IsInferred || IsOfPictureOnly(context, m)) && !IsBesideTalks(context, m, meetings) && !IsOfMembersBeside(context, m, meetings) && (!m.IsMultilateral || IsNews(context, m)) && !(IsInPassing(context, m) && meetings.Any(o => o is { Status: MeetingStatus.Held, IsMultilateral: false } && o.Evidence.Start < m.Evidence.Start && !IsInPassing(context, o))))
            .SelectMany(m => m.Partners).Distinct(StringComparer.Ordinal).ToList();
        if (main.Find(code => IsHeadlinedGathering(context, code)) is { } headlined)
        {
            return context with { Partners = context.Partners with { MainPartners = [headlined] } };
        }

        if (met.Count == 0 || main.Any(code => IsInHeadline(context, code) && !IsOfMembers(context, code)))
        {
            return context;
        }

        // Bodies in whose margin the two met are not what the article is about.
        if (meetings.Where(m => m.Status == MeetingStatus.Held).All(m => m.IsInferred && IsOfPictureOnly(context, m)))
        {
            main = [];
        }

        met.AddRange(RoundOfMeetings.Further(context, meetings, met));

        if (met.Exists(code => !context.IsBody(code)))
        {
            main = [.. main.Where(code => !(context.IsBody(code) && IsOfLostLead(context)) && !IsOnlyTouched(context, code) && !IsOnlyTopic(context, code) && !IsOnlyBlamed(context, code) || IsInHeadline(context, code) || meetings.Any(m => m.Status == MeetingStatus.Held && m.Partners.Contains(code, StringComparer.Ordinal)))];
        }

        if (met.Count >= Several && MainPartners.Frame(context.Text, context.Partners.Mentions) is { } frame)
        {
            main = [.. main.Where(code => met.Contains(code, StringComparer.Ordinal) || context.Actors[frame.Index].Exists(a => a.Country == code && a.Person is not null))];
        }

        return context with { Partners = context.Partners with { MainPartners = [.. main.Union(met, StringComparer.Ordinal)], Partners = [.. context.Partners.Partners.Union(met, StringComparer.Ordinal)] } };
    }

    /// <summary>Of a state that only a picture names, over a text of "les deux dirigeants" that has lost its lead and names no other.</summary>
    private static bool IsOfPictureOnly(ArticleContext context, Meeting meeting) =>
        context.Partners.Partners.TrueForAll(context.IsBody) && meeting.Partners.All(p => !context.IsBody(p));

    /// <summary><c>La veille, il avait pris part à un dîner offert par le Premier ministre de Z</c>: behind the meetings of which the article tells.</summary>
    private static bool IsBesideTalks(ArticleContext context, Meeting meeting, IReadOnlyList<Meeting> meetings) =>
        meeting.Kind == MeetingKind.Contact && context.SentenceAt(meeting.Evidence.Start) is { } sentence && context.Holds(sentence, "meal") && meetings.Any(m => m is { Status: MeetingStatus.Held, IsMultilateral: false, Kind: not MeetingKind.Contact } && m.Evidence.Start < meeting.Evidence.Start);

    /// <summary><c>Sur place, il a rencontré aussi les ministres de certains pays de l'ASEAN</c>: behind the meeting with somebody by name, and with nobody by name.</summary>
    private static bool IsOfMembersBeside(ArticleContext context, Meeting meeting, IReadOnlyList<Meeting> meetings)
    {
        const int Before = 3;
        return meeting is { Partners: [var body], IsMultilateral: false, Guests.Count: 0 } && context.IsBody(body) && context.SentenceAt(meeting.Evidence.Start) is { } sentence
            && context.Mentions[sentence.Index].FirstOrDefault(m => m.Code == body) is { } named && ClauseLexicons.French.Words.StandsIn("body-member", context.Text.Tokens, Math.Max(sentence.First, named.FirstToken - Before), named.FirstToken)
            && meetings.Any(m => m is { Status: MeetingStatus.Held, IsMultilateral: false, Guests.Count: > 0 } && m.Evidence.Start < meeting.Evidence.Start && !m.Partners.Any(context.IsBody));
    }

    /// <summary>Of a report whose lead is lost only remarks are left, which name no state: a body that they come by is not whom a picture shows to have been met.</summary>
    private static bool IsOfLostLead(ArticleContext context) =>
        !context.Partners.Mentions.Any(m => m.Kind != MentionKind.Body && m.Counts && context.Text.Sentences[m.SentenceIndex].Section == SectionKind.Body);

    /// <summary>
    /// A body that holds gatherings of its own, and of which the article hardly speaks (<c>pour que la 7e conférence de l'ASEAN soit un succès</c>): those who were met are its subject.
    /// </summary>
    private static bool IsOnlyTouched(ArticleContext context, string code)
    {
        const int Hardly = 1;
        return EncounterLexicon.French.HasGatherings(code) && context.Partners.Mentions.Count(m => m.Code == code && m.Kind == MentionKind.Body && context.Text.Sentences[m.SentenceIndex].Section == SectionKind.Body) <= Hardly;
    }

    /// <summary><c>ils ont débattu des leçons du conflit en Ukraine</c>: a state that is named once, behind the opening sentence, where others were met.</summary>
    private static bool IsOnlyTopic(ArticleContext context, string code)
    {
        var told = context.Partners.Mentions.Where(m => m.Code == code && m.Counts && context.Text.Sentences[m.SentenceIndex].Section == SectionKind.Body).Take(2).ToList();
        return told.Count == 1 && told[0].Kind == MentionKind.Name && told[0].SentenceIndex > FirstOfBody(context) && !MainPartners.TellsMet(context.Text, context.Text.Sentences[told[0].SentenceIndex]);
    }

    /// <summary><c>a protesté contre l'implantation d'une plate-forme par la Chine</c>: a state that is named once, for what it has done elsewhere.</summary>
    private static bool IsOnlyBlamed(ArticleContext context, string code)
    {
        var words = ClauseLexicons.French.Words;
        var told = context.Partners.Mentions.Where(m => m.Code == code && m.Counts && context.Text.Sentences[m.SentenceIndex].Section == SectionKind.Body).Take(2).ToList();
        return told is [{ Kind: MentionKind.Name, FirstToken: > 1 } once] && words.Has("agent", context.Text.Tokens[once.FirstToken - 2].Folded) && words.Has("definite", context.Text.Tokens[once.FirstToken - 1].Folded);
    }

    /// <summary>The headline tells the gathering of a body by its name (<c>Ouverture de la première conférence ADMM+</c>), and no meetings beside it.</summary>
    private static bool IsHeadlinedGathering(ArticleContext context, string code) =>
        context.Text.Sentences.Any(s => s.Section == SectionKind.Title && EncounterLexicon.French.Gatherings.Find(context.Text, s).Exists(g => g.Value.Body == code) && !context.Holds(s, "headline-met"));

    /// <summary>The headline tells a body only by those who are in it: <c>avec plusieurs pays de l'ASEAN</c>, <c>plusieurs armées de terre de l'ASEAN</c>.</summary>
    private static bool IsOfMembers(ArticleContext context, string code)
    {
        const int Reach = 3;
        const int SomeReach = 6;
        var told = context.Partners.Mentions.Where(m => m.Code == code && m.Counts && context.Text.Sentences[m.SentenceIndex].Section == SectionKind.Title).ToList();
        return context.IsBody(code) && told.TrueForAll(m => ClauseLexicons.French.Words.StandsIn("body-member", context.Text.Tokens, Math.Max(0, m.FirstToken - Reach), m.FirstToken)
            || ClauseLexicons.French.Words.StandsIn("some-members", context.Text.Tokens, Math.Max(0, m.FirstToken - SomeReach), m.FirstToken));
    }

    /// <summary><c>En marge du salon, il a aussi vu …</c>: behind another, a meeting beside the one that the article reports.</summary>
    private static bool IsInPassing(ArticleContext context, Meeting meeting) =>
        context.SentenceAt(meeting.Evidence.Start) is { } sentence && sentence.Index > FirstOfBody(context) && MainPartners.IsInPassing(context.Text, sentence);

    /// <summary>A gathering of one body that the opening sentence reports: the article is about that body.</summary>
    private static bool IsNews(ArticleContext context, Meeting meeting) =>
        meeting.Partners.Count == 1 && context.SentenceAt(meeting.Evidence.Start) is { } sentence && sentence.Index == FirstOfBody(context);

    private static int FirstOfBody(ArticleContext context) => context.Text.Sentences.FirstOrDefault(s => s.Section == SectionKind.Body)?.Index ?? 0;

    private static bool IsInHeadline(ArticleContext context, string code) =>
        context.Partners.Mentions.Any(m => m.Code == code && m.Counts && context.Text.Sentences[m.SentenceIndex].Section == SectionKind.Title);
}
