using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Cellule.Symbols;

namespace Cellule.Emit;

/// <content>Fields, methods, properties, events and their parameters.</content>
internal sealed partial class TypeDeclarer
{
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
        if (source is not null)
            DeclareReturn(source, method);
        handles.Add(symbol, method);
        return inner;
    }

    private void DeclareReturn(SourceMethodSymbol symbol, MethodBuilder method)
    {
        ParameterBuilder? builder = null;
        TypeNotes.Write(symbol.ReturnType, note => (builder ??= method.DefineParameter(0, ParameterAttributes.Retval, null)).SetCustomAttribute(note));
        if (symbol.HasReturnAttributes)
            Note(symbol.Return, (builder ?? method.DefineParameter(0, ParameterAttributes.Retval, null)).SetCustomAttribute);
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

        // A constant of an enum inside a generic type would be of a type that can't have one before it is created.
        var fieldType = isLiteral && type.TypeKind == TypeKind.Enum && !type.TypeParameters.IsEmpty ? type.EnumUnderlying : field.Type;
        var builder = handles.Builder(type).DefineField(field.Name, handles.Type(fieldType, _contexts[type]), attributes);
        if (isLiteral)
            builder.SetConstant(field.ConstantValue);
        if (field.Name.StartsWith('<'))
            builder.SetCustomAttribute(CompilerGenerated);
        TypeNotes.Write(field.Type, builder.SetCustomAttribute);
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

        TypeNotes.Write(symbol.Type, property.SetCustomAttribute);
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
            TypeNotes.Write(parameter.Type, builder.SetCustomAttribute);
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
}
