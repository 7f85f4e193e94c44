using System.CommandLine;
using Cellule.Jupyter.Installing;

namespace Entente.Cli.Commands;

/// <summary><c>entente kernel uninstall</c>: takes back what <c>install</c> wrote.</summary>
internal static class KernelUninstallCommand
{
    public static Command Build()
    {
        var (user, prefix, name) = (KernelCommand.UserOption(), KernelCommand.PrefixOption(), KernelCommand.NameOption());
        var command = new Command("uninstall", "Removes the kernel spec.") { user, prefix, name }.WithPlace(user, prefix);
        command.SetAction(parsed =>
        {
            var configuration = parsed.InvocationConfiguration;
            try
            {
                if (KernelSpecs.Uninstall(parsed.GetValue(name)!, parsed.GetValue(prefix)) is { } folder)
                {
                    configuration.Output.WriteLine($"removed {folder}");
                    return 0;
                }

                configuration.Error.WriteLine($"entente: no kernel '{parsed.GetValue(name)}' is installed there; entente kernel list shows which are");
                return 1;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                configuration.Error.WriteLine($"entente: the kernel could not be removed: {failure.Message}");
                return 1;
            }
        });
        return command;
    }
}
