using Cellule.Notebooks.Running;

namespace Entente.Cli.Commands;

/// <summary>What the command line asks <c>entente run</c> to do.</summary>
internal sealed record RunRequest
{
    public required IReadOnlyList<string> Notebooks { get; init; }

    public string? Seeds { get; init; }

    public required string Out { get; init; }

    public IReadOnlyList<NotebookParameter> Parameters { get; init; } = [];

    public string Language { get; init; } = "en";

    /// <summary>Formats of the report beside HTML.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [];

    public bool KeepGoing { get; init; }

    public TimeSpan? CellTimeout { get; init; }

    /// <summary>How many notebooks run at once.</summary>
    public int Jobs { get; init; } = 1;

    public string Home { get; init; } = "VNM";

    /// <summary>Whether texts in CSV that a spreadsheet would run get an apostrophe.</summary>
    public bool GuardFormulas { get; init; }

    /// <summary>Record when each cell ran; off, the same run writes the same bytes.</summary>
    public bool RecordTimes { get; init; }
}
