using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Entente.Reports.Office;

/// <summary>
/// Office files are ZIP packages that carry the time of writing and random names of relationships. Packed again in order,
/// without the one and with counted names, the same report gives the same bytes.
/// </summary>
internal static partial class StablePackage
{
    // The earliest time that a ZIP entry can have.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Repack(Stream package)
    {
        package.Position = 0;
        using var source = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        // The content types come first: some readers look for them there.
        var entries = source.Entries
            .OrderBy(entry => entry.FullName != "[Content_Types].xml").ThenBy(entry => entry.FullName, StringComparer.Ordinal)
            .Select(entry => (entry.FullName, Content: Read(entry))).ToList();
        var names = CountedNames(entries);

        using var result = new MemoryStream();
        using (var target = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                var copy = target.CreateEntry(name, CompressionLevel.SmallestSize);
                copy.LastWriteTime = Epoch;
                using var to = copy.Open();
                to.Write(IsXml(name) ? Renamed(content, names) : content);
            }
        }

        return result.ToArray();
    }

    // Random names are unique in the whole package, so each is renamed wherever it stands.
    private static Dictionary<string, string> CountedNames(List<(string Name, byte[] Content)> entries)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (_, content) in entries.Where(entry => entry.Name.EndsWith(".rels", StringComparison.Ordinal)))
        {
            var relationships = Relationship().Matches(Encoding.UTF8.GetString(content))
                .Select(match => (Id: RandomId().Match(match.Value).Groups["id"].Value, Target: Target().Match(match.Value).Value))
                .Where(relationship => relationship.Id.Length > 0)
                .OrderBy(relationship => relationship.Target, StringComparer.Ordinal);
            foreach (var (id, _) in relationships)
            {
                names.TryAdd(id, $"n{names.Count + 1}");
            }
        }

        return names;
    }

    private static byte[] Renamed(byte[] content, Dictionary<string, string> names) => names.Count == 0
        ? content
        : Encoding.UTF8.GetBytes(QuotedId().Replace(
            Encoding.UTF8.GetString(content),
            match => names.TryGetValue(match.Groups["id"].Value, out var name) ? $"\"{name}\"" : match.Value));

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var from = entry.Open();
        using var memory = new MemoryStream();
        from.CopyTo(memory);
        return memory.ToArray();
    }

    private static bool IsXml(string name) => name.EndsWith(".xml", StringComparison.Ordinal) || name.EndsWith(".rels", StringComparison.Ordinal);

    [GeneratedRegex("<Relationship [^>]*>")]
    private static partial Regex Relationship();

    [GeneratedRegex(" Id=\"(?<id>R[0-9a-f]{8,32})\"")]
    private static partial Regex RandomId();

    [GeneratedRegex("Target=\"[^\"]*\"")]
    private static partial Regex Target();

    [GeneratedRegex("\"(?<id>R[0-9a-f]{8,32})\"")]
    private static partial Regex QuotedId();
}
