namespace Cellule.Jupyter.Wire;

/// <summary>Carries the frames of whole messages between the kernel and its clients, and nothing else.</summary>
internal interface IKernelTransport : IDisposable
{
    /// <summary>Starts to receive.</summary>
    void Start(ITransportListener listener);

    /// <summary>
    /// Sends one message, from any thread; messages leave in the order of the calls. Waits while much more is under way
    /// than clients have taken, so that a cell can't print faster than its output leaves. When no client takes anything for
    /// long, messages that <paramref name="canBeLeftOut"/> are left out, and the listener is told.
    /// </summary>
    void Send(KernelChannel channel, IReadOnlyList<byte[]> frames, bool canBeLeftOut);
}
