namespace Entente.Partners;

/// <summary>The ways in which the press writes one name: with its hyphens or without, small letters after the first word.</summary>
internal static class PhraseSpellings
{
    public static IEnumerable<string> Of(string name)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var form in (string[])[name, Lowered(name)])
        {
            foreach (var spelling in (string[])[form, form.Replace('-', ' '), form.Replace("-", " - ", StringComparison.Ordinal), form.Replace(". ", " ", StringComparison.Ordinal)])
            {
                if (seen.Add(spelling))
                {
                    yield return spelling;
                }
            }
        }
    }

    /// <summary>A short form in capitals alone (<c>EAU</c>, <c>R.P.D.C.</c>), which only its case tells from a word (<c>eau</c>).</summary>
    public static bool IsAbbreviation(string name) => name.All(c => !char.IsLower(c) && c != ' ');

    // `Arabie Saoudite`, `Nations Unies`: only the first capital is sure.
    private static string Lowered(string name)
    {
        var space = name.AsSpan().IndexOfAny(' ', '-', '\'');
        return space < 0 ? name : string.Concat(name.AsSpan(0, space), name[space..].ToLowerInvariant());
    }
}
