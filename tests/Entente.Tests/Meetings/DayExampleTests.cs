using Entente.Meetings;
using Entente.Tests.Articles;

namespace Entente.Tests.Meetings;

/// <summary>Runs the texts of <c>days.examples.tsv</c>.</summary>
public sealed class DayExampleTests
{
    public static TheoryData<string, string> Texts => Examples.Load("Meetings/days.examples.tsv");

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_day_is_read_as_it_says(string text, string expected)
    {
        var days = Examples.Read(text).Meetings.Where(m => m.Status == MeetingStatus.Held).Select(m => m.Date.Date.IsEmpty ? "-" : $"{m.Date.Date}");
        Assert.Equal(expected, string.Join(" | ", days));
    }
}
