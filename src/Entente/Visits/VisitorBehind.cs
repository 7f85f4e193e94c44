using Entente.Clauses;
using Entente.Texts;

namespace Entente.Visits;

/// <summary>Finds who travels behind the noun of a visit: after <c>de</c>, in the relative clause on it, or who made it.</summary>
internal sealed class VisitorBehind(WordSets words, VisitGoals goals, VisitorRecall recall)
{
    /// <summary>How far behind its noun a visitor may be named, in tokens: goal and days may stand between.</summary>
    public const int Reach = 14;

    /// <summary>The actor behind <c>de</c>, <c>du</c>, <c>que</c>, or <c>effectuée par</c>, before the clause ends.</summary>
    public Actor? Find(VisitContext context, Sentence sentence, int from, int until, int noun)
    {
        var tokens = context.Text.Tokens;
        var actors = context.Actors[sentence.Index];
        for (var i = from; i < until; i++)
        {
            // "le séjour à Hanoï, en avril 2015, du ministre X"
            if (AfterDays(context, sentence, i) is { } after)
            {
                (i, until) = (after, Math.Min(after + 4, sentence.First + sentence.Count));
            }

            // "à l'invitation de": the host follows.
            if (tokens[i].Kind == TokenKind.Punctuation && tokens[i].Folded is not ("-" or "(" or ")") || words.Has("visitor-stop", tokens[i].Folded) || context.BeginsFinite(sentence, i))
            {
                return null;
            }

            // "terminant sa visite en Russie et la participation au sommet des dirigeants de la région": whose that is, and not who travels.
            if (IsOfNextNoun(tokens, i, until) && actors.Exists(a => a.End <= noun && a is { Person: not null, Count: 1 }))
            {
                return null;
            }

            // "maintenu ce déplacement alors que le pays venait de perdre X", "que ce séjour serait utile et que X ferait de son mieux": no clause on the visit.
            var isRelative = words.Has("that", tokens[i].Folded);
            if (isRelative && (words.Has("before-that", tokens[i - 1].Folded) || words.Has("and", tokens[i - 1].Folded)))
            {
                return null;
            }

            // "la visite officielle qu'il accomplit en Indonésie", "la visite de ce dernier"
            if (isRelative && i + 1 < until && words.Has("subject-pronoun", tokens[i + 1].Folded))
            {
                // "X a rencontré Y dans le cadre de la visite qu'il effectue en Hongrie": of two the one who can travel there, else the subject.
                var aim = goals.Between(context, sentence, i + 1, i + 1 + Reach).FirstOrDefault() ?? (goals.HasTown(context, i + 1, Math.Min(i + 1 + Reach, sentence.First + sentence.Count)) ? context.HomeCountry : null);
                var able = actors.Where(a => a.End <= noun && a is { Person: not null, Count: 1 });
                return (aim is null ? able.FirstOrDefault() : able.LastOrDefault(a => VisitorRecall.Travels(context, a, aim))) ?? recall.OfPronoun(context, sentence, aim);
            }

            // "la visite que ce dernier avait effectuée au Vietnam"
            if (isRelative && i + 3 < until && (words.Has("this", tokens[i + 1].Folded) && words.Has("last", tokens[i + 2].Folded) || words.Has("that-one", tokens[i + 1].Folded) || words.Has("latter", tokens[i + 1].Folded)) && recall.OfLatter(context, sentence, i + 3, goals.Between(context, sentence, i + 3, i + 3 + Reach).FirstOrDefault()) is { } last)
            {
                return last;
            }

            // "la visite d'État du dirigeant vietnamien"
            if (words.Has("of", tokens[i].Folded) && recall.OfNationBehind(context, sentence, i + 1) is { } leading)
            {
                return leading;
            }

            if (words.Has("of", tokens[i].Folded) && i + 2 < until && (words.Has("that-one", tokens[i + 1].Folded) || words.Has("this", tokens[i + 1].Folded) && words.Has("last", tokens[i + 2].Folded)) && (actors.LastOrDefault(a => a.End <= noun && a is { Person: not null, Count: 1 }) ?? recall.OfLatter(context, sentence, Math.Min(i + 3, sentence.First + sentence.Count), goals.Between(context, sentence, noun, noun + Reach).FirstOrDefault())) is { } latter)
            {
                return latter;
            }

            // "la visite effectuée par lui à Cuba"
            if (words.Has("agent", tokens[i].Folded) && i + 1 < until && words.Has("agent-pronoun", tokens[i + 1].Folded) && IsMade(tokens, noun, i))
            {
                return actors.FirstOrDefault(a => a.End <= noun && a is { Person: not null, Count: 1 }) ?? recall.OfPronoun(context, sentence, goals.Between(context, sentence, i + 1, i + 1 + Reach).FirstOrDefault());
            }

            var leads = isRelative || words.Has("of", tokens[i].Folded) || words.Has("agent", tokens[i].Folded) && IsMade(tokens, noun, i);
            // "du membre du Bureau politique et ministre de la Défense": a chain of offices begins with one that is no actor; "qu'y avait fait en 2013 X".
            // "celle qu'avait effectuée au Vietnam, en octobre 2006, le général X"
            var days = isRelative ? context.DatesIn[sentence.Index].Where(d => d.First > i && d.First <= i + 8).Sum(d => d.End - d.First + 2) : 0;
            // "effectuée en 1996 par son prédécesseur, le général X"
            var reach = i + 1 < until && words.Has("office", tokens[i + 1].Folded) ? 14 : isRelative ? 8 + days : i + 2 < until && words.Has("in-office-before", tokens[i + 2].Folded) ? 6 : 3;
            if (leads && actors.FirstOrDefault(a => a.First > i && a.First <= i + reach && a.End > i) is { } named)
            {
                return named;
            }
        }

        return null;
    }

    /// <summary><c>et la participation</c>, <c>et sa présence au sommet</c>: what stands behind is told of a noun of its own.</summary>
    private bool IsOfNextNoun(TokenList tokens, int at, int until) =>
        at + 2 < until && words.Has("and", tokens[at].Folded) && (words.Has("article", tokens[at + 1].Folded) || words.Has("possessive", tokens[at + 1].Folded) || words.Has("to", tokens[at + 1].Folded))
            && Enumerable.Range(at + 2, Math.Min(2, until - at - 2)).Any(i => words.Has("taking-part-noun", tokens[i].Folded) || words.Has("gathering-of-body", tokens[i].Folded));

    /// <summary><c>la visite effectuée à Alger par le ministre X</c></summary>
    private bool IsMade(TokenList tokens, int from, int until)
    {
        for (var i = from; i < until; i++)
        {
            if (words.Has("visit-made", tokens[i].Folded))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The token behind days that commas set apart, where a visitor may be told; null where no such days begin.</summary>
    private int? AfterDays(VisitContext context, Sentence sentence, int at)
    {
        var tokens = context.Text.Tokens;
        // "la visite en France, prévue l'an prochain, du ministre X"
        var opening = at + 1 < sentence.First + sentence.Count && words.Has("planned-visit", tokens[at + 1].Folded) ? at + 4 : at + 2;
        if (tokens[at].Folded == "," && AsideEnd(context, sentence, at) is { } aside)
        {
            return aside;
        }

        return tokens[at].Folded == "," && context.DatesIn[sentence.Index].FirstOrDefault(d => d.First > at && d.First <= opening) is { } days
            && days.End + 1 < sentence.First + sentence.Count && tokens[days.End].Folded == "," && (words.Has("of", tokens[days.End + 1].Folded) || words.Has("agent", tokens[days.End + 1].Folded))
            ? days.End + 1
            : null;
    }

    /// <summary>The token behind <c>, il y a une semaine à peine,</c>, <c>, quelques mois plus tôt,</c> where <c>de</c> follows; null where no such aside begins.</summary>
    private int? AsideEnd(VisitContext context, Sentence sentence, int comma)
    {
        const int Length = 9;
        var tokens = context.Text.Tokens;
        var isOfTime = false;
        for (var i = comma + 1; i < Math.Min(comma + Length, sentence.First + sentence.Count - 1); i++)
        {
            if (tokens[i].Text == ",")
            {
                return isOfTime && words.Has("of", tokens[i + 1].Folded) ? i + 1 : null;
            }

            isOfTime |= words.Has("time-unit", tokens[i].Folded);
            if (tokens[i].Kind == TokenKind.Punctuation && tokens[i].Folded is not "-" || context.Actors[sentence.Index].Any(a => a.First == i))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary><c>… et du Premier ministre Y en Russie</c>: another visitor of the same plural noun.</summary>
    public Actor? Next(VisitContext context, Sentence sentence, Actor visitor)
    {
        var tokens = context.Text.Tokens;
        for (var i = visitor.End; i < Math.Min(visitor.End + 10, sentence.First + sentence.Count - 1); i++)
        {
            if (words.Has("and-or-comma", tokens[i].Folded) && words.Has("of", tokens[i + 1].Folded))
            {
                return Find(context, sentence, i + 1, Math.Min(i + 4, sentence.First + sentence.Count), i + 1) is { IsNamed: true } other && other.First > visitor.First ? other : null;
            }
        }

        return null;
    }

    /// <summary><c>les visites qu'ont effectuées le Premier ministre X et le ministre Y</c>: another who stands in a row with the first.</summary>
    public Actor? Joined(VisitContext context, Sentence sentence, Actor visitor)
    {
        const int Joint = 3;
        var tokens = context.Text.Tokens;
        return context.Actors[sentence.Index].Find(a => a.First > visitor.End && a.First - visitor.End <= Joint) is { IsNamed: true, Person: not null, Count: 1, IsAside: false } next && next.Person != visitor.Person
            && words.Has("and", tokens[visitor.End].Folded) && Enumerable.Range(visitor.End + 1, next.First - visitor.End - 1).All(i => words.Has("form-of-address", tokens[i].Folded))
            && !VisitorRecall.IsCompanion(context, next) ? next : null;
    }
}
