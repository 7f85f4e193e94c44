using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Text;

namespace Cellule.Lowering.Ir;

internal abstract class IrStatement : IrNode;

/// <summary>Each entry makes its <paramref name="variables"/> anew where closures capture them.</summary>
internal sealed class IrBlock(ImmutableArray<IrVariable> variables, ImmutableArray<IrStatement> statements) : IrStatement
{
    public ImmutableArray<IrVariable> Variables { get; } = variables;

    public ImmutableArray<IrStatement> Statements { get; } = statements;

    public static IrBlock Of(params ImmutableArray<IrStatement> statements) => new([], statements);
}

/// <summary>Evaluates and drops.</summary>
internal sealed class IrEvaluate(IrExpression expression) : IrStatement
{
    public IrExpression Expression { get; } = expression;
}

internal sealed class IrLabel(string name)
{
    public string Name { get; } = name;
}

internal sealed class IrMark(IrLabel label) : IrStatement
{
    public IrLabel Label { get; } = label;
}

internal sealed class IrGoto(IrLabel target) : IrStatement
{
    public IrLabel Target { get; } = target;
}

/// <summary>Jumps when <paramref name="condition"/> is <paramref name="sense"/>.</summary>
internal sealed class IrGotoIf(IrExpression condition, bool sense, IrLabel target) : IrStatement
{
    public IrExpression Condition { get; } = condition;

    public bool Sense { get; } = sense;

    public IrLabel Target { get; } = target;
}

/// <summary>Jumps to <c>targets[value]</c>; falls through outside their range.</summary>
internal sealed class IrJumpTable(IrExpression value, ImmutableArray<IrLabel> targets) : IrStatement
{
    public IrExpression Value { get; } = value;

    public ImmutableArray<IrLabel> Targets { get; } = targets;
}

/// <summary>Of a ref-returning function the value is an <see cref="IrAddress"/>.</summary>
internal sealed class IrReturn(IrExpression? value) : IrStatement
{
    public IrExpression? Value { get; } = value;
}

internal sealed class IrThrow(IrExpression? exception) : IrStatement
{
    /// <summary>Null: <c>throw;</c>.</summary>
    public IrExpression? Exception { get; } = exception;
}

/// <summary><paramref name="variable"/> receives the exception before <paramref name="filter"/> is asked. <paramref name="variables"/> live in filter and body.</summary>
internal sealed class IrCatch(TypeSymbol exceptionType, IrVariable? variable, ImmutableArray<IrVariable> variables, IrExpression? filter, IrBlock body)
{
    public TypeSymbol ExceptionType { get; } = exceptionType;

    public IrVariable? Variable { get; } = variable;

    public ImmutableArray<IrVariable> Variables { get; } = variables;

    public IrExpression? Filter { get; } = filter;

    public IrBlock Body { get; } = body;
}

internal sealed class IrTry(IrBlock body, ImmutableArray<IrCatch> catches, IrBlock? @finally) : IrStatement
{
    public IrBlock Body { get; } = body;

    public ImmutableArray<IrCatch> Catches { get; } = catches;

    public IrBlock? Finally { get; } = @finally;
}

/// <summary>A null value is <c>yield break</c>.</summary>
internal sealed class IrYield(IrExpression? value) : IrStatement
{
    public IrExpression? Value { get; } = value;
}

/// <summary>A local function, callable in the whole enclosing block.</summary>
internal sealed class IrLocalFunction(IrFunction function) : IrStatement
{
    public IrFunction Function { get; } = function;
}

/// <summary>What follows stands at <paramref name="span"/> of the cell.</summary>
internal sealed class IrSequencePoint(TextSpan span) : IrStatement
{
    public TextSpan Span { get; } = span;
}
