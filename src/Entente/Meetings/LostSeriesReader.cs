using Entente.Clauses;
using Entente.Partners;
using Entente.Tables;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>
/// Finds the encounters of a series whose lead is lost: the body begins in the middle of them (<c>Au cours de ces conversations téléphoniques, le général X a</c>), and the other sides are told by institutions in a row
/// (<c>les ministères A et B de la Défense</c>).
/// </summary>
internal sealed class LostSeriesReader(EncounterLexicon lexicon, WordSets words)
{
    /// <summary>Tokens within which the encounters open the body: <c>Au cours de ces</c>.</summary>
    private const int OpeningReach = 6;

    /// <summary>One meeting with each state of the row; none where anything of the text tells whom he met.</summary>
    public IReadOnlyList<Meeting> Find(ArticleContext context, IReadOnlyList<Meeting> told)
    {
        if (told.Any(m => m.Status == MeetingStatus.Held) || context.Text.Sentences.FirstOrDefault(s => s.Section == SectionKind.Body) is not { } opening
            || lexicon.Nouns.Find(context.Text, opening).FirstOrDefault(n => n.First > opening.First && n.First - opening.First <= OpeningReach) is not { Value: { IsOfSeveral: true, Need: TriggerNeed.None, Kind: MeetingKind.Talks or MeetingKind.Call } rule } noun
            || !words.Has("these", context.Text.Tokens[noun.First - 1].Folded)
            || context.Verbs[opening.Index].FirstOrDefault(v => v.IsFinite && v.First >= noun.Next) is not { Verb: not null } main || main.Tense != Tense.Past && !VerbTime.IsPerfect(context, opening, main, words)
            || context.Actors[opening.Index].FirstOrDefault(a => a.First >= noun.Next && a.End <= main.First) is not { IsNamed: true, Person: not null } speaker || !context.IsHome(speaker))
        {
            return [];
        }

        var states = context.Text.Sentences.Where(s => s.Section == SectionKind.Body).Select(s => InRow(context, s)).FirstOrDefault(row => row.Count > 1) ?? [];
        return [.. states.Select(state => Meeting.Of(context, opening, rule.Kind, context.Dates.Presumed, [speaker], []) with { Mode = rule.Mode, Partners = [state], IsInferred = true })];
    }

    /// <summary>The states of institutions of one kind that stand in a row behind their noun.</summary>
    private List<string> InRow(ArticleContext context, Sentence sentence)
    {
        var tokens = context.Text.Tokens;
        for (var i = sentence.First + 1; i < sentence.First + sentence.Count; i++)
        {
            if (!words.Has("institution", tokens[i].Folded) || tokens[i].Folded[^1] != 's' || !words.Has("several-events", tokens[i - 1].Folded))
            {
                continue;
            }

            var (row, next) = (new List<string>(), i + 1);
            while (context.Mentions[sentence.Index].FirstOrDefault(m => m.Kind == MentionKind.Demonym && m.FirstToken == next) is { } mention)
            {
                row.Add(mention.Code);
                next = words.Has("join", tokens[mention.EndToken].Folded) ? mention.EndToken + 1 : int.MaxValue;
            }

            if (row.Distinct(StringComparer.Ordinal).Count() == row.Count && row.Count > 1)
            {
                return row;
            }
        }

        return [];
    }
}
