using Entente.Clauses;
using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>Tells which actors of a sentence can take part in what it tells: nobody of history, and nobody named only as background (<c>à l'invitation de</c>).</summary>
internal static class PresentActors
{
    public static List<Actor> Of(ArticleContext context, Sentence sentence, IReadOnlyList<PhraseMatch<EncounterCue>> cues)
    {
        var words = ClauseLexicons.French.Words;
        var actors = context.Actors[sentence.Index].ToList();
        for (var i = actors.Count - 1; i >= 0; i--)
        {
            if (!context.IsHistoric(actors[i].Person))
            {
                continue;
            }

            // "l'amitié que les présidents Hô Chi Minh et Kim Il Sung ont léguée": those joined to him are of his time.
            var (first, count) = (i, 1);
            for (; first + count < actors.Count && IsJoinedBy(actors[first + count - 1].End, actors[first + count].First); count++)
            {
            }

            for (; first > 0 && IsJoinedBy(actors[first - 1].End, actors[first].First); first--, count++)
            {
            }

            actors.RemoveRange(first, count);
            i = Math.Min(first, actors.Count);
        }

        for (var i = 0; i < cues.Count; i++)
        {
            if (cues[i].Value == EncounterCue.Background && !new BringingTogether(words).IsPut(context.Text.Tokens, sentence.First, cues[i].First) || cues[i].Value == EncounterCue.Beside && !IsChaired())
            {
                RemoveRightBehind(cues[i].Next);
            }
        }

        if (context.Holds(sentence, "meanwhile"))
        {
            RemoveMeanwhile();
        }

        // "l'entretien au niveau de vice-ministre", "le dialogue à l'échelon des ministres": an office tells the level, and nobody who holds it.
        actors.RemoveAll(a => !a.IsNamed && IsLevel(a.First));
        return actors;

        bool IsLevel(int at)
        {
            const int Lead = 2;
            var of = at - 1;
            return of - 1 > sentence.First && words.Has("of", context.Text.Tokens[of].Folded) && Enumerable.Range(Math.Max(sentence.First, of - Lead), Math.Min(Lead, of - sentence.First)).Any(i => words.Has("office-level", context.Text.Tokens[i].Folded));
        }

        // "Cette rencontre a eu lieu alors que le président X effectuait une visite au Laos": who is there at that time need not sit in it.
        void RemoveMeanwhile()
        {
            var (tokens, end) = (context.Text.Tokens, sentence.First + sentence.Count);
            for (var i = sentence.First; i + 2 < end; i++)
            {
                if (words.Has("meanwhile", tokens[i].Folded) && words.Has("that", tokens[i + 1].Folded) && Enumerable.Range(i + 2, end - i - 2).FirstOrDefault(at => words.Has("visit-whole", tokens[at].Folded), -1) is > 0 and var visit)
                {
                    actors.RemoveAll(a => a.First > i && a.First < visit);
                }
            }
        }

        bool IsChaired() => context.Verbs[sentence.Index].Exists(v => words.Has("chairing", Folding.Fold(v.Verb)));

        void RemoveRightBehind(int cue) => actors.RemoveAll(a => a.First >= cue && a.First <= cue + 3);

        bool IsJoinedBy(int end, int first)
        {
            for (var i = end + 1; i < first; i++)
            {
                if (!words.Has("title-lead", context.Text.Tokens[i].Folded))
                {
                    return false;
                }
            }

            return first > end && words.Has("joining-verbs", context.Text.Tokens[end].Folded);
        }
    }
}
