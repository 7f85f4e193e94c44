using Entente.Clauses;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>Reads the instruments that a headline or the caption of a picture tells as news: what was signed, and, in a headline, a rank that two states set up.</summary>
internal sealed class HeadlineInstruments(AgreementLexicon lexicon, WordSets words)
{
    private readonly StatusReader _status = new(lexicon, words);

    /// <summary>How far before a text its signing may be shown in a picture, in tokens.</summary>
    private const int SigningReach = 5;

    /// <summary>How far it has come; null where the headline, or the caption, tells no news of it.</summary>
    public StatusReading? Read(ArticleContext context, InstrumentMention mention)
    {
        var status = _status.Read(context, mention);
        if (mention.Sentence.Section == SectionKind.Caption)
        {
            return status.Status == AgreementStatus.Signed ? status : ShowsSigning(context, mention) ? new StatusReading(AgreementStatus.Signed, null, true) : null;
        }

        // "Le Vietnam et l'Égypte nouent un partenariat stratégique"
        var isNews = mention.Sentence.Section == SectionKind.Title && status is { Status: AgreementStatus.Established, Date: null }
            && context.Verbs[mention.Sentence.Index].Any(v => v is { IsFinite: true, Tense: Tense.Present or Tense.Past } && v.First < mention.First && lexicon.Of(v.Verb) == AgreementCue.Establish);
        return status.Status == AgreementStatus.Signed ? status
            : isNews ? status with { AtEvent = true }
            : status.Status == AgreementStatus.Planned && OpensOnSigning(context, mention) || IsDeclaration(context, mention) ? new StatusReading(AgreementStatus.Signed, null, true)
            : null;
    }

    /// <summary><c>Cérémonie de signature du protocole d'accord</c>, <c>X et Y assistent à la signature d'un plan</c>: a picture shows what is done, and nothing that is only wished for.</summary>
    private bool ShowsSigning(ArticleContext context, InstrumentMention mention) =>
        words.StandsIn("signing-noun", context.Text.Tokens, Math.Max(mention.Sentence.First, mention.First - SigningReach), mention.First)
            && !lexicon.Cues.Find(context.Text, mention.Sentence).Exists(c => c.Value is AgreementCue.Ahead or AgreementCue.Agree or AgreementCue.Propose)
            && !context.Verbs[mention.Sentence.Index].Any(v => v.IsFinite && v.Tense is not (Tense.Past or Tense.Present));

    /// <summary>
    /// Whether the headline tells of the signing what the text takes for known: <c>Signature d'un mémorandum avec le Koweït</c> over <c>Le mémorandum a pour objectif …</c>.
    /// </summary>
    public static bool TellsMore(List<Agreement> found, InstrumentMention mention, StatusReading status) =>
        status.Status == AgreementStatus.Signed && mention.Name.Instrument is not Instrument.Partnership && found.FindAll(a => a.Instrument == mention.Name.Instrument) is [{ Status: AgreementStatus.InForce } only] && only.Date.Date.IsEmpty;

    /// <summary><c>Déclaration commune Vietnam - Moldavie</c>: what both have issued, with no word of it.</summary>
    private static bool IsDeclaration(ArticleContext context, InstrumentMention mention) =>
        mention.Name.Instrument is Instrument.JointDeclaration or Instrument.JointVision && context.Verbs[mention.Sentence.Index].Count == 0
            && (mention.First == mention.Sentence.First || context.Text.Tokens[mention.First - 1].Folded == ":");

    /// <summary><c>Signature d'un mémorandum</c>, <c>Vietnam - Jordanie : signature d'un mémorandum</c>, but not <c>Vers la signature d'un accord</c></summary>
    private bool OpensOnSigning(ArticleContext context, InstrumentMention mention)
    {
        var tokens = context.Text.Tokens;
        var (first, until) = (mention.Sentence.First, mention.First);
        var noun = Enumerable.Range(first, until - first).FirstOrDefault(i => words.Has("signing-noun", tokens[i].Folded), -1);
        return noun >= 0 && (noun == first || tokens[noun - 1].Folded == ":")
            && !lexicon.Cues.Find(context.Text, mention.Sentence).Exists(c => c.Value is AgreementCue.Ahead or AgreementCue.Agree or AgreementCue.Propose)
            && !context.Verbs[mention.Sentence.Index].Any(v => v.IsFinite && v.Tense is not (Tense.Past or Tense.Present));
    }
}
