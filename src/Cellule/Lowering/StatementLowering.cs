using System.Collections.Immutable;
using Cellule.Binding;
using Cellule.Lowering.Ir;
using Cellule.Symbols;

namespace Cellule.Lowering;

/// <content>Blocks, conditions, loops, try.</content>
internal sealed partial class Lowerer
{
    /// <summary>A statement and the place it stands at. What only groups others has no place of its own.</summary>
    private IrStatement Statement(BoundStatement node) =>
        node is BoundBlock or BoundStatementList or BoundNop or BoundLabel or BoundLocalFunction or BoundFor
            ? Lower(node)
            : IrBlock.Of(new IrSequencePoint(node.Span), Lower(node));

    private IrStatement Block(BoundBlock node) => new IrBlock(Variables(node.Locals), [.. node.Statements.Select(Statement)]);

    private IrStatement LocalDeclaration(BoundLocalDeclaration node)
    {
        var variable = Variable(node.Local);
        if (node.Local.IsConst)
            return IrBlock.Of();
        if (node.Initializer is null)
            return Make.Set(variable, new IrDefault(variable.Type));
        var value = Lower(node.Initializer);
        return variable.IsByRef ? Make.Do(new IrBindReference(new IrLocal(variable), new IrAddress(value))) : Make.Set(variable, value);
    }

    private IrStatement If(BoundIf node)
    {
        var otherwise = new IrLabel("else");
        var test = new IrGotoIf(Lower(node.Condition), false, otherwise);
        if (node.Else is null)
            return IrBlock.Of(test, Statement(node.Then), new IrMark(otherwise));
        var end = new IrLabel("end");
        return IrBlock.Of(test, Statement(node.Then), new IrGoto(end), new IrMark(otherwise), Statement(node.Else), new IrMark(end));
    }

    private IrStatement While(BoundWhile node)
    {
        var again = Label(node.Continue);
        var exit = Label(node.Break);
        if (node.Locals.IsDefaultOrEmpty)
        {
            // The condition at the end: one jump in each turn.
            var top = new IrLabel("top");
            return IrBlock.Of(
                new IrGoto(again),
                new IrMark(top),
                Statement(node.Body),
                new IrMark(again),
                new IrSequencePoint(node.Condition.Span),
                new IrGotoIf(Lower(node.Condition), true, top),
                new IrMark(exit));
        }

        return IrBlock.Of(
            new IrMark(again),
            new IrBlock(
                Variables(node.Locals),
                [new IrSequencePoint(node.Condition.Span), new IrGotoIf(Lower(node.Condition), false, exit), Statement(node.Body)]),
            new IrGoto(again),
            new IrMark(exit));
    }

    private IrStatement DoWhile(BoundDo node)
    {
        var top = new IrLabel("top");
        return IrBlock.Of(
            new IrMark(top),
            new IrBlock(
                Variables(node.Locals),
                [
                    Statement(node.Body),
                    new IrMark(Label(node.Continue)),
                    new IrSequencePoint(node.Condition.Span),
                    new IrGotoIf(Lower(node.Condition), true, top),
                ]),
            new IrMark(Label(node.Break)));
    }

    private IrStatement For(BoundFor node)
    {
        var top = new IrLabel("top");
        var test = new IrLabel("test");
        var exit = Label(node.Break);
        var statements = new List<IrStatement>();
        if (node.Initializer is not null)
            statements.Add(Statement(node.Initializer));
        var body = new List<IrStatement>();
        var step = new List<IrStatement> { new IrMark(Label(node.Continue)) };
        foreach (var incrementor in node.Incrementors)
        {
            step.Add(new IrSequencePoint(incrementor.Span));
            step.Add(Make.Do(Lower(incrementor)));
        }

        if (node.ConditionLocals.IsDefaultOrEmpty)
        {
            statements.Add(new IrGoto(test));
            statements.Add(new IrMark(top));
            statements.Add(Statement(node.Body));
            statements.AddRange(step);
            statements.Add(new IrMark(test));
            if (node.Condition is null)
            {
                statements.Add(new IrGoto(top));
            }
            else
            {
                statements.Add(new IrSequencePoint(node.Condition.Span));
                statements.Add(new IrGotoIf(Lower(node.Condition), true, top));
            }
        }
        else
        {
            statements.Add(new IrMark(test));
            body.Add(new IrSequencePoint(node.Condition!.Span));
            body.Add(new IrGotoIf(Lower(node.Condition), false, exit));
            body.Add(Statement(node.Body));
            body.AddRange(step);
            statements.Add(new IrBlock(Variables(node.ConditionLocals), [.. body]));
            statements.Add(new IrGoto(test));
        }

        statements.Add(new IrMark(exit));
        return new IrBlock(Variables(node.Locals), [.. statements]);
    }

    private IrStatement Try(BoundTry node)
    {
        // Locals of a catch with a filter live around the whole statement: the filter runs before the handler is entered.
        var outer = new List<IrVariable>();
        var catches = ImmutableArray.CreateBuilder<IrCatch>(node.Catches.Length);
        foreach (var handler in node.Catches)
        {
            var type = handler.Type ?? BuiltIn.Object;
            var caught = Temporary(type);
            var assign = handler.Local is { } local ? Make.Set(Variable(local), new IrLocal(caught)) : IrBlock.Of();
            if (handler.Filter is null)
            {
                catches.Add(new IrCatch(type, caught, [], null, new IrBlock(Variables(handler.Locals), [assign, Block(handler.Body)])));
            }
            else
            {
                outer.AddRange(Variables(handler.Locals));
                catches.Add(new IrCatch(type, caught, [], Make.Sequence([assign], Lower(handler.Filter)), (IrBlock)Block(handler.Body)));
            }
        }

        IrStatement result = new IrTry((IrBlock)Block(node.Body), catches.MoveToImmutable(), node.Finally is null ? null : (IrBlock)Block(node.Finally));
        return outer.Count == 0 ? result : new IrBlock([.. outer], [result]);
    }
}
