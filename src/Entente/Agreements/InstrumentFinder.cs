using Entente.Clauses;
using Entente.Lexicons;
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
        var matches = lexicon.Names.Find(context.Text, sentence);
        var found = new List<InstrumentMention>();
        var end = sentence.First + sentence.Count;
        for (var i = 0; i < matches.Count; i++)
        {
            var another = matches[i].Value.IsAnother;
            // "celui signé en 2009"; any other "celui" may stand for anything.
            if (another && matches[i].Count == 1 && !words.Has("making", context.Text.Tokens[matches[i].Next].Folded))
            {
                continue;
            }

            // "l'accord de libre-échange (EVFTA)": another name of the one before.
            if (found.Count > 0 && (!matches[i].Value.IsCited || found[^1].Name.Treaty == InstrumentName.AnyTreaty) && matches[i].First > sentence.First && context.Text.Tokens[matches[i].First - 1].Folded == "("
                && matches[i].First - 1 <= found[^1].EndOfTitle && matches[i].Value.Instrument == found[^1].Name.Instrument)
            {
                continue;
            }

            if (matches[i].Value.Instrument is null && !another || another && found.Count == 0 || found.Count > 0 && matches[i].First < found[^1].TitleEnd)
            {
                continue;
            }

            var next = i + 1;
            while (next < matches.Count && (matches[next].Value.Instrument is null && !matches[next].Value.IsAnother || IsSubject(context, sentence, matches[i], matches[next])))
            {
                next++;
            }

            var zoneEnd = next < matches.Count ? matches[next].First : end;
            var titleEnd = TitleEnd(context, sentence, matches[i].Next, Math.Min(zoneEnd, matches[i].Next + MaxTitle), matches[i].Value.Instrument == Instrument.Partnership);
            if (matches[i].Value is { IsCited: true, Treaty: not InstrumentName.AnyTreaty })
            {
                // The lexicon has the whole name; only a year may follow ("CNUDM de 1982").
                titleEnd = titleEnd >= matches[i].Next + 2 && char.IsAsciiDigit(context.Text.Tokens[matches[i].Next + 1].Text[0]) ? matches[i].Next + 2 : matches[i].Next;
            }

            found.Add(new InstrumentMention(another ? found[^1].Name : matches[i].Value, sentence, matches[i].First, matches[i].Next, titleEnd, zoneEnd)
            {
                ZoneFirst = found.Count > 0 ? found[^1].TitleEnd : sentence.First,
                Antecedent = another ? found[^1] : null,
                NamesParties = Enumerable.Range(matches[i].Next, Math.Max(0, titleEnd - matches[i].Next)).Any(at => context.Text.Tokens[at].Folded is "avec" or "entre"),
                IsPlural = !matches[i].Value.IsCited && words.Has("instruments", context.Text.Tokens[matches[i].First].Folded),
            });
        }

        Chain(context, found);
        return found;
    }

    /// <summary>Instruments joined by <c>et</c> or a comma, with nothing but their articles between, share what governs them.</summary>
    private void Chain(ArticleContext context, List<InstrumentMention> found)
    {
        for (var i = 1; i < found.Count; i++)
        {
            if (Joined(context, found[i - 1].TitleEnd, found[i].First))
            {
                found[i] = found[i] with { ChainFirst = found[i - 1].ChainFirst };
            }
        }

        for (var i = found.Count - 2; i >= 0; i--)
        {
            if (found[i + 1].ChainFirst < found[i + 1].First)
            {
                found[i] = found[i] with { ChainEnd = found[i + 1].ChainEnd, ChainZoneEnd = found[i + 1].ChainZoneEnd };
            }
        }
    }

    private bool Joined(ArticleContext context, int from, int until)
    {
        var joined = false;
        for (var i = from; i < until; i++)
        {
            var folded = context.Text.Tokens[i].Folded;
            if (!words.Has("instrument-joint", folded))
            {
                return false;
            }

            joined |= folded is "et" or "," or "ainsi";
        }

        return joined;
    }

    /// <summary><c>protocole sur la mise en œuvre de l'accord</c>: the second is what the first is about.</summary>
    private bool IsSubject(ArticleContext context, Sentence sentence, PhraseMatch<InstrumentName> outer, PhraseMatch<InstrumentName> inner)
    {
        var tokens = context.Text.Tokens;
        if (!words.Has("subject-lead", tokens[outer.Next].Folded) || outer.Value.Instrument is Instrument.Partnership || inner.First - outer.Next > 8)
        {
            return false;
        }

        for (var i = outer.Next; i < inner.First; i++)
        {
            // "sur l'élévation des relations au rang de partenariat stratégique" tells the rank as well.
            if (tokens[i].Folded is "et" or "," || inner.Value.Instrument is Instrument.Partnership && words.Has("rank-setup", tokens[i].Folded) || context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First == i))
            {
                return false;
            }
        }

        return true;
    }

    private int TitleEnd(ArticleContext context, Sentence sentence, int from, int limit, bool isRank)
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
                || token.Folded == "." && (i + 1 >= limit || token.SpaceBefore)
                || verbs.Any(v => (v.IsFinite || v.Tense == Tense.Participle && words.Has("making", tokens[v.Anchor].Folded)) && v.First == i)
                || lexicon.IsPredicate(token.Text) && !words.Has("determiner", tokens[i - 1].Folded)
                || token.Folded is "en" && i + 1 < limit && (char.IsAsciiDigit(tokens[i + 1].Text[0]) || context.DatesIn[sentence.Index].Any(d => d.First >= i && d.First <= i + 1))
                // "porter le partenariat stratégique à une nouvelle hauteur"
                || isRank && (token.Text == "à" || token.Folded == "au")
                // "un accord de coopération vendredi dernier"
                || token.Folded is "le" or "lundi" or "mardi" or "mercredi" or "jeudi" or "vendredi" or "samedi" or "dimanche" && context.DatesIn[sentence.Index].Any(d => d.First >= i && d.First <= i + 1)
                // "un accord-cadre et un contrat", "cette convention et sa mise en œuvre": a second thing, with an article of its own.
                || token.Folded is "et" && i + 1 < limit && words.Has("second-thing", tokens[i + 1].Folded))
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
