using Entente.Partners;

namespace Entente.People;

/// <summary>A country word of the article by its tokens.</summary>
internal readonly record struct Nation(string Code, MentionKind Kind, int First, int End);

/// <summary>Where the country words of an article stand, home and partners alike.</summary>
internal sealed class NationMap
{
    private readonly Dictionary<int, Nation> byToken = [];

    public NationMap(PartnerReading partners, string home)
    {
        foreach (var mention in partners.Mentions)
        {
            Add(new Nation(mention.Code, mention.Kind, mention.FirstToken, mention.EndToken));
        }

        foreach (var mention in partners.Home)
        {
            Add(new Nation(home, mention.Kind, mention.FirstToken, mention.EndToken));
        }
    }

    /// <summary>The country word that covers a token.</summary>
    public bool TryGet(int token, out Nation nation) => byToken.TryGetValue(token, out nation);

    private void Add(Nation nation)
    {
        for (var i = nation.First; i < nation.End; i++)
        {
            byToken.TryAdd(i, nation);
        }
    }
}
