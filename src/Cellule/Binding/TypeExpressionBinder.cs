using Cellule.Symbols;
using Cellule.Syntax;

namespace Cellule.Binding;

/// <summary>Expressions that name a type: casts, as, typeof, sizeof, nameof.</summary>
internal sealed partial class Binder
{
    private BoundExpression BindCast(CastExpressionSyntax syntax)
    {
        var type = BindType(syntax.Type);
        return Cast(BindValue(syntax.Expression), type, syntax.Span);
    }

    private BoundExpression BindAs(AsExpressionSyntax syntax)
    {
        var operand = RequireTypeOrNull(BindValue(syntax.Expression));
        var type = BindType(syntax.Type);
        if (operand.HasError || type.IsError)
            return new BoundBad(syntax.Span, type);
        if (type.IsValueType && !type.IsNullableValue)
        {
            _diagnostics.AsValueType(syntax.Span, type);
            return new BoundBad(syntax.Span, type);
        }

        if (type is TypeParameterSymbol { IsReferenceType: false })
        {
            _diagnostics.AsTypeParameter(syntax.Span, type);
            return new BoundBad(syntax.Span, type);
        }

        if (operand is BoundLiteral { Value: null })
            return DefaultOf(syntax.Span, type);
        if (!Conversions.StandardExplicit(operand.Type, type).Exists && operand.Type is not TypeParameterSymbol && type is not TypeParameterSymbol)
        {
            _diagnostics.AsNeverConverts(syntax.Span, operand.Type, type);
            return new BoundBad(syntax.Span, type);
        }

        return new BoundAs(syntax.Span, operand, type);
    }

    // null keeps standing for itself: (null as T), null is T.
    private BoundExpression RequireTypeOrNull(BoundExpression expression) =>
        expression is BoundLiteral { Type.IsNone: true } ? Literal(expression.Span, BuiltIn.Object, null) : RequireType(expression);

    private BoundExpression BindTypeOf(TypeOfExpressionSyntax syntax)
    {
        var type = BindUnboundType(syntax.Type);
        return type.IsError ? Bad(syntax.Span) : new BoundTypeOf(syntax.Span, BuiltIn.Type, type);
    }

    // typeof(List<>) is the definition; everything else is a type as usual.
    private TypeSymbol BindUnboundType(TypeSyntax syntax) => syntax is NameSyntax name ? BindTypeName(name) as TypeSymbol ?? BuiltIn.Error : BindType(syntax);

    private BoundExpression BindSizeOf(SizeOfExpressionSyntax syntax)
    {
        var type = BindType(syntax.Type);
        var underlying = type.EnumUnderlyingType ?? type;
        int? size = underlying.SpecialType switch
        {
            SpecialType.Boolean or SpecialType.Byte or SpecialType.SByte => 1,
            SpecialType.Char or SpecialType.Int16 or SpecialType.UInt16 => 2,
            SpecialType.Int32 or SpecialType.UInt32 or SpecialType.Single => 4,
            SpecialType.Int64 or SpecialType.UInt64 or SpecialType.Double => 8,
            SpecialType.Decimal => 16,
            _ => null,
        };
        return size is { } known ? Literal(syntax.Span, BuiltIn.Int32, known) : type.IsError ? Bad(syntax.Span) : new BoundSizeOf(syntax.Span, BuiltIn.Int32, type);
    }

    private BoundExpression BindNameOf(NameOfExpressionSyntax syntax)
    {
        var operand = syntax.Expression;
        Quietly(() => BindExpression(operand), out var diagnostics);
        if (diagnostics.HasErrors && operand is not GenericNameSyntax)
            _diagnostics.AddRange(diagnostics.Where(d => d.Id is "CS0103" or "CS0117" or "CS1061" or "CS0234"));
        if (operand is not (TypeSyntax or MemberAccessExpressionSyntax or MissingExpressionSyntax))
            _diagnostics.NameOfWithoutName(operand.Span);
        var name = operand switch
        {
            SimpleNameSyntax simple => simple.Name,
            MemberAccessExpressionSyntax member => member.Name.Name,
            QualifiedNameSyntax qualified => qualified.Right.Name,
            AliasQualifiedNameSyntax alias => alias.Name.Name,
            PredefinedTypeSyntax predefined => SymbolDisplay.Of(Predefined(predefined.Keyword)),
            _ => _source.ToString(operand.Span),
        };
        return Literal(syntax.Span, BuiltIn.String, name);
    }
}
