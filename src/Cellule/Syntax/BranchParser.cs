using System.Collections.Immutable;

namespace Cellule.Syntax;

/// <summary>Statements that choose among others: if and switch.</summary>
internal sealed partial class Parser
{
    private IfStatementSyntax ParseIf()
    {
        int start = Next().Span.Start;
        var condition = ParseCondition();
        var then = ParseEmbedded();
        var otherwise = Take(TokenKind.ElseKeyword) ? ParseEmbedded() : null;
        return new IfStatementSyntax(SpanFrom(start), condition, then, otherwise);
    }

    private StatementSyntax ParseStrayElse()
    {
        if (TryReportAt(Current.Span))
        {
            _diagnostics.StrayElse(Current.Span);
        }

        Next();
        return ParseEmbedded();
    }

    private SwitchStatementSyntax ParseSwitch()
    {
        int start = Next().Span.Start;
        ExpressionSyntax governing;
        if (Kind == TokenKind.OpenParen)
        {
            governing = ParseParenthesized();
            governing = governing is ParenthesizedExpressionSyntax parenthesized ? parenthesized.Expression : governing;
        }
        else
        {
            governing = ParseCondition();
        }

        Expect(TokenKind.OpenBrace);
        var sections = ImmutableArray.CreateBuilder<SwitchSectionSyntax>();
        while (!AtEnd && Kind != TokenKind.CloseBrace)
        {
            int before = _position;
            if (Kind is not (TokenKind.CaseKeyword or TokenKind.DefaultKeyword))
            {
                if (TryReport(out var span))
                {
                    _diagnostics.CaseExpected(span);
                }

                // A word that only a declaration starts with: the brace was forgotten.
                if (IsTypeInBlock())
                {
                    break;
                }

                ParseStatement();
            }
            else
            {
                sections.Add(ParseSwitchSection());
            }

            if (_position == before)
            {
                Next();
            }
        }

        Expect(TokenKind.CloseBrace);
        return new SwitchStatementSyntax(SpanFrom(start), governing, sections.ToImmutable());
    }

    private SwitchSectionSyntax ParseSwitchSection()
    {
        int start = Current.Span.Start;
        var labels = ImmutableArray.CreateBuilder<SwitchLabelSyntax>();
        while (Kind is TokenKind.CaseKeyword or TokenKind.DefaultKeyword)
        {
            int labelStart = Current.Span.Start;
            bool isCase = Next().Kind == TokenKind.CaseKeyword;
            var pattern = isCase ? ParsePattern() : null;
            var when = isCase && TakeContextual("when") ? ParseExpression() : null;
            Expect(TokenKind.Colon);
            labels.Add(new SwitchLabelSyntax(SpanFrom(labelStart), pattern, when));
        }

        var statements = ParseStatements(kind => kind is TokenKind.CloseBrace or TokenKind.CaseKeyword
            || (kind == TokenKind.DefaultKeyword && PeekKind(1) == TokenKind.Colon));
        return new SwitchSectionSyntax(SpanFrom(start), labels.ToImmutable(), statements);
    }
}
