using Entente.Clauses;
using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>When the event of a verb lies, as its clause tells; a wish or a purpose is no event.</summary>
internal static class VerbTime
{
    /// <summary>The time of a verb; null where it tells no event (a wish, a purpose, what would be).</summary>
    public static Tense? Of(ArticleContext context, Sentence sentence, IReadOnlyList<VerbGroup> verbs, VerbGroup verb)
    {
        if (verb.Tense is Tense.Present or Tense.Subjunctive && IsOfClause(context, sentence, verbs, verb) is { } governing)
        {
            return governing;
        }

        if (verb.Tense is Tense.Present or Tense.Subjunctive && IsWished(context, sentence, verbs, verb))
        {
            return null;
        }

        switch (verb.Tense)
        {
            case Tense.Past or Tense.Pluperfect or Tense.Present or Tense.Future:
                return verb.Tense;
            case Tense.Gerund:
                // "Recevant X, qui doit partir jeudi, Y a déclaré": the verb of the sentence, and not that of a clause on somebody.
                var nearest = verbs.Where(v => v.IsFinite && v.Anchor != verb.Anchor && v.Tense is not Tense.Infinitive && !(v.Tense == Tense.Future && v.First > verb.End && ClauseLexicons.French.Words.Has("who", context.Text.Tokens[v.First - 1].Folded))).OrderBy(v => Math.Abs(v.Anchor - verb.Anchor)).Select(v => (Tense?)v.Tense).FirstOrDefault();
                return nearest is Tense.Past or Tense.Present or Tense.Imperfect ? Tense.Past : nearest ?? Tense.Past;
            case Tense.Participle:
                // "reçu mardi par le ministre": a reduced clause has an agent.
                return verb.IsPassive && HasAgent(context, sentence, verb) ? Tense.Past : null;
            case Tense.Infinitive:
                // "a profité de son séjour pour rencontrer le ministre X": he did.
                if (IsChanceTaken(context, sentence, verb) && verbs.LastOrDefault(v => v.Anchor < verb.First && v.Tense is not (Tense.Infinitive or Tense.Participle)) is { Verb: not null } taking)
                {
                    return taking.Tense is Tense.Past or Tense.Pluperfect or Tense.Future ? taking.Tense : taking.Tense is Tense.Gerund or Tense.Present ? Tense.Past : null;
                }

                // "s'était rendu au Sénat pour y rencontrer X": he did.
                if (GoingToMeet.Of(context, sentence, verb) is { } going)
                {
                    return going.Tense;
                }

                // "c'était au tour du Premier ministre d'avoir une entrevue avec lui"
                if (TurnOf(context, sentence, verbs, verb) is { } turn)
                {
                    return turn;
                }

                // "a tenu à recevoir", "a pu rencontrer", "a pris le temps de recevoir", "a eu l'occasion de s'entretenir avec": done.
                if (Managed(context, sentence, verbs, verb) is { } managed)
                {
                    return managed;
                }

                var before = verb.First > sentence.First + 1 ? context.Text.Tokens[verb.First - 2].Folded : "";
                // "avait été le premier à s'entretenir", "a eu l'honneur d'être reçue": done, as the main verb is.
                return (WordSets.French.Has("before-doing", before) || ClauseLexicons.French.Words.Has("done-by", before)) && Main(verbs, verb) is { } main ? main.Tense is Tense.Infinitive or Tense.Participle ? null : main.Tense : null;
            case Tense.Imperfect:
                // "qu'il recevait mardi à Hanoï": an event only with its day.
                return context.DatesIn[sentence.Index].Any(d => d.Resolved.Date.Day > 0 || d.Expression.Weekday is not null) || IsAtThatMoment(context, sentence) || IsOfSpeaker(context, sentence, verb) ? Tense.Past : null;
            default:
                return null;
        }
    }

    /// <summary>
    /// Of what somebody has in view: <c>il est prévu que X rencontre Y</c>, whose subjunctive may look like a present.
    /// </summary>
    private static Tense? IsOfClause(ArticleContext context, Sentence sentence, IReadOnlyList<VerbGroup> verbs, VerbGroup verb)
    {
        const int Reach = 4;
        var words = ClauseLexicons.French.Words;
        var before = verbs.LastOrDefault(v => v.IsFinite && v.Anchor < verb.First);
        return before.Verb is not null && before is { IsPassive: true } or { Verb: "être" } && (words.Has("expected", context.Text.Tokens[Math.Max(before.Anchor, before.End - 1)].Folded) || before.End < verb.First && words.Has("expected", context.Text.Tokens[before.End].Folded))
            && words.StandsIn("that", context.Text.Tokens, before.End, Math.Min(before.End + Reach, verb.First))
            ? Tense.Future
            : null;
    }

    /// <summary><c>souhaite que X et Y se rencontrent</c>: whose subjunctive may look like a present, and who meet nobody.</summary>
    private static bool IsWished(ArticleContext context, Sentence sentence, IReadOnlyList<VerbGroup> verbs, VerbGroup verb)
    {
        const int Reach = 2;
        var words = ClauseLexicons.French.Words;
        return verbs.LastOrDefault(v => v.End <= verb.First && v.Anchor != verb.Anchor && v.Tense is not (Tense.Participle or Tense.Gerund)) is { Verb: { } before } wish && words.Has("wishing", Folding.Fold(before))
            && words.StandsIn("that", context.Text.Tokens, wish.End, Math.Min(wish.End + Reach, sentence.First + sentence.Count));
    }

    private static Tense? Managed(ArticleContext context, Sentence sentence, IReadOnlyList<VerbGroup> verbs, VerbGroup verb)
    {
        const int NounReach = 4;
        var (tokens, words) = (context.Text.Tokens, ClauseLexicons.French.Words);
        var managing = verbs.LastOrDefault(v => v.IsFinite && v.End <= verb.First && verb.First - v.End <= NounReach);
        // "n'ont pu se voir", "n'a pas pu s'entretenir"
        if (managing is not { Verb: not null, Tense: Tense.Past or Tense.Pluperfect } || IsNegated(context, sentence, managing))
        {
            return null;
        }

        var gap = verb.First - managing.End;
        return gap <= 1 && words.Has("managing", Folding.Fold(managing.Verb)) || gap > 1 && words.Has("chance", tokens[verb.First - 2].Folded) && words.Has("having-chance", Folding.Fold(managing.Verb)) ? managing.Tense : null;
    }

    private static Tense? TurnOf(ArticleContext context, Sentence sentence, IReadOnlyList<VerbGroup> verbs, VerbGroup verb)
    {
        const int Reach = 30;
        const int VerbReach = 4;
        var (tokens, words) = (context.Text.Tokens, ClauseLexicons.French.Words);
        if (verb.First <= sentence.First || !words.Has("of", tokens[verb.First - 1].Folded))
        {
            return null;
        }

        for (var i = verb.First - 2; i > sentence.First && i > verb.First - Reach; i--)
        {
            if (words.Has("turn-noun", tokens[i].Folded) && words.Has("turn-before", tokens[i - 1].Folded) && words.Has("of", tokens[i + 1].Folded))
            {
                return verbs.FirstOrDefault(v => v.IsFinite && (v.End <= i && i - v.End <= VerbReach)) is not { Verb: not null } main ? null : main.Tense is Tense.Future ? Tense.Future : main.Tense is Tense.Conditional ? null : Tense.Past;
            }
        }

        return null;
    }

    private static bool IsChanceTaken(ArticleContext context, Sentence sentence, VerbGroup verb)
    {
        const int Reach = 15;
        const int Clitics = 2;
        var (tokens, words) = (context.Text.Tokens, ClauseLexicons.French.Words);
        var lead = verb.First - 1;
        for (var steps = 0; steps < Clitics && lead > sentence.First && !words.Has("purpose", tokens[lead].Folded); steps++)
        {
            lead--;
        }

        if (lead <= sentence.First || !words.Has("purpose", tokens[lead].Folded))
        {
            return false;
        }

        for (var i = lead - 1; i >= sentence.First && i > lead - Reach; i--)
        {
            if (words.Has("taking-chance", tokens[i].Folded))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// "La coopération doit s'étendre, a dit le ministre X. Il recevait Y": on the occasion of what the sentence before reports.
    /// </summary>
    private static bool IsOfSpeaker(ArticleContext context, Sentence sentence, VerbGroup verb)
    {
        var words = ClauseLexicons.French.Words;
        var before = sentence.Index - 1;
        return words.Has("hosting", Folding.Fold(verb.Verb)) && verb.First == sentence.First + 1 && words.Has("subject-pronoun", context.Text.Tokens[sentence.First].Folded)
            && before >= 0 && context.Text.Sentences[before].Section == SectionKind.Body && context.Verbs[before].Any(v => v.Tense == Tense.Past && words.Has("remark", Folding.Fold(v.Verb)));
    }

    /// <summary>A relative clause on the noun dates it: <c>l'entretien qu'il avait eu auparavant</c>.</summary>
    public static Tense OfRelative(TokenList tokens, Sentence sentence, IReadOnlyList<VerbGroup> verbs, PhraseMatch<EncounterRule> noun)
    {
        if (noun.Next < sentence.First + sentence.Count && WordSets.French.Has("that", tokens[noun.Next].Folded))
        {
            foreach (var verb in verbs)
            {
                if (verb.First >= noun.Next)
                {
                    return verb.Tense;
                }
            }
        }

        // "rentrera à Hanoï mercredi, après un entretien à Jakarta avec Y": both are to come.
        return verbs.LastOrDefault(v => v.IsFinite && v.End <= noun.First && !IsOfAsideOn(tokens, sentence, v, noun.First)) is { Verb: not null, Tense: Tense.Future } ? Tense.Future : Tense.Past;
    }

    /// <summary><c>a remercié le Pérou, qui accueillera le sommet, lors d'un entretien avec Y</c>: what a relative between commas tells is not when the talks were.</summary>
    private static bool IsOfAsideOn(TokenList tokens, Sentence sentence, VerbGroup verb, int until) =>
        verb.First - 1 > sentence.First && WordSets.French.Has("who", tokens[verb.First - 1].Folded) && WordSets.French.StandsIn("list-mark", tokens, verb.End, until);

    /// <summary><c>n'a pas rencontré</c>, <c>ne l'a jamais reçu</c>, <c>n'ont pu se voir</c>, but <c>n'a rencontré que X</c>.</summary>
    public static bool IsNegated(ArticleContext context, Sentence sentence, VerbGroup verb)
    {
        const int Clitics = 3;
        const int Behind = 2;
        var (tokens, words) = (context.Text.Tokens, ClauseLexicons.French.Words);
        var from = Math.Max(sentence.First, verb.First - Clitics);
        return verb.Verb == "pouvoir" && verb.First > sentence.First && words.Has("negator", tokens[verb.First - 1].Folded)
            || words.StandsIn("negator", tokens, from, verb.First)
            && words.StandsIn("never", tokens, verb.First, Math.Min(verb.End + Behind, sentence.First + sentence.Count));
    }

    /// <summary>An auxiliary before a participle that the lexicon does not know: <c>a préconisé</c>, <c>s'est enquis</c>.</summary>
    public static bool IsPerfect(ArticleContext context, Sentence sentence, VerbGroup verb, WordSets words)
    {
        if (verb is not { Verb: "avoir" or "être", IsFinite: true } || verb.Tense is not (Tense.Present or Tense.Imperfect) && !(verb is { Verb: "être", Tense: Tense.Past or Tense.Pluperfect }))
        {
            return false;
        }

        var end = sentence.First + sentence.Count;
        var next = verb.End;
        while (next < end && (words.Has("adverb", context.Text.Tokens[next].Folded) || context.DatesIn[sentence.Index].Any(d => d.First <= next && next < d.End)))
        {
            next++;
        }

        return next < end && UnknownParticiple.Is(context.Text.Tokens[next], words);
    }

    /// <summary><c>Au même moment, le vice-ministre X recevait l'ambassadeur Y</c></summary>
    private static bool IsAtThatMoment(ArticleContext context, Sentence sentence)
    {
        const int Opening = 6;
        var (tokens, words) = (context.Text.Tokens, ClauseLexicons.French.Words);
        return Enumerable.Range(sentence.First, Math.Min(Opening, sentence.Count - 1)).Any(i => words.Has("same-one", tokens[i].Folded) && words.Has("moment-noun", tokens[i + 1].Folded));
    }

    private static bool HasAgent(ArticleContext context, Sentence sentence, VerbGroup verb)
    {
        // "Reçu mercredi à la base de Lewis-McChord, dans l'État de Washington, par le général X, Y a …": what opens the sentence has room for day and place.
        const int Reach = 8;
        const int OpeningReach = 24;
        var reach = verb.First == sentence.First ? OpeningReach : Reach;
        for (var i = verb.End; i < Math.Min(verb.End + reach, sentence.First + sentence.Count) && !context.BeginsFinite(sentence, i); i++)
        {
            if (WordSets.French.Has("agent", context.Text.Tokens[i].Folded))
            {
                return context.Actors[sentence.Index].Any(a => a.First > i && a.First <= i + 3);
            }
        }

        return false;
    }

    public static VerbGroup? Main(IReadOnlyList<VerbGroup> verbs, VerbGroup other)
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
}
