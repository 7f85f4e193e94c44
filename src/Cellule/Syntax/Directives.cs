using Cellule.Text;

namespace Cellule.Syntax;

/// <summary>A line that starts with <c>#</c>; <see cref="SyntaxNode.Span"/> runs from <c>#</c> to the end of the line's content.</summary>
internal abstract record DirectiveSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary><c>#r "path.dll"</c> or <c>#r "nuget: Name, Version"</c>; <paramref name="Target"/> is what the quotes hold.</summary>
internal sealed record ReferenceDirectiveSyntax(TextSpan Span, string Target, TextSpan TargetSpan) : DirectiveSyntax(Span);

/// <summary><c>#i "nuget: source"</c>.</summary>
internal sealed record PackageSourceDirectiveSyntax(TextSpan Span, string Target, TextSpan TargetSpan) : DirectiveSyntax(Span);

/// <summary><c>#load "file.csx"</c>.</summary>
internal sealed record LoadDirectiveSyntax(TextSpan Span, string Path, TextSpan PathSpan) : DirectiveSyntax(Span);

/// <summary><c>#!name arguments</c>: <paramref name="Name"/> without <c>#!</c>, <paramref name="Arguments"/> the rest of the line, trimmed.</summary>
internal sealed record MagicDirectiveSyntax(TextSpan Span, string Name, string Arguments) : DirectiveSyntax(Span);

/// <summary>
/// A directive of C# itself that needs nothing more: <c>region</c>, <c>endregion</c>, <c>if</c>, <c>elif</c>, <c>else</c>, <c>endif</c>,
/// <c>define</c>, <c>undef</c>, <c>pragma</c>, <c>nullable</c>, <c>line</c>, <c>error</c>, <c>warning</c>. Branches not taken are trivia.
/// </summary>
internal sealed record PreprocessorDirectiveSyntax(TextSpan Span, string Name, string Arguments) : DirectiveSyntax(Span);
