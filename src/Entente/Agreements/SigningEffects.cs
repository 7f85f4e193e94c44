using Entente.Clauses;
using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>Tells that a signing took place by what the sentence says it did: <c>La signature du mémorandum marque une étape</c>, <c>a été saluée</c>.</summary>
internal sealed class SigningEffects(AgreementLexicon lexicon, WordSets words)
{
    /// <summary>How far behind the instrument the verb of the signing may stand over an aside, in tokens.</summary>
    private const int AsideReach = 14;

    /// <summary>How far behind that verb it may say that the signing is only a goal: <c>constitue une priorité</c>.</summary>
    private const int GoalReach = 6;

    private readonly ArticleWords _articles = new(words);

    public bool Tell(Telling told, PhraseMatch<AgreementCue> signing)
    {
        var (tokens, mention) = (told.Context.Text.Tokens, told.Mention);
        var end = Math.Min(mention.ChainZoneEnd, mention.Sentence.First + mention.Sentence.Count);
        if (!OpensClause(tokens, mention.Sentence.First, signing.First) || told.Cues.Exists(c => c.Value == AgreementCue.Ahead && c.First < mention.First))
        {
            return false;
        }

        var at = AfterAside(tokens, mention.ChainEnd, end);
        if (at + 1 >= end || words.Has("negator", tokens[at].Folded))
        {
            return false;
        }

        // "a ouvert la voie", "a été saluée", but not "a été reportée"
        if (told.Verbs.FirstOrDefault(v => v.IsFinite && v.First == at) is { Verb: { } verb, Tense: Tense.Past or Tense.Pluperfect } made)
        {
            var name = Folding.Fold(verb);
            return made.IsPassive ? words.Has("hailing", name) && !words.Has("talking-of", name) : lexicon.Of(verb) is AgreementCue.None or AgreementCue.Establish && !words.Has("failing", name);
        }

        var shows = words.Has("signing-shows", tokens[at].Folded) || _articles.IsDefinite(told) && words.Has("signing-helps", tokens[at].Folded);
        return shows && !words.StandsIn("signing-goal", tokens, at + 1, Math.Min(at + GoalReach, end));
    }

    /// <summary>The noun stands at the head of the sentence or behind a comma, its article aside: nothing governs it.</summary>
    private bool OpensClause(TokenList tokens, int first, int noun)
    {
        while (noun > first && words.Has("determiner", tokens[noun - 1].Folded) && !words.Has("of", tokens[noun - 1].Folded))
        {
            noun--;
        }

        return noun == first || tokens[noun - 1].Folded == ",";
    }

    /// <summary><c>du mémorandum, mercredi à Hanoï, marque …</c></summary>
    private static int AfterAside(TokenList tokens, int at, int end)
    {
        if (at >= end || tokens[at].Folded != ",")
        {
            return at;
        }

        var close = Enumerable.Range(at + 1, Math.Max(0, Math.Min(AsideReach, end - at - 1))).FirstOrDefault(i => tokens[i].Folded == ",", -1);
        return close < 0 ? at : close + 1;
    }
}
