using Cellule.Notebooks.Display;
using Cellule.Session;

namespace Cellule.Jupyter.Kernel;

/// <summary>What a host gives the kernel: the cells' interpreter, how values are shown, and how it introduces itself.</summary>
public sealed record KernelOptions
{
    /// <summary>Makes the interpreter when the first request needs it, so that the kernel answers before.</summary>
    public required Func<ICellInterpreter> CreateInterpreter { get; init; }

    /// <summary>Turns values into MIME bundles.</summary>
    public required DisplayFormatter Formatter { get; init; }

    /// <summary>The implementation's name and version, as <c>kernel_info</c> tells them.</summary>
    public required string Implementation { get; init; }

    public required string ImplementationVersion { get; init; }

    /// <summary>What a console client shows first.</summary>
    public required string Banner { get; init; }

    /// <summary>The host's pages for a notebook's Help menu: text and address.</summary>
    public IReadOnlyList<(string Text, string Url)> HelpLinks { get; init; } = [];

    /// <summary>Told, a line each, what was dropped and why; a client never sees it.</summary>
    public Action<string> Log { get; init; } = _ => { };

    /// <summary>The one clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
