using Entente.Clauses;
using Entente.Dates;
using Entente.Partners;
using Entente.People;
using Entente.Tables;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>Tells when a gathering is told to be: by its own verb (<c>s'est ouverte</c>, <c>se tiendra</c>), or by that of who takes part (<c>a assisté à</c>, <c>s'exprimant lors de</c>).</summary>
internal sealed class GatheringTime(WordSets words)
{
    /// <summary>How far the name of a gathering may stand from the verb of taking part.</summary>
    public const int AttendReach = 22;

    /// <summary>How far before it its own verb may stand: <c>s'est tenue mardi à Hanoï la 3e conférence …</c>.</summary>
    private const int InversionReach = 9;

    /// <summary>Tokens before the name of a gathering that heads its sentence.</summary>
    private const int HeadReach = 6;

    private readonly TakingPart _takingPart = new(words);

    /// <summary>When it is told to be, by its own verb or by that of who takes part; null where neither tells an event.</summary>
    public Tense? Find(ArticleContext context, Sentence sentence, Gathering gathering, bool hasHome)
    {
        if (hasHome && IsOfSpeaker(context, sentence, gathering) || _takingPart.IsOfParticipation(context, sentence, gathering))
        {
            return Tense.Past;
        }

        foreach (var verb in context.Verbs[sentence.Index])
        {
            var isOfGuests = hasHome && IsOfGuests(context, sentence, verb);
            var attends = hasHome && !isOfGuests && gathering.First > verb.Anchor && WordDistance.Between(context, sentence, verb.Anchor, gathering.First) < AttendReach && (!verb.IsReflexive || verb.Verb == "exprimer")
                && (TakingPart.Speaks(context, verb) || !gathering.IsOccasion && (TakingPart.Attends(context, verb) || _takingPart.Represents(context, sentence, verb, gathering)) || gathering.IsSpokenAt && !verb.IsPassive && words.Has("remark", Folding.Fold(verb.Verb)) && !words.StandsIn("that", context.Text.Tokens, verb.End, gathering.First) && !IsOfForeigner(context, sentence, verb) && !IsToldOf(context, sentence, verb, gathering));
            // "Ce 31 mai marque la première journée du 22e Dialogue de Shangri-La"
            // "Bali a accueilli la réunion, à laquelle le Vietnam était représenté par une délégation"
            var represents = verb is { Verb: "représenter", IsPassive: true } && gathering.End <= verb.First && context.HomeMentions[sentence.Index].Any(m => m.FirstToken >= gathering.End && m.EndToken <= verb.First);
            if (represents || _takingPart.Hosts(context, sentence, verb, gathering) || hasHome && !gathering.IsOccasion && verb is { IsPassive: true, Tense: Tense.Imperfect } && _takingPart.Represents(context, sentence, verb, gathering))
            {
                return Tense.Past;
            }

            var marks = !gathering.IsOccasion && verb is { Verb: "marquer", IsPassive: false, IsReflexive: false } && verb.Anchor < gathering.First && gathering.First - verb.Anchor < AttendReach;
            var isBeside = verb.First >= gathering.End - 1 || verb.Anchor < gathering.First && gathering.First - verb.Anchor < InversionReach;
            // "a salué les efforts, grâce à la réunion …, qui s'est tenue en mai": what a relative tells beside the news is none.
            var isAside = words.Has("relative", context.Text.Tokens[Math.Max(sentence.First, verb.First - 1)].Folded) && gathering.First - sentence.First > HeadReach && !words.Has("cleft-lead", context.Text.Tokens[sentence.First].Folded);
            var takesPlace = !gathering.IsOccasion && isBeside && (verb.IsReflexive && words.Has("happens-itself", Folding.Fold(verb.Verb)) || !verb.IsPassive && words.Has("begins", Folding.Fold(verb.Verb)) || verb.Verb == "réunir" && verb.First >= gathering.End - 1
                || verb.IsPassive && words.Has("held-passively", Folding.Fold(verb.Verb)) || words.Has("happening-verb", Folding.Fold(verb.Verb)) && context.Text.Tokens[Math.Min(verb.End, context.Text.Tokens.Count - 1)].Folded is var place && (words.Has("took-place", place) || words.Has("came-to-end", place)));
            var happens = takesPlace && !isAside || hasHome && !isOfGuests && !gathering.IsOccasion && _takingPart.IsThereFor(context, sentence, verb, gathering);
            if (happens && !takesPlace && verb.Tense == Tense.Imperfect)
            {
                return Tense.Past;
            }

            if (verb.IsFinite && (attends || marks || happens) && verb.Tense is Tense.Past or Tense.Present or Tense.Future)
            {
                return verb.Tense;
            }

            // "Le général X l'a annoncé à Lima, où se tenait la Conférence de l'ONU": who speaks where it sits was there.
            if (hasHome && verb is { IsFinite: true, Tense: Tense.Imperfect or Tense.Past } && verb.First < gathering.First && takesPlace && words.HasWritten("where", context.Text.Tokens[verb.First - 1].Text)
                && context.Verbs[sentence.Index].Any(v => v is { IsFinite: true, IsPassive: false, Tense: Tense.Past } && v.End < verb.First && context.Actors[sentence.Index].Any(a => a.End <= v.First && context.IsHome(a) && a.Person is not null)) && !Antecedents.TellsEncounter(context, sentence))
            {
                return Tense.Past;
            }

            // "X était l'un des participants à la conférence"
            if (verb.Tense == Tense.Imperfect && attends && TakingPart.IsAmong(context, verb))
            {
                return Tense.Past;
            }

            // "Le vice-ministre X assistait à la conférence, où il s'est exprimé mardi"
            if (verb is { IsFinite: true, Tense: Tense.Imperfect } && attends && context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First > gathering.First && v.Tense == Tense.Past && TakingPart.Speaks(context, v)))
            {
                return Tense.Past;
            }
        }

        return null;
    }

    /// <summary><c>X a reçu les ministres, qui participent à la réunion</c>, <c>Le ministre russe est à Hanoï pour la conférence</c>: who attends is of the other side alone.</summary>
    private bool IsOfGuests(ArticleContext context, Sentence sentence, VerbGroup verb)
    {
        const int Aside = 4;
        var actors = context.Actors[sentence.Index];
        if (actors.FindLast(a => a.End <= verb.First) is not { } subject || context.IsHome(subject) || !context.IsForeign(subject) && subject is not { IsNamed: true, Person: not null })
        {
            return false;
        }

        var tokens = context.Text.Tokens;
        var isWithOurs = actors.Exists(a => context.IsHome(a) && a.End <= subject.First && subject.First - a.End <= Aside && words.StandsIn("and", tokens, a.End, subject.First));
        return !isWithOurs && (words.Has("who", tokens[verb.First - 1].Folded) && verb.First - subject.End <= Aside || subject.Person is not null && !actors.Exists(a => context.IsHome(a)));
    }

    /// <summary><c>Le ministre indien X a apprécié le rôle du Vietnam lors de la réunion</c>: the subject is of another state, whatever he says of ours.</summary>
    private static bool IsOfForeigner(ArticleContext context, Sentence sentence, VerbGroup verb)
    {
        const int Gap = 1;
        return context.Actors[sentence.Index].LastOrDefault(a => a.End <= verb.First) is { } subject && context.IsForeign(subject) && verb.First - subject.End <= Gap;
    }

    /// <summary><c>S'exprimant lors de la 10e Réunion …, le ministre X a appelé</c>, <c>Lors de la 10e Réunion …, le ministre X a souligné</c>: who speaks there sits in it.</summary>
    private bool IsOfSpeaker(ArticleContext context, Sentence sentence, Gathering gathering)
    {
        var verbs = context.Verbs[sentence.Index];
        if (gathering.First - sentence.First > 2 * HeadReach || verbs.FirstOrDefault(v => v.IsFinite && v.First >= gathering.End) is not { Verb: not null, Tense: Tense.Past } main
            || verbs.Any(v => v.IsFinite && v.First < gathering.First) || context.Actors[sentence.Index].FirstOrDefault(a => a.First >= gathering.End && a.End <= main.First && (context.IsHome(a) || context.IsForeign(a))) is not { Person: not null } speaker || !context.IsHome(speaker))
        {
            return false;
        }

        return verbs.Any(v => v.Tense == Tense.Gerund && v.First - sentence.First <= 1 && v.Anchor < gathering.First && TakingPart.Speaks(context, v)) || gathering.IsSpokenAt && gathering.First - sentence.First <= HeadReach && (TakingPart.Speaks(context, main) || words.Has("remark", Folding.Fold(main.Verb)));
    }

    /// <summary><c>a informé son hôte des sujets qui seraient abordés lors du Dialogue</c>: what the remark is about is there, and not who speaks.</summary>
    private bool IsToldOf(ArticleContext context, Sentence sentence, VerbGroup remark, Gathering gathering) =>
        context.Verbs[sentence.Index].Exists(v => v.First >= remark.End && v.First < gathering.First
            && (v.Tense is Tense.Future or Tense.Conditional || v.IsFinite && words.Has("relative", context.Text.Tokens[v.First - 1].Folded) && !words.Has("that", context.Text.Tokens[v.First - 1].Folded)));
}
