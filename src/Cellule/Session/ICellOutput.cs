namespace Cellule.Session;

/// <summary>
/// Where a running cell's output goes. The session never formats and never sees a socket: the host turns
/// values into MIME bundles. Calls may come from any thread while the cell runs; an implementation is thread-safe.
/// </summary>
public interface ICellOutput
{
    /// <summary>Text for standard output, as written; may be part of a line.</summary>
    void Write(string text);

    /// <summary>Text for standard error, as written; may be part of a line.</summary>
    void WriteError(string text);

    /// <summary>Shows a value, or replaces what was shown under <see cref="DisplayRequest.DisplayId"/>.</summary>
    void Display(DisplayRequest request);

    /// <summary>Clears the cell's output so far; with <paramref name="wait"/>, only when the next output comes.</summary>
    void Clear(bool wait);

    /// <summary>Asks the person at the notebook for a line; null when nobody can be asked.</summary>
    string? ReadLine(string prompt, bool password);
}

/// <summary>
/// A value to show. <paramref name="MimeType"/> null: every representation that the host knows. <paramref name="Update"/>
/// true: replaces what stands under <paramref name="DisplayId"/> instead of adding an output.
/// </summary>
public sealed record DisplayRequest(object? Value, string? MimeType = null, string? DisplayId = null, bool Update = false);

/// <summary>Text that is already in a MIME type (<c>HTML(...)</c>, <c>#!markdown</c>): shown as it is.</summary>
public sealed record MimeText(string MimeType, string Text);
