using Cellule.Notebooks.Display;
using Cellule.Session;

namespace Entente.Cli.Composition;

/// <summary>What a cell runs in: the interpreter, and how the values of this product are shown.</summary>
internal static class CellHost
{
    /// <summary>How values are shown. Types are named, not touched: nothing is loaded before such a value is shown.</summary>
    public static DisplayFormats Formats { get; } = CellFormats.Create();

    /// <summary>A session of its own for each notebook.</summary>
    public static ICellInterpreter NewSession()
    {
        UnhandledExceptions.TellCells();
        return new CellSession();
    }
}
