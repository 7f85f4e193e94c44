namespace Entente.Visits;

internal sealed class VisitLexicon
{
    public static VisitLexicon French { get; } = new();
}
