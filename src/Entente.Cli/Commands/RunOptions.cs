using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Cellule.Notebooks.Running;
using Entente.Cli.Terminal;
using Entente.Reports;

namespace Entente.Cli.Commands;

/// <summary>The arguments and options of the commands that run notebooks, and what a command line says with them.</summary>
internal sealed class RunOptions
{
    private readonly Argument<string[]> _notebooks = new("notebook")
    {
        Description = "Notebooks to run, in this order; without any, all of the folder notebooks/.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _seeds = new("--seeds") { Description = "Folder of articles; sets the notebooks' parameter 'seeds'." };
    private readonly Option<string> _output = new("--out", "-o") { Description = "Folder for all results.", DefaultValueFactory = _ => "out" };

    private readonly Option<string[]> _parameters = new("--parameter", "-p")
    {
        Description = "name=value for the cell tagged 'parameters': true, 3, 2.5 and null are read as such, anything else is text. May be repeated.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _file = new("--parameters-file", "-f") { Description = "YAML or JSON file of parameters; -p wins over it.", HelpName = "FILE" };
    private readonly Option<string> _language = new("--language") { Description = "Language of the report's labels: en or fr.", DefaultValueFactory = _ => "en" };

    private readonly Option<string[]> _formats = new("--format")
    {
        Description = "A format of the report beside HTML: md, xlsx, docx, pdf, or parquet (its tables). May be repeated.",
        Arity = ArgumentArity.ZeroOrMore,
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string> _home = ExtractCommand.HomeOption();
    private readonly Option<bool> _guard = ExtractCommand.GuardOption();
    private readonly Option<double?> _timeout = new("--timeout") { Description = "Seconds that one cell may run." };
    private readonly Option<int> _jobs = new("--jobs", "-j") { Description = "How many notebooks run at once.", DefaultValueFactory = _ => 1, HelpName = "N" };
    private readonly Option<bool> _times = new("--record-times") { Description = "Record in the executed copies when each cell ran and how long it took." };

    public RunOptions()
    {
        _parameters.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.IndexOf('=', StringComparison.Ordinal) < 1))
            {
                result.AddError($"-p {token.Value}: write it as name=value");
            }
        });
        _language.AcceptOnlyFromAmong("en", "fr");
        _formats.AcceptOnlyFromAmong([.. ReportExport.Formats]);
        _timeout.Validators.Add(result => Expect(result, number => number > 0, "--timeout: give more than 0 seconds"));
        _jobs.Validators.Add(result => Expect(result, number => number >= 1, "--jobs: at least one notebook must run at once"));
    }

    /// <summary>A command with these options.</summary>
    public Command Command(string name, string description) => new(name, description)
    {
        _notebooks, _seeds, _output, _parameters, _file, _language, _formats, _home, _guard, _timeout, _jobs, _times,
    };

    /// <summary>What a command line asks for.</summary>
    public RunRequest Read(ParseResult parsed) => new()
    {
        Notebooks = parsed.GetValue(_notebooks) ?? [],
        Seeds = parsed.GetValue(_seeds),
        Out = parsed.GetValue(_output)!,
        Parameters = Merged(FromFile(parsed.GetValue(_file)), (parsed.GetValue(_parameters) ?? []).Select(Parameter)),
        Language = parsed.GetValue(_language)!,
        Formats = parsed.GetValue(_formats) ?? [],
        Home = parsed.GetValue(_home)!,
        GuardFormulas = parsed.GetValue(_guard),
        Jobs = parsed.GetValue(_jobs),
        RecordTimes = parsed.GetValue(_times),
        CellTimeout = parsed.GetValue(_timeout) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
    };

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
