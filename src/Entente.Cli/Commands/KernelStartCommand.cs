using System.CommandLine;
using System.Reflection;
using Cellule.Jupyter.Kernel;
using Cellule.Jupyter.Wire;
using Cellule.Notebooks.Display;
using Cellule.Session;
using Entente.Cli.Terminal;

namespace Entente.Cli.Commands;

/// <summary><c>entente kernel start FILE</c>: what a client runs; it ends when the client says so.</summary>
internal static class KernelStartCommand
{
    public static Command Build(Func<ICellInterpreter> newSession, Func<DisplayFormats> formats)
    {
        var file = new Argument<string>("connection-file") { Description = "The file in which the client says where to listen." };
        var allowUnsigned = new Option<bool>("--allow-unsigned")
        {
            Description = "Start even when the file has no key and others may read it: anyone on this machine could then run code as you.",
        };
        var command = new Command("start", "Starts the kernel for a client; clients call this themselves.") { file, allowUnsigned };

        // Not an asynchronous action: System.CommandLine would end those at SIGINT, which interrupts a kernel's cell.
        command.SetAction(parsed =>
        {
            var error = parsed.InvocationConfiguration.Error;
            ConnectionFile connection;
            try
            {
                connection = ConnectionFile.Read(parsed.GetValue(file)!, parsed.GetValue(allowUnsigned));
            }
            catch (ConnectionFileException failure)
            {
                throw new UserErrorException(failure.Message);
            }

            KernelServer.RunAsync(connection, Options(newSession, formats, line => error.WriteLine($"entente kernel: {line}"))).GetAwaiter().GetResult();

            // Threads that cells left behind must not keep the process: the client waits for its end.
            Environment.Exit(ExitCodes.Success);
        });
        return command;
    }

    private static KernelOptions Options(Func<ICellInterpreter> newSession, Func<DisplayFormats> formats, Action<string> log)
    {
        var version = typeof(KernelStartCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";
        return new KernelOptions
        {
            CreateInterpreter = newSession,
            Formatter = new DisplayFormatter(formats()),
            Implementation = "entente",
            ImplementationVersion = version,
            Banner = $"C# cells with Entente {version}; name? explains a name",
            Log = log,
        };
    }
}
