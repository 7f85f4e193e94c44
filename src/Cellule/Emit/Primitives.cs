using Cellule.Symbols;

namespace Cellule.Emit;

/// <summary>What the evaluation stack makes of the primitive types.</summary>
internal static class Primitives
{
    /// <summary>The primitive that a type is on the stack: an enum's underlying type.</summary>
    public static SpecialType Of(TypeSymbol type)
    {
        if (type.IsEnum && type.EnumUnderlyingType is { } underlying)
            return underlying.SpecialType;
        return type.SpecialType;
    }

    public static bool IsUnsigned(SpecialType type) =>
        type is SpecialType.Byte or SpecialType.UInt16 or SpecialType.UInt32 or SpecialType.UInt64 or SpecialType.NativeUInt or SpecialType.Char or SpecialType.Boolean;

    public static bool IsFloating(SpecialType type) => type is SpecialType.Single or SpecialType.Double;

    /// <summary>64 bits on the stack (native integers: at most).</summary>
    public static bool IsWide(SpecialType type) =>
        type is SpecialType.Int64 or SpecialType.UInt64 or SpecialType.NativeInt or SpecialType.NativeUInt;

    public static bool IsReal(SpecialType type) => type is >= SpecialType.Boolean and <= SpecialType.Double;
}
