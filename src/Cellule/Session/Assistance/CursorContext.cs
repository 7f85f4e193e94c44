using System.Collections.Immutable;
using Cellule.Syntax;
using Cellule.Text;

namespace Cellule.Session.Assistance;

/// <summary>
/// What stands before a cursor, by tokens: the word being written and the expression that it is a member of. It works on cells
/// that don't parse, because cells that are being written never do.
/// </summary>
/// <param name="WordStart">Where the word at the cursor starts.</param>
/// <param name="Word">The part of it before the cursor.</param>
/// <param name="Receiver">The source before the dot; null when there is no dot.</param>
/// <param name="Call">Of the innermost call around the cursor: what is called, as source; null outside calls.</param>
/// <param name="Before">The finished statements before this one, so that their variables are known.</param>
internal sealed record CursorContext(int WordStart, string Word, string? Receiver, string? Call, string Before)
{
    public static CursorContext At(string code, int position)
    {
        var before = code[..Math.Clamp(position, 0, code.Length)];
        var tokens = Tokens(before);
        var end = tokens.Count;
        var (start, word) = (before.Length, "");
        if (end > 0 && tokens[end - 1].Span.End == before.Length && IsWord(tokens[end - 1]))
        {
            end--;
            (start, word) = (tokens[end].Span.Start, tokens[end].Text);
        }

        var receiver = end > 0 && IsDot(tokens[end - 1]) && StartOf(tokens, end - 1) is var first && first < end - 1
            ? before[tokens[first].Span.Start..tokens[end - 2].Span.End]
            : end > 0 && IsDot(tokens[end - 1]) ? "" : null;
        return new CursorContext(start, word, receiver, CallAround(before, tokens, end), FinishedStatements(before, tokens));
    }

    /// <summary>Of <c>x["part</c>: <c>x</c>, where the part starts, and the part; null elsewhere.</summary>
    public static (string Receiver, int Start, string Part)? KeyAt(string code, int position)
    {
        var before = code[..Math.Clamp(position, 0, code.Length)];
        var quote = before.LastIndexOf('"');
        if (quote < 1 || before.AsSpan(quote).Contains('\n') || before[..quote].TrimEnd() is not [.., '['] head)
        {
            return null;
        }

        var tokens = Tokens(head[..^1]);
        return tokens.Count > 0 && StartOf(tokens, tokens.Count) is var first && first < tokens.Count
            ? (head[tokens[first].Span.Start..tokens[^1].Span.End], quote + 1, before[(quote + 1)..])
            : null;
    }

    private static ImmutableList<SyntaxToken> Tokens(string text) =>
        [.. Lexer.Lex(new DiagnosticBag(new SourceText(text))).Tokens.Where(token => token.Kind != TokenKind.EndOfFile)];

    private static bool IsWord(SyntaxToken token) => token.Kind == TokenKind.Identifier || KeywordTable.KindOf(token.Text) != TokenKind.Identifier && char.IsLetter(token.Text, 0);

    // '?.' comes as '?' and '.'.
    private static bool IsDot(SyntaxToken token) => token.Kind == TokenKind.Dot;

    /// <summary>The index of the token with which the primary expression that ends before <paramref name="end"/> starts; <paramref name="end"/> when there is none.</summary>
    private static int StartOf(ImmutableList<SyntaxToken> tokens, int end)
    {
        var at = end;
        while (at > 0)
        {
            var token = tokens[at - 1];
            if (token.Kind == TokenKind.Question && at < end)
            {
                at--;
            }
            else if (token.Kind is TokenKind.CloseParen or TokenKind.CloseBracket)
            {
                at = Opening(tokens, at - 1);
                if (at > 0 && (tokens[at - 1].Kind is TokenKind.CloseParen or TokenKind.CloseBracket or TokenKind.GreaterThan || IsWord(tokens[at - 1])))
                {
                    at = tokens[at - 1].Kind == TokenKind.GreaterThan ? TypeArguments(tokens, at - 1) : at;
                    continue;
                }
            }
            else if (IsWord(token) || token.Kind is TokenKind.StringLiteral or TokenKind.NumericLiteral or TokenKind.CharacterLiteral or TokenKind.InterpolatedString)
            {
                at--;
            }
            else
            {
                return end;
            }

            if (at > 0 && tokens[at - 1].Kind == TokenKind.NewKeyword)
            {
                return at - 1;
            }

            if (at == 0 || !IsDot(tokens[at - 1]))
            {
                return at;
            }

            at--;
            if (at > 0 && tokens[at - 1].Kind == TokenKind.Question)
            {
                at--;
            }
        }

        return at;
    }

    private static int TypeArguments(ImmutableList<SyntaxToken> tokens, int close)
    {
        var depth = 0;
        for (var at = close; at >= 0; at--)
        {
            depth += tokens[at].Kind switch { TokenKind.GreaterThan => 1, TokenKind.LessThan => -1, _ => 0 };
            if (depth == 0)
            {
                return at;
            }
        }

        return 0;
    }

    private static int Opening(ImmutableList<SyntaxToken> tokens, int close)
    {
        var depth = 0;
        for (var at = close; at >= 0; at--)
        {
            depth += Depth(tokens[at].Kind);
            if (depth == 0)
            {
                return at;
            }
        }

        return 0;
    }

    private static int Depth(TokenKind kind) => kind switch
    {
        TokenKind.CloseParen or TokenKind.CloseBracket or TokenKind.CloseBrace => 1,
        TokenKind.OpenParen or TokenKind.OpenBracket or TokenKind.OpenBrace => -1,
        _ => 0,
    };

    private static string? CallAround(string text, ImmutableList<SyntaxToken> tokens, int end)
    {
        var depth = 0;
        for (var at = end - 1; at > 0; at--)
        {
            depth += Depth(tokens[at].Kind);
            if (depth < 0)
            {
                return tokens[at].Kind == TokenKind.OpenParen && StartOf(tokens, at) is var first && first < at ? text[tokens[first].Span.Start..tokens[at - 1].Span.End] : null;
            }
        }

        return null;
    }

    private static string FinishedStatements(string text, ImmutableList<SyntaxToken> tokens)
    {
        var (depth, end) = (0, 0);
        foreach (var token in tokens)
        {
            depth -= Depth(token.Kind);
            if (depth == 0 && token.Kind is TokenKind.Semicolon or TokenKind.CloseBrace)
            {
                end = token.Span.End;
            }
        }

        return text[..end];
    }
}
