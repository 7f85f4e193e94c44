using Entente.Clauses;

namespace Entente.Meetings;

/// <summary>Tells the two sides of an encounter apart, also where no word says on which somebody is, and those who are met one after the other.</summary>
internal static class SideReader
{
    /// <summary>
    /// Both sides were taken for the other country, but of one of them no word told it (<c>le ministre de la Défense X s'est entretenu avec le ministre saoudien Y</c>): that
    /// one is at home.
    /// </summary>
    public static (IReadOnlyList<Actor> Home, IReadOnlyList<Actor> Guests, IReadOnlyList<Actor> SubjectHome, IReadOnlyList<Actor> SubjectGuests) WithHomeSide(
        ArticleContext context, IReadOnlyList<Actor> home, IReadOnlyList<Actor> guests, IReadOnlyList<Actor> subjectHome, IReadOnlyList<Actor> subjectGuests)
    {
        bool IsPresumed(Actor actor) => actor.Person is { } person && context.People.People[person].CountryBasis is People.CountryBasis.None or People.CountryBasis.MainPartner;
        if (home.Count > 0 || subjectHome.Count > 0 || guests.Count == 0 || subjectGuests.Count == 0 || guests.All(IsPresumed) == subjectGuests.All(IsPresumed))
        {
            return (home, guests, subjectHome, subjectGuests);
        }

        return guests.All(IsPresumed)
            ? ([.. guests.Select(g => g with { Country = context.HomeCountry })], [], subjectHome, subjectGuests)
            : (home, guests, [.. subjectGuests.Select(g => g with { Country = context.HomeCountry })], []);
    }

    /// <summary>
    /// <c>Les ministres de la Défense Ngo Xuan Lich et Wei Fenghe</c>: of two people who meet each other the one whom only the look of the name put on the home
    /// side is of the other.
    /// </summary>
    public static (IReadOnlyList<Actor> Home, IReadOnlyList<Actor> Guests) OneOfEach(ArticleContext context, bool hasObject, IReadOnlyList<Actor> home, IReadOnlyList<Actor> guests)
    {
        if (hasObject || guests.Count > 0 || home.Count != 2 || context.SolePartner is not { } sole || home[1].Person is not { } person
            || context.People.People[person].CountryBasis is not (People.CountryBasis.NameOrigin or People.CountryBasis.None or People.CountryBasis.MainPartner))
        {
            return (home, guests);
        }

        return ([home[0]], [home[1] with { Country = sole }]);
    }

    /// <summary>Somebody whose side no word tells is of the other side than those whom he meets: of the partner named nearest.</summary>
    public static (IReadOnlyList<Actor> Home, IReadOnlyList<Actor> Guests) Settle(
        Clause clause, IReadOnlyList<Actor> actors, IReadOnlyList<Actor> home, IReadOnlyList<Actor> guests, IReadOnlyList<Actor> otherHome, IReadOnlyList<Actor> otherGuests)
    {
        if (home.Count > 0 || guests.Count > 0 || actors.FirstOrDefault(a => a.Country is null && a.Count == 1) is not { } open)
        {
            return (home, guests);
        }

        if (otherHome.Count > 0 && otherGuests.Count == 0)
        {
            return clause.Antecedents.PartnerNear(open) is { } partner ? (home, [open with { Country = partner }]) : (home, guests);
        }

        return otherGuests.Count > 0 && otherHome.Count == 0 ? ([open with { Country = clause.Context.HomeCountry }], guests) : (home, guests);
    }

    /// <summary>Those who are met one after the other: of other countries, or joined by <c>puis</c>, <c>et par</c>, <c>et avec</c>.</summary>
    public static List<List<Actor>> Separate(Clause clause, IReadOnlyList<Actor> actors)
    {
        if (actors.Count < 2)
        {
            return [[.. actors]];
        }

        // "a eu une entrevue avec le secrétaire du Conseil A, le commandant de la Police B et le ministre C": three of offices of their own sit in no one room.
        const int Several = 3;
        var areApart = actors.Count >= Several && clause.Trigger is { IsInPassing: false, IsEvent: false } && actors.All(clause.HasOwnOffice);
        var groups = new List<List<Actor>>();
        foreach (var actor in actors)
        {
            var last = groups.Count > 0 ? groups[^1][^1] : null;
            if (last is not null && last.Country == actor.Country && (Succeeds(clause, actor) || !clause.IsApart(last, actor) && (clause.IsOneReception || !areApart && clause.IsOneEncounter && last.Level < People.PersonLevel.HeadOfGovernment && actor.Level < People.PersonLevel.HeadOfGovernment || !(last is { IsNamed: true, IsGroup: false } && clause.HasOwnOffice(actor)))))
            {
                groups[^1].Add(actor);
            }
            else
            {
                groups.Add([actor]);
            }
        }

        // "a reçu mercredi A, PDG du groupe X, et jeudi le ministre suédois B": of whom no state is told, he need not be of the next one's.
        groups.RemoveAll(g => g[^1].First != actors[^1].First && clause.IsOnAnotherDay(g[^1], actors[actors.ToList().FindIndex(a => a.First == g[^1].First) + 1]) && g.TrueForAll(a => IsOfNext(clause, a, actors)));
        return groups;
    }

    /// <summary>No word tells the state of somebody, who was taken for of that of the last whom one does, and of which nothing else speaks.</summary>
    private static bool IsOfNext(Clause clause, Actor actor, IReadOnlyList<Actor> actors) =>
        actor.Person is { } person && actors[^1].Person is { } other && actor.Country == actors[^1].Country && IsPresumed(clause.Context, person) && !IsPresumed(clause.Context, other)
        && !clause.Context.Partners.Mentions.Any(m => m.Code == actor.Country && m.SentenceIndex != clause.Sentence.Index);

    private static bool IsPresumed(ArticleContext context, int person) => context.People.People[person].CountryBasis is People.CountryBasis.None or People.CountryBasis.MainPartner;

    /// <summary><c>à l'attaché de défense A, qui quitte le Vietnam, et au colonel B, qui lui succède</c>: who takes leave comes with whoever takes over.</summary>
    private static bool Succeeds(Clause clause, Actor actor)
    {
        const int Lead = 4;
        const int Reach = 6;
        var sentence = clause.Sentence;
        return clause.Words.StandsIn("succession", clause.Context.Text.Tokens, Math.Max(sentence.First, actor.First - Lead), Math.Min(sentence.First + sentence.Count, actor.End + Reach));
    }

    /// <summary>The actors by side; one whose side nothing tells is of the other side in a pair, of the same side among those who are met.</summary>
    public static (IReadOnlyList<Actor> Home, IReadOnlyList<Actor> Guests) Of(ArticleContext context, IReadOnlyList<Actor> actors, bool isPair)
    {
        if (actors.Count == 0)
        {
            return ([], []);
        }

        var (home, guests) = (new List<Actor>(), new List<Actor>());
        for (var i = 0; i < actors.Count; i++)
        {
            if (actors[i].Country is not null)
            {
                (context.IsHome(actors[i]) ? home : guests).Add(actors[i]);
            }
        }

        for (var i = 0; i < actors.Count; i++)
        {
            if (actors[i] is not { Country: null } open)
            {
                continue;
            }

            if (!isPair && guests.Count > 0 && home.Count == 0)
            {
                guests.Add(open with { Country = guests[^1].Country });
            }
            else if (!isPair && home.Count > 0 && guests.Count == 0)
            {
                home.Add(open with { Country = context.HomeCountry });
            }
            else if (home.Count > 0 && guests.Count == 0 && context.SolePartner is { } sole)
            {
                guests.Add(open with { Country = sole });
            }
            else if (guests.Count > 0 && home.Count == 0)
            {
                home.Add(open with { Country = context.HomeCountry });
            }
        }

        return (home, guests);
    }
}
