using Cellule.Session;
using Xunit;

namespace Cellule.Tests.Session;

/// <summary>Completion and inspection at the bar, after a cell that left some variables.</summary>
public sealed class CellAssistanceTests
{
    private const string Earlier = """
        var numbers = new List<int> { 1, 2 };
        var byName = new Dictionary<string, int> { ["alpha"] = 1, ["beta"] = 2 };
        int Twice(int count) => 2 * count;
        """;

    [Theory]
    [InlineData("\"a\".ToUpperI|", "ToUpperInvariant", 4)]
    [InlineData("Console.WriteL|", "WriteLine", 8)]
    [InlineData("numbers.|", "Where", 8)]
    [InlineData("numbers.Ad|", "Add", 8)]
    [InlineData("num|", "numbers", 0)]
    [InlineData("Twi|", "Twice", 0)]
    [InlineData("Twice(co|", "count:", 6)]
    [InlineData("string.Join(sep|", "separator:", 12)]
    [InlineData("forea|", "foreach", 0)]
    [InlineData("System.IO.Pat|", "Path", 10)]
    [InlineData("DayOfWeek.Fri|", "Friday", 10)]
    [InlineData("byName[\"al|", "alpha", 8)]
    [InlineData("var q = numbers.Select(n => n * 2); q.First|", "FirstOrDefault", 38)]
    [InlineData("if (true) { numbers.Cou|", "Count", 20)]
    [InlineData("new List<int>().Add|", "AddRange", 16)]
    [InlineData("numbers.Where(n => n > 1).OrderB|", "OrderByDescending", 26)]
    [InlineData("numbers\n  .Where(n => n > 1)\n  .OrderB|", "OrderBy", 32)]
    public async Task A_name_is_completed(string marked, string expected, int start)
    {
        var (session, code, position) = await AfterAsync(marked);
        var list = session.Complete(code, position);
        Assert.Contains(expected, list.Items.Select(item => item.Text));
        Assert.Equal((start, position), (list.ReplaceStart, list.ReplaceEnd));
    }

    [Theory]
    [InlineData("numbers.Where|", "Where<TSource>")]
    [InlineData("num|bers", "System.Collections.Generic.List<int> numbers")]
    [InlineData("numbers.Add|(1)", "void System.Collections.Generic.List<int>.Add(int item)")]
    [InlineData("Console|.WriteLine()", "static class System.Console")]
    [InlineData("Twice|(1)", "int ")]
    [InlineData("byName.Count|", "int ")]
    public async Task A_symbol_is_inspected(string marked, string signature)
    {
        var (session, code, position) = await AfterAsync(marked);
        Assert.Contains(signature, session.Inspect(code, position)?.Signature ?? "nothing", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("|")]
    [InlineData("1 + |")]
    [InlineData("unknown.|")]
    [InlineData("\"open string |")]
    [InlineData("((((|")]
    [InlineData("....|")]
    [InlineData("x[\"|")]
    [InlineData("}|")]
    public async Task Nothing_that_is_written_throws(string marked)
    {
        var (session, code, position) = await AfterAsync(marked);
        Assert.NotNull(session.Complete(code, position));
        Assert.Null(session.Inspect(code, position));
    }

    private static async Task<(CellSession Session, string Code, int Position)> AfterAsync(string marked)
    {
        var session = new CellSession();
        var result = await session.RunAsync(Earlier, new Quiet(), TestContext.Current.CancellationToken);
        Assert.Equal(CellStatus.Ok, result.Status);
        var position = marked.IndexOf('|', StringComparison.Ordinal);
        return (session, marked.Remove(position, 1), position);
    }

    private sealed class Quiet : ICellOutput
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
