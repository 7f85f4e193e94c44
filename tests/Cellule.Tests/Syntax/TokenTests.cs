using Cellule.Syntax;
using Cellule.Text;
using Xunit;

namespace Cellule.Tests.Syntax;

/// <summary>Literals have the value and type that the compiler gave the same text.</summary>
public sealed class TokenTests
{
    public static TheoryData<string, object> Literals => new()
    {
        { "1", 1 },
        { "1_000", 1_000 },
        { "0xFF", 0xFF },
        { "0b1010_1010", 0b1010_1010 },
        { "4294967295", 4294967295 },
        { "4294967296", 4294967296 },
        { "18446744073709551615", 18446744073709551615 },
        { "1u", 1u },
        { "1L", 1L },
        { "1ul", 1ul },
        { "0xFFFFFFFFL", 0xFFFFFFFFL },
        { "1.5", 1.5 },
        { ".5", .5 },
        { "1e10", 1e10 },
        { "1.5e-3", 1.5e-3 },
        { "1f", 1f },
        { "1.5d", 1.5d },
        { "1.50m", 1.50m },
        { "'a'", 'a' },
        { "'\\n'", '\n' },
        { "'\\x41'", '\x41' },
        { "'\\u0041'", '\u0041' },
        { "\"a\\tb\\\"\\\\\"", "a\tb\"\\" },
        { "\"\\U0001F600\"", "\U0001F600" },
        { "\"\\e[0m\"", "\e[0m" },
        { "@\"c:\\x \"\"q\"\"\"", @"c:\x ""q""" },
        { "\"\"\"a \"b\" c\"\"\"", """a "b" c""" },
        { "\"\"\"\n    a\n      b\n\n    c\n    \"\"\"", "a\n  b\n\nc" },
        { "\"\"\"\"\n  \"\"\"\n  \"\"\"\"", "\"\"\"" },
    };

    [Theory]
    [MemberData(nameof(Literals))]
    public void Reads_a_literal_as_the_compiler_does(string text, object expected)
    {
        var tree = SyntaxTree.Parse(text);
        Assert.Empty(tree.Diagnostics);
        var literal = Assert.IsType<LiteralExpressionSyntax>(tree.Root.TrailingExpression);
        Assert.Equal(expected, literal.Value);
        Assert.IsType(expected.GetType(), literal.Value);
    }

    [Theory]
    [InlineData("-2147483648", int.MinValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("-9223372036854775808L", long.MinValue)]
    public void Reads_the_least_integers_as_one_literal(string text, object expected) =>
        Assert.Equal(expected, Assert.IsType<LiteralExpressionSyntax>(SyntaxTree.Parse(text).Root.TrailingExpression).Value);

    [Theory]
    [InlineData("$\"a{x}b{{c}}{y,5:0.0}\"", "a|{x}|b{c}|{y,5:0.0}")]
    [InlineData("$@\"c:\\{x}\"\"\"", "c:\\|{x}|\"")]
    [InlineData("$\"\"\"a {x} \"q\" \"\"\"", "a |{x}| \"q\" ")]
    [InlineData("$$\"\"\"{a} {{x}} {{{y}}}\"\"\"", "{a} |{x}| {|{y}|}")]
    [InlineData("$\"\"\"\n  a {x}\n    b\n  \"\"\"", "a |{x}|\n  b")]
    [InlineData("$\"{(a ? \"b\" : $\"{c}\")}\"", "{(a ? \"b\" : $\"{c}\")}")]
    [InlineData("$\"{x:yyyy-MM-dd}\"", "{x:yyyy-MM-dd}")]
    [InlineData("$\"{d[\"k\"]:N2}\"", "{d[\"k\"]:N2}")]
    public void Cuts_an_interpolated_string_into_text_and_holes(string source, string expected)
    {
        var tree = SyntaxTree.Parse(source);
        Assert.Empty(tree.Diagnostics);
        var text = Assert.IsType<InterpolatedStringExpressionSyntax>(tree.Root.TrailingExpression);
        Assert.Equal(expected, string.Join('|', text.Contents.Select(Show)));

        string Show(InterpolatedStringContentSyntax part) => part switch
        {
            InterpolatedStringTextSyntax plain => plain.Value,
            InterpolationSyntax hole => "{" + tree.Source.ToString(hole.Expression.Span)
                + (hole.Alignment is { } width ? "," + tree.Source.ToString(width.Span) : "") + (hole.Format is { } format ? ":" + format : "") + "}",
            _ => throw new InvalidOperationException(part.ToString()),
        };
    }

    [Theory]
    [InlineData("#define A\n#if A && !B\nx\n#else\ny\n#endif", "x")]
    [InlineData("#if A\nx\n#elif true\ny\n#else\nz\n#endif", "y")]
    [InlineData("#if A\n#if B\nx\n#endif\nq\n#endif\ny", "y")]
    [InlineData("#region r\nx\n#endregion", "x")]
    [InlineData("#nullable enable\n#pragma warning disable CS0168\nx", "x")]
    [InlineData("@class", "class")]
    [InlineData("\\u0061b", "ab")]
    public void Skips_what_directives_leave_out(string source, string expected)
    {
        var tree = SyntaxTree.Parse(source);
        Assert.Empty(tree.Diagnostics);
        Assert.Equal(expected, Assert.IsType<IdentifierNameSyntax>(tree.Root.TrailingExpression).Name);
    }

    [Fact]
    public void Collects_the_directives_of_a_notebook()
    {
        var tree = SyntaxTree.Parse("#r \"nuget: A, 1.0\"\n#i \"nuget:feed\"\n#load \"a.csx\"\n#!time --x\n1");
        Assert.Empty(tree.Diagnostics);
        Assert.Collection(
            tree.Root.Directives,
            d => Assert.Equal("nuget: A, 1.0", Assert.IsType<ReferenceDirectiveSyntax>(d).Target),
            d => Assert.Equal("nuget:feed", Assert.IsType<PackageSourceDirectiveSyntax>(d).Target),
            d => Assert.Equal("a.csx", Assert.IsType<LoadDirectiveSyntax>(d).Path),
            d => Assert.Equal(("time", "--x"), (Assert.IsType<MagicDirectiveSyntax>(d).Name, ((MagicDirectiveSyntax)d).Arguments)));
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(3, 2, 1)]
    [InlineData(4, 2, 2)]
    [InlineData(6, 3, 1)]
    [InlineData(99, 4, 2)]
    public void Finds_lines_and_columns(int offset, int line, int column) =>
        Assert.Equal((line, column), new SourceText("a\r\nbc\rd\ne").PositionOf(offset));
}
