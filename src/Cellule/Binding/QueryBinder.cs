using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>
/// Query expressions as the calls that C# defines them to be. Where several range variables are in force, the elements are tuples of them;
/// a range variable is then the tuple's element.
/// </summary>
internal sealed partial class Binder
{
    /// <summary>A query so far: what its next clause is called on, and the names of the range variables in force.</summary>
    private sealed record QueryState(BoundExpression Source, ImmutableArray<SyntaxToken> Variables)
    {
        public QueryState With(BoundExpression source, params ReadOnlySpan<SyntaxToken> added) => new(source, [.. Variables, .. added]);
    }

    private BoundExpression BindQuery(QueryExpressionSyntax syntax)
    {
        var from = syntax.FromClause;
        CheckRangeVariable(from.Identifier);
        var state = new QueryState(BindQuerySource(from.Type, from.Expression, from.Span), [from.Identifier]);
        return BindQueryBody(state, syntax.Body);
    }

    private BoundExpression BindQueryBody(QueryState state, QueryBodySyntax syntax)
    {
        foreach (var clause in syntax.Clauses)
        {
            var introduced = clause switch
            {
                FromClauseSyntax from => from.Identifier,
                LetClauseSyntax let => let.Identifier,
                JoinClauseSyntax join => join.Into ?? join.Identifier,
                _ => null,
            };
            if (introduced is not null)
                CheckRangeVariable(introduced);
            state = clause switch
            {
                FromClauseSyntax from => BindFrom(state, from),
                LetClauseSyntax let => state.With(Query(state.Source, "Select", let.Span, Carry(state, let.Span, let.Identifier, () => BindTyped(let.Expression))), let.Identifier),
                WhereClauseSyntax where => state.With(Query(state.Source, "Where", where.Span, Over(state, where.Condition))),
                JoinClauseSyntax join => BindJoin(state, join),
                OrderByClauseSyntax orderBy => BindOrderBy(state, orderBy),
                _ => throw new InvalidOperationException(clause.GetType().Name),
            };
        }

        var result = BindSelectOrGroup(state, syntax);
        return syntax.Continuation is { } next ? BindQueryBody(new QueryState(result, [next.Identifier]), next.Body) : result;
    }

    // A range variable may not take the name of a local around the query.
    private void CheckRangeVariable(SyntaxToken identifier)
    {
        for (var scope = _scope; scope is not null && !scope.IsCell && scope.Type is null; scope = scope.Parent)
        {
            if (scope.Find(identifier.ValueText) is LocalSymbol or ParameterSymbol)
                _diagnostics.RangeVariableConflict(identifier.Span, identifier.ValueText);
        }
    }

    private BoundExpression BindSelectOrGroup(QueryState state, QueryBodySyntax syntax)
    {
        switch (syntax.SelectOrGroup)
        {
            case SelectClauseSyntax select:
                // 'select x' after other clauses leaves the elements as they are.
                return syntax.Clauses.Length > 0 && IsElement(state, select.Expression)
                    ? state.Source
                    : Query(state.Source, "Select", select.Span, Over(state, select.Expression));
            case GroupClauseSyntax group when IsElement(state, group.GroupExpression):
                return Query(state.Source, "GroupBy", group.Span, Over(state, group.ByExpression));
            case GroupClauseSyntax group:
                return Query(state.Source, "GroupBy", group.Span, Over(state, group.ByExpression), Over(state, group.GroupExpression));
            default:
                throw new InvalidOperationException(syntax.SelectOrGroup.GetType().Name);
        }
    }

    private static bool IsElement(QueryState state, ExpressionSyntax expression) =>
        state.Variables is [var only] && expression is IdentifierNameSyntax name && name.Name == only.ValueText;

    private BoundExpression BindQuerySource(TypeSyntax? type, ExpressionSyntax expression, TextSpan span)
    {
        var source = BindTyped(expression);
        return type is null ? source : Query(source, "Cast", span, [BindType(type)], []);
    }

    private QueryState BindFrom(QueryState state, FromClauseSyntax syntax)
    {
        var collection = Lambda(state, syntax.Expression.Span, () => BindQuerySource(syntax.Type, syntax.Expression, syntax.Span));
        return state.With(Query(state.Source, "SelectMany", syntax.Span, collection, CarryWith(state, syntax.Identifier)), syntax.Identifier);
    }

    private QueryState BindJoin(QueryState state, JoinClauseSyntax syntax)
    {
        var inner = BindQuerySource(syntax.Type, syntax.InExpression, syntax.Span);
        var outerKey = Over(state, syntax.LeftExpression);
        var innerKey = Over(new QueryState(inner, [syntax.Identifier]), syntax.RightExpression);
        var added = syntax.Into ?? syntax.Identifier;
        var joined = Query(state.Source, syntax.Into is null ? "Join" : "GroupJoin", syntax.Span, inner, outerKey, innerKey, CarryWith(state, added));
        return state.With(joined, added);
    }

    private QueryState BindOrderBy(QueryState state, OrderByClauseSyntax syntax)
    {
        for (int i = 0; i < syntax.Orderings.Length; i++)
        {
            var ordering = syntax.Orderings[i];
            string name = (i == 0 ? "OrderBy" : "ThenBy") + (ordering.IsDescending ? "Descending" : "");
            state = state.With(Query(state.Source, name, ordering.Span, Over(state, ordering.Expression)));
        }

        return state;
    }

    private BoundExpression Query(BoundExpression source, string method, TextSpan span, params ImmutableArray<BoundExpression> arguments) =>
        Query(source, method, span, [], arguments);

    private BoundExpression Query(BoundExpression source, string method, TextSpan span, ImmutableArray<TypeSymbol> typeArguments, ImmutableArray<BoundExpression> arguments)
    {
        if (source.HasError || arguments.Any(a => a.HasError) || typeArguments.Any(t => t.IsError))
            return Bad(span);
        source = Finish(source);
        var methods = MemberLookup.Methods(source.Type, method).Where(m => IsAccessible(m, source.Type)).ToImmutableArray();
        if (methods.IsEmpty && !HasExtension(method))
        {
            _diagnostics.NoQueryMethod(source.Span, source.Type, method);
            return Bad(span);
        }

        var group = new BoundMethodGroup(span, method, source, methods, typeArguments) { TryExtensions = true };
        var call = Quietly(() => InvokeGroup(group, [.. arguments.Select(a => new Argument(a.Span, a, Symbols.RefKind.None, null))], span), out var diagnostics);
        bool isSequence = source.Type.IsDynamic || !methods.IsEmpty || Conversions.Inherits(source.Type, LoadedTypes.From(typeof(System.Collections.IEnumerable)));
        if (diagnostics.HasErrors && !isSequence)
            _diagnostics.NoQueryMethod(source.Span, source.Type, method);
        else
            _diagnostics.AddRange(diagnostics);
        return call;
    }

    /// <summary>The lambda from the elements to an expression over the range variables.</summary>
    private UnboundLambda Over(QueryState state, ExpressionSyntax expression) => Lambda(state, expression.Span, () => BindValue(expression));

    private UnboundLambda Lambda(QueryState state, TextSpan span, Func<BoundExpression> body) =>
        new(span, _scope, ["<element>"], [span])
        {
            IsChecked = _isChecked,
            Body = parameters =>
            {
                DeclareRangeVariables(state, parameters[0]);
                return body();
            },
        };

    /// <summary>From the elements to tuples that hold one variable more, whose value is computed from them.</summary>
    private UnboundLambda Carry(QueryState state, TextSpan span, SyntaxToken addedName, Func<BoundExpression> added) =>
        new(span, _scope, ["<element>"], [span])
        {
            IsChecked = _isChecked,
            Body = parameters =>
            {
                DeclareRangeVariables(state, parameters[0]);
                return Append(state, parameters[0], added(), addedName, span);
            },
        };

    /// <summary>From the elements and those of another sequence to tuples that hold both.</summary>
    private UnboundLambda CarryWith(QueryState state, SyntaxToken added) =>
        new(added.Span, _scope, ["<element>", "<added>"], [added.Span, added.Span])
        {
            IsChecked = _isChecked,
            Body = parameters => Append(state, parameters[0], new BoundParameter(added.Span, parameters[1]), added, added.Span),
        };

    private BoundExpression Append(QueryState state, ParameterSymbol element, BoundExpression added, SyntaxToken addedName, TextSpan span)
    {
        if (added.HasError || element.Type.IsError)
            return Bad(span);
        ImmutableArray<BoundExpression> values = [.. Enumerable.Range(0, state.Variables.Length).Select(i => RangeValue(state, element, i, span)), added];
        if (!Conversions.Inherits(state.Source.Type, LoadedTypes.From(typeof(IQueryable))))
            return new BoundTuple(span, values, BuiltIn.Tuple([.. values.Select(v => v.Type)]));

        // An expression tree can't make tuples: there the variables are properties of an anonymous object.
        var type = _session.AnonymousTypes.Get([.. state.Variables.Add(addedName).Select(v => v.ValueText)], [.. values.Select(v => v.Type)]);
        return new BoundObjectCreation(span, type, type.Constructors[0], values, default, null);
    }

    private void DeclareRangeVariables(QueryState state, ParameterSymbol element)
    {
        for (int i = 0; i < state.Variables.Length; i++)
        {
            int index = i;
            var name = state.Variables[i];
            var variable = new RangeVariableSymbol(name.ValueText);
            if (!_scope.TryDeclare(variable))
                _diagnostics.DuplicateRangeVariable(name.Span, variable.Name);
            _rangeVariables[variable] = span => RangeValue(state, element, index, span);
        }
    }

    private static BoundExpression RangeValue(QueryState state, ParameterSymbol element, int index, TextSpan span)
    {
        var whole = new BoundParameter(span, element);
        return state.Variables.Length == 1 ? whole
            : whole.Type.IsTuple ? TupleElementOf(span, whole, index)
            : PropertyOf(span, whole, (PropertySymbol)whole.Type.GetMembers(state.Variables[index].ValueText)[0]);
    }
}
