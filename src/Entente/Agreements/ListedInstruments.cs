using Entente.Clauses;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>
/// Hands on how far an instrument has come to those that a list goes on with over other words: <c>ont échangé une lettre d'intention …, ainsi que le mémorandum révisé</c>,
/// <c>la signature d'un accord, d'un contrat relatif au gisement, et d'une lettre d'intention</c>.
/// </summary>
internal sealed class ListedInstruments(WordSets words)
{
    /// <summary>How far from the instrument before it the next of a list may stand, in tokens.</summary>
    private const int GapReach = 20;

    /// <summary>How far behind the joint the next of a list may stand: <c>et par les deux marines d'un procès-verbal</c>.</summary>
    private const int JointReach = 8;

    public StatusReading Read(ArticleContext context, InstrumentMention mention, StatusReading own, (InstrumentMention Mention, StatusReading Status)? before)
    {
        if (before is not { Status: { Status: AgreementStatus.Signed, AtEvent: true } status, Mention: { Name.Instrument: not Instrument.Partnership } listed } || own.Date is not null || own.Status is AgreementStatus.Signed or AgreementStatus.Established or AgreementStatus.Cited
            || mention.Name.Instrument == Instrument.Partnership || mention.IsOfOwnDate)
        {
            return own;
        }

        return IsListedWith(context, listed, mention) ? status with { IsParticular = true } : own;
    }

    private bool IsListedWith(ArticleContext context, InstrumentMention listed, InstrumentMention mention)
    {
        var tokens = context.Text.Tokens;
        var (from, until) = (listed.EndOfTitle, mention.First);
        if (until - from is < 1 or > GapReach || !words.Has("relative-object", tokens[Math.Min(mention.EndOfTitle, tokens.Count - 1)].Folded) && context.Verbs[mention.Sentence.Index].Any(v => v.IsFinite && v.First - mention.EndOfTitle is 0 or 1))
        {
            return false;
        }

        // "a été signé en présence des ministres, de même qu'un plan d'action": over the verb.
        var lead = until - 1;
        while (lead > from && words.Has("determiner", tokens[lead].Folded))
        {
            lead--;
        }

        var isAlso = words.Has("that", tokens[lead].Folded) && lead - 1 >= from && words.Has("likewise", tokens[lead - 1].Folded);
        for (var i = from; i < until; i++)
        {
            if (!isAlso && (context.Verbs[mention.Sentence.Index].Any(v => (v.IsFinite || v.Tense is Tense.Infinitive or Tense.Gerund) && v.Anchor == i) || words.Has("relative-object", tokens[i].Folded) && !(i > from && words.Has("likewise", tokens[i - 1].Folded)))
                || tokens[i].Folded is ";" or ":" or "(" or ")" || words.Has("whose", tokens[i].Folded) || words.Has("which", tokens[i].Folded))
            {
                return false;
            }
        }

        return isAlso || Enumerable.Range(from, until - from).Any(i => until - i <= JointReach && words.Has("list-joint", tokens[i].Folded));
    }
}
