using System.Collections.Immutable;
using Cellule.Binding;
using Cellule.Lowering.Ir;
using Cellule.Symbols;

namespace Cellule.Lowering;

/// <content><c>foreach</c>, also of spreads: by index over arrays and strings, else by enumerator.</content>
internal sealed partial class Lowerer
{
    private IrStatement ForEach(BoundForEach node)
    {
        var loop = Enumerate(
            Lower(node.Collection),
            node.Enumeration,
            node.Enumeration.Current,
            () =>
            {
                var statements = new List<IrStatement>();
                var current = Lower(node.Enumeration.Current);
                if (!ReferenceEquals(node.CurrentValue, node.Enumeration.Current))
                    _placeholders[node.CurrentValue] = current is IrDereference ? StablePlace(current, statements) : Keep(current, statements);
                statements.Add(Lower(node.Assign));
                statements.Add(Statement(node.Body));
                return new IrBlock(Variables(node.Locals), [.. statements]);
            },
            Label(node.Continue));
        return IrBlock.Of(loop, new IrMark(Label(node.Break)));
    }

    private IrStatement Enumerate(IrExpression collection, BoundEnumeration how, BoundExpression current, Func<IrStatement> body, IrLabel? @continue = null)
    {
        var statements = new List<IrStatement>();
        var source = Keep(collection, statements);
        _placeholders[how.Collection] = source;
        if (how.Kind == EnumerationKind.Enumerator)
            EnumerateByEnumerator(how, statements, body, @continue ?? new IrLabel("continue"));
        else
            EnumerateByIndex(how, current, source, statements, body, @continue ?? new IrLabel("continue"));
        return new IrBlock([], [.. statements]);
    }

    private void EnumerateByIndex(BoundEnumeration how, BoundExpression current, IrExpression source, List<IrStatement> statements, Func<IrStatement> body, IrLabel @continue)
    {
        var index = Temporary(BuiltIn.Int32);
        var top = new IrLabel("top");
        var test = new IrLabel("test");
        statements.Add(Make.Set(index, Make.Int(0)));
        statements.Add(new IrGoto(test));
        statements.Add(new IrMark(top));
        if (current is BoundPlaceholder placeholder)
        {
            _placeholders[placeholder] = how.Kind == EnumerationKind.Array
                ? new IrElement(source, [new IrLocal(index)], ((ArrayTypeSymbol)source.Type).ElementType)
                : Make.Member(source, "get_Chars", new IrLocal(index));
        }

        statements.Add(body());
        statements.Add(new IrMark(@continue));
        statements.Add(Make.Set(index, Make.Plus(new IrLocal(index), Make.Int(1))));
        statements.Add(new IrMark(test));
        var length = how.Kind == EnumerationKind.Array
            ? Make.Call(source, WellKnown.Member(BuiltIn.Array, "Length"))
            : Make.Member(source, "Length");
        statements.Add(new IrGotoIf(new IrBinary(IrBinaryKind.Less, new IrLocal(index), length, BuiltIn.Boolean), true, top));
    }

    private void EnumerateByEnumerator(BoundEnumeration how, List<IrStatement> statements, Func<IrStatement> body, IrLabel @continue)
    {
        var enumerator = Keep(Lower(how.GetEnumerator!), statements);
        _placeholders[how.Enumerator!] = enumerator;
        var top = new IrLabel("top");
        var move = Lower(how.MoveNext!);
        if (how.AwaitMoveNext is { } awaitMove)
            move = Await(move, awaitMove, BuiltIn.Boolean);
        var loop = IrBlock.Of(
            new IrGoto(@continue),
            new IrMark(top),
            body(),
            new IrMark(@continue),
            new IrGotoIf(move, true, top));
        statements.Add(DisposeOf(how, enumerator) is { } dispose ? new IrTry(loop, [], IrBlock.Of(dispose)) : loop);
    }

    private IrStatement? DisposeOf(BoundEnumeration how, IrExpression enumerator)
    {
        if (how.DisposeIfDisposable)
        {
            var disposable = Temporary(LoadedTypes.From(typeof(IDisposable)));
            var end = new IrLabel("disposed");
            return IrBlock.Of(
                Make.Set(disposable, new IrConvert(enumerator, disposable.Type, IrConversionKind.As)),
                new IrGotoIf(Make.IsNull(new IrLocal(disposable)), true, end),
                Make.Do(Make.Member(new IrLocal(disposable), "Dispose")),
                new IrMark(end));
        }

        if (how.Dispose is null)
            return null;
        var call = Lower(how.Dispose);
        if (how.AwaitDispose is { } awaitDispose)
            call = Await(call, awaitDispose, awaitDispose.GetResult.Type);
        return UnlessNull(enumerator, Make.Do(call));
    }

    private static IrStatement UnlessNull(IrExpression value, IrStatement statement)
    {
        if (value.Type.IsValueType && !value.Type.IsNullableValue)
            return statement;
        var end = new IrLabel("null");
        var isNull = value.Type.IsNullableValue ? Make.Not(Make.HasValue(value)) : Make.IsNull(value);
        return IrBlock.Of(new IrGotoIf(isNull, true, end), statement, new IrMark(end));
    }
}
