using Entente.Texts;

namespace Entente.Dates;

/// <summary>Tells whether what the text says of a year is done (<c>établi en 2013</c>) or to come (<c>allait présider en 2020</c>, <c>En 2022, il entend ouvrir</c>).</summary>
internal sealed class TenseOfYears(ArticleText text, DateWords words, TenseOfDates tenses)
{
    /// <summary>From an infinitive to the date of what is to be done, in tokens.</summary>
    private const int InfinitiveReach = 6;

    /// <summary>Tokens before what opens a sentence: <c>Déjà, en 2019,</c>.</summary>
    private const int Opening = 3;

    /// <summary>
    /// Whether a date is told as to come by the words between the date before it and itself (<c>qui a ouvert en 2010 …, appelé à présider en 2012</c>), or, where it opens its
    /// sentence, by the verb that follows.
    /// </summary>
    public bool IsAnnounced(DateExpression date, Sentence sentence, DateExpression? previous)
    {
        var first = First(sentence, previous, date);
        var isDone = false;
        for (var at = date.First - 1; at >= first; at--)
        {
            // « contribuerait à concrétiser le partenariat établi en 2016 »: the participle has the year, whatever is said to come of it.
            if (!isDone && tenses.IsParticiple(at) && date.First - at <= TenseOfDates.ParticipleReach && (at == first || !words.Has(DateClass.Auxiliary, text.Tokens, at - 1)))
            {
                return at > first && tenses.At(at - 1) == DateTense.Future;
            }

            // « l'invitation à se rendre à Canberra en 2020 », but « propose d'employer la ligne ouverte en 2014 »
            var isWish = !isDone && IsWish(at, date);
            isDone |= tenses.IsParticiple(at);
            if (isWish || tenses.At(at) == DateTense.Future || (!isDone && date.First - at <= InfinitiveReach && tenses.IsInfinitive(at) && words.Has(DateClass.Purpose, text.Tokens, at - 1)))
            {
                return true;
            }
        }

        return IsImminent(date, sentence, previous) || date.First - sentence.First <= Opening && IsAnnouncedAfter(date, sentence);
    }

    /// <summary>What is about to be done, in this year or the next: <c>allait assurer en 2020</c>, <c>s'apprête à tenir les élections de 2024</c>.</summary>
    public bool IsImminent(DateExpression date, Sentence sentence, DateExpression? previous)
    {
        var first = First(sentence, previous, date);
        for (var at = date.First - 1; at >= first; at--)
        {
            if (words.TryMatch(DateClass.Imminent, text.Tokens, at, date.First, out var cue))
            {
                // « va bientôt assurer », « s'apprête à affronter »
                const int Between = 2;
                return Enumerable.Range(cue.Next, Math.Max(0, Math.Min(Between, date.First - cue.Next))).Any(tenses.IsInfinitive)
                    && !Enumerable.Range(cue.Next, Math.Max(0, date.First - cue.Next)).Any(i => tenses.IsParticiple(i) || tenses.At(i) is DateTense.Past or DateTense.Earlier);
            }
        }

        return false;
    }

    /// <summary>Whether something is said to have been done in a year: <c>établi en 2013</c>, <c>ont signé à Tokyo en 2011</c>, <c>depuis 2018</c>.</summary>
    public bool IsDone(DateExpression date, Sentence sentence)
    {
        if (tenses.IsSince(date))
        {
            return true;
        }

        for (var at = date.First - 1; at >= tenses.ClauseStart(date, sentence); at--)
        {
            // « la visite de 2013 », « le plan pour 2013 » tell nothing of when.
            if (words.Has(DateClass.Planned, text.Tokens, at) || tenses.At(at) == DateTense.Future || tenses.IsInfinitive(at))
            {
                return false;
            }

            if (at == date.First - 1 && !words.Has(DateClass.Within, text.Tokens, at) && !tenses.IsParticiple(at))
            {
                return false;
            }

            if (date.First - at <= TenseOfDates.ParticipleReach && tenses.IsParticiple(at) || tenses.At(at) is DateTense.Past or DateTense.Earlier)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a year is that of what is yet to be carried out: <c>le plan de coopération pour 2016</c>.</summary>
    public bool IsPlanned(DateExpression date) =>
        date.Start.Month == 0 && date.Start.Year > 0 && date.First > 1
        && (words.Has(DateClass.Planned, text.Tokens, date.First - 1) || words.Has(DateClass.Planned, text.Tokens, date.First - 2));

    private static int First(Sentence sentence, DateExpression? previous, DateExpression date) =>
        previous is null || previous.First + previous.Count > date.First ? sentence.First : Math.Max(sentence.First, previous.First + previous.Count);

    /// <summary><c>En 2022, le centre sollicitera</c>, <c>En 2022, il entend solliciter</c></summary>
    private bool IsAnnouncedAfter(DateExpression date, Sentence sentence)
    {
        for (var at = date.First + date.Count; at < sentence.First + sentence.Count; at++)
        {
            if (tenses.At(at) is var tense and not DateTense.None)
            {
                return tense == DateTense.Future;
            }
        }

        return false;
    }

    /// <summary><c>a souhaité que les deux parties tiennent en 2025</c></summary>
    private bool IsWish(int at, DateExpression date)
    {
        const int Near = 3;
        return words.Has(DateClass.Wish, text.Tokens, at) && Enumerable.Range(at + 1, Math.Max(0, Math.Min(Near, date.First - at - 1))).Any(i => words.Has(DateClass.That, text.Tokens, i))
            && !Enumerable.Range(at + 1, date.First - at - 1).Any(i => tenses.At(i) is DateTense.Past or DateTense.Earlier);
    }
}
