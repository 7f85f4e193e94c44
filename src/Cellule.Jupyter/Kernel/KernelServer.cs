using System.Runtime.InteropServices;
using Cellule.Jupyter.Wire;

namespace Cellule.Jupyter.Kernel;

/// <summary>Runs a kernel where a connection file says, until a client or a signal ends it.</summary>
public static class KernelServer
{
    /// <summary>
    /// Serves until a client asks to shut down, the process is told to end, or the client that started it has gone.
    /// SIGINT interrupts the running cell.
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
