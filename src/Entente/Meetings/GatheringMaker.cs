using Entente.Clauses;
using Entente.Dates;
using Entente.Partners;
using Entente.People;
using Entente.Tables;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>Makes the meeting of a gathering that an article tells: its day and venue, and its partners: those of its name and those named as taking part, there or in the next sentence.</summary>
internal sealed class GatheringMaker(EncounterLexicon lexicon, WordSets words, EncounterDater dater, VenueFinder venues)
{
    private readonly GatheringFinder _gatherings = new(lexicon, words);
    private readonly TakingPart _takingPart = new(words);

    /// <summary>
    /// The gathering of a sentence as a meeting; null where it is the background of the news or nobody of the home side sits in it, unless <c>needsHead</c> says that it is ours whoever did.
    /// <c>home</c> are those whom the sentence puts there, <c>isAlone</c> that the next sentence tells nothing of who sat in it.
    /// </summary>
    public Meeting? Make(ArticleContext context, Sentence sentence, Gathering gathering, List<Actor> home, Tense tense, bool needsHead = true, bool isAlone = false)
    {
        var next = context.Text.Sentences.FirstOrDefault(s => s.Index > sentence.Index && s.Section == SectionKind.Body);
        // "En marge de la conférence, X a rencontré le ministre japonais": they need not sit in it.
        next = next is null || isAlone || _takingPart.DefinesSomething(context, next) || MainPartners.IsInMargin(context.Text, next) || Antecedents.TellsEncounter(context, next) || TellsFurther(context, next)
            || lexicon.Nouns.Find(context.Text, next).Any(n => n.Value.Kind is MeetingKind.Talks or MeetingKind.Reception or MeetingKind.CourtesyCall or MeetingKind.Call) ? null : next;
        var sentences = next is null ? [sentence] : new[] { sentence, next };
        var heads = sentences.SelectMany(s => context.Actors[s.Index]).ToList();
        var homeHead = home.FirstOrDefault() ?? heads.Find(a => context.IsHome(a) && a.Person is not null) ?? TakingPart.HeadAfter(context, sentence) ?? (sentence.Section == SectionKind.Body ? new Antecedents(context, sentence).Recall(sentence.First, wantHome: true) : null);
        var encounter = new Encounter(new Trigger(EncounterRule.OfGathering, gathering.First, Math.Max(gathering.End, gathering.First + 1), tense, IsEvent: true), sentence, [], [], true, true, null);
        var date = dater.Find(context, encounter) ?? (homeHead is null || tense != Tense.Past ? null : TakingPart.SpokenBefore(context, sentence, gathering, homeHead));
        // "ont organisé le 4 mars à Hanoï une conférence. … La conférence a été coprésidée par X et Y"
        var opening = date is null ? IntroducedBefore(context, sentence, gathering) : null;
        date ??= opening is { } first ? context.DatesIn[first.Sentence.Index].First(d => d.Resolved.Date.Day > 0 && !d.Expression.IsRange) : null;
        // "a salué le rôle du Vietnam lors de la 1re conférence, à Hanoï en 2010": no news is dated by its year alone.
        if (tense == Tense.Past && gathering.IsSpokenAt && date is { Resolved.Date: { Year: > 0, Month: 0 } } && context.Dates.ArticleDate.Date.Year == 0 && context.Verbs[sentence.Index].Exists(v => v.IsFinite && v.First < gathering.First))
        {
            return null;
        }

        if (homeHead is null && needsHead || EncounterDater.IsBackground(tense, date?.Resolved, context.Dates.ArticleDate, []))
        {
            return null;
        }

        // States named around it take part; capitals are venues. "a pris part au sommet, puis a eu un entretien avec Y": whom somebody met besides does not for that.
        var besides = Besides(context, sentence, gathering);
        heads.RemoveAll(a => a.First >= besides && a.First < sentence.First + sentence.Count && context.IsForeign(a));
        var partners = context.Partners.Mentions
            .Where(m => !(m.SentenceIndex == sentence.Index && m.FirstToken >= besides) && sentences.Any(s => s.Index == m.SentenceIndex) && m.Counts && !m.IsPlace && m.Kind is MentionKind.Name or MentionKind.Demonym && m.FirstToken >= gathering.End)
            .Select(m => m.Code).Concat(_gatherings.Attending(context, sentence, gathering.End)).Concat(_takingPart.StatesThere(context, sentence));
        var attended = _gatherings.AttendedAt(context, sentence, gathering.End);
        var attending = context.Actors[sentence.Index].Where(a => attended >= 0 && a.First > attended && context.IsForeign(a) && a is { IsNamed: true, Person: not null }).ToList();
        var guests = Chairs(context, sentences) is { Count: > 0 } chairs ? chairs : attending.Count > 0 ? attending : heads.Where(a => context.IsForeign(a) && (a.IsNamed || a.Person is not null && a.First >= sentence.First && a.End <= gathering.First)).Take(gathering.Partners.Count > 1 ? int.MaxValue : 1).ToList();
        guests = needsHead ? guests : [.. guests, .. TakingPart.Speakers(context, sentence, gathering, guests)];
        var venue = venues.Find(context, encounter);

        // "X a participé à la réunion. L'événement s'est tenu à Jakarta."
        if (venue == Venue.None && next is not null && context.Verbs[next.Index].FirstOrDefault(v => v is { Verb: "tenir" or "dérouler", IsReflexive: true }) is { Verb: not null } held)
        {
            venue = venues.Find(context, encounter with { Sentence = next, Trigger = encounter.Trigger with { First = held.First, End = held.End } });
        }

        if (venue == Venue.None && opening is { } told)
        {
            venue = venues.Find(context, encounter with { Sentence = told.Sentence, Trigger = encounter.Trigger with { First = told.Noun, End = told.Noun + 1 } });
        }

        return new Meeting
        {
            DocIds = [context.Text.DocId],
            Date = date?.Resolved ?? (tense == Tense.Future ? default : context.Dates.ArticleDate),
            Weekday = date?.Expression.Weekday,
            Kind = MeetingKind.Conference,
            Mode = words.Has("on-screen", context.Text.Tokens[gathering.First].Folded) ? MeetingMode.Video : EncounterLexicon.ModeOf(sentences.SelectMany(s => lexicon.CuesOf(context.Text, s))),
            Status = tense == Tense.Future ? MeetingStatus.Planned : MeetingStatus.Held,
            Place = venue.Place,
            HostCountry = venue.Country,
            Partners = [.. gathering.Partners.Concat(partners).Concat(guests.Where(g => g.First < gathering.First && g.First >= sentence.First).Select(g => g.Country!)).Distinct(StringComparer.Ordinal)],
            Home = homeHead?.Person is null ? [] : [Participant.Of(context, homeHead)],
            Guests = [.. guests.Where(g => g.Person is not null).DistinctBy(g => g.Person).Select(g => Participant.Of(context, g))],
            Level = homeHead?.Level ?? PersonLevel.Other,
            IsMultilateral = true,
            Evidence = new EvidenceCells(context.Text.DocId, context.SentenceText(sentence.Index), sentence.Span.Start, sentence.Span.End),
        };
    }

    /// <summary>The sentence, a few before, that told of the same gathering as something new, with its day: <c>une conférence</c> before <c>la conférence</c>.</summary>
    private (Sentence Sentence, int Noun)? IntroducedBefore(ArticleContext context, Sentence sentence, Gathering gathering)
    {
        const int SentencesBack = 3;
        var tokens = context.Text.Tokens;
        if (gathering.First != sentence.First + 1 || !words.Has("definite", tokens[sentence.First].Folded))
        {
            return null;
        }

        foreach (var before in context.Text.Sentences.Where(s => s.Section == SectionKind.Body && s.Index < sentence.Index && s.Index >= sentence.Index - SentencesBack).Reverse())
        {
            var noun = Enumerable.Range(before.First + 1, before.Count - 1).FirstOrDefault(i => tokens[i].Folded == tokens[gathering.First].Folded && words.Has("indefinite", tokens[i - 1].Folded), -1);
            if (noun > 0 && context.DatesIn[before.Index].Any(d => d.Resolved.Date.Day > 0 && !d.Expression.IsRange))
            {
                return (before, noun);
            }
        }

        return null;
    }

    /// <summary><c>Il assistera également aux réunions informelles ASEAN - Chine et ASEAN - Japon</c>: who sits in others need not sit in this one.</summary>
    private bool TellsFurther(ArticleContext context, Sentence sentence)
    {
        const int Reach = 3;
        return context.Verbs[sentence.Index].FirstOrDefault(v => v.IsFinite) is { Verb: not null } verb && words.StandsIn("beside", context.Text.Tokens, verb.First, Math.Min(verb.End + Reach, sentence.First + sentence.Count))
            && _gatherings.Find(context, sentence) is { Partners.Count: > 0, First: var at } && at >= verb.End;
    }

    /// <summary>The first token of what is told behind a gathering of another encounter, as what was done next to it; behind the sentence where nothing is.</summary>
    private int Besides(ArticleContext context, Sentence sentence, Gathering gathering)
    {
        const int Lead = 4;
        var (tokens, end) = (context.Text.Tokens, sentence.First + sentence.Count);
        foreach (var verb in context.Verbs[sentence.Index].Where(v => v.First >= gathering.End && (v.Tense is Tense.Past or Tense.Pluperfect || v.Tense == Tense.Infinitive)))
        {
            var lead = Enumerable.Range(Math.Max(gathering.End, verb.First - Lead), verb.First - Math.Max(gathering.End, verb.First - Lead)).Where(i => words.Has("next-to-gathering", tokens[i].Folded)).ToList();
            var next = context.Verbs[sentence.Index].Where(v => v.First >= verb.End && v.IsFinite).Select(v => v.First).FirstOrDefault(end);
            if (lead.Count > 0 && (lexicon.Verbs[verb.Verb].Any(r => IsOfTwo(r) && r.Need == TriggerNeed.None) || lexicon.Nouns.Find(context.Text, sentence).Any(n => IsOfTwo(n.Value) && n.First >= verb.End && n.First < next)))
            {
                return lead[0];
            }
        }

        return end;

        static bool IsOfTwo(EncounterRule rule) => rule.Kind is MeetingKind.Talks or MeetingKind.Reception or MeetingKind.CourtesyCall or MeetingKind.Call;
    }

    /// <summary>The foreign heads after words of chairing (<c>coprésidée par A, B et C</c>).</summary>
    private List<Actor> Chairs(ArticleContext context, IEnumerable<Sentence> sentences)
    {
        foreach (var sentence in sentences)
        {
            foreach (var cue in lexicon.CuesOf(context.Text, sentence).Where(c => c.Value == EncounterCue.Chairs))
            {
                return [.. context.Actors[sentence.Index].Where(a => a.First >= cue.Next && context.IsForeign(a) && a.IsNamed)];
            }
        }

        return [];
    }
}
