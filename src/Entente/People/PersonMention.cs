using Entente.Texts;

namespace Entente.People;

/// <summary>On what the country of a person or role rests; from strong to weak.</summary>
internal enum CountryBasis : byte
{
    None,

    /// <summary><c>le ministre russe</c>.</summary>
    Adjective,

    /// <summary><c>ministre de la Défense du Vietnam</c>, <c>ambassadeur du Laos</c>.</summary>
    Complement,

    /// <summary>Taken over from the fuller mention that it refers to.</summary>
    Reference,

    /// <summary>An office that only the home country has (<c>membre du Bureau politique</c>, <c>département général de la politique</c>).</summary>
    HomeOffice,

    /// <summary>A name of the home country's kind (<c>Phan Van Giang</c>).</summary>
    NameOrigin,

    /// <summary>No word tells; the counterpart of a home person in an article about one partner.</summary>
    MainPartner,
}

/// <summary>A person named in an article.</summary>
/// <param name="FirstToken">Index of the first token of the name.</param>
/// <param name="TokenCount">Number of tokens of the name, titles left out.</param>
/// <param name="Span">Offsets of the name.</param>
/// <param name="SentenceIndex">Index of its sentence.</param>
/// <param name="Name">As written, without titles.</param>
/// <param name="Role">The titles that stand with it, or of the fuller mention that it refers to; null when none is told.</param>
/// <param name="Country">Home code or partner code; null when nothing tells.</param>
/// <param name="CountryBasis">On what <paramref name="Country"/> rests.</param>
/// <param name="Level">Of its role.</param>
/// <param name="IsSurnameOnly"><c>M. Choïgou</c>, <c>le général Giang</c>.</param>
/// <param name="RefersTo">Index in <see cref="PeopleReading.People"/> of the first mention of the same person by a full name; null for that one itself.</param>
internal sealed record PersonMention(
    int FirstToken,
    int TokenCount,
    TextSpan Span,
    int SentenceIndex,
    string Name,
    RoleMention? Role,
    string? Country,
    CountryBasis CountryBasis,
    PersonLevel Level,
    bool IsSurnameOnly,
    int? RefersTo)
{
    /// <summary>Index after its last token.</summary>
    public int EndToken => FirstToken + TokenCount;

    /// <summary>A verb beside the name tells that he commands something.</summary>
    public bool IsInCommand { get; init; }
}

/// <summary>
/// The titles of a person, or a person told by office alone (<c>son homologue russe</c>, <c>le ministre vietnamien de la Défense</c>).
/// Plural heads are one mention for each country (<c>les ambassadeurs du Laos et de Chine</c> are two, <c>ses homologues singapourien,
/// américain et canadien</c> three): the first spans the head and its country, the others their country.
/// </summary>
/// <param name="FirstToken">Index of its first token, the article left out.</param>
/// <param name="TokenCount">Number of tokens of the title of the highest office.</param>
/// <param name="Span">Offsets of that title.</param>
/// <param name="SentenceIndex">Index of its sentence.</param>
/// <param name="Title">The chain as written.</param>
/// <param name="Function">The highest office of the chain.</param>
/// <param name="Organisation">What it heads or belongs to, as written: <c>Défense</c>, <c>Agence turque de l'industrie de la défense</c>.</param>
/// <param name="Country">Home code or partner code; null when nothing tells.</param>
/// <param name="CountryBasis">On what <paramref name="Country"/> rests.</param>
/// <param name="Level">Of its office.</param>
/// <param name="Person">Index in <see cref="PeopleReading.People"/> of the person that holds it: the name beside it, or by clear reference; null when open.</param>
/// <param name="IsNamed">A name stands beside it.</param>
/// <param name="IsPlural">Head of several people (<c>les ambassadeurs du Laos et de Chine</c>, <c>les deux ministres</c>).</param>
internal sealed record RoleMention(
    int FirstToken,
    int TokenCount,
    TextSpan Span,
    int SentenceIndex,
    string Title,
    RoleFunction Function,
    string? Organisation,
    string? Country,
    CountryBasis CountryBasis,
    PersonLevel Level,
    int? Person,
    bool IsNamed,
    bool IsPlural)
{
    /// <summary>
    /// Told by the title of another: a counterpart (<c>son homologue russe</c>; the function is then the other side's), one of several
    /// (<c>les ministres A et B</c>), <c>celui de Pologne</c>.
    /// </summary>
    public bool IsBorrowed { get; init; }

    /// <summary>Index of the first token of the chain of titles: <c>chef d'état-major et vice-ministre de la Défense</c>.</summary>
    public int ChainFirst { get; init; } = FirstToken;

    /// <summary>Index after the last token of that chain.</summary>
    public int ChainEnd { get; init; } = FirstToken + TokenCount;

    /// <summary>Index after its last token.</summary>
    public int EndToken => FirstToken + TokenCount;
}
