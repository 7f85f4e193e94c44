using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>A block: its locals come into being each time it is entered. Local functions declared in it stand among the statements.</summary>
internal sealed record BoundBlock(TextSpan Span, ImmutableArray<LocalSymbol> Locals, ImmutableArray<BoundStatement> Statements) : BoundStatement(Span);

/// <summary>The value is thrown away; the expression may be of type void.</summary>
internal sealed record BoundExpressionStatement(TextSpan Span, BoundExpression Expression) : BoundStatement(Span);

/// <summary>A declaration in a block. Without initializer the local is as it was created (default). Top-level variables of a cell are assignments to fields instead.</summary>
internal sealed record BoundLocalDeclaration(TextSpan Span, LocalSymbol Local, BoundExpression? Initializer) : BoundStatement(Span);

/// <summary>Several statements where one stands (<c>int a = 1, b = 2;</c>); opens no scope.</summary>
internal sealed record BoundStatementList(TextSpan Span, ImmutableArray<BoundStatement> Statements) : BoundStatement(Span);

internal sealed record BoundLocalFunction(TextSpan Span, SourceMethodSymbol Symbol, BoundBlock Body) : BoundStatement(Span);

internal sealed record BoundNop(TextSpan Span) : BoundStatement(Span);

internal sealed record BoundIf(TextSpan Span, BoundExpression Condition, BoundStatement Then, BoundStatement? Else) : BoundStatement(Span);

/// <summary>Break and continue are <see cref="BoundGoto"/>s to the loop's labels, which the emitter places. Locals: those its condition declares, fresh in each turn.</summary>
internal sealed record BoundWhile(TextSpan Span, ImmutableArray<LocalSymbol> Locals, BoundExpression Condition, BoundStatement Body, LabelSymbol Break, LabelSymbol Continue) : BoundStatement(Span);

internal sealed record BoundDo(TextSpan Span, ImmutableArray<LocalSymbol> Locals, BoundStatement Body, BoundExpression Condition, LabelSymbol Break, LabelSymbol Continue) : BoundStatement(Span);

/// <summary><paramref name="Locals"/> (of the initializer) live through the whole loop; <paramref name="ConditionLocals"/> are fresh in each turn.</summary>
internal sealed record BoundFor(
    TextSpan Span,
    ImmutableArray<LocalSymbol> Locals,
    BoundStatement? Initializer,
    ImmutableArray<LocalSymbol> ConditionLocals,
    BoundExpression? Condition,
    ImmutableArray<BoundExpression> Incrementors,
    BoundStatement Body,
    LabelSymbol Break,
    LabelSymbol Continue) : BoundStatement(Span);

/// <summary>How a collection is walked.</summary>
internal enum EnumerationKind
{
    /// <summary>A one-dimensional array (or string): by index over <see cref="BoundEnumeration.Current"/>'s array access is left to lowering; see there.</summary>
    Array,
    String,

    /// <summary>GetEnumerator, MoveNext, Current and perhaps Dispose.</summary>
    Enumerator,
}

/// <summary>
/// How to walk <paramref name="Collection"/> (a placeholder for the converted collection). For Enumerator: <paramref name="GetEnumerator"/> over the collection,
/// <paramref name="MoveNext"/> and <paramref name="Current"/> over <paramref name="Enumerator"/> (an lvalue; MoveNext is awaited when async: <paramref name="AwaitMoveNext"/>),
/// <paramref name="Dispose"/> over the enumerator or null; when <paramref name="DisposeIfDisposable"/>, the enumerator is tested for IDisposable at run time.
/// For Array and String: an index loop; <paramref name="Current"/> is a placeholder of the element type. Multi-dimensional arrays come as Enumerator.
/// </summary>
internal sealed record BoundEnumeration(
    TextSpan Span,
    EnumerationKind Kind,
    BoundPlaceholder Collection,
    BoundExpression? GetEnumerator,
    BoundPlaceholder? Enumerator,
    BoundExpression? MoveNext,
    BoundExpression Current,
    BoundExpression? Dispose,
    bool DisposeIfDisposable,
    BoundAwaitInfo? AwaitMoveNext,
    BoundAwaitInfo? AwaitDispose) : BoundNode(Span);

/// <summary>
/// <c>foreach</c>. <paramref name="Locals"/> are fresh in each turn. In each turn <paramref name="CurrentValue"/> holds the enumeration's current,
/// and <paramref name="Assign"/> (a declaration or deconstruction over it) runs before the body. Collection is already of the enumeration's collection type.
/// </summary>
internal sealed record BoundForEach(
    TextSpan Span,
    BoundExpression Collection,
    BoundEnumeration Enumeration,
    ImmutableArray<LocalSymbol> Locals,
    BoundPlaceholder CurrentValue,
    BoundStatement Assign,
    BoundStatement Body,
    LabelSymbol Break,
    LabelSymbol Continue) : BoundStatement(Span);

/// <summary>A switch statement; <paramref name="Locals"/> are those that its sections' statements declare, in one scope.</summary>
internal sealed record BoundSwitch(TextSpan Span, BoundExpression Operand, ImmutableArray<LocalSymbol> Locals, ImmutableArray<BoundSwitchSection> Sections, LabelSymbol Break) : BoundStatement(Span);

/// <summary>Labels are tried in order, default last wherever it stands. <paramref name="Locals"/> are the pattern variables of its labels.</summary>
internal sealed record BoundSwitchSection(TextSpan Span, ImmutableArray<LocalSymbol> Locals, ImmutableArray<BoundSwitchLabel> Labels, ImmutableArray<BoundStatement> Statements) : BoundNode(Span);

/// <summary>A case (null pattern: default). <c>goto case</c> jumps to <paramref name="Label"/>, placed before the section's statements.</summary>
internal sealed record BoundSwitchLabel(TextSpan Span, BoundPattern? Pattern, BoundExpression? Guard, LabelSymbol Label) : BoundNode(Span);

internal sealed record BoundTry(TextSpan Span, BoundBlock Body, ImmutableArray<BoundCatch> Catches, BoundBlock? Finally) : BoundStatement(Span);

/// <summary><paramref name="Type"/> null: catches everything. <paramref name="Local"/> is among <paramref name="Locals"/>.</summary>
internal sealed record BoundCatch(TextSpan Span, TypeSymbol? Type, ImmutableArray<LocalSymbol> Locals, LocalSymbol? Local, BoundExpression? Filter, BoundBlock Body) : BoundNode(Span);

/// <summary>
/// <c>using</c>: <paramref name="Resource"/> declares <paramref name="Variable"/> (or is assigned to a synthesized one), <paramref name="Body"/> runs, then unless the variable is null
/// <paramref name="Dispose"/> (a call over the variable) runs in a finally; awaited when <paramref name="AwaitDispose"/> is there. A using declaration has the rest of its block as body.
/// <paramref name="Variable"/> is a local, or a cell variable's field.
/// </summary>
internal sealed record BoundUsing(
    TextSpan Span,
    ImmutableArray<LocalSymbol> Locals,
    BoundExpression Variable,
    BoundExpression Resource,
    BoundExpression Dispose,
    BoundAwaitInfo? AwaitDispose,
    BoundStatement Body) : BoundStatement(Span);

/// <summary><c>lock</c>; with <paramref name="EnterScope"/> (System.Threading.Lock) a call over <paramref name="Value"/> whose result is disposed.</summary>
internal sealed record BoundLock(TextSpan Span, BoundExpression Operand, BoundPlaceholder Value, BoundExpression? EnterScope, BoundStatement Body) : BoundStatement(Span);

/// <summary>Of an async method the value is of the task's result type; of an iterator never here.</summary>
internal sealed record BoundReturn(TextSpan Span, BoundExpression? Value, RefKind RefKind = RefKind.None) : BoundStatement(Span);

/// <summary>Null: rethrow.</summary>
internal sealed record BoundThrow(TextSpan Span, BoundExpression? Exception) : BoundStatement(Span);

internal sealed record BoundYieldReturn(TextSpan Span, BoundExpression Value) : BoundStatement(Span);

internal sealed record BoundYieldBreak(TextSpan Span) : BoundStatement(Span);

/// <summary>Also break and continue.</summary>
internal sealed record BoundGoto(TextSpan Span, LabelSymbol Label) : BoundStatement(Span);

internal sealed record BoundLabel(TextSpan Span, LabelSymbol Label) : BoundStatement(Span);
