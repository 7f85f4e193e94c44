using System.CommandLine;
using Entente.Cli.Commands;
using Entente.Cli.Composition;
using Entente.Cli.Terminal;

namespace Entente.Cli;

/// <summary>The <c>entente</c> command.</summary>
internal static class EntryPoint
{
    public static async Task<int> Main(string[] args)
    {
        var parsed = Root().Parse(args);
        try
        {
            var exitCode = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }).ConfigureAwait(false);
            return parsed.Errors.Count > 0 ? ExitCodes.Usage : exitCode;
        }
        catch (UserErrorException error)
        {
            await Console.Error.WriteLineAsync($"entente: {error.Message}").ConfigureAwait(false);
            return error.ExitCode;
        }
    }

    /// <summary>Every command with its help.</summary>
    public static RootCommand Root() => new(
        "Reads articles about defence diplomacy, runs notebooks with C# cells, and draws charts whose every number leads back to a sentence.")
    {
        RunCommand.Build(),
        ExtractCommand.Build(),
        WatchCommand.Build(),
        ConvertCommand.Build(),
        KernelCommand.Build(CellHost.NewSession, () => CellHost.Formats),
    };
}
