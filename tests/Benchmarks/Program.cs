using BenchmarkDotNet.Running;
using Benchmarks;

// reading N: throughput over N articles on one core and on all; anything else: the classes of BenchmarkDotNet.
if (args is ["reading", var count])
{
    ReadingThroughput.Print(int.Parse(count, System.Globalization.CultureInfo.InvariantCulture));
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(ReadingBenchmarks).Assembly).Run(args);
}
