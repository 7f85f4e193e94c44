using Entente.Partners;

namespace Entente.People;

/// <summary>A country word of the article by its tokens.</summary>
internal readonly record struct Nation(string Code, MentionKind Kind, int First, int End);

/// <summary>Where the country words of an article stand, home and partners alike.</summary>
internal sealed class NationMap
{
    private readonly string home;
    private readonly List<Nation> nations;

    // For each token up to the last country word which of the nations covers it, from 1 on.
    private readonly int[] byToken;

    public NationMap(PartnerReading partners, string home)
    {
        this.home = home;
        nations = new List<Nation>(partners.Mentions.Count + partners.Home.Count);
        var end = 0;
        foreach (var mention in partners.Mentions)
        {
            nations.Add(new Nation(mention.Code, mention.Kind, mention.FirstToken, mention.EndToken));
            end = Math.Max(end, mention.EndToken);
        }

        foreach (var mention in partners.Home)
        {
            nations.Add(new Nation(home, mention.Kind, mention.FirstToken, mention.EndToken));
            end = Math.Max(end, mention.EndToken);
        }

        byToken = new int[end];
        for (var number = nations.Count; number > 0; number--)
        {
            // The first that covers a token has it.
            byToken.AsSpan(nations[number - 1].First..nations[number - 1].End).Fill(number);
        }
    }

    public bool IsHome(Nation nation) => nation.Code == home;

    /// <summary>The country word that covers a token.</summary>
    public bool TryGet(int token, out Nation nation)
    {
        var number = (uint)token < (uint)byToken.Length ? byToken[token] : 0;
        nation = number > 0 ? nations[number - 1] : default;
        return number > 0;
    }
}
