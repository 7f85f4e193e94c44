using System.Runtime.InteropServices;
using Entente.Clauses;
using Entente.Lexicons;

namespace Entente.Visits;

/// <summary>A verb by which somebody travels.</summary>
/// <param name="IsReflexive"><c>se rendre</c>.</param>
/// <param name="Object">What must follow it to make it one: <c>conduire une délégation</c>; empty for none.</param>
/// <param name="Reach">How far behind it the goal may stand, in tokens.</param>
/// <param name="AnyCapital">Whether a capital is a goal wherever it stands.</param>
/// <param name="Tenses">The tenses in which it tells a journey.</param>
internal sealed record TravelVerb(bool IsReflexive, string Object, int Reach, bool AnyCapital, IReadOnlyList<Tense> Tenses)
{
    /// <summary>The traveller is the object: <c>accompagner le Premier ministre X en Australie</c>.</summary>
    public bool IsCompany { get; init; }

    /// <summary>The goals are its objects: <c>visiter le Laos et le Vietnam</c>.</summary>
    public bool IsDirect { get; init; }

    /// <summary>Its goal stands behind <c>pour</c>: <c>partir pour Moscou</c>.</summary>
    public bool IsBound { get; init; }

    /// <summary>Its goal stands behind <c>de</c>: <c>prendre le chemin de la Malaisie</c>.</summary>
    public bool IsToward { get; init; }

    /// <summary>Its subject is a journey and the traveller its object: <c>une tournée qui a mené X en Égypte</c>.</summary>
    public bool IsCarrying { get; init; }

    /// <summary>Who leads its object travels: <c>a dépêché à Vientiane une délégation conduite par X</c>.</summary>
    public bool IsSending { get; init; }

    public bool Allows(Tense tense) => Tenses.Contains(tense);
}

/// <summary>The nouns of <c>fr/visit-phrases.tsv</c> and the verbs of <c>fr/travel-verbs.tsv</c>.</summary>
internal sealed class VisitLexicon
{
    private static readonly Lazy<VisitLexicon> s_french = new(() => new VisitLexicon());

    private static readonly List<TravelVerb> s_none = [];

    private readonly Dictionary<string, List<TravelVerb>> _verbs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _makers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _enders = new(StringComparer.Ordinal);
    private readonly HashSet<string> _beginners = new(StringComparer.Ordinal);

    private VisitLexicon()
    {
        foreach (var row in LexiconFile.Load("fr/travel-verbs.tsv").Rows)
        {
            var verb = row.Required("verb");
            if ((row.Required("use") switch { "makes" => _makers, "ends" => _enders, "begins" => _beginners, _ => null }) is { } set)
            {
                set.Add(verb);
                continue;
            }

            var tenses = row.List("tenses").Select(t => Enum.TryParse<Tense>(t, ignoreCase: true, out var tense) ? tense : throw row.Error($"'{t}' is no tense")).ToList();
            var use = row["use"];
            var travel = new TravelVerb(use == "reflexive", row["object"] == "pour" ? "" : row["object"], row.Integer("reach"), row["capitals"] == "any", tenses) { IsCompany = use == "company", IsDirect = use == "direct", IsCarrying = use == "carrying", IsSending = use == "sending", IsBound = use == "bound" || row["object"] == "pour", IsToward = use == "toward" };
            (CollectionsMarshal.GetValueRefOrAddDefault(_verbs, verb, out _) ??= []).Add(travel);
        }

        var builder = new PhraseMatcher<VisitNoun>.Builder();
        foreach (var row in LexiconFile.Load("fr/visit-phrases.tsv").Rows)
        {
            var noun = row.Required("kind") == "none" ? VisitNoun.LookAlike
                : row["use"] is "goal" or "guest" ? new VisitNoun(row.Enum<VisitKind>("kind"), NeedsGoal: true, TakesGuest: row["use"] == "guest")
                : new VisitNoun(row.Enum<VisitKind>("kind"), NeedsGoal: false, row["use"] == "pronoun");
            foreach (var phrase in row.List("phrases"))
            {
                // "a visité le musée" is no visit.
                builder.Add(phrase, noun, noun.Kind == VisitKind.Other ? PhraseCondition.Diacritics : PhraseCondition.None);
            }
        }

        Nouns = builder.Build();
        var allusions = new PhraseMatcher<VisitAllusion>.Builder();
        foreach (var row in LexiconFile.Load("fr/visit-allusions.tsv").Rows)
        {
            allusions.Add(row.Required("phrase"), row.Enum<VisitAllusion>("use"), PhraseCondition.Diacritics);
        }

        Allusions = allusions.Build();
    }

    public static VisitLexicon French => s_french.Value;

    public PhraseMatcher<VisitNoun> Nouns { get; }

    /// <summary>How a verb tells a journey, with one object or another; none for one that tells none.</summary>
    public IReadOnlyList<TravelVerb> Of(string verb) => _verbs.GetValueOrDefault(verb) ?? s_none;

    /// <summary>Whether a verb tells a journey.</summary>
    public bool Travels(string verb) => _verbs.ContainsKey(verb);

    /// <summary>Whether a verb has a visit as its object: <c>effectuer une visite</c>.</summary>
    public bool MakesVisits(string verb) => _makers.Contains(verb);

    /// <summary>Whether a verb tells the end of a visit: <c>achever sa visite</c>.</summary>
    public bool EndsVisits(string verb) => _enders.Contains(verb);

    /// <summary>Whether a verb tells how a visit begins: <c>a quitté Hanoï pour une visite</c>.</summary>
    public bool BeginsVisits(string verb) => _beginners.Contains(verb);

    /// <summary>Words that take a visit for granted.</summary>
    public PhraseMatcher<VisitAllusion> Allusions { get; }
}
