using Cellule.Lowering.Ir;
using Cellule.Symbols;

namespace Cellule.Emit;

/// <summary>What a jump is to a loop.</summary>
internal enum LoopTurn
{
    /// <summary>It goes forwards.</summary>
    None,

    /// <summary>A turn in which nothing is called or allocated.</summary>
    Short,

    /// <summary>A turn that may take any time.</summary>
    Calling,
}

/// <summary>
/// What has to be known of a body before its first instruction: which try block each label is in, which jumps are turns of loops,
/// and whether it may call back.
/// </summary>
internal sealed class FunctionShape : IrRewriter
{
    private readonly Dictionary<IrLabel, int> _callsBefore = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<IrStatement, LoopTurn> _turns = new(ReferenceEqualityComparer.Instance);
    private object? _region;
    private int _calls;

    /// <summary>The innermost protected block or handler around each label; null outside of any.</summary>
    public Dictionary<IrLabel, object?> Regions { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Calls something of the cell itself, or something that could come back to it.</summary>
    public bool MayRecurse { get; private set; }

    public bool HasShortLoops { get; private set; }

    public LoopTurn TurnAt(IrStatement jump) => _turns.GetValueOrDefault(jump);

    public static FunctionShape Of(IrBlock body)
    {
        var shape = new FunctionShape();
        shape.Rewrite(body);
        return shape;
    }

    public override IrExpression Rewrite(IrExpression node)
    {
        MayRecurse |= node switch
        {
            IrCall call => MayCallBack(call.Method),
            IrNew creation => creation.Type is not FrameTypeSymbol && MayCallBack(creation.Constructor),
            _ => false,
        };
        if (node is IrCall or IrNew or IrNewArray or IrArrayInit)
            _calls++;
        return base.Rewrite(node);
    }

    // An override, a delegate, or a loaded method that has been handed something with overrides or delegates in it.
    private static bool MayCallBack(MethodSymbol method) =>
        method.RuntimeMethod is not { } loaded
        || loaded.Module.Assembly.IsDynamic
        || method.MethodKind == MethodKind.DelegateInvoke
        || (loaded.IsVirtual && !loaded.IsFinal && loaded.DeclaringType is not { IsSealed: true })
        || method.Parameters.Any(p => !p.Type.IsEnum && p.Type.RuntimeType is not { IsPrimitive: true } && p.Type != BuiltIn.String);

    public override IrStatement Rewrite(IrStatement node)
    {
        if (node is IrMark mark)
        {
            Regions[mark.Label] = _region;
            _callsBefore[mark.Label] = _calls;
        }

        // A condition's calls belong to the turn that it ends.
        var result = base.Rewrite(node);
        if (node is IrGoto { Target: var target })
            Jump(node, target);
        else if (node is IrGotoIf { Target: var conditional })
            Jump(node, conditional);
        return result;
    }

    private void Jump(IrStatement node, IrLabel target)
    {
        if (!_callsBefore.TryGetValue(target, out var before))
            return;
        _turns[node] = before == _calls ? LoopTurn.Short : LoopTurn.Calling;
        HasShortLoops |= before == _calls;
    }

    protected override IrStatement RewriteTry(IrTry node)
    {
        var outer = _region;
        _region = node.Body;
        Rewrite(node.Body);
        foreach (var handler in node.Catches)
        {
            _region = handler.Body;
            RewriteCatch(handler);
        }

        if (node.Finally is { } @finally)
        {
            _region = @finally;
            Rewrite(@finally);
        }

        _region = outer;
        return node;
    }
}
