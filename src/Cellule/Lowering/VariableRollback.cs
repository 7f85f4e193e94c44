using Cellule.Lowering.Ir;
using Cellule.Symbols;

namespace Cellule.Lowering;

/// <summary>
/// A cell that fails leaves its variables as they were before the failing statement. After each statement the variables that it
/// may have assigned are noted in fields of their own; when the cell has thrown, a method puts them back. A try block around the
/// statements would do too, but loops in it run at half the speed. Only the references and structs themselves: what an object has
/// become is not undone.
/// </summary>
internal sealed class VariableRollback
{
    private readonly Dictionary<CellVariableSymbol, CellVariableSymbol> _noted = new(ReferenceEqualityComparer.Instance);

    /// <summary>The fields that the notes are in.</summary>
    public IEnumerable<CellVariableSymbol> Notes => _noted.Values;

    /// <summary>The statement, followed by notes of what it assigns.</summary>
    public IrStatement Guard(IrStatement statement)
    {
        var assigned = AssignedVariables.In(statement);
        if (assigned.Count == 0)
            return statement;
        var notes = new List<IrStatement> { statement };
        foreach (var variable in assigned)
        {
            if (variable.Type.IsRefLike)
                continue;
            if (!_noted.TryGetValue(variable, out var note))
                _noted.Add(variable, note = new CellVariableSymbol($"<before>{_noted.Count}", variable.Type));
            notes.Add(Make.Set(new IrField(null, note), new IrField(null, variable)));
        }

        return IrBlock.Of([.. notes]);
    }

    /// <summary>What stands before the first statement.</summary>
    public IEnumerable<IrStatement> Before() => _noted.Select(n => Make.Set(new IrField(null, n.Value), new IrField(null, n.Key)));

    /// <summary>Puts the variables back.</summary>
    public IrFunction Restore() =>
        new("<rollback>", [], BuiltIn.Void, IrBlock.Of([.. _noted.Select(n => Make.Set(new IrField(null, n.Key), new IrField(null, n.Value)))]));

    /// <summary>The variables that a statement assigns or hands out by reference, functions within it included.</summary>
    private sealed class AssignedVariables : IrRewriter
    {
        private readonly HashSet<CellVariableSymbol> _found = new(ReferenceEqualityComparer.Instance);

        public static HashSet<CellVariableSymbol> In(IrStatement statement)
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

        protected override IrExpression RewriteLambda(IrLambda node)
        {
            Rewrite(node.Function.Body);
            return node;
        }

        protected override IrStatement RewriteLocalFunction(IrLocalFunction node)
        {
            Rewrite(node.Function.Body);
            return node;
        }

        private void Note(IrExpression place)
        {
            while (place is IrField { Receiver: { Type.IsValueType: true } receiver })
                place = receiver;
            if (place is IrField { Field: CellVariableSymbol variable })
                _found.Add(variable);
        }
    }
}
