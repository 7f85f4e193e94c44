using Cellule.Lowering.Ir;
using Cellule.Symbols;

namespace Cellule.Emit;

/// <summary>What has to be known of a body before its first instruction: which try block each label is in, and whether it may call back.</summary>
internal sealed class FunctionShape : IrRewriter
{
    private object? _region;

    /// <summary>The innermost protected block or handler around each label; null outside of any.</summary>
    public Dictionary<IrLabel, object?> Regions { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Calls something of the cell itself, or something that could be: a delegate, a virtual method.</summary>
    public bool MayRecurse { get; private set; }

    public static FunctionShape Of(IrBlock body)
    {
        var shape = new FunctionShape();
        shape.Rewrite(body);
        return shape;
    }

    protected override IrExpression RewriteCall(IrCall node)
    {
        MayRecurse |= node.Method.RuntimeMethod is null || node.Method.MethodKind == MethodKind.DelegateInvoke;
        return base.RewriteCall(node);
    }

    public override IrExpression Rewrite(IrExpression node)
    {
        if (node is IrNew { Constructor.RuntimeMethod: null, Type: not FrameTypeSymbol })
            MayRecurse = true;
        return base.Rewrite(node);
    }

    public override IrStatement Rewrite(IrStatement node)
    {
        if (node is IrMark mark)
            Regions[mark.Label] = _region;
        return base.Rewrite(node);
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
