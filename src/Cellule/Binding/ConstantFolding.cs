using System.Globalization;
using System.Numerics;
using Cellule.Symbols;

namespace Cellule.Binding;

/// <summary>Computes with constants as C# does at compile time. Null results mean 'no constant'; overflow throws <see cref="OverflowException"/>.</summary>
internal static class ConstantFolding
{
    /// <summary>Converts a number (or char) to another number type; unchecked conversions wrap.</summary>
    public static object? Convert(object? value, SpecialType to, bool isChecked)
    {
        if (value is null or string or bool)
            return value;
        if (to == SpecialType.Decimal)
            return ToDecimal(value);
        if (value is decimal d)
            return FromDecimal(d, to);
        if (value is double or float)
            return FromDouble(System.Convert.ToDouble(value, CultureInfo.InvariantCulture), value, to, isChecked);
        if (to is SpecialType.Single)
            return value is ulong u ? (float)u : (float)ToInt64(value);
        if (to is SpecialType.Double)
            return value is ulong u ? (double)u : ToInt64(value);
        return Narrow(ToInt128(value), to, isChecked);
    }

    public static long ToInt64(object value) => value switch
    {
        sbyte v => v,
        byte v => v,
        short v => v,
        ushort v => v,
        int v => v,
        uint v => v,
        long v => v,
        ulong v => unchecked((long)v),
        char v => v,
        nint v => v,
        nuint v => unchecked((long)v),
        _ => throw new InvalidOperationException(value.GetType().Name),
    };

    private static Int128 ToInt128(object value) => value is ulong big ? big : ToInt64(value);

    /// <summary>Boxes a whole number as a type; out of range it throws when checked, else wraps.</summary>
    public static object Narrow(Int128 value, SpecialType to, bool isChecked)
    {
        var result = unchecked(to switch
        {
            SpecialType.SByte => (object)(sbyte)value,
            SpecialType.Byte => (byte)value,
            SpecialType.Int16 => (short)value,
            SpecialType.UInt16 => (ushort)value,
            SpecialType.Char => (char)value,
            SpecialType.Int32 => (int)value,
            SpecialType.UInt32 => (uint)value,
            SpecialType.Int64 => (long)value,
            SpecialType.UInt64 => (ulong)value,

            // Checked, a constant must fit the smallest native integer that there is.
            SpecialType.NativeInt => isChecked ? (nint)(int)value : (nint)(long)value,
            SpecialType.NativeUInt => isChecked ? (nuint)(uint)value : (nuint)(ulong)value,
            _ => throw new InvalidOperationException(to.ToString()),
        });
        return isChecked && ToInt128(result) != value ? throw new OverflowException() : result;
    }

    /// <summary>A binary operator on two constants of the same (promoted) type.</summary>
    public static object? Binary(BinaryOperator op, object? left, object? right, bool isChecked)
    {
        switch (left, right)
        {
            case (string or null, string or null) when op == BinaryOperator.Concat:
                return string.Concat((string?)left, (string?)right);
            case (string or null, string or null) when op is BinaryOperator.Equal or BinaryOperator.NotEqual:
                return string.Equals((string?)left, (string?)right, StringComparison.Ordinal) == (op == BinaryOperator.Equal);
            case (bool a, bool b):
                return Logical(op, a, b);
            case (int a, int b):
                return Whole(op, a, b, SpecialType.Int32, isChecked);
            case (uint a, uint b):
                return Whole(op, a, b, SpecialType.UInt32, isChecked);
            case (long a, long b):
                return Whole(op, a, b, SpecialType.Int64, isChecked);
            case (ulong a, ulong b):
                return Whole(op, a, b, SpecialType.UInt64, isChecked);
            case (uint a, int count):
                return Shift(op, a, count);
            case (long a, int count):
                return Shift(op, a, count);
            case (ulong a, int count):
                return Shift(op, a, count);
            case (float a, float b):
                return Real(op, a, b);
            case (double a, double b):
                return Real(op, a, b);
            case (decimal a, decimal b):
                return Real(op, a, b);
            default:
                return null;
        }
    }

    public static object? Unary(UnaryOperator op, object? operand, bool isChecked) => (op, operand) switch
    {
        (UnaryOperator.LogicalNot, bool v) => !v,
        (UnaryOperator.Plus, not null and not bool and not string) => operand,
        (UnaryOperator.Negate, int v) => isChecked ? checked(-v) : unchecked(-v),
        (UnaryOperator.Negate, long v) => isChecked ? checked(-v) : unchecked(-v),
        (UnaryOperator.Negate, float v) => -v,
        (UnaryOperator.Negate, double v) => -v,
        (UnaryOperator.Negate, decimal v) => -v,
        (UnaryOperator.BitwiseNot, int v) => ~v,
        (UnaryOperator.BitwiseNot, uint v) => ~v,
        (UnaryOperator.BitwiseNot, long v) => ~v,
        (UnaryOperator.BitwiseNot, ulong v) => ~v,
        _ => null,
    };

    /// <summary>Default of a type that has constants, as a literal's value.</summary>
    public static object? Zero(SpecialType type) => type switch
    {
        SpecialType.Boolean => false,
        SpecialType.Single => 0f,
        SpecialType.Double => 0d,
        SpecialType.Decimal => 0m,
        SpecialType.String or SpecialType.Object or SpecialType.None or SpecialType.Void => null,
        _ => Narrow(0, type, false),
    };

    private static object? Logical(BinaryOperator op, bool a, bool b) => op switch
    {
        BinaryOperator.And or BinaryOperator.AndAlso => a && b,
        BinaryOperator.Or or BinaryOperator.OrElse => a || b,
        BinaryOperator.Xor or BinaryOperator.NotEqual => a != b,
        BinaryOperator.Equal => a == b,
        _ => null,
    };

    private static object? Whole(BinaryOperator op, Int128 a, Int128 b, SpecialType type, bool isChecked)
    {
        switch (op)
        {
            case BinaryOperator.Add:
                return Narrow(a + b, type, isChecked);
            case BinaryOperator.Subtract:
                return Narrow(a - b, type, isChecked);
            case BinaryOperator.Multiply:
                return Narrow(a * b, type, isChecked);
            case BinaryOperator.Divide:
                return b == 0 ? throw new DivideByZeroException() : Narrow(a / b, type, true);
            case BinaryOperator.Remainder:
                return b == 0 ? throw new DivideByZeroException() : Narrow(a % b, type, false);
            case BinaryOperator.And:
                return Narrow(a & b, type, false);
            case BinaryOperator.Or:
                return Narrow(a | b, type, false);
            case BinaryOperator.Xor:
                return Narrow(a ^ b, type, false);
            case BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight or BinaryOperator.UnsignedShiftRight when type == SpecialType.Int32:
                return Shift(op, (int)a, (int)b);
        }

        return Compare(op, a, b, a.CompareTo(b), false);
    }

    private static object? Shift<T>(BinaryOperator op, T value, int count)
        where T : IShiftOperators<T, int, T> => op switch
        {
            BinaryOperator.ShiftLeft => value << count,
            BinaryOperator.ShiftRight => value >> count,
            BinaryOperator.UnsignedShiftRight => value >>> count,
            _ => null,
        };

    private static object? Compare<T>(BinaryOperator op, T a, T b, int order, bool unordered)
        where T : IEquatable<T> => op switch
        {
            BinaryOperator.Equal => !unordered && a.Equals(b),
            BinaryOperator.NotEqual => unordered || !a.Equals(b),
            BinaryOperator.Less => !unordered && order < 0,
            BinaryOperator.LessOrEqual => !unordered && order <= 0,
            BinaryOperator.Greater => !unordered && order > 0,
            BinaryOperator.GreaterOrEqual => !unordered && order >= 0,
            _ => null,
        };

    private static object? Real<T>(BinaryOperator op, T a, T b)
        where T : INumber<T> => op switch
        {
            BinaryOperator.Add => a + b,
            BinaryOperator.Subtract => a - b,
            BinaryOperator.Multiply => a * b,
            BinaryOperator.Divide => a / b,
            BinaryOperator.Remainder => a % b,
            _ => Compare(op, a, b, a.CompareTo(b), T.IsNaN(a) || T.IsNaN(b)),
        };

    private static decimal ToDecimal(object value) => value switch
    {
        decimal v => v,
        double v => (decimal)v,
        float v => (decimal)v,
        ulong v => v,
        _ => ToInt64(value),
    };

    private static object FromDecimal(decimal value, SpecialType to) => to switch
    {
        SpecialType.Single => (float)value,
        SpecialType.Double => (double)value,
        _ => Narrow((Int128)decimal.Truncate(value), to, true),
    };

    private static object FromDouble(double value, object original, SpecialType to, bool isChecked)
    {
        if (to == SpecialType.Double)
            return value;
        if (to == SpecialType.Single)
            return original is float ? original : (float)value;
        if (double.IsNaN(value) || Math.Abs(value) >= 1.8446744073709552e19)
            return isChecked ? throw new OverflowException() : Narrow(0, to, false);
        return Narrow((Int128)Math.Truncate(value), to, isChecked);
    }
}
