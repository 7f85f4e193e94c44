using System.Globalization;
using System.Text;
using Cellule.Text;

namespace Cellule.Syntax;

/// <summary>
/// Cuts a source into tokens; strings, numbers and what lies between tokens have their own files. Nothing throws: what no token can
/// start with becomes a <see cref="TokenKind.Bad"/> one. Interpolated strings are one token whose holes are lists of tokens.
/// </summary>
internal sealed partial class Lexer
{
    /// <summary>Strings within holes of strings nest at most so deep.</summary>
    private const int MaxStringDepth = 60;

    private readonly string _text;
    private readonly DiagnosticBag _diagnostics;
    private readonly List<DirectiveSyntax> _directives = [];
    private int _position;
    private int _stringDepth;

    private Lexer(DiagnosticBag diagnostics)
    {
        _text = diagnostics.Source.Text;
        _diagnostics = diagnostics;
    }

    private char Current => Peek(0);

    /// <summary>All tokens of the source, the last one being <see cref="TokenKind.EndOfFile"/>, and its directives.</summary>
    public static LexedSource Lex(DiagnosticBag diagnostics)
    {
        var lexer = new Lexer(diagnostics);
        var tokens = new List<SyntaxToken>();
        do
        {
            tokens.Add(lexer.NextToken());
        }
        while (tokens[^1].Kind != TokenKind.EndOfFile);

        lexer.CheckOpenDirectives();
        return new LexedSource([.. tokens], [.. lexer._directives], lexer._endsInsideToken);
    }

    private char Peek(int offset)
    {
        int index = _position + offset;
        return (uint)index < (uint)_text.Length ? _text[index] : '\0';
    }

    private bool LooksAt(string expected) => string.CompareOrdinal(_text, _position, expected, 0, expected.Length) == 0;

    private SyntaxToken NextToken()
    {
        int fullStart = _position;
        SkipTrivia();
        int start = _position;
        if (_position >= _text.Length)
        {
            return new SyntaxToken(TokenKind.EndOfFile, new TextSpan(start, 0), fullStart, "");
        }

        var (kind, value) = Scan();
        return new SyntaxToken(kind, TextSpan.FromBounds(start, _position), fullStart, _text[start.._position], value);
    }

    private (TokenKind Kind, object? Value) Scan()
    {
        char c = Current;
        if (c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or '_' or '\\' || (c > 127 && IsIdentifierStart()))
        {
            return ScanIdentifier();
        }

        if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Peek(1))))
        {
            return ScanNumber();
        }

        return c switch
        {
            '"' => ScanString(),
            '\'' => ScanCharacter(),
            '$' when StartsInterpolated() => ScanInterpolatedString(),
            '@' => ScanAt(),
            _ => (ScanPunctuation(), null),
        };
    }

    private (TokenKind Kind, object? Value) ScanAt()
    {
        if (Peek(1) == '"')
        {
            return ScanVerbatimString();
        }

        if (StartsInterpolated())
        {
            return ScanInterpolatedString();
        }

        int start = _position++;
        if (IsIdentifierStart())
        {
            return (TokenKind.Identifier, ScanName());
        }

        _diagnostics.KeywordAfterAt(TextSpan.FromBounds(start, _position));
        return (TokenKind.Bad, null);
    }

    private (TokenKind Kind, object? Value) ScanIdentifier()
    {
        int start = _position;
        string name = ScanName();
        if (_position == start)
        {
            return (ScanBad(), null);
        }

        // An escaped keyword (\u0069f) is an identifier.
        TokenKind kind = name.Length == _position - start ? KeywordTable.KindOf(name) : TokenKind.Identifier;
        return (kind, kind == TokenKind.Identifier ? name : null);
    }

    /// <summary>Reads a name, resolving <c>\u0041</c> escapes and leaving formatting characters out; empty when there is none.</summary>
    private string ScanName()
    {
        int start = _position;
        while (Current is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or '_' or >= '0' and <= '9')
        {
            _position++;
        }

        if (Current != '\\' && Current <= 127)
        {
            return _text[start.._position];
        }

        var name = new StringBuilder(_text, start, _position - start, 64);
        while (true)
        {
            int length = 1;
            Rune rune;
            if (Current == '\\' && TryPeekUnicodeEscape(out rune, out int escapeLength))
            {
                length = escapeLength;
            }
            else if (Current != '\\' && Rune.TryGetRuneAt(_text, Math.Min(_position, Math.Max(0, _text.Length - 1)), out rune) && _position < _text.Length)
            {
                length = rune.Utf16SequenceLength;
            }
            else
            {
                break;
            }

            var category = Rune.GetUnicodeCategory(rune);
            if (category == UnicodeCategory.Format)
            {
                _position += length;
                continue;
            }

            if (!(name.Length == 0 ? IsStart(rune, category) : IsStart(rune, category) || IsPart(category)))
            {
                break;
            }

            name.Append(rune.ToString());
            _position += length;
        }

        return name.ToString();
    }

    private bool IsIdentifierStart()
    {
        Rune rune;
        if (Current == '\\')
        {
            return TryPeekUnicodeEscape(out rune, out _) && IsStart(rune, Rune.GetUnicodeCategory(rune));
        }

        return _position < _text.Length && Rune.TryGetRuneAt(_text, _position, out rune) && IsStart(rune, Rune.GetUnicodeCategory(rune));
    }

    private static bool IsStart(Rune rune, UnicodeCategory category) => rune.Value == '_' || category is UnicodeCategory.UppercaseLetter
        or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber;

    private static bool IsPart(UnicodeCategory category) => category is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private bool TryPeekUnicodeEscape(out Rune rune, out int length)
    {
        length = Peek(1) switch { 'u' => 6, 'U' => 10, _ => 0 };
        rune = default;
        if (length == 0 || _position + length > _text.Length)
        {
            return false;
        }

        return uint.TryParse(_text.AsSpan(_position + 2, length - 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint value)
            && Rune.TryCreate(value, out rune);
    }

    private TokenKind ScanBad()
    {
        int start = _position;
        _position += Rune.TryGetRuneAt(_text, _position, out var rune) ? rune.Utf16SequenceLength : 1;
        var span = TextSpan.FromBounds(start, _position);
        _diagnostics.UnexpectedCharacter(span, _text[start.._position]);
        return TokenKind.Bad;
    }

    private TokenKind ScanPunctuation()
    {
        char next = Peek(1);
        if (Current == '.' && next == '.' && Peek(2) == '.')
        {
            _diagnostics.UnexpectedDots(new TextSpan(_position, 3));
        }

        (TokenKind kind, int length) = Current switch
        {
            '(' => (TokenKind.OpenParen, 1),
            ')' => (TokenKind.CloseParen, 1),
            '[' => (TokenKind.OpenBracket, 1),
            ']' => (TokenKind.CloseBracket, 1),
            '{' => (TokenKind.OpenBrace, 1),
            '}' => (TokenKind.CloseBrace, 1),
            ';' => (TokenKind.Semicolon, 1),
            ',' => (TokenKind.Comma, 1),
            '~' => (TokenKind.Tilde, 1),
            ':' => next == ':' ? (TokenKind.ColonColon, 2) : (TokenKind.Colon, 1),
            '.' => next == '.' ? (TokenKind.DotDot, 2) : (TokenKind.Dot, 1),
            '?' when next == '?' => Peek(2) == '=' ? (TokenKind.QuestionQuestionEquals, 3) : (TokenKind.QuestionQuestion, 2),
            '?' => (TokenKind.Question, 1),
            '=' => next == '=' ? (TokenKind.EqualsEquals, 2) : next == '>' ? (TokenKind.EqualsGreaterThan, 2) : (TokenKind.EqualsSign, 1),
            '!' => next == '=' ? (TokenKind.ExclamationEquals, 2) : (TokenKind.Exclamation, 1),
            '+' => next == '+' ? (TokenKind.PlusPlus, 2) : next == '=' ? (TokenKind.PlusEquals, 2) : (TokenKind.Plus, 1),
            '-' when next == '>' => (TokenKind.Arrow, 2),
            '-' => next == '-' ? (TokenKind.MinusMinus, 2) : next == '=' ? (TokenKind.MinusEquals, 2) : (TokenKind.Minus, 1),
            '*' => next == '=' ? (TokenKind.AsteriskEquals, 2) : (TokenKind.Asterisk, 1),
            '/' => next == '=' ? (TokenKind.SlashEquals, 2) : (TokenKind.Slash, 1),
            '%' => next == '=' ? (TokenKind.PercentEquals, 2) : (TokenKind.Percent, 1),
            '&' => next == '&' ? (TokenKind.AmpersandAmpersand, 2) : next == '=' ? (TokenKind.AmpersandEquals, 2) : (TokenKind.Ampersand, 1),
            '|' => next == '|' ? (TokenKind.BarBar, 2) : next == '=' ? (TokenKind.BarEquals, 2) : (TokenKind.Bar, 1),
            '^' => next == '=' ? (TokenKind.CaretEquals, 2) : (TokenKind.Caret, 1),
            '<' when next == '<' => Peek(2) == '=' ? (TokenKind.LessThanLessThanEquals, 3) : (TokenKind.LessThanLessThan, 2),
            '<' => next == '=' ? (TokenKind.LessThanEquals, 2) : (TokenKind.LessThan, 1),
            '>' => next == '=' ? (TokenKind.GreaterThanEquals, 2) : (TokenKind.GreaterThan, 1),
            _ => (TokenKind.Bad, 0),
        };
        if (kind == TokenKind.Bad)
        {
            return ScanBad();
        }

        _position += length;
        return kind;
    }
}
