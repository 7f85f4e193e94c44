namespace Entente.Charts.Counting;

/// <summary>Says a chart in a sentence.</summary>
internal static class Wording
{
    private const int Named = 6;

    /// <summary><c>Meetings by partner. Russia 3, Turkey 2, Azerbaijan 1.</c></summary>
    public static string AltText(string title, CountTable table, ChartLabels labels)
    {
        var reader = new KeyReader(table, labels);
        string[] keys = ["month", "year", "home_person", "partner_person", "partner", "theme", "agency", "kind", "level", "instrument", "status", "region", "type", "activity", "direction"];
        var shown = keys.Where(table.Has).ToList();
        var rows = table.Rows.Where(row => row.Count > 0).ToList();
        if (rows.Count == 0)
        {
            return $"{title}. {labels["text.no_data"]}";
        }

        var parts = rows.Take(Named).Select(row => $"{string.Join(" – ", shown.Select(key => reader.Label(row, key)))} {labels.Number(row.Count)}").ToList();
        if (rows.Count > Named)
        {
            parts.Add(labels.Text("text.and_more", rows.Count - Named));
        }

        return labels.Text("text.alt", title, string.Join(", ", parts));
    }
}
