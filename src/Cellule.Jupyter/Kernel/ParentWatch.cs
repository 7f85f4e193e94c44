using System.Globalization;
using System.Runtime.InteropServices;

namespace Cellule.Jupyter.Kernel;

/// <summary>
/// Notices that the client which started the kernel is gone. Jupyter's clients name themselves in JPY_PARENT_PID when the
/// kernel should not outlive them.
/// </summary>
internal static partial class ParentWatch
{
    private const string Variable = "JPY_PARENT_PID";
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Calls <paramref name="gone"/> once the parent has ended; null when nobody asked for it.</summary>
    public static IDisposable? Start(Action gone, TimeProvider clock)
    {
        // On Windows the variable holds a handle, and clients end the kernel's job object themselves.
        if (OperatingSystem.IsWindows() || !int.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out _))
        {
            return null;
        }

        // An orphan gets another parent: comparing with the first one also works inside containers, where that isn't 1.
        var parent = GetParentId();
        return clock.CreateTimer(
            _ =>
            {
                if (GetParentId() != parent)
                {
                    gone();
                }
            },
            null,
            Interval,
            Interval);
    }

    [LibraryImport("libc", EntryPoint = "getppid")]
    private static partial int GetParentId();
}
