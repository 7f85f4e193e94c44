using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Syntax;

namespace Cellule.Binding;

/// <summary>Arrays: with lengths, with elements, implicitly typed, on the stack.</summary>
internal sealed partial class Binder
{
    private BoundExpression BindArrayCreation(ArrayCreationExpressionSyntax syntax)
    {
        var element = BindType(syntax.Type.ElementType);
        var ranks = syntax.Type.RankSpecifiers;
        for (var i = ranks.Length - 1; i >= 1; i--)
            element = element.MakeArray(ranks[i].Rank);
        if (element.IsError)
            return Bad(syntax.Span);
        var type = element.MakeArray(ranks[0].Rank);
        var sizes = ranks[0].Sizes.Select(BindSize).ToImmutableArray();
        if (syntax.Initializer is not null)
        {
            var array = ArrayFromInitializer(syntax.Initializer, type);
            if (array is BoundArrayCreation made)
            {
                for (var i = 0; i < sizes.Length; i++)
                {
                    if (made.Dimensions[i] is BoundLiteral { Value: int actual } && (sizes[i] is not BoundLiteral { Value: int wanted } || wanted != actual))
                    {
                        if (sizes[i] is BoundLiteral { Value: int count })
                            _diagnostics.WrongArrayLength(syntax.Initializer.Span, count);
                        else if (!sizes[i].HasError)
                            _diagnostics.ConstantExpected(sizes[i].Span);
                        return Bad(syntax.Span);
                    }
                }
            }

            return array with { Span = syntax.Span };
        }

        return sizes.Any(s => s.HasError) ? new BoundBad(syntax.Span, type) : new BoundArrayCreation(syntax.Span, type, sizes, default);
    }

    private BoundExpression BindSize(ExpressionSyntax syntax)
    {
        var size = BindValue(syntax);
        if (size is BoundLiteral { Value: int and < 0 })
            _diagnostics.NegativeArraySize(syntax.Span);
        foreach (var type in (TypeSymbol[])[BuiltIn.Int32, BuiltIn.UInt32, BuiltIn.Int64, BuiltIn.UInt64])
        {
            if (Classify(size, type).Exists)
                return Convert(size, type);
        }

        return Convert(size, BuiltIn.Int32);
    }

    /// <summary>An array of nested braces, row by row.</summary>
    private BoundExpression ArrayFromInitializer(InitializerExpressionSyntax syntax, ArrayTypeSymbol type)
    {
        var elements = ImmutableArray.CreateBuilder<BoundExpression>();
        var lengths = new int[type.Rank];
        Array.Fill(lengths, -1);
        var ok = Fill(syntax, 0);
        for (var i = 0; i < lengths.Length; i++)
            lengths[i] = Math.Max(lengths[i], 0);
        if (!ok || elements.Any(e => e.HasError))
            return new BoundBad(syntax.Span, type);
        return new BoundArrayCreation(syntax.Span, type, [.. lengths.Select(l => Literal(syntax.Span, BuiltIn.Int32, l))], elements.ToImmutable());

        bool Fill(InitializerExpressionSyntax level, int depth)
        {
            if (lengths[depth] >= 0 && lengths[depth] != level.Expressions.Length)
            {
                _diagnostics.WrongArrayLength(level.Span, lengths[depth]);
                return false;
            }

            lengths[depth] = level.Expressions.Length;
            foreach (var expression in level.Expressions)
            {
                if (depth < type.Rank - 1)
                {
                    if (expression is not InitializerExpressionSyntax inner)
                    {
                        _diagnostics.WrongArrayLength(expression.Span, lengths[depth]);
                        return false;
                    }

                    if (!Fill(inner, depth + 1))
                        return false;
                }
                else if (expression is InitializerExpressionSyntax nested && type.ElementType is ArrayTypeSymbol elementType)
                {
                    elements.Add(ArrayFromInitializer(nested, elementType));
                }
                else
                {
                    elements.Add(BindConverted(expression, type.ElementType));
                }
            }

            return true;
        }
    }

    private BoundExpression BindImplicitArray(ImplicitArrayCreationExpressionSyntax syntax)
    {
        var leaves = new List<ExpressionSyntax>();
        Collect(syntax.Initializer, 1);
        var values = leaves.ConvertAll(BindValue);
        if (values.Exists(v => v.HasError))
            return Bad(syntax.Span);
        var type = BestCommonType(values);
        if (type is null || type.IsVoid)
        {
            _diagnostics.ArrayWithoutType(syntax.Span);
            return Bad(syntax.Span);
        }

        var lengths = new List<int>();
        for (ExpressionSyntax? level = syntax.Initializer; level is InitializerExpressionSyntax braces && lengths.Count < syntax.Rank; level = braces.Expressions.FirstOrDefault())
            lengths.Add(braces.Expressions.Length);
        return new BoundArrayCreation(syntax.Span, type.MakeArray(syntax.Rank), [.. lengths.Select(l => Literal(syntax.Span, BuiltIn.Int32, l))], [.. values.Select(v => Convert(v, type))]);

        void Collect(InitializerExpressionSyntax braces, int depth)
        {
            foreach (var expression in braces.Expressions)
            {
                if (depth < syntax.Rank && expression is InitializerExpressionSyntax inner)
                    Collect(inner, depth + 1);
                else
                    leaves.Add(expression);
            }
        }
    }

    private BoundExpression BindStackAlloc(StackAllocExpressionSyntax syntax)
    {
        ImmutableArray<BoundExpression> values = syntax.Initializer is null ? default : [.. syntax.Initializer.Expressions.Select(BindValue)];
        TypeSymbol element;
        BoundExpression count;
        if (syntax.Type is ArrayTypeSyntax array)
        {
            element = BindType(array.ElementType);
            count = array.RankSpecifiers[0].Sizes.IsEmpty ? Literal(syntax.Span, BuiltIn.Int32, values.IsDefault ? 0 : values.Length) : BindConverted(array.RankSpecifiers[0].Sizes[0], BuiltIn.Int32);
        }
        else
        {
            element = values.IsDefault ? BuiltIn.Error : BestCommonType(values) ?? BuiltIn.Error;
            count = Literal(syntax.Span, BuiltIn.Int32, values.IsDefault ? 0 : values.Length);
        }

        if (element.IsError)
            return Bad(syntax.Span);
        if (!values.IsDefault)
            values = [.. values.Select(v => Convert(v, element))];
        return new UnboundStackAlloc(syntax.Span, element, count, values, LoadedTypes.Definition(typeof(Span<>)).Construct(element));
    }
}
