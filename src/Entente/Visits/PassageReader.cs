using Entente.Clauses;
using Entente.Texts;

namespace Entente.Visits;

/// <summary>Finds the visits told by leaving: <c>de retour de Moscou, X</c>, <c>avant son départ pour Tokyo, X</c>, <c>X, en route pour Séoul</c>, <c>le départ de X pour Pékin</c>.</summary>
internal sealed class PassageReader(WordSets words, VisitGoals goals, VisitorFinder visitors, VisitCollector collector)
{
    /// <summary>How far behind its noun a state may stand, in tokens.</summary>
    private const int Reach = 4;

    private readonly WordIds _returning = words["return-noun"];
    private readonly WordIds _leaving = words["departure"];

    public void Add(List<Visit> visits, VisitContext context, Sentence sentence)
    {
        if (!context.Holds(sentence, "return-noun") && !context.Holds(sentence, "departure"))
        {
            return;
        }

        var tokens = context.Text.Tokens;
        for (var i = sentence.First + 1; i < sentence.First + sentence.Count - 2; i++)
        {
            var isReturn = _returning.Contains(tokens[i].Id);
            if (isReturn || _leaving.Contains(tokens[i].Id))
            {
                Add(visits, context, sentence, i, isReturn);
            }
        }
    }

    private void Add(List<Visit> visits, VisitContext context, Sentence sentence, int noun, bool isReturn)
    {
        // "le départ de X pour Pékin"
        var tokens = context.Text.Tokens;
        var behind = isReturn || !words.Has("of", tokens[noun + 1].Folded) ? null : context.Actors[sentence.Index].Find(a => a.First > noun && a.First <= noun + 3 && a is { Person: not null, Count: 1 });
        var from = behind?.End ?? noun + 1;
        var isOwn = words.Has("possessive", tokens[noun - 1].Folded) || words.Has(isReturn ? "of" : "in", tokens[noun - 1].Folded);
        if (behind is null && !isOwn || !words.Has(isReturn ? "of" : "goal-bound", tokens[from].Folded)
            || goals.Between(context, sentence, from, from + Reach, anyCapital: true, bound: !isReturn, toward: isReturn) is not { Count: > 0 } places)
        {
            return;
        }

        // "De retour de Moscou, le ministre X", "X, de retour de Moscou"
        var traveller = behind ?? visitors.Before(context, sentence, noun, places[0]) ?? context.Actors[sentence.Index].Find(a => a.First > from && a is { Person: not null, Count: 1 } && VisitorRecall.Travels(context, a, places[0]));
        if (traveller is { Person: not null } && VisitorRecall.Travels(context, traveller, places[0]))
        {
            collector.Add(visits, context, new VisitTelling(sentence, noun, from, VisitKind.Other, traveller) { Reach = Reach, Goals = places });
        }
    }
}
