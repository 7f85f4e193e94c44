using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Text;
using RefKind = Cellule.Symbols.RefKind;
using State = System.Collections.Immutable.ImmutableHashSet<Cellule.Symbols.Symbol>;

namespace Cellule.Binding;

/// <content>Expressions, and what is known when a condition holds or doesn't.</content>
internal sealed partial class DefiniteAssignment
{
    private (State? WhenTrue, State? WhenFalse) Condition(BoundExpression condition)
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
                return (right.WhenTrue, AssignedVariables.Join(left.WhenFalse, right.WhenFalse));
            case BoundBinary { Operator: BinaryOperator.OrElse, Method: null } or:
                var first = Condition(or.Left);
                _state = first.WhenFalse;
                var second = Condition(or.Right);
                return (AssignedVariables.Join(first.WhenTrue, second.WhenTrue), second.WhenFalse);
            case BoundBinary { Operator: BinaryOperator.Equal or BinaryOperator.NotEqual, Method: null, Left: BoundConditionalAccess access, Right: BoundLiteral { Value: bool } or BoundConversion { Operand: BoundLiteral { Value: bool } } } comparison:
                // x?.M(out y) == true: the call was made.
                Visit(access.Receiver);
                var before = _state;
                Visit(access.WhenNotNull);
                var (made, any) = (_state, AssignedVariables.Join(before, _state));
                return comparison.Operator == BinaryOperator.Equal ? (made, any) : (any, made);
            case BoundConditional conditional:
                var (onTrue, onFalse) = Condition(conditional.Condition);
                _state = onTrue;
                var a = Condition(conditional.WhenTrue);
                _state = onFalse;
                var b = Condition(conditional.WhenFalse);
                return (AssignedVariables.Join(a.WhenTrue, b.WhenTrue), AssignedVariables.Join(a.WhenFalse, b.WhenFalse));
            case BoundIsPattern test:
                Visit(test.Operand);
                var start = _state;
                Pattern(test.Pattern, true);
                var matched = _state;
                _state = start;
                Pattern(test.Pattern, test.Pattern is BoundVarPattern);
                return (matched, _state);
            default:
                Visit(condition);
                return (_state, _state);
        }
    }

    /// <summary>Declares the pattern's variables, and assigns those that are when it has matched (or, negated, when it hasn't).</summary>
    private void Pattern(BoundPattern pattern, bool matches)
    {
        switch (pattern)
        {
            case BoundNotPattern not:
                Pattern(not.Pattern, !matches);
                break;
            case BoundAndPattern and:
                Pattern(and.Left, matches);
                Pattern(and.Right, matches);
                break;
            case BoundOrPattern or:
                Pattern(or.Left, matches);
                Pattern(or.Right, matches);
                break;
            case BoundDeclarationPattern declaration:
                Variable(declaration.Variable, matches);
                break;
            case BoundVarPattern variable:
                Variable(variable.Variable, matches);
                break;
            case BoundRecursivePattern recursive:
                foreach (var part in recursive.Positional.Concat(recursive.Properties))
                    Pattern(part.Pattern, matches);
                Variable(recursive.Variable, matches);
                break;
            case BoundListPattern list:
                foreach (var part in list.Elements)
                    Pattern(part.Pattern, matches);
                if (list.Slice is not null)
                    Pattern(list.Slice.Pattern, matches);
                Variable(list.Variable, matches);
                break;
        }
    }

    private void Variable(BoundExpression? variable, bool isAssigned)
    {
        if (variable is not BoundLocal { Local: var local })
            return;
        _state = _variables.Declare(local, local.Type, _state);
        if (isAssigned)
            _state = _variables.Assign(local, _state);
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
            case BoundField { Receiver: BoundLocal or BoundParameter, Field: var field } access:
                ReadField(access, field);
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
            case BoundBinary { Operator: BinaryOperator.AndAlso or BinaryOperator.OrElse, Method: null } or BoundIsPattern:
                var (whenTrue, whenFalse) = Condition(expression);
                _state = AssignedVariables.Join(whenTrue, whenFalse);
                break;
            case BoundConditional conditional:
                var branches = Condition(conditional.Condition);
                _state = branches.WhenTrue;
                Visit(conditional.WhenTrue);
                var afterTrue = _state;
                _state = branches.WhenFalse;
                Visit(conditional.WhenFalse);
                _state = AssignedVariables.Join(afterTrue, _state);
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
                Lambda(lambda);
                break;
            case BoundExpressionTree tree:
                Lambda(tree.Lambda);
                break;
            case BoundCall call:
                VisitCall(BoundChildren.Of(call), call.Method.Parameters, call.Arguments);
                Called(call.Method, call.Span);
                break;
            case BoundDelegateCreation creation:
                if (creation.Receiver is not null)
                    Visit(creation.Receiver);
                Called(creation.Method, creation.Span);
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
            // out var x comes into being here.
            if (target is BoundLocal { Local: var local } && !_variables.Followed.Contains(local))
                _state = _variables.Declare(local, local.Type, _state);
            Target(target);
            Assign(target);
        }
    }

    private void VisitArms(BoundSwitchExpression expression)
    {
        Visit(expression.Operand);
        var start = _state;
        State? end = null;
        foreach (var arm in expression.Arms)
        {
            _state = start;
            Pattern(arm.Pattern, true);
            if (arm.Guard is not null)
                _state = Condition(arm.Guard).WhenTrue;
            Visit(arm.Value);
            end = AssignedVariables.Join(end, _state);
        }

        _state = end;
    }

    private void Optional(BoundExpression expression)
    {
        var before = _state;
        Visit(expression);
        _state = AssignedVariables.Join(before, _state);
    }

    private void Read(Symbol symbol, TextSpan span)
    {
        if (_variables.IsAssigned(symbol, _state))
            return;
        if (_probing)
            _unassignedReads.Add(symbol);
        else if (_reported.Add(symbol))
            Report(symbol, span);
    }

    private void Report(Symbol symbol, TextSpan span)
    {
        if (symbol is ParameterSymbol)
            _diagnostics.UnassignedOut(span, symbol.Name);
        else
            _diagnostics.Unassigned(span, symbol.Name);
    }

    private void ReadField(BoundField access, FieldSymbol field)
    {
        Symbol variable = access.Receiver is BoundLocal local ? local.Local : ((BoundParameter)access.Receiver!).Parameter;
        if (_variables.IsAssigned(variable, _state) || _variables.IsFieldAssigned(variable, field, _state))
            return;
        if (_probing)
            _unassignedReads.Add(variable);
        else if (access.Receiver.Type.IsReferenceType)
            Read(variable, access.Receiver.Span);
        else if (_reported.Add(variable))
            _diagnostics.UnassignedField(access.Span, field.Name);
    }

    // What stands left of '=' is not read itself, but what leads to it is.
    private void Target(BoundExpression expression)
    {
        if (expression is BoundLocal or BoundParameter)
            return;
        if (expression is BoundField { Receiver: { Type.IsValueType: true } receiver } && receiver is BoundLocal or BoundParameter or BoundField)
        {
            Target(receiver);
            return;
        }

        foreach (var child in BoundChildren.Of(expression))
            Visit(child);
    }

    private void Assign(BoundExpression target)
    {
        switch (target)
        {
            case BoundLocal { Local: var local }:
                _state = _variables.Assign(local, _state);
                break;
            case BoundParameter { Parameter: var parameter }:
                _state = _variables.Assign(parameter, _state);
                break;
            case BoundField { Receiver: BoundLocal { Local: var local }, Field: var field } when local.Type.IsValueType:
                _state = _variables.AssignField(local, field, _state);
                break;
            case BoundField { Receiver: BoundParameter { Parameter: var parameter }, Field: var field } when parameter.Type.IsValueType:
                _state = _variables.AssignField(parameter, field, _state);
                break;
            case BoundField { Receiver: BoundField { Type.IsValueType: true } outer }:
                Assign(outer);
                break;
        }
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
}
