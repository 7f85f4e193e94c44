using Entente.Clauses;
using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>
/// Joins the meetings of one sentence with two states into one, where the text goes on with all three as one: <c>X a eu une séance de travail avec ses homologues cambodgien A et lao B.
/// Les trois chefs de gouvernement se sont réjouis …</c>. Those who met each apart, or in the margin of a gathering, did not sit together.
/// </summary>
internal sealed class TalksOfThree(EncounterLexicon lexicon, WordSets words)
{
    /// <summary>Sentences behind the meetings in which the three are told.</summary>
    private const int Following = 2;

    public IReadOnlyList<Meeting> Join(ArticleContext context, IReadOnlyList<Meeting> meetings)
    {
        if (meetings.Count < 2)
        {
            return meetings;
        }

        foreach (var group in meetings.Where(CanBeOfThree).GroupBy(m => m.Evidence.Start).Where(g => g.Count() == 2))
        {
            var (one, other) = (group.First(), group.Last());
            if (one.Partners[0] == other.Partners[0] || one.Kind != other.Kind || one.Home.Count == 0 || !one.Home.Select(h => h.Person).SequenceEqual(other.Home.Select(h => h.Person))
                || context.Text.Sentences.FirstOrDefault(s => s.Span.Start == group.Key) is not { } sentence || IsApart(context, sentence) || !context.Text.Sentences.Where(s => s.Section == SectionKind.Body && s.Index > sentence.Index).Take(Following).Any(s => TellsThree(context, s)))
            {
                continue;
            }

            var joint = one with { Partners = [.. one.Partners, .. other.Partners], Guests = [.. one.Guests, .. other.Guests], IsMultilateral = true, Level = (People.PersonLevel)Math.Max((int)one.Level, (int)other.Level) };
            return [.. meetings.Where(m => !ReferenceEquals(m, other)).Select(m => ReferenceEquals(m, one) ? joint : m)];
        }

        return meetings;
    }

    private static bool CanBeOfThree(Meeting meeting) => meeting is { Status: MeetingStatus.Held, Kind: MeetingKind.Talks or MeetingKind.Contact or MeetingKind.Dialogue, IsMultilateral: false, Partners: [_] };

    private bool IsApart(ArticleContext context, Sentence sentence) =>
        context.Holds(sentence, "margin") || context.Holds(sentence, "respective") || lexicon.CuesOf(context.Text, sentence).Any(c => c.Value == EncounterCue.Apart);

    /// <summary><c>Les trois ministres</c>, <c>l'étroite coopération des trois ministères</c></summary>
    private bool TellsThree(ArticleContext context, Sentence sentence)
    {
        var end = sentence.First + sentence.Count;
        return TheThree(context.Text.Tokens, words, "definite", sentence.First, end) >= 0 || TheThree(context.Text.Tokens, words, "of", sentence.First, end) >= 0;
    }

    /// <summary>The first numeral of three known by office or side behind a word of a set (<c>les trois ministres</c>), from one token on and before another; -1 for none.</summary>
    internal static int TheThree(TokenList tokens, WordSets words, string lead, int from, int until) =>
        Enumerable.Range(from + 1, Math.Max(0, until - from - 2)).FirstOrDefault(i => words.Has("number-three", tokens[i].Folded) && words.Has("dual", tokens[i + 1].Folded) && words.Has(lead, tokens[i - 1].Folded), -1);
}
