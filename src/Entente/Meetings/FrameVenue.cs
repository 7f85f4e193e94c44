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
