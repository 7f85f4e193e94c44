using System.Globalization;
using Cellule.Text;

namespace Cellule.Syntax;

/// <summary>Numeric literals: decimal, hexadecimal, binary, real, with separators and suffixes.</summary>
internal sealed partial class Lexer
{
    private (TokenKind Kind, object? Value) ScanNumber()
    {
        int start = _position;
        object value;
        if (Current == '0' && Peek(1) is 'x' or 'X')
        {
            _position += 2;
            value = ScanInteger(start, char.IsAsciiHexDigit, 16);
        }
        else if (Current == '0' && Peek(1) is 'b' or 'B')
        {
            _position += 2;
            value = ScanInteger(start, static c => c is '0' or '1', 2);
        }
        else
        {
            value = ScanDecimalNumber(start);
        }

        if (char.IsAsciiLetterOrDigit(Current) || Current == '_')
        {
            // 0b12, 1_: what is glued to a number is no token of its own.
            while (char.IsAsciiLetterOrDigit(Current) || Current == '_')
            {
                _position++;
            }

            _diagnostics.InvalidNumber(TextSpan.FromBounds(start, _position));
        }

        return (TokenKind.NumericLiteral, value);
    }

    private object ScanDecimalNumber(int start)
    {
        SkipDigits(char.IsAsciiDigit);
        bool isReal = false;
        if (Current == '.' && char.IsAsciiDigit(Peek(1)))
        {
            isReal = true;
            _position++;
            SkipDigits(char.IsAsciiDigit);
        }

        if (Current is 'e' or 'E' && (char.IsAsciiDigit(Peek(1)) || (Peek(1) is '+' or '-' && char.IsAsciiDigit(Peek(2)))))
        {
            isReal = true;
            _position += 2;
            SkipDigits(char.IsAsciiDigit);
        }

        string digits = _text[start.._position].Replace("_", "", StringComparison.Ordinal);
        char suffix = char.ToLowerInvariant(Current);
        if (suffix is 'f' or 'd' or 'm')
        {
            _position++;
            return RealValue(digits, suffix, TextSpan.FromBounds(start, _position));
        }

        if (isReal)
        {
            return RealValue(digits, 'd', TextSpan.FromBounds(start, _position));
        }

        bool fits = ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out ulong value);
        return IntegerValue(start, value, fits);
    }

    private object ScanInteger(int start, Func<char, bool> isDigit, int radix)
    {
        int digitsStart = _position;
        SkipDigits(isDigit);
        ulong value = 0;
        bool fits = true;
        foreach (char c in _text.AsSpan(digitsStart, _position - digitsStart))
        {
            if (c != '_')
            {
                fits &= value <= ulong.MaxValue / (uint)radix;
                value = unchecked((value * (uint)radix) + (uint)HexValue(c));
            }
        }

        if (_position == digitsStart)
        {
            _diagnostics.InvalidNumber(TextSpan.FromBounds(start, _position));
        }

        return IntegerValue(start, value, fits);
    }

    private void SkipDigits(Func<char, bool> isDigit)
    {
        while (isDigit(Current) || (Current == '_' && (Peek(1) == '_' || isDigit(Peek(1)))))
        {
            _position++;
        }
    }

    /// <summary>Reads the suffix and picks the first of int, uint, long, ulong that the suffix allows and that holds the value.</summary>
    private object IntegerValue(int start, ulong value, bool fits)
    {
        bool isUnsigned = false;
        bool isLong = false;
        for (int i = 0; i < 2; i++)
        {
            if (!isUnsigned && Current is 'u' or 'U')
            {
                isUnsigned = true;
                _position++;
            }
            else if (!isLong && Current is 'l' or 'L')
            {
                isLong = true;
                _position++;
            }
        }

        if (!fits)
        {
            _diagnostics.IntegralConstantTooLarge(TextSpan.FromBounds(start, _position));
            return 0;
        }

        if (!isUnsigned && !isLong && value <= int.MaxValue)
        {
            return (int)value;
        }

        if (!isLong && value <= uint.MaxValue)
        {
            return (uint)value;
        }

        return !isUnsigned && value <= long.MaxValue ? (long)value : (object)value;
    }

    private static int HexValue(char c) => char.IsAsciiDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10;

    private object RealValue(string digits, char suffix, TextSpan span)
    {
        switch (suffix)
        {
            case 'm':
                if (!decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal money))
                {
                    _diagnostics.FloatOutOfRange(span, "decimal");
                }

                return money;
            case 'f':
                float single = float.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
                if (float.IsInfinity(single))
                {
                    _diagnostics.FloatOutOfRange(span, "float");
                }

                return single;
            default:
                double real = double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
                if (double.IsInfinity(real))
                {
                    _diagnostics.FloatOutOfRange(span, "double");
                }

                return real;
        }
    }
}
