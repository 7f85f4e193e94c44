using Cellule.Symbols;

namespace Cellule.Session.Assistance;

/// <summary>A symbol with its type, as a reader of C# would declare it.</summary>
internal static class SymbolSignature
{
    public static string Of(Symbol symbol) => symbol switch
    {
        MethodSymbol method => $"{SymbolDisplay.Of(method.ReturnType)} {Qualified(method)}({string.Join(", ", method.Parameters.Select(Parameter))})",
        PropertySymbol property => $"{SymbolDisplay.Of(property.Type)} {SymbolDisplay.Of(property)} {{ {(property.Getter is null ? "" : "get; ")}{(property.Setter is null ? "" : property.IsInitOnly ? "init; " : "set; ")}}}",
        CellVariableSymbol variable => $"{SymbolDisplay.Of(variable.Type)} {variable.Name}",
        LocalSymbol local => $"{SymbolDisplay.Of(local.Type)} {local.Name}",
        ParameterSymbol parameter => $"{SymbolDisplay.Prefix(parameter.RefKind)}{SymbolDisplay.Of(parameter.Type)} {parameter.Name}",
        FieldSymbol field => $"{(field.IsConst ? "const " : "")}{SymbolDisplay.Of(field.Type)} {SymbolDisplay.Of(field)}",
        EventSymbol @event => $"event {SymbolDisplay.Of(@event.Type)} {SymbolDisplay.Of(@event)}",
        TypeSymbol type => $"{Kind(type)} {SymbolDisplay.Of(type)}",
        _ => SymbolDisplay.Of(symbol),
    };

    private static string Qualified(MethodSymbol method)
    {
        var name = method.TypeParameters.IsEmpty ? method.Name : $"{method.Name}<{string.Join(", ", method.TypeParameters.Select(parameter => parameter.Name))}>";
        // The methods of cells lie in a class that has no name in C#.
        return method.ContainingType is { } containing && containing.Name[0] != '<' ? $"{SymbolDisplay.Of(containing)}.{name}" : name;
    }

    private static string Parameter(ParameterSymbol parameter) =>
        $"{(parameter.IsThis ? "this " : parameter.IsParams ? "params " : "")}{SymbolDisplay.Prefix(parameter.RefKind)}{SymbolDisplay.Of(parameter.Type)} {parameter.Name}{(parameter.IsOptional ? " = …" : "")}";

    private static string Kind(TypeSymbol type) => type.TypeKind switch
    {
        TypeKind.Struct => "struct",
        TypeKind.Interface => "interface",
        TypeKind.Enum => "enum",
        TypeKind.Delegate => "delegate",
        _ => type.IsStatic ? "static class" : "class",
    };
}
