using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using Cellule.Symbols;

namespace Cellule.Emit;

/// <summary>
/// From symbols to what IL names. Loaded symbols bring their reflection object; those of the cell being emitted have a builder;
/// constructed ones are put together from both, which is where <see cref="TypeBuilder"/> wants its own static methods.
/// </summary>
internal sealed class RuntimeHandles(Assembly own)
{
    private readonly Dictionary<TypeSymbol, TypeBuilder> _types = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<MethodSymbol, MethodBase> _methods = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<FieldSymbol, FieldInfo> _fields = new(ReferenceEqualityComparer.Instance);

    /// <summary>The earlier cells whose internals have been named.</summary>
    public HashSet<Assembly> OpenedCells { get; } = [];

    /// <summary>The assembly that is being emitted.</summary>
    public Assembly Own { get; } = own;

    /// <summary>Asked for the builder of a type that no declaration of the cell names: an anonymous one.</summary>
    public Func<TypeSymbol, TypeBuilder?>? Missing { get; set; }

    public void Add(TypeSymbol symbol, TypeBuilder builder) => _types.Add(symbol, builder);

    public void Add(MethodSymbol symbol, MethodBase builder) => _methods.Add(symbol, builder);

    public void Add(FieldSymbol symbol, FieldInfo builder) => _fields.Add(symbol, builder);

    public TypeBuilder Builder(TypeSymbol symbol) => _types[symbol];

    public MethodBase Definition(MethodSymbol symbol) => _methods[symbol];

    public FieldInfo Definition(FieldSymbol symbol) => _fields[symbol];

    /// <summary>The type that <paramref name="symbol"/> denotes where <paramref name="context"/> says what type parameters are.</summary>
    public Type Type(TypeSymbol symbol, GenericContext context)
    {
        if (symbol is TypeParameterSymbol parameter && context.Find(parameter) is { } actual)
            return actual;
        if (symbol.RuntimeType is { } runtimeType)
        {
            Open(runtimeType);
            return runtimeType;
        }

        symbol = symbol.Canonical;
        switch (symbol)
        {
            case ArrayTypeSymbol array:
                var element = Type(array.ElementType, context);
                return array.IsVector ? element.MakeArrayType() : element.MakeArrayType(array.Rank);
            case TypeParameterSymbol:
                throw new InvalidOperationException($"Type parameter {symbol.Name} has no meaning here.");
        }

        var definition = symbol.OriginalDefinition;
        var open = definition.RuntimeType ?? (_types.TryGetValue(definition, out var builder) ? builder : Missing?.Invoke(definition))
            ?? throw new InvalidOperationException($"Type {symbol.Name} is not being emitted.");
        if (symbol.TypeArguments.IsEmpty)
            return open;
        return open.MakeGenericType([.. symbol.TypeArguments.Select(a => Type(a, context))]);
    }

    /// <summary>A member may be named before its type has been.</summary>
    private void Meet(TypeSymbol? definition)
    {
        if (definition is SourceTypeSymbol { RuntimeType: null } && !_types.ContainsKey(definition))
            Missing?.Invoke(definition);
    }

    public FieldInfo Field(FieldSymbol symbol, GenericContext context)
    {
        if (symbol.RuntimeField is { } field)
        {
            Open(field, field.IsPublic);
            return field;
        }

        var original = (FieldSymbol)symbol.OriginalDefinition;
        Meet(original.ContainingType);
        if (!_fields.TryGetValue(original, out var definition))
        {
            definition = original.RuntimeField ?? throw new InvalidOperationException($"Field {symbol.Name} is not being emitted.");
            Open(definition, definition.IsPublic);
        }

        if (symbol.ContainingType is not { } containing || Type(containing, context) is not { IsGenericType: true } owner)
            return definition;
        return owner.ContainsBuilders() ? TypeBuilder.GetField(owner, definition) : owner.GetField(definition.Name, Declared)!;
    }

    public MethodBase Method(MethodSymbol symbol, GenericContext context)
    {
        if (symbol.RuntimeMethod is { } runtimeMethod && !runtimeMethod.IsGenericMethodDefinition)
        {
            Open(runtimeMethod, runtimeMethod.IsPublic);
            return runtimeMethod;
        }

        var original = symbol.OriginalDefinition;
        Meet(original.ContainingType);
        if (!_methods.TryGetValue(original, out var handle))
        {
            handle = original.RuntimeMethod ?? throw new InvalidOperationException($"Method {symbol.Name} is not being emitted.");
            Open(handle, handle.IsPublic);
        }

        if (symbol.ContainingType is { } containing && Type(containing, context) is { IsGenericType: true } owner)
            handle = OfConstructed(owner, handle);
        if (original.TypeParameters.IsEmpty)
            return handle;
        return ((MethodInfo)handle).MakeGenericMethod([.. symbol.TypeArguments.Select(a => Type(a, context))]);
    }

    private void Open(MemberInfo member, bool isPublic)
    {
        if (!isPublic && member.Module.Assembly.IsDynamic)
            OpenedCells.Add(member.Module.Assembly);
        if (member.DeclaringType is { } type)
            Open(type);
    }

    private void Open(Type type)
    {
        if (type.IsVisible)
            return;
        if (type.HasElementType)
        {
            Open(type.GetElementType()!);
            return;
        }

        if (type.Module.Assembly.IsDynamic)
            OpenedCells.Add(type.Module.Assembly);
        foreach (var argument in type.GenericTypeArguments)
            Open(argument);
    }

    /// <summary>The constructor that every delegate type has.</summary>
    public ConstructorInfo DelegateConstructor(TypeSymbol delegateType, GenericContext context)
    {
        var type = Type(delegateType, context);
        if (_types.ContainsKey(delegateType.OriginalDefinition))
        {
            var declared = delegateType.OriginalDefinition.GetMembers(".ctor").OfType<MethodSymbol>().First();
            return type.IsGenericType ? TypeBuilder.GetConstructor(type, (ConstructorInfo)_methods[declared]) : (ConstructorInfo)_methods[declared];
        }

        return type.IsGenericType && type.ContainsBuilders()
            ? TypeBuilder.GetConstructor(type, type.GetGenericTypeDefinition().GetConstructors()[0])
            : type.GetConstructors()[0];
    }

    /// <summary>Get, Set, Address or the constructor of an array of more than one dimension.</summary>
    public MethodInfo ArrayMethod(ModuleBuilder module, ArrayTypeSymbol array, string name, GenericContext context)
    {
        var type = Type(array, context);
        var element = Type(array.ElementType, context);
        var indices = Enumerable.Repeat(typeof(int), array.Rank);
        return name switch
        {
            "Set" => module.GetArrayMethod(type, name, CallingConventions.HasThis, typeof(void), [.. indices, element]),
            "Address" => module.GetArrayMethod(type, name, CallingConventions.HasThis, element.MakeByRefType(), [.. indices]),
            ".ctor" => module.GetArrayMethod(type, name, CallingConventions.HasThis, typeof(void), [.. indices]),
            _ => module.GetArrayMethod(type, name, CallingConventions.HasThis, element, [.. indices]),
        };
    }

    public Type[] Types(ImmutableArray<ParameterSymbol> parameters, GenericContext context) =>
        [.. parameters.Select(p => p.RefKind == RefKind.None ? Type(p.Type, context) : Type(p.Type, context).MakeByRefType())];

    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static MethodBase OfConstructed(Type owner, MethodBase definition)
    {
        if (owner.ContainsBuilders())
        {
            return definition is ConstructorInfo constructor
                ? TypeBuilder.GetConstructor(owner, constructor)
                : TypeBuilder.GetMethod(owner, (MethodInfo)definition);
        }

        return MethodBase.GetMethodFromHandle(definition.MethodHandle, owner.TypeHandle)!;
    }
}
