namespace Cellule.Jupyter.Wire;

/// <summary>A connection file that can't be used; the message names the file and what to do.</summary>
public sealed class ConnectionFileException : Exception
{
    public ConnectionFileException(string message)
        : base(message)
    {
    }

    public ConnectionFileException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public ConnectionFileException()
    {
    }
}
