using Cellule.Symbols;

namespace Cellule.Binding;

/// <summary>The number types and their implicit conversions.</summary>
internal static class NumericTypes
{
    public static bool IsNumeric(TypeSymbol type) => IsNumeric(type.SpecialType);

    public static bool IsNumeric(SpecialType type) => type is >= SpecialType.Char and <= SpecialType.Decimal;

    public static bool IsIntegral(TypeSymbol type) => type.SpecialType is >= SpecialType.Char and <= SpecialType.NativeUInt;

    public static bool IsFloating(TypeSymbol type) => type.SpecialType is SpecialType.Single or SpecialType.Double;

    public static bool IsUnsigned(SpecialType type) =>
        type is SpecialType.Byte or SpecialType.UInt16 or SpecialType.UInt32 or SpecialType.UInt64 or SpecialType.NativeUInt or SpecialType.Char;

    /// <summary>C#'s implicit numeric conversions, identity left out.</summary>
    public static bool IsImplicit(SpecialType from, SpecialType to) => from switch
    {
        SpecialType.SByte => to is SpecialType.Int16 or SpecialType.Int32 or SpecialType.Int64 or SpecialType.NativeInt or SpecialType.Single or SpecialType.Double or SpecialType.Decimal,
        SpecialType.Byte => to is SpecialType.Int16 or SpecialType.UInt16 or SpecialType.Int32 or SpecialType.UInt32 or SpecialType.Int64 or SpecialType.UInt64 or SpecialType.NativeInt or SpecialType.NativeUInt or SpecialType.Single or SpecialType.Double or SpecialType.Decimal,
        SpecialType.Int16 => to is SpecialType.Int32 or SpecialType.Int64 or SpecialType.NativeInt or SpecialType.Single or SpecialType.Double or SpecialType.Decimal,
        SpecialType.UInt16 => to is SpecialType.Int32 or SpecialType.UInt32 or SpecialType.Int64 or SpecialType.UInt64 or SpecialType.NativeInt or SpecialType.NativeUInt or SpecialType.Single or SpecialType.Double or SpecialType.Decimal,
        SpecialType.Char => to is SpecialType.UInt16 or SpecialType.Int32 or SpecialType.UInt32 or SpecialType.Int64 or SpecialType.UInt64 or SpecialType.NativeInt or SpecialType.NativeUInt or SpecialType.Single or SpecialType.Double or SpecialType.Decimal,
        SpecialType.Int32 => to is SpecialType.Int64 or SpecialType.NativeInt or SpecialType.Single or SpecialType.Double or SpecialType.Decimal,
        SpecialType.UInt32 => to is SpecialType.Int64 or SpecialType.UInt64 or SpecialType.NativeUInt or SpecialType.Single or SpecialType.Double or SpecialType.Decimal,
        SpecialType.Int64 or SpecialType.UInt64 => to is SpecialType.Single or SpecialType.Double or SpecialType.Decimal,
        SpecialType.NativeInt => to is SpecialType.Int64 or SpecialType.Single or SpecialType.Double or SpecialType.Decimal,
        SpecialType.NativeUInt => to is SpecialType.UInt64 or SpecialType.Single or SpecialType.Double or SpecialType.Decimal,
        SpecialType.Single => to is SpecialType.Double,
        _ => false,
    };
}
