using System.Globalization;
using System.Reflection;

namespace Entente.Charts;

/// <summary>
/// The words of charts, tables and reports in one language, by key. They come from tab-separated files with the columns
/// key, English, French; a key that is not there is answered with its last part, so that new values of a column still show.
/// </summary>
public sealed class ChartLabels
{
    private const string Resource = "Entente.Charts.Labels.labels.tsv";

    private readonly Dictionary<string, string> _words;

    private ChartLabels(string language, Dictionary<string, string> words)
    {
        Language = language;
        _words = words;
    }

    /// <summary>ISO 639-1: <c>en</c> or <c>fr</c>.</summary>
    public string Language { get; }

    /// <summary>The labels of <paramref name="language"/>: French for <c>fr</c>, else English.</summary>
    public static ChartLabels For(string language)
    {
        var labels = new ChartLabels(language == "fr" ? "fr" : "en", new Dictionary<string, string>(StringComparer.Ordinal));
        labels.Load(typeof(ChartLabels).Assembly, Resource);
        return labels;
    }

    /// <summary>These labels and those of another resource of the same layout, which win.</summary>
    public ChartLabels With(Assembly assembly, string resource)
    {
        var labels = new ChartLabels(Language, new Dictionary<string, string>(_words, StringComparer.Ordinal));
        labels.Load(assembly, resource);
        return labels;
    }

    /// <summary>The word for a key.</summary>
    public string this[string key] => _words.TryGetValue(key, out var word) ? word : key[(key.IndexOf('.', StringComparison.Ordinal) + 1)..];

    /// <summary>Whether there is a word for a key.</summary>
    internal bool Has(string key) => _words.ContainsKey(key);

    /// <summary>The text for a key with <c>{0}</c>, <c>{1}</c> … filled in.</summary>
    public string Text(string key, params object[] values) => string.Format(CultureInfo.InvariantCulture, this[key], values);

    /// <summary>A column's value as a reader sees it; <c>not stated</c> for an empty one.</summary>
    public string Value(string column, string value) =>
        value.Length == 0 ? this["text.not_stated"] : _words.TryGetValue($"{column}.{value}", out var word) ? word : value;

    /// <summary>A column's name as a reader sees it.</summary>
    public string Column(string column) => _words.TryGetValue("column." + column, out var word) ? word : column.Replace('_', ' ');

    /// <summary><c>1 article</c>, <c>2 articles</c>; <paramref name="counted"/> is the name of the counting column.</summary>
    public string Count(int number, string counted) =>
        $"{Number(number)} {this[(IsOne(number) ? "one." : "many.") + counted]}";

    /// <summary>A whole number with its thousands apart.</summary>
    public string Number(long number)
    {
        var grouped = number.ToString("#,0", CultureInfo.InvariantCulture);
        return Language == "fr" ? grouped.Replace(',', '\u202f') : grouped;
    }

    /// <summary><c>Oct 2025</c> for <c>2025-10</c> or a day in it; without a year as <see cref="Date"/> has it; a year or anything else stays as it is.</summary>
    public string Month(string date) =>
        date.Length >= 7 && date[0] != '-' && date[4] == '-' && _words.TryGetValue("month." + date[5..7], out var month) ? $"{month} {date[..4]}" : Date(date);

    /// <summary><c>14 Oct, no year</c> for <c>--10-14</c>; a date with a year, or anything else, stays as it is.</summary>
    public string Date(string date) =>
        date.StartsWith("--", StringComparison.Ordinal) && date.Length >= 4 && _words.TryGetValue("month." + date[2..4], out var month) && (date.Length == 4 || date.Length == 7 && date[4] == '-')
            ? Text("text.no_year", date.Length == 4 ? month : $"{date[5..].TrimStart('0')} {month}")
            : date;

    // French counts nothing and one in the singular: « 0 article ».
    private bool IsOne(int number) => number == 1 || (number == 0 && Language == "fr");

    private void Load(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource}: not embedded in {assembly.GetName().Name}");
        using var reader = new StreamReader(stream);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var fields = line.Split('\t');
            if (fields.Length != 3 || Array.Exists(fields, string.IsNullOrWhiteSpace))
            {
                throw new InvalidDataException($"{resource}:{number}: expected key, English and French apart by tabs");
            }

            _words[fields[0]] = Language == "fr" ? fields[2] : fields[1];
        }
    }
}
