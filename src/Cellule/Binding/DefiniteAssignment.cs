using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Text;
using RefKind = Cellule.Symbols.RefKind;

namespace Cellule.Binding;

/// <summary>
/// Finds locals that are read before anything was assigned to them, and out parameters that a function leaves unassigned. Only locals
/// declared without a value are followed; a cell's own variables start with their default, as fields do.
/// </summary>
internal static class DefiniteAssignment
{
    public static void Check(BoundCell cell, DiagnosticBag diagnostics)
    {
        var walker = new Walker(diagnostics);
        walker.Body(cell.Statements, []);
        if (cell.Value is not null)
            walker.Body([new BoundExpressionStatement(cell.Value.Span, cell.Value)], []);
        foreach (var method in cell.Methods.Concat(cell.TypeBodies.SelectMany(t => t.Methods)))
            walker.Body([method.Body], method.Method.Parameters);
    }

    /// <summary>The set of followed variables that are assigned; null where control doesn't come.</summary>
    private sealed class Walker(DiagnosticBag diagnostics)
    {
        private readonly HashSet<Symbol> _followed = new(ReferenceEqualityComparer.Instance);
        private readonly HashSet<Symbol> _reported = new(ReferenceEqualityComparer.Instance);
        private Dictionary<LabelSymbol, ImmutableHashSet<Symbol>?> _jumps = new(ReferenceEqualityComparer.Instance);
        private List<ParameterSymbol> _outs = [];
        private ImmutableHashSet<Symbol>? _state = Empty;

        private static ImmutableHashSet<Symbol> Empty { get; } = ImmutableHashSet.Create<Symbol>(ReferenceEqualityComparer.Instance);

        public void Body(ImmutableArray<BoundStatement> statements, ImmutableArray<ParameterSymbol> parameters)
        {
            var (jumps, outs, state) = (_jumps, _outs, _state);
            _jumps = new(ReferenceEqualityComparer.Instance);
            _outs = [.. parameters.Where(p => p.RefKind == RefKind.Out)];
            _followed.UnionWith(_outs);
            Visit(statements);
            if (statements.Length > 0)
                Leave(statements[^1].Span with { Start = Math.Max(statements[^1].Span.End - 1, 0), Length = 1 });
            (_jumps, _outs, _state) = (jumps, outs, state);
        }

        private void Leave(TextSpan span)
        {
            foreach (var parameter in _outs)
            {
                if (_state is not null && !_state.Contains(parameter) && _reported.Add(parameter))
                    diagnostics.OutNotAssigned(span, parameter.Name);
            }
        }

        private void Visit(IEnumerable<BoundStatement> statements)
        {
            foreach (var statement in statements)
                Visit(statement);
        }

        private void Visit(BoundStatement statement)
        {
            switch (statement)
            {
                case BoundBlock block:
                    Visit(block.Statements);
                    break;
                case BoundStatementList list:
                    Visit(list.Statements);
                    break;
                case BoundExpressionStatement { Expression: var expression }:
                    Visit(expression);
                    break;
                case BoundLocalDeclaration { Initializer: { } value } declaration:
                    Visit(value);
                    Assign(declaration.Local);
                    break;
                case BoundLocalDeclaration { Local: var local }:
                    if (!IsAssignedByParts(local.Type))
                        _followed.Add(local);
                    _state = _state?.Remove(local);
                    break;
                case BoundLocalFunction function:
                    // What it captures is assigned by the time of its calls, which aren't followed.
                    var outer = _state;
                    _state = null;
                    Body([function.Body], function.Symbol.Parameters);
                    _state = outer;
                    break;
                case BoundIf branch:
                    var (whenTrue, whenFalse) = Condition(branch.Condition);
                    _state = whenTrue;
                    Visit(branch.Then);
                    (whenTrue, _state) = (_state, whenFalse);
                    if (branch.Else is not null)
                        Visit(branch.Else);
                    _state = Join(whenTrue, _state);
                    break;
                case BoundWhile loop:
                    var (enter, leave) = Condition(loop.Condition);
                    _state = enter;
                    Visit(loop.Body);
                    _state = Join(leave, Jumped(loop.Break));
                    break;
                case BoundDo loop:
                    Visit(loop.Body);
                    _state = Join(_state, Jumped(loop.Continue));
                    _state = Join(Condition(loop.Condition).WhenFalse, Jumped(loop.Break));
                    break;
                case BoundFor loop:
                    VisitFor(loop);
                    break;
                case BoundForEach loop:
                    Visit(loop.Collection);
                    var before = _state;
                    Visit(loop.Assign);
                    Visit(loop.Body);
                    _state = Join(before, Jumped(loop.Break));
                    break;
                case BoundSwitch @switch:
                    VisitSwitch(@switch);
                    break;
                case BoundTry attempt:
                    VisitTry(attempt);
                    break;
                case BoundUsing usingStatement:
                    Visit(usingStatement.Resource);
                    Visit(usingStatement.Body);
                    break;
                case BoundLock lockStatement:
                    Visit(lockStatement.Operand);
                    Visit(lockStatement.Body);
                    break;
                case BoundReturn { Value: var value }:
                    if (value is not null)
                        Visit(value);
                    Leave(statement.Span);
                    _state = null;
                    break;
                case BoundThrow { Exception: var exception }:
                    if (exception is not null)
                        Visit(exception);
                    _state = null;
                    break;
                case BoundYieldReturn yield:
                    Visit(yield.Value);
                    break;
                case BoundYieldBreak:
                    _state = null;
                    break;
                case BoundGoto jump:
                    _jumps[jump.Label] = _jumps.TryGetValue(jump.Label, out var known) ? Join(known, _state) : _state;
                    _state = null;
                    break;
                case BoundLabel:
                    // Jumps from below aren't known yet: nothing is reported after a label.
                    _state = null;
                    break;
            }
        }

        private void VisitFor(BoundFor loop)
        {
            if (loop.Initializer is not null)
                Visit(loop.Initializer);
            var (enter, leave) = loop.Condition is null ? (_state, null) : Condition(loop.Condition);
            _state = enter;
            Visit(loop.Body);
            _state = Join(_state, Jumped(loop.Continue));
            foreach (var incrementor in loop.Incrementors)
                Visit(incrementor);
            _state = Join(leave, Jumped(loop.Break));
        }

        private void VisitSwitch(BoundSwitch statement)
        {
            Visit(statement.Operand);
            var start = _state;
            var hasDefault = false;
            foreach (var section in statement.Sections)
            {
                ImmutableHashSet<Symbol>? entered = null;
                foreach (var label in section.Labels)
                {
                    _state = start;
                    hasDefault |= label.Pattern is null or BoundDiscardPattern or BoundVarPattern && label.Guard is null;
                    entered = Join(entered, label.Guard is null ? start : Condition(label.Guard).WhenTrue);
                    entered = Join(entered, Jumped(label.Label));
                }

                _state = entered;
                Visit(section.Statements);
            }

            // A switch that handles every value of its operand is taken to be whole.
            _state = Join(hasDefault ? null : start, Jumped(statement.Break));
        }

        private void VisitTry(BoundTry statement)
        {
            var before = _state;
            Visit(statement.Body);
            var end = _state;
            foreach (var handler in statement.Catches)
            {
                _state = before;
                if (handler.Filter is not null)
                    _state = Condition(handler.Filter).WhenTrue;
                Visit(handler.Body);
                end = Join(end, _state);
            }

            if (statement.Finally is null)
            {
                _state = end;
                return;
            }

            _state = before;
            Visit(statement.Finally);
            _state = _state is null || end is null ? null : end.Union(_state);
        }

        private (ImmutableHashSet<Symbol>? WhenTrue, ImmutableHashSet<Symbol>? WhenFalse) Condition(BoundExpression condition)
        {
            switch (condition)
            {
                case BoundLiteral { Value: bool value }:
                    return value ? (_state, null) : (null, _state);
                case BoundUnary { Operator: UnaryOperator.LogicalNot, Method: null } not:
                    var (whenTrue, whenFalse) = Condition(not.Operand);
                    return (whenFalse, whenTrue);
                case BoundBinary { Operator: BinaryOperator.AndAlso, Method: null } and:
                    var left = Condition(and.Left);
                    _state = left.WhenTrue;
                    var right = Condition(and.Right);
                    return (right.WhenTrue, Join(left.WhenFalse, right.WhenFalse));
                case BoundBinary { Operator: BinaryOperator.OrElse, Method: null } or:
                    var first = Condition(or.Left);
                    _state = first.WhenFalse;
                    var second = Condition(or.Right);
                    return (Join(first.WhenTrue, second.WhenTrue), second.WhenFalse);
                default:
                    Visit(condition);
                    return (_state, _state);
            }
        }

        private void Visit(BoundExpression expression)
        {
            switch (expression)
            {
                case BoundLocal { Local: var local }:
                    Read(local, expression.Span);
                    break;
                case BoundParameter { Parameter: var parameter }:
                    Read(parameter, expression.Span);
                    break;
                case BoundAssignment assignment:
                    Target(assignment.Left);
                    Visit(assignment.Right);
                    Assign(assignment.Left);
                    break;
                case BoundCompoundAssignment compound:
                    Visit(compound.Target);
                    Visit(compound.NewValue);
                    break;
                case BoundNullCoalescingAssignment coalesce:
                    Visit(coalesce.Target);
                    var assigned = _state;
                    Visit(coalesce.Value);
                    _state = assigned;
                    break;
                case BoundDeconstruction deconstruction:
                    Visit(deconstruction.Operand);
                    Assign(deconstruction.Step);
                    break;
                case BoundBinary { Operator: BinaryOperator.AndAlso or BinaryOperator.OrElse, Method: null }:
                    var (whenTrue, whenFalse) = Condition(expression);
                    _state = Join(whenTrue, whenFalse);
                    break;
                case BoundConditional conditional:
                    var branches = Condition(conditional.Condition);
                    _state = branches.WhenTrue;
                    Visit(conditional.WhenTrue);
                    var afterTrue = _state;
                    _state = branches.WhenFalse;
                    Visit(conditional.WhenFalse);
                    _state = Join(afterTrue, _state);
                    break;
                case BoundNullCoalescing coalescing:
                    Visit(coalescing.Left);
                    Optional(coalescing.Right);
                    break;
                case BoundConditionalAccess access:
                    Visit(access.Receiver);
                    Optional(access.WhenNotNull);
                    break;
                case BoundSwitchExpression @switch:
                    VisitArms(@switch);
                    break;
                case BoundLambda lambda:
                    var outer = _state;
                    Body([lambda.Body], lambda.Symbol.Parameters);
                    _state = outer;
                    break;
                case BoundExpressionTree tree:
                    Visit(tree.Lambda);
                    break;
                case BoundCall call:
                    VisitCall(BoundChildren.Of(call), call.Method.Parameters, call.Arguments);
                    break;
                case BoundObjectCreation creation:
                    VisitCall(BoundChildren.Of(creation), creation.Constructor.Parameters, creation.Arguments);
                    break;
                case BoundThrowExpression @throw:
                    Visit(@throw.Exception);
                    _state = null;
                    break;
                default:
                    foreach (var child in BoundChildren.Of(expression))
                        Visit(child);
                    break;
            }
        }

        private void VisitCall(IEnumerable<BoundExpression> children, ImmutableArray<ParameterSymbol> parameters, ImmutableArray<BoundExpression> arguments)
        {
            var outs = new List<BoundExpression>();
            foreach (var child in children)
            {
                var index = arguments.IndexOf(child, 0, arguments.Length, ReferenceEqualityComparer.Instance as IEqualityComparer<BoundExpression>);
                if (index >= 0 && index < parameters.Length && parameters[index].RefKind == RefKind.Out)
                    outs.Add(child);
                else
                    Visit(child);
            }

            foreach (var target in outs)
            {
                Target(target);
                Assign(target);
            }
        }

        private void VisitArms(BoundSwitchExpression expression)
        {
            Visit(expression.Operand);
            var start = _state;
            ImmutableHashSet<Symbol>? end = null;
            foreach (var arm in expression.Arms)
            {
                _state = start;
                if (arm.Guard is not null)
                    _state = Condition(arm.Guard).WhenTrue;
                Visit(arm.Value);
                end = Join(end, _state);
            }

            _state = end;
        }

        private void Optional(BoundExpression expression)
        {
            var before = _state;
            Visit(expression);
            _state = Join(before, _state);
        }

        private void Read(Symbol symbol, TextSpan span)
        {
            if (_state is not null && _followed.Contains(symbol) && !_state.Contains(symbol) && _reported.Add(symbol))
                diagnostics.Unassigned(span, symbol.Name);
        }

        // What stands left of '=' is not read itself, but what leads to it is.
        private void Target(BoundExpression expression)
        {
            if (expression is BoundLocal or BoundParameter)
                return;
            foreach (var child in BoundChildren.Of(expression))
                Visit(child);
        }

        private void Assign(BoundExpression target)
        {
            if (target is BoundLocal { Local: var local })
                Assign(local);
            else if (target is BoundParameter { Parameter: var parameter })
                Assign(parameter);
        }

        private void Assign(BoundDeconstructionStep step)
        {
            foreach (var target in step.Targets)
            {
                if (target.Nested is not null)
                    Assign(target.Nested);
                else if (target.Target is not null)
                    Assign(target.Target);
            }
        }

        private void Assign(Symbol symbol)
        {
            if (_followed.Contains(symbol))
                _state = _state?.Add(symbol);
        }

        private ImmutableHashSet<Symbol>? Jumped(LabelSymbol label) => _jumps.GetValueOrDefault(label);

        private static ImmutableHashSet<Symbol>? Join(ImmutableHashSet<Symbol>? left, ImmutableHashSet<Symbol>? right) =>
            left is null ? right : right is null ? left : left.Intersect(right);

        // Structs may be assigned field by field: they aren't followed.
        private static bool IsAssignedByParts(TypeSymbol type) =>
            type is { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None, IsNullableValue: false } || type is TypeParameterSymbol;
    }
}
