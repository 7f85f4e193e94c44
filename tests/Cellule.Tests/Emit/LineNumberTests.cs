using Cellule.Emit;
using Cellule.Text;
using Xunit;

namespace Cellule.Tests.Emit;

/// <summary>An error is told at the lines of the cell that it went through.</summary>
public class LineNumberTests
{
    private const string Throw = "int Fail() => throw new Exception();\n---\n";

    [Theory]
    [InlineData("var a = 1;\nvar b = 2;\nFail();", 3)]
    [InlineData("var a =\n    Fail();", 1)]
    [InlineData("if (true)\n{\n    Fail();\n}", 3)]
    [InlineData("if (Fail() > 0)\n{\n}", 1)]
    [InlineData("var a = 1;\nwhile (Fail() > 0)\n    a++;", 2)]
    [InlineData("for (var i = 0; i < 3; i++)\n{\n    if (i == 2)\n        Fail();\n}", 4)]
    [InlineData("foreach (var i in new[] { 1 })\n    Fail();", 2)]
    [InlineData("try\n{\n    Fail();\n}\nfinally\n{\n    Console.Write(1);\n}", 3)]
    [InlineData("try\n{\n    int.Parse(\"x\");\n}\ncatch (FormatException)\n{\n    Fail();\n}", 7)]
    [InlineData("switch (1)\n{\n    case 1:\n        Fail();\n        break;\n}", 4)]
    [InlineData("var a = 1;\nFail()", 2)]
    [InlineData("#region x\n\n#endregion\nFail();", 4)]
    [InlineData("#!csharp\nvar a = 1;\nFail();", 3)]
    public async Task The_statement_that_failed_is_named(string code, int line)
    {
        var result = await EmittedCells.Run(Throw + code);
        Assert.StartsWith($"   at cell 2, line {line}: ", result.Traceback[^1], StringComparison.Ordinal);
        Assert.StartsWith("   at Fail in cell 1, line 1: ", result.Traceback[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Action a = () =>\n{\n    Fail();\n};\na();", "lambda 3|5")]
    [InlineData("class C\n{\n    public int P\n    {\n        get\n        {\n            return Fail();\n        }\n    }\n\n    static int Fail() => throw new Exception();\n}\nnew C().P", "C.Fail 11|C.get_P 7|13")]
    [InlineData("IEnumerable<int> Two()\n{\n    yield return 1;\n    Fail();\n}\nTwo().Count();", "Two 4|6")]
    [InlineData("async Task Late()\n{\n    await Task.Yield();\n    Fail();\n}\nawait Late();", "Late 4|6")]
    [InlineData("int Outer()\n{\n    return Inner();\n\n    int Inner()\n    {\n        return Fail();\n    }\n}\nOuter();", "Inner 7|Outer 3|10")]
    [InlineData("class C\n{\n    int n = Fail();\n    static int Fail() => throw new Exception();\n}\nnew C();", "C.Fail 4|C.new 3|6")]
    public async Task Every_function_on_the_way_is_named(string code, string expected)
    {
        var result = await EmittedCells.Run(Throw + code);
        var frames = result.Traceback.Where(l => l.Contains("cell 2", StringComparison.Ordinal))
            .Select(l => l["   at ".Length..l.IndexOf(':', StringComparison.Ordinal)].Replace("cell 2, line ", "", StringComparison.Ordinal).Replace(" in ", " ", StringComparison.Ordinal));
        Assert.Equal(expected, string.Join('|', frames));
    }

    [Theory]
    [InlineData("int[] z = new int[2];\nint q = 1;\nz[q + 4] = 1;", "3")]
    [InlineData("int[] z = new int[2];\nz[0] = 1;\nfor (var i = 0; i < 3; i++)\n{\n    z[i] = i;\n}", "5")]
    [InlineData("int n = int.MaxValue;\nint m = n;\nm = checked(n + 1);", "3")]
    [InlineData("int F(int[] a)\n{\n    var n = 1;\n    return a[n + 4];\n}\nF(new int[2]);", "F 4|6")]
    [InlineData("int F(int[] a, int i)\n{\n    if (i == 0)\n        return a[i];\n    return a[i + 4];\n}\nF(new int[2], 1);", "F|7")]
    public async Task A_check_that_fails_is_told_at_its_line_or_at_none(string code, string expected)
    {
        var result = await EmittedCells.Run(code);
        var frames = result.Traceback.Skip(1).Select(l => l["   at ".Length..].Split(':')[0].Replace("cell 1, line ", "", StringComparison.Ordinal).Replace("cell 1", "", StringComparison.Ordinal).Replace(" in ", " ", StringComparison.Ordinal).TrimEnd());
        Assert.Equal(expected, string.Join('|', frames));
    }

    [Fact]
    public void An_offset_belongs_to_the_last_statement_that_began_before_it()
    {
        var table = new LineTable("F");
        Assert.Null(table.Find(0));
        table.Add(2, new TextSpan(10, 5));
        table.Add(4, new TextSpan(20, 1));
        table.Add(4, new TextSpan(30, 1));
        Assert.Equal([10, 10, 10, 30, 30], new[] { 0, 2, 3, 4, 99 }.Select(o => table.Find(o)!.Value.Start));
    }
}
