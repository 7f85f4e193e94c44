using Entente.Clauses;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>
/// Finds names of instruments and the right end of their titles: complements (<c>sur la coopération dans l'industrie de défense</c>) belong to
/// the title, a finite verb, a relative clause, a date of signing or the next instrument end it.
/// </summary>
internal sealed class InstrumentFinder(AgreementLexicon lexicon, WordSets words)
{
    private const int MaxTitle = 60;

    public IReadOnlyList<InstrumentMention> Find(ArticleContext context, Sentence sentence)
    {
        var matches = lexicon.Names.Find(context.Text, sentence).ToList();
        var found = new List<InstrumentMention>();
        var end = sentence.First + sentence.Count;
        for (var i = 0; i < matches.Count; i++)
        {
            if (matches[i].Value.Instrument is null)
            {
                continue;
            }

            var zoneEnd = i + 1 < matches.Count && matches[i + 1].Value.Instrument is not null ? matches[i + 1].First : end;
            var titleEnd = TitleEnd(context, sentence, matches[i].Next, Math.Min(zoneEnd, matches[i].Next + MaxTitle));
            if (matches[i].Value.IsCited)
            {
                // The lexicon has the whole name; only a year may follow ("CNUDM de 1982").
                titleEnd = Math.Min(titleEnd, matches[i].Next + 2);
                titleEnd = titleEnd == matches[i].Next + 2 && char.IsAsciiDigit(context.Text.Tokens[titleEnd - 1].Text[0]) ? titleEnd : matches[i].Next;
            }

            // "protocole sur le plan de coopération": an instrument within the title of another.
            if (found.Count > 0 && matches[i].First < found[^1].TitleEnd)
            {
                continue;
            }

            found.Add(new InstrumentMention(matches[i].Value, sentence, matches[i].First, matches[i].Next, titleEnd, zoneEnd)
            {
                ZoneFirst = found.Count > 0 ? found[^1].TitleEnd : sentence.First,
            });
        }

        return found;
    }

    private int TitleEnd(ArticleContext context, Sentence sentence, int from, int limit)
    {
        var tokens = context.Text.Tokens;
        var verbs = context.Verbs[sentence.Index];
        var end = from;
        for (var i = from; i < limit; i++)
        {
            var token = tokens[i];
            if (token.Folded is "," && ContinuesList(context, sentence, i, limit))
            {
                continue;
            }

            if (words.Has("title-end", token.Folded) && !(token.Folded == "a" && token.Text != "a") || token.Kind == TokenKind.Punctuation && token.Folded is not "-" and not "/" and not "'" and not "." and not "°"
                || token.Folded == "." && i + 1 >= limit
                || verbs.Any(v => (v.IsFinite || v.Tense == Tense.Participle && words.Has("making", tokens[v.Anchor].Folded)) && v.First == i)
                || token.Folded is "en" && i + 1 < limit && (char.IsAsciiDigit(tokens[i + 1].Text[0]) || context.Dates.Mentions.Any(d => d.First >= i && d.First <= i + 1))
                || token.Folded is "." && context.Text.Tokens[i].SpaceBefore)
            {
                break;
            }

            end = i + 1;
        }

        while (end > from && (tokens[end - 1].Kind == TokenKind.Punctuation || words.Has("determiner", tokens[end - 1].Folded) || tokens[end - 1].Folded is "et" or "sur" or "dans"))
        {
            end--;
        }

        return end;
    }

    /// <summary>A comma inside a long title: a list goes on, and <c>, signé en 2007</c> closes it.</summary>
    private bool ContinuesList(ArticleContext context, Sentence sentence, int comma, int limit)
    {
        var tokens = context.Text.Tokens;
        if (comma + 1 >= limit || !words.Has("list-head", tokens[comma + 1].Folded))
        {
            return false;
        }

        for (var i = comma + 2; i < Math.Min(limit, comma + 40); i++)
        {
            if (context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First == i))
            {
                return false;
            }

            if (tokens[i].Folded == "," && i + 1 < limit && words.Has("making", tokens[i + 1].Folded))
            {
                return true;
            }
        }

        return false;
    }
}
