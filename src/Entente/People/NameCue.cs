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

    /// <summary>Behind a person of whom a clause of its own is told.</summary>
    Relative,

    /// <summary>Before a person to whom something belongs: <c>la visite du ministre</c>.</summary>
    Of,

    /// <summary>Between that and a title.</summary>
    Article,

    /// <summary>Before one of several who are not told to be there.</summary>
    Among,

    /// <summary>Before <see cref="Of"/>: who is named takes part in what is told.</summary>
    Part,

    /// <summary>Between a town and its state: <c>à Luang Prabang, dans le Nord du Laos</c>.</summary>
    Direction,

    /// <summary>Before the name of a ship: <c>INS Kiltan</c>.</summary>
    Ship,
}
