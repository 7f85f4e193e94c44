using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Cellule.Symbols;

/// <summary>A loaded method or constructor of a plain type or a generic definition.</summary>
internal sealed class LoadedMethodSymbol(MethodBase method, TypeSymbol containingType, MemberSymbol? associated = null) : MethodSymbol
{
    private ImmutableArray<ParameterSymbol> _parameters;
    private ImmutableArray<TypeParameterSymbol> _typeParameters;
    private TypeSymbol? _returnType;
    private bool? _isExtension;
    private string? _obsolete;
    private int? _priority;
    private bool? _isConditional;

    public override string Name => method.Name;

    public override TypeSymbol ContainingType => containingType;

    public override MemberInfo RuntimeMember => method;

    public override Accessibility Accessibility => LoadedAccess.Of(method.Attributes);

    public override bool IsStatic => method.IsStatic;

    public override bool IsAbstract => method.IsAbstract;

    public override bool IsVirtual => method.IsVirtual && !method.IsFinal;

    public override bool IsOverride => method.IsVirtual && (method.Attributes & MethodAttributes.NewSlot) == 0 && !containingType.IsInterface;

    public override MemberSymbol? AssociatedMember => associated;

    public override bool IsReadOnly => method.IsDefined(typeof(IsReadOnlyAttribute), false) || containingType.RuntimeType!.IsDefined(typeof(IsReadOnlyAttribute), false);

    public override MethodKind MethodKind
    {
        get
        {
            if (method.IsConstructor)
                return method.IsStatic ? MethodKind.StaticConstructor : MethodKind.Constructor;
            if (containingType.IsDelegate && method.Name == "Invoke")
                return MethodKind.DelegateInvoke;
            if (associated is PropertySymbol)
                return method.Name.Contains("set_", StringComparison.Ordinal) ? MethodKind.PropertySet : MethodKind.PropertyGet;
            if (associated is EventSymbol)
                return method.Name.Contains("remove_", StringComparison.Ordinal) ? MethodKind.EventRemove : MethodKind.EventAdd;
            if (!method.IsSpecialName)
                return MethodKind.Ordinary;
            if (method.Name is "op_Implicit" or "op_Explicit" or "op_CheckedExplicit")
                return MethodKind.Conversion;
            if (method.Name.StartsWith("op_", StringComparison.Ordinal))
                return MethodKind.Operator;
            if (method.Name.StartsWith("get_", StringComparison.Ordinal))
                return MethodKind.PropertyGet;
            if (method.Name.StartsWith("set_", StringComparison.Ordinal))
                return MethodKind.PropertySet;
            if (method.Name.StartsWith("add_", StringComparison.Ordinal))
                return MethodKind.EventAdd;
            return method.Name.StartsWith("remove_", StringComparison.Ordinal) ? MethodKind.EventRemove : MethodKind.Ordinary;
        }
    }

    public override bool IsExtension => _isExtension ??= method.IsStatic && containingType.IsStatic && method.IsDefined(typeof(ExtensionAttribute), false);

    public override string? ObsoleteError =>
        (_obsolete ??= method.GetCustomAttribute<ObsoleteAttribute>() is { IsError: true } attribute ? attribute.Message ?? "obsolete" : "") is { Length: > 0 } text ? text : null;

    public override TypeSymbol? ExtendedType => method.Module.Assembly.IsDynamic && method.GetCustomAttribute<Emit.Support.ExtensionOfAttribute>() is { } marker ? LoadedTypes.From(marker.Receiver) : null;

    public override int Priority => _priority ??= method.GetCustomAttribute<OverloadResolutionPriorityAttribute>()?.Priority ?? 0;

    public override bool IsConditional => _isConditional ??= ReturnType.IsVoid && method.IsDefined(typeof(System.Diagnostics.ConditionalAttribute), false);

    public override ImmutableArray<TypeParameterSymbol> TypeParameters =>
        _typeParameters.IsDefault
            ? _typeParameters = method.IsGenericMethodDefinition ? [.. method.GetGenericArguments().Select(a => (TypeParameterSymbol)LoadedTypes.From(a))] : []
            : _typeParameters;

    public override ImmutableArray<TypeSymbol> TypeArguments => TypeParameters.IsEmpty ? [] : [.. TypeParameters];

    public override ImmutableArray<ParameterSymbol> Parameters =>
        _parameters.IsDefault ? _parameters = LoadedParameterSymbol.Of(method.GetParameters(), IsExtension) : _parameters;

    public override TypeSymbol ReturnType => _returnType ??= method is MethodInfo { ReturnType: var type } info
        ? LoadedTypes.From(type, info.ReturnParameter)
        : BuiltIn.Void;

    public override RefKind ReturnRefKind => method is MethodInfo { ReturnType.IsByRef: true } info
        ? info.ReturnParameter.IsDefined(typeof(IsReadOnlyAttribute), false) ? RefKind.In : RefKind.Ref
        : RefKind.None;
}

/// <summary>A parameter of a loaded method.</summary>
internal sealed class LoadedParameterSymbol : ParameterSymbol
{
    private readonly ParameterInfo _parameter;
    private readonly bool _mayBeParams;
    private bool? _isParams;
    private object? _default;
    private bool _defaultKnown;
    private CallerInfoKind? _callerInfo;

    private LoadedParameterSymbol(ParameterInfo parameter, bool mayBeParams)
        : base(parameter.Name ?? $"arg{parameter.Position}", LoadedTypes.From(parameter.ParameterType, parameter), parameter.Position, KindOf(parameter))
    {
        _parameter = parameter;
        _mayBeParams = mayBeParams;
    }

    public override bool IsParams => _isParams ??= _mayBeParams
        && (_parameter.IsDefined(typeof(ParamArrayAttribute), false) || _parameter.IsDefined(typeof(ParamCollectionAttribute), false));

    public override bool IsOptional => _parameter.IsOptional || (_parameter.Attributes & ParameterAttributes.HasDefault) != 0;

    public override object? DefaultValue
    {
        get
        {
            if (_defaultKnown)
                return _default;
            _default = ReadDefault(_parameter);
            _defaultKnown = true;
            return _default;
        }
    }

    public override CallerInfoKind CallerInfo
    {
        get
        {
            if (_callerInfo is { } known)
                return known;
            var kind = CallerInfoKind.None;
            if (IsOptional)
            {
                if (_parameter.IsDefined(typeof(CallerLineNumberAttribute), false))
                    kind = CallerInfoKind.LineNumber;
                else if (_parameter.IsDefined(typeof(CallerFilePathAttribute), false))
                    kind = CallerInfoKind.FilePath;
                else if (_parameter.IsDefined(typeof(CallerMemberNameAttribute), false))
                    kind = CallerInfoKind.MemberName;
                else if (_parameter.IsDefined(typeof(CallerArgumentExpressionAttribute), false))
                    kind = CallerInfoKind.ArgumentExpression;
            }

            _callerInfo = kind;
            return kind;
        }
    }

    public override string? CallerArgument => _parameter.GetCustomAttribute<CallerArgumentExpressionAttribute>()?.ParameterName;

    public override string[]? HandlerArguments =>
        _parameter.GetCustomAttribute<InterpolatedStringHandlerArgumentAttribute>()?.Arguments;

    internal static ImmutableArray<ParameterSymbol> Of(ParameterInfo[] parameters, bool isExtension)
    {
        var result = ImmutableArray.CreateBuilder<ParameterSymbol>(parameters.Length);
        for (var i = 0; i < parameters.Length; i++)
            result.Add(new LoadedParameterSymbol(parameters[i], i == parameters.Length - 1) { IsThis = isExtension && i == 0 });
        return result.MoveToImmutable();
    }

    // Missing, and a null for a struct, both mean default(T).
    private static object? ReadDefault(ParameterInfo parameter)
    {
        var value = parameter.HasDefaultValue ? parameter.DefaultValue : null;
        if (value is null or DBNull or Missing)
            value = parameter.GetCustomAttribute<System.Runtime.InteropServices.DefaultParameterValueAttribute>()?.Value;
        return value switch
        {
            DBNull or Missing => null,
            Enum e => Convert.ChangeType(e, e.GetTypeCode(), System.Globalization.CultureInfo.InvariantCulture),
            _ => value,
        };
    }

    private static RefKind KindOf(ParameterInfo parameter)
    {
        if (!parameter.ParameterType.IsByRef)
            return RefKind.None;
        if (parameter.IsOut && !parameter.IsIn)
            return RefKind.Out;
        return parameter.IsIn || parameter.IsDefined(typeof(IsReadOnlyAttribute), false) || parameter.IsDefined(typeof(RequiresLocationAttribute), false)
            ? RefKind.In
            : RefKind.Ref;
    }
}

/// <summary>A loaded field.</summary>
internal sealed class LoadedFieldSymbol(FieldInfo info, TypeSymbol containingType) : FieldSymbol
{
    private TypeSymbol? _type;

    public override string Name => info.Name;

    public override TypeSymbol ContainingType => containingType;

    public override MemberInfo RuntimeMember => info;

    public override Accessibility Accessibility => LoadedAccess.Of((MethodAttributes)(int)(info.Attributes & FieldAttributes.FieldAccessMask));

    public override bool IsStatic => info.IsStatic;

    public override bool IsReadOnly => info.IsInitOnly;

    public override bool IsConst => info.IsLiteral || (info is { IsStatic: true, IsInitOnly: true } && info.FieldType == typeof(decimal) && info.IsDefined(typeof(DecimalConstantAttribute), false));

    public override object? ConstantValue => info.IsLiteral
        ? info.GetRawConstantValue()
        : info.GetCustomAttribute<DecimalConstantAttribute>()?.Value;

    public override RefKind RefKind => info.FieldType.IsByRef ? RefKind.Ref : RefKind.None;

    public override TypeSymbol Type => _type ??= LoadedTypes.From(info.FieldType, info);
}

/// <summary>A loaded property or indexer.</summary>
internal sealed class LoadedPropertySymbol(PropertyInfo property, TypeSymbol containingType) : PropertySymbol
{
    private TypeSymbol? _type;
    private ImmutableArray<ParameterSymbol> _parameters;
    private MethodSymbol? _getter;
    private MethodSymbol? _setter;

    public override string Name => property.Name;

    public override TypeSymbol ContainingType => containingType;

    public override MemberInfo RuntimeMember => property;

    public override Accessibility Accessibility
    {
        get
        {
            var getter = Getter?.Accessibility ?? Accessibility.Private;
            var setter = Setter?.Accessibility ?? Accessibility.Private;
            return getter > setter ? getter : setter;
        }
    }

    public override bool IsStatic => (Getter ?? Setter)?.IsStatic == true;

    public override bool IsAbstract => (Getter ?? Setter)?.IsAbstract == true;

    public override bool IsVirtual => (Getter ?? Setter)?.IsVirtual == true;

    public override bool IsOverride => (Getter ?? Setter)?.IsOverride == true;

    public override bool IsInitOnly =>
        property.SetMethod is { } setter && setter.ReturnParameter.GetRequiredCustomModifiers().Any(m => m.Name == "IsExternalInit");

    public override bool IsRequired => property.IsDefined(typeof(RequiredMemberAttribute), false);

    public override RefKind RefKind => Getter?.ReturnRefKind ?? RefKind.None;

    public override TypeSymbol Type => _type ??= LoadedTypes.From(property.PropertyType, property);

    public override ImmutableArray<ParameterSymbol> Parameters =>
        _parameters.IsDefault ? _parameters = LoadedParameterSymbol.Of(property.GetIndexParameters(), false) : _parameters;

    public override MethodSymbol? Getter => _getter ??=
        property.GetGetMethod(true) is { } getter ? new LoadedMethodSymbol(getter, containingType, this) : null;

    public override MethodSymbol? Setter => _setter ??=
        property.GetSetMethod(true) is { } setter ? new LoadedMethodSymbol(setter, containingType, this) : null;
}

/// <summary>A loaded event.</summary>
internal sealed class LoadedEventSymbol(EventInfo @event, TypeSymbol containingType) : EventSymbol
{
    public override string Name => @event.Name;

    public override TypeSymbol ContainingType => containingType;

    public override MemberInfo RuntimeMember => @event;

    public override Accessibility Accessibility => Adder?.Accessibility ?? Accessibility.Private;

    public override bool IsStatic => Adder?.IsStatic == true;

    public override TypeSymbol Type => LoadedTypes.From(@event.EventHandlerType!);

    public override MethodSymbol? Adder => @event.GetAddMethod(true) is { } adder ? new LoadedMethodSymbol(adder, containingType, this) : null;

    public override MethodSymbol? Remover => @event.GetRemoveMethod(true) is { } remover ? new LoadedMethodSymbol(remover, containingType, this) : null;
}

/// <summary>Metadata's accessibility in C#'s terms.</summary>
internal static class LoadedAccess
{
    public static Accessibility Of(MethodAttributes attributes) => (attributes & MethodAttributes.MemberAccessMask) switch
    {
        MethodAttributes.Public => Accessibility.Public,
        MethodAttributes.Family => Accessibility.Protected,
        MethodAttributes.FamORAssem => Accessibility.ProtectedInternal,
        MethodAttributes.FamANDAssem => Accessibility.PrivateProtected,
        MethodAttributes.Assembly => Accessibility.Internal,
        _ => Accessibility.Private,
    };
}
