using Entente.Clauses;
using Entente.Dates;
using Entente.Tables;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>
/// An article whose lead is lost, of which only the remarks of both sides are left, tells a meeting all the same (rule 4): a home person and one of the
/// sole partner each open a sentence, and a sentence is about <c>les deux parties</c>.
/// </summary>
internal static class RemarksReader
{
    public static Meeting? Find(ArticleContext context)
    {
        if (context.SolePartner is not { } partner)
        {
            return null;
        }

        var speakers = context.Text.Sentences
            .Where(s => s.Section == SectionKind.Body && context.Actors[s.Index].Count > 0)
            .Select(s => (Sentence: s, Actor: context.Actors[s.Index][0]))
            .Where(s => s.Actor.First - s.Sentence.First <= 5)
            .ToList();
        var home = speakers.Find(s => s.Actor.Person is not null && context.IsHome(s.Actor));
        var guest = speakers.Find(s => s.Actor.Person is not null && s.Actor.Country == partner);
        if (home.Actor is null || guest.Actor is null || !speakers.Exists(s => s.Actor.Count == 2))
        {
            return null;
        }

        var span = home.Sentence.Span;
        return new Meeting
        {
            DocIds = [context.Text.DocId],
            Date = context.Dates.ArticleDate,
            Kind = MeetingKind.Talks,
            Status = MeetingStatus.Held,
            IsInferred = true,
            Partners = [partner],
            Home = [Of(context, home.Actor)],
            Guests = [Of(context, guest.Actor)],
            Level = home.Actor.Level > guest.Actor.Level ? home.Actor.Level : guest.Actor.Level,
            Evidence = new EvidenceCells(context.Text.DocId, context.SentenceText(home.Sentence.Index), span.Start, span.End),
        };
    }

    private static Participant Of(ArticleContext context, Actor actor) =>
        new(context.Text.DocId, context.NameOf(actor.Person)!, actor.Person!.Value, actor.Level, actor.Country);
}
