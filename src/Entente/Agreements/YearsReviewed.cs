using Entente.Clauses;
using Entente.Meetings;

namespace Entente.Agreements;

/// <summary>
/// Tells a paragraph that goes through what two sides have made over the years: <c>En 2013, ils ont signé une déclaration commune. … Les deux parlements ont signé des conventions</c>. What it tells
/// without a date is of no day in particular.
/// </summary>
internal sealed class YearsReviewed(AgreementLexicon lexicon)
{
    /// <summary>How far into its sentence the year stands that opens it, in tokens.</summary>
    private const int Opening = 2;

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
