using Entente.Clauses;
using Entente.Lexicons;
using Entente.People;
using Entente.Texts;

namespace Entente.Visits;

/// <summary>
/// Finds who travels: after the noun with <c>de</c> (past the goal and the date), in the relative clause on it, or the nearest actor before it.
/// An ambassador lives where he or she is received and is no visitor.
/// </summary>
internal sealed class VisitorFinder(WordSets words)
{
    /// <summary>How far behind its noun a visitor may be named, in tokens: goal and days may stand between.</summary>
    private const int Reach = 14;

    /// <summary>How many sentences back somebody told counts as told.</summary>
    private const int ToldReach = 40;

    /// <summary>The visitors of a noun: one, or those of <c>les visites de X au Vietnam et de Y en Russie</c>; an actor without a person is a visitor without a name.</summary>
    public IReadOnlyList<Actor> Of(ArticleContext context, Sentence sentence, PhraseMatch<VisitKind?> noun)
    {
        var tokens = context.Text.Tokens;
        if (Behind(context, sentence, noun.Next, Math.Min(noun.Next + Reach, sentence.First + sentence.Count), noun.Next) is { } named)
        {
            var visitors = new List<Actor> { Holder(context, sentence, named) };
            while (Next(context, sentence, visitors[^1]) is { } other)
            {
                visitors.Add(other);
            }

            return visitors;
        }

        // "son premier déplacement": the article before the adjective.
        var before = noun.First - 1;
        while (before > sentence.First && (words.Has("ordinal", tokens[before].Folded) || words.Has("before-noun", tokens[before].Folded)))
        {
            before--;
        }

        return Single(context, sentence, noun, before >= sentence.First ? tokens[before].Folded : "") is { } single ? [single] : [];
    }

    /// <summary>Who leads a delegation that is told without its head: <c>La délégation est conduite par X</c>, in one of the next sentences.</summary>
    public Actor? LeaderBehind(ArticleContext context, Sentence sentence, Actor group)
    {
        if (!group.IsGroup && !words.Has("group", context.Text.Tokens[group.First].Folded))
        {
            return null;
        }

        for (var s = sentence.Index; s < Math.Min(sentence.Index + 3, context.Actors.Count); s++)
        {
            if (context.Actors[s].FirstOrDefault(a => a is { IsGroup: true, IsNamed: true } && a.First > group.First && (group.Country is null || a.Country == group.Country)) is { } leader)
            {
                return leader;
            }
        }

        return null;
    }

    /// <summary>An office before a name with more offices between: <c>du membre du Bureau politique et ministre de la Défense, le général X</c>.</summary>
    private Actor Holder(ArticleContext context, Sentence sentence, Actor actor)
    {
        if (actor.Person is not null || actor.IsGroup || words.Has("group", context.Text.Tokens[actor.First].Folded)
            || context.Actors[sentence.Index].FirstOrDefault(a => a.First >= actor.End && a.IsNamed && (actor.Country is null || a.Country == actor.Country)) is not { } named)
        {
            return actor;
        }

        return context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First >= actor.First && v.First < named.First) || named.First - actor.First > 40 ? actor : named;
    }

    /// <summary>The actor before a verb or noun: the nearest one, or whom a pronoun stands for.</summary>
    public Actor? Before(ArticleContext context, Sentence sentence, int token)
    {
        var goal = VisitGoals.Between(context, sentence, token, token + VisitGoals.Reach).FirstOrDefault();
        var actors = context.Actors[sentence.Index].Where(a => a.End <= token && a.Count == 1).ToList();
        var actor = actors.LastOrDefault() is { } last ? Leader(context, sentence, last, actors, token) : null;

        for (var i = token - 1; i >= sentence.First && i >= token - 6; i--)
        {
            if (words.Has("subject-pronoun", context.Text.Tokens[i].Folded))
            {
                // "À l'invitation de son homologue X, il effectuera une visite en Chine": not X, whose country that is.
                return context.Actors[sentence.Index].FirstOrDefault(a => a.End <= token && (goal is null || Travels(context, a, goal))) ?? OfPronoun(context, sentence, token);
            }
        }

        // "L'officier lao, qui effectue une visite au Vietnam": the relative clause is on somebody told before.
        if (actor is null && goal is not null && context.Verbs[sentence.Index].Any(v => v.IsFinite && v.End <= token && token - v.End <= 2 && v.First > sentence.First && context.Text.Tokens[v.First - 1].Folded == "qui"))
        {
            return Told(context, sentence, goal);
        }

        // "X a été invité par le président français à effectuer une visite en France": of two the one who can travel there.
        return actor?.Country is { } country && country == goal && actors.LastOrDefault(a => a.Person is not null && Travels(context, a, goal)) is { } traveller ? traveller : actor;
    }

    /// <summary>
    /// A group without a leader of its own: of somebody named before (<c>X, à la tête d'une délégation</c>, <c>X et sa délégation</c>), or the delegation
    /// that the article has told of, whose country the goal is not.
    /// </summary>
    private Actor Leader(ArticleContext context, Sentence sentence, Actor actor, List<Actor> before, int token)
    {
        var goal = VisitGoals.Between(context, sentence, token, token + VisitGoals.Reach).FirstOrDefault();
        if (actor.IsNamed || !actor.IsGroup && !words.Has("group", context.Text.Tokens[actor.First].Folded))
        {
            return actor is { Person: null } && before.LastOrDefault(a => a.Person is not null) is { } holder && (actor.First - holder.End <= 7 || goal is not null && Travels(context, holder, goal)) ? holder : actor;
        }

        if (before.LastOrDefault(a => a.IsNamed && (actor.Country is null || a.Country == actor.Country) && (goal is null || Travels(context, a, goal))) is { } named)
        {
            return named;
        }

        if (goal is null || actor.Person is not null && actor.Country != goal || actor.First > sentence.First && context.Text.Tokens[actor.First - 1].Folded is "une" or "deux")
        {
            return actor;
        }

        return Told(context, sentence, goal) ?? actor;
    }

    /// <summary>The last person named before the sentence who can travel to a state.</summary>
    private static Actor? Told(ArticleContext context, Sentence sentence, string goal)
    {
        for (var s = sentence.Index - 1; s >= 0 && s >= sentence.Index - ToldReach; s--)
        {
            if (context.Text.Sentences[s].Section == SectionKind.Body && context.Actors[s].LastOrDefault(a => a.IsNamed && Travels(context, a, goal)) is { } told)
            {
                return told;
            }
        }

        return null;
    }

    /// <summary>Whether somebody can travel to a state: from abroad to the home country, or from there abroad.</summary>
    private static bool Travels(ArticleContext context, Actor actor, string goal) =>
        actor is { Country: { } country, Level: not PersonLevel.Ambassador } && country != goal && (goal == context.HomeCountry || country == context.HomeCountry);

    private Actor? Single(ArticleContext context, Sentence sentence, PhraseMatch<VisitKind?> noun, string before)
    {
        var actors = context.Actors[sentence.Index];
        if (before == "en" && noun.First - 1 <= sentence.First + 1)
        {
            return actors.FirstOrDefault(a => a.First >= noun.Next && a.IsNamed);
        }

        // "Dans le cadre de sa visite officielle en Chine, le général X"
        if (before is "sa" or "son" or "leur" && !actors.Any(a => a.End <= noun.First))
        {
            return VisitGoals.Between(context, sentence, noun.Next, noun.Next + 6).Count > 0 ? actors.FirstOrDefault(a => a.First >= noun.Next && a.IsNamed) : null;
        }

        // "ont quitté Paris au terme de leur visite officielle en France"
        if (before is "leur" or "sa" or "son" && VisitGoals.Between(context, sentence, noun.Next, noun.Next + 6).FirstOrDefault() is { } goal)
        {
            // "qui accompagne le Premier ministre X dans sa visite": one is nearest, several begin with their head.
            var able = actors.Where(a => a.End <= noun.First && a.Person is not null && Travels(context, a, goal));
            return before == "leur" ? able.FirstOrDefault() : able.LastOrDefault();
        }

        // "effectueront des visites d'État en Inde et au Sri Lanka", "a quitté Hanoï pour des visites"
        if (before == "des" && (context.Verbs[sentence.Index].Any(v => v.End == noun.First - 1 && v.IsFinite) || noun.First - 2 >= sentence.First && context.Text.Tokens[noun.First - 2].Folded == "pour"))
        {
            return Before(context, sentence, noun.First);
        }

        // "cette visite", "la visite" without its visitor say nothing new.
        if (before is "cette" or "la" or "l'" or "leur" or "leurs" or "son" or "les" or "des" or "ses")
        {
            return null;
        }

        // "Dans le cadre d'une visite au Vietnam, une délégation conduite par X"
        return Before(context, sentence, noun.First)
            ?? (VisitGoals.Between(context, sentence, noun.Next, noun.Next + VisitGoals.Reach).FirstOrDefault() is { } aim && !actors.Any(a => a.End <= noun.First) && !context.Verbs[sentence.Index].Any(v => v.IsFinite && v.Anchor < noun.First)
                ? actors.FirstOrDefault(a => a.First >= noun.Next && a.IsNamed && Travels(context, a, aim))
                : null);
    }

    /// <summary>The actor behind <c>de</c>, <c>du</c>, <c>que</c>, or <c>effectuée par</c>, before the clause ends.</summary>
    private Actor? Behind(ArticleContext context, Sentence sentence, int from, int until, int noun)
    {
        var tokens = context.Text.Tokens;
        var actors = context.Actors[sentence.Index];
        for (var i = from; i < until; i++)
        {
            // "à l'invitation de": the host follows.
            if (tokens[i].Kind == TokenKind.Punctuation && tokens[i].Folded is not ("-" or "(" or ")") || words.Has("visitor-stop", tokens[i].Folded) || context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First == i))
            {
                return null;
            }

            var leads = tokens[i].Folded is "de" or "du" or "d'" or "que" or "qu'" or "des" || tokens[i].Folded == "par" && context.Verbs[sentence.Index].Any(v => v is { Verb: "effectuer" } && v.Anchor >= noun && v.Anchor < i);
            // "du membre du Bureau politique et ministre de la Défense": a chain of offices begins with one that is no actor.
            var reach = i + 1 < until && words.Has("office", tokens[i + 1].Folded) ? 14 : 3;
            if (leads && actors.FirstOrDefault(a => a.First > i && a.First <= i + reach && a.End > i) is { } named)
            {
                return named;
            }
        }

        return null;
    }

    /// <summary><c>… et (celle) du Premier ministre Y en Russie</c>: another visitor of the same plural noun.</summary>
    private Actor? Next(ArticleContext context, Sentence sentence, Actor visitor)
    {
        var tokens = context.Text.Tokens;
        for (var i = visitor.End; i < Math.Min(visitor.End + 10, sentence.First + sentence.Count); i++)
        {
            if (tokens[i].Folded is "et" or "," && tokens[i + 1].Folded is "de" or "du" or "d'" or "celle")
            {
                return Behind(context, sentence, i + 1, Math.Min(i + 4, sentence.First + sentence.Count), i + 1) is { IsNamed: true } other && other.First > visitor.First ? other : null;
            }
        }

        return null;
    }

    /// <summary>Whom <c>il</c> stands for: the last person told before, of whom the goal is not the own country.</summary>
    private static Actor? OfPronoun(ArticleContext context, Sentence sentence, int token)
    {
        if (sentence.Index == 0)
        {
            return null;
        }

        var goal = VisitGoals.Between(context, sentence, token, token + VisitGoals.Reach).FirstOrDefault();
        return goal is null
            ? context.Actors[sentence.Index - 1].FirstOrDefault(a => a.Person is not null && a.Level != PersonLevel.Ambassador)
            : context.Actors[sentence.Index - 1].FirstOrDefault(a => a.Person is not null && Travels(context, a, goal)) ?? Told(context, sentence, goal);
    }
}
