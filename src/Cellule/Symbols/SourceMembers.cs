using System.Collections.Immutable;
using System.Reflection;

namespace Cellule.Symbols;

/// <summary>Which body the emitter writes for a member that has none in the source.</summary>
internal enum SynthesizedBody
{
    /// <summary>The bound tree has the body (or the member is abstract).</summary>
    None,

    /// <summary>Reads or writes the property's backing field.</summary>
    AutoAccessor,

    /// <summary>Adds to or removes from the event's backing field.</summary>
    EventAccessor,

    /// <summary>Runs the field initializers and the base constructor.</summary>
    DefaultConstructor,

    /// <summary>Copies every field of a record: its protected copy constructor.</summary>
    RecordCopyConstructor,
    RecordClone,
    RecordEquals,
    RecordObjectEquals,
    RecordBaseEquals,
    RecordGetHashCode,
    RecordToString,
    RecordPrintMembers,
    RecordEqualityContract,
    RecordEqualityOperator,
    RecordInequalityOperator,
    RecordDeconstruct,

    /// <summary>A delegate's constructor or Invoke: runtime managed.</summary>
    Delegate,
    AnonymousConstructor,
    AnonymousEquals,
    AnonymousGetHashCode,
    AnonymousToString,
}

/// <summary>A method that the cell declares in any form, or that the binder adds to a declared type.</summary>
internal sealed class SourceMethodSymbol(string name, MethodKind kind, TypeSymbol? containingType) : MethodSymbol
{
    private MethodBase? _runtimeMethod;

    public override string Name { get; } = name;

    public override MethodKind MethodKind { get; } = kind;

    public override TypeSymbol? ContainingType { get; } = containingType;

    public override Accessibility Accessibility => DeclaredAccessibility;

    public Accessibility DeclaredAccessibility { get; set; } = Accessibility.Public;

    public override bool IsStatic => Static;

    public bool Static { get; set; }

    public override bool IsAbstract => Abstract;

    public bool Abstract { get; set; }

    public override bool IsVirtual => Virtual || Abstract || Override;

    public bool Virtual { get; set; }

    public override bool IsOverride => Override;

    public bool Override { get; set; }

    public bool Sealed { get; set; }

    /// <summary>Hides an inherited method: takes a new slot even if names agree.</summary>
    public bool NewSlot { get; set; }

    public override bool IsExtension => Extension;

    public bool Extension { get; set; }

    public override bool IsAsync => Async;

    public bool Async { get; set; }

    public override bool IsIterator => Iterator;

    public bool Iterator { get; set; }

    public override bool IsReadOnly => ReadOnly;

    public bool ReadOnly { get; set; }

    /// <summary>An <c>init</c> accessor.</summary>
    public bool InitOnly { get; set; }

    public override ImmutableArray<TypeParameterSymbol> TypeParameters => DeclaredTypeParameters;

    public ImmutableArray<TypeParameterSymbol> DeclaredTypeParameters { get; set; } = [];

    public override ImmutableArray<TypeSymbol> TypeArguments => DeclaredTypeParameters.IsEmpty ? [] : [.. DeclaredTypeParameters];

    public override ImmutableArray<ParameterSymbol> Parameters => DeclaredParameters;

    public ImmutableArray<ParameterSymbol> DeclaredParameters { get; set; } = [];

    public override TypeSymbol ReturnType => DeclaredReturnType;

    public TypeSymbol DeclaredReturnType { get; set; } = BuiltIn.Void;

    public override RefKind ReturnRefKind => DeclaredReturnRefKind;

    public RefKind DeclaredReturnRefKind { get; set; }

    public override TypeSymbol? ExtendedType => Extended;

    public TypeSymbol? Extended { get; set; }

    /// <summary>Where the name stands in the source.</summary>
    public Text.TextSpan NameSpan { get; init; }

    /// <summary>Holds the attributes of the return value.</summary>
    public ParameterSymbol Return => field ??= new ParameterSymbol("", DeclaredReturnType, -1);

    public bool HasReturnAttributes => !Return.Attributes.IsEmpty;

    public override string? ObsoleteError => ObsoleteText(Attributes);

    public override int Priority => Attributes.FirstOrDefault(a => a.RuntimeType == typeof(System.Runtime.CompilerServices.OverloadResolutionPriorityAttribute))?.Arguments[0].Value as int? ?? 0;

    public override bool IsConditional => Attributes.Any(a => a.RuntimeType == typeof(System.Diagnostics.ConditionalAttribute));

    internal static string? ObsoleteText(ImmutableArray<AttributeData> attributes) =>
        attributes.FirstOrDefault(a => a.RuntimeType == typeof(ObsoleteAttribute)) is { Arguments: [{ Value: var text }, { Value: true }] } ? text as string ?? "obsolete" : null;

    /// <summary>The method that this one overrides; null for none.</summary>
    public MethodSymbol? Overridden { get; set; }

    /// <summary>Of an explicit implementation: the interface's method.</summary>
    public MethodSymbol? ExplicitImplementation { get; set; }

    public SynthesizedBody Synthesized { get; set; }

    public override MemberSymbol? AssociatedMember => Associated;

    public MemberSymbol? Associated { get; set; }

    public override MemberInfo? RuntimeMember => _runtimeMethod;

    public void SetRuntimeMethod(MethodBase method) => _runtimeMethod = method;
}

/// <summary>A field that a cell's type declares, or one behind an automatic property or event.</summary>
internal sealed class SourceFieldSymbol(string name, TypeSymbol type, TypeSymbol containingType) : FieldSymbol
{
    public override string Name { get; } = name;

    public override TypeSymbol Type => DeclaredType;

    public TypeSymbol DeclaredType { get; set; } = type;

    public override TypeSymbol ContainingType { get; } = containingType;

    public override Accessibility Accessibility => DeclaredAccessibility;

    public Accessibility DeclaredAccessibility { get; set; } = Accessibility.Private;

    public override bool IsStatic => Static;

    public bool Static { get; set; }

    public override bool IsReadOnly => ReadOnly;

    public bool ReadOnly { get; set; }

    public override bool IsConst => Const;

    public bool Const { get; set; }

    public override object? ConstantValue => Constant?.Invoke();

    /// <summary>Computes the constant when first asked: constants may refer to later ones.</summary>
    public Func<object?>? Constant { get; set; }
}

/// <summary>A property or indexer that a cell's type declares.</summary>
internal sealed class SourcePropertySymbol(string name, TypeSymbol type, TypeSymbol containingType) : PropertySymbol
{
    public override string Name { get; } = name;

    public override TypeSymbol Type { get; } = type;

    public override TypeSymbol ContainingType { get; } = containingType;

    public override Accessibility Accessibility => DeclaredAccessibility;

    public Accessibility DeclaredAccessibility { get; set; } = Accessibility.Private;

    public override bool IsStatic => Static;

    public bool Static { get; set; }

    public override bool IsAbstract => (DeclaredGetter ?? DeclaredSetter)?.IsAbstract == true;

    public override bool IsVirtual => (DeclaredGetter ?? DeclaredSetter)?.IsVirtual == true;

    public override bool IsOverride => (DeclaredGetter ?? DeclaredSetter)?.IsOverride == true;

    public override bool IsRequired => Required;

    public bool Required { get; set; }

    public override bool IsInitOnly => DeclaredSetter?.InitOnly == true;

    public override RefKind RefKind => DeclaredRefKind;

    public RefKind DeclaredRefKind { get; set; }

    public override ImmutableArray<ParameterSymbol> Parameters => DeclaredParameters;

    public ImmutableArray<ParameterSymbol> DeclaredParameters { get; set; } = [];

    public override MethodSymbol? Getter => DeclaredGetter;

    public override MethodSymbol? Setter => DeclaredSetter;

    public SourceMethodSymbol? DeclaredGetter { get; set; }

    public SourceMethodSymbol? DeclaredSetter { get; set; }

    /// <summary>The field behind an automatic property (or one that uses <c>field</c>); null for others.</summary>
    public SourceFieldSymbol? BackingField { get; set; }
}

/// <summary>An event that a cell's type declares.</summary>
internal sealed class SourceEventSymbol(string name, TypeSymbol type, TypeSymbol containingType) : EventSymbol
{
    public override string Name { get; } = name;

    public override TypeSymbol Type { get; } = type;

    public override TypeSymbol ContainingType { get; } = containingType;

    public override Accessibility Accessibility => DeclaredAccessibility;

    public Accessibility DeclaredAccessibility { get; set; } = Accessibility.Private;

    public override bool IsStatic => Static;

    public bool Static { get; set; }

    public override MethodSymbol? Adder => DeclaredAdder;

    public override MethodSymbol? Remover => DeclaredRemover;

    public SourceMethodSymbol? DeclaredAdder { get; set; }

    public SourceMethodSymbol? DeclaredRemover { get; set; }

    public override FieldSymbol? BackingField => DeclaredBackingField;

    public SourceFieldSymbol? DeclaredBackingField { get; set; }
}
