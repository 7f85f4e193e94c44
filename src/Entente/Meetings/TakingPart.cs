using Entente.Clauses;
using Entente.Dates;
using Entente.Partners;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>What somebody does who sits in a gathering: attends it, speaks at it, leads or is the delegation sent to it, or leaves for home when it is over.</summary>
internal sealed class TakingPart(WordSets words)
{
    /// <summary>From a verb to its object: <c>a prononcé, mardi à Hanoï, un discours</c>.</summary>
    private const int ObjectReach = 8;

    /// <summary>Between <c>à</c> and the noun: <c>à la toute première</c>, <c>au 16e</c>.</summary>
    private const int NameLead = 4;

    public static bool Attends(ArticleContext context, VerbGroup verb) =>
        verb.Verb is "participer" or "assister" or "présider" or "coprésider" || verb.Verb is "prendre" && context.Text.Tokens[Math.Min(verb.End, context.Text.Tokens.Count - 1)].Folded is var noun && WordSets.French.Has("part", noun) || IsAmong(context, verb);

    /// <summary><c>était l'un des participants à la 3e conférence</c>, <c>faisait partie des délégués au forum</c></summary>
    public static bool IsAmong(ArticleContext context, VerbGroup verb)
    {
        var (words, tokens) = (WordSets.French, context.Text.Tokens);
        return verb is { IsFinite: true, IsPassive: false, IsReflexive: false } && words.Has("being-among", Folding.Fold(verb.Verb))
            && Enumerable.Range(verb.End, Math.Max(0, Math.Min(NameLead, tokens.Count - verb.End))).TakeWhile(i => words.Has("among", tokens[i].Folded)).Count() is > 0 and var gap
            && verb.End + gap < tokens.Count && words.Has("attendance", tokens[verb.End + gap].Folded);
    }

    /// <summary>Who speaks at a gathering sits in it, though the text has it only as the occasion (<c>a pris la parole lors de la réunion</c>).</summary>
    public static bool Speaks(ArticleContext context, VerbGroup verb)
    {
        var tokens = context.Text.Tokens;
        return verb.Verb is "intervenir" || verb is { Verb: "exprimer", IsReflexive: true }
            || verb.Verb == "prononcer" && Enumerable.Range(verb.End, Math.Max(0, Math.Min(ObjectReach, tokens.Count - verb.End))).TakeWhile(i => tokens[i].Kind != TokenKind.Punctuation || tokens[i].Folded == ",").Any(i => WordSets.French.Has("speech", tokens[i].Folded))
            || verb.Verb == "prendre" && verb.End + 1 < tokens.Count && WordSets.French.Has("feminine-article", tokens[verb.End].Folded) && WordSets.French.Has("floor", tokens[verb.End + 1].Folded);
    }

    /// <summary><c>a conduit une délégation au 16e Sommet</c>, <c>est à la tête de la délégation à la réunion</c>, <c>représente le Vietnam au forum</c></summary>
    public bool Represents(ArticleContext context, Sentence sentence, VerbGroup verb, Gathering gathering)
    {
        // "X, qui conduit la délégation au 10e Dialogue, a rencontré Y": what a relative tells beside the news.
        if (verb.IsReflexive || verb.First > sentence.First && words.Has("relative", context.Text.Tokens[verb.First - 1].Folded) || PlaceOf(context, gathering) is not { } at || at < verb.End)
        {
            return false;
        }

        var name = Folding.Fold(verb.Verb);
        var tokens = context.Text.Tokens;
        return words.Has("leading-party", name) && !verb.IsPassive && words.StandsIn("side", tokens, verb.End, Math.Min(verb.End + ObjectReach, at))
            || words.Has("at-head", name) && words.StandsIn("at-the-head", tokens, verb.End, Math.Min(verb.End + ObjectReach, at)) && words.StandsIn("side", tokens, verb.End, at)
            || words.Has("standing-for", name) && context.HomeMentions[sentence.Index].Any(m => verb.IsPassive ? m.EndToken <= verb.First : m.FirstToken >= verb.End && m.EndToken <= at);
    }

    /// <summary><c>La délégation est à Moscou depuis lundi pour la 10e Conférence</c>: who is there for it sits in it.</summary>
    public bool IsThereFor(ArticleContext context, Sentence sentence, VerbGroup verb, Gathering gathering)
    {
        const int OpeningReach = 12;
        var tokens = context.Text.Tokens;
        if (HasGoneTo(context, sentence, verb, gathering))
        {
            return true;
        }

        // "était vendredi à l'ouverture du Dialogue"
        if (verb is { IsPassive: false, IsFinite: true, Tense: Tense.Imperfect } && words.Has("copula-verb", Folding.Fold(verb.Verb)) && verb.End < gathering.First && gathering.First - verb.End <= OpeningReach
            && context.DatesIn[sentence.Index].Any(d => d.First >= verb.End && d.End <= gathering.First && (d.Resolved.Date.Day > 0 || d.Expression.Weekday is not null)) && words.StandsIn("opened-at", tokens, verb.End, gathering.First))
        {
            return true;
        }

        if (verb is not { IsPassive: false, Tense: Tense.Present } || !words.Has("copula-verb", Folding.Fold(verb.Verb)) || verb.End >= gathering.First || !(words.HasWritten("to", tokens[verb.End].Text) || words.Has("place-lead", tokens[verb.End].Folded)))
        {
            return false;
        }

        var lead = gathering.First - 1;
        while (lead > gathering.First - 1 - NameLead && !words.Has("purpose", tokens[lead].Folded))
        {
            lead--;
        }

        return lead > verb.End && words.Has("purpose", tokens[lead].Folded);
    }

    /// <summary><c>La délégation s'est rendue en Chine pour participer au 9e Forum, qui se tient du 20 au 22 octobre</c>: who has gone to one that has begun sits in it.</summary>
    private bool HasGoneTo(ArticleContext context, Sentence sentence, VerbGroup verb, Gathering gathering)
    {
        const int Far = 25;
        var tokens = context.Text.Tokens;
        if (verb is not { IsPassive: false, IsFinite: true, Tense: Tense.Past } || !words.Has("going", verb.Verb) || verb.End >= gathering.First || gathering.First - verb.End > Far)
        {
            return false;
        }

        var attending = context.Verbs[sentence.Index].FirstOrDefault(v => v.First > verb.End && v.End <= gathering.First && v.Tense == Tense.Infinitive && Attends(context, v));
        return attending.Verb is not null && words.StandsIn("purpose", tokens, attending.First - 2, attending.First)
            && !context.DatesIn[sentence.Index].Exists(d => d.Resolved.From is { } from && context.Dates.ArticleDate.To is { } news && from > news);
    }

    /// <summary><c>Ces rencontres s'inscrivaient dans sa participation à la 21e conférence</c>: of somebody of the home side of whom the text spoke right before.</summary>
    public bool IsOfParticipation(ArticleContext context, Sentence sentence, Gathering gathering)
    {
        var tokens = context.Text.Tokens;
        return PlaceOf(context, gathering) is { } at && at - 2 > sentence.First && words.Has("taking-part-noun", tokens[at - 1].Folded) && words.Has("possessive", tokens[at - 2].Folded)
            && words.StandsIn("belonging", tokens, sentence.First, at) && !context.Verbs[sentence.Index].Any(v => v.End <= at && v.Tense is Tense.Future or Tense.Conditional)
            && (context.Actors[sentence.Index].LastOrDefault(a => a.End <= at - 2 && a.Person is not null) ?? new Antecedents(context, sentence).Recall(at - 2, wantHome: true)) is { } who && context.IsHome(who);
    }

    /// <summary><c>X, présent à la 18e Conférence, a rencontré Y</c>, <c>Présente au forum, la vice-ministre X a dit</c>: who is told as present at it, by the way, sat in it.</summary>
    public bool IsPresentAt(ArticleContext context, Sentence sentence, Gathering gathering)
    {
        const int Beside = 2;
        if (gathering.IsOccasion || PlaceOf(context, gathering) is not { } at || at <= sentence.First || words.StandsIn("purpose", context.Text.Tokens, at, gathering.First) || !words.Has("present-at", context.Text.Tokens[at - 1].Folded) || !context.Verbs[sentence.Index].Exists(v => v is { IsFinite: true, Tense: Tense.Past } && v.First >= gathering.End))
        {
            return false;
        }

        var actors = context.Actors[sentence.Index];
        var present = at - 1 == sentence.First ? actors.Find(a => a.First >= gathering.End && a.Person is not null) : actors.FindLast(a => a.End <= at - 1);
        return present is not null && context.IsHome(present) && (at - 1 == sentence.First || at - 1 - present.End < Beside);
    }

    /// <summary><c>X, qui participe à la 67e session, s'est entretenu avec ses homologues indien et turc</c>: whom he met need not sit in it.</summary>
    public bool IsTakenPartInAside(ArticleContext context, Sentence sentence, Gathering gathering)
    {
        const int Near = 12;
        return !gathering.IsOccasion && context.Verbs[sentence.Index].Find(v => v.IsFinite) is { Verb: not null, Tense: Tense.Present or Tense.Imperfect or Tense.Past } attending && attending.End <= gathering.First && gathering.First - attending.End <= Near && Attends(context, attending)
            && attending.First - 2 >= sentence.First && words.Has("who", context.Text.Tokens[attending.First - 1].Folded) && context.Actors[sentence.Index].Exists(a => a.End <= attending.First && context.IsHome(a) && a.Person is not null)
            && Antecedents.TellsEncounter(context, sentence) && context.Verbs[sentence.Index].Exists(v => v is { IsFinite: true, Tense: Tense.Past or Tense.Pluperfect } && v.First >= gathering.End && words.Has("list-mark", context.Text.Tokens[v.First - 1].Folded));
    }

    /// <summary>
    /// <c>Quelque 300 délégués prennent part au 12e Dialogue. C'est le général X qui dirige la délégation vietnamienne</c>: ours is one of those told by number alone.
    /// </summary>
    public bool IsOfManyWithOurs(ArticleContext context, Sentence sentence)
    {
        const int HeadReach = 6;
        const int Following = 3;
        const int NationReach = 3;
        return words.StandsIn("many-at-gathering", context.Text.Tokens, sentence.First, Math.Min(sentence.First + HeadReach, sentence.First + sentence.Count))
            && context.Text.Sentences.Where(s => s.Section == SectionKind.Body && s.Index > sentence.Index).Take(Following).Any(IsLedByOurs);

        bool IsLedByOurs(Sentence told) =>
            (context.Holds(told, "leading") || context.Holds(told, "led") || context.Holds(told, "at-the-head")) && context.Actors[told.Index].Exists(a => context.IsHome(a) && a.Person is not null)
                && context.HomeMentions[told.Index].Any(m => Enumerable.Range(Math.Max(told.First, m.FirstToken - NationReach), Math.Min(NationReach, m.FirstToken - told.First)).Any(i => words.Has("delegation", context.Text.Tokens[i].Folded)));
    }

    /// <summary><c>a quitté Jakarta après la clôture du 43e sommet</c>, <c>est rentré à Hanoï, au terme de sa participation au sommet</c>: who leaves when it is over sat in it.</summary>
    public bool Leaves(ArticleContext context, Sentence sentence, Gathering gathering)
    {
        var tokens = context.Text.Tokens;
        return context.Verbs[sentence.Index].FirstOrDefault(v => v.IsFinite && v.First < gathering.First) is { IsPassive: false, Tense: Tense.Past } verb && words.Has("leaving-for-home", Folding.Fold(verb.Verb))
            && context.Actors[sentence.Index].Any(a => a.End <= verb.First && context.IsHome(a) && a.Person is not null)
            && words.StandsIn("when-over", tokens, Math.Max(verb.End, gathering.First - ObjectReach), gathering.First);
    }

    /// <summary>The one of the home side who was at what the sentence before tells: <c>Le chef de la délégation vietnamienne y a pris la parole</c>, <c>Le vice-ministre X y a participé</c>.</summary>
    public Actor? IsThere(ArticleContext context, Sentence sentence)
    {
        const int Reach = 2;
        var tokens = context.Text.Tokens;
        foreach (var verb in context.Verbs[sentence.Index])
        {
            if (verb is { IsFinite: true, IsPassive: false, Tense: Tense.Past or Tense.Pluperfect } && words.StandsIn("place-pronoun", tokens, Math.Max(sentence.First, verb.First - Reach), verb.End)
                && context.Actors[sentence.Index].FindLast(a => a.End <= verb.First && context.IsHome(a)) is { } actor)
            {
                return actor.Person is null ? new Antecedents(context, sentence).Recall(actor.First, wantHome: true) : actor;
            }
        }

        return null;
    }

    /// <summary>
    /// <c>Santiago a abrité mercredi la réunion des ministres …</c>, <c>C'est Santiago qui a accueilli la réunion</c>: the town or state that a gathering sat in is its subject, the day or our being there is told.
    /// </summary>
    public bool Hosts(ArticleContext context, Sentence sentence, VerbGroup verb, Gathering gathering)
    {
        const int Reach = 12;
        var tokens = context.Text.Tokens;
        if (gathering.IsOccasion || verb is not { IsPassive: false, IsReflexive: false, IsFinite: true, Tense: Tense.Past } || !words.Has("town-hosts", Folding.Fold(verb.Verb)) || verb.Anchor >= gathering.First
            || gathering.First - verb.Anchor > Reach || context.Actors[sentence.Index].Any(a => a.End <= gathering.First && a.Person is not null))
        {
            return false;
        }

        var isAside = verb.First > sentence.First && words.Has("relative", tokens[verb.First - 1].Folded) && !words.Has("cleft-lead", tokens[sentence.First].Folded);
        return !isAside && (context.DatesIn[sentence.Index].Any(d => d.Resolved.Date.Day > 0 && !d.IsHistory(tokens)) || context.HomeMentions[sentence.Index].Any(m => m.FirstToken >= gathering.First && m.FirstToken < gathering.End));
    }

    /// <summary>
    /// One of each of the states that a gathering's name holds, who opens a sentence after it with a verb of his own: those who speak there sat in it.
    /// </summary>
    /// <param name="context">The article.</param>
    /// <param name="sentence">Where the gathering is told.</param>
    /// <param name="gathering">Its name.</param>
    /// <param name="known">Those who are known to have sat in it.</param>
    public static IEnumerable<Actor> Speakers(ArticleContext context, Sentence sentence, Gathering gathering, IReadOnlyList<Actor> known)
    {
        const int Reach = 5;
        const int HeadReach = 6;
        var seen = known.Select(k => k.Country).ToHashSet();
        foreach (var told in context.Text.Sentences.Where(s => s.Section == SectionKind.Body && s.Index > sentence.Index).Take(Reach))
        {
            if (Antecedents.TellsEncounter(context, told) || MainPartners.IsInMargin(context.Text, told))
            {
                yield break;
            }

            if (context.Actors[told.Index].FirstOrDefault() is { IsNamed: true, Person: not null, Level: >= People.PersonLevel.DeputyMinister } speaker && speaker.First - told.First <= HeadReach && context.IsForeign(speaker)
                && gathering.Partners.Contains(speaker.Country!, StringComparer.Ordinal) && context.Verbs[told.Index].Any(v => v is { IsFinite: true, Tense: Tense.Past or Tense.Present } && v.First >= speaker.End) && seen.Add(speaker.Country))
            {
                yield return speaker;
            }
        }
    }

    /// <summary><c>Le ministre X a proposé le 16 novembre … S'exprimant lors de la réunion, il a appelé</c>: the day of what he said right before is that of the gathering where he said it.</summary>
    public static DateMention? SpokenBefore(ArticleContext context, Sentence sentence, Gathering gathering, Actor head)
    {
        const int Reach = 22;
        var isThere = context.Verbs[sentence.Index].Any(v => v.Tense == Tense.Gerund && v.First - sentence.First <= 1 && v.Anchor < gathering.First && Speaks(context, v));
        return isThere && context.Text.Sentences.LastOrDefault(s => s.Section == SectionKind.Body && s.Index < sentence.Index) is { } before
            && context.Actors[before.Index].FirstOrDefault() is { } speaker && speaker.Person == head.Person
            && context.Verbs[before.Index].FirstOrDefault(v => v.IsFinite && v.First >= speaker.End) is { Tense: Tense.Past, IsPassive: false, Verb: { } said } verb && WordSets.French.Has("remark", Folding.Fold(said))
            ? context.DatesIn[before.Index].FirstOrDefault(d => d.First >= verb.End && d.First - verb.End <= Reach && d.Resolved.Date.Day > 0 && !d.Expression.IsRange) : null;
    }

    /// <summary>Who speaks for the home side in the sentences after, where the first two name nobody.</summary>
    public static Actor? HeadAfter(ArticleContext context, Sentence sentence)
    {
        const int Reach = 7;
        return context.Text.Sentences.Where(s => s.Section == SectionKind.Body && s.Index > sentence.Index).Take(Reach)
            .SelectMany(s => context.Actors[s.Index]).FirstOrDefault(a => context.IsHome(a) && a.Person is not null);
    }

    /// <summary>
    /// The states that a sentence after a gathering tells as having been there: <c>L'Iran et le Bahreïn y étaient représentés</c>, <c>L'Iran et le Sri Lanka, qui y avaient envoyé des officiers, …</c>,
    /// <c>Y participaient aussi l'Iran et le Bahreïn</c>.
    /// </summary>
    public IReadOnlyList<string> StatesThere(ArticleContext context, Sentence sentence)
    {
        const int Reach = 4;
        const int Several = 2;
        var tokens = context.Text.Tokens;
        foreach (var told in context.Text.Sentences.Where(s => s.Section == SectionKind.Body && s.Index > sentence.Index).Take(Reach).Where(s => context.Holds(s, "place-pronoun")))
        {
            var verb = context.Verbs[told.Index].FirstOrDefault(v => v is { IsFinite: true, IsReflexive: false, Tense: Tense.Past or Tense.Pluperfect or Tense.Imperfect } && words.Has("being-there", Folding.Fold(v.Verb)) && v.First > told.First && words.Has("place-pronoun", tokens[v.First - 1].Folded));
            var states = verb.Verb is null ? [] : context.Mentions[told.Index].Where(m => m is { Counts: true, IsPlace: false, Kind: MentionKind.Name } && (verb.First - 1 == told.First ? m.FirstToken >= verb.End : m.EndToken <= verb.First)).Select(m => m.Code).Distinct(StringComparer.Ordinal).ToList();
            if (states.Count >= Several)
            {
                return states;
            }
        }

        return [];
    }

    /// <summary><c>L'institut qui l'organise est un centre néerlandais de recherche</c>: what something is, and nobody who sits there.</summary>
    public bool DefinesSomething(ArticleContext context, Sentence sentence) =>
        context.Verbs[sentence.Index].LastOrDefault(v => v.IsFinite) is { Verb: { } being, IsPassive: false, Tense: Tense.Present } copula && words.Has("copula-verb", Folding.Fold(being)) && copula.End < sentence.First + sentence.Count && words.Has("indefinite", context.Text.Tokens[copula.End].Folded);

    /// <summary>Where the <c>à</c> before the name of a gathering stands; null where another word leads it in.</summary>
    private int? PlaceOf(ArticleContext context, Gathering gathering)
    {
        var tokens = context.Text.Tokens;
        for (var i = gathering.First - 1; i >= Math.Max(0, gathering.First - NameLead); i--)
        {
            if (words.HasWritten("to", tokens[i].Text) || words.Has("contracted-to", tokens[i].Folded))
            {
                return i;
            }

            if (tokens[i].Kind == TokenKind.Punctuation || words.Has("of", tokens[i].Folded))
            {
                return null;
            }
        }

        return null;
    }
}
