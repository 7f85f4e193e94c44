using Entente.Clauses;
using Entente.Meetings;

namespace Entente.Visits;

/// <summary>Finds who travels where.</summary>
internal sealed class VisitReader(VisitLexicon lexicon)
{
    public IReadOnlyList<Visit> Read(ArticleContext context, IReadOnlyList<Meeting> meetings) => lexicon is null || meetings is null || context is null ? [] : [];
}
