namespace Cellule.Jupyter.Wire;

/// <summary>The protocol's channels that carry messages; the heartbeat carries none and stays inside the transport.</summary>
internal enum KernelChannel
{
    Shell,
    Control,
    Stdin,
    IOPub,
}
