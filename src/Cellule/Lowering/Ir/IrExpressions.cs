using System.Collections.Immutable;
using Cellule.Symbols;

namespace Cellule.Lowering.Ir;

/// <summary>
/// The small language that binding is lowered to: what IL can say, but with variables that closures capture, <c>await</c> and
/// <c>yield</c> still in it. Later passes rewrite those away; the emitter writes the rest down.
/// </summary>
internal abstract class IrNode;

internal abstract class IrExpression(TypeSymbol type) : IrNode
{
    public TypeSymbol Type { get; } = type;
}

/// <summary>A primitive, a string, a decimal or null; an enum's value as its underlying type.</summary>
internal sealed class IrConstant(object? value, TypeSymbol type) : IrExpression(type)
{
    public object? Value { get; } = value;
}

/// <summary><c>default(T)</c>.</summary>
internal sealed class IrDefault(TypeSymbol type) : IrExpression(type);

/// <summary>A local or parameter, read or as a place. A by-ref variable stands for what it refers to.</summary>
internal sealed class IrLocal(IrVariable variable) : IrExpression(variable.Type)
{
    public IrVariable Variable { get; } = variable;
}

/// <summary>The receiver; of a struct's method, the struct it points to.</summary>
internal sealed class IrThis(TypeSymbol type) : IrExpression(type);

/// <summary>A field, read or as a place; a static one has no receiver.</summary>
internal sealed class IrField(IrExpression? receiver, FieldSymbol field) : IrExpression(field.Type)
{
    public IrExpression? Receiver { get; } = receiver;

    public FieldSymbol Field { get; } = field;
}

/// <summary>An element of an array, read or as a place.</summary>
internal sealed class IrElement(IrExpression array, ImmutableArray<IrExpression> indices, TypeSymbol type) : IrExpression(type)
{
    public IrExpression Array { get; } = array;

    public ImmutableArray<IrExpression> Indices { get; } = indices;
}

/// <summary>What a by-ref value (an <see cref="IrAddress"/>, a ref-returning call) points to, read or as a place.</summary>
internal sealed class IrDereference(IrExpression reference) : IrExpression(reference.Type)
{
    public IrExpression Reference { get; } = reference;
}

/// <summary>A managed pointer to a place; its type is the place's. Of a value that has no place, to a temporary copy.</summary>
internal sealed class IrAddress(IrExpression place) : IrExpression(place.Type)
{
    public IrExpression Place { get; } = place;
}

/// <summary>Stores and yields the stored value. A by-ref variable itself is set by <see cref="IrBindReference"/>.</summary>
internal sealed class IrAssign(IrExpression target, IrExpression value) : IrExpression(target.Type)
{
    public IrExpression Target { get; } = target;

    public IrExpression Value { get; } = value;
}

/// <summary>Lets a by-ref local or field point to another place.</summary>
internal sealed class IrBindReference(IrExpression target, IrExpression reference) : IrExpression(target.Type)
{
    public IrExpression Target { get; } = target;

    public IrExpression Reference { get; } = reference;
}

/// <summary>
/// A call. Arguments for by-ref parameters are <see cref="IrAddress"/>. A receiver whose type is a struct or type parameter is
/// passed by address: of its place, or of a copy when it has none.
/// </summary>
internal sealed class IrCall(IrExpression? receiver, MethodSymbol method, ImmutableArray<IrExpression> arguments, bool isVirtual) : IrExpression(method.ReturnType)
{
    public IrExpression? Receiver { get; } = receiver;

    public MethodSymbol Method { get; } = method;

    public ImmutableArray<IrExpression> Arguments { get; } = arguments;

    public bool IsVirtual { get; } = isVirtual;

    /// <summary>The type through which a static abstract method is called.</summary>
    public TypeSymbol? ConstrainedTo { get; init; }
}

internal sealed class IrNew(MethodSymbol constructor, TypeSymbol type, ImmutableArray<IrExpression> arguments) : IrExpression(type)
{
    public MethodSymbol Constructor { get; } = constructor;

    public ImmutableArray<IrExpression> Arguments { get; } = arguments;
}

internal enum IrConversionKind
{
    /// <summary>Between primitives, enums taken as their underlying type.</summary>
    Numeric,
    Box,
    Unbox,

    /// <summary>Reference to reference, checked at run time.</summary>
    Cast,

    /// <summary><c>as</c>: null when it isn't one. The operand may be of any type; the result is a reference or nullable.</summary>
    As,

    /// <summary>Only the static type changes.</summary>
    None,
}

internal sealed class IrConvert(IrExpression operand, TypeSymbol type, IrConversionKind kind, bool isChecked = false) : IrExpression(type)
{
    public IrExpression Operand { get; } = operand;

    public IrConversionKind Kind { get; } = kind;

    public bool IsChecked { get; } = isChecked;
}

/// <summary>Whether a reference is an instance of a type, a struct's boxed form included.</summary>
internal sealed class IrIsInstance(IrExpression operand, TypeSymbol testedType, TypeSymbol boolean) : IrExpression(boolean)
{
    public IrExpression Operand { get; } = operand;

    public TypeSymbol TestedType { get; } = testedType;
}

internal enum IrUnaryKind
{
    Negate,
    Complement,
    Not,
}

internal sealed class IrUnary(IrUnaryKind kind, IrExpression operand, bool isChecked = false) : IrExpression(operand.Type)
{
    public IrUnaryKind Kind { get; } = kind;

    public IrExpression Operand { get; } = operand;

    public bool IsChecked { get; } = isChecked;
}

internal enum IrBinaryKind
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    And,
    Or,
    Xor,
    ShiftLeft,
    ShiftRight,
    ShiftRightUnsigned,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary>An operation on two primitives of one type (of references: equality), signed or unsigned by that type.</summary>
internal sealed class IrBinary(IrBinaryKind kind, IrExpression left, IrExpression right, TypeSymbol type, bool isChecked = false) : IrExpression(type)
{
    public IrBinaryKind Kind { get; } = kind;

    public IrExpression Left { get; } = left;

    public IrExpression Right { get; } = right;

    public bool IsChecked { get; } = isChecked;
}

internal sealed class IrConditional(IrExpression test, IrExpression whenTrue, IrExpression whenFalse, TypeSymbol type) : IrExpression(type)
{
    public IrExpression Test { get; } = test;

    public IrExpression WhenTrue { get; } = whenTrue;

    public IrExpression WhenFalse { get; } = whenFalse;
}

/// <summary>Statements, then a value; <paramref name="variables"/> live in both.</summary>
internal sealed class IrSequence(ImmutableArray<IrVariable> variables, ImmutableArray<IrStatement> statements, IrExpression value) : IrExpression(value.Type)
{
    public ImmutableArray<IrVariable> Variables { get; } = variables;

    public ImmutableArray<IrStatement> Statements { get; } = statements;

    public IrExpression Value { get; } = value;
}

internal sealed class IrNewArray(ArrayTypeSymbol type, ImmutableArray<IrExpression> lengths) : IrExpression(type)
{
    public ArrayTypeSymbol ArrayType { get; } = type;

    public ImmutableArray<IrExpression> Lengths { get; } = lengths;
}

/// <summary>A one-dimensional array with its elements.</summary>
internal sealed class IrArrayInit(ArrayTypeSymbol type, ImmutableArray<IrExpression> elements) : IrExpression(type)
{
    public ArrayTypeSymbol ArrayType { get; } = type;

    public ImmutableArray<IrExpression> Elements { get; } = elements;
}

/// <summary>A function as a value, before the closure pass.</summary>
internal sealed class IrLambda(IrFunction function, TypeSymbol delegateType) : IrExpression(delegateType)
{
    public IrFunction Function { get; } = function;
}

/// <summary>A delegate over a method; a local function's method only until the closure pass.</summary>
internal sealed class IrNewDelegate(IrExpression? receiver, MethodSymbol method, bool isVirtual, TypeSymbol delegateType) : IrExpression(delegateType)
{
    public IrExpression? Receiver { get; } = receiver;

    public MethodSymbol Method { get; } = method;

    public bool IsVirtual { get; } = isVirtual;
}

internal sealed class IrTypeOf(TypeSymbol operand, TypeSymbol type) : IrExpression(type)
{
    public TypeSymbol Operand { get; } = operand;
}

internal sealed class IrSizeOf(TypeSymbol operand, TypeSymbol type) : IrExpression(type)
{
    public TypeSymbol Operand { get; } = operand;
}

/// <summary>
/// Waits for an awaiter's result. Inside async functions the state machine pass rewrites it; in a cell's own statements the
/// lowering has already made it a blocking call.
/// </summary>
internal sealed class IrAwait(IrExpression awaiter, MethodSymbol isCompleted, MethodSymbol getResult, TypeSymbol type) : IrExpression(type)
{
    /// <summary>The value of <c>GetAwaiter()</c>.</summary>
    public IrExpression Awaiter { get; } = awaiter;

    public MethodSymbol IsCompleted { get; } = isCompleted;

    public MethodSymbol GetResult { get; } = getResult;
}

internal sealed class IrThrowExpression(IrExpression exception, TypeSymbol type) : IrExpression(type)
{
    public IrExpression Exception { get; } = exception;
}

/// <summary>Evaluates and has no value.</summary>
internal sealed class IrDiscard(IrExpression operand, TypeSymbol voidType) : IrExpression(voidType)
{
    public IrExpression Operand { get; } = operand;
}

/// <summary>The reflection object of a member: <paramref name="type"/> is FieldInfo, MethodInfo or ConstructorInfo.</summary>
internal sealed class IrMemberOf(MemberSymbol member, TypeSymbol type) : IrExpression(type)
{
    public MemberSymbol Member { get; } = member;
}

/// <summary>
/// A variable as a node of an expression tree that is being built: the tree reads its present value whenever it runs, hence the closure
/// pass moves the variable to a frame and this becomes a field of it.
/// </summary>
internal sealed class IrCapturedVariable(IrLocal variable, TypeSymbol node) : IrExpression(node)
{
    public IrLocal Variable { get; } = variable;
}
