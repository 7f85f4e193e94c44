using Microsoft.Data.Analysis;

namespace Entente.Tables;

/// <summary>The columns of one table, in the order of the data dictionary: DataFrames and files are both made from it.</summary>
internal sealed record TableLayout<TRow>(string Name, IReadOnlyList<Column<TRow>> Columns)
{
    public DataFrame ToDataFrame(IReadOnlyCollection<TRow> rows) => new(Columns.Select(column => ToFrameColumn(column, rows)));

    private static DataFrameColumn ToFrameColumn(Column<TRow> column, IReadOnlyCollection<TRow> rows) => column switch
    {
        TextColumn<TRow> text => new StringDataFrameColumn(text.Name, rows.Select(text.Read)),
        WholeColumn<TRow> whole => new Int32DataFrameColumn(whole.Name, rows.Select(whole.Read)),
        FlagColumn<TRow> flag => new BooleanDataFrameColumn(flag.Name, rows.Select(flag.Read)),
        _ => throw new InvalidOperationException($"column {column.Name} has a type without a DataFrame column"),
    };
}
