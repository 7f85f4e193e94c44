using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cellule.Notebooks.Running;

/// <summary>
/// Parameters from a file: JSON (one object), or the part of YAML that parameters need — <c>name: value</c> lines with bare or
/// quoted text, numbers, true, false, null, and lists (<c>[a, b]</c> or <c>- item</c> lines). More of YAML is told, not guessed.
/// </summary>
public static partial class ParameterFile
{
    /// <summary>Reads <c>.json</c>, <c>.yaml</c> or <c>.yml</c>.</summary>
    /// <exception cref="FormatException">The file can't be read as parameters; the message names file and line.</exception>
    public static IReadOnlyList<NotebookParameter> Read(string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new FormatException($"{path}: can't be read: {failure.Message}", failure);
        }

        return Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase) ? ReadJson(text, path) : ReadYaml(text, path);
    }

    internal static IReadOnlyList<NotebookParameter> ReadJson(string text, string path)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? [.. document.RootElement.EnumerateObject().Select(entry => new NotebookParameter(Named(entry.Name, path, 0), Value(entry.Value, entry.Name, path)))]
                : throw new FormatException($"{path}: parameters are one object, names to values");
        }
        catch (JsonException failure)
        {
            throw new FormatException($"{path}({failure.LineNumber + 1}): not JSON: {failure.Message}", failure);
        }
    }

    internal static IReadOnlyList<NotebookParameter> ReadYaml(string text, string path)
    {
        var parameters = new List<NotebookParameter>();
        List<object?>? items = null;
        var number = 0;
        foreach (var written in text.Split('\n'))
        {
            number++;
            var line = WithoutComment(written.TrimEnd());
            if (line.Length == 0 || line is "---")
            {
                continue;
            }

            if (line.TrimStart() is ['-', ' ', ..] item && items is not null)
            {
                items.Add(Scalar(item[2..].Trim(), path, number));
                continue;
            }

            if (Entry().Match(line) is not { Success: true } entry)
            {
                throw new FormatException($"{path}({number}): write parameters as 'name: value', lists as '[a, b]' or '- item' lines");
            }

            var name = Named(entry.Groups["name"].Value, path, number);
            var value = entry.Groups["value"].Value.Trim();
            items = value.Length == 0 ? [] : null;
            parameters.Add(new NotebookParameter(name, items ?? ValueOf(value, path, number)));
        }

        // 'name:' with nothing below it is YAML's null.
        return [.. parameters.Select(parameter => parameter.Value is List<object?> { Count: 0 } and not EmptyList ? parameter with { Value = null } : parameter)];
    }

    private static object? ValueOf(string value, string path, int line)
    {
        if (value is not ['[', .. var inside, ']'])
        {
            return Scalar(value, path, line);
        }

        return inside.Trim().Length == 0
            ? new EmptyList()
            : Item().Matches(inside).Select(match => Scalar(match.Value.Trim(), path, line)).ToList();
    }

    private static object? Scalar(string text, string path, int line) => text switch
    {
        ['"', .. var quoted, '"'] => Unescaped(quoted, path, line),
        ['\'', .. var quoted, '\''] => quoted.Replace("''", "'", StringComparison.Ordinal),
        "~" or "" => null,
        ['{' or '[' or '|' or '>' or '&' or '*' or '!' or '"' or '\'', ..] =>
            throw new FormatException($"{path}({line}): '{text}' is more YAML than parameters need; quote the text, or use a JSON file"),
        _ => ParameterText.Typed(text),
    };

    private static string Unescaped(string quoted, string path, int line)
    {
        try
        {
            return JsonDocument.Parse($"\"{quoted}\"").RootElement.GetString()!;
        }
        catch (JsonException failure)
        {
            throw new FormatException($"{path}({line}): \"{quoted}\" is not a quoted text", failure);
        }
    }

    private static string WithoutComment(string line) => Comment().Replace(line, "").TrimEnd();

    private static string Named(string name, string path, int line) => Identifier().IsMatch(name)
        ? name
        : throw new FormatException(line == 0 ? $"{path}: '{name}' can't name a variable" : $"{path}({line}): '{name}' can't name a variable");

    private static object? Value(JsonElement element, string name, string path) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Null => null,
        JsonValueKind.Number => element.TryGetInt64(out var whole) && !element.GetRawText().Contains('.', StringComparison.Ordinal) ? (object)whole : element.GetDouble(),
        JsonValueKind.Array => element.EnumerateArray().Select(item => Value(item, name, path)).ToList(),
        _ => throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{path}: '{name}' is an object; parameters are texts, numbers, true, false, null, or lists of these")),
    };

    [GeneratedRegex(@"^(?<name>[^\s:#][^:]*?)\s*:(?:\s+(?<value>.*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Entry();

    [GeneratedRegex("""\s*(?:"(?:\\.|[^"\\])*"|'(?:''|[^'])*'|[^,]+)\s*""", RegexOptions.CultureInvariant)]
    private static partial Regex Item();

    // A '#' inside quotes is text.
    [GeneratedRegex("""(?<=^(?:[^"']|"(?:\\.|[^"\\])*"|'[^']*')*)(?:^|\s)#.*$""", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{N}_]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Identifier();

    private sealed class EmptyList : List<object?>;
}
