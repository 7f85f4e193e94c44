using Entente.Clauses;
using Entente.Lexicons;
using Entente.Partners;
using Entente.Tables;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>
/// Finds gatherings that the home country takes part in: a gathering that opened or was held (<c>la 16e Réunion des ministres … s'est ouverte</c>), or that a
/// home person took part in. Its partners are those named as taking part, there or in the next sentence of the paragraph; a gathering
/// in whose margin others meet (<c>en marge de</c>) tells none.
/// </summary>
internal sealed class ConferenceFinder
{
    private readonly PhraseMatcher<bool> _phrases;

    public ConferenceFinder()
    {
        var builder = new PhraseMatcher<bool>.Builder();
        foreach (var row in LexiconFile.Load("fr/conferences.tsv").Rows)
        {
            foreach (var phrase in row.List("phrases"))
            {
                builder.Add(phrase, row.Required("class") == "gathering");
            }
        }

        _phrases = builder.Build();
    }

    /// <summary>The first gathering that the body tells as news; null for none.</summary>
    public Meeting? Find(ArticleContext context, EncounterDater dater, VenueFinder venues)
    {
        foreach (var sentence in context.Text.Sentences.Where(s => s.Section == SectionKind.Body).Take(4))
        {
            var found = _phrases.Find(context.Text, sentence).ToList();
            var gathering = found.Find(m => m.Value);
            if (gathering.Count == 0 || IsMargin(context, sentence, gathering.First))
            {
                continue;
            }

            var home = context.Actors[sentence.Index].Where(a => context.IsHome(a) && a.Person is not null).ToList();
            var verb = Happening(context, sentence, gathering);
            var takesPart = home.Count > 0 && (found.Exists(m => !m.Value && m.First < gathering.First)
                || context.Verbs[sentence.Index].Any(v => v.Verb is "participer" or "assister" && v.Anchor < gathering.First && gathering.First - v.Anchor < 14 && v.Tense is Tense.Past or Tense.Present));
            if (verb is null && !takesPart)
            {
                continue;
            }

            return Make(context, sentence, gathering, home, verb, dater, venues);
        }

        return null;
    }

    private static bool IsMargin(ArticleContext context, Sentence sentence, int at)
    {
        for (var i = at - 1; i >= sentence.First && i >= at - 6; i--)
        {
            if (context.Text.Tokens[i].Folded is "marge" or "occasion" or "depuis" or "lors" or "organise" or "accueilli" or "prochaine" or "prochain" or "cadre")
            {
                return true;
            }
        }

        return false;
    }

    private static VerbGroup? Happening(ArticleContext context, Sentence sentence, PhraseMatch<bool> gathering)
    {
        foreach (var verb in context.Verbs[sentence.Index])
        {
            if (verb.First >= gathering.Next && verb.IsFinite && verb.Tense is Tense.Past or Tense.Present
                && (verb is { Verb: "tenir" or "dérouler" or "ouvrir" or "clôturer", IsReflexive: true } || verb.Verb == "débuter" || verb.Verb == "réunir"
                    || verb.Verb == "avoir" && context.Text.Tokens[Math.Min(verb.End, context.Text.Tokens.Count - 1)].Folded == "lieu"))
            {
                return verb;
            }
        }

        return null;
    }

    private static Meeting? Make(
        ArticleContext context, Sentence sentence, PhraseMatch<bool> gathering, List<Actor> home, VerbGroup? verb, EncounterDater dater, VenueFinder venues)
    {
        var next = context.Text.Sentences.FirstOrDefault(s => s.Index == sentence.Index + 1 && s.Paragraph == sentence.Paragraph);
        var sentences = next is null ? [sentence.Index] : new[] { sentence.Index, next.Index };
        var heads = sentences.SelectMany(s => context.Actors[s]).ToList();
        var homeHead = home.FirstOrDefault() ?? heads.Find(a => context.IsHome(a) && a.Person is not null);
        if (homeHead is null)
        {
            return null;
        }

        // The name of the gathering itself names no participant ("Réunion des ministres de la Défense de l'ASEAN").
        var partners = context.Partners.Mentions
            .Where(m => sentences.Contains(m.SentenceIndex) && m.Counts && m.Kind != MentionKind.Body && m.Kind != MentionKind.Capital && m.FirstToken >= gathering.Next)
            .Select(m => m.Code).Distinct(StringComparer.Ordinal).ToList();
        var chair = heads.Find(a => context.IsForeign(a) && a.IsNamed);
        var rule = new EncounterRule("", TriggerForm.Noun, ObjectMarker.Entre, MeetingKind.Conference, MeetingMode.InPerson, TriggerNeed.None, "", "");
        var trigger = new Trigger(rule, gathering.First, verb?.End ?? gathering.Next, verb?.Tense ?? Tense.Past);
        var encounter = new Encounter(trigger, sentence, [homeHead], [], true, true, null);
        var date = dater.Find(context, encounter);
        var venue = venues.Find(context, encounter);
        return new Meeting
        {
            DocIds = [context.Text.DocId],
            Date = date?.Resolved ?? context.Dates.ArticleDate,
            Weekday = date?.Expression.Weekday,
            Kind = MeetingKind.Conference,
            Status = MeetingStatus.Held,
            Place = venue.Place,
            HostCountry = venue.Country,
            Partners = partners,
            Home = [new Participant(context.Text.DocId, context.NameOf(homeHead.Person)!, homeHead.Person!.Value, homeHead.Level, homeHead.Country)],
            Guests = chair is { Person: { } person } ? [new Participant(context.Text.DocId, context.NameOf(person)!, person, chair.Level, chair.Country)] : [],
            Level = homeHead.Level,
            IsMultilateral = true,
            Evidence = new EvidenceCells(context.Text.DocId, context.SentenceText(sentence.Index), sentence.Span.Start, sentence.Span.End),
        };
    }
}
