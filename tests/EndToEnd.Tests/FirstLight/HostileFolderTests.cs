using System.Text;
using EndToEnd.Tests.Driving;

namespace EndToEnd.Tests.FirstLight;

/// <summary>A folder as people really have it: what can be read is read, and the rest is named.</summary>
public sealed class HostileFolderTests
{
    private const string Article =
        " date 2019-03-05 Le Vietnam et l'Équateur parlent de défense\n\nLe ministre de la Défense, le général Ngo Xuan Lich, a reçu le 5 mars à Hanoï "
        + "l'ambassadeur d'Équateur, Juan Pérez. Les deux parties ont convenu de multiplier les échanges de délégations.\n";

    [Fact]
    public async Task What_can_be_read_is_read_and_the_rest_is_named()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.At("seeds", "sub"));
        File.WriteAllText(folder.At("seeds", "good.txt"), Article);
        File.WriteAllBytes(folder.At("seeds", "sub", "windows.txt"), LatinBytes(Article.Replace("Ngo Xuan Lich", "Phan Van Giang", StringComparison.Ordinal)));
        File.WriteAllBytes(folder.At("seeds", "empty.txt"), []);
        File.WriteAllBytes(folder.At("seeds", "binary.txt"), [.. Enumerable.Range(0, 4096).Select(i => (byte)(i * 37))]);
        File.WriteAllText(folder.At("seeds", "hostile.txt"), "<script>alert(1)</script> =HYPERLINK(\"x\") {{7*7}} " + new string('(', 20_000));

        // A link that leads back to its own folder.
        Directory.CreateSymbolicLink(folder.At("seeds", "sub", "loop"), folder.At("seeds"));

        var outcome = await EntenteCommand.RunAsync(folder.Path, "extract", "seeds", "--out", "tables");
        var documents = File.ReadAllText(folder.At("tables", "documents.csv"));
        var warnings = File.ReadAllText(folder.At("tables", "warnings.csv"));

        Assert.True(outcome.ExitCode == 0, outcome.Error);
        Assert.StartsWith("3 of 5 files read", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("good,", documents, StringComparison.Ordinal);
        Assert.Contains("windows,", documents, StringComparison.Ordinal);
        Assert.Contains("ECU", documents, StringComparison.Ordinal);
        Assert.Contains("empty.txt", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("binary.txt", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("encoding", warnings, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("extract", "nowhere", "--out", "tables")]
    [InlineData("run", "nowhere.ipynb")]
    [InlineData("run", "--seeds", "nowhere")]
    public async Task A_path_that_is_not_there_is_told_in_one_line(params string[] arguments)
    {
        using var folder = new TemporaryFolder();

        var outcome = await EntenteCommand.RunAsync(folder.Path, arguments);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Single(outcome.Error.Trim().Split('\n'));
    }

    // The Latin part of Windows-1252 is Latin-1; the text holds nothing of the rest.
    private static byte[] LatinBytes(string text) => Encoding.Latin1.GetBytes(text);
}
