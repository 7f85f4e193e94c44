namespace Cellule.Notebooks.Model;

/// <summary>A file that is not a notebook which can be read; the message names the file, the place and what to do.</summary>
public sealed class NotebookFormatException : Exception
{
    public NotebookFormatException(string message)
        : base(message)
    {
    }

    public NotebookFormatException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public NotebookFormatException()
    {
    }
}
