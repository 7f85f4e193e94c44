using Cellule.Symbols;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>
/// A node of the bound tree: the cell's meaning with every name, type, conversion and overload decided. Nodes are records for
/// the sake of <c>with</c>; their equality is by reference, use <see cref="ReferenceEqualityComparer"/> for dictionaries of them.
/// </summary>
internal abstract record BoundNode(TextSpan Span)
{
    public virtual bool Equals(BoundNode? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

/// <summary>
/// An expression. In a finished tree <see cref="Type"/> is never <see cref="TypeKind.None"/>: what has no type of its own
/// stands inside a conversion that gave it one. A constant always is a <see cref="BoundLiteral"/>, already folded.
/// </summary>
internal abstract record BoundExpression(TextSpan Span, TypeSymbol Type) : BoundNode(Span)
{
    /// <summary>Whether it stands for an error that has been reported.</summary>
    public bool HasError => Type.IsError || this is BoundBad;
}

internal abstract record BoundStatement(TextSpan Span) : BoundNode(Span);
