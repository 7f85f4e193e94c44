using Entente.Clauses;
using Entente.Partners;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>Where an encounter took place, as written, and the country that it is in.</summary>
internal sealed record Venue(string Place, string Country)
{
    public static readonly Venue None = new("", "");
}

/// <summary>
/// Finds the venue of an encounter in its sentence: a town after <c>à</c>, a building (<c>au siège du ministère de la Défense</c>), or the town that hosts it
/// (<c>Bali a accueilli la réunion</c>). A country (<c>au Vietnam</c>) is none, nor is the goal of a journey (<c>venu à Hanoï</c>). An encounter in the
/// margin of a gathering, or right after a ceremony, has their place.
/// </summary>
internal sealed class VenueFinder(WordSets words)
{
    /// <summary>The words that open a sentence.</summary>
    private const int OpeningReach = 4;

    private readonly VenueReader _reader = new(words);
    private readonly FrameVenue _frames = new(words);

    public Venue Find(ArticleContext context, Encounter encounter)
    {
        if (encounter.OwnStretch(context) is { } own && Nearest(context, encounter, own.From, own.Until) is var venue && venue != Venue.None)
        {
            return venue;
        }

        var sentence = encounter.Sentence;
        var found = Nearest(context, encounter, sentence.First, sentence.First + sentence.Count);
        found = found == Venue.None ? Host(context, encounter) : found;
        found = found == Venue.None && IsAtGoal(context, encounter) ? Goal(context, sentence, encounter.Trigger.First) : found;
        found = found == Venue.None && IsThere(context, encounter) ? GoalBefore(context, sentence) : found;
        found = found == Venue.None && OpensThere(context, sentence) ? LastOf(context, sentence.Index - 1) : found;
        found = found == Venue.None ? Embassy(context, encounter) : found;
        found = found == Venue.None ? _frames.ThisTown(context, encounter) : found;
        found = found == Venue.None ? _frames.OnArrival(context, encounter) : found;
        found = found == Venue.None ? Inherited(context, encounter) : found;
        found = found == Venue.None ? _frames.Find(context, encounter) : found;
        return found == Venue.None ? GatheringTown.Find(context, sentence) : found;
    }

    /// <summary><c>Dans cette dernière ville, il a rencontré Y</c>: the town told last.</summary>
    private bool OpensThere(ArticleContext context, Sentence sentence)
    {
        const int Reach = 4;
        var tokens = context.Text.Tokens;
        return sentence.Index > 0 && sentence.Count > Reach && words.Has("inside", tokens[sentence.First].Folded) && words.Has("this", tokens[sentence.First + 1].Folded) && words.StandsIn("town-noun", tokens, sentence.First + 2, sentence.First + Reach);
    }

    private Venue LastOf(ArticleContext context, int index)
    {
        var sentence = context.Text.Sentences[index];
        for (var i = sentence.First + sentence.Count - 2; i >= sentence.First && sentence.Section == SectionKind.Body; i--)
        {
            if (_reader.Read(context, sentence, i) is { } found)
            {
                return found;
            }
        }

        return Venue.None;
    }

    /// <summary><c>s'est incliné à l'ambassade du Laos … S'adressant à l'ambassadrice, il l'a priée de transmettre ses condoléances</c>: who is turned to there is met there.</summary>
    private Venue Embassy(ArticleContext context, Encounter encounter)
    {
        const int Reach = 3;
        if (encounter.Trigger.Rule.Kind != MeetingKind.Contact || !encounter.Home.Concat(encounter.Guests).Any(a => a.Level == People.PersonLevel.Ambassador))
        {
            return Venue.None;
        }

        for (var s = encounter.Sentence.Index - 1; s >= 0 && s >= encounter.Sentence.Index - Reach; s--)
        {
            if (context.Text.Sentences[s].Section == SectionKind.Body && context.Holds(context.Text.Sentences[s], "embassy") && PlaceOf(context, context.Text.Sentences[s]) is var venue && venue != Venue.None)
            {
                return venue;
            }
        }

        return Venue.None;
    }

    private Venue Nearest(ArticleContext context, Encounter encounter, int from, int until)
    {
        Venue best = Venue.None;
        var bestDistance = int.MaxValue;
        for (var i = from; i < until - 1; i++)
        {
            if (_reader.Read(context, encounter.Sentence, i) is not { } found || IsOfAnotherClause(context, encounter, i) || IsOnTheWay(context, encounter, i) || IsOfRelative(context, encounter, i) || IsOfMainClause(context, encounter, i) || IsOfOccasion(context, encounter, i, found))
            {
                continue;
            }

            var distance = i < encounter.Trigger.First ? encounter.Trigger.First - i : Math.Max(0, i - encounter.Trigger.End);
            if (distance < bestDistance)
            {
                (best, bestDistance) = (found, distance);
            }
        }

        return best;
    }

    /// <summary>
    /// <c>Lors de sa rencontre avec Y, X a salué le projet dévoilé à Hanoï</c>: a place after the next verb is that verb's; so is one behind another time
    /// (<c>s'est entretenu avec Y, qu'il avait vu à Bali</c>) and behind what is done to something else (<c>de la réunion, tenue en mai à Bali</c>).
    /// </summary>
    private bool IsOfAnotherClause(ArticleContext context, Encounter encounter, int at)
    {
        const int Reach = 5;
        var trigger = encounter.Trigger;
        return context.Verbs[encounter.Sentence.Index].Any(v => v.First >= trigger.End && v.Anchor < at
            && (IsDoneNext(context, encounter, v) || v.IsFinite
                ? IsOfAnotherTime(v.Tense, trigger.Tense) || !trigger.IsEvent && !words.Has("takes-place", Folding.Fold(v.Verb)) && !IsOfItsOwn(context, encounter, v)
                : v.Tense == Tense.Participle && v.First > trigger.End && at - v.Anchor <= Reach && words.Has("done-there", Folding.Fold(v.Verb)) && !trigger.IsEvent && !IsHeldThere(context, encounter, v)));
    }

    /// <summary><c>Lors d'une rencontre avec la délégation, tenue jeudi à Phnom Penh</c>: nothing else stands between that could have been held.</summary>
    private bool IsHeldThere(ArticleContext context, Encounter encounter, VerbGroup participle)
    {
        var (tokens, after) = (context.Text.Tokens, encounter.Trigger.End);
        return encounter.Trigger.Rule.Form == TriggerForm.Noun && words.Has("taken-place", tokens[participle.Anchor].Folded) && !words.StandsIn("gathering", tokens, after, participle.First)
            && !context.Verbs[encounter.Sentence.Index].Any(v => v.IsFinite && v.First >= after && v.First < participle.First);
    }

    /// <summary><c>a reçu à Hanoï le ministre X, ayant pris part mardi au dialogue</c>: the place is that of the verb before the comma.</summary>
    private bool IsOfMainClause(ArticleContext context, Encounter encounter, int at)
    {
        const int Reach = 6;
        var (tokens, trigger) = (context.Text.Tokens, encounter.Trigger);
        return trigger.Rule.Kind == MeetingKind.Dialogue && at < trigger.First && Enumerable.Range(at + 1, trigger.First - at - 1).Any(i => tokens[i].Text == "," && (words.Has("who", tokens[i + 1].Folded) || words.Has("having", tokens[i + 1].Folded))
                // "X et Y, qui coprésidaient le dialogue": without a day of its own it is what the main clause tells.
                && context.DatesIn[encounter.Sentence.Index].Any(d => d.First > i && d.First <= trigger.End + Reach))
            && context.Verbs[encounter.Sentence.Index].Any(v => v.IsFinite && v.First < at);
    }

    /// <summary><c>a été reçu par X, avant de visiter une raffinerie à Dung Quat</c></summary>
    private bool IsDoneNext(ArticleContext context, Encounter encounter, VerbGroup verb)
    {
        const int Reach = 3;
        var from = Math.Max(encounter.Trigger.End, verb.First - Reach);
        return verb.Tense == Tense.Infinitive && words.StandsIn("before-doing", context.Text.Tokens, from, verb.First) && words.StandsIn("of", context.Text.Tokens, from, verb.First);
    }

    private static bool IsOfAnotherTime(Tense told, Tense trigger) => told != trigger && told is Tense.Pluperfect or Tense.Future or Tense.Conditional;

    /// <summary><c>lors des entretiens qu'ils ont menés jeudi à Moscou</c>, <c>lors d'une rencontre qui les a réunis à Bali</c>: the clause behind the noun says where.</summary>
    private bool IsOfItsOwn(ArticleContext context, Encounter encounter, VerbGroup verb)
    {
        var after = encounter.Trigger.End;
        return verb.First > after && encounter.Trigger.Rule.Form == TriggerForm.Noun && words.Has("relative-object", context.Text.Tokens[after].Folded) && words.Has("holds-talks", Folding.Fold(verb.Verb))
            && !context.Verbs[encounter.Sentence.Index].Any(v => v.IsFinite && v.First >= after && v.First < verb.First);
    }

    /// <summary><c>À l'occasion du salon, qui s'est ouvert jeudi à l'aéroport, X a reçu Y</c>: the place is that of the clause between the commas.</summary>
    private bool IsOfRelative(ArticleContext context, Encounter encounter, int at)
    {
        if (at >= encounter.Trigger.First)
        {
            return false;
        }

        var verb = context.Verbs[encounter.Sentence.Index].LastOrDefault(v => v.IsFinite && v.Anchor < at);
        return verb.Verb is not null && verb.Anchor < encounter.Trigger.First - 1 && verb.First > encounter.Sentence.First && words.Has("who", context.Text.Tokens[verb.First - 1].Folded)
            && words.StandsIn("list-mark", context.Text.Tokens, at, encounter.Trigger.First)
            && !words.StandsIn("right-after", context.Text.Tokens, encounter.Sentence.First, encounter.Sentence.First + Math.Min(OpeningReach, encounter.Sentence.Count));
    }

    /// <summary><c>À l'occasion du salon, ouvert jeudi à l'aéroport, X a reçu Y</c>: the building is the occasion's, though the town may be that of both.</summary>
    private bool IsOfOccasion(ArticleContext context, Encounter encounter, int at, Venue venue)
    {
        if (at >= encounter.Trigger.First || venue.Place.Length == 0 || char.IsUpper(venue.Place[0]))
        {
            return false;
        }

        var opening = context.Verbs[encounter.Sentence.Index].LastOrDefault(v => v.Anchor < at);
        return opening is { Verb: not null, Tense: Tense.Participle } && words.Has("opening", Folding.Fold(opening.Verb)) && words.StandsIn("list-mark", context.Text.Tokens, at, encounter.Trigger.First);
    }

    /// <summary><c>s'est rendu dans un institut, à Hoà Lac, avant d'être reçu par X</c></summary>
    private bool IsOnTheWay(ArticleContext context, Encounter encounter, int at) =>
        at < encounter.Trigger.First && encounter.Trigger.First >= encounter.Sentence.First + 2 && words.Has("before-doing", context.Text.Tokens[encounter.Trigger.First - 2].Folded)
        && context.Verbs[encounter.Sentence.Index].LastOrDefault(v => v.IsFinite && v.Anchor < at) is { Verb: { } verb } && words.Has("goes-elsewhere", Folding.Fold(verb));

    /// <summary><c>Bali (Indonésie) a accueilli la réunion</c>, <c>Hanoï a abrité, mercredi, les consultations</c></summary>
    private Venue Host(ArticleContext context, Encounter encounter)
    {
        const int Reach = 10;
        var sentence = encounter.Sentence;
        var hosting = context.Verbs[sentence.Index].FirstOrDefault(v => v.IsFinite && !v.IsPassive && v.First <= sentence.First + Reach && words.Has("town-hosts", Folding.Fold(v.Verb)));
        return hosting.Verb is not null && (hosting.Anchor < encounter.Trigger.First || encounter.Trigger.IsEvent) ? HostBefore(context, sentence, hosting.First) : Venue.None;
    }

    /// <summary>The town that heads the sentence, that "c'est" singles out, or that a comma sets apart: <c>C'est la capitale chilienne, Santiago, qui a accueilli la réunion</c>.</summary>
    private Venue HostBefore(ArticleContext context, Sentence sentence, int verb)
    {
        var tokens = context.Text.Tokens;
        var isCleft = words.Has("cleft-lead", tokens[sentence.First].Folded);
        for (var i = isCleft ? sentence.First + 2 : sentence.First; i < verb; i++)
        {
            if ((i == sentence.First || words.Has("list-mark", tokens[i - 1].Folded) || isCleft && i == sentence.First + 2) && _reader.TownAt(context, sentence, i) is var town && town != Venue.None)
            {
                return town;
            }
        }

        return Venue.None;
    }

    /// <summary>The place of the gathering in whose margin an encounter is, or of the ceremony that it follows; none for one that has a time of its own.</summary>
    private Venue Inherited(ArticleContext context, Encounter encounter)
    {
        const int Reach = 6;
        var sentence = encounter.Sentence;
        var isInMargin = context.Holds(sentence, "margin");
        // "De retour au Vietnam, il a rencontré Y"
        if (sentence.Section != SectionKind.Body || !isInMargin && (IsTimed(context, sentence) || context.Holds(sentence, "return-noun")))
        {
            return Venue.None;
        }

        if (_frames.OfGatheringBefore(context, encounter) is { } seat)
        {
            return seat;
        }

        var isRightAfter = GoesOn(context, encounter);
        var isBeside = isInMargin || context.Holds(sentence, "beside");
        var isMargin = isInMargin;
        var isSeated = isBeside && context.Text.Sentences.Where(t => t.Section == SectionKind.Title).Any(t => IsSeated(context, t));
        for (var s = sentence.Index - (isInMargin ? 0 : 1); s >= Math.Max(0, sentence.Index - Reach) && context.Text.Sentences[s] is var told && (told.Section == SectionKind.Body || s == sentence.Index); s--)
        {
            var isTold = context.Holds(told, "margin");
            isMargin |= isTold;
            // Beside a gathering is where it is only for one that has its seat: "en marge de la réunion" may be anywhere.
            isSeated |= isBeside && IsSeated(context, told);
            var isThere = isSeated || s == sentence.Index || !isInMargin;
            // "Sept ambassadeurs ont présenté à Hanoï leurs lettres de créance. Le président a souhaité la bienvenue à A, B et C"
            var isCredentials = context.Holds(told, "credentials") && encounter.Guests.Any(g => g.Level == People.PersonLevel.Ambassador);
            if ((isCredentials || isThere && isTold || isThere && isBeside && context.Holds(told, "gathering-event") || isRightAfter && s >= sentence.Index - 2) && PlaceOf(context, told, s == sentence.Index ? i => IsOfRelative(context, encounter, i) || IsOfAnotherClause(context, encounter, i) : null) is var venue && venue != Venue.None)
            {
                return venue;
            }
        }

        // "En marge du Dialogue de Shangri-La, X a vu Y. … Ouvert vendredi à Singapour, le Dialogue de Shangri-La réunit …"
        return !isMargin || !isBeside || isInMargin && !isSeated ? Venue.None
            : OfFrame(context) is var frame && frame != Venue.None || !IsSeated(context, sentence) ? OfFrame(context)
            : context.Text.Sentences.Where(s => s.Index > sentence.Index && s.Section == SectionKind.Body && IsSeated(context, s)).Select(s => PlaceOf(context, s)).FirstOrDefault(v => v != Venue.None) ?? Venue.None;
    }

    /// <summary>A sentence names a gathering that is always held in one place: <c>Dialogue de Shangri-La</c>.</summary>
    public static bool IsSeated(ArticleContext context, Sentence sentence) => EncounterLexicon.French.Gatherings.Find(context.Text, sentence).Any(g => g.Value.IsSeated);

    /// <summary>The first place of a sentence.</summary>
    private Venue PlaceOf(ArticleContext context, Sentence sentence, Func<int, bool>? isElsewhere = null)
    {
        for (var i = sentence.First; i < sentence.First + sentence.Count - 1; i++)
        {
            if (_reader.Read(context, sentence, i) is { } found && isElsewhere?.Invoke(i) != true)
            {
                return found;
            }
        }

        var hosting = context.Verbs[sentence.Index].FirstOrDefault(v => v.IsFinite && words.Has("town-hosts", Folding.Fold(v.Verb)));
        return hosting.Verb is null ? Venue.None : _reader.TownAt(context, sentence, sentence.First);
    }

    /// <summary>The place in the headline, else of the dateline, of an article from a gathering.</summary>
    private Venue OfFrame(ArticleContext context)
    {
        foreach (var title in context.Text.Sentences.Where(s => s.Section == SectionKind.Title))
        {
            if (PlaceOf(context, title) is var venue && venue != Venue.None)
            {
                return venue;
            }
        }

        // "Hanoï (VNA)" may be where it was written.
        return context.Text.Dateline is { Place.Length: > 0 } dateline && !IsHomePlace(context.Text.Raw[dateline.Place.Start..dateline.Place.End]) ? new Venue(context.Text.Raw[dateline.Place.Start..dateline.Place.End], "") : Venue.None;
    }

    /// <summary>A place of the home country.</summary>
    public static bool IsHomePlace(string place)
    {
        var tokens = Tokenizer.French.TokenizePhrase(place);
        return People.PeopleLexicon.French.HomePlaces.TryMatchAt(tokens, 0, tokens.Count, out _);
    }

    /// <summary>
    /// Whether those told before go on (<c>Juste après, les deux ministres ont eu un entretien</c>, <c>À l'issue de la signature</c>), or their encounter is taken up
    /// (<c>Leur entretien s'est achevé</c>); somebody new is met elsewhere.
    /// </summary>
    private bool GoesOn(ArticleContext context, Encounter encounter)
    {
        const int Opening = 6;
        var (tokens, sentence) = (context.Text.Tokens, encounter.Sentence);
        if (context.Actors[sentence.Index].Any(a => a.IsNamed))
        {
            return false;
        }

        if (words.Has("their", tokens[sentence.First].Folded) && encounter.Trigger.First == sentence.First + 1)
        {
            return true;
        }

        for (var i = sentence.First; i < Math.Min(sentence.First + Opening, sentence.First + sentence.Count); i++)
        {
            if (words.Has("right-after", tokens[i].Folded)
                || words.Has("at-end", tokens[i].Folded) && Enumerable.Range(i + 1, Math.Min(4, sentence.First + sentence.Count - i - 1)).Any(n => words.Has("ceremony-noun", tokens[n].Folded)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>est arrivé samedi à Hanoï …, avec lequel il s'est entretenu le jour même</c>, <c>Arrivé à Singapour, il y a retrouvé X</c></summary>
    private bool IsAtGoal(ArticleContext context, Encounter encounter)
    {
        const int Reach = 12;
        var (tokens, trigger, sentence) = (context.Text.Tokens, encounter.Trigger, encounter.Sentence);
        var until = Math.Min(trigger.End + Reach, sentence.First + sentence.Count);
        // "À peine arrivé à Rome, le ministre X a rencontré Y"
        return Enumerable.Range(sentence.First, Math.Min(OpeningReach, sentence.Count - 1)).Any(i => words.Has("no-sooner", tokens[i].Folded) && words.Has("arriving", tokens[i + 1].Folded))
            || words.Has("arriving", tokens[sentence.First].Folded) && trigger.First - 1 > sentence.First && words.Has("subject-pronoun", tokens[trigger.First - 1].Folded)
            || words.StandsIn("same-day", tokens, trigger.First, until)
            // "est arrivé mardi à Rome, où il s'est entretenu avec Y"
            || Enumerable.Range(Math.Max(sentence.First, trigger.First - 2), Math.Min(3, trigger.End - Math.Max(sentence.First, trigger.First - 2))).Any(i => words.Has("there", tokens[i].Folded) || words.HasWritten("where", tokens[i].Text));
    }

    /// <summary><c>La délégation a séjourné à La Havane. Elle y a été reçue par X.</c></summary>
    private Venue GoalBefore(ArticleContext context, Sentence sentence) =>
        sentence.Index > 0 && context.Text.Sentences[sentence.Index - 1] is { Section: SectionKind.Body } before ? Goal(context, before, before.First + before.Count) : Venue.None;

    private bool IsThere(ArticleContext context, Encounter encounter)
    {
        var from = Math.Max(encounter.Sentence.First, encounter.Trigger.First - 2);
        return words.StandsIn("place-pronoun", context.Text.Tokens, from, encounter.Trigger.First + 1);
    }

    private Venue Goal(ArticleContext context, Sentence sentence, int until)
    {
        for (var i = sentence.First; i < Math.Min(until, sentence.First + sentence.Count - 1); i++)
        {
            if (_reader.Read(context, sentence, i, goals: true) is { } found)
            {
                return found;
            }
        }

        return Venue.None;
    }

    /// <summary>A sentence has a time of its own.</summary>
    public static bool IsTimed(ArticleContext context, Sentence sentence) => context.DatesIn[sentence.Index].Any(d => d.Resolved.Date.Day > 0 || d.Expression.Weekday is not null || d.Expression.Relative is not null) || context.Holds(sentence, "part-of-day");
}
