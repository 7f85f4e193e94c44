using System.Text;
using Cellule.Text;

namespace Cellule.Syntax;

/// <summary>
/// The inside of a raw string. Over several lines, the first and last line break are not content, and each line loses the white space
/// that stands before the closing quotes. With holes, a piece of text may start or end within a line.
/// </summary>
internal sealed class RawContent
{
    private readonly DiagnosticBag _diagnostics;
    private readonly int _start;
    private readonly string _content;
    private readonly bool _isMultiLine;
    private readonly string _indentation = "";
    private readonly int _end;

    public RawContent(DiagnosticBag diagnostics, int start, string content, bool isMultiLine)
    {
        _diagnostics = diagnostics;
        _start = start;
        _content = content;
        _isMultiLine = isMultiLine;
        _end = content.Length;
        if (!isMultiLine)
        {
            return;
        }

        int lastBreak = content.LastIndexOfAny(['\r', '\n']);
        string closingLine = content[(lastBreak + 1)..];
        if (closingLine.AsSpan().Trim(" \t").Length > 0)
        {
            diagnostics.RawDelimiterNotAlone(new TextSpan(start + content.Length, 1));
            return;
        }

        _indentation = closingLine;
        _end = lastBreak > 0 && content[lastBreak] == '\n' && content[lastBreak - 1] == '\r' ? lastBreak - 1 : lastBreak;
        if (_end < AfterFirstBreak())
        {
            // Opening and closing line are neighbours.
            diagnostics.RawNeedsContent(new TextSpan(start + content.Length, 1));
            _end = content.Length;
            _isMultiLine = false;
        }
    }

    /// <summary>The value of a string without holes.</summary>
    public string WholeText() => Cook(0, _content.Length);

    /// <summary>The value of the text between two offsets of the content.</summary>
    public string Cook(int from, int to)
    {
        if (!_isMultiLine)
        {
            return _content[from..to];
        }

        to = Math.Min(to, _end);
        bool atLineStart = from == 0;
        if (atLineStart)
        {
            from = AfterFirstBreak();
        }

        var value = new StringBuilder();
        for (int i = from; i < to;)
        {
            if (atLineStart)
            {
                i = SkipIndentation(i, to);
            }

            int lineEnd = i;
            while (lineEnd < to && _content[lineEnd] is not ('\r' or '\n'))
            {
                lineEnd++;
            }

            int next = lineEnd < to ? AfterBreak(lineEnd) : lineEnd;
            value.Append(_content, i, Math.Min(next, to) - i);
            i = next;
            atLineStart = true;
        }

        return value.ToString();
    }

    private int SkipIndentation(int i, int to)
    {
        int matched = 0;
        while (matched < _indentation.Length && i + matched < to && _content[i + matched] == _indentation[matched])
        {
            matched++;
        }

        if (matched == _indentation.Length)
        {
            return i + matched;
        }

        int blankEnd = i + matched;
        while (blankEnd < to && _content[blankEnd] is ' ' or '\t')
        {
            blankEnd++;
        }

        if (blankEnd < to && _content[blankEnd] is not ('\r' or '\n'))
        {
            _diagnostics.RawIndentation(new TextSpan(_start + i, Math.Max(blankEnd - i, 0)));
        }

        return blankEnd;
    }

    private int AfterFirstBreak()
    {
        int i = 0;
        while (i < _content.Length && _content[i] is not ('\r' or '\n'))
        {
            i++;
        }

        return AfterBreak(i);
    }

    private int AfterBreak(int i) => i + 1 < _content.Length && _content[i] == '\r' && _content[i + 1] == '\n' ? i + 2 : Math.Min(i + 1, _content.Length);
}
