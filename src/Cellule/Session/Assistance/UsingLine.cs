using System.Text.RegularExpressions;

namespace Cellule.Session.Assistance;

/// <summary>A using directive that is being written. <paramref name="Parent"/>: the namespace before the last dot.</summary>
internal sealed partial record UsingLine(string Parent, bool IsStatic)
{
    /// <summary>Null when the cursor is in no such line; <c>using var</c> and <c>using (</c> are statements.</summary>
    public static UsingLine? At(CursorText cursor)
    {
        var line = Directive().Match(cursor.Before[(cursor.Before.LastIndexOfAny(['\n', ';']) + 1)..]);
        return line.Success ? new UsingLine(line.Groups["parent"].Value.TrimEnd('.'), line.Groups["static"].Success) : null;
    }

    [GeneratedRegex(@"^\s*(global\s+)?using\s+(?<static>static\s+)?(?<parent>([\p{L}_][\p{L}\p{Nd}_]*\.)*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Directive();
}
