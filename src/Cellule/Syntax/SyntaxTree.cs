using Cellule.Text;

namespace Cellule.Syntax;

/// <summary>Whether a source can be run as it is, lacks its end, or has an error that no further line mends.</summary>
internal enum SyntaxCompleteness
{
    Complete,
    Incomplete,
    Invalid,
}

/// <summary>A parsed cell. Whatever the text, there is a tree; what is wrong with it is in <see cref="Diagnostics"/>.</summary>
internal sealed record SyntaxTree(SourceText Source, CompilationUnitSyntax Root, IReadOnlyList<Diagnostic> Diagnostics, SyntaxCompleteness Completeness)
{
    public bool HasErrors => Completeness != SyntaxCompleteness.Complete;

    public static SyntaxTree Parse(string text, string name = "cell") => Parse(new SourceText(text, name));

    public static SyntaxTree Parse(SourceText source)
    {
        var diagnostics = new DiagnosticBag(source);
        var lexed = Lexer.Lex(diagnostics);
        var parser = new Parser(lexed, diagnostics);
        var root = parser.ParseCompilationUnit();
        return new SyntaxTree(source, root, diagnostics.InSourceOrder(), parser.Completeness);
    }
}
