using System.Text.RegularExpressions;

namespace Cellule.Jupyter.Kernel;

/// <summary><c>name?</c> or <c>?name</c> as a whole cell asks what a name is, as in other Jupyter kernels; neither is C#.</summary>
internal static partial class HelpQuery
{
    /// <summary>The dotted name that is asked about; null when the cell is no such question.</summary>
    public static string? Name(string code)
    {
        var text = code.AsSpan().Trim();
        if (text.Length is 0 or > 500 || (text[0] != '?' && text[^1] != '?'))
        {
            return null;
        }

        var name = text.Trim('?').Trim().ToString();
        return DottedName().IsMatch(name) ? name : null;
    }

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)*$", RegexOptions.CultureInvariant)]
    private static partial Regex DottedName();
}
