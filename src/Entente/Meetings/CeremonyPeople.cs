using Entente.Clauses;
using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>Who stands at a ceremony: those in whose presence it is held, who preside over it, between whom something changes hands, who attend it, or whom the next sentence tells as there.</summary>
internal sealed class CeremonyPeople(EncounterLexicon lexicon, WordSets words)
{
    /// <summary>At the head of a sentence, of who was there: <c>Y étaient présents</c>, <c>Assistaient à la cérémonie</c>.</summary>
    private const int HeadReach = 5;

    private readonly WordIds _events = words["ceremony-event"];

    /// <summary>Those whom the sentence of a ceremony puts there, by the words of presence, of presiding, of signing, or between whom something changed hands.</summary>
    public List<Actor> At(ArticleContext context, Sentence sentence)
    {
        var tokens = context.Text.Tokens;
        var cue = lexicon.CuesOf(context.Text, sentence).FirstOrDefault(c => c.Value == EncounterCue.Chairs && !IsOfDelegation(context, sentence, c.First));
        if (cue.Count > 0)
        {
            return Named(context, sentence, cue.First);
        }

        var signing = Signing(context, sentence);
        for (var i = sentence.First + 1; i < sentence.First + sentence.Count; i++)
        {
            if (words.Has("between", tokens[i].Folded) && (_events.Contains(FirstNoun(context, sentence)) || signing.Verb is not null && i >= signing.End) || IsPresence(context, sentence, i))
            {
                return Named(context, sentence, i);
            }
        }

        // "Le vice-ministre X et l'ambassadeur Y ont assisté à la remise de six hectares"
        return context.Verbs[sentence.Index].FirstOrDefault(v => v is { IsFinite: true, IsPassive: false, IsReflexive: false, Tense: Tense.Past } && TakingPart.Attends(context, v)) is { Verb: not null } attending
            && words.StandsIn("ceremony-event", tokens, attending.End, Math.Min(attending.End + HeadReach, sentence.First + sentence.Count))
            ? Named(context, sentence, sentence.First).FindAll(a => a.End <= attending.First) : [];
    }

    /// <summary>Those whom a sentence of its own tells as there: <c>Y étaient présents X et Y</c>, <c>Côté vietnamien, étaient présents X ; côté américain, Y</c>.</summary>
    public List<Actor> Told(ArticleContext context, Sentence sentence) => TellsPresence(context, sentence) || EndsOnPresence(context, sentence) || NotesPresence(context, sentence) ? Named(context, sentence, sentence.First) : [];

    /// <summary><c>X et des représentants du ministère étaient présents à la cérémonie</c>, <c>… y ont assisté</c></summary>
    private bool EndsOnPresence(ArticleContext context, Sentence sentence)
    {
        var (tokens, end) = (context.Text.Tokens, sentence.First + sentence.Count);
        for (var i = Math.Max(sentence.First + HeadReach, end - HeadReach); i < end; i++)
        {
            if (words.Has("present", tokens[i].Folded) && !words.Has("there", tokens[sentence.First].Folded)
                && context.Verbs[sentence.Index].LastOrDefault(v => v.IsFinite) is { Verb: not null, Tense: Tense.Past or Tense.Imperfect } last && (last.First == i || last.End == i || last.First < i && last.End > i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>L'événement a vu la présence de X</c></summary>
    private bool NotesPresence(ArticleContext context, Sentence sentence)
    {
        if (!words.StandsIn("happening", context.Text.Tokens, sentence.First, Math.Min(sentence.First + HeadReach, sentence.First + sentence.Count)))
        {
            return false;
        }

        for (var i = sentence.First + 1; i < sentence.First + sentence.Count; i++)
        {
            if (IsPresence(context, sentence, i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The verb by which something is told as signed on a day: <c>L'accord a été signé mardi entre X et Y</c>, <c>Les deux villes ont signé mardi leur jumelage</c>.</summary>
    public VerbGroup Signing(ArticleContext context, Sentence sentence) =>
        context.DatesIn[sentence.Index].Any(d => d.Resolved.Date.Day > 0 || d.Expression.Weekday is not null)
            ? context.Verbs[sentence.Index].FirstOrDefault(v => v is { IsFinite: true, Tense: Tense.Past } && (v.IsPassive || context.Holds(sentence, "twinning")) && words.Has("signing-verb", Folding.Fold(v.Verb))) : default;

    /// <summary><c>en présence de X</c>, <c>a vu la présence de X</c>, <c>a été honorée de la présence de X</c></summary>
    private bool IsPresence(ArticleContext context, Sentence sentence, int at)
    {
        const int Reach = 8;
        var tokens = context.Text.Tokens;
        return words.Has("in-presence", tokens[at].Folded) && words.Has("there", tokens[at - 1].Folded)
            || words.Has("with-whom-held", tokens[at].Folded) && words.Has("article", tokens[at - 1].Folded)
                && context.Verbs[sentence.Index].Exists(v => v is { IsFinite: true, Tense: Tense.Past } && v.End <= at && at - v.End <= Reach && words.Has("noting-presence", Folding.Fold(v.Verb)));
    }

    /// <summary><c>Une délégation placée sous la direction du général X a assisté à l'inauguration</c>: he leads it, and not what it saw.</summary>
    private static bool IsOfDelegation(ArticleContext context, Sentence sentence, int cue) => context.Actors[sentence.Index].Exists(a => a.IsGroup && a.First < cue && cue < a.End);

    /// <summary>The event that is the subject of its sentence: <c>La remise symbolique a eu lieu entre X et Y</c>.</summary>
    private int FirstNoun(ArticleContext context, Sentence sentence)
    {
        for (var i = sentence.First; i < Math.Min(sentence.First + HeadReach, sentence.First + sentence.Count); i++)
        {
            if (_events.Contains(context.Text.Tokens[i].Id))
            {
                return context.Text.Tokens[i].Id;
            }
        }

        return -1;
    }

    private bool TellsPresence(ArticleContext context, Sentence sentence)
    {
        // "À l'entretien assistaient …" is of another encounter.
        var tokens = context.Text.Tokens;
        var opening = tokens[sentence.First].Folded;
        var until = Math.Min(sentence.First + HeadReach, sentence.First + sentence.Count);
        // "À la cérémonie, tenue à Hai Phong, étaient présents …"
        var noun = FirstNoun(context, sentence) >= 0;
        return (noun || words.Has("there", opening) || words.Has("present", opening) || words.StandsIn("side-head", tokens, sentence.First, Math.Min(sentence.First + 2, until)))
            && words.StandsIn("present", tokens, sentence.First, noun ? Math.Min(until + HeadReach, sentence.First + sentence.Count) : until);
    }

    private static List<Actor> Named(ArticleContext context, Sentence sentence, int from) =>
        [.. context.Actors[sentence.Index].Where(a => a.First >= from && a is { IsNamed: true, Person: { } person, Count: 1, Country: not null } && !context.IsHistoric(person)).DistinctBy(a => a.Person)];
}
