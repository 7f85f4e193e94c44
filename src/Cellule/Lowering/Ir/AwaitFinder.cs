namespace Cellule.Lowering.Ir;

/// <summary>Looks for an await or a yield.</summary>
internal sealed class AwaitFinder : IrRewriter
{
    private bool _found;

    public static bool IsIn(IrExpression node)
    {
        var finder = new AwaitFinder();
        finder.Rewrite(node);
        return finder._found;
    }

    public static bool IsIn(IrStatement node)
    {
        var finder = new AwaitFinder();
        finder.Rewrite(node);
        return finder._found;
    }

    public override IrExpression Rewrite(IrExpression node) => _found ? node : base.Rewrite(node);

    public override IrStatement Rewrite(IrStatement node) => _found ? node : base.Rewrite(node);

    protected override IrExpression RewriteAwait(IrAwait node)
    {
        _found = true;
        return node;
    }

    protected override IrStatement RewriteYield(IrYield node)
    {
        _found = true;
        return node;
    }
}
