using System.Collections.Immutable;
using Cellule.Text;

namespace Cellule.Syntax;

/// <summary>Base of expressions. Types are expressions too (<c>int.Parse</c>, <c>List&lt;int&gt;.Empty</c>), see <see cref="TypeSyntax"/>.</summary>
internal abstract record ExpressionSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary>Stands where an expression was expected and none was found; the parser has reported it.</summary>
internal sealed record MissingExpressionSyntax(TextSpan Span) : ExpressionSyntax(Span);

/// <summary>
/// A number, character, string, <c>true</c>, <c>false</c> or <c>null</c>: <paramref name="Value"/> is typed as C# types the literal
/// (<c>1u</c> is a <see cref="uint"/>). <c>-2147483648</c> and <c>-9223372036854775808</c> are one literal.
/// </summary>
internal sealed record LiteralExpressionSyntax(TextSpan Span, object? Value) : ExpressionSyntax(Span);

/// <summary><c>"text"u8</c>.</summary>
internal sealed record Utf8StringLiteralExpressionSyntax(TextSpan Span, string Value) : ExpressionSyntax(Span);

/// <summary><c>default</c> without a type.</summary>
internal sealed record DefaultLiteralExpressionSyntax(TextSpan Span) : ExpressionSyntax(Span);

/// <summary><c>$"…"</c> in all its forms: regular, verbatim, raw.</summary>
internal sealed record InterpolatedStringExpressionSyntax(TextSpan Span, ImmutableArray<InterpolatedStringContentSyntax> Contents) : ExpressionSyntax(Span);

internal abstract record InterpolatedStringContentSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary>Text between holes, escapes and doubled braces resolved.</summary>
internal sealed record InterpolatedStringTextSyntax(TextSpan Span, string Value) : InterpolatedStringContentSyntax(Span);

/// <summary><c>{Expression,Alignment:Format}</c>; <paramref name="Format"/> has its escapes resolved.</summary>
internal sealed record InterpolationSyntax(TextSpan Span, ExpressionSyntax Expression, ExpressionSyntax? Alignment, string? Format) : InterpolatedStringContentSyntax(Span);

internal sealed record ParenthesizedExpressionSyntax(TextSpan Span, ExpressionSyntax Expression) : ExpressionSyntax(Span);

/// <summary><c>(a, name: b)</c>; also the left of a deconstruction, where elements may be <see cref="DeclarationExpressionSyntax"/>.</summary>
internal sealed record TupleExpressionSyntax(TextSpan Span, ImmutableArray<ArgumentSyntax> Arguments) : ExpressionSyntax(Span);

internal sealed record PrefixUnaryExpressionSyntax(TextSpan Span, PrefixOperatorKind Operator, TextSpan OperatorSpan, ExpressionSyntax Operand) : ExpressionSyntax(Span);

internal sealed record PostfixUnaryExpressionSyntax(TextSpan Span, ExpressionSyntax Operand, PostfixOperatorKind Operator, TextSpan OperatorSpan) : ExpressionSyntax(Span);

internal sealed record BinaryExpressionSyntax(TextSpan Span, ExpressionSyntax Left, BinaryOperatorKind Operator, TextSpan OperatorSpan, ExpressionSyntax Right) : ExpressionSyntax(Span);

/// <summary><c>a = b</c> (<paramref name="Operator"/> null), <c>a += b</c> (<see cref="BinaryOperatorKind.Add"/>), <c>a ??= b</c> (<see cref="BinaryOperatorKind.Coalesce"/>).</summary>
internal sealed record AssignmentExpressionSyntax(TextSpan Span, ExpressionSyntax Left, BinaryOperatorKind? Operator, TextSpan OperatorSpan, ExpressionSyntax Right) : ExpressionSyntax(Span);

internal sealed record ConditionalExpressionSyntax(TextSpan Span, ExpressionSyntax Condition, ExpressionSyntax WhenTrue, ExpressionSyntax WhenFalse) : ExpressionSyntax(Span);

/// <summary><c>a..b</c>, <c>a..</c>, <c>..b</c>, <c>..</c>.</summary>
internal sealed record RangeExpressionSyntax(TextSpan Span, ExpressionSyntax? Left, TextSpan OperatorSpan, ExpressionSyntax? Right) : ExpressionSyntax(Span);

/// <summary><c>ref x</c> where a value could stand: <c>ref var a = ref x</c>, <c>return ref x</c>, <c>c ? ref a : ref b</c>.</summary>
internal sealed record RefExpressionSyntax(TextSpan Span, ExpressionSyntax Expression) : ExpressionSyntax(Span);

internal sealed record ThisExpressionSyntax(TextSpan Span) : ExpressionSyntax(Span);

internal sealed record BaseExpressionSyntax(TextSpan Span) : ExpressionSyntax(Span);

/// <summary>The keyword <c>field</c> in a property accessor.</summary>
internal sealed record FieldExpressionSyntax(TextSpan Span) : ExpressionSyntax(Span);

/// <summary><c>a.Name</c>; <paramref name="Expression"/> may be a type or namespace, the binder decides.</summary>
internal sealed record MemberAccessExpressionSyntax(TextSpan Span, ExpressionSyntax Expression, SimpleNameSyntax Name) : ExpressionSyntax(Span);

/// <summary><c>p-&gt;Name</c>.</summary>
internal sealed record PointerMemberAccessExpressionSyntax(TextSpan Span, ExpressionSyntax Expression, SimpleNameSyntax Name) : ExpressionSyntax(Span);

/// <summary>
/// <c>a?.B.C(d)</c>: <paramref name="WhenNotNull"/> is the whole chain after <c>?</c>; its innermost receiver is a
/// <see cref="MemberBindingExpressionSyntax"/> or an <see cref="ElementBindingExpressionSyntax"/>. Assignments nest inside it: <c>a?.B = c</c>.
/// </summary>
internal sealed record ConditionalAccessExpressionSyntax(TextSpan Span, ExpressionSyntax Expression, ExpressionSyntax WhenNotNull) : ExpressionSyntax(Span);

/// <summary><c>.Name</c> after <c>?</c>.</summary>
internal sealed record MemberBindingExpressionSyntax(TextSpan Span, SimpleNameSyntax Name) : ExpressionSyntax(Span);

/// <summary><c>[i]</c> after <c>?</c>.</summary>
internal sealed record ElementBindingExpressionSyntax(TextSpan Span, ArgumentListSyntax ArgumentList) : ExpressionSyntax(Span);

internal sealed record InvocationExpressionSyntax(TextSpan Span, ExpressionSyntax Expression, ArgumentListSyntax ArgumentList) : ExpressionSyntax(Span);

internal sealed record ElementAccessExpressionSyntax(TextSpan Span, ExpressionSyntax Expression, ArgumentListSyntax ArgumentList) : ExpressionSyntax(Span);

/// <summary><c>[key]</c> on the left in an object initializer.</summary>
internal sealed record ImplicitElementAccessSyntax(TextSpan Span, ArgumentListSyntax ArgumentList) : ExpressionSyntax(Span);

/// <summary>Arguments with their brackets, round or square.</summary>
internal sealed record ArgumentListSyntax(TextSpan Span, ImmutableArray<ArgumentSyntax> Arguments) : SyntaxNode(Span);

/// <summary><c>name: ref expression</c>. An <c>out var x</c> has a <see cref="DeclarationExpressionSyntax"/>; <c>out _</c> the name <c>_</c>.</summary>
internal sealed record ArgumentSyntax(TextSpan Span, SyntaxToken? Name, RefKind RefKind, ExpressionSyntax Expression) : SyntaxNode(Span);

internal sealed record CastExpressionSyntax(TextSpan Span, TypeSyntax Type, ExpressionSyntax Expression) : ExpressionSyntax(Span);

internal sealed record AsExpressionSyntax(TextSpan Span, ExpressionSyntax Expression, TypeSyntax Type) : ExpressionSyntax(Span);

/// <summary>
/// <c>e is pattern</c>, also <c>e is Type</c>: a type that can't be an expression is a <see cref="TypePatternSyntax"/>; a plain or dotted
/// name is a <see cref="ConstantPatternSyntax"/> over that name, which the binder tries as a type first.
/// </summary>
internal sealed record IsPatternExpressionSyntax(TextSpan Span, ExpressionSyntax Expression, TextSpan OperatorSpan, PatternSyntax Pattern) : ExpressionSyntax(Span);

internal sealed record SwitchExpressionSyntax(TextSpan Span, ExpressionSyntax GoverningExpression, TextSpan KeywordSpan, ImmutableArray<SwitchExpressionArmSyntax> Arms) : ExpressionSyntax(Span);

internal sealed record SwitchExpressionArmSyntax(TextSpan Span, PatternSyntax Pattern, ExpressionSyntax? When, ExpressionSyntax Expression) : SyntaxNode(Span);

internal sealed record WithExpressionSyntax(TextSpan Span, ExpressionSyntax Expression, InitializerExpressionSyntax Initializer) : ExpressionSyntax(Span);

internal sealed record ThrowExpressionSyntax(TextSpan Span, ExpressionSyntax Expression) : ExpressionSyntax(Span);

internal sealed record AwaitExpressionSyntax(TextSpan Span, ExpressionSyntax Expression) : ExpressionSyntax(Span);

/// <summary><c>new T(args) { … }</c>; without parentheses <paramref name="ArgumentList"/> is null.</summary>
internal sealed record ObjectCreationExpressionSyntax(TextSpan Span, TypeSyntax Type, ArgumentListSyntax? ArgumentList, InitializerExpressionSyntax? Initializer) : ExpressionSyntax(Span);

/// <summary><c>new(args) { … }</c>.</summary>
internal sealed record ImplicitObjectCreationExpressionSyntax(TextSpan Span, ArgumentListSyntax ArgumentList, InitializerExpressionSyntax? Initializer) : ExpressionSyntax(Span);

internal sealed record AnonymousObjectCreationExpressionSyntax(TextSpan Span, ImmutableArray<AnonymousObjectMemberSyntax> Members) : ExpressionSyntax(Span);

/// <summary><c>Name = e</c>, or <c>e</c> alone whose last name is the member's.</summary>
internal sealed record AnonymousObjectMemberSyntax(TextSpan Span, SyntaxToken? Name, ExpressionSyntax Expression) : SyntaxNode(Span);

/// <summary><c>new int[2, 3][] { … }</c>; sizes are in the first rank specifier of <paramref name="Type"/>.</summary>
internal sealed record ArrayCreationExpressionSyntax(TextSpan Span, ArrayTypeSyntax Type, InitializerExpressionSyntax? Initializer) : ExpressionSyntax(Span);

/// <summary><c>new[,] { … }</c>.</summary>
internal sealed record ImplicitArrayCreationExpressionSyntax(TextSpan Span, int Rank, InitializerExpressionSyntax Initializer) : ExpressionSyntax(Span);

/// <summary><c>stackalloc int[3] { … }</c>; <paramref name="Type"/> null in <c>stackalloc[] { … }</c>.</summary>
internal sealed record StackAllocExpressionSyntax(TextSpan Span, TypeSyntax? Type, InitializerExpressionSyntax? Initializer) : ExpressionSyntax(Span);

internal enum InitializerKind
{
    /// <summary><c>{ A = 1, [k] = 2, B = { … } }</c>: every element is an assignment.</summary>
    Object,

    /// <summary><c>{ 1, 2, { k, v } }</c>; also <c>{ }</c>.</summary>
    Collection,

    /// <summary>Of an array creation, or <c>int[] a = { … }</c>.</summary>
    Array,

    /// <summary>The arguments of one <c>Add</c>: <c>{ k, v }</c>.</summary>
    ComplexElement,
}

/// <summary>Braces after <c>new</c>, <c>with</c>, on the right of a member in an object initializer or of an array variable.</summary>
internal sealed record InitializerExpressionSyntax(TextSpan Span, InitializerKind Kind, ImmutableArray<ExpressionSyntax> Expressions) : ExpressionSyntax(Span);

/// <summary><c>[a, ..b]</c>.</summary>
internal sealed record CollectionExpressionSyntax(TextSpan Span, ImmutableArray<CollectionElementSyntax> Elements) : ExpressionSyntax(Span);

internal abstract record CollectionElementSyntax(TextSpan Span, ExpressionSyntax Expression) : SyntaxNode(Span);

internal sealed record ExpressionElementSyntax(TextSpan Span, ExpressionSyntax Expression) : CollectionElementSyntax(Span, Expression);

internal sealed record SpreadElementSyntax(TextSpan Span, ExpressionSyntax Expression) : CollectionElementSyntax(Span, Expression);

/// <summary>
/// Any lambda. Parameters without types have <see cref="ParameterSyntax.Type"/> null. Exactly one of <paramref name="ExpressionBody"/>
/// (which may be a <see cref="RefExpressionSyntax"/> or a <see cref="ThrowExpressionSyntax"/>) and <paramref name="Block"/> is set.
/// </summary>
internal sealed record LambdaExpressionSyntax(
    TextSpan Span,
    ImmutableArray<AttributeListSyntax> AttributeLists,
    ModifierList Modifiers,
    TypeSyntax? ReturnType,
    ParameterListSyntax ParameterList,
    TextSpan ArrowSpan,
    ExpressionSyntax? ExpressionBody,
    BlockSyntax? Block) : ExpressionSyntax(Span)
{
    public bool IsAsync => Modifiers.Has(Syntax.Modifiers.Async);

    public bool IsStatic => Modifiers.Has(Syntax.Modifiers.Static);
}

/// <summary><c>delegate (int x) { … }</c>; without parentheses <paramref name="ParameterList"/> is null and any parameters fit.</summary>
internal sealed record AnonymousMethodExpressionSyntax(TextSpan Span, ModifierList Modifiers, ParameterListSyntax? ParameterList, BlockSyntax Block) : ExpressionSyntax(Span)
{
    public bool IsAsync => Modifiers.Has(Syntax.Modifiers.Async);
}

internal sealed record TypeOfExpressionSyntax(TextSpan Span, TypeSyntax Type) : ExpressionSyntax(Span);

internal sealed record SizeOfExpressionSyntax(TextSpan Span, TypeSyntax Type) : ExpressionSyntax(Span);

/// <summary><c>default(T)</c>.</summary>
internal sealed record DefaultExpressionSyntax(TextSpan Span, TypeSyntax Type) : ExpressionSyntax(Span);

/// <summary><c>nameof(a.B)</c>; the argument may be a type, unbound too.</summary>
internal sealed record NameOfExpressionSyntax(TextSpan Span, ExpressionSyntax Expression) : ExpressionSyntax(Span);

/// <summary><c>checked(e)</c>, <c>unchecked(e)</c>.</summary>
internal sealed record CheckedExpressionSyntax(TextSpan Span, bool IsChecked, ExpressionSyntax Expression) : ExpressionSyntax(Span);

/// <summary><c>var x</c>, <c>int x</c>, <c>var (a, b)</c>, <c>int _</c> as an <c>out</c> argument or in a deconstruction.</summary>
internal sealed record DeclarationExpressionSyntax(TextSpan Span, TypeSyntax Type, VariableDesignationSyntax Designation) : ExpressionSyntax(Span);
