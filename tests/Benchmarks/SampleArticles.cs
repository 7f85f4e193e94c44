using System.Text;

namespace Benchmarks;

/// <summary>Articles to read: those of the seeds and the development set, each time with other figures, so that no two are equal.</summary>
internal sealed class SampleArticles
{
    private readonly byte[][] originals;

    public SampleArticles()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Entente.slnx")))
        {
            root = root.Parent;
        }

        var folders = new[] { "seeds", "tests/Entente.Tests/Articles" }.Select(f => Path.Combine(root?.FullName ?? "", f)).Where(Directory.Exists);
        originals = [.. folders.SelectMany(f => Directory.EnumerateFiles(f, "*.txt", SearchOption.AllDirectories)).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
        if (originals.Length == 0)
        {
            throw new InvalidOperationException("The benchmarks need the repository around them.");
        }
    }

    public int Originals => originals.Length;

    /// <summary>The article of a number: an original with the figures within its numbers turned on.</summary>
    public byte[] this[int number]
    {
        get
        {
            var bytes = (byte[])originals[number % originals.Length].Clone();
            var round = number / originals.Length;
            for (var i = 1; i + 1 < bytes.Length && round > 0; i++)
            {
                if (char.IsAsciiDigit((char)bytes[i]) && char.IsAsciiDigit((char)bytes[i - 1]) && !char.IsAsciiDigit((char)bytes[i + 1]))
                {
                    bytes[i] = (byte)('0' + ((bytes[i] - '0' + round) % 10));
                    round /= 10;
                }
            }

            return bytes;
        }
    }

    /// <summary>What every reader must at least do: decode, and split into words.</summary>
    public static int DecodeAndSplit(byte[] bytes) =>
        Encoding.UTF8.GetString(bytes).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
