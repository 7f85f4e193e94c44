namespace Entente.Agreements;

internal sealed class AgreementLexicon
{
    public static AgreementLexicon French { get; } = new();
}
