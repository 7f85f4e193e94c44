using System.CommandLine;
using Cellule.Jupyter.Installing;
using Cellule.Notebooks.Display;
using Cellule.Session;

namespace Entente.Cli.Commands;

/// <summary><c>entente kernel</c>: the Jupyter kernel that VS Code, Notebook and JupyterLab start.</summary>
internal static class KernelCommand
{
    internal const string DefaultName = "entente";

    /// <summary><paramref name="newSession"/> is asked when the kernel listens already, <paramref name="formats"/> before.</summary>
    public static Command Build(Func<ICellInterpreter> newSession, Func<DisplayFormats> formats) =>
        new("kernel", "Installs, removes, lists and starts the Jupyter kernel for C# cells.")
        {
            KernelInstallCommand.Build(),
            KernelUninstallCommand.Build(),
            KernelListCommand.Build(),
            KernelStartCommand.Build(newSession, formats),
        };

    internal static Option<string> NameOption()
    {
        var name = new Option<string>("--name") { Description = "The kernel's name, as jupyter kernelspec lists it.", DefaultValueFactory = _ => DefaultName };
        name.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } given && !KernelSpecs.IsName(given))
            {
                result.AddError($"--name {given}: use letters, digits, '.', '-' and '_' only");
            }
        });
        return name;
    }

    internal static Option<string?> PrefixOption() => new("--prefix")
    {
        Description = "Folder of an environment (a Python virtual environment, say): DIR/share/jupyter/kernels.",
        HelpName = "DIR",
    };

    internal static Option<bool> UserOption() => new("--user") { Description = "For this user, where Jupyter and VS Code look (the default)." };

    /// <summary>One place for the rule that a kernel goes to one of two places.</summary>
    internal static Command WithPlace(this Command command, Option<bool> user, Option<string?> prefix)
    {
        command.Validators.Add(result =>
        {
            if (result.GetValue(user) && result.GetValue(prefix) is not null)
            {
                result.AddError("--user and --prefix exclude each other");
            }
        });
        return command;
    }
}
