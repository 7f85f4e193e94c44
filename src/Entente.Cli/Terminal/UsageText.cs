using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace Entente.Cli.Terminal;

/// <summary>What is wrong with a command line, in one line, and which help explains it.</summary>
internal static partial class UsageText
{
    public static string Of(ParseResult parsed)
    {
        // Of a word that is nothing here, the error that names it says more than the one that something is missing.
        var naming = parsed.Errors.Where(error => parsed.UnmatchedTokens.Any(word => error.Message.Contains($"'{word}'", StringComparison.Ordinal))).ToList();
        var errors = (naming.Count > 0 ? naming : parsed.Errors).Select(Worded).Distinct(StringComparer.Ordinal);
        return $"{string.Join("; ", errors)}; {string.Join(' ', Path(parsed.CommandResult).Reverse())} --help explains it";
    }

    private static string Worded(ParseError error)
    {
        // "as expected type 'System.Nullable`1[System.Double]'" is for programmers.
        var message = TypeName().Replace(error.Message.ReplaceLineEndings(" ").Replace("\t", "", StringComparison.Ordinal), match => match.Groups["type"].Value switch
        {
            "System.Int32" => ": a whole number is wanted",
            "System.Double" => ": a number is wanted",
            _ => "",
        }).Trim().TrimEnd('.');
        return message.Length > 0 ? char.ToLowerInvariant(message[0]) + message[1..] : message;
    }

    private static IEnumerable<string> Path(CommandResult command)
    {
        for (SymbolResult? at = command; at is not null; at = at.Parent)
        {
            if (at is CommandResult { Command: var named })
            {
                yield return named is RootCommand ? "entente" : named.Name;
            }
        }
    }

    [GeneratedRegex(@" as expected type '(System\.Nullable`1\[)?(?<type>[\w.]+)\]?'", RegexOptions.ExplicitCapture)]
    private static partial Regex TypeName();
}
