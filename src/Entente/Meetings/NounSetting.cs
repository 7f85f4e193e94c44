using Entente.Clauses;
using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>What the words around a noun of encounter tell: what it is the subject of, where it leads, who presides over it.</summary>
internal sealed class NounSetting(WordSets words)
{
    /// <summary>The encounter that the words around its noun tell, where no verb of holding does; null for none.</summary>
    public Trigger? Read(ArticleContext context, Sentence sentence, IReadOnlyList<VerbGroup> verbs, PhraseMatch<EncounterRule> noun, EncounterRule rule, bool isBroughtIn, bool isDefinite)
    {
        // "a été accueilli par X, avant une rencontre avec Y", "…, réception suivie d'un entretien avec Y"
        if (rule is { Need: TriggerNeed.None, Object: ObjectMarker.Avec } && JoinedTo(context, sentence, verbs, noun) is { } joined)
        {
            return new Trigger(rule, noun.First, noun.Next, joined, IsInPassing: true);
        }

        // "a conclu sa visite par un tête-à-tête avec Y"
        if (rule is { Need: TriggerNeed.None, Object: ObjectMarker.Avec } && EndedBy(context, sentence, verbs, noun) is { } ended)
        {
            return new Trigger(rule, ended.First, noun.Next, ended.Tense);
        }

        // "À la présidence de ce dialogue se trouvaient X et Y"
        if (rule.Kind == MeetingKind.Dialogue && IsPresidedOver(context, sentence, verbs, noun.First))
        {
            return new Trigger(rule, noun.First, noun.Next, Tense.Past, IsDefinite: true, IsEvent: true);
        }

        // "a clos une réunion de bilan, coprésidée par X et Y"
        return !isBroughtIn && rule is { Object: ObjectMarker.Avec, Kind: MeetingKind.Talks or MeetingKind.Dialogue } && ChairedByBoth(context, sentence, verbs, noun.Next) is { } chaired
            ? new Trigger(rule, noun.First, chaired.End, chaired.Tense, IsDefinite: isDefinite, IsEvent: true)
            : null;
    }

    /// <summary><c>Le 3 juin, entrevue avec le ministre Y</c>, <c>Le même jour à Sofia, rencontre avec Y</c>: no verb, a day or a part of one, and right behind the comma the noun with somebody named.</summary>
    public bool IsVerblessEvent(ArticleContext context, Sentence sentence, IReadOnlyList<VerbGroup> verbs, PhraseMatch<EncounterRule> noun)
    {
        const int Opening = 12;
        var tokens = context.Text.Tokens;
        var open = noun.First - 1;
        open -= open > sentence.First && (words.Has("second-noun-article", tokens[open].Folded) || words.Has("before-noun", tokens[open].Folded)) ? 1 : 0;
        return sentence.Section == SectionKind.Body && open > sentence.First && open - sentence.First <= Opening && words.Has("list-mark", tokens[open].Folded) && NounPeople.IsWithNamed(context, sentence, noun.Next)
            && !verbs.Any(v => v.IsFinite) && !context.Actors[sentence.Index].Exists(a => a.First < noun.First) && !words.StandsIn("unheld", tokens, sentence.First, noun.First)
            && (context.DatesIn[sentence.Index].Exists(d => d.First < noun.First && (d.Resolved.Date.Day > 0 || d.Expression.Weekday is not null)) || words.StandsIn("part-of-day", tokens, sentence.First, noun.First));
    }

    /// <summary>Of what no verb tells, its day does: behind that of the article it is to come.</summary>
    public static Tense TimeOfVerbless(ArticleContext context, Sentence sentence) =>
        context.Dates.ArticleDate.To is { } news && context.DatesIn[sentence.Index].Exists(d => d.Resolved.From is { } from && from > news) ? Tense.Future : Tense.Past;

    /// <summary><c>au menu d'un entretien</c>, <c>au cœur des pourparlers</c></summary>
    public bool IsOnMenu(TokenList tokens, int first, int noun)
    {
        const int Reach = 4;
        return Enumerable.Range(Math.Max(first, noun - Reach), noun - Math.Max(first, noun - Reach)).Any(i => words.Has("on-menu", tokens[i].Folded) && (words.Has("of", tokens[i + 1].Folded)));
    }

    /// <summary><c>ont tenu à dire que les échanges …</c>: what one makes a point of doing is not held.</summary>
    public bool IsPointMade(ArticleContext context, IReadOnlyList<VerbGroup> verbs, VerbGroup verb) =>
        words.Has("managing", Folding.Fold(verb.Verb)) && words.HasWritten("to", context.Text.Tokens[verb.End].Text) && verbs.Any(v => v.First == verb.End + 1 && v.Tense == Tense.Infinitive);

    /// <summary><c>a fait le point des pourparlers</c>, <c>a fait le compte rendu de la séance de travail</c>: talks that somebody gives an account of were held before, or by others.</summary>
    public bool IsAccountOf(TokenList tokens, VerbGroup verb, int noun)
    {
        const int Reach = 6;
        return words.StandsIn("account-noun", tokens, Math.Max(verb.End, noun - Reach), noun) && (words.Has("making-into", Folding.Fold(verb.Verb)) || words.Has("giving-account", Folding.Fold(verb.Verb)) && IsOfJourney(tokens, noun + 1));
    }

    /// <summary><c>a rendu compte des entretiens entre les présidents lors de leur visite</c>: those of both sides at another time.</summary>
    private bool IsOfJourney(TokenList tokens, int next)
    {
        const int Reach = 20;
        var end = Enumerable.Range(next, Math.Max(0, Math.Min(Reach, tokens.Count - next))).FirstOrDefault(i => tokens[i].Text == ".", Math.Min(next + Reach, tokens.Count));
        return next < end && words.Has("between", tokens[next].Folded) && words.StandsIn("journey-noun", tokens, next, end);
    }

    /// <summary>The verb of holding in a relative clause on talks that a pronoun has for its subject: <c>la séance de travail qu'il avait eue avec le Département</c>.</summary>
    public VerbGroup? HeldByPronoun(ArticleContext context, Sentence sentence, IReadOnlyList<VerbGroup> verbs, int next)
    {
        const int WithReach = 6;
        var (tokens, end) = (context.Text.Tokens, sentence.First + sentence.Count);
        return next + 1 < end && words.Has("that", tokens[next].Folded) && words.Has("subject-pronoun", tokens[next + 1].Folded)
            && verbs.FirstOrDefault(v => v.IsFinite && v.First == next + 2) is { Verb: { } held, IsPassive: false, Tense: Tense.Past or Tense.Pluperfect } verb && words.Has("holds-talks", Folding.Fold(held))
            && words.StandsIn("with", tokens, verb.End, Math.Min(verb.End + WithReach, end)) ? verb : null;
    }

    /// <summary><c>Hanoï a abrité mardi un entretien entre X et Y</c>, <c>La ville a servi de cadre à une rencontre entre X et Y</c></summary>
    public bool IsSheltered(ArticleContext context, Sentence sentence, IReadOnlyList<VerbGroup> verbs, int noun)
    {
        const int Reach = 14;
        const int SceneReach = 4;
        var verb = verbs.LastOrDefault(v => v.IsFinite && v.End <= noun);
        return verb is { Verb: not null, IsPassive: false, IsReflexive: false } && noun - verb.End <= Reach && !context.Actors[sentence.Index].Exists(a => a.First < verb.First)
            && (words.Has("sheltering", verb.Verb) || words.Has("serving", Folding.Fold(verb.Verb)) && words.StandsIn("scene", context.Text.Tokens, verb.End, Math.Min(verb.End + SceneReach, noun)));
    }

    /// <summary><c>a rendu visite à l'Académie</c>: a place to see, and nobody is told to whom.</summary>
    public bool IsToPlace(ArticleContext context, Sentence sentence, int next)
    {
        const int Reach = 4;
        var tokens = context.Text.Tokens;
        var end = Math.Min(next + Reach, sentence.First + sentence.Count);
        return words.StandsIn("sight", tokens, next, end) && !context.Actors[sentence.Index].Any(a => a.First >= next);
    }

    /// <summary><c>a présidé une réunion préparant l'accueil du ministre X</c></summary>
    public bool IsPreparing(ArticleContext context, Sentence sentence, IReadOnlyList<VerbGroup> verbs, int next) =>
        verbs.Any(v => v.First == next && v.Tense == Tense.Gerund && words.Has("preparing", Folding.Fold(v.Verb)))
        || words.StandsIn("preparatory", context.Text.Tokens, next, Math.Min(next + 3, sentence.First + sentence.Count));

    /// <summary><c>une réunion de bilan</c>, <c>une réunion pour dresser le bilan</c>: a session of one's own about one of two.</summary>
    public bool IsReview(ArticleContext context, Sentence sentence, int next)
    {
        const int Reach = 5;
        return words.StandsIn("looking-back", context.Text.Tokens, next, Math.Min(next + Reach, sentence.First + sentence.Count));
    }

    /// <summary>A noun of session that was not held here: one looked back on, or what somebody presides over by office (<c>X, qui préside au Parlement la Commission de la défense</c>).</summary>
    public bool IsNoSession(ArticleContext context, Sentence sentence, IReadOnlyList<VerbGroup> verbs, int noun) =>
        IsReviewed(context, sentence, noun)
            || verbs.LastOrDefault(v => v.IsFinite && v.End <= noun) is { Verb: not null, Tense: Tense.Present or Tense.Imperfect } office && office.First > sentence.First && context.Actors[sentence.Index].Exists(a => a.First < office.First && a.End >= office.First - 2)
                && People.PeopleLexicon.French.NameCues.TryMatchAt(context.Text.Tokens, office.First - 1, noun, out var cue) && cue.Value == People.NameCue.Leads;

    /// <summary><c>le ministère a tenu une réunion pour dresser le bilan du 8e échange</c>: what is looked back on is not what was held, where nobody of the other side sits in it.</summary>
    private bool IsReviewed(ArticleContext context, Sentence sentence, int noun)
    {
        const int Reach = 5;
        return words.StandsIn("looking-back", context.Text.Tokens, Math.Max(sentence.First, noun - Reach), noun) && words.StandsIn("gathering", context.Text.Tokens, sentence.First, noun)
            && !context.Actors[sentence.Index].Exists(a => context.IsForeign(a) && !a.IsAside);
    }

    /// <summary>
    /// When an encounter was, and where the participle ends, over which one of each side presided, as a participle on the noun tells: <c>une réunion de bilan, coprésidée par le colonel X et le colonel lao Y</c>; null
    /// for none.
    /// </summary>
    private (Tense Tense, int End)? ChairedByBoth(ArticleContext context, Sentence sentence, IReadOnlyList<VerbGroup> verbs, int next)
    {
        const int Reach = 14;
        const int NameReach = 28;
        const int AgentReach = 45;
        var tokens = context.Text.Tokens;
        // "une réunion de bilan des activités menées ensemble en 2015, coprésidée par": what it is on may hold participles, and no verb of its own.
        var chairing = verbs.FirstOrDefault(v => v.First >= next && v.First - next < NameReach && v.Tense == Tense.Participle && IsJoint(tokens, v));
        if (chairing.Verb is null || verbs.Any(v => v.IsFinite && v.First >= next && v.First < chairing.First) || !words.StandsIn("agent", tokens, chairing.End, Math.Min(chairing.End + Reach, sentence.First + sentence.Count)))
        {
            return null;
        }

        var agents = context.Actors[sentence.Index].Where(a => a.First >= chairing.End && a.First - chairing.End < AgentReach && a.IsNamed).ToList();
        var isToCome = verbs.Any(v => v.IsFinite && v.Tense is Tense.Future or Tense.Conditional) || words.StandsIn("expected", tokens, next, chairing.First);
        return agents.Exists(context.IsHome) && agents.Exists(context.IsForeign) ? (isToCome ? Tense.Future : Tense.Past, chairing.End) : null;
    }

    /// <summary><c>Un dialogue a lieu régulièrement</c>, <c>Les consultations se tiennent chaque année</c>: what is done again and again is no event.</summary>
    public bool IsHabit(TokenList tokens, Sentence sentence, VerbGroup verb)
    {
        const int Reach = 4;
        var end = Math.Min(verb.End + Reach, sentence.First + sentence.Count);
        for (var i = verb.First; i < end && (i < verb.End || tokens[i].Kind != TokenKind.Punctuation); i++)
        {
            if (words.Has("again-and-again", tokens[i].Folded) || words.Has("all-of", tokens[i].Folded) && i + 1 < end && words.Has("plural-article", tokens[i + 1].Folded))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>When an encounter was that another one leads to: <c>a été accueilli par X, avant une rencontre avec Y</c>, <c>a reçu X, réception suivie d'un entretien avec Y</c>; null for none.</summary>
    private Tense? JoinedTo(ArticleContext context, Sentence sentence, IReadOnlyList<VerbGroup> verbs, PhraseMatch<EncounterRule> noun)
    {
        var (tokens, article) = (context.Text.Tokens, noun.First - 1);
        article -= article > sentence.First && words.Has("before-noun", tokens[article].Folded) ? 1 : 0;
        if (article - 2 <= sentence.First || !words.Has("second-noun-article", tokens[article].Folded) || !NounPeople.IsWithNamed(context, sentence, noun.Next)
            || !words.Has("before-doing", tokens[article - 1].Folded) && !(words.Has("of", tokens[article - 1].Folded) && words.Has("followed-by", tokens[article - 2].Folded)))
        {
            return null;
        }

        return verbs.LastOrDefault(v => v.IsFinite && v.End <= noun.First) is { Verb: not null, Tense: Tense.Past or Tense.Pluperfect } main ? main.Tense : null;
    }

    /// <summary>The verb that tells by which encounter a stay ended, or with which it began: <c>a conclu sa visite par un tête-à-tête avec Y</c>; null for none.</summary>
    private VerbGroup? EndedBy(ArticleContext context, Sentence sentence, IReadOnlyList<VerbGroup> verbs, PhraseMatch<EncounterRule> noun)
    {
        const int Reach = 8;
        var (tokens, article) = (context.Text.Tokens, noun.First - 1);
        article -= article > sentence.First && words.Has("before-noun", tokens[article].Folded) ? 1 : 0;
        return article - 1 > sentence.First && words.Has("second-noun-article", tokens[article].Folded) && words.Has("agent", tokens[article - 1].Folded) && NounPeople.IsWithNamed(context, sentence, noun.Next)
            && verbs.LastOrDefault(v => v.IsFinite && v.End <= noun.First) is { Verb: { } verb, IsPassive: false, Tense: Tense.Past or Tense.Pluperfect } ended && article - ended.End <= Reach && words.Has("ends-by", Folding.Fold(verb)) ? ended : null;
    }

    /// <summary>When a place was the scene of an encounter whose people stand behind its noun: <c>a été le théâtre de ses entretiens avec Y</c>, <c>a abrité mardi la rencontre entre X et Y</c>, <c>La
    /// formation a dominé l'entretien entre X et Y</c>; null for none.</summary>
    public Tense? StagedBy(ArticleContext context, Sentence sentence, IReadOnlyList<VerbGroup> verbs, PhraseMatch<EncounterRule> noun)
    {
        const int Reach = 9;
        const int Between = 10;
        var tokens = context.Text.Tokens;
        if (verbs.LastOrDefault(v => v.IsFinite && v.End <= noun.First) is not { Verb: { } verb, IsReflexive: false } staging || noun.First - staging.End > Reach
            || staging.Tense is not (Tense.Past or Tense.Pluperfect) && !VerbTime.IsPerfect(context, sentence, staging, words)
            || !(words.StandsIn("scene", tokens, staging.End, noun.First) || words.StandsIn("filling-talks", tokens, staging.First, noun.First) || words.Has("sheltering", Folding.Fold(verb)) && !context.Actors[sentence.Index].Exists(a => a.Person is not null && a.End <= staging.First)))
        {
            return null;
        }

        var people = context.Actors[sentence.Index].Where(a => a.First >= noun.Next && a.Person is not null).ToList();
        return people.Exists(context.IsForeign) && people[0].First - noun.Next <= Between && (people.Exists(context.IsHome) || words.StandsIn("possessive", tokens, noun.First - 2, noun.First)) ? staging.Tense == Tense.Pluperfect ? Tense.Pluperfect : Tense.Past : null;
    }

    /// <summary><c>À la présidence de ce dialogue se trouvaient X et Y</c>, <c>La coprésidence du dialogue était assurée par X et Y</c>: one of each side presided over it.</summary>
    private bool IsPresidedOver(ArticleContext context, Sentence sentence, IReadOnlyList<VerbGroup> verbs, int noun)
    {
        const int Reach = 4;
        const int PeopleReach = 12;
        var tokens = context.Text.Tokens;
        var chair = Enumerable.Range(Math.Max(sentence.First, noun - Reach), noun - Math.Max(sentence.First, noun - Reach)).FirstOrDefault(i => words.Has("presidency", tokens[i].Folded), -1);
        if (chair < 0 || verbs.FirstOrDefault(v => v.IsFinite && v.First > chair) is not { Verb: not null, Tense: Tense.Imperfect or Tense.Past or Tense.Pluperfect } verb)
        {
            return false;
        }

        var heads = context.Actors[sentence.Index].Where(a => a.First >= verb.End && a is { IsNamed: true, Count: 1 }).ToList();
        return heads.Count > 1 && heads[0].First - verb.End < PeopleReach && heads.Exists(context.IsHome) && heads.Exists(context.IsForeign);
    }

    /// <summary><c>coprésidée</c>, <c>co-présidée</c></summary>
    private bool IsJoint(TokenList tokens, VerbGroup verb) =>
        words.Has("chairing-jointly", Folding.Fold(verb.Verb)) || verb.Verb == "présider" && verb.First > 1 && tokens[verb.First - 1].Text == "-" && words.Has("joint-prefix", tokens[verb.First - 2].Folded);

    /// <summary>The verb of holding in a relative clause on the noun, with the subject between: <c>l'entretien que X a eu</c>.</summary>
    public VerbGroup? HeldInRelative(ArticleContext context, Sentence sentence, IReadOnlyList<VerbGroup> verbs, int next)
    {
        const int Reach = 25;
        // "C'est un entretien d'une heure qu'ont eu X et Y"
        next = RelativeBehind(context, sentence, verbs, next);
        if (next < 0)
        {
            return null;
        }

        var verb = verbs.FirstOrDefault(v => v.IsFinite && v.First > next && v.First - next < Reach);
        return verb is { Verb: "avoir" or "tenir" or "mener" or "accorder", Tense: Tense.Past or Tense.Pluperfect } && (context.Actors[sentence.Index].Any(a => a.First > next && a.Person is not null && (a.End <= verb.First || verb.First == next + 1 && a.First >= verb.End))
            // "l'entretien que les garde-côtes vietnamiens et indiens ont eu"
            || Institutions.Of(context, sentence, words) is var institutions && (institutions.Both(next, verb.First).Count > 0 || verb.First == next + 1 && institutions.Both(verb.End, Math.Min(verb.End + Clause.MaxGap, sentence.First + sentence.Count)).Count > 0)) ? verb : null;
    }

    /// <summary>Where the relative on a noun opens, behind no more than its length or manner (<c>un entretien approfondi, d'une heure, qu'…</c> but for the commas); -1 for none.</summary>
    private int RelativeBehind(ArticleContext context, Sentence sentence, IReadOnlyList<VerbGroup> verbs, int next)
    {
        const int Reach = 5;
        for (var i = next; i < Math.Min(next + Reach, sentence.First + sentence.Count); i++)
        {
            if (words.Has("that", context.Text.Tokens[i].Folded))
            {
                return i;
            }

            if (context.Text.Tokens[i].Kind == TokenKind.Punctuation || context.Text.Tokens[i].IsCapitalized || verbs.Any(v => v.First == i) || words.Has("with", context.Text.Tokens[i].Folded) || context.Actors[sentence.Index].Exists(a => a.First == i))
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary><c>a eu un appel de vingt minutes avec le ministre X</c></summary>
    public static bool IsCallWith(ArticleContext context, Sentence sentence, VerbGroup verb, int next)
    {
        const int Reach = 5;
        return verb.Verb == "avoir" && Enumerable.Range(next, Reach).FirstOrDefault(i => WordSets.French.Has("with", context.Text.Tokens[Math.Min(i, context.Text.Tokens.Count - 1)].Folded), -1) is > 0 and var with && NounPeople.IsWithNamed(context, sentence, with);
    }

    /// <summary><c>Mardi se tenait à Hanoï une séance de travail entre X et Y</c>: told as it went on, with its day and both sides, it was held.</summary>
    public static bool IsToldAsItWent(ArticleContext context, Sentence sentence, VerbGroup verb, int next) =>
        verb is { Tense: Tense.Imperfect, IsReflexive: true } && context.DatesIn[sentence.Index].Exists(d => (d.Resolved.Date.Day > 0 || d.Expression.Weekday is not null) && !d.Expression.IsRange) && NounPeople.HoldsBoth(context, sentence, next);

    /// <summary><c>Il conduisait une délégation présente jeudi au 5e dialogue</c></summary>
    public bool IsSent(VerbGroup verb) => verb is { Tense: Tense.Imperfect, IsPassive: false } && words.Has("leading-party", Folding.Fold(verb.Verb));

    /// <summary><c>Ce dialogue, qui met en présence les deux ministères, s'est tenu mardi</c>: the verb of a relative clause that commas set apart.</summary>
    public bool IsAside(TokenList tokens, VerbGroup verb, VerbGroup main) =>
        verb.First > 1 && words.Has("who", tokens[verb.First - 1].Folded) && words.Has("list-mark", tokens[verb.First - 2].Folded) && words.Has("list-mark", tokens[main.First - 1].Folded);
}
