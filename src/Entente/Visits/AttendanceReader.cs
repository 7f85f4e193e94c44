using Entente.Clauses;
using Entente.Meetings;
using Entente.Partners;
using Entente.People;
using Entente.Tables;
using Entente.Texts;

namespace Entente.Visits;

/// <summary>
/// Finds who has travelled abroad to a gathering: the head of the home side who takes part in it (<c>participe du 15 au 18 mars à New Delhi à la 18e Réunion</c>),
/// or, where the text takes the journey for granted (<c>à son arrivée</c>, <c>avant de regagner Hanoï</c>), who meets others there. Who lives there, and who sits in it from home by video, has not travelled.
/// </summary>
internal sealed class AttendanceReader(VisitLexicon lexicon, WordSets words, VisitGoals goals, VisitorFinder visitors, VisitDater dater, VisitCollector collector)
{
    /// <summary>How far behind a verb of taking part its place may stand, in tokens.</summary>
    private const int Reach = 40;

    /// <summary>How many sentences of the body tell where it is set.</summary>
    private const int LeadSentences = 3;

    public void Add(List<Visit> visits, VisitContext context, IReadOnlyList<Meeting> meetings)
    {
        foreach (var sentence in context.Text.Sentences.Where(s => s.Section == SectionKind.Body))
        {
            AddTakenPart(visits, context, sentence);
            AddPresent(visits, context, sentence);
            AddNoun(visits, context, sentence);
        }

        if (!context.Text.Sentences.Any(s => s.Section == SectionKind.Body && lexicon.Allusions.Find(context.Text, s).Any(a => a.Value == VisitAllusion.Abroad)))
        {
            return;
        }

        if (meetings.FirstOrDefault(m => m is { Status: MeetingStatus.Held, Mode: MeetingMode.InPerson, Home.Count: > 0 }) is not { } first
            || HostOf(context, first) is not { } host || host == context.HomeCountry)
        {
            return;
        }

        var head = first.Home[0];
        if (head.Level != PersonLevel.Ambassador && !context.IsResident(words, head.Person))
        {
            Add(visits, context, new Visit(head.Name, head.Person, context.HomeCountry, host, VisitKind.Other, first.Date, first.Evidence));
        }
    }

    private void AddTakenPart(List<Visit> visits, VisitContext context, Sentence sentence)
    {
        foreach (var verb in context.Verbs[sentence.Index].Where(v => IsTakingPart(context, sentence, v) || LeadsThere(context, sentence, v) || Represents(context, sentence, v)))
        {
            // "a pris part" ends behind its noun.
            var end = words.Has("needs-part", Folding.Fold(verb.Verb)) ? verb.End + 1 : verb.End;
            var until = Math.Min(end + Reach, sentence.First + sentence.Count);
            if (goals.HasTown(context, end, until) || (goals.Between(context, sentence, end, until, anyCapital: true).Find(g => !context.IsBody(g)) ?? OfLead(context, sentence, verb) ?? CityLedTo(context.Text.Tokens, end, until)) is not { } host || host == context.HomeCountry
                || IsAside(context, end, until) || (Come(context, sentence, verb) ?? visitors.Before(context, sentence, verb.First, host)) is not { Person: { } person, Level: not PersonLevel.Ambassador } head
                || !context.IsHome(head) || context.IsResident(words, person) || context.NameOf(person) is not { } name)
            {
                continue;
            }

            Add(visits, context, new Visit(
                name, person, context.HomeCountry, host, VisitKind.Other, dater.Find(context, sentence, verb.First, end, head)?.Resolved ?? default,
                new EvidenceCells(context.Text.DocId, context.SentenceText(sentence.Index), sentence.Span.Start, sentence.Span.End)));
        }
    }

    /// <summary><c>Présente à Genève pour la 149e Assemblée, la vice-présidente X s'est entretenue avec Y</c></summary>
    private void AddPresent(List<Visit> visits, VisitContext context, Sentence sentence)
    {
        const int Place = 6;
        var until = Math.Min(sentence.First + Place, sentence.First + sentence.Count);
        if (words.Has("present-at", context.Text.Tokens[sentence.First].Folded) && (goals.Between(context, sentence, sentence.First, until, anyCapital: true).FirstOrDefault() ?? CityAt(context.Text.Tokens, sentence.First + 2, until)) is { } host && host != context.HomeCountry
            && context.Verbs[sentence.Index].FirstOrDefault(v => v.IsFinite && context.Actors[sentence.Index].Any(a => a.End <= v.First)) is { Verb: not null } main
            && context.Actors[sentence.Index].FirstOrDefault(a => a.End <= main.First && a is { IsNamed: true, Count: 1, Person: not null, Level: not PersonLevel.Ambassador }) is { } head && context.IsHome(head) && !context.IsResident(words, head.Person!.Value))
        {
            collector.Add(visits, context, new VisitTelling(sentence, sentence.First, until, VisitKind.Other, head) { Goals = [host] });
        }
    }

    /// <summary>The state of a city abroad that is no capital: <c>Présente à New York</c>.</summary>
    private static string? CityAt(TokenList tokens, int first, int until)
    {
        const int Longest = 3;
        return Enumerable.Range(1, Math.Max(0, Math.Min(Longest, until - first))).Reverse().Select(count => Gazetteer.French.StateOfPlace(string.Join(' ', Enumerable.Range(first, count).Select(i => tokens[i].Folded)))).FirstOrDefault(state => state is not null);
    }

    /// <summary><c>a participé à la conférence de l'UE tenue du 19 au 22 mai à Bruxelles</c>: the state of the first city abroad behind <c>à</c>.</summary>
    private string? CityLedTo(TokenList tokens, int first, int until) =>
        Enumerable.Range(first, Math.Max(0, until - first)).Where(i => words.HasWritten("to", tokens[i].Text)).Select(i => CityAt(tokens, i + 1, until)).FirstOrDefault(state => state is not null);

    /// <summary><c>conduira une délégation à la 18e conférence, qui se tiendra à Vientiane</c></summary>
    private bool LeadsThere(VisitContext context, Sentence sentence, VerbGroup verb)
    {
        const int Party = 4;
        const int Gathering = 16;
        var end = sentence.First + sentence.Count;
        return verb is { IsFinite: true, IsPassive: false, Tense: Tense.Past or Tense.Present or Tense.Future } && words.Has("leading-party", Folding.Fold(verb.Verb))
            && words.StandsIn("delegation", context.Text.Tokens, verb.End, Math.Min(verb.End + Party, end))
            && Enumerable.Range(verb.End, Math.Max(0, Math.Min(verb.End + Gathering, end) - verb.End)).Any(i => words.Has("gathering-of-body", context.Text.Tokens[i].Folded) && words.StandsIn("town-lead", context.Text.Tokens, verb.End, i));
    }

    /// <summary><c>C'est le vice-ministre X qui représente le Vietnam au forum de Pékin</c></summary>
    private bool Represents(VisitContext context, Sentence sentence, VerbGroup verb)
    {
        const int Object = 2;
        return verb is { IsFinite: true, IsPassive: false, Tense: Tense.Past or Tense.Present or Tense.Future } && words.Has("standing-for", Folding.Fold(verb.Verb))
            && context.HomeMentions[sentence.Index].Any(m => m.FirstToken >= verb.End && m.FirstToken - verb.End <= Object)
            && (words.StandsIn("gathering-of-body", context.Text.Tokens, verb.End, sentence.First + sentence.Count) || Lead(context) is { } lead && context.Holds(lead, "gathering-of-body"));
    }

    /// <summary><c>Le forum s'est ouvert mardi à Pékin, en Chine. … C'est X qui représente le Vietnam</c>: where the lead has the gathering.</summary>
    private string? OfLead(VisitContext context, Sentence sentence, VerbGroup verb) =>
        Represents(context, sentence, verb) && Lead(context) is { } lead && lead.Index < sentence.Index && context.Holds(lead, "gathering-of-body") ? PlaceIn(context, lead) : null;

    private static Sentence? Lead(VisitContext context) => context.Text.Sentences.FirstOrDefault(s => s.Section == SectionKind.Body);

    /// <summary><c>Venu prendre part à un forum à Moscou, le général X …</c>: whom the participle that opens the sentence describes.</summary>
    private Actor? Come(VisitContext context, Sentence sentence, VerbGroup verb) =>
        IsOfCome(context, sentence, verb) && context.Verbs[sentence.Index].FirstOrDefault(v => v.IsFinite && v.First >= verb.End) is { Verb: not null } main
            ? context.Actors[sentence.Index].FirstOrDefault(a => a.First >= verb.End && a.End <= main.First && a is { IsNamed: true, Count: 1 })
            : null;

    private bool IsOfCome(VisitContext context, Sentence sentence, VerbGroup verb) =>
        verb is { Tense: Tense.Infinitive, IsReflexive: false } && verb.First - sentence.First is > 0 and <= 2 && words.Has("come", context.Text.Tokens[sentence.First].Folded);

    /// <summary><c>à l'occasion de la participation du président X au Sommet de la Francophonie à Paris</c></summary>
    private void AddNoun(List<Visit> visits, VisitContext context, Sentence sentence)
    {
        const int Lead = 3;
        if (!context.Holds(sentence, "taking-part-noun"))
        {
            return;
        }

        var tokens = context.Text.Tokens;
        for (var i = sentence.First; i < sentence.First + sentence.Count - 2; i++)
        {
            if (!words.Has("taking-part-noun", tokens[i].Folded) || !words.Has("of", tokens[i + 1].Folded)
                || context.Actors[sentence.Index].Find(a => a.First > i && a.First <= i + Lead && a is { Person: not null, IsNamed: true, Count: 1 }) is not { } head)
            {
                continue;
            }

            var until = Math.Min(head.End + VisitGoals.Reach, sentence.First + sentence.Count);
            if (!IsAside(context, head.End, until) && goals.Between(context, sentence, head.End, until, anyCapital: true).Find(g => !context.IsBody(g)) is { } host && VisitorRecall.Travels(context, head, host))
            {
                collector.Add(visits, context, new VisitTelling(sentence, i, head.End, VisitKind.Other, head) { Goals = [host] });
            }
        }
    }

    /// <summary>One from home is told as the head of those who have come; a journey told by its own words is known already.</summary>
    private static void Add(List<Visit> visits, VisitContext context, Visit visit)
    {
        if (!visits.Exists(v => v.Origin == context.HomeCountry && (v.Destination == visit.Destination || v.Person == visit.Person && context.Partners.Mentions.Any(m => m.Code == v.Destination && m.Kind == MentionKind.Body))))
        {
            visits.Add(visit);
        }
    }

    /// <summary><c>a participé</c>, <c>prendra part</c>, <c>assiste</c>, <c>Venu prendre part</c></summary>
    private bool IsTakingPart(VisitContext context, Sentence sentence, VerbGroup verb) =>
        (IsOfCome(context, sentence, verb) || verb is { IsFinite: true, IsReflexive: false, Tense: Tense.Past or Tense.Present or Tense.Future or Tense.Pluperfect }) && words.Has("takes-part", Folding.Fold(verb.Verb))
        && (!words.Has("needs-part", Folding.Fold(verb.Verb)) || verb.End < context.Text.Tokens.Count && words.Has("part", context.Text.Tokens[verb.End].Folded));

    /// <summary><c>par visioconférence</c>, <c>aux opérations de paix au Soudan du Sud</c>: the place is not where somebody sits.</summary>
    private bool IsAside(VisitContext context, int from, int until)
    {
        for (var i = from; i < until; i++)
        {
            if (words.Has("not-there", context.Text.Tokens[i].Folded))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The state that a meeting is in: that of its place, or told beside the place (<c>à Labuan Bajo, en Indonésie</c>), or in the lead.</summary>
    private string? HostOf(VisitContext context, Meeting meeting)
    {
        if (meeting.HostCountry.Length > 0)
        {
            return meeting.HostCountry;
        }

        var own = context.Text.Sentences.Where(s => s.Section == SectionKind.Body && s.Span.Start <= meeting.Evidence.Start && meeting.Evidence.Start < s.Span.End);
        return own.Concat(context.Text.Sentences.Where(s => s.Section == SectionKind.Body).Take(LeadSentences)).Select(s => PlaceIn(context, s)).FirstOrDefault(h => h is not null);
    }

    /// <summary>The state of the first place of a sentence: <c>à Singapour</c>, <c>à Vladivostok, en Russie</c>.</summary>
    private string? PlaceIn(VisitContext context, Sentence sentence)
    {
        var tokens = context.Text.Tokens;
        return goals.Between(context, sentence, sentence.First, sentence.First + sentence.Count, anyCapital: true) is [var place, ..]
            && (context.Mentions[sentence.Index].Any(m => m.Code == place && m.FirstToken - 2 > sentence.First && (m.Kind == MentionKind.Capital || words.HasWritten("to", tokens[m.FirstToken - 1].Text) || tokens[m.FirstToken - 2].Folded is "," or "(" || tokens[m.FirstToken - 1].Folded == "(" || words.Has("region", tokens[m.FirstToken - 1].Folded)))
                || context.HomeMentions[sentence.Index].Any(m => m.Kind == MentionKind.Capital))
            ? place
            : null;
    }
}
