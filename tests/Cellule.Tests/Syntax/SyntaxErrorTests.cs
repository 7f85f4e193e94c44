using Cellule.Syntax;
using Xunit;

namespace Cellule.Tests.Syntax;

/// <summary>What the parser says of wrong programs: C#'s code, at the marked place.</summary>
public sealed class SyntaxErrorTests
{
    /// <summary>The codes in the order of the marks. A mark around nothing is an empty span.</summary>
    public static TheoryData<string, string> Cases => new()
    {
        { "int x = 1⟦⟧", "CS1002" },
        { "int x = 1⟦⟧\nint y = 2;", "CS1002" },
        { "int x = 5 ⟦int⟧ y = 2;", "CS1002" },
        { "Console.WriteLine(1⟦;⟧", "CS1026" },
        { "var a = (1 + 2⟦;⟧", "CS1026" },
        { "if (x⟦⟧\n{ }", "CS1026" },
        { "while (true) {⟦⟧", "CS1513" },
        { "x = ⟦;⟧", "CS1525" },
        { "x = 1 +⟦⟧", "CS1733" },
        { "var x = ⟦)⟧;", "CS1525" },
        { "⟦}⟧ x = 1;", "CS1022" },
        { "⟦else⟧ { }", "CS8641" },
        { "int ⟦class⟧ = 3;", "CS1041" },
        { "int ⟦=⟧ 3;", "CS1001" },
        { "string s = ⟦\"abc⟧\n;", "CS1010" },
        { "char c = ⟦''⟧;", "CS1011" },
        { "char c = ⟦'ab'⟧;", "CS1012" },
        { "var s = \"⟦\\q⟧\";", "CS1009" },
        { "var n = ⟦99999999999999999999⟧;", "CS1021" },
        { "var n = ⟦1e999⟧;", "CS0594" },
        { "var n = ⟦0b12⟧;", "CS1013" },
        { "/* open", "CS1035" },
        { "var x = ⟦#⟧;", "CS1056" },
        { "#if A\nx\n", "CS1027" },
        { "⟦#endif⟧", "CS1028" },
        { "#error ⟦no⟧", "CS1029" },
        { "#⟦unknown thing⟧", "CS1024" },
        { "⟦#r nuget⟧", "CELL0101" },
        { "try { ⟦}⟧ x();", "CS1524" },
        { "foreach (x ⟦in⟧ xs) { }", "CS0230" },
        { "var x = new Foo⟦;⟧", "CS1526" },
        { "var x = new int⟦[]⟧;", "CS1586" },
        { "int a⟦[⟧] = { 1 };", "CS0650" },
        { "Foo a⟦(⟧1, 2);", "CS1528" },
        { "var q = from x in xs ⟦;⟧", "CS0742" },
        { "var q = from x in xs join y in ys ⟦;⟧", "CS0743" },
        { "var q = from x in xs join y in ys on x ⟦==⟧ y select x;", "*" },
        { "var q = from x in xs group x ⟦;⟧", "CS0745" },
        { "(int, string x) =⟦⟧", "CS1733" },
        { "class A { int ⟦}⟧", "CS1519" },
        { "class A { ⟦if⟧ (x) { } }", "CS1519" },
        { "class A { ⟦F⟧() { } }", "CS1520" },
        { "class A { int P { ⟦foo⟧ } }", "CS1014" },
        { "class A { public ⟦public⟧ int x; }", "CS1004" },
        { "switch (x) { ⟦foo⟧(); }", "CS1003" },
        { "if (x) ⟦int y = 1;⟧", "CS1023" },
        { "var s = $\"a {x ? 1⟦⟧:2}\";", "CS8361" },
        { "var s = $\"a {⟦⟧}\";", "CS1733" },
        { "var s = $\"a ⟦}⟧\";", "CS8086" },
        { "var s = ⟦\"\"\"⟧abc;⟦⟧", "CS8997 CS1002" },
        { "var s = \"\"\"\n    a\n⟦  ⟧b\n    \"\"\";", "CS8999" },
        { "x.⟦⟧\nvar y = 1;", "CS1001" },
        { "int x = ⟦;⟧\nint y = ⟦;⟧\nint z = 3⟦⟧", "CS1525 CS1525 CS1002" },
        { "void F( { }⟦⟧", "*" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Reports_code_and_place(string marked, string codes)
    {
        var annotated = AnnotatedText.Parse(marked);
        var errors = SyntaxTree.Parse(annotated.Text).Diagnostics;
        if (codes == "*")
        {
            Assert.NotEmpty(errors);
            return;
        }

        Assert.Equal(codes, string.Join(' ', errors.Select(e => e.Id)));
        if (annotated.Spans.Count > 0)
        {
            Assert.Equal(annotated.Spans.Select(s => annotated.Text[s.Start..s.End] + "@" + s.Start), errors.Select(e => annotated.Text[e.Span.Start..e.Span.End] + "@" + e.Span.Start));
        }
    }

    [Theory]
    [InlineData("1+1", 0)]
    [InlineData("var x = 1;\nx", 0)]
    [InlineData("#!time\nx", 0)]
    [InlineData("", 0)]
    [InlineData("for (int i = 0; i < 3; i++)\n{", 1)]
    [InlineData("for (int i = 0; i < 3; i++)", 1)]
    [InlineData("if (x) f()", 1)]
    [InlineData("int x = 1", 1)]
    [InlineData("class A\n{\n    int P {", 1)]
    [InlineData("f(1,", 1)]
    [InlineData("/* a", 1)]
    [InlineData("var s = @\"a\n", 1)]
    [InlineData("var s = \"\"\"\n  a\n", 1)]
    [InlineData("from x in xs", 1)]
    [InlineData("#if A\n", 1)]
    [InlineData("}", 2)]
    [InlineData("int x = ;\nint y", 2)]
    [InlineData("var s = \"abc", 2)]
    [InlineData("x = )", 2)]
    public void Tells_what_lacks_its_end_from_what_is_wrong(string source, int expected) =>
        Assert.Equal((SyntaxCompleteness)expected, SyntaxTree.Parse(source).Completeness);

    [Theory]
    [InlineData("(", ")")]
    [InlineData("[", "]")]
    [InlineData("f(", ")")]
    [InlineData("{", "}")]
    [InlineData("if (a) ", "")]
    [InlineData("x => ", "")]
    [InlineData("a ? ", " : b")]
    [InlineData("-", "")]
    [InlineData("new A { B = ", "}")]
    [InlineData("a?.b(", ")")]
    [InlineData("$\"{", "}\"")]
    [InlineData("List<", ">")]
    [InlineData("class A { ", "}")]
    [InlineData("x is (", ")")]
    public void Refuses_nesting_that_would_overflow_the_stack(string open, string close)
    {
        string source = string.Concat(Enumerable.Repeat(open, 5000)) + "x" + string.Concat(Enumerable.Repeat(close, 5000));
        var tree = SyntaxTree.Parse(source);
        Assert.InRange(tree.Diagnostics.Count, 1, 200);
    }
}
