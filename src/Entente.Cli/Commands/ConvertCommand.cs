using System.CommandLine;
using System.Text;
using Cellule.Notebooks.Converting;
using Cellule.Notebooks.Model;
using Entente.Charts.Display;
using Entente.Cli.Composition;
using Entente.Cli.Terminal;

namespace Entente.Cli.Commands;

/// <summary><c>entente convert</c>: notebooks, as they stand, to pages, Markdown or scripts.</summary>
internal static class ConvertCommand
{
    public static Command Build()
    {
        var notebooks = new Argument<string[]>("notebook") { Description = "Notebooks to convert; they are not run.", Arity = ArgumentArity.OneOrMore };
        var to = new Option<string>("--to") { Description = "html (one page, charts that draw offline), md (Markdown) or cs (a C# script).", DefaultValueFactory = _ => "html" };
        to.AcceptOnlyFromAmong("html", "md", "cs");
        var output = new Option<string?>("--out", "-o") { Description = "Folder to write to; without it, each file goes beside its notebook.", HelpName = "DIR" };
        var command = new Command(
            "convert", "Writes notebooks with their outputs in another format.\n\nExample:\n  entente convert notebooks/02-meetings.ipynb --to html --out pages")
        {
            notebooks, to, output,
        };
        command.SetAction(parsed =>
        {
            foreach (var path in parsed.GetValue(notebooks)!)
            {
                parsed.InvocationConfiguration.Output.WriteLine(Convert(path, parsed.GetValue(to)!, parsed.GetValue(output)));
            }

            return ExitCodes.Success;
        });
        return command;
    }

    private static string Convert(string path, string format, string? folder)
    {
        Notebook notebook;
        try
        {
            notebook = NotebookReader.ReadFile(path);
        }
        catch (NotebookFormatException problem)
        {
            throw new UserErrorException(problem.Message);
        }

        var stem = Path.GetFileNameWithoutExtension(path);
        var text = format switch
        {
            "md" => MarkdownConverter.Convert(notebook),
            "cs" => ScriptConverter.Convert(notebook),
            _ => HtmlConverter.Convert(notebook, stem, CellFormats.PlotlyJson, ChartDisplay.PlotlyLoaderHtml),
        };
        var target = Path.Combine(folder ?? Path.GetDirectoryName(Path.GetFullPath(path))!, $"{stem}.{format}");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!);
            var beside = $"{target}.{Environment.ProcessId}.tmp";
            File.WriteAllText(beside, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(beside, target, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{target}: can't be written: {failure.Message}");
        }

        return target;
    }
}
