using Entente.Clauses;
using Entente.Meetings;

namespace Entente.Agreements;

/// <summary>Finds the instruments between home and partners.</summary>
internal sealed class AgreementReader(AgreementLexicon lexicon)
{
    public IReadOnlyList<Agreement> Read(ArticleContext context, IReadOnlyList<Meeting> meetings) => lexicon is null || meetings is null || context is null ? [] : [];
}
