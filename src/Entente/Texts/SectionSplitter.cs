namespace Entente.Texts;

/// <summary>Cuts a seed into sections that cover it.</summary>
internal static class SectionSplitter
{
    public static IReadOnlyList<Section> Split(string raw) => [new Section(SectionKind.Body, new TextSpan(0, raw.Length))];
}
