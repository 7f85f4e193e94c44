using System.CommandLine;
using Cellule.Jupyter.Installing;

namespace Entente.Cli.Commands;

/// <summary><c>entente kernel install</c>: lets Jupyter and VS Code find this program.</summary>
internal static class KernelInstallCommand
{
    private const string DefaultDisplayName = "C# (Entente)";

    public static Command Build()
    {
        var (user, prefix, name) = (KernelCommand.UserOption(), KernelCommand.PrefixOption(), KernelCommand.NameOption());
        var displayName = new Option<string>("--display-name") { Description = "What the list of kernels shows.", DefaultValueFactory = _ => DefaultDisplayName };
        var command = new Command("install", "Writes the kernel spec, so that Jupyter and VS Code offer the kernel.\n\nExample:\n  entente kernel install --user")
        {
            user, prefix, name, displayName,
        }.WithPlace(user, prefix);
        command.SetAction(parsed =>
        {
            var start = KernelCommandLine.OfThisProgram(typeof(KernelInstallCommand).Assembly.GetName().Name!);
            try
            {
                var folder = KernelSpecs.Install(
                    parsed.GetValue(name)!, parsed.GetValue(displayName)!, [.. start, "kernel", "start"], parsed.GetValue(prefix));
                parsed.InvocationConfiguration.Output.WriteLine($"installed {parsed.GetValue(name)} ({parsed.GetValue(displayName)}) in {folder}");
                return 0;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                parsed.InvocationConfiguration.Error.WriteLine($"entente: the kernel could not be installed: {failure.Message}");
                return 1;
            }
        });
        return command;
    }
}
