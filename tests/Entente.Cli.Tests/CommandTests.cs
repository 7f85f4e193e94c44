using System.CommandLine;

namespace Entente.Cli.Tests;

/// <summary>The commands as typed: what they write, say and end with. Standard output is taken over, so they run one by one.</summary>
[Collection("console")]
public sealed class CommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("entente-cli-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_command_option_and_argument_explains_itself()
    {
        Assert.All(Commands(EntryPoint.Root()), command =>
        {
            Assert.False(string.IsNullOrWhiteSpace(command.Description), command.Name);
            Assert.All(command.Options, option => Assert.False(string.IsNullOrWhiteSpace(option.Description), $"{command.Name} {option.Name}"));
            Assert.All(command.Arguments, argument => Assert.False(string.IsNullOrWhiteSpace(argument.Description), $"{command.Name} {argument.Name}"));
        });
    }

    [Theory]
    [InlineData("rnu")]
    [InlineData("run", "-p", "no-equals-sign")]
    [InlineData("run", "--language", "de")]
    [InlineData("run", "missing.ipynb")]
    [InlineData("extract", "seeds")]
    [InlineData("extract", "no-such-folder", "--out", "x")]
    [InlineData("convert", "missing.ipynb")]
    public async Task A_wrong_command_line_ends_with_2_and_says_why(params string[] arguments)
    {
        var outcome = await RunAsync(arguments);

        Assert.Equal(2, outcome.ExitCode);
        Assert.NotEqual("", outcome.Error.Trim());
    }

    [Theory]
    [InlineData("md", "```")]
    [InlineData("html", "<!DOCTYPE html>")]
    [InlineData("cs", "Console.WriteLine")]
    public async Task A_notebook_is_converted_without_being_run(string format, string part)
    {
        var notebook = Notebook("Console.WriteLine(6 * 7);");

        var outcome = await RunAsync("convert", notebook, "--to", format, "--out", _folder);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains(part, File.ReadAllText(Path.Combine(_folder, "small." + format)), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_notebook_runs_with_its_parameters()
    {
        var outcome = await RunAsync("run", Notebook("answer * 2"), "-p", "answer=21", "--out", Path.Combine(_folder, "out"));

        Assert.True(outcome.ExitCode == 0, outcome.Error);
        Assert.Contains("\"42\"", File.ReadAllText(Path.Combine(_folder, "out", "notebooks", "small.ipynb")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_cell_ends_with_1_and_names_notebook_and_cell()
    {
        var outcome = await RunAsync("run", Notebook("int.Parse(\"x\")"), "--out", Path.Combine(_folder, "out"));

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("small.ipynb: cell 1: FormatException", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_kernel_is_installed_listed_and_removed()
    {
        var installed = await RunAsync("kernel", "install", "--prefix", _folder);
        var spec = Path.Combine(_folder, "share", "jupyter", "kernels", "entente", "kernel.json");

        Assert.Equal(0, installed.ExitCode);
        Assert.Contains("\"language\": \"C#\"", File.ReadAllText(spec), StringComparison.Ordinal);

        var removed = await RunAsync("kernel", "uninstall", "--prefix", _folder);

        Assert.Equal(0, removed.ExitCode);
        Assert.False(File.Exists(spec));
    }

    private string Notebook(string source)
    {
        var path = Path.Combine(_folder, "small.ipynb");
        File.WriteAllText(path, $$"""
            {"cells":[{"cell_type":"code","execution_count":null,"id":"a","metadata":{},"outputs":[],"source":{{System.Text.Json.JsonSerializer.Serialize(source)}}}],
             "metadata":{},"nbformat":4,"nbformat_minor":5}
            """);
        return path;
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var (standardOutput, standardError) = (Console.Out, Console.Error);
        using var output = new StringWriter();
        using var error = new StringWriter();
        Console.SetOut(output);
        Console.SetError(error);
        try
        {
            return (await EntryPoint.Main(arguments), output.ToString(), error.ToString());
        }
        finally
        {
            Console.SetOut(standardOutput);
            Console.SetError(standardError);
        }
    }

    private static IEnumerable<Command> Commands(Command command) => command.Subcommands.SelectMany(Commands).Prepend(command);
}
