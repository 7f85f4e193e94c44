using Entente.Partners;

namespace Entente.Summaries;

/// <summary>The key columns by which a summary counts partners.</summary>
internal static class PartnerKey
{
    public static readonly string[] Columns = ["partner", "partner_name_en", "partner_name_fr"];

    public static string[] Of(string code) => [code, PartnerNames.English(code), PartnerNames.French(code)];

    /// <summary>What names no partner counts under the empty one.</summary>
    public static IReadOnlyList<string> OrNone(IReadOnlyList<string> codes) => codes.Count == 0 ? [""] : codes;
}
