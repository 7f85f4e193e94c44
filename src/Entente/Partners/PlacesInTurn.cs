using Entente.Texts;

namespace Entente.Partners;

/// <summary>
/// The states that a report tells of one after the other: those where its first sentence opens (<c>En France, en Russie et au Cambodge, les ambassades du Vietnam ont célébré …</c>),
/// which are otherwise mere places.
/// </summary>
internal static class PlacesInTurn
{
    /// <summary>Between one of them and the next: <c>et au</c>.</summary>
    private const int LongestJoint = 3;

    /// <summary>The states in order; empty where a headline names one, or the sentence opens on fewer than two.</summary>
    public static List<string> Of(ArticleText article, IReadOnlyList<PartnerMention> mentions)
    {
        var first = article.Sentences.FirstOrDefault(s => s.Section == SectionKind.Body);
        if (first is null || mentions.Any(m => article.Sentences[m.SentenceIndex].Section == SectionKind.Title))
        {
            return [];
        }

        var tokens = article.Tokens;
        var places = new List<string>();
        var at = first.First;
        foreach (var mention in mentions.Where(m => m.SentenceIndex == first.Index && m.Kind == MentionKind.Name))
        {
            if (mention.FirstToken - at > LongestJoint || mention.FirstToken == first.First || !WordSets.French.Has("place-lead", tokens[mention.FirstToken - 1].Folded)
                || places.Count > 0 && tokens[at].Text != "," && !WordSets.French.Has("and", tokens[at].Folded))
            {
                break;
            }

            places.Add(mention.Code);
            at = mention.EndToken;
        }

        return places.Count > 1 && tokens[at].Text == "," ? places : [];
    }
}
