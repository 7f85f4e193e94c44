using Cellule.Lowering.Ir;
using Cellule.Symbols;

namespace Cellule.Lowering;

/// <summary>
/// Lets a top-level loop keep session variables in locals, which the JIT puts into registers. Only where nothing else of the
/// session can look at them meanwhile: no lambda, no call of a delegate or of code from a cell. They are written back when the
/// statement has ended; when it throws, they stay as they were, as the rule for failing statements wants.
/// </summary>
internal sealed class VariableHoisting : IrRewriter
{
    private readonly Dictionary<CellVariableSymbol, IrVariable> _hoisted = new(ReferenceEqualityComparer.Instance);

    private VariableHoisting()
    {
    }

    public static IrStatement Apply(IrStatement statement)
    {
        if (!Eligibility.Of(statement))
            return statement;
        var hoisting = new VariableHoisting();
        var body = hoisting.Rewrite(statement);
        if (hoisting._hoisted.Count == 0)
            return statement;
        var load = hoisting._hoisted.Select(h => Make.Set(h.Value, new IrField(null, h.Key)));
        var store = hoisting._hoisted.Select(h => Make.Set(new IrField(null, h.Key), new IrLocal(h.Value)));
        return IrBlock.Of([.. load, body, .. store]);
    }

    public override IrExpression Rewrite(IrExpression node)
    {
        if (node is not IrField { Receiver: null, Field: CellVariableSymbol variable } || variable.Type.IsRefLike)
            return base.Rewrite(node);
        if (!_hoisted.TryGetValue(variable, out var local))
            _hoisted.Add(variable, local = new IrVariable(variable.Name, variable.Type));
        return new IrLocal(local);
    }

    /// <summary>A loop that neither leaves the cell nor calls back into it.</summary>
    private sealed class Eligibility : IrRewriter
    {
        private readonly HashSet<IrLabel> _marked = new(ReferenceEqualityComparer.Instance);
        private bool _loops;
        private bool _escapes;

        public static bool Of(IrStatement statement)
        {
            var finder = new Eligibility();
            finder.Rewrite(statement);
            return finder is { _loops: true, _escapes: false };
        }

        public override IrStatement Rewrite(IrStatement node)
        {
            switch (node)
            {
                case IrMark mark:
                    _marked.Add(mark.Label);
                    break;
                case IrGoto jump:
                    _loops |= _marked.Contains(jump.Target);
                    break;
                case IrGotoIf jump:
                    _loops |= _marked.Contains(jump.Target);
                    break;
                case IrReturn or IrLocalFunction:
                    _escapes = true;
                    break;
            }

            return base.Rewrite(node);
        }

        public override IrExpression Rewrite(IrExpression node)
        {
            _escapes |= node switch
            {
                IrLambda or IrNewDelegate => true,
                IrCall call => MayCallBack(call.Method),
                IrNew creation => MayCallBack(creation.Constructor),
                _ => false,
            };
            return base.Rewrite(node);
        }

        // A virtual member of a loaded type may be overridden by a cell's; the platform's sealed and static ones can't.
        private static bool MayCallBack(MethodSymbol method) =>
            method.RuntimeMethod is not { } loaded
            || loaded.Module.Assembly.IsDynamic
            || method.MethodKind == MethodKind.DelegateInvoke
            || (loaded.IsVirtual && !loaded.IsFinal && loaded.DeclaringType is not { IsSealed: true })
            || loaded.GetParameters().Any(p => !p.ParameterType.IsPrimitive && p.ParameterType != typeof(string));
    }
}
