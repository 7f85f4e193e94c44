using Xunit;

namespace Cellule.Tests.Emit;

/// <summary>What structs, references and arrays do when they are read, copied, changed in place.</summary>
public class ValueTests
{
    private const string Point = "struct Point { public int X, Y; public Point(int x, int y) { X = x; Y = y; } public void Move() { X++; } public readonly int Sum => X + Y; }\n---\n";

    [Theory]
    [InlineData("var a = new Point(1, 2); var b = a; b.X = 9; (a.X, b.X)", "(1, 9)")]
    [InlineData("var a = new Point(1, 2); a.Move(); a.Move(); a.X", "3")]
    [InlineData("var points = new Point[2]; points[1].Move(); points[1].X", "1")]
    [InlineData("var list = new List<Point> { new(1, 2) }; list[0].Move(); list[0].X", "1")]
    [InlineData("readonly struct Box(Point p) { public readonly Point P = p; } var box = new Box(new(1, 2)); box.P.Move(); box.P.X", "1")]
    [InlineData("var a = new Point(1, 2); var moved = a with { Y = 7 }; (a.Sum, moved.Sum)", "(3, 8)")]
    [InlineData("object boxed = new Point(1, 2); var copy = (Point)boxed; copy.X = 5; ((Point)boxed).X", "1")]
    [InlineData("void Set(ref Point p) => p.X = 8; var a = new Point(); Set(ref a); a.X", "8")]
    [InlineData("void Make(out Point p) => p = new Point(3, 4); Make(out var made); made.Sum", "7")]
    [InlineData("int Read(in Point p) => p.Sum; Read(new Point(5, 6))", "11")]
    [InlineData("ref int First(int[] a) => ref a[0]; var n = new[] { 1, 2 }; First(n) = 9; n[0]", "9")]
    [InlineData("var n = new[] { 1, 2 }; { ref int r = ref n[1]; r += 5; r = ref n[0]; r = 3; } n[0] * 100 + n[1]", "307")]
    [InlineData("Point? maybe = new Point(1, 2); maybe?.Sum ?? -1", "3")]
    [InlineData("Point? maybe = null; maybe?.Sum ?? -1", "-1")]
    [InlineData("T Twice<T>(T value) where T : struct { var copy = value; return copy; } Twice(new Point(1, 1)).Sum", "2")]
    public async Task A_struct_is_copied_where_the_language_says(string code, string expected) =>
        Assert.Equal(expected, $"{await EmittedCells.ValueOf(Point + code)}");

    [Theory]
    [InlineData("var i = 0; var a = new int[3]; a[i++] = i++; (a[0], i)", "(1, 2)")]
    [InlineData("var a = new int[2, 3]; a[1, 2] = 7; a[1, 2]++; a[1, 2]", "8")]
    [InlineData("var a = new int[2][]; a[1] = new[] { 4, 5 }; a[1][^1]", "5")]
    [InlineData("var a = new byte[1]; a[0] = 255; a[0]++; a[0]", "0")]
    [InlineData("var a = new byte[1] { 250 }; a[0] += 10; a[0]", "4")]
    [InlineData("var s = new string[1]; s[0] += \"x\"; s[0] ??= \"y\"; s[0]", "x")]
    [InlineData("var i = 5; i = i++ + ++i; i", "12")]
    [InlineData("var d = 7m; d /= 2; d", "3.5")]
    [InlineData("var l = long.MaxValue; unchecked((int)(l + 1))", "0")]
    [InlineData("double nan = double.NaN; (nan < 1, nan >= 1, !(nan < 1), nan == nan, nan != nan)", "(False, False, True, False, True)")]
    [InlineData("uint u = 3_000_000_000; (u > 2, (long)u, (double)u, u >> 31)", "(True, 3000000000, 3000000000, 1)")]
    [InlineData("int n = 33; (1 << n, 1L << n, -8 >>> 28, -8 >> 1)", "(2, 8589934592, 15, -4)")]
    [InlineData("try { checked { var n = int.MaxValue; n++; return \"none\"; } } catch (OverflowException) { return \"overflow\"; }", "overflow")]
    [InlineData("double big = 300.5; try { return checked((byte)big); } catch (OverflowException) { return \"overflow\"; }", "overflow")]
    [InlineData("enum Small : byte { A = 255 } var small = Small.A; small++; small == 0", "True")]
    public async Task Places_and_operators_follow_the_language(string code, string expected) =>
        Assert.Equal(expected, FormattableString.Invariant($"{await EmittedCells.ValueOf(code)}"));
}
