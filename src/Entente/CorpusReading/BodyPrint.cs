using Entente.Texts;

namespace Entente.CorpusReading;

/// <summary>
/// A number that two articles share only if their bodies are letter for letter the same, white space apart: FNV-1a over the characters, so that it is
/// the same on every machine and in every part of a corpus.
/// </summary>
internal static class BodyPrint
{
    /// <summary>Letters below which equal bodies say nothing: a lone caption or a formula.</summary>
    private const int MinLength = 120;

    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>The print of an article; 0 for one too short to be told by it.</summary>
    public static ulong Of(ArticleText text)
    {
        var print = Offset;
        var length = 0;
        foreach (var sentence in text.Sentences)
        {
            if (sentence.Section != SectionKind.Body)
            {
                continue;
            }

            foreach (var letter in text.Raw.AsSpan(sentence.Span.Start, sentence.Span.Length))
            {
                if (!char.IsWhiteSpace(letter))
                {
                    print = unchecked((print ^ letter) * Prime);
                    length++;
                }
            }
        }

        return length < MinLength ? 0 : print;
    }
}
