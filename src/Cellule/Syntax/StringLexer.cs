using System.Globalization;
using System.Text;
using Cellule.Text;

namespace Cellule.Syntax;

/// <summary>Characters and strings without holes: regular, verbatim, raw, UTF-8.</summary>
internal sealed partial class Lexer
{
    private bool _endsInsideToken;

    /// <summary>An interpolated expression of the string that is being read was never closed.</summary>
    private bool _isHoleOpen;

    private (TokenKind Kind, object? Value) ScanCharacter()
    {
        int start = _position++;
        var value = new StringBuilder();
        while (Current != '\'' && !AtLineEnd())
        {
            AppendCharacter(value);
        }

        bool closed = Current == '\'';
        if (closed)
        {
            _position++;
        }

        var span = TextSpan.FromBounds(start, _position);
        if (!closed)
        {
            _diagnostics.NewlineInConstant(span);
        }
        else if (value.Length == 0)
        {
            _diagnostics.EmptyCharacterLiteral(span);
        }
        else if (value.Length > 1)
        {
            _diagnostics.TooManyCharacters(span);
        }

        return (TokenKind.CharacterLiteral, value.Length > 0 ? value[0] : '\0');
    }

    private (TokenKind Kind, object? Value) ScanString()
    {
        if (Peek(1) == '"' && Peek(2) == '"')
        {
            return ScanRawString();
        }

        int start = _position++;
        var value = new StringBuilder();
        while (Current != '"' && !AtLineEnd())
        {
            AppendCharacter(value);
        }

        if (Current == '"')
        {
            _position++;
        }
        else
        {
            _diagnostics.NewlineInConstant(TextSpan.FromBounds(start, _position));
        }

        return (StringKind(), value.ToString());
    }

    private (TokenKind Kind, object? Value) ScanVerbatimString()
    {
        int start = _position;
        _position += 2;
        var value = new StringBuilder();
        while (_position < _text.Length)
        {
            if (Current == '"' && Peek(1) == '"')
            {
                value.Append('"');
                _position += 2;
            }
            else if (Current == '"')
            {
                _position++;
                return (StringKind(), value.ToString());
            }
            else
            {
                value.Append(_text[_position++]);
            }
        }

        _endsInsideToken = true;
        _diagnostics.UnterminatedString(TextSpan.FromBounds(start, start + 2));
        return (StringKind(), value.ToString());
    }

    private (TokenKind Kind, object? Value) ScanRawString()
    {
        int start = _position;
        int quotes = SkipRun('"');
        int contentStart = _position;
        bool isMultiLine = RestOfLineIsBlank();
        while (_position < _text.Length && (isMultiLine || !AtLineEnd()))
        {
            if (Current != '"')
            {
                _position++;
                continue;
            }

            int runStart = _position;
            int run = SkipRun('"');
            if (run >= quotes)
            {
                if (run > quotes)
                {
                    _diagnostics.RawDelimiterTooShort(TextSpan.FromBounds(runStart, _position));
                }

                string content = _text[contentStart..runStart];
                var raw = new RawContent(_diagnostics, contentStart, content, isMultiLine);
                return (StringKind(), raw.WholeText());
            }
        }

        _endsInsideToken |= _position >= _text.Length;
        _diagnostics.RawNotTerminated(TextSpan.FromBounds(start, contentStart));
        return (StringKind(), _text[contentStart.._position]);
    }

    private TokenKind StringKind()
    {
        if (Current is 'u' or 'U' && Peek(1) == '8' && !char.IsAsciiLetterOrDigit(Peek(2)) && Peek(2) != '_')
        {
            _position += 2;
            return TokenKind.Utf8StringLiteral;
        }

        return TokenKind.StringLiteral;
    }

    /// <summary>Reads one character or escape of a regular string or character literal.</summary>
    private void AppendCharacter(StringBuilder value)
    {
        if (Current != '\\')
        {
            value.Append(_text[_position++]);
            return;
        }

        int start = _position;
        if (Peek(1) is 'u' or 'U')
        {
            AppendUnicodeEscape(value);
            return;
        }

        _position++;
        if (AtLineEnd())
        {
            return;
        }

        char c = _text[_position++];
        char? simple = c switch
        {
            '\'' or '"' or '\\' => c,
            '0' => '\0',
            'a' => '\a',
            'b' => '\b',
            'e' => '\e',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\v',
            _ => null,
        };
        if (simple is { } known)
        {
            value.Append(known);
        }
        else if (c == 'x' && char.IsAsciiHexDigit(Current))
        {
            int digits = _position;
            while (_position - digits < 4 && char.IsAsciiHexDigit(Current))
            {
                _position++;
            }

            value.Append((char)int.Parse(_text.AsSpan(digits, _position - digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
        }
        else
        {
            _diagnostics.UnrecognizedEscape(TextSpan.FromBounds(start, _position));
            value.Append(c);
        }
    }

    private void AppendUnicodeEscape(StringBuilder value)
    {
        int start = _position;
        int digits = Peek(1) == 'u' ? 4 : 8;
        _position += 2;
        int code = 0;
        int read = 0;
        while (read < digits && char.IsAsciiHexDigit(Current))
        {
            code = unchecked((code * 16) + HexValue(Current));
            read++;
            _position++;
        }

        // \u may name half of a surrogate pair, \U a whole code point.
        if (read < digits || code is < 0 or > 0x10FFFF)
        {
            _diagnostics.UnrecognizedEscape(TextSpan.FromBounds(start, _position));
        }
        else if (code > 0xFFFF)
        {
            value.Append(char.ConvertFromUtf32(code));
        }
        else
        {
            value.Append((char)code);
        }
    }

    private int SkipRun(char c)
    {
        int start = _position;
        while (Current == c && _position < _text.Length)
        {
            _position++;
        }

        return _position - start;
    }

    private bool AtLineEnd() => _position >= _text.Length || Current is '\r' or '\n' or '\u0085' or '\u2028' or '\u2029';

    /// <summary>Whether only blanks follow up to a line break (a raw string so opened goes over several lines).</summary>
    private bool RestOfLineIsBlank()
    {
        int i = _position;
        while (i < _text.Length && _text[i] is ' ' or '\t')
        {
            i++;
        }

        return i < _text.Length && _text[i] is '\r' or '\n';
    }
}
