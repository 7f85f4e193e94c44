using Entente.Dates;
using Entente.Tables;

namespace Entente.Agreements;

internal enum Instrument : byte
{
    Memorandum,
    Protocol,
    Agreement,
    Convention,
    Treaty,
    JointDeclaration,
    JointVision,
    Plan,
    Minutes,
    LetterOfIntent,
    Partnership,
    Other,
}

/// <summary>From the strongest to the weakest: of two tellings of one instrument the stronger holds.</summary>
internal enum AgreementStatus : byte
{
    Signed,
    Established,
    InForce,
    Negotiating,
    Planned,
    Proposed,
    Cited,
}

/// <summary>An instrument as one or more articles tell it.</summary>
internal sealed record Agreement
{
    public required IReadOnlyList<string> DocIds { get; init; }

    public required Instrument Instrument { get; init; }

    public required string Title { get; init; }

    /// <summary>The short name by which the article goes on; empty where it has none.</summary>
    public string ShortName { get; init; } = "";

    public string Subject { get; init; } = "";

    public required AgreementStatus Status { get; init; }

    public ResolvedDate Date { get; init; }

    public required IReadOnlyList<string> Partners { get; init; }

    public bool IsMultilateral { get; init; }

    /// <summary>Which treaty of many states it is, under all its names; empty for any other instrument.</summary>
    public string Treaty { get; init; } = "";

    public required EvidenceCells Evidence { get; init; }
}
