using Cellule.Symbols;
using Xunit;

namespace Cellule.Tests.Binding;

/// <summary>Which overload a call takes.</summary>
public sealed class OverloadTests
{
    private const string Candidates = """
        string F(int x) => ""; string F(long x) => ""; string F(double x) => ""; string F(object x) => "";
        string P(params int[] xs) => ""; string P(int x) => "";
        string O(int x, int y = 2, int z = 3) => ""; string O(int x, string s) => "";
        string G<T>(T x) => ""; string G(string x) => ""; string G<T>(List<T> x) => "";
        string L(Func<int> f) => ""; string L(Func<double> f) => ""; string L(Action a) => "";
        string E(IEnumerable<int> xs) => ""; string E(List<int> xs) => ""; string E(object o) => "";
        string R(ref int x) => ""; string R(int x) => "";

        """;

    public static TheoryData<string, string> Cases => new()
    {
        { "F(1)", "F(int)" },
        { "F((byte)1)", "F(int)" },
        { "F(1u)", "F(long)" },
        { "F(1f)", "F(double)" },
        { "F(1m)", "F(object)" },
        { "F('a')", "F(int)" },
        { "P(1)", "P(int)" },
        { "P()", "P(params int[])" },
        { "P(1, 2)", "P(params int[])" },
        { "O(1)", "O(int, int, int)" },
        { "O(1, \"a\")", "O(int, string)" },
        { "O(1, z: 5)", "O(int, int, int)" },
        { "O(z: 5, x: 1)", "O(int, int, int)" },
        { "G(\"a\")", "G(string)" },
        { "G(1)", "G<int>(int)" },
        { "G(new List<int>())", "G<int>(System.Collections.Generic.List<int>)" },
        { "G<string>(\"a\")", "G<string>(string)" },
        { "L(() => 1)", "L(System.Func<int>)" },
        { "L(() => 1.5)", "L(System.Func<double>)" },
        { "L(() => { })", "L(System.Action)" },
        { "L(() => Console.WriteLine())", "L(System.Action)" },
        { "E(new List<int>())", "E(System.Collections.Generic.List<int>)" },
        { "E(new int[0])", "E(System.Collections.Generic.IEnumerable<int>)" },
        { "E(\"a\")", "E(object)" },
        { "int v = 1; R(ref v)", "R(ref int)" },
        { "int v = 1; R(v)", "R(int)" },
        { "Math.Max(1, 2L)", "System.Math.Max(long, long)" },
        { "string.Join(\",\", new[] { 1 })", "string.Join<int>(string, System.Collections.Generic.IEnumerable<int>)" },
        { "string.Join(\",\", \"a\", \"b\")", "string.Join(string, params System.ReadOnlySpan<string>)" },
        { "new List<int> { 1 }.Count(x => x > 0)", "System.Linq.Enumerable.Count<int>(this System.Collections.Generic.IEnumerable<int>, System.Func<int, bool>)" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Takes_the_better_one(string call, string expected) => Assert.Equal(expected, SymbolDisplay.Of(BoundCells.Called(Candidates + call)));
}
