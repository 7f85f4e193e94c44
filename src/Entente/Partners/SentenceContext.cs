using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Partners;

/// <summary>A sentence with what the gazetteer found in it: what the rules look at.</summary>
internal sealed class SentenceContext(TokenList tokens, Sentence sentence, List<PhraseMatch<GazetteerEntry>> matches, string home)
{
    private static readonly WordIds Verbs = LoadVerbs();

    public TokenList Tokens => tokens;

    public Sentence Sentence => sentence;

    public List<PhraseMatch<GazetteerEntry>> Matches => matches;

    public int First => sentence.First;

    /// <summary>Index after the last token that is no full stop: rules see the end of the sentence there.</summary>
    public int End { get; } = EndOf(tokens, sentence);

    public bool Is(int at, ContextClass named) => named switch
    {
        ContextClass.Any => tokens[at].Kind != TokenKind.Punctuation,
        ContextClass.Capital => tokens[at].IsCapitalized,
        ContextClass.Number => tokens[at].Kind == TokenKind.Number,
        ContextClass.Verb => Verbs.Contains(tokens[at].Id),
        ContextClass.State => EntryAt(at) is { Codes.Count: > 0 },
        ContextClass.Home => EntryAt(at) is { Codes.Count: 1 } entry && entry.Codes[0] == home,
        _ => false,
    };

    /// <summary>Whether one of <paramref name="words"/> stands in the sentence.</summary>
    public bool Holds(WordIds words)
    {
        for (var i = First; i < End; i++)
        {
            if (words.Contains(tokens[i].Id))
            {
                return true;
            }
        }

        return false;
    }

    private GazetteerEntry? EntryAt(int at)
    {
        foreach (var match in matches)
        {
            if (at >= match.First && at < match.Next)
            {
                return match.Value;
            }
        }

        return null;
    }

    private static int EndOf(TokenList tokens, Sentence sentence)
    {
        var end = sentence.First + sentence.Count;
        while (end > sentence.First && tokens[end - 1].Folded is "." or "!" or "?" or "...")
        {
            end--;
        }

        return end;
    }

    private static WordIds LoadVerbs()
    {
        var verbs = new WordIds();
        foreach (var row in LexiconFile.Load("fr/state-verbs.tsv").Rows)
        {
            foreach (var form in row.List("forms"))
            {
                verbs.Add(Tokenizer.French.TokenizePhrase(form)[0].Id);
            }
        }

        return verbs;
    }
}
