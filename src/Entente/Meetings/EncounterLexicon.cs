using Entente.Clauses;
using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>The classes of <c>fr/encounter-cues.tsv</c>.</summary>
internal enum EncounterCue : byte
{
    During,
    Background,
    Beside,
    Near,
    Far,
    Phone,
    Video,
    Online,
    Chairs,
    Together,
    Apart,
    Exchange,
    Press,
    Welcome,
    Credentials,
    Recent,
}

/// <summary>The triggers and cues of encounters, built once.</summary>
internal sealed class EncounterLexicon
{
    private static readonly Lazy<EncounterLexicon> s_french = new(() => new EncounterLexicon());

    private readonly PhraseMatcher<EncounterCue> _cues;
    private readonly HashSet<string> _bodies;

    private EncounterLexicon()
    {
        var rules = new List<EncounterRule>();
        foreach (var row in LexiconFile.Load("fr/encounters.rules.tsv").Rows)
        {
            rules.Add(new EncounterRule(
                row.Required("trigger"), row.Enum<TriggerForm>("form"), row.Enum<ObjectMarker>("object"), row.Enum<MeetingKind>("kind"), row.Enum<MeetingMode>("mode"),
                row["needs"].Length == 0 ? TriggerNeed.None : Enum.Parse<TriggerNeed>(row["needs"].Replace("-", "", StringComparison.Ordinal), ignoreCase: true),
                row.Required("positive"), row.Required("negative")));
        }

        Rules = rules;
        Verbs = rules.Where(r => r.Form != TriggerForm.Noun).ToLookup(r => r.Trigger, StringComparer.Ordinal);
        var nouns = new PhraseMatcher<EncounterRule>.Builder();
        foreach (var rule in rules.Where(r => r.Form == TriggerForm.Noun))
        {
            nouns.Add(rule.Trigger, rule);
        }

        Nouns = nouns.Build();
        var cues = new PhraseMatcher<EncounterCue>.Builder();
        foreach (var row in LexiconFile.Load("fr/encounter-cues.tsv").Rows)
        {
            foreach (var phrase in row.List("phrases"))
            {
                cues.Add(phrase, row.Enum<EncounterCue>("cue"));
            }
        }

        _cues = cues.Build();
        var bodies = new HashSet<string>(StringComparer.Ordinal);
        var gatherings = new PhraseMatcher<GatheringName>.Builder();
        foreach (var row in LexiconFile.Load("fr/conferences.tsv").Rows)
        {
            var kind = row.Required("class");
            foreach (var phrase in row.List("phrases"))
            {
                bodies.Add(row["body"]);
                gatherings.Add(phrase, new GatheringName(IsNamed: kind != "head", IsSeated: kind == "seated", HasTown: kind == "town", row["body"]));
            }
        }

        Gatherings = gatherings.Build();
        _bodies = bodies;
    }

    public static EncounterLexicon French => s_french.Value;

    public IReadOnlyList<EncounterRule> Rules { get; }

    public ILookup<string, EncounterRule> Verbs { get; }

    public PhraseMatcher<EncounterRule> Nouns { get; }

    /// <summary>Whether a body has gatherings that are known by a name of their own.</summary>
    public bool HasGatherings(string body) => _bodies.Contains(body);

    /// <summary>Nouns and names of gatherings of several states.</summary>
    public PhraseMatcher<GatheringName> Gatherings { get; }

    /// <summary>The cues of a sentence in order; a way of holding (<c>en ligne</c>) only where it stands behind what is held so.</summary>
    public IReadOnlyList<PhraseMatch<EncounterCue>> CuesOf(ArticleText text, Sentence sentence)
    {
        var found = _cues.Find(text, sentence);
        return found.Exists(static c => c.Value == EncounterCue.Online) ? HeldSo(text, sentence, found) : found;
    }

    /// <summary><c>Lors du 5e dialogue de politique de défense, X et Y ont …</c>: what they sat in.</summary>
    public bool OpensWithSession(ArticleText text, Sentence sentence, IReadOnlyList<PhraseMatch<EncounterCue>> cues)
    {
        const int Opening = 4;
        var first = cues.FirstOrDefault(c => c.Value == EncounterCue.During && c.First == sentence.First);
        return first.Count > 0 && Nouns.Find(text, sentence).Any(n => n.Value is { Kind: MeetingKind.Dialogue, Need: not TriggerNeed.Never } && n.First >= first.Next && n.First - first.Next <= Opening
            && Enumerable.Range(first.Next, n.First - first.Next).All(i => text.Tokens[i].Kind != TokenKind.Punctuation));
    }

    /// <summary><c>Lors du dialogue, le général X a affirmé</c>: what is told there was said at a dialogue, and not only at a meeting.</summary>
    public bool OpensWithDialogue(ArticleText text, Sentence sentence)
    {
        const int Opening = 4;
        return OpensWithSession(text, sentence, CuesOf(text, sentence)) && ClauseLexicons.French.Words.StandsIn("dialogue-noun", text.Tokens, sentence.First, sentence.First + Math.Min(Opening, sentence.Count));
    }

    private static List<PhraseMatch<EncounterCue>> HeldSo(ArticleText text, Sentence sentence, List<PhraseMatch<EncounterCue>> cues) =>
        [.. cues.Where(c => c.Value != EncounterCue.Online || IsHeldSo(text, sentence, c)).Select(c => c.Value == EncounterCue.Online ? c with { Value = EncounterCue.Video } : c)];

    /// <summary><c>un entretien en ligne</c>, <c>s'est tenue en ligne</c>, but not <c>la fraude en ligne</c>, <c>Nhân Dân en ligne</c>.</summary>
    private static bool IsHeldSo(ArticleText text, Sentence sentence, PhraseMatch<EncounterCue> cue) =>
        cue.First > sentence.First && ClauseLexicons.French.Words.Has("online-host", text.Tokens[cue.First - 1].Folded);

    /// <summary>The line that the cues of a sentence tell; a picture on it goes before a voice.</summary>
    public static MeetingMode ModeOf(IEnumerable<PhraseMatch<EncounterCue>> cues)
    {
        var mode = MeetingMode.InPerson;
        foreach (var cue in cues)
        {
            mode = cue.Value == EncounterCue.Video ? MeetingMode.Video : cue.Value == EncounterCue.Phone && mode == MeetingMode.InPerson ? MeetingMode.Phone : mode;
        }

        return mode;
    }
}
