using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Tests.Texts;

public sealed class LexiconFileTests
{
    [Fact]
    public void Reads_rows_and_lists()
    {
        var file = LexiconFile.Parse("x.tsv", "# source\nname\tforms\tkind\n\nun\ta; b ;\tWord\ndeux\n");
        Assert.Equal(["name", "forms", "kind"], file.Columns);
        Assert.Equal(["a", "b"], file.Rows[0].List("forms"));
        Assert.Equal(TokenKind.Word, file.Rows[0].Enum<TokenKind>("kind"));
        Assert.Equal(("deux", "", 5), (file.Rows[1]["name"], file.Rows[1]["forms"], file.Rows[1].Line));
    }

    [Theory]
    [InlineData("# nothing", "x.tsv(1): no header line")]
    [InlineData("a\ta", "x.tsv(1): column 2 has an empty name or one that an earlier column has")]
    [InlineData("a\n1\t2", "x.tsv(2): 2 cells where the header names 1 columns")]
    [InlineData("a\n1", "x.tsv(2): the file has no column 'name'")]
    [InlineData("name\tkind\nx", "x.tsv(2): column 'kind' is empty")]
    [InlineData("name\tkind\nx\ty", "x.tsv(2): 'y' is none of Word, Number, Punctuation")]
    public void Says_where_it_is_broken(string text, string message)
    {
        var error = Assert.Throws<LexiconException>(() => LexiconFile.Parse("x.tsv", text).Rows.Select(r => (r.Required("name"), r.Enum<TokenKind>("kind"))).ToList());
        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void A_lexicon_that_is_missing_is_named() =>
        Assert.Equal("none.tsv(0): no such lexicon", Assert.Throws<LexiconException>(() => LexiconFile.Load("none.tsv")).Message);

    [Fact]
    public void Phrases_are_found_leftmost_and_longest()
    {
        var matcher = new PhraseMatcher<string>.Builder()
            .Add("Guinée", "GIN")
            .Add("Guinée équatoriale", "GNQ")
            .Add("UE", "EU", PhraseCondition.Exact)
            .Add("Oman", "OMN", PhraseCondition.Capitals)
            .Add("été", "summer", PhraseCondition.Diacritics)
            .Add("ete", "none", PhraseCondition.Diacritics)
            .Add("l'Inde", "IND")
            .Build();
        var article = ArticleTextReader.Read("a", "a", "La Guinee Équatoriale et la GUINÉE, UE, ue, oman Oman, Été ete, l’Inde équatoriale");
        var found = matcher.Find(article, Assert.Single(article.Sentences));
        Assert.Equal(["GNQ", "GIN", "EU", "OMN", "summer", "none", "IND"], found.Select(m => m.Value));
    }
}
