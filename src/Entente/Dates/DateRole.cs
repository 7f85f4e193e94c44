namespace Entente.Dates;

/// <summary>How a sentence tells a day.</summary>
internal enum DateRole : byte
{
    /// <summary>By its own verb: the text goes on from this day.</summary>
    Main,

    /// <summary>By a clause on somebody (<c>X, qui l'a reçu lundi</c>): the text goes on from it where the sentence tells no other.</summary>
    Clause,

    /// <summary>Aside: by a participle (<c>arrivé la veille</c>), a clause on what was before (<c>qui avait siégé le 13 mars</c>), or as a stretch of days.</summary>
    Aside,
}
