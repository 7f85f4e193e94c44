using Cellule.Binding;
using Cellule.Syntax;
using Cellule.Text;

namespace Cellule.Session.Assistance;

/// <summary>
/// The place of a cursor in a cell's text: the name around it, and the cell with <see cref="CursorProbe.Marker"/> in that name's stead.
/// It runs from <c>Start</c> to <c>End</c>, which may be behind the cursor.
/// </summary>
internal sealed record CursorText(string Code, int Position, int Start, int End)
{
    /// <summary>The part of the name before the cursor.</summary>
    public string Word => Code[Start..Position];

    /// <summary>The text before the name.</summary>
    public string Before => Code[..Start];

    public static CursorText At(string code, int position)
    {
        position = Math.Clamp(position, 0, code.Length);
        var (start, end) = (position, position);
        while (start > 0 && IsOfName(code[start - 1]))
            start--;
        while (end < code.Length && IsOfName(code[end]))
            end++;
        return new CursorText(code, position, start, end);
    }

    /// <summary>
    /// The cell as it is, and the cell as far as the cursor: what follows the cursor may declare what is used before it, or may be what
    /// the half-written statement swallows.
    /// </summary>
    public IEnumerable<string> Marked()
    {
        yield return Before + CursorProbe.Marker + Code[End..];
        if (End < Code.Length)
            yield return Before + CursorProbe.Marker;
    }

    /// <summary>Whether a name can stand here: not within a number, a comment or the text of a string.</summary>
    public bool IsInCode()
    {
        if (Start < End && char.IsAsciiDigit(Code[Start]))
            return false;
        var tokens = Lexer.Lex(new DiagnosticBag(new SourceText(Before + CursorProbe.Marker))).Tokens;
        return tokens.Any(token => token.Text.Contains(CursorProbe.Marker, StringComparison.Ordinal) && token.Kind is TokenKind.Identifier or TokenKind.InterpolatedString);
    }

    /// <summary>The name before the bracket whose arguments the cursor is among; null when it is among none.</summary>
    public CursorText? CallAround()
    {
        var tokens = Lexer.Lex(new DiagnosticBag(new SourceText(Code[..Position]))).Tokens;
        var closed = 0;
        for (var i = tokens.Length - 1; i > 0; i--)
        {
            switch (tokens[i].Kind)
            {
                case TokenKind.CloseParen or TokenKind.CloseBrace or TokenKind.CloseBracket:
                    closed++;
                    break;
                case TokenKind.OpenParen when closed == 0 && tokens[i - 1].Kind == TokenKind.Identifier:
                    return At(Code, tokens[i - 1].Span.End);
                // A statement, or the body of a lambda: what is around it is not being written here.
                case TokenKind.Semicolon or TokenKind.OpenBrace when closed == 0:
                    return null;
                case TokenKind.OpenParen or TokenKind.OpenBrace or TokenKind.OpenBracket when closed > 0:
                    closed--;
                    break;
            }
        }

        return null;
    }

    private static bool IsOfName(char c) => char.IsLetterOrDigit(c) || c is '_' or '@';
}
