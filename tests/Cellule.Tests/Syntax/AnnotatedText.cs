using System.Text;
using Cellule.Text;

namespace Cellule.Tests.Syntax;

/// <summary>A source in which <c>⟦…⟧</c> marks the spans that a test expects; C#'s own brackets stay free for arrays.</summary>
internal sealed record AnnotatedText(string Text, IReadOnlyList<TextSpan> Spans)
{
    public static AnnotatedText Parse(string marked)
    {
        var text = new StringBuilder();
        var spans = new List<TextSpan>();
        var starts = new Stack<int>();
        foreach (char c in marked)
        {
            switch (c)
            {
                case '⟦':
                    starts.Push(text.Length);
                    break;
                case '⟧':
                    int start = starts.Pop();
                    spans.Add(TextSpan.FromBounds(start, text.Length));
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }

        return starts.Count == 0
            ? new AnnotatedText(text.ToString(), [.. spans.OrderBy(s => s.Start)])
            : throw new ArgumentException($"Unbalanced mark in: {marked}");
    }
}
