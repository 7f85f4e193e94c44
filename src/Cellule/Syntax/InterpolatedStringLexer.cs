using System.Collections.Immutable;
using System.Text;
using Cellule.Text;

namespace Cellule.Syntax;

/// <summary>
/// Interpolated strings. The value of the token is its parts; the tokens of a hole are scanned with the ordinary scanner, so that
/// strings, comments and brackets within it are what they are, until a <c>}</c> or <c>:</c> outside of brackets.
/// </summary>
internal sealed partial class Lexer
{
    private enum InterpolatedForm
    {
        Regular,
        Verbatim,
        Raw,
    }

    private bool StartsInterpolated()
    {
        int i = 0;
        while (Peek(i) is '$' or '@')
        {
            i++;
        }

        return i > 0 && Peek(i) == '"' && (i == 1 ? Current == '$' : Peek(i - 1) == '$' || Peek(1) == '@' || Current == '@');
    }

    private (TokenKind Kind, object? Value) ScanInterpolatedString()
    {
        int start = _position;
        int dollars = 0;
        bool isVerbatim = false;
        while (Current is '$' or '@')
        {
            dollars += Current == '$' ? 1 : 0;
            isVerbatim |= Current == '@';
            _position++;
        }

        if (++_stringDepth > MaxStringDepth)
        {
            _diagnostics.TooComplex(TextSpan.FromBounds(start, _position));
            _position = _text.Length;
            return (TokenKind.InterpolatedString, ImmutableArray<InterpolatedPart>.Empty);
        }

        bool isRaw = !isVerbatim && LooksAt("\"\"\"");
        var parts = isRaw ? ScanRawParts(start, dollars) : ScanParts(start, isVerbatim ? InterpolatedForm.Verbatim : InterpolatedForm.Regular);
        _stringDepth--;
        return (TokenKind.InterpolatedString, parts);
    }

    private ImmutableArray<InterpolatedPart> ScanParts(int start, InterpolatedForm form)
    {
        _position++;
        var parts = ImmutableArray.CreateBuilder<InterpolatedPart>();
        var text = new StringBuilder();
        int textStart = _position;
        _isHoleOpen = false;
        while (true)
        {
            if (_position >= _text.Length || (form == InterpolatedForm.Regular && AtLineEnd()))
            {
                ReportOpenString(start, form);
                break;
            }

            if (form == InterpolatedForm.Verbatim && Current == '"' && Peek(1) == '"')
            {
                text.Append('"');
                _position += 2;
            }
            else if (Current == '"')
            {
                break;
            }
            else if (Current is '{' or '}' && Peek(1) == Current)
            {
                text.Append(Current);
                _position += 2;
            }
            else if (Current == '{')
            {
                AddText(textStart);
                parts.Add(ScanHole(form, 1));
                textStart = _position;
            }
            else if (Current == '}')
            {
                _diagnostics.UnescapedCloseBrace(new TextSpan(_position, 1));
                _position++;
            }
            else if (form == InterpolatedForm.Regular)
            {
                AppendCharacter(text);
            }
            else
            {
                text.Append(_text[_position++]);
            }
        }

        AddText(textStart);
        if (Current == '"')
        {
            _position++;
        }

        return parts.ToImmutable();

        void AddText(int from)
        {
            if (text.Length > 0)
            {
                parts.Add(new InterpolatedText(TextSpan.FromBounds(from, _position), text.ToString()));
                text.Clear();
            }
        }
    }

    private void ReportOpenString(int start, InterpolatedForm form)
    {
        _endsInsideToken |= form == InterpolatedForm.Verbatim;

        // What is left of the line went into an expression that has been reported.
        if (_isHoleOpen)
        {
            return;
        }

        if (form == InterpolatedForm.Verbatim)
        {
            _diagnostics.UnterminatedString(TextSpan.FromBounds(start, Math.Min(start + 3, _text.Length)));
        }
        else
        {
            _diagnostics.NewlineInConstant(TextSpan.FromBounds(start, _position));
        }
    }

    private ImmutableArray<InterpolatedPart> ScanRawParts(int start, int dollars)
    {
        int quotes = SkipRun('"');
        int contentStart = _position;
        bool isMultiLine = RestOfLineIsBlank();
        var holes = new List<InterpolatedHole>();
        int contentEnd = -1;
        while (_position < _text.Length && (isMultiLine || !AtLineEnd()))
        {
            if (Current == '"')
            {
                int runStart = _position;
                int run = SkipRun('"');
                if (run >= quotes)
                {
                    if (run > quotes)
                    {
                        _diagnostics.RawDelimiterTooShort(TextSpan.FromBounds(runStart, _position));
                    }

                    contentEnd = runStart;
                    break;
                }
            }
            else if (Current == '{')
            {
                int runStart = _position;
                int run = SkipRun('{');
                if (run >= 2 * dollars)
                {
                    _diagnostics.TooManyOpenBraces(TextSpan.FromBounds(runStart, _position));
                }

                if (run >= dollars)
                {
                    // The innermost braces open the hole, those before are text.
                    _position -= dollars;
                    holes.Add(ScanHole(InterpolatedForm.Raw, dollars));
                }
            }
            else if (Current == '}')
            {
                int runStart = _position;
                if (SkipRun('}') >= dollars)
                {
                    _diagnostics.TooManyCloseBraces(TextSpan.FromBounds(runStart, _position));
                }
            }
            else
            {
                _position++;
            }
        }

        if (contentEnd < 0)
        {
            _endsInsideToken |= _position >= _text.Length;
            _diagnostics.RawNotTerminated(TextSpan.FromBounds(start, contentStart));
            return [.. holes];
        }

        return CookRawParts(contentStart, contentEnd, isMultiLine, holes);
    }

    private ImmutableArray<InterpolatedPart> CookRawParts(int contentStart, int contentEnd, bool isMultiLine, List<InterpolatedHole> holes)
    {
        var content = new RawContent(_diagnostics, contentStart, _text[contentStart..contentEnd], isMultiLine);
        var parts = ImmutableArray.CreateBuilder<InterpolatedPart>();
        int from = contentStart;
        foreach (var hole in holes)
        {
            AddText(from, hole.Span.Start);
            parts.Add(hole);
            from = hole.Span.End;
        }

        AddText(from, contentEnd);
        return parts.ToImmutable();

        void AddText(int start, int end)
        {
            string value = content.Cook(start - contentStart, end - contentStart);
            if (value.Length > 0)
            {
                parts.Add(new InterpolatedText(TextSpan.FromBounds(start, end), value));
            }
        }
    }

    private InterpolatedHole ScanHole(InterpolatedForm form, int braces)
    {
        int start = _position;
        _position += braces;
        var tokens = new List<SyntaxToken>();
        int depth = 0;
        while (true)
        {
            int fullStart = _position;
            SkipTrivia();
            bool outside = depth <= 0;
            bool endsHole = _position >= _text.Length
                || (outside && (Current == '}' || (Current == ':' && Peek(1) != ':')))
                || (outside && form == InterpolatedForm.Regular && StringEndsHere(tokens));
            if (endsHole)
            {
                tokens.Add(new SyntaxToken(TokenKind.EndOfFile, new TextSpan(_position, 0), fullStart, ""));
                break;
            }

            _position = fullStart;
            var token = NextToken();
            tokens.Add(token);
            depth += token.Kind switch
            {
                TokenKind.OpenParen or TokenKind.OpenBracket or TokenKind.OpenBrace => 1,
                TokenKind.CloseParen or TokenKind.CloseBracket or TokenKind.CloseBrace => -1,
                _ => 0,
            };
        }

        string? format = Current == ':' ? ScanFormat(form, braces) : null;
        int closing = 0;
        while (closing < braces && Current == '}')
        {
            closing++;
            _position++;
        }

        if (closing < braces)
        {
            // The compiler points at what stands before the brace; where a raw string's begins is not measured.
            _isHoleOpen = true;
            _diagnostics.InterpolationNotClosed(form is InterpolatedForm.Regular or InterpolatedForm.Verbatim ? new TextSpan(start - 1, 1) : TextSpan.FromBounds(start, start + braces));
            _endsInsideToken |= _position >= _text.Length && form != InterpolatedForm.Regular;
        }

        return new InterpolatedHole(TextSpan.FromBounds(start, _position), [.. tokens], format);
    }

    /// <summary>Whether a quote here closes a regular string whose hole was left open: after a complete operand no string can start.</summary>
    private bool StringEndsHere(List<SyntaxToken> tokens) => Current == '"' && tokens.Count > 0
        && tokens[^1].Kind is TokenKind.Identifier or TokenKind.NumericLiteral or TokenKind.StringLiteral or TokenKind.CloseParen or TokenKind.CloseBracket;

    private string ScanFormat(InterpolatedForm form, int braces)
    {
        int colon = _position++;
        var format = new StringBuilder();
        while (_position < _text.Length)
        {
            if (Current == '}')
            {
                if (form != InterpolatedForm.Raw && Peek(1) == '}' && braces == 1 && !ClosesAfterFormat())
                {
                    format.Append('}');
                    _position += 2;
                    continue;
                }

                break;
            }

            if (form == InterpolatedForm.Verbatim && Current == '"' && Peek(1) == '"')
            {
                format.Append('"');
                _position += 2;
            }
            else if (Current == '"' || (form == InterpolatedForm.Regular && AtLineEnd()))
            {
                break;
            }
            else if (form == InterpolatedForm.Regular)
            {
                AppendCharacter(format);
            }
            else
            {
                format.Append(_text[_position++]);
            }
        }

        if (format.Length == 0)
        {
            _diagnostics.EmptyFormat(new TextSpan(colon, 1));
        }

        return format.ToString();
    }

    /// <summary><c>}}</c> in a format is one brace of it, unless an odd run closes: <c>{x:0}}}</c> is the hole's end and an escaped brace.</summary>
    private bool ClosesAfterFormat()
    {
        int run = 0;
        while (Peek(run) == '}')
        {
            run++;
        }

        return run % 2 == 1;
    }
}
