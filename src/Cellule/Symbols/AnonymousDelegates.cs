using System.Collections.Immutable;

namespace Cellule.Symbols;

/// <summary>
/// The session's delegate types for functions that neither Func nor Action can describe: with parameters by reference, default values,
/// <c>params</c>, or more than sixteen of them. For each shape one generic delegate with a type parameter for each type in it.
/// </summary>
internal sealed class AnonymousDelegates
{
    private readonly Dictionary<string, SourceTypeSymbol> _byShape = new(StringComparer.Ordinal);

    public TypeSymbol Get(ImmutableArray<ParameterSymbol> parameters, TypeSymbol returnType)
    {
        var shape = string.Join('|', parameters.Select(ShapeOf)) + (returnType.IsVoid ? "" : ">");
        if (!_byShape.TryGetValue(shape, out var definition))
            _byShape.Add(shape, definition = Make(parameters, returnType.IsVoid, _byShape.Count));
        NamedTypeSymbol named = definition.RuntimeType is { } type ? LoadedTypes.Definition(type) : definition;
        ImmutableArray<TypeSymbol> arguments = [.. parameters.Select(p => IsParamsArray(p, out var element) ? element : p.Type)];
        return named.Construct(returnType.IsVoid ? arguments : arguments.Add(returnType));
    }

    // T[] of a params parameter must be seen to be an array.
    private static bool IsParamsArray(ParameterSymbol parameter, out TypeSymbol element)
    {
        var array = parameter.IsParams ? parameter.Type as ArrayTypeSymbol : null;
        element = array?.ElementType ?? parameter.Type;
        return array is not null;
    }

    private static string ShapeOf(ParameterSymbol parameter) =>
        FormattableString.Invariant($"{parameter.RefKind}{(parameter.IsParams ? "*" : "")}{(parameter.IsOptional ? $"={parameter.DefaultValue?.GetType().Name}:{parameter.DefaultValue}" : "")}");

    private static SourceTypeSymbol Make(ImmutableArray<ParameterSymbol> parameters, bool isVoid, int number)
    {
        var type = new SourceTypeSymbol($"<>f__AnonymousDelegate{number}", TypeKind.Delegate, null) { DeclaredBase = BuiltIn.MulticastDelegate };
        var count = parameters.Length + (isVoid ? 0 : 1);
        type.DeclaredTypeParameters = [.. Enumerable.Range(0, count).Select(i => new SourceTypeParameterSymbol($"T{i}", i, false) { RefStructAllowed = true })];
        type.Add(new SourceMethodSymbol(".ctor", MethodKind.Constructor, type)
        {
            Synthesized = SynthesizedBody.Delegate,
            DeclaredParameters = [new ParameterSymbol("object", BuiltIn.Object, 0), new ParameterSymbol("method", BuiltIn.NativeInt, 1)],
        });
        type.Add(new SourceMethodSymbol("Invoke", MethodKind.DelegateInvoke, type)
        {
            Synthesized = SynthesizedBody.Delegate,
            Virtual = true,
            DeclaredReturnType = isVoid ? BuiltIn.Void : type.DeclaredTypeParameters[^1],
            DeclaredParameters =
            [
                .. parameters.Select((p, i) => new ParameterSymbol($"arg{i + 1}", IsParamsArray(p, out _) ? type.DeclaredTypeParameters[i].MakeArray() : type.DeclaredTypeParameters[i], i, p.RefKind)
                {
                    IsParams = p.IsParams,
                    IsOptional = p.IsOptional,
                    DefaultValue = p.DefaultValue,
                }),
            ],
        });
        return type;
    }
}
