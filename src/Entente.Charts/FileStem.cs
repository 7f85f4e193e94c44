using System.Text;

namespace Entente.Charts;

/// <summary>Makes the stem of a file's name from a title: <c>Accords signés (2025)</c> becomes <c>accords-signés-2025</c>.</summary>
internal static class FileStem
{
    private const int Longest = 60;

    public static string Of(string title)
    {
        var stem = new StringBuilder();
        foreach (var rune in title.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                stem.Append(Rune.ToLowerInvariant(rune));
            }
            else if (stem.Length > 0 && stem[^1] != '-')
            {
                stem.Append('-');
            }

            if (stem.Length >= Longest)
            {
                break;
            }
        }

        var text = stem.ToString().Trim('-');
        return text.Length > 0 ? text : "chart";
    }
}
