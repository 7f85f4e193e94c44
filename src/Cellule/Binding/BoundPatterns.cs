using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>
/// A pattern over a value of <paramref name="InputType"/>. Testing a type implies 'not null'. A local that a pattern declares is
/// assigned when the part of the pattern up to it has matched.
/// </summary>
internal abstract record BoundPattern(TextSpan Span, TypeSymbol InputType) : BoundNode(Span);

/// <summary>Equals a constant: <paramref name="Value"/> has the type to compare in (null: is null). The input may be an object, <c>T?</c> or interface to be tested for that type first.</summary>
internal sealed record BoundConstantPattern(TextSpan Span, TypeSymbol InputType, BoundLiteral Value) : BoundPattern(Span, InputType);

internal sealed record BoundTypePattern(TextSpan Span, TypeSymbol InputType, TypeSymbol TargetType) : BoundPattern(Span, InputType);

/// <summary><c>T x</c>; <paramref name="Variable"/> is null for <c>T _</c>.</summary>
internal sealed record BoundDeclarationPattern(TextSpan Span, TypeSymbol InputType, TypeSymbol TargetType, BoundExpression? Variable) : BoundPattern(Span, InputType);

/// <summary><c>var x</c>: always matches, null too. <paramref name="Variable"/> is a local or, at a cell's top level, a cell variable.</summary>
internal sealed record BoundVarPattern(TextSpan Span, TypeSymbol InputType, BoundExpression Variable) : BoundPattern(Span, InputType);

internal sealed record BoundDiscardPattern(TextSpan Span, TypeSymbol InputType) : BoundPattern(Span, InputType);

/// <summary><c>&lt; 5</c>: operator is one of Less, LessOrEqual, Greater, GreaterOrEqual on the constant's type; the input is tested for that type first.</summary>
internal sealed record BoundRelationalPattern(TextSpan Span, TypeSymbol InputType, BinaryOperator Operator, BoundLiteral Value) : BoundPattern(Span, InputType);

internal sealed record BoundNotPattern(TextSpan Span, TypeSymbol InputType, BoundPattern Pattern) : BoundPattern(Span, InputType);

/// <summary><c>a and b</c>: the right pattern's input type is what the left one narrowed to (convert after the left has matched).</summary>
internal sealed record BoundAndPattern(TextSpan Span, TypeSymbol InputType, BoundPattern Left, BoundPattern Right) : BoundPattern(Span, InputType);

internal sealed record BoundOrPattern(TextSpan Span, TypeSymbol InputType, BoundPattern Left, BoundPattern Right) : BoundPattern(Span, InputType);

/// <summary>
/// <c>T (a, b) { P: c } x</c>. The input is tested for <paramref name="NarrowedType"/> (or for null, when that is the input's own type)
/// and becomes <paramref name="Value"/>. Then either <paramref name="DeconstructCall"/> is called, whose out arguments are placeholders that
/// <paramref name="Positional"/> subpatterns' access names; or (tuples) each positional access is a field of the value.
/// </summary>
internal sealed record BoundRecursivePattern(
    TextSpan Span,
    TypeSymbol InputType,
    TypeSymbol NarrowedType,
    BoundPlaceholder Value,
    BoundCall? DeconstructCall,
    ImmutableArray<BoundSubpattern> Positional,
    ImmutableArray<BoundSubpattern> Properties,
    BoundExpression? Variable) : BoundPattern(Span, InputType);

/// <summary>A pattern over <paramref name="Access"/>, an expression over the enclosing pattern's placeholders. For <c>A.B: p</c> the outer access is nested recursive patterns.</summary>
internal sealed record BoundSubpattern(TextSpan Span, BoundExpression Access, BoundPattern Pattern) : BoundNode(Span);

/// <summary>
/// <c>[a, .., b]</c>: not null, then <paramref name="Length"/> (over <paramref name="Value"/>) equal to the number of elements, or at least as many with a slice.
/// Elements' accesses are over the value; those after a slice count from the end (<paramref name="LengthValue"/> holds the length). The slice's
/// access is over the value and the length too, absent when nothing is matched against it.
/// </summary>
internal sealed record BoundListPattern(
    TextSpan Span,
    TypeSymbol InputType,
    TypeSymbol NarrowedType,
    BoundPlaceholder Value,
    BoundExpression Length,
    BoundPlaceholder LengthValue,
    ImmutableArray<BoundSubpattern> Elements,
    bool HasSlice,
    BoundSubpattern? Slice,
    BoundExpression? Variable) : BoundPattern(Span, InputType);
