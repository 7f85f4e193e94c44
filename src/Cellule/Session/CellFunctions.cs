namespace Cellule.Session;

/// <summary>What cells may call by name: <c>display(x)</c>, <c>HTML(…)</c>, and as extensions <c>x.Display()</c>, <c>x.DisplayAs(mime)</c>.</summary>
public static class CellFunctions
{
    /// <summary>Shows a value now; the handle replaces what it shows.</summary>
    public static DisplayHandle display(object? value, string? mimeType = null) => DisplayHandle.Show(value, mimeType);

    /// <summary>Shows the value now.</summary>
    public static DisplayHandle Display(this object? value, string? mimeType = null) => DisplayHandle.Show(value, mimeType);

    /// <summary>Shows the value now, in this MIME type only.</summary>
    public static DisplayHandle DisplayAs(this object? value, string mimeType) => DisplayHandle.Show(value, mimeType);

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
