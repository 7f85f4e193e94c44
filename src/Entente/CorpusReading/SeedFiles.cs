namespace Entente.CorpusReading;

/// <summary>A seed to be read: <paramref name="Relative"/> is its path below the corpus root, with forward slashes.</summary>
internal sealed record SeedFile(string DocId, string Path, string Relative);

/// <summary>Finds the seeds of a corpus: every <c>.txt</c> file below a folder, or one file, in ordinal order of the paths.</summary>
internal static class SeedFiles
{
    public static IReadOnlyList<SeedFile> Find(string path)
    {
        if (File.Exists(path))
        {
            return [new SeedFile(Path.GetFileNameWithoutExtension(path), path, Path.GetFileName(path))];
        }

        if (!Directory.Exists(path))
        {
            throw new DirectoryNotFoundException($"There is no folder or file '{path}'.");
        }

        return
        [
            .. Directory.EnumerateFiles(path, "*.txt", SearchOption.AllDirectories)
                .Select(file => new SeedFile(Path.GetFileNameWithoutExtension(file), file, Path.GetRelativePath(path, file).Replace('\\', '/')))
                .OrderBy(file => file.Relative, StringComparer.Ordinal),
        ];
    }
}
