using Entente.Cli.Terminal;

namespace Entente.Cli.Commands;

/// <summary>Reads a corpus into table files, with progress, and tells what could not be read.</summary>
internal static class TableExport
{
    public static ExportResult Write(string seeds, string home, string output, ExportOptions options)
    {
        if (!Directory.Exists(seeds) && !File.Exists(seeds))
        {
            throw new UserErrorException($"{seeds}: there is no such folder or file; give the folder that holds the articles");
        }

        var result = Screen.WithProgress(
            "Reading",
            report => CorpusExport.Extract(
                seeds, output, new CorpusOptions { HomeCountry = home, Progress = progress => report(progress.Read, progress.Total) }, options));
        foreach (var unread in result.Unread)
        {
            Screen.Note($"{unread.File}: {unread.Message}");
        }

        return result;
    }
}
