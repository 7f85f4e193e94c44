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
                Narrow(node.Type);
                break;
            case IrUnaryKind.Negate when node.IsChecked && !Primitives.IsFloating(Primitives.Of(node.Type)):
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
        var unsigned = Primitives.IsUnsigned(type);
        var isChecked = node.IsChecked && !Primitives.IsFloating(type);
        switch (node.Kind)
        {
            case IrBinaryKind.Add:
                _il.Emit(!isChecked ? OpCodes.Add : unsigned ? OpCodes.Add_Ovf_Un : OpCodes.Add_Ovf);
                break;
            case IrBinaryKind.Subtract:
                _il.Emit(!isChecked ? OpCodes.Sub : unsigned ? OpCodes.Sub_Ovf_Un : OpCodes.Sub_Ovf);
                break;
            case IrBinaryKind.Multiply:
                _il.Emit(!isChecked ? OpCodes.Mul : unsigned ? OpCodes.Mul_Ovf_Un : OpCodes.Mul_Ovf);
                break;
            case IrBinaryKind.Divide:
                _il.Emit(unsigned ? OpCodes.Div_Un : OpCodes.Div);
                break;
            case IrBinaryKind.Remainder:
                _il.Emit(unsigned ? OpCodes.Rem_Un : OpCodes.Rem);
                break;
            case IrBinaryKind.And:
                _il.Emit(OpCodes.And);
                break;
            case IrBinaryKind.Or:
                _il.Emit(OpCodes.Or);
                break;
            case IrBinaryKind.Xor:
                _il.Emit(OpCodes.Xor);
                break;
            default:
                // C# takes the count modulo the width of the left operand.
                _il.Emit(OpCodes.Ldc_I4, type is SpecialType.Int64 or SpecialType.UInt64 or SpecialType.NativeInt or SpecialType.NativeUInt ? 63 : 31);
                _il.Emit(OpCodes.And);
                _il.Emit(node.Kind == IrBinaryKind.ShiftLeft ? OpCodes.Shl
                    : unsigned || node.Kind == IrBinaryKind.ShiftRightUnsigned ? OpCodes.Shr_Un : OpCodes.Shr);
                break;
        }

        Narrow(node.Type);
    }

    // Enums over small types compute as int: the result must fit its type again.
    private void Narrow(TypeSymbol type)
    {
        if (!type.IsEnum)
            return;
        switch (Primitives.Of(type))
        {
            case SpecialType.SByte:
                _il.Emit(OpCodes.Conv_I1);
                break;
            case SpecialType.Byte:
                _il.Emit(OpCodes.Conv_U1);
                break;
            case SpecialType.Int16:
                _il.Emit(OpCodes.Conv_I2);
                break;
            case SpecialType.UInt16:
                _il.Emit(OpCodes.Conv_U2);
                break;
        }
    }

    private void Compare(IrBinary node)
    {
        Operand(node.Left);
        Operand(node.Right);
        var type = Primitives.Of(node.Left.Type);
        var unsigned = Primitives.IsUnsigned(type);
        var floating = Primitives.IsFloating(type);
        switch (node.Kind)
        {
            case IrBinaryKind.Equal:
                _il.Emit(OpCodes.Ceq);
                break;
            case IrBinaryKind.NotEqual:
                _il.Emit(OpCodes.Ceq);
                Negate();
                break;
            case IrBinaryKind.Less:
                _il.Emit(unsigned ? OpCodes.Clt_Un : OpCodes.Clt);
                break;
            case IrBinaryKind.Greater:
                _il.Emit(unsigned ? OpCodes.Cgt_Un : OpCodes.Cgt);
                break;
            case IrBinaryKind.LessOrEqual:
                // 'Not greater', where NaN must not count as 'not greater'.
                _il.Emit(unsigned != floating ? OpCodes.Cgt_Un : OpCodes.Cgt);
                Negate();
                break;
            case IrBinaryKind.GreaterOrEqual:
                _il.Emit(unsigned != floating ? OpCodes.Clt_Un : OpCodes.Clt);
                Negate();
                break;
        }

        void Negate()
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
        var unsigned = Primitives.IsUnsigned(type);

        // The negation of a comparison of floats is its unordered opposite: both are false, or jump, on NaN.
        var opposite = Primitives.IsFloating(type) ? true : unsigned;
        _il.Emit(
            (node.Kind, sense) switch
            {
                (IrBinaryKind.Equal, true) or (IrBinaryKind.NotEqual, false) => OpCodes.Beq,
                (IrBinaryKind.NotEqual, true) or (IrBinaryKind.Equal, false) => OpCodes.Bne_Un,
                (IrBinaryKind.Less, true) => unsigned ? OpCodes.Blt_Un : OpCodes.Blt,
                (IrBinaryKind.Less, false) => opposite ? OpCodes.Bge_Un : OpCodes.Bge,
                (IrBinaryKind.LessOrEqual, true) => unsigned ? OpCodes.Ble_Un : OpCodes.Ble,
                (IrBinaryKind.LessOrEqual, false) => opposite ? OpCodes.Bgt_Un : OpCodes.Bgt,
                (IrBinaryKind.Greater, true) => unsigned ? OpCodes.Bgt_Un : OpCodes.Bgt,
                (IrBinaryKind.Greater, false) => opposite ? OpCodes.Ble_Un : OpCodes.Ble,
                (IrBinaryKind.GreaterOrEqual, true) => unsigned ? OpCodes.Bge_Un : OpCodes.Bge,
                _ => opposite ? OpCodes.Blt_Un : OpCodes.Blt,
            },
            target);
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
        var unsigned = Primitives.IsUnsigned(from);
        if (isChecked && !Primitives.IsFloating(to))
        {
            if (Checked(to, unsigned) is { } code)
                _il.Emit(code);
            return;
        }

        switch (to)
        {
            case SpecialType.SByte:
                _il.Emit(OpCodes.Conv_I1);
                break;
            case SpecialType.Byte:
                _il.Emit(OpCodes.Conv_U1);
                break;
            case SpecialType.Int16:
                _il.Emit(OpCodes.Conv_I2);
                break;
            case SpecialType.UInt16 or SpecialType.Char:
                _il.Emit(OpCodes.Conv_U2);
                break;
            case SpecialType.Int32:
                _il.Emit(OpCodes.Conv_I4);
                break;
            case SpecialType.UInt32:
                _il.Emit(OpCodes.Conv_U4);
                break;
            case SpecialType.Int64:
                _il.Emit(unsigned ? OpCodes.Conv_U8 : OpCodes.Conv_I8);
                break;
            case SpecialType.UInt64:
                // A signed integer is extended by its sign, a float converted as unsigned.
                _il.Emit(unsigned || Primitives.IsFloating(from) ? OpCodes.Conv_U8 : OpCodes.Conv_I8);
                break;
            case SpecialType.NativeInt:
                _il.Emit(unsigned ? OpCodes.Conv_U : OpCodes.Conv_I);
                break;
            case SpecialType.NativeUInt:
                _il.Emit(unsigned || Primitives.IsFloating(from) ? OpCodes.Conv_U : OpCodes.Conv_I);
                break;
            case SpecialType.Single or SpecialType.Double:
                if (unsigned)
                    _il.Emit(OpCodes.Conv_R_Un);
                _il.Emit(to == SpecialType.Single ? OpCodes.Conv_R4 : OpCodes.Conv_R8);
                break;
        }
    }

    private static OpCode? Checked(SpecialType to, bool unsigned) => to switch
    {
        SpecialType.SByte => unsigned ? OpCodes.Conv_Ovf_I1_Un : OpCodes.Conv_Ovf_I1,
        SpecialType.Byte => unsigned ? OpCodes.Conv_Ovf_U1_Un : OpCodes.Conv_Ovf_U1,
        SpecialType.Int16 => unsigned ? OpCodes.Conv_Ovf_I2_Un : OpCodes.Conv_Ovf_I2,
        SpecialType.UInt16 or SpecialType.Char => unsigned ? OpCodes.Conv_Ovf_U2_Un : OpCodes.Conv_Ovf_U2,
        SpecialType.Int32 => unsigned ? OpCodes.Conv_Ovf_I4_Un : OpCodes.Conv_Ovf_I4,
        SpecialType.UInt32 => unsigned ? OpCodes.Conv_Ovf_U4_Un : OpCodes.Conv_Ovf_U4,
        SpecialType.Int64 => unsigned ? OpCodes.Conv_Ovf_I8_Un : OpCodes.Conv_Ovf_I8,
        SpecialType.UInt64 => unsigned ? OpCodes.Conv_Ovf_U8_Un : OpCodes.Conv_Ovf_U8,
        SpecialType.NativeInt => unsigned ? OpCodes.Conv_Ovf_I_Un : OpCodes.Conv_Ovf_I,
        SpecialType.NativeUInt => unsigned ? OpCodes.Conv_Ovf_U_Un : OpCodes.Conv_Ovf_U,
        _ => null,
    };
}
