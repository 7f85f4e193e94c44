using Entente.Lexicons;

namespace Entente.Texts;

/// <summary>
/// Cuts text into words, numbers and punctuation marks. Every character that is neither white space nor invisible belongs
/// to exactly one token. A number keeps what is written onto it (<c>47e</c>, <c>1er</c>, <c>3,5</c>), a word its digits (<c>G20</c>).
/// </summary>
internal sealed class Tokenizer(Vocabulary vocabulary, ElisionSet elisions)
{
    private static readonly Lazy<Tokenizer> SharedFrench = new(() => new Tokenizer(new Vocabulary(), new ElisionSet(LexiconFile.Load("fr/elisions.tsv"))));

    /// <summary>The tokenizer of French text and lexicons; its vocabulary is shared by all.</summary>
    public static Tokenizer French => SharedFrench.Value;

    /// <summary>The words that elide, by which the tokenizer cuts at apostrophes.</summary>
    public ElisionSet Elisions => elisions;

    /// <summary>The words of a phrase of a lexicon.</summary>
    public TokenList TokenizePhrase(string phrase)
    {
        var tokens = new TokenList();
        Tokenize(phrase, new TextSpan(0, phrase.Length), tokens, keep: true);
        return tokens;
    }

    /// <summary>Adds the tokens of a stretch of <paramref name="text"/> to <paramref name="tokens"/>.</summary>
    public void Tokenize(string text, TextSpan span, TokenList tokens, bool keep = false)
    {
        var spaceBefore = true;
        for (var at = span.Start; at < span.End;)
        {
            var c = text[at];
            if (IsBlank(c))
            {
                spaceBefore = true;
                at++;
                continue;
            }

            var (end, kind) = LetterTable.IsLetter(c) ? (EndOfWord(text, at, span.End), TokenKind.Word)
                : char.IsAsciiDigit(c) ? (EndOfNumber(text, at, span.End), TokenKind.Number)
                : (EndOfMark(text, at, span.End), TokenKind.Punctuation);
            tokens.Add(Create(text, at, end, kind, spaceBefore, keep));
            spaceBefore = false;
            at = end;
        }
    }

    /// <summary>The token from <paramref name="start"/> to <paramref name="end"/>, whose bounds the caller knows.</summary>
    public Token Create(string text, int start, int end, TokenKind kind, bool spaceBefore, bool keep = false)
    {
        var form = vocabulary[text.AsSpan(start, end - start), keep];
        return new Token(start, end, kind, form, spaceBefore);
    }

    /// <summary>White space, control characters, and invisible characters outside a word.</summary>
    public static bool IsBlank(char c) => LetterTable.IsBlank(c);

    private int EndOfWord(string text, int start, int end)
    {
        var at = start + 1;
        for (; at < end; at++)
        {
            var c = text[at];
            if (LetterTable.IsInWord(c))
            {
                continue;
            }

            if (!Folding.IsApostrophe(c))
            {
                break;
            }

            if (elisions.Contains(text.AsSpan(start, at - start)))
            {
                return at + 1;
            }

            if (at + 1 >= end || !char.IsLetter(text[at + 1]))
            {
                break;
            }
        }

        return at;
    }

    private static int EndOfNumber(string text, int start, int end)
    {
        var at = start + 1;
        while (at < end && (char.IsLetterOrDigit(text[at]) || (text[at] is '.' or ',' && at + 1 < end && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]))))
        {
            at++;
        }

        return at;
    }

    private static int EndOfMark(string text, int start, int end)
    {
        var at = start + 1;
        if (text[start] == '.')
        {
            while (at < end && text[at] == '.')
            {
                at++;
            }

            // Three dots or more are one mark; two are a slip, and two marks.
            return at - start >= 3 ? at : start + 1;
        }

        return char.IsHighSurrogate(text[start]) && at < end && char.IsLowSurrogate(text[at]) ? at + 1 : at;
    }
}
