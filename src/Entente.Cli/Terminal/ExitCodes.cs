namespace Entente.Cli.Terminal;

/// <summary>What the process ends with.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>A cell failed, or nothing could be read.</summary>
    public const int Failed = 1;

    /// <summary>The command line, a path or a notebook file is wrong; nothing was run.</summary>
    public const int Usage = 2;

    /// <summary>Stopped by Ctrl+C; what ran is saved.</summary>
    public const int Interrupted = 130;
}
