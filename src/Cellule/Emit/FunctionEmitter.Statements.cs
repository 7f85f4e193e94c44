using System.Reflection.Emit;
using Cellule.Lowering.Ir;
using Cellule.Symbols;

namespace Cellule.Emit;

/// <content>Statements and exception blocks.</content>
internal sealed partial class FunctionEmitter
{
    private object? _region;

    private void Statement(IrStatement node)
    {
        switch (node)
        {
            case IrBlock block:
                foreach (var statement in block.Statements)
                    Statement(statement);
                break;
            case IrEvaluate evaluate:
                Effect(evaluate.Expression);
                break;
            case IrSequencePoint point:
                _lines.Add(_il.ILOffset, point.Span);
                break;
            case IrMark mark:
                _il.MarkLabel(LabelOf(mark.Label));
                break;
            case IrGoto jump:
                PollAt(jump);
                _il.Emit(Leaves(jump.Target) ? OpCodes.Leave : OpCodes.Br, LabelOf(jump.Target));
                break;
            case IrGotoIf jump:
                GotoIf(jump);
                break;
            case IrJumpTable table:
                Value(table.Value);
                _il.Emit(OpCodes.Switch, [.. table.Targets.Select(LabelOf)]);
                break;
            case IrReturn @return:
                Return(@return);
                break;
            case IrThrow { Exception: null }:
                _il.Emit(OpCodes.Rethrow);
                break;
            case IrThrow @throw:
                Value(@throw.Exception!);
                _il.Emit(OpCodes.Throw);
                break;
            case IrTry @try:
                Try(@try);
                break;
            default:
                throw new InvalidOperationException($"{node.GetType().Name} should have been lowered.");
        }
    }

    private bool Leaves(IrLabel target) => _region is not null && !ReferenceEquals(_shape.Regions[target], _region);

    private void GotoIf(IrGotoIf jump)
    {
        PollAt(jump);
        if (!Leaves(jump.Target))
        {
            Branch(jump.Condition, jump.Sense, LabelOf(jump.Target));
            return;
        }

        var stay = _il.DefineLabel();
        Branch(jump.Condition, !jump.Sense, stay);
        _il.Emit(OpCodes.Leave, LabelOf(jump.Target));
        _il.MarkLabel(stay);
    }

    private void Return(IrReturn node)
    {
        if (node.Value is { } value)
        {
            if (_function.ReturnsByRef)
                Reference(value);
            else if (_function.ReturnType.IsVoid)
                Effect(value);
            else
                Value(value);
        }

        if (_region is null)
        {
            _il.Emit(OpCodes.Ret);
            return;
        }

        if (!_hasExit)
        {
            _exit = _il.DefineLabel();
            _hasExit = true;
            if (!_function.ReturnType.IsVoid)
            {
                var type = TypeOf(_function.ReturnType);
                _result = _il.DeclareLocal(_function.ReturnsByRef ? type.MakeByRefType() : type);
            }
        }

        if (_result is not null)
            _il.Emit(OpCodes.Stloc, _result);
        _il.Emit(OpCodes.Leave, _exit);
    }

    private void Try(IrTry node)
    {
        var outer = _region;
        if (node.Finally is not null)
            _il.BeginExceptionBlock();
        if (node.Catches.Length > 0)
            _il.BeginExceptionBlock();
        _region = node.Body;
        Statement(node.Body);
        foreach (var handler in node.Catches)
        {
            _region = handler.Body;
            Catch(handler);
        }

        if (node.Catches.Length > 0)
            _il.EndExceptionBlock();
        if (node.Finally is { } @finally)
        {
            _il.BeginFinallyBlock();
            _region = @finally;
            Statement(@finally);
            _il.EndExceptionBlock();
        }

        _region = outer;
    }

    private void Catch(IrCatch handler)
    {
        var type = TypeOf(handler.ExceptionType);
        if (handler.Filter is null)
        {
            _il.BeginCatchBlock(type);
            Caught(handler);
            Statement(handler.Body);
            return;
        }

        _il.BeginExceptFilterBlock();
        var matches = _il.DefineLabel();
        var end = _il.DefineLabel();
        _il.Emit(OpCodes.Isinst, type);
        _il.Emit(OpCodes.Dup);
        _il.Emit(OpCodes.Brtrue, matches);
        _il.Emit(OpCodes.Pop);
        _il.Emit(OpCodes.Ldc_I4_0);
        _il.Emit(OpCodes.Br, end);
        _il.MarkLabel(matches);
        if (handler.ExceptionType is TypeParameterSymbol)
            _il.Emit(OpCodes.Unbox_Any, type);
        Caught(handler);
        Value(handler.Filter);
        _il.Emit(OpCodes.Ldc_I4_0);
        _il.Emit(OpCodes.Cgt_Un);
        _il.MarkLabel(end);
        _il.BeginCatchBlock(null!);
        _il.Emit(OpCodes.Pop);
        Statement(handler.Body);
    }

    private void Caught(IrCatch handler)
    {
        if (handler.Variable is { } variable)
            _il.Emit(OpCodes.Stloc, LocalOf(variable));
        else
            _il.Emit(OpCodes.Pop);
    }
}
