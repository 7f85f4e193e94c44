using Entente.Lexicons;
using Entente.Texts;

namespace Entente.People;

/// <summary>What the people stage knows of French: titles, particles, family names, words that are no names. Built once.</summary>
internal sealed class PeopleLexicon
{
    private static readonly Lazy<PeopleLexicon> SharedFrench = new(() => new PeopleLexicon("fr"));

    private readonly Dictionary<int, bool> particles = [];
    private readonly Dictionary<int, bool> familyNames = [];
    private readonly Dictionary<int, WordKind> words = [];
    private readonly WordIds demonstratives = new();
    private readonly List<string> openingEndings = [];
    private readonly HashSet<int> adjectives = [];
    private readonly List<string> adjectiveEndings = [];
    private readonly HashSet<int> verbs = [];
    private readonly Dictionary<int, FrameKind> frames = [];
    private readonly List<string> governorEndings = [];

    private PeopleLexicon(string language)
    {
        Titles = LoadTitles(LexiconFile.Load($"{language}/titles.tsv"));
        Links = Phrases("phrase", PhraseCondition.Diacritics, LexiconFile.Load($"{language}/complement-links.tsv"));
        HomePlaces = Phrases("place", PhraseCondition.Capitals, LexiconFile.Load($"{language}/home-places.tsv"));
        NameLikePlaces = Phrases("place", PhraseCondition.Capitals, LexiconFile.Load($"{language}/home-places.tsv"), LexiconFile.Load($"{language}/name-like-places.tsv"));
        var cues = new PhraseMatcher<NameCue>.Builder();
        foreach (var row in LexiconFile.Load($"{language}/name-cues.tsv").Rows)
        {
            foreach (var phrase in row.List("phrases"))
            {
                cues.Add(phrase, row.Enum<NameCue>("cue"));
            }
        }

        NameCues = cues.Build();
        foreach (var row in LexiconFile.Load($"{language}/name-particles.tsv").Rows)
        {
            particles[Id(row.Required("particle"))] = row["link"] == "yes";
        }

        foreach (var row in LexiconFile.Load($"{language}/family-names.tsv").Rows)
        {
            familyNames[Id(row.Required("name"))] = row["rare"] == "yes";
        }

        foreach (var row in LexiconFile.Load($"{language}/organisation-words.tsv").Rows)
        {
            foreach (var word in row.List("words"))
            {
                if (word[0] == '-')
                {
                    openingEndings.Add(Folding.Fold(word.AsSpan(1)));
                }
                else if (Tokenizer.French.TokenizePhrase(word) is [var only])
                {
                    words.TryAdd(only.Id, row.Enum<WordKind>("kind"));
                    if (words[only.Id] == WordKind.Demonstrative)
                    {
                        demonstratives.Add(only.Id);
                    }
                }
            }
        }

        foreach (var row in LexiconFile.Load($"{language}/adjective-endings.tsv").Rows)
        {
            var ending = row.Required("ending");
            if (ending[0] == '-')
            {
                adjectiveEndings.Add(Folding.Fold(ending.AsSpan(1)));
            }
            else
            {
                adjectives.Add(Id(ending));
            }
        }

        foreach (var row in LexiconFile.Load($"{language}/title-frames.tsv").Rows)
        {
            foreach (var word in row.List("words"))
            {
                if (word[0] == '-')
                {
                    governorEndings.Add(Folding.Fold(word.AsSpan(1)));
                }
                else
                {
                    frames.TryAdd(Id(word), row.Enum<FrameKind>("kind"));
                }
            }
        }

        foreach (var row in LexiconFile.Load($"{language}/state-verbs.tsv").Rows)
        {
            foreach (var form in row.List("forms"))
            {
                verbs.Add(Id(form));
            }
        }
    }

    private enum FrameKind : byte
    {
        Determiner,
        Governor,
        Clitic,
        Charge,
    }

    private enum WordKind : byte
    {
        Organisation,
        Function,
        Demonstrative,
        Opening,
        Place,
    }

    public static PeopleLexicon French => SharedFrench.Value;

    /// <summary>The small words of the language by their part in a title or beside a name.</summary>
    public WordSets Words { get; } = WordSets.French;

    public PhraseMatcher<TitleEntry> Titles { get; }

    /// <summary>Words by which a title goes on other than <c>de</c>.</summary>
    public PhraseMatcher<bool> Links { get; }

    /// <summary>Places of the home country.</summary>
    public PhraseMatcher<bool> HomePlaces { get; }

    /// <summary>Places at home and elsewhere that look like a person's name.</summary>
    public PhraseMatcher<bool> NameLikePlaces { get; }

    /// <summary>What tells a person around a name without title.</summary>
    public PhraseMatcher<NameCue> NameCues { get; }

    /// <summary>Whether a word is grammar (<c>avec</c>, <c>qui</c>): it ends a title and begins no name.</summary>
    public bool IsFunctionWord(Token token) => words.TryGetValue(token.Id, out var kind) && kind is WordKind.Function or WordKind.Demonstrative;

    /// <summary><c>celui</c>, <c>celle</c>, <c>ceux</c>: stands for a noun that was told.</summary>
    public bool IsDemonstrative(in Token token) => demonstratives.Contains(token.Id);

    /// <summary>Whether a capitalized word belongs to an organisation or opens a sentence rather than to a name.</summary>
    public bool IsNoName(Token token, bool isFirst) => words.ContainsKey(token.Id)
        || (isFirst && EndsInOneOf(openingEndings, token.Folded, shortestStem: 0));

    public bool IsOrganisationWord(Token token) => words.TryGetValue(token.Id, out var kind) && kind is not (WordKind.Function or WordKind.Demonstrative);

    /// <summary>Whether a name after this word is a street's or an institution's (<c>rue Nguyen Thai Hoc</c>).</summary>
    public bool IsPlaceWord(Token token) => words.TryGetValue(token.Id, out var kind) && kind == WordKind.Place;

    /// <summary><c>De Soria</c>, <c>Da Silva</c>: a particle with a capital of its own before another; <c>DE LA DÉFENSE</c> has capitals throughout.</summary>
    public bool OpensName(TokenList tokens, int at, int end) =>
        tokens[at] is { IsCapitalized: true, Length: > 1 } particle && char.IsLower(particle.Text[1]) && IsParticle(particle, out _) && at + 1 < end && tokens[at + 1] is { IsCapitalized: true, SpaceBefore: true, Length: > 2 } next && char.IsLower(next.Text[1]);

    public bool IsParticle(Token token, out bool isLink) => particles.TryGetValue(token.Id, out isLink);

    /// <summary>Whether a word is a family name of the home country; a rare one is also something else.</summary>
    public bool IsFamilyName(Token token, out bool isRare)
    {
        var isKnown = familyNames.TryGetValue(token.Id, out isRare) && token.IsCapitalized;

        // `Lê`, `Đô` are no words of French, `Le`, `Do` may be.
        isRare &= System.Text.Ascii.IsValid(token.Text);
        return isKnown;
    }

    /// <summary>Whether a lower-case word may be an adjective right after a noun.</summary>
    public bool IsAdjective(Token token) => adjectives.Contains(token.Id)
        || (!verbs.Contains(token.Id) && EndsInOneOf(adjectiveEndings, token.Folded, shortestStem: 3));

    // Folded, `à` is `a`: the accent tells the preposition from the verb.
    public bool IsVerb(Token token) => verbs.Contains(token.Id) && !token.IsCapitalized && !Words.HasWritten("to", token.Text);

    /// <summary>Whether a predicate begins with this word (<c>a souhaité</c>, <c>s'est réjoui</c>).</summary>
    public bool BeginsPredicate(Token token) => IsVerb(token) || Frame(token) == FrameKind.Clitic;

    public bool IsDeterminer(Token token) => Frame(token) == FrameKind.Determiner;

    /// <summary>Whether an office names its field with <c>à</c>: <c>secrétaire à la Production</c>.</summary>
    public bool TakesField(Token token) => Frame(token) == FrameKind.Charge;

    /// <summary>Whether what follows depends on this word: a preposition or a present participle.</summary>
    public bool Governs(Token token) => Frame(token) == FrameKind.Governor || EndsInOneOf(governorEndings, token.Folded, shortestStem: 3);

    /// <summary>The token behind the article that may follow <c>de</c> or <c>à</c>: <c>de la Défense</c>.</summary>
    public int PastArticle(TokenList tokens, int at) => Words.Has("feminine-article", tokens[at].Folded) ? at + 1 : at;

    /// <summary>Where the field of an office begins that has its article, behind <c>du</c>, <c>des</c>, <c>de la</c>, <c>de l'</c>; <paramref name="end"/> for none.</summary>
    public int FieldBehind(TokenList tokens, int at, int end)
    {
        if (Words.Has("of-contracted", tokens[at].Folded))
        {
            return at + 1;
        }

        var field = at + 1 < end && Words.Has("singular-of", tokens[at].Folded) ? PastArticle(tokens, at + 1) : 0;
        return field > at + 1 ? field : end;
    }

    private FrameKind? Frame(Token token) => frames.TryGetValue(token.Id, out var kind) ? kind : null;

    private static bool EndsInOneOf(List<string> endings, string word, int shortestStem)
    {
        foreach (var ending in endings)
        {
            if (word.Length >= ending.Length + shortestStem && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static int Id(string word) => Tokenizer.French.TokenizePhrase(word)[0].Id;

    private static PhraseMatcher<bool> Phrases(string column, PhraseCondition condition, params IReadOnlyList<LexiconFile> files)
    {
        var builder = new PhraseMatcher<bool>.Builder();
        foreach (var row in files.SelectMany(f => f.Rows))
        {
            foreach (var phrase in row.List(column))
            {
                builder.Add(phrase, true, condition);
            }
        }

        return builder.Build();
    }

    private static PhraseMatcher<TitleEntry> LoadTitles(LexiconFile file)
    {
        var builder = new PhraseMatcher<TitleEntry>.Builder();
        foreach (var row in file.Rows)
        {
            var entry = new TitleEntry(
                row.Enum<TitleKind>("kind"),
                row.Enum<RoleFunction>("function"),
                row.Enum<PersonLevel>("level"),
                row["home"] == "yes",
                row["plural"] == "yes",
                row["complement"] == "yes");
            var condition = entry.Kind == TitleKind.Address ? PhraseCondition.Capitals : PhraseCondition.None;
            foreach (var title in row.List("titles"))
            {
                builder.Add(title, entry, condition);
                if (title.Contains('-', StringComparison.Ordinal))
                {
                    builder.Add(title.Replace('-', ' '), entry, condition);
                }
            }
        }

        return builder.Build();
    }
}
