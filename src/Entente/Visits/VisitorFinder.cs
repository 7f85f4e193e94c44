using Entente.Clauses;
using Entente.Lexicons;
using Entente.People;
using Entente.Texts;

namespace Entente.Visits;

/// <summary>
/// Finds who travels: after the noun with <c>de</c> (past the goal and the date), in the relative clause on it, or the nearest actor before it.
/// An ambassador lives where he or she is received and is no visitor.
/// </summary>
internal sealed class VisitorFinder(VisitLexicon lexicon, WordSets words, VisitGoals goals, VisitorRecall recall)
{
    private readonly VisitorBehind _behind = new(words, goals, recall);

    /// <summary>The visitors of a noun: one, or those of <c>les visites de X au Vietnam et de Y en Russie</c>; an actor without a person is a visitor without a name.</summary>
    public IReadOnlyList<Actor> Of(VisitContext context, Sentence sentence, PhraseMatch<VisitNoun> noun)
    {
        var tokens = context.Text.Tokens;
        if (_behind.Find(context, sentence, noun.Next, Math.Min(noun.Next + VisitorBehind.Reach, sentence.First + sentence.Count), noun.Next) is { } named)
        {
            if (named is { IsNamed: false, IsGroup: false } && words.Has("indefinite", tokens[named.First - 1].Folded))
            {
                // "X avait accompli la première visite d'un ministre vietnamien"; without who makes it, whoever holds the office now is not meant.
                var maker = context.Verbs[sentence.Index].LastOrDefault(v => v.IsFinite && v.End <= noun.First && noun.First - v.End <= VisitGoals.Reach && lexicon.MakesVisits(v.Verb));
                named = (maker.Verb is null ? null : Before(context, sentence, maker.First)) ?? named with { Person = null };
            }

            var visitors = new List<Actor> { Holder(context, sentence, named) };
            while ((_behind.Next(context, sentence, visitors[^1]) ?? (IsOfSeveral(context, noun) ? _behind.Joined(context, sentence, visitors[^1]) : null)) is { } other)
            {
                visitors.Add(other);
            }

            return visitors;
        }

        // "celle du ministre X": nobody before it.
        if (noun.Value.IsPronoun)
        {
            return [];
        }

        // "des visites d'usines": what is visited is no country. "la venue au Vietnam de deux frégates" is nobody's who is told before.
        if (IsSight(context, sentence, noun.Next) || IsOfOthers(context, sentence, noun.Next))
        {
            return [];
        }

        // "son premier déplacement": the article before the adjective.
        var before = noun.First - 1;
        while (before > sentence.First && (words.Has("ordinal", tokens[before].Folded) || words.Has("before-noun", tokens[before].Folded)))
        {
            before--;
        }

        // "cette visite, quelques mois après la sienne à Sofia": the noun tells whose it is.
        var isOwn = words.Has("own-one", tokens[noun.First].Folded);
        return Single(context, sentence, noun, isOwn ? tokens[noun.First].Folded : before >= sentence.First ? tokens[before].Folded : "") is { } single ? Together(context, sentence, noun, single) : [];
    }

    /// <summary><c>les visites</c>, <c>les déplacements</c></summary>
    private static bool IsOfSeveral(VisitContext context, PhraseMatch<VisitNoun> noun) => !noun.Value.IsPronoun && context.Text.Tokens[noun.First].Folded is [.., 't' or 'e' or 'n' or 'r', 's'];

    /// <summary><c>a reçu X, Y et Z, tous trois en visite au Vietnam</c>, <c>a reçu X et Y, actuellement en visite</c>: all whom the sentence names so.</summary>
    private List<Actor> Together(VisitContext context, Sentence sentence, PhraseMatch<VisitNoun> noun, Actor single)
    {
        const int Reach = 4;
        var tokens = context.Text.Tokens;
        var state = noun.First - 1;
        if (single.Person is null || state <= single.End || !words.Has("in", tokens[state].Folded) || state - single.End > Reach)
        {
            return [single];
        }

        var able = context.Actors[sentence.Index].Where(a => a.End <= state && a is { IsNamed: true, Person: not null, Count: 1, Level: not PersonLevel.Ambassador } && a.Country is not null && a.Country != context.HomeCountry == (single.Country != context.HomeCountry)).ToList();
        var isOfAll = words.StandsIn("all-of", tokens, single.End, state);
        var isOfBoth = able.Count == 2 && able[1].Person == single.Person && words.Has("for-now", tokens[state - 1].Folded) && words.StandsIn("and", tokens, able[0].End, able[1].First);
        return isOfAll || isOfBoth ? able : [single];
    }

    /// <summary>An office before a name with more offices between: <c>du membre du Bureau politique et ministre de la Défense, le général X</c>.</summary>
    private Actor Holder(VisitContext context, Sentence sentence, Actor actor)
    {
        if (actor.Person is not null || actor.IsGroup || words.Has("group", context.Text.Tokens[actor.First].Folded)
            || context.Actors[sentence.Index].FirstOrDefault(a => a.First >= actor.End && a.IsNamed && (actor.Country is null || a.Country == actor.Country)) is not { } named)
        {
            return actor;
        }

        // "la visite d'un ministre …, après celle de Y": the next visit has a visitor of its own.
        return context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First >= actor.First && v.First < named.First) || named.First - actor.First > 40
            || words.StandsIn("that-one", context.Text.Tokens, actor.End, named.First) ? actor : named;
    }

    /// <summary>The actor before a verb or noun: the nearest one, or whom a pronoun stands for; <paramref name="toward"/> is the goal, where it is known.</summary>
    public Actor? Before(VisitContext context, Sentence sentence, int token, string? toward = null)
    {
        var goal = toward ?? goals.Between(context, sentence, token, token + VisitGoals.Reach).FirstOrDefault();
        var actors = context.Actors[sentence.Index].Where(a => a.End <= token && a.Count == 1 && !SendsAnother(context, sentence, a) && !IsPredicate(context, sentence, a) && !VisitorRecall.IsOfMonument(context, a) && !VisitorRecall.IsCompanion(context, a)).ToList();
        var actor = actors.LastOrDefault() is { } last ? Leader(context, sentence, last, actors, goal) : null;

        if (recall.OfLatter(context, sentence, token, goal) is { } latter)
        {
            return latter;
        }

        // "il effectuera du 3 au 5 mars une visite": days may stand between.
        var days = context.DatesIn[sentence.Index].Where(d => d.End <= token && token - d.End <= 3).Select(d => d.End - d.First).DefaultIfEmpty(0).Max();
        // "Il effectuera ensuite, à partir du 21 décembre, une visite": the verb of the visit may stand farther.
        var maker = context.Verbs[sentence.Index].LastOrDefault(v => v.IsFinite && v.End <= token);
        var reach = maker.Verb is not null && lexicon.MakesVisits(maker.Verb) && !actors.Exists(a => a.First >= maker.First) ? Math.Max(6 + days, token - maker.First + 1) : 6 + days;
        for (var i = token - 1; i >= sentence.First && i >= token - reach; i--)
        {
            // "Des services de son ministère, a-t-il dit, se rendront au Laos": who says so.
            if (words.Has("subject-pronoun", context.Text.Tokens[i].Folded) && !(i > sentence.First && context.Text.Tokens[i - 1].Folded == "-"))
            {
                // "Il s'agit du premier déplacement": nobody.
                if (i + 2 < token && words.Has("impersonal", context.Text.Tokens[i + 2].Folded))
                {
                    return null;
                }

                // "À l'invitation de son homologue X, il effectuera une visite en Chine": not X, whose country that is.
                return context.Actors[sentence.Index].FirstOrDefault(a => a.End <= token && (goal is null ? !IsInviter(context, sentence, a) : VisitorRecall.Travels(context, a, goal)))
                    ?? (sentence.Index == 0 || i > sentence.First + 1 && !context.Actors[sentence.Index].Any(a => a.End <= token) ? context.Actors[sentence.Index].FirstOrDefault(a => a.First > token && a.IsNamed && (goal is null || VisitorRecall.Travels(context, a, goal))) : null)
                    ?? recall.OfPronoun(context, sentence, goal);
            }
        }

        // "L'officier lao, qui effectue une visite au Vietnam": somebody told before by name.
        if (actor is null or { Person: null, IsGroup: false } && recall.OfNation(context, sentence, token, actor?.Level ?? PersonLevel.Unknown) is { } told)
        {
            return told;
        }

        if (actor is null && goal is not null && context.Verbs[sentence.Index].Any(v => v.IsFinite && v.End <= token && token - v.End <= 2 && v.First > sentence.First && words.Has("who", context.Text.Tokens[v.First - 1].Folded)))
        {
            return VisitorRecall.Told(context, sentence, goal);
        }

        // "X a été invité par le président français à effectuer une visite en France": of two the one who can travel there.
        return actor?.Country is { } country && country == goal && actors.LastOrDefault(a => a.Person is not null && VisitorRecall.Travels(context, a, goal)) is { } traveller ? traveller : actor;
    }

    /// <summary><c>X avait été le premier chef d'État vietnamien à fouler le sol tanzanien</c>: an office that is said of X, and not who holds it now.</summary>
    private bool IsPredicate(VisitContext context, Sentence sentence, Actor actor) =>
        !actor.IsNamed && actor.First - 1 > sentence.First && words.Has("ordinal", context.Text.Tokens[actor.First - 1].Folded) && context.Actors[sentence.Index].Any(a => a.End < actor.First && a is { IsNamed: true, Person: not null });

    /// <summary><c>X, chef de la Commission et envoyé spécial du secrétaire général Y, a effectué une visite</c>: Y stayed at home.</summary>
    private bool SendsAnother(VisitContext context, Sentence sentence, Actor actor)
    {
        const int Reach = 8;
        var tokens = context.Text.Tokens;
        for (var i = actor.First - 1; i > sentence.First && i >= actor.First - Reach && tokens[i].Kind == TokenKind.Word; i--)
        {
            if (words.Has("envoy", tokens[i].Folded))
            {
                return context.Actors[sentence.Index].Any(a => a.First < i && a != actor && a.Person is not null);
            }
        }

        return false;
    }

    /// <summary>
    /// A group without a leader of its own: of somebody named before (<c>X, à la tête d'une délégation</c>, <c>X et sa délégation</c>), or the delegation
    /// that the article has told of, whose country the goal is not.
    /// </summary>
    private Actor Leader(VisitContext context, Sentence sentence, Actor actor, List<Actor> before, string? goal)
    {
        if (actor.IsNamed || !actor.IsGroup && !words.Has("group", context.Text.Tokens[actor.First].Folded))
        {
            return actor is { Person: null } && before.LastOrDefault(a => a.Person is not null) is { } holder && (actor.First - holder.End <= 7 || goal is not null && VisitorRecall.Travels(context, holder, goal)) ? holder : actor;
        }

        if (before.LastOrDefault(a => a.IsNamed && (actor.Country is null || a.Country == actor.Country) && (goal is null || VisitorRecall.Travels(context, a, goal))) is { } named)
        {
            return named;
        }

        if (goal is null || actor.Person is not null && actor.Country != goal || actor.First > sentence.First && words.Has("new-group", context.Text.Tokens[actor.First - 1].Folded))
        {
            return actor;
        }

        return VisitorRecall.Head(context, sentence, goal) is { } head && (actor.Country is null || head.Country == actor.Country) ? head : actor;
    }

    /// <summary>The state of whoever invites behind a token: <c>à l'invitation du président X</c>; null where nobody does.</summary>
    public string? Inviting(VisitContext context, Sentence sentence, int from) => context.Actors[sentence.Index].Find(a => a.First >= from && a.Person is not null && IsInviter(context, sentence, a))?.Country;

    /// <summary><c>À l'invitation de son homologue X</c></summary>
    private bool IsInviter(VisitContext context, Sentence sentence, Actor actor)
    {
        for (var i = actor.First - 1; i >= sentence.First && i >= actor.First - 5; i--)
        {
            if (VisitWishes.IsInviting(words, context.Text.Tokens, sentence.First, i))
            {
                return true;
            }
        }

        return false;
    }

    private Actor? Single(VisitContext context, Sentence sentence, PhraseMatch<VisitNoun> noun, string before)
    {
        var actors = context.Actors[sentence.Index];
        // "l'assistance aux navires en escale": theirs, whoever speaks of it.
        if (words.Has("in", before) && noun.First - 2 > sentence.First && words.Has("vessel", context.Text.Tokens[noun.First - 2].Folded))
        {
            return null;
        }

        if (words.Has("in", before) && noun.First - 1 <= sentence.First + 1)
        {
            // "En visite au Cambodge sur l'invitation du général X, le ministre vietnamien": X has stayed.
            var host = goals.Between(context, sentence, noun.Next, noun.Next + 6).FirstOrDefault();
            return actors.FirstOrDefault(a => a.First >= noun.Next && a.IsNamed && !IsInviter(context, sentence, a) && (host is null || a.Country != host));
        }

        // "Dans le cadre de sa visite officielle en Chine, le général X"
        if (words.Has("possessive", before) && !actors.Any(a => a.End <= noun.First))
        {
            return goals.Between(context, sentence, noun.Next, noun.Next + 6).FirstOrDefault() is { } aim
                ? actors.FirstOrDefault(a => a.First >= noun.Next && a.Person is not null && VisitorRecall.Travels(context, a, aim)) ?? actors.FirstOrDefault(a => a.First >= noun.Next && a is { IsNamed: true, Country: null }) ?? OfPronounBehind(context, sentence, noun, aim) ?? OfSubjectBefore(context, sentence, noun, aim) ?? OfSpeaker(context, sentence, noun, aim)
                : HasDays(context, sentence, noun) ? Subject(context, sentence, noun)
                : (HasLength(context, sentence, noun) || IsOccasion(context, sentence, noun)) && Subject(context, sentence, noun) is { } guest && (context.IsForeign(guest) || guest.Person is { } person && context.Heads.Contains(person)) ? guest with { IsNamed = true }
                : null;
        }

        // "ont quitté Paris au terme de leur visite officielle en France"
        if ((words.Has("possessive", before) || words.Has("this", before)) && goals.Between(context, sentence, noun.Next, noun.Next + 6).FirstOrDefault() is { } goal)
        {
            // "qui accompagne le Premier ministre X dans sa visite": one is nearest, several begin with their head.
            var able = actors.Where(a => a.End <= noun.First && a.Person is not null && VisitorRecall.Travels(context, a, goal));
            // "Il a évoqué la visite de X à Hanoï, ainsi que sa propre visite à La Havane"
            return (words.Has("their", before) ? able.FirstOrDefault() : able.LastOrDefault())
                ?? (words.Has("possessive", before) ? OfSubjectBefore(context, sentence, noun, goal) ?? OfGroupBefore(context, sentence, noun, goal) : null);
        }

        // "effectueront des visites d'État en Inde et au Sri Lanka", "a quitté Hanoï pour effectuer des visites", "pour des visites"
        if (words.Has("some", before) && (context.Verbs[sentence.Index].Any(v => (v.IsFinite || v.Tense == Tense.Infinitive) && lexicon.MakesVisits(v.Verb) && v.End <= noun.First && noun.First - v.End <= 10) || noun.First - 2 >= sentence.First && words.Has("goal-bound", context.Text.Tokens[noun.First - 2].Folded)))
        {
            return Before(context, sentence, noun.First);
        }

        // "X, dont c'est la première visite au Vietnam", "X, dont la visite prend fin mardi"
        if (words.Has("article", before))
        {
            for (var i = noun.First - 2; i > sentence.First && i >= noun.First - 6; i--)
            {
                if (words.Has("whose", context.Text.Tokens[i].Folded))
                {
                    return Before(context, sentence, i);
                }
            }
        }

        // "cette visite", "la visite" without its visitor say nothing new, and whose "sa visite" is without a goal, the verb has to tell.
        var isOwn = words.Has("possessive", before);
        if (words.Has("known-visit", before) || isOwn && actors.Count(a => a.End <= noun.First && a.Person is not null) != 1 && !context.Verbs[sentence.Index].Any(v => v.IsFinite && v.End <= noun.First && noun.First - v.End <= 8 && IsTravelling(v.Verb)))
        {
            return null;
        }

        // "a salué une visite attendue depuis dix ans": who says so is the host.
        if (words.Has("indefinite", before) && goals.Between(context, sentence, noun.Next, noun.Next + VisitGoals.Reach).Count == 0 && context.Verbs[sentence.Index].Any(v => v.IsFinite && v.End <= noun.First && noun.First - v.End <= 2 && words.Has("remark", Folding.Fold(v.Verb))))
        {
            return null;
        }

        // "Dans le cadre d'une visite au Vietnam, une délégation conduite par X"
        return Before(context, sentence, noun.First)
            ?? (goals.Between(context, sentence, noun.Next, noun.Next + VisitGoals.Reach).FirstOrDefault() is { } target && !actors.Any(a => a.End <= noun.First) && !context.Verbs[sentence.Index].Any(v => v.IsFinite && v.Anchor < noun.First)
                ? actors.FirstOrDefault(a => a.First >= noun.Next && a.IsNamed && VisitorRecall.Travels(context, a, target))
                : null);
    }

    /// <summary>Whom <c>il</c> behind a visit stands for (<c>Évoquant sa visite à Hanoï en juin 2019, il a dit …</c>); <paramref name="goal"/> is where it goes, if that is told.</summary>
    private Actor? OfPronounBehind(VisitContext context, Sentence sentence, PhraseMatch<VisitNoun> noun, string? goal)
    {
        var main = context.Verbs[sentence.Index].FirstOrDefault(v => v.IsFinite && v.First >= noun.Next);
        return main.Verb is not null && words.StandsIn("subject-pronoun", context.Text.Tokens, Math.Max(noun.Next, main.First - 2), main.First)
            ? recall.OfPronoun(context, sentence, goal)
            : null;
    }

    /// <summary><c>Il a rappelé que sa visite à Hanoï …</c>, <c>Ce dernier, qui garde le souvenir de son séjour à Hanoï, …</c></summary>
    private Actor? OfSubjectBefore(VisitContext context, Sentence sentence, PhraseMatch<VisitNoun> noun, string goal) =>
        recall.OfLatter(context, sentence, noun.First, goal)
        ?? (words.Has("subject-pronoun", context.Text.Tokens[sentence.First].Folded) ? recall.OfPronoun(context, sentence, goal) : null);

    /// <summary><c>La délégation a achevé sa visite officielle au Bélarus</c>: whose it is leads it.</summary>
    private Actor? OfGroupBefore(VisitContext context, Sentence sentence, PhraseMatch<VisitNoun> noun, string goal) =>
        context.Actors[sentence.Index].LastOrDefault(a => a.End <= noun.First) is { Person: null } last && (last.IsGroup || words.Has("group", context.Text.Tokens[last.First].Folded)) ? Before(context, sentence, noun.First, goal) : null;

    /// <summary><c>Le ministre bulgare s'est réjoui. Sa visite au Vietnam, a-t-il dit, …</c></summary>
    private Actor? OfSpeaker(VisitContext context, Sentence sentence, PhraseMatch<VisitNoun> noun, string goal)
    {
        var main = context.Verbs[sentence.Index].FirstOrDefault(v => v.IsFinite && v.First >= noun.Next);
        return main.Verb is not null && sentence.Index > 0 && words.StandsIn("subject-pronoun", context.Text.Tokens, main.First, Math.Min(main.End + 1, sentence.First + sentence.Count))
            ? recall.OfPronoun(context, sentence, goal) : null;
    }

    /// <summary><c>Au terme de son séjour de trois jours, X …</c></summary>
    private bool HasLength(VisitContext context, Sentence sentence, PhraseMatch<VisitNoun> noun) =>
        noun.Next < sentence.First + sentence.Count && words.Has("of", context.Text.Tokens[noun.Next].Folded) && words.StandsIn("duration", context.Text.Tokens, noun.Next, Math.Min(noun.Next + 3, sentence.First + sentence.Count));

    /// <summary><c>Pendant son séjour, X …</c>, <c>À l'occasion de son déplacement, X …</c></summary>
    private bool IsOccasion(VisitContext context, Sentence sentence, PhraseMatch<VisitNoun> noun)
    {
        const int Opening = 6;
        var tokens = context.Text.Tokens;
        return noun.First - sentence.First <= Opening && noun.Next < sentence.First + sentence.Count && tokens[noun.Next].Text == "," && words.StandsIn("on-visit", tokens, sentence.First, noun.First);
    }

    /// <summary>Who does what the sentence tells: somebody named, or whom a pronoun stands for.</summary>
    private Actor? Subject(VisitContext context, Sentence sentence, PhraseMatch<VisitNoun> noun)
    {
        // "Au cours de sa visite, qui l'a conduit à Pretoria, X a rencontré …"
        var main = context.Verbs[sentence.Index].FirstOrDefault(v => v.IsFinite && v.First >= noun.Next && !words.StandsIn("who", context.Text.Tokens, Math.Max(noun.Next, v.First - 2), v.First));
        return main.Verb is null ? null
            : context.Actors[sentence.Index].FirstOrDefault(a => a.First >= noun.Next && a.End <= main.First && a is { Person: not null, Count: 1 }) ?? OfOfficeBehind(context, sentence, noun, main) ?? OfPronounBehind(context, sentence, noun, null);
    }

    /// <summary><c>Pendant son séjour, le vice-ministre vietnamien …</c>: an office that several hold is of who has met others away from home.</summary>
    private static Actor? OfOfficeBehind(VisitContext context, Sentence sentence, PhraseMatch<VisitNoun> noun, VerbGroup main) =>
        context.Actors[sentence.Index].FirstOrDefault(a => a.First >= noun.Next && a.End <= main.First) is { Person: null, Count: 1, Country: { } country } office
            ? context.Heads.Select(h => VisitorRecall.Named(context, sentence, h)).FirstOrDefault(a => a?.Country == country && a.Level == office.Level)
            : null;

    /// <summary><c>Au cours de sa visite du 4 au 7 décembre, X …</c></summary>
    private static bool HasDays(VisitContext context, Sentence sentence, PhraseMatch<VisitNoun> noun)
    {
        const int Reach = 3;
        return context.DatesIn[sentence.Index].Any(d => d.Expression.IsRange && d.First >= noun.Next && d.First <= noun.Next + Reach);
    }

    /// <summary><c>visites d'académies et d'unités</c>, <c>la visite de l'usine</c>: a common noun follows that tells no measure, kind or person.</summary>
    private bool IsSight(VisitContext context, Sentence sentence, int next)
    {
        var tokens = context.Text.Tokens;
        var end = sentence.First + sentence.Count;
        if (next + 1 >= end || !words.Has("of", tokens[next].Folded))
        {
            return false;
        }

        var at = words.Has("article", tokens[next + 1].Folded) ? next + 2 : next + 1;
        return at < end && tokens[at].Kind == TokenKind.Word && words.Has("sight", tokens[at].Folded);
    }

    /// <summary>Behind the goal <c>de</c> and a common noun: <c>la venue prochaine au Vietnam de bâtiments de guerre</c>.</summary>
    public bool IsOfOthers(VisitContext context, Sentence sentence, int next)
    {
        const int GoalReach = 6;
        const int Length = 4;
        var tokens = context.Text.Tokens;
        var end = sentence.First + sentence.Count;
        var of = context.Mentions[sentence.Index].Where(m => m.FirstToken > next && m.FirstToken - next <= GoalReach).Select(m => m.EndToken)
            .Concat(context.HomeMentions[sentence.Index].Where(m => m.FirstToken > next && m.FirstToken - next <= GoalReach).Select(m => m.EndToken)).DefaultIfEmpty(end).Min();
        return of + 1 < end && words.Has("of", tokens[of].Folded) && tokens[of + 1].Kind == TokenKind.Word && !tokens[of + 1].IsCapitalized
            && !context.DatesIn[sentence.Index].Any(d => d.First > of && d.First <= of + 2) && Enumerable.Range(of + 1, Math.Min(Length, end - of - 1)).All(i => !words.Has("duration", tokens[i].Folded)) && !context.Actors[sentence.Index].Any(a => a.First > of && a.First <= of + Length);
    }

    private bool IsTravelling(string verb) => lexicon.MakesVisits(verb) || lexicon.BeginsVisits(verb) || lexicon.EndsVisits(verb);
}
