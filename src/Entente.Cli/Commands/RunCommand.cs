using System.CommandLine;

namespace Entente.Cli.Commands;

/// <summary><c>entente run</c>: executes notebooks and writes everything that a report needs.</summary>
internal static class RunCommand
{
    public static Command Build()
    {
        var options = new RunOptions();
        var keepGoing = new Option<bool>("--keep-going") { Description = "Go on after a cell that fails; the exit status still tells." };
        var command = options.Command(
            "run",
            "Executes notebooks and writes the executed copies, each chart, each table and a self-contained report.\n\n"
            + "Example:\n  entente run notebooks/02-meetings.ipynb --seeds my-articles --out out");
        command.Add(keepGoing);
        command.SetAction((parsed, stop) => NotebookRuns.RunAsync(options.Read(parsed) with { KeepGoing = parsed.GetValue(keepGoing) }, stop));
        return command;
    }
}
