using System.Globalization;
using Cellule.Text;

namespace Cellule.Syntax;

/// <summary>What lies between tokens: white space, comments, and lines that start with <c>#</c>.</summary>
internal sealed partial class Lexer
{
    private void SkipTrivia()
    {
        while (_position < _text.Length)
        {
            char c = Current;
            if (c == '/' && Peek(1) == '/')
            {
                SkipToLineEnd();
            }
            else if (c == '/' && Peek(1) == '*')
            {
                SkipBlockComment();
            }
            else if (c == '#' && IsFirstOnLine())
            {
                ScanDirective();
            }
            else if (char.IsWhiteSpace(c) || c is '\uFEFF' or '\u001A' || (c > 127 && char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator))
            {
                _position++;
            }
            else
            {
                return;
            }
        }
    }

    private void SkipToLineEnd()
    {
        while (!AtLineEnd())
        {
            _position++;
        }
    }

    private void SkipBlockComment()
    {
        int start = _position;
        int end = _text.IndexOf("*/", start + 2, StringComparison.Ordinal);
        if (end < 0)
        {
            _position = _text.Length;
            _endsInsideToken = true;
            _diagnostics.UnterminatedComment(new TextSpan(start, 2));
        }
        else
        {
            _position = end + 2;
        }
    }

    private bool IsFirstOnLine()
    {
        int i = _position - 1;
        while (i >= 0 && _text[i] is not ('\r' or '\n'))
        {
            if (!char.IsWhiteSpace(_text[i]) && _text[i] != '\uFEFF')
            {
                return false;
            }

            i--;
        }

        return true;
    }
}
