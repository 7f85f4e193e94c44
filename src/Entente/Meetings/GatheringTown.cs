using Entente.Clauses;
using Entente.Partners;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>The town in the name of a gathering: <c>Conférence de Munich sur la sécurité</c>, <c>5e Dialogue de défense de Séoul</c>. Those who meet in its margin meet there.</summary>
internal static class GatheringTown
{
    /// <summary>The town of the gathering in whose margin a sentence tells an encounter; none for another.</summary>
    public static Venue Find(ArticleContext context, Sentence sentence)
    {
        if (!context.Holds(sentence, "margin"))
        {
            return Venue.None;
        }

        foreach (var name in EncounterLexicon.French.Gatherings.Find(context.Text, sentence))
        {
            if (name.Value.HasTown && context.Text.Tokens[name.Next - 1] is { IsCapitalized: true } town)
            {
                return new Venue(town.Text, Gazetteer.French.StateOfPlace(town.Folded) ?? "");
            }
        }

        return Venue.None;
    }
}
