using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cellule.Jupyter.Messages;

namespace Cellule.Jupyter.Kernel;

/// <summary>The cells that ran in this kernel, for <c>history_request</c>. Sessions are numbered from 1: this one is the only one.</summary>
internal sealed class CellHistory
{
    private const int Session = 1;
    private readonly List<Entry> _entries = [];

    public void Add(int line, string input, string? output) => _entries.Add(new Entry(line, input, output));

    public JsonArray Find(HistoryRequest request)
    {
        var found = request.HistAccessType switch
        {
            "range" => Range(request),
            "search" => Search(request),
            _ => Last(_entries, request.N),
        };
        return new JsonArray([.. found.Select(entry => ToJson(entry, request.Output))]);
    }

    private IEnumerable<Entry> Range(HistoryRequest request)
    {
        // 0 is the current session, -1 the one before, which is gone.
        if (request.Session is not (null or 0 or Session))
        {
            return [];
        }

        var (start, stop) = (request.Start ?? 1, request.Stop ?? int.MaxValue);
        return _entries.Where(entry => entry.Line >= start && entry.Line < stop);
    }

    private IEnumerable<Entry> Search(HistoryRequest request)
    {
        var pattern = Glob(request.Pattern ?? "*");
        var found = _entries.Where(entry => pattern.IsMatch(entry.Input));
        if (request.Unique)
        {
            // The last of equal inputs stays, in its place.
            found = found.Reverse().DistinctBy(entry => entry.Input, StringComparer.Ordinal).Reverse();
        }

        return Last([.. found], request.N);
    }

    private static IEnumerable<Entry> Last(IReadOnlyCollection<Entry> entries, int? n) =>
        n is { } count ? entries.Skip(Math.Max(0, entries.Count - Math.Max(0, count))) : entries;

    private static Regex Glob(string pattern) => new(
        "^" + Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\?", ".", StringComparison.Ordinal) + "$",
        RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    private static JsonArray ToJson(Entry entry, bool output) => output
        ? new JsonArray(Session, entry.Line, new JsonArray(entry.Input, entry.Output))
        : new JsonArray(Session, entry.Line, entry.Input);

    private sealed record Entry(int Line, string Input, string? Output);
}
