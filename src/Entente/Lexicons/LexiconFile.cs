using System.Reflection;

namespace Entente.Lexicons;

/// <summary>
/// A table of language data: tab-separated, the first line that is no comment names the columns, lines that begin with
/// <c>#</c> and empty lines are left out. A row may leave out trailing columns; an excess column is an error.
/// </summary>
internal sealed class LexiconFile
{
    private LexiconFile(string name, IReadOnlyList<string> columns, IReadOnlyList<LexiconRow> rows)
    {
        Name = name;
        Columns = columns;
        Rows = rows;
    }

    /// <summary>Name below <c>Lexicons</c>, for messages.</summary>
    public string Name { get; }

    public IReadOnlyList<string> Columns { get; }

    public IReadOnlyList<LexiconRow> Rows { get; }

    /// <summary>Loads the embedded file <paramref name="name"/>, such as <c>fr/months.tsv</c>.</summary>
    public static LexiconFile Load(string name)
    {
        using var reader = new StreamReader(Open(name));
        return Parse(name, reader.ReadToEnd());
    }

    /// <summary>Opens the embedded file <paramref name="name"/> as bytes.</summary>
    public static Stream Open(string name) =>
        Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new LexiconException(name, 0, "no such lexicon");

    public static LexiconFile Parse(string name, string text)
    {
        string[]? columns = null;
        var rows = new List<LexiconRow>();
        var line = 0;
        foreach (var rawLine in text.AsSpan().EnumerateLines())
        {
            line++;
            if (rawLine.IsWhiteSpace() || rawLine[0] == '#')
            {
                continue;
            }

            var cells = rawLine.ToString().Split('\t', StringSplitOptions.TrimEntries);
            if (columns is null)
            {
                columns = cells;
                CheckColumns(name, line, columns);
            }
            else if (cells.Length > columns.Length)
            {
                throw new LexiconException(name, line, $"{cells.Length} cells where the header names {columns.Length} columns");
            }
            else
            {
                rows.Add(new LexiconRow(name, line, columns, cells));
            }
        }

        return new LexiconFile(name, columns ?? throw new LexiconException(name, line, "no header line"), rows);
    }

    private static void CheckColumns(string name, int line, string[] columns)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i].Length == 0 || Array.IndexOf(columns, columns[i]) != i)
            {
                throw new LexiconException(name, line, $"column {i + 1} has an empty name or one that an earlier column has");
            }
        }
    }
}
