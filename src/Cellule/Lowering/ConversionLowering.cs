using Cellule.Binding;
using Cellule.Lowering.Ir;
using Cellule.Symbols;

namespace Cellule.Lowering;

/// <content>Conversions and type tests.</content>
internal sealed partial class Lowerer
{
    private IrExpression Conversion(BoundConversion node)
    {
        var operand = Lower(node.Operand);
        switch (node.Kind)
        {
            case ConversionKind.Identity or ConversionKind.Implicit:
                return ReferenceEquals(operand.Type, node.Type) || operand is not (IrConstant or IrDefault) && operand.Type == node.Type
                    ? operand
                    : new IrConvert(operand, node.Type, IrConversionKind.None);
            case ConversionKind.Reference:
                // A type parameter that is known to be a class is still boxed in IL's eyes.
                return operand.Type is TypeParameterSymbol
                    ? new IrConvert(operand, node.Type, node.Type is TypeParameterSymbol ? IrConversionKind.Cast : IrConversionKind.Box)
                    : new IrConvert(operand, node.Type, IrConversionKind.None);
            case ConversionKind.Numeric or ConversionKind.Enum or ConversionKind.ConstantNumeric:
                return new IrConvert(operand, node.Type, IrConversionKind.Numeric, node.IsChecked);
            case ConversionKind.ExplicitReference:
                return new IrConvert(operand, node.Type, IrConversionKind.Cast);
            case ConversionKind.Boxing:
                return new IrConvert(operand, node.Type, IrConversionKind.Box);
            case ConversionKind.Unboxing:
                return new IrConvert(operand, node.Type, IrConversionKind.Unbox);
            case ConversionKind.NullLiteral:
                return node.Type.IsReferenceType ? Make.Null(node.Type) : new IrDefault(node.Type);
            case ConversionKind.NullableWrap:
                return Make.Wrap(operand, node.Type);
            case ConversionKind.NullableUnwrap:
                return Make.Member(operand, "Value");
            case ConversionKind.UserDefined or ConversionKind.Span:
                return Operator(node.Method!, node.ConstrainedTo, operand);
            default:
                throw new InvalidOperationException($"Conversion {node.Kind} is left in the bound tree.");
        }
    }

    private IrExpression LiftedConversion(BoundLiftedConversion node)
    {
        var statements = new List<IrStatement>();
        var kept = Keep(Lower(node.Operand), statements);
        _placeholders[node.Value] = Make.ValueOrDefault(kept);
        var inner = Lower(node.Inner);
        var value = node.Type.IsNullableValue && inner.Type != node.Type ? Make.Wrap(inner, node.Type) : inner;
        return Make.Sequence(statements, new IrConditional(Make.HasValue(kept), value, Literal(null, node.Type), node.Type));
    }

    private IrExpression IsType(BoundIsType node)
    {
        var statements = new List<IrStatement>();
        var kept = Keep(Lower(node.Operand), statements);
        return Make.Sequence(statements, Narrow(kept, node.TargetType).Test);
    }

    private IrExpression As(BoundAs node)
    {
        var operand = Lower(node.Operand);
        return new IrConvert(operand, node.Type, IrConversionKind.As);
    }

    /// <summary>
    /// Tests a kept value for a type. The narrowed value may be evaluated only after the test has held.
    /// </summary>
    private (IrExpression Test, IrExpression Value) Narrow(IrExpression kept, TypeSymbol target)
    {
        var type = kept.Type;
        if (type == target && type is not TypeParameterSymbol)
            return (type.IsValueType ? Make.True : Make.IsNotNull(kept), kept);
        if (type.IsNullableValue && type.TypeArguments[0] == target)
            return (Make.HasValue(kept), Make.ValueOrDefault(kept));
        var boxed = Make.Box(kept);
        if (target.IsReferenceType && target is not TypeParameterSymbol)
        {
            var narrowed = Temporary(target);
            return (
                Make.IsNotNull(new IrAssign(new IrLocal(narrowed), new IrConvert(boxed, target, IrConversionKind.As))),
                new IrLocal(narrowed));
        }

        return (new IrIsInstance(boxed, target, BuiltIn.Boolean), new IrConvert(boxed, target, IrConversionKind.Unbox));
    }
}
