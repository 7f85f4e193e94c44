using Cellule.Symbols;

namespace Cellule.Binding;

/// <summary>C# 14's conversions to spans: of arrays, strings and spans, found without user-defined operators and hence on receivers of extension methods too.</summary>
internal static class SpanConversions
{
    private static readonly TypeSymbol Span = LoadedTypes.From(typeof(Span<>));
    private static readonly TypeSymbol ReadOnlySpan = LoadedTypes.From(typeof(ReadOnlySpan<>));

    public static bool IsSpan(TypeSymbol type) => ReferenceEquals(type.OriginalDefinition, Span) && !ReferenceEquals(type, Span);

    public static bool IsReadOnlySpan(TypeSymbol type) => ReferenceEquals(type.OriginalDefinition, ReadOnlySpan) && !ReferenceEquals(type, ReadOnlySpan);

    public static bool Exists(TypeSymbol from, TypeSymbol to)
    {
        if (IsSpan(to))
            return from is ArrayTypeSymbol { IsVector: true } array && array.ElementType == to.TypeArguments[0];
        if (!IsReadOnlySpan(to))
            return false;
        var element = from.IsString ? BuiltIn.Char
            : from is ArrayTypeSymbol { IsVector: true } vector ? vector.ElementType
            : IsSpan(from) || IsReadOnlySpan(from) ? from.TypeArguments[0]
            : null;
        var wanted = to.TypeArguments[0];
        return element is not null && from != to && (element == wanted || (!element.IsValueType && !wanted.IsValueType && Conversions.IsImplicitReference(element, wanted)));
    }

    /// <summary>The conversion as the calls that make it.</summary>
    public static BoundExpression Apply(BoundExpression expression, TypeSymbol to)
    {
        var span = expression.Span;
        var from = expression.Type;
        if (from is ArrayTypeSymbol array)
        {
            var wanted = to.TypeArguments[0].MakeArray();
            return Converted(array == wanted ? expression : new BoundConversion(span, expression, ConversionKind.Reference, wanted), to, wanted);
        }

        if (from.IsString)
            return Converted(expression, to, from);
        if (IsSpan(from))
        {
            var readOnly = ((NamedTypeSymbol)ReadOnlySpan).Construct(from.TypeArguments[0]);
            return CastUp(Converted(expression, readOnly, from), to);
        }

        return CastUp(expression, to);
    }

    private static BoundConversion Converted(BoundExpression operand, TypeSymbol to, TypeSymbol parameter)
    {
        var holder = operand.Type is ArrayTypeSymbol ? to : operand.Type;
        var method = holder.GetMembers("op_Implicit").OfType<MethodSymbol>().First(m => m.Parameters[0].Type == parameter && m.ReturnType == to);
        return new BoundConversion(operand.Span, operand, ConversionKind.Span, to, method);
    }

    private static BoundExpression CastUp(BoundExpression operand, TypeSymbol to)
    {
        if (operand.Type == to)
            return operand;
        var method = to.GetMembers(nameof(ReadOnlySpan<object>.CastUp)).OfType<MethodSymbol>().First().Construct([operand.Type.TypeArguments[0]]);
        return new BoundConversion(operand.Span, operand, ConversionKind.Span, to, method);
    }
}
