using CsCheck;
using Entente.Texts;

namespace Entente.Tests.Texts;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("l'entretien d’aujourd'hui", "l'|entretien|d’|aujourd'hui")]
    [InlineData("le vice-ministre, M. Choïgou", "le|vice|-|ministre|,|M|.|Choïgou")]
    [InlineData("le 1er juin 2025, 47e sommet", "le|1er|juin|2025|,|47e|sommet")]
    [InlineData("Xi'an et O'Brien", "Xi'an|et|O'Brien")]
    [InlineData("12/8/2024 : 3,5 %...", "12|/|8|/|2024|:|3,5|%|...")]
    [InlineData("G20 de1982.Ils", "G20|de1982|.|Ils")]
    [InlineData("qu'\nil", "qu'|il")]
    [InlineData("Phu\u0323ng\u00a0Quang", "Phụng|Quang")]
    [InlineData("rec\u0327u a\u0300 Tha\u0302\u0323p, co\u00adopération", "reçu|à|Thập|,|coopération")]
    [InlineData("😀 a", "😀|a")]
    public void Cuts(string text, string tokens) =>
        Assert.Equal(tokens, string.Join('|', Tokenizer.French.TokenizePhrase(text).Select(t => t.Text)));

    [Theory]
    [InlineData("Đặng", "dang")]
    [InlineData("Đa\u0323\u0306ng", "dang")]
    [InlineData("Œuvre", "oeuvre")]
    [InlineData("L’", "l'")]
    [InlineData("–", "-")]
    [InlineData("…", "...")]
    [InlineData("co\u00adop", "coop")]
    public void Folds(string text, string folded) => Assert.Equal(folded, Assert.Single(Tokenizer.French.TokenizePhrase(text)).Folded);

    [Fact]
    public void Equal_tokens_share_their_strings_and_number()
    {
        var tokens = Tokenizer.French.TokenizePhrase("Défense défense Defense");
        Assert.Same(tokens[0].Folded, tokens[1].Folded);
        Assert.Equal(tokens[0].Id, tokens[2].Id);
        Assert.Same(tokens[0].Text, Tokenizer.French.TokenizePhrase("Défense")[0].Text);
    }

    [Fact]
    public void Past_its_limit_a_vocabulary_still_reads()
    {
        var vocabulary = new Vocabulary(limit: 1);
        Assert.Equal(0, vocabulary["un"].Id);
        Assert.True(vocabulary["Deux"] is { Text: "Deux", Folded: "deux", Id: -1 });
        Assert.Equal(1, vocabulary["Deux", keep: true].Id);
        Assert.Equal(1, vocabulary["Deux"].Id);
    }

    [Fact]
    public void Threads_share_the_forms_of_a_vocabulary_that_grows()
    {
        var vocabulary = new Vocabulary();
        var forms = new WordForm[4][];
        Parallel.For(0, forms.Length, thread => forms[thread] = [.. Enumerable.Range(0, 30_000).Select(i => vocabulary[$"{i:x}"])]);
        Assert.All(forms, own => Assert.True(own.Zip(forms[0]).All(pair => ReferenceEquals(pair.First, pair.Second))));
        Assert.Equal(30_000, forms[0].Select(f => f.Id).Distinct().Count());
        Assert.All(forms[0].Select((form, i) => (form, i)), pair => Assert.Equal($"{pair.i:x}", pair.form.Text));
    }

    [Fact]
    public void Tokens_and_blanks_are_the_text() =>
        HostileText.Any.Sample(text =>
        {
            var at = 0;
            foreach (var token in Tokenizer.French.TokenizePhrase(text))
            {
                Assert.True(text.AsSpan(at, token.Start - at).ToArray().All(Tokenizer.IsBlank));
                Assert.Equal(Folding.Fold(text.AsSpan(token.Start, token.Length)), token.Folded);
                at = token.End;
            }

            Assert.True(text.AsSpan(at).ToArray().All(Tokenizer.IsBlank));
        });
}
