using System.Globalization;
using Entente.Lexicons;

namespace Entente.Texts.Glue;

/// <summary>What <c>glue-words.tsv</c> and the dictionary know of the parts of glued words.</summary>
internal sealed class GlueWords
{
    /// <summary>Cost of a word of the dictionary that is in no list.</summary>
    public const int OrdinaryCost = 11;

    private readonly Dictionary<string, int> costs = new(StringComparer.Ordinal);
    private readonly HashSet<string> functions = new(StringComparer.Ordinal);
    private readonly HashSet<string> plurals = new(StringComparer.Ordinal);
    private readonly HashSet<string> prefixes = new(StringComparer.Ordinal);
    private readonly HashSet<string> namePrefixes = new(StringComparer.Ordinal);
    private readonly HashSet<string> nameArticles = new(StringComparer.Ordinal);
    private readonly HashSet<string> wholes = new(StringComparer.Ordinal);
    private readonly HashSet<string> units = new(StringComparer.Ordinal);
    private readonly HashSet<string> initials = new(StringComparer.Ordinal) { "" };
    private readonly HashSet<string> rimes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> agents = new(StringComparer.Ordinal);
    private readonly HashSet<string> offices = new(StringComparer.Ordinal);
    private readonly HashSet<string> glued = new(StringComparer.Ordinal);
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    public GlueWords(LexiconFile file, IEnumerable<string> properNames)
    {
        foreach (var row in file.Rows)
        {
            var cost = int.Parse(row.Required("cost"), CultureInfo.InvariantCulture);
            foreach (var word in row.Required("words").Split(' '))
            {
                switch (row.Required("class"))
                {
                    case "function":
                        functions.Add(word);
                        costs[word] = cost;
                        break;
                    case "frequent":
                        costs.TryAdd(word, cost);
                        break;
                    case "plural":
                        plurals.Add(word);
                        break;
                    case "prefix":
                        prefixes.Add(word);
                        break;
                    case "name-prefix":
                        namePrefixes.Add(word);
                        break;
                    case "name-article":
                        nameArticles.Add(word);
                        break;
                    case "whole":
                        wholes.Add(word);
                        break;
                    case "unit":
                        units.Add(word);
                        break;
                    case "agent":
                        agents.Add(word.Replace("|", "", StringComparison.Ordinal), word.IndexOf('|', StringComparison.Ordinal));
                        break;
                    case "office":
                        offices.Add(word);
                        break;
                    case "glued":
                        glued.Add(word);
                        break;
                    case "initial":
                        initials.Add(word);
                        break;
                    case "rime":
                        rimes.Add(word);
                        break;
                    default:
                        throw row.Error($"'{row["class"]}' is no class of glue words");
                }
            }
        }

        foreach (var name in properNames)
        {
            names.Add(name);
        }
    }

    public bool IsFunction(string lower) => functions.Contains(lower);

    public bool IsFrequent(string word) => costs.ContainsKey(word);

    /// <summary>Somebody's office, which stands behind an article and behind no verb: <c>ministre</c>.</summary>
    public bool IsOffice(string lower) => offices.Contains(lower);

    public bool IsUnit(string suffix) => units.Contains(suffix);

    /// <summary>A word that stands as it is: known with its case or in lower case, also without its diacritics.</summary>
    public bool IsWhole(string word)
    {
        var lower = word.ToLowerInvariant();
        return !glued.Contains(lower) && (wholes.Contains(word) || wholes.Contains(lower) || names.Contains(word) || functions.Contains(lower) || costs.ContainsKey(lower)
            || WordForms.French.Contains(word) || WordForms.French.Contains(lower)
            || IsWholeWithoutDiacritics(word, lower));
    }

    /// <summary>Where a word is cut that is one of its own, but behind a passive participle <c>par</c> with its article; 0 for others.</summary>
    public int CutOfAgent(string word) => agents.GetValueOrDefault(word);

    /// <summary>Whether a verb in the plural stands after a word that doesn't end as plurals do.</summary>
    public bool Disagrees(string before, string verb) => before[^1] is not ('s' or 'x' or 'z') && !functions.Contains(before) && plurals.Contains(verb);

    // Etat, evenement; « participerà » is no misspelling but « participer à ».
    private static bool IsWholeWithoutDiacritics(string word, string lower)
    {
        if (word.Length < (char.IsUpper(word[0]) ? 3 : 5))
        {
            return false;
        }

        var folded = Folding.Fold(word);
        return folded == lower && WordForms.French.ContainsFolded(folded);
    }

    /// <summary>A name: of the gazetteer or the dictionary, or a syllable of Vietnamese names (<c>Quang</c>).</summary>
    public bool IsName(string word) =>
        char.IsUpper(word[0]) && (names.Contains(word) || WordForms.French.Contains(word) || costs.ContainsKey(word) || IsVietnameseSyllable(word));

    /// <summary>What makes one name with the capital behind it: <c>McCully</c>, <c>MacDonald</c>.</summary>
    public bool IsNamePrefix(string front) => namePrefixes.Contains(front);

    /// <summary>What a family name may begin with behind a first name: <c>Dominic LeBlanc</c>, <c>Ron DeSantis</c>; a state, or a word of the agencies, is no name (<c>LeVietnam</c>), a Vietnamese one is written apart (<c>Phan VanGiang</c>).</summary>
    public bool IsNameArticle(string front, string back) => nameArticles.Contains(front) && !IsVietnameseSyllable(back) && !names.Contains(back) && !costs.ContainsKey(back) && !costs.ContainsKey(back.ToLowerInvariant());

    /// <summary>A word with a capital of a state's name or capital.</summary>
    public bool IsState(string word) => names.Contains(word);

    /// <summary>What a part of a glued word costs; null when it can be none. Short words must be in the lists, for a dictionary has any three letters.</summary>
    public int? CostOf(string part)
    {
        if (costs.TryGetValue(part, out var cost))
        {
            return cost;
        }

        var lower = part.ToLowerInvariant();
        if (costs.TryGetValue(lower, out cost))
        {
            return cost;
        }

        if (part.Length < 4)
        {
            return null;
        }

        return WordForms.French.Contains(lower) ? OrdinaryCost + (part.Length < 5 ? 3 : 0) : null;
    }

    public bool IsVietnameseSyllable(string word)
    {
        var folded = Folding.Fold(word);
        if (folded.Length is < 2 or > 6)
        {
            return false;
        }

        for (var length = Math.Min(3, folded.Length - 1); length >= 0; length--)
        {
            if (initials.Contains(folded[..length]) && rimes.Contains(folded[length..]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A known prefix and a known word, written as one: <c>narcotrafiquants</c>.</summary>
    public bool IsCompound(string lower)
    {
        for (var length = Math.Min(7, lower.Length - 3); length >= 2; length--)
        {
            if (prefixes.Contains(lower[..length]) && (WordForms.French.Contains(lower.AsSpan(length)) || costs.ContainsKey(lower[length..])))
            {
                return true;
            }
        }

        return false;
    }
}
