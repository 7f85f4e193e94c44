namespace Cellule.Syntax;

/// <summary>The condition of <c>#if</c>: names, <c>true</c>, <c>false</c>, <c>!</c>, <c>==</c>, <c>!=</c>, <c>&amp;&amp;</c>, <c>||</c> and parentheses.</summary>
internal sealed class PreprocessorExpression(string text, IReadOnlySet<string> symbols)
{
    private const int MaxDepth = 100;

    private int _position;
    private int _depth;
    private bool _failed;

    /// <summary>The value, or null when the text is no such expression.</summary>
    public bool? Evaluate()
    {
        bool value = Or();
        SkipBlanks();
        return _failed || _position < text.Length ? null : value;
    }

    private bool Or()
    {
        bool value = And();
        while (Take("||"))
        {
            value |= And();
        }

        return value;
    }

    private bool And()
    {
        bool value = Equality();
        while (Take("&&"))
        {
            value &= Equality();
        }

        return value;
    }

    private bool Equality()
    {
        bool value = Unary();
        while (true)
        {
            if (Take("=="))
            {
                value = value == Unary();
            }
            else if (Take("!="))
            {
                value = value != Unary();
            }
            else
            {
                return value;
            }
        }
    }

    private bool Unary()
    {
        if (++_depth > MaxDepth)
        {
            _failed = true;
            _position = text.Length;
            return false;
        }

        bool value = Take("!") ? !Unary() : Primary();
        _depth--;
        return value;
    }

    private bool Primary()
    {
        if (Take("("))
        {
            bool value = Or();
            _failed |= !Take(")");
            return value;
        }

        SkipBlanks();
        int start = _position;
        while (_position < text.Length && (char.IsLetterOrDigit(text[_position]) || text[_position] == '_'))
        {
            _position++;
        }

        string name = text[start.._position];
        _failed |= name.Length == 0;
        return name == "true" || (name != "false" && symbols.Contains(name));
    }

    private bool Take(string token)
    {
        SkipBlanks();
        if (string.CompareOrdinal(text, _position, token, 0, token.Length) != 0)
        {
            return false;
        }

        _position += token.Length;
        return true;
    }

    private void SkipBlanks()
    {
        while (_position < text.Length && char.IsWhiteSpace(text[_position]))
        {
            _position++;
        }
    }
}
