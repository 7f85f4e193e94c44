namespace Entente.Tables;

/// <summary>A column of a table: its name in the data dictionary and how a row yields its cell.</summary>
internal abstract record Column<TRow>(string Name);

/// <summary>A column of text; an unknown value is the empty string, never null.</summary>
internal sealed record TextColumn<TRow>(string Name, Func<TRow, string> Read) : Column<TRow>(Name);

/// <summary>A column of whole numbers.</summary>
internal sealed record WholeColumn<TRow>(string Name, Func<TRow, int> Read) : Column<TRow>(Name);

/// <summary>A column of true or false.</summary>
internal sealed record FlagColumn<TRow>(string Name, Func<TRow, bool> Read) : Column<TRow>(Name);
