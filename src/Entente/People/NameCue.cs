namespace Entente.People;

/// <summary>The classes of <c>fr/name-cues.tsv</c>.</summary>
internal enum NameCue : byte
{
    /// <summary>Behind the name: <c>qui dirige</c>, <c>à la tête de</c>.</summary>
    Leads,

    /// <summary>Before the preposition: <c>entretien</c>, <c>reçu</c>.</summary>
    Met,

    /// <summary>Before <c>à</c> and whom it is given to: <c>a donné audience à X</c>.</summary>
    Paid,

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

    /// <summary>What bears the name behind it, which is nobody's: <c>la frégate indienne Shivalik</c>.</summary>
    Vessel,

    /// <summary>Before an office held at another time: <c>ancien</c>, <c>alors</c>.</summary>
    Former,

    /// <summary>Behind one: <c>de l'époque</c>.</summary>
    Then,

    /// <summary>Before an office of which somebody was one of several holders: <c>X, premier président américain à venir</c>.</summary>
    Nth,

    /// <summary>Behind an office, of whoever holds it: <c>l'ambassadeur du Chili récemment accrédité à Hanoï, X</c>.</summary>
    Appointed,

    /// <summary>A noun of visit before whom it is of: <c>la visite de Fidel Castro</c>.</summary>
    Visit,

    /// <summary>Behind somebody who travels: <c>Jawaharlal Nehru s'était rendu</c>.</summary>
    Travels,

    /// <summary>Before who made a visit: <c>le voyage qu'avait fait Raul Castro</c>.</summary>
    Made,

    /// <summary>Before somebody of whom a clause tells: <c>la visite que Leon Panetta effectue</c>.</summary>
    Clause,

    /// <summary>Before a preposition: somebody far away to whom something is sent (<c>transmettre ses salutations au président X</c>).</summary>
    Sent,

    /// <summary>The preposition before him.</summary>
    To,

    /// <summary>Before <c>par</c>: those who do it under the eyes of those who meet (<c>la signature du plan par le ministre X</c>).</summary>
    Witnessed,

    /// <summary>That preposition.</summary>
    By,

    /// <summary>Who goes in the place of another, before <c>du</c>: <c>l'envoyé spécial du président</c>.</summary>
    Envoy,

    /// <summary>Before the name of an enterprise, which is nobody's: <c>directeur général du groupe espagnol Navantia, X</c>.</summary>
    Enterprise,

    /// <summary>Behind somebody told by whose family he or she is: <c>Mme Abe Akie, veuve du défunt</c>.</summary>
    Kin,

    /// <summary>Behind somebody with whom others come: <c>et sa suite</c>.</summary>
    Suite,

    /// <summary>At the head of a sentence, before where somebody goes on to: <c>Avant de gagner</c>.</summary>
    Onward,

    /// <summary>Before <c>que</c>: what is told behind it is only said.</summary>
    Said,
}
