namespace Cellule.Syntax;

/// <summary>Looks ahead over what may be a type, building nothing: C# tells declarations, casts and generics from expressions this way.</summary>
internal sealed partial class Parser
{
    private const int MaxScanDepth = 60;

    private enum TypeScan
    {
        NotType,

        /// <summary>A plain or dotted name: as well an expression.</summary>
        Name,

        /// <summary>A name that ends in type arguments: perhaps two comparisons.</summary>
        Generic,

        /// <summary><c>a?</c>: perhaps a conditional.</summary>
        Nullable,

        /// <summary><c>a*</c>: perhaps a product.</summary>
        Pointer,

        /// <summary><c>(a, b)</c>: perhaps a tuple of values.</summary>
        Tuple,

        /// <summary>Nothing but a type: <c>int</c>, <c>a[]</c>.</summary>
        Definite,
    }

    private TypeScan ScanType(ref int i, int depth = 0)
    {
        if (depth > MaxScanDepth)
        {
            return TypeScan.NotType;
        }

        TypeScan result;
        bool isKeyword = false;
        switch (KindAt(i))
        {
            case TokenKind.RefKeyword:
                i++;
                i += KindAt(i) == TokenKind.ReadOnlyKeyword ? 1 : 0;
                return ScanType(ref i, depth + 1) == TypeScan.NotType ? TypeScan.NotType : TypeScan.Definite;
            case TokenKind.Identifier:
                result = ScanName(ref i, depth);
                break;
            case TokenKind.OpenParen:
                result = ScanTupleType(ref i, depth);
                break;
            case TokenKind.DelegateKeyword when KindAt(i + 1) == TokenKind.Asterisk:
                return ScanFunctionPointer(ref i);
            case var kind when KeywordTable.IsPredefinedType(kind):
                i++;
                result = TypeScan.Definite;
                isKeyword = true;
                break;
            default:
                return TypeScan.NotType;
        }

        return result == TypeScan.NotType ? result : ScanTypeSuffixes(ref i, result, isKeyword);
    }

    private TypeScan ScanTypeSuffixes(ref int i, TypeScan result, bool isKeyword)
    {
        while (true)
        {
            switch (KindAt(i))
            {
                case TokenKind.Question when result != TypeScan.Nullable:
                    i++;
                    result = isKeyword ? TypeScan.Definite : TypeScan.Nullable;
                    if (isKeyword && KindAt(i) == TokenKind.Question)
                    {
                        return result;
                    }

                    break;
                case TokenKind.Asterisk:
                    i++;
                    result = isKeyword || result == TypeScan.Definite ? TypeScan.Definite : TypeScan.Pointer;
                    break;
                case TokenKind.OpenBracket:
                    int j = i + 1;
                    while (KindAt(j) == TokenKind.Comma)
                    {
                        j++;
                    }

                    if (KindAt(j) != TokenKind.CloseBracket)
                    {
                        return result;
                    }

                    i = j + 1;
                    result = TypeScan.Definite;
                    break;
                default:
                    return result;
            }
        }
    }

    private TypeScan ScanName(ref int i, int depth)
    {
        var result = TypeScan.Name;
        while (true)
        {
            if (KindAt(i) != TokenKind.Identifier)
            {
                return TypeScan.NotType;
            }

            i++;
            if (KindAt(i) == TokenKind.ColonColon)
            {
                i++;
                continue;
            }

            if (KindAt(i) == TokenKind.LessThan)
            {
                int j = i;
                if (!ScanTypeArguments(ref j, depth, out _))
                {
                    return result;
                }

                i = j;
                result = TypeScan.Generic;
            }
            else
            {
                result = TypeScan.Name;
            }

            bool goesOn = KindAt(i) == TokenKind.Dot && KindAt(i + 1) == TokenKind.Identifier;

            // 'x.' being typed above the declaration of another variable.
            if (!goesOn || (KindAt(i + 2) == TokenKind.Identifier && ExpectedSpanAt(i + 1).Length == 0))
            {
                return result;
            }

            i++;
        }
    }

    /// <summary>Scans <c>&lt;…&gt;</c>; <paramref name="definite"/> when one argument can be nothing but a type.</summary>
    private bool ScanTypeArguments(ref int i, int depth, out bool definite)
    {
        definite = false;
        do
        {
            i++;
            var scan = ScanType(ref i, depth + 1);
            if (scan == TypeScan.NotType)
            {
                return false;
            }

            definite |= scan == TypeScan.Definite;
        }
        while (KindAt(i) == TokenKind.Comma);

        if (KindAt(i) != TokenKind.GreaterThan)
        {
            return false;
        }

        i++;
        return true;
    }

    private TypeScan ScanTupleType(ref int i, int depth)
    {
        int elements = 0;
        do
        {
            i++;
            if (ScanType(ref i, depth + 1) == TypeScan.NotType)
            {
                return TypeScan.NotType;
            }

            elements++;
            i += KindAt(i) == TokenKind.Identifier ? 1 : 0;
        }
        while (KindAt(i) == TokenKind.Comma);

        if (elements < 2 || KindAt(i) != TokenKind.CloseParen)
        {
            return TypeScan.NotType;
        }

        i++;
        return TypeScan.Tuple;
    }

    private TypeScan ScanFunctionPointer(ref int i)
    {
        i += 2;
        if (KindAt(i) == TokenKind.Identifier)
        {
            i++;
            i = KindAt(i) == TokenKind.OpenBracket ? FindClosing(i) + 1 : i;
        }

        int depth = 0;
        do
        {
            depth += KindAt(i) switch { TokenKind.LessThan => 1, TokenKind.GreaterThan => -1, _ => 0 };
            i++;
        }
        while (depth > 0 && KindAt(i) is not (TokenKind.EndOfFile or TokenKind.Semicolon));

        return TypeScan.Definite;
    }

    /// <summary>Whether type arguments start at the <c>&lt;</c> here rather than a comparison: the token after them decides (C# 6.2.5).</summary>
    private bool StartsTypeArguments(int i)
    {
        if (KindAt(i) != TokenKind.LessThan || !ScanTypeArguments(ref i, 0, out bool definite))
        {
            return false;
        }

        switch (KindAt(i))
        {
            case TokenKind.OpenParen or TokenKind.CloseParen or TokenKind.CloseBracket or TokenKind.OpenBrace or TokenKind.CloseBrace
                or TokenKind.Colon or TokenKind.Semicolon or TokenKind.Comma or TokenKind.Dot or TokenKind.Question
                or TokenKind.EqualsEquals or TokenKind.ExclamationEquals or TokenKind.Bar or TokenKind.Caret
                or TokenKind.AmpersandAmpersand or TokenKind.BarBar or TokenKind.Ampersand or TokenKind.OpenBracket
                or TokenKind.LessThan or TokenKind.LessThanEquals or TokenKind.GreaterThanEquals
                or TokenKind.IsKeyword or TokenKind.AsKeyword or TokenKind.EndOfFile or TokenKind.QuestionQuestion:
                return true;
            case TokenKind.GreaterThan:
                return definite || !Adjacent(i - 1);
            case TokenKind.Identifier:
                return definite || IsQueryWord(TokenAt(i)) || IsOneOf(TokenAt(i), "and", "or", "when");
            default:
                return definite;
        }
    }
}
