using System.Text;

namespace Cellule.Emit.Support;

/// <summary>A member's value in the text of a record or anonymous object.</summary>
internal static class RecordText
{
    public static void Append<T>(StringBuilder builder, T value) => builder.Append(value?.ToString());
}
