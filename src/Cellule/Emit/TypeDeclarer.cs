using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Cellule.Lowering.Ir;
using Cellule.Symbols;

namespace Cellule.Emit;

/// <summary>
/// Gives every type of the cell and every member a builder, in the order that Reflection.Emit wants: all types first, then bases
/// and constraints, then members; bodies come later. <see cref="Finish()"/> creates the runtime types.
/// </summary>
internal sealed partial class TypeDeclarer(ModuleBuilder module, RuntimeHandles handles)
{
    private readonly List<(TypeSymbol Symbol, TypeBuilder Builder)> _types = [];
    private readonly Dictionary<TypeSymbol, GenericContext> _contexts = new(ReferenceEqualityComparer.Instance);
    private readonly List<(Symbol Symbol, Action<ConstructorInfo, byte[]> Set)> _attributed = [];
    private readonly HashSet<SourceMethodSymbol> _implementing = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<TypeSymbol> _finished = new(ReferenceEqualityComparer.Instance);

    /// <summary>What the type parameters of a declared type denote inside it.</summary>
    public GenericContext ContextOf(TypeSymbol? type) => type is not null && _contexts.TryGetValue(type, out var context) ? context : GenericContext.Empty;

    public void DeclareType(SourceTypeSymbol symbol, TypeBuilder? outer = null)
    {
        var attributes = TypeAttributesOf(symbol, outer is not null);
        var name = symbol.Arity == (symbol.ContainingType as NamedTypeSymbol)?.Arity || symbol.Arity == 0
            ? symbol.Name
            : $"{symbol.Name}`{symbol.Arity - ((symbol.ContainingType as NamedTypeSymbol)?.Arity ?? 0)}";
        var builder = outer is null ? module.DefineType(name, attributes) : outer.DefineNestedType(name, attributes);
        Add(symbol, builder);
        Note(symbol, builder.SetCustomAttribute);
        foreach (var nested in symbol.NestedTypes)
            DeclareType(nested, builder);
    }

    public void DeclareFrame(FrameTypeSymbol symbol)
    {
        var builder = module.DefineType(symbol.Name, TypeAttributes.NotPublic | TypeAttributes.Sealed | TypeAttributes.BeforeFieldInit);
        Add(symbol, builder);
        var context = _contexts[symbol];
        builder.SetParent(handles.Type(symbol.BaseType, context));
        builder.SetCustomAttribute(CompilerGenerated);
        var constructor = builder.DefineConstructor(MethodAttributes.Public, CallingConventions.HasThis, []);
        var il = constructor.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        var baseType = builder.BaseType!;
        var parameterless = baseType.IsGenericType && baseType.ContainsBuilders()
            ? TypeBuilder.GetConstructor(baseType, baseType.GetGenericTypeDefinition().GetConstructor(AnyInstance, [])!)
            : baseType.GetConstructor(AnyInstance, [])!;
        il.Emit(OpCodes.Call, parameterless);
        il.Emit(OpCodes.Ret);
        handles.Add(symbol.Constructor, constructor);
    }

    public void DeclareFrameFields(FrameTypeSymbol symbol)
    {
        foreach (var field in symbol.Fields)
        {
            var attributes = FieldAttributes.Public | (field.IsStatic ? FieldAttributes.Static : 0);
            handles.Add(field, handles.Builder(symbol).DefineField(field.Name, handles.Type(field.Type, _contexts[symbol]), attributes));
        }
    }

    /// <summary>Base, interfaces and constraints, once all types have builders.</summary>
    public void DeclareBases(SourceTypeSymbol symbol)
    {
        var builder = handles.Builder(symbol);
        var context = _contexts[symbol];
        if (symbol.TypeKind == TypeKind.Enum)
            builder.SetParent(typeof(Enum));
        else if (symbol.TypeKind == TypeKind.Struct)
            builder.SetParent(typeof(ValueType));
        else if (symbol.TypeKind == TypeKind.Delegate)
            builder.SetParent(typeof(MulticastDelegate));
        else if (symbol.TypeKind == TypeKind.Class)
            builder.SetParent(symbol.BaseType is { } baseType ? handles.Type(baseType, context) : typeof(object));
        foreach (var implemented in symbol.DeclaredInterfaces.SelectMany(i => i.AllInterfaces.Insert(0, i)).Distinct())
            builder.AddInterfaceImplementation(handles.Type(implemented, context));
        if (symbol.RefStruct)
            builder.SetCustomAttribute(new CustomAttributeBuilder(typeof(IsByRefLikeAttribute).GetConstructor([])!, []));
        if (symbol.ReadOnlyStruct)
            builder.SetCustomAttribute(ReadOnlyAttribute);
        if (symbol.Static && symbol.GetMembers().Any(m => m is SourceMethodSymbol { Extension: true }))
            builder.SetCustomAttribute(Extension);
        _implementing.UnionWith(InterfaceImplementations.Of(symbol));
        foreach (var nested in symbol.NestedTypes)
            DeclareBases(nested);
    }

    private void Note(Symbol symbol, Action<ConstructorInfo, byte[]> set)
    {
        if (!symbol.Attributes.IsEmpty)
            _attributed.Add((symbol, set));
    }

    /// <summary>Attributes, once the constructors that they may call are declared.</summary>
    public void DeclareAttributes()
    {
        foreach (var (symbol, set) in _attributed)
            AttributeBlob.Apply(symbol.Attributes, handles, set);
        _attributed.Clear();
    }

    public static IEnumerable<SourceMethodSymbol> MethodsOf(SourceTypeSymbol symbol)
    {
        foreach (var member in symbol.GetMembers())
        {
            switch (member)
            {
                case SourceMethodSymbol method:
                    yield return method;
                    break;
                case SourcePropertySymbol property:
                    if (property.DeclaredGetter is { } getter)
                        yield return getter;
                    if (property.DeclaredSetter is { } setter)
                        yield return setter;
                    break;
                case SourceEventSymbol @event:
                    if (@event.DeclaredAdder is { } adder)
                        yield return adder;
                    if (@event.DeclaredRemover is { } remover)
                        yield return remover;
                    break;
            }
        }
    }

    /// <summary>Creates the runtime types: an enclosing type, a base and the structs in fields come before the type that needs them.</summary>
    public void Finish()
    {
        foreach (var (symbol, _) in _types)
            Finish(symbol);
    }

    private void Finish(TypeSymbol symbol)
    {
        symbol = symbol.OriginalDefinition;
        if (_types.FindIndex(t => ReferenceEquals(t.Symbol, symbol)) < 0 || !_finished.Add(symbol))
            return;
        if (symbol.ContainingType is { } outer)
            Finish(outer);
        if (symbol.BaseType is { } baseType)
            Finish(baseType);
        foreach (var implemented in symbol.AllInterfaces)
            Finish(implemented);
        if (symbol is SourceTypeSymbol source)
        {
            foreach (var field in FieldsOf(source))
            {
                if (field.Type.IsValueType)
                    Finish(field.Type);
            }
        }
        else if (symbol is FrameTypeSymbol frame)
        {
            foreach (var field in frame.Fields)
            {
                if (field.Type.IsValueType)
                    Finish(field.Type);
            }
        }

        var type = handles.Builder(symbol).CreateType();
        (symbol as SourceTypeSymbol)?.SetRuntimeType(type);
    }

    private static IEnumerable<FieldSymbol> FieldsOf(SourceTypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            if ((member as SourceFieldSymbol ?? (member as SourcePropertySymbol)?.BackingField ?? (member as SourceEventSymbol)?.DeclaredBackingField) is { } field)
                yield return field;
        }
    }

    private void Add(TypeSymbol symbol, TypeBuilder builder)
    {
        handles.Add(symbol, builder);
        _types.Add((symbol, builder));
        var parameters = symbol.TypeParameters;
        var context = GenericContext.Empty.With(parameters, DefineTypeParameters(parameters, names => builder.DefineGenericParameters(names)));
        _contexts[symbol] = context;
        if (symbol is FrameTypeSymbol)
            Constrain(parameters, context);
    }

    /// <summary>Constraints may name types that are declared later in the cell.</summary>
    public void DeclareConstraints(SourceTypeSymbol symbol)
    {
        Constrain(symbol.TypeParameters, _contexts[symbol]);
        foreach (var nested in symbol.NestedTypes)
            DeclareConstraints(nested);
    }

    private static Type[] DefineTypeParameters(ImmutableArray<TypeParameterSymbol> parameters, Func<string[], GenericTypeParameterBuilder[]> define) =>
        parameters.IsEmpty ? [] : [.. define([.. parameters.Select(p => p.Name)])];

    private void Constrain(ImmutableArray<TypeParameterSymbol> parameters, GenericContext context)
    {
        foreach (var parameter in parameters)
        {
            if (context.Find(parameter) is not GenericTypeParameterBuilder builder)
                continue;
            var attributes = GenericParameterAttributes.None;
            if (parameter.HasClassConstraint)
                attributes |= GenericParameterAttributes.ReferenceTypeConstraint;
            if (parameter.HasStructConstraint)
                attributes |= GenericParameterAttributes.NotNullableValueTypeConstraint | GenericParameterAttributes.DefaultConstructorConstraint;
            if (parameter.HasNewConstraint)
                attributes |= GenericParameterAttributes.DefaultConstructorConstraint;
            if (parameter.AllowsRefStruct)
                attributes |= GenericParameterAttributes.AllowByRefLike;
            if (parameter.IsCovariant)
                attributes |= GenericParameterAttributes.Covariant;
            if (parameter.IsContravariant)
                attributes |= GenericParameterAttributes.Contravariant;
            builder.SetGenericParameterAttributes(attributes);
            var interfaces = new List<Type>();
            foreach (var constraint in parameter.ConstraintTypes)
            {
                var type = handles.Type(constraint, context);
                if (constraint.IsInterface)
                    interfaces.Add(type);
                else
                    builder.SetBaseTypeConstraint(type);
            }

            if (interfaces.Count > 0)
                builder.SetInterfaceConstraints([.. interfaces]);
        }
    }

    private const BindingFlags AnyInstance = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    private static CustomAttributeBuilder CompilerGenerated { get; } = new(typeof(CompilerGeneratedAttribute).GetConstructor([])!, []);

    private static CustomAttributeBuilder Extension { get; } = new(typeof(ExtensionAttribute).GetConstructor([])!, []);

    private static CustomAttributeBuilder ReadOnlyAttribute { get; } = new(typeof(IsReadOnlyAttribute).GetConstructor([])!, []);
}
