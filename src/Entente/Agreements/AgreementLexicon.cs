using Entente.Lexicons;

namespace Entente.Agreements;

/// <summary>The classes of <c>fr/agreement-cues.tsv</c>.</summary>
internal enum AgreementCue : byte
{
    None,
    Sign,
    Establish,
    Negotiate,

    /// <summary>That it is being worked on, said of it: <c>en cours de négociation</c>.</summary>
    Negotiated,
    Propose,
    Agree,
    Apply,

    /// <summary>The noun: <c>la signature de</c>.</summary>
    Signing,

    /// <summary>A signing that took place: <c>ont assisté à la signature de</c>.</summary>
    Witness,

    /// <summary>The noun of drawing it up, which a side may ask for: <c>l'élaboration d'un plan</c>.</summary>
    Draft,

    /// <summary>Tells a signing as done: <c>la signature récente</c>, <c>les faits saillants comprennent la signature</c>.</summary>
    Recall,

    /// <summary>Made at some earlier time: <c>déjà</c>, <c>ces dernières années</c>.</summary>
    Earlier,

    /// <summary>What relations are on their way to: <c>vers un partenariat</c>, <c>aboutir à</c>.</summary>
    Toward,

    /// <summary>Not yet made: <c>une fois signé</c>, <c>futur</c>.</summary>
    Ahead,

    /// <summary>The noun of setting up a rank: <c>l'établissement</c>, <c>au rang de</c>.</summary>
    Setup,

    /// <summary>Puts into force what was signed before: <c>a ratifié</c>, <c>entrera en vigueur</c>.</summary>
    Ratify,

    /// <summary>Makes anew what is in force: <c>a reconduit</c>, <c>le renouvellement de</c>.</summary>
    Renew,

    /// <summary>Attends or leads what is done: <c>ont présidé à la signature</c>.</summary>
    Attend,

    /// <summary>Behind a form of <c>rendre</c> and the like: makes it, said in more than a verb: <c>a été rendue publique</c>.</summary>
    Publish,

    /// <summary>Finds common ground, which is no text: <c>un accord a été trouvé</c>.</summary>
    Reach,
}

/// <summary>What must stand beside a name that it names an instrument.</summary>
internal enum InstrumentNeed : byte
{
    None,

    /// <summary>A subject, a party, a year or a signing: <c>accord</c> alone is none.</summary>
    Complement,

    /// <summary>That it is made or to be made, not merely spoken of: <c>règlement</c>.</summary>
    Making,

    /// <summary>That it is to be signed: <c>documents de coopération</c>.</summary>
    Signing,

    /// <summary>That somebody is or becomes it: <c>partenaires stratégiques</c>.</summary>
    Copula,

    /// <summary>A state in its title: <c>programme de partenariat Vietnam - Danemark</c>.</summary>
    Party,

    /// <summary>The years that it runs: <c>le plan 2022-2024</c>, while <c>le plan</c> may be anybody's.</summary>
    Period,

    /// <summary>The participle of its making and a date, and in the plural a number: <c>règlement signé en 1999</c>, <c>deux documents signés en août</c>.</summary>
    Dated,
}

/// <summary>A name of an instrument: what it is, and what it needs beside it to be one.</summary>
internal sealed record InstrumentName(Instrument? Instrument, InstrumentNeed Need, string Treaty, IReadOnlyList<string> Partners)
{
    /// <summary>The key of a treaty whose name in the lexicon only begins its title.</summary>
    public const string AnyTreaty = "*";

    /// <summary>A treaty of many states, which has a key in <see cref="Treaty"/> that all its names share.</summary>
    public bool IsCited => Treaty.Length > 0;

    /// <summary>Its accents tell it from another word, and only an article before it from a participle (<c>traités</c>).</summary>
    public bool NeedsArticle { get; init; }

    /// <summary>A treaty whose text is still being worked on.</summary>
    public bool IsOpen { get; init; }

    /// <summary>No name but a pronoun of one (<c>une autre avec</c>).</summary>
    public bool IsAnother { get; init; }
}

/// <summary>The names of instruments and the cues of their status, built once.</summary>
internal sealed class AgreementLexicon
{
    private static readonly Lazy<AgreementLexicon> s_french = new(() => new AgreementLexicon());
    private readonly Dictionary<string, AgreementCue> _verbs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _predicates = new(StringComparer.Ordinal);

    private AgreementLexicon()
    {
        var names = new PhraseMatcher<InstrumentName>.Builder();
        foreach (var row in LexiconFile.Load("fr/cited-treaties.tsv").Rows)
        {
            var name = new InstrumentName(row.Enum<Instrument>("instrument"), InstrumentNeed.None, row.Required("treaty"), row.List("partners")) { IsOpen = row["stage"] == "open" };
            foreach (var phrase in row.List("phrases"))
            {
                names.Add(phrase, name, phrase.All(char.IsUpper) ? PhraseCondition.Exact : PhraseCondition.None);
            }
        }

        foreach (var row in LexiconFile.Load("fr/instruments.tsv").Rows)
        {
            var name = row.Required("instrument") is "none" or "another"
                ? new InstrumentName(null, InstrumentNeed.None, "", []) { IsAnother = row["instrument"] == "another" }
                : new InstrumentName(row.Enum<Instrument>("instrument"), row["needs"].Length > 0 ? row.Enum<InstrumentNeed>("needs") : InstrumentNeed.None, "", row.List("partners")) { NeedsArticle = row["match"] == "accents" };
            foreach (var phrase in row.List("phrases"))
            {
                names.Add(phrase, name, row["match"] == "accents" ? PhraseCondition.Diacritics : PhraseCondition.None);
            }
        }

        Names = names.Build();
        var cues = new PhraseMatcher<AgreementCue>.Builder();
        foreach (var row in LexiconFile.Load("fr/agreement-cues.tsv").Rows)
        {
            var cue = row.Enum<AgreementCue>("class");
            foreach (var verb in row.List("verbs"))
            {
                _verbs.Add(verb, cue);
            }

            foreach (var phrase in row.List("phrases"))
            {
                cues.Add(phrase, cue);
            }
        }

        Cues = cues.Build();
        foreach (var row in LexiconFile.Load("fr/state-verbs.tsv").Rows.Concat(LexiconFile.Load("fr/text-verbs.tsv").Rows))
        {
            _predicates.UnionWith(row.List("forms"));
        }
    }

    public static AgreementLexicon French => s_french.Value;

    public PhraseMatcher<InstrumentName> Names { get; }

    public PhraseMatcher<AgreementCue> Cues { get; }

    /// <summary>Whether a word, as written, is a finite verb of what states and texts do, which no title goes on with.</summary>
    public bool IsPredicate(string word) => _predicates.Contains(word);

    /// <summary>What a verb says of an instrument.</summary>
    public AgreementCue Of(string verb) => _verbs.GetValueOrDefault(verb);
}
