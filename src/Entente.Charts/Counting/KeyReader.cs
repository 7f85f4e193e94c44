namespace Entente.Charts.Counting;

/// <summary>Names a row in the reader's language: a partner by its name, a value of the dictionary by its label.</summary>
internal sealed class KeyReader(CountTable table, ChartLabels labels)
{
    /// <summary>The label of <paramref name="row"/> in a column; for <c>partner</c>, the partner's name.</summary>
    public string Label(CountRow row, string column) => column switch
    {
        "partner" => Partner(row),
        "month" => table.Key(row, column) is { Length: > 0 } month ? labels.Month(month) : labels["text.not_stated"],
        _ => labels.Value(column, table.Key(row, column)),
    };

    private string Partner(CountRow row)
    {
        var name = table.Key(row, "partner_name_" + labels.Language);
        var code = table.Key(row, "partner");
        return name.Length > 0 ? name : code.Length > 0 ? code : labels["text.not_stated"];
    }
}
