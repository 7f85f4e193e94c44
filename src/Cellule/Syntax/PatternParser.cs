using System.Collections.Immutable;
using Cellule.Text;

namespace Cellule.Syntax;

/// <summary>Patterns: <c>or</c> binds loosest, then <c>and</c>, then <c>not</c>.</summary>
internal sealed partial class Parser
{
    /// <summary>Whether <c>and</c>, <c>or</c> and <c>when</c> are operators rather than names.</summary>
    private bool _inPattern;

    private PatternSyntax ParsePattern(bool afterIs = false)
    {
        if (!TryEnter())
        {
            return MissingPattern();
        }

        bool saved = _inPattern;
        _inPattern = true;
        var pattern = ParseAndPattern(afterIs);
        while (IsContextual("or"))
        {
            Next();
            var right = ParseAndPattern(afterIs);
            pattern = new BinaryPatternSyntax(SpanFrom(pattern), pattern, IsAnd: false, right);
        }

        _inPattern = saved;
        Leave();
        return pattern;
    }

    private PatternSyntax ParseAndPattern(bool afterIs)
    {
        var pattern = ParseNotPattern(afterIs);
        while (IsContextual("and"))
        {
            Next();
            var right = ParseNotPattern(afterIs);
            pattern = new BinaryPatternSyntax(SpanFrom(pattern), pattern, IsAnd: true, right);
        }

        return pattern;
    }

    private PatternSyntax ParseNotPattern(bool afterIs)
    {
        int start = Current.Span.Start;
        int count = 0;
        while (IsContextual("not") && PeekKind(1) != TokenKind.Dot && (StartsPattern(PeekKind(1)) || count > 0))
        {
            Next();
            count++;
        }

        var pattern = ParsePrimaryPattern(afterIs);
        for (; count > 0; count--)
        {
            pattern = new NotPatternSyntax(SpanFrom(start), pattern);
        }

        return pattern;
    }

    private static bool StartsPattern(TokenKind kind) => StartsExpression(kind)
        || kind is TokenKind.OpenBrace or TokenKind.LessThan or TokenKind.LessThanEquals or TokenKind.GreaterThan or TokenKind.GreaterThanEquals;

    private PatternSyntax ParsePrimaryPattern(bool afterIs)
    {
        int start = Current.Span.Start;
        switch (Kind)
        {
            case TokenKind.LessThan or TokenKind.LessThanEquals or TokenKind.GreaterThan or TokenKind.GreaterThanEquals
                or TokenKind.EqualsEquals or TokenKind.ExclamationEquals:
                TryPeekBinaryOperator(out var relation);
                Next();
                var bound = ParseExpression(Precedence.Shift);
                return new RelationalPatternSyntax(SpanFrom(start), relation.Kind, bound);
            case TokenKind.DotDot:
                Next();
                var slice = StartsPattern(Kind) ? ParsePattern() : null;
                return new SlicePatternSyntax(SpanFrom(start), slice);
            case TokenKind.OpenBracket:
                return ParseListPattern();
            case TokenKind.OpenBrace:
                return ParseRecursivePattern(null, start);
            case TokenKind.OpenParen when !IsCastPattern():
                return ParseParenthesizedPattern(start);
            case TokenKind.Identifier when Current.Text == "_" && !ContinuesName(PeekKind(1)):
                return new DiscardPatternSyntax(Next().Span);
            case TokenKind.Identifier when Current.Text == "var" && PeekKind(1) is TokenKind.Identifier or TokenKind.OpenParen:
                Next();
                var designation = ParseDesignation();
                return new VarPatternSyntax(SpanFrom(start), designation);
            default:
                return ParseTypeOrConstantPattern(start, afterIs);
        }
    }

    private static bool ContinuesName(TokenKind kind) => kind is TokenKind.Dot or TokenKind.LessThan or TokenKind.ColonColon or TokenKind.OpenParen;

    /// <summary><c>(int)3</c>: a constant, not a type between parentheses.</summary>
    private bool IsCastPattern()
    {
        int i = _position + 1;
        return ScanType(ref i) is TypeScan.Definite or TypeScan.Name && KindAt(i) == TokenKind.CloseParen
            && KindAt(i + 1) is TokenKind.NumericLiteral or TokenKind.CharacterLiteral or TokenKind.StringLiteral or TokenKind.Minus;
    }

    private PatternSyntax ParseTypeOrConstantPattern(int start, bool afterIs)
    {
        int i = _position;
        bool isNameOf = IsContextual("nameof") && PeekKind(1) == TokenKind.OpenParen;
        var scan = isNameOf ? TypeScan.NotType : ScanType(ref i);
        if (scan == TypeScan.Nullable)
        {
            i = AfterTypeWithoutQuestion(i);
        }

        // A name followed by an operator is a constant: A.B + 1.
        bool isType = scan switch
        {
            TypeScan.NotType => false,
            TypeScan.Pointer => false,
            TypeScan.Definite => KindAt(i) != TokenKind.Dot,
            _ => KindAt(i) is TokenKind.OpenBrace or TokenKind.OpenParen || IsPatternDesignation(i),
        };
        if (!isType && scan == TypeScan.Generic && KindAt(i) != TokenKind.Dot)
        {
            isType = !afterIs || StartsTypeArguments(LessThanOf(_position, i));
        }

        if (!isType)
        {
            var constant = StartsExpression(Kind) ? ParseExpression(Precedence.Shift) : MissingExpression();
            return constant is TypeSyntax type and not NameSyntax
                ? new TypePatternSyntax(type.Span, type)
                : new ConstantPatternSyntax(SpanFrom(start), constant);
        }

        var typed = ParseType(TypeContext.Operand);
        if (Kind is TokenKind.OpenParen or TokenKind.OpenBrace)
        {
            return ParseRecursivePattern(typed, start);
        }

        return IsPatternDesignation(_position)
            ? new DeclarationPatternSyntax(default, typed, ParseDesignation()) { Span = SpanFrom(start) }
            : new TypePatternSyntax(SpanFrom(start), typed);
    }

    private int LessThanOf(int from, int to)
    {
        int depth = 0;
        for (int i = to - 1; i > from; i--)
        {
            depth += KindAt(i) switch { TokenKind.GreaterThan => 1, TokenKind.LessThan => -1, _ => 0 };
            if (depth == 0)
            {
                return i;
            }
        }

        return from;
    }

    /// <summary>In <c>x is A ? b : c</c> the scan took the question mark along.</summary>
    private int AfterTypeWithoutQuestion(int i)
    {
        while (i > _position && KindAt(i - 1) == TokenKind.Question)
        {
            i--;
        }

        return i;
    }

    private bool IsPatternDesignation(int i)
    {
        var token = TokenAt(i);

        // A variable may be called 'and' or 'when' where nothing follows that the operator would need.
        bool isOperator = token.Text == "when" ? StartsExpression(KindAt(i + 1)) : token.Text is "and" or "or" && StartsPattern(KindAt(i + 1));
        return token.Kind == TokenKind.Identifier && !isOperator && !IsQueryWord(token)
            && !(token.Text == "with" && KindAt(i + 1) == TokenKind.OpenBrace);
    }

    private VariableDesignationSyntax? TryParsePatternDesignation() => IsPatternDesignation(_position) ? ParseDesignation() : null;

    private RecursivePatternSyntax ParseRecursivePattern(TypeSyntax? type, int start)
    {
        ImmutableArray<SubpatternSyntax>? positional = null;
        ImmutableArray<SubpatternSyntax>? properties = null;
        if (Take(TokenKind.OpenParen))
        {
            positional = ParseSeparated(TokenKind.CloseParen, ParseSubpattern);
            Expect(TokenKind.CloseParen);
        }

        if (Take(TokenKind.OpenBrace))
        {
            properties = ParseSeparated(TokenKind.CloseBrace, ParseSubpattern, allowTrailing: true);
            Expect(TokenKind.CloseBrace);
        }

        var designation = TryParsePatternDesignation();
        return new RecursivePatternSyntax(SpanFrom(start), type, positional, properties, designation);
    }

    private PatternSyntax ParseParenthesizedPattern(int start)
    {
        Next();
        var subpatterns = ParseSeparated(TokenKind.CloseParen, ParseSubpattern);
        Expect(TokenKind.CloseParen);
        bool isGroup = subpatterns.Length == 1 && subpatterns[0].Name is null && Kind != TokenKind.OpenBrace && !IsPatternDesignation(_position);
        if (isGroup)
        {
            var group = new ParenthesizedPatternSyntax(SpanFrom(start), subpatterns[0].Pattern);
            return subpatterns[0].Pattern is ConstantPatternSyntax { Expression: var inner } && TryPeekBinaryOperator(out var found) && found.Precedence >= Precedence.Shift
                ? ContinueConstant(start, inner)
                : group;
        }

        ImmutableArray<SubpatternSyntax>? properties = null;
        if (Take(TokenKind.OpenBrace))
        {
            properties = ParseSeparated(TokenKind.CloseBrace, ParseSubpattern, allowTrailing: true);
            Expect(TokenKind.CloseBrace);
        }

        var designation = TryParsePatternDesignation();
        return new RecursivePatternSyntax(SpanFrom(start), null, subpatterns, properties, designation);
    }

    /// <summary><c>(A + 1) * 2</c>: what looked like a pattern in parentheses is the start of a constant.</summary>
    private ConstantPatternSyntax ContinueConstant(int start, ExpressionSyntax inner)
    {
        var left = new ParenthesizedExpressionSyntax(SpanFrom(start), inner);
        var constant = ParseOperators(left, Precedence.Shift);
        return new ConstantPatternSyntax(SpanFrom(start), constant);
    }

    private SubpatternSyntax ParseSubpattern()
    {
        int start = Current.Span.Start;
        int i = _position;
        while (KindAt(i) == TokenKind.Identifier && KindAt(i + 1) == TokenKind.Dot)
        {
            i += 2;
        }

        if (KindAt(i) != TokenKind.Identifier || KindAt(i + 1) != TokenKind.Colon)
        {
            var positional = ParsePattern();
            return new SubpatternSyntax(positional.Span, null, positional);
        }

        ExpressionSyntax name = ParseIdentifierName();
        while (Take(TokenKind.Dot))
        {
            var member = ParseIdentifierName();
            name = new MemberAccessExpressionSyntax(SpanFrom(start), name, member);
        }

        Expect(TokenKind.Colon);
        var pattern = ParsePattern();
        return new SubpatternSyntax(SpanFrom(start), name, pattern);
    }

    private ListPatternSyntax ParseListPattern()
    {
        int start = Next().Span.Start;
        var patterns = ParseSeparated(TokenKind.CloseBracket, () => ParsePattern(), allowTrailing: true);
        Expect(TokenKind.CloseBracket);
        var designation = TryParsePatternDesignation();
        return new ListPatternSyntax(SpanFrom(start), patterns, designation);
    }

    private ConstantPatternSyntax MissingPattern()
    {
        var missing = MissingExpression();
        return new ConstantPatternSyntax(missing.Span, missing);
    }

    private VariableDesignationSyntax ParseDesignation()
    {
        if (Kind == TokenKind.OpenParen && TryEnter())
        {
            int start = Next().Span.Start;
            var variables = ParseSeparated(TokenKind.CloseParen, ParseDesignation);
            Expect(TokenKind.CloseParen);
            Leave();
            return new ParenthesizedVariableDesignationSyntax(SpanFrom(start), variables);
        }

        var name = ExpectIdentifier();
        return name.Text == "_" ? new DiscardDesignationSyntax(name.Span) : new SingleVariableDesignationSyntax(name.Span, name);
    }

    private static bool IsOneOf(SyntaxToken token, string first, string second, string third) =>
        token.Kind == TokenKind.Identifier && (token.Text == first || token.Text == second || token.Text == third);
}
