using System.Collections.Immutable;
using Cellule.Lowering.Ir;

namespace Cellule.Lowering.StateMachines;

/// <summary>
/// Takes awaits out of expressions: after it an await stands alone or is assigned to a variable, and nothing is on the evaluation
/// stack. What was evaluated before an await in the same expression is kept in variables.
/// </summary>
internal sealed class AwaitSpiller : IrRewriter
{
    private List<IrStatement> _prologue = [];
    private int _later;

    public static IrBlock Spill(IrBlock body) => (IrBlock)new AwaitSpiller().Rewrite(body);

    public override IrStatement Rewrite(IrStatement node)
    {
        if (!AwaitFinder.IsIn(node))
            return node;
        switch (node)
        {
            case IrBlock or IrTry:
                return base.Rewrite(node);
            case IrEvaluate { Expression: IrAwait or IrDiscard { Operand: IrAwait } } evaluate:
                return Spilled(() => new IrEvaluate(Operand((evaluate.Expression as IrAwait ?? (IrAwait)((IrDiscard)evaluate.Expression).Operand))));
            case IrEvaluate { Expression: IrAssign { Target: IrLocal target, Value: IrAwait value } }:
                return Spilled(() => new IrEvaluate(new IrAssign(target, Operand(value))));
            default:
                return Spilled(() => base.Rewrite(node));
        }
    }

    private IrStatement Spilled(Func<IrStatement> rewrite)
    {
        var (prologue, later) = (_prologue, _later);
        (_prologue, _later) = ([], 0);
        var statement = rewrite();
        var result = IrBlock.Of([.. _prologue, statement]);
        (_prologue, _later) = (prologue, later);
        return result;
    }

    private IrAwait Operand(IrAwait node) => new(Rewrite(node.Awaiter), node.IsCompleted, node.GetResult, node.Type);

    /// <summary>An operand; what is to be awaited in operands after it decides whether it must be kept.</summary>
    public override IrExpression Rewrite(IrExpression node)
    {
        var own = Awaits.In(node);
        _later = Math.Max(0, _later - own);
        var later = _later;
        if (own > 0)
        {
            _later = own;
            node = Awaiting(node);
            _later = later;
        }

        return later > 0 && node is not (IrConstant or IrDefault or IrThis or IrTypeOf) && !node.Type.IsVoid ? Keep(node) : node;
    }

    private IrExpression Awaiting(IrExpression node)
    {
        switch (node)
        {
            case IrAwait awaited:
                _later--;
                var operand = Operand(awaited);
                if (awaited.Type.IsVoid)
                {
                    _prologue.Add(new IrEvaluate(operand));
                    return Make.Nothing;
                }

                return Keep(operand);
            case IrConditional conditional:
                return Branches(conditional);
            case IrSequence sequence:
                foreach (var statement in sequence.Statements)
                {
                    _later -= Awaits.In(statement);
                    _prologue.Add(Rewrite(statement));
                }

                return Rewrite(sequence.Value);
            case IrAssign assign:
                _later = Awaits.In(assign.Value);
                var target = Place(assign.Target);
                return new IrAssign(target, Rewrite(assign.Value));
            case IrAddress address:
                return new IrAddress(Place(address.Place));
            case IrCall { Receiver: { Type.IsReferenceType: false } receiver } call:
                _later -= Awaits.In(receiver);
                var place = Place(receiver);
                return new IrCall(place, call.Method, Rewrite(call.Arguments), call.IsVirtual);
            default:
                return base.Rewrite(node);
        }
    }

    private IrExpression Place(IrExpression place)
    {
        switch (place)
        {
            case IrField { Receiver: { } receiver } field:
                return new IrField(receiver.Type.IsReferenceType ? receiver is IrThis ? receiver : Kept(receiver) : Place(receiver), field.Field);
            case IrElement element:
                return new IrElement(Kept(element.Array), [.. element.Indices.Select(i => i is IrConstant ? i : Kept(i))], element.Type);
            case IrLocal or IrThis or IrField or IrDereference:
                return place;
            default:
                return Rewrite(place);
        }
    }

    private IrExpression Kept(IrExpression node)
    {
        var later = _later;
        _later = 1;
        var kept = Rewrite(node);
        _later = later;
        return kept is IrLocal ? kept : Keep(kept);
    }

    private IrLocal Keep(IrExpression value)
    {
        var variable = new IrVariable("<kept>", value.Type);
        _prologue.Add(Make.Set(variable, value));
        return new IrLocal(variable);
    }

    private IrExpression Branches(IrConditional node)
    {
        _later = 0;
        var test = Rewrite(node.Test);
        var result = node.Type.IsVoid ? null : new IrVariable("<chosen>", node.Type);
        var otherwise = new IrLabel("otherwise");
        var end = new IrLabel("end");
        _prologue.Add(new IrGotoIf(test, false, otherwise));
        _prologue.Add(Branch(node.WhenTrue, result));
        _prologue.Add(new IrGoto(end));
        _prologue.Add(new IrMark(otherwise));
        _prologue.Add(Branch(node.WhenFalse, result));
        _prologue.Add(new IrMark(end));
        return result is null ? Make.Nothing : new IrLocal(result);
    }

    private IrStatement Branch(IrExpression value, IrVariable? result) =>
        Spilled(() => result is null ? Make.Do(Rewrite(value)) : Make.Set(result, Rewrite(value)));

    /// <summary>Counts awaits.</summary>
    private sealed class Awaits : IrRewriter
    {
        private int _count;

        public static int In(IrExpression node)
        {
            var counter = new Awaits();
            counter.Rewrite(node);
            return counter._count;
        }

        public static int In(IrStatement node)
        {
            var counter = new Awaits();
            counter.Rewrite(node);
            return counter._count;
        }

        protected override IrExpression RewriteAwait(IrAwait node)
        {
            _count++;
            return base.RewriteAwait(node);
        }
    }
}
