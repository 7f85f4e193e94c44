using System.Collections.Immutable;
using Cellule.Text;

namespace Cellule.Syntax;

/// <summary>The top of a cell: using directives, functions, types and statements in any order, the last perhaps without semicolon.</summary>
internal sealed partial class Parser
{
    public CompilationUnitSyntax ParseCompilationUnit()
    {
        var usings = ImmutableArray.CreateBuilder<UsingDirectiveSyntax>();
        var attributes = ImmutableArray.CreateBuilder<AttributeListSyntax>();
        var members = ImmutableArray.CreateBuilder<MemberDeclarationSyntax>();
        while (!AtEnd)
        {
            int before = _position;
            if (IsUsingDirective())
            {
                usings.Add(ParseUsingDirective());
            }
            else if (Kind == TokenKind.OpenBracket && IsOneOf(TokenAt(_position + 1), "assembly", "module", "") && PeekKind(2) == TokenKind.Colon)
            {
                attributes.Add(ParseAttributeList());
            }
            else if (Kind == TokenKind.CloseBrace)
            {
                if (TryReportAt(Current.Span))
                {
                    _diagnostics.EndOfFileExpected(Current.Span);
                }

                Next();
            }
            else
            {
                members.Add(ParseGlobalMember());
            }

            if (_position == before)
            {
                Next();
            }
        }

        var span = new TextSpan(0, _diagnostics.Source.Length);
        return new CompilationUnitSyntax(span, _directives, usings.ToImmutable(), attributes.ToImmutable(), members.ToImmutable());
    }

    private MemberDeclarationSyntax ParseGlobalMember()
    {
        if (IsTypeOrMemberStart())
        {
            return ParseMember(new MemberContext(TypeName: null, IsTopLevel: true));
        }

        var statement = ParseStatement(isTopLevel: true);
        return new GlobalStatementSyntax(statement.Span, statement);
    }

    /// <summary>Whether a declaration that a block could not hold stands here: a type, a function, a property, a variable with modifiers.</summary>
    private bool IsTypeOrMemberStart()
    {
        int i = _position;
        while (KindAt(i) == TokenKind.OpenBracket)
        {
            i = FindClosing(i) + 1;
        }

        bool hasAttributes = i > _position;
        switch (KindAt(i))
        {
            case TokenKind.PublicKeyword or TokenKind.PrivateKeyword or TokenKind.ProtectedKeyword or TokenKind.InternalKeyword
                or TokenKind.AbstractKeyword or TokenKind.SealedKeyword or TokenKind.VirtualKeyword or TokenKind.OverrideKeyword
                or TokenKind.ExternKeyword or TokenKind.VolatileKeyword or TokenKind.ReadOnlyKeyword or TokenKind.ClassKeyword
                or TokenKind.StructKeyword or TokenKind.InterfaceKeyword or TokenKind.EnumKeyword or TokenKind.NamespaceKeyword
                or TokenKind.EventKeyword or TokenKind.ImplicitKeyword or TokenKind.ExplicitKeyword:
                return true;
            case TokenKind.DelegateKeyword:
                return KindAt(i + 1) is not (TokenKind.OpenParen or TokenKind.OpenBrace or TokenKind.Asterisk);
            case TokenKind.StaticKeyword:
                return !IsLambda() && !IsAnonymousMethod(i);
            case TokenKind.UnsafeKeyword:
                return KindAt(i + 1) != TokenKind.OpenBrace;
            case TokenKind.RefKeyword when KindAt(i + 1) == TokenKind.StructKeyword || TokenAt(i + 1).IsContextual("partial"):
                return true;
            case TokenKind.Identifier when IsContextualTypeStart(i):
                return true;
            default:
                return IsFunction(i) || IsProperty(i) || (hasAttributes && !IsLambda() && IsLocalDeclaration(i));
        }
    }

    private bool IsContextualTypeStart(int i)
    {
        var token = TokenAt(i);
        return token.Text switch
        {
            "partial" or "file" => KindAt(i + 1) is TokenKind.ClassKeyword or TokenKind.StructKeyword or TokenKind.InterfaceKeyword
                or TokenKind.EnumKeyword or TokenKind.VoidKeyword or TokenKind.StaticKeyword or TokenKind.SealedKeyword or TokenKind.AbstractKeyword
                or TokenKind.ReadOnlyKeyword || TokenAt(i + 1).IsContextual("record") || (token.Text == "partial" && IsFunction(i + 1)),
            "record" => IsRecord(i),
            _ => false,
        };
    }

    /// <summary><c>record</c> starts a type when a name and what a type goes on with follow.</summary>
    private bool IsRecord(int i)
    {
        if (!TokenAt(i).IsContextual("record"))
        {
            return false;
        }

        i++;
        if (KindAt(i) is TokenKind.ClassKeyword or TokenKind.StructKeyword)
        {
            return true;
        }

        return KindAt(i) == TokenKind.Identifier && KindAt(i + 1) is TokenKind.OpenParen or TokenKind.OpenBrace or TokenKind.LessThan or TokenKind.Colon or TokenKind.Semicolon;
    }

    /// <summary>A return type, a name, parameters, and then a body: <c>T F(…) {</c>.</summary>
    private bool IsFunction(int i)
    {
        while (KindAt(i) is TokenKind.StaticKeyword or TokenKind.UnsafeKeyword or TokenKind.ExternKeyword || (TokenAt(i).IsContextual("async") && KindAt(i + 1) != TokenKind.OpenParen))
        {
            i++;
        }

        if (TokenAt(i).IsContextual("await") || ScanType(ref i) == TypeScan.NotType || KindAt(i) != TokenKind.Identifier)
        {
            return false;
        }

        i++;
        if (KindAt(i) == TokenKind.LessThan)
        {
            i = AfterTypeParameters(i);
        }

        if (KindAt(i) != TokenKind.OpenParen)
        {
            return false;
        }

        int close = FindClosing(i);
        if (KindAt(close) != TokenKind.CloseParen)
        {
            // Unclosed: a function being typed, not a call, when it is said to return nothing.
            return KindAt(_position) == TokenKind.VoidKeyword;
        }

        return KindAt(close + 1) is TokenKind.OpenBrace or TokenKind.EqualsGreaterThan || TokenAt(close + 1).IsContextual("where") || KindAt(_position) == TokenKind.VoidKeyword;
    }

    private int AfterTypeParameters(int i)
    {
        int depth = 0;
        do
        {
            switch (KindAt(i))
            {
                case TokenKind.LessThan:
                    depth++;
                    break;
                case TokenKind.GreaterThan:
                    depth--;
                    break;
                case TokenKind.Identifier or TokenKind.Comma or TokenKind.InKeyword or TokenKind.OutKeyword or TokenKind.OpenBracket or TokenKind.CloseBracket:
                    break;
                default:
                    return i;
            }

            i++;
        }
        while (depth > 0);

        return i;
    }

    /// <summary><c>T P {</c> with an accessor, or <c>T P =></c>.</summary>
    private bool IsProperty(int i)
    {
        if (TokenAt(i).IsContextual("await") || ScanType(ref i) == TypeScan.NotType || KindAt(i) != TokenKind.Identifier)
        {
            return false;
        }

        return KindAt(i + 1) switch
        {
            TokenKind.EqualsGreaterThan => true,
            TokenKind.OpenBrace => IsOneOf(TokenAt(i + 2), "get", "set", "init")
                || (KindAt(i + 2) is TokenKind.PrivateKeyword or TokenKind.InternalKeyword or TokenKind.ProtectedKeyword && IsOneOf(TokenAt(i + 3), "get", "set", "init")),
            _ => false,
        };
    }

    private bool IsUsingDirective()
    {
        int i = _position;
        if (IsContextual("global") && PeekKind(1) == TokenKind.UsingKeyword)
        {
            return true;
        }

        if (Kind != TokenKind.UsingKeyword)
        {
            return false;
        }

        i++;
        switch (KindAt(i))
        {
            case TokenKind.StaticKeyword or TokenKind.UnsafeKeyword:
                return true;
            case TokenKind.Identifier when KindAt(i + 1) == TokenKind.EqualsSign:
                return true;
            case TokenKind.Identifier:
                return ScanType(ref i) == TypeScan.NotType || KindAt(i) != TokenKind.Identifier || ExpectedSpanAt(i).Length == 0;
            default:
                return KindAt(i) is TokenKind.EndOfFile or TokenKind.Semicolon;
        }
    }

    private TextSpan ExpectedSpanAt(int i)
    {
        int saved = _position;
        _position = i;
        var span = ExpectedSpan();
        _position = saved;
        return span;
    }

    private UsingDirectiveSyntax ParseUsingDirective()
    {
        int start = Current.Span.Start;
        bool isGlobal = TakeContextual("global");
        Expect(TokenKind.UsingKeyword);
        bool isUnsafe = Take(TokenKind.UnsafeKeyword);
        bool isStatic = Take(TokenKind.StaticKeyword);
        isUnsafe |= Take(TokenKind.UnsafeKeyword);
        SyntaxToken? alias = null;
        if (Kind == TokenKind.Identifier && PeekKind(1) == TokenKind.EqualsSign)
        {
            alias = Next();
            Next();
        }

        var target = alias is null && !isStatic && Kind != TokenKind.Identifier ? ParseIdentifierName() : ParseType();
        Expect(TokenKind.Semicolon);
        return new UsingDirectiveSyntax(SpanFrom(start), isGlobal, isStatic, isUnsafe, alias, target);
    }
}
