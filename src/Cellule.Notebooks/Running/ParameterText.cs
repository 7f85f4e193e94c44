using System.Globalization;

namespace Cellule.Notebooks.Running;

/// <summary>The type of a value that stands as bare text, on a command line or in a file: papermill's rules, with YAML's words too.</summary>
public static class ParameterText
{
    /// <summary>True, false, null, a whole number or a number where the text is one; else the text as it is.</summary>
    public static object? Typed(string text) => text switch
    {
        "true" or "True" => true,
        "false" or "False" => false,
        "null" or "None" => null,
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
        _ when double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) => number,
        _ => text,
    };
}
