using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Cellule.Notebooks.Model;

namespace Cellule.Notebooks.Running;

/// <summary>papermill's convention: values given from outside stand in a cell of their own after the defaults.</summary>
internal static class ParameterCell
{
    private const string DefaultsTag = "parameters";
    private const string InjectedTag = "injected-parameters";

    /// <summary>Inserts (or replaces) the injected cell; without a cell tagged <c>parameters</c> it comes first.</summary>
    public static void Inject(Notebook notebook, IReadOnlyList<NotebookParameter> parameters)
    {
        notebook.Cells.RemoveAll(cell => cell.Tags.Contains(InjectedTag));
        if (parameters.Count == 0)
        {
            return;
        }

        var defaults = notebook.Cells.FindIndex(cell => cell.Tags.Contains(DefaultsTag));
        var id = InjectedTag;
        for (var n = 2; notebook.Cells.Exists(cell => cell.Id == id); n++)
        {
            id = $"{InjectedTag}-{n}";
        }

        notebook.Cells.Insert(defaults + 1, new NotebookCell
        {
            Id = id,
            Kind = CellKind.Code,
            Source = Source(parameters),
            Metadata = new JsonObject { ["tags"] = new JsonArray(InjectedTag) },
        });
    }

    private static string Source(IReadOnlyList<NotebookParameter> parameters)
    {
        var source = new StringBuilder("// Parameters\n");
        foreach (var (name, value) in parameters)
        {
            // Declared again: a later declaration replaces an earlier one of the same name, whatever its type was.
            source.Append(CultureInfo.InvariantCulture, $"var {name} = {Literal(value)};\n");
        }

        return source.ToString().TrimEnd('\n');
    }

    /// <summary>The C# literal of a value; text is escaped, so that no value can become code.</summary>
    internal static string Literal(object? value) => value switch
    {
        null => "(object)null",
        bool flag => flag ? "true" : "false",
        string text => Quoted(text),
        double number => double.IsFinite(number)
            ? number.ToString("R", CultureInfo.InvariantCulture) is var digits && digits.AsSpan().ContainsAny(".E") ? digits : digits + "d"
            : double.IsNaN(number) ? "double.NaN" : number > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity",
        long number when number is > int.MaxValue or < int.MinValue => number.ToString(CultureInfo.InvariantCulture) + "L",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable items => items.Cast<object?>().Select(Literal).ToList() is { Count: > 0 } literals
            ? $"new[] {{ {string.Join(", ", literals)} }}"
            : "new object[0]",
        _ => throw new ArgumentException($"a parameter of type {value.GetType()} has no C# literal", nameof(value)),
    };

    private static string Quoted(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (var c in text)
        {
            literal.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when char.IsControl(c) || c is '\u2028' or '\u2029' => $"\\u{(int)c:x4}",
                _ => c.ToString(),
            });
        }

        return literal.Append('"').ToString();
    }
}
