using System.Text.Json.Nodes;
using Cellule.Notebooks.Model;

namespace Cellule.Notebooks.Running;

/// <summary>
/// Prose in more than one language, in a notebook that stays a plain one: a Markdown cell holds its text, and the same text in
/// other languages under <c>translations</c> in its metadata, by ISO 639-1 code. A cell without one keeps its text.
/// </summary>
internal static class CellTranslation
{
    private const string Key = "translations";

    // The language that stands in the cell.
    private const string ShownKey = "language";

    /// <summary>What the prose is written in when nothing says so.</summary>
    private const string Default = "en";

    /// <summary>Puts the text of <paramref name="language"/> where there is one; what stood there goes into the metadata.</summary>
    public static void Apply(Notebook notebook, string language)
    {
        foreach (var cell in notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown))
        {
            if (cell.Metadata[Key] is JsonObject translations && Text(translations[language]) is { } text)
            {
                var shown = Text(cell.Metadata[ShownKey]) ?? Default;
                translations.Remove(language);
                translations[shown] = NotebookWriter.Lines(cell.Source);
                cell.Metadata[ShownKey] = language;
                cell.Source = text;
            }
        }
    }

    private static string? Text(JsonNode? node) => node switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonArray lines => string.Concat(lines.Select(line => line is JsonValue value && value.TryGetValue<string>(out var text) ? text : "")),
        _ => null,
    };
}
