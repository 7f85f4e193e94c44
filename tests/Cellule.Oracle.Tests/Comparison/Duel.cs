using Cellule.Session;

namespace Cellule.Oracle.Tests.Comparison;

/// <summary>Runs one program on both sides.</summary>
internal static class Duel
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>The first difference between Cellule and the compiler; empty when there is none.</summary>
    public static async Task<string> RunAsync(Snippet snippet)
    {
        var cells = snippet.Cells;
        var compiler = new CompilerSide();
        var ours = new CellSide(Interpreters.New());
        for (int i = 0; i < cells.Count; i++)
        {
            var expected = snippet.IsProgram ? await ProgramSide.RunAsync(cells[i], Limit) : await compiler.RunAsync(cells[i], Limit);
            var actual = await ours.RunAsync(cells[i], Limit);
            string difference = actual.DifferenceFrom(expected);
            if (difference.Length > 0)
            {
                return cells.Count > 1 ? $"cell {i + 1}: {difference}" : difference;
            }

            if (expected.Errors.Length > 0 || expected.Exception.Length > 0)
            {
                break;
            }
        }

        return "";
    }
}

/// <summary>Where the tests get an interpreter.</summary>
internal static class Interpreters
{
    public static bool Exist => true;

    public static ICellInterpreter New() => new CellSession();
}
