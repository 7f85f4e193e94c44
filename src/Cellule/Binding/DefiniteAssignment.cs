using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Text;
using RefKind = Cellule.Symbols.RefKind;
using State = System.Collections.Immutable.ImmutableHashSet<Cellule.Symbols.Symbol>;

namespace Cellule.Binding;

/// <summary>
/// Finds locals that are read before anything was assigned to them, and out parameters that a function leaves unassigned. A cell's own
/// variables start with their default, as fields do. This part walks statements; expressions and patterns have parts of their own.
/// </summary>
internal sealed partial class DefiniteAssignment
{
    private readonly DiagnosticBag _diagnostics;
    private readonly AssignedVariables _variables = new();
    private readonly HashSet<Symbol> _reported = new(ReferenceEqualityComparer.Instance);
    private Dictionary<LabelSymbol, State?> _jumps = new(ReferenceEqualityComparer.Instance);
    private List<ParameterSymbol> _outs = [];
    private State? _state = AssignedVariables.None;
    private State? _returned;
    private TextSpan _expressionBody;
    private TextSpan _end;

    private DefiniteAssignment(DiagnosticBag diagnostics) => _diagnostics = diagnostics;

    public static void Check(BoundCell cell, DiagnosticBag diagnostics)
    {
        var walker = new DefiniteAssignment(diagnostics);
        walker.Body(cell.Statements, [], default);
        if (cell.Value is not null)
            walker.Body([new BoundExpressionStatement(cell.Value.Span, cell.Value)], [], default);
        foreach (var method in cell.Methods.Concat(cell.TypeBodies.SelectMany(t => t.Methods)))
            walker.Body([method.Body], method.Method.Parameters, method.Method.NameSpan);
    }

    private void Body(ImmutableArray<BoundStatement> statements, ImmutableArray<ParameterSymbol> parameters, TextSpan end)
    {
        var (jumps, outs, state, expressionBody, outerEnd) = (_jumps, _outs, _state, _expressionBody, _end);
        _expressionBody = statements is [BoundBlock { Statements: [BoundReturn only] } block] && only.Span == block.Span ? only.Span : default;
        _end = end;
        _jumps = new(ReferenceEqualityComparer.Instance);
        _outs = [.. parameters.Where(p => p.RefKind == RefKind.Out)];
        foreach (var parameter in _outs)
            _state = _variables.Declare(parameter, parameter.Type, _state);
        Visit(statements);
        Leave(end);
        _returned = AssignedVariables.Join(_returned, _state);
        (_jumps, _outs, _state, _expressionBody, _end) = (jumps, outs, state, expressionBody, outerEnd);
    }

    private void Leave(TextSpan span)
    {
        foreach (var parameter in _outs)
        {
            if (!_variables.IsAssigned(parameter, _state) && !_probing && _reported.Add(parameter))
                _diagnostics.OutNotAssigned(span, parameter.Name);
        }
    }

    private void Visit(ImmutableArray<BoundStatement> statements)
    {
        foreach (var statement in statements)
            Note(statement);
        foreach (var statement in statements)
            Visit(statement);
    }

    // A local function may be called before it stands.
    private void Note(BoundStatement statement)
    {
        if (statement is BoundLocalFunction function)
            _localFunctions[function.Symbol] = function;
        else if (statement is BoundStatementList list)
            list.Statements.ToList().ForEach(Note);
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
                _state = _variables.Assign(declaration.Local, _state);
                break;
            case BoundLocalDeclaration { Local: var local }:
                _state = _variables.Declare(local, local.Type, _state);
                break;
            case BoundLocalFunction function:
                LocalFunction(function);
                break;
            case BoundIf branch:
                var (whenTrue, whenFalse) = Condition(branch.Condition);
                _state = whenTrue;
                Visit(branch.Then);
                (whenTrue, _state) = (_state, whenFalse);
                if (branch.Else is not null)
                    Visit(branch.Else);
                _state = AssignedVariables.Join(whenTrue, _state);
                break;
            case BoundWhile loop:
                var (enter, leave) = Condition(loop.Condition);
                _state = enter;
                Visit(loop.Body);
                _state = AssignedVariables.Join(leave, Jumped(loop.Break));
                break;
            case BoundDo loop:
                Visit(loop.Body);
                _state = AssignedVariables.Join(_state, Jumped(loop.Continue));
                _state = AssignedVariables.Join(Condition(loop.Condition).WhenFalse, Jumped(loop.Break));
                break;
            case BoundFor loop:
                VisitFor(loop);
                break;
            case BoundForEach loop:
                Visit(loop.Collection);
                var before = _state;
                Visit(loop.Assign);
                Visit(loop.Body);
                _state = AssignedVariables.Join(before, Jumped(loop.Break));
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
                Leave(statement.Span == _expressionBody ? _end : statement.Span);
                _returned = AssignedVariables.Join(_returned, _state);
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
                _jumps[jump.Label] = _jumps.TryGetValue(jump.Label, out var known) ? AssignedVariables.Join(known, _state) : _state;
                _state = null;
                break;
            case BoundLabel label:
                // A jump from below brings at least what is assigned here.
                _state = AssignedVariables.Join(_state, Jumped(label.Label));
                break;
        }
    }

    private State? Jumped(LabelSymbol label) => _jumps.GetValueOrDefault(label);

    private void VisitFor(BoundFor loop)
    {
        if (loop.Initializer is not null)
            Visit(loop.Initializer);
        var (enter, leave) = loop.Condition is null ? (_state, null) : Condition(loop.Condition);
        _state = enter;
        Visit(loop.Body);
        _state = AssignedVariables.Join(_state, Jumped(loop.Continue));
        foreach (var incrementor in loop.Incrementors)
            Visit(incrementor);
        _state = AssignedVariables.Join(leave, Jumped(loop.Break));
    }

    private void VisitSwitch(BoundSwitch statement)
    {
        Visit(statement.Operand);
        var start = _state;
        foreach (var section in statement.Sections)
        {
            State? entered = null;
            foreach (var label in section.Labels)
            {
                _state = start;
                if (label.Pattern is not null)
                    Pattern(label.Pattern, true);
                entered = AssignedVariables.Join(entered, label.Guard is null ? _state : Condition(label.Guard).WhenTrue);
                entered = AssignedVariables.Join(entered, Jumped(label.Label));
            }

            _state = entered;
            Visit(section.Statements);
        }

        _state = AssignedVariables.Join(PatternCoverage.IsExhaustive(statement) ? null : start, Jumped(statement.Break));
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
            end = AssignedVariables.Join(end, _state);
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
}
