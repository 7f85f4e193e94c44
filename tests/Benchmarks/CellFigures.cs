using System.Diagnostics;
using System.Globalization;

namespace Benchmarks;

/// <summary>Starts the measured process several times and prints the medians beside what they should be at most.</summary>
internal static class CellFigures
{
    private static readonly (string Name, string What, double Limit)[] Rows =
    [
        ("start", "process start to the result of 1 + 1, ms", 300),
        ("second", "a second trivial cell, ms", 5),
        ("third", "a third trivial cell, ms", 5),
        ("query", "a LINQ query over 5 rows, first time, ms", 60),
        ("again", "a LINQ query over 5 rows, again, ms", 15),
        ("peak", "peak memory for these, MiB", 65),
        ("ratio", "10^8 additions, cell to compiled", 1.3),
        ("many", "memory after 1,000 cells more, MiB", 150),
    ];

    public static void Print(int runs)
    {
        var figures = Rows.ToDictionary(r => r.Name, _ => new List<double>(), StringComparer.Ordinal);
        for (var i = 0; i < runs; i++)
        {
            foreach (var (name, value) in Measure())
            {
                if (figures.TryGetValue(name, out var list))
                    list.Add(value);
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"medians of " + runs,-48}{"measured",10}{"at most",10}"));
        foreach (var (name, what, limit) in Rows)
        {
            var sorted = figures[name].Order().ToList();
            var median = sorted[sorted.Count / 2];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-48}{median,10:0.##}{limit,10:0.##}{(median <= limit ? "" : "  too much")}"));
        }
    }

    private static Dictionary<string, double> Measure()
    {
        var figures = new Dictionary<string, double>(StringComparer.Ordinal);
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(Again())!;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            var parts = line.Split(' ');
            if (parts[0] == "first")
                figures["start"] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            figures[parts[0]] = double.Parse(parts[1], CultureInfo.InvariantCulture);
        }

        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"The measured process ended with {process.ExitCode}.");
        figures["ratio"] = figures["loop"] / figures["compiled"];
        return figures;
    }

    // Run as 'dotnet Benchmarks.dll', the process is dotnet and wants the program named again.
    private static ProcessStartInfo Again()
    {
        var program = typeof(CellFigures).Assembly.Location;
        var isHost = !string.Equals(Path.GetFileNameWithoutExtension(Environment.ProcessPath), Path.GetFileNameWithoutExtension(program), StringComparison.OrdinalIgnoreCase);
        string[] arguments = isHost ? [program, CellProcess.Argument] : [CellProcess.Argument];
        return new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true };
    }
}
