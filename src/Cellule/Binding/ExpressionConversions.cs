using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>Conversions of expressions: constants, null, lambdas, tuples and what else takes its type from where it stands.</summary>
internal sealed partial class Binder
{
    /// <summary>The implicit conversion from an expression to a type.</summary>
    private Conversion Classify(BoundExpression expression, TypeSymbol to)
    {
        if (expression.HasError || to.IsError)
            return Conversion.Identity;
        switch (expression)
        {
            case BoundLiteral { Type.IsNone: true }:
                var fromNull = FromLiteral(expression, to);
                return fromNull.Exists || to.IsVoid || to is TypeParameterSymbol ? fromNull : UserConversions.Implicit(BuiltIn.None, to, expression);
            case UnboundDefault:
                return to.IsVoid ? Conversion.No : Conversion.Of(ConversionKind.Default);
            case UnboundThrow:
                return Conversion.Of(ConversionKind.Throw);
            case UnboundLambda lambda:
                return ClassifyLambda(lambda, to);
            case BoundMethodGroup group:
                return ClassifyMethodGroup(group, to);
            case UnboundNew:
                return to.StripNullable().TypeKind is TypeKind.Class or TypeKind.Struct or TypeKind.TypeParameter or TypeKind.Delegate or TypeKind.Interface
                    ? Conversion.Of(ConversionKind.TargetTyped)
                    : Conversion.No;
            case UnboundCollection collection:
                return ClassifyCollection(collection, to);
            case UnboundTuple tuple:
                var byElement = ClassifyTupleLiteral(tuple, to);
                if (byElement.Exists)
                    return byElement;
                break;
            case UnboundConditional conditional:
                return Classify(conditional.WhenTrue, to).Exists && Classify(conditional.WhenFalse, to).Exists ? Conversion.Of(ConversionKind.TargetTyped) : Conversion.No;
            case UnboundSwitch @switch:
                return @switch.Arms.All(a => Classify(a.Value, to).Exists) ? Conversion.Of(ConversionKind.TargetTyped) : Conversion.No;
            case UnboundInterpolation when IsInterpolationTarget(to):
                return Conversion.Of(ConversionKind.InterpolatedString);
            case UnboundStackAlloc alloc when to.OriginalDefinition == LoadedTypes.From(typeof(Span<>)) || to.OriginalDefinition == LoadedTypes.From(typeof(ReadOnlySpan<>)):
                return to.TypeArguments[0] == alloc.ElementType ? Conversion.Of(ConversionKind.StackAlloc) : Conversion.No;
            case BoundLiteral literal when ConstantFits(literal, to) && literal.Type != to:
                return Conversion.Of(ConversionKind.ConstantNumeric);
            case BoundLiteral literal when to.IsNullableValue && literal.Type != to.StripNullable() && ConstantFits(literal, to.StripNullable()):
                return Conversion.Of(ConversionKind.NullableWrap) with { Inner = Conversion.Of(ConversionKind.ConstantNumeric) };
        }

        if (expression.Type.IsNone)
            return Conversion.No;
        var conversion = Conversions.Implicit(expression.Type, to);
        if (conversion.Exists || expression is not BoundLiteral constant)
            return conversion;
        return UserConversions.Implicit(expression.Type, to, constant);
    }

    private Conversion ClassifyExplicit(BoundExpression expression, TypeSymbol to)
    {
        var known = Classify(expression, to);
        if (known.Exists && !known.IsAmbiguous)
            return known;
        if (expression is UnboundTuple tuple && to.StripNullable() is { IsTuple: true } target && target.TupleElements.Length == tuple.Elements.Length)
        {
            var elements = tuple.Elements.Select((e, i) => ClassifyExplicit(e, target.TupleElements[i].Type)).ToImmutableArray();
            if (elements.All(e => e.Exists))
                return Conversion.Explicit(ConversionKind.TupleLiteral) with { Elements = elements };
        }

        return expression.Type.IsNone ? Conversion.No : Conversions.Explicit(expression.Type, to);
    }

    /// <summary>What null converts to.</summary>
    internal static Conversion FromLiteral(BoundExpression literal, TypeSymbol to) =>
        literal is BoundLiteral { Value: null } && (to.IsReferenceType || to.IsNullableValue || to.TypeKind == TypeKind.Pointer)
            ? Conversion.Of(ConversionKind.NullLiteral)
            : Conversion.No;

    /// <summary>Whether a constant fits a number type by its value: <c>byte b = 5</c>; zero fits enums.</summary>
    internal static bool ConstantFits(BoundLiteral literal, TypeSymbol to)
    {
        if (literal.Type == to)
            return true;
        if (literal.Value is null or string or bool || literal.Type.IsEnum)
            return false;
        if (to.IsEnum)
            return literal.Type.SpecialType is SpecialType.Int32 or SpecialType.UInt32 or SpecialType.Int64 or SpecialType.UInt64 or SpecialType.Int16 or SpecialType.Byte or SpecialType.SByte or SpecialType.UInt16 && ConstantFolding.ToInt64(literal.Value) == 0;
        if (literal.Type.SpecialType == SpecialType.Int32)
        {
            var value = (int)literal.Value;
            return to.SpecialType switch
            {
                SpecialType.SByte => value is >= sbyte.MinValue and <= sbyte.MaxValue,
                SpecialType.Byte => value is >= byte.MinValue and <= byte.MaxValue,
                SpecialType.Int16 => value is >= short.MinValue and <= short.MaxValue,
                SpecialType.UInt16 => value is >= ushort.MinValue and <= ushort.MaxValue,
                SpecialType.UInt32 or SpecialType.UInt64 or SpecialType.NativeUInt => value >= 0,
                SpecialType.NativeInt => true,
                _ => false,
            };
        }

        return literal.Type.SpecialType == SpecialType.Int64 && to.SpecialType == SpecialType.UInt64 && (long)literal.Value >= 0;
    }

    private Conversion ClassifyTupleLiteral(UnboundTuple tuple, TypeSymbol to)
    {
        var target = to.StripNullable();
        if (target.TupleElements.Length != tuple.Elements.Length)
            return Conversion.No;
        var elements = ImmutableArray.CreateBuilder<Conversion>(tuple.Elements.Length);
        for (var i = 0; i < tuple.Elements.Length; i++)
        {
            var conversion = Classify(tuple.Elements[i], target.TupleElements[i].Type);
            if (!conversion.Exists)
                return Conversion.No;
            elements.Add(conversion);
        }

        return Conversion.Of(ConversionKind.TupleLiteral) with { Elements = elements.MoveToImmutable() };
    }

    /// <summary>Converts implicitly, or reports why not.</summary>
    private BoundExpression Convert(BoundExpression expression, TypeSymbol to, TextSpan? span = null)
    {
        expression = AsValue(expression);
        if (Probe is not null)
            NoteExpected(expression, to);
        var conversion = Classify(expression, to);
        if (conversion.IsAmbiguous)
        {
            _diagnostics.AmbiguousUserConversion(span ?? expression.Span, expression.Type, to);
            return Bad(expression.Span);
        }

        if (conversion.Exists)
            return Apply(expression, conversion, to);
        ReportNoConversion(expression, to, span ?? expression.Span);
        return new BoundBad(expression.Span, to.IsNone ? BuiltIn.Error : to);
    }

    /// <summary>Makes the conversion that was found into nodes.</summary>
    private BoundExpression Apply(BoundExpression expression, Conversion conversion, TypeSymbol to, bool isCast = false)
    {
        var span = expression.Span;
        if (expression.HasError || to.IsError)
            return new BoundBad(span, to);
        switch (conversion.Kind)
        {
            case ConversionKind.Identity:
                expression = Finish(expression);
                return ReferenceEquals(expression.Type, to) ? expression
                    : expression is BoundLiteral same ? same with { Type = to }
                    : new BoundConversion(span, expression, ConversionKind.Identity, to);
            case ConversionKind.NullLiteral when to.TypeKind == TypeKind.Pointer:
                _diagnostics.Unsupported(span, "Pointers");
                return Bad(span);
            case ConversionKind.NullLiteral:
                return to.IsNullableValue ? new BoundDefault(span, to) : Literal(span, to, null);
            case ConversionKind.Default:
                return DefaultOf(span, to);
            case ConversionKind.Throw:
                return new BoundThrowExpression(span, ((UnboundThrow)expression).Exception, to);
            case ConversionKind.Numeric or ConversionKind.Enum or ConversionKind.ConstantNumeric:
                return ApplyNumeric(Finish(expression), conversion, to, isCast);
            case ConversionKind.NullableWrap:
                return new BoundConversion(span, Apply(expression, conversion.Inner!, to.StripNullable(), isCast), ConversionKind.NullableWrap, to);
            case ConversionKind.NullableUnwrap:
                return Apply(new BoundConversion(span, expression, ConversionKind.NullableUnwrap, expression.Type.StripNullable()), conversion.Inner!, to, isCast);
            case ConversionKind.Lifted:
                var value = new BoundPlaceholder(span, expression.Type.StripNullable());
                return new BoundLiftedConversion(span, expression, value, Apply(value, conversion.Inner!, to.StripNullable(), isCast), to);
            case ConversionKind.UserDefined:
                return ApplyUserDefined(expression, conversion, to, isCast);
            case ConversionKind.Tuple:
                return ApplyTuple(Finish(expression), conversion, to, isCast);
            case ConversionKind.TupleLiteral:
                var tuple = (UnboundTuple)expression;
                var target = to.StripNullable();
                var made = new BoundTuple(span, [.. tuple.Elements.Select((e, i) => Apply(e, conversion.Elements[i], target.TupleElements[i].Type, isCast))], target);
                return to.IsNullableValue ? new BoundConversion(span, made, ConversionKind.NullableWrap, to) : made;
            case ConversionKind.Lambda or ConversionKind.ExpressionTree:
                return ConvertLambda((UnboundLambda)expression, to);
            case ConversionKind.MethodGroup:
                return ConvertMethodGroup((BoundMethodGroup)expression, conversion, to);
            case ConversionKind.CollectionExpression:
                return ConvertCollection((UnboundCollection)expression, to);
            case ConversionKind.InterpolatedString:
                return ConvertInterpolation((UnboundInterpolation)expression, to);
            case ConversionKind.Span:
                return SpanConversions.Apply(Finish(expression), to);
            case ConversionKind.StackAlloc:
                var alloc = (UnboundStackAlloc)expression;
                return new BoundStackAlloc(span, alloc.ElementType, alloc.Count, alloc.Elements, to);
            case ConversionKind.TargetTyped:
                return ApplyTargetTyped(expression, to, isCast);
            case ConversionKind.Dynamic:
                return new BoundDynamic(span, isCast ? DynamicOperationKind.ConvertExplicit : DynamicOperationKind.ConvertImplicit, null, [], [expression], [default], default, _isChecked, to);
            default:
                return new BoundConversion(span, Finish(expression), conversion.Kind, to);
        }
    }

    private BoundExpression ApplyTargetTyped(BoundExpression expression, TypeSymbol to, bool isCast)
    {
        switch (expression)
        {
            case UnboundNew @new:
                return ConvertNew(@new, to);
            case UnboundConditional conditional:
                return new BoundConditional(conditional.Span, conditional.Condition, ConvertBranch(conditional.WhenTrue), ConvertBranch(conditional.WhenFalse), to);
            case UnboundSwitch @switch:
                return new BoundSwitchExpression(@switch.Span, @switch.Operand, [.. @switch.Arms.Select(a => a with { Value = ConvertBranch(a.Value) })], to);
            default:
                throw new InvalidOperationException(expression.GetType().Name);
        }

        BoundExpression ConvertBranch(BoundExpression branch) => isCast ? Cast(branch, to, branch.Span) : Convert(branch, to);
    }

    private TextSpan? _castSpan;

    private BoundExpression Cast(BoundExpression expression, TypeSymbol to, TextSpan span)
    {
        var conversion = ClassifyExplicit(expression, to);
        if (!conversion.Exists)
        {
            if (expression.Type.IsNone)
                ReportNoConversion(expression, to, span);
            else
                _diagnostics.NoExplicitConversion(span, expression.Type, to);
            return new BoundBad(span, to);
        }

        var outer = _castSpan;
        _castSpan = span;
        var applied = Apply(expression, conversion, to, true);
        _castSpan = outer;
        return ReferenceEquals(applied, expression) ? applied : applied with { Span = span };
    }

    private BoundExpression ApplyNumeric(BoundExpression expression, Conversion conversion, TypeSymbol to, bool isCast)
    {
        var span = expression.Span;
        var target = to.IsEnum ? to.EnumUnderlyingType! : to;
        if (expression is BoundLiteral literal)
        {
            try
            {
                return Literal(span, to, ConstantFolding.Convert(literal.Value, target.SpecialType, conversion.Kind != ConversionKind.ConstantNumeric && !conversion.IsImplicit && _uncheckedDepth == 0));
            }
            catch (OverflowException) when (target.SpecialType is SpecialType.NativeInt or SpecialType.NativeUInt && literal.Value is long or uint or int)
            {
                // Whether it fits depends on the machine.
            }
            catch (OverflowException)
            {
                _diagnostics.ConstantOverflowInCast(_castSpan ?? span, literal.Value, to);
                return new BoundBad(span, to);
            }
        }

        var source = expression.Type.IsEnum ? expression.Type.EnumUnderlyingType! : expression.Type;
        if (source.SpecialType == SpecialType.Decimal || target.SpecialType == SpecialType.Decimal)
            return ApplyDecimal(expression, source, target, to);
        return new BoundConversion(span, expression, conversion.Kind == ConversionKind.ConstantNumeric ? ConversionKind.Numeric : conversion.Kind, to, null, _isChecked);
    }

    private static BoundExpression ApplyDecimal(BoundExpression expression, TypeSymbol source, TypeSymbol target, TypeSymbol to)
    {
        var span = expression.Span;
        if (expression.Type.IsEnum)
            expression = new BoundConversion(span, expression, ConversionKind.Enum, source);
        if (source.SpecialType is SpecialType.NativeInt or SpecialType.NativeUInt)
        {
            var wide = source.SpecialType == SpecialType.NativeInt ? BuiltIn.Int64 : BuiltIn.UInt64;
            expression = new BoundConversion(span, expression, ConversionKind.Numeric, wide);
            source = wide;
        }

        foreach (var name in (string[])["op_Implicit", "op_Explicit"])
        {
            foreach (var method in BuiltIn.Decimal.GetMembers(name).OfType<MethodSymbol>())
            {
                if (method.Parameters[0].Type != source || method.ReturnType != target)
                    continue;
                var converted = new BoundConversion(span, expression, ConversionKind.UserDefined, target, method);
                return to.IsEnum ? new BoundConversion(span, converted, ConversionKind.Enum, to) : converted;
            }
        }

        var step = target.SpecialType == SpecialType.NativeInt ? BuiltIn.Int64 : BuiltIn.UInt64;
        return new BoundConversion(span, ApplyDecimal(expression, source, step, step), ConversionKind.Numeric, to);
    }

    private BoundExpression ApplyUserDefined(BoundExpression expression, Conversion conversion, TypeSymbol to, bool isCast)
    {
        var method = conversion.Method!;
        var span = expression.Span;
        var constrained = method.IsAbstract ? (expression.Type is TypeParameterSymbol ? expression.Type : to) : null;
        var source = method.Parameters[0].Type;
        if (conversion.Inner is not null)
        {
            var operand = Apply(expression, conversion.Before!, BuiltIn.Nullable(source), isCast);
            var value = new BoundPlaceholder(span, source);
            var lifted = new BoundLiftedConversion(span, operand, value, new BoundConversion(span, value, ConversionKind.UserDefined, method.ReturnType, method), BuiltIn.Nullable(method.ReturnType));
            return Apply(lifted, conversion.After!, to, isCast);
        }

        var argument = Apply(expression, conversion.Before!, source, isCast);
        var converted = new BoundConversion(span, argument, ConversionKind.UserDefined, method.ReturnType, method) { ConstrainedTo = constrained };
        return Apply(converted, conversion.After!, to, isCast);
    }

    private BoundExpression ApplyTuple(BoundExpression expression, Conversion conversion, TypeSymbol to, bool isCast)
    {
        var value = new BoundPlaceholder(expression.Span, expression.Type);
        var elements = ImmutableArray.CreateBuilder<BoundExpression>();
        for (var i = 0; i < to.TupleElements.Length; i++)
            elements.Add(Apply(TupleElementOf(expression.Span, value, i), conversion.Elements[i], to.TupleElements[i].Type, isCast));
        return new BoundTupleConversion(expression.Span, expression, value, elements.ToImmutable(), to);
    }

    /// <summary>The nth element of a tuple value, through nested rests.</summary>
    private static BoundExpression TupleElementOf(TextSpan span, BoundExpression tuple, int index)
    {
        var type = tuple.Type.TupleElements[index].Type;
        while (index >= 7)
        {
            tuple = FieldOf(span, tuple, (FieldSymbol)tuple.Type.GetMembers("Rest")[0]);
            index -= 7;
        }

        var member = (FieldSymbol)tuple.Type.GetMembers($"Item{index + 1}")[0];
        return new BoundField(span, tuple, member, type);
    }

    /// <summary>Gives an expression its own type, when it has one: tuples, interpolated strings, natural function types.</summary>
    private BoundExpression Finish(BoundExpression expression)
    {
        switch (expression)
        {
            case UnboundTuple { Type.IsNone: false } tuple:
                return new BoundTuple(tuple.Span, [.. tuple.Elements.Select(Finish)], tuple.Type);
            case UnboundInterpolation interpolation:
                return FinishInterpolation(interpolation);
            case UnboundStackAlloc alloc:
                return new BoundStackAlloc(alloc.Span, alloc.ElementType, alloc.Count, alloc.Elements, alloc.Type);
            case UnboundLambda lambda when NaturalType(lambda) is { } type:
                return ConvertLambda(lambda, type);
            case BoundMethodGroup group when NaturalType(group) is { } type:
                return Convert(group, type);
            case BoundColorColor color:
                return color.Value;
            default:
                return expression;
        }
    }
}
