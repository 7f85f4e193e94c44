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
internal sealed class TypeDeclarer(ModuleBuilder module, RuntimeHandles handles)
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

    public void DeclareMembers(SourceTypeSymbol symbol)
    {
        var builder = handles.Builder(symbol);
        var context = _contexts[symbol];
        if (symbol.TypeKind == TypeKind.Enum)
            builder.DefineField("value__", handles.Type(symbol.EnumUnderlying, context), FieldAttributes.Public | FieldAttributes.SpecialName | FieldAttributes.RTSpecialName);
        foreach (var member in symbol.GetMembers())
        {
            switch (member)
            {
                case SourceFieldSymbol field:
                    DeclareField(symbol, field);
                    break;
                case SourceMethodSymbol method:
                    DeclareMethod(builder, context, method, _implementing.Contains(method));
                    break;
                case SourcePropertySymbol property:
                    DeclareProperty(builder, context, symbol, property);
                    break;
                case SourceEventSymbol @event:
                    DeclareEvent(builder, context, symbol, @event);
                    break;
            }
        }

        if (symbol.IndexerName is { } indexer)
            builder.SetCustomAttribute(new CustomAttributeBuilder(typeof(DefaultMemberAttribute).GetConstructor([typeof(string)])!, [indexer]));
        foreach (var nested in symbol.NestedTypes)
            DeclareMembers(nested);
    }

    /// <summary>A method with its parameters; type parameters of the method are in the context that comes back.</summary>
    public GenericContext DeclareMethod(TypeBuilder builder, GenericContext context, MethodSymbol symbol, bool implementsInterface = false)
    {
        var source = symbol as SourceMethodSymbol;
        if (symbol.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor)
        {
            var attributes = MethodAccess(symbol.Accessibility) | MethodAttributes.HideBySig | MethodAttributes.SpecialName | MethodAttributes.RTSpecialName;
            if (symbol.IsStatic || symbol.MethodKind == MethodKind.StaticConstructor)
                attributes = MethodAttributes.Private | MethodAttributes.Static | MethodAttributes.HideBySig | MethodAttributes.SpecialName | MethodAttributes.RTSpecialName;
            var constructor = builder.DefineConstructor(
                attributes,
                symbol.IsStatic ? CallingConventions.Standard : CallingConventions.HasThis,
                handles.Types(symbol.Parameters, context));
            if (source?.Synthesized == SynthesizedBody.Delegate)
                constructor.SetImplementationFlags(MethodImplAttributes.Runtime | MethodImplAttributes.Managed);
            Parameters(symbol, constructor.DefineParameter);
            Note(symbol, constructor.SetCustomAttribute);
            handles.Add(symbol, constructor);
            return context;
        }

        var method = builder.DefineMethod(symbol.Name, AttributesOf(symbol, implementsInterface));
        var inner = context.With(symbol.TypeParameters, DefineTypeParameters(symbol.TypeParameters, names => method.DefineGenericParameters(names)));
        Constrain(symbol.TypeParameters, inner);
        var returnType = handles.Type(symbol.ReturnType, inner);
        method.SetSignature(
            symbol.ReturnRefKind == RefKind.None ? returnType : returnType.MakeByRefType(),
            source?.InitOnly == true ? [typeof(IsExternalInit)] : null,
            null,
            handles.Types(symbol.Parameters, inner),
            null,
            null);
        Parameters(symbol, method.DefineParameter);
        if (source?.Synthesized == SynthesizedBody.Delegate)
            method.SetImplementationFlags(MethodImplAttributes.Runtime | MethodImplAttributes.Managed);
        if (symbol.IsExtension)
            method.SetCustomAttribute(Extension);
        Note(symbol, method.SetCustomAttribute);
        if (source is { HasReturnAttributes: true })
            Note(source.Return, method.DefineParameter(0, ParameterAttributes.Retval, null).SetCustomAttribute);
        handles.Add(symbol, method);
        return inner;
    }

    /// <summary>Explicit implementations and overrides that don't have their base's signature, once every method is declared.</summary>
    public void DeclareOverrides(SourceTypeSymbol symbol)
    {
        var builder = handles.Builder(symbol);
        var context = _contexts[symbol];
        foreach (var method in MethodsOf(symbol))
        {
            if (method.ExplicitImplementation is { } implemented)
                builder.DefineMethodOverride((MethodInfo)handles.Definition(method), (MethodInfo)handles.Method(implemented, context));
            if (method.Overridden is { } overridden && overridden.ReturnType != method.ReturnType)
                builder.DefineMethodOverride((MethodInfo)handles.Definition(method), (MethodInfo)handles.Method(overridden, context));
        }

        foreach (var (method, implemented) in InterfaceImplementations.OfStatics(symbol))
            builder.DefineMethodOverride((MethodInfo)handles.Definition(method), (MethodInfo)handles.Method(implemented, context));
        foreach (var nested in symbol.NestedTypes)
            DeclareOverrides(nested);
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

    private void DeclareField(SourceTypeSymbol type, SourceFieldSymbol field)
    {
        var attributes = FieldAccess(field.Accessibility);
        if (field.IsStatic || field.IsConst)
            attributes |= FieldAttributes.Static;
        if (field.IsReadOnly)
            attributes |= FieldAttributes.InitOnly;
        var isLiteral = field.IsConst && field.ConstantValue is not decimal;
        if (isLiteral)
            attributes |= FieldAttributes.Literal;
        var builder = handles.Builder(type).DefineField(field.Name, handles.Type(field.Type, _contexts[type]), attributes);
        if (isLiteral)
            builder.SetConstant(field.ConstantValue);
        if (field.Name.StartsWith('<'))
            builder.SetCustomAttribute(CompilerGenerated);
        Note(field, builder.SetCustomAttribute);
        handles.Add(field, builder);
    }

    private void DeclareProperty(TypeBuilder builder, GenericContext context, SourceTypeSymbol type, SourcePropertySymbol symbol)
    {
        var property = builder.DefineProperty(
            symbol.Name, PropertyAttributes.None, handles.Type(symbol.Type, context), handles.Types(symbol.Parameters, context));
        if (symbol.BackingField is { } backing && !type.GetMembers().Contains(backing))
            DeclareField(type, backing);
        if (symbol.DeclaredGetter is { } getter)
        {
            DeclareMethod(builder, context, getter, _implementing.Contains(getter));
            property.SetGetMethod((MethodBuilder)handles.Definition(getter));
        }

        if (symbol.DeclaredSetter is { } setter)
        {
            DeclareMethod(builder, context, setter, _implementing.Contains(setter));
            property.SetSetMethod((MethodBuilder)handles.Definition(setter));
        }

        Note(symbol, property.SetCustomAttribute);
        if (symbol.Required)
            property.SetCustomAttribute(new CustomAttributeBuilder(typeof(RequiredMemberAttribute).GetConstructor([])!, []));
    }

    private void DeclareEvent(TypeBuilder builder, GenericContext context, SourceTypeSymbol type, SourceEventSymbol symbol)
    {
        var @event = builder.DefineEvent(symbol.Name, EventAttributes.None, handles.Type(symbol.Type, context));
        Note(symbol, @event.SetCustomAttribute);
        if (symbol.DeclaredBackingField is { } backing && !type.GetMembers().Contains(backing))
            DeclareField(type, backing);
        if (symbol.DeclaredAdder is { } adder)
        {
            DeclareMethod(builder, context, adder, _implementing.Contains(adder));
            @event.SetAddOnMethod((MethodBuilder)handles.Definition(adder));
        }

        if (symbol.DeclaredRemover is { } remover)
        {
            DeclareMethod(builder, context, remover, _implementing.Contains(remover));
            @event.SetRemoveOnMethod((MethodBuilder)handles.Definition(remover));
        }
    }

    private void Parameters(MethodSymbol symbol, Func<int, ParameterAttributes, string?, ParameterBuilder> define)
    {
        foreach (var parameter in symbol.Parameters)
        {
            var attributes = parameter.RefKind switch
            {
                RefKind.Out => ParameterAttributes.Out,
                RefKind.In => ParameterAttributes.In,
                _ => ParameterAttributes.None,
            };
            if (parameter.IsOptional)
                attributes |= ParameterAttributes.Optional;
            var builder = define(parameter.Ordinal + 1, attributes, parameter.Name);
            if (parameter.IsParams && parameter.Type is ArrayTypeSymbol)
                builder.SetCustomAttribute(new CustomAttributeBuilder(typeof(ParamArrayAttribute).GetConstructor([])!, []));
            else if (parameter.IsParams)
                builder.SetCustomAttribute(new CustomAttributeBuilder(typeof(ParamCollectionAttribute).GetConstructor([])!, []));
            if (parameter.RefKind == RefKind.In)
                builder.SetCustomAttribute(ReadOnlyAttribute);
            Note(parameter, builder.SetCustomAttribute);
            if (parameter.IsOptional && (parameter.DefaultValue is not null || !parameter.Type.IsValueType))
                DefaultValue(builder, parameter);
        }
    }

    private static void DefaultValue(ParameterBuilder builder, ParameterSymbol parameter)
    {
        if (parameter.DefaultValue is decimal value)
        {
            var bits = decimal.GetBits(value);
            var constructor = typeof(DecimalConstantAttribute).GetConstructor([typeof(byte), typeof(byte), typeof(int), typeof(int), typeof(int)])!;
            builder.SetCustomAttribute(new CustomAttributeBuilder(constructor, [(byte)(bits[3] >> 16), (byte)(bits[3] < 0 ? 128 : 0), bits[2], bits[1], bits[0]]));
            return;
        }

        if (parameter.Type is TypeParameterSymbol)
        {
            // Metadata has no constants of an open type: the attribute, which no compiler reads, keeps it for later cells.
            builder.SetCustomAttribute(new CustomAttributeBuilder(typeof(System.Runtime.InteropServices.DefaultParameterValueAttribute).GetConstructors()[0], [parameter.DefaultValue]));
            return;
        }

        try
        {
            builder.SetConstant(parameter.DefaultValue);
        }
        catch (ArgumentException)
        {
            // A constant of a type that is still being built: callers in later cells then pass default.
        }
    }

    private static MethodAttributes AttributesOf(MethodSymbol symbol, bool implementsInterface)
    {
        var source = symbol as SourceMethodSymbol;
        var attributes = MethodAccess(symbol.Accessibility) | MethodAttributes.HideBySig;
        if (source is { ExplicitImplementation: not null })
            attributes = MethodAttributes.Private | MethodAttributes.HideBySig;
        if (symbol.MethodKind is MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove or MethodKind.Operator or MethodKind.Conversion)
            attributes |= MethodAttributes.SpecialName;
        if (symbol.IsStatic)
        {
            attributes |= MethodAttributes.Static;
            if (symbol.IsAbstract || symbol.ContainingType is { IsInterface: true } && symbol.IsVirtual)
                attributes |= MethodAttributes.Virtual | (symbol.IsAbstract ? MethodAttributes.Abstract : 0);
            return attributes;
        }

        if (symbol is FrameMethodSymbol { Overrides: not null })
            return attributes | MethodAttributes.Virtual | MethodAttributes.ReuseSlot;
        if (symbol.MethodKind == MethodKind.Destructor)
            return attributes | MethodAttributes.Virtual;
        if (symbol.IsVirtual)
        {
            attributes |= MethodAttributes.Virtual;
            var sameSlot = symbol.IsOverride && source?.Overridden is var overridden && (overridden is null || overridden.ReturnType == symbol.ReturnType);
            attributes |= sameSlot ? MethodAttributes.ReuseSlot : MethodAttributes.NewSlot;
            if (symbol.IsAbstract)
                attributes |= MethodAttributes.Abstract;
            if (source?.Sealed == true)
                attributes |= MethodAttributes.Final;
        }
        else if (implementsInterface || source is { ExplicitImplementation: not null })
        {
            attributes |= MethodAttributes.Virtual | MethodAttributes.Final | MethodAttributes.NewSlot;
        }
        else if (symbol.ContainingType is { IsInterface: true } && source?.Synthesized != SynthesizedBody.Delegate && symbol.Accessibility != Accessibility.Private)
        {
            attributes |= MethodAttributes.Virtual | MethodAttributes.NewSlot;
        }

        return attributes;
    }

    private static TypeAttributes TypeAttributesOf(SourceTypeSymbol symbol, bool nested)
    {
        var attributes = symbol.TypeKind == TypeKind.Interface ? TypeAttributes.Interface | TypeAttributes.Abstract : TypeAttributes.Class;
        attributes |= nested
            ? symbol.Accessibility switch
            {
                Accessibility.Public => TypeAttributes.NestedPublic,
                Accessibility.Private => TypeAttributes.NestedPrivate,
                Accessibility.Protected => TypeAttributes.NestedFamily,
                Accessibility.ProtectedInternal => TypeAttributes.NestedFamORAssem,
                Accessibility.PrivateProtected => TypeAttributes.NestedFamANDAssem,
                _ => TypeAttributes.NestedAssembly,
            }
            : symbol.Name.StartsWith('<') ? TypeAttributes.NotPublic : TypeAttributes.Public;
        if (symbol.IsAbstract)
            attributes |= TypeAttributes.Abstract;
        if (symbol.IsSealed)
            attributes |= TypeAttributes.Sealed;
        if (symbol.TypeKind == TypeKind.Struct)
            attributes |= TypeAttributes.SequentialLayout;
        if (symbol.TypeKind is TypeKind.Class or TypeKind.Struct && !symbol.GetMembers(".cctor").Any())
            attributes |= TypeAttributes.BeforeFieldInit;
        return attributes;
    }

    private static MethodAttributes MethodAccess(Accessibility accessibility) => accessibility switch
    {
        Accessibility.Public => MethodAttributes.Public,
        Accessibility.Private => MethodAttributes.Private,
        Accessibility.Protected => MethodAttributes.Family,
        Accessibility.ProtectedInternal => MethodAttributes.FamORAssem,
        Accessibility.PrivateProtected => MethodAttributes.FamANDAssem,
        _ => MethodAttributes.Assembly,
    };

    private static FieldAttributes FieldAccess(Accessibility accessibility) => accessibility switch
    {
        Accessibility.Public => FieldAttributes.Public,
        Accessibility.Private => FieldAttributes.Private,
        Accessibility.Protected => FieldAttributes.Family,
        Accessibility.ProtectedInternal => FieldAttributes.FamORAssem,
        Accessibility.PrivateProtected => FieldAttributes.FamANDAssem,
        _ => FieldAttributes.Assembly,
    };

    private const BindingFlags AnyInstance = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    private static CustomAttributeBuilder CompilerGenerated { get; } = new(typeof(CompilerGeneratedAttribute).GetConstructor([])!, []);

    private static CustomAttributeBuilder Extension { get; } = new(typeof(ExtensionAttribute).GetConstructor([])!, []);

    private static CustomAttributeBuilder ReadOnlyAttribute { get; } = new(typeof(IsReadOnlyAttribute).GetConstructor([])!, []);
}
