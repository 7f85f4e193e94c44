using System.Reflection.Emit;
using Cellule.Lowering.Ir;
using Cellule.Symbols;

namespace Cellule.Emit;

/// <content>Operators, conversions and conditions.</content>
internal sealed partial class FunctionEmitter
{
    private void Unary(IrUnary node)
    {
        switch (node.Kind)
        {
            case IrUnaryKind.Not:
                Value(node.Operand);
                _il.Emit(OpCodes.Ldc_I4_0);
                _il.Emit(OpCodes.Ceq);
                break;
            case IrUnaryKind.Complement:
                Value(node.Operand);
                _il.Emit(OpCodes.Not);
                if (node.Type.IsEnum)
                    Narrow(node.Type);
                break;
            case IrUnaryKind.Negate when node.IsChecked && !Primitives.IsFloating(Primitives.Of(node.Type)):
                _lines.AddCheck();
                Default(node.Type);
                Value(node.Operand);
                _il.Emit(OpCodes.Sub_Ovf);
                break;
            default:
                Value(node.Operand);
                _il.Emit(OpCodes.Neg);
                break;
        }
    }

    private void Binary(IrBinary node)
    {
        if (node.Kind >= IrBinaryKind.Equal)
        {
            Compare(node);
            return;
        }

        Value(node.Left);
        Value(node.Right);
        var type = Primitives.Of(node.Left.Type);
        if (node.Kind is IrBinaryKind.ShiftLeft or IrBinaryKind.ShiftRight or IrBinaryKind.ShiftRightUnsigned)
        {
            // C# takes the count modulo the width of the left operand.
            _il.Emit(OpCodes.Ldc_I4, Primitives.IsWide(type) ? 63 : 31);
            _il.Emit(OpCodes.And);
        }

        var isChecked = node.IsChecked && !Primitives.IsFloating(type);
        if (isChecked)
            _lines.AddCheck();
        _il.Emit(NumericCodes.Of(node.Kind, isChecked, Primitives.IsUnsigned(type)));

        // Enums over small types compute as int: the result must fit its type again.
        if (node.Type.IsEnum)
            Narrow(node.Type);
    }

    private void Narrow(TypeSymbol type)
    {
        if (Primitives.Of(type) is SpecialType.SByte or SpecialType.Byte or SpecialType.Int16 or SpecialType.UInt16)
            _il.Emit(NumericCodes.Conversion(SpecialType.Int32, Primitives.Of(type)));
    }

    private void Compare(IrBinary node)
    {
        Operand(node.Left);
        Operand(node.Right);
        var type = Primitives.Of(node.Left.Type);
        var (code, isNegated) = NumericCodes.Comparison(node.Kind, Primitives.IsUnsigned(type), Primitives.IsFloating(type));
        _il.Emit(code);
        if (isNegated)
        {
            _il.Emit(OpCodes.Ldc_I4_0);
            _il.Emit(OpCodes.Ceq);
        }
    }

    // References of type parameter type are compared boxed.
    private void Operand(IrExpression node)
    {
        Value(node);
        if (node.Type is TypeParameterSymbol)
            _il.Emit(OpCodes.Box, TypeOf(node.Type));
    }

    /// <summary>Jumps when <paramref name="condition"/> is <paramref name="sense"/>.</summary>
    private void Branch(IrExpression condition, bool sense, Label target)
    {
        switch (condition)
        {
            case IrConstant { Value: bool value }:
                if (value == sense)
                    _il.Emit(OpCodes.Br, target);
                return;
            case IrUnary { Kind: IrUnaryKind.Not } not:
                Branch(not.Operand, !sense, target);
                return;
            case IrConditional { WhenFalse: IrConstant { Value: false } } and:
                AndAlso(and.Test, and.WhenTrue, sense, target);
                return;
            case IrConditional { WhenTrue: IrConstant { Value: true } } or:
                // a || b jumps on false where !a && !b jumps on true.
                OrElse(or.Test, or.WhenFalse, sense, target);
                return;
            case IrBinary { Kind: >= IrBinaryKind.Equal } compare:
                BranchOnComparison(compare, sense, target);
                return;
            case IrSequence sequence:
                foreach (var statement in sequence.Statements)
                    Statement(statement);
                Branch(sequence.Value, sense, target);
                return;
            default:
                Value(condition);
                _il.Emit(sense ? OpCodes.Brtrue : OpCodes.Brfalse, target);
                return;
        }
    }

    private void AndAlso(IrExpression left, IrExpression right, bool sense, Label target)
    {
        if (!sense)
        {
            Branch(left, false, target);
            Branch(right, false, target);
            return;
        }

        var skip = _il.DefineLabel();
        Branch(left, false, skip);
        Branch(right, true, target);
        _il.MarkLabel(skip);
    }

    private void OrElse(IrExpression left, IrExpression right, bool sense, Label target)
    {
        if (sense)
        {
            Branch(left, true, target);
            Branch(right, true, target);
            return;
        }

        var skip = _il.DefineLabel();
        Branch(left, true, skip);
        Branch(right, false, target);
        _il.MarkLabel(skip);
    }

    private void BranchOnComparison(IrBinary node, bool sense, Label target)
    {
        Operand(node.Left);
        if (node is { Kind: IrBinaryKind.Equal or IrBinaryKind.NotEqual, Right: IrConstant { Value: null } } && !node.Right.Type.IsValueType)
        {
            _il.Emit((node.Kind == IrBinaryKind.Equal) == sense ? OpCodes.Brfalse : OpCodes.Brtrue, target);
            return;
        }

        Operand(node.Right);
        var type = Primitives.Of(node.Left.Type);
        _il.Emit(NumericCodes.Branch(node.Kind, sense, Primitives.IsUnsigned(type), Primitives.IsFloating(type)), target);
    }

    private void Convert(IrConvert node)
    {
        switch (node.Kind)
        {
            case IrConversionKind.None:
                Value(node.Operand);
                break;
            case IrConversionKind.Box:
                Value(node.Operand);
                _il.Emit(OpCodes.Box, TypeOf(node.Operand.Type));
                break;
            case IrConversionKind.Unbox:
                Value(node.Operand);
                _il.Emit(OpCodes.Unbox_Any, TypeOf(node.Type));
                break;
            case IrConversionKind.Cast:
                Operand(node.Operand);
                _il.Emit(node.Type is TypeParameterSymbol ? OpCodes.Unbox_Any : OpCodes.Castclass, TypeOf(node.Type));
                break;
            case IrConversionKind.As:
                Value(node.Operand);
                if (!node.Operand.Type.IsReferenceType)
                    _il.Emit(OpCodes.Box, TypeOf(node.Operand.Type));
                _il.Emit(OpCodes.Isinst, TypeOf(node.Type));
                if (!node.Type.IsReferenceType)
                    _il.Emit(OpCodes.Unbox_Any, TypeOf(node.Type));
                break;
            default:
                Value(node.Operand);
                Numeric(Primitives.Of(node.Operand.Type), Primitives.Of(node.Type), node.IsChecked);
                break;
        }
    }

    private void Numeric(SpecialType from, SpecialType to, bool isChecked)
    {
        if (from == to)
            return;
        if (isChecked && !Primitives.IsFloating(to))
        {
            _lines.AddCheck();
            _il.Emit(NumericCodes.CheckedConversion(to, Primitives.IsUnsigned(from)));
            return;
        }

        if (Primitives.IsFloating(to) && Primitives.IsUnsigned(from))
            _il.Emit(OpCodes.Conv_R_Un);
        _il.Emit(NumericCodes.Conversion(from, to));
    }
}
