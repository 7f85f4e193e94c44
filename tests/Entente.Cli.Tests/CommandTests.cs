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
    [InlineData("'rnu'", "rnu")]
    [InlineData("name=value", "run", "-p", "no-equals-sign")]
    [InlineData("'de'", "run", "--language", "de")]
    [InlineData("missing.ipynb", "run", "missing.ipynb")]
    [InlineData("a whole number is wanted", "run", "--jobs", "x")]
    [InlineData("at least one", "run", "--jobs", "0")]
    [InlineData("a number is wanted", "run", "--timeout", "x")]
    [InlineData("more than 0", "run", "--timeout", "-1")]
    [InlineData("--home XXX", "run", "--home", "XXX")]
    [InlineData("'--out' is required", "extract", "seeds")]
    [InlineData("no-such-folder", "extract", "no-such-folder", "--out", "x")]
    [InlineData("missing.ipynb", "convert", "missing.ipynb")]
    [InlineData("entente kernel --help", "kernel")]
    [InlineData("--help", "--nope")]
    public async Task A_wrong_command_line_ends_with_2_and_says_why_in_one_line(string part, params string[] arguments)
    {
        var outcome = await RunAsync(arguments);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal("", outcome.Output);
        Assert.Contains(part, Assert.Single(outcome.Error.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_written_or_read_is_told_before_any_work()
    {
        var file = Notebook("1");
        var seeds = Directory.CreateDirectory(Path.Combine(_folder, "no articles")).FullName;

        var onFile = await RunAsync("run", file, "--out", file);
        var empty = await RunAsync("extract", seeds, "--out", Path.Combine(_folder, "tables"));

        Assert.Equal((2, 1), (onFile.ExitCode, empty.ExitCode));
        Assert.Contains("it is a file; give another folder", onFile.Error, StringComparison.Ordinal);
        Assert.Contains("no articles: no article in it", empty.Error, StringComparison.Ordinal);
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
    public async Task A_folder_without_articles_is_told_and_every_notebook_runs_over_it()
    {
        var seeds = Directory.CreateDirectory(Path.Combine(_folder, "none")).FullName;
        var notebooks = Directory.GetFiles(Path.Combine(Root(), "notebooks"), "*.ipynb").Order(StringComparer.Ordinal);

        var outcome = await RunAsync(["run", .. notebooks, "--seeds", seeds, "--out", Path.Combine(_folder, "out")]);

        Assert.True(outcome.ExitCode == 0, outcome.Error);
        Assert.Contains("no article in it", outcome.Error, StringComparison.Ordinal);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Entente.slnx")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }

    [Fact]
    public async Task Tables_are_of_the_articles_that_the_notebook_reads_and_guarded_on_request()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "own"));
        File.WriteAllText(Path.Combine(_folder, "own", "=a.txt"), " date 2024-05-06 Vietnam et Laos\n\nLe ministre de la Défense Phan Van Giang a reçu le 6 mai à Hanoï son homologue laotien.");

        var outcome = await RunAsync("run", Notebook("1"), "-p", "seeds=own", "--guard-formulas", "--home", "LAO", "--out", Path.Combine(_folder, "out"));

        Assert.True(outcome.ExitCode == 0, outcome.Error);
        Assert.Contains("\n'=a,", File.ReadAllText(Path.Combine(_folder, "out", "tables", "documents.csv")), StringComparison.Ordinal);
        Assert.Contains("home = \\\"LAO\\\"", File.ReadAllText(Path.Combine(_folder, "out", "notebooks", "small.ipynb")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notebooks_of_one_name_in_two_folders_run_at_once_and_keep_apart()
    {
        var paths = new[] { "a", "b" }.Select(folder =>
        {
            Directory.CreateDirectory(Path.Combine(_folder, folder));
            File.WriteAllText(Path.Combine(_folder, folder, "own.txt"), folder);
            return Notebook("File.ReadAllText(\"own.txt\")", folder);
        }).ToArray();

        var outcome = await RunAsync(["run", paths[0], paths[1], Notebook("1"), "--jobs", "3", "--out", Path.Combine(_folder, "out")]);

        Assert.True(outcome.ExitCode == 0, outcome.Error);
        Assert.All(new[] { "a", "b" }, folder =>
            Assert.Contains($"\"{folder}\"", File.ReadAllText(Path.Combine(_folder, "out", "notebooks", folder, "small.ipynb")), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_bare_chart_gets_files_and_a_place_in_the_report_under_the_title_of_its_layout()
    {
        const string Chart = "Plotly.NET.CSharp.Chart.Point<int, int, string>(new[] { 1, 2 }, new[] { 3, 4 })";
        var notebook = Notebook($"using Entente.Charts;\ndisplay({Chart}.InHouseLook(\"Élan & <more>\"));\n{Chart}");

        var outcome = await RunAsync("run", notebook, "--out", Path.Combine(_folder, "out"));

        Assert.True(outcome.ExitCode == 0, outcome.Error);
        Assert.True(File.Exists(Path.Combine(_folder, "out", "charts", "élan-more.html")));
        Assert.True(File.Exists(Path.Combine(_folder, "out", "charts", "chart.json")));
        Assert.Contains("Élan &amp; &lt;more&gt;</h3>", File.ReadAllText(Path.Combine(_folder, "out", "report.html")), StringComparison.Ordinal);
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

    private string Notebook(string source, string folder = "")
    {
        var path = Path.Combine(_folder, folder, "small.ipynb");
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
