using Entente.Tables;

namespace Entente.CorpusReading;

/// <summary>Files → facts of each article, several at a time → what the articles settle together → rows, in the order of the file names.</summary>
internal sealed class CorpusReader(CorpusOptions options)
{
    public ReadResult Read(string path, ICorpusSink sink)
    {
        var files = SeedFiles.Find(path);
        var reader = new ArticleReader(options);
        var resolver = new CorpusResolver(options);
        var unread = new List<UnreadSeed>();
        var (read, warnings) = (0, 0);
        var degree = options.DegreeOfParallelism > 0 ? options.DegreeOfParallelism : Environment.ProcessorCount;
        foreach (var article in OrderedParallel.Select(files, degree, ArticleReader.BatchSize, reader.Read))
        {
            WriteOwnRows(article, isCopy: resolver.Knows(article), sink);
            resolver.Add(article);
            warnings += article.Warnings.Count;
            if (article.Unread is { } message)
            {
                unread.Add(new UnreadSeed(article.Document.File, message));
            }

            read++;
            if (read % 100 == 0 || read == files.Count)
            {
                options.Progress?.Invoke(new ReadProgress(read, files.Count));
            }
        }

        warnings += resolver.Resolve(sink);
        return new ReadResult(files.Count, warnings, unread);
    }

    /// <summary>The rows that no other article can change; a copy of an article adds no theme to what the first one tells.</summary>
    internal static void WriteOwnRows(ArticleFacts article, bool isCopy, ICorpusSink sink)
    {
        foreach (var mention in article.Mentions)
        {
            sink.Write(mention);
        }

        foreach (var theme in isCopy ? [] : article.Themes)
        {
            sink.Write(new ThemeRow(theme.Code, theme.Partner, theme.Evidence));
        }

        foreach (var section in article.Sections)
        {
            sink.Write(section);
        }

        foreach (var repair in article.Repairs)
        {
            sink.Write(repair);
        }

        foreach (var warning in article.Warnings)
        {
            sink.Write(warning);
        }
    }
}
