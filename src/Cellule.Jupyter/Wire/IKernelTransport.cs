namespace Cellule.Jupyter.Wire;

/// <summary>Carries the frames of whole messages between the kernel and its clients, and nothing else.</summary>
internal interface IKernelTransport : IDisposable
{
    /// <summary>
    /// Starts to receive. <paramref name="received"/> gets shell, control and stdin messages in the order of arrival and must
    /// not block; <paramref name="subscribed"/> gets the topic of each new subscription to IOPub.
    /// </summary>
    void Start(Action<KernelChannel, IReadOnlyList<byte[]>> received, Action<byte[]> subscribed);

    /// <summary>
    /// Sends one message, from any thread; messages leave in the order of the calls. Waits while much more is under way
    /// than clients have taken, so that a cell can't print faster than its output leaves.
    /// </summary>
    void Send(KernelChannel channel, IReadOnlyList<byte[]> frames);
}
