using System.Text.Json;
using System.Text.RegularExpressions;
using Entente.CorpusReading;
using Entente.Tables;
using Entente.Texts;

namespace Entente.Tests.Articles;

/// <summary>Right, extra and missed items of one figure, or right ones of all.</summary>
internal sealed class Figure
{
    public int Right { get; set; }

    public int Extra { get; set; }

    public int Missed { get; set; }

    /// <summary>F1; for a figure that has neither extra nor missed items but wrong ones, the accuracy is the same formula.</summary>
    public double F1 => Right == 0 ? (Extra + Missed == 0 ? 1 : 0) : 2.0 * Right / (2.0 * Right + Extra + Missed);

    public void Sets(IEnumerable<string> gold, IEnumerable<string> found, IEnumerable<string> optional)
    {
        var (g, f, o) = (gold.ToHashSet(), found.ToHashSet(), optional.ToHashSet());
        Right += g.Intersect(f).Count(x => !o.Contains(x));
        Extra += f.Count(x => !g.Contains(x) && !o.Contains(x));
        Missed += g.Count(x => !f.Contains(x) && !o.Contains(x));
    }

    /// <summary>One yes-or-no answer: a wrong one counts half as extra and half as missed, which makes F1 the accuracy.</summary>
    public void Answer(bool right)
    {
        if (right)
        {
            Right++;
        }
        else
        {
            Extra++;
            Missed++;
        }
    }
}

/// <summary>
/// Scores the rows of a corpus against gold files: items are paired best first, an item marked optional costs nothing, and a column is right with
/// its value or one of its alternatives.
/// </summary>
internal sealed partial class GoldScorer
{
    private static readonly Dictionary<string, string> s_family = new()
    {
        ["convention"] = "treaty",
        ["joint_vision"] = "joint_declaration",
    };

    private readonly Dictionary<string, Figure> _figures = [];

    public Figure this[string name] => _figures.TryGetValue(name, out var figure) ? figure : _figures[name] = new Figure();

    public static GoldScorer Score(CorpusRows rows, string goldFolder)
    {
        var scorer = new GoldScorer();
        foreach (var path in Directory.EnumerateFiles(goldFolder, "*.json").Order(StringComparer.Ordinal))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(path));
            scorer.Add(Path.GetFileNameWithoutExtension(path), json.RootElement, rows);
        }

        return scorer;
    }

    private void Add(string doc, JsonElement gold, CorpusRows rows)
    {
        var row = rows.Documents.Single(d => d.DocId == doc);
        var want = gold.GetProperty("document");
        this["document_date"].Answer(Readings(want, "date").Contains(row.Date.Date));
        foreach (var (column, found) in new[] { ("main_partners", row.MainPartners), ("partners", row.Partners) })
        {
            // An alternative is a whole other list: it counts where it is what was found.
            var accepted = want.TryGetProperty(column + "_alternatives", out var others)
                ? others.EnumerateArray().Select(o => o.EnumerateArray().Select(code => code.GetString()!).ToList()).FirstOrDefault(o => o.ToHashSet().SetEquals(found))
                : null;
            this[column].Sets(accepted ?? List(want, column), found, List(want, column + "_optional").Concat(List(gold, column + "_optional")));
        }

        Meetings(gold, rows.Meetings.Where(m => m.DocIds.Contains(doc) && m.Status == "held").ToList());
        Agreements(gold, rows.Agreements.Where(a => a.DocIds.Contains(doc)).ToList());
        if (gold.TryGetProperty("visits", out _))
        {
            Pair("visits", Items(gold, "visits"), rows.Visits.Where(v => v.Evidence.DocId == doc).ToList(), (g, f) => SamePerson(Text(g, "visitor"), f.Visitor) ? 1 + (Text(g, "destination") == f.Destination ? 1 : 0) : 0);
        }

        if (gold.TryGetProperty("themes", out _))
        {
            this["themes"].Sets(List(gold, "themes"), rows.Themes.Where(t => t.Evidence.DocId == doc).Select(t => t.Theme), List(gold, "themes_optional"));
        }
    }

    private void Meetings(JsonElement gold, List<MeetingRow> found)
    {
        var held = Items(gold, "meetings").Where(m => Readings(m, "status").Contains("held")).ToList();
        foreach (var (g, f) in Pair("meetings", held, found, MeetingScore, g => IsOptional(g) || Readings(g, "status").Count > 1))
        {
            this["meeting_date"].Answer(Readings(g, "date").Contains(f.Date.Date));
            this["meeting_kind"].Answer(Readings(g, "kind").Contains(f.Kind));
            this["meeting_people"].Answer(List(g, "home_people").All(p => f.HomePeople.Any(q => SamePerson(p, q))) && List(g, "partner_people").All(p => f.PartnerPeople.Any(q => SamePerson(p, q))));
        }
    }

    private void Agreements(JsonElement gold, List<AgreementRow> found)
    {
        foreach (var (g, f) in Pair("agreements", Items(gold, "agreements"), found, AgreementScore))
        {
            this["agreement_status"].Answer(Readings(g, "status").Contains(f.Status));
            this["agreement_date"].Answer(Readings(g, "date").Contains(f.Date.Date));
        }
    }

    private List<(JsonElement Gold, TRow Found)> Pair<TRow>(string name, List<JsonElement> gold, List<TRow> found, Func<JsonElement, TRow, double> score, Func<JsonElement, bool>? optional = null)
    {
        var ranked = gold.SelectMany((g, i) => found.Select((f, j) => (Score: score(g, f), i, j))).Where(p => p.Score > 0).OrderByDescending(p => p).ToList();
        var (left, right, pairs) = (new HashSet<int>(), new HashSet<int>(), new List<(JsonElement, TRow)>());
        foreach (var (_, i, j) in ranked)
        {
            if (!left.Contains(i) && !right.Contains(j))
            {
                left.Add(i);
                right.Add(j);
                pairs.Add((gold[i], found[j]));
            }
        }

        optional ??= IsOptional;
        this[name].Right += left.Count(i => !optional(gold[i]));
        this[name].Missed += gold.Where((g, i) => !left.Contains(i) && !optional(g)).Count();
        this[name].Extra += found.Count - right.Count;
        return pairs;
    }

    private static double MeetingScore(JsonElement g, MeetingRow f)
    {
        var partners = List(g, "partners");
        var date = Text(g, "date");
        if ((f.Partners.Count > 0 || partners.Count > 0) && !f.Partners.Intersect(partners).Any()
            || !Agree(List(g, "partner_people"), f.PartnerPeople) || !Agree(List(g, "home_people"), f.HomePeople)
            || date.Length > 0 && f.Date.Date.Length > 0 && Head(date, 7) != Head(f.Date.Date, 7) && !f.Date.Date.StartsWith("--", StringComparison.Ordinal))
        {
            return 0;
        }

        return 1 + (f.Partners.ToHashSet().SetEquals(partners) ? 1 : 0) + (date == f.Date.Date ? 1 : 0) + (Text(g, "kind") == f.Kind ? 1 : 0);
    }

    private static double AgreementScore(JsonElement g, AgreementRow f)
    {
        var partners = List(g, "partners");
        var (wanted, read) = (Family(Text(g, "instrument")), Family(f.Instrument));
        var date = Text(g, "date");
        if (partners.Count > 0 && f.Partners.Count > 0 && !f.Partners.Intersect(partners).Any() || wanted != read && wanted != "other" && read != "other"
            || date.Length > 0 && f.Date.Date.Length > 0 && Head(date, 4) != Head(f.Date.Date, 4))
        {
            return 0;
        }

        var overlap = Words(Text(g, "title")).Intersect(Words(f.Title)).Count();
        return 1 + (wanted == read ? 2 : 0) + (date == f.Date.Date ? 1 : 0) + (Math.Min(overlap, 5) / 5.0) + (Text(g, "status") == f.Status ? 1 : 0);
    }

    private static string Head(string text, int length) => text[..Math.Min(length, text.Length)];

    private static string Family(string instrument) => s_family.GetValueOrDefault(instrument, instrument);

    private static bool Agree(List<string> gold, IReadOnlyList<string> found) => gold.Count == 0 || found.Count == 0 || gold.Any(g => found.Any(f => SamePerson(g, f)));

    private static bool SamePerson(string a, string b)
    {
        var (x, y) = (Words(a), Words(b));
        return x.Count > 0 && y.Count > 0 && (x.IsSubsetOf(y) || y.IsSubsetOf(x) || x.Intersect(y).Count() * 2 >= x.Union(y).Count());
    }

    private static HashSet<string> Words(string text) => [.. NotWord().Split(Folding.Fold(text)).Where(w => w.Length > 0)];

    private static HashSet<string> Readings(JsonElement item, string column)
    {
        var value = Text(item, column);
        return [value, item.TryGetProperty(column + "_without_corpus", out var alone) ? alone.GetString()! : value, .. List(item, column + "_alternatives")];
    }

    private static bool IsOptional(JsonElement item) => item.TryGetProperty("optional", out var value) && value.GetBoolean();

    private static string Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private static List<string> List(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) ? [.. value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!)] : [];

    private static List<JsonElement> Items(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? [.. value.EnumerateArray()] : [];

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotWord();
}
