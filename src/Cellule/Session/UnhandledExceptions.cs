using System.Runtime.ExceptionServices;

namespace Cellule.Session;

/// <summary>What nobody catches on a thread that a cell started would end the process, and all sessions with it.</summary>
public static class UnhandledExceptions
{
    private static int _isTold;

    /// <summary>
    /// From now on such exceptions are written to the error output of their cell, and the process goes on. For a program whose
    /// purpose is to run cells: there is one handler in a process, and the first one stays. <paramref name="ofOthers"/> is asked
    /// about exceptions of no cell's code, and says whether the process may go on; without it, it may not.
    /// </summary>
    public static void TellCells(Func<Exception, bool>? ofOthers = null)
    {
        if (Interlocked.Exchange(ref _isTold, 1) == 0)
            ExceptionHandling.SetUnhandledExceptionHandler(exception => RunningCell.Tell(exception) || ofOthers?.Invoke(exception) == true);
    }
}
