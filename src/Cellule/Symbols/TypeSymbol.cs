using System.Collections.Immutable;

namespace Cellule.Symbols;

/// <summary>
/// A type as the binder sees it. Compare with <c>==</c> or <see cref="Equals(TypeSymbol)"/>: identity in C#'s sense, which
/// ignores tuple names and takes <c>dynamic</c> for <c>object</c>.
/// </summary>
internal abstract class TypeSymbol : Symbol, IEquatable<TypeSymbol>
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, ImmutableArray<MemberSymbol>> _lookups = new(StringComparer.Ordinal);
    private ArrayTypeSymbol? _array;

    public abstract TypeKind TypeKind { get; }

    public virtual SpecialType SpecialType => SpecialType.None;

    public virtual string Namespace => "";

    public virtual TypeSymbol? ContainingType => null;

    public virtual Accessibility Accessibility => Accessibility.Public;

    /// <summary>Null for object, interfaces, type parameters without class constraint, and errors.</summary>
    public virtual TypeSymbol? BaseType => null;

    /// <summary>Every interface that the type implements, inherited ones too.</summary>
    public virtual ImmutableArray<TypeSymbol> AllInterfaces => [];

    /// <summary>The generic definition of a constructed type; otherwise the type itself.</summary>
    public virtual TypeSymbol OriginalDefinition => this;

    /// <summary>The definition's type parameters; those of containing types come first, as in metadata.</summary>
    public virtual ImmutableArray<TypeParameterSymbol> TypeParameters => [];

    /// <summary>One for each of <see cref="TypeParameters"/>; a definition's arguments are its own parameters.</summary>
    public virtual ImmutableArray<TypeSymbol> TypeArguments => [];

    /// <summary>The same type without tuple names and with <c>object</c> for <c>dynamic</c>: what exists at run time.</summary>
    public virtual TypeSymbol Canonical => this;

    /// <summary>The loaded type; null while a type of the cell being compiled or a type parameter of it takes part.</summary>
    public virtual Type? RuntimeType => null;

    public virtual bool IsAbstract => false;

    public virtual bool IsSealed => false;

    public virtual bool IsStatic => false;

    /// <summary>A <c>ref struct</c>.</summary>
    public virtual bool IsRefLike => false;

    public virtual bool IsRecord => false;

    /// <summary>Members declared in this very type under <paramref name="name"/>: methods, fields, properties, events; constructors are ".ctor".</summary>
    public virtual ImmutableArray<MemberSymbol> GetMembers(string name) => [];

    /// <summary>All members declared in this very type. Slow for loaded types: for completion and emission.</summary>
    public virtual ImmutableArray<MemberSymbol> GetMembers() => [];

    public virtual TypeSymbol? GetNestedType(string name, int arity) => null;

    /// <summary>The metadata name of indexers, usually <c>Item</c>; null when there are none.</summary>
    public virtual string? IndexerName => null;

    /// <summary>Of an enum: its underlying type.</summary>
    public virtual TypeSymbol? EnumUnderlyingType => null;

    /// <summary>This type with type parameters replaced.</summary>
    public virtual TypeSymbol Substitute(TypeMap map) => this;

    public virtual bool IsValueType => TypeKind is TypeKind.Struct or TypeKind.Enum or TypeKind.Void;

    public virtual bool IsReferenceType => TypeKind is TypeKind.Class or TypeKind.Interface or TypeKind.Delegate or TypeKind.Array or TypeKind.Dynamic;

    public bool IsError => TypeKind == TypeKind.Error;

    public bool IsNone => TypeKind == TypeKind.None;

    public bool IsVoid => SpecialType == SpecialType.Void;

    public bool IsObject => SpecialType == SpecialType.Object;

    public bool IsString => SpecialType == SpecialType.String;

    public bool IsDynamic => TypeKind == TypeKind.Dynamic;

    public bool IsEnum => TypeKind == TypeKind.Enum;

    public bool IsDelegate => TypeKind == TypeKind.Delegate;

    public bool IsInterface => TypeKind == TypeKind.Interface;

    /// <summary>Whether this is <c>Nullable&lt;T&gt;</c> for some <c>T</c>.</summary>
    public bool IsNullableValue => ReferenceEquals(OriginalDefinition, BuiltIn.NullableOfT) && !ReferenceEquals(this, BuiltIn.NullableOfT);

    /// <summary><c>T</c> of <c>T?</c>; any other type itself.</summary>
    public TypeSymbol StripNullable() => IsNullableValue ? TypeArguments[0] : this;

    /// <summary>The delegate's Invoke method, null for other types.</summary>
    public MethodSymbol? DelegateInvoke => IsDelegate ? GetMembers("Invoke").OfType<MethodSymbol>().FirstOrDefault() : null;

    /// <summary>Elements when this is a tuple (with nested rests flattened); empty otherwise.</summary>
    public virtual ImmutableArray<TupleElement> TupleElements => [];

    public bool IsTuple => !TupleElements.IsEmpty;

    public ImmutableArray<MethodSymbol> Constructors => [.. GetMembers(".ctor").OfType<MethodSymbol>()];

    /// <summary>The one-dimensional array of this type.</summary>
    public ArrayTypeSymbol MakeArray(int rank = 1) =>
        rank == 1 ? _array ??= new ArrayTypeSymbol(this, 1) : new ArrayTypeSymbol(this, rank);

    /// <summary>Cache of member look-ups through the type's bases, filled by the binder.</summary>
    internal System.Collections.Concurrent.ConcurrentDictionary<string, ImmutableArray<MemberSymbol>> LookupCache => _lookups;

    public bool Equals(TypeSymbol? other) =>
        ReferenceEquals(this, other) || (other is not null && Canonical.SameCanonical(other.Canonical));

    /// <summary>Both are canonical.</summary>
    protected virtual bool SameCanonical(TypeSymbol other) => ReferenceEquals(this, other);

    public sealed override bool Equals(object? obj) => Equals(obj as TypeSymbol);

    public sealed override int GetHashCode() => Canonical.CanonicalHash();

    protected virtual int CanonicalHash() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    public static bool operator ==(TypeSymbol? left, TypeSymbol? right) => left is null ? right is null : left.Equals(right);

    public static bool operator !=(TypeSymbol? left, TypeSymbol? right) => !(left == right);
}

/// <summary>An element of a tuple type; <paramref name="Name"/> is null when only <c>ItemN</c> names it.</summary>
internal readonly record struct TupleElement(string? Name, TypeSymbol Type);
