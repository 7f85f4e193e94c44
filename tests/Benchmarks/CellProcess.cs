using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Cellule.Session;

namespace Benchmarks;

/// <summary>The measured process: runs cells and writes a line for each figure as soon as it is known.</summary>
internal static class CellProcess
{
    public const string Argument = "cell-process";

    private const string Query = "new[] { 5, 3, 8, 1, 9 }.Where(n => n > 2).OrderBy(n => n).Select(n => n * n).ToList()";

    private const string Loop = "long sum = 0; for (int i = 0; i < 100_000_000; i++) sum += i; sum";

    private static readonly string[] Various =
    [
        "var x{0} = {0}; x{0}",
        "Enumerable.Range(0, 10).Where(n => n > 5).Select(n => n * {0}).Sum()",
        "int F{0}(int n) => n + {0}; F{0}(1)",
        "class C{0} {{ public int P {{ get; set; }} = {0}; }} new C{0}().P",
    ];

    public static async Task RunAsync()
    {
        var session = new CellSession();
        Report("first", await Time("1 + 1"));
        Report("second", await Time("2 + 3"));
        Report("third", await Time("3 + 4"));
        Report("query", await Time(Query));
        Report("again", await Time(Query.Replace("> 2", "> 4", StringComparison.Ordinal)));
        Report("peak", PeakMemory());
        Report("loop", await Time(Loop));
        var start = Stopwatch.GetTimestamp();
        GC.KeepAlive(Compiled());
        Report("compiled", Stopwatch.GetElapsedTime(start).TotalMilliseconds);

        for (var i = 0; i < 1000; i++)
            await Time(string.Format(CultureInfo.InvariantCulture, Various[i % Various.Length], i));
        Report("many", PeakMemory());

        async Task<double> Time(string cell)
        {
            var begin = Stopwatch.GetTimestamp();
            var result = await session.RunAsync(cell, new NoOutput()).ConfigureAwait(false);
            if (result.Status != CellStatus.Ok)
                throw new InvalidOperationException(string.Join("\n", result.Traceback));
            return Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        }
    }

    // Compiled when it is called, as a program's hot loop is: a published build would hold slower code for it, made beforehand for any processor.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long Compiled()
    {
        long sum = 0;
        for (var i = 0; i < 100_000_000; i++)
            sum += i;
        return sum;
    }

    private static void Report(string name, double value) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {value:0.###}"));

    // In MiB; Linux says it exactly, elsewhere the current working set must do.
    private static double PeakMemory()
    {
        if (File.Exists("/proc/self/status"))
        {
            var line = File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmHWM", StringComparison.Ordinal));
            return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }

        return Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0;
    }

    private sealed class NoOutput : ICellOutput
    {
        public void Write(string text)
        {
        }

        public void WriteError(string text)
        {
        }

        public void Display(DisplayRequest request)
        {
        }

        public void Clear(bool wait)
        {
        }

        public string? ReadLine(string prompt, bool password) => null;
    }
}
