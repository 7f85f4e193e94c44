namespace Entente.Clauses;

/// <summary>A verb in a sentence with its auxiliaries.</summary>
/// <param name="Verb">Its infinitive.</param>
/// <param name="First">First token, auxiliaries and reflexive pronoun included.</param>
/// <param name="Anchor">The token of the verb itself.</param>
/// <param name="Tense">When it lies.</param>
/// <param name="IsPassive"><c>a été reçu</c>, <c>reçu par</c>.</param>
/// <param name="IsReflexive"><c>s'est entretenu</c>.</param>
/// <param name="IsFinite">It has a subject of its own: it is neither an infinitive, a gerund nor a bare participle.</param>
internal readonly record struct VerbGroup(string Verb, int First, int Anchor, Tense Tense, bool IsPassive, bool IsReflexive, bool IsFinite)
{
    /// <summary>Index after its last token.</summary>
    public int End => Anchor + 1;
}
