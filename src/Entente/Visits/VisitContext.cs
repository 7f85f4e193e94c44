using System.Diagnostics.CodeAnalysis;
using Entente.Clauses;
using Entente.Meetings;
using Entente.Partners;
using Entente.People;
using Entente.Texts;

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

    /// <summary>An ambassador, an attaché, a consul, a permanent representative: somebody who lives where others are met.</summary>
    public bool IsResident(WordSets words, int person) => HasPost(words, person, "resident-post");

    /// <summary>An attaché or consul.</summary>
    public bool IsAccredited(int person) => HasPost(ClauseLexicons.French.Words, person, "accredited");

    /// <summary>The state of whose capital the report was sent from (<c>Séoul (VNA) -</c>); null for none.</summary>
    public string? StateOfDateline =>
        Text.Dateline is { Place: var place } ? Gazetteer.French.StateOfPlace(Folding.Fold(Text.Raw[place.Start..place.End])) : null;

    private bool HasPost(WordSets words, int person, string posts)
    {
        foreach (var actors in Actors)
        {
            foreach (var actor in actors)
            {
                if (actor.Person == person && (actor.Level == PersonLevel.Ambassador || words.StandsIn(posts, Text.Tokens, actor.First, actor.End)))
                {
                    return true;
                }
            }
        }

        return false;
    }

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
