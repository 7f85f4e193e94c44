using Entente.Meetings;
using Entente.Tests.Articles;

namespace Entente.Tests.Meetings;

/// <summary>Runs the texts of <c>hosts.examples.tsv</c>.</summary>
public sealed class HostExampleTests
{
    public static TheoryData<string, string> Texts => Examples.Load("Meetings/hosts.examples.tsv");

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_host_country_is_read_as_it_says(string text, string expected)
    {
        var hosts = Examples.Read(text).Meetings.Where(m => m.Status == MeetingStatus.Held).Select(m => m.HostCountry.Length > 0 ? m.HostCountry : "-");
        Assert.Equal(expected, string.Join(" | ", hosts));
    }
}
