using Cellule.Oracle.Tests.Comparison;
using CsCheck;

namespace Cellule.Oracle.Tests;

/// <summary>Random well-typed programs: arithmetic, strings, LINQ, patterns and closures over a few variables, nested at will.</summary>
public sealed class GeneratedProgramTests
{
    private const int Programs = 600;
    private const int Depth = 4;

    private const string Variables = """
        int i = 7; int j = -3; long l = 5000000000; double d = 2.5; string s = "abc"; bool b = true; int[] a = { 4, 1, 3 };
        Func<int, int> f = x => x * 2 + j; int calls = 0; Func<int> next = () => ++calls; object o = i;
        """;

    [Fact]
    public Task Random_programs() => BatchedDuel.RunAsync(Make());

    private static IEnumerable<SmallProgram> Make()
    {
        // A fixed seed: the same programs everywhere, so that a difference can be found again.
        var pcg = new PCG(101, 7);
        foreach (var kind in new[] { Integers(Depth), Reals(Depth), Texts(Depth), Truths(Depth), Sequences(Depth) })
        {
            for (int n = 0; n < Programs / 5; n++)
            {
                yield return new SmallProgram(Variables, kind.Generate(pcg, null, out _));
            }
        }
    }

    private static Gen<string> Choice(params Gen<string>[] choices) => Gen.OneOf(choices);

    private static int _names;

    /// <summary>A text with holes: <c>#0</c> for the first part, …; <c>§</c> makes a name of its own, so that programs declare nothing twice.</summary>
    private static Gen<string> Form(string format, params Gen<string>[] parts) =>
        parts.Aggregate(Gen.Const(Array.Empty<string>()), (all, part) => all.SelectMany(some => part.Select(p => some.Append(p).ToArray())))
            .Select(filled => filled.Index().Aggregate(format.Replace("§", Interlocked.Increment(ref _names).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal), (text, p) => text.Replace("#" + p.Index, p.Item, StringComparison.Ordinal)));

    private static Gen<string> Words(params string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    private static Gen<string> Integers(int depth)
    {
        var leaf = Choice(Words("i", "j", "a.Length", "s.Length", "a[0]", "a[^1]", "calls"), Gen.Int[-20, 20].Select(n => $"({n})"));
        if (depth == 0)
        {
            return leaf;
        }

        var (number, truth, text, sequence) = (Integers(depth - 1), Truths(depth - 1), Texts(depth - 1), Sequences(depth - 1));
        return Choice(
            leaf,
            Form("(#0 #1 #2)", number, Words("+", "-", "*", "&", "|", "^"), number),
            Form("(#0 / #1)", number, number),
            Form("(#0 % (#1 | 1))", number, number),
            Form("(#0 << (#1 & 7))", number, number),
            Form("(#0 ? #1 : #2)", truth, number, number),
            Form("f(#0)", number),
            Form("(#0).Length", text),
            Form("(#0).Sum()", sequence),
            Form("(#0).Count(x => x > #1)", sequence, number),
            Form("(#0 switch { < 0 => #1, 0 or 1 => #2, var v§ when v§ % 2 == 0 => v§ / 2, _ => #3 })", number, number, number, number),
            Form("((Func<int, int>)(y => y + #0))(#1)", number, number),
            Form("((object)(#0) is int m§ ? m§ + 1 : -1)", number));
    }

    private static Gen<string> Reals(int depth)
    {
        var leaf = Choice(Words("d", "l", "1.5", "(double)i", "2"), Gen.Int[-9, 9].Select(n => $"({n}.25)"));
        if (depth == 0)
        {
            return leaf;
        }

        var (real, number, truth) = (Reals(depth - 1), Integers(depth - 1), Truths(depth - 1));
        return Choice(
            leaf,
            Form("(#0 #1 #2)", real, Words("+", "-", "*", "/"), real),
            Form("Math.Round((double)(#0), 2)", real),
            Form("Math.Max(#0, #1)", real, number),
            Form("(#0 ? #1 : #2)", truth, real, number));
    }

    private static Gen<string> Texts(int depth)
    {
        var leaf = Choice(Words("s", "\"x\"", "\"\"", "i.ToString()", "@\"a\\b\""));
        if (depth == 0)
        {
            return leaf;
        }

        var (text, number, truth, sequence) = (Texts(depth - 1), Integers(depth - 1), Truths(depth - 1), Sequences(depth - 1));
        return Choice(
            leaf,
            Form("(#0 + #1)", text, text),
            Form("(#0 + #1)", text, number),
            Form("$\"<{#0}|{#1,4}>\"", text, number),
            Form("(#0).ToUpper()", text),
            Form("string.Join(\"-\", #0)", sequence),
            Form("(#0 ? #1 : #2)", truth, text, text),
            Form("new string((#0).Reverse().ToArray())", text),
            Form("(#0)[..Math.Min(2, (#0).Length)]", leaf));
    }

    private static Gen<string> Truths(int depth)
    {
        var leaf = Words("b", "true", "i > j", "s == \"abc\"", "o is int", "d < 3");
        if (depth == 0)
        {
            return leaf;
        }

        var (truth, number, text, sequence) = (Truths(depth - 1), Integers(depth - 1), Texts(depth - 1), Sequences(depth - 1));
        return Choice(
            leaf,
            Form("(#0 #1 #2)", truth, Words("&&", "||", "^", "=="), truth),
            Form("!#0", truth),
            Form("(#0 #1 #2)", number, Words("<", ">=", "==", "!="), number),
            Form("(#0 is > 0 and < 50 or -1)", number),
            Form("(#0 == #1)", text, text),
            Form("(#0).Any(x => x == #1)", sequence, number),
            Form("(#0 is [var h§, ..] && h§ > #1)", Form("(#0).ToArray()", sequence), number));
    }

    private static Gen<string> Sequences(int depth)
    {
        var leaf = Words("a", "new[] { 1, 2, 3 }", "Enumerable.Range(0, 5)", "new List<int> { i, j }");
        if (depth == 0)
        {
            return leaf;
        }

        var (sequence, number, truth) = (Sequences(depth - 1), Integers(depth - 1), Truths(depth - 1));
        return Choice(
            leaf,
            Form("(#0).Where(x => x % 2 == 0 || #1)", sequence, truth),
            Form("(#0).Select(x => x + #1)", sequence, number),
            Form("(from x§ in #0 where x§ > #1 orderby x§ descending select x§ * 2)", sequence, number),
            Form("(from x§ in #0 let y§ = x§ + #1 from z§ in new[] { y§, x§ } select z§ - y§)", sequence, number),
            Form("(#0).Concat(#1)", sequence, sequence),
            Form("(#0).OrderBy(x => -x).Take(3)", sequence),
            Form("(#0).GroupBy(x => x % 3).Select(g => g.Key + g.Count())", sequence));
    }
}
