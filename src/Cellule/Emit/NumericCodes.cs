using System.Reflection.Emit;
using Cellule.Lowering.Ir;
using Cellule.Symbols;

namespace Cellule.Emit;

/// <summary>Which instruction an operator or a conversion of primitives is.</summary>
internal static class NumericCodes
{
    /// <summary>Arithmetic and bits. Checked division needs no code of its own: it throws anyway.</summary>
    public static OpCode Of(IrBinaryKind kind, bool isChecked, bool isUnsigned) => (kind, isChecked, isUnsigned) switch
    {
        (IrBinaryKind.Add, true, true) => OpCodes.Add_Ovf_Un,
        (IrBinaryKind.Add, true, false) => OpCodes.Add_Ovf,
        (IrBinaryKind.Add, _, _) => OpCodes.Add,
        (IrBinaryKind.Subtract, true, true) => OpCodes.Sub_Ovf_Un,
        (IrBinaryKind.Subtract, true, false) => OpCodes.Sub_Ovf,
        (IrBinaryKind.Subtract, _, _) => OpCodes.Sub,
        (IrBinaryKind.Multiply, true, true) => OpCodes.Mul_Ovf_Un,
        (IrBinaryKind.Multiply, true, false) => OpCodes.Mul_Ovf,
        (IrBinaryKind.Multiply, _, _) => OpCodes.Mul,
        (IrBinaryKind.Divide, _, var unsigned) => unsigned ? OpCodes.Div_Un : OpCodes.Div,
        (IrBinaryKind.Remainder, _, var unsigned) => unsigned ? OpCodes.Rem_Un : OpCodes.Rem,
        (IrBinaryKind.And, _, _) => OpCodes.And,
        (IrBinaryKind.Or, _, _) => OpCodes.Or,
        (IrBinaryKind.Xor, _, _) => OpCodes.Xor,
        (IrBinaryKind.ShiftLeft, _, _) => OpCodes.Shl,
        (IrBinaryKind.ShiftRight, _, false) => OpCodes.Shr,
        _ => OpCodes.Shr_Un,
    };

    /// <summary>A comparison, and whether its result is to be negated: 'not greater', where NaN must not count as 'not greater'.</summary>
    public static (OpCode Code, bool IsNegated) Comparison(IrBinaryKind kind, bool isUnsigned, bool isFloating) => kind switch
    {
        IrBinaryKind.Less => (isUnsigned ? OpCodes.Clt_Un : OpCodes.Clt, false),
        IrBinaryKind.Greater => (isUnsigned ? OpCodes.Cgt_Un : OpCodes.Cgt, false),
        IrBinaryKind.LessOrEqual => (isUnsigned != isFloating ? OpCodes.Cgt_Un : OpCodes.Cgt, true),
        IrBinaryKind.GreaterOrEqual => (isUnsigned != isFloating ? OpCodes.Clt_Un : OpCodes.Clt, true),
        _ => (OpCodes.Ceq, kind == IrBinaryKind.NotEqual),
    };

    /// <summary>
    /// A jump when the comparison is <paramref name="sense"/>. The negation of a comparison of floats is its unordered opposite,
    /// which jumps on NaN.
    /// </summary>
    public static OpCode Branch(IrBinaryKind kind, bool sense, bool isUnsigned, bool isFloating)
    {
        var unordered = sense ? isUnsigned : isUnsigned || isFloating;
        return (sense ? kind : Opposite(kind)) switch
        {
            IrBinaryKind.Equal => OpCodes.Beq,
            IrBinaryKind.NotEqual => OpCodes.Bne_Un,
            IrBinaryKind.Less => unordered ? OpCodes.Blt_Un : OpCodes.Blt,
            IrBinaryKind.LessOrEqual => unordered ? OpCodes.Ble_Un : OpCodes.Ble,
            IrBinaryKind.Greater => unordered ? OpCodes.Bgt_Un : OpCodes.Bgt,
            _ => unordered ? OpCodes.Bge_Un : OpCodes.Bge,
        };
    }

    /// <summary>To a type that differs; a floating one from an unsigned integer wants <c>conv.r.un</c> first.</summary>
    public static OpCode Conversion(SpecialType from, SpecialType to)
    {
        // A signed integer is extended by its sign, a float converted as unsigned.
        var zeroes = Primitives.IsUnsigned(from) || (Primitives.IsFloating(from) && Primitives.IsUnsigned(to));
        return to switch
        {
            SpecialType.SByte => OpCodes.Conv_I1,
            SpecialType.Byte => OpCodes.Conv_U1,
            SpecialType.Int16 => OpCodes.Conv_I2,
            SpecialType.UInt16 or SpecialType.Char => OpCodes.Conv_U2,
            SpecialType.Int32 => OpCodes.Conv_I4,
            SpecialType.UInt32 => OpCodes.Conv_U4,
            SpecialType.Int64 or SpecialType.UInt64 => zeroes ? OpCodes.Conv_U8 : OpCodes.Conv_I8,
            SpecialType.NativeInt or SpecialType.NativeUInt => zeroes ? OpCodes.Conv_U : OpCodes.Conv_I,
            SpecialType.Single => OpCodes.Conv_R4,
            SpecialType.Double => OpCodes.Conv_R8,
            _ => OpCodes.Nop,
        };
    }

    public static OpCode CheckedConversion(SpecialType to, bool fromUnsigned) => to switch
    {
        SpecialType.SByte => fromUnsigned ? OpCodes.Conv_Ovf_I1_Un : OpCodes.Conv_Ovf_I1,
        SpecialType.Byte => fromUnsigned ? OpCodes.Conv_Ovf_U1_Un : OpCodes.Conv_Ovf_U1,
        SpecialType.Int16 => fromUnsigned ? OpCodes.Conv_Ovf_I2_Un : OpCodes.Conv_Ovf_I2,
        SpecialType.UInt16 or SpecialType.Char => fromUnsigned ? OpCodes.Conv_Ovf_U2_Un : OpCodes.Conv_Ovf_U2,
        SpecialType.Int32 => fromUnsigned ? OpCodes.Conv_Ovf_I4_Un : OpCodes.Conv_Ovf_I4,
        SpecialType.UInt32 => fromUnsigned ? OpCodes.Conv_Ovf_U4_Un : OpCodes.Conv_Ovf_U4,
        SpecialType.Int64 => fromUnsigned ? OpCodes.Conv_Ovf_I8_Un : OpCodes.Conv_Ovf_I8,
        SpecialType.UInt64 => fromUnsigned ? OpCodes.Conv_Ovf_U8_Un : OpCodes.Conv_Ovf_U8,
        SpecialType.NativeInt => fromUnsigned ? OpCodes.Conv_Ovf_I_Un : OpCodes.Conv_Ovf_I,
        SpecialType.NativeUInt => fromUnsigned ? OpCodes.Conv_Ovf_U_Un : OpCodes.Conv_Ovf_U,
        _ => OpCodes.Nop,
    };

    private static IrBinaryKind Opposite(IrBinaryKind kind) => kind switch
    {
        IrBinaryKind.Equal => IrBinaryKind.NotEqual,
        IrBinaryKind.NotEqual => IrBinaryKind.Equal,
        IrBinaryKind.Less => IrBinaryKind.GreaterOrEqual,
        IrBinaryKind.LessOrEqual => IrBinaryKind.Greater,
        IrBinaryKind.Greater => IrBinaryKind.LessOrEqual,
        _ => IrBinaryKind.Less,
    };
}
