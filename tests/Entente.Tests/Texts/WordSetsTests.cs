using System.Text.RegularExpressions;
using Entente.Lexicons;
using Entente.Tests.Articles;
using Entente.Texts;

namespace Entente.Tests.Texts;

/// <summary>A new language is data and no rewrite: the rules name sets of words, and no word.</summary>
public sealed partial class WordSetsTests
{
    /// <summary>Words of French that the code still compares with: verbs by their infinitive. The number only goes down.</summary>
    private const int LeftInCode = 60;

    /// <summary>Of two sets that hold the same forms in French, those that are other words elsewhere.</summary>
    private static readonly string[] s_homographs = ["article clitic-object", "plural-article those"];

    [Fact]
    public void The_code_compares_with_no_word_of_French()
    {
        var left = CodeLines().SelectMany(line => ComparedWord().Matches(line.Text).Select(match => $"{line.File}: {match.Value}")).ToList();

        Assert.True(left.Count <= LeftInCode, $"{left.Count} words, {LeftInCode} are allowed:\n" + string.Join('\n', left));
    }

    [Fact]
    public void No_two_sets_hold_the_same_words()
    {
        var twice = Sets().GroupBy(set => string.Join(' ', set.Words), set => set.Name).Where(names => names.Count() > 1).Select(names => string.Join(' ', names.Order(StringComparer.Ordinal)));

        Assert.Equal(s_homographs, twice.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_set_is_named_in_the_code()
    {
        var code = string.Join('\n', CodeLines().Select(line => line.Text));

        var unnamed = Sets().Select(set => set.Name).Where(name => !code.Contains($"\"{name}\"", StringComparison.Ordinal)).ToList();

        Assert.Empty(unnamed);
    }

    [Theory]
    [InlineData("to", "à", true)]
    [InlineData("to", "a", false)]
    [InlineData("has", "a", true)]
    [InlineData("has", "A", false)]
    [InlineData("where", "ou", false)]
    public void A_word_is_told_from_another_by_its_accent(string set, string text, bool expected) =>
        Assert.Equal(expected, WordSets.French.HasWritten(set, text));

    [Theory]
    [InlineData("infinitive-ending", "convenir", 2)]
    [InlineData("infinitive-ending", "accord", 0)]
    [InlineData("ordinal-ending", "12eme", 3)]
    [InlineData("future-ending", "iront", 4)]
    [InlineData("future-ending", "", 0)]
    public void An_ending_is_found_by_its_letters(string set, string folded, int length) =>
        Assert.Equal(length, WordSets.French.EndingsOf(set).LengthIn(folded));

    private static IEnumerable<(string Name, IReadOnlyList<string> Words)> Sets() =>
        LexiconFile.Load("fr/word-sets.tsv").Rows.GroupBy(row => row.Required("set"))
            .Select(rows => (rows.Key, (IReadOnlyList<string>)[.. rows.SelectMany(row => row.List("words", ' ')).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]));

    private static IEnumerable<(string File, string Text)> CodeLines() =>
        from file in Directory.EnumerateFiles(Path.GetFullPath(Path.Combine(TestFolders.Seeds, "..", "src", "Entente")), "*.cs", SearchOption.AllDirectories)
        where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        from line in File.ReadLines(file)
        select (Path.GetFileName(file), Comment().Replace(line, ""));

    [GeneratedRegex(@"(^|\s)//.*$")]
    private static partial Regex Comment();

    // token.Folded is "de" or "du"; { Verb: "tenir" }; folded.EndsWith("er"): the whole of what is compared, so that a pattern counts once.
    [GeneratedRegex(@"(Folded|Text|Verb|Infinitive|determiner)\)?:?( is| ==| !=)?( not)? \(?""[a-zà-ÿœ'’]+""|(Folded|Text|word)\.(StartsWith|EndsWith)\(""[a-zà-ÿœ'’]+""", RegexOptions.IgnoreCase)]
    private static partial Regex ComparedWord();
}
