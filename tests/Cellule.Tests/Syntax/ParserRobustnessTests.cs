using Cellule.Syntax;
using Cellule.Text;
using CsCheck;
using Xunit;

namespace Cellule.Tests.Syntax;

/// <summary>For any text: the parser ends, throws nothing, loses no character, and keeps its spans within the source.</summary>
public sealed class ParserRobustnessTests
{
    private static readonly string[] Words =
    [
        "a", "b", "x", "1", "2.5", "\"s\"", "$\"{a}\"", "$\"{", "'c'", "(", ")", "[", "]", "{", "}", "<", ">", ">>", "=", "=>", "==", "+", "-", "*", "/", "?", "?.", "??",
        "??=", ":", "::", ";", ",", ".", "..", "!", "~", "^", "&", "&&", "|", "||", "++", "--", "var", "int", "string", "void", "class", "record", "struct", "interface", "enum",
        "delegate", "namespace", "using", "static", "async", "await", "from", "in", "where", "select", "group", "by", "into", "join", "on", "equals", "orderby", "let", "new",
        "is", "as", "not", "and", "or", "when", "switch", "case", "default", "if", "else", "for", "foreach", "while", "do", "try", "catch", "finally", "return", "throw",
        "yield", "lock", "goto", "break", "continue", "ref", "out", "this", "base", "typeof", "nameof", "checked", "fixed", "unsafe", "with", "get", "set", "init", "operator",
        "implicit", "event", "const", "public", "partial", "params", "stackalloc", "extension", "field", "_", "#if", "#endif", "#region", "\n#r \"x\"\n", "\n", "/*", "*/", "//", "\"\"\"", "@\"", "\\", "#", "$",
    ];

    private const string Sample = """"
        #r "nuget: A, 1.0"
        using System.Linq;
        var (a, b) = (1, "s");
        int F<T>(T t, int n = 3) where T : class, new() => t is { } x && n is > 1 and < 5 or 7 ? n : 0;
        var q = from p in new[] { 1, 2 } where p > 1 let w = p * 2 orderby p descending select new { p, w };
        var s = $"a{F<string>(b):0.0}{(a > 1 ? "x" : "y"),5}";
        object o = a switch { 1 or 2 => "l", int n when n > 3 => [1, ..q], _ => throw new Exception() };
        foreach (var (k, v) in new Dictionary<string, List<int>> { ["a"] = [1] }) { Console.WriteLine(k); }
        class P<T>(int z) : B(z) where T : struct { public int X { get => field; init; } = 3; public static P<T> operator +(P<T> l, P<T> r) => l; }
        record R(int A, string B = "q") { public R With() => this with { A = 1 }; }
        try { a?.b?[1]!.c(); } catch (Exception e) when (e is not null) { throw; } finally { }
        var raw = $$"""x {{a}}""";
        q.Select(static async (x, _) => await Task.FromResult(x)).ToList()
        """";

    private static readonly Gen<string> Word = Gen.Int[0, Words.Length - 1].Select(i => Words[i]);

    [Fact]
    public void Any_words_in_any_order() =>
        Word.Array[0, 40].Select(Gen.Bool).Sample(
            (words, spaced) => Check(string.Join(spaced ? " " : "", words)), iter: 4000);

    [Fact]
    public void Any_characters() => Gen.String[0, 60].Sample(Check, iter: 2000);

    [Fact]
    public void Real_code_with_pieces_cut_out_doubled_or_swapped() =>
        Gen.Select(Gen.Int[0, Sample.Length - 1], Gen.Int[0, 40], Gen.Int[0, Sample.Length - 1], Word).Sample(
            (at, length, to, word) =>
            {
                int end = Math.Min(at + length, Sample.Length);
                string piece = Sample[at..end];
                Check(Sample.Remove(at, end - at));
                Check(Sample.Insert(to, piece));
                Check(Sample.Insert(to, word));
                Check(Sample[..to]);
                return true;
            },
            iter: 2000);

    [Fact]
    public void The_sample_itself_is_right() => Assert.Empty(SyntaxTree.Parse(Sample).Diagnostics);

    private static bool Check(string text)
    {
        var bag = new DiagnosticBag(new SourceText(text));
        var lexed = Lexer.Lex(bag);
        var parts = lexed.Tokens.Select(t => text[t.FullStart..t.Span.End]);
        Assert.Equal(text, string.Concat(parts));
        var tree = SyntaxTree.Parse(text);
        foreach (var diagnostic in tree.Diagnostics)
        {
            Assert.InRange(diagnostic.Span.Start, 0, text.Length);
            Assert.InRange(diagnostic.Span.End, diagnostic.Span.Start, text.Length);
        }

        foreach (var member in tree.Root.Members)
        {
            Assert.InRange(member.Span.Start, 0, text.Length);
            Assert.InRange(member.Span.End, member.Span.Start, text.Length);
        }

        return true;
    }
}
