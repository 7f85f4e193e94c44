namespace Cellule.Jupyter.Wire;

/// <summary>What a transport tells the kernel; called on the transport's own thread, or on a sender's, and must not block.</summary>
internal interface ITransportListener
{
    /// <summary>Shell, control and stdin messages, in the order of arrival.</summary>
    void Receive(KernelChannel channel, IReadOnlyList<byte[]> frames);

    /// <summary>A client subscribed to a topic of IOPub.</summary>
    void Subscribed(byte[] topic);

    /// <summary>No client has taken anything for a while, and what waits has reached its limit: output is left out from now on.</summary>
    void Stalled();

    /// <summary>Clients read again, after <paramref name="dropped"/> messages had been left out.</summary>
    void Resumed(long dropped);
}
