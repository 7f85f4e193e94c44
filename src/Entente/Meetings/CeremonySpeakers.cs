using Entente.Clauses;
using Entente.People;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>Finds those who spoke at a ceremony of both sides: <c>Le ministère et l'agence américaine ont remis le terrain au cours d'une cérémonie. L'ambassadeur Y a annoncé … Le vice-ministre X a souligné …</c>.</summary>
internal sealed class CeremonySpeakers(WordSets words)
{
    /// <summary>How many sentences after it tell what was said there.</summary>
    private const int Reach = 6;

    /// <summary>How far from the head of a sentence its speaker may stand: <c>À cette cérémonie, l'ambassadeur …</c>, <c>Dans un mot prononcé là, le doyen …</c>.</summary>
    private const int SpeakerReach = 10;

    /// <summary>Whether a gathering is told as held there: <c>Une rencontre avec d'anciens pilotes a été organisée mardi par l'ambassade</c>, <c>La réception s'est tenue mardi</c>.</summary>
    public bool IsGathering(ArticleContext context, Sentence sentence, EncounterLexicon lexicon)
    {
        var tokens = context.Text.Tokens;
        return context.Holds(sentence, "held-gathering") && !context.Holds(sentence, "of-press") && !lexicon.CuesOf(context.Text, sentence).Any(c => c.Value is EncounterCue.Press or EncounterCue.Welcome)
            && context.Verbs[sentence.Index].FirstOrDefault(v => v.IsFinite) is { Tense: Tense.Past, Verb: { } held } verb && (words.Has("hosting-event", Folding.Fold(held))
                || verb.IsReflexive && words.Has("happens-itself", Folding.Fold(held)) || verb.End < tokens.Count && words.Has("took-place", tokens[verb.End].Folded));
    }

    /// <summary>
    /// Who spoke of the home side, and of the partner that the sentence of the ceremony names, or of the only one of the text where that names none; nobody where only one side did.
    /// </summary>
    public List<Actor> After(ArticleContext context, Sentence ceremony)
    {
        if (!context.Holds(ceremony, "spoken-at-event") && !context.Holds(ceremony, "held-gathering")
            || context.Mentions[ceremony.Index].Where(m => m.Counts).Select(m => m.Code).Distinct(StringComparer.Ordinal).ToList() is var named && (named.Count == 1 ? named[0] : named.Count == 0 ? context.SolePartner : null) is not { } partner)
        {
            return [];
        }

        // At a ceremony of which no state is told an envoy has to speak: an attaché who keeps the day of his army need not have met anybody.
        return Highest(context, ceremony, context.HomeCountry) is { } home && Highest(context, ceremony, partner) is { } guest && (named.Count > 0 || home.Level >= PersonLevel.Ambassador || guest.Level >= PersonLevel.Ambassador) ? [home, guest] : [];
    }

    /// <summary>Who spoke there for the home side, where those of the other are told as present; null for nobody.</summary>
    public Actor? OfHome(ArticleContext context, Sentence ceremony) => context.Holds(ceremony, "ceremony-event") ? Highest(context, ceremony, context.HomeCountry) : null;

    /// <summary>The highest of a state who spoke there: an ambassador, and not the attaché who spoke before him; null for nobody.</summary>
    private Actor? Highest(ArticleContext context, Sentence ceremony, string country)
    {
        Actor? highest = null;
        foreach (var sentence in context.Text.Sentences.Where(s => s.Section == SectionKind.Body && s.Index > ceremony.Index).Take(Reach))
        {
            // "À Budapest, la cérémonie a eu lieu le 10 décembre": another.
            // "L'événement a vu la participation de Y": who was there, and nobody seen.
            if (context.DatesIn[sentence.Index].Any(d => d.Resolved.Date.Day > 0) || Antecedents.TellsEncounter(context, sentence) && !(context.Holds(sentence, "with-whom-held") && context.Holds(sentence, "happening")))
            {
                break;
            }

            if (context.Actors[sentence.Index].FirstOrDefault() is { IsNamed: true, Person: not null, IsAside: false } speaker && speaker.Country == country && speaker.First - sentence.First <= SpeakerReach
                && Speaks(context, sentence, speaker) && !context.Holds(sentence, "from-afar") && !(highest?.Level >= speaker.Level))
            {
                highest = speaker;
            }
        }

        return highest;
    }

    /// <summary><c>L'ambassadeur Y a annoncé</c>, <c>Pour le vice-ministre X, ce projet est un modèle</c></summary>
    private bool Speaks(ArticleContext context, Sentence sentence, Actor speaker) =>
        context.Verbs[sentence.Index].FirstOrDefault(v => v.IsFinite && v.First >= speaker.End) is { Verb: { } said } verb
            && (verb is { IsPassive: false, Tense: Tense.Past } && (words.Has("remark", Folding.Fold(said)) || words.Has("said-at", Folding.Fold(said))) || speaker.First - sentence.First <= 2 && (words.Has("for", context.Text.Tokens[sentence.First].Folded) || words.Has("according", context.Text.Tokens[sentence.First].Folded)));
}
