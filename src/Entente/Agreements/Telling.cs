using Entente.Clauses;
using Entente.Dates;
using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>What a sentence has to say of one instrument.</summary>
/// <param name="Context">The article.</param>
/// <param name="Mention">The instrument.</param>
/// <param name="Cues">The phrases that tell how far instruments have come, in order.</param>
/// <param name="Verbs">The verbs of the sentence, in order.</param>
/// <param name="Date">When it was made, as far as the sentence tells.</param>
internal sealed record Telling(ArticleContext Context, InstrumentMention Mention, List<PhraseMatch<AgreementCue>> Cues, IReadOnlyList<VerbGroup> Verbs, DateMention? Date)
{
    /// <summary>How far a verb may stand from its subject, in tokens.</summary>
    public const int SubjectReach = 8;

    /// <summary>How far the verb of a relative clause may stand from it, over its subject.</summary>
    public const int RelativeReach = 20;

    /// <summary>What a wish or a plan before the instrument makes of it; null where nobody wants anything.</summary>
    public AgreementStatus? Wish { get; init; }

    public bool IsRank => Mention.Name.Instrument == Instrument.Partnership;

    /// <summary>What an instrument is once it is made.</summary>
    public AgreementStatus Made => IsRank ? AgreementStatus.Established : AgreementStatus.Signed;

    /// <summary>A rank may be signed or established, a text only signed.</summary>
    public bool CanBeMadeBy(AgreementCue cue) => IsRank || cue == AgreementCue.Sign;

    /// <summary>Index behind the title of the last of its chain, and behind a bracket that follows: <c>l'Accord de libre-échange (ALE)</c>.</summary>
    public int After { get; init; }

    /// <summary>A relative clause begins behind the instrument: <c>que l'hôpital et le service espèrent signer</c>.</summary>
    public bool HasRelative { get; init; }

    /// <summary>Commas set off what stands between it and its verb: <c>une déclaration, la quatrième depuis 2010, doit être adoptée</c>.</summary>
    public bool HasApposition { get; init; }

    /// <summary>Whether the instrument, or the last of those joined to it, can be the subject of a verb.</summary>
    public bool IsSubjectOf(VerbGroup verb) =>
        verb.First >= After && verb.First < Mention.ChainZoneEnd && (verb.First - After <= (HasRelative || HasApposition ? RelativeReach : SubjectReach) || IsJoined(verb));

    /// <summary><c>Un mémorandum est en cours de négociation, a-t-il révélé, et sera signé</c>: the verb behind <c>et</c> goes on with the one right behind the title.</summary>
    private bool IsJoined(VerbGroup verb) =>
        verb.IsFinite && verb.First - After <= RelativeReach && WordSets.French.Has("and", Context.Text.Tokens[verb.First - 1].Folded) && Verbs.Any(v => v.IsFinite && v.First - After is 0 or 1 && v.End < verb.First);
}
