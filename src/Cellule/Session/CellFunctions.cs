namespace Cellule.Session;

/// <summary>What cells may call by name: <c>display(x)</c>, <c>HTML(…)</c>, ….</summary>
public static class CellFunctions
{
    /// <summary>Shows a value now; the handle replaces what it shows.</summary>
    public static DisplayHandle display(object? value, string? mimeType = null) => DisplayHandle.Show(value, mimeType);

    /// <summary>Text that is HTML.</summary>
    public static MimeText HTML(string content) => new("text/html", content);

    /// <summary>Adds style rules to the page.</summary>
    public static void CSS(string content) => DisplayHandle.Show(new MimeText("text/html", $"<style>{content}</style>"), null);

    /// <summary>Runs a script in the page.</summary>
    public static void Javascript(string content) => DisplayHandle.Show(new MimeText("text/html", $"<script type=\"text/javascript\">{content}</script>"), null);

    /// <summary>Asks the person at the notebook for a line.</summary>
    public static string? GetInput(string prompt = "") => RunningCell.Output?.ReadLine(prompt, password: false);

    /// <summary>Asks for a line that isn't shown while it is typed.</summary>
    public static string? GetPassword(string prompt = "") => RunningCell.Output?.ReadLine(prompt, password: true);

    /// <summary>Removes what the cell has shown so far; with <paramref name="wait"/>, when the next output comes.</summary>
    public static void ClearOutput(bool wait = false) => RunningCell.Output?.Clear(wait);
}
