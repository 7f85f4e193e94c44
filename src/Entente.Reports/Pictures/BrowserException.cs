namespace Entente.Reports.Pictures;

/// <summary>The browser could not do what it was asked; the message names it and says why.</summary>
public sealed class BrowserException : Exception
{
    public BrowserException(string message)
        : base(message)
    {
    }

    public BrowserException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public BrowserException()
    {
    }
}
