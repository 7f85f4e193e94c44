using Entente.Clauses;
using Entente.Lexicons;
using Entente.Meetings;
using Entente.Partners;
using Entente.Tables;
using Entente.Texts;

namespace Entente.Visits;

/// <summary>Finds the visit that an article takes for granted: it tells no visitor of it, but meetings that somebody has travelled to, or a head who has.</summary>
internal sealed class TakenVisits(VisitLexicon lexicon, WordSets words, VisitGoals goals, VisitDater dater, VisitorRecall recall)
{
    /// <summary>Guests who have come together: of more, each need not have come for the one who receives them.</summary>
    private const int Both = 2;

    /// <summary>How far into a sentence a state opens it, in tokens.</summary>
    private const int Opening = 4;

    /// <summary>
    /// <c>cette visite</c>, <c>la cérémonie d'accueil</c>: the article takes a visit for granted that it does not introduce. It is that of the first
    /// foreign guest received at home, or of the home head received abroad; an ambassador is no visitor.
    /// </summary>
    public void Add(List<Visit> visits, VisitContext context, IReadOnlyList<Meeting> meetings, List<OpenVisit> open)
    {
        if (visits.Count == 0 && !meetings.Any(m => m.Status == MeetingStatus.Held))
        {
            AddUnmet(visits, context, open);
            return;
        }

        if (meetings.FirstOrDefault(m => m is { Status: MeetingStatus.Held, Mode: MeetingMode.InPerson, IsMultilateral: false, Partners.Count: 1 }) is not { } meeting)
        {
            return;
        }

        var host = HostOf(context, meeting, meetings);
        // Nothing tells where they met, but a visit is told that the guest from abroad can have made.
        var isGuestTold = host.Length == 0 && meeting is { Guests: [{ Country: { } from }, ..] } && open.Exists(o => o.MayBeOf(meeting.Guests[0].Level) && IsOf(context, o, from, context.HomeCountry) && NamesState(context, o, from));
        isGuestTold |= host.Length == 0 && IsReceivedInTitle(context);
        if (host.Length == 0 && !isGuestTold)
        {
            return;
        }

        // Received by somebody of the home country who is abroad: "En visite au Caire, X a reçu le Premier ministre égyptien".
        var isAtHome = isGuestTold || host == context.HomeCountry;
        if (isAtHome && visits.Exists(v => v.Origin == context.HomeCountry && v.Destination == meeting.Partners[0] && context.Partners.MainPartners.Contains(v.Destination, StringComparer.Ordinal) && meeting.Home.Any(h => h.Person == v.Person)))
        {
            return;
        }

        // An attaché who is received lives here, whatever visits are alluded to; so does who has come to take leave at the end of a term.
        if (isAtHome && IsOfTerm(context, meeting) || !isAtHome && host != meeting.Partners[0] || isAtHome && meeting.Guests is [{ Person: var received }, ..] && context.IsAccredited(received)
            || (isAtHome ? meeting.Guests : meeting.Home) is not [{ Level: not People.PersonLevel.Ambassador, Country: { } origin } visitor, ..] || visits.Exists(v => v.Person == visitor.Person && v.Destination == (isAtHome ? context.HomeCountry : meeting.Partners[0])))
        {
            return;
        }

        var together = isAtHome ? meetings.Where(m => m.Status == MeetingStatus.Held && m.Evidence.Start == meeting.Evidence.Start).SelectMany(m => m.Guests).Where(g => g is { Level: not People.PersonLevel.Ambassador, Country: not null }).DistinctBy(g => g.Person).ToList() : [];
        foreach (var sentence in context.Text.Sentences.Where(s => s.Section is SectionKind.Body or SectionKind.Title))
        {
            // "a reçu le ministre cambodgien X et le ministre lao Y, venus assister aux célébrations": each has come.
            if (together.Count == Both && sentence.Span.Start == meeting.Evidence.Start && words.StandsIn("come-together", context.Text.Tokens, sentence.First, sentence.First + sentence.Count) && IsTraceOf(context, sentence, together[^1].Person, isAtHome))
            {
                visits.AddRange(together.Where(g => !visits.Exists(v => v.Person == g.Person && v.Destination == context.HomeCountry))
                    .Select(g => new Visit(g.Name, g.Person, g.Country!, context.HomeCountry, VisitKind.Other, default, meeting.Evidence)));
                return;
            }

            // "a reçu une délégation conduite par X": who leads a delegation from abroad has come.
            var isLed = isAtHome && meeting.Kind == MeetingKind.Reception && context.Actors[sentence.Index].Any(a => a is { IsGroup: true, IsNamed: true } && a.Person == visitor.Person);
            // A visit told up to there is the one that is taken for granted.
            var told = open.Find(o => o.Sentence.Index == sentence.Index && o.MayBeOf(visitor.Level) && !IsOfSomebodyElse(context, sentence, o.End) && IsOf(context, o, origin, isAtHome ? context.HomeCountry : meeting.Partners[0]));
            if (isLed && !visits.Exists(v => v.Evidence.Start == sentence.Span.Start)
                || IsTraceOf(context, sentence, visitor.Person, isAtHome)
                || !visits.Exists(v => IsMeant(context, sentence, v, isAtHome ? context.HomeCountry : meeting.Partners[0])) && (told is not null || !open.Exists(o => o.Sentence.Index == sentence.Index && o.IsOfOther(visitor.Level)) && lexicon.Allusions.Find(context.Text, sentence).Any(a => a.Value == VisitAllusion.Allusion && !IsOfSomebodyElse(context, sentence, a.Next))))
            {
                var guest = new Actor(sentence.First, sentence.First, origin, visitor.Person, visitor.Level, IsNamed: true);
                var date = told is null ? null : dater.Find(context, sentence, told.First, told.End, guest);
                visits.Add(new Visit(
                    visitor.Name, visitor.Person, origin, isAtHome ? context.HomeCountry : meeting.Partners[0], told?.Kind ?? VisitKind.Other, date?.Resolved ?? default,
                    new EvidenceCells(context.Text.DocId, context.SentenceText(sentence.Index), sentence.Span.Start, sentence.Span.End)));
                return;
            }
        }
    }

    /// <summary><c>a reçu le représentant X, venu prendre congé à la fin de son mandat au Vietnam</c>, <c>venue le saluer à l'occasion de sa prise de fonctions</c></summary>
    private bool IsOfTerm(VisitContext context, Meeting meeting)
    {
        if (context.SentenceAt(meeting.Evidence.Start) is not { } sentence)
        {
            return false;
        }

        var (tokens, end) = (context.Text.Tokens, sentence.First + sentence.Count);
        var come = Enumerable.Range(sentence.First, sentence.Count).FirstOrDefault(i => i > sentence.First && words.Has("come", tokens[i].Folded) && tokens[i - 1].Text == ",", -1);
        return come > 0 && words.StandsIn("term-of-post", tokens, come, end) && !lexicon.Nouns.Find(context.Text, sentence).Any(n => n.First > come);
    }

    /// <summary>Where two met: as their meeting tells it, or another of one of them on the same stay; else where the report was sent from (<c>Séoul (VNA) -</c>), if that is the partner's capital.</summary>
    public static string HostOf(VisitContext context, Meeting meeting, IReadOnlyList<Meeting> meetings)
    {
        if (meeting.HostCountry.Length > 0)
        {
            return meeting.HostCountry;
        }

        var hosted = meetings.FirstOrDefault(m => m is { Status: MeetingStatus.Held, Mode: MeetingMode.InPerson, IsMultilateral: false, HostCountry.Length: > 0 } && m.Partners.SequenceEqual(meeting.Partners) && (m.Guests.Any(g => meeting.Guests.Any(o => o.Person == g.Person))
            // "Au cours de ce séjour, X s'est entretenu avec une délégation du ministère. Il a été reçu par le ministre Y"
            || meeting.Guests.Count == 0 && m.HostCountry != context.HomeCountry && m.Home.Any(h => meeting.Home.Any(o => o.Person == h.Person))));
        return hosted?.HostCountry ?? OfStay(context, meeting)
            ?? (context.StateOfDateline is { } state && state == meeting.Partners[0] ? state : "");
    }

    /// <summary><c>Pendant ce séjour, le général X s'est entretenu avec le ministre Y</c>: the stay is that of him of whom the sentence tells; null where it opens on none.</summary>
    private static string? OfStay(VisitContext context, Meeting meeting)
    {
        const int Opening = 6;
        var words = ClauseLexicons.French.Words;
        return context.SentenceAt(meeting.Evidence.Start) is { } sentence && Math.Min(sentence.First + Opening, sentence.First + sentence.Count) is var until
            && words.StandsIn("in-time-of", context.Text.Tokens, sentence.First, until) && words.StandsIn("stay-noun", context.Text.Tokens, sentence.First, until)
            && context.Actors[sentence.Index].FirstOrDefault() is { Count: 1, Person: { } person } && meeting.Home.Any(h => h.Person == person) && !context.IsBody(meeting.Partners[0]) ? meeting.Partners[0] : null;
    }

    /// <summary>
    /// <c>X, venu participer à la réunion</c>, <c>X, arrivé la veille</c>: who has met others away from home has come there. Abroad also a delegation that he leads
    /// (<c>Une délégation conduite par X a eu à Manille une réunion</c>), and the state that opens the sentence (<c>Au Japon, le général X a été reçu</c>).
    /// </summary>
    private bool IsTraceOf(VisitContext context, Sentence sentence, int person, bool isAtHome)
    {
        const int Reach = 14;
        var tokens = context.Text.Tokens;
        // "l'attaché de défense X, venu prendre congé": who lives here has not come.
        if (context.Holds(sentence, "resident-post"))
        {
            return false;
        }

        foreach (var actor in context.Actors[sentence.Index])
        {
            if (actor.Person != person)
            {
                continue;
            }

            if (!isAtHome && !context.Holds(sentence, "embassy") && actor is { IsGroup: true, IsNamed: true } && words.Has("group", tokens[actor.First].Folded) && !words.Has("definite", tokens[Math.Max(sentence.First, actor.First - 1)].Folded))
            {
                return true;
            }

            if (!isAtHome && goals.Between(context, sentence, sentence.First, Math.Min(actor.First, sentence.First + Opening)) is [var frame, ..] && frame != context.HomeCountry && !context.Verbs[sentence.Index].Any(v => v.First < actor.First) && !words.HasWritten("to-or-bare", tokens[sentence.First].Text))
            {
                return true;
            }

            // "Venu de Varsovie, le ministre X a été reçu par …"
            if (words.Has("come", tokens[sentence.First].Folded) && words.Has("of", tokens[sentence.First + 1].Folded) && !context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First < actor.First))
            {
                return true;
            }

            // ", vice-ministre de la Défense du Kazakhstan, venu participer à la réunion"
            for (var i = actor.End; i < Math.Min(actor.End + Reach, sentence.First + sentence.Count - 1); i++)
            {
                if (tokens[i].Text == "," && words.Has("come", tokens[i + 1].Folded))
                {
                    return true;
                }

                if (context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First == i))
                {
                    break;
                }
            }
        }

        return false;
    }

    /// <summary>Whether a visit told up to a sentence can be what it alludes to: one to the same state, or one told right before.</summary>
    private static bool IsMeant(VisitContext context, Sentence sentence, Visit visit, string destination) =>
        visit.Evidence.Start <= sentence.Span.Start
        && (visit.Destination == destination || visit.Evidence.Start >= context.Text.Sentences[Math.Max(0, sentence.Index - 1)].Span.Start);

    /// <summary><c>Le chef de l'État a reçu le ministre biélorusse de la Défense</c>, over a text of what both said.</summary>
    private bool IsReceivedInTitle(VisitContext context) =>
        context.Text.Sentences.Where(s => s.Section == SectionKind.Title).Any(s => context.Verbs[s.Index].Any(v =>
            words.Has("receiving", Folding.Fold(v.Verb)) && context.Mentions[s.Index].Any(m => v.IsPassive ? m.EndToken <= v.First : m.FirstToken >= v.End)
            && !context.Mentions[s.Index].Any(m => v.IsPassive ? m.FirstToken >= v.End : m.EndToken <= v.First)));

    /// <summary><c>Le directeur de l'Institut suédois termine son séjour</c>: the state stands before the noun.</summary>
    private static bool NamesState(VisitContext context, OpenVisit open, string state) =>
        context.Mentions[open.Sentence.Index].Any(m => m.Code == state && m.EndToken <= open.First);

    /// <summary><c>la visite au Vietnam d'une délégation</c>: of somebody whom the text has not told.</summary>
    private bool IsOfSomebodyElse(VisitContext context, Sentence sentence, int next)
    {
        const int Reach = 6;
        var tokens = context.Text.Tokens;
        for (var i = next; i + 2 < Math.Min(next + Reach, sentence.First + sentence.Count) && tokens[i].Kind == TokenKind.Word && !context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First == i); i++)
        {
            if (words.Has("of", tokens[i].Folded) && words.Has("indefinite", tokens[i + 1].Folded) && words.Has("group", tokens[i + 2].Folded))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>La frégate vietnamienne …, entamant sa visite en Allemagne</c>: of ours to the state of whoever is named there.</summary>
    private bool IsOfOursTo(VisitContext context, Sentence sentence, PhraseMatch<VisitNoun> noun, string host) =>
        noun.First > sentence.First && words.Has("possessive", context.Text.Tokens[noun.First - 1].Folded) && context.HomeMentions[sentence.Index].Any(m => m.FirstToken < noun.First)
            && goals.Between(context, sentence, noun.Next, noun.Next + VisitGoals.Reach) is [var only] && only == host
            && !context.Actors[sentence.Index].Any(a => a.End <= noun.First && a.Country == host);

    private bool Invites(VisitContext context, Actor guest)
    {
        const int Reach = 4;
        var first = Math.Max(0, guest.First - Reach);
        return Enumerable.Range(first, guest.First - first).Any(i => VisitWishes.IsInviting(words, context.Text.Tokens, first, i));
    }

    /// <summary>A visit to the home country in an article that tells no encounter is that of the first guest from abroad.</summary>
    private void AddUnmet(List<Visit> visits, VisitContext context, List<OpenVisit> open)
    {
        var guest = context.Text.Sentences.Where(s => s.Section == SectionKind.Body).SelectMany(s => context.Actors[s.Index]).FirstOrDefault(a => a is { IsNamed: true, Count: 1, Person: not null } && VisitorRecall.Travels(context, a, context.HomeCountry));
        if (guest is null && AbroadUnmet(context, open) is { } abroad)
        {
            visits.Add(abroad);
            return;
        }

        // "Au cours de son séjour, le ministre X rencontrera le Premier ministre Y": X's, and not that of whom he is to meet.
        if (guest is not null && open.Exists(o => !o.IsTaken && words.StandsIn("possessive", context.Text.Tokens, Math.Max(o.Sentence.First, o.First - 1), o.First) && context.Actors[o.Sentence.Index].FirstOrDefault(a => a is { IsNamed: true, Count: 1, Person: not null }) is { } stays && context.IsHome(stays)))
        {
            return;
        }

        // "entamant sa visite en Allemagne. … Hans Meyer, commandant de la flottille, s'est réjoui de la visite": of ours there, whom he receives.
        if (guest is { Country: { } host } && context.Text.Sentences.Any(s => s.Section == SectionKind.Body && lexicon.Nouns.Find(context.Text, s).Any(n => IsOfOursTo(context, s, n, host))))
        {
            return;
        }

        // "Cette visite a lieu sur l'invitation du ministre Y": who invites stays.
        if (guest is not null && Invites(context, guest))
        {
            return;
        }

        if (guest is not { Country: { } origin, Person: { } person } || !context.Partners.MainPartners.Contains(origin, StringComparer.Ordinal) || visits.Exists(v => v.Person == person)
            || open.Find(o => o.MayBeOf(guest.Level) && IsOf(context, o, origin, context.HomeCountry)) is not { } told || context.NameOf(person) is not { } name)
        {
            return;
        }

        visits.Add(new Visit(
            name, person, origin, context.HomeCountry, told.Kind, dater.Find(context, told.Sentence, told.First, told.End, guest)?.Resolved ?? default,
            new EvidenceCells(context.Text.DocId, context.SentenceText(told.Sentence.Index), told.Sentence.Span.Start, told.Sentence.Span.End)));
    }

    /// <summary>The visit of a ship or delegation of the home country to the capital of the one partner: its head makes it (<c>Le colonel X, chef de la délégation</c>).</summary>
    private Visit? AbroadUnmet(VisitContext context, List<OpenVisit> open)
    {
        if (context.SolePartner is not { } partner || !context.Partners.Mentions.Any(m => m.Code == partner && m.Kind == MentionKind.Capital && context.Text.Sentences[m.SentenceIndex].Section is SectionKind.Title or SectionKind.Body)
            || open.Find(o => !o.IsTaken && IsOf(context, o, context.HomeCountry, partner)) is not { } told)
        {
            return null;
        }

        foreach (var sentence in context.Text.Sentences.Where(s => s.Section == SectionKind.Body))
        {
            if (context.Actors[sentence.Index].FirstOrDefault(a => a is { IsNamed: true, Person: not null } && context.IsHome(a) && recall.IsHead(context, sentence, a)) is { Person: { } person } head && context.NameOf(person) is { } name)
            {
                return new Visit(
                    name, person, context.HomeCountry, partner, told.Kind, dater.Find(context, told.Sentence, told.First, told.End, head)?.Resolved ?? default,
                    new EvidenceCells(context.Text.DocId, context.SentenceText(told.Sentence.Index), told.Sentence.Span.Start, told.Sentence.Span.End));
            }
        }

        return null;
    }

    /// <summary>
    /// Whether a visit told without its visitor can be one from <paramref name="origin"/>: its sentence names that state beside the goal
    /// (<c>Une délégation sénégalaise en visite au Vietnam</c>), or the guest's own visit (<c>sa visite</c>, <c>la visite</c>).
    /// </summary>
    private bool IsOf(VisitContext context, OpenVisit open, string origin, string destination)
    {
        if (open.Origin is not null && open.Origin != origin)
        {
            return false;
        }

        var reached = goals.Between(context, open.Sentence, open.End, open.End + VisitGoals.Reach);
        var named = context.Mentions[open.Sentence.Index].Where(m => m.Kind is not MentionKind.Body).Select(m => m.Code).Concat(context.HomeMentions[open.Sentence.Index].Select(_ => context.HomeCountry)).Where(c => !reached.Contains(c)).ToList();
        return reached.Count > 0 ? reached.Contains(destination) && (named.Count == 0 || named.Contains(origin)) : named.Count == 0 || named.Contains(origin);
    }
}
