using System.Collections.Immutable;

namespace Cellule.Lowering.Ir;

/// <summary>Rebuilds a tree bottom up; a pass overrides the nodes that it cares about. Nested functions are not entered.</summary>
internal abstract class IrRewriter
{
    public virtual IrExpression Rewrite(IrExpression node) => node switch
    {
        IrConstant or IrDefault or IrThis or IrTypeOf or IrSizeOf or IrMemberOf => node,
        IrLocal n => RewriteLocal(n),
        IrField n => new IrField(RewriteOptional(n.Receiver), n.Field),
        IrElement n => new IrElement(Rewrite(n.Array), Rewrite(n.Indices), n.Type),
        IrDereference n => new IrDereference(Rewrite(n.Reference)),
        IrAddress n => new IrAddress(Rewrite(n.Place)),
        IrAssign n => new IrAssign(Rewrite(n.Target), Rewrite(n.Value)),
        IrBindReference n => new IrBindReference(Rewrite(n.Target), Rewrite(n.Reference)),
        IrCall n => RewriteCall(n),
        IrNew n => new IrNew(n.Constructor, n.Type, Rewrite(n.Arguments)),
        IrConvert n => new IrConvert(Rewrite(n.Operand), n.Type, n.Kind, n.IsChecked),
        IrIsInstance n => new IrIsInstance(Rewrite(n.Operand), n.TestedType, n.Type),
        IrUnary n => new IrUnary(n.Kind, Rewrite(n.Operand), n.IsChecked),
        IrBinary n => new IrBinary(n.Kind, Rewrite(n.Left), Rewrite(n.Right), n.Type, n.IsChecked),
        IrConditional n => new IrConditional(Rewrite(n.Test), Rewrite(n.WhenTrue), Rewrite(n.WhenFalse), n.Type),
        IrSequence n => new IrSequence(n.Variables, Rewrite(n.Statements), Rewrite(n.Value)),
        IrNewArray n => new IrNewArray(n.ArrayType, Rewrite(n.Lengths)),
        IrArrayInit n => new IrArrayInit(n.ArrayType, Rewrite(n.Elements)),
        IrLambda n => RewriteLambda(n),
        IrNewDelegate n => RewriteNewDelegate(n),
        IrAwait n => RewriteAwait(n),
        IrThrowExpression n => new IrThrowExpression(Rewrite(n.Exception), n.Type),
        IrDiscard n => new IrDiscard(Rewrite(n.Operand), n.Type),
        IrCapturedVariable n => RewriteCapturedVariable(n),
        _ => throw new InvalidOperationException($"No rewriting of {node.GetType().Name}."),
    };

    public virtual IrStatement Rewrite(IrStatement node) => node switch
    {
        IrBlock n => RewriteBlock(n),
        IrEvaluate n => new IrEvaluate(Rewrite(n.Expression)),
        IrMark or IrGoto or IrSequencePoint => node,
        IrGotoIf n => new IrGotoIf(Rewrite(n.Condition), n.Sense, n.Target),
        IrJumpTable n => new IrJumpTable(Rewrite(n.Value), n.Targets),
        IrReturn n => RewriteReturn(n),
        IrThrow n => new IrThrow(RewriteOptional(n.Exception)),
        IrTry n => RewriteTry(n),
        IrYield n => RewriteYield(n),
        IrLocalFunction n => RewriteLocalFunction(n),
        _ => throw new InvalidOperationException($"No rewriting of {node.GetType().Name}."),
    };

    protected virtual IrExpression RewriteLocal(IrLocal node) => node;

    protected virtual IrExpression RewriteCapturedVariable(IrCapturedVariable node) => node;

    protected virtual IrExpression RewriteCall(IrCall node) =>
        new IrCall(RewriteOptional(node.Receiver), node.Method, Rewrite(node.Arguments), node.IsVirtual) { ConstrainedTo = node.ConstrainedTo };

    protected virtual IrExpression RewriteLambda(IrLambda node)
    {
        Meet(node.Function);
        return node;
    }

    protected virtual IrExpression RewriteNewDelegate(IrNewDelegate node) =>
        new IrNewDelegate(RewriteOptional(node.Receiver), node.Method, node.IsVirtual, node.Type);

    protected virtual IrExpression RewriteAwait(IrAwait node) =>
        new IrAwait(Rewrite(node.Awaiter), node.IsCompleted, node.GetResult, node.Type);

    protected virtual IrStatement RewriteBlock(IrBlock node) => new IrBlock(node.Variables, Rewrite(node.Statements));

    protected virtual IrStatement RewriteReturn(IrReturn node) => new IrReturn(RewriteOptional(node.Value));

    protected virtual IrStatement RewriteYield(IrYield node) => new IrYield(RewriteOptional(node.Value));

    protected virtual IrStatement RewriteLocalFunction(IrLocalFunction node)
    {
        Meet(node.Function);
        return node;
    }

    /// <summary>A lambda or local function: for passes that only look, not rewrite.</summary>
    protected virtual void Meet(IrFunction function)
    {
    }

    protected virtual IrStatement RewriteTry(IrTry node) =>
        new IrTry(RewriteBody(node.Body), [.. node.Catches.Select(RewriteCatch)], node.Finally is null ? null : RewriteBody(node.Finally));

    protected virtual IrCatch RewriteCatch(IrCatch node) =>
        new(node.ExceptionType, node.Variable, node.Variables, RewriteOptional(node.Filter), RewriteBody(node.Body));

    public IrBlock RewriteBody(IrBlock node) => Rewrite(node) is IrBlock block ? block : IrBlock.Of(Rewrite(node));

    protected IrExpression? RewriteOptional(IrExpression? node) => node is null ? null : Rewrite(node);

    protected ImmutableArray<IrExpression> Rewrite(ImmutableArray<IrExpression> nodes)
    {
        if (nodes.IsEmpty)
            return nodes;
        var result = ImmutableArray.CreateBuilder<IrExpression>(nodes.Length);
        foreach (var node in nodes)
            result.Add(Rewrite(node));
        return result.MoveToImmutable();
    }

    protected ImmutableArray<IrStatement> Rewrite(ImmutableArray<IrStatement> nodes)
    {
        var result = ImmutableArray.CreateBuilder<IrStatement>(nodes.Length);
        foreach (var node in nodes)
            result.Add(Rewrite(node));
        return result.MoveToImmutable();
    }
}
