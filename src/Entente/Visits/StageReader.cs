using Entente.Clauses;
using Entente.Partners;
using Entente.Texts;

namespace Entente.Visits;

/// <summary>
/// Finds the further stops of a journey: <c>À Santiago du Chili, étape précédente de son voyage</c>, <c>L'Angola est la deuxième étape de sa tournée</c>,
/// <c>Second volet du déplacement, la capitale belge</c>. Who makes it is who has met others away from home.
/// </summary>
internal sealed class StageReader(WordSets words, VisitCollector collector)
{
    /// <summary>How far from its noun a stop may stand, in tokens.</summary>
    private const int Reach = 6;

    private readonly WordIds _stages = words["stage"];

    public void Add(List<Visit> visits, VisitContext context, Sentence sentence)
    {
        if (!context.Holds(sentence, "stage"))
        {
            return;
        }

        var end = sentence.First + sentence.Count;
        for (var i = sentence.First; i < end - 2; i++)
        {
            if (_stages.Contains(context.Text.Tokens[i].Id) && JourneyBehind(context, i, end) is { } journey && PlaceNear(context, sentence, i, journey) is { } place)
            {
                Add(visits, context, sentence, i, journey, place);
            }
        }
    }

    private void Add(List<Visit> visits, VisitContext context, Sentence sentence, int stage, int journey, string place)
    {
        if (VisitorRecall.Head(context, sentence, place) is { Person: not null } traveller && VisitorRecall.Travels(context, traveller, place) && !visits.Exists(v => v.Destination == place && (v.Person == traveller.Person || v.Evidence.Start == sentence.Span.Start)))
        {
            collector.Add(visits, context, new VisitTelling(sentence, stage, journey + 1, VisitKind.Other, traveller) { Goals = [place] });
        }
    }

    /// <summary>The journey that a stop belongs to: <c>étape précédente de son voyage</c>.</summary>
    private int? JourneyBehind(VisitContext context, int stage, int end)
    {
        var tokens = context.Text.Tokens;
        var isOf = false;
        for (var i = stage + 1; i < Math.Min(end, stage + Reach); i++)
        {
            if (isOf && words.Has("stage-of", tokens[i].Folded))
            {
                return i;
            }

            isOf |= words.Has("of", tokens[i].Folded);
            if (tokens[i].Kind == TokenKind.Punctuation)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The state named right before a stop, with a comma or <c>est la deuxième</c> between, or right behind its journey.</summary>
    private string? PlaceNear(VisitContext context, Sentence sentence, int stage, int journey)
    {
        var before = context.Mentions[sentence.Index].LastOrDefault(m => m.EndToken <= stage && stage - m.EndToken <= Reach && m.Kind is MentionKind.Name or MentionKind.Capital);
        if (before is not null && Enumerable.Range(before.EndToken, stage - before.EndToken).Any(i => context.Text.Tokens[i].Text == "," || words.Has("copula-stage", context.Text.Tokens[i].Folded)))
        {
            return before.Code;
        }

        const int Gap = 3;
        var behind = context.Mentions[sentence.Index].FirstOrDefault(m => m.FirstToken > journey && m.FirstToken - journey <= Reach);
        return behind is not null && Enumerable.Range(journey + 1, behind.FirstToken - journey - 1).Any(i => i - journey <= Gap && (context.Text.Tokens[i].Text is "," or ":" || words.Has("copula-stage", context.Text.Tokens[i].Folded)))
            && (behind.Kind is MentionKind.Name or MentionKind.Capital || behind.Kind == MentionKind.Demonym && words.Has("region", context.Text.Tokens[behind.FirstToken - 1].Folded))
            ? behind.Code
            : null;
    }
}
