using System.Collections.Immutable;
using System.Reflection;

namespace Cellule.Symbols;

/// <summary>Views of a generic definition's members in a constructed type.</summary>
internal static class SubstitutedMembers
{
    public static MemberSymbol Of(MemberSymbol definition, TypeSymbol containingType, TypeMap map) => definition switch
    {
        MethodSymbol method => new SubstitutedMethodSymbol(method, containingType, map, default),
        FieldSymbol field => new SubstitutedFieldSymbol(field, containingType, map),
        PropertySymbol property => new SubstitutedPropertySymbol(property, containingType, map),
        EventSymbol @event => new SubstitutedEventSymbol(@event, containingType, map),
        _ => throw new InvalidOperationException(definition.GetType().Name),
    };
}

/// <summary>A method of a constructed type, a constructed generic method, or both.</summary>
internal sealed class SubstitutedMethodSymbol(
    MethodSymbol definition,
    TypeSymbol? containingType,
    TypeMap map,
    ImmutableArray<TypeSymbol> typeArguments) : MethodSymbol
{
    private readonly MethodSymbol _definition = definition.OriginalDefinition;
    private ImmutableArray<ParameterSymbol> _parameters;
    private TypeSymbol? _returnType;
    private MethodBase? _runtimeMethod;

    public override string Name => _definition.Name;

    public override TypeSymbol? ContainingType => containingType;

    public override MethodSymbol OriginalDefinition => _definition;

    public override MethodKind MethodKind => _definition.MethodKind;

    public override Accessibility Accessibility => _definition.Accessibility;

    public override bool IsStatic => _definition.IsStatic;

    public override bool IsAbstract => _definition.IsAbstract;

    public override bool IsVirtual => _definition.IsVirtual;

    public override bool IsOverride => _definition.IsOverride;

    public override bool IsExtension => _definition.IsExtension;

    public override bool IsAsync => _definition.IsAsync;

    public override bool IsIterator => _definition.IsIterator;

    public override bool IsReadOnly => _definition.IsReadOnly;

    public override string? ObsoleteError => _definition.ObsoleteError;

    public override int Priority => _definition.Priority;

    public override bool IsConditional => _definition.IsConditional;

    public override RefKind ReturnRefKind => _definition.ReturnRefKind;

    public override ImmutableArray<TypeParameterSymbol> TypeParameters => _definition.TypeParameters;

    public override ImmutableArray<TypeSymbol> TypeArguments => typeArguments.IsDefault ? _definition.TypeArguments : typeArguments;

    /// <summary>What the type parameters of type and method stand for.</summary>
    public TypeMap Map => map;

    public override ImmutableArray<ParameterSymbol> Parameters =>
        _parameters.IsDefault
            ? _parameters = [.. _definition.Parameters.Select(p => new SubstitutedParameterSymbol(p, map) { IsThis = p.IsThis })]
            : _parameters;

    public override TypeSymbol ReturnType => _returnType ??= _definition.ReturnType.Substitute(map);

    public override MemberSymbol? AssociatedMember =>
        _definition.AssociatedMember is { } member && containingType is not null ? SubstitutedMembers.Of(member, containingType, map) : null;

    public override MethodSymbol Construct(ImmutableArray<TypeSymbol> arguments) =>
        arguments.IsEmpty ? this : new SubstitutedMethodSymbol(_definition, containingType, map.With(_definition.TypeParameters, arguments), arguments);

    public override MemberInfo? RuntimeMember => _runtimeMethod ??= FindRuntimeMethod();

    private MethodBase? FindRuntimeMethod()
    {
        if (_definition.RuntimeMethod is not { } method)
            return null;
        if (containingType is ConstructedTypeSymbol)
        {
            if (containingType.RuntimeType is not { } type)
                return null;
            method = MethodBase.GetMethodFromHandle(method.MethodHandle, type.TypeHandle)!;
        }

        if (TypeArguments.IsEmpty)
            return method;
        var arguments = new Type[TypeArguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            if (TypeArguments[i].RuntimeType is not { } argument)
                return null;
            arguments[i] = argument;
        }

        return typeArguments.IsDefault ? method : ((MethodInfo)method).MakeGenericMethod(arguments);
    }
}

/// <summary>A parameter with substituted type.</summary>
internal sealed class SubstitutedParameterSymbol(ParameterSymbol definition, TypeMap map)
    : ParameterSymbol(definition.Name, definition.Type.Substitute(map), definition.Ordinal, definition.RefKind)
{
    public override bool IsParams => definition.IsParams;

    public override bool IsOptional => definition.IsOptional;

    public override object? DefaultValue => definition.DefaultValue;

    public override CallerInfoKind CallerInfo => definition.CallerInfo;

    public override string? CallerArgument => definition.CallerArgument;

    public override string[]? HandlerArguments => definition.HandlerArguments;

    public override ParameterSymbol OriginalDefinition => definition;
}

/// <summary>A field of a constructed type.</summary>
internal sealed class SubstitutedFieldSymbol(FieldSymbol definition, TypeSymbol containingType, TypeMap map) : FieldSymbol
{
    private TypeSymbol? _type;
    private FieldInfo? _field;

    public override string Name => definition.Name;

    public override TypeSymbol ContainingType => containingType;

    public override MemberSymbol OriginalDefinition => definition;

    public override Accessibility Accessibility => definition.Accessibility;

    public override bool IsStatic => definition.IsStatic;

    public override bool IsReadOnly => definition.IsReadOnly;

    public override bool IsConst => definition.IsConst;

    public override object? ConstantValue => definition.ConstantValue;

    public override RefKind RefKind => definition.RefKind;

    public override TypeSymbol Type => _type ??= definition.Type.Substitute(map);

    public override MemberInfo? RuntimeMember => _field ??=
        definition.RuntimeField is { } info && containingType.RuntimeType is { } type
            ? type.GetField(info.Name, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            : null;
}

/// <summary>A property of a constructed type.</summary>
internal sealed class SubstitutedPropertySymbol(PropertySymbol definition, TypeSymbol containingType, TypeMap map) : PropertySymbol
{
    private TypeSymbol? _type;
    private ImmutableArray<ParameterSymbol> _parameters;
    private MethodSymbol? _getter;
    private MethodSymbol? _setter;

    public override string Name => definition.Name;

    public override TypeSymbol ContainingType => containingType;

    public override MemberSymbol OriginalDefinition => definition;

    public override Accessibility Accessibility => definition.Accessibility;

    public override bool IsStatic => definition.IsStatic;

    public override bool IsAbstract => definition.IsAbstract;

    public override bool IsVirtual => definition.IsVirtual;

    public override bool IsOverride => definition.IsOverride;

    public override bool IsInitOnly => definition.IsInitOnly;

    public override bool IsRequired => definition.IsRequired;

    public override string? ObsoleteError => definition.ObsoleteError;

    public override RefKind RefKind => definition.RefKind;

    public override TypeSymbol Type => _type ??= definition.Type.Substitute(map);

    public override ImmutableArray<ParameterSymbol> Parameters =>
        _parameters.IsDefault
            ? _parameters = [.. definition.Parameters.Select(p => new SubstitutedParameterSymbol(p, map) { IsThis = p.IsThis })]
            : _parameters;

    public override MethodSymbol? Getter => _getter ??=
        definition.Getter is { } getter ? new SubstitutedMethodSymbol(getter, containingType, map, default) : null;

    public override MethodSymbol? Setter => _setter ??=
        definition.Setter is { } setter ? new SubstitutedMethodSymbol(setter, containingType, map, default) : null;
}

/// <summary>An event of a constructed type.</summary>
internal sealed class SubstitutedEventSymbol(EventSymbol definition, TypeSymbol containingType, TypeMap map) : EventSymbol
{
    public override string Name => definition.Name;

    public override TypeSymbol ContainingType => containingType;

    public override MemberSymbol OriginalDefinition => definition;

    public override Accessibility Accessibility => definition.Accessibility;

    public override bool IsStatic => definition.IsStatic;

    public override TypeSymbol Type => definition.Type.Substitute(map);

    public override MethodSymbol? Adder => definition.Adder is { } adder ? new SubstitutedMethodSymbol(adder, containingType, map, default) : null;

    public override MethodSymbol? Remover => definition.Remover is { } remover ? new SubstitutedMethodSymbol(remover, containingType, map, default) : null;

    public override FieldSymbol? BackingField =>
        definition.BackingField is { } backing ? new SubstitutedFieldSymbol(backing, containingType, map) : null;
}
