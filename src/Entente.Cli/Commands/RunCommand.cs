using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Cellule.Notebooks.Running;
using Entente.Cli.Terminal;
using Entente.Reports;

namespace Entente.Cli.Commands;

/// <summary><c>entente run</c>: executes notebooks and writes everything that a report needs.</summary>
internal static class RunCommand
{
    public static Command Build()
    {
        var notebooks = new Argument<string[]>("notebook")
        {
            Description = "Notebooks to run, in this order; without any, all of the folder notebooks/.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var seeds = new Option<string?>("--seeds") { Description = "Folder of articles; sets the notebooks' parameter 'seeds'." };
        var output = new Option<string>("--out", "-o") { Description = "Folder for all results.", DefaultValueFactory = _ => "out" };
        var parameters = new Option<string[]>("--parameter", "-p")
        {
            Description = "name=value for the cell tagged 'parameters': true, 3, 2.5 and null are read as such, anything else is text. May be repeated.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        parameters.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.IndexOf('=', StringComparison.Ordinal) < 1))
            {
                result.AddError($"-p {token.Value}: write it as name=value");
            }
        });
        var file = new Option<string?>("--parameters-file", "-f") { Description = "YAML or JSON file of parameters; -p wins over it.", HelpName = "FILE" };
        var language = new Option<string>("--language") { Description = "Language of the report's labels: en or fr.", DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong("en", "fr");
        var formats = new Option<string[]>("--format")
        {
            Description = "A format of the report beside HTML: md, xlsx, docx, pdf, or parquet (its tables). May be repeated.",
            Arity = ArgumentArity.ZeroOrMore,
            AllowMultipleArgumentsPerToken = true,
        };
        formats.AcceptOnlyFromAmong([.. ReportExport.Formats]);
        var keepGoing = new Option<bool>("--keep-going") { Description = "Go on after a cell that fails; the exit status still tells." };
        var times = new Option<bool>("--record-times") { Description = "Record in the executed copies when each cell ran and how long it took." };
        var home = ExtractCommand.HomeOption();
        var timeout = new Option<double?>("--timeout") { Description = "Seconds that one cell may run." };

        timeout.Validators.Add(result => Expect(result, number => number > 0, "--timeout: give more than 0 seconds"));
        var jobs = new Option<int>("--jobs", "-j") { Description = "How many notebooks run at once.", DefaultValueFactory = _ => 1, HelpName = "N" };
        jobs.Validators.Add(result => Expect(result, number => number >= 1, "--jobs: at least one notebook must run at once"));

        var command = new Command(
            "run",
            "Executes notebooks and writes the executed copies, each chart, each table and a self-contained report.\n"
            + "Example: entente run notebooks/02-meetings.ipynb --seeds my-articles --out out")
        {
            notebooks, seeds, output, parameters, file, language, formats, home, keepGoing, timeout, jobs, times,
        };
        command.SetAction((parsed, stop) => NotebookRuns.RunAsync(
            new RunRequest
            {
                Notebooks = parsed.GetValue(notebooks) ?? [],
                Seeds = parsed.GetValue(seeds),
                Out = parsed.GetValue(output)!,
                Parameters = Merged(FromFile(parsed.GetValue(file)), (parsed.GetValue(parameters) ?? []).Select(Parameter)),
                Language = parsed.GetValue(language)!,
                Formats = parsed.GetValue(formats) ?? [],
                Home = parsed.GetValue(home)!,
                Jobs = parsed.GetValue(jobs),
                RecordTimes = parsed.GetValue(times),
                KeepGoing = parsed.GetValue(keepGoing),
                CellTimeout = parsed.GetValue(timeout) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            },
            stop));
        return command;
    }

    // What is no number at all is told by the parser itself.
    private static void Expect(OptionResult result, Func<double, bool> holds, string error)
    {
        if (result.Tokens is [{ Value: var text }] && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !holds(number))
        {
            result.AddError(error);
        }
    }

    private static NotebookParameter Parameter(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return new NotebookParameter(text[..at], ParameterText.Typed(text[(at + 1)..]));
    }

    private static IReadOnlyList<NotebookParameter> FromFile(string? path)
    {
        try
        {
            return path is null ? [] : ParameterFile.Read(path);
        }
        catch (Exception problem) when (problem is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException(problem.Message);
        }
    }

    // A later value of a name takes the place of an earlier one.
    private static List<NotebookParameter> Merged(IEnumerable<NotebookParameter> first, IEnumerable<NotebookParameter> then) =>
        [.. first.Concat(then).GroupBy(parameter => parameter.Name, StringComparer.Ordinal).Select(group => group.Last())];
}
