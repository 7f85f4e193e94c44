using Entente.Lexicons;

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
    Chairs,
    Together,
    Apart,
    Exchange,
    Press,
    Welcome,
}

/// <summary>The triggers and cues of encounters, built once.</summary>
internal sealed class EncounterLexicon
{
    private static readonly Lazy<EncounterLexicon> s_french = new(() => new EncounterLexicon());

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

        Cues = cues.Build();
    }

    public static EncounterLexicon French => s_french.Value;

    public IReadOnlyList<EncounterRule> Rules { get; }

    public ILookup<string, EncounterRule> Verbs { get; }

    public PhraseMatcher<EncounterRule> Nouns { get; }

    public PhraseMatcher<EncounterCue> Cues { get; }
}
