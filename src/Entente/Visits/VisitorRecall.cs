using Entente.Clauses;
using Entente.People;
using Entente.Texts;

namespace Entente.Visits;

/// <summary>
/// Finds the visitor whom other sentences name: the person of a pronoun (<c>il</c>, <c>ce dernier</c>) or of a noun and a nation
/// (<c>l'officier lao</c>), and who leads a delegation, a crew or officers told without a name.
/// </summary>
internal sealed class VisitorRecall(WordSets words)
{
    /// <summary>How many sentences behind a delegation its leader may be told.</summary>
    private const int Ahead = 2;

    /// <summary>How many sentences behind a ship its commander may be told.</summary>
    private const int CommandReach = 4;

    /// <summary>How many sentences back somebody told counts as told.</summary>
    private const int ToldReach = 40;

    /// <summary>Whether somebody can travel to a state: from abroad to the home country, or from there abroad.</summary>
    public static bool Travels(VisitContext context, Actor actor, string goal) =>
        actor is { Country: { } country, Level: not PersonLevel.Ambassador } && country != goal && (goal == context.HomeCountry || country == context.HomeCountry) && !IsOfMonument(context, actor) && !IsCompanion(context, actor);

    /// <summary><c>s'est recueillie devant le monument à Hô Chi Minh</c>: whose it is goes nowhere.</summary>
    public static bool IsOfMonument(VisitContext context, Actor actor)
    {
        const int Reach = 3;
        return ClauseLexicons.French.Words.StandsIn("monument", context.Text.Tokens, Math.Max(0, actor.First - Reach), actor.First);
    }

    /// <summary><c>le Premier ministre X, son épouse, Mme Y, et une délégation</c>: the visit is X's.</summary>
    public static bool IsCompanion(VisitContext context, Actor actor)
    {
        var before = actor.First - 1;
        before -= before > 0 && context.Text.Tokens[before].Text == "," ? 1 : 0;
        return before > 0 && ClauseLexicons.French.Words.Has("spouse", context.Text.Tokens[before].Folded) && ClauseLexicons.French.Words.Has("possessive", context.Text.Tokens[before - 1].Folded);
    }

    /// <summary>The last person named before the sentence who can travel to a state.</summary>
    public static Actor? Told(VisitContext context, Sentence sentence, string goal) =>
        LastBefore(context, sentence, a => a.IsNamed && Travels(context, a, goal));

    /// <summary>Whose delegation <c>la délégation</c> is, where nobody is told to lead it: that of who has met others away from home, and not of one told last or in an aside.</summary>
    public static Actor? Head(VisitContext context, Sentence sentence, string goal)
    {
        foreach (var head in context.Heads)
        {
            for (var s = 0; s < sentence.Index; s++)
            {
                if (context.Actors[s].Find(a => a.Person == head && a.IsNamed && Travels(context, a, goal)) is { } told)
                {
                    return told;
                }
            }
        }

        return Told(context, sentence, goal);
    }

    /// <summary><c>Le ministre slovaque de la Défense au Vietnam</c>: the office that a headline tells is held by who has met others away from home, or is named first in the text.</summary>
    public static Actor? OfTitle(VisitContext context, Sentence sentence, Actor office, string goal)
    {
        // "Cinq ministres à Hanoï", "Le chef d'état-major termine sa tournée": of which state, the headline does not say.
        // "La prochaine étape du chef du Parti sera la Géorgie, où il effectuera une visite": of what is to come whoever holds the highest offices now.
        var isToCome = sentence.Section == SectionKind.Body && office is { Level: >= PersonLevel.HeadOfGovernment, Country: not null } && context.Verbs[sentence.Index].Exists(v => v.Tense == Tense.Future);
        if (sentence.Section != SectionKind.Title && !isToCome || office is not { Person: null, Count: 1, IsInstitution: false, Level: not PersonLevel.Ambassador } || office.Country is null && (goal == context.HomeCountry || office.IsGroup))
        {
            return null;
        }

        var isGroup = IsDelegation(context, office);
        bool Holds(Actor actor, bool isHead) => Travels(context, actor, goal) && (office.Country is null || office.Country == actor.Country) && (isGroup || actor.Level == office.Level && actor.Level > PersonLevel.Other || isHead && actor.Level <= PersonLevel.Other);
        return context.Heads.Select(h => Named(context, context.Text.Sentences[^1], h)).FirstOrDefault(a => a is not null && Holds(a, isHead: true))
            ?? (isGroup ? null : context.Text.Sentences.Where(s => s.Section == SectionKind.Body).SelectMany(s => context.Actors[s.Index]).FirstOrDefault(a => a is { IsNamed: true, Person: not null, Count: 1 } && Holds(a, isHead: false)));
    }

    /// <summary>Whom <c>il</c> stands for: the first person of the sentence before, of whom the goal is not the own country.</summary>
    public Actor? OfPronoun(VisitContext context, Sentence sentence, string? goal)
    {
        if (sentence.Index == 0)
        {
            return null;
        }

        // "X a relevé … Il a assuré que le secrétaire général Y comptait sur lui. Il se rend mercredi à Hué": the same whom the pronoun before stands for.
        if (IsChained(context, sentence) && OfPronoun(context, context.Text.Sentences[sentence.Index - 1], goal) is { } same)
        {
            return same;
        }

        // "X a été reçu par Y. Il se rend maintenant en Thaïlande": who comes from abroad goes on to a third state.
        if (goal is not null && goal != context.HomeCountry && context.Actors[sentence.Index - 1].FirstOrDefault(a => (a.Person is not null || IsDelegation(context, a) || words.Has("group", context.Text.Tokens[a.First].Folded)) && !IsInviter(context, a)) is { Country: not null } subject && subject.Country != context.HomeCountry && subject.Country != goal)
        {
            return subject;
        }

        // "La délégation vietnamienne a été reçue par Y. Durant sa visite, elle a découvert …": who leads it, whom an encounter has told.
        if (goal is null && context.Actors[sentence.Index - 1].FirstOrDefault(a => a.Person is not null || IsDelegation(context, a)) is { Person: null, Country: { } country } && context.Heads.Select(h => Named(context, sentence, h)).FirstOrDefault(a => a?.Country == country) is { } head)
        {
            return head;
        }

        return goal is null
            ? context.Actors[sentence.Index - 1].FirstOrDefault(a => a.Person is not null && a.Level != PersonLevel.Ambassador)
            : context.Actors[sentence.Index - 1].FirstOrDefault(a => a.Person is not null && Travels(context, a, goal) && !IsInviter(context, a)) ?? (context.Actors[sentence.Index - 1].Exists(a => IsInviter(context, a)) ? null : Told(context, sentence, goal));
    }

    /// <summary>A sentence and the one before begin with the same pronoun.</summary>
    private static bool IsChained(VisitContext context, Sentence sentence)
    {
        var before = context.Text.Sentences[sentence.Index - 1];
        return before.Section == SectionKind.Body && ClauseLexicons.French.Words.Has("subject-pronoun", context.Text.Tokens[sentence.First].Folded) && context.Text.Tokens[before.First].Folded == context.Text.Tokens[sentence.First].Folded;
    }

    /// <summary><c>il avait répondu à l'invitation de X. Il y était revenu en 1995</c>: X has asked him, and stayed.</summary>
    private static bool IsInviter(VisitContext context, Actor actor)
    {
        const int Reach = 3;
        return actor.Person is not null && ClauseLexicons.French.Words.StandsIn("invitation", context.Text.Tokens, Math.Max(0, actor.First - Reach), actor.First);
    }

    private static bool IsDelegation(VisitContext context, Actor actor) => actor.IsGroup || ClauseLexicons.French.Words.Has("delegation", context.Text.Tokens[actor.First].Folded);

    /// <summary>Whom <c>ce dernier</c>, <c>celui-ci</c> right before a verb stands for: the last person told. Null where no such word stands.</summary>
    public Actor? OfLatter(VisitContext context, Sentence sentence, int token, string? goal)
    {
        var tokens = context.Text.Tokens;
        var nearest = NearestEnd(context, sentence, token);
        for (var i = token - 1; i > nearest; i--)
        {
            // "ce dernier", "celle-ci"
            if (words.Has("last", tokens[i].Folded) && words.Has("this", tokens[i - 1].Folded) || words.Has("here-mark", tokens[i].Folded) && tokens[i - 1].Folded == "-" || words.Has("latter", tokens[i].Folded))
            {
                return Latter(context, sentence, i, goal);
            }

            if (FiniteVerbs(context, sentence, i, token) > 1)
            {
                break;
            }
        }

        return null;
    }

    private static Actor? Latter(VisitContext context, Sentence sentence, int token, string? goal) =>
        context.Actors[sentence.Index].LastOrDefault(a => a.End <= token && IsAble(context, a, goal)) ?? LastBefore(context, sentence, a => IsAble(context, a, goal));

    /// <summary>Where the last actor ends before a token; the head of the sentence for none.</summary>
    private static int NearestEnd(VisitContext context, Sentence sentence, int token)
    {
        var nearest = -1;
        foreach (var actor in context.Actors[sentence.Index])
        {
            nearest = actor.End <= token ? Math.Max(nearest, actor.End) : nearest;
        }

        return nearest < 0 ? sentence.First : nearest;
    }

    private static int FiniteVerbs(VisitContext context, Sentence sentence, int from, int until)
    {
        var count = 0;
        foreach (var verb in context.Verbs[sentence.Index])
        {
            count += verb.IsFinite && verb.First >= from && verb.First < until ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whom <c>l'officier lao</c>, <c>le haut responsable américain</c> before a verb or noun stands for: the last person named of that nation, and of that office where it is one.</summary>
    public Actor? OfNation(VisitContext context, Sentence sentence, int token, PersonLevel level)
    {
        var tokens = context.Text.Tokens;
        var nation = context.Mentions[sentence.Index].LastOrDefault(m => m.EndToken <= token && token - m.EndToken <= 6 && m.Kind == Partners.MentionKind.Demonym);
        if (nation is null || nation.FirstToken - 2 < sentence.First || !words.Has("person-noun", tokens[nation.FirstToken - 1].Folded))
        {
            return null;
        }

        var article = nation.FirstToken - 2;
        while (article > sentence.First && (words.Has("rank", tokens[article].Folded) && !words.Has("polite", tokens[article].Folded) || words.Has("high", tokens[article].Folded)))
        {
            article--;
        }

        return words.Has("article", tokens[article].Folded) || words.Has("this", tokens[article].Folded)
            ? LastBefore(context, sentence, a => a.IsNamed && a.Level != PersonLevel.Ambassador && (level is PersonLevel.Unknown or PersonLevel.Other || a.Level is PersonLevel.Unknown || a.Level == level) && (a.Country == nation.Code || a.Country != context.HomeCountry && (IsOpen(context, a) || a.Country is { } body && context.IsBody(body)))) is { } told ? told with { Country = nation.Code } : null
            : null;
    }

    /// <summary>Whom <c>(la visite) du dirigeant vietnamien</c> stands for: who has met others away from home, else the last person named of that nation.</summary>
    public Actor? OfNationBehind(VisitContext context, Sentence sentence, int noun)
    {
        noun += noun + 1 < sentence.First + sentence.Count && words.Has("article", context.Text.Tokens[noun].Folded) ? 1 : 0;
        if (noun + 1 >= sentence.First + sentence.Count || !words.Has("no-office", context.Text.Tokens[noun].Folded) || context.Actors[sentence.Index].Exists(a => a.First <= noun && noun < a.End && (a.Person is not null || a.IsNamed)))
        {
            return null;
        }

        var nation = context.Mentions[sentence.Index].FirstOrDefault(m => m.FirstToken == noun + 1 && m.Kind == Partners.MentionKind.Demonym)?.Code
            ?? (context.HomeMentions[sentence.Index].Any(m => m.FirstToken == noun + 1 && m.Kind == Partners.MentionKind.Demonym) ? context.HomeCountry : null);
        return nation is null ? null
            : context.Heads.Select(h => Named(context, sentence, h)).FirstOrDefault(a => a?.Country == nation)
                ?? context.Actors[sentence.Index].LastOrDefault(a => a.End <= noun && a.IsNamed && a.Country == nation) ?? LastBefore(context, sentence, a => a.IsNamed && a.Country == nation && a.Level != PersonLevel.Ambassador);
    }

    /// <summary>Somebody as named up to the end of a sentence.</summary>
    public static Actor? Named(VisitContext context, Sentence sentence, int person)
    {
        for (var s = 0; s <= sentence.Index; s++)
        {
            if (context.Actors[s].Find(a => a.Person == person && a.IsNamed) is { } told)
            {
                return told;
            }
        }

        return null;
    }

    /// <summary>Who leads a delegation that is told without its head: <c>La délégation est conduite par X</c>, in one of the next sentences.</summary>
    public Actor? LeaderBehind(VisitContext context, Sentence sentence, Actor group)
    {
        if (!group.IsGroup && !words.Has("group", context.Text.Tokens[group.First].Folded))
        {
            return null;
        }

        return LeaderBehind(context, sentence, group.First, group.Country);
    }

    /// <summary>Who leads the officers or the ships of a sentence: <c>Des officiers se sont rendus à Vientiane. La délégation, conduite par X</c>.</summary>
    public Actor? LeaderOfParty(VisitContext context, Sentence sentence, int token, string goal)
    {
        var tokens = context.Text.Tokens;
        for (var i = token - 1; i >= sentence.First; i--)
        {
            if (words.Has("party", tokens[i].Folded))
            {
                return LeaderBehind(context, sentence, i, null) is { } leader && Travels(context, leader, goal) ? leader
                    : words.Has("vessel", tokens[i].Folded) ? Commander(context, sentence, i, goal)
                    : null;
            }
        }

        return null;
    }

    /// <summary>Who commands a ship: <c>placés sous les ordres du commodore X</c>, <c>son commandant, le capitaine de vaisseau X</c>, <c>X, qui commande le groupe</c>.</summary>
    private Actor? Commander(VisitContext context, Sentence sentence, int after, string goal)
    {
        var tokens = context.Text.Tokens;
        // "La frégate HMCS Ottawa de la Marine royale canadienne, commandée par le capitaine X": the ship tells the country.
        var nation = context.Mentions[sentence.Index].FirstOrDefault(m => m.Kind is Partners.MentionKind.Demonym or Partners.MentionKind.Name)?.Code;
        for (var s = sentence.Index; s <= Math.Min(sentence.Index + CommandReach, context.Actors.Length - 1); s++)
        {
            var last = context.Text.Sentences[s].First + context.Text.Sentences[s].Count;
            if (context.Actors[s].Select(a => nation is not null && s == sentence.Index && IsOpen(context, a) ? a with { Country = nation } : a).FirstOrDefault(a => a.First > after && a.IsNamed && Travels(context, a, goal)
                && Enumerable.Range(Math.Max(context.Text.Sentences[s].First, a.First - 6), Math.Min(last, a.End + 3) - Math.Max(context.Text.Sentences[s].First, a.First - 6)).Any(i => words.Has("command", tokens[i].Folded) || words.Has("led", tokens[i].Folded))) is { } commander)
            {
                return commander;
            }
        }

        return null;
    }

    /// <summary><c>le colonel X, chef de la délégation</c>, <c>le commandant du navire, X</c></summary>
    public bool IsHead(VisitContext context, Sentence sentence, Actor actor)
    {
        const int Reach = 6;
        var tokens = context.Text.Tokens;
        for (var i = Math.Max(sentence.First, actor.First - Reach); i < Math.Min(actor.End + Reach, sentence.First + sentence.Count); i++)
        {
            if (words.Has("group", tokens[i].Folded) && i - 3 >= sentence.First && Enumerable.Range(i - 3, 3).Any(h => words.Has("heading", tokens[h].Folded)) || words.Has("vessel", tokens[i].Folded) && Enumerable.Range(Math.Max(sentence.First, i - 3), Math.Min(3, i - sentence.First)).Any(h => words.Has("command", tokens[h].Folded)))
            {
                return true;
            }
        }

        return false;
    }

    private Actor? LeaderBehind(VisitContext context, Sentence sentence, int after, string? country)
    {
        for (var s = sentence.Index; s <= Math.Min(sentence.Index + Ahead, context.Actors.Length - 1); s++)
        {
            if (context.Actors[s].FirstOrDefault(a => a.IsNamed && a.First > after && (a.IsGroup || IsLedBy(context, context.Text.Sentences[s], a)) && (country is null || a.Country == country || IsOpen(context, a))) is { } leader)
            {
                return leader with { Country = country ?? leader.Country };
            }
        }

        return null;
    }

    /// <summary><c>Elle était conduite par X</c>, <c>avec X à sa tête</c>: the sentence begins with who is led.</summary>
    private bool IsLedBy(VisitContext context, Sentence sentence, Actor leader)
    {
        var tokens = context.Text.Tokens;
        // "Son chef, le général X", "Le général X, qui la conduisait"
        if (words.Has("possessive", tokens[sentence.First].Folded) && words.Has("leader-noun", tokens[sentence.First + 1].Folded) && tokens[sentence.First + 2].Text == "," && leader.First - sentence.First <= 4
            || context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First - leader.End is >= 1 and <= 3 && words.Has("leading-party", Folding.Fold(v.Verb)) && words.StandsIn("who", tokens, leader.End, v.First) && words.StandsIn("clitic-object", tokens, leader.End, v.Anchor)))
        {
            return true;
        }

        for (var i = leader.First - 1; i > sentence.First && i >= leader.First - 4; i--)
        {
            // "À leur tête se trouvait X"
            if (words.Has("at-the-head", tokens[i].Folded) && words.Has("possessive", tokens[i - 1].Folded) && i - sentence.First <= 3)
            {
                return true;
            }

            // "À la tête de cette délégation se trouve X"
            if (words.Has("group", tokens[i].Folded) && i - sentence.First <= 6 && words.StandsIn("at-the-head", tokens, sentence.First, i) && words.StandsIn("this", tokens, sentence.First, i))
            {
                return true;
            }

            if (words.Has("agent", tokens[i].Folded) && words.Has("led", tokens[i - 1].Folded))
            {
                // "Emmenée par X, elle a eu un entretien"
                return i - 1 == sentence.First || Enumerable.Range(sentence.First, Math.Min(4, i - sentence.First)).Any(t => words.Has("subject-pronoun", tokens[t].Folded) || words.Has("that-one", tokens[t].Folded) || words.Has("latter", tokens[t].Folded) || words.Has("group", tokens[t].Folded));
            }
        }

        return false;
    }

    /// <summary>No word beside the name tells the country.</summary>
    public static bool IsOpen(VisitContext context, Actor actor) =>
        actor.Country is null || actor.Person is { } person && context.People.People[person].CountryBasis is CountryBasis.None or CountryBasis.NameOrigin or CountryBasis.MainPartner;

    private static bool IsAble(VisitContext context, Actor actor, string? goal) =>
        actor.Person is not null && actor.Level != PersonLevel.Ambassador && (goal is null || Travels(context, actor, goal));

    private static Actor? LastBefore(VisitContext context, Sentence sentence, Func<Actor, bool> isOne)
    {
        for (var s = sentence.Index - 1; s >= Math.Max(0, sentence.Index - ToldReach); s--)
        {
            if (context.Text.Sentences[s].Section == SectionKind.Body && context.Actors[s].LastOrDefault(isOne) is { } told)
            {
                return told;
            }
        }

        return null;
    }
}
