using Cellule.Lowering.Ir;
using Cellule.Symbols;

namespace Cellule.Lowering;

/// <summary>
/// Marks the session variables that others than a cell's statements may look at while these run: a function, lambda or type of
/// the cell refers to them. (References to variables don't outlive a statement: ref variables and spans can't stand at the top.)
/// </summary>
internal sealed class SharedVariables : IrRewriter
{
    private bool _isShared;

    private SharedVariables()
    {
    }

    public static void Mark(IEnumerable<IrStatement> statements, IEnumerable<IrFunction> functions)
    {
        var marker = new SharedVariables();
        foreach (var statement in statements)
            marker.Rewrite(statement);
        foreach (var function in functions)
            marker.Meet(function);
    }

    public override IrExpression Rewrite(IrExpression node)
    {
        if (_isShared && node is IrField { Field: CellVariableSymbol variable })
            variable.IsShared = true;
        return base.Rewrite(node);
    }

    protected override void Meet(IrFunction function)
    {
        var outer = _isShared;
        _isShared = true;
        Rewrite(function.Body);
        _isShared = outer;
    }
}
