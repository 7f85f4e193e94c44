using Cellule.Session;
using Cellule.Tests.Session;
using Xunit;

namespace Cellule.Tests.Emit;

/// <summary>Runs cells for what their code does: the JIT refuses IL that isn't sound.</summary>
internal static class EmittedCells
{
    /// <summary>The value of the last of the cells, which stand between lines of dashes.</summary>
    public static async Task<object?> ValueOf(string cells)
    {
        var result = await Run(cells);
        Assert.True(result.Status == CellStatus.Ok, string.Join("\n", result.Traceback));
        return result.Value;
    }

    public static async Task<CellResult> Run(string cells)
    {
        var session = new CellSession();
        CellResult? last = null;
        foreach (var cell in cells.Split("\n---\n"))
        {
            last = await session.RunAsync(cell, new RecordedOutput(), TestContext.Current.CancellationToken);
            Assert.Null(session.CompilerFault);
        }

        return last!;
    }
}
