using Entente.CorpusReading;

namespace Entente;

/// <summary>
/// Reads a corpus straight into files, one per table under its own name: rows are written as they are read, and only the facts that
/// articles may share are held, so that memory stays bounded. The same seeds give the same bytes. Files are written beside their
/// names and renamed at the end.
/// </summary>
public static class CorpusExport
{
    /// <summary>Reads the folder or file <paramref name="path"/> and writes its tables into <paramref name="folder"/>.</summary>
    public static ExportResult Extract(string path, string folder, CorpusOptions? options = null, ExportOptions? export = null)
    {
        using var files = new CorpusFiles(folder, export ?? new ExportOptions());
        var result = new CorpusReader(options ?? new CorpusOptions()).Read(path, files);
        files.Commit();
        return new ExportResult(result.Seeds, files.Paths, result.Warnings, files.Repairs, result.Unread, files.Documents);
    }
}
