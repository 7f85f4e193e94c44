using System.Runtime.CompilerServices;
using Cellule.Session;
using Xunit;

namespace Cellule.Tests;

/// <summary>
/// The compiler of these tests is the judge: each expression is evaluated by it here, and by a cell from its source text, which
/// <see cref="CallerArgumentExpressionAttribute"/> hands over. Same value, same type.
/// </summary>
public sealed class CompiledExpressionTests
{
    [Fact]
    public async Task Arithmetic_promotes_and_overflows_as_compiled()
    {
        await Same(1 + 2 * 3);
        await Same(7 / 2 + 7 % 3);
        await Same(7 / 2.0 + 1.5f);
        await Same((byte)200 + (sbyte)-5);
        await Same(1u + 2L);
        await Same(1.10m * 3);
        await Same('a' + 1);
        await Same((char)('a' + 1));
        await Same(1 << 33);
        await Same(-17 >>> 28);
        await Same(0.1 + 0.2);
        await Same(5 & 3 | 8 ^ 1);
    }

    [Fact]
    public async Task Strings_are_put_together_as_compiled()
    {
        await Same("a" + 1 + 'c' + 2.5 + null);
        await Same($"{1.5,8:0.00}|{"x",-3}|{{}}");
        await Same("hello"[1..^1]);
        await Same(string.Join(", ", "b a c".Split(' ').Order()));
        await Same("""a "raw" \ text""");
    }

    [Fact]
    public async Task Queries_and_lambdas_give_what_is_compiled()
    {
        await Same(Enumerable.Range(1, 10).Where(n => n % 2 == 0).Select(n => n * n).ToArray());
        await Same((from x in new[] { 3, 1, 2 } orderby x descending select x * 2).ToList());
        await Same(new[] { "a", "bb", "cc" }.GroupBy(w => w.Length).ToDictionary(g => g.Key, g => string.Concat(g)));
        await Same(((Func<int, Func<int, int>>)(a => b => a * 10 + b))(1)(2));
        await Same(new[] { 1, 2, 3 }.Aggregate("", (text, n) => text + n));
    }

    [Fact]
    public async Task Patterns_tuples_and_nulls_match_as_compiled()
    {
        await Same(int.Parse("5") is > 3 and < 10 and not 7);
        await Same((1, "x") switch { (1, var t) => t + "!", _ => "no" });
        await Same(new[] { 1, 2, 3 } is [1, .., var last] ? last : 0);
        await Same((1, (2, 3)) == (1, (2, 3L)));
        await Same(((string?)null)?.Length ?? -1);
        await Same(((int?)4) + 1);
        await Same(default(DateTime).Year + new DateTime(2024, 2, 28).AddDays(1).Day);
    }

    [Fact]
    public async Task Methods_of_extension_blocks_are_extension_methods()
    {
        const string Cell = """
            static class E { extension(string s) { public int Twice() => s.Length * 2; } extension<T>(IEnumerable<T> xs) { public T Second() => xs.Skip(1).First(); } }
            "abc".Twice() + new[] { 1, 2 }.Second()
            """;
        var result = await new CellSession().RunAsync(Cell, new SilentOutput(), TestContext.Current.CancellationToken);
        Assert.Equal(8, result.Value);
    }

    private static async Task Same<T>(T expected, [CallerArgumentExpression(nameof(expected))] string source = "")
    {
        var result = await new CellSession().RunAsync(source, new SilentOutput(), TestContext.Current.CancellationToken);
        Assert.True(result.Status == CellStatus.Ok, $"{source}: {string.Join("; ", result.Diagnostics.Select(d => d.Message))} {result.Exception}");
        Assert.Equal<object?>(expected, result.Value);
        Assert.Equal(expected?.GetType(), result.Value?.GetType());
    }

    private sealed class SilentOutput : ICellOutput
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
