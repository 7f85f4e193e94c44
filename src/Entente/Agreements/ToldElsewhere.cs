using Entente.Clauses;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>Reads the status of an instrument that another clause tells, which takes it up.</summary>
internal sealed class ToldElsewhere(AgreementLexicon lexicon, WordSets words)
{
    /// <summary><c>Un programme est sorti de la rencontre ; il a été signé aussitôt</c>, <c>Ce document a été signé par …</c>, <c>La signature aura lieu en mars</c></summary>
    public StatusReading? TakenUp(Telling told)
    {
        var context = told.Context;
        var sentence = told.Mention.Sentence;
        if (told.IsRank || told.Date is not null || told.Mention.ZoneEnd < sentence.First + sentence.Count || told.Cues.Exists(c => c.Value == AgreementCue.Apply))
        {
            return null;
        }

        if (SigningTold(told) is { } signing)
        {
            return signing;
        }

        foreach (var index in new[] { sentence.Index, sentence.Index + 1 }.Where(i => i < context.Text.Sentences.Count && context.Text.Sentences[i].Section == sentence.Section))
        {
            var other = context.Text.Sentences[index];
            foreach (var verb in context.Verbs[index].Where(v => lexicon.Of(v.Verb) == AgreementCue.Sign && v.IsPassive && v.IsFinite && v.First > (index == sentence.Index ? told.Mention.EndOfTitle : other.First)))
            {
                var subject = verb.First - 1;
                var isPronoun = words.Has("text-pronoun", context.Text.Tokens[subject].Folded) && (subject == other.First || context.Text.Tokens[subject - 1].Folded == ";");
                var isNoun = index > sentence.Index && words.Has("text-taken-up", context.Text.Tokens[other.First + 1].Folded) && words.Has("demonstrative", context.Text.Tokens[other.First].Folded) && verb.First - other.First <= Telling.RelativeReach;
                if (isPronoun || isNoun)
                {
                    return verb.Tense is Tense.Past or Tense.Pluperfect ? new(AgreementStatus.Signed, null, true) : verb.Tense is Tense.Future or Tense.Conditional ? new(AgreementStatus.Planned) : null;
                }
            }
        }

        return null;
    }

    /// <summary>In the sentence behind: <c>La signature aura lieu à Hanoï</c>, <c>Sa signature est intervenue lundi</c>.</summary>
    public StatusReading? SigningTold(Telling told)
    {
        var (context, own) = (told.Context, told.Mention.Sentence);
        if (told.IsRank || own.Index + 1 >= context.Text.Sentences.Count || context.Text.Sentences[own.Index + 1] is not { } sentence || sentence.Section != own.Section || told.Mention.ZoneEnd < own.First + own.Count)
        {
            return null;
        }

        var tokens = context.Text.Tokens;
        if (sentence.Count < 4 || !words.Has("determiner", tokens[sentence.First].Folded) || !words.Has("signing-noun", tokens[sentence.First + 1].Folded)
            || context.Verbs[sentence.Index].FirstOrDefault(v => v.IsFinite) is not { Verb: not null } verb || verb.First - sentence.First > 4
            || !words.StandsIn("taking-place", tokens, verb.First, Math.Min(verb.End + 3, sentence.First + sentence.Count)))
        {
            return null;
        }

        return verb.Tense is Tense.Past or Tense.Pluperfect ? new(AgreementStatus.Signed, null, true) : new(AgreementStatus.Planned);
    }
}
