using System.CommandLine;
using Entente.Cli.Terminal;

namespace Entente.Cli.Commands;

/// <summary><c>entente extract DIR --out DIR</c>: the tables alone.</summary>
internal static class ExtractCommand
{
    public static Command Build()
    {
        var seeds = new Argument<string>("seeds") { Description = "Folder of articles (text files), read with all its subfolders; or one file." };
        var output = new Option<string>("--out", "-o") { Description = "Folder to write the tables to.", Required = true, HelpName = "DIR" };
        var format = new Option<string>("--format") { Description = "One csv, jsonl or parquet file per table; for parquet the whole corpus is held in memory.", DefaultValueFactory = _ => "csv" };
        format.AcceptOnlyFromAmong("csv", "jsonl", "parquet");
        var home = HomeOption();
        var guard = new Option<bool>("--guard-formulas")
        {
            Description = "In CSV, put an apostrophe before texts that a spreadsheet would run as a formula.",
        };

        var command = new Command(
            "extract",
            "Reads articles and writes each table (documents, mentions, people, visits, meetings, agreements, themes, sections, "
            + "repairs, warnings) as a file.\n\nExample:\n  entente extract seeds --out tables")
        {
            seeds, output, format, home, guard,
        };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetValue(output)!;
            if (parsed.GetValue(format) == "parquet")
            {
                var corpus = TableExport.WriteParquet(parsed.GetValue(seeds)!, parsed.GetValue(home)!, folder);
                Screen.Line($"{corpus.Documents.Rows.Count} files read, {corpus.Unread.Count} without text; 10 tables and {corpus.Warnings.Rows.Count} warnings in {Path.GetFullPath(folder)}");
                return ExitCodes.Success;
            }

            var options = new ExportOptions
            {
                Format = parsed.GetValue(format) == "jsonl" ? TableFormat.JsonLines : TableFormat.Csv,
                GuardFormulas = parsed.GetValue(guard),
            };
            var result = TableExport.Write(parsed.GetValue(seeds)!, parsed.GetValue(home)!, folder, options);
            Screen.Line($"{result.Seeds - result.Unread.Count} of {result.Seeds} files read; {result.Files.Count} tables and {result.Warnings} warnings in {Path.GetFullPath(folder)}");
            return ExitCodes.Success;
        });
        return command;
    }

    /// <summary>The home country, the same option for every command that reads articles.</summary>
    public static Option<string> HomeOption() => new("--home")
    {
        Description = "ISO 3166-1 alpha-3 code of the home country: whose meetings, visits and agreements are read.",
        DefaultValueFactory = _ => "VNM",
        HelpName = "CODE",
    };
}
