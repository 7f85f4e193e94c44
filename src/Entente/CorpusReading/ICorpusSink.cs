using Entente.Tables;

namespace Entente.CorpusReading;

/// <summary>Takes the rows of a corpus as they are read: into memory, or straight into files.</summary>
internal interface ICorpusSink
{
    void Write(DocumentRow row);

    void Write(MentionRow row);

    void Write(PersonRow row);

    void Write(VisitRow row);

    void Write(MeetingRow row);

    void Write(AgreementRow row);

    void Write(ThemeRow row);

    void Write(SectionRow row);

    void Write(RepairRow row);

    void Write(WarningRow row);
}
