using System.Collections.Immutable;
using System.Reflection;

namespace Cellule.Symbols;

/// <summary>
/// A method, constructor, accessor, operator, local function or lambda. A generic method that isn't constructed has its own
/// <see cref="TypeParameters"/> as <see cref="TypeArguments"/>; a bound call always names a constructed one.
/// </summary>
internal abstract class MethodSymbol : MemberSymbol
{
    public virtual MethodKind MethodKind => MethodKind.Ordinary;

    public virtual ImmutableArray<TypeParameterSymbol> TypeParameters => [];

    public virtual ImmutableArray<TypeSymbol> TypeArguments => [];

    public bool IsGeneric => !TypeParameters.IsEmpty;

    public abstract ImmutableArray<ParameterSymbol> Parameters { get; }

    /// <summary>Void for constructors.</summary>
    public abstract TypeSymbol ReturnType { get; }

    public virtual RefKind ReturnRefKind => RefKind.None;

    /// <summary>Declared with <c>this</c> on its first parameter.</summary>
    public virtual bool IsExtension => false;

    /// <summary>Declared <c>async</c>; its body awaits.</summary>
    public virtual bool IsAsync => false;

    /// <summary>Its body yields.</summary>
    public virtual bool IsIterator => false;

    /// <summary>A struct's instance method that promises not to change it.</summary>
    public virtual bool IsReadOnly => false;

    /// <summary>Of a static member that an extension block adds: the type that it is added to.</summary>
    public virtual TypeSymbol? ExtendedType => null;

    /// <summary>Of candidates that fit, those of a lower priority are left aside.</summary>
    public virtual int Priority => 0;

    /// <summary>Calls are left out unless a symbol is defined, which no cell does.</summary>
    public virtual bool IsConditional => false;

    /// <summary>The loaded method or constructor, closed over loaded types; null while the cell's own types take part.</summary>
    public MethodBase? RuntimeMethod => RuntimeMember as MethodBase;

    /// <summary>The property or event that this is an accessor of.</summary>
    public virtual MemberSymbol? AssociatedMember => null;

    public override MethodSymbol OriginalDefinition => this;

    /// <summary>This generic method with type arguments in place of its parameters.</summary>
    public virtual MethodSymbol Construct(ImmutableArray<TypeSymbol> typeArguments) =>
        typeArguments.IsEmpty ? this : new SubstitutedMethodSymbol(this, ContainingType, TypeMap.Empty.With(TypeParameters, typeArguments), typeArguments);

    public bool IsParams => !Parameters.IsEmpty && Parameters[^1].IsParams;

    public override bool Equals(object? obj) =>
        ReferenceEquals(this, obj)
        || (obj is MethodSymbol other
            && SameDefinition(OriginalDefinition, other.OriginalDefinition)
            && ContainingType == other.ContainingType
            && TypeArguments.SequenceEqual(other.TypeArguments));

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    // A loaded accessor may have been reached through its property and by its own name.
    private static bool SameDefinition(MethodSymbol left, MethodSymbol right) =>
        ReferenceEquals(left, right) || (left.RuntimeMember is { } member && member.Equals(right.RuntimeMember));
}
