using Cellule.Syntax;

namespace Cellule.Binding;

/// <summary>Query expressions.</summary>
internal sealed partial class Binder
{
    private BoundBad BindQuery(QueryExpressionSyntax syntax)
    {
        _diagnostics.Unsupported(syntax.Span, "Query expressions");
        return Bad(syntax.Span);
    }
}
