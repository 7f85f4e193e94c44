using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Cellule.Symbols;

/// <summary>A loaded type that is not constructed: a plain one or a generic definition. Members are reflected when asked for by name.</summary>
internal sealed class LoadedTypeSymbol : NamedTypeSymbol
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private readonly Type _type;
    private readonly ConcurrentDictionary<string, ImmutableArray<MemberSymbol>> _members = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TypeSymbol?> _nested = new(StringComparer.Ordinal);
    private ImmutableArray<TypeParameterSymbol> _typeParameters;
    private ImmutableArray<TypeSymbol> _typeArguments;
    private ImmutableArray<TypeSymbol> _interfaces;
    private string? _name;
    private string? _indexerName;
    private bool? _isRecord;
    private TypeSymbol? _base;

    internal LoadedTypeSymbol(Type type)
    {
        _type = type;
        SpecialType = SpecialOf(type);
        TypeKind = KindOf(type);
    }

    public override SpecialType SpecialType { get; }

    public override TypeKind TypeKind { get; }

    public override Type RuntimeType => _type;

    public override string Name
    {
        get
        {
            if (_name is not null)
                return _name;
            var name = _type.Name;
            var tick = name.IndexOf('`', StringComparison.Ordinal);
            return _name = tick < 0 ? name : name[..tick];
        }
    }

    public override string Namespace => _type.Namespace ?? "";

    public override TypeSymbol? ContainingType => _type.DeclaringType is { } outer ? LoadedTypes.From(outer) : null;

    public override Accessibility Accessibility
    {
        get
        {
            if (_type.IsPublic || _type.IsNestedPublic)
                return Accessibility.Public;
            if (_type.IsNestedFamily)
                return Accessibility.Protected;
            if (_type.IsNestedFamORAssem)
                return Accessibility.ProtectedInternal;
            return _type.IsNestedPrivate ? Accessibility.Private : Accessibility.Internal;
        }
    }

    public override TypeSymbol? BaseType => _base ??= _type.BaseType is { } baseType ? LoadedTypes.From(baseType) : null;

    public override ImmutableArray<TypeSymbol> AllInterfaces =>
        _interfaces.IsDefault ? _interfaces = [.. _type.GetInterfaces().Select(LoadedTypes.From)] : _interfaces;

    public override ImmutableArray<TypeParameterSymbol> TypeParameters =>
        _typeParameters.IsDefault
            ? _typeParameters = _type.IsGenericTypeDefinition ? [.. _type.GetGenericArguments().Select(a => (TypeParameterSymbol)LoadedTypes.From(a))] : []
            : _typeParameters;

    public override ImmutableArray<TypeSymbol> TypeArguments =>
        _typeArguments.IsDefault ? _typeArguments = [.. TypeParameters] : _typeArguments;

    public override bool IsAbstract => _type.IsAbstract;

    public override bool IsSealed => _type.IsSealed;

    public override bool IsStatic => _type.IsAbstract && _type.IsSealed;

    public override bool IsRefLike => _type.IsByRefLike;

    public override bool IsRecord => _isRecord ??= _type.IsClass
        ? _type.GetMethod("<Clone>$", Declared) is not null
        : _type.IsValueType && !_type.IsEnum && _type.GetMethod("PrintMembers", Declared) is { } print && print.IsDefined(typeof(CompilerGeneratedAttribute), false);

    public override TypeSymbol? EnumUnderlyingType => _type.IsEnum ? LoadedTypes.From(_type.GetEnumUnderlyingType()) : null;

    public override string? IndexerName
    {
        get
        {
            if (_indexerName is null)
            {
                _indexerName = "";
                if (GetMembers("Item").OfType<PropertySymbol>().Any(p => p.IsIndexer))
                    _indexerName = "Item";
                else if (_type.GetCustomAttribute<DefaultMemberAttribute>(false) is { } attribute)
                    _indexerName = attribute.MemberName;
            }

            return _indexerName.Length == 0 ? null : _indexerName;
        }
    }

    public override ImmutableArray<MemberSymbol> GetMembers(string name) =>
        _members.TryGetValue(name, out var members) ? members : _members.GetOrAdd(name, Reflect);

    public override ImmutableArray<MemberSymbol> GetMembers() =>
        [.. _type.GetMembers(Declared).Where(m => m is not Type).Select(Wrap).OfType<MemberSymbol>()];

    public override TypeSymbol? GetNestedType(string name, int arity) =>
        _nested.GetOrAdd(arity == 0 ? name : $"{name}`{arity}", metadataName =>
            _type.GetNestedType(metadataName, BindingFlags.Public | BindingFlags.NonPublic) is { } nested
                ? LoadedTypes.From(nested)
                : null);

    private ImmutableArray<MemberSymbol> Reflect(string name)
    {
        var found = _type.GetMember(name, MemberTypes.All & ~(MemberTypes.NestedType | MemberTypes.TypeInfo), Declared);
        if (found.Length == 0)
            return [];
        var members = ImmutableArray.CreateBuilder<MemberSymbol>(found.Length);
        foreach (var member in found)
        {
            // A field-like event comes with a private field of its name: the event stands for both.
            if (member is FieldInfo { IsPrivate: true } && found.Any(f => f is EventInfo))
                continue;
            if (Wrap(member) is { } symbol)
                members.Add(symbol);
        }

        return members.ToImmutable();
    }

    private MemberSymbol? Wrap(MemberInfo member) => member switch
    {
        MethodBase method => new LoadedMethodSymbol(method, this),
        FieldInfo field => new LoadedFieldSymbol(field, this),
        PropertyInfo property => new LoadedPropertySymbol(property, this),
        EventInfo @event => new LoadedEventSymbol(@event, this),
        _ => null,
    };

    private static TypeKind KindOf(Type type)
    {
        if (type == typeof(void))
            return TypeKind.Void;
        if (type.IsInterface)
            return TypeKind.Interface;
        if (type.IsEnum)
            return TypeKind.Enum;
        if (type.IsValueType)
            return TypeKind.Struct;
        return typeof(MulticastDelegate).IsAssignableFrom(type) && type != typeof(MulticastDelegate) ? TypeKind.Delegate : TypeKind.Class;
    }

    private static SpecialType SpecialOf(Type type)
    {
        if (type == typeof(object))
            return SpecialType.Object;
        if (type == typeof(void))
            return SpecialType.Void;
        if (type == typeof(nint))
            return SpecialType.NativeInt;
        if (type == typeof(nuint))
            return SpecialType.NativeUInt;
        if (type.IsEnum)
            return SpecialType.None;
        return Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => SpecialType.Boolean,
            TypeCode.Char => SpecialType.Char,
            TypeCode.SByte => SpecialType.SByte,
            TypeCode.Byte => SpecialType.Byte,
            TypeCode.Int16 => SpecialType.Int16,
            TypeCode.UInt16 => SpecialType.UInt16,
            TypeCode.Int32 => SpecialType.Int32,
            TypeCode.UInt32 => SpecialType.UInt32,
            TypeCode.Int64 => SpecialType.Int64,
            TypeCode.UInt64 => SpecialType.UInt64,
            TypeCode.Single => SpecialType.Single,
            TypeCode.Double => SpecialType.Double,
            TypeCode.Decimal => SpecialType.Decimal,
            TypeCode.String => SpecialType.String,
            _ => SpecialType.None,
        };
    }
}
