namespace Entente.Tables;

/// <summary>Where a fact was read: the sentence as it stands in the seed, with its UTF-16 offsets, end exclusive.</summary>
internal sealed record EvidenceCells(string DocId, string Sentence, int Start, int End);

/// <summary>A date as a table shows it: as precise as the text, and the first and last day that it can mean.</summary>
internal sealed record DateCells(string Date, string From, string To)
{
    public static readonly DateCells None = new("", "", "");
}

/// <summary>A seed. Its evidence, the headline or the first sentence, is no column of the table but the evidence of its counts.</summary>
internal sealed record DocumentRow(
    string DocId, string File, string Title, DateCells Date, string DateBasis, string Agency, string Language,
    IReadOnlyList<string> MainPartners, IReadOnlyList<string> Partners, int Words, int Sentences, int NoiseChars,
    EvidenceCells Evidence);

internal sealed record MentionRow(
    string DocId, string Partner, string NameEn, string NameFr, string Surface, string Kind, string Section, string Sentence, int Start, int End);

internal sealed record PersonRow(
    string PersonId, string Name, IReadOnlyList<string> Variants, string Country, IReadOnlyList<string> Roles, IReadOnlyList<string> DocIds);

internal sealed record VisitRow(
    string Visitor, string Origin, string Destination, string Kind, DateCells Date, EvidenceCells Evidence);

internal sealed record MeetingRow(
    string MeetingId, IReadOnlyList<string> DocIds, DateCells Date, string DateBasis, string Kind, string Mode, string Status,
    string Place, string HostCountry, IReadOnlyList<string> Partners, IReadOnlyList<string> HomePeople,
    IReadOnlyList<string> PartnerPeople, string Level, bool Multilateral, string Plover, EvidenceCells Evidence)
{
    /// <summary>The people by the names that the corpus has for them: no columns, but the keys of who met whom.</summary>
    public IReadOnlyList<string> HomeNames { get; init; } = [];

    public IReadOnlyList<string> GuestNames { get; init; } = [];
}

internal sealed record AgreementRow(
    string AgreementId, IReadOnlyList<string> DocIds, string Instrument, string Title, string Subject, string Status, DateCells Date,
    IReadOnlyList<string> Partners, string Scope, string Plover, EvidenceCells Evidence);

internal sealed record ThemeRow(string Theme, string Partner, EvidenceCells Evidence);

internal sealed record SectionRow(string DocId, string Section, int Start, int End);

internal sealed record RepairRow(string DocId, string Surface, string Repaired, int Start, int End);

internal sealed record WarningRow(string DocId, string Code, string Message, int Start, int End);
