using Cellule.Text;

namespace Cellule.Syntax;

/// <summary>
/// Lines that start with <c>#</c>: C#'s own are checked, and branches of <c>#if</c> that are not taken are skipped over; a notebook's
/// (<c>#r</c>, <c>#!name</c>, …) are collected for the session. No symbol is defined but by <c>#define</c>.
/// </summary>
internal sealed partial class Lexer
{
    private readonly HashSet<string> _symbols = new(StringComparer.Ordinal);
    private readonly Stack<Branch> _branches = new();
    private readonly Stack<TextSpan> _regions = new();

    /// <summary>An open <c>#if</c>: whether one of its branches was taken already, and whether its <c>#else</c> was seen.</summary>
    private sealed record Branch(TextSpan Span, bool Taken, bool SeenElse);

    private void ScanDirective()
    {
        int start = _position++;
        if (Current == '!')
        {
            _position++;
            ScanMagic(start);
            return;
        }

        SkipBlanks();
        int nameStart = _position;
        while (char.IsAsciiLetter(Current))
        {
            _position++;
        }

        string name = _text[nameStart.._position];
        SkipBlanks();
        int argumentsStart = _position;
        SkipToLineEnd();
        int end = _position;
        while (end > argumentsStart && char.IsWhiteSpace(_text[end - 1]))
        {
            end--;
        }

        string arguments = _text[argumentsStart..end];
        var span = TextSpan.FromBounds(start, Math.Max(end, nameStart + name.Length));
        switch (name)
        {
            case "r" or "i" or "load":
                AddQuoted(name, arguments, argumentsStart, span);
                break;
            case "region":
                _regions.Push(span);
                AddPreprocessor(name, arguments, span);
                break;
            case "endregion":
                if (!_regions.TryPop(out _))
                {
                    _diagnostics.UnexpectedDirective(span);
                }

                AddPreprocessor(name, arguments, span);
                break;
            case "if" or "elif" or "else" or "endif":
                AddPreprocessor(name, arguments, span);
                ScanConditional(name, arguments, span);
                break;
            case "define":
                _symbols.Add(WithoutComment(arguments));
                AddPreprocessor(name, arguments, span);
                break;
            case "undef":
                _symbols.Remove(WithoutComment(arguments));
                AddPreprocessor(name, arguments, span);
                break;
            case "error":
                _diagnostics.ErrorDirective(arguments.Length > 0 ? new TextSpan(span.Start + span.Length - arguments.Length, arguments.Length) : span, arguments);
                AddPreprocessor(name, arguments, span);
                break;
            case "warning":
                _diagnostics.WarningDirective(span, arguments);
                AddPreprocessor(name, arguments, span);
                break;
            case "pragma" or "nullable" or "line":
                AddPreprocessor(name, arguments, span);
                break;
            default:
                _diagnostics.DirectiveExpected(new TextSpan(span.Start + 1, Math.Max(span.Length - 1, 0)));
                break;
        }
    }

    private void ScanMagic(int start)
    {
        int nameStart = _position;
        while (!AtLineEnd() && !char.IsWhiteSpace(Current))
        {
            _position++;
        }

        string name = _text[nameStart.._position];
        int argumentsStart = _position;
        SkipToLineEnd();
        string arguments = _text[argumentsStart.._position];
        int end = argumentsStart + arguments.TrimEnd().Length;
        _directives.Add(new MagicDirectiveSyntax(TextSpan.FromBounds(start, end), name, arguments.Trim()));
    }

    private void AddPreprocessor(string name, string arguments, TextSpan span) =>
        _directives.Add(new PreprocessorDirectiveSyntax(span, name, arguments));

    private void AddQuoted(string name, string arguments, int argumentsStart, TextSpan span)
    {
        int close = arguments.Length > 1 && arguments[0] == '"' ? arguments.IndexOf('"', 1) : -1;
        if (close < 0)
        {
            _diagnostics.MalformedDirective(span, "#" + name);
            return;
        }

        string target = arguments[1..close];
        var targetSpan = new TextSpan(argumentsStart + 1, target.Length);
        _directives.Add(name switch
        {
            "r" => new ReferenceDirectiveSyntax(span, target, targetSpan),
            "i" => new PackageSourceDirectiveSyntax(span, target, targetSpan),
            _ => new LoadDirectiveSyntax(span, target, targetSpan),
        });
    }

    private void ScanConditional(string name, string arguments, TextSpan span)
    {
        switch (name)
        {
            case "if":
                bool taken = Evaluate(arguments, span);
                _branches.Push(new Branch(span, taken, SeenElse: false));
                if (!taken)
                {
                    SkipBranch();
                }

                break;
            case "endif":
                if (!_branches.TryPop(out _))
                {
                    _diagnostics.UnexpectedDirective(span);
                }

                break;
            default:
                // A branch was being read: the others up to #endif are not.
                if (!_branches.TryPop(out var branch) || branch.SeenElse)
                {
                    _diagnostics.UnexpectedDirective(span);
                    break;
                }

                _branches.Push(branch with { Taken = true, SeenElse = name == "else" });
                SkipBranch();
                break;
        }
    }

    /// <summary>Skips lines up to the directive that ends the branch: the next branch to be read, or <c>#endif</c>.</summary>
    private void SkipBranch()
    {
        int depth = 0;
        while (_position < _text.Length)
        {
            SkipLineBreak();
            int lineStart = _position;
            SkipBlanks();
            int hash = _position;
            if (Current != '#')
            {
                SkipToLineEnd();
                continue;
            }

            _position++;
            SkipBlanks();
            int nameStart = _position;
            while (char.IsAsciiLetter(Current))
            {
                _position++;
            }

            string name = _text[nameStart.._position];
            if (depth == 0 && name is "elif" or "else" or "endif")
            {
                int argumentsStart = _position;
                SkipToLineEnd();
                string arguments = _text[argumentsStart.._position].Trim();
                if (EndsSkipping(name, arguments, TextSpan.FromBounds(hash, _position)))
                {
                    return;
                }

                continue;
            }

            depth += name switch { "if" => 1, "endif" => -1, _ => 0 };
            SkipToLineEnd();
            if (_position == lineStart)
            {
                _position++;
            }
        }

        _endsInsideToken = true;
        _diagnostics.EndifExpected(new TextSpan(_text.Length, 0));
        _branches.TryPop(out _);
    }

    private bool EndsSkipping(string name, string arguments, TextSpan span)
    {
        AddPreprocessor(name, arguments, span);
        if (name == "endif")
        {
            _branches.TryPop(out _);
            return true;
        }

        var branch = _branches.Pop();
        if (branch.SeenElse)
        {
            _diagnostics.UnexpectedDirective(span);
        }

        bool take = !branch.Taken && (name == "else" || Evaluate(arguments, span));
        _branches.Push(branch with { Taken = branch.Taken || take, SeenElse = name == "else" });
        return take;
    }

    private bool Evaluate(string condition, TextSpan span)
    {
        bool? value = new PreprocessorExpression(WithoutComment(condition), _symbols).Evaluate();
        if (value is null)
        {
            _diagnostics.InvalidPreprocessorExpression(span);
        }

        return value ?? false;
    }

    private static string WithoutComment(string arguments)
    {
        int comment = arguments.IndexOf("//", StringComparison.Ordinal);
        return (comment < 0 ? arguments : arguments[..comment]).Trim();
    }

    private void SkipBlanks()
    {
        while (Current is ' ' or '\t')
        {
            _position++;
        }
    }

    private void SkipLineBreak()
    {
        if (Current == '\r' && Peek(1) == '\n')
        {
            _position += 2;
        }
        else if (_position < _text.Length && AtLineEnd())
        {
            _position++;
        }
    }

    /// <summary>At the end of the source: what directives left open.</summary>
    private void CheckOpenDirectives()
    {
        var end = new TextSpan(_text.Length, 0);
        if (_branches.Count > 0)
        {
            _endsInsideToken = true;
            _diagnostics.EndifExpected(end);
        }
        else if (_regions.Count > 0)
        {
            _endsInsideToken = true;
            _diagnostics.EndRegionExpected(end);
        }
    }
}
