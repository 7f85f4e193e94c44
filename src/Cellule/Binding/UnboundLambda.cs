using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;
using RefKind = Cellule.Symbols.RefKind;

namespace Cellule.Binding;

/// <summary>
/// A lambda before its delegate type is known. Its body is bound once for each list of parameter types that overload resolution
/// tries; an expression body is bound without a target, so that the same binding serves every return type.
/// </summary>
internal sealed record UnboundLambda(TextSpan Span, Scope Scope, ImmutableArray<string> ParameterNames, ImmutableArray<TextSpan> ParameterSpans) : BoundExpression(Span, BuiltIn.None)
{
    /// <summary>The arrow, or the word <c>delegate</c>: where conversions that fail are reported.</summary>
    public TextSpan SignSpan { get; init; } = Span;

    /// <summary>Null when the parameters have no types.</summary>
    public ImmutableArray<TypeSymbol>? ExplicitTypes { get; init; }

    public ImmutableArray<RefKind> RefKinds { get; init; } = [];

    /// <summary>Default values of parameters, a boxed constant each (null inside for <c>default</c>); null where there is none.</summary>
    public ImmutableArray<ParameterDefault?> Defaults { get; init; } = [];

    public bool HasParams { get; init; }

    public TypeSymbol? ExplicitReturnType { get; init; }

    public bool IsAsync { get; init; }

    public bool IsStatic { get; init; }

    /// <summary><c>delegate { }</c> without a parameter list fits any parameters.</summary>
    public bool AnyParameters { get; init; }

    public ExpressionSyntax? ExpressionBody { get; init; }

    public BlockSyntax? Block { get; init; }

    /// <summary>Binds the body of a lambda that has no syntax of its own (queries), within its scope.</summary>
    public Func<ImmutableArray<ParameterSymbol>, BoundExpression>? Body { get; init; }

    public bool IsChecked { get; init; }

    /// <summary>Errors of the last failed binding of the body.</summary>
    public DiagnosticBag? LastErrors { get; set; }

    public Dictionary<string, LambdaBody> Bodies { get; } = new(StringComparer.Ordinal);

    public int ParameterCount => AnyParameters ? -1 : ParameterNames.Length;

    public bool HasExpressionBody => ExpressionBody is not null || Body is not null;
}

/// <summary>What an omitted argument is.</summary>
internal sealed record ParameterDefault(object? Value);

/// <summary>A lambda's body bound for certain parameter types.</summary>
internal sealed class LambdaBody
{
    public required SourceMethodSymbol Symbol { get; init; }

    public required DiagnosticBag Diagnostics { get; init; }

    /// <summary>The body of an expression lambda, not yet converted.</summary>
    public BoundExpression? Expression { get; init; }

    public ImmutableArray<LocalSymbol> Locals { get; init; }

    /// <summary>Values that a block returns, not converted.</summary>
    public required List<BoundExpression> Returns { get; init; }

    public bool ReturnsNothing { get; init; }

    /// <summary>Where the first return of a value stands.</summary>
    public TextSpan? FirstReturn { get; init; }

    public bool EndReachable { get; init; }

    public ImmutableArray<TypeSymbol> ParameterTypes { get; init; }
}
