using Entente.Texts;

namespace Entente.Visits;

/// <summary>The nouns of visit of either gender that stood last, by sentence and token: those that <c>celle</c> and <c>celui</c> can stand for.</summary>
internal readonly record struct ToldNouns((int Sentence, int Token) Masculine, (int Sentence, int Token) Feminine)
{
    /// <summary>How many sentences back a pronoun reaches.</summary>
    private const int Reach = 1;

    /// <summary>How far into its sentence the noun stands that it is about.</summary>
    private const int Head = 5;

    public static ToldNouns None { get; } = new((-Reach - 1, 0), (-Reach - 1, 0));

    public bool Has(Sentence sentence, bool isMasculine, int reach = Reach) => Of(isMasculine).Sentence >= sentence.Index - reach;

    /// <summary>Whether the sentence is about such a visit: <c>La venue du ministre X fait suite à celle du général Y</c>.</summary>
    public bool Heads(Sentence sentence, bool isMasculine) => Of(isMasculine) is var (told, token) && told == sentence.Index && token - sentence.First <= Head;

    public ToldNouns With(Sentence sentence, int token, bool isMasculine) => isMasculine ? this with { Masculine = (sentence.Index, token) } : this with { Feminine = (sentence.Index, token) };

    private (int Sentence, int Token) Of(bool isMasculine) => isMasculine ? Masculine : Feminine;
}
