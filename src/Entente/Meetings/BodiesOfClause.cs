using Entente.Clauses;
using Entente.Partners;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>An encounter of bodies as one clause tells it.</summary>
/// <param name="Verb">What tells it as held.</param>
/// <param name="Kind">After the noun of encounter.</param>
/// <param name="Partners">The states of the other side.</param>
/// <param name="IsEach">One with each of them.</param>
internal sealed record Bodies(VerbGroup Verb, MeetingKind Kind, IReadOnlyList<string> Partners, bool IsEach);

/// <summary>Finds the bodies of two sides in a clause that tells of them as meeting: between them, one with the other, both together, or one that has come to the other.</summary>
internal sealed class BodiesOfClause(WordSets words)
{
    /// <summary>From a verb to the noun of encounter that it holds: <c>ont tenu le 24 octobre à Mong Cai leur troisième rencontre</c>.</summary>
    private const int NounReach = 16;

    /// <summary>From a noun of encounter to whom it is with: <c>une rencontre de travail avec</c>.</summary>
    private const int WithReach = 8;

    /// <summary>From <c>avec</c> to the body: <c>avec les autorités</c>, but <c>avec les élèves de l'Académie</c>.</summary>
    private const int BodyReach = 4;

    private readonly NumberedSession _numbered = new(words);

    public Bodies? Find(ArticleContext context, Sentence sentence)
    {
        // The main clause tells it; what a relative tells is of another time.
        if (context.Verbs[sentence.Index].FirstOrDefault(v => v.IsFinite) is not { Verb: not null, Tense: Tense.Past } verb || VerbTime.IsNegated(context, sentence, verb)
            || verb.First > sentence.First && words.Has("relative", context.Text.Tokens[verb.First - 1].Folded) || context.Holds(sentence, "joined-event"))
        {
            return null;
        }

        return Between(context, sentence, verb) ?? With(context, sentence, verb) ?? Together(context, sentence, verb) ?? Assembled(context, sentence, verb) ?? Attended(context, sentence, verb) ?? Come(context, sentence, verb) ?? AtTheirSession(context, sentence, verb);
    }

    /// <summary><c>Une réunion entre A et B s'est tenue mardi</c>, <c>Un séminaire s'est tenu mardi à Hanoï entre A et B</c></summary>
    private Bodies? Between(ArticleContext context, Sentence sentence, VerbGroup verb)
    {
        var (tokens, end) = (context.Text.Tokens, sentence.First + sentence.Count);
        var isHeld = verb.IsReflexive && words.Has("happens-itself", Folding.Fold(verb.Verb)) || verb.IsPassive && words.Has("held-passively", Folding.Fold(verb.Verb))
            || words.Has("happening-verb", Folding.Fold(verb.Verb)) && verb.End < end && words.Has("took-place", tokens[verb.End].Folded);
        var noun = isHeld ? First("body-encounter", tokens, sentence.First, verb.First) : -1;
        var between = noun < 0 ? -1 : First("between", tokens, noun + 1, end);
        if (between < 0 || First("with", tokens, noun + 1, between) >= 0)
        {
            return null;
        }

        var until = between < verb.First ? verb.First : end;
        var and = Enumerable.Range(between + 1, Math.Max(0, until - between - 1)).FirstOrDefault(i => IsSecond(context, sentence, between, i, until), -1);
        return and > 0 && PartnersIn(context, sentence, between, until) is { Count: > 0 } partners ? new Bodies(verb, KindOf(tokens[noun].Folded), partners, false) : null;
    }

    /// <summary>At <c>et</c> the other side begins: one of both parts names a state, and the other, ours, a body of none.</summary>
    private bool IsSecond(ArticleContext context, Sentence sentence, int from, int and, int until)
    {
        var tokens = context.Text.Tokens;
        if (!words.Has("and", tokens[and].Folded) || and + 1 >= until || !words.Has("determiner", tokens[and + 1].Folded) && !words.Has("that-one", tokens[and + 1].Folded))
        {
            // "les jeunes officiers vietnamiens et laotiens"
            return words.Has("and", tokens[and].Folded) && IsAdjective(context, sentence, and - 1) && IsAdjective(context, sentence, and + 1) && IsOursIn(context, sentence, from, until) && IsBody(tokens, from, and);
        }

        var (before, behind) = (PartnersIn(context, sentence, from, and).Count, PartnersIn(context, sentence, and, until).Count);
        return (before > 0) != (behind > 0) && IsBody(tokens, from, and) && (IsBody(tokens, and, until) || words.Has("that-one", tokens[and + 1].Folded)) && (IsOursIn(context, sentence, from, until) || IsHomeText(context));
    }

    /// <summary><c>Le commandement a organisé mardi un échange avec celui de Vientiane (Laos)</c>, <c>Des médecins de l'Hôpital ont travaillé avec une délégation singapourienne</c></summary>
    private Bodies? With(ArticleContext context, Sentence sentence, VerbGroup verb)
    {
        var (tokens, end) = (context.Text.Tokens, sentence.First + sentence.Count);
        var works = words.Has("working-verb", Folding.Fold(verb.Verb));
        if (verb.IsPassive || verb.IsReflexive || !works && !words.Has("holding-verb", Folding.Fold(verb.Verb)))
        {
            return null;
        }

        var noun = works ? verb.Anchor : First("body-encounter", tokens, verb.End, Math.Min(verb.End + NounReach, end));
        var with = noun < 0 ? -1 : First("with", tokens, noun + 1, Math.Min(noun + WithReach, end));
        var (ours, theirs) = (PartnersIn(context, sentence, sentence.First, verb.First), with < 0 ? [] : PartnersIn(context, sentence, with, end));
        if (with < 0 || (ours.Count > 0) == (theirs.Count > 0) || !IsBody(tokens, with, Math.Min(with + BodyReach, end)))
        {
            return null;
        }

        // "L'ambassadeur israélien Y a travaillé avec les autorités de la province": whoever is named is a guest, and those whom he works with are ours.
        var named = context.Actors[sentence.Index].FindAll(a => a.IsNamed && a.End <= verb.First);
        if (named.Exists(context.IsHome) || named.Exists(context.IsForeign) && ours.Count == 0 || !named.Exists(context.IsForeign) && !IsBody(tokens, sentence.First, verb.First))
        {
            return null;
        }

        var isEach = !works && words.Has("body-encounter-each", tokens[noun].Folded);
        return new Bodies(verb, works ? MeetingKind.Talks : KindOf(tokens[noun].Folded), ours.Count > 0 ? ours : theirs, isEach);
    }

    /// <summary><c>Les ministères vietnamien et lao ont organisé une conférence</c>, <c>Le commandement de Quang Ninh et le détachement de Dongxing (Chine) ont tenu leur rencontre</c></summary>
    private Bodies? Together(ArticleContext context, Sentence sentence, VerbGroup verb)
    {
        var (tokens, end) = (context.Text.Tokens, sentence.First + sentence.Count);
        if (verb.IsPassive || verb.IsReflexive)
        {
            return null;
        }

        var until = Math.Min(verb.End + NounReach, end);
        var noun = words.Has("holding-verb", Folding.Fold(verb.Verb)) ? First("body-encounter", tokens, verb.End, until) : words.Has("summing-verb", Folding.Fold(verb.Verb)) ? First("summing-up", tokens, verb.End, until) : -1;
        var and = noun < 0 ? -1 : Enumerable.Range(sentence.First, verb.First - sentence.First).FirstOrDefault(i => IsSecond(context, sentence, sentence.First, i, verb.First) || IsOfNames(context, sentence, i, verb.First), -1);
        return and > 0 && !context.Actors[sentence.Index].Exists(a => a.IsNamed && a.End <= verb.First) ? new Bodies(verb, KindOf(tokens[noun].Folded), PartnersIn(context, sentence, sentence.First, verb.First), false) : null;
    }

    /// <summary><c>Les départements de la police du Vietnam et du Laos</c></summary>
    private bool IsOfNames(ArticleContext context, Sentence sentence, int and, int until) =>
        words.Has("and", context.Text.Tokens[and].Folded) && context.HomeMentions[sentence.Index].Any(m => m.EndToken == and) && context.Mentions[sentence.Index].Any(m => m.FirstToken > and && m.FirstToken <= and + 2 && m.EndToken <= until)
            && IsBody(context.Text.Tokens, sentence.First, and);

    /// <summary><c>Le colloque a rassemblé jeudi à Hanoï des chercheurs de l'Institut du Vietnam et de celui du Laos</c></summary>
    private Bodies? Assembled(ArticleContext context, Sentence sentence, VerbGroup verb)
    {
        var (tokens, end) = (context.Text.Tokens, sentence.First + sentence.Count);
        if (verb.IsPassive || verb.IsReflexive || !words.Has("bringing-delegates", Folding.Fold(verb.Verb)) || !IsOursIn(context, sentence, verb.End, end) || !IsBody(tokens, verb.End, end))
        {
            return null;
        }

        var noun = First("body-encounter", tokens, sentence.First, verb.First);
        return noun >= 0 && PartnersIn(context, sentence, verb.End, end) is [_] partners ? new Bodies(verb, KindOf(tokens[noun].Folded), partners, false) : null;
    }

    /// <summary><c>Le général X a participé mardi à Vientiane à la 12e conférence annuelle. La délégation lao était dirigée par Y</c>: the two delegations are told one after the other.</summary>
    private Bodies? Attended(ArticleContext context, Sentence sentence, VerbGroup verb)
    {
        const int HeadReach = 3;
        var (tokens, end) = (context.Text.Tokens, sentence.First + sentence.Count);
        var noun = TakingPart.Attends(context, verb) ? First("body-encounter", tokens, verb.End, Math.Min(verb.End + NounReach, end)) : -1;
        if (noun < 0 || context.Text.Sentences.FirstOrDefault(s => s.Index > sentence.Index && s.Section == SectionKind.Body) is not { } next || !context.Holds(next, "led")
            || !words.StandsIn("side-head", tokens, next.First, Math.Min(next.First + HeadReach, next.First + next.Count)) || context.Mentions[sentence.Index].Any(m => m.Kind == MentionKind.Body))
        {
            return null;
        }

        var leader = context.Actors[next.Index].Find(a => a is { IsNamed: true, Person: not null } && context.IsForeign(a));
        return leader is not null && context.Actors[sentence.Index].Exists(a => a.IsNamed && a.End <= verb.First && context.IsHome(a)) ? new Bodies(verb, KindOf(tokens[noun].Folded), [leader.Country!], false) : null;
    }

    /// <summary><c>Une délégation de la province de Kandal (Cambodge) est venue mardi présenter ses vœux aux autorités d'An Giang</c></summary>
    private Bodies? Come(ArticleContext context, Sentence sentence, VerbGroup verb)
    {
        var (tokens, end) = (context.Text.Tokens, sentence.First + sentence.Count);
        // "est venue présenter" is one verb, "s'est rendue mardi au Commandement pour présenter" two.
        var greets = verb.First < verb.Anchor && words.Has("greeting-verb", Folding.Fold(verb.Verb)) && words.StandsIn("come-to-see", tokens, verb.First, verb.Anchor)
            || words.Has("going", Folding.Fold(verb.Verb)) && context.Verbs[sentence.Index].Any(v => v.Tense == Tense.Infinitive && v.First >= verb.End && words.Has("greeting-verb", Folding.Fold(v.Verb)));
        if (verb.IsPassive || !greets || First("delegation", tokens, sentence.First, verb.First) < 0 || First("greeting-noun", tokens, verb.End, end) < 0)
        {
            return null;
        }

        var (before, behind) = (PartnersIn(context, sentence, sentence.First, verb.First), PartnersIn(context, sentence, verb.End, end));
        return (before.Count == 1) != (behind.Count == 1) && IsBody(tokens, verb.End, end) ? new Bodies(verb, MeetingKind.CourtesyCall, before.Count > 0 ? before : behind, false) : null;
    }

    /// <summary><c>Le Vietnam et l'Inde ont passé en revue leur coopération lors de leur 9e dialogue, jeudi à New Delhi</c>: two states, and the session that is theirs.</summary>
    private Bodies? AtTheirSession(ArticleContext context, Sentence sentence, VerbGroup verb)
    {
        if (verb.IsPassive || context.Actors[sentence.Index].Exists(a => a.IsNamed && a.End <= verb.First) || context.Mentions[sentence.Index].Where(m => m.EndToken <= verb.First && !m.IsPlace).Select(m => m.Code).Distinct(StringComparer.Ordinal).ToList() is not [var partner]
            || !context.HomeMentions[sentence.Index].Any(m => m.EndToken <= verb.First && !m.IsPlace) || _numbered.Theirs(context, sentence) is not { } theirs)
        {
            return null;
        }

        // The day is the session's: "ont signé mardi le plan arrêté lors de leur 9e dialogue" tells none.
        return theirs >= verb.End && context.DatesIn[sentence.Index].Exists(d => d.First > theirs && (d.Resolved.Date.Day > 0 || d.Expression.Weekday is not null)) ? new Bodies(verb, MeetingKind.Dialogue, [partner], false) : null;
    }

    private MeetingKind KindOf(string noun) => words.Has("body-conference", noun) ? MeetingKind.Conference : words.Has("body-contact", noun) ? MeetingKind.Contact : MeetingKind.Talks;

    /// <summary>A word of a body, or of those who stand for one.</summary>
    private bool IsBody(TokenList tokens, int from, int until) => words.StandsIn("institution", tokens, from, until) || words.StandsIn("body-people", tokens, from, until) || words.StandsIn("troops", tokens, from, until) || words.StandsIn("our-unit", tokens, from, until);

    private static bool IsAdjective(ArticleContext context, Sentence sentence, int at) =>
        context.Mentions[sentence.Index].Exists(m => m.Kind == MentionKind.Demonym && m.FirstToken == at) || context.HomeMentions[sentence.Index].Any(m => m.Kind == MentionKind.Demonym && m.FirstToken == at);

    private static bool IsOursIn(ArticleContext context, Sentence sentence, int from, int until) => context.HomeMentions[sentence.Index].Any(m => m.FirstToken > from && m.FirstToken < until);

    /// <summary>The article speaks of the home country: a body of no state that meets one of a partner is of it.</summary>
    private static bool IsHomeText(ArticleContext context) => context.Text.Sentences.Any(s => context.HomeMentions[s.Index].Count > 0) || context.SolePartner is not null;

    private static List<string> PartnersIn(ArticleContext context, Sentence sentence, int from, int until) =>
        [.. context.Mentions[sentence.Index].Where(m => m.FirstToken > from - 1 && m.FirstToken < until && (m.Kind is MentionKind.Name or MentionKind.Demonym && m.Counts || m.Kind == MentionKind.Capital)).Select(m => m.Code).Distinct(StringComparer.Ordinal)];

    private int First(string set, TokenList tokens, int from, int until) => Enumerable.Range(from, Math.Max(0, until - from)).FirstOrDefault(i => words.Has(set, tokens[i].Folded), -1);
}
