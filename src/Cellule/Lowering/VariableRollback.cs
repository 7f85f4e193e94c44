using Cellule.Lowering.Ir;
using Cellule.Symbols;

namespace Cellule.Lowering;

/// <summary>
/// A cell that fails leaves its variables as they were before the failing statement. After each statement the variables that it
/// may have assigned are noted in locals; when a statement throws, they are put back. Only the references and structs themselves:
/// what an object has become is not undone.
/// </summary>
internal sealed class VariableRollback
{
    private readonly Dictionary<CellVariableSymbol, IrVariable> _noted = new(ReferenceEqualityComparer.Instance);

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
                _noted.Add(variable, note = new IrVariable($"<before>{variable.Name}", variable.Type));
            notes.Add(Make.Set(note, new IrField(null, variable)));
        }

        return IrBlock.Of([.. notes]);
    }

    public IrBlock Around(IrBlock body)
    {
        if (_noted.Count == 0)
            return body;
        var before = _noted.Select(n => Make.Set(n.Value, new IrField(null, n.Key)));
        var restore = _noted.Select(n => Make.Set(new IrField(null, n.Key), new IrLocal(n.Value)));
        var failed = new IrCatch(BuiltIn.Object, null, [], null, IrBlock.Of([.. restore, new IrThrow(null)]));
        return IrBlock.Of([.. before, new IrTry(body, [failed], null)]);
    }

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
