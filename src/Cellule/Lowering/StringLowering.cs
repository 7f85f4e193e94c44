using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Cellule.Binding;
using Cellule.Lowering.Ir;
using Cellule.Symbols;

namespace Cellule.Lowering;

/// <content>String concatenation and interpolation.</content>
internal sealed partial class Lowerer
{
    private static readonly TypeSymbol Handler = LoadedTypes.From(typeof(DefaultInterpolatedStringHandler));

    private IrExpression Concat(BoundBinary node)
    {
        var parts = new List<IrExpression>();
        Flatten(node, parts);
        for (var i = parts.Count - 1; i > 0; i--)
        {
            if (parts[i] is IrConstant { Value: string b } && parts[i - 1] is IrConstant { Value: string a })
            {
                parts[i - 1] = Make.Text(a + b);
                parts.RemoveAt(i);
            }
        }

        return ConcatParts(parts);
    }

    private static IrExpression ConcatParts(List<IrExpression> parts) => parts.Count switch
    {
        1 when parts[0] is IrConstant => parts[0],
        1 => ConcatOf(parts[0], Make.Text("")),
        <= 4 => ConcatOf([.. parts]),
        _ => Make.Static(
            WellKnown.Method(typeof(string), nameof(string.Concat), typeof(string[])),
            new IrArrayInit(BuiltIn.String.MakeArray(), [.. parts])),
    };

    private static IrExpression ConcatOf(params ImmutableArray<IrExpression> parts) =>
        Make.Static(WellKnown.Method(typeof(string), nameof(string.Concat), [.. parts.Select(_ => typeof(string))]), parts);

    private void Flatten(BoundExpression node, List<IrExpression> parts)
    {
        if (node is BoundBinary { Operator: BinaryOperator.Concat } concat)
        {
            Flatten(concat.Left, parts);
            Flatten(concat.Right, parts);
            return;
        }

        // Operands may come boxed already; what is inside says how it reads.
        if (node is BoundConversion { Kind: ConversionKind.Boxing, Operand: var inner } && !inner.Type.IsNone)
            node = inner;
        parts.Add(AsText(Lower(node)));
    }

    private IrExpression AsText(IrExpression value)
    {
        if (value.Type.IsString)
            return value;
        switch (value)
        {
            case IrConstant { Value: null }:
                return Make.Text(null);
            case IrConstant { Value: char c }:
                return Make.Text(c.ToString());
        }

        var toString = WellKnown.Method(typeof(object), nameof(ToString));
        if (value.Type.IsValueType)
            return Make.Call(value, toString);
        var statements = new List<IrStatement>();
        var kept = Keep(value, statements);
        return Make.Sequence(
            statements,
            new IrConditional(Make.IsNotNull(kept), Make.Call(kept, toString), Make.Text(null), BuiltIn.String));
    }

    private IrExpression InterpolatedString(BoundInterpolatedString node)
    {
        if (node.Parts.All(p => p.Value is null || (p.Value.Type.IsString && p.Alignment is null && p.Format is null)))
            return node.Parts.IsEmpty ? Make.Text("") : ConcatParts([.. node.Parts.Select(p => p.Value is null ? Make.Text(p.Text) : Lower(p.Value))]);

        // Values first: an await among them could not leave a half-written handler on the stack.
        var statements = new List<IrStatement>();
        var values = node.Parts.Select(p => p.Value is null ? null : Lower(p.Value)).ToArray();
        if (values.Any(v => v is not null && AwaitFinder.IsIn(v)))
            values = [.. values.Select(v => v is null ? null : Keep(v, statements))];
        var literal = node.Parts.Sum(p => p.Text?.Length ?? 0);
        var handler = Temporary(Handler);
        var create = Handler.Constructors.First(c => c.Parameters.Length == 2);
        statements.Add(Make.Set(handler, new IrNew(create, Handler, [Make.Int(literal), Make.Int(values.Count(v => v is not null))])));
        for (var i = 0; i < values.Length; i++)
        {
            statements.Add(Make.Do(values[i] is { } value
                ? Append(new IrLocal(handler), value, node.Parts[i])
                : Make.Member(new IrLocal(handler), "AppendLiteral", Make.Text(node.Parts[i].Text))));
        }

        return Make.Sequence(statements, Make.Member(new IrLocal(handler), "ToStringAndClear"));
    }

    private static IrExpression Append(IrExpression handler, IrExpression value, BoundInterpolationPart part)
    {
        var isSpan = value.Type.IsRefLike;
        var arguments = new List<IrExpression> { value };
        var wanted = new List<string> { isSpan ? "ReadOnlySpan" : "T" };
        if (part.Alignment is { } alignment)
        {
            arguments.Add(Make.Int(alignment));
            wanted.Add("Int32");
        }
        else if (isSpan && part.Format is not null)
        {
            arguments.Add(Make.Int(0));
            wanted.Add("Int32");
        }

        if (part.Format is { } format || isSpan && part.Alignment is not null)
        {
            arguments.Add(Make.Text(part.Format));
            wanted.Add("String");
        }

        var append = Handler.GetMembers("AppendFormatted").OfType<MethodSymbol>()
            .First(m => m.IsGeneric != isSpan && m.Parameters.Select(p => p.Type.Name).SequenceEqual(wanted));
        return Make.Call(handler, isSpan ? append : append.Construct([value.Type]), [.. arguments]);
    }
}
