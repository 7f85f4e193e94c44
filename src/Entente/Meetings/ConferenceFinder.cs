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
    /// <summary>How far the name of a gathering may stand from the verb of taking part.</summary>
    private const int AttendReach = 14;

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
            if (Assembles(context, sentence) is { } assembling)
            {
                return Make(context, Named(context, sentence), assembling, [], null, dater, venues);
            }

            if (gathering.Count == 0 || IsMargin(context, sentence, gathering.First))
            {
                continue;
            }

            var home = context.Actors[sentence.Index].Where(a => context.IsHome(a) && a.Person is not null).ToList();
            var verb = Happening(context, sentence, gathering);
            var attending = context.Verbs[sentence.Index].Where(v => v.Verb is "participer" or "assister" && v.Anchor < gathering.First && gathering.First - v.Anchor < AttendReach).ToList();
            var takesPart = home.Count > 0 && (found.Exists(m => !m.Value && m.First < gathering.First) || attending.Exists(v => v.Tense is Tense.Past or Tense.Present));
            if (verb is null && !takesPart || attending.Exists(v => v.Tense == Tense.Future))
            {
                continue;
            }

            return Make(context, sentence, gathering.Next, home, verb, dater, venues);
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
            // "Ce 31 mai marque la première journée du 22e Dialogue de Shangri-La"
            if (verb is { Verb: "marquer", IsPassive: false, IsReflexive: false, Tense: Tense.Past or Tense.Present } && verb.Anchor < gathering.First && gathering.First - verb.Anchor < AttendReach)
            {
                return verb;
            }

            if (verb.First >= gathering.Next && verb.IsFinite && verb.Tense is Tense.Past or Tense.Present
                && (verb is { Verb: "tenir" or "dérouler" or "ouvrir" or "clôturer", IsReflexive: true } || verb.Verb == "débuter" || verb.Verb == "réunir"
                    || verb.Verb == "avoir" && context.Text.Tokens[Math.Min(verb.End, context.Text.Tokens.Count - 1)].Folded == "lieu"))
            {
                return verb;
            }
        }

        return null;
    }

    /// <summary>The index after a verb that brings representatives of several partners together (<c>a réuni des représentants du Laos, de …</c>).</summary>
    private static int? Assembles(ArticleContext context, Sentence sentence)
    {
        const int Several = 3;
        foreach (var verb in context.Verbs[sentence.Index].Where(v => v is { Verb: "réunir", IsPassive: false, IsReflexive: false, IsFinite: true } && v.Tense is Tense.Past or Tense.Present))
        {
            if (context.Partners.Mentions.Where(m => m.SentenceIndex == sentence.Index && m.FirstToken >= verb.End).Select(m => m.Code).Distinct(StringComparer.Ordinal).Count() >= Several)
            {
                return verb.End;
            }
        }

        return null;
    }

    /// <summary>The sentence that names and dates a gathering: the one before, where a pronoun takes it up (<c>Celle-ci a réuni …</c>).</summary>
    private static Sentence Named(ArticleContext context, Sentence sentence) =>
        sentence.Index > 0 && context.Text.Tokens[sentence.First].Folded is "celle" or "celui" or "celle-ci" or "celui-ci" or "elle" or "il" && context.Text.Sentences[sentence.Index - 1].Section == SectionKind.Body
            ? context.Text.Sentences[sentence.Index - 1]
            : sentence;

    private static Meeting? Make(
        ArticleContext context, Sentence sentence, int gathering, List<Actor> home, VerbGroup? verb, EncounterDater dater, VenueFinder venues)
    {
        var next = context.Text.Sentences.FirstOrDefault(s => s.Index == sentence.Index + 1 && s.Paragraph == sentence.Paragraph);
        var sentences = next is null ? [sentence.Index] : new[] { sentence.Index, next.Index };
        var heads = sentences.SelectMany(s => context.Actors[s]).ToList();
        var homeHead = home.FirstOrDefault() ?? heads.Find(a => context.IsHome(a) && a.Person is not null) ?? HeadAfter(context, sentence);
        if (homeHead is null)
        {
            return null;
        }

        // Bodies take part by their name ("Réunion des ministres de la Défense de l'ASEAN", "rencontre ASEAN - Japon"), capitals are venues.
        var partners = context.Partners.Mentions
            .Where(m => sentences.Contains(m.SentenceIndex) && m.Counts && m.Kind != MentionKind.Capital && m.FirstToken >= (m.Kind == MentionKind.Body ? sentence.First : gathering))
            .Select(m => m.Code).Distinct(StringComparer.Ordinal).ToList();
        var chair = heads.Find(a => context.IsForeign(a) && a.IsNamed);
        var rule = new EncounterRule("", TriggerForm.Noun, ObjectMarker.Entre, MeetingKind.Conference, MeetingMode.InPerson, TriggerNeed.None, "", "");
        var trigger = new Trigger(rule, gathering - 1, verb?.End ?? gathering, verb?.Tense ?? Tense.Past);
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

    /// <summary>Who speaks for the home side in the sentences after, where the first two name nobody.</summary>
    private static Actor? HeadAfter(ArticleContext context, Sentence sentence)
    {
        const int Reach = 5;
        return context.Text.Sentences.Where(s => s.Section == SectionKind.Body && s.Index > sentence.Index).Take(Reach)
            .SelectMany(s => context.Actors[s.Index]).FirstOrDefault(a => context.IsHome(a) && a.Person is not null);
    }
}
