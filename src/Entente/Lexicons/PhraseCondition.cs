namespace Entente.Lexicons;

/// <summary>What a phrase asks of the text besides its folded words.</summary>
[Flags]
internal enum PhraseCondition : byte
{
    None = 0,

    /// <summary>Words that the phrase writes with a capital have one in the text (<c>Oman</c>, not <c>oman</c>).</summary>
    Capitals = 1,

    /// <summary>Diacritics as the phrase has them (<c>Guinée</c>, not <c>Guinee</c>); case does not count.</summary>
    Diacritics = 2,

    /// <summary>Letter for letter, case included (<c>UE</c>, not <c>ue</c> or <c>Ue</c>).</summary>
    Exact = 4,
}
