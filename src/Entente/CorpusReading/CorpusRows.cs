using Entente.Tables;

namespace Entente.CorpusReading;

/// <summary>All rows of a corpus in memory.</summary>
internal sealed class CorpusRows : ICorpusSink
{
    public List<DocumentRow> Documents { get; } = [];

    public List<MentionRow> Mentions { get; } = [];

    public List<PersonRow> People { get; } = [];

    public List<VisitRow> Visits { get; } = [];

    public List<MeetingRow> Meetings { get; } = [];

    public List<AgreementRow> Agreements { get; } = [];

    public List<ThemeRow> Themes { get; } = [];

    public List<SectionRow> Sections { get; } = [];

    public List<RepairRow> Repairs { get; } = [];

    public List<WarningRow> Warnings { get; } = [];

    public void Write(DocumentRow row) => Documents.Add(row);

    public void Write(MentionRow row) => Mentions.Add(row);

    public void Write(PersonRow row) => People.Add(row);

    public void Write(VisitRow row) => Visits.Add(row);

    public void Write(MeetingRow row) => Meetings.Add(row);

    public void Write(AgreementRow row) => Agreements.Add(row);

    public void Write(ThemeRow row) => Themes.Add(row);

    public void Write(SectionRow row) => Sections.Add(row);

    public void Write(RepairRow row) => Repairs.Add(row);

    public void Write(WarningRow row) => Warnings.Add(row);
}
