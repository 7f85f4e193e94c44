using Cellule.Session;

namespace Cellule.Oracle.Tests.Comparison;

/// <summary>What running a program gave, in texts that can be compared: between two hosts, or with what a person expects.</summary>
internal sealed record Outcome(
    string Errors,
    string Exception,
    string Value,
    string Output)
{
    /// <summary>Line and column of the first error; empty where a comparison doesn't look at them.</summary>
    public string Place { get; init; } = "";

    /// <summary>A program that was refused: only its first error counts, later ones depend on how a parser recovers.</summary>
    public static Outcome Refused(string code, string place = "") => new(code, "", "", "") { Place = place };

    /// <summary>A line per part that differs; empty when both agree.</summary>
    public string DifferenceFrom(Outcome other)
    {
        var lines = new List<string>();
        Compare("errors", Errors, other.Errors);
        if (Place.Length > 0 && other.Place.Length > 0)
        {
            Compare("place", Place, other.Place);
        }

        if (lines.Count == 0)
        {
            Compare("exception", Exception, other.Exception);
            Compare("value", Value, other.Value);
            Compare("output", Output, other.Output);
        }

        return string.Join("; ", lines);

        void Compare(string part, string mine, string theirs)
        {
            if (mine != theirs)
            {
                lines.Add($"{part}: {Short(mine)} instead of {Short(theirs)}");
            }
        }
    }

    private static string Short(string text)
    {
        string line = text.ReplaceLineEndings("⏎");
        return line.Length == 0 ? "nothing" : line.Length > 120 ? line[..120] + "…" : line;
    }
}

/// <summary>A cell's output, kept as text.</summary>
internal sealed class RecordedOutput : ICellOutput
{
    private readonly System.Text.StringBuilder _text = new();

    public string Text => _text.ToString();

    public void Write(string text) => Append(text);

    public void WriteError(string text) => Append(text);

    public void Display(DisplayRequest request) => Append($"[{ValueText.Of(request.Value)}]");

    public void Clear(bool wait) => Append("[clear]");

    public string? ReadLine(string prompt, bool password) => null;

    private void Append(string text)
    {
        lock (_text)
        {
            _text.Append(text);
        }
    }
}
