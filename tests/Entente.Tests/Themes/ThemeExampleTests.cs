using Entente.Tests.Articles;

namespace Entente.Tests.Themes;

/// <summary>Runs the sentences of <c>themes.examples.tsv</c>, each after a lead that names the partner.</summary>
public sealed class ThemeExampleTests
{
    private const string Lead = "Le général Phan Van Giang a reçu mardi l'ambassadeur de Russie Guennadi Bezdetko. ";

    public static TheoryData<string, string> Sentences => Examples.Load("Themes/themes.examples.tsv");

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_field_of_cooperation_is_read_as_it_says(string sentence, string expected) =>
        Assert.Equal(expected, string.Join(' ', Examples.Read(Lead + sentence).Themes.Select(t => t.Code).Order(StringComparer.Ordinal)));
}
