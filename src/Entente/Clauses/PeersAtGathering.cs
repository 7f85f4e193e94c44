using Entente.Partners;
using Entente.People;
using Entente.Texts;

namespace Entente.Clauses;

/// <summary>
/// Reads <c>les chefs des délégations participant à la 20e conférence des commandants des armées de l'ASEAN</c>, whose state no word tells, as those of the body whose gathering it is.
/// </summary>
internal sealed class PeersAtGathering(WordSets words)
{
    /// <summary>Between those who attend and the word that tells it: <c>les chefs des délégations militaires</c>.</summary>
    private const int NameReach = 6;

    /// <summary>Between that word and the gathering: <c>venus à Hanoï assister à la 20e</c>.</summary>
    private const int GatheringReach = 9;

    /// <summary>Between the gathering and whose it is: <c>réunion informelle des chefs des forces de défense des pays membres de l'ASEAN</c>.</summary>
    private const int BodyReach = 18;

    private readonly WordIds _attending = words["attending-guests"];

    /// <summary>Gives those at a gathering the body that it is of, where they have no state.</summary>
    public void AddTo(List<Actor> actors, ArticleText text, Sentence sentence, IReadOnlyList<PartnerMention> mentions, IReadOnlyList<HomeMention> home)
    {
        for (var at = sentence.First + 2; at < sentence.First + sentence.Count; at++)
        {
            if (_attending.Contains(text.Tokens[at].Id) && PeersBefore(text, sentence, at) is var peers and >= 0 && BodyBehind(text, sentence, at, mentions) is { } body)
            {
                Add(actors, peers, at, body, home);
            }
        }
    }

    private static void Add(List<Actor> actors, int peers, int end, string body, IReadOnlyList<HomeMention> home)
    {
        var read = actors.FindAll(a => a.First < end && peers < a.End);
        if (read.Exists(a => a.IsNamed || a.Country is not null || a.Person is not null) || home.Any(m => m.FirstToken >= peers && m.FirstToken < end))
        {
            return;
        }

        actors.RemoveAll(read.Contains);
        GroupReader.Insert(actors, new Actor(Math.Min(peers, read.Count > 0 ? read[0].First : peers), end, body, null, read.Count > 0 ? read.Max(a => a.Level) : PersonLevel.Other, IsNamed: false, IsGroup: true));
    }

    /// <summary>Where those begin who are told by office alone, all of them: <c>les chefs des délégations</c>; -1 for none.</summary>
    private int PeersBefore(ArticleText text, Sentence sentence, int at)
    {
        var tokens = text.Tokens;
        for (var i = at - 1; i > sentence.First && i >= at - NameReach && tokens[i].Kind == TokenKind.Word; i--)
        {
            if (words.Has("peers-at-gathering", tokens[i].Folded) && words.Has("plural-lead", tokens[i - 1].Folded))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The body in the name of the gathering that they are told to attend.</summary>
    private string? BodyBehind(ArticleText text, Sentence sentence, int at, IReadOnlyList<PartnerMention> mentions)
    {
        var tokens = text.Tokens;
        var end = sentence.First + sentence.Count;
        var gathering = at + 1;
        while (gathering < Math.Min(end, at + GatheringReach) && !words.Has("gathering-of-body", tokens[gathering].Folded) && tokens[gathering].Folded != ",")
        {
            gathering++;
        }

        if (gathering >= end || !words.Has("gathering-of-body", tokens[gathering].Folded)
            || mentions.FirstOrDefault(m => m.Kind == MentionKind.Body && m.FirstToken > gathering && m.FirstToken - gathering < BodyReach) is not { } body)
        {
            return null;
        }

        for (var i = gathering; i < body.FirstToken; i++)
        {
            if (words.Has("list-mark", tokens[i].Folded) || words.Has("relative", tokens[i].Folded))
            {
                return null;
            }
        }

        return body.Code;
    }
}
