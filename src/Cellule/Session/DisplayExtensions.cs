namespace Cellule.Session;

/// <summary>What cells may call on any value to show it.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows the value now; the handle replaces what it shows.</summary>
    public static DisplayHandle Display(this object? value, string? mimeType = null) => DisplayHandle.Show(value, mimeType);

    /// <summary>Shows the value now, in this MIME type only.</summary>
    public static DisplayHandle DisplayAs(this object? value, string mimeType) => DisplayHandle.Show(value, mimeType);
}
