using Cellule.Symbols;

namespace Cellule.Binding;

/// <summary>Which of two conversions of an argument is better.</summary>
internal sealed partial class Binder
{
    /// <summary>Positive when converting to the left type is better.</summary>
    private int BetterConversion(BoundExpression expression, Conversion leftConversion, TypeSymbol left, Conversion rightConversion, TypeSymbol right)
    {
        if (left == right)
            return 0;
        if (expression is UnboundInterpolation)
        {
            var (leftHandler, rightHandler) = (IsHandler(left), IsHandler(right));
            if (leftHandler != rightHandler && (left.IsString || right.IsString || leftHandler && rightHandler))
                return leftHandler ? 1 : -1;
        }

        if (expression is UnboundCollection collection)
        {
            var order = BetterCollection(collection, left, right);
            if (order != 0)
                return order;
        }

        var (leftExact, rightExact) = (MatchesExactly(expression, left), MatchesExactly(expression, right));
        if (leftExact != rightExact)
            return leftExact ? 1 : -1;
        if (expression is UnboundLambda lambda && BetterLambdaTarget(lambda, left, right) is var byLambda and not 0)
            return byLambda;
        if (expression is UnboundTuple tuple && left.StripNullable().TupleElements is { IsEmpty: false } leftElements && right.StripNullable().TupleElements is { IsEmpty: false } rightElements)
        {
            var (leftBetter, rightBetter) = (false, false);
            for (var i = 0; i < tuple.Elements.Length; i++)
            {
                var order = BetterConversion(tuple.Elements[i], leftConversion, leftElements[i].Type, rightConversion, rightElements[i].Type);
                leftBetter |= order > 0;
                rightBetter |= order < 0;
            }

            return leftBetter == rightBetter ? 0 : leftBetter ? 1 : -1;
        }

        if (BySpan(leftConversion, left, rightConversion, right) is var bySpan and not 0)
            return bySpan;
        return BetterTarget(left, right);
    }

    // A conversion to a span comes before one to an interface; of two spans the read-only one, which takes covariant arrays too.
    private static int BySpan(Conversion leftConversion, TypeSymbol left, Conversion rightConversion, TypeSymbol right)
    {
        var (leftIsSpan, rightIsSpan) = (leftConversion.Kind == ConversionKind.Span, rightConversion.Kind == ConversionKind.Span);
        if (leftIsSpan != rightIsSpan)
            return leftIsSpan ? 1 : -1;
        if (!leftIsSpan || IsReadOnlySpan(left) == IsReadOnlySpan(right))
            return 0;
        return IsReadOnlySpan(left) ? 1 : -1;
    }

    private static bool MatchesExactly(BoundExpression expression, TypeSymbol type) => !expression.Type.IsNone && expression.Type == type;

    /// <summary>The better conversion target of two types.</summary>
    private static int BetterTarget(TypeSymbol left, TypeSymbol right)
    {
        if (left == right)
            return 0;
        var (toRight, toLeft) = (Conversions.Implicit(left, right).Exists, Conversions.Implicit(right, left).Exists);

        // Converting both ways says nothing, nor does dynamic.
        if (toRight != toLeft)
            return toRight ? 1 : -1;
        if (IsReadOnlySpan(left) && !IsReadOnlySpan(right) && right.OriginalDefinition == LoadedTypes.From(typeof(Span<>)))
            return 1;
        if (IsReadOnlySpan(right) && !IsReadOnlySpan(left) && left.OriginalDefinition == LoadedTypes.From(typeof(Span<>)))
            return -1;
        if (TaskResult(left) is { } leftResult && TaskResult(right) is { } rightResult && left.OriginalDefinition == right.OriginalDefinition)
            return BetterTarget(leftResult, rightResult);
        if (IsSignedOver(left.StripNullable().SpecialType, right.StripNullable().SpecialType))
            return 1;
        return IsSignedOver(right.StripNullable().SpecialType, left.StripNullable().SpecialType) ? -1 : 0;
    }

    private static bool IsReadOnlySpan(TypeSymbol type) => type.OriginalDefinition == LoadedTypes.From(typeof(ReadOnlySpan<>));

    private static bool IsSignedOver(SpecialType signed, SpecialType unsigned) => signed switch
    {
        SpecialType.SByte => unsigned is SpecialType.Byte or SpecialType.UInt16 or SpecialType.UInt32 or SpecialType.UInt64,
        SpecialType.Int16 => unsigned is SpecialType.UInt16 or SpecialType.UInt32 or SpecialType.UInt64,
        SpecialType.Int32 => unsigned is SpecialType.UInt32 or SpecialType.UInt64,
        SpecialType.Int64 => unsigned is SpecialType.UInt64,
        _ => false,
    };

    // Delegates with the same parameters compare by what the lambda returns.
    private int BetterLambdaTarget(UnboundLambda lambda, TypeSymbol left, TypeSymbol right)
    {
        var (leftTree, rightTree) = (ExpressionTreeDelegate(left), ExpressionTreeDelegate(right));
        if ((leftTree is null) != (rightTree is null))
            return 0;
        left = leftTree ?? left;
        right = rightTree ?? right;
        if (left.DelegateInvoke is not { } leftInvoke || right.DelegateInvoke is not { } rightInvoke || !MemberLookup.SameParameters(leftInvoke.Parameters, rightInvoke.Parameters))
            return 0;
        var (leftReturn, rightReturn) = (leftInvoke.ReturnType, rightInvoke.ReturnType);
        if (leftReturn.IsVoid != rightReturn.IsVoid)
            return leftReturn.IsVoid ? -1 : 1;
        if (leftReturn.IsVoid || leftReturn == rightReturn)
            return 0;
        if (lambda.IsAsync)
        {
            var (leftResult, rightResult) = (TaskResult(leftReturn), TaskResult(rightReturn));
            if ((leftResult is null) != (rightResult is null))
                return leftResult is null ? -1 : 1;
        }

        var parameterTypes = leftInvoke.Parameters.Select(p => p.Type).ToArray();
        if (InferReturnType(lambda, parameterTypes) is { } inferred)
        {
            if (lambda.IsAsync && TaskResult(leftReturn) is { } leftResult && TaskResult(rightReturn) is { } rightResult)
                (leftReturn, rightReturn) = (leftResult, rightResult);
            if (inferred == leftReturn)
                return inferred == rightReturn ? 0 : 1;
            if (inferred == rightReturn)
                return -1;
        }

        return BetterTarget(leftReturn, rightReturn);
    }

    private int BetterCollection(UnboundCollection collection, TypeSymbol left, TypeSymbol right)
    {
        if (CollectionElement(left) is not { } leftElement || CollectionElement(right) is not { } rightElement)
            return 0;
        if (leftElement == rightElement)
            return IsSpan(left) == IsSpan(right) ? 0 : IsSpan(left) ? 1 : -1;
        var (leftBetter, rightBetter) = (false, false);
        foreach (var (value, isSpread) in collection.Elements)
        {
            if (isSpread)
                continue;
            var order = BetterConversion(value, Conversion.Identity, leftElement, Conversion.Identity, rightElement);
            leftBetter |= order > 0;
            rightBetter |= order < 0;
        }

        return leftBetter == rightBetter ? 0 : leftBetter ? 1 : -1;
    }

    private static bool IsSpan(TypeSymbol type) => IsReadOnlySpan(type) || type.OriginalDefinition == LoadedTypes.From(typeof(Span<>));
}
