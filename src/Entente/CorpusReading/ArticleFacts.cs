using Entente.Agreements;
using Entente.Dates;
using Entente.Meetings;
using Entente.People;
using Entente.Tables;
using Entente.Themes;
using Entente.Visits;

namespace Entente.CorpusReading;

/// <summary>
/// All that one article yields. The rows that no other article can change are ready to be written; the facts that the corpus may
/// complete or merge are kept, without the text.
/// </summary>
internal sealed record ArticleFacts
{
    public required string DocId { get; init; }

    /// <summary>The row of the article as far as it can tell by itself.</summary>
    public required DocumentRow Document { get; init; }

    public required ResolvedDate Date { get; init; }

    public required PeopleReading People { get; init; }

    public required IReadOnlyList<Meeting> Meetings { get; init; }

    public required IReadOnlyList<Agreement> Agreements { get; init; }

    public required IReadOnlyList<Visit> Visits { get; init; }

    public required IReadOnlyList<Theme> Themes { get; init; }

    public required IReadOnlyList<MentionRow> Mentions { get; init; }

    public required IReadOnlyList<SectionRow> Sections { get; init; }

    public required IReadOnlyList<RepairRow> Repairs { get; init; }

    public required IReadOnlyList<WarningRow> Warnings { get; init; }

    /// <summary>Equal for articles with the same body; 0 for a body too short to tell.</summary>
    public ulong BodyPrint { get; init; }

    /// <summary>Why the seed gave no text; null when it gave some.</summary>
    public string? Unread { get; init; }
}
