using System.Collections.Immutable;
using Cellule.Binding;
using Cellule.Emit;
using Cellule.Lowering.Closures;
using Cellule.Lowering.Ir;
using Cellule.Symbols;

namespace Cellule.Lowering;

/// <content>Bodies of declared types' members: those of the source, constructors with what runs before them, and accessors.</content>
internal sealed partial class Lowerer
{
    private IEnumerable<(MethodSymbol Symbol, IrFunction Function)> Members(BoundTypeBody body)
    {
        var type = body.Type;
        var captured = new Dictionary<ParameterSymbol, FieldSymbol>(ReferenceEqualityComparer.Instance);
        foreach (var parameter in body.CapturedParameters.IsDefault ? [] : body.CapturedParameters)
        {
            var field = new SourceFieldSymbol($"<{parameter.Name}>P", parameter.Type, type);
            captured.Add(parameter, field);
            type.Add(field);
        }

        _scope = new FunctionScope(type, false, BuiltIn.Void) { CapturedParameters = captured };
        var hasStatic = false;
        foreach (var method in body.Methods)
        {
            var thisType = method.Method.IsStatic ? null : type;
            hasStatic |= method.Method.MethodKind == MethodKind.StaticConstructor;
            yield return (method.Method, method.Method.MethodKind switch
            {
                MethodKind.Constructor => Constructor(body, method),
                MethodKind.StaticConstructor => StaticConstructor(body, method.Method, method.Body),
                _ => Function(method.Method, method.Body, $"{type.Name}.{method.Method.Name}", thisType),
            });
        }

        if (!hasStatic && !body.StaticInitializers.IsDefaultOrEmpty)
        {
            var symbol = new SourceMethodSymbol(".cctor", MethodKind.StaticConstructor, type) { Static = true };
            type.Add(symbol);
            yield return (symbol, StaticConstructor(body, symbol, null));
        }

        var withBody = body.Methods.Select(m => (MethodSymbol)m.Method).ToHashSet<MethodSymbol>(ReferenceEqualityComparer.Instance);
        if (type.PrimaryConstructor is { } primary && !withBody.Contains(primary))
            yield return (primary, PrimaryConstructor(body, primary, captured));
        foreach (var method in TypeDeclarer.MethodsOf(type))
        {
            if (method.Synthesized is SynthesizedBody.None or SynthesizedBody.Delegate || withBody.Contains(method) || method == type.PrimaryConstructor)
                continue;
            yield return (method, method.Synthesized == SynthesizedBody.DefaultConstructor ? DefaultConstructor(body, method) : Synthesized(type, method));
        }
    }

    private IEnumerable<LoweredMethod> AnonymousMembers(SourceTypeSymbol type) =>
        TypeDeclarer.MethodsOf(type).Where(m => m.Synthesized != SynthesizedBody.Delegate).Select(method => new LoweredMethod(method, Synthesized(type, method), []));

    private IrFunction Constructor(BoundTypeBody body, BoundMethodBody method)
    {
        var parameters = Parameters(method.Method);
        _scope = ConstructorScope(body.Type, body.Type);
        var statements = new List<IrStatement>();
        if (!method.CallsThis)
            Initializers(body.Initializers, body.Type, statements);
        if (method.ConstructorInitializer is { } initializer)
        {
            statements.Add(new IrSequencePoint(initializer.Span));
            statements.Add(ConstructorCall(body.Type, initializer));
        }
        else if (body.Type.TypeKind == TypeKind.Class)
        {
            statements.Add(BaseCall(body.Type));
        }

        statements.Add(Block(method.Body));
        return InstanceFunction(method.Method, body.Type, parameters, statements);
    }

    private FunctionScope ConstructorScope(TypeSymbol owner, TypeSymbol? thisType) => _scope with { ThisType = thisType, Owner = owner, IsConstructor = true, IsReadOnly = false };

    private static IrFunction InstanceFunction(MethodSymbol method, SourceTypeSymbol type, ImmutableArray<IrVariable> parameters, List<IrStatement> statements) =>
        new($"{type.Name}.{(method.MethodKind == MethodKind.Constructor ? "new" : method.Name)}", parameters, method.ReturnType, IrBlock.Of([.. statements]))
        {
            Symbol = method,
            ThisType = method.IsStatic ? null : type,
        };

    private void Initializers(ImmutableArray<BoundFieldInitializer> initializers, SourceTypeSymbol type, List<IrStatement> statements)
    {
        foreach (var initializer in initializers.IsDefault ? [] : initializers)
        {
            statements.Add(new IrSequencePoint(initializer.Span));
            statements.Add(Make.Set(new IrField(initializer.Field.IsStatic ? null : new IrThis(type), initializer.Field), Lower(initializer.Value)));
        }
    }

    private IrStatement ConstructorCall(SourceTypeSymbol type, BoundCall call)
    {
        var prologue = new List<IrStatement>();
        var arguments = Arguments(call.Method, call.Arguments, call.EvaluationOrder, prologue);
        return Make.Do(Make.Sequence(prologue, new IrCall(new IrThis(type), call.Method, arguments, false)));
    }

    private static IrStatement BaseCall(SourceTypeSymbol type)
    {
        var baseType = type.BaseType ?? BuiltIn.Object;
        var constructor = baseType.Constructors.FirstOrDefault(c => c.Parameters.IsEmpty && !c.IsStatic)
            ?? baseType.Constructors.First(c => !c.IsStatic && c.Parameters.All(p => p.IsOptional || p.IsParams));
        var arguments = constructor.Parameters.Select(p => p.IsParams
            ? new IrArrayInit((ArrayTypeSymbol)p.Type, [])
            : Literal(p.DefaultValue, p.Type));
        return Make.Do(new IrCall(new IrThis(type), constructor, [.. arguments], false));
    }

    private IrFunction DefaultConstructor(BoundTypeBody body, SourceMethodSymbol method)
    {
        _scope = ConstructorScope(body.Type, body.Type);
        var statements = new List<IrStatement>();
        Initializers(body.Initializers, body.Type, statements);
        if (body.Type.TypeKind == TypeKind.Class)
            statements.Add(BaseCall(body.Type));
        return InstanceFunction(method, body.Type, [], statements);
    }

    private IrFunction PrimaryConstructor(BoundTypeBody body, SourceMethodSymbol method, Dictionary<ParameterSymbol, FieldSymbol> captured)
    {
        var type = body.Type;
        var parameters = Parameters(method);
        _scope = ConstructorScope(type, type);
        var statements = new List<IrStatement>();
        for (var i = 0; i < parameters.Length; i++)
        {
            var parameter = method.Parameters[i];
            if (captured.TryGetValue(parameter, out var field))
                statements.Add(Make.Set(new IrField(new IrThis(type), field), new IrLocal(parameters[i])));
            if (type.PositionalMembers.FirstOrDefault(p => p.Name == parameter.Name) is { BackingField: { } backing }
                && !body.Initializers.Any(n => ReferenceEquals(n.Field, backing)))
                statements.Add(Make.Set(new IrField(new IrThis(type), backing), new IrLocal(parameters[i])));
        }

        Initializers(body.Initializers, type, statements);
        if (body.PrimaryBaseCall is { } call)
            statements.Add(ConstructorCall(type, call));
        else if (type.TypeKind == TypeKind.Class)
            statements.Add(BaseCall(type));

        // Outside of this constructor its parameters are the fields that captured them.
        foreach (var parameter in method.Parameters)
            _variables.Remove(parameter);
        return InstanceFunction(method, type, parameters, statements);
    }

    private IrFunction StaticConstructor(BoundTypeBody body, SourceMethodSymbol method, BoundBlock? source)
    {
        _scope = ConstructorScope(body.Type, null);
        var statements = new List<IrStatement>();
        Initializers(body.StaticInitializers, body.Type, statements);
        if (source is not null)
            statements.Add(Block(source));
        return InstanceFunction(method, body.Type, [], statements);
    }
}
