using System.Globalization;
using Entente.Clauses;
using Entente.CorpusReading;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>What tells the title of one instrument from that of another.</summary>
internal sealed class TitleWords(WordSets words)
{
    private static readonly Lazy<TitleWords> s_french = new(() => new TitleWords(ClauseLexicons.French.Words));

    public static TitleWords French => s_french.Value;

    /// <summary>The words that carry the subject: neither the form of the instrument nor what every title has. None for <c>ce protocole d'accord</c>.</summary>
    public string[] Subject(string title) => [.. PersonKey.Words(title).Where(w => w.Length > 2 && !words.Has("title-form", w)).Distinct(StringComparer.Ordinal)];

    /// <summary>The degree of a partnership, in whichever words: <c>intégral</c> and <c>global</c> are one. What follows the name says nothing of it.</summary>
    public string Rank(string title) => string.Concat(PersonKey.Words(title).TakeWhile(w => words.Has("rank-name", w) || RankWord(w).Length > 0).Select(RankWord).Order(StringComparer.Ordinal));

    /// <summary>Whether a rank is told by whoever holds it: <c>partenaire stratégique</c>.</summary>
    public bool IsOfPartner(string title) => PersonKey.Words(title) is [var head, ..] && words.Has("partner-noun", head);

    /// <summary>The years that a title names.</summary>
    public static string[] Years(string title) =>
        [.. title.Split(' ', '-', '/', '–').Where(w => w.Length == 4 && int.TryParse(w, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 2100)];

    /// <summary>How many words two subjects share.</summary>
    public static int Shared(string[] a, string[] b) => a.Count(word => b.Contains(word, StringComparer.Ordinal));

    private string RankWord(string word) =>
        words.Has("rank-strategic", word) ? "s" : words.Has("rank-comprehensive", word) ? "c" : words.Has("rank-enhanced", word) ? "e" : "";
}
