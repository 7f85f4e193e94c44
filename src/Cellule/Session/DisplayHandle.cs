using System.Globalization;

namespace Cellule.Session;

/// <summary>Something that has been shown and can be replaced.</summary>
public sealed class DisplayHandle
{
    private static int _count;
    private readonly string? _mimeType;

    private DisplayHandle(string? mimeType)
    {
        _mimeType = mimeType;
        DisplayId = string.Create(CultureInfo.InvariantCulture, $"cell-{Environment.ProcessId}-{Interlocked.Increment(ref _count)}");
    }

    /// <summary>Under which the host knows the output.</summary>
    public string DisplayId { get; }

    /// <summary>Shows <paramref name="value"/> in place of what stands there.</summary>
    public void Update(object? value) => RunningCell.Output?.Display(new DisplayRequest(value, _mimeType, DisplayId, Update: true));

    internal static DisplayHandle Show(object? value, string? mimeType)
    {
        var handle = new DisplayHandle(mimeType);
        RunningCell.Output?.Display(new DisplayRequest(value, mimeType, handle.DisplayId));
        return handle;
    }
}
