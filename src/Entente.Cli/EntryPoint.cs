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
        var root = new RootCommand(
            "Reads articles about defence diplomacy, runs notebooks with C# cells, and draws charts whose every number leads back to a sentence.")
        {
            KernelCommand.Build(CellHost.NewSession, () => CellHost.Formats),
            RunCommand.Build(),
            WatchCommand.Build(),
            ConvertCommand.Build(),
            ExtractCommand.Build(),
        };

        try
        {
            return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }).ConfigureAwait(false);
        }
        catch (UserErrorException error)
        {
            await Console.Error.WriteLineAsync($"entente: {error.Message}").ConfigureAwait(false);
            return error.ExitCode;
        }
    }
}
