namespace Entente.People;

/// <summary>A title with what belongs to it: <c>ministre russe de la Défense</c>, <c>ambassadeurs du Laos et de Chine</c>.</summary>
/// <param name="Entry">Its row in the lexicon.</param>
/// <param name="First">First token.</param>
/// <param name="HeadEnd">Token after the words of the lexicon.</param>
/// <param name="End">Token after the whole.</param>
/// <param name="Countries">The countries told, in order; several only for a plural.</param>
/// <param name="Basis">On what the first country rests.</param>
internal sealed record TitleUnit(TitleEntry Entry, int First, int HeadEnd, int End, IReadOnlyList<Nation> Countries, CountryBasis Basis)
{
    /// <summary>Held at another time than that of the article: <c>l'ancien président</c>, <c>X, alors Premier ministre</c>, <c>le ministre de l'époque</c>.</summary>
    public bool IsFormer { get; init; }

    /// <summary>Takes up an earlier title for another country: <c>ses homologues thaïlandais, A, et malaisien, B</c>; <c>celui de Pologne</c>.</summary>
    public bool IsFurther => HeadEnd == First;
}
