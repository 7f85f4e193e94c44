using System.Collections.Immutable;

namespace Cellule.Syntax;

/// <summary>Variables and functions within blocks, and how they are told from expressions.</summary>
internal sealed partial class Parser
{
    /// <summary>Whether a type and a name stand at <paramref name="i"/>: the start of a declaration of variables.</summary>
    private bool IsLocalDeclaration(int i)
    {
        var first = TokenAt(i);
        if (first.Kind == TokenKind.Identifier)
        {
            if (first.Text == "await" && KindAt(i + 1) is TokenKind.Identifier && (_isAsync || KindAt(i + 2) != TokenKind.EqualsSign))
            {
                return false;
            }

            if ((first.Text == "from" && i == _position && IsQueryStart()) || (first.Text == "async" && IsAnonymousMethod(i)))
            {
                return false;
            }

            if (first.Text == "scoped" && KindAt(i + 1) is TokenKind.Identifier or TokenKind.RefKeyword)
            {
                i += KindAt(i + 1) == TokenKind.RefKeyword || KindAt(i + 2) == TokenKind.Identifier || KindAt(i + 2) == TokenKind.LessThan ? 1 : 0;
            }
        }

        bool isPredefined = KeywordTable.IsPredefinedType(KindAt(i));
        var scan = ScanType(ref i);
        if (scan == TypeScan.NotType)
        {
            return false;
        }

        if (KindAt(i) != TokenKind.Identifier)
        {
            // 'int = 5;', 'int 2x;': said as a missing name rather than as a wrong expression.
            return isPredefined && KindAt(i) is TokenKind.EqualsSign or TokenKind.NumericLiteral or TokenKind.Semicolon
                or (>= TokenKind.AbstractKeyword and not TokenKind.IsKeyword and not TokenKind.AsKeyword);
        }

        var name = TokenAt(i);
        var next = KindAt(i + 1);
        if (IsQueryWord(name) || (name.Text == "with" && next == TokenKind.OpenBrace))
        {
            return false;
        }

        return scan switch
        {
            // a * b, a ? b : c
            TypeScan.Pointer => next == TokenKind.EqualsSign,
            TypeScan.Nullable => next is TokenKind.EqualsSign or TokenKind.Semicolon or TokenKind.Comma or TokenKind.InKeyword or TokenKind.EndOfFile,
            _ => true,
        };
    }

    private LocalDeclarationStatementSyntax ParseLocalDeclaration(int start, bool isUsing, bool isAwait)
    {
        bool isConst = Take(TokenKind.ConstKeyword);
        var declaration = ParseVariableDeclaration();
        Expect(TokenKind.Semicolon);
        return new LocalDeclarationStatementSyntax(SpanFrom(start), isConst, isUsing, isAwait, declaration);
    }

    private VariableDeclarationSyntax ParseVariableDeclaration()
    {
        int start = Current.Span.Start;
        var type = ParseType();
        var variables = ImmutableArray.CreateBuilder<VariableDeclaratorSyntax>();
        do
        {
            variables.Add(ParseDeclarator());
        }
        while (Take(TokenKind.Comma));

        return new VariableDeclarationSyntax(SpanFrom(start), type, variables.ToImmutable());
    }

    private VariableDeclaratorSyntax ParseDeclarator()
    {
        int start = Current.Span.Start;
        var identifier = ExpectIdentifier();
        if (!identifier.IsMissing)
        {
            SkipMisplacedBrackets();
        }

        ExpressionSyntax? initializer = null;
        if (Take(TokenKind.EqualsSign))
        {
            initializer = Kind == TokenKind.OpenBrace ? ParseArrayInitializer() : ParseExpression();
        }

        return new VariableDeclaratorSyntax(SpanFrom(identifier.IsMissing ? PreviousEnd : start), identifier, initializer);
    }

    /// <summary><c>int a[] = …</c> and <c>Foo x(1)</c> are other languages' declarations; told so, and read over.</summary>
    private void SkipMisplacedBrackets()
    {
        if (Kind is not (TokenKind.OpenBracket or TokenKind.OpenParen))
        {
            return;
        }

        if (TryReport(out var span))
        {
            if (Kind == TokenKind.OpenBracket)
            {
                _diagnostics.BadArrayDeclarator(span);
            }
            else
            {
                _diagnostics.ConstructorArgumentsInDeclaration(span);
            }
        }

        int close = FindClosing(_position);
        _position = close < _tokens.Length - 1 ? close + 1 : close;
    }

    private LocalFunctionStatementSyntax ParseLocalFunction()
    {
        int start = Current.Span.Start;
        var attributes = ParseAttributeLists();
        var modifiers = ParseModifiers();
        var returnType = ParseType();
        var function = ParseFunctionRest(modifiers);
        return new LocalFunctionStatementSyntax(
            SpanFrom(start),
            attributes,
            modifiers,
            returnType,
            function.Identifier,
            function.TypeParameters,
            function.Parameters,
            function.Constraints,
            function.Body.Block,
            function.Body.Expression);
    }
}
