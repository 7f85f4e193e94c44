using Entente.Lexicons;

namespace Entente.Partners;

/// <summary>The region of the world that a state lies in.</summary>
internal static class PartnerRegions
{
    /// <summary>What a body such as ASEAN is counted under.</summary>
    private const string Bodies = "bodies";

    private static readonly Dictionary<string, string> OfState = Load();

    /// <summary>The region's code; <c>bodies</c> for a partner that is no state, empty for none.</summary>
    public static string Of(string partner) => partner.Length == 0 ? "" : OfState.GetValueOrDefault(partner, Bodies);

    private static Dictionary<string, string> Load()
    {
        var regions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in LexiconFile.Load("regions.tsv").Rows)
        {
            foreach (var state in row.List("members"))
            {
                if (!PartnerNames.Knows(state) || !regions.TryAdd(state, row.Required("region")))
                {
                    throw row.Error($"'{state}' is no state, or in two regions");
                }
            }
        }

        return regions;
    }
}
