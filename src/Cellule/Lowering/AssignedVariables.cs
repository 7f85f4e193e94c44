using Cellule.Lowering.Ir;
using Cellule.Symbols;

namespace Cellule.Lowering;

/// <summary>The session variables that a statement assigns or hands out by reference, functions within it included.</summary>
internal sealed class AssignedVariables : IrRewriter
{
    private readonly HashSet<CellVariableSymbol> _found = new(ReferenceEqualityComparer.Instance);

    private AssignedVariables()
    {
    }

    public static IReadOnlyCollection<CellVariableSymbol> In(IrStatement statement)
    {
        var finder = new AssignedVariables();
        finder.Rewrite(statement);
        return finder._found;
    }

    public override IrExpression Rewrite(IrExpression node)
    {
        switch (node)
        {
            case IrAssign assign:
                Note(assign.Target);
                break;
            case IrAddress address:
                Note(address.Place);
                break;
            case IrCall { Receiver: { Type.IsValueType: true } receiver }:
                Note(receiver);
                break;
        }

        return base.Rewrite(node);
    }

    protected override void Meet(IrFunction function) => Rewrite(function.Body);

    private void Note(IrExpression place)
    {
        while (place is IrField { Receiver: { Type.IsValueType: true } receiver })
            place = receiver;
        if (place is IrField { Field: CellVariableSymbol variable })
            _found.Add(variable);
    }
}
