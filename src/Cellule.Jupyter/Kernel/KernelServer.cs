using System.Runtime.InteropServices;
using Cellule.Jupyter.Wire;
using Cellule.Session;

namespace Cellule.Jupyter.Kernel;

/// <summary>Runs a kernel where a connection file says, until a client or a signal ends it.</summary>
public static class KernelServer
{
    /// <summary>
    /// Serves until a client asks to shut down, the process is told to end, or the client that started it has gone.
    /// SIGINT interrupts the running cell. Once in a process: it takes the process's signals and unhandled exceptions.
    /// </summary>
    public static async Task RunAsync(ConnectionFile connection, KernelOptions options, CancellationToken stop = default)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var transport = new NetMqTransport(connection);
        var kernel = new JupyterKernel(
            options,
            transport,
            connection.Key,
            new(connection.ShellPort, connection.IOPubPort, connection.StdinPort, connection.ControlPort, connection.HeartbeatPort),
            new CommTargets());

        // A thread that a cell started may throw: that ends the thread, not the kernel with everything in it.
        UnhandledExceptions.TellCells(failure =>
        {
            kernel.ReportLost(failure);
            return true;
        });
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = true;
            kernel.Interrupt();
        });
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            ending.Cancel();
        });
        using var parent = ParentWatch.Start(ending.Cancel, options.Clock);
        await kernel.RunAsync(ending.Token).ConfigureAwait(false);
    }
}
