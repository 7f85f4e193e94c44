using Cellule.Binding;
using Cellule.Symbols;
using Xunit;

namespace Cellule.Tests.Binding;

/// <summary>The static type that each trailing expression gets, as C# has it.</summary>
public sealed class ExpressionTypeTests
{
    public static TheoryData<string, string> Cases => new()
    {
        // Numeric promotion
        { "(byte)1 + (byte)2", "int" },
        { "1u + 2", "uint" },
        { "uint u = 1; int i = 2; u + i", "long" },
        { "1L + 1u", "long" },
        { "'a' + 1", "int" },
        { "1 + 2.5f", "float" },
        { "2m * 3", "decimal" },
        { "int? a = 1; a + 1", "int?" },
        { "int? a = 1; a > 1", "bool" },
        { "short s = 1; s << 2", "int" },
        { "nint n = 1; n + 1", "nint" },
        { "byte b = 1; b += 2; b++; b", "byte" },

        // Strings, enums, operators of types
        { "\"a\" + 1", "string" },
        { "DayOfWeek.Monday + 1", "System.DayOfWeek" },
        { "DayOfWeek.Monday - DayOfWeek.Sunday", "int" },
        { "DateTime.Now - DateTime.Today", "System.TimeSpan" },
        { "System.Numerics.BigInteger.One + 5", "System.Numerics.BigInteger" },

        // Conditions, null, conditional access
        { "true ? 1 : 2L", "long" },
        { "true ? 1 : null as int?", "int?" },
        { "string s = null; s?.Length", "int?" },
        { "string s = null; s?.Length ?? 0", "int" },
        { "string s = null; s ?? \"x\"", "string" },
        { "int? n = null; n ??= 5", "int" },

        // Tuples, anonymous types, lambdas
        { "(1, \"a\")", "(int, string)" },
        { "var a = 1; (a, b: 2)", "(int a, int b)" },
        { "(A: 1, B: 2).A", "int" },
        { "new { X = 1, Y = \"a\" }", "<anonymous type: int X, string Y>" },
        { "(int x) => x + 1.5", "System.Func<int, double>" },
        { "() => { }", "System.Action" },
        { "int F(string s) => 1; F", "System.Func<string, int>" },
        { "async () => { await Task.Delay(1); return 5; }", "System.Func<System.Threading.Tasks.Task<int>>" },

        // Inference
        { "new[] { 1, 2 }.Select(x => x * 1.5)", "System.Collections.Generic.IEnumerable<double>" },
        { "new[] { \"1\" }.Select(int.Parse).ToList()", "System.Collections.Generic.List<int>" },
        { "new[] { 1 }.Zip(new[] { \"a\" })", "System.Collections.Generic.IEnumerable<(int First, string Second)>" },
        { "new[] { (N: \"a\", V: 1) }.GroupBy(p => p.N).ToDictionary(g => g.Key, g => g.Sum(p => p.V))", "System.Collections.Generic.Dictionary<string, int>" },
        { "Enumerable.Range(0, 3).SelectMany(x => Enumerable.Range(0, x), (x, y) => (x, y)).First()", "(int x, int y)" },
        { "Enumerable.Range(0, 3).Aggregate(\"\", (s, x) => s + x)", "string" },
        { "Task.WhenAll(new[] { 1 }.Select(async x => { await Task.Yield(); return x; }))", "System.Threading.Tasks.Task<int[]>" },
        { "T Id<T>(T x) => x; Id(Id(2.5))", "double" },
        { "new[] { 1, 2.5 }", "double[]" },
        { "from x in new[] { 1 } let y = x * 2.0 where y > 1 orderby y select new { x, y }", "System.Collections.Generic.IEnumerable<<anonymous type: int x, double y>>" },

        // Indices, ranges, collections
        { "new[] { 1, 2 }[^1]", "int" },
        { "new[] { 1, 2 }[..1]", "int[]" },
        { "\"abc\"[1..]", "string" },
        { "List<string> l = [\"a\", .. new[] { \"b\" }]; l[^1]", "string" },
        { "new Dictionary<string, int> { [\"a\"] = 1 }[\"a\"]", "int" },

        // Patterns and switches
        { "object o = 1; o is int n && n > 0", "bool" },
        { "5 switch { 1 => 1, _ => 2.5 }", "double" },

        // dynamic
        { "dynamic d = 1; d + 1", "dynamic" },
        { "dynamic d = 1; (int)d", "int" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Gives_the_type_that_the_language_gives(string code, string type) =>
        Assert.Equal(type, SymbolDisplay.Of(BoundCells.Value(code).Type));

    public static TheoryData<string, object?> Constants => new()
    {
        { "1 + 2 * 3", 7 },
        { "7 / 2", 3 },
        { "-7 % 3", -1 },
        { "1 / 4.0", 0.25 },
        { "unchecked(int.MaxValue + 1)", int.MinValue },
        { "(byte)'a'", (byte)97 },
        { "\"a\" + \"b\" + null", "ab" },
        { "$\"{\"x\"}y\"", "xy" },
        { "true && !false", true },
        { "1 << 33", 2 },
        { "~5", -6 },
        { "nameof(Console.WriteLine)", "WriteLine" },
        { "sizeof(long)", 8 },
        { "const int c = 5; c * 2", 10 },
        { "(int)DayOfWeek.Friday", 5 },
        { "true ? 1 : 2", 1 },
        { "default(int)", 0 },
        { "uint.MaxValue", uint.MaxValue },
    };

    [Theory]
    [MemberData(nameof(Constants))]
    public void Folds_constants(string code, object? value) =>
        Assert.Equal(value, Assert.IsType<BoundLiteral>(BoundCells.Value(code)).Value);
}
