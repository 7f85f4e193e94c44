using System.Buffers.Binary;
using System.Text;

namespace Entente.Texts;

/// <summary>
/// Bytes → text. UTF-8, UTF-16 (with its mark, or plain by the look of it), else Windows-1252. Nothing here throws for
/// what a file holds: an empty, binary, oversized or unreadable file is a text with a warning.
/// </summary>
internal static class SeedReader
{
    /// <summary>Bytes of a seed that are read; an article has a few thousand.</summary>
    public const int Limit = 4 << 20;

    // What Windows-1252 has at 0x80 to 0x9F; the rest is Latin-1. Five places that it leaves open stay control characters.
    private const string Windows1252High = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file; one that cannot be opened or read is an empty text with a warning.</summary>
    public static SeedText ReadFile(string path)
    {
        try
        {
            // Looked at before it is opened: a pipe has no length either, and opening it would wait for a writer.
            if (new FileInfo(path) is { Exists: true, Length: 0 })
            {
                return Read([]);
            }

            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
            var bytes = new byte[(int)Math.Min(stream.Length, Limit + 1)];
            return Read(bytes.AsSpan(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return SeedText.OfNothing("unreadable", $"The file could not be read: {problem.Message}");
        }
    }

    public static SeedText Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return SeedText.OfNothing("empty", "The file is empty.");
        }

        var warnings = new List<ReadingWarning>();
        if (bytes.Length > Limit)
        {
            bytes = bytes[..Limit];
            warnings.Add(new ReadingWarning("truncated", $"The file is longer than {Limit >> 20} MiB; only that much was read."));
        }

        var (text, encoding) = Decode(bytes, warnings);
        if (encoding.Length == 0)
        {
            return SeedText.OfNothing("binary", "The file is not text.");
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            warnings.Add(new ReadingWarning("empty", "The file holds nothing but white space."));
        }

        return new SeedText(text, encoding, warnings);
    }

    private static (string Text, string Encoding) Decode(ReadOnlySpan<byte> bytes, List<ReadingWarning> warnings)
    {
        if (bytes.StartsWith("\uFEFF"u8))
        {
            bytes = bytes[3..];
        }
        else if (bytes.Length >= 2 && BinaryPrimitives.ReadUInt16LittleEndian(bytes) is 0xFEFF or 0xFFFE)
        {
            var bigEndian = bytes[0] == 0xFE;
            return (DecodeUtf16(bytes[2..], bigEndian), bigEndian ? "utf-16be" : "utf-16");
        }
        else if (bytes.IndexOf((byte)0) >= 0)
        {
            return LooksLikeUtf16(bytes) is { } bigEndian ? (DecodeUtf16(bytes, bigEndian), bigEndian ? "utf-16be" : "utf-16") : ("", "");
        }

        if (CountControls(bytes) > bytes.Length / 20)
        {
            return ("", "");
        }

        var whole = WithoutCutCharacter(bytes);
        try
        {
            var text = StrictUtf8.GetString(whole);
            if (whole.Length < bytes.Length)
            {
                warnings.Add(new ReadingWarning("truncated", "The file ends in the middle of a character.", new TextSpan(text.Length, text.Length)));
            }

            return (text, "utf-8");
        }
        catch (DecoderFallbackException)
        {
            return DecodeDamaged(bytes, warnings);
        }
    }

    // Broken UTF-8: Windows-1252 as a rule, but UTF-8 with a few damaged places when most of what is not ASCII decodes.
    private static (string Text, string Encoding) DecodeDamaged(ReadOnlySpan<byte> bytes, List<ReadingWarning> warnings)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var damaged = text.AsSpan().Count('\uFFFD');
        var good = text.AsSpan().Length - damaged - CountAscii(bytes);
        if (good > 4 * damaged)
        {
            var first = text.IndexOf('\uFFFD', StringComparison.Ordinal);
            warnings.Add(new ReadingWarning("encoding", $"{damaged} places are not valid UTF-8.", new TextSpan(first, first + 1)));
            return (text, "utf-8");
        }

        warnings.Add(new ReadingWarning("encoding", "The file is not valid UTF-8; it was read as Windows-1252."));
        return (string.Create(bytes.Length, bytes, static (chars, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                chars[i] = source[i] is >= 0x80 and < 0xA0 ? Windows1252High[source[i] - 0x80] : (char)source[i];
            }
        }), "windows-1252");
    }

    private static string DecodeUtf16(ReadOnlySpan<byte> bytes, bool bigEndian) =>
        (bigEndian ? Encoding.BigEndianUnicode : Encoding.Unicode).GetString(bytes[..(bytes.Length & ~1)]);

    // French in UTF-16 has a zero in nearly every second byte, and none in the others. Null: not UTF-16; true: big endian.
    private static bool? LooksLikeUtf16(ReadOnlySpan<byte> bytes)
    {
        int even = 0, odd = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == 0)
            {
                _ = (i & 1) == 0 ? even++ : odd++;
            }
        }

        var pairs = bytes.Length / 2;
        return odd > pairs * 3 / 4 && even == 0 ? false : even > pairs * 3 / 4 && odd == 0 ? true : null;
    }

    // The bytes without the beginning of a character whose rest is missing.
    private static ReadOnlySpan<byte> WithoutCutCharacter(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var b = bytes[^back];
            if (b < 0x80)
            {
                break;
            }

            if (b >= 0xC0)
            {
                var length = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
                return length > back && back < bytes.Length && HasOtherUtf8(bytes[..^back]) ? bytes[..^back] : bytes;
            }
        }

        return bytes;
    }

    // A lone é at the end is Windows-1252 unless what stands before shows UTF-8.
    private static bool HasOtherUtf8(ReadOnlySpan<byte> bytes) => bytes.ContainsAnyInRange((byte)0xC2, (byte)0xF4);

    private static int CountControls(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        foreach (var b in bytes)
        {
            count += b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C) ? 1 : 0;
        }

        return count;
    }

    private static int CountAscii(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        foreach (var b in bytes)
        {
            count += b < 0x80 ? 1 : 0;
        }

        return count;
    }
}
