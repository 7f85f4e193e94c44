using Entente.Cli.Terminal;
using Entente.Reports.Files;
using Microsoft.Data.Analysis;

namespace Entente.Cli.Commands;

/// <summary>Reads a corpus into table files, with progress, and tells what could not be read.</summary>
internal static class TableExport
{
    /// <summary>Rows are written as they are read.</summary>
    public static ExportResult Write(string seeds, string home, string output, ExportOptions options)
    {
        Prepare(seeds, output);
        var result = Read(home, corpus => CorpusExport.Extract(seeds, output, corpus, options));
        Tell(result.Unread);
        return result;
    }

    /// <summary>Parquet goes by columns: each table is whole before it is written.</summary>
    public static Corpus WriteParquet(string seeds, string home, string output)
    {
        Prepare(seeds, output);
        var corpus = Read(home, options => Corpus.Load(seeds, options));
        Tell(corpus.Unread);
        foreach (var (name, table) in Tables(corpus))
        {
            ParquetTable.Write(table, Path.Combine(output, name + ".parquet"));
        }

        return corpus;
    }

    private static IEnumerable<(string Name, DataFrame Table)> Tables(Corpus corpus) =>
    [
        ("documents", corpus.Documents), ("mentions", corpus.Mentions), ("people", corpus.People), ("visits", corpus.Visits), ("meetings", corpus.Meetings),
        ("agreements", corpus.Agreements), ("themes", corpus.Themes), ("sections", corpus.Sections), ("repairs", corpus.Repairs), ("warnings", corpus.Warnings),
    ];

    private static void Prepare(string seeds, string output)
    {
        if (!Directory.Exists(seeds) && !File.Exists(seeds))
        {
            throw new UserErrorException($"{seeds}: there is no such folder or file; give the folder that holds the articles");
        }

        OutputFolder.Prepare(output);
    }

    private static T Read<T>(string home, Func<CorpusOptions, T> read) =>
        Screen.WithProgress("Reading", report => read(new CorpusOptions { HomeCountry = home, Progress = progress => report(progress.Read, progress.Total) }));

    private static void Tell(IReadOnlyList<UnreadSeed> unread)
    {
        foreach (var seed in unread)
        {
            Screen.Note($"{seed.File}: {seed.Message}");
        }
    }
}
