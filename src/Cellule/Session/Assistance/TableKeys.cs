using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Cellule.Session.Assistance;

/// <summary>Keys inside <c>x["</c>: of a dictionary, or the columns of a table. They are the values', so a variable's value is asked.</summary>
internal sealed partial class TableKeys(Func<IReadOnlyList<CellVariable>> variables)
{
    /// <summary>Null when the cursor is not in such a key.</summary>
    public CompletionList? Complete(string code, int position)
    {
        var key = OpenKey().Match(code[..position]);
        if (!key.Success)
            return null;
        var part = key.Groups["part"];
        var names = Of(key.Groups["receiver"].Value) ?? Nearest(code[..key.Index]) ?? [];
        return new CompletionList(
            part.Index,
            position,
            [.. names.Where(name => name.StartsWith(part.Value, StringComparison.OrdinalIgnoreCase)).Select(name => new Completion(name, "column", name))]);
    }

    // A row's columns are its table's: of the tables that the cell names before, the last is meant.
    private List<string>? Nearest(string before) =>
        Chain().Matches(before).Reverse().Select(named => Of(named.Value) ?? Of(named.Value.Split('.')[0])).FirstOrDefault(names => names is not null);

    private List<string>? Of(string chain)
    {
        var names = chain.Split('.');
        if (variables().LastOrDefault(variable => variable.Name == names[0])?.Value is not { } value)
            return null;
        if (names.Length == 1)
            return KeysOf(value);

        // Only a property that gives a table is asked for its value: others may wait or write.
        return names.Length == 2 && value.GetType().GetProperty(names[1], BindingFlags.Public | BindingFlags.Instance) is { } property && HasColumns(property.PropertyType)
            ? KeysOf(ValueOf(property, value))
            : null;
    }

    private static bool HasColumns(Type type) => type.GetProperty("Columns") is not null;

    private static object? ValueOf(PropertyInfo property, object owner)
    {
        try
        {
            return property.GetValue(owner);
        }
        catch (TargetInvocationException)
        {
            return null;
        }
    }

    private static List<string>? KeysOf(object? value) => value switch
    {
        IDictionary dictionary => [.. dictionary.Keys.OfType<string>()],
        not null when HasColumns(value.GetType()) && ValueOf(value.GetType().GetProperty("Columns")!, value) is IEnumerable columns =>
            [.. columns.Cast<object?>().Select(column => column?.GetType().GetProperty("Name")?.GetValue(column) as string).OfType<string>()],
        _ => null,
    };

    [GeneratedRegex(@"(?<receiver>[\p{L}_][\p{L}\p{Nd}_.]*)(\([^()]*\))?[?!]?\[\s*""(?<part>[^""\n]*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex OpenKey();

    [GeneratedRegex(@"[\p{L}_][\p{L}\p{Nd}_]*(\.[\p{L}_][\p{L}\p{Nd}_]*)?", RegexOptions.ExplicitCapture)]
    private static partial Regex Chain();
}
