using Entente.Clauses;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>
/// Joins a gathering that is told twice by its name: once by who went to it (<c>X a participé mardi à Manille au Dialogue Mabuhay</c>), which alone tells a dialogue with the host, and
/// once by those whom it brought together (<c>Le Dialogue Mabuhay a réuni des responsables du Brunei, de l'Indonésie et du Vietnam</c>).
/// </summary>
internal sealed class GatheringByName(WordSets words)
{
    /// <summary>The telling among some meetings by who went to a gathering; null for none.</summary>
    public Meeting? TwinOf(ArticleContext context, Meeting gathering, IEnumerable<Meeting> meetings) =>
        gathering.Partners.Count < 2 || NameIn(context, gathering) is not { } name ? null
            : meetings.FirstOrDefault(m => m is { Kind: MeetingKind.Dialogue, IsMultilateral: false } && m.Status == gathering.Status && m.Partners.All(p => gathering.Partners.Contains(p, StringComparer.Ordinal)) && NameIn(context, m) == name);

    /// <summary>The gathering with the day and the place of its twin, where it has none of its own.</summary>
    public static Meeting Joined(Meeting gathering, Meeting twin)
    {
        var isDated = gathering.Weekday is not null || gathering.Date.Date.Day > 0 && gathering.Date.Date.Agrees(twin.Date.Date);
        return gathering with
        {
            Date = isDated ? gathering.Date : twin.Date,
            Weekday = isDated ? gathering.Weekday : twin.Weekday,
            Place = gathering.Place.Length > 0 ? gathering.Place : twin.Place,
            HostCountry = gathering.HostCountry.Length > 0 ? gathering.HostCountry : twin.HostCountry,
            Home = gathering.Home.Count > 0 ? gathering.Home : twin.Home,
        };
    }

    /// <summary>The word behind <c>Dialogue</c> in the sentence of a meeting, where both are written as a name; null for none.</summary>
    private string? NameIn(ArticleContext context, Meeting meeting)
    {
        if (context.SentenceAt(meeting.Evidence.Start) is not { } sentence)
        {
            return null;
        }

        var tokens = context.Text.Tokens;
        for (var i = sentence.First; i + 1 < sentence.First + sentence.Count; i++)
        {
            if (words.Has("dialogue-noun", tokens[i].Folded) && tokens[i].IsCapitalized && tokens[i + 1].IsCapitalized && !context.Mentions[sentence.Index].Any(m => m.FirstToken == i + 1) && !context.HomeMentions[sentence.Index].Any(m => m.FirstToken == i + 1))
            {
                return tokens[i + 1].Folded;
            }
        }

        return null;
    }
}
