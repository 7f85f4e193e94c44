namespace Entente.Cli.Terminal;

/// <summary>Something that the person at the terminal can mend: told in one line, what, where, what to do.</summary>
internal sealed class UserErrorException(string message, int exitCode = ExitCodes.Usage) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
