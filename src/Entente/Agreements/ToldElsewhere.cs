using Entente.Clauses;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>Reads the status of an instrument that another clause tells: one that takes it up, or one whose list it belongs to.</summary>
internal sealed class ToldElsewhere(AgreementLexicon lexicon, WordSets words)
{
    private readonly ArticleWords _articles = new(words);

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

    /// <summary><c>Les présidents ont assisté à l'échange de sept documents. On relève dans le nombre un accord …</c></summary>
    public StatusReading? OfList(Telling told)
    {
        var context = told.Context;
        var mention = told.Mention;
        if (told.IsRank || told.Wish is not null)
        {
            return null;
        }

        if (IntroOfList(context, mention.Sentence) is { } intro && TellsTexts(context.Text.Tokens, intro.First, intro.First + intro.Count))
        {
            return new(AgreementStatus.Signed, told.Date, told.Date is null);
        }

        // Before a colon or "figurent" in the sentence, or in the whole sentence before.
        var tokens = context.Text.Tokens;
        var mark = Enumerable.Range(mention.Sentence.First, mention.First - mention.Sentence.First).LastOrDefault(i => tokens[i].Folded is ":" or "(" || words.Has("listing", tokens[i].Folded) || IsAdding(tokens, i) || words.Has("namely", tokens[i].Folded) && IsSigningTold(told, i), -1);
        // "deux textes signés en 2019 : le traité et le protocole"; elsewhere an article tells of one known before.
        if (_articles.IsDefinite(told) && !(mark > 0 && mention.ChainFirst - mark is >= 0 and <= 3))
        {
            return null;
        }

        var before = mention.Sentence.Index > 0 ? context.Text.Sentences[mention.Sentence.Index - 1] : mention.Sentence;
        var isColon = mark > 0 && tokens[mark].Folded is ":" or "(";
        var isTold = mark > 0 && TellsTexts(tokens, mention.Sentence.First, mark)
            || !isColon && (before.Paragraph == mention.Sentence.Paragraph || mark > 0 && IsAdding(tokens, mark) && before.Section == mention.Sentence.Section) && before.Index < mention.Sentence.Index && TellsTexts(tokens, before.First, before.First + before.Count);
        return !isTold ? null : new(AgreementStatus.Signed, told.Date, told.Date is null);
    }

    /// <summary><c>ont été signés, à savoir</c>, but not <c>fidèles aux textes signés, à savoir</c></summary>
    private bool IsSigningTold(Telling told, int until) => told.Verbs.Any(v => v.IsFinite && v.Anchor < until && (lexicon.Of(v.Verb) == AgreementCue.Sign || words.Has("handing-over", Texts.Folding.Fold(v.Verb ?? ""))
        // "ont présidé à la remise de plusieurs documents, à savoir"
        || v is { Verb: { } attended, Tense: Tense.Past or Tense.Pluperfect } && lexicon.Of(attended) == AgreementCue.Attend && words.StandsIn("exchanged", told.Context.Text.Tokens, v.End, until)));

    /// <summary><c>S'y ajoutent un programme et un accord</c>, <c>À ces textes s'ajoute un protocole</c></summary>
    private bool IsAdding(Texts.TokenList tokens, int at) => at > 0 && words.Has("adding", tokens[at].Folded) && words.Has("added-to", tokens[at - 1].Folded);

    /// <summary>The sentence that a list of lines follows: <c>Ont été signés les documents suivants : - l'accord … ; - le protocole …</c></summary>
    private Texts.Sentence? IntroOfList(ArticleContext context, Texts.Sentence item)
    {
        bool IsItem(Texts.Sentence s) => s.Count > 1 && words.Has("bullet", context.Text.Tokens[s.First].Folded);
        if (!IsItem(item))
        {
            return null;
        }

        var s = item.Index - 1;
        while (s > 0 && IsItem(context.Text.Sentences[s]))
        {
            s--;
        }

        return s >= 0 && context.Text.Sentences[s].Section == item.Section ? context.Text.Sentences[s] : null;
    }

    /// <summary><c>sept documents ont été échangés</c></summary>
    private bool TellsTexts(Texts.TokenList tokens, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (words.Has("text-noun", tokens[i].Folded) && Enumerable.Range(Math.Max(first, i - 5), Math.Min(end, i + 6) - Math.Max(first, i - 5)).Any(near => words.Has("exchanged", tokens[near].Folded)))
            {
                return true;
            }
        }

        return false;
    }
}
