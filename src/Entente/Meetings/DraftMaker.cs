using Entente.Clauses;
using Entente.Dates;
using Entente.Lexicons;
using Entente.Partners;
using Entente.Tables;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>Makes of an encounter the meeting that a story holds: with whom, of what kind, on which day and where.</summary>
internal sealed class DraftMaker(ArticleContext context, StoryDays days)
{
    /// <summary>
    /// The meeting of an encounter, or null where nobody is known to have met. <c>venue</c> holds the place of its own words, the one told before it and the seat of all that the text tells; <c>told</c> is the
    /// sentence before that told several encounters at once.
    /// </summary>
    public Draft? Make(Encounter encounter, DateMention? date, ResolvedDate? stay, (Venue Own, Venue Told, Venue Seat) venue, MeetingStatus status, Series? told, IReadOnlyList<PhraseMatch<EncounterCue>> cues)
    {
        var trigger = encounter.Trigger;
        var partners = encounter.Guests.Select(g => g.Country!).Distinct(StringComparer.Ordinal).ToList();
        if (trigger.Rule.Kind is MeetingKind.Dialogue && PartnerNamedAfter(encounter) is { } named && !encounter.Guests.Any(g => g.Country == named || g.First >= encounter.Sentence.First))
        {
            // "Il avait coprésidé la consultation Vietnam - Koweït": whom the text spoke of before sat in another.
            (partners, encounter) = ([named], encounter with { Guests = [] });
        }

        // "la rencontre restreinte des ministres de l'ASEAN, qui s'ouvre aujourd'hui"
        if (trigger is { IsEvent: true, Rule.Kind: MeetingKind.Talks } && encounter.Home.Count == 0 && encounter.Guests.Count > 0 && encounter.Guests.All(g => g.Person is null && context.IsBody(g.Country!)))
        {
            return null;
        }

        // "À la veille de la réunion des ministres de l'ASEAN, X a eu une série de rencontres avec ses homologues": those of a body, several and nobody in person, are those of the occasion.
        if (trigger is { IsEvent: false, Rule.Kind: MeetingKind.Talks } && encounter.Guests.Count > 0 && encounter.Guests.All(g => g.Person is null && context.IsBody(g.Country!) && IsOfOccasion(g, encounter.Sentence.First, trigger.First)))
        {
            return null;
        }

        if (partners.Count == 0)
        {
            // "En marge de la réunion de l'ASEAN, X a eu des rencontres bilatérales": with whom, no word tells, but not with the body.
            if (context.SolePartner is not { } sole || trigger.Rule.Kind != MeetingKind.Dialogue && context.IsBody(sole) || encounter.Home.Count == 0 && !trigger.IsEvent && !trigger.IsInPassing && trigger.Rule.Kind != MeetingKind.Dialogue)
            {
                return null;
            }

            partners.Add(sole);
        }

        var series = trigger.Rule is { Kind: MeetingKind.Contact, Form: TriggerForm.Reflexive } ? told : null;
        var mode = EncounterLexicon.ModeOf(cues) is not MeetingMode.InPerson and var line ? line : trigger.Rule.Mode;
        // "a reçu les chefs de plusieurs délégations. S'adressant au général X, …": who is turned to is one of them.
        var kind = series?.Kind ?? (trigger.Rule.Kind == MeetingKind.Contact && HasComeToCall(encounter) ? MeetingKind.CourtesyCall : trigger.Rule.Kind);
        if (mode != MeetingMode.InPerson && kind is MeetingKind.Talks or MeetingKind.Contact)
        {
            kind = MeetingKind.Call;
        }

        // "Lors du dialogue, les deux parties ont discuté de la situation": what they sat in, the noun tells.
        if (kind == MeetingKind.Talks && encounter.IsOfBoth && trigger.Rule.Form != TriggerForm.Noun && EncounterLexicon.French.OpensWithDialogue(context.Text, encounter.Sentence))
        {
            kind = MeetingKind.Dialogue;
        }

        // "X et Y se sont réunis mardi pour coprésider le 3e dialogue"
        if (kind == MeetingKind.Talks && trigger.Rule.Form != TriggerForm.Noun && IsToChairSession(encounter))
        {
            kind = MeetingKind.Dialogue;
        }

        var isRecent = date is null && cues.Any(c => c.Value == EncounterCue.Recent && IsToldAs(encounter, c));
        var draft = new Draft
        {
            Kind = kind,
            Mode = mode,
            Status = status,
            IsShared = encounter.IsShared,
            Partners = partners,
            Venue = venue.Own.Place.Length > 0 ? venue.Own : date is not null || days.IsResumed(encounter.Sentence) ? status == MeetingStatus.Held ? venue.Seat : venue.Own : venue.Told,
            HostCountry = encounter.HostIsHome is { } isHome && mode == MeetingMode.InPerson ? isHome ? context.HomeCountry : partners.FirstOrDefault(p => !context.IsBody(p)) ?? "" : "",
            Date = date?.Resolved ?? stay ?? (status == MeetingStatus.Held && !isRecent ? days.DayOf(encounter) : default),
            Weekday = date is null ? (status == MeetingStatus.Held && !isRecent ? days.Weekday : null) : date.Expression.Weekday,
            HasOwnDate = date is not null,
            IsOfLostLead = trigger is { IsInPassing: true, IsDefinite: true } && Antecedents.IsBeforeNames(context, encounter.Sentence),
            OpensWithPronoun = IsFirst(encounter.Sentence) && ClauseLexicons.French.Words.Has("subject-pronoun", context.Text.Tokens[encounter.Sentence.First].Folded),
            Institution = kind != MeetingKind.Dialogue && encounter.Home.Concat(encounter.Guests).FirstOrDefault(a => a.IsInstitution) is { } institution ? context.Text.Tokens[institution.First].Folded : "",
            IsOfInstitutions = encounter.Home.Concat(encounter.Guests).ToList() is [{ IsInstitution: true }, { IsInstitution: true }],
            IsInstitutionHost = encounter.Home.Any(a => a.IsInstitution),
            Sentence = encounter.Sentence.Index,
            IsAccount = trigger.IsAccount,
            IsInMargin = IsBeside(encounter.Sentence, trigger.First),
            IsOfStay = IsWithinStay(encounter.Sentence, trigger.First),
            IsOfUnnamed = encounter.Guests is [{ Person: null, IsNamed: false, Count: 1, IsInstitution: false } several] && several.First >= encounter.Sentence.First
                && ClauseLexicons.French.Words.StandsIn("indefinite-several", context.Text.Tokens, Math.Max(encounter.Sentence.First, several.First - 1), several.First + 1),
            IsByTheWay = date is null && context.Verbs[encounter.Sentence.Index].Exists(v => v.First == trigger.First && v.Tense == Tense.Gerund),
            IsFurther = cues.Any(c => c.Value == EncounterCue.Near),
            IsEarlier = trigger.Tense == Tense.Pluperfect && cues.Any(c => c.Value == EncounterCue.Near),
        };
        draft.AddPeople(encounter.Home, encounter.Guests, context);

        return draft;
    }

    /// <summary><c>a affirmé X à l'ambassadeur Y, venu le saluer</c>, <c>venue lui rendre visite</c></summary>
    private bool HasComeToCall(Encounter encounter)
    {
        const int Reach = 5;
        var (tokens, words, end) = (context.Text.Tokens, ClauseLexicons.French.Words, encounter.Sentence.First + encounter.Sentence.Count);
        return encounter.Guests.Any(g => g.First >= encounter.Sentence.First && (g.End < end && tokens[g.End].Folded == "," ? g.End + 1 : g.End) is var come && come < end
            && words.Has("come", tokens[come].Folded) && words.StandsIn("calling-on", tokens, come + 1, Math.Min(come + Reach, end)));
    }

    /// <summary><c>a récemment reçu X</c>, <c>Récemment, X a vu Y</c>, and not <c>a reçu X, récemment nommé</c>.</summary>
    private bool IsToldAs(Encounter encounter, PhraseMatch<EncounterCue> cue)
    {
        const int Opening = 2;
        const int Reach = 6;
        var (tokens, words, sentence, trigger, end) = (context.Text.Tokens, ClauseLexicons.French.Words, encounter.Sentence, encounter.Trigger, cue.First + cue.Count);
        if (cue.First - sentence.First < Opening)
        {
            return !context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First >= end && v.Anchor < trigger.First && v.First != trigger.First);
        }

        // Within the verb or right behind it, before anybody is named, and beside no participle of another.
        return cue.First >= trigger.First && cue.First - trigger.End < Reach && !words.StandsIn("who", tokens, trigger.End, Math.Max(trigger.End, cue.First))
            && !context.Actors[sentence.Index].Exists(a => a.First >= trigger.End && a.First < cue.First)
            && (cue.First < trigger.End || end >= tokens.Count || !UnknownParticiple.Is(tokens[end], words));
    }

    /// <summary><c>… se sont réunis pour coprésider le 3e dialogue</c>: what they came together for is the session itself.</summary>
    private bool IsToChairSession(Encounter encounter)
    {
        const int Reach = 5;
        var (tokens, words, end) = (context.Text.Tokens, ClauseLexicons.French.Words, encounter.Sentence.First + encounter.Sentence.Count);
        return context.Verbs[encounter.Sentence.Index].Exists(v => v.Tense == Tense.Infinitive && v.First > encounter.Trigger.End && words.Has("chairing", Folding.Fold(v.Verb)) && words.Has("purpose", tokens[v.First - 1].Folded)
            && words.StandsIn("dialogue-noun", tokens, v.End, Math.Min(v.End + Reach, end)));
    }

    /// <summary>The one state that the name of a dialogue holds: <c>le 11e dialogue sur la politique de défense Vietnam - Singapour</c>.</summary>
    private string? PartnerNamedAfter(Encounter encounter)
    {
        const int Reach = 12;
        var named = context.Mentions[encounter.Sentence.Index].Where(m => m.FirstToken >= encounter.Trigger.End && m.FirstToken < encounter.Trigger.End + Reach && m.Kind == MentionKind.Name).Select(m => m.Code).Distinct(StringComparer.Ordinal).ToList();
        return named.Count == 1 ? named[0] : named.Count == 0 ? BodyNamedAfter(encounter, Reach) : null;
    }

    /// <summary><c>le 2e dialogue entre le Vietnam et l'Union européenne</c>: the body that the name joins to the home country.</summary>
    private string? BodyNamedAfter(Encounter encounter, int reach)
    {
        var (tokens, words, end) = (context.Text.Tokens, ClauseLexicons.French.Words, encounter.Trigger.End);
        return context.HomeMentions[encounter.Sentence.Index].FirstOrDefault(m => m.FirstToken >= end && m.FirstToken < end + reach) is { } ours
            ? context.Mentions[encounter.Sentence.Index].FirstOrDefault(m => m.Kind == MentionKind.Body && m.FirstToken - ours.EndToken is 1 or 2 && (words.Has("and", tokens[ours.EndToken].Folded) || tokens[ours.EndToken].Folded is "-" or "–"))?.Code : null;
    }

    /// <summary>Several of whom nobody is told: named before what is told, or the peers of whoever met them.</summary>
    private bool IsOfOccasion(Actor actor, int first, int trigger)
    {
        var (words, head) = (ClauseLexicons.French.Words, context.Text.Tokens[actor.First].Folded);
        return words.EndingsOf("plural-ending").Has(head) && (actor.First < trigger || words.Has("guests", head)
            // "lors de leur rencontre à Bali, en marge de la réunion des dirigeants de l'ASEAN"
            || words.StandsIn("margin", context.Text.Tokens, first, actor.First));
    }

    /// <summary><c>En marge du dialogue, X s'est entretenu avec Y</c></summary>
    private bool IsBeside(Sentence sentence, int until)
    {
        for (var i = sentence.First; i < until; i++)
        {
            if (ClauseLexicons.French.Words.Has("margin", context.Text.Tokens[i].Folded))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>Dans le cadre de cette visite, X a rencontré Y</c>, <c>Durant son séjour</c>, <c>À cette occasion</c>: at the head of the sentence, before anybody is named.</summary>
    private bool IsWithinStay(Sentence sentence, int until)
    {
        const int Opening = 7;
        var (tokens, words) = (context.Text.Tokens, ClauseLexicons.French.Words);
        var first = context.Actors[sentence.Index].Where(a => a.First >= sentence.First).Select(a => a.First).Append(Math.Min(until, sentence.First + Opening)).Min();
        for (var i = sentence.First + 2; i < first; i++)
        {
            if (words.Has("this-or-own", tokens[i - 1].Folded) && (words.Has("visit-whole", tokens[i].Folded) || words.Has("occasion-noun", tokens[i].Folded)))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsFirst(Sentence sentence) => context.Text.Sentences.FirstOrDefault(s => s.Section == SectionKind.Body)?.Index == sentence.Index;
}
