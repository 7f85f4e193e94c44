using Entente.Clauses;
using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>
/// Texts that a number tells without a name for each: <c>deux lettres d'intention</c>, <c>les trois documents signés à Manille en août 2024</c>. What only names a
/// text by its kind (<c>règlement</c>) is one of ours by the date of its making.
/// </summary>
internal sealed class CountedTexts(WordSets words)
{
    /// <summary>How far behind the participle the date may stand, in tokens: <c>signés à Manille en août 2024</c>.</summary>
    private const int DateReach = 7;

    /// <summary>From the verb of signing to the texts: <c>ont signé mardi deux documents</c>.</summary>
    private const int SigningReach = 3;

    /// <summary>Whether the texts are negotiated, and are not named one by one.</summary>
    public bool AreTold(ArticleContext context, InstrumentMention mention, StatusReading status) =>
        status.Status == AgreementStatus.Negotiating && IsCounted(context, mention.Sentence, mention.First) && !AreNamed(context, mention);

    /// <summary>Whether what only names a kind of text tells its making and its date: <c>le règlement signé en 1999</c>.</summary>
    public bool IsDated(ArticleContext context, Sentence sentence, PhraseMatch<InstrumentName> match)
    {
        var (tokens, end) = (context.Text.Tokens, sentence.First + sentence.Count);
        return match.Next < end && words.Has("making", tokens[match.Next].Folded) && (!words.Has("instruments", tokens[match.First].Folded) || IsCounted(context, sentence, match.First))
            && context.DatesIn[sentence.Index].Any(d => d.First > match.Next && d.First - match.Next <= DateReach && !Enumerable.Range(match.Next, d.First - match.Next).Any(i => tokens[i].Kind == TokenKind.Punctuation && tokens[i].Folded is not "-" and not "'"));
    }

    /// <summary><c>ont signé mardi deux documents</c>, <c>Trois textes ont été signés</c>: texts of which only the number is told, by those who made them.</summary>
    public bool AreMade(ArticleContext context, Sentence sentence, PhraseMatch<InstrumentName> match, AgreementLexicon lexicon) =>
        words.Has("instruments", context.Text.Tokens[match.First].Folded) && IsCounted(context, sentence, match.First)
            && context.Verbs[sentence.Index].Any(v => v is { IsFinite: true, IsReflexive: false, Tense: Tense.Past, Verb: not null } && lexicon.Of(v.Verb) == AgreementCue.Sign
                && (v.IsPassive ? v.First == match.Next : v.End < match.First && match.First - v.End <= SigningReach));

    /// <summary><c>: un accord et un mémorandum</c>, <c>, dont un protocole</c>, <c>(un traité …)</c></summary>
    public bool AreNamed(ArticleContext context, InstrumentMention mention)
    {
        var (tokens, end) = (context.Text.Tokens, mention.Sentence.First + mention.Sentence.Count);
        for (var i = mention.NameEnd; i < Math.Min(end, mention.ZoneEnd + 1); i++)
        {
            if (tokens[i].Folded is ":" or "(" || tokens[i - 1].Folded == "," && (words.Has("including", tokens[i].Folded) || i + 1 < end && words.Has("including", tokens[i + 1].Folded)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>accords sur l'extradition</c>, <c>accords clés en matière d'entraide judiciaire</c></summary>
    public bool TellSubject(ArticleContext context, InstrumentMention mention)
    {
        const int Reach = 4;
        var tokens = context.Text.Tokens;
        return Enumerable.Range(mention.NameEnd, Math.Max(0, Math.Min(Reach, mention.EndOfTitle - mention.NameEnd))).Any(i => words.Has("of", tokens[i].Folded)
            ? words.Has("judicial", tokens[i + 1].Folded)
            : words.Has("subject-open", tokens[i].Folded) || words.Has("matter", tokens[i].Folded));
    }

    private bool IsCounted(ArticleContext context, Sentence sentence, int at) =>
        at > sentence.First && context.Text.Tokens[at - 1] is var number && (words.Has("cardinal", number.Folded) || number is { Kind: TokenKind.Number, Length: <= 2 });
}
