using Entente.Clauses;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>Reads from a headline that the one meeting of a text was held on a line.</summary>
internal sealed class OnLineReader(EncounterLexicon lexicon)
{
    /// <summary>The one meeting of a text whose headline tells that two spoke on a line: <c>Les ministres des deux pays se parlent au téléphone</c>.</summary>
    public IReadOnlyList<Meeting> Read(ArticleContext context, IReadOnlyList<Meeting> meetings)
    {
        if (meetings.Where(m => m.Status == MeetingStatus.Held).ToList() is not [{ Mode: MeetingMode.InPerson, Kind: MeetingKind.Talks or MeetingKind.Contact } only])
        {
            return meetings;
        }

        foreach (var title in context.Text.Sentences.Where(s => s.Section == SectionKind.Title))
        {
            var cues = lexicon.CuesOf(context.Text, title);
            var mode = EncounterLexicon.ModeOf(cues) is not MeetingMode.InPerson and var told ? told
                : lexicon.Nouns.Find(context.Text, title).Select(n => n.Value.Mode).FirstOrDefault(m => m != MeetingMode.InPerson);
            if (mode != MeetingMode.InPerson)
            {
                return [.. meetings.Select(m => ReferenceEquals(m, only) ? m with { Mode = mode, Kind = MeetingKind.Call } : m)];
            }
        }

        return meetings;
    }
}
