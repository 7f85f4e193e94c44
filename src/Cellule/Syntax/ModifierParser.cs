using System.Collections.Immutable;

namespace Cellule.Syntax;

/// <summary>What stands before a declaration: attributes and modifiers.</summary>
internal sealed partial class Parser
{
    private ImmutableArray<AttributeListSyntax> ParseAttributeLists()
    {
        if (Kind != TokenKind.OpenBracket)
        {
            return [];
        }

        var lists = ImmutableArray.CreateBuilder<AttributeListSyntax>();
        while (Kind == TokenKind.OpenBracket)
        {
            lists.Add(ParseAttributeList());
        }

        return lists.ToImmutable();
    }

    private AttributeListSyntax ParseAttributeList()
    {
        int start = Next().Span.Start;
        SyntaxToken? target = null;
        if (PeekKind(1) == TokenKind.Colon)
        {
            target = Next();
            Next();
        }

        var attributes = ParseSeparated(TokenKind.CloseBracket, ParseAttribute, allowTrailing: true);
        Expect(TokenKind.CloseBracket);
        return new AttributeListSyntax(SpanFrom(start), target, attributes);
    }

    private AttributeSyntax ParseAttribute()
    {
        int start = Current.Span.Start;
        var name = ParseTypeName();
        ImmutableArray<AttributeArgumentSyntax> arguments = [];
        if (Take(TokenKind.OpenParen))
        {
            arguments = ParseSeparated(TokenKind.CloseParen, () =>
            {
                int argumentStart = Current.Span.Start;
                bool isNamed = Kind == TokenKind.Identifier && PeekKind(1) is TokenKind.EqualsSign or TokenKind.Colon;
                var argumentName = isNamed ? Next() : null;
                bool isProperty = isNamed && Next().Kind == TokenKind.EqualsSign;
                var value = ParseExpression();
                return new AttributeArgumentSyntax(SpanFrom(argumentStart), isProperty ? argumentName : null, isProperty ? null : argumentName, value);
            });
            Expect(TokenKind.CloseParen);
        }

        return new AttributeSyntax(SpanFrom(start), name, arguments);
    }

    private ModifierList ParseModifiers()
    {
        var flags = Modifiers.None;
        var tokens = ImmutableArray.CreateBuilder<SyntaxToken>();
        while (PeekModifier() is var modifier && modifier != Modifiers.None)
        {
            if ((flags & modifier) != 0 && TryReportAt(Current.Span))
            {
                _diagnostics.DuplicateModifier(Current.Span, Current.Text);
            }

            flags |= modifier;
            tokens.Add(Next());
        }

        return new ModifierList(flags, tokens.ToImmutable());
    }

    private Modifiers PeekModifier() => Kind switch
    {
        TokenKind.PublicKeyword => Modifiers.Public,
        TokenKind.PrivateKeyword => Modifiers.Private,
        TokenKind.ProtectedKeyword => Modifiers.Protected,
        TokenKind.InternalKeyword => Modifiers.Internal,
        TokenKind.StaticKeyword => Modifiers.Static,
        TokenKind.AbstractKeyword => Modifiers.Abstract,
        TokenKind.SealedKeyword => Modifiers.Sealed,
        TokenKind.VirtualKeyword => Modifiers.Virtual,
        TokenKind.OverrideKeyword => Modifiers.Override,
        TokenKind.NewKeyword => Modifiers.New,
        TokenKind.ReadOnlyKeyword => Modifiers.ReadOnly,
        TokenKind.ConstKeyword => Modifiers.Const,
        TokenKind.VolatileKeyword => Modifiers.Volatile,
        TokenKind.ExternKeyword => Modifiers.Extern,
        TokenKind.UnsafeKeyword => Modifiers.Unsafe,
        TokenKind.FixedKeyword => Modifiers.Fixed,
        TokenKind.RefKeyword when PeekKind(1) == TokenKind.StructKeyword || (TokenAt(_position + 1).IsContextual("partial") && PeekKind(2) == TokenKind.StructKeyword) => Modifiers.Ref,
        TokenKind.Identifier => PeekContextualModifier(),
        _ => Modifiers.None,
    };

    private Modifiers PeekContextualModifier()
    {
        var modifier = Current.Text switch
        {
            "async" => Modifiers.Async,
            "partial" => Modifiers.Partial,
            "required" => Modifiers.Required,
            "file" => Modifiers.File,
            _ => Modifiers.None,
        };

        // A member may also be called or typed so: what follows must go on with a declaration.
        bool goesOn = PeekKind(1) is TokenKind.Identifier or TokenKind.OpenParen or >= TokenKind.AbstractKeyword;
        return goesOn && !(PeekKind(1) == TokenKind.OpenParen && !IsTupleTyped(_position + 1)) ? modifier : Modifiers.None;
    }
}
