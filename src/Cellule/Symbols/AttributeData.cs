using System.Collections.Immutable;

namespace Cellule.Symbols;

/// <summary>An attribute as written on a declaration: its constructor with an argument for each parameter, and the members that it sets.</summary>
internal sealed record AttributeData(MethodSymbol Constructor, ImmutableArray<AttributeValue> Arguments, ImmutableArray<(MemberSymbol Member, AttributeValue Value)> Named)
{
    public TypeSymbol Type => Constructor.ContainingType!;

    /// <summary>The loaded attribute class; null for one that the cell declares.</summary>
    public Type? RuntimeType => Type.RuntimeType;

    /// <summary>What a named member is set to; null when it isn't.</summary>
    public object? NamedValue(string name) => Named.FirstOrDefault(n => n.Member.Name == name).Value?.Value;
}

/// <summary>
/// A constant in an attribute. <paramref name="Value"/> is a primitive (an enum's as its underlying type), a string, null, a
/// <see cref="TypeSymbol"/> for <c>typeof</c>, or an array of further values.
/// </summary>
internal sealed record AttributeValue(TypeSymbol Type, object? Value);
