using Entente.Charts.Drawing;

namespace Entente.Charts.Counting;

/// <summary>Reads a table of counts by partner into the circles of a map.</summary>
internal static class MapReader
{
    /// <summary>The circles, the largest first, and how many are counted for what has no place on a map.</summary>
    public static (IReadOnlyList<MapPoint> Points, int Elsewhere) Read(CountTable table, ChartLabels labels)
    {
        var reader = new KeyReader(table, labels);
        var points = new List<MapPoint>();
        var elsewhere = 0;
        foreach (var group in table.Rows.Where(row => row.Count > 0).GroupBy(row => table.Key(row, "partner"), StringComparer.Ordinal))
        {
            var count = group.Sum(row => row.Count);
            if (WorldMap.Place(group.Key) is var (x, y))
            {
                points.Add(new MapPoint(x, y, reader.Label(group.First(), "partner"), count));
            }
            else
            {
                elsewhere += count;
            }
        }

        return ([.. points.OrderByDescending(point => point.Count).ThenBy(point => point.Name, StringComparer.Ordinal)], elsewhere);
    }
}
