using Entente.Clauses;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>Tells the sentences that have a meeting of two in view: what else they tell of them is not that they met.</summary>
internal static class MeetingsInView
{
    /// <summary><c>X et Y devraient se rencontrer en février, a annoncé le ministère</c>, <c>X a dit espérer s'entretenir avec Y</c></summary>
    public static bool Holds(ArticleContext context, Sentence sentence, EncounterLexicon lexicon, Actor home, Actor guest)
    {
        var (words, verbs) = (ClauseLexicons.French.Words, context.Verbs[sentence.Index]);
        var behind = Math.Max(home.End, guest.End);
        foreach (var verb in verbs.Where(v => v.First >= sentence.First && lexicon.Verbs[v.Verb].Any()))
        {
            var governing = verb.Tense == Tense.Infinitive ? verbs.LastOrDefault(v => v.End <= verb.First && v.Anchor != verb.Anchor) : verb;
            if (governing.Verb is null || verb.First - governing.End > 1)
            {
                continue;
            }

            var isToCome = governing.Tense is Tense.Conditional or Tense.Future && governing.First >= behind && !verbs.Exists(v => v.IsFinite && v.First >= behind && v.First < governing.First);
            var isWished = verb.Tense == Tense.Infinitive && words.Has("wishing", Folding.Fold(governing.Verb)) && guest.First >= verb.End != home.First >= verb.End;
            if (isToCome || isWished)
            {
                return true;
            }
        }

        return false;
    }
}
