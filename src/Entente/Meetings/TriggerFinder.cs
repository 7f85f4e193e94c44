using Entente.Clauses;
using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>Finds the verbs and nouns of encounter in a sentence, with the time that their clause gives them; look-alikes stay out.</summary>
internal sealed class TriggerFinder(EncounterLexicon lexicon, WordSets words)
{
    /// <summary>How far a noun may stand from the verb that governs it: <c>a eu, le 8 septembre à Hanoï, un long entretien</c>.</summary>
    private const int GovernReach = 18;

    public IReadOnlyList<Trigger> Find(ArticleContext context, Sentence sentence, IReadOnlyList<PhraseMatch<EncounterCue>> cues)
    {
        var found = new List<Trigger>();
        var verbs = context.Verbs[sentence.Index];
        foreach (var verb in verbs)
        {
            foreach (var rule in lexicon.Verbs[verb.Verb])
            {
                if (Matches(context, rule, verb, cues) && TimeOf(context, sentence, verbs, verb) is { } tense)
                {
                    found.Add(new Trigger(rule, verb.First, verb.End, tense, SubjectFollows: verb.Tense == Tense.Gerund));
                    break;
                }
            }
        }

        foreach (var noun in lexicon.Nouns.Find(context.Text, sentence))
        {
            if (ReadNoun(context, sentence, verbs, cues, noun) is { } trigger)
            {
                found.Add(trigger);
            }
        }

        found.Sort((a, b) => a.First.CompareTo(b.First));
        return found;
    }

    private static bool Has(IReadOnlyList<PhraseMatch<EncounterCue>> cues, EncounterCue cue) => cues.Any(c => c.Value == cue);

    private static bool Matches(ArticleContext context, EncounterRule rule, VerbGroup verb, IReadOnlyList<PhraseMatch<EncounterCue>> cues)
    {
        var form = rule.Form switch
        {
            TriggerForm.Active => !verb.IsPassive && !verb.IsReflexive,
            TriggerForm.Passive => verb.IsPassive,
            TriggerForm.Reflexive => verb.IsReflexive,
            TriggerForm.Governed => verb.First < verb.Anchor && Going(context, verb),
            _ => !verb.IsPassive || verb.Tense != Tense.Participle,
        };
        return form && rule.Need switch
        {
            TriggerNeed.Phone => Has(cues, EncounterCue.Phone),
            TriggerNeed.Video => Has(cues, EncounterCue.Video),
            TriggerNeed.Never => false,
            _ => true,
        };
    }

    private static bool Going(ArticleContext context, VerbGroup verb)
    {
        for (var i = verb.First; i < verb.Anchor; i++)
        {
            if (ClauseLexicons.French.Verbs.Of(context.Text.Tokens[i].Text).Any(f => f.Infinitive is "aller" or "venir"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The time of a verb; null where it tells no event (a wish, a purpose, what would be).</summary>
    private static Tense? TimeOf(ArticleContext context, Sentence sentence, IReadOnlyList<VerbGroup> verbs, VerbGroup verb)
    {
        switch (verb.Tense)
        {
            case Tense.Past or Tense.Pluperfect or Tense.Present or Tense.Future:
                return verb.Tense;
            case Tense.Gerund:
                var nearest = verbs.Where(v => v.IsFinite && v.Anchor != verb.Anchor && v.Tense is not Tense.Infinitive).OrderBy(v => Math.Abs(v.Anchor - verb.Anchor)).Select(v => (Tense?)v.Tense).FirstOrDefault();
                return nearest is Tense.Past or Tense.Present or Tense.Imperfect ? Tense.Past : nearest ?? Tense.Past;
            case Tense.Participle:
                // "reçu mardi par le ministre": a reduced clause has an agent.
                return verb.IsPassive && HasAgent(context, sentence, verb) ? Tense.Past : null;
            case Tense.Infinitive:
                var before = verb.First > sentence.First + 1 ? context.Text.Tokens[verb.First - 2].Folded : "";
                return before == "avant" && Main(verbs, verb) is { } main ? main.Tense is Tense.Infinitive or Tense.Participle ? null : main.Tense : null;
            case Tense.Imperfect:
                // "qu'il recevait mardi à Hanoï": an event only with its day.
                return context.Dates.Mentions.Any(d => d.SentenceIndex == sentence.Index && d.Resolved.Date.Day > 0) ? Tense.Past : null;
            default:
                return null;
        }
    }

    private static bool HasAgent(ArticleContext context, Sentence sentence, VerbGroup verb)
    {
        for (var i = verb.End; i < Math.Min(verb.End + 8, sentence.First + sentence.Count); i++)
        {
            if (context.Text.Tokens[i].Folded == "par")
            {
                return context.Actors[sentence.Index].Any(a => a.First > i && a.First <= i + 3);
            }
        }

        return false;
    }

    private static VerbGroup? Main(IReadOnlyList<VerbGroup> verbs, VerbGroup other)
    {
        foreach (var verb in verbs)
        {
            if (verb.IsFinite && verb.Anchor != other.Anchor && verb.Tense is not Tense.Infinitive)
            {
                return verb;
            }
        }

        return null;
    }

    private Trigger? ReadNoun(
        ArticleContext context, Sentence sentence, IReadOnlyList<VerbGroup> verbs, IReadOnlyList<PhraseMatch<EncounterCue>> cues, PhraseMatch<EncounterRule> noun)
    {
        var tokens = context.Text.Tokens;
        var determiner = Determiner(tokens, sentence.First, noun.First);
        var isDefinite = determiner is "l'" or "le" or "la" or "les" or "cet" or "cette" or "ce" or "leur" or "leurs" or "son" or "sa";
        var isNumbered = IsNumbered(tokens, sentence.First, noun.First);
        var rule = noun.Value;

        if (rule.Need is TriggerNeed.Never)
        {
            return null;
        }

        if (Governor(verbs, noun.First) is { } governor && (rule.Object != ObjectMarker.A || governor.Verb is "rendre" or "effectuer" or "faire"))
        {
            var tense = TimeOf(context, sentence, verbs, governor);
            if (rule.Need == TriggerNeed.Governed && governor.Verb == "avoir" && !isNumbered)
            {
                // "a eu une réunion avec son homologue" is no session of a mechanism.
                rule = rule with { Kind = MeetingKind.Talks };
            }

            return tense is { } time ? new Trigger(rule, governor.First, noun.Next, time, IsDefinite: isDefinite && !Chairs(governor)) : null;
        }

        // "s'est rendu au siège du gouvernement pour une visite de courtoisie au Premier ministre"
        if (rule.Object == ObjectMarker.A && determiner is "une" or "sa" or "la" && Main(verbs, default(VerbGroup) with { Anchor = -1 }) is { Tense: Tense.Past or Tense.Pluperfect or Tense.Future or Tense.Present } journey)
        {
            return new Trigger(rule, noun.First, noun.Next, journey.Tense);
        }

        if (rule.Need is TriggerNeed.Governed or TriggerNeed.Numbered && !isNumbered)
        {
            return null;
        }

        if (EventVerb(context, sentence, verbs, noun) is { } happening)
        {
            return new Trigger(rule, noun.First, noun.Next, happening.Tense, IsDefinite: isDefinite, IsEvent: true, IsPlural: determiner is "des" or "les" or "ces");
        }

        // "Hanoï a accueilli le 5e dialogue …, codirigé par X et Y"; "le 4e dialogue …, tenu mardi à New Delhi"
        if (rule.Kind == MeetingKind.Dialogue && isNumbered && (cues.Any(c => c.Value == EncounterCue.Chairs && c.First >= noun.Next)
            || verbs.Any(v => v is { Verb: "tenir" or "organiser", Tense: Tense.Participle } && v.First >= noun.Next && v.First - noun.Next < 14)))
        {
            return new Trigger(rule, noun.First, noun.Next, Tense.Past, IsDefinite: isDefinite, IsEvent: true);
        }

        // "La rencontre entre X et Y, mardi à New Delhi, a permis …": the people stand with the noun.
        if (rule.Need is TriggerNeed.None && rule.Object != ObjectMarker.A && isDefinite && IsSubjectWithPeople(context, sentence, verbs, noun))
        {
            return new Trigger(rule, noun.First, noun.Next, Tense.Past, IsDefinite: true, IsEvent: true);
        }

        if (rule.Need is TriggerNeed.None && rule.Object != ObjectMarker.A && BroughtInBy(tokens, cues, noun.First))
        {
            // The plural in passing is a habit, not an event ("lors des rencontres entre experts").
            return determiner is "des" or "les" or "leurs" or "aux" ? null : new Trigger(rule, noun.First, noun.Next, RelativeTense(tokens, sentence, verbs, noun), IsInPassing: true, IsDefinite: isDefinite || determiner.Length == 0, IsTheirs: determiner == "leur");
        }

        return null;
    }

    /// <summary>A subject at the head of its sentence, with <c>entre</c> or <c>avec</c> and people after it, whose verb tells something done.</summary>
    private static bool IsSubjectWithPeople(ArticleContext context, Sentence sentence, IReadOnlyList<VerbGroup> verbs, PhraseMatch<EncounterRule> noun)
    {
        var people = context.Actors[sentence.Index].Where(a => a.First >= noun.Next && a.First - noun.Next < 30).ToList();
        var main = verbs.FirstOrDefault(v => v.IsFinite && v.First >= noun.Next);
        return noun.First - sentence.First <= 4 && people.Any(context.IsHome) && people.Any(context.IsForeign)
            && main is { Tense: Tense.Past or Tense.Pluperfect } && people.Any(p => p.End <= main.First)
            && Enumerable.Range(noun.Next, Math.Min(8, sentence.First + sentence.Count - noun.Next)).Any(i => context.Text.Tokens[i].Folded is "entre" or "avec" or "du" or "de");
    }

    /// <summary>A relative clause on the noun dates it: <c>l'entretien qu'il avait eu auparavant</c>.</summary>
    private static Tense RelativeTense(IReadOnlyList<Token> tokens, Sentence sentence, IReadOnlyList<VerbGroup> verbs, PhraseMatch<EncounterRule> noun)
    {
        if (noun.Next < sentence.First + sentence.Count && tokens[noun.Next].Folded is "qu'" or "que")
        {
            foreach (var verb in verbs)
            {
                if (verb.First >= noun.Next)
                {
                    return verb.Tense;
                }
            }
        }

        return Tense.Past;
    }

    private static bool Chairs(VerbGroup verb) => verb.Verb is "présider" or "coprésider" or "codiriger";

    private static VerbGroup? Governor(IReadOnlyList<VerbGroup> verbs, int noun)
    {
        for (var i = verbs.Count - 1; i >= 0; i--)
        {
            var verb = verbs[i];
            if (verb.Anchor >= noun)
            {
                continue;
            }

            var holds = verb.Verb is "avoir" or "tenir" or "mener" or "conduire" or "effectuer" or "rendre" or "présider" or "coprésider" or "codiriger" or "faire";
            if (holds && !verb.IsReflexive && (!verb.IsPassive || Chairs(verb)) && noun - verb.Anchor <= GovernReach)
            {
                return verb.IsPassive ? null : verb;
            }

            if (verb.IsFinite)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The verb whose subject the noun is: <c>a eu lieu</c>, <c>s'est tenu</c>, <c>a réuni</c>, <c>a débuté</c>.</summary>
    private static VerbGroup? EventVerb(ArticleContext context, Sentence sentence, IReadOnlyList<VerbGroup> verbs, PhraseMatch<EncounterRule> noun)
    {
        foreach (var verb in verbs)
        {
            var happens = verb.Verb switch
            {
                "avoir" => verb.End < sentence.First + sentence.Count && context.Text.Tokens[verb.End].Folded == "lieu",
                "tenir" or "dérouler" or "ouvrir" or "clôturer" => verb.IsReflexive,
                "présider" or "coprésider" or "codiriger" => verb.IsPassive,
                "débuter" or "réunir" => !verb.IsPassive,
                _ => false,
            };
            if (happens && verb.IsFinite && verb.Tense is Tense.Past or Tense.Pluperfect or Tense.Present or Tense.Future
                && (verb.First >= noun.Next && verb.First - noun.Next <= 30 || verb.Verb == "débuter" && noun.First > verb.Anchor && noun.First - verb.Anchor <= 4)
                && !verbs.Any(v => v.IsFinite && v.First >= noun.Next && v.First < verb.First))
            {
                return verb;
            }
        }

        return null;
    }

    private bool BroughtInBy(IReadOnlyList<Token> tokens, IReadOnlyList<PhraseMatch<EncounterCue>> cues, int noun) =>
        cues.Any(c => c.Value == EncounterCue.During && c.First < noun && noun - c.Next <= 4 && Enumerable.Range(c.Next, Math.Max(0, noun - c.Next)).All(i => IsBetween(tokens[i])));

    private bool IsBetween(Token token) => words.Has("determiner", token.Folded) || words.Has("before-noun", token.Folded);

    private string Determiner(IReadOnlyList<Token> tokens, int first, int noun)
    {
        for (var i = noun - 1; i >= first && i >= noun - 4; i--)
        {
            if (words.Has("determiner", tokens[i].Folded))
            {
                return tokens[i].Folded;
            }
        }

        return "";
    }

    private bool IsNumbered(IReadOnlyList<Token> tokens, int first, int noun)
    {
        for (var i = noun - 1; i >= first && i >= noun - 3; i--)
        {
            if (char.IsAsciiDigit(tokens[i].Text[0]) || words.Has("ordinal", tokens[i].Folded))
            {
                return true;
            }
        }

        return false;
    }
}
