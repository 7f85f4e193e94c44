using Cellule.Session.Commands;

namespace Cellule.Session.Assistance;

/// <summary>What could stand at a cursor in a line that starts with <c>#</c>: magics, packages that are there, and paths.</summary>
internal sealed class DirectiveCompleter(string? baseDirectory)
{
    private const string Package = "nuget:";

    /// <summary>Null in other lines.</summary>
    public CompletionList? Complete(string code, int position)
    {
        var lineStart = position == 0 ? 0 : code.LastIndexOf('\n', position - 1) + 1;
        var line = code[lineStart..position];
        var start = position - line.TrimStart().Length;
        var text = code[start..position];
        if (!text.StartsWith('#'))
            return null;
        if (!text.Any(char.IsWhiteSpace))
            return Starting(text, position, CellCommands.Names.Select(name => new Completion(name, "magic", name)));
        return text.Split(' ', '\t')[0] switch
        {
            "#r" when text.IndexOf('"') is >= 0 and var quote => Reference(text[(quote + 1)..], position),
            "#load" when text.IndexOf('"') is >= 0 and var quote => Paths(text[(quote + 1)..], position, ".cs", ".csx", ".dib", ".ipynb"),
            "#!import" or "#!load" => Paths(text[(text.LastIndexOfAny([' ', '\t', '"']) + 1)..], position, ".cs", ".csx", ".dib", ".ipynb"),
            _ => new CompletionList(position, position, []),
        };
    }

    private CompletionList Reference(string target, int position)
    {
        if (!target.StartsWith(Package, StringComparison.OrdinalIgnoreCase))
            return Paths(target, position, ".dll") is { Items.Count: > 0 } paths ? paths : Starting(target, position, [new Completion(Package + " ", "keyword", "a package that is there")]);
        var name = target[Package.Length..].TrimStart();
        return Starting(name, position, Packages().Select(package => new Completion(package, "package", package)));
    }

    // What the application brings; the platform's own assemblies are no packages.
    private static IEnumerable<string> Packages() =>
        ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(path => Path.GetDirectoryName(path) != Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.OrdinalIgnoreCase);

    private CompletionList Paths(string path, int position, params ReadOnlySpan<string> endings)
    {
        var slash = path.LastIndexOfAny(['/', '\\']) + 1;
        var found = new List<Completion>();
        try
        {
            var folder = new DirectoryInfo(Path.Combine(baseDirectory ?? Environment.CurrentDirectory, path[..slash]));
            foreach (var entry in folder.EnumerateFileSystemInfos().Where(entry => !entry.Name.StartsWith('.')).OrderBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase))
            {
                if (entry is DirectoryInfo)
                    found.Add(new Completion(entry.Name + "/", "folder", entry.Name));
                else if (endings.Contains(entry.Extension))
                    found.Add(new Completion(entry.Name, "file", entry.Name));
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // A folder that isn't there holds nothing.
        }

        return Starting(path[slash..], position, found);
    }

    private static CompletionList Starting(string word, int position, IEnumerable<Completion> found) =>
        new(position - word.Length, position, [.. found.Where(item => item.Text.StartsWith(word, StringComparison.OrdinalIgnoreCase))]);
}
