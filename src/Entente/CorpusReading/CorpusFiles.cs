using Entente.Tables;
using Microsoft.Data.Analysis;

namespace Entente.CorpusReading;

/// <summary>A file for each table in a folder; the files take their final names together, when all rows are written.</summary>
internal sealed class CorpusFiles : ICorpusSink, IDisposable
{
    private readonly RowWriter<DocumentRow> _documents;
    private readonly RowWriter<MentionRow> _mentions;
    private readonly RowWriter<PersonRow> _people;
    private readonly RowWriter<VisitRow> _visits;
    private readonly RowWriter<MeetingRow> _meetings;
    private readonly RowWriter<AgreementRow> _agreements;
    private readonly RowWriter<ThemeRow> _themes;
    private readonly RowWriter<SectionRow> _sections;
    private readonly RowWriter<RepairRow> _repairs;
    private readonly RowWriter<WarningRow> _warnings;
    private readonly List<DocumentRow>? _keptDocuments;

    public CorpusFiles(string folder, ExportOptions options)
    {
        Directory.CreateDirectory(folder);
        _keptDocuments = options.KeepDocuments ? [] : null;
        _documents = Open(Layouts.Documents, folder, options);
        _mentions = Open(Layouts.Mentions, folder, options);
        _people = Open(Layouts.People, folder, options);
        _visits = Open(Layouts.Visits, folder, options);
        _meetings = Open(Layouts.Meetings, folder, options);
        _agreements = Open(Layouts.Agreements, folder, options);
        _themes = Open(Layouts.Themes, folder, options);
        _sections = Open(Layouts.Sections, folder, options);
        _repairs = Open(Layouts.Repairs, folder, options);
        _warnings = Open(Layouts.Warnings, folder, options);
    }

    /// <summary>The final names of the files, in the order of the dictionary.</summary>
    public IReadOnlyList<string> Paths =>
    [
        _documents.Path, _mentions.Path, _people.Path, _visits.Path, _meetings.Path,
        _agreements.Path, _themes.Path, _sections.Path, _repairs.Path, _warnings.Path,
    ];

    /// <summary>The documents written, when they were to be kept.</summary>
    public DataFrame? Documents => _keptDocuments is null ? null : Layouts.Documents.ToDataFrame(_keptDocuments);

    /// <summary>How many repairs were written.</summary>
    public int Repairs { get; private set; }

    public void Write(DocumentRow row)
    {
        _documents.Write(row);
        _keptDocuments?.Add(row);
    }

    public void Write(MentionRow row) => _mentions.Write(row);

    public void Write(PersonRow row) => _people.Write(row);

    public void Write(VisitRow row) => _visits.Write(row);

    public void Write(MeetingRow row) => _meetings.Write(row);

    public void Write(AgreementRow row) => _agreements.Write(row);

    public void Write(ThemeRow row) => _themes.Write(row);

    public void Write(SectionRow row) => _sections.Write(row);

    public void Write(RepairRow row)
    {
        _repairs.Write(row);
        Repairs++;
    }

    public void Write(WarningRow row) => _warnings.Write(row);

    public void Commit()
    {
        _documents.Commit();
        _mentions.Commit();
        _people.Commit();
        _visits.Commit();
        _meetings.Commit();
        _agreements.Commit();
        _themes.Commit();
        _sections.Commit();
        _repairs.Commit();
        _warnings.Commit();
    }

    public void Dispose()
    {
        _documents.Dispose();
        _mentions.Dispose();
        _people.Dispose();
        _visits.Dispose();
        _meetings.Dispose();
        _agreements.Dispose();
        _themes.Dispose();
        _sections.Dispose();
        _repairs.Dispose();
        _warnings.Dispose();
    }

    private static RowWriter<TRow> Open<TRow>(TableLayout<TRow> layout, string folder, ExportOptions options) => options.Format switch
    {
        TableFormat.Csv => new CsvRowWriter<TRow>(layout, Path.Combine(folder, layout.Name + ".csv"), options.GuardFormulas),
        TableFormat.JsonLines => new JsonLinesRowWriter<TRow>(layout, Path.Combine(folder, layout.Name + ".jsonl")),
        _ => throw new ArgumentOutOfRangeException(nameof(options), options.Format, "unknown table format"),
    };
}
