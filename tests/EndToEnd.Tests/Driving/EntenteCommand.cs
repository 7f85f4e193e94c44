using System.Diagnostics;
using Entente.Cli;

namespace EndToEnd.Tests.Driving;

/// <summary>Starts the built <c>entente</c> as a person would, in a process of its own.</summary>
internal static class EntenteCommand
{
    public static string Assembly { get; } = typeof(EntryPoint).Assembly.Location;

    public sealed record Outcome(int ExitCode, string Output, string Error);

    public static Task<Outcome> RunAsync(string folder, params string[] arguments) => DotnetAsync(folder, [Assembly, .. arguments]);

    /// <summary>Starts <c>dotnet</c> itself.</summary>
    public static async Task<Outcome> DotnetAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Outcome(process.ExitCode, await output, await error);
    }
}
