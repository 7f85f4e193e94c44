using System.Reflection;
using System.Text;
using Cellule.Symbols;

namespace Cellule.Emit;

/// <summary>
/// An attribute's arguments as metadata stores them (ECMA-335 II.23.3). Written here because the attribute's class may still be under
/// construction, which the framework's own writer doesn't take.
/// </summary>
internal sealed class AttributeBlob(RuntimeHandles handles)
{
    private const byte Boxed = 0x51;
    private const byte EnumType = 0x55;
    private const byte FieldName = 0x53;
    private const byte PropertyName = 0x54;
    private const byte TypeType = 0x50;
    private const byte Vector = 0x1D;

    private readonly List<byte> _bytes = [];

    public static byte[] Of(AttributeData attribute, RuntimeHandles handles)
    {
        var blob = new AttributeBlob(handles);
        blob.Write((ushort)1);
        for (var i = 0; i < attribute.Arguments.Length; i++)
            blob.Value(attribute.Arguments[i], attribute.Constructor.Parameters[i].Type);
        blob.Write((ushort)attribute.Named.Length);
        foreach (var (member, value) in attribute.Named)
        {
            var type = member is FieldSymbol field ? field.Type : ((PropertySymbol)member).Type;
            blob._bytes.Add(member is FieldSymbol ? FieldName : PropertyName);
            blob.TypeCode(type);
            blob.Text(member.Name);
            blob.Value(value, type);
        }

        return [.. blob._bytes];
    }

    private void Write(ushort value) => _bytes.AddRange(BitConverter.GetBytes(value));

    private void Value(AttributeValue value, TypeSymbol type)
    {
        if (type.IsObject)
        {
            // What a boxed value is stands before it; null counts as a string.
            type = value.Value is null ? BuiltIn.String : value.Type;
            TypeCode(type);
        }

        if (type is ArrayTypeSymbol array)
        {
            var elements = value.Value as AttributeValue[];
            _bytes.AddRange(BitConverter.GetBytes(elements is null ? uint.MaxValue : (uint)elements.Length));
            foreach (var element in elements ?? [])
                Value(element, array.ElementType);
        }
        else if (type.RuntimeType == typeof(Type))
        {
            Text(value.Value is TypeSymbol named ? NameOf(named) : null);
        }
        else if (type.IsString)
        {
            Text((string?)value.Value);
        }
        else
        {
            _bytes.AddRange(Primitive(value.Value!));
        }
    }

    private static byte[] Primitive(object value) => value switch
    {
        bool v => [v ? (byte)1 : (byte)0],
        char v => BitConverter.GetBytes(v),
        sbyte v => [unchecked((byte)v)],
        byte v => [v],
        short v => BitConverter.GetBytes(v),
        ushort v => BitConverter.GetBytes(v),
        int v => BitConverter.GetBytes(v),
        uint v => BitConverter.GetBytes(v),
        long v => BitConverter.GetBytes(v),
        ulong v => BitConverter.GetBytes(v),
        float v => BitConverter.GetBytes(v),
        double v => BitConverter.GetBytes(v),
        _ => throw new InvalidOperationException($"{value.GetType()} can't stand in an attribute."),
    };

    private void TypeCode(TypeSymbol type)
    {
        if (type is ArrayTypeSymbol array)
        {
            _bytes.Add(Vector);
            TypeCode(array.ElementType);
        }
        else if (type.IsEnum)
        {
            _bytes.Add(EnumType);
            Text(NameOf(type));
        }
        else
        {
            _bytes.Add(type.IsObject ? Boxed : type.RuntimeType == typeof(Type) ? TypeType : ElementType(type.SpecialType));
        }
    }

    private static byte ElementType(SpecialType type) => type switch
    {
        SpecialType.Boolean => 0x02,
        SpecialType.Char => 0x03,
        SpecialType.SByte => 0x04,
        SpecialType.Byte => 0x05,
        SpecialType.Int16 => 0x06,
        SpecialType.UInt16 => 0x07,
        SpecialType.Int32 => 0x08,
        SpecialType.UInt32 => 0x09,
        SpecialType.Int64 => 0x0A,
        SpecialType.UInt64 => 0x0B,
        SpecialType.Single => 0x0C,
        SpecialType.Double => 0x0D,
        _ => 0x0E,
    };

    // A type of this cell is looked up in the cell's own assembly; others by their full name.
    private string NameOf(TypeSymbol type)
    {
        if (type is ArrayTypeSymbol array)
            return Qualified(array.ElementType, "[" + new string(',', array.Rank - 1) + "]");
        if (type.TypeArguments.IsEmpty || ReferenceEquals(type, type.OriginalDefinition))
            return Qualified(type, "");
        return Qualified(type.OriginalDefinition, $"[{string.Join(',', type.TypeArguments.Select(a => $"[{NameOf(a)}]"))}]");
    }

    private string Qualified(TypeSymbol type, string suffix)
    {
        var runtime = handles.Type(type, GenericContext.Empty);
        return runtime.Assembly == handles.Own ? runtime.FullName + suffix : $"{runtime.FullName}{suffix}, {runtime.Assembly.FullName}";
    }

    private void Text(string? text)
    {
        if (text is null)
        {
            _bytes.Add(byte.MaxValue);
            return;
        }

        var utf8 = Encoding.UTF8.GetBytes(text);
        Length(utf8.Length);
        _bytes.AddRange(utf8);
    }

    private void Length(int length)
    {
        if (length < 0x80)
            _bytes.Add((byte)length);
        else if (length < 0x4000)
            _bytes.AddRange([(byte)(0x80 | (length >> 8)), (byte)length]);
        else
            _bytes.AddRange([(byte)(0xC0 | (length >> 24)), (byte)(length >> 16), (byte)(length >> 8), (byte)length]);
    }

    /// <summary>Gives each declaration what its attributes say, once every constructor has a builder.</summary>
    public static void Apply(IEnumerable<AttributeData> attributes, RuntimeHandles handles, Action<ConstructorInfo, byte[]> set)
    {
        foreach (var attribute in attributes)
            set((ConstructorInfo)handles.Method(attribute.Constructor, GenericContext.Empty), Of(attribute, handles));
    }
}
