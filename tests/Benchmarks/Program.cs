using BenchmarkDotNet.Running;
using Benchmarks;

// reading N: throughput over N articles on one core and on all; stages N: what each stage takes, the best of N rounds; cells [N]: what a cell costs, medians of N processes (measure a
// published build: it starts itself as the process that is measured); anything else: the classes of BenchmarkDotNet.
switch (args)
{
    case ["reading", var count]:
        ReadingThroughput.Print(int.Parse(count, System.Globalization.CultureInfo.InvariantCulture));
        break;
    case ["stages", var rounds]:
        ReadingStages.Print(int.Parse(rounds, System.Globalization.CultureInfo.InvariantCulture));
        break;
    case ["cells", .. var runs]:
        CellFigures.Print(runs is [var number] ? int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) : 9);
        break;
    case [CellProcess.Argument]:
        await CellProcess.RunAsync();
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(ReadingBenchmarks).Assembly).Run(args);
        break;
}
