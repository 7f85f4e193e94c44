using Entente.Clauses;
using Entente.Dates;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>Tells the day on which somebody speaks from that of an instrument of which he does: <c>renforcer le partenariat intégral, a déclaré X lors d'un point de presse tenu le 4 mai</c>.</summary>
internal sealed class SpeechDay(WordSets words)
{
    /// <summary>A verb of saying set apart behind the instrument has the date, unless the text goes on behind a comma: <c>le mémorandum, a rappelé X, signé le 4 mai</c>.</summary>
    public bool Holds(ArticleContext context, InstrumentMention mention, DateMention date)
    {
        var tokens = context.Text.Tokens;
        return context.Verbs[mention.Sentence.Index].Any(v => v.IsFinite && v.First > mention.EndOfTitle && v.End <= date.First && words.Has("remark", Folding.Fold(v.Verb))
            && words.Has("list-mark", tokens[v.First - 1].Folded) && !words.StandsIn("list-mark", tokens, v.End, date.First));
    }
}
