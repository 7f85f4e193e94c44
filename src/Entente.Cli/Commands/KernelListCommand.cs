using System.CommandLine;
using Cellule.Jupyter.Installing;

namespace Entente.Cli.Commands;

/// <summary><c>entente kernel list</c>: the kernels that Jupyter finds, a line each.</summary>
internal static class KernelListCommand
{
    public static Command Build()
    {
        var command = new Command("list", "Lists the kernels that Jupyter finds here: name, display name and folder.");
        command.SetAction(parsed =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var kernels = KernelSpecs.List();
            var nameWidth = kernels.Select(kernel => kernel.Name.Length).DefaultIfEmpty(0).Max();
            var displayWidth = kernels.Select(kernel => kernel.DisplayName.Length).DefaultIfEmpty(0).Max();
            foreach (var (name, displayName, folder) in kernels)
            {
                output.WriteLine($"{name.PadRight(nameWidth)}  {displayName.PadRight(displayWidth)}  {folder}");
            }

            if (kernels.Count == 0)
            {
                parsed.InvocationConfiguration.Error.WriteLine("no kernel is installed; entente kernel install --user installs this one");
            }

            return 0;
        });
        return command;
    }
}
