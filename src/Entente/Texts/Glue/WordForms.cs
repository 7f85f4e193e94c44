using System.IO.Compression;
using System.Text;
using Entente.Lexicons;

namespace Entente.Texts.Glue;

/// <summary>
/// The forms of French words (440,000) as a graph of letters: common words in lower case, names with their capital. Loaded
/// when first asked, in a few milliseconds.
/// </summary>
internal sealed class WordForms
{
    // An edge: letter in the low seven bits, last edge of its node, end of a word, then the first edge of the node it leads to, plus one.
    private const uint LetterMask = 0x7F;
    private const uint LastEdge = 0x80;
    private const uint EndsWord = 0x100;
    private const int TargetShift = 9;

    private static readonly Lazy<WordForms> SharedFrench = new(() => new WordForms("fr/word-forms.dawg.gz"));

    private readonly uint[] edges;
    private readonly byte[] letters = new byte[0x300];
    private readonly string[] foldedLetters;

    private WordForms(string name)
    {
        using var stream = new BinaryReader(new GZipStream(LexiconFile.Open(name), CompressionMode.Decompress));
        _ = ReadText(stream, name);
        var alphabet = ReadText(stream, name);
        var count = stream.ReadInt32();
        if (alphabet.Length > LetterMask || count <= 0)
        {
            throw new LexiconException(name, 0, "the file is damaged");
        }

        // The four bytes of the edges stand in four columns, which pack better.
        edges = new uint[count];
        var column = new byte[count];
        for (var shift = 0; shift < 32; shift += 8)
        {
            stream.BaseStream.ReadExactly(column);
            for (var i = 0; i < count; i++)
            {
                edges[i] |= (uint)column[i] << shift;
            }
        }

        Array.Fill(letters, (byte)LetterMask);
        foldedLetters = new string[alphabet.Length];
        for (var i = 0; i < alphabet.Length; i++)
        {
            if (alphabet[i] < letters.Length)
            {
                letters[alphabet[i]] = (byte)i;
            }

            foldedLetters[i] = char.IsUpper(alphabet[i]) ? "" : Folding.Fold(alphabet.AsSpan(i, 1));
        }
    }

    public static WordForms French => SharedFrench.Value;

    /// <summary>Whether a word is known letter for letter.</summary>
    public bool Contains(ReadOnlySpan<char> word)
    {
        uint node = 1;
        var ends = false;
        foreach (var c in word)
        {
            if (node == 0 || !TryEdge(node - 1, c < letters.Length ? letters[c] : LetterMask, out var edge))
            {
                return false;
            }

            ends = (edge & EndsWord) != 0;
            node = edge >> TargetShift;
        }

        return ends;
    }

    /// <summary>Whether a common word is known but for its diacritics; <paramref name="folded"/> is in lower case without any.</summary>
    public bool ContainsFolded(ReadOnlySpan<char> folded) => folded.Length > 0 && ContainsFolded(0, folded);

    private bool ContainsFolded(uint node, ReadOnlySpan<char> folded)
    {
        for (var i = node; ; i++)
        {
            var edge = edges[i];
            var letter = foldedLetters[edge & LetterMask];
            if (letter.Length > 0 && folded.StartsWith(letter))
            {
                var rest = folded[letter.Length..];
                if (rest.IsEmpty ? (edge & EndsWord) != 0 : edge >> TargetShift != 0 && ContainsFolded((edge >> TargetShift) - 1, rest))
                {
                    return true;
                }
            }

            if ((edge & LastEdge) != 0)
            {
                return false;
            }
        }
    }

    /// <summary>The common words that begin with <paramref name="folded"/>, both without diacritics; none for a beginning that no word has.</summary>
    public IEnumerable<string> BeginningWith(string folded) => BeginningWith(0, "", folded);

    private IEnumerable<string> BeginningWith(uint node, string before, string folded)
    {
        for (var i = node; ; i++)
        {
            var edge = edges[i];
            var letter = foldedLetters[edge & LetterMask];
            var isOnWay = folded.Length == 0 || letter.StartsWith(folded, StringComparison.Ordinal) || folded.StartsWith(letter, StringComparison.Ordinal);
            if (letter.Length > 0 && isOnWay)
            {
                var (word, rest) = (before + letter, folded.Length > letter.Length ? folded[letter.Length..] : "");
                if (rest.Length == 0 && (edge & EndsWord) != 0)
                {
                    yield return word;
                }

                if (edge >> TargetShift != 0)
                {
                    foreach (var longer in BeginningWith((edge >> TargetShift) - 1, word, rest))
                    {
                        yield return longer;
                    }
                }
            }

            if ((edge & LastEdge) != 0)
            {
                yield break;
            }
        }
    }

    private bool TryEdge(uint node, uint letter, out uint edge)
    {
        for (var i = node; ; i++)
        {
            edge = edges[i];
            if ((edge & LetterMask) == letter)
            {
                return true;
            }

            if ((edge & LastEdge) != 0)
            {
                return false;
            }
        }
    }

    private static string ReadText(BinaryReader stream, string name)
    {
        var bytes = new byte[stream.ReadUInt16()];
        return stream.Read(bytes) == bytes.Length ? Encoding.UTF8.GetString(bytes) : throw new LexiconException(name, 0, "the file is damaged");
    }
}
