using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>Where an error was reported; a cell with one is never emitted.</summary>
internal sealed record BoundBad(TextSpan Span, TypeSymbol Type) : BoundExpression(Span, Type);

/// <summary>A constant. The value is boxed as the type's own primitive, an enum's as its underlying type; null is the null of a reference type.</summary>
internal sealed record BoundLiteral(TextSpan Span, TypeSymbol Type, object? Value) : BoundExpression(Span, Type);

/// <summary><c>default(T)</c> that is no constant: structs, type parameters, nullables.</summary>
internal sealed record BoundDefault(TextSpan Span, TypeSymbol Type) : BoundExpression(Span, Type);

internal sealed record BoundTypeOf(TextSpan Span, TypeSymbol Type, TypeSymbol Operand) : BoundExpression(Span, Type);

internal sealed record BoundSizeOf(TextSpan Span, TypeSymbol Type, TypeSymbol Operand) : BoundExpression(Span, Type);

/// <summary>
/// Stands for a value that the enclosing node has computed once and put in a temporary. Reference identity is its identity;
/// the node that introduces it names it. It is an lvalue when the introducing node says so.
/// </summary>
internal sealed record BoundPlaceholder(TextSpan Span, TypeSymbol Type) : BoundExpression(Span, Type)
{
    public bool Equals(BoundPlaceholder? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

internal sealed record BoundLocal(TextSpan Span, LocalSymbol Local) : BoundExpression(Span, Local.Type);

internal sealed record BoundParameter(TextSpan Span, ParameterSymbol Parameter) : BoundExpression(Span, Parameter.Type);

/// <summary><c>this</c>; also <c>base</c>, whose calls are marked <see cref="BoundCall.NonVirtual"/>.</summary>
internal sealed record BoundThis(TextSpan Span, TypeSymbol Type) : BoundExpression(Span, Type);

/// <summary>A field, or a top-level variable of a cell (<see cref="CellVariableSymbol"/>, no receiver). Constants are literals instead.</summary>
internal sealed record BoundField(TextSpan Span, BoundExpression? Receiver, FieldSymbol Field, TypeSymbol Type) : BoundExpression(Span, Type);

/// <summary>A property, or an indexer with arguments (see <see cref="BoundCall"/> for how arguments come). Ref-returning ones are lvalues through their getter.</summary>
internal sealed record BoundProperty(
    TextSpan Span,
    BoundExpression? Receiver,
    PropertySymbol Property,
    ImmutableArray<BoundExpression> Arguments,
    ImmutableArray<int> EvaluationOrder,
    bool NonVirtual,
    TypeSymbol Type) : BoundExpression(Span, Type)
{
    /// <summary>The type parameter that a static abstract property is read through; null for others.</summary>
    public TypeSymbol? ConstrainedTo { get; init; }
}

/// <summary>An element of an array; indices are int, uint, long or ulong.</summary>
internal sealed record BoundArrayAccess(TextSpan Span, BoundExpression Array, ImmutableArray<BoundExpression> Indices, TypeSymbol Type) : BoundExpression(Span, Type);

/// <summary>
/// A call. Arguments stand in parameter order, all there: defaults filled in, <c>params</c> packed, an extension's receiver first,
/// converted to the parameter types. The argument of a ref or out parameter is an lvalue (or <see cref="BoundDiscard"/>); that of an
/// <c>in</c> parameter may be a value, which needs a temporary. <see cref="EvaluationOrder"/> is default when arguments are
/// evaluated in order, else lists parameter ordinals in the order of evaluation. A delegate is called by its Invoke method. The
/// receiver of a value type's method is an lvalue or a value that needs a temporary; a receiver of type parameter type is called
/// <c>constrained</c>; a value type's inherited method (<c>ToString</c> on an enum) likewise.
/// </summary>
internal sealed record BoundCall(
    TextSpan Span,
    BoundExpression? Receiver,
    MethodSymbol Method,
    ImmutableArray<BoundExpression> Arguments,
    ImmutableArray<int> EvaluationOrder,
    bool NonVirtual,
    TypeSymbol Type) : BoundExpression(Span, Type)
{
    /// <summary>The type that a static abstract method of an interface is called through; null for ordinary calls.</summary>
    public TypeSymbol? ConstrainedTo { get; init; }
}

/// <summary>An out argument or deconstruction target that is thrown away.</summary>
internal sealed record BoundDiscard(TextSpan Span, TypeSymbol Type) : BoundExpression(Span, Type);

/// <summary><c>new T(…)</c>; arguments as in <see cref="BoundCall"/>. Anonymous types are created through their constructor too.</summary>
internal sealed record BoundObjectCreation(
    TextSpan Span,
    TypeSymbol Type,
    MethodSymbol Constructor,
    ImmutableArray<BoundExpression> Arguments,
    ImmutableArray<int> EvaluationOrder,
    BoundInitializer? Initializer) : BoundExpression(Span, Type);

/// <summary><c>new S { … }</c> for a struct without such a constructor, and <c>new T()</c> of a type parameter (Activator.CreateInstance&lt;T&gt;).</summary>
internal sealed record BoundDefaultCreation(TextSpan Span, TypeSymbol Type, BoundInitializer? Initializer) : BoundExpression(Span, Type);

/// <summary>
/// What follows a new object: each element is an assignment to a member of <paramref name="Target"/>, a call of Add on it, or a
/// <see cref="BoundNestedInitializer"/>. The placeholder is an lvalue (a temporary holding the object).
/// </summary>
internal sealed record BoundInitializer(TextSpan Span, BoundPlaceholder Target, ImmutableArray<BoundExpression> Elements) : BoundNode(Span);

/// <summary><c>Member = { … }</c> or <c>Member = { a, b }</c> inside an initializer: <paramref name="Member"/> is read once into the initializer's target.</summary>
internal sealed record BoundNestedInitializer(TextSpan Span, BoundExpression Member, BoundInitializer Initializer) : BoundExpression(Span, BuiltIn.Void);

/// <summary><c>x with { … }</c>: a record's <paramref name="CloneMethod"/> method, or (null) a copy of a struct or of an anonymous object.</summary>
internal sealed record BoundWith(TextSpan Span, BoundExpression Receiver, MethodSymbol? CloneMethod, BoundInitializer Initializer, TypeSymbol Type) : BoundExpression(Span, Type);

/// <summary>An array: with dimensions only, or with elements too (row by row for more than one dimension).</summary>
internal sealed record BoundArrayCreation(
    TextSpan Span,
    ArrayTypeSymbol ArrayType,
    ImmutableArray<BoundExpression> Dimensions,
    ImmutableArray<BoundExpression> Elements) : BoundExpression(Span, ArrayType)
{
    /// <summary>False for <c>new int[3]</c>: <see cref="Elements"/> is default then.</summary>
    public bool HasElements => !Elements.IsDefault;
}

/// <summary><c>stackalloc</c>; the type is a span.</summary>
internal sealed record BoundStackAlloc(TextSpan Span, TypeSymbol ElementType, BoundExpression Count, ImmutableArray<BoundExpression> Elements, TypeSymbol Type) : BoundExpression(Span, Type);

/// <summary>What a collection expression builds.</summary>
internal enum CollectionKind
{
    /// <summary>An array of the element type.</summary>
    Array,

    /// <summary>An array wrapped into <c>Span</c> or <c>ReadOnlySpan</c> by <see cref="BoundCollectionExpression.Creation"/>.</summary>
    Span,

    /// <summary>A <c>List&lt;T&gt;</c>, also for the interfaces that lists implement (converted by reference afterwards).</summary>
    List,

    /// <summary><see cref="BoundCollectionExpression.Creation"/> makes it, <see cref="BoundCollectionExpression.Add"/> adds each element.</summary>
    Adding,

    /// <summary>A builder method over a span: <see cref="BoundCollectionExpression.Creation"/> takes <see cref="BoundCollectionExpression.Collected"/>, an array of the elements.</summary>
    Builder,
}

/// <summary>
/// <c>[a, .. b]</c>. Elements are expressions of the element type or <see cref="BoundSpread"/>s. For Span and Builder the elements
/// go into an array first, which <see cref="Collected"/> stands for in <see cref="Creation"/>. For Adding, <see cref="Add"/> is a
/// call (or expression) over the placeholders <see cref="Target"/> and <see cref="Element"/>.
/// </summary>
internal sealed record BoundCollectionExpression(
    TextSpan Span,
    CollectionKind Kind,
    TypeSymbol ElementType,
    ImmutableArray<BoundExpression> Elements,
    TypeSymbol Type) : BoundExpression(Span, Type)
{
    public BoundPlaceholder? Collected { get; init; }

    public BoundExpression? Creation { get; init; }

    public BoundPlaceholder? Target { get; init; }

    public BoundPlaceholder? Element { get; init; }

    public BoundExpression? Add { get; init; }
}

/// <summary><c>.. x</c>: <paramref name="Value"/> over <paramref name="Enumeration"/>'s current is of the element type.</summary>
internal sealed record BoundSpread(TextSpan Span, BoundExpression Collection, BoundEnumeration Enumeration, BoundExpression Value) : BoundExpression(Span, Value.Type);

/// <summary><c>left = right</c>, the value being what was assigned; with <paramref name="IsRef"/> the left side is made to refer to the right one.</summary>
internal sealed record BoundAssignment(TextSpan Span, BoundExpression Left, BoundExpression Right, bool IsRef = false) : BoundExpression(Span, Left.Type);

/// <summary>
/// <c>target op= …</c>, <c>++target</c>, <c>target++</c>. The target's receiver and indices are evaluated once; its value is
/// <paramref name="Current"/>; <paramref name="NewValue"/> (over it, already converted to the target's type) is stored. The result is
/// the stored value, or with <paramref name="ResultIsOldValue"/> the value before.
/// </summary>
internal sealed record BoundCompoundAssignment(
    TextSpan Span,
    BoundExpression Target,
    BoundPlaceholder Current,
    BoundExpression NewValue,
    bool ResultIsOldValue) : BoundExpression(Span, Target.Type);

/// <summary><c>target ??= value</c>. For <c>T?</c> targets whose value is a <c>T</c> the type is <c>T</c> and the value <c>T</c>.</summary>
internal sealed record BoundNullCoalescingAssignment(TextSpan Span, BoundExpression Target, BoundExpression Value, TypeSymbol Type) : BoundExpression(Span, Type);

/// <summary>
/// <paramref name="Left"/> is evaluated; when it isn't null, <paramref name="WhenNotNull"/> over <paramref name="LeftValue"/> (the left
/// value, of type <c>T</c> where left is <c>T?</c> and the placeholder says so) is the result, else <paramref name="Right"/>.
/// </summary>
internal sealed record BoundNullCoalescing(
    TextSpan Span,
    BoundExpression Left,
    BoundPlaceholder LeftValue,
    BoundExpression WhenNotNull,
    BoundExpression Right,
    TypeSymbol Type) : BoundExpression(Span, Type);

/// <summary>
/// <c>receiver?.…</c>: the receiver is evaluated once into <paramref name="ReceiverValue"/> (of type <c>T</c> for a <c>T?</c> receiver);
/// when null, the result is default of <see cref="BoundExpression.Type"/> (void when its value isn't used). WhenNotNull is already of that type.
/// It may be an assignment (<c>a?.b = c</c>).
/// </summary>
internal sealed record BoundConditionalAccess(
    TextSpan Span,
    BoundExpression Receiver,
    BoundPlaceholder ReceiverValue,
    BoundExpression WhenNotNull,
    TypeSymbol Type) : BoundExpression(Span, Type);

internal sealed record BoundConditional(TextSpan Span, BoundExpression Condition, BoundExpression WhenTrue, BoundExpression WhenFalse, TypeSymbol Type, bool IsRef = false) : BoundExpression(Span, Type);

/// <summary>
/// A unary operator. Operand has the operator's operand type, made nullable when <paramref name="IsLifted"/> (null gives null).
/// </summary>
internal sealed record BoundUnary(TextSpan Span, UnaryOperator Operator, BoundExpression Operand, MethodSymbol? Method, bool IsLifted, bool IsChecked, TypeSymbol Type) : BoundExpression(Span, Type)
{
    /// <summary>For a static abstract operator: the type parameter that it is called through.</summary>
    public TypeSymbol? ConstrainedTo { get; init; }
}

/// <summary>
/// A binary operator. Operands have the operator's operand types; when <paramref name="IsLifted"/> both are nullable (or the
/// null of that type) and the result is nullable, but for comparisons, which are bool. <c>bool? &amp; bool?</c> and <c>|</c> are lifted
/// with SQL's logic. <c>&amp;&amp;</c> and <c>||</c> short-circuit; with a Method they are user-defined (<see cref="TruthTest"/> is op_false or op_true).
/// </summary>
internal sealed record BoundBinary(
    TextSpan Span,
    BinaryOperator Operator,
    BoundExpression Left,
    BoundExpression Right,
    MethodSymbol? Method,
    bool IsLifted,
    bool IsChecked,
    TypeSymbol Type) : BoundExpression(Span, Type)
{
    public MethodSymbol? TruthTest { get; init; }

    public TypeSymbol? ConstrainedTo { get; init; }
}

/// <summary>An explicit conversion node; see <see cref="ConversionKind"/>.</summary>
internal sealed record BoundConversion(TextSpan Span, BoundExpression Operand, ConversionKind Kind, TypeSymbol Type, MethodSymbol? Method = null, bool IsChecked = false) : BoundExpression(Span, Type)
{
    /// <summary>For a conversion operator that a type parameter's interface declares.</summary>
    public TypeSymbol? ConstrainedTo { get; init; }
}

/// <summary>A conversion from <c>S?</c> to <c>T?</c>: null stays null, else <paramref name="Inner"/> over <paramref name="Value"/> (an S) gives the T (not yet wrapped).</summary>
internal sealed record BoundLiftedConversion(TextSpan Span, BoundExpression Operand, BoundPlaceholder Value, BoundExpression Inner, TypeSymbol Type) : BoundExpression(Span, Type);

/// <summary>A tuple converted element by element: <paramref name="Operand"/> is evaluated into <paramref name="Value"/>, <paramref name="Elements"/> over its fields make the new one.</summary>
internal sealed record BoundTupleConversion(TextSpan Span, BoundExpression Operand, BoundPlaceholder Value, ImmutableArray<BoundExpression> Elements, TypeSymbol Type) : BoundExpression(Span, Type);

/// <summary><c>(a, b)</c>: a new value tuple of the elements (nest beyond seven).</summary>
internal sealed record BoundTuple(TextSpan Span, ImmutableArray<BoundExpression> Elements, TypeSymbol Type) : BoundExpression(Span, Type);

/// <summary>A delegate over a method group: <paramref name="Receiver"/> null for static methods; an extension method has its receiver as first argument closed over.</summary>
internal sealed record BoundDelegateCreation(TextSpan Span, BoundExpression? Receiver, MethodSymbol Method, bool NonVirtual, TypeSymbol Type) : BoundExpression(Span, Type);

/// <summary>A lambda or anonymous method converted to a delegate type. Expression lambdas have a body of one return (or expression) statement.</summary>
internal sealed record BoundLambda(TextSpan Span, SourceMethodSymbol Symbol, BoundBlock Body, TypeSymbol Type) : BoundExpression(Span, Type);

/// <summary>A lambda converted to <c>Expression&lt;TDelegate&gt;</c>: the tree is to be built by System.Linq.Expressions factories.</summary>
internal sealed record BoundExpressionTree(TextSpan Span, BoundLambda Lambda, TypeSymbol Type) : BoundExpression(Span, Type);

/// <summary><c>x is T</c> on types alone.</summary>
internal sealed record BoundIsType(TextSpan Span, BoundExpression Operand, TypeSymbol TargetType) : BoundExpression(Span, BuiltIn.Boolean);

internal sealed record BoundAs(TextSpan Span, BoundExpression Operand, TypeSymbol Type) : BoundExpression(Span, Type);

/// <summary><c>x is pattern</c>. Variables are locals of the enclosing scope.</summary>
internal sealed record BoundIsPattern(TextSpan Span, BoundExpression Operand, BoundPattern Pattern) : BoundExpression(Span, BuiltIn.Boolean);

/// <summary>A switch expression; without a match it throws SwitchExpressionException.</summary>
internal sealed record BoundSwitchExpression(TextSpan Span, BoundExpression Operand, ImmutableArray<BoundSwitchArm> Arms, TypeSymbol Type) : BoundExpression(Span, Type);

internal sealed record BoundSwitchArm(TextSpan Span, ImmutableArray<LocalSymbol> Locals, BoundPattern Pattern, BoundExpression? Guard, BoundExpression Value) : BoundNode(Span);

/// <summary>A string made of parts, in C#'s formatting (current culture).</summary>
internal sealed record BoundInterpolatedString(TextSpan Span, ImmutableArray<BoundInterpolationPart> Parts) : BoundExpression(Span, BuiltIn.String);

/// <summary>A text (<paramref name="Value"/> null), or a value with optional alignment and format.</summary>
internal sealed record BoundInterpolationPart(TextSpan Span, string? Text, BoundExpression? Value, int? Alignment, string? Format) : BoundNode(Span);

/// <summary><c>await x</c>: calls over the Awaitable placeholder (the operand's value) and the Awaiter placeholder (an lvalue). Its type is that of GetResult.</summary>
internal sealed record BoundAwait(TextSpan Span, BoundExpression Operand, BoundAwaitInfo Info, TypeSymbol Type) : BoundExpression(Span, Type);

internal sealed record BoundAwaitInfo(
    TextSpan Span,
    BoundPlaceholder Awaitable,
    BoundExpression GetAwaiter,
    BoundPlaceholder Awaiter,
    BoundExpression IsCompleted,
    BoundExpression GetResult) : BoundNode(Span);

/// <summary>A throw expression, typed by what stands around it.</summary>
internal sealed record BoundThrowExpression(TextSpan Span, BoundExpression Exception, TypeSymbol Type) : BoundExpression(Span, Type);

/// <summary>
/// Declares <paramref name="Locals"/>, runs <paramref name="SideEffects"/> in order, then is <paramref name="Value"/>, which may be an
/// lvalue (then side effects run once, before the value is located). Used for indices from the end, ranges, handlers, …
/// </summary>
internal sealed record BoundSequence(TextSpan Span, ImmutableArray<LocalSymbol> Locals, ImmutableArray<BoundExpression> SideEffects, BoundExpression Value) : BoundExpression(Span, Value.Type);

/// <summary>
/// <c>(a, var b) = x</c>: receivers and indices of the targets are evaluated first, then <paramref name="Operand"/> into the step's
/// input, all Deconstruct calls, all conversions, then the assignments from left to right. Its value is a tuple of what was
/// assigned, or nothing (void type) when unused.
/// </summary>
internal sealed record BoundDeconstruction(TextSpan Span, BoundExpression Operand, BoundDeconstructionStep Step, TypeSymbol Type) : BoundExpression(Span, Type);

/// <summary>
/// Splits <paramref name="Input"/> into <paramref name="Parts"/>: by <paramref name="Call"/> of a Deconstruct method, whose out arguments are the
/// parts' placeholders; or when that is null by <paramref name="PartValues"/> (tuple fields of the input), one for each part.
/// </summary>
internal sealed record BoundDeconstructionStep(
    TextSpan Span,
    BoundPlaceholder Input,
    BoundCall? Call,
    ImmutableArray<BoundPlaceholder> Parts,
    ImmutableArray<BoundExpression> PartValues,
    ImmutableArray<BoundDeconstructionTarget> Targets) : BoundNode(Span);

/// <summary>Either a leaf: <paramref name="Target"/> (an lvalue or discard) gets <paramref name="Value"/> (over the part, converted); or a <paramref name="Nested"/> step whose input is the part.</summary>
internal sealed record BoundDeconstructionTarget(TextSpan Span, BoundExpression? Target, BoundExpression? Value, BoundDeconstructionStep? Nested) : BoundNode(Span);

/// <summary>Operations bound at run time by the C# runtime binder.</summary>
internal enum DynamicOperationKind
{
    /// <summary>Operands: receiver (or a BoundTypeOf for a static call), arguments.</summary>
    InvokeMember,

    /// <summary>Operands: callee, arguments.</summary>
    Invoke,
    GetMember,

    /// <summary>Operands: receiver, value.</summary>
    SetMember,

    /// <summary>Operands: receiver, indices.</summary>
    GetIndex,

    /// <summary>Operands: receiver, indices, value.</summary>
    SetIndex,
    Unary,
    Binary,

    /// <summary>Converts the operand implicitly to <see cref="BoundExpression.Type"/>.</summary>
    ConvertImplicit,
    ConvertExplicit,

    /// <summary>Operands: a BoundTypeOf, arguments.</summary>
    InvokeConstructor,
}

/// <summary>
/// A dynamic operation: a call site with Microsoft.CSharp.RuntimeBinder's binder of that kind. <paramref name="ExpressionType"/> is
/// for unary and binary ones; <paramref name="Flags"/> has one entry per operand.
/// </summary>
internal sealed record BoundDynamic(
    TextSpan Span,
    DynamicOperationKind Kind,
    string? Name,
    ImmutableArray<TypeSymbol> TypeArguments,
    ImmutableArray<BoundExpression> Operands,
    ImmutableArray<BoundDynamicArgument> Flags,
    System.Linq.Expressions.ExpressionType ExpressionType,
    bool IsChecked,
    TypeSymbol Type) : BoundExpression(Span, Type)
{
    /// <summary>The result isn't used: a void method may be called.</summary>
    public bool ResultDiscarded { get; init; }
}

/// <summary>How the runtime binder sees an operand: <c>UseCompileTimeType</c> unless its type is dynamic; a literal is a constant.</summary>
internal readonly record struct BoundDynamicArgument(bool UseCompileTimeType, bool IsConstant, string? Name, RefKind RefKind, bool IsStaticType);
