using System.Collections.Immutable;

namespace Cellule.Symbols;

/// <summary>
/// A type declared in the cell being compiled, filled by the binder before any body is bound. Later cells see the finished
/// runtime type instead: the emitter sets <see cref="SetRuntimeType"/> once it has been created.
/// </summary>
internal sealed class SourceTypeSymbol(string name, TypeKind kind, TypeSymbol? containingType) : NamedTypeSymbol
{
    private readonly Dictionary<string, ImmutableArray<MemberSymbol>> _byName = new(StringComparer.Ordinal);
    private readonly List<MemberSymbol> _members = [];
    private readonly List<SourceTypeSymbol> _nested = [];
    private ImmutableArray<TypeSymbol> _allInterfaces;
    private Type? _runtimeType;

    public override string Name { get; } = name;

    public override TypeKind TypeKind { get; } = kind;

    public override TypeSymbol? ContainingType { get; } = containingType;

    public override Accessibility Accessibility => DeclaredAccessibility;

    public Accessibility DeclaredAccessibility { get; set; } = Accessibility.Public;

    public override ImmutableArray<TypeParameterSymbol> TypeParameters => DeclaredTypeParameters;

    public override ImmutableArray<TypeSymbol> TypeArguments => [.. DeclaredTypeParameters];

    /// <summary>Those of containing types first (as copies).</summary>
    public ImmutableArray<TypeParameterSymbol> DeclaredTypeParameters { get; set; } = [];

    public override TypeSymbol? BaseType => DeclaredBase;

    public TypeSymbol? DeclaredBase { get; set; }

    /// <summary>The interfaces that the declaration lists, and those that the binder adds (<c>IEquatable</c> of a record).</summary>
    public ImmutableArray<TypeSymbol> DeclaredInterfaces { get; set; } = [];

    public override ImmutableArray<TypeSymbol> AllInterfaces
    {
        get
        {
            if (!_allInterfaces.IsDefault)
                return _allInterfaces;
            var all = new List<TypeSymbol>();
            foreach (var type in DeclaredInterfaces)
            {
                if (!all.Contains(type))
                    all.Add(type);
                all.AddRange(type.AllInterfaces.Where(i => !all.Contains(i)));
            }

            if (BaseType is not null)
                all.AddRange(BaseType.AllInterfaces.Where(i => !all.Contains(i)));
            return _allInterfaces = [.. all];
        }
    }

    public override bool IsAbstract => Abstract || Static;

    public bool Abstract { get; set; }

    public override bool IsSealed => Sealed || Static || TypeKind is TypeKind.Struct or TypeKind.Enum or TypeKind.Delegate;

    public bool Sealed { get; set; }

    public override bool IsStatic => Static;

    public bool Static { get; set; }

    public override bool IsRefLike => RefStruct;

    public bool RefStruct { get; set; }

    public bool ReadOnlyStruct { get; set; }

    public override bool IsRecord => Record;

    public bool Record { get; set; }

    /// <summary>Members of a record's parameter list, in order; empty when it has none.</summary>
    public ImmutableArray<SourcePropertySymbol> PositionalMembers { get; set; } = [];

    /// <summary>The primary constructor of a class, struct or record; its parameters may be captured by members of a class or struct.</summary>
    public SourceMethodSymbol? PrimaryConstructor { get; set; }

    public override TypeSymbol? EnumUnderlyingType => IsEnum ? EnumUnderlying : null;

    public TypeSymbol EnumUnderlying { get; set; } = BuiltIn.Int32;

    public override string? IndexerName => _byName.ContainsKey("Item") ? "Item" : null;

    public IReadOnlyList<SourceTypeSymbol> NestedTypes => _nested;

    public override Type? RuntimeType => _runtimeType;

    public void SetRuntimeType(Type type) => _runtimeType = type;

    public void Add(MemberSymbol member)
    {
        _members.Add(member);
        _byName[member.Name] = _byName.TryGetValue(member.Name, out var same) ? same.Add(member) : [member];
    }

    public void Add(SourceTypeSymbol nested) => _nested.Add(nested);

    public override ImmutableArray<MemberSymbol> GetMembers(string name) => _byName.TryGetValue(name, out var members) ? members : [];

    /// <summary>In order of declaration, synthesized ones last. Accessors are reached through their property or event.</summary>
    public override ImmutableArray<MemberSymbol> GetMembers() => [.. _members];

    public override TypeSymbol? GetNestedType(string name, int arity)
    {
        foreach (var nested in _nested)
        {
            if (nested.Name == name && nested.Arity - (nested.ContainingType as NamedTypeSymbol)!.Arity == arity)
                return nested;
        }

        return null;
    }
}

/// <summary>A type parameter declared in the cell.</summary>
internal sealed class SourceTypeParameterSymbol(string name, int ordinal, bool isMethodParameter) : TypeParameterSymbol
{
    public override string Name { get; } = name;

    public override int Ordinal { get; } = ordinal;

    public override bool IsMethodParameter { get; } = isMethodParameter;

    public override bool HasClassConstraint => ClassConstraint;

    public override bool HasStructConstraint => StructConstraint;

    public override bool HasNewConstraint => NewConstraint;

    public override bool IsContravariant => Contravariant;

    public override bool IsCovariant => Covariant;

    public bool ClassConstraint { get; set; }

    public bool StructConstraint { get; set; }

    public bool NewConstraint { get; set; }

    public bool Contravariant { get; set; }

    public bool Covariant { get; set; }

    public override bool AllowsRefStruct => RefStructAllowed;

    public bool RefStructAllowed { get; set; }

    public override ImmutableArray<TypeSymbol> ConstraintTypes => Constraints;

    public ImmutableArray<TypeSymbol> Constraints { get; set; } = [];
}
