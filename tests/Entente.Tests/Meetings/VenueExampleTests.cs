using Entente.Meetings;
using Entente.Tests.Articles;

namespace Entente.Tests.Meetings;

/// <summary>Runs the texts of <c>venues.examples.tsv</c>.</summary>
public sealed class VenueExampleTests
{
    public static TheoryData<string, string> Texts => Examples.Load("Meetings/venues.examples.tsv");

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_place_is_read_as_it_says(string text, string expected)
    {
        var places = Examples.Read(text).Meetings.Where(m => m.Status == MeetingStatus.Held).Select(m => m.Place.Length > 0 ? m.Place : "-");
        Assert.Equal(expected, string.Join(" | ", places));
    }
}
