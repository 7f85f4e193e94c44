using Entente.Clauses;
using Entente.Dates;
using Entente.Lexicons;
using Entente.People;
using Entente.Tables;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>
/// An article whose lead is lost, of which only the remarks of both sides are left, tells a meeting all the same (rule 4): somebody of the home side and
/// somebody of the sole partner open a sentence each, or only the home side does and offices of the other are spoken of, and words of exchange (<c>pour sa part</c>, <c>les deux
/// parties</c>) stand beside. Remarks to the press tell none.
/// </summary>
internal sealed class RemarksReader(EncounterLexicon lexicon, ParticipantFinder participants, WordSets words)
{
    /// <summary>How far from the head of a sentence its speaker may stand: <c>Pour sa part, l'ambassadeur …</c>.</summary>
    private const int SpeakerReach = 7;

    /// <summary>How far before the day of a picture its town may stand: <c>à Hanoï, le 10 mai</c>.</summary>
    private const int TownReach = 5;

    private readonly VenueReader _venues = new(words);

    public Meeting? Find(ArticleContext context, int before)
    {
        var body = context.Text.Sentences.Where(s => s.Section == SectionKind.Body && s.Index < before).ToList();
        // What the two sides will do tells no meeting that was.
        var told = body.Where(s => !context.Verbs[s.Index].Any(v => v.Tense == Tense.Future) || context.Verbs[s.Index].Any(v => v.Tense == Tense.Past)).ToList();
        var cues = told.SelectMany(s => lexicon.CuesOf(context.Text, s)).Select(c => c.Value).ToHashSet();
        if (cues.Contains(EncounterCue.Press))
        {
            return null;
        }

        // "Le vice-ministre X et son homologue Y ont estimé que …": they sit together.
        foreach (var sentence in body)
        {
            if (participants.PairOf(context, sentence) is { Count: 2 } pair && pair.All(a => a.Person is not null) && Speaks(context, sentence, pair[1]))
            {
                var ofPair = Make(context, sentence, pair.First(context.IsHome), pair.First(context.IsForeign), pair.First(context.IsForeign).Country!) with
                {
                    Kind = lexicon.OpensWithSession(context.Text, sentence, lexicon.CuesOf(context.Text, sentence)) ? MeetingKind.Dialogue : MeetingKind.Talks,
                };
                return ofPair.Place.Length == 0 && VenueBefore(context, sentence, pair.Min(a => a.First)) is { } venue ? ofPair with { Place = venue.Place, HostCountry = venue.Country } : ofPair;
            }
        }

        if (PartnerOf(context, body, before) is not { } partner || !cues.Contains(EncounterCue.Exchange) && !HasPairInPicture(context) && !OpensWithRemarks(context, body, partner) && !OpensOnTalks(context, body) && !OpensWithBoth(context, body) && !body.Exists(s => SpeakTogether(context, s, partner)))
        {
            return null;
        }

        var speakers = body.Where(s => !IsOfSpeech(context, s) && !OpensLongAgo(context, s)).SelectMany(s => PresentActors.Of(context, s, lexicon.CuesOf(context.Text, s)).Select((actor, at) => (Sentence: s, Actor: actor, IsFirst: at == 0)))
            .Where(s => s.IsFirst && s.Actor.First - s.Sentence.First <= SpeakerReach && !IsOfSomething(context, s.Sentence, s.Actor) ? Speaks(context, s.Sentence, s.Actor) : SpeaksAtOnce(context, s.Sentence, s.Actor) || IsSaidBy(context, s.Sentence, s.Actor)).ToList();
        var home = speakers.Find(s => s.Actor.Person is not null && context.IsHome(s.Actor));
        home = home.Actor is null ? speakers.Find(s => context.IsHome(s.Actor)) : home;
        var guests = speakers.Select(s => s.Actor).Where(a => a.Country == partner).ToList();
        var guest = guests.Find(a => a.Person is not null) ?? OnlyOne(context, body, partner) ?? guests.FirstOrDefault();
        // "Les deux vice-ministres ont estimé …" below a picture of the two: they are those of the lost lead.
        if (guest?.Person is null && body.Count > 0 && IsSaidByBoth(context, body[0]) && PairInPicture(context, partner) is { Home: { } ours, Guest: { } theirs })
        {
            guest = theirs;
            home = home.Actor is null ? (body[0], ours, true) : home;
        }

        // "Y ont assisté l'ambassadeur X et des représentants du ministère": guests of an event, who met nobody for that.
        if (home.Actor is null || guest?.Person is null && body.Exists(s => words.Has("place-pronoun", context.Text.Tokens[s.First].Folded) && context.Verbs[s.Index].Any(v => TakingPart.Attends(context, v))) || body.Exists(s => IsHeldByEmbassy(context, s)) || guest is null && !body.Exists(s => !context.Holds(s, "from-afar") && context.Actors[s.Index].Any(a => a.Country == partner)))
        {
            return null;
        }

        // "Le 9e Forum des amiraux de l'ASEAN s'est ouvert mardi", says a picture: what is said was said there, and to nobody in particular.
        if (guest?.Person is null && context.IsBody(partner) && context.Text.Sentences.Any(s => s.Section == SectionKind.Caption && lexicon.Gatherings.Find(context.Text, s).Count > 0))
        {
            return null;
        }

        var meeting = Make(context, home.Sentence, home.Actor, guest, partner);
        var mode = ModeInPicture(context, home.Actor, guest);
        return body.Exists(s => IsSpokenAt("dialogue-noun", context, s)) ? meeting with { Kind = MeetingKind.Dialogue }
            : mode != MeetingMode.InPerson ? meeting with { Kind = MeetingKind.Call, Mode = mode }
            : body.Exists(s => IsSpokenAt("ceremony-event", context, s)) ? AtCeremony(context, body, meeting) : meeting;
    }

    /// <summary><c>Lors de leur réunion à Hanoï, le général X et le colonel Y ont noté</c>: where they sat.</summary>
    private Venue? VenueBefore(ArticleContext context, Sentence sentence, int until)
    {
        var tokens = context.Text.Tokens;
        var noun = Enumerable.Range(sentence.First, until - sentence.First).FirstOrDefault(i => words.Has("talks-noun", tokens[i].Folded) || words.Has("encounter-with", tokens[i].Folded), -1);
        return noun < 0 ? null : Enumerable.Range(noun, until - noun).Select(i => _venues.Read(context, sentence, i)).FirstOrDefault(v => v is not null);
    }

    /// <summary><c>L'ambassade du Vietnam a organisé une exposition</c>, <c>une cérémonie a été organisée par l'ambassade</c>: what is said there is said to its guests.</summary>
    private bool IsHeldByEmbassy(ArticleContext context, Sentence sentence)
    {
        const int Reach = 12;
        var (tokens, end) = (context.Text.Tokens, sentence.First + sentence.Count);
        return context.Verbs[sentence.Index].Any(v => v is { IsFinite: true, IsReflexive: false, Tense: Tense.Past } && words.Has("hosting-event", Folding.Fold(v.Verb))
            && (v.IsPassive ? words.StandsIn("agent", tokens, v.End, Math.Min(v.End + Reach, end)) && words.StandsIn("embassy-host", tokens, v.End, Math.Min(v.End + Reach, end))
                : words.StandsIn("embassy-host", tokens, Math.Max(sentence.First, v.First - Reach), v.First) && words.StandsIn("indefinite", tokens, v.End, Math.Min(v.End + Reach, end))));
    }

    /// <summary><c>S'exprimant au dialogue, X a souligné</c>, <c>Lors de la consultation, Y a dit</c>, <c>S'exprimant à la cérémonie de lancement, Y a dit</c>: what the lost lead told.</summary>
    private bool IsSpokenAt(string set, ArticleContext context, Sentence sentence)
    {
        const int Reach = 4;
        var (tokens, end) = (context.Text.Tokens, sentence.First + sentence.Count);
        return Enumerable.Range(sentence.First, sentence.Count).Any(i => words.Has(set, tokens[i].Folded) && i + 1 < end && (tokens[i + 1].Folded is "," or "." || set == "ceremony-event" && words.Has("of", tokens[i + 1].Folded)) && i > sentence.First && words.Has("definite", tokens[i - 1].Folded)
            && words.StandsIn("spoken-at-session", tokens, Math.Max(sentence.First, i - Reach), i));
    }

    /// <summary><c>Le projet a été lancé le 9 mars à Vinh. S'exprimant à la cérémonie, X a …</c>: what was opened there and then has the town of the ceremony.</summary>
    private Meeting AtCeremony(ArticleContext context, List<Sentence> body, Meeting meeting)
    {
        var day = body.SelectMany(s => context.DatesIn[s.Index].Where(d => d.Resolved.Date.Day > 0).Select(d => (Sentence: s, Day: d))).FirstOrDefault(d => d.Day.Resolved.Date == meeting.Date.Date);
        var venue = day.Day is null || meeting.Place.Length > 0 ? Venue.None : VenueOf(context, day.Sentence, day.Day);
        return meeting with { Kind = MeetingKind.Contact, Place = venue == Venue.None ? meeting.Place : venue.Place, HostCountry = venue == Venue.None ? meeting.HostCountry : venue.Country };
    }

    /// <summary><c>X en conversation téléphonique avec Y</c>: how the picture of the two says that they spoke.</summary>
    private MeetingMode ModeInPicture(ArticleContext context, Actor home, Actor? guest) =>
        context.Text.Sentences.FirstOrDefault(s => s.Section == SectionKind.Caption && context.Actors[s.Index].Exists(a => a.Person is not null && a.Person == home.Person) && context.Actors[s.Index].Exists(a => a.Person is not null && a.Person == guest?.Person)) is { } caption
            ? EncounterLexicon.ModeOf(lexicon.CuesOf(context.Text, caption)) : MeetingMode.InPerson;

    /// <summary><c>En février 1994, le ministre X a fait le déplacement</c>: what one of them did then is no remark.</summary>
    private static bool OpensLongAgo(ArticleContext context, Sentence sentence)
    {
        const int Opening = 2;
        return context.DatesIn[sentence.Index].Any(d => d.First - sentence.First <= Opening && IsLongAgo(context, d));
    }

    /// <summary><c>Le voyage de la présidente X a confirmé</c>: what is hers is the subject, and not she; but <c>Aux dires de la présidente</c>.</summary>
    private bool IsOfSomething(ArticleContext context, Sentence sentence, Actor actor)
    {
        var before = actor.First - 1;
        before -= before > sentence.First && words.Has("feminine-article", context.Text.Tokens[before].Folded) ? 1 : 0;
        return before > sentence.First && words.Has("of", context.Text.Tokens[before].Folded) && words.Has("article", context.Text.Tokens[sentence.First].Folded);
    }

    private static bool IsLongAgo(ArticleContext context, DateMention date)
    {
        const int Days = 60;
        return date.Resolved.To is { } last && context.Dates.ArticleDate.From is { } news && last < news.AddDays(-Days);
    }

    /// <summary><c>Dans son discours, X a souligné</c>: said to a gathering, and not to somebody whom he met.</summary>
    private bool IsOfSpeech(ArticleContext context, Sentence sentence)
    {
        const int Opening = 4;
        return words.StandsIn("speech", context.Text.Tokens, sentence.First, Math.Min(sentence.First + Opening, sentence.First + sentence.Count));
    }

    /// <summary>The one partner of the article, or of those remarks that stand before the first meeting told: <c>X a remercié l'ambassadeur hongrois. … Le même jour, il a reçu l'ambassadrice de Malaisie</c>.</summary>
    private static string? PartnerOf(ArticleContext context, List<Sentence> body, int before) =>
        context.SolePartner ?? (before < int.MaxValue && body.SelectMany(s => context.Mentions[s.Index]).Select(m => m.Code).Distinct(StringComparer.Ordinal).ToList() is [var only] && !context.IsBody(only) ? only : null);

    private Meeting Make(ArticleContext context, Sentence sentence, Actor home, Actor? guest, string partner)
    {
        var picture = PictureOf(context, home, guest);
        var venue = picture is { } shown ? VenueOf(context, shown.Caption, shown.Day) : Venue.None;
        // "est arrivé à Hanoï mercredi, clôturant ses visites": on the day of a return nobody of the countries left was met.
        var day = new StoryDays(context).OfVisitOver(sentence) is { } month ? month : context.Dates.Reported is { Date.Day: > 0 } lead && lead.Last == lead.Date && !(lead.From > context.Dates.ArticleDate.To) ? lead : context.Dates.ArticleDate.Date.Day > 0 ? context.Dates.ArticleDate : picture?.Day.Resolved ?? context.Dates.ArticleDate;
        return Meeting.Of(context, sentence, lexicon.OpensWithDialogue(context.Text, sentence) ? MeetingKind.Dialogue : MeetingKind.Talks, day, [home], guest is null ? [] : [guest]) with { IsInferred = true, Partners = [partner], Place = venue.Place, HostCountry = venue.Country };
    }

    /// <summary>A verb of what is said follows the actor (<c>a déclaré</c>, <c>s'est félicité</c>); to travel is no remark.</summary>
    private bool Speaks(ArticleContext context, Sentence sentence, Actor actor) =>
        context.Verbs[sentence.Index].Any(v => v.IsFinite && !v.IsPassive && v.First >= actor.End && (v.Tense is Tense.Past or Tense.Present or Tense.Pluperfect && words.Has("remark", Folding.Fold(v.Verb)) || v.Tense == Tense.Past && !words.Has("distant", Folding.Fold(v.Verb)) && !words.Has("travelling", Folding.Fold(v.Verb)) || VerbTime.IsPerfect(context, sentence, v, words)))
        || IsAccordingTo(context, sentence, actor);

    /// <summary><c>Selon le général X, la coopération s'est développée</c>, <c>Pour le général X, cette visite doit la servir</c></summary>
    private bool IsAccordingTo(ArticleContext context, Sentence sentence, Actor actor) =>
        actor.First - sentence.First <= 3 && (words.Has("according", context.Text.Tokens[sentence.First].Folded)
            || words.Has("for", context.Text.Tokens[sentence.First].Folded) && actor is { IsNamed: true, Person: not null } && words.StandsIn("list-mark", context.Text.Tokens, actor.End, Math.Min(actor.End + 1, sentence.First + sentence.Count))) && context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First >= actor.End);

    /// <summary>The text begins with what somebody of one side said, and goes on with what somebody of the other did, both by name and office.</summary>
    private bool OpensWithRemarks(ArticleContext context, List<Sentence> body, string partner)
    {
        const int Reach = 6;
        Actor? first = null;
        foreach (var sentence in body.Take(Reach))
        {
            var speaker = context.Actors[sentence.Index].FirstOrDefault();
            var speaks = speaker is { IsNamed: true, Person: not null } && speaker.First - sentence.First <= SpeakerReach && (context.IsHome(speaker) || speaker.Country == partner)
                && context.Verbs[sentence.Index].FirstOrDefault(v => v.IsFinite && v.First >= speaker.End) is { Verb: not null, IsPassive: false, Tense: Tense.Past } verb && verb.First - speaker.End <= 1 && IsRemark(context, sentence, verb);
            if (first is null && !speaks)
            {
                // "Il a su gré à la Pologne de son aide. Le général X a exprimé le vœu": of one of them, whom the lost lead named.
                if (words.Has("subject-pronoun", context.Text.Tokens[sentence.First].Folded))
                {
                    continue;
                }

                return false;
            }

            if (first is not null && speaks && context.IsHome(first) != context.IsHome(speaker!))
            {
                return true;
            }

            first ??= speaker;
        }

        return false;
    }

    /// <summary><c>L'entretien a duré une heure</c>, <c>Ont assisté à l'entretien …</c>: the text begins with the talks that its lost lead told.</summary>
    private bool OpensOnTalks(ArticleContext context, List<Sentence> body) =>
        body.Count > 0 && lexicon.Nouns.Find(context.Text, body[0]).Any(n => n.Value is { Kind: MeetingKind.Talks, Need: TriggerNeed.None } && n.First > body[0].First && words.Has("demonstrative", context.Text.Tokens[n.First - 1].Folded)
            // "L'entretien avec la presse", "l'entretien de 2009": another.
            && (n.Next >= body[0].First + body[0].Count || !words.Has("with", context.Text.Tokens[n.Next].Folded) && !words.Has("of", context.Text.Tokens[n.Next].Folded) && !words.Has("between", context.Text.Tokens[n.Next].Folded))
            && !context.Verbs[body[0].Index].Any(v => v.Tense is Tense.Future or Tense.Conditional || VerbTime.IsNegated(context, body[0], v)));

    /// <summary><c>Les deux vice-ministres se sont réjouis de la coopération</c>: the text begins with two of an office, one of each side, whom the lost lead named.</summary>
    private bool OpensWithBoth(ArticleContext context, List<Sentence> body)
    {
        const int Opening = 2;
        return body.Count > 0 && IsOfEach(context.Text.Tokens, body[0]) || body.Take(Opening).Any(s => context.Actors[s.Index].FirstOrDefault() is { Person: null, Count: 2, Level: > PersonLevel.Other } both && both.First - s.First <= SpeakerReach && Speaks(context, s, both));
    }

    /// <summary><c>Les deux vice-ministres ont affirmé</c>, of an office that both have.</summary>
    private bool IsSaidByBoth(ArticleContext context, Sentence sentence) =>
        context.Actors[sentence.Index].FirstOrDefault() is { Person: null, Count: 2 } both && both.First == sentence.First + 1 && Antecedents.LevelOf(context, both) > PersonLevel.Other
            && context.Verbs[sentence.Index].Exists(v => v is { IsFinite: true, IsPassive: false, Tense: Tense.Past } && v.First >= both.End && v.First - both.End <= SpeakerReach && words.Has("remark", Folding.Fold(v.Verb)));

    /// <summary><c>L'un et l'autre ont salué</c></summary>
    private bool IsOfEach(TokenList tokens, Sentence sentence)
    {
        const int Reach = 6;
        var end = Math.Min(sentence.First + Reach, sentence.First + sentence.Count);
        return words.StandsIn("indefinite", tokens, sentence.First, Math.Min(sentence.First + 2, end)) && words.StandsIn("each-other", tokens, sentence.First + 2, end) && words.StandsIn("and", tokens, sentence.First + 1, end);
    }

    /// <summary><c>Passant en revue leur coopération, Vietnamiens et Laotiens ont jugé nécessaire</c>: both peoples stand for those who talked.</summary>
    private bool SpeakTogether(ArticleContext context, Sentence sentence, string partner)
    {
        var tokens = context.Text.Tokens;
        return context.HomeMentions[sentence.Index].Any(h => context.Mentions[sentence.Index].FirstOrDefault(m => m.Code == partner && (m.FirstToken == h.EndToken + 1 || h.FirstToken == m.EndToken + 1)) is { } other
            && Math.Max(h.EndToken, other.EndToken) is var end && Math.Min(h.FirstToken, other.FirstToken) is var first && words.Has("and", tokens[Math.Min(h.EndToken, other.EndToken)].Folded) && tokens[first].IsCapitalized && tokens[end - 1].IsCapitalized && words.EndingsOf("plural-ending").Has(tokens[end - 1].Folded)
            && context.Verbs[sentence.Index].Any(v => v is { IsFinite: true, IsPassive: false } && v.First >= end && v.First - end <= 1 && words.StandsIn("said-together", tokens, v.First, Math.Min(v.End + 1, sentence.First + sentence.Count))));
    }

    /// <summary><c>a souhaité</c>, <c>a formé le souhait</c></summary>
    private bool IsRemark(ArticleContext context, Sentence sentence, VerbGroup verb)
    {
        const int Reach = 3;
        return words.Has("remark", Folding.Fold(verb.Verb))
            || words.StandsIn("said-noun", context.Text.Tokens, verb.End, Math.Min(verb.End + Reach, sentence.First + sentence.Count));
    }

    /// <summary>The two whom a caption names and nobody else, one of each side: <c>X (droite), et son homologue malaisien Y, à Hanoï le 5 décembre</c>; a ceremony shows others as well.</summary>
    private (Actor? Home, Actor? Guest) PairInPicture(ArticleContext context, string partner)
    {
        foreach (var caption in context.Text.Sentences.Where(s => s.Section == SectionKind.Caption && !words.StandsIn("ceremony-event", context.Text.Tokens, s.First, s.First + s.Count)))
        {
            var shown = context.Actors[caption.Index].Where(a => a is { Person: not null, IsNamed: true }).ToList();
            if (shown.Count == 2 && shown.Find(context.IsHome) is { } home && shown.Find(a => a.Country == partner) is { } guest)
            {
                return (home, guest);
            }
        }

        return (null, null);
    }

    /// <summary>A caption names one of each side together, and is of no other year.</summary>
    private static bool HasPairInPicture(ArticleContext context) =>
        context.Text.Sentences.Where(s => s.Section == SectionKind.Caption && !context.DatesIn[s.Index].Any(d => IsLongAgo(context, d))).Any(s => context.Actors[s.Index].Any(a => a.IsNamed && context.IsHome(a)) && context.Actors[s.Index].Any(a => a.IsNamed && context.IsForeign(a)));

    /// <summary>The caption that names the two and gives their picture a day.</summary>
    private static (Sentence Caption, DateMention Day)? PictureOf(ArticleContext context, Actor home, Actor? guest)
    {
        foreach (var caption in context.Text.Sentences.Where(s => s.Section == SectionKind.Caption && context.Actors[s.Index].Any(a => a.Person is not null && a.Person == home.Person) && context.Actors[s.Index].Any(a => a.Person is not null && a.Person == guest?.Person)))
        {
            if (context.DatesIn[caption.Index].Find(d => d.Resolved.Date.Day > 0 && !d.Expression.IsRange) is { } day)
            {
                return (caption, day);
            }
        }

        return null;
    }

    /// <summary>The town that a caption tells beside its day: <c>X (droite) et Y, le 10 mai à Hanoï</c>.</summary>
    private Venue VenueOf(ArticleContext context, Sentence caption, DateMention day) =>
        Enumerable.Range(caption.First, caption.Count - 1).Where(i => i == day.End || i < day.First && day.First - i <= TownReach).Select(i => _venues.Read(context, caption, i)).FirstOrDefault(v => v is not null) ?? Venue.None;

    /// <summary>The one person of the partner whom the text names, if it names only one.</summary>
    private static Actor? OnlyOne(ArticleContext context, List<Sentence> body, string partner)
    {
        // "ont adressé leurs messages de condoléances au général X": somebody far away.
        var named = body.Where(s => !context.Holds(s, "from-afar")).SelectMany(s => context.Actors[s.Index]).Where(a => a is { IsNamed: true, Person: not null } && a.Country == partner).ToList();
        // An ambassador beside whoever has come only stands by.
        named = named.Exists(a => a.Level > PersonLevel.Ambassador) ? [.. named.Where(a => a.Level != PersonLevel.Ambassador)] : named;
        return named.Count > 0 && named.TrueForAll(a => a.Person == named[0].Person) ? named[0] : null;
    }

    /// <summary><c>La coopération progresse, a souligné le vice-ministre X</c>: behind what is said, the verb and who says it.</summary>
    private bool IsSaidBy(ArticleContext context, Sentence sentence, Actor actor)
    {
        const int Lead = 2;
        return actor is { IsNamed: true, Person: not null } && context.Verbs[sentence.Index].Any(v => v is { IsFinite: true, IsPassive: false, Tense: Tense.Past } && v.First > sentence.First && v.End <= actor.First && actor.First - v.End < Lead && words.Has("remark", Folding.Fold(v.Verb))
            && words.Has("list-mark", context.Text.Tokens[v.First - 1].Folded));
    }

    /// <summary>The verb stands right behind: <c>S'adressant à la conférence, le vice-ministre X a apprécié</c>.</summary>
    private bool SpeaksAtOnce(ArticleContext context, Sentence sentence, Actor actor) =>
        context.Verbs[sentence.Index].Any(v => v.IsFinite && !v.IsPassive && v.First >= actor.End && v.First - actor.End <= 1 && v.Tense is Tense.Past && words.Has("remark", Folding.Fold(v.Verb))
            // "la visite du président Y, a-t-il rappelé": another said it.
            && !words.StandsIn("subject-pronoun", context.Text.Tokens, v.First, v.End));
}
