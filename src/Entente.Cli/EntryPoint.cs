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
            if (parsed.Errors.Count > 0 && args.Length > 0)
            {
                throw new UserErrorException(UsageText.Of(parsed));
            }

            var exitCode = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }).ConfigureAwait(false);
            return parsed.Errors.Count > 0 ? ExitCodes.Usage : exitCode;
        }
        catch (UserErrorException error)
        {
            await Console.Error.WriteLineAsync($"entente: {error.Message}").ConfigureAwait(false);
            return error.ExitCode;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A full disk, a folder that vanished meanwhile: the file is in the message.
            await Console.Error.WriteLineAsync($"entente: {failure.Message.ReplaceLineEndings(" ")}").ConfigureAwait(false);
            return ExitCodes.Failed;
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
