using Entente.Texts;

namespace Entente.Dates;

/// <summary>
/// Tells what the words about a date speak of: what is to come (a verb in the future such as <c>recevra</c>, or a word such as <c>prévue</c>),
/// or what is done; and whether its sentence tells the date by its own verb or aside.
/// </summary>
internal sealed class TenseOfDates(ArticleText text, DateWords words)
{
    /// <summary>From a participle to the date that it has, in tokens: <c>arrivé à Hanoï dimanche</c>.</summary>
    private const int ParticipleReach = 3;

    /// <summary>From an infinitive to the date of what is to be done, in tokens.</summary>
    private const int InfinitiveReach = 6;

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

        // « Mercredi, à Luanda, il doit être reçu »: the first verb after it.
        for (var at = date.First + date.Count; at < end && (text.Tokens[at].Folded == "," || !Separates(text.Tokens[at])); at++)
        {
            if (At(at) is var after and not DateTense.None)
            {
                return after;
            }
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

    /// <summary>Whether a date is told as to come by the words between the date before it and itself: <c>qui a ouvert en 2010 …, appelé à présider en 2012</c>.</summary>
    public bool IsAnnounced(DateExpression date, Sentence sentence, DateExpression? previous)
    {
        var first = previous is null ? sentence.First : Math.Max(sentence.First, previous.First + previous.Count);
        var isDone = false;
        for (var at = date.First - 1; at >= first; at--)
        {
            // « contribuerait à concrétiser le partenariat établi en 2016 »: the participle has the year, whatever is said to come of it.
            if (!isDone && IsParticiple(at) && date.First - at <= ParticipleReach && (at == first || !words.Has(DateClass.Auxiliary, text.Tokens, at - 1)))
            {
                return at > first && At(at - 1) == DateTense.Future;
            }

            // « l'invitation à se rendre à Canberra en 2020 », but « propose d'employer la ligne ouverte en 2014 »
            isDone |= IsParticiple(at);
            if (At(at) == DateTense.Future || (!isDone && date.First - at <= InfinitiveReach && IsInfinitive(at) && words.Has(DateClass.Purpose, text.Tokens, at - 1)))
            {
                return true;
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

    private bool IsInfinitive(int at)
    {
        ref readonly var token = ref text.Tokens[at];
        return token.Kind == TokenKind.Word && !token.IsCapitalized && at > 0 && token.Length > 4
            && (token.Folded.EndsWith("er", StringComparison.Ordinal) || token.Folded.EndsWith("ir", StringComparison.Ordinal) || words.Has(DateClass.Infinitive, text.Tokens, at))
            && !words.Has(DateClass.NotFuture, text.Tokens, at);
    }

    /// <summary>Whether a year is that of what is yet to be carried out: <c>le plan de coopération pour 2016</c>.</summary>
    public bool IsPlanned(DateExpression date) =>
        date.Start.Month == 0 && date.Start.Year > 0 && date.First > 1
        && (words.Has(DateClass.Planned, text.Tokens, date.First - 1) || words.Has(DateClass.Planned, text.Tokens, date.First - 2));

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

        var tense = DateTense.None;
        var (participle, isOccasion) = (-1, false);
        for (var at = date.First - 1; at >= clause; at--)
        {
            tense = tense == DateTense.None ? At(at) : tense;
            participle = tense == DateTense.None && participle < 0 && date.First - at <= ParticipleReach && IsParticiple(at) ? at : participle;
            isOccasion |= words.Has(DateClass.Occasion, text.Tokens, at);
            if (words.Has(DateClass.Joining, text.Tokens, at))
            {
                // « C'est le ministre X qui a reçu lundi »
                return IsCleft(clause, at) ? DateRole.Main : tense == DateTense.Earlier ? DateRole.Aside : DateRole.Clause;
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

    /// <summary><c>jusqu'au 28 août</c>, <c>depuis le 24 février</c></summary>
    private bool IsBound(DateExpression date)
    {
        var at = date.First - 1;
        return at > 0 && words.Has(DateClass.Bound, text.Tokens, words.Has(DateClass.Determiner, text.Tokens, at) ? at - 1 : at);
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

    private bool IsParticiple(int at)
    {
        ref readonly var token = ref text.Tokens[at];
        return token.Kind == TokenKind.Word && !token.IsCapitalized && token.Length > 3
            && (words.Has(DateClass.Participle, text.Tokens, at) || token.Text.TrimEnd('s') is [.., 'é'] or [.., 'é', 'e'])
            && (at == 0 || !words.Has(DateClass.Determiner, text.Tokens, at - 1));
    }

    private static bool Separates(in Token token) => token.Folded is "," or ";" or ":" or "(" or "\"" || (token.Folded == "-" && token.SpaceBefore);

    private DateTense At(int at)
    {
        ref readonly var token = ref text.Tokens[at];
        if (token.Kind != TokenKind.Word || token.IsCapitalized)
        {
            return DateTense.None;
        }

        if (words.Has(DateClass.Future, text.Tokens, at) || (EndsAsFuture(token.Folded) && !words.Has(DateClass.NotFuture, text.Tokens, at)))
        {
            return DateTense.Future;
        }

        return words.TryMatch(DateClass.Past, text.Tokens, at, text.Tokens.Count, out var past) ? past.Value == 2 ? DateTense.Earlier : DateTense.Past : DateTense.None;
    }

    private static bool EndsAsFuture(string word) =>
        word.Length > 4 && word[^1] is 'a' or 't' && (word.EndsWith("ra", StringComparison.Ordinal) || word.EndsWith("ront", StringComparison.Ordinal)
            || word.EndsWith("rait", StringComparison.Ordinal) || word.EndsWith("raient", StringComparison.Ordinal));
}
