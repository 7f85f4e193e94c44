using Cellule.Symbols;
using Cellule.Syntax;

namespace Cellule.Binding;

/// <summary>Patterns, switch expressions and switch statements.</summary>
internal sealed partial class Binder
{
    private BoundBad BindIsPattern(IsPatternExpressionSyntax syntax)
    {
        _diagnostics.Unsupported(syntax.Span, "Patterns");
        return new BoundBad(syntax.Span, BuiltIn.Boolean);
    }

    private BoundBad BindSwitchExpression(SwitchExpressionSyntax syntax)
    {
        _diagnostics.Unsupported(syntax.Span, "Switch expressions");
        return Bad(syntax.Span);
    }

    private BoundNop BindSwitch(SwitchStatementSyntax syntax)
    {
        _diagnostics.Unsupported(syntax.Span, "Switch statements");
        return new BoundNop(syntax.Span);
    }
}
