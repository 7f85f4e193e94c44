namespace Entente.Lexicons;

/// <summary>A row of a <see cref="LexiconFile"/>, which knows where it stands.</summary>
internal sealed class LexiconRow(string file, int line, string[] columns, string[] cells)
{
    public string File => file;

    public int Line => line;

    /// <summary>The cell of a column, trimmed; empty when the row leaves it out. A column that the file does not have is an error.</summary>
    public string this[string column]
    {
        get
        {
            var index = Array.IndexOf(columns, column);
            return index < 0 ? throw Error($"the file has no column '{column}'") : index < cells.Length ? cells[index] : "";
        }
    }

    /// <summary>The cell of a column, which must not be empty.</summary>
    public string Required(string column) =>
        this[column] is { Length: > 0 } cell ? cell : throw Error($"column '{column}' is empty");

    /// <summary>The parts of a cell, separated by <c>;</c> (or another mark), trimmed, empty ones left out.</summary>
    public string[] List(string column, char separator = ';') =>
        this[column].Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The cell of a column as a member of an enumeration, whose names are compared without case and underscores.</summary>
    public T Enum<T>(string column)
        where T : struct, Enum =>
        System.Enum.TryParse<T>(Required(column).Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var value) && System.Enum.IsDefined(value)
            ? value
            : throw Error($"'{this[column]}' is none of {string.Join(", ", System.Enum.GetNames<T>())}");

    /// <summary>The cell of a column as a whole number.</summary>
    public int Integer(string column) =>
        int.TryParse(Required(column), System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : throw Error($"'{this[column]}' is no whole number");

    public LexiconException Error(string problem) => new(file, line, problem);
}
