using Entente.Clauses;
using Entente.Dates;
using Entente.Partners;
using Entente.People;
using Entente.Tables;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>Finds a gathering told beside the one of the news: one that somebody of the home side went to on another day, or for others.</summary>
internal sealed class FurtherGatherings(EncounterLexicon lexicon, WordSets words, GatheringMaker maker)
{
    private readonly GatheringFinder _gatherings = new(lexicon, words);
    private readonly TakingPart _takingPart = new(words);

    /// <summary><c>La veille, le ministre avait participé à la 18e Réunion …</c>, <c>L'AMMTC-17, à laquelle participaient aussi les ministres du Brunei et du Laos, a …</c></summary>
    public Meeting? Find(ArticleContext context, Sentence sentence)
    {
        if (_gatherings.Find(context, sentence) is not { IsOccasion: false } gathering)
        {
            return null;
        }

        // "le ministre vietnamien", whose name another office told
        var home = context.Actors[sentence.Index].Where(a => context.IsHome(a) && a.End <= gathering.First).Select(a => a.Person is null ? new Antecedents(context, sentence).Recall(a.First, wantHome: true) : a).OfType<Actor>().ToList();
        foreach (var verb in context.Verbs[sentence.Index])
        {
            // "Mercredi, il a participé à la 13e réunion …"
            if (home.Count == 0 && verb.First > sentence.First && words.Has("subject-pronoun", context.Text.Tokens[verb.First - 1].Folded) && new Antecedents(context, sentence).SubjectBefore() is { } subject && context.IsHome(subject))
            {
                home = [subject];
            }

            var attends = home.Count > 0 && verb is { IsReflexive: false, IsFinite: true, Tense: Tense.Past or Tense.Pluperfect } && gathering.First > verb.Anchor && WordDistance.Between(context, sentence, verb.Anchor, gathering.First) < GatheringTime.AttendReach && TakingPart.Attends(context, verb);
            // "avait, le 4 octobre, assisté au sommet": only "la veille" or a weekday ties what was before to the news.
            if (attends && maker.Make(context, sentence, gathering, home, verb.Tense, isAlone: true) is { Date.Date.Day: > 0 } attended
                && (verb.Tense == Tense.Past || context.DatesIn[sentence.Index].Any(d => d.Expression.Relative is not null || d.Expression.Weekday is not null)))
            {
                return attended;
            }

            if (home.Count == 0 && IsToldThere(context, sentence, gathering, verb) is { } there)
            {
                return maker.Make(context, sentence, gathering, [there], Tense.Past, isAlone: true);
            }

            if (IsJoined(context, sentence, gathering, verb))
            {
                return maker.Make(context, sentence, gathering, home, Tense.Past, isAlone: true);
            }
        }

        return null;
    }

    /// <summary><c>Un peu plus tôt s'était tenue la réunion ASEAN - Inde. Le vice-ministre X y a pris la parole</c>: who was there, the next sentence tells.</summary>
    private Actor? IsToldThere(ArticleContext context, Sentence sentence, Gathering gathering, VerbGroup verb) =>
        verb is { IsReflexive: true, IsFinite: true, Tense: Tense.Past or Tense.Pluperfect } && words.Has("happens-itself", Folding.Fold(verb.Verb)) && gathering.Partners.Count > 0 && lexicon.CuesOf(context.Text, sentence).Any(c => c.Value == EncounterCue.Near)
            && context.Text.Sentences.FirstOrDefault(s => s.Index > sentence.Index && s.Section == SectionKind.Body) is { } next ? _takingPart.IsThere(context, next) : null;

    /// <summary><c>…, à laquelle participaient les ministres du Brunei, du Cambodge et du Laos</c></summary>
    private bool IsJoined(ArticleContext context, Sentence sentence, Gathering gathering, VerbGroup verb)
    {
        const int Several = 2;
        return verb is { Verb: "participer" or "assister", IsFinite: true, Tense: Tense.Imperfect or Tense.Past } && verb.First > sentence.First && verb.First - gathering.End is >= 0 and <= Several + 2
            && words.Has("at-which", context.Text.Tokens[verb.First - 1].Folded)
            && context.Mentions[sentence.Index].Where(m => m.FirstToken >= verb.End && m.Kind == MentionKind.Name).Select(m => m.Code).Distinct(StringComparer.Ordinal).Count() >= Several;
    }

    /// <summary><c>Le même jour, le ministre a assisté à la réunion de l'ASEAN avec l'ONU</c>: behind another of the same day, of others.</summary>
    public bool IsAnotherOfDay(ArticleContext context, Sentence sentence, Meeting told, Meeting other) =>
        context.Verbs[sentence.Index].Any(v => v is { IsFinite: true } && words.Has("taking-part", Folding.Fold(v.Verb))) && lexicon.CuesOf(context.Text, sentence).Any(c => c.Value == EncounterCue.Near && c.First == sentence.First)
            && !told.Partners.ToHashSet(StringComparer.Ordinal).SetEquals(other.Partners);
}
