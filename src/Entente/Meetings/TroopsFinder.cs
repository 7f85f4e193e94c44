using Entente.Clauses;
using Entente.Partners;
using Entente.People;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>
/// Men of a force who are met without a name or an office: <c>a reçu des garde-côtes de la région de Canton</c>, <c>a rencontré une trentaine de marins russes</c>. They are of a
/// partner only where a word tells whose they are: <c>des marins partis pour le Soudan du Sud</c> may be ours.
/// </summary>
internal sealed class TroopsFinder(Clause clause)
{
    private readonly WordSets words = clause.Words;

    private TokenList Tokens => clause.Context.Text.Tokens;

    /// <summary>The index after the noun that begins at a token; the token itself where none does.</summary>
    public int End(int at)
    {
        const int Compound = 3;
        if (at + 2 < clause.End && Tokens[at + 1].Text == "-" && !Tokens[at + 1].SpaceBefore && words.Has("troops", $"{Tokens[at].Folded}-{Tokens[at + 2].Folded}"))
        {
            return at + Compound;
        }

        return words.Has("troops", Tokens[at].Folded) ? at + 1 : at;
    }

    /// <summary>Several of them are the object of a verb without preposition: <c>des marins</c>, <c>une trentaine de marins</c>.</summary>
    /// <param name="from">Index after the verb.</param>
    /// <param name="first">The first token of the noun.</param>
    /// <param name="last">Its last token.</param>
    public bool IsSeveral(int from, int first, int last)
    {
        const int CountLead = 3;
        if (words.Has("several", Tokens[first - 1].Folded))
        {
            return !clause.IsOblique(from, first, last);
        }

        if (CountFirst(from, first) is { } count)
        {
            return !clause.IsOblique(from, count);
        }

        return first - CountLead >= from && words.Has("of", Tokens[first - 1].Folded) && words.Has("by-tens", Tokens[first - 2].Folded) && words.Has("determiner", Tokens[first - CountLead].Folded)
            && !words.Has("of", Tokens[first - CountLead].Folded) && !clause.IsOblique(from, first - 2);
    }

    /// <summary>Where the number of them begins: <c>deux cents soldats</c>, <c>près de 200 soldats</c>, <c>quelque 200 soldats</c>; null for no number.</summary>
    private int? CountFirst(int from, int first)
    {
        var at = first;
        while (at > from && (Tokens[at - 1].Kind == TokenKind.Number || words.Has("number-word", Tokens[at - 1].Folded)))
        {
            at--;
        }

        if (at == first)
        {
            return null;
        }

        var lead = at > from && words.Has("of", Tokens[at - 1].Folded) ? at - 2 : at - 1;
        return lead >= from && words.Has("roughly", Tokens[lead].Folded) ? lead : at;
    }

    /// <summary>Whether a mention behind them tells whose they are: an adjective, a complement, or the state of the province that they come from (<c>de la province du Yunnan, en Chine</c>).</summary>
    public bool TellsWhose(int noun, PartnerMention mention)
    {
        var before = words.Has("article", Tokens[mention.FirstToken - 1].Folded) ? mention.FirstToken - 2 : mention.FirstToken - 1;
        if (mention is { Counts: true, IsPlace: false } && (mention.Kind == MentionKind.Demonym || before > noun && words.Has("of", Tokens[before].Folded)))
        {
            return true;
        }

        var mark = mention.FirstToken - 2;
        return mark - 1 > noun && words.Has("list-mark", Tokens[mark].Folded) && Tokens[mark - 1].IsCapitalized && !words.StandsIn("list-mark", Tokens, noun, mark)
            && Enumerable.Range(noun, mark - noun).Any(i => words.Has("of", Tokens[i].Folded));
    }

    /// <summary>People of an institution told by number alone (<c>des représentants d'un groupe américain</c>): of its country.</summary>
    public IReadOnlyList<Actor> DelegatesAfter(int from, int reach)
    {
        // "deux cents soldats venus de Pologne": of those who are counted the state is told right behind, for most are ours.
        const int Near = 5;
        for (var i = from + 1; i < Math.Min(from + reach, clause.ClauseEnd(from)); i++)
        {
            var last = End(i) - 1;
            var isTroops = last >= i;
            if ((isTroops || words.Has("delegates", Tokens[i].Folded)) && IsSeveral(from, i, Math.Max(i, last)))
            {
                // "a rencontré des dirigeants du groupe et visité les pavillons turc et pakistanais": what is told next is not theirs.
                var next = clause.Context.Verbs[clause.Sentence.Index].Where(v => v.IsFinite && v.First > i).Select(v => v.First).FirstOrDefault(clause.End);
                var nation = clause.Context.Mentions[clause.Sentence.Index].FirstOrDefault(m => m.FirstToken > i && m.FirstToken < Math.Min(i + (isTroops && CountFirst(from, i) is not null ? Near : reach), next) && (!isTroops || TellsWhose(i, m)));
                return nation?.Code is { } country ? [new Actor(i, i + 1, country, null, PersonLevel.Other, IsNamed: false, IsGroup: true), .. NationsBeside(nation, isTroops)] : [];
            }
        }

        return [];
    }

    /// <summary><c>des vétérans laotiens et cambodgiens</c>, <c>des soldats venus du Laos, de Russie et du Cambodge</c>: those of each state.</summary>
    private IEnumerable<Actor> NationsBeside(PartnerMention nation, bool isTroops)
    {
        foreach (var next in clause.Context.Mentions[clause.Sentence.Index].Where(m => m.FirstToken > nation.EndToken && m is { Counts: true, IsPlace: false }))
        {
            if (nation.Kind != MentionKind.Demonym && !isTroops || next.Kind != nation.Kind || next.FirstToken != FurtherAt(nation))
            {
                yield break;
            }

            yield return new Actor(next.FirstToken, next.EndToken, next.Code, null, PersonLevel.Other, IsNamed: false, IsGroup: true);
            nation = next;
        }
    }

    /// <summary>Where a further state of the same row would stand; a name repeats its preposition.</summary>
    private int FurtherAt(PartnerMention nation)
    {
        var at = nation.EndToken;
        if (!words.Has("join", Tokens[at].Folded))
        {
            return -1;
        }

        if (nation.Kind == MentionKind.Demonym)
        {
            return at + 1;
        }

        return words.Has("of", Tokens[at + 1].Folded) ? words.Has("article", Tokens[at + 2].Folded) ? at + 3 : at + 2 : -1;
    }
}
