using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Cellule.Text;

namespace Cellule.Syntax;

/// <summary>
/// A recursive-descent parser for C# 14 as scripts write it; the grammar's parts are in the files named for them. This one has the token
/// stream and the rules of recovery: a missing token is reported once per place and made up, and every loop consumes a token or ends.
/// </summary>
internal sealed partial class Parser
{
    /// <summary>Deeper trees than any person writes would overflow the stack of the stages to come.</summary>
    private const int MaxDepth = 300;

    /// <summary>Nobody reads more errors of one cell.</summary>
    private const int MaxErrors = 50;

    private readonly DiagnosticBag _diagnostics;
    private readonly ImmutableArray<DirectiveSyntax> _directives;
    private readonly bool _lexerFailed;
    private readonly bool _endsInsideToken;
    private ImmutableArray<SyntaxToken> _tokens;
    private int _position;
    private int _depth;
    private bool _isAborted;
    private bool _inHole;
    private int _lastErrorStart = -1;
    private int _errors;
    private bool? _firstErrorIsAtEnd;

    public Parser(LexedSource source, DiagnosticBag diagnostics)
    {
        _tokens = source.Tokens;
        _directives = source.Directives;
        _diagnostics = diagnostics;
        _lexerFailed = diagnostics.HasErrors;
        _endsInsideToken = source.EndsInsideToken;
    }

    /// <summary>What could be said of the source, once it has been parsed.</summary>
    public SyntaxCompleteness Completeness
    {
        get
        {
            if (!_diagnostics.HasErrors)
            {
                return SyntaxCompleteness.Complete;
            }

            bool couldGoOn = _lexerFailed ? _endsInsideToken && _firstErrorIsAtEnd != false : _firstErrorIsAtEnd == true;
            return couldGoOn && !_isAborted ? SyntaxCompleteness.Incomplete : SyntaxCompleteness.Invalid;
        }
    }

    private SyntaxToken Current => _tokens[_position];

    private TokenKind Kind => _tokens[_position].Kind;

    private bool AtEnd => Kind == TokenKind.EndOfFile;

    private SyntaxToken TokenAt(int index) => _tokens[Math.Min(index, _tokens.Length - 1)];

    private TokenKind KindAt(int index) => TokenAt(index).Kind;

    private TokenKind PeekKind(int offset) => KindAt(_position + offset);

    private SyntaxToken Next()
    {
        var token = Current;
        if (_position < _tokens.Length - 1)
        {
            _position++;
        }

        return token;
    }

    private bool Take(TokenKind kind)
    {
        if (Kind != kind)
        {
            return false;
        }

        Next();
        return true;
    }

    private bool IsContextual(string word) => Current.IsContextual(word);

    private bool TakeContextual(string word)
    {
        if (!IsContextual(word))
        {
            return false;
        }

        Next();
        return true;
    }

    private SyntaxToken Expect(TokenKind kind)
    {
        if (Kind == kind)
        {
            return Next();
        }

        if (TryReport(out var span))
        {
            switch (kind)
            {
                case TokenKind.Semicolon:
                    _diagnostics.SemicolonExpected(span);
                    break;
                case TokenKind.CloseParen:
                    _diagnostics.CloseParenExpected(span);
                    break;
                case TokenKind.CloseBrace:
                    _diagnostics.CloseBraceExpected(span);
                    break;
                case TokenKind.OpenBrace:
                    _diagnostics.OpenBraceExpected(span);
                    break;
                case TokenKind.InKeyword:
                    _diagnostics.InExpected(span);
                    break;
                default:
                    _diagnostics.TokenExpected(span, KeywordTable.TextOf(kind));
                    break;
            }
        }

        return Missing(kind);
    }

    private SyntaxToken ExpectIdentifier()
    {
        if (Kind == TokenKind.Identifier)
        {
            return Next();
        }

        bool isUsedAsName = PeekKind(1) is TokenKind.EqualsSign or TokenKind.Semicolon or TokenKind.Comma or TokenKind.CloseParen;
        bool isKeyword = KeywordTable.IsKeyword(Kind) && (isUsedAsName || !IsStatementKeyword(Kind));
        if (TryReport(out var span))
        {
            if (isKeyword)
            {
                _diagnostics.KeywordAsIdentifier(Current.Span, Current.Text);
            }
            else
            {
                _diagnostics.IdentifierExpected(span);
            }
        }

        // 'int class = 1;': the keyword is taken for the name, so that the rest is read as meant.
        return isKeyword && isUsedAsName
            ? Next()
            : Missing(TokenKind.Identifier);
    }

    private SyntaxToken Missing(TokenKind kind) => new(kind, new TextSpan(PreviousEnd, 0), PreviousEnd, "") { IsMissing = true };

    /// <summary>
    /// Claims the place for an error: false when this place already has one. A missing token is reported where the line before it
    /// ends, or at the token that stands there instead.
    /// </summary>
    private bool TryReport(out TextSpan span)
    {
        span = ExpectedSpan();
        return TryReportAt(span);
    }

    private bool TryReportAt(TextSpan span)
    {
        // A bad token has been reported by the lexer.
        if (_isAborted || span.Start == _lastErrorStart || Kind == TokenKind.Bad || ++_errors > MaxErrors)
        {
            return false;
        }

        _lastErrorStart = span.Start;
        _firstErrorIsAtEnd ??= AtEnd && !_inHole;
        return true;
    }

    private TextSpan ExpectedSpan()
    {
        if (_position == 0)
        {
            return Current.Span;
        }

        int end = PreviousEnd;
        bool onNextLine = AtEnd || _diagnostics.Source.Text.AsSpan(end, Current.Span.Start - end).ContainsAny('\r', '\n');
        return onNextLine ? new TextSpan(end, 0) : Current.Span;
    }

    private int PreviousEnd => _position > 0 ? _tokens[_position - 1].Span.End : Current.Span.Start;

    private TextSpan SpanFrom(int start) => TextSpan.FromBounds(start, Math.Max(start, PreviousEnd));

    private TextSpan SpanFrom(SyntaxNode first) => SpanFrom(first.Span.Start);

    /// <summary>Enters a level of nesting; false (and everything is skipped) when the source nests too deep.</summary>
    private bool TryEnter()
    {
        if (_depth < MaxDepth && RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            _depth++;
            return true;
        }

        if (!_isAborted)
        {
            _firstErrorIsAtEnd ??= false;
            _diagnostics.TooComplex(Current.Span);
            _isAborted = true;
        }

        _position = _tokens.Length - 1;
        return false;
    }

    private void Leave() => _depth--;

    /// <summary>The index of the bracket that closes the one at <paramref name="open"/>; the last token's when none does.</summary>
    private int FindClosing(int open)
    {
        int depth = 0;
        for (int i = open; i < _tokens.Length; i++)
        {
            switch (_tokens[i].Kind)
            {
                case TokenKind.OpenParen or TokenKind.OpenBracket or TokenKind.OpenBrace:
                    depth++;
                    break;
                case TokenKind.CloseParen or TokenKind.CloseBracket or TokenKind.CloseBrace:
                    if (--depth <= 0)
                    {
                        return i;
                    }

                    break;
                default:
                    break;
            }
        }

        return _tokens.Length - 1;
    }

    private bool Adjacent(int index) => index >= 0 && TokenAt(index).Span.End == TokenAt(index + 1).Span.Start;

    /// <summary>Elements between separators up to a closing token (not consumed), a trailing separator allowed when asked.</summary>
    private ImmutableArray<T> ParseSeparated<T>(TokenKind close, Func<T> parseElement, bool allowTrailing = false)
    {
        if (Kind == close)
        {
            return [];
        }

        var elements = ImmutableArray.CreateBuilder<T>();
        while (!AtEnd)
        {
            int before = _position;
            elements.Add(parseElement());
            if (Kind == TokenKind.Comma)
            {
                Next();
                if (allowTrailing && Kind == close)
                {
                    break;
                }

                continue;
            }

            // Members and elements in braces are told apart by commas: what stands there instead is read as one.
            if (close == TokenKind.CloseBrace && Kind is TokenKind.Semicolon or TokenKind.Colon && PeekKind(1) != TokenKind.EndOfFile)
            {
                Expect(TokenKind.Comma);
                Next();
                if (Kind == close)
                {
                    break;
                }

                continue;
            }

            if (Kind == close || EndsList(Kind))
            {
                break;
            }

            // Two elements without a comma: said once, and the second is read as one.
            if (!StartsExpression(Kind) && Kind != TokenKind.OutKeyword)
            {
                if (_position == before)
                {
                    Next();
                }

                break;
            }

            Expect(TokenKind.Comma);
            if (_position == before)
            {
                Next();
            }
        }

        return elements.ToImmutable();
    }

    private static bool EndsList(TokenKind kind) => kind is TokenKind.Semicolon or TokenKind.CloseParen or TokenKind.CloseBracket
        or TokenKind.CloseBrace or TokenKind.EndOfFile || IsStatementKeyword(kind);

    /// <summary>Words that only a statement or declaration starts with: an open bracket before them was forgotten.</summary>
    private static bool IsStatementKeyword(TokenKind kind) => kind is TokenKind.BreakKeyword or TokenKind.CatchKeyword or TokenKind.ConstKeyword
        or TokenKind.ContinueKeyword or TokenKind.DoKeyword or TokenKind.ElseKeyword or TokenKind.FinallyKeyword or TokenKind.ForKeyword
        or TokenKind.ForEachKeyword or TokenKind.GotoKeyword or TokenKind.IfKeyword or TokenKind.LockKeyword or TokenKind.ReturnKeyword
        or TokenKind.TryKeyword or TokenKind.UsingKeyword or TokenKind.WhileKeyword or TokenKind.ClassKeyword or TokenKind.StructKeyword
        or TokenKind.EnumKeyword or TokenKind.InterfaceKeyword or TokenKind.NamespaceKeyword or TokenKind.PublicKeyword
        or TokenKind.PrivateKeyword or TokenKind.ProtectedKeyword or TokenKind.InternalKeyword;
}
