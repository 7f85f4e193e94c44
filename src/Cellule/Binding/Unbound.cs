using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;
using RefKind = Cellule.Symbols.RefKind;

namespace Cellule.Binding;

// Nodes that live only while their statement is bound: what has no type until something around it gives it one. No finished tree has any.

/// <summary>A type where an expression stands, before a dot or in nameof.</summary>
internal sealed record BoundTypeExpression(TextSpan Span, TypeSymbol Named) : BoundExpression(Span, BuiltIn.None);

/// <summary>A namespace before a dot.</summary>
internal sealed record BoundNamespace(TextSpan Span, NamespaceSymbol Namespace) : BoundExpression(Span, BuiltIn.None);

/// <summary>A name that could be a value or the type of that name (<c>Color Color</c>).</summary>
internal sealed record BoundColorColor(TextSpan Span, BoundExpression Value, TypeSymbol Named) : BoundExpression(Span, Value.Type);

/// <summary>
/// Methods of one name. Extension methods are looked for when no method of the receiver fits.
/// </summary>
internal sealed record BoundMethodGroup(
    TextSpan Span,
    string Name,
    BoundExpression? Receiver,
    ImmutableArray<MethodSymbol> Methods,
    ImmutableArray<TypeSymbol> TypeArguments) : BoundExpression(Span, BuiltIn.None)
{
    /// <summary>Extension methods may be looked for.</summary>
    public bool TryExtensions { get; init; }

    /// <summary>Where the name itself stands, for diagnostics.</summary>
    public TextSpan NameSpan { get; init; } = Span;

    /// <summary>The type parameter before the dot: <c>T.Parse</c>.</summary>
    public TypeSymbol? ConstrainedTo { get; init; }

    /// <summary>The receiver is <c>base</c>.</summary>
    public bool NonVirtual { get; init; }
}

/// <summary><c>default</c> without a type.</summary>
internal sealed record UnboundDefault(TextSpan Span) : BoundExpression(Span, BuiltIn.None);

/// <summary><c>throw e</c>.</summary>
internal sealed record UnboundThrow(TextSpan Span, BoundExpression Exception) : BoundExpression(Span, BuiltIn.None);

/// <summary><c>new(…)</c>.</summary>
internal sealed record UnboundNew(TextSpan Span, ImmutableArray<Argument> Arguments, InitializerExpressionSyntax? Initializer, Scope Scope) : BoundExpression(Span, BuiltIn.None);

/// <summary><c>[…]</c>; elements are bound but not converted.</summary>
internal sealed record UnboundCollection(TextSpan Span, ImmutableArray<(BoundExpression Value, bool IsSpread)> Elements) : BoundExpression(Span, BuiltIn.None);

/// <summary>A tuple literal; it has a type when all its elements have one.</summary>
internal sealed record UnboundTuple(TextSpan Span, ImmutableArray<BoundExpression> Elements, ImmutableArray<string?> Names, TypeSymbol Type) : BoundExpression(Span, Type);

/// <summary><c>c ? a : b</c> whose branches have no common type.</summary>
internal sealed record UnboundConditional(TextSpan Span, BoundExpression Condition, BoundExpression WhenTrue, BoundExpression WhenFalse) : BoundExpression(Span, BuiltIn.None);

/// <summary>A switch expression whose arms have no common type.</summary>
internal sealed record UnboundSwitch(TextSpan Span, BoundExpression Operand, ImmutableArray<BoundSwitchArm> Arms) : BoundExpression(Span, BuiltIn.None)
{
    public TextSpan KeywordSpan { get; init; }
}

/// <summary><c>stackalloc</c> before it is known which span it becomes.</summary>
internal sealed record UnboundStackAlloc(TextSpan Span, TypeSymbol ElementType, BoundExpression Count, ImmutableArray<BoundExpression> Elements, TypeSymbol Type) : BoundExpression(Span, Type);

/// <summary>An interpolated string, a string unless converted to something else.</summary>
internal sealed record UnboundInterpolation(TextSpan Span, ImmutableArray<BoundInterpolationPart> Parts) : BoundExpression(Span, BuiltIn.String);

/// <summary><c>out var x</c>, waiting for the parameter's type.</summary>
internal sealed record UnboundOutVariable(TextSpan Span, SyntaxToken Identifier, Scope Scope) : BoundExpression(Span, BuiltIn.None);

/// <summary>An argument as bound, before overload resolution.</summary>
internal sealed record Argument(TextSpan Span, BoundExpression Expression, RefKind RefKind, string? Name)
{
    /// <summary>Where the name of a named argument stands.</summary>
    public TextSpan NameSpan { get; init; } = Span;
}

/// <summary>An event before it is known whether += follows.</summary>
internal sealed record BoundEventAccess(TextSpan Span, BoundExpression? Receiver, EventSymbol Event) : BoundExpression(Span, Event.Type);
