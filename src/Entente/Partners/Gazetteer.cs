using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Partners;

/// <summary>
/// Names, adjectives and capitals of all states and bodies in one matcher. Holds the home country like any other:
/// who is home is a setting of the reader.
/// </summary>
internal sealed class Gazetteer
{
    private static readonly Lazy<Gazetteer> SharedFrench = new(() => new Gazetteer("fr"));

    private readonly Dictionary<string, GazetteerEntry> entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> places = new(StringComparer.Ordinal);
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly PhraseMatcher<GazetteerEntry>.Builder builder = new();

    private Gazetteer(string language)
    {
        var states = LexiconFile.Load($"{language}/states.tsv");
        AddPhrases(LexiconFile.Load($"{language}/fixed-phrases.tsv"));
        AddStates(states);
        AddDemonyms(LexiconFile.Load($"{language}/demonyms.tsv"));
        AddBodies(LexiconFile.Load($"{language}/bodies.tsv"));
        AddProvinces(LexiconFile.Load($"{language}/provinces.tsv"));
        AddCities(LexiconFile.Load($"{language}/cities.tsv"));
        foreach (var (key, entry) in entries)
        {
            var condition = (PhraseCondition)(key[0] - '0');
            builder.Add(key[1..], entry, condition);
        }

        Matcher = builder.Build();
    }

    /// <summary>The gazetteer of French, built once.</summary>
    public static Gazetteer French => SharedFrench.Value;

    public PhraseMatcher<GazetteerEntry> Matcher { get; }

    /// <summary>The state whose capital, province or city a place is, or that shares its name (<c>singapour</c>); null for any other. Takes folded words with single spaces.</summary>
    public string? StateOfPlace(string folded) => places.GetValueOrDefault(folded);

    /// <summary>Every name, adjective and capital as written in the lexicons: what a vocabulary of French should know.</summary>
    public IReadOnlyCollection<string> Names => names;

    private void AddPhrases(LexiconFile file)
    {
        foreach (var row in file.Rows)
        {
            var codes = row.List("codes");
            foreach (var phrase in row.List("phrases"))
            {
                Add(phrase, codes, MentionKind.Name, GazetteerTraits.None);
            }
        }
    }

    private void AddStates(LexiconFile file)
    {
        foreach (var row in file.Rows)
        {
            string[] code = [row.Required("code")];
            var isCity = row["city"] == "yes";
            foreach (var name in (string[])[row.Required("name_fr"), .. row.List("names")])
            {
                Add(name, code, MentionKind.Name, isCity ? GazetteerTraits.City : GazetteerTraits.None);
            }

            foreach (var capital in row.List("capitals"))
            {
                Add(capital, code, MentionKind.Capital, GazetteerTraits.None);
                AddPlace(capital, code[0]);
            }

            if (isCity)
            {
                AddPlace(row["name_fr"], code[0]);
            }

            foreach (var form in row.List("combining"))
            {
                Add(form + "-", code, MentionKind.Demonym, GazetteerTraits.Combining);
            }
        }
    }

    private void AddPlace(string name, string code)
    {
        foreach (var spelling in PhraseSpellings.Of(name))
        {
            places.TryAdd(Folding.Fold(spelling), code);
        }
    }

    private void AddDemonyms(LexiconFile file)
    {
        foreach (var row in file.Rows)
        {
            string[] code = [row.Required("code")];
            foreach (var column in (string[])["masculine", "feminine", "masculine_plural", "feminine_plural"])
            {
                var isLanguage = row["language"] == "yes";
                var condition = row["diacritics"] == "yes" ? PhraseCondition.Diacritics : PhraseCondition.Capitals;
                foreach (var form in row.List(column))
                {
                    Add(form, code, MentionKind.Demonym, isLanguage ? GazetteerTraits.Language : GazetteerTraits.None, condition);
                }
            }
        }
    }

    private void AddBodies(LexiconFile file)
    {
        foreach (var row in file.Rows)
        {
            // "la représentante du PNUD" speaks for the UN.
            string[] code = [row["agency_of"] is { Length: > 0 } body ? body : row.Required("code")];
            foreach (var name in (string[])[row.Required("name_fr"), .. row.List("names"), .. row.List("abbreviations")])
            {
                Add(name, code, MentionKind.Body, GazetteerTraits.None, row.List("abbreviations").Contains(name) ? PhraseCondition.Exact : PhraseCondition.Capitals);
            }

            foreach (var adjective in row.List("adjectives"))
            {
                Add(adjective, code, MentionKind.Body, GazetteerTraits.None);
            }
        }
    }

    private void AddCities(LexiconFile file)
    {
        foreach (var row in file.Rows)
        {
            foreach (var name in row.List("names"))
            {
                AddPlace(name, row.Required("code"));
            }
        }
    }

    private void AddProvinces(LexiconFile file)
    {
        foreach (var row in file.Rows)
        {
            string[] code = [row.Required("code")];
            foreach (var name in row.List("names"))
            {
                // "Hayashida Takeo" is not of Takéo.
                Add(name, code, MentionKind.Name, GazetteerTraits.Province, PhraseCondition.Capitals | PhraseCondition.Diacritics);
                AddPlace(name, code[0]);
            }
        }
    }

    private void Add(string name, string[] codes, MentionKind kind, GazetteerTraits traits, PhraseCondition condition = PhraseCondition.Capitals)
    {
        names.Add(name.TrimEnd('-'));
        if (PhraseSpellings.IsAbbreviation(name))
        {
            condition = PhraseCondition.Exact;
        }

        var isFixed = traits.HasFlag(GazetteerTraits.Combining) || condition == PhraseCondition.Exact;
        var spellings = isFixed ? [name] : PhraseSpellings.Of(name);
        foreach (var spelling in spellings)
        {
            // What a phrase asks of the text is part of its identity: `EAU` and `eau` are two.
            var key = (char)('0' + (int)condition) + spelling;
            if (!entries.TryGetValue(key, out var entry))
            {
                entries[key] = new GazetteerEntry(codes, [], kind, traits);
            }
            else if (codes.Length > 0 && entry.Codes.Count == 1 && codes[0] != entry.Codes[0] && kind == entry.Kind)
            {
                entries[key] = entry with { Others = [.. entry.Others, .. codes] };
            }
        }
    }
}
