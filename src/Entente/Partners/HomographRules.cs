using Entente.Lexicons;

namespace Entente.Partners;

/// <summary>Decides what a country word is by its neighbours: the first rule that fits, or what its kind is by default.</summary>
internal sealed class HomographRules
{
    private static readonly Lazy<HomographRules> SharedFrench = new(() => new HomographRules(LexiconFile.Load("fr/homograph-rules.tsv")));

    private readonly HomographRule[][] byKind;

    public HomographRules(LexiconFile file)
    {
        Rules = [.. file.Rows.Select(row => new HomographRule(row))];
        byKind = [.. Enum.GetValues<MentionKind>().Select(kind => Rules.Where(rule => rule.IsFor(kind)).ToArray())];
    }

    public static HomographRules French => SharedFrench.Value;

    public IReadOnlyList<HomographRule> Rules { get; }

    public MentionReading Read(SentenceContext context, PhraseMatch<GazetteerEntry> match) =>
        Deciding(context, match)?.Reading ?? (match.Value.Kind == MentionKind.Capital ? MentionReading.Place : MentionReading.Party);

    /// <summary>The rule that decides, if any does.</summary>
    public HomographRule? Deciding(SentenceContext context, PhraseMatch<GazetteerEntry> match)
    {
        foreach (var rule in byKind[(int)match.Value.Kind])
        {
            if (rule.Fits(context, match))
            {
                return rule;
            }
        }

        return null;
    }
}
