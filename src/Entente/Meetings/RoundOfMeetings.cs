using Entente.Clauses;
using Entente.Partners;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>
/// Those to whom a round of meetings comes without a word for one: where an article goes from guest to guest, the sentence that opens on another one
/// (<c>À M. X, président de l'agence turque, le ministre a dit …</c>, <c>La Néerlandaise Y, elle, a souhaité …</c>) tells of one more.
/// </summary>
internal static class RoundOfMeetings
{
    /// <summary>Partners from which on meetings are a round.</summary>
    private const int Several = 2;

    /// <summary>Tokens before somebody on whom a sentence opens.</summary>
    private const int Opening = 4;

    public static IEnumerable<string> Further(ArticleContext context, IReadOnlyList<Meeting> meetings, List<string> met)
    {
        if (met.Count(code => !context.IsBody(code)) < Several)
        {
            return [];
        }

        var first = meetings.Where(m => m is { Status: MeetingStatus.Held, IsMultilateral: false }).Select(m => m.Evidence.Start).DefaultIfEmpty(int.MaxValue).Min();
        var told = meetings.Where(m => m.Status == MeetingStatus.Held).SelectMany(m => m.Partners).ToHashSet(StringComparer.Ordinal);
        return context.Text.Sentences.Where(s => s.Section == SectionKind.Body && s.Span.Start > first).Select(s => Guest(context, s)).OfType<string>().Where(code => !told.Contains(code)).Distinct(StringComparer.Ordinal).ToList();
    }

    /// <summary>The state of the guest on whom a sentence opens that tells what was said or agreed; null for none.</summary>
    private static string? Guest(ArticleContext context, Sentence sentence)
    {
        var guest = context.Actors[sentence.Index].FirstOrDefault(a => a.Person is not null);
        return guest is { IsAside: false } && guest.First - sentence.First <= Opening && context.IsForeign(guest) && !context.IsBody(guest.Country!)
            && context.Verbs[sentence.Index].FirstOrDefault(v => v.IsFinite && v.First >= guest.End) is { Verb: not null, Tense: Tense.Past }
            && !context.Actors[sentence.Index].Exists(a => context.IsForeign(a) && a.Country != guest.Country)
            && !context.Holds(sentence, "margin") && EncounterLexicon.French.Gatherings.Find(context.Text, sentence).Count == 0
            && context.Mentions[sentence.Index].Any(m => m.Code == guest.Country && m.Kind is MentionKind.Demonym or MentionKind.Name) ? guest.Country : null;
    }
}
