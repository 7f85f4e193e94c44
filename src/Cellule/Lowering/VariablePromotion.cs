using Cellule.Lowering.Ir;
using Cellule.Symbols;

namespace Cellule.Lowering;

/// <summary>
/// Keeps session variables in locals of the cell's statements, which the JIT puts into registers: those that nobody else can see
/// meanwhile (<see cref="SharedVariables"/>). Each statement is followed by writing back what it may have assigned; when it throws,
/// the fields are as they were before it, as the rule for failing statements wants.
/// </summary>
internal sealed class VariablePromotion : IrRewriter
{
    private readonly Dictionary<CellVariableSymbol, IrVariable> _promoted = new(ReferenceEqualityComparer.Instance);
    private readonly bool _isPossible;

    // What leaves a statement by a jump or a return would pass the place where its variables are written back.
    public VariablePromotion(IEnumerable<IrStatement> statements) => _isPossible = !statements.Any(LeavingJumps.In);

    public bool Covers(CellVariableSymbol variable) => _isPossible && !variable.IsShared && !variable.Type.IsRefLike;

    /// <summary>The statement over locals, followed by writing back.</summary>
    public IrStatement Apply(IrStatement statement)
    {
        var assigned = AssignedVariables.In(statement).Where(Covers).ToList();
        var body = Rewrite(statement);
        return IrBlock.Of([body, .. assigned.Select(v => Make.Set(new IrField(null, v), new IrLocal(_promoted[v])))]);
    }

    /// <summary>What stands before the first statement: variables of earlier cells are loaded; new ones begin as the locals do.</summary>
    public IEnumerable<IrStatement> Before() =>
        _promoted.Where(p => p.Key.RuntimeField is not null).Select(p => Make.Set(p.Value, new IrField(null, p.Key)));

    public override IrExpression Rewrite(IrExpression node)
    {
        if (node is not IrField { Receiver: null, Field: CellVariableSymbol variable } || !Covers(variable))
            return base.Rewrite(node);
        if (!_promoted.TryGetValue(variable, out var local))
            _promoted.Add(variable, local = new IrVariable(variable.Name, variable.Type));
        return new IrLocal(local);
    }

    private sealed class LeavingJumps : IrRewriter
    {
        private readonly HashSet<IrLabel> _marked = new(ReferenceEqualityComparer.Instance);
        private readonly HashSet<IrLabel> _targets = new(ReferenceEqualityComparer.Instance);
        private bool _returns;

        public static bool In(IrStatement statement)
        {
            var finder = new LeavingJumps();
            finder.Rewrite(statement);
            return finder._returns || !finder._targets.IsSubsetOf(finder._marked);
        }

        public override IrStatement Rewrite(IrStatement node)
        {
            switch (node)
            {
                case IrMark mark:
                    _marked.Add(mark.Label);
                    break;
                case IrGoto jump:
                    _targets.Add(jump.Target);
                    break;
                case IrGotoIf jump:
                    _targets.Add(jump.Target);
                    break;
                case IrJumpTable table:
                    _targets.UnionWith(table.Targets);
                    break;
                case IrReturn:
                    _returns = true;
                    break;
            }

            return base.Rewrite(node);
        }
    }
}
