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
        var guard = GuardOption();

        var command = new Command(
            "extract",
            "Reads articles and writes each table (documents, mentions, people, visits, meetings, agreements, themes, sections, "
            + "repairs, warnings) as a file.\n\nExample:\n  entente extract seeds --out tables")
        {
            seeds, output, format, home, guard,
        };
        command.SetAction(parsed =>
        {
            var (from, folder) = (parsed.GetValue(seeds)!, parsed.GetValue(output)!);
            var (found, unread, warnings) = parsed.GetValue(format) switch
            {
                "parquet" => Counts(TableExport.WriteParquet(from, parsed.GetValue(home)!, folder)),
                var other => Counts(TableExport.Write(from, parsed.GetValue(home)!, folder, new ExportOptions
                {
                    Format = other == "jsonl" ? TableFormat.JsonLines : TableFormat.Csv,
                    GuardFormulas = parsed.GetValue(guard),
                })),
            };
            if (found == 0)
            {
                throw new UserErrorException($"{from}: no article in it; put text files (.txt) there, one article each", ExitCodes.Failed);
            }

            Screen.Line($"{found - unread} of {found} files read; 10 tables and {warnings} warnings in {Path.GetFullPath(folder)}");
            return unread == found ? ExitCodes.Failed : ExitCodes.Success;
        });
        return command;
    }

    private static (int Found, int Unread, long Warnings) Counts(ExportResult result) => (result.Seeds, result.Unread.Count, result.Warnings);

    private static (int Found, int Unread, long Warnings) Counts(Corpus corpus) => ((int)corpus.Documents.Rows.Count, corpus.Unread.Count, corpus.Warnings.Rows.Count);

    /// <summary>The guard of CSV, the same option for every command that writes it.</summary>
    public static Option<bool> GuardOption() => new("--guard-formulas")
    {
        Description = "In CSV, put an apostrophe before texts that a spreadsheet would run as a formula; without it, every cell is exactly what was read.",
    };

    /// <summary>The home country, the same option for every command that reads articles.</summary>
    public static Option<string> HomeOption()
    {
        var home = new Option<string>("--home")
        {
            Description = "ISO 3166-1 alpha-3 code of the home country: whose meetings, visits and agreements are read.",
            DefaultValueFactory = _ => "VNM",
            HelpName = "CODE",
        };
        home.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var code }] && !CorpusOptions.IsCountry(code))
            {
                result.AddError($"--home {code}: no country has this code; write three capitals, such as VNM");
            }
        });
        return home;
    }
}
