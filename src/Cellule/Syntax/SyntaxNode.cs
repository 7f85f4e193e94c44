using System.Runtime.CompilerServices;
using Cellule.Text;

namespace Cellule.Syntax;

/// <summary>
/// A node of the tree that the parser makes; immutable. <paramref name="Span"/> runs from the node's first token to its last,
/// without surrounding white space. A node is equal to itself only; key dictionaries by <see cref="ReferenceEqualityComparer"/>,
/// the hash of a record would walk the tree.
/// </summary>
internal abstract record SyntaxNode(TextSpan Span)
{
    public virtual bool Equals(SyntaxNode? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
