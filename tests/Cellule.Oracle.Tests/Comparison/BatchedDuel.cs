namespace Cellule.Oracle.Tests.Comparison;

/// <summary>Runs many small programs on both sides and demands that they agree, but for a known number of them.</summary>
internal static class BatchedDuel
{
    private const int MaxShown = 25;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public static async Task RunAsync(IEnumerable<SmallProgram> made, int known = 0)
    {
        SmallProgram[] programs = [.. made];
        var expected = CompiledBatch.Run(programs);
        var wrong = new List<string>();
        CellSide? session = null;
        for (int i = 0; i < programs.Length; i++)
        {
            // One session for a hundred programs: each declares its variables anew.
            if (i % 100 == 0)
            {
                session = new CellSide(Interpreters.New());
                await session.RunAsync(CompiledBatch.Shared, Limit);
            }

            var actual = await session!.RunAsync(programs[i].AsCell, Limit);
            string difference = actual.DifferenceFrom(expected[i]);
            if (difference.Length > 0)
            {
                wrong.Add($"{programs[i].AsCell.ReplaceLineEndings(" ")}  ⇒ {difference}");
            }
        }

        if (wrong.Count > 0 && Environment.GetEnvironmentVariable("CELLULE_REPORT") is { Length: > 0 } file)
        {
            File.AppendAllLines(file, wrong);
        }

        Assert.True(wrong.Count == known, $"{wrong.Count} of {programs.Length} differ, {known} are known to:\n{string.Join('\n', wrong.Take(MaxShown))}");
    }
}
