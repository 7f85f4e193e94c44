using Entente.Clauses;
using Entente.Partners;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>Where an encounter took place, as written, and the country that it is in.</summary>
internal sealed record Venue(string Place, string Country)
{
    public static readonly Venue None = new("", "");
}

/// <summary>
/// Finds the venue of an encounter in its sentence: a town after <c>à</c>, a building (<c>au siège du ministère de la Défense</c>), or the town that hosts it
/// (<c>Bali a accueilli la réunion</c>). A country (<c>au Vietnam</c>) is none, nor is the goal of a journey (<c>venu à Hanoï</c>). An encounter in the
/// margin of a gathering, or right after a ceremony, has their place.
/// </summary>
internal sealed class VenueFinder(WordSets words)
{
    private readonly VenueReader _reader = new(words);

    public Venue Find(ArticleContext context, Encounter encounter)
    {
        if (encounter.OwnStretch(context) is { } own && Nearest(context, encounter, own.From, own.Until) is var venue && venue != Venue.None)
        {
            return venue;
        }

        var sentence = encounter.Sentence;
        var found = Nearest(context, encounter, sentence.First, sentence.First + sentence.Count);
        found = found == Venue.None ? Host(context, encounter) : found;
        return found == Venue.None ? Inherited(context, sentence) : found;
    }

    private Venue Nearest(ArticleContext context, Encounter encounter, int from, int until)
    {
        Venue best = Venue.None;
        var bestDistance = int.MaxValue;
        for (var i = from; i < until - 1; i++)
        {
            if (_reader.Read(context, encounter.Sentence, i) is not { } found || IsOfAnotherClause(context, encounter, i))
            {
                continue;
            }

            var distance = i < encounter.Trigger.First ? encounter.Trigger.First - i : Math.Max(0, i - encounter.Trigger.End);
            if (distance < bestDistance)
            {
                (best, bestDistance) = (found, distance);
            }
        }

        return best;
    }

    /// <summary><c>Lors de sa rencontre avec Y, X a salué le projet dévoilé à Hanoï</c>: a place after the next verb is that verb's.</summary>
    private bool IsOfAnotherClause(ArticleContext context, Encounter encounter, int at) =>
        !encounter.Trigger.IsEvent && context.Verbs[encounter.Sentence.Index].Any(v => v.IsFinite && v.First >= encounter.Trigger.End && v.Anchor < at && !words.Has("takes-place", Folding.Fold(v.Verb)));

    /// <summary><c>Bali (Indonésie) a accueilli la réunion</c>, <c>Hanoï a abrité, mercredi, les consultations</c></summary>
    private Venue Host(ArticleContext context, Encounter encounter)
    {
        const int Reach = 5;
        var sentence = encounter.Sentence;
        var hosting = context.Verbs[sentence.Index].FirstOrDefault(v => v.IsFinite && !v.IsPassive && v.First <= sentence.First + Reach && words.Has("town-hosts", Folding.Fold(v.Verb)));
        return hosting.Verb is not null && (hosting.Anchor < encounter.Trigger.First || encounter.Trigger.IsEvent) ? _reader.TownAt(context, sentence, sentence.First) : Venue.None;
    }

    /// <summary>The place of the gathering in whose margin an encounter is, or of the ceremony that it follows; none for one that has a time of its own.</summary>
    private Venue Inherited(ArticleContext context, Sentence sentence)
    {
        const int Reach = 6;
        var isInMargin = Has(context, sentence, "margin");
        if (sentence.Section != SectionKind.Body || !isInMargin && IsTimed(context, sentence))
        {
            return Venue.None;
        }

        var isRightAfter = IsRightAfter(context, sentence);
        var isBeside = isInMargin || Has(context, sentence, "beside");
        var isMargin = isInMargin;
        for (var s = sentence.Index - (isInMargin ? 0 : 1); s >= Math.Max(0, sentence.Index - Reach) && context.Text.Sentences[s] is var told && (told.Section == SectionKind.Body || s == sentence.Index); s--)
        {
            var isTold = Has(context, told, "margin");
            isMargin |= isTold;
            if ((isTold || isBeside && Has(context, told, "gathering-event") || isRightAfter && s >= sentence.Index - 2) && PlaceOf(context, told) is var venue && venue != Venue.None)
            {
                return venue;
            }
        }

        return isMargin && isBeside ? OfFrame(context) : Venue.None;
    }

    /// <summary>The first place of a sentence.</summary>
    private Venue PlaceOf(ArticleContext context, Sentence sentence)
    {
        for (var i = sentence.First; i < sentence.First + sentence.Count - 1; i++)
        {
            if (_reader.Read(context, sentence, i) is { } found)
            {
                return found;
            }
        }

        var hosting = context.Verbs[sentence.Index].FirstOrDefault(v => v.IsFinite && words.Has("town-hosts", Folding.Fold(v.Verb)));
        return hosting.Verb is null ? Venue.None : _reader.TownAt(context, sentence, sentence.First);
    }

    /// <summary>The place in the headline, else of the dateline, of an article from a gathering.</summary>
    private Venue OfFrame(ArticleContext context)
    {
        foreach (var title in context.Text.Sentences.Where(s => s.Section == SectionKind.Title))
        {
            if (PlaceOf(context, title) is var venue && venue != Venue.None)
            {
                return venue;
            }
        }

        return context.Text.Dateline is { Place.Length: > 0 } dateline ? new Venue(context.Text.Raw[dateline.Place.Start..dateline.Place.End], "") : Venue.None;
    }

    /// <summary><c>Juste après, les deux ministres ont eu un entretien</c>, <c>À l'issue de la signature</c></summary>
    private bool IsRightAfter(ArticleContext context, Sentence sentence)
    {
        const int Opening = 6;
        var tokens = context.Text.Tokens;
        for (var i = sentence.First; i < Math.Min(sentence.First + Opening, sentence.First + sentence.Count); i++)
        {
            if (words.Has("right-after", tokens[i].Folded)
                || words.Has("at-end", tokens[i].Folded) && Enumerable.Range(i + 1, Math.Min(4, sentence.First + sentence.Count - i - 1)).Any(n => words.Has("ceremony-noun", tokens[n].Folded)))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsTimed(ArticleContext context, Sentence sentence) => context.DatesIn[sentence.Index].Any() || Has(context, sentence, "part-of-day");

    private bool Has(ArticleContext context, Sentence sentence, string set)
    {
        for (var i = sentence.First; i < sentence.First + sentence.Count; i++)
        {
            if (words.Has(set, context.Text.Tokens[i].Folded))
            {
                return true;
            }
        }

        return false;
    }
}
