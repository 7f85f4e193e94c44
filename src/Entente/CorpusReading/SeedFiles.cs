using System.IO.Enumeration;

namespace Entente.CorpusReading;

/// <summary>
/// A seed to be read: <paramref name="Relative"/> is its path below the corpus root, with forward slashes; <paramref name="DocId"/> is its
/// name without the extension, and its path where another seed has the same name: no two seeds share one.
/// </summary>
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

        var files = TextFiles(path)
            .Select(file => new SeedFile(Path.GetFileNameWithoutExtension(file), file, Path.GetRelativePath(path, file).Replace('\\', '/')))
            .OrderBy(file => file.Relative, StringComparer.Ordinal)
            .ToList();
        // `2024/001.txt` beside `2025/001.txt`; and `001.txt` beside `001.TXT`, which only their whole paths tell apart.
        return Apart(Apart(files, file => Path.ChangeExtension(file.Relative, null)), file => file.Relative);
    }

    private static List<SeedFile> Apart(List<SeedFile> files, Func<SeedFile, string> longer)
    {
        var shared = files.GroupBy(file => file.DocId, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key).ToHashSet(StringComparer.Ordinal);
        return files.ConvertAll(file => shared.Contains(file.DocId) ? file with { DocId = longer(file) } : file);
    }

    private static FileSystemEnumerable<string> TextFiles(string path) =>
        new(path, (ref FileSystemEntry entry) => entry.ToSpecifiedFullPath(), new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && entry.FileName.EndsWith(".txt", StringComparison.OrdinalIgnoreCase),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint) || !LeadsBack(entry.ToFullPath()),
        };

    // A link to a folder that it stands in would be followed forty times.
    private static bool LeadsBack(string link) =>
        Directory.ResolveLinkTarget(link, returnFinalTarget: true) is not { FullName: var target }
        || (link + Path.DirectorySeparatorChar).StartsWith(target.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
