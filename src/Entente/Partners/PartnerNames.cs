using Entente.Lexicons;

namespace Entente.Partners;

/// <summary>The English and French names of states and bodies by code.</summary>
internal static class PartnerNames
{
    private static readonly Dictionary<string, (string English, string French)> Names = Load();

    /// <summary>The English name; the code itself where it is unknown.</summary>
    public static string English(string code) => Names.TryGetValue(code, out var names) ? names.English : code;

    /// <summary>The French name without article; the code itself where it is unknown.</summary>
    public static string French(string code) => Names.TryGetValue(code, out var names) ? names.French : code;

    /// <summary>Whether the gazetteer has a state or body of this code.</summary>
    public static bool Knows(string code) => Names.ContainsKey(code);

    private static Dictionary<string, (string English, string French)> Load()
    {
        var names = new Dictionary<string, (string English, string French)>(StringComparer.Ordinal);
        foreach (var file in (string[])["fr/states.tsv", "fr/bodies.tsv"])
        {
            foreach (var row in LexiconFile.Load(file).Rows)
            {
                if (!names.TryAdd(row.Required("code"), (row.Required("name_en"), row.Required("name_fr"))))
                {
                    throw row.Error($"'{row["code"]}' is there twice");
                }
            }
        }

        return names;
    }
}
