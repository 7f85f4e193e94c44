using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>Element access, indices from the end and ranges.</summary>
internal sealed partial class Binder
{
    private BoundExpression BindElementAccess(ElementAccessExpressionSyntax syntax)
    {
        var receiver = BindExpression(syntax.Expression);
        if (receiver is BoundTypeExpression { Named: var type } && !type.IsError)
        {
            _diagnostics.TypeAsValue(syntax.Expression.Span, SymbolDisplay.Of(type));
            return Bad(syntax.Span);
        }

        receiver = RequireType(receiver);
        var arguments = BindArguments(syntax.ArgumentList);
        return Index(receiver, arguments, syntax.Span);
    }

    private BoundExpression Index(BoundExpression receiver, ImmutableArray<Argument> arguments, TextSpan span)
    {
        if (receiver.HasError || arguments.Any(a => a.Expression.HasError))
            return Bad(span);
        var type = receiver.Type;
        if (type.IsDynamic || (arguments.Any(a => a.Expression.Type.IsDynamic) && type is not ArrayTypeSymbol))
            return Dynamic(span, DynamicOperationKind.GetIndex, null, [receiver], arguments, BuiltIn.Dynamic);
        if (type is ArrayTypeSymbol array)
            return ArrayElement(receiver, array, arguments, span);
        var indexers = MemberLookup.Indexers(type).Where(p => IsAccessible(p, type)).ToImmutableArray();
        Resolution? failure = null;
        if (!indexers.IsEmpty)
        {
            if (TryResolve(indexers, arguments, [], false, out failure) is { } chosen)
            {
                var (values, order) = ArrangeArguments(chosen, arguments, span);
                var property = (PropertySymbol)chosen.Member;
                return new BoundProperty(span, receiver, property, values, order, ReferenceEquals(receiver, _baseReceiver), property.Type);
            }
        }

        if (arguments is [{ Expression: var index }] && PatternIndex(receiver, index, span) is { } byPattern)
            return byPattern;
        if (InlineSpan(receiver, span) is { } elements)
            return Index(elements, arguments, span);
        if (failure is not null)
            ReportFailure(failure, arguments, new CallSite(span, span, "this[]", CallKind.Indexer, type));
        else
            _diagnostics.NotIndexable(span, type);
        return Bad(span);
    }

    private BoundExpression ArrayElement(BoundExpression receiver, ArrayTypeSymbol array, ImmutableArray<Argument> arguments, TextSpan span)
    {
        if (arguments.Length != array.Rank)
        {
            _diagnostics.WrongIndexCount(span, array.Rank);
            return Bad(span);
        }

        if (array.IsVector && !IsInteger(arguments[0].Expression))
        {
            var index = arguments[0].Expression;
            if (index.Type == BuiltIn.Range)
            {
                var slice = LoadedTypes.From(typeof(System.Runtime.CompilerServices.RuntimeHelpers)).GetMembers("GetSubArray").OfType<MethodSymbol>().First().Construct([array.ElementType]);
                return Call(span, null, slice, receiver, index) with { Type = array };
            }

            if (index.Type == BuiltIn.Index)
                return PatternIndex(receiver, index, span)!;
        }

        var indices = arguments.Select(a => IndexOfArray(a.Expression)).ToImmutableArray();
        return indices.Any(i => i.HasError) ? Bad(span) : new BoundArrayAccess(span, receiver, indices, array.ElementType);
    }

    private bool IsInteger(BoundExpression expression) => Classify(expression, BuiltIn.Int32).Exists || Classify(expression, BuiltIn.UInt64).Exists || Classify(expression, BuiltIn.Int64).Exists;

    private BoundExpression IndexOfArray(BoundExpression index)
    {
        foreach (var type in (TypeSymbol[])[BuiltIn.Int32, BuiltIn.UInt32, BuiltIn.Int64, BuiltIn.UInt64])
        {
            if (Classify(index, type).Exists)
                return Convert(index, type);
        }

        return Convert(index, BuiltIn.Int32);
    }

    private BoundExpression BindIndexFromEnd(PrefixUnaryExpressionSyntax syntax)
    {
        var operand = BindValue(syntax.Operand);
        if (operand.Type.IsNullableValue && Classify(operand, BuiltIn.Nullable(BuiltIn.Int32)).Exists)
        {
            var inner = new BoundPlaceholder(syntax.Span, BuiltIn.Int32);
            return new BoundLiftedConversion(syntax.Span, Convert(operand, BuiltIn.Nullable(BuiltIn.Int32)), inner, NewIndex(syntax.Span, inner, true), BuiltIn.Nullable(BuiltIn.Index));
        }

        if (!operand.HasError && !operand.Type.IsNone && !Classify(operand, BuiltIn.Int32).Exists)
        {
            _diagnostics.NoConversion(syntax.Span, operand.Type, BuiltIn.Int32);
            return new BoundBad(syntax.Span, BuiltIn.Index);
        }

        var value = Convert(operand, BuiltIn.Int32);
        return value.HasError ? new BoundBad(syntax.Span, BuiltIn.Index) : NewIndex(syntax.Span, value, true);
    }

    private static BoundObjectCreation NewIndex(TextSpan span, BoundExpression value, bool fromEnd)
    {
        var constructor = BuiltIn.Index.Constructors.First(c => c.Parameters.Length == 2);
        return new BoundObjectCreation(span, BuiltIn.Index, constructor, [value, Literal(span, BuiltIn.Boolean, fromEnd)], default, null);
    }

    private BoundExpression BindRange(RangeExpressionSyntax syntax)
    {
        var left = syntax.Left is null ? NewIndex(syntax.Span, Literal(syntax.Span, BuiltIn.Int32, 0), false) : BindConverted(syntax.Left, BuiltIn.Index);
        var right = syntax.Right is null ? NewIndex(syntax.Span, Literal(syntax.Span, BuiltIn.Int32, 0), true) : BindConverted(syntax.Right, BuiltIn.Index);
        if (left.HasError || right.HasError)
            return new BoundBad(syntax.Span, BuiltIn.Range);
        var constructor = BuiltIn.Range.Constructors.First(c => c.Parameters.Length == 2);
        return new BoundObjectCreation(syntax.Span, BuiltIn.Range, constructor, [left, right], default, null);
    }

    /// <summary>Index or Range over a type that knows its length and takes ints: <c>list[^1]</c>, <c>text[1..3]</c>. Null when the type doesn't.</summary>
    private BoundExpression? PatternIndex(BoundExpression receiver, BoundExpression index, TextSpan span)
    {
        var isRange = index.Type == BuiltIn.Range;
        if (!isRange && index.Type != BuiltIn.Index)
            return null;
        var isVariable = receiver is BoundLocal or BoundPlaceholder or BoundParameter or BoundThis or BoundField { Receiver: null };
        var local = Temporary(receiver.Type);
        BoundExpression source = isVariable ? receiver : new BoundLocal(receiver.Span, local);
        if (LengthOf(source, span) is not { } length)
            return null;
        var locals = ImmutableArray.CreateBuilder<LocalSymbol>();
        var effects = ImmutableArray.CreateBuilder<BoundExpression>();
        if (!isVariable)
        {
            locals.Add(local);
            effects.Add(new BoundAssignment(span, source, receiver));
        }

        if (!isRange)
        {
            var position = Store(Position(index, length, span));
            var element = Index(source, [new Argument(span, position, Symbols.RefKind.None, null)], span);
            return element.HasError ? element : new BoundSequence(span, locals.ToImmutable(), effects.ToImmutable(), element);
        }

        var slice = source.Type.IsString ? "Substring" : "Slice";
        if (!MemberLookup.Methods(source.Type, slice).Any(m => m.Parameters.Length == 2))
            return null;
        BoundExpression start, end;
        if (index is BoundObjectCreation { Arguments: [var from, var to] })
        {
            start = Store(Position(from, length, span));
            end = Position(to, length, span);
        }
        else
        {
            var range = Store(index);
            start = Store(Position(PropertyOf(span, range, (PropertySymbol)BuiltIn.Range.GetMembers("Start")[0]), length, span));
            end = Position(PropertyOf(span, range, (PropertySymbol)BuiltIn.Range.GetMembers("End")[0]), length, span);
        }

        var count = new BoundBinary(span, BinaryOperator.Subtract, end, start, null, false, false, BuiltIn.Int32);
        var result = TryInvoke(source, slice, span, start, count);
        return result is null ? null : new BoundSequence(span, locals.ToImmutable(), effects.ToImmutable(), result);

        BoundExpression Store(BoundExpression value)
        {
            if (value is BoundLiteral)
                return value;
            var temporary = Temporary(value.Type);
            locals.Add(temporary);
            var use = new BoundLocal(span, temporary);
            effects.Add(new BoundAssignment(span, use, value));
            return use;
        }
    }

    // new Index(n, true) is length - n; anything else is asked for its offset.
    private static BoundExpression Position(BoundExpression index, BoundExpression length, TextSpan span)
    {
        if (index is BoundObjectCreation { Arguments: [var value, BoundLiteral { Value: bool fromEnd }] })
            return fromEnd ? new BoundBinary(span, BinaryOperator.Subtract, length, value, null, false, false, BuiltIn.Int32) : value;
        if (index is BoundConversion { Kind: ConversionKind.UserDefined, Operand: var number } && number.Type == BuiltIn.Int32)
            return number;
        return Call(span, index, WellKnown(typeof(Index), "GetOffset", BuiltIn.Int32), length);
    }

    private static BoundExpression? LengthOf(BoundExpression source, TextSpan span)
    {
        foreach (var name in (string[])["Length", "Count"])
        {
            foreach (var member in MemberLookup.Find(source.Type, name))
            {
                if (member is PropertySymbol { IsStatic: false, Getter: not null } property && property.Type == BuiltIn.Int32)
                    return PropertyOf(span, source, property);
            }
        }

        return null;
    }
}
