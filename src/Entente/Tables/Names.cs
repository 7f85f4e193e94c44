using System.Collections.Concurrent;
using System.Text;
using Entente.Dates;

namespace Entente.Tables;

/// <summary>How the tables write what the code has as enumerations and dates.</summary>
internal static class Names
{
    /// <summary><c>CourtesyCall</c> → <c>courtesy_call</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Cache<T>.Names.GetOrAdd(value, static v => SnakeCase(v.ToString()));

    public static DateCells Of(ResolvedDate date) => new(date.Date.ToString(), Day(date.From), Day(date.To));

    private static string Day(DateOnly? day) => day is { } d ? PartialDate.Of(d).ToString() : "";

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsUpper(c) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }

    private static class Cache<T>
        where T : struct, Enum
    {
        public static readonly ConcurrentDictionary<T, string> Names = new();
    }
}
