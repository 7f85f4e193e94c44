using Entente.Clauses;
using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>Tells a noun of encounter that stands with its people as the subject of something done: <c>La rencontre entre X et Y a permis</c>.</summary>
internal sealed class NounWithPeople(WordSets words)
{
    /// <summary>
    /// A subject at the head of its sentence, with <c>entre</c> or <c>avec</c> and people after it, whose verb tells something done: <c>La rencontre entre X et Y a permis</c>,
    /// <c>L'entretien avec Y a été l'occasion</c>.
    /// </summary>
    public bool IsSubject(ArticleContext context, Sentence sentence, IReadOnlyList<VerbGroup> verbs, PhraseMatch<EncounterRule> noun)
    {
        var tokens = context.Text.Tokens;
        var people = context.Actors[sentence.Index].Where(a => a.First >= noun.Next && a.First - noun.Next < 30).ToList();
        // "La veille de cette réception, X et Y avaient présidé": it only dates what they did.
        if (people.Count == 0 || !IsAtHead(tokens, sentence, noun.First) || words.StandsIn("of", tokens, Math.Max(sentence.First, noun.First - 2), noun.First))
        {
            return false;
        }

        var main = verbs.FirstOrDefault(v => v.IsFinite && v.First >= noun.Next);

        // "La rencontre avec le président X a été l'occasion de …", "Les entretiens du 14 mars avec le général X ont été consacrés à …": the other side is known.
        var isOfOne = WithAfter(context, sentence, noun.Next) is { } with && people[0].First > with && people.Any(p => p.IsNamed && context.IsForeign(p));
        return (isOfOne || people[0] is { Count: 2 } && words.StandsIn("between", tokens, noun.Next, people[0].First) || people.Any(context.IsHome) && people.Any(context.IsForeign))
            && main.Verb is not null && (main is { Tense: Tense.Past or Tense.Pluperfect } || VerbTime.IsPerfect(context, sentence, main, words)) && people.Any(p => p.End <= main.First) && !words.Has("called-off", tokens[main.Anchor].Folded)
            && (isOfOne || words.StandsIn("two-sides-lead", tokens, noun.Next, Math.Min(noun.Next + 8, sentence.First + sentence.Count)));
    }

    /// <summary>The noun opens its sentence, or what a comma sets apart stands before it: <c>En Pologne, les entretiens</c>, <c>A Varsovie, mardi matin, la rencontre</c>.</summary>
    private bool IsAtHead(TokenList tokens, Sentence sentence, int noun)
    {
        const int HeadReach = 4;
        const int OpeningReach = 12;
        var article = words.Has("before-noun", tokens[noun - 1].Folded) ? noun - 2 : noun - 1;
        return noun - sentence.First <= HeadReach || noun - sentence.First <= OpeningReach && words.Has("list-mark", tokens[article - 1].Folded);
    }

    /// <summary>The word that joins the other side to the noun, behind no more than its day and place: <c>du 14 mars avec</c>, <c>de mardi, à Hanoï, avec</c>.</summary>
    private int? WithAfter(ArticleContext context, Sentence sentence, int next)
    {
        const int Reach = 9;
        for (var i = next; i < Math.Min(next + Reach, sentence.First + sentence.Count) && !context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First <= i && i < v.End); i++)
        {
            if (words.Has("with", context.Text.Tokens[i].Folded))
            {
                return i;
            }
        }

        return null;
    }
}
