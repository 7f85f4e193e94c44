namespace Entente.Charts.Drawing;

/// <summary>
/// The eight colours of Okabe and Ito, told apart with every common kind of colour blindness; each comes with a
/// pattern and a symbol, so that colour is never the only difference. The order keeps neighbours far apart.
/// </summary>
internal static class Palette
{
    public const string Main = "#0072B2";
    public const string Rest = "#8C8C8C";
    public const string Ink = "#1F2933";
    public const string White = "#FFFFFF";
    public const string Faint = "#52606D";
    public const string Grid = "#E4E7EB";

    private static readonly string[] Colours =
        ["#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#6B7280"];

    private static readonly string[] Patterns = ["", "/", ".", "x", "-", "\\", "+", "|"];

    private static readonly string[] Symbols =
        ["circle", "square", "diamond", "triangle-up", "cross", "x", "star", "hexagon"];

    /// <summary>How many series can be told apart.</summary>
    public static int Size => Colours.Length;

    public static string Colour(int series) => Colours[series % Colours.Length];

    /// <summary>White or ink, whichever reads better on <paramref name="colour"/> (<c>#RRGGBB</c>): the greater contrast by WCAG 2.1.</summary>
    public static string On(string colour) => Contrast(colour, White) >= Contrast(colour, Ink) ? White : Ink;

    public static string Pattern(int series) => Patterns[series % Patterns.Length];

    public static string Symbol(int series) => Symbols[series % Symbols.Length];

    /// <summary>From almost white to a blue on which dark numbers still read well; the number always stands in the cell.</summary>
    public static object[] Blues { get; } =
        [new object[] { 0, "#E3EFF8" }, new object[] { 1, "#6BAED6" }];

    private static double Contrast(string one, string other)
    {
        var (light, dark) = (Luminance(one), Luminance(other));
        return (Math.Max(light, dark) + 0.05) / (Math.Min(light, dark) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Channel(int at)
        {
            var value = int.Parse(colour.AsSpan(at, 2), System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return 0.2126 * Channel(1) + 0.7152 * Channel(3) + 0.0722 * Channel(5);
    }
}
