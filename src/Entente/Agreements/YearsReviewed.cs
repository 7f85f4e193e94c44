using Entente.Clauses;
using Entente.Meetings;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>
/// Tells a paragraph that goes through what two sides have made over the years: <c>En 2013, ils ont signé une déclaration commune. … Les deux parlements ont signé des conventions</c>. What it tells
/// without a date is of no day in particular.
/// </summary>
internal sealed class YearsReviewed(AgreementLexicon lexicon, WordSets words)
{
    /// <summary>How far into its sentence the year stands that opens it, in tokens.</summary>
    private const int Opening = 2;

    /// <summary><c>a salué l'essor des liens, surtout après la signature du mémorandum</c>: whoever speaks of what has come since speaks of a day before.</summary>
    public bool IsLookedBackOn(ArticleContext context, InstrumentMention mention)
    {
        const int Lead = 6;
        var (tokens, first) = (context.Text.Tokens, mention.Sentence.First);
        var noun = Enumerable.Range(Math.Max(first, mention.First - Lead), mention.First - Math.Max(first, mention.First - Lead)).LastOrDefault(i => words.Has("signing-noun", tokens[i].Folded), -1);
        return noun - 2 > first && words.Has("before-after", tokens[noun - 2].Folded) && words.Has("definite", tokens[noun - 1].Folded)
            && context.Verbs[mention.Sentence.Index].Exists(v => v.IsFinite && v.End < noun && words.Has("remark", Folding.Fold(v.Verb)));
    }

    public bool Contains(ArticleContext context, InstrumentMention mention, IReadOnlyList<Meeting> held)
    {
        var (sentences, own) = (context.Text.Sentences, mention.Sentence);
        for (var s = own.Index - 1; s >= 0 && sentences[s].Paragraph == own.Paragraph && sentences[s].Section == own.Section; s--)
        {
            // "En 2013, ils ont signé une déclaration. Le ministre X a reçu Y lundi. Ils ont signé un plan": the paragraph has turned to the news.
            if (held.Any(m => m.Evidence.Start == sentences[s].Span.Start))
            {
                return false;
            }

            // The year opens what is told of it; "appliquent l'accord signé en 2009" is no review.
            if (context.Dates.ArticleDate.From is { } now && context.DatesIn[s].Find(d => d.Resolved.Date is { Year: > 0, Month: 0 } year && year.Year < now.Year && !d.Expression.IsRange && d.First - sentences[s].First <= Opening) is { } told
                && context.Verbs[s].Exists(v => v is { IsFinite: true, Tense: Tense.Past or Tense.Pluperfect } && v.First >= told.End && lexicon.Of(v.Verb) is AgreementCue.Sign or AgreementCue.Establish))
            {
                return true;
            }
        }

        return false;
    }
}
