using Entente.Clauses;
using Entente.Lexicons;
using Entente.Partners;
using Entente.Tables;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>
/// Finds the encounters of bodies of two sides that no meeting told has: <c>Une réunion entre la police de Nghe An et celle de Bolikhamxay (Laos) s'est tenue mercredi</c>, <c>Le commandement a
/// organisé un échange avec celui de Vientiane (Laos)</c>, <c>Les ministères vietnamien et lao ont tenu une conférence</c>, <c>Une délégation de Kandal (Cambodge) est venue présenter ses vœux
/// aux autorités de la province</c>. Each has its day; what one side alone holds, or two foreign ones, is none.
/// </summary>
internal sealed class BodiesReader(EncounterLexicon lexicon, WordSets words, EncounterDater dater, VenueFinder venues)
{
    private static readonly EncounterRule s_rule = new("", TriggerForm.Noun, ObjectMarker.Entre, MeetingKind.Talks, MeetingMode.InPerson, TriggerNeed.None, "", "");

    private readonly BodiesOfClause _bodies = new(words);

    /// <summary>The encounters of bodies that no meeting told has.</summary>
    public IReadOnlyList<Meeting> Find(ArticleContext context, IReadOnlyList<Meeting> told)
    {
        var found = new List<Meeting>();
        foreach (var sentence in context.Text.Sentences.Where(s => s.Section == SectionKind.Body && context.DatesIn[s.Index].Any(d => d.Resolved.Date.Day > 0 || d.Expression.Weekday is not null)))
        {
            if (_bodies.Find(context, sentence) is { } bodies)
            {
                found.AddRange(Meetings(context, sentence, bodies, [.. told, .. found]));
            }
        }

        return found;
    }

    private IEnumerable<Meeting> Meetings(ArticleContext context, Sentence sentence, Bodies bodies, IReadOnlyList<Meeting> told)
    {
        var encounter = new Encounter(new Trigger(s_rule, bodies.Verb.First, bodies.Verb.End, Tense.Past, IsEvent: true), sentence, [], [], true, true, null);
        var date = dater.Find(context, encounter);
        if (date is null || EncounterDater.IsBackground(Tense.Past, date.Resolved, context.Dates.ArticleDate, []))
        {
            yield break;
        }

        var venue = venues.Find(context, encounter);
        IReadOnlyList<string[]> sides = bodies.IsEach ? [.. bodies.Partners.Select(p => new[] { p })] : [[.. bodies.Partners]];
        foreach (var partners in sides)
        {
            if (told.Any(m => m.Evidence.Start == sentence.Span.Start && !m.IsInferred || m.Partners.Intersect(partners, StringComparer.Ordinal).Any() && (m.Date.Date.IsEmpty || date.Resolved.Date.IsEmpty || m.Date.Date.Agrees(date.Resolved.Date) || m.Evidence.Start == sentence.Span.Start)))
            {
                continue;
            }

            var people = Heads(context, sentence, partners);
            yield return Meeting.Of(context, sentence, bodies.Kind, date.Resolved, [.. people.Where(context.IsHome)], [.. people.Where(context.IsForeign)]) with
            {
                Partners = partners,
                Weekday = date.Expression.Weekday,
                IsInferred = true,
                IsMultilateral = partners.Length > 1,
                Mode = EncounterLexicon.ModeOf(lexicon.CuesOf(context.Text, sentence)),
                Place = venue.Place,
                HostCountry = venue.Country,
            };
        }
    }

    /// <summary>The heads of both sides: those whom the sentence names, else those who speak first in the next ones.</summary>
    private static List<Actor> Heads(ArticleContext context, Sentence sentence, string[] partners)
    {
        const int Following = 4;
        var heads = new List<Actor>();
        foreach (var told in context.Text.Sentences.Where(s => s.Section == SectionKind.Body && s.Index >= sentence.Index).Take(Following))
        {
            if (told != sentence && Antecedents.TellsEncounter(context, told))
            {
                break;
            }

            foreach (var actor in context.Actors[told.Index].Where(a => a is { IsNamed: true, Person: not null, Count: 1, IsAside: false } && (context.IsHome(a) || partners.Contains(a.Country, StringComparer.Ordinal))))
            {
                if (!heads.Exists(h => h.Country == actor.Country))
                {
                    heads.Add(actor);
                }
            }
        }

        return heads;
    }
}
