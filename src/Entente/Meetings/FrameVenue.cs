using Entente.Clauses;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>
/// The town of what an article tells without a time of its own of a gathering: its lead tells of meetings in the margin of one (<c>En marge du sommet, X s'est entretenu avec les dirigeants de A, B et C</c>),
/// and it or the headline names the town. Who left is met elsewhere; a building is that of the gathering alone, and at home people are received all over the town.
/// </summary>
internal sealed class FrameVenue(WordSets words)
{
    private readonly VenueReader _reader = new(words);

    public Venue Find(ArticleContext context, Encounter encounter)
    {
        var sentence = encounter.Sentence;
        if (sentence.Section != SectionKind.Body || encounter.Trigger.Tense != Tense.Past || VenueFinder.IsTimed(context, sentence) || context.Text.Sentences.FirstOrDefault(s => s.Section == SectionKind.Body) is not { } lead || !IsOfGathering(context, lead) || HasLeft(context, lead, sentence))
        {
            return Venue.None;
        }

        foreach (var frame in context.Text.Sentences.Where(s => s.Section == SectionKind.Title).Append(lead))
        {
            if (PlaceOf(context, frame) is { } place)
            {
                return place;
            }
        }

        return Venue.None;
    }

    /// <summary>
    /// The town of the gathering that the text told just before, which a sentence takes up as the occasion of another encounter: <c>a participé mardi à Lima à la conférence. En marge de la conférence, X a
    /// rencontré Y</c>, <c>Le dialogue s'est tenu à Lima. À cette occasion, X a rencontré Z</c>. Null where it takes up none, or no town is told.
    /// </summary>
    public Venue? OfGatheringBefore(ArticleContext context, Encounter encounter)
    {
        const int Reach = 6;
        const int OccasionReach = 3;
        var sentence = encounter.Sentence;
        if (encounter.Trigger.Tense != Tense.Past || Occasion(context, sentence, encounter.Trigger.First) is not { } occasion)
        {
            return null;
        }

        var reach = occasion.Noun.Length == 0 ? OccasionReach : Reach;
        foreach (var told in context.Text.Sentences.Where(s => s.Index < sentence.Index && s.Section == SectionKind.Body).Reverse().Take(reach))
        {
            if (context.Holds(told, "leaving") || context.Holds(told, "return-noun"))
            {
                return null;
            }

            if (Tells(context, told, occasion.Noun) && PlaceOf(context, told) is { } place)
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>The noun of the gathering that the head of a sentence takes up with its article, empty for <c>À cette occasion</c>; null for neither.</summary>
    private (string Noun, int At)? Occasion(ArticleContext context, Sentence sentence, int until)
    {
        const int HeadReach = 8;
        var tokens = context.Text.Tokens;
        var end = Math.Min(Math.Min(sentence.First + HeadReach, until), sentence.First + sentence.Count - 2);
        for (var i = sentence.First; i < end; i++)
        {
            if (words.Has("this", tokens[i].Folded) && words.Has("occasion-noun", tokens[i + 1].Folded))
            {
                return ("", i);
            }

            if (words.Has("margin", tokens[i].Folded))
            {
                for (var n = i + 1; n < Math.Min(i + HeadReach, until) && tokens[n].Kind == TokenKind.Word; n++)
                {
                    if (IsGathering(tokens[n]))
                    {
                        return (tokens[n].Folded, n);
                    }
                }

                return null;
            }
        }

        return null;
    }

    private bool IsGathering(Token token) =>
        words.Has("gathering", token.Folded) || words.Has("gathering-event", token.Folded) || words.Has("session-noun", token.Folded) || token.Text.Length > 2 && token.Text.All(char.IsUpper);

    /// <summary>A sentence tells the gathering itself, and not another beside or before it: its noun, no margin before it.</summary>
    private bool Tells(ArticleContext context, Sentence told, string noun)
    {
        for (var i = told.First; i < told.First + told.Count; i++)
        {
            var token = context.Text.Tokens[i];
            if (noun.Length == 0 ? IsGathering(token) : token.Folded == noun)
            {
                return context.Verbs[told.Index].Any(v => v is { IsFinite: true, Tense: Tense.Past or Tense.Imperfect or Tense.Pluperfect }) || context.Holds(told, "margin");
            }
        }

        return false;
    }

    /// <summary><c>La délégation a séjourné à Brest et à Toulon. Dans cette dernière ville, X a rencontré Y</c>: the town that the sentence before named last.</summary>
    public Venue ThisTown(ArticleContext context, Encounter encounter)
    {
        const int HeadReach = 4;
        var (tokens, sentence) = (context.Text.Tokens, encounter.Sentence);
        if (sentence.Index == 0 || context.Text.Sentences[sentence.Index - 1] is not { Section: SectionKind.Body } before)
        {
            return Venue.None;
        }

        for (var i = sentence.First; i < Math.Min(sentence.First + HeadReach, encounter.Trigger.First); i++)
        {
            if (words.Has("this", tokens[i].Folded) && (words.Has("town", tokens[i + 1].Folded) || words.Has("town", tokens[i + 2].Folded)))
            {
                for (var at = before.First + before.Count - 2; at >= before.First; at--)
                {
                    if (_reader.Read(context, before, at) is { Place: [var initial, ..] } found && char.IsUpper(initial))
                    {
                        return found;
                    }
                }
            }
        }

        return Venue.None;
    }

    /// <summary><c>est arrivé lundi à Singapour pour assister au Dialogue. Dès son arrivée, X a rencontré Y</c>: the town that was reached.</summary>
    public Venue OnArrival(ArticleContext context, Encounter encounter)
    {
        const int HeadReach = 6;
        const int Reach = 2;
        const int PlaceReach = 10;
        var (tokens, sentence) = (context.Text.Tokens, encounter.Sentence);
        var head = Math.Min(sentence.First + HeadReach, encounter.Trigger.First);
        if (!Enumerable.Range(sentence.First, Math.Max(0, head - sentence.First)).Any(i => i > sentence.First && words.Has("arrival", tokens[i].Folded) && words.Has("possessive", tokens[i - 1].Folded) && tokens[i + 1].Text == ","))
        {
            return Venue.None;
        }

        foreach (var told in context.Text.Sentences.Where(s => s.Index < sentence.Index && s.Section == SectionKind.Body).Reverse().Take(Reach))
        {
            var end = told.First + told.Count - 1;
            var arriving = Enumerable.Range(told.First, told.Count).FirstOrDefault(i => words.Has("arriving", tokens[i].Folded), end);
            for (var at = arriving + 1; at < Math.Min(arriving + PlaceReach, end); at++)
            {
                if (_reader.Read(context, told, at, goals: true) is { Place: [var initial, ..] } found && char.IsUpper(initial))
                {
                    return found;
                }
            }
        }

        return Venue.None;
    }

    private static bool IsOfGathering(ArticleContext context, Sentence lead) =>
        context.Holds(lead, "margin") && (context.Holds(lead, "gathering-event") || VenueFinder.IsSeated(context, lead));

    /// <summary>A sentence from the lead on tells of a journey on or back.</summary>
    private static bool HasLeft(ArticleContext context, Sentence lead, Sentence sentence)
    {
        for (var s = lead.Index; s <= sentence.Index; s++)
        {
            if (context.Text.Sentences[s].Section == SectionKind.Body && (context.Holds(context.Text.Sentences[s], "leaving") || context.Holds(context.Text.Sentences[s], "return-noun")))
            {
                return true;
            }
        }

        return false;
    }

    private Venue? PlaceOf(ArticleContext context, Sentence sentence)
    {
        for (var i = sentence.First; i < sentence.First + sentence.Count - 1; i++)
        {
            if (_reader.Read(context, sentence, i) is { Place: [var initial, ..] } found && char.IsUpper(initial) && !VenueFinder.IsHomePlace(found.Place))
            {
                return found;
            }
        }

        return null;
    }
}
