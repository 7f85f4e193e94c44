namespace Entente.Themes;

internal sealed class ThemeLexicon
{
    public static ThemeLexicon French { get; } = new();
}
