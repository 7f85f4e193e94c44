using System.Globalization;

namespace Entente.Charts.Drawing;

/// <summary>
/// The land and the places of states, in the equal-area projection Equal Earth (Šavrič, Patterson, Jenny 2018). The outlines are drawn as
/// lines on plain axes: plotly.js fetches the map of its own geographic charts from the network.
/// </summary>
internal static class WorldMap
{
    // Whole thousandths of the sphere's radius: finer than a pixel.
    private const double Scale = 1000;

    private static readonly Lazy<(int?[] X, int?[] Y)> LandRings = new(LoadLand);
    private static readonly Lazy<Dictionary<string, (int X, int Y)>> StatePlaces = new(LoadPlaces);

    /// <summary>The rings of the land one after the other, a null after each.</summary>
    public static (int?[] X, int?[] Y) Land => LandRings.Value;

    /// <summary>Where a state's circle stands; null for a body or an unknown code.</summary>
    public static (int X, int Y)? Place(string state) => StatePlaces.Value.TryGetValue(state, out var place) ? place : null;

    private static (int?[] X, int?[] Y) LoadLand()
    {
        var (xs, ys) = (new List<int?>(), new List<int?>());
        foreach (var ring in Lines("land.tsv"))
        {
            foreach (var point in ring.Split(' '))
            {
                var (x, y) = Project(point.Split(','));
                xs.Add(x);
                ys.Add(y);
            }

            xs.Add(null);
            ys.Add(null);
        }

        return ([.. xs], [.. ys]);
    }

    private static Dictionary<string, (int X, int Y)> LoadPlaces() =>
        Lines("places.tsv").Select(line => line.Split('\t')).ToDictionary(cells => cells[0], cells => Project(cells[1..]), StringComparer.Ordinal);

    private static (int X, int Y) Project(string[] tenths)
    {
        var (longitude, latitude) = (Radians(tenths[0]), Radians(tenths[1]));
        const double A1 = 1.340264, A2 = -0.081106, A3 = 0.000893, A4 = 0.003796;
        var m = Math.Sqrt(3) / 2;
        var theta = Math.Asin(m * Math.Sin(latitude));
        var (t2, t6) = (theta * theta, Math.Pow(theta, 6));
        var x = longitude * Math.Cos(theta) / (m * (A1 + (3 * A2 * t2) + (t6 * ((7 * A3) + (9 * A4 * t2)))));
        var y = theta * (A1 + (A2 * t2) + (t6 * (A3 + (A4 * t2))));
        return ((int)Math.Round(x * Scale), (int)Math.Round(y * Scale));
    }

    private static double Radians(string tenths) => int.Parse(tenths, CultureInfo.InvariantCulture) / 10.0 * Math.PI / 180;

    private static IEnumerable<string> Lines(string name)
    {
        var resource = "Entente.Charts.Maps." + name;
        using var stream = typeof(WorldMap).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not embedded");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }
}
