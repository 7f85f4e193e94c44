namespace Entente.Texts.Layout;

/// <summary>The sections of one seed while they are being found: each begins where it is marked and ends where the next begins.</summary>
internal sealed class SectionMarks(string raw)
{
    private readonly List<(int Start, SectionKind Kind)> marks = [];
    private TextSpan signature;
    private TextSpan credit;

    public string Raw => raw;

    public TextSpan? Title { get; private set; }

    public Dateline? Dateline { get; private set; }

    /// <summary>Whether a piece of the body has been marked.</summary>
    public bool HasBody { get; private set; }

    /// <summary>Whether a piece of the body begins before <paramref name="start"/>.</summary>
    public bool HasBodyBefore(int start) => marks.Exists(mark => mark.Kind == SectionKind.Body && mark.Start < start);

    public string Agency =>
        Text(signature) is { Length: > 0 } signed ? signed
        : Dateline is { } dateline && Text(dateline.Agency) is { Length: > 0 } sent ? sent
        : Text(credit);

    public void Mark(int start, SectionKind kind)
    {
        HasBody |= kind == SectionKind.Body;
        // A later look may find that an earlier line is something else: what was marked from there on no longer holds.
        while (marks.Count > 0 && marks[^1].Start >= start)
        {
            marks.RemoveAt(marks.Count - 1);
        }

        if (marks.Count == 0 || marks[^1].Kind != kind)
        {
            marks.Add((marks.Count == 0 ? 0 : start, kind));
        }
    }

    public void MarkTitle(int start, int end)
    {
        (start, end) = Line.Trim(raw, start, end);
        Mark(start, SectionKind.Title);
        Title = new TextSpan(start, end);
    }

    /// <summary>Marks a dateline, and the body that begins after it.</summary>
    public void MarkDateline(Dateline dateline)
    {
        Mark(dateline.Span.Start, SectionKind.Header);
        Mark(dateline.Span.End, SectionKind.Body);
        Dateline = dateline;
    }

    public void MarkCredit(Credit found)
    {
        Mark(found.Start, SectionKind.Credit);
        credit = credit.Length == 0 ? found.Agency : credit;
    }

    public void SignedBy(TextSpan agency) => signature = agency;

    /// <summary>Whether a line prints the headline once more.</summary>
    public bool IsTitleAgain(Line line) => Title is { } title && line.Of(raw).SequenceEqual(raw.AsSpan(title.Start, title.Length));

    public List<Section> ToSections()
    {
        var sections = new List<Section>(marks.Count);
        if (marks.Count == 0 && raw.Length > 0)
        {
            marks.Add((0, SectionKind.Body));
        }

        for (var i = 0; i < marks.Count; i++)
        {
            sections.Add(new Section(marks[i].Kind, new TextSpan(marks[i].Start, i + 1 < marks.Count ? marks[i + 1].Start : raw.Length)));
        }

        return sections;
    }

    private string Text(TextSpan span) => raw[span.Start..span.End];
}
