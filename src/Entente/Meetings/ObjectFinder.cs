using Entente.Clauses;
using Entente.People;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>Finds whom the subject of a trigger meets: after its marker, without preposition, or as the one on whom a relative clause is told (<see cref="RelativeObjects"/>).</summary>
internal sealed class ObjectFinder(Clause clause)
{
    /// <summary>Tokens within which the object follows its verb or noun.</summary>
    internal const int Reach = 20;

    /// <summary>Tokens from a verb to the letters that it has for its object, a day and a place between them.</summary>
    private const int CredentialsReach = 30;

    /// <summary>The same of a participle that opens its sentence: <c>Recevant dans l'après-midi du 22 novembre à Hanoï, au siège du Comité central, Y, X a …</c></summary>
    private const int OpeningReach = 32;

    /// <summary>Tokens between a call or reception and whom it is addressed to: day and place.</summary>
    private const int AddressReach = 9;

    private readonly ArticleContext context = clause.Context;
    private readonly Sentence sentence = clause.Sentence;
    private readonly Trigger? trigger = clause.Trigger;
    private readonly List<Actor> actors = clause.Actors;
    private readonly WordSets words = clause.Words;
    private readonly TroopsFinder _troops = new(clause);
    private readonly ObjectLists _lists = new(clause);

    private TokenList Tokens => context.Text.Tokens;

    /// <summary><c>l'avait rencontré</c>, <c>les a reçus</c>, <c>s'entretenir avec lui</c>.</summary>
    public bool HasPronoun =>
        trigger is not null && (HasPronounBefore || (trigger.End + 1 < clause.End && (words.Has("with", Tokens[trigger.End].Folded) || IsLeaveOf) && words.Has("pronoun", Tokens[trigger.End + 1].Folded)) || IsAddressedInside);

    /// <summary><c>est venu prendre congé de lui</c></summary>
    private bool IsLeaveOf => trigger is { Rule: { Form: TriggerForm.Noun, Object: ObjectMarker.De, Kind: MeetingKind.CourtesyCall } } && words.Has("of", Tokens[trigger.End].Folded);

    private bool HasPronounBefore =>
        // "des résultats de l'entretien, qui a eu lieu mardi": before the noun itself stands its article.
        trigger!.First > sentence.First && !(trigger is { IsEvent: true, IsAccount: true }) && (words.Has("met-pronoun", Tokens[trigger.First - 1].Folded)
            // "l'y avait reçue"
            || trigger.First - 1 > sentence.First && words.Has("there", Tokens[trigger.First - 1].Folded) && words.Has("object-pronoun", Tokens[trigger.First - 2].Folded));

    /// <summary><c>sont venus lui présenter leurs lettres de créance</c>: the pronoun stands within the verb.</summary>
    private bool IsAddressedInside =>
        trigger is { Rule: { Object: ObjectMarker.A, Need: TriggerNeed.Credentials } } && context.Verbs[sentence.Index].Exists(v => v.First == trigger.First && v.Anchor - 1 > v.First && words.Has("addressed-pronoun", Tokens[v.Anchor - 1].Folded));

    /// <summary><c>s'est entretenu avec une trentaine d'officiers</c>: somebody is met whom the text does not tell; a name that nothing shows to be one may be anybody's.</summary>
    public bool IsUntold =>
        trigger is { Rule.Object: ObjectMarker.Avec, IsEvent: false } && !HasPronoun && clause.After("with", trigger.End, Reach) is { } at && at < clause.End
            && !Tokens[at].IsCapitalized && With(at).Count == 0;

    /// <summary>Those whom the trigger's rule joins to it.</summary>
    public IReadOnlyList<Actor> Find()
    {
        var found = Joined();
        // "a reçu les chefs des délégations, parmi lesquels A et B": those who are received come as one.
        if (!clause.IsOneReception && NamedAmong.Of(clause, found) is { Count: > 0 } named)
        {
            return named;
        }

        // "Recevant l'ambassadrice X, le général Y l'a exhortée": who stands right before the verb is its subject.
        return trigger!.SubjectFollows && found.Count > 1 && context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First >= found[^1].End && v.First - found[^1].End <= 2 && !words.Has("subject-pronoun", Tokens[v.First - 1].Folded)) ? [.. found.Take(found.Count - 1)] : found;
    }

    private IReadOnlyList<Actor> Joined()
    {
        var rule = trigger!.Rule;
        if (rule.Form == TriggerForm.Noun)
        {
            if (trigger.IsEvent && rule.Object == ObjectMarker.A && Granted() is { Count: > 0 } paid)
            {
                return paid;
            }

            // "a rendu une visite de courtoisie au président X, et il a eu une séance de travail avec Y": what stands right behind is the visited.
            if (rule.Object == ObjectMarker.A && clause.FirstAfter("addressed", trigger.End, 2) is { Count: > 0 } visited)
            {
                return rule.Kind != MeetingKind.CourtesyCall ? WithoutSuite(visited) : [.. visited, .. clause.Institutions.Further(visited[^1].End, visited[^1].Country ?? context.HomeCountry)];
            }

            if (rule.Object == ObjectMarker.A && clause.Relatives.Addressed() is { } taken)
            {
                return [taken];
            }

            if (rule.Object == ObjectMarker.Avec && !trigger.IsInPassing && OfColon(trigger.End) is { Count: > 0 } listed)
            {
                return listed;
            }

            // "a eu des rencontres avec des dirigeants de plusieurs pays, notamment le président A et le chancelier B"
            if (rule.Object == ObjectMarker.Avec && trigger is { IsInPassing: false, IsEvent: false } && _lists.AmongMany(trigger.End) is { Count: > 0 } some)
            {
                return some;
            }

            foreach (var marker in (string[])["with", "between"])
            {
                if (clause.After(marker, trigger.End, Reach) is { } at && (marker == "with" && !trigger.IsInPassing ? _lists.All(With(at), "with") : With(at)) is { Count: > 0 } group)
                {
                    return marker == "between" ? BetweenBoth(group) : trigger.IsEvent ? [.. group, .. _lists.Occupied(group)] : group;
                }
            }

            // "Avec Y, l'entretien a porté sur"
            if (!trigger.IsInPassing && trigger.IsTheirs && words.Has("with", Tokens[sentence.First].Folded))
            {
                return clause.GroupAfter(sentence.First + 1, sentence.First + 3);
            }

            // "avait coprésidé avec Y la deuxième consultation"
            if (!trigger.IsInPassing && clause.After("with", trigger.First, trigger.End - trigger.First) is { } before && With(before) is { Count: > 0 } partners)
            {
                return partners;
            }

            if (trigger.IsEvent && rule.Kind is MeetingKind.Contact or MeetingKind.Reception && Honoured("in-honour") is { Count: > 0 } feasted)
            {
                return feasted;
            }

            // "Une audience a été accordée au général X par le président Y"
            if (trigger.IsEvent && rule.Kind == MeetingKind.Reception && Granted() is { Count: > 0 } granted)
            {
                return granted;
            }

            if (trigger.IsEvent)
            {
                return OfEvent(trigger.End, Reach);
            }

            if (!trigger.IsInPassing && rule.Object == ObjectMarker.A && _lists.Fronted("addressed") is { Count: > 0 } fronted)
            {
                return fronted;
            }

            if (Interposed() is { Count: > 0 } interposed)
            {
                return interposed;
            }

            if (!trigger.IsInPassing && clause.Relatives.Several() is { Count: > 0 } several)
            {
                return several;
            }

            return rule.Object switch
            {
                ObjectMarker.A => WithoutSuite(clause.FirstAfter("addressed", trigger.End, AddressReach)) is { Count: > 0 } called ? called
                    : CalledOnBefore() is { Count: > 0 } visitedBefore ? visitedBefore : clause.Institutions.AuthoritiesAfter(trigger.End),
                ObjectMarker.De => clause.FirstAfter("of", trigger.End, rule.Kind == MeetingKind.Reception ? 12 : AddressReach),
                _ when rule.Kind is MeetingKind.Contact => Honoured("in-honour"),
                _ when rule.Kind is MeetingKind.Reception => Honoured("in-honour-or-favour") is { Count: > 0 } honoured
                    ? honoured
                    : clause.FirstAfter("of", trigger.End, 2) is { Count: > 0 } received ? received
                    : clause.FirstAfter("toward", trigger.End, AddressReach),
                _ when rule.Kind is MeetingKind.Talks => clause.FirstAfter("toward", trigger.End, AddressReach) is { Count: > 0 } addressed ? addressed : HouseOfTalks(),
                _ => [],
            };
        }

        return rule.Object switch
        {
            ObjectMarker.Direct or ObjectMarker.Avec or ObjectMarker.Par when OfColon(trigger.End) is { Count: > 0 } counted => counted,
            ObjectMarker.Direct or ObjectMarker.Avec or ObjectMarker.Par when _lists.AmongMany(trigger.End) is { Count: > 0 } among => among,
            ObjectMarker.Direct => clause.Relatives.One() is { } related ? clause.Relatives.WithJoined(related)
                : OfPluralPronoun() is { Count: > 1 } those ? [.. those, .. Direct(trigger.End, Reach)]
                // "Le général X l'a reçu mardi et le général Y s'est entretenu avec lui": the pronoun is who was met.
                : HasPronounBefore && clause.After("and", trigger.End, Reach) is not null && actors.Exists(a => a.End < trigger.First && trigger.First - a.End <= 2) ? []
                : Direct(trigger.End, trigger.SubjectFollows ? OpeningReach : Reach) is { Count: > 0 } direct && !(direct is [{ IsNamed: false, Person: null, Country: null }] && _troops.DelegatesAfter(trigger.End, Reach).Count > 0) ? _lists.Behind(direct)
                // "a rencontré avec le ministre": a slip of the agencies.
                : rule.Kind == MeetingKind.Talks && clause.After("with", trigger.End, 2) is { } at ? With(at)
                : _troops.DelegatesAfter(trigger.End, Reach) is { Count: > 0 } delegates ? delegates
                // "est allé saluer l'état-major de la zone"
                : rule.Form == TriggerForm.Governed ? clause.Institutions.AuthoritiesAfter(trigger.End) : [],
            ObjectMarker.Par => clause.After("agent", trigger.End, Reach) is not { } at ? OfOneSide(_lists.Fronted("agent")) is { Count: > 0 } fronted ? fronted : clause.Institutions.ReceivedIn(trigger) : clause.GroupAfter(at, at + 6) is { Count: > 0 } agents ? OfOneSide(_lists.All(agents, "agent"))
                : FurtherAgent(at) is { Count: > 0 } further ? OfOneSide(further) : clause.Institutions.AuthoritiesAfter(at),
            // "a présenté, mardi à La Valette, la lettre de créance du président X au président Y": to whom is told behind the letters.
            ObjectMarker.A => WithoutSuite(clause.FirstAfter("toward", rule.Need == TriggerNeed.Credentials ? clause.After("credentials", trigger.End, CredentialsReach) ?? trigger.End : trigger.End, Reach)),
            // "a reçu les lettres de créance de l'ambassadeur X"
            ObjectMarker.De when rule.Need == TriggerNeed.Credentials => clause.FirstAfter("of", clause.After("credentials", trigger.End, Reach) ?? trigger.End, 2),
            _ => clause.After("with", trigger.End, Reach) is { } at ? [.. FrontedWith(), .. _lists.All(With(at), "with")] : clause.Relatives.Several() is { Count: > 0 } several ? several : FrontedWith(),
        };
    }

    /// <summary><c>Saluant l'entretien entre A et B, le général C a promis</c>: those between whom something was end with the one behind <c>et</c>.</summary>
    private List<Actor> UpToLast(IReadOnlyList<Actor> group)
    {
        if (trigger!.IsPlural || trigger.Rule.IsOfSeveral)
        {
            return [.. group];
        }

        var last = Enumerable.Range(1, group.Count - 1).FirstOrDefault(i => words.StandsIn("and", Tokens, group[i - 1].End, group[i].First), group.Count - 1);
        return [.. group.Take(last + 1)];
    }

    /// <summary>
    /// Those between whom something was; where all of them are of one side, a house of the other stands behind (<c>entre la délégation lao et le commandement de l'Armée de l'air du
    /// Vietnam</c>), or whoever heads it, by no name (<c>entre le général X et le commandant de la Marine vietnamienne</c>).
    /// </summary>
    private List<Actor> BetweenBoth(IReadOnlyList<Actor> group)
    {
        if (!trigger!.IsEvent)
        {
            return UpToLast(group);
        }

        var isHeaded = group.Count > 1 && group[^1] is { IsNamed: false, Person: null, Level: <= PersonLevel.Other } head && words.Has("house-head", Tokens[head.First].Folded);
        IReadOnlyList<Actor> first = isHeaded ? [.. group.Take(group.Count - 1)] : group;
        var and = first[^1].End;
        if (and + 1 >= clause.End || !words.Has("and", Tokens[and].Folded) || !first.All(a => a.Country is not null && context.IsHome(a) == context.IsHome(first[0])))
        {
            return UpToLast(group);
        }

        var house = isHeaded && group[^1].Country is not null ? group[^1] with { IsInstitution = true } : clause.Institutions.After(isHeaded ? group[^1].First + 1 : and + 1) is [{ IsInstitution: true } told] ? told : null;
        return house is not null && context.IsHome(house) != context.IsHome(first[0]) ? [.. UpToLast(first), house] : UpToLast(group);
    }

    /// <summary><c>a rencontré trois de ses homologues : le ministre A, le ministre B et le ministre C</c>: those counted up behind the colon, where no verb tells of something else.</summary>
    private IReadOnlyList<Actor> OfColon(int from)
    {
        const int Lead = 3;
        var colon = clause.ClauseEnd(from);
        // "s'est entretenu avec : - le ministre A ; - le ministre B"
        if (colon < clause.End && colon - from <= Reach && colon > from && (words.Has("with", Tokens[colon - 1].Folded) || words.Has("agent", Tokens[colon - 1].Folded)))
        {
            return clause.GroupAfter(colon + 1, colon + Lead);
        }

        return colon < clause.End && colon - from <= Reach && Tokens[colon - 1].Folded[^1] is 's' or 'x' && words.StandsIn("counted-up", Tokens, from, colon) && !context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First > from)
            && clause.GroupAfter(colon + 1, colon + Lead) is { Count: > 1 } group && group.All(a => a is { IsNamed: true, Count: 1 }) ? group : [];
    }

    /// <summary>To whom an audience is granted or a visit paid, and by whom, in either order.</summary>
    private List<Actor> Granted()
    {
        var guests = clause.FirstAfter("toward", trigger!.End, Reach);
        var hosts = clause.After("agent", trigger.End, Reach) is { } at ? OfOneSide(clause.GroupAfter(at, at + 4)) : [];
        return guests.Count > 0 && hosts.Count > 0 && hosts[0].First != guests[0].First ? [.. hosts, .. guests.TakeWhile(g => g.First < hosts[0].First || g.First > hosts[^1].First)] : [];
    }

    /// <summary><c>les visiteurs ont eu une séance de travail au Département des relations extérieures du ministère vietnamien</c>: whose house it is, a word tells; with those who work in it.</summary>
    private IReadOnlyList<Actor> HouseOfTalks()
    {
        const int Reach = 14;
        var end = Math.Min(trigger!.End + Reach, clause.ClauseEnd(trigger.End));
        return !trigger.IsInPassing && trigger.End < clause.End && (words.Has("contracted-to", Tokens[trigger.End].Folded) || words.HasWritten("to", Tokens[trigger.End].Text)) && !clause.Subjects.Find().Any(context.IsHome)
            && context.HomeMentions[sentence.Index].Any(m => !m.IsPlace && m.FirstToken > trigger.End && m.FirstToken < end) ? clause.Institutions.AuthoritiesAfter(trigger.End) : [];
    }

    /// <summary><c>a été reçu par la présidence du Front, ainsi que par le ministre X</c>: nobody in person first.</summary>
    private IReadOnlyList<Actor> FurtherAgent(int from)
    {
        for (var at = clause.After("agent", from, Reach); at is { } next; at = clause.After("agent", next, Reach))
        {
            if (clause.GroupAfter(next, next + 3) is { Count: > 0 } agents && agents[0].Person is not null)
            {
                return agents;
            }
        }

        return [];
    }

    /// <summary><c>à l'hôte indien et aux officiers qui l'accompagnent</c>: those of his state who are nobody in person are with him.</summary>
    private static List<Actor> WithoutSuite(IReadOnlyList<Actor> met) =>
        [.. met.Where(a => a.Person is not null || !met.Any(b => b.Person is not null && b.Country == a.Country))];

    /// <summary><c>Avec A, il a discuté de la pêche et avec B, du commerce</c>: the one who opens the sentence.</summary>
    private IReadOnlyList<Actor> FrontedWith() =>
        trigger!.First > sentence.First && words.Has("with", Tokens[sentence.First].Folded) && RelativeAside.MainVerb(context, sentence, words, sentence.First)?.First == trigger.First
            && clause.GroupAfter(sentence.First + 1, sentence.First + 3) is { Count: > 0 } group && clause.Governor(sentence.First, group[0].First) == sentence.First ? group : [];

    /// <summary><c>Y était reçu par X, le directeur Z travaillait …</c>: those by whom somebody is received are of one side.</summary>
    private List<Actor> OfOneSide(IReadOnlyList<Actor> agents) =>
        agents.Count == 0 ? [] : [.. agents.TakeWhile(a => a.Country is null || agents[0].Country is null || context.IsHome(a) == context.IsHome(agents[0]))];

    /// <summary><c>s'est rendu auprès du président X pour une visite de courtoisie</c></summary>
    private IReadOnlyList<Actor> CalledOnBefore()
    {
        var journey = context.Verbs[sentence.Index].LastOrDefault(v => v.IsFinite && v.Anchor < trigger!.First);
        return journey.Verb is not null && words.Has("going", Folding.Fold(journey.Verb)) ? clause.FirstAfter("in-house-of", journey.End, trigger!.First - journey.End) : [];
    }

    /// <summary><c>a reçu les chefs de délégation, parmi lesquels A et B. Le ministre les a reçus séparément</c>: those of one side whom the sentence before names in a row.</summary>
    private List<Actor> OfPluralPronoun()
    {
        if (trigger!.First == sentence.First || !words.Has("those", Tokens[trigger.First - 1].Folded)
            || context.Text.Sentences.LastOrDefault(s => s.Index < sentence.Index && s.Section == SectionKind.Body) is not { } told)
        {
            return [];
        }

        var people = context.Actors[told.Index].Where(a => a is { Count: 1, Person: not null, Country: not null, IsAside: false }).ToList();
        var last = people.FindLastIndex(context.IsForeign);
        var first = last;
        while (first > 0 && context.IsForeign(people[first - 1]) && clause.Joined(people[first - 1], people[first]))
        {
            first--;
        }

        return last < 0 || clause.Subjects.Find().Any(context.IsForeign) ? [] : people[first..(last + 1)];
    }

    /// <summary>
    /// Those who stand, other than behind <c>avec</c>, between the verb and the noun that it holds: <c>a coprésidé, aux côtés de la secrétaire Y, le 6e dialogue</c>, <c>a rendu au
    /// ministre Y une visite de courtoisie</c>.
    /// </summary>
    private IReadOnlyList<Actor> Interposed()
    {
        foreach (var actor in actors)
        {
            if (actor.First <= trigger!.First || actor.End > trigger.End || clause.Governor(trigger.First, actor.First) is not { } governor)
            {
                continue;
            }

            var joins = trigger.Rule.Object == ObjectMarker.A
                ? words.Has("addressed", Tokens[governor].Folded)
                : words.Has("of", Tokens[governor].Folded) && words.Has("at-side", Tokens[governor - 1].Folded);
            if (joins)
            {
                return clause.GroupAfter(actor.First, actor.First);
            }
        }

        return [];
    }

    /// <summary>
    /// For whom a meal or reception is given, and by whom where that is told behind: <c>un dîner en l'honneur de X</c>, <c>un dîner a été offert en l'honneur de X par Y</c>,
    /// <c>un dîner offert en son honneur par Y</c>.
    /// </summary>
    private IReadOnlyList<Actor> Honoured(string set)
    {
        const int AgentReach = 6;
        var guests = clause.FirstAfter(set, trigger!.End, AddressReach);
        var from = guests.Count > 0 ? guests[^1].End : trigger.End;
        var hosts = clause.After("agent", from, guests.Count > 0 ? 2 : AddressReach) is { } at ? OfOneSide(clause.GroupAfter(at, at + AgentReach)) : [];
        return hosts.Count == 0 || hosts[0].Country is null ? guests : [.. guests, .. hosts];
    }

    private IReadOnlyList<Actor> With(int at) => clause.GroupAfter(at, at + 6) is { Count: > 0 } group ? group : clause.Institutions.After(at) is { Count: > 0 } institution ? [.. institution, .. clause.Institutions.Beside(institution)] : OfOurs(at);

    /// <summary>
    /// <c>La délégation lao a travaillé avec la brigade 12</c>: an institution of which no state is told is of ours where guests meet it; what they saw without a day is a part of their programme, unless they tell of
    /// it as of talks that they had (<c>la séance de travail qu'il avait eue avec le Département</c>).
    /// </summary>
    private IReadOnlyList<Actor> OfOurs(int at) =>
        trigger is { IsInPassing: false, IsEvent: false, SubjectFollows: false, Rule.Kind: not MeetingKind.CourtesyCall } && trigger.First > sentence.First && (context.DatesIn[sentence.Index].Count > 0 || trigger.Tense == Tense.Past && Antecedents.IsBeforeNames(context, sentence) && context.Verbs[sentence.Index].TrueForAll(v => v.First <= trigger.End) || trigger.Tense == Tense.Pluperfect && clause.Subjects.HasPronoun) && (clause.Subjects.Find() is { Count: > 0 } subject ? subject.All(s => s.Person is not null && context.IsForeign(s)) : clause.Subjects.IsOfParty) ? clause.Institutions.Ours(at) : [];

    /// <summary>The actors after an event, up to the clause that tells of something else (<c>le dialogue s'est tenu à Hanoï, a indiqué le général X</c>).</summary>
    private IReadOnlyList<Actor> OfEvent(int from, int reach)
    {
        var told = context.Verbs[sentence.Index].Where(v => v.IsFinite && v.First >= from).Skip(1).Select(v => v.First).FirstOrDefault(int.MaxValue);
        var occasion = Enumerable.Range(from, Math.Min(reach, clause.End - from)).FirstOrDefault(i => words.Has("occasion", Tokens[i].Folded), int.MaxValue);
        return clause.GroupAfter(from, Math.Min(from + reach, Math.Min(told, occasion))) is { Count: > 0 } people ? people : Assembled(from);
    }

    /// <summary><c>l'entretien qui a réuni mardi les ministères vietnamien et cambodgien</c>: nobody in person of either side.</summary>
    private IReadOnlyList<Actor> Assembled(int from)
    {
        const int DayReach = 9;
        return context.Verbs[sentence.Index].FirstOrDefault(v => v.IsFinite && v.First >= from) is { Verb: { } assembling, IsPassive: false, IsReflexive: false, Tense: Tense.Past or Tense.Pluperfect } verb && words.Has("assembling", Folding.Fold(assembling))
            ? Enumerable.Range(verb.End, DayReach).Select(clause.Institutions.After).FirstOrDefault(i => i.Count > 1) ?? []
            : [];
    }

    /// <summary>The object of a verb without preposition: what stands before it may only be time and place.</summary>
    private IReadOnlyList<Actor> Direct(int from, int reach)
    {
        var limit = Math.Min(from + reach, clause.ClauseEnd(from));
        var first = actors.FirstOrDefault(a => a.First >= from && a.First < limit);
        if (first is null || first.First > from && clause.IsOblique(from, first.First))
        {
            return [];
        }

        return clause.GroupAfter(first.First, first.First);
    }
}
