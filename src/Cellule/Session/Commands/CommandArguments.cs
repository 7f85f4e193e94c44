using System.Text.RegularExpressions;

namespace Cellule.Session.Commands;

/// <summary>The words after a magic's name: <c>--option value</c> pairs and plain ones; quotes hold spaces together.</summary>
internal sealed partial class CommandArguments
{
    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);
    private readonly List<string> _plain = [];

    public IReadOnlyList<string> Plain => _plain;

    public string? Option(string name) => _options.GetValueOrDefault(name);

    public static CommandArguments Of(string text)
    {
        var result = new CommandArguments();
        string? option = null;
        foreach (Match match in Word().Matches(text))
        {
            var word = match.Groups["quoted"].Success ? match.Groups["quoted"].Value : match.Value;
            if (word.StartsWith("--", StringComparison.Ordinal))
            {
                option = word[2..];
            }
            else if (option is not null)
            {
                result._options[option] = word;
                option = null;
            }
            else
            {
                result._plain.Add(word);
            }
        }

        return result;
    }

    [GeneratedRegex("\"(?<quoted>[^\"]*)\"|\\S+")]
    private static partial Regex Word();
}
