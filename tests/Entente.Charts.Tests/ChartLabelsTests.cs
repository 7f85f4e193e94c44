namespace Entente.Charts.Tests;

public sealed class ChartLabelsTests
{
    // The values that the data dictionary names for each column.
    public static TheoryData<string, string> Values => new()
    {
        { "kind", "talks reception courtesy_call dialogue conference call contact" },
        { "level", "head_of_state head_of_government minister deputy_minister chief_of_staff ambassador other" },
        { "instrument", "memorandum protocol agreement convention treaty joint_declaration joint_vision plan minutes letter_of_intent partnership other" },
        { "status", "held planned recalled signed established in_force negotiating proposed cited" },
        {
            "theme",
            "defence_industry delegations training dialogue peacekeeping war_legacy maritime cyber military_medicine search_rescue border research "
            + "technology_transfer arms_trade exhibitions exercises counter_crime counter_terrorism information_sharing political_work multilateral_forums history"
        },
        { "section", "header title body caption credit link teaser signature footer repeat" },
        { "date_basis", "header body weekday corpus none" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Every_value_of_the_dictionary_has_words_in_both_languages(string column, string values)
    {
        foreach (var value in values.Split(' '))
        {
            foreach (var language in new[] { "en", "fr" })
            {
                var labels = ChartLabels.For(language);
                Assert.True(labels.Has($"{column}.{value}"), $"{column}.{value} has no {language} label");
            }
        }
    }

    [Theory]
    [InlineData("en", 1, "1 article")]
    [InlineData("en", 0, "0 articles")]
    [InlineData("en", 12345, "12,345 articles")]
    [InlineData("fr", 0, "0 article")]
    [InlineData("fr", 12345, "12\u202f345 articles")]
    public void Numbers_agree_with_their_noun(string language, int number, string expected) =>
        Assert.Equal(expected, ChartLabels.For(language).Count(number, "articles"));

    [Theory]
    [InlineData("en", "2025-10-13", "Oct 2025")]
    [InlineData("fr", "2025-08", "août 2025")]
    [InlineData("en", "2011", "2011")]
    [InlineData("en", "--10-14", "14 Oct, no year")]
    [InlineData("fr", "--08-01", "1 août, sans année")]
    [InlineData("en", "--10", "Oct, no year")]
    [InlineData("en", "--13-14", "--13-14")]
    [InlineData("en", "2025-13", "2025-13")]
    public void Months_are_named(string language, string date, string expected) =>
        Assert.Equal(expected, ChartLabels.For(language).Month(date));

    [Fact]
    public void A_value_without_words_stands_as_it_is() => Assert.Equal("minilateral", ChartLabels.For("fr").Value("kind", "minilateral"));
}
