using System.Collections.Immutable;
using System.Text;

namespace Cellule.Symbols;

/// <summary>Symbols as C#'s diagnostics write them.</summary>
internal static class SymbolDisplay
{
    public static string Of(Symbol symbol) => symbol switch
    {
        TypeSymbol type => Of(type),
        MethodSymbol method => Of(method),
        PropertySymbol { IsIndexer: true } indexer => $"{Of(indexer.ContainingType!)}.this[{Parameters(indexer.Parameters)}]",
        MemberSymbol { ContainingType: { } containing } member => $"{Of(containing)}.{member.Name}",
        NamespaceSymbol ns => ns.FullName,
        _ => symbol.Name,
    };

    public static string Of(MethodSymbol method)
    {
        var name = method.MethodKind == MethodKind.Constructor && method.ContainingType is { } type ? type.Name : method.Name;
        var arguments = method.TypeArguments.IsEmpty ? "" : $"<{string.Join(", ", method.TypeArguments.Select(Of))}>";
        var containing = method.ContainingType is { } c ? Of(c) + "." : "";
        return $"{containing}{name}{arguments}({Parameters(method.Parameters)})";
    }

    public static string Parameters(ImmutableArray<ParameterSymbol> parameters) =>
        string.Join(", ", parameters.Select(p => $"{(p.IsThis ? "this " : p.IsParams ? "params " : "")}{Prefix(p.RefKind)}{Of(p.Type)}"));

    public static string Prefix(RefKind kind) => kind switch
    {
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        RefKind.In => "in ",
        _ => "",
    };

    public static string Of(TypeSymbol type)
    {
        if (Keyword(type) is { } keyword)
            return keyword;
        switch (type)
        {
            case ArrayTypeSymbol array:
                var suffix = new StringBuilder();
                TypeSymbol element = array;
                while (element is ArrayTypeSymbol inner)
                {
                    suffix.Append('[').Append(',', inner.Rank - 1).Append(']');
                    element = inner.ElementType;
                }

                return Of(element) + suffix;
            case PointerTypeSymbol pointer:
                return pointer.Name;
            case TypeParameterSymbol or ErrorTypeSymbol or DynamicTypeSymbol:
                return type.Name;
        }

        if (type.IsNullableValue)
            return Of(type.TypeArguments[0]) + "?";
        if (type.IsTuple && type.TupleElements.Length > 1)
            return $"({string.Join(", ", type.TupleElements.Select(e => e.Name is null ? Of(e.Type) : $"{Of(e.Type)} {e.Name}"))})";
        if (type.Name.StartsWith("<>f__AnonymousType", StringComparison.Ordinal))
            return $"<anonymous type: {string.Join(", ", type.GetMembers().OfType<PropertySymbol>().Select(p => $"{Of(p.Type)} {p.Name}"))}>";
        var outer = type.ContainingType;
        var prefix = outer is not null ? Of(outer) + "." : type.Namespace.Length > 0 && !IsCellNamespace(type) ? type.Namespace + "." : "";
        var own = type.TypeArguments.Length - (outer?.TypeArguments.Length ?? 0);
        return own <= 0 ? prefix + type.Name : $"{prefix}{type.Name}<{string.Join(", ", type.TypeArguments[^own..].Select(Of))}>";
    }

    /// <summary>The type without its namespace, as completion lists show it.</summary>
    public static string Short(TypeSymbol type)
    {
        var full = Of(type);
        var bracket = full.IndexOfAny(['<', '(', '[']);
        var head = bracket < 0 ? full : full[..bracket];
        return full[(head.LastIndexOf('.') + 1)..];
    }

    private static bool IsCellNamespace(TypeSymbol type) => type.RuntimeType?.Assembly.IsDynamic == true;

    private static string? Keyword(TypeSymbol type) => type.SpecialType switch
    {
        SpecialType.Object => "object",
        SpecialType.Void => "void",
        SpecialType.Boolean => "bool",
        SpecialType.Char => "char",
        SpecialType.SByte => "sbyte",
        SpecialType.Byte => "byte",
        SpecialType.Int16 => "short",
        SpecialType.UInt16 => "ushort",
        SpecialType.Int32 => "int",
        SpecialType.UInt32 => "uint",
        SpecialType.Int64 => "long",
        SpecialType.UInt64 => "ulong",
        SpecialType.NativeInt => "nint",
        SpecialType.NativeUInt => "nuint",
        SpecialType.Single => "float",
        SpecialType.Double => "double",
        SpecialType.Decimal => "decimal",
        SpecialType.String => "string",
        _ => null,
    };
}
