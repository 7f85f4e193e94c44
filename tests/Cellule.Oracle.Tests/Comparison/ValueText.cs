using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Cellule.Oracle.Tests.Comparison;

/// <summary>
/// A value as a text that is equal for equal values of different hosts: with its type, elements of sequences in order, members of
/// anonymous types; names of types that a host invents are left out.
/// </summary>
internal static class ValueText
{
    private const int MaxElements = 200;
    private const int MaxDepth = 6;

    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Append(text, value, 0);
        return text.ToString();
    }

    private static void Append(StringBuilder text, object? value, int depth)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                return;
            case string s:
                text.Append('"').Append(s).Append('"');
                return;
            case bool or char or sbyte or byte or short or ushort or int or uint or long or ulong or nint or nuint or decimal or Enum:
                text.Append(TypeName(value.GetType())).Append(' ').Append(Convert.ToString(value, CultureInfo.InvariantCulture));
                return;
            case double d:
                text.Append("double ").Append(d.ToString("R", CultureInfo.InvariantCulture));
                return;
            case float f:
                text.Append("float ").Append(f.ToString("R", CultureInfo.InvariantCulture));
                return;
            case Type type:
                text.Append("typeof ").Append(TypeName(type));
                return;
            case Exception e:
                text.Append(TypeName(e.GetType())).Append(": ").Append(e.Message);
                return;
            case Delegate:
                text.Append(TypeName(value.GetType()));
                return;
            default:
                break;
        }

        if (depth > MaxDepth)
        {
            text.Append('…');
        }
        else if (value is ITuple tuple)
        {
            text.Append('(');
            for (int i = 0; i < tuple.Length; i++)
            {
                text.Append(i > 0 ? ", " : "");
                Append(text, tuple[i], depth + 1);
            }

            text.Append(')');
        }
        else if (value is IEnumerable sequence)
        {
            AppendElements(text, sequence, depth);
        }
        else
        {
            AppendObject(text, value, depth);
        }
    }

    private static void AppendElements(StringBuilder text, IEnumerable sequence, int depth)
    {
        // Lazy sequences are named for their iterator, which each host names as it likes.
        var type = sequence.GetType();
        text.Append(type.IsArray || type.Namespace == "System.Collections.Generic" ? TypeName(type) : "sequence").Append(" [");
        int count = 0;
        foreach (object? element in sequence)
        {
            if (count++ > MaxElements)
            {
                text.Append('…');
                break;
            }

            text.Append(count > 1 ? ", " : "");
            Append(text, element, depth + 1);
        }

        text.Append(']');
    }

    private static void AppendObject(StringBuilder text, object value, int depth)
    {
        var type = value.GetType();
        bool isAnonymous = type.Name.Contains("AnonymousType", StringComparison.Ordinal);
        text.Append(isAnonymous ? "anonymous" : TypeName(type)).Append(' ');
        if (!isAnonymous && type.GetMethod("ToString", Type.EmptyTypes)?.DeclaringType is { } declaring && declaring != typeof(object) && declaring != typeof(ValueType))
        {
            text.Append(value);
            return;
        }

        text.Append("{ ");
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0 && p.CanRead))
        {
            text.Append(property.Name).Append(" = ");
            object? member;
            try
            {
                member = property.GetValue(value);
            }
            catch (TargetInvocationException e)
            {
                member = e.InnerException;
            }

            Append(text, member, depth + 1);
            text.Append(' ');
        }

        text.Append('}');
    }

    /// <summary>The name as C# writes it, without namespaces and without the type that a script wraps its declarations in.</summary>
    public static string TypeName(Type type)
    {
        if (type.IsArray)
        {
            return TypeName(type.GetElementType()!) + "[" + new string(',', type.GetArrayRank() - 1) + "]";
        }

        if (!type.IsGenericType)
        {
            return type == typeof(double) ? "double" : type == typeof(float) ? "float" : type.Name;
        }

        int tick = type.Name.IndexOf('`', StringComparison.Ordinal);
        string name = tick < 0 ? type.Name : type.Name[..tick];
        if (name.Contains("AnonymousType", StringComparison.Ordinal))
        {
            name = "anonymous";
        }

        return name + "<" + string.Join(", ", type.GetGenericArguments().Select(TypeName)) + ">";
    }
}
