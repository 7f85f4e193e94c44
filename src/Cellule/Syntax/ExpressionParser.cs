using Cellule.Text;

namespace Cellule.Syntax;

/// <summary>Operators by precedence. What an expression starts with is in <c>PrimaryExpressionParser.cs</c>.</summary>
internal sealed partial class Parser
{
    /// <summary>From loosest to tightest, as C# binds them.</summary>
    private enum Precedence
    {
        Expression,
        Assignment,
        Conditional,
        Coalescing,
        ConditionalOr,
        ConditionalAnd,
        Or,
        ExclusiveOr,
        And,
        Equality,
        Relational,
        Shift,
        Additive,
        Multiplicative,
        Switch,
        Range,
        Unary,
    }

    /// <summary>A binary operator here: its kind, its precedence, and of how many tokens it is made (<c>&gt;&gt;&gt;</c> of three).</summary>
    private readonly record struct BinaryOperator(BinaryOperatorKind Kind, Precedence Precedence, int Tokens);

    private ExpressionSyntax ParseExpression() => ParseExpression(Precedence.Expression);

    private ExpressionSyntax ParseExpression(Precedence precedence)
    {
        if (!TryEnter())
        {
            return MissingExpression();
        }

        var expression = ParseOperand(precedence);
        expression = ParseOperators(expression, precedence);
        if (precedence <= Precedence.Conditional && Kind == TokenKind.Question)
        {
            expression = ParseConditional(expression);
        }

        Leave();
        return expression;
    }

    private ExpressionSyntax ParseOperators(ExpressionSyntax left, Precedence precedence)
    {
        while (true)
        {
            if (precedence <= Precedence.Assignment && TryPeekAssignment(out var compound, out int length))
            {
                left = ParseAssignment(left, compound, length);
            }
            else if (TryPeekBinaryOperator(out var found) && found.Precedence >= precedence)
            {
                left = ParseBinary(left, found);
            }
            else if (precedence <= Precedence.Relational && Kind == TokenKind.IsKeyword)
            {
                var keyword = Next();
                var pattern = ParsePattern(afterIs: true);
                left = new IsPatternExpressionSyntax(SpanFrom(left), left, keyword.Span, pattern);
            }
            else if (precedence <= Precedence.Relational && Kind == TokenKind.AsKeyword)
            {
                Next();
                var type = ParseType(TypeContext.Operand);
                left = new AsExpressionSyntax(SpanFrom(left), left, type);
            }
            else if (precedence <= Precedence.Switch && Kind == TokenKind.SwitchKeyword && PeekKind(1) == TokenKind.OpenBrace)
            {
                left = ParseSwitchExpression(left);
            }
            else if (precedence <= Precedence.Switch && IsContextual("with") && PeekKind(1) == TokenKind.OpenBrace)
            {
                Next();
                var initializer = ParseInitializer(isWith: true);
                left = new WithExpressionSyntax(SpanFrom(left), left, initializer);
            }
            else if (precedence <= Precedence.Range && Kind == TokenKind.DotDot)
            {
                left = ParseRange(left);
            }
            else
            {
                return left;
            }
        }
    }

    private BinaryExpressionSyntax ParseBinary(ExpressionSyntax left, BinaryOperator found)
    {
        var operatorSpan = TakeOperator(found.Tokens);

        // '??' groups to the right, all others to the left.
        var right = ParseExpression(found.Kind == BinaryOperatorKind.Coalesce ? found.Precedence : found.Precedence + 1);
        return new BinaryExpressionSyntax(SpanFrom(left), left, found.Kind, operatorSpan, right);
    }

    private ExpressionSyntax ParseAssignment(ExpressionSyntax left, BinaryOperatorKind? compound, int length)
    {
        var operatorSpan = TakeOperator(length);
        var right = ParseExpression(Precedence.Assignment);
        return AssignInside(left);

        // a?.B = c assigns within the chain: not at all when a is null.
        ExpressionSyntax AssignInside(ExpressionSyntax target) => target is ConditionalAccessExpressionSyntax access
            ? new ConditionalAccessExpressionSyntax(SpanFrom(access), access.Expression, AssignInside(access.WhenNotNull))
            : new AssignmentExpressionSyntax(SpanFrom(target), target, compound, operatorSpan, right);
    }

    private ConditionalExpressionSyntax ParseConditional(ExpressionSyntax condition)
    {
        Next();
        var whenTrue = ParseExpression();
        if (_inHole && AtEnd && TryReport(out var span))
        {
            _diagnostics.ConditionalInInterpolation(span);
        }

        Expect(TokenKind.Colon);
        var whenFalse = ParseExpression();
        return new ConditionalExpressionSyntax(SpanFrom(condition), condition, whenTrue, whenFalse);
    }

    private RangeExpressionSyntax ParseRange(ExpressionSyntax? left)
    {
        int start = left?.Span.Start ?? Current.Span.Start;
        var operatorSpan = Next().Span;
        var right = StartsExpression(Kind) && !StartsNoRangeEnd() ? ParseExpression(Precedence.Range + 1) : null;
        return new RangeExpressionSyntax(SpanFrom(start), left, operatorSpan, right);
    }

    /// <summary>After <c>xs[1..]</c> in a query comes a word of the query, which is no operand.</summary>
    private bool StartsNoRangeEnd() => IsQueryWord(Current);

    private TextSpan TakeOperator(int tokens)
    {
        int start = Current.Span.Start;
        for (int i = 0; i < tokens; i++)
        {
            Next();
        }

        return SpanFrom(start);
    }

    private bool TryPeekBinaryOperator(out BinaryOperator found)
    {
        found = Kind switch
        {
            TokenKind.Asterisk => new(BinaryOperatorKind.Multiply, Precedence.Multiplicative, 1),
            TokenKind.Slash => new(BinaryOperatorKind.Divide, Precedence.Multiplicative, 1),
            TokenKind.Percent => new(BinaryOperatorKind.Remainder, Precedence.Multiplicative, 1),
            TokenKind.Plus => new(BinaryOperatorKind.Add, Precedence.Additive, 1),
            TokenKind.Minus => new(BinaryOperatorKind.Subtract, Precedence.Additive, 1),
            TokenKind.LessThanLessThan => new(BinaryOperatorKind.LeftShift, Precedence.Shift, 1),
            TokenKind.LessThan => new(BinaryOperatorKind.LessThan, Precedence.Relational, 1),
            TokenKind.LessThanEquals => new(BinaryOperatorKind.LessThanOrEqual, Precedence.Relational, 1),
            TokenKind.GreaterThanEquals => new(BinaryOperatorKind.GreaterThanOrEqual, Precedence.Relational, 1),
            TokenKind.GreaterThan => PeekGreaterThan(),
            TokenKind.EqualsEquals => new(BinaryOperatorKind.Equal, Precedence.Equality, 1),
            TokenKind.ExclamationEquals => new(BinaryOperatorKind.NotEqual, Precedence.Equality, 1),
            TokenKind.Ampersand => new(BinaryOperatorKind.And, Precedence.And, 1),
            TokenKind.Caret => new(BinaryOperatorKind.ExclusiveOr, Precedence.ExclusiveOr, 1),
            TokenKind.Bar => new(BinaryOperatorKind.Or, Precedence.Or, 1),
            TokenKind.AmpersandAmpersand => new(BinaryOperatorKind.ConditionalAnd, Precedence.ConditionalAnd, 1),
            TokenKind.BarBar => new(BinaryOperatorKind.ConditionalOr, Precedence.ConditionalOr, 1),
            TokenKind.QuestionQuestion => new(BinaryOperatorKind.Coalesce, Precedence.Coalescing, 1),
            _ => default,
        };
        return found.Tokens > 0;
    }

    /// <summary>Counts the <c>&gt;</c> that touch each other; ending in <c>&gt;=</c> they are an assignment, which is not here.</summary>
    private BinaryOperator PeekGreaterThan()
    {
        int count = 1;
        while (count < 3 && PeekKind(count) == TokenKind.GreaterThan && Adjacent(_position + count - 1))
        {
            count++;
        }

        if (count > 1 && PeekKind(count) == TokenKind.GreaterThanEquals && Adjacent(_position + count - 1))
        {
            return default;
        }

        return count switch
        {
            1 when PeekKind(1) == TokenKind.GreaterThanEquals && Adjacent(_position) => default,
            1 => new(BinaryOperatorKind.GreaterThan, Precedence.Relational, 1),
            2 => new(BinaryOperatorKind.RightShift, Precedence.Shift, 2),
            _ => new(BinaryOperatorKind.UnsignedRightShift, Precedence.Shift, 3),
        };
    }

    private bool TryPeekAssignment(out BinaryOperatorKind? compound, out int length)
    {
        length = 1;
        compound = Kind switch
        {
            TokenKind.PlusEquals => BinaryOperatorKind.Add,
            TokenKind.MinusEquals => BinaryOperatorKind.Subtract,
            TokenKind.AsteriskEquals => BinaryOperatorKind.Multiply,
            TokenKind.SlashEquals => BinaryOperatorKind.Divide,
            TokenKind.PercentEquals => BinaryOperatorKind.Remainder,
            TokenKind.AmpersandEquals => BinaryOperatorKind.And,
            TokenKind.BarEquals => BinaryOperatorKind.Or,
            TokenKind.CaretEquals => BinaryOperatorKind.ExclusiveOr,
            TokenKind.LessThanLessThanEquals => BinaryOperatorKind.LeftShift,
            TokenKind.QuestionQuestionEquals => BinaryOperatorKind.Coalesce,
            _ => null,
        };
        if (compound is null && Kind == TokenKind.GreaterThan && Adjacent(_position))
        {
            if (PeekKind(1) == TokenKind.GreaterThanEquals)
            {
                (compound, length) = (BinaryOperatorKind.RightShift, 2);
            }
            else if (PeekKind(1) == TokenKind.GreaterThan && PeekKind(2) == TokenKind.GreaterThanEquals && Adjacent(_position + 1))
            {
                (compound, length) = (BinaryOperatorKind.UnsignedRightShift, 3);
            }
        }

        return compound is not null || Kind == TokenKind.EqualsSign;
    }

    private SwitchExpressionSyntax ParseSwitchExpression(ExpressionSyntax governing)
    {
        var keyword = Next();
        Expect(TokenKind.OpenBrace);
        var arms = ParseSeparated(TokenKind.CloseBrace, ParseSwitchArm, allowTrailing: true);
        Expect(TokenKind.CloseBrace);
        return new SwitchExpressionSyntax(SpanFrom(governing), governing, keyword.Span, arms);
    }

    private SwitchExpressionArmSyntax ParseSwitchArm()
    {
        int start = Current.Span.Start;
        var pattern = ParsePattern();

        // A lambda can't stand in the condition: its arrow is the arm's.
        var when = TakeContextual("when") ? ParseExpression(Precedence.Coalescing) : null;
        Expect(TokenKind.EqualsGreaterThan);
        var expression = ParseExpression();
        return new SwitchExpressionArmSyntax(SpanFrom(start), pattern, when, expression);
    }

    private MissingExpressionSyntax MissingExpression()
    {
        if (TryReport(out var span))
        {
            if (AtEnd || span.Length == 0)
            {
                _diagnostics.ExpressionExpected(span);
            }
            else
            {
                _diagnostics.InvalidExpressionTerm(span, Current.Text);
            }
        }

        if (Kind == TokenKind.Bad)
        {
            Next();
        }

        return new MissingExpressionSyntax(new TextSpan(PreviousEnd, 0));
    }
}
