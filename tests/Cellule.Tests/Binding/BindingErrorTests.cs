using Cellule.Tests.Syntax;
using Xunit;

namespace Cellule.Tests.Binding;

/// <summary>What the binder says of wrong programs: C#'s codes at the marked places, and nothing else.</summary>
public sealed class BindingErrorTests
{
    public static TheoryData<string, string> Cases => new()
    {
        { "⟦foo⟧", "CS0103" },
        { "⟦foo⟧.Bar(1).Baz", "CS0103" },
        { "⟦a⟧ + ⟦b⟧", "CS0103 CS0103" },
        { "⟦Foo⟧ x = null;", "CS0246" },
        { "using ⟦No.Such⟧;", "CS0246" },
        { "System.⟦Foo⟧ x = null;", "CS0234" },
        { "\"a\".⟦Lenght⟧", "CS1061" },
        { "Console.⟦WritLine⟧()", "CS0117" },
        { "int x = ⟦\"a\"⟧;", "CS0029" },
        { "int x = ⟦1.5⟧;", "CS0266" },
        { "int x = ⟦null⟧;", "CS0037" },
        { "byte b = ⟦256⟧;", "CS0031" },
        { "float f = ⟦1.5⟧;", "CS0664" },
        { "⟦(bool)1⟧", "CS0030" },
        { "⟦1 + true⟧", "CS0019" },
        { "⟦-\"a\"⟧", "CS0023" },
        { "⟦int.MaxValue + 1⟧", "CS0220" },
        { "⟦1 / 0⟧", "CS0020" },
        { "Math.⟦Abs⟧()", "CS1501" },
        { "int F(int x) => x; ⟦F⟧()", "CS7036" },
        { "int F(int x) => x; F(⟦\"a\"⟧)", "CS1503" },
        { "int F(int x) => x; F(⟦y⟧: 1)", "CS1739" },
        { "int F(ref int x) => x; int v = 1; F(⟦v⟧)", "CS1620" },
        { "new ⟦Random⟧(1, 2)", "CS1729" },
        { "⟦new System.IO.Stream()⟧", "CS0144" },
        { "new[] { 1 }.⟦OfType⟧()", "CS0411" },
        { "new ⟦List<>⟧()", "CS7003" },
        { "⟦List⟧ l = null;", "CS0305" },
        { "⟦string.Length⟧", "CS0120" },
        { "⟦\"a\".Join⟧(\",\", \"b\")", "CS0176" },
        { "⟦\"a\".Length⟧ = 3;", "CS0200" },
        { "⟦5⟧ = 3;", "CS0131" },
        { "⟦1⟧;", "CS0201" },
        { "var ⟦x = null⟧;", "CS0815" },
        { "var ⟦x⟧;", "CS0818" },
        { "int x = 1; int ⟦x⟧ = 2;", "CS0102" },
        { "void F() { int x = 1; int ⟦x⟧ = 2; }", "CS0128" },
        { "void F() { int x = 1; { int ⟦x⟧ = 2; } }", "CS0136" },
        { "int ⟦F⟧() { }", "CS0161" },
        { "int F() { int x; return ⟦x⟧; }", "CS0165" },
        { "void F(bool b) { int x; if (b) x = 1; Console.Write(⟦x⟧); }", "CS0165" },
        { "void F() { ⟦return⟧ 1; }", "CS0127" },
        { "int F() { ⟦return;⟧ }", "CS0126" },
        { "⟦break;⟧", "CS0139" },
        { "void F() { ⟦await Task.Delay(1)⟧; }", "CS4033" },
        { "foreach (var x in ⟦5⟧) { }", "CS1579" },
        { "lock (⟦5⟧) { }", "CS0185" },
        { "using (⟦\"a\"⟧) { }", "CS1674" },
        { "var f = ⟦x => x⟧;", "CS8917" },
        { "Func<int, int> f = (a, b) ⟦=>⟧ a;", "CS1593" },
        { "Func<int> f = () => ⟦\"a\"⟧;", "CS0029" },
        { "new[] { 1 }.Select(x => x.⟦Foo⟧)", "CS1061" },
        { "⟦true ? 1 : \"a\"⟧", "CS0173" },
        { "⟦new[] { 1, \"a\" }⟧", "CS0826" },
        { "var (a, b) = (1, 2, 3);", "CS8132" },
        { "⟦int*⟧ p = null;", "CELL0010" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Says_what_is_wrong_and_where(string marked, string codes)
    {
        var source = AnnotatedText.Parse(marked);
        var found = BoundCells.Bind(source.Text).Diagnostics;
        Assert.Equal(codes, string.Join(' ', found.Select(d => d.Id)));
        if (source.Spans.Count > 0)
            Assert.Equal(source.Spans.Select(s => (s.Start, s.End)), found.Select(d => (d.Span.Start, d.Span.End)));
    }

    [Theory]
    [InlineData("Console.WritLine()", "WriteLine")]
    [InlineData("\"a\".Lenght", "Length")]
    [InlineData("var total = 1; totl", "total")]
    [InlineData("new StringBuider()", "StringBuilder")]
    [InlineData("new Regex(\"a\")", "using System.Text.RegularExpressions;")]
    public void Says_what_was_meant(string code, string hint) =>
        Assert.Contains(hint, Assert.Single(BoundCells.Bind(code).Diagnostics).Message, StringComparison.Ordinal);
}
