using System.Text;
using CsCheck;
using Entente.Texts;

namespace Entente.Tests.Texts;

public sealed class SeedReaderTests
{
    private const string Text = "Hanoï : l’entretien, Phùng Quang Thanh";

    public static TheoryData<string, byte[]> Encodings() => new()
    {
        { "utf-8", Encoding.UTF8.GetBytes(Text) },
        { "utf-8", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)] },
        { "utf-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)] },
        { "utf-16be", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Text)] },
        { "utf-16be", Encoding.BigEndianUnicode.GetBytes(Text) },
        { "windows-1252", [.. Text.Select(c => c == '’' ? (byte)0x92 : (byte)c)] },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Decodes(string encoding, byte[] bytes)
    {
        var seed = SeedReader.Read(bytes);
        if (encoding != "utf-16be" || bytes[0] == 0xFE)
        {
            Assert.Equal(Text, seed.Text);
        }

        Assert.Equal(encoding == "windows-1252" ? ["encoding"] : [], seed.Warnings.Select(w => w.Code));
        Assert.Equal(encoding, seed.Encoding);
    }

    [Theory]
    [InlineData("empty", "")]
    [InlineData("empty", " \n\r\n")]
    [InlineData("binary", "PNG\0\u0001\u0002\0\0abc")]
    [InlineData("binary", "\u0001\u0002\u0003\u0004 abc")]
    public void Says_why_there_is_no_text(string code, string bytes) =>
        Assert.Equal([code], SeedReader.Read(Encoding.Latin1.GetBytes(bytes)).Warnings.Select(w => w.Code));

    [Fact]
    public void A_file_cut_within_a_character_is_truncated()
    {
        var seed = SeedReader.Read(Encoding.UTF8.GetBytes("déjà é").AsSpan()[..^1]);
        Assert.Equal(("déjà ", "utf-8"), (seed.Text, seed.Encoding));
        Assert.Equal(["truncated"], seed.Warnings.Select(w => w.Code));
    }

    [Fact]
    public void A_damaged_place_leaves_the_rest_in_UTF8()
    {
        var seed = SeedReader.Read([.. Encoding.UTF8.GetBytes("été à la fenêtre, réunis, cédé"), 0xFF, .. " fin"u8]);
        Assert.StartsWith("été à", seed.Text, StringComparison.Ordinal);
        Assert.Equal(["encoding"], seed.Warnings.Select(w => w.Code));
    }

    [Fact]
    public void A_file_that_is_too_long_is_read_to_the_limit()
    {
        var seed = SeedReader.Read(new byte[SeedReader.Limit + 10].Select(_ => (byte)'a').ToArray());
        Assert.Equal(SeedReader.Limit, seed.Text.Length);
        Assert.Equal(["truncated"], seed.Warnings.Select(w => w.Code));
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_warning() =>
        Assert.Equal(["unreadable"], SeedReader.ReadFile(Path.Combine(AppContext.BaseDirectory, "none.txt")).Warnings.Select(w => w.Code));

    [Fact]
    public void No_bytes_throw() => Gen.Byte.Array[0, 200].Sample(bytes =>
    {
        var seed = SeedReader.Read(bytes);
        Assert.True(seed.Text.Length > 0 || seed.Warnings.Count > 0);
        Assert.All(seed.Warnings, w => Assert.InRange(w.Span.End, 0, seed.Text.Length));
    });
}
