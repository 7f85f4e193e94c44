using System.Text;

namespace Cellule.Emit.Support;

/// <summary>What the members that C# adds to records and anonymous types do with each field.</summary>
internal static class RecordValues
{
    public static void Append<T>(StringBuilder builder, T value) => builder.Append(value?.ToString());

    public static bool AreEqual<T>(T left, T right) => EqualityComparer<T>.Default.Equals(left, right);

    public static int Hash<T>(T value) => value is null ? 0 : EqualityComparer<T>.Default.GetHashCode(value);
}
