namespace Entente.Texts;

/// <summary>
/// Cuts the tokens of sections into sentences. A sentence never leaves its section; a line break ends it, unless the next
/// line goes on in lower case, or it breaks off at a word that wants another (text wrapped at a width: <c>la République de</c>).
/// </summary>
internal sealed class SentenceSplitter(AbbreviationSet abbreviations)
{
    /// <summary>The sentences of all sections; <paramref name="tokens"/> are those of the sections that <paramref name="sections"/> lists, in order.</summary>
    public List<Sentence> Split(string raw, IEnumerable<Section> sections, TokenList tokens)
    {
        var sentences = new List<Sentence>();
        var paragraphs = new ParagraphCounter(raw);
        var next = 0;
        foreach (var section in sections)
        {
            while (next < tokens.Count && tokens[next].Start < section.Span.End)
            {
                var first = next;
                next = EndOfSentence(raw, tokens, first, section.Span.End);
                sentences.Add(new Sentence(
                    sentences.Count, first, next - first, new TextSpan(tokens[first].Start, tokens[next - 1].End), section.Kind, paragraphs.At(tokens[first].Start)));
            }
        }

        return sentences;
    }

    private int EndOfSentence(string raw, TokenList tokens, int first, int sectionEnd)
    {
        for (var at = first; ; at++)
        {
            if (at + 1 >= tokens.Count || tokens[at + 1].Start >= sectionEnd || BreaksLine(raw, tokens[at], tokens[at + 1]) && !GoesOnAsList(tokens, first, at + 1))
            {
                return at + 1;
            }

            if (IsTerminal(tokens[at]) && at > first)
            {
                var last = WithClosingMarks(tokens, at, sectionEnd);
                if (last + 1 >= tokens.Count || tokens[last + 1].Start >= sectionEnd || BreaksLine(raw, tokens[last], tokens[last + 1])
                    || StartsSentence(tokens, at, last + 1))
                {
                    return last + 1;
                }
            }
        }
    }

    private static bool IsTerminal(in Token token) => token.Kind == TokenKind.Punctuation && (token.Text[0] is '.' or '!' or '?' or '…');

    // « … paix. » and (… paix.) end after the mark that closes them.
    private static int WithClosingMarks(TokenList tokens, int at, int sectionEnd)
    {
        while (at + 1 < tokens.Count && tokens[at + 1].Start < sectionEnd
            && (IsTerminal(tokens[at + 1]) || tokens[at + 1].Text is "»" or "”" or ")" or "]" || (tokens[at + 1].Text == "\"" && !tokens[at + 1].SpaceBefore)))
        {
            at++;
        }

        return at;
    }

    private bool StartsSentence(TokenList tokens, int stop, int next)
    {
        ref readonly var following = ref tokens[next];
        ref readonly var word = ref tokens[stop - 1];
        if (tokens[stop].Text == "." && word.Kind == TokenKind.Word && abbreviations.NeverEnds(word))
        {
            return false;
        }

        if (following.Kind == TokenKind.Number && tokens[stop].Text == "." && abbreviations.Contains(word))
        {
            return false;
        }

        // 1982.Ils: a stop without a space ends a sentence only between a word of lower case (or a number) and a capitalised one (not vnanet.vn, S.E.).
        if (!following.SpaceBefore && following.Kind == TokenKind.Word)
        {
            return following.IsCapitalized && following.Length > 1 && (word.Kind == TokenKind.Number || (word.Kind == TokenKind.Word && !word.IsCapitalized));
        }

        return following.Kind switch
        {
            TokenKind.Word => following.IsCapitalized,
            TokenKind.Number => following.SpaceBefore,
            _ => following.Folded is "\"" or "-" or "(" or "[" or "..." && following.SpaceBefore,
        };
    }

    private static bool BreaksLine(string raw, in Token before, in Token after)
    {
        var gap = raw.AsSpan(before.End, after.Start - before.End);
        if (gap is [] or [' '])
        {
            return false;
        }

        var lineEnd = gap.IndexOfAny("\n\r\u2028\u2029");
        return lineEnd >= 0
            && (after.Kind != TokenKind.Word || !char.IsLower(after.Text[0]) && !WordSets.French.Has("line-goes-on", before.Folded) || IsTerminal(before) || gap.Count('\n') > 1);
    }

    /// <summary><c>s'est entretenu avec :</c> and lines behind it that a dash or a bullet opens: the people of one sentence.</summary>
    private static bool GoesOnAsList(TokenList tokens, int first, int next)
    {
        if (!IsBullet(tokens[next]))
        {
            return false;
        }

        // The line that ends with the word that joins them, or one of the list before.
        var (mark, word) = (tokens[next - 1].Text, next - 2);
        return mark == ":" && word > first && (WordSets.French.Has("with", tokens[word].Folded) || WordSets.French.Has("agent", tokens[word].Folded))
            || mark is ";" or "," && IsInList(tokens, first, next - 1);
    }

    private static bool IsInList(TokenList tokens, int first, int until)
    {
        for (var i = until - 1; i > first; i--)
        {
            if (IsBullet(tokens[i]) && tokens[i - 1].Text == ":")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBullet(in Token token) => token.Text is "-" or "–" or "—" or "•" or "*" or "·" or "+";

    // Counts paragraphs while offsets go forward.
    private struct ParagraphCounter(string raw)
    {
        private int at;
        private int count;
        private bool afterText;

        public int At(int offset)
        {
            while (at < offset)
            {
                if (afterText)
                {
                    // What counts after text is where its line ends.
                    var end = raw.AsSpan(at, offset - at).IndexOfAny('\n', '\r');
                    count += end < 0 ? 0 : 1;
                    afterText = end < 0;
                    at = end < 0 ? offset : at + end;
                }
                else
                {
                    afterText = !Tokenizer.IsBlank(raw[at++]);
                }
            }

            return count;
        }
    }
}
