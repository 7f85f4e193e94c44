using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>Comparison with null, of references and of tuples.</summary>
internal sealed partial class Binder
{
    private static bool IsEquality(BinaryOperator op) => op is BinaryOperator.Equal or BinaryOperator.NotEqual;

    private static bool IsNullish(BoundExpression expression) => expression.Type.IsNullableValue || expression.Type.IsNone;

    private static BoundExpression? NullComparison(BinaryOperator op, BoundExpression left, BoundExpression right, TextSpan span)
    {
        var isNull = left.Type.IsNone ? left : right.Type.IsNone ? right : null;
        if (isNull is null)
            return null;
        var operand = ReferenceEquals(isNull, left) ? right : left;
        if (operand.Type.IsNullableValue)
        {
            var hasValue = PropertyOf(span, operand, (PropertySymbol)operand.Type.GetMembers("HasValue")[0]);
            return op == BinaryOperator.NotEqual ? hasValue : new BoundUnary(span, UnaryOperator.LogicalNot, hasValue, null, false, false, BuiltIn.Boolean);
        }

        if (operand.Type.IsValueType)
            return operand.Type.TypeKind == TypeKind.Pointer || operand.Type.IsRefLike || UserDefinesEquality(operand.Type) ? null : NeverNull(op, operand, span);
        var value = operand.Type is TypeParameterSymbol ? new BoundConversion(operand.Span, operand, ConversionKind.Boxing, BuiltIn.Object) : operand;
        return new BoundBinary(span, op, value, Literal(isNull.Span, value.Type, null), null, false, false, BuiltIn.Boolean);
    }

    private static bool UserDefinesEquality(TypeSymbol type) => type.TypeKind == TypeKind.Struct && type.SpecialType == SpecialType.None && type.GetMembers("op_Equality").IsEmpty;

    // int == null is allowed and false: compared as int?.
    private static BoundBinary NeverNull(BinaryOperator op, BoundExpression operand, TextSpan span)
    {
        var type = BuiltIn.Nullable(operand.Type);
        var value = new BoundConversion(operand.Span, operand, ConversionKind.NullableWrap, type);
        var hasValue = PropertyOf(span, value, (PropertySymbol)type.GetMembers("HasValue")[0]);
        return new BoundBinary(span, op, hasValue, Literal(span, BuiltIn.Boolean, false), null, false, false, BuiltIn.Boolean);
    }

    private static BoundExpression? ReferenceEquality(BinaryOperator op, BoundExpression left, BoundExpression right, TextSpan span)
    {
        var (a, b) = (left.Type, right.Type);
        if (a.IsValueType || b.IsValueType || a.TypeKind == TypeKind.Pointer || b.TypeKind == TypeKind.Pointer)
            return null;
        if (a is TypeParameterSymbol { IsReferenceType: false } || b is TypeParameterSymbol { IsReferenceType: false })
            return null;
        if (!Conversions.StandardExplicit(a, b).Exists && !Conversions.StandardExplicit(b, a).Exists)
            return null;
        return new BoundBinary(span, op, AsObject(left), AsObject(right), null, false, false, BuiltIn.Boolean);

        static BoundExpression AsObject(BoundExpression e) => e.Type.IsObject ? e : new BoundConversion(e.Span, e, e.Type is TypeParameterSymbol ? ConversionKind.Boxing : ConversionKind.Reference, BuiltIn.Object);
    }

    private BoundExpression? TupleEquality(BinaryOperator op, BoundExpression left, BoundExpression right, TextSpan span)
    {
        var (leftElements, rightElements) = (Elements(left), Elements(right));
        if (leftElements == 0 || rightElements == 0)
            return null;
        if (leftElements != rightElements)
        {
            _diagnostics.TupleTypesDiffer(span, leftElements, rightElements);
            return new BoundBad(span, BuiltIn.Boolean);
        }

        var locals = ImmutableArray.CreateBuilder<LocalSymbol>();
        var effects = ImmutableArray.CreateBuilder<BoundExpression>();
        var (a, b) = (Split(left), Split(right));
        BoundExpression? result = null;
        for (var i = 0; i < leftElements; i++)
        {
            var element = Binary(op, a[i], b[i], span, span);
            if (element.HasError)
                return element;
            result = result is null ? element : new BoundBinary(span, op == BinaryOperator.Equal ? BinaryOperator.AndAlso : BinaryOperator.OrElse, result, element, null, false, false, BuiltIn.Boolean);
        }

        return new BoundSequence(span, locals.ToImmutable(), effects.ToImmutable(), result!);

        static int Elements(BoundExpression e) => e is UnboundTuple tuple ? tuple.Elements.Length : e.Type.IsTuple && e.Type.TupleElements.Length > 1 ? e.Type.TupleElements.Length : 0;

        // Every element is evaluated once, in order, before anything is compared.
        BoundExpression[] Split(BoundExpression e)
        {
            if (e is UnboundTuple tuple)
                return [.. tuple.Elements.Select(x => x is BoundLiteral or { Type.IsNone: true } or UnboundTuple ? x : Spill(Finish(x)))];
            var whole = Spill(e);
            return [.. Enumerable.Range(0, e.Type.TupleElements.Length).Select(i => TupleElementOf(e.Span, whole, i))];
        }

        BoundExpression Spill(BoundExpression e)
        {
            var local = Temporary(e.Type);
            locals.Add(local);
            var use = new BoundLocal(e.Span, local);
            effects.Add(new BoundAssignment(e.Span, use, e));
            return use;
        }
    }
}
