using System.Diagnostics.CodeAnalysis;
using Entente.Clauses;
using Entente.Meetings;

namespace Entente.Visits;

/// <summary>What the readers of visits take: an article of which the encounters are read.</summary>
internal sealed record VisitContext : ArticleContext
{
    [SetsRequiredMembers]
    public VisitContext(ArticleContext article, IReadOnlyList<Meeting> meetings)
        : base(article)
    {
        Heads = HeadsOf(article, meetings);
    }

    /// <summary>Who leads a side that is not at home in an encounter of the news, in order.</summary>
    public IReadOnlyList<int> Heads { get; }

    private static List<int> HeadsOf(ArticleContext article, IReadOnlyList<Meeting> meetings)
    {
        var heads = new List<int>();
        foreach (var meeting in meetings.Where(m => m is { Status: MeetingStatus.Held, Mode: MeetingMode.InPerson }))
        {
            var isAtHome = meeting.HostCountry == article.HomeCountry;
            if (!isAtHome && meeting.Home is [var traveller, ..])
            {
                heads.Add(traveller.Person);
            }

            if ((isAtHome || meeting.HostCountry.Length == 0) && meeting.Guests is [var guest, ..])
            {
                heads.Add(guest.Person);
            }
        }

        return heads;
    }
}
