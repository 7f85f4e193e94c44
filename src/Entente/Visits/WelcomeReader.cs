using Entente.Clauses;
using Entente.Texts;

namespace Entente.Visits;

/// <summary>Finds the visit of whom a foreign town welcomes: <c>La cérémonie d'accueil du président X a eu lieu mardi à Santiago</c>.</summary>
internal sealed class WelcomeReader(VisitLexicon lexicon, WordSets words, VisitGoals goals, VisitCollector collector)
{
    /// <summary>How far behind the ceremony the guest may stand: <c>cérémonie d'accueil a été organisée mardi à Varsovie en l'honneur du Premier ministre X</c>, in tokens.</summary>
    private const int GuestReach = 14;

    /// <summary>How far behind the guest the town may stand, in tokens.</summary>
    private const int TownReach = 14;

    public void Add(List<Visit> visits, VisitContext context, Sentence sentence)
    {
        foreach (var ceremony in lexicon.Allusions.Find(context.Text, sentence).Where(a => a.Value == VisitAllusion.Allusion && words.Has("ceremony-noun", context.Text.Tokens[a.First].Folded)))
        {
            if (context.Actors[sentence.Index].Find(a => a.First >= ceremony.Next && a.First <= ceremony.Next + GuestReach) is not { IsNamed: true, Person: not null, Count: 1 } guest || !context.IsHome(guest))
            {
                continue;
            }

            var places = goals.Between(context, sentence, guest.End, Math.Min(guest.End + TownReach, sentence.First + sentence.Count), anyCapital: true);
            // "a été organisée mardi à Varsovie en l'honneur du président X"
            places = places.Count > 0 ? places : goals.Between(context, sentence, ceremony.Next, guest.First, anyCapital: true);
            if (places is [var place, ..] && VisitorRecall.Travels(context, guest, place) && !visits.Exists(v => v.Person == guest.Person && v.Destination == place))
            {
                collector.Add(visits, context, new VisitTelling(sentence, ceremony.First, ceremony.Next, VisitKind.Other, guest) { Goals = [place] });
            }
        }
    }
}
