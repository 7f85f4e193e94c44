using Entente.Texts;

namespace Entente.Dates;

/// <summary>
/// Tells what the words about a date speak of: what is to come (a verb in the future such as <c>recevra</c>, or a word such as <c>prévue</c>),
/// or what is done; and whether its sentence tells the date by its own verb or aside.
/// </summary>
internal sealed class TenseOfDates(ArticleText text, DateWords words)
{
    /// <summary>From a participle to the date that it has, in tokens: <c>arrivé à Hanoï dimanche</c>.</summary>
    public const int ParticipleReach = 3;

    private static readonly WordEndings s_infinitives = WordSets.French.EndingsOf("infinitive-ending");
    private static readonly WordEndings s_futures = WordSets.French.EndingsOf("future-ending");
    private static readonly WordEndings s_adverbs = WordSets.French.EndingsOf("adverb-ending");

    public DateTense Of(DateExpression date, Sentence sentence)
    {
        var first = sentence.First;
        var end = sentence.First + sentence.Count;
        var clause = ClauseStart(date, sentence);

        // « Une rencontre se tiendra jeudi »: what stands before it in its clause decides.
        for (var at = date.First - 1; at >= clause; at--)
        {
            if (At(at) is var before and not DateTense.None)
            {
                return before;
            }

            // « l'a remercié de vouloir se rendre à Hanoï dès le lendemain »
            if (date.Relative is { Anchor: DateAnchor.Context, Unit: DateUnit.Day, Offset: > 0 } && IsToBeDone(at, clause))
            {
                return DateTense.Future;
            }
        }

        // « qui avait siégé dix jours plus tôt, le 13 mars, en compte trois »: a day between commas has the verb before it.
        if (StandsBetweenCommas(date, clause, end))
        {
            for (var at = clause - 2; at >= first && !Separates(text.Tokens[at]); at--)
            {
                if (At(at) is var told and not DateTense.None)
                {
                    return told;
                }
            }
        }

        if (After(date, end) is var after and not DateTense.None)
        {
            // « arrivé dimanche pour une visite qui durera jusqu'à vendredi »: who has come, whatever is to follow.
            return after == DateTense.Future && HasCome(date, clause) ? DateTense.Past : after;
        }

        // « Il sera du 15 au 17 mai en Russie, puis du 18 au 20 mai en Biélorussie »: a clause without a verb goes on with the verb before it.
        for (var at = HasParticiple(date, clause) ? -1 : clause - 1; at >= first; at--)
        {
            if (At(at) is var earlier and not DateTense.None)
            {
                return earlier;
            }
        }

        return DateTense.None;
    }

    /// <summary><c>Mercredi, à Luanda, il doit être reçu</c>: the first verb after a date, clauses on somebody left out (<c>Recevant mardi X, qui partira jeudi, il a dit</c>).</summary>
    private DateTense After(DateExpression date, int end)
    {
        var inClause = DateTense.None;
        for (var at = date.First + date.Count; at < end && (text.Tokens[at].Folded == "," || !Separates(text.Tokens[at])); at++)
        {
            if (text.Tokens[at - 1].Folded == "," && words.Has(DateClass.Joining, text.Tokens, at))
            {
                for (; at < end && !Separates(text.Tokens[at]); at++)
                {
                    inClause = inClause == DateTense.None ? At(at) : inClause;
                }
            }
            else if (At(at) is var after and not DateTense.None)
            {
                return after;
            }
        }

        return inClause == DateTense.Future ? DateTense.None : inClause;
    }

    /// <summary><c>les relations établies le 25 juin 1975</c>, <c>depuis l'indépendance, le 20 mai 2002</c>: a day that needs its year was not this week's.</summary>
    public bool IsFounding(DateExpression date, Sentence sentence)
    {
        const int Reach = 8;
        if (date.Start.Year == 0 || date.IsRange)
        {
            return false;
        }

        var isFounding = false;
        for (var at = date.First - 1; at >= sentence.First && date.First - at <= Reach && text.Tokens[at].Folded is not (";" or ":"); at--)
        {
            isFounding |= words.Has(DateClass.Founding, text.Tokens, at);
            if (isFounding && words.Has(DateClass.Since, text.Tokens, at))
            {
                return true;
            }

            // « ont été établies le 25 juin 1975 »
            if (at < date.First - 1 && At(at) is DateTense.Past or DateTense.Earlier or DateTense.Future)
            {
                break;
            }
        }

        return isFounding;
    }

    /// <summary><c>à la veille de la visite du président en Égypte, du 25 au 29 août</c>: the days of what was yet to come.</summary>
    public bool IsBehindEve(DateExpression date, Sentence sentence)
    {
        const int Reach = 16;
        for (var at = date.First - 1; at > sentence.First && date.First - at <= Reach && At(at) == DateTense.None; at--)
        {
            if (words.Has(DateClass.Eve, text.Tokens, at))
            {
                return words.Has(DateClass.Of, text.Tokens, at + 1);
            }
        }

        return false;
    }

    /// <summary><c>séjourne depuis jeudi</c></summary>
    public bool IsSince(DateExpression date) =>
        date.First > 0 && (words.Has(DateClass.Since, text.Tokens, date.First - 1) || date.First > 1 && words.Has(DateClass.Determiner, text.Tokens, date.First - 1) && words.Has(DateClass.Since, text.Tokens, date.First - 2));

    /// <summary><c>quelques jours plus tôt</c></summary>
    public bool IsVague(DateExpression date) => date.Relative is not null && words.Has(DateClass.Vague, text.Tokens, date.First);

    /// <summary><c>le même jour</c>, <c>le lendemain</c>: a day counted from another; <c>dans l'après-midi</c> names none.</summary>
    public bool NamesDay(DateExpression date) =>
        date.Relative is { Unit: DateUnit.Day, Offset: > 0 } || Enumerable.Range(date.First, date.Count).Any(i => words.Has(DateClass.Same, text.Tokens, i));

    public DateRole RoleOf(DateExpression date, Sentence sentence, DateMention? previous)
    {
        var clause = ClauseStart(date, sentence);
        if (previous is not null && previous.SentenceIndex == sentence.Index && StandsBetweenCommas(date, clause, sentence.First + sentence.Count) && previous.End >= clause - 2)
        {
            return previous.Role;
        }

        if ((date.IsRange && !date.IsList) || IsBound(date))
        {
            return DateRole.Aside;
        }

        // « se trouvait à Jakarta pour coprésider, la veille, la réunion » is what he had come for.
        if (date.Relative is { Anchor: DateAnchor.Context, Unit: DateUnit.Day, Offset: < 0 } && IsOfPurpose(date, sentence))
        {
            return DateRole.Aside;
        }

        var tense = DateTense.None;
        var (participle, isOccasion) = (-1, false);
        for (var at = date.First - 1; at >= clause; at--)
        {
            tense = tense == DateTense.None ? At(at) : tense;
            participle = tense == DateTense.None && participle < 0 && (date.First - at <= ParticipleReach || OpensClause(at, clause, sentence)) && IsParticiple(at) ? at : participle;
            isOccasion |= words.Has(DateClass.Occasion, text.Tokens, at);

            // « l'a remercié d'être venu neuf jours plus tôt »
            if (tense == DateTense.None && IsHavingDone(at))
            {
                return DateRole.Aside;
            }

            // « avant de regagner dimanche son pays » is what comes after that which is told.
            if (tense == DateTense.None && IsInfinitive(at) && IsToBeDone(at, clause) && Enumerable.Range(Math.Max(clause, at - 3), Math.Min(3, at - clause)).Any(i => words.Has(DateClass.Ere, text.Tokens, i)))
            {
                return DateRole.Aside;
            }

            if (words.Has(DateClass.Joining, text.Tokens, at))
            {
                // « C'est le ministre X qui a reçu lundi »; but « qui achève une visite entamée mardi »
                return IsCleft(clause, at) ? DateRole.Main : tense == DateTense.Earlier || (tense == DateTense.None && participle >= 0) ? DateRole.Aside : DateRole.Clause;
            }
        }

        // « deux milliards en 2010, contre un milliard aujourd'hui »
        if (tense == DateTense.None && date.Relative is { Anchor: DateAnchor.Article, Offset: 0 } && clause > sentence.First && clause < date.First)
        {
            return DateRole.Aside;
        }

        // « après la cérémonie tenue mardi », « Lors des entretiens avec X, tenus mardi, » is when it was that is told.
        isOccasion |= participle >= 0 && participle == clause && words.Has(DateClass.Held, text.Tokens, participle) && OpensWithOccasion(sentence, clause);
        return tense == DateTense.None && participle >= 0 && !isOccasion && !(participle == clause && HasAuxiliaryBefore(clause, sentence.First)) ? DateRole.Aside : DateRole.Main;
    }

    /// <summary><c>mortellement atteint par des balles le 8 juillet</c>: a clause that a participle opens is that participle's, however long.</summary>
    private bool OpensClause(int at, int clause, Sentence sentence) =>
        clause > sentence.First && (at == clause || at == clause + 1 && s_adverbs.Has(text.Tokens[clause].Folded)) && !words.Has(DateClass.Held, text.Tokens, at);

    /// <summary>An infinitive that what comes before wants done: <c>de vouloir</c>, <c>à se rendre</c>, but not <c>vient de recevoir</c>, <c>a tenu à recevoir</c>.</summary>
    private bool IsToBeDone(int at, int first)
    {
        if (!IsInfinitive(at))
        {
            return false;
        }

        var before = at - 1;
        while (before >= first && words.Has(DateClass.Purpose, text.Tokens, before))
        {
            before--;
        }

        return before < at - 1 && before >= first && !words.Has(DateClass.Doing, text.Tokens, before) && At(before) != DateTense.Past;
    }

    private bool IsOfPurpose(DateExpression date, Sentence sentence)
    {
        const int Reach = 6;
        for (var at = date.First - 1; at > sentence.First && date.First - at <= Reach && At(at) == DateTense.None; at--)
        {
            if (IsToBeDone(at, sentence.First))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>d'avoir reçu</c>, <c>pour s'être rendu</c>: done before what the sentence tells.</summary>
    private bool IsHavingDone(int at) =>
        at > 1 && words.Has(DateClass.Perfect, text.Tokens, at) && words.Has(DateClass.Purpose, text.Tokens, at - 1) && !WordSets.French.HasWritten("to", text.Tokens[at - 1].Text)
        && at + 1 < text.Tokens.Count && !IsInfinitive(at + 1) && (IsParticiple(at + 1) || words.Has(DateClass.Participle, text.Tokens, at + 1));

    private bool OpensWithOccasion(Sentence sentence, int until)
    {
        const int Opening = 3;
        for (var at = sentence.First; at < until; at++)
        {
            if (at < sentence.First + Opening && words.Has(DateClass.Occasion, text.Tokens, at))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>ont, l'un après l'autre, ouvert leur porte jeudi</c></summary>
    private bool HasAuxiliaryBefore(int clause, int first)
    {
        var at = clause - 2;
        while (at > first && !Separates(text.Tokens[at]))
        {
            at--;
        }

        return at > first && At(at - 1) is DateTense.Past or DateTense.Earlier;
    }

    /// <summary>Index of the first token of what stands unseparated before a date.</summary>
    public int ClauseStart(DateExpression date, Sentence sentence)
    {
        var clause = date.First;
        while (clause > sentence.First && !Separates(text.Tokens[clause - 1]))
        {
            clause--;
        }

        return clause;
    }

    private bool StandsBetweenCommas(DateExpression date, int clause, int end)
    {
        var last = date.First + date.Count;
        return date.First - clause <= 1 && clause >= 2 && text.Tokens[clause - 1].Folded == "," && last < end && text.Tokens[last].Folded == ",";
    }

    // « selon le plan conclu le 3 mars »
    private bool HasParticiple(DateExpression date, int clause)
    {
        for (var at = date.First - 1; at >= clause && date.First - at <= ParticipleReach; at--)
        {
            if (IsParticiple(at))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasCome(DateExpression date, int clause)
    {
        for (var at = date.First - 1; at >= clause && date.First - at <= ParticipleReach; at--)
        {
            if (IsParticiple(at) && WordSets.French.Has("come", text.Tokens[at].Folded))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>jusqu'au 28 août</c>, <c>depuis le 24 février</c></summary>
    private bool IsBound(DateExpression date)
    {
        var at = date.First - 1;
        at -= at > 0 && words.Has(DateClass.Determiner, text.Tokens, at) ? 1 : 0;
        return at > 0 && (words.Has(DateClass.Bound, text.Tokens, at)
            // « L'événement, qui prend fin le 26 octobre, accueille »
            || WordSets.French.Has("came-to-end", text.Tokens[at].Folded) && WordSets.French.Has("takes-yet", text.Tokens[at - 1].Folded));
    }

    private bool IsCleft(int clause, int at)
    {
        for (var i = clause; i < at; i++)
        {
            if (words.TryMatch(DateClass.Cleft, text.Tokens, i, at, out _))
            {
                return true;
            }
        }

        return false;
    }

    public bool IsParticiple(int at)
    {
        ref readonly var token = ref text.Tokens[at];
        return token.Kind == TokenKind.Word && !token.IsCapitalized && token.Length > 3
            && (words.Has(DateClass.Participle, text.Tokens, at) || token.Text.TrimEnd('s') is [.., 'é'] or [.., 'é', 'e'])
            && (at == 0 || !words.Has(DateClass.Determiner, text.Tokens, at - 1) && !words.Has(DateClass.Number, text.Tokens, at - 1));
    }

    public static bool Separates(in Token token) => token.Folded is "," or ";" or ":" or "(" or "\"" || (token.Folded == "-" && token.SpaceBefore);

    public bool IsInfinitive(int at)
    {
        ref readonly var token = ref text.Tokens[at];
        return token.Kind == TokenKind.Word && !token.IsCapitalized && at > 0 && token.Length > 4
            && (s_infinitives.Has(token.Folded) || words.Has(DateClass.Infinitive, text.Tokens, at))
            && !words.Has(DateClass.NotFuture, text.Tokens, at);
    }

    /// <summary>What a single word says.</summary>
    public DateTense At(int at)
    {
        ref readonly var token = ref text.Tokens[at];
        if (token.Kind != TokenKind.Word || token.IsCapitalized)
        {
            return DateTense.None;
        }

        if (words.Has(DateClass.Future, text.Tokens, at) || (token.Folded.Length > 4 && s_futures.Has(token.Folded) && !words.Has(DateClass.NotFuture, text.Tokens, at)))
        {
            return DateTense.Future;
        }

        return words.TryMatch(DateClass.Past, text.Tokens, at, text.Tokens.Count, out var past) ? past.Value == 2 ? DateTense.Earlier : DateTense.Past : DateTense.None;
    }
}
