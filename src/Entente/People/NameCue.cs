namespace Entente.People;

/// <summary>The classes of <c>fr/name-cues.tsv</c>.</summary>
internal enum NameCue : byte
{
    /// <summary>Behind the name: <c>qui dirige</c>, <c>à la tête de</c>.</summary>
    Leads,

    /// <summary>Before the preposition: <c>entretien</c>, <c>reçu</c>.</summary>
    Met,

    /// <summary>The preposition before the name.</summary>
    With,

    /// <summary>A word of French that ends names of three.</summary>
    Last,
}
