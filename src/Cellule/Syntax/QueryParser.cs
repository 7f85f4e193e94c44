using System.Collections.Immutable;

namespace Cellule.Syntax;

/// <summary>Query expressions; within one, the words of its clauses are no names.</summary>
internal sealed partial class Parser
{
    private int _queryDepth;

    private bool IsQueryWord(SyntaxToken token) => _queryDepth > 0 && token.Kind == TokenKind.Identifier
        && token.Text is "from" or "where" or "select" or "group" or "into" or "orderby" or "join" or "let" or "on" or "equals" or "by" or "ascending" or "descending";

    /// <summary><c>from x in</c> or <c>from T x in</c>: anything else named from is a name.</summary>
    private bool IsQueryStart()
    {
        if (!IsContextual("from"))
        {
            return false;
        }

        if (PeekKind(1) == TokenKind.Identifier && PeekKind(2) == TokenKind.InKeyword)
        {
            return true;
        }

        int i = _position + 1;
        return ScanType(ref i) != TypeScan.NotType && KindAt(i) == TokenKind.Identifier && KindAt(i + 1) == TokenKind.InKeyword;
    }

    private QueryExpressionSyntax ParseQuery()
    {
        int start = Current.Span.Start;
        _queryDepth++;
        var from = ParseFromClause();
        var body = ParseQueryBody();
        _queryDepth--;
        return new QueryExpressionSyntax(SpanFrom(start), from, body);
    }

    private QueryBodySyntax ParseQueryBody()
    {
        int start = Current.Span.Start;
        var clauses = ImmutableArray.CreateBuilder<QueryClauseSyntax>();
        while (Kind == TokenKind.Identifier)
        {
            QueryClauseSyntax? clause = Current.Text switch
            {
                "from" => ParseFromClause(),
                "let" => ParseLetClause(),
                "where" => ParseWhereClause(),
                "join" => ParseJoinClause(),
                "orderby" => ParseOrderByClause(),
                _ => null,
            };
            if (clause is null)
            {
                break;
            }

            clauses.Add(clause);
        }

        var selectOrGroup = ParseSelectOrGroup();
        QueryContinuationSyntax? continuation = null;
        int intoStart = Current.Span.Start;
        if (IsContextual("into") && TryEnter())
        {
            Next();
            var name = ExpectIdentifier();
            var body = ParseQueryBody();
            continuation = new QueryContinuationSyntax(SpanFrom(intoStart), name, body);
            Leave();
        }

        return new QueryBodySyntax(SpanFrom(start), clauses.ToImmutable(), selectOrGroup, continuation);
    }

    private SelectOrGroupClauseSyntax ParseSelectOrGroup()
    {
        int start = Current.Span.Start;
        if (TakeContextual("select"))
        {
            var selected = ParseExpression();
            return new SelectClauseSyntax(SpanFrom(start), selected);
        }

        if (!TakeContextual("group"))
        {
            if (TryReport(out var span))
            {
                _diagnostics.QueryMustEnd(span);
            }

            return new SelectClauseSyntax(SpanFrom(PreviousEnd), MissingExpression());
        }

        var grouped = ParseExpression();
        if (!TakeContextual("by") && TryReport(out var bySpan))
        {
            _diagnostics.ByExpected(bySpan);
        }

        var by = ParseExpression();
        return new GroupClauseSyntax(SpanFrom(start), grouped, by);
    }

    /// <summary>The type, if written, and the name of a range variable.</summary>
    private (TypeSyntax? Type, SyntaxToken Identifier) ParseRangeVariable()
    {
        var type = Kind == TokenKind.Identifier && PeekKind(1) == TokenKind.InKeyword ? null : StartsRangeType() ? ParseType() : null;
        return (type, ExpectIdentifier());
    }

    private bool StartsRangeType()
    {
        int i = _position;
        return ScanType(ref i) != TypeScan.NotType && KindAt(i) == TokenKind.Identifier;
    }

    private FromClauseSyntax ParseFromClause()
    {
        int start = Next().Span.Start;
        var (type, identifier) = ParseRangeVariable();
        Expect(TokenKind.InKeyword);
        var source = ParseExpression();
        return new FromClauseSyntax(SpanFrom(start), type, identifier, source);
    }

    private LetClauseSyntax ParseLetClause()
    {
        int start = Next().Span.Start;
        var identifier = ExpectIdentifier();
        Expect(TokenKind.EqualsSign);
        var value = ParseExpression();
        return new LetClauseSyntax(SpanFrom(start), identifier, value);
    }

    private WhereClauseSyntax ParseWhereClause()
    {
        int start = Next().Span.Start;
        var condition = ParseExpression();
        return new WhereClauseSyntax(SpanFrom(start), condition);
    }

    private JoinClauseSyntax ParseJoinClause()
    {
        int start = Next().Span.Start;
        var (type, identifier) = ParseRangeVariable();
        Expect(TokenKind.InKeyword);
        var source = ParseExpression();
        if (!TakeContextual("on") && TryReport(out var onSpan))
        {
            _diagnostics.OnExpected(onSpan);
        }

        var left = ParseExpression();
        if (!TakeContextual("equals") && TryReport(out var equalsSpan))
        {
            _diagnostics.EqualsExpected(equalsSpan);
        }

        var right = ParseExpression();
        var into = TakeContextual("into") ? ExpectIdentifier() : null;
        return new JoinClauseSyntax(SpanFrom(start), type, identifier, source, left, right, into);
    }

    private OrderByClauseSyntax ParseOrderByClause()
    {
        int start = Next().Span.Start;
        var orderings = ImmutableArray.CreateBuilder<OrderingSyntax>();
        do
        {
            int orderingStart = Current.Span.Start;
            var key = ParseExpression();
            bool isDescending = TakeContextual("descending");
            if (!isDescending)
            {
                TakeContextual("ascending");
            }

            orderings.Add(new OrderingSyntax(SpanFrom(orderingStart), key, isDescending));
        }
        while (Take(TokenKind.Comma));

        return new OrderByClauseSyntax(SpanFrom(start), orderings.ToImmutable());
    }
}
