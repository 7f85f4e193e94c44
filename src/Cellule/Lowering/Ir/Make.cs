using System.Collections.Immutable;
using Cellule.Symbols;

namespace Cellule.Lowering.Ir;

/// <summary>Short names for the nodes that every lowering builds.</summary>
internal static class Make
{
    public static IrExpression True { get; } = new IrConstant(true, BuiltIn.Boolean);

    public static IrExpression False { get; } = new IrConstant(false, BuiltIn.Boolean);

    /// <summary>No value.</summary>
    public static IrExpression Nothing { get; } = new IrDefault(BuiltIn.Void);

    public static IrExpression Int(int value) => new IrConstant(value, BuiltIn.Int32);

    public static IrExpression Text(string? value) => new IrConstant(value, BuiltIn.String);

    public static IrExpression Null(TypeSymbol type) => new IrConstant(null, type);

    public static IrLocal Local(IrVariable variable) => new(variable);

    public static IrStatement Do(IrExpression expression) => new IrEvaluate(expression);

    public static IrStatement Set(IrVariable variable, IrExpression value) => new IrEvaluate(new IrAssign(new IrLocal(variable), value));

    public static IrStatement Set(IrExpression place, IrExpression value) => new IrEvaluate(new IrAssign(place, value));

    public static IrExpression Not(IrExpression value) => new IrUnary(IrUnaryKind.Not, value);

    public static IrExpression And(IrExpression left, IrExpression right) =>
        left is IrConstant { Value: true } ? right
        : right is IrConstant { Value: true } ? left
        : new IrConditional(left, right, False, BuiltIn.Boolean);

    public static IrExpression Or(IrExpression left, IrExpression right) =>
        left is IrConstant { Value: false } ? right : new IrConditional(left, True, right, BuiltIn.Boolean);

    public static IrExpression Equal(IrExpression left, IrExpression right) => new IrBinary(IrBinaryKind.Equal, left, right, BuiltIn.Boolean);

    public static IrExpression NotEqual(IrExpression left, IrExpression right) => new IrBinary(IrBinaryKind.NotEqual, left, right, BuiltIn.Boolean);

    public static IrExpression IsNull(IrExpression value) => Equal(value, Null(BuiltIn.Object));

    public static IrExpression IsNotNull(IrExpression value) => NotEqual(value, Null(BuiltIn.Object));

    public static IrExpression Plus(IrExpression left, IrExpression right) => new IrBinary(IrBinaryKind.Add, left, right, left.Type);

    public static IrExpression Minus(IrExpression left, IrExpression right) => new IrBinary(IrBinaryKind.Subtract, left, right, left.Type);

    public static IrCall Static(MethodSymbol method, params ImmutableArray<IrExpression> arguments) => new(null, method, arguments, isVirtual: false);

    public static IrCall Call(IrExpression receiver, MethodSymbol method, params ImmutableArray<IrExpression> arguments) => new(receiver, method, arguments, isVirtual: true);

    /// <summary>A member of the receiver's own type, by name.</summary>
    public static IrCall Member(IrExpression receiver, string name, params ImmutableArray<IrExpression> arguments) =>
        Call(receiver, WellKnown.Member(receiver.Type, name, arguments.Length), arguments);

    public static IrExpression HasValue(IrExpression nullable) => Member(nullable, "HasValue");

    public static IrExpression ValueOrDefault(IrExpression nullable) => Member(nullable, "GetValueOrDefault");

    /// <summary><c>T</c> → <c>T?</c>.</summary>
    public static IrExpression Wrap(IrExpression value, TypeSymbol nullable) => new IrNew(nullable.Constructors[0], nullable, [value]);

    public static IrExpression Sequence(IEnumerable<IrStatement> statements, IrExpression value)
    {
        ImmutableArray<IrStatement> all = [.. statements];
        return all.IsEmpty ? value : new IrSequence([], all, value);
    }

    public static IrExpression Box(IrExpression value) =>
        value.Type.IsReferenceType && value.Type is not TypeParameterSymbol
            ? new IrConvert(value, BuiltIn.Object, IrConversionKind.None)
            : new IrConvert(value, BuiltIn.Object, IrConversionKind.Box);
}
