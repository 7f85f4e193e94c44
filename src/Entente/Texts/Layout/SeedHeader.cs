using System.Buffers;
using Entente.Dates;

namespace Entente.Texts.Layout;

/// <summary>The <c> date YYYY[-MM[-DD]] </c> that may begin a seed.</summary>
internal static class SeedHeader
{
    private static readonly SearchValues<char> DateCharacters = SearchValues.Create("0123456789-");

    /// <summary>The date, and where the text after it begins; (empty, 0) without a header.</summary>
    public static (PartialDate Date, int End) Read(string raw)
    {
        var text = raw.AsSpan().TrimStart();
        var start = raw.Length - text.Length;
        if (!text.StartsWith("date ", StringComparison.OrdinalIgnoreCase))
        {
            return default;
        }

        var at = start + 5;
        while (at < raw.Length && raw[at] == ' ')
        {
            at++;
        }

        var length = raw.AsSpan(at).IndexOfAnyExcept(DateCharacters);
        var end = length < 0 ? raw.Length : at + length;
        var ends = end == raw.Length || char.IsWhiteSpace(raw[end]);
        return ends && end > at && PartialDate.TryParse(raw.AsSpan(at, end - at), out var date) && date.Year > 0 ? (date, end) : default;
    }
}
