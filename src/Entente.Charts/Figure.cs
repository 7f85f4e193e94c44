using Microsoft.Data.Analysis;
using Plotly.NET;

namespace Entente.Charts;

/// <summary>
/// A chart with what it stands on: the numbers drawn, and the sentences that each number was read from. Shown in a
/// notebook it draws itself; in a report, its table and sentences stand under it.
/// </summary>
[TypeFormatterSource(typeof(Display.FigureFormatterSource), PreferredMimeTypes = ["text/html"])]
public sealed class Figure
{
    /// <summary>Stem of the files made from it; unique within a report.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    public required GenericChart Chart { get; init; }

    /// <summary>Key columns and, last, the number; may have no column when there is only a chart.</summary>
    public DataFrame Table { get; init; } = new();

    /// <summary>The key columns again and <c>doc_id, sentence, start, end</c>: one row for each thing counted.</summary>
    public DataFrame Evidence { get; init; } = new();

    /// <summary>What the numbers were read from (how many articles, of which time) and what is not shown.</summary>
    public string Source { get; init; } = "";

    /// <summary>The chart in a sentence, for those who don't see it.</summary>
    public string AltText { get; init; } = "";

    /// <summary>ISO 639-1 code of its words.</summary>
    public string Language { get; init; } = "en";

    /// <summary>A chart of one's own as a figure, so that it gets files and a place in the report.</summary>
    public static Figure Of(string name, string title, GenericChart chart, DataFrame? table = null, DataFrame? evidence = null, string source = "") => new()
    {
        Name = name,
        Title = title,
        Chart = chart,
        Table = table ?? new DataFrame(),
        Evidence = evidence ?? new DataFrame(),
        Source = source,
        AltText = title,
    };

    /// <summary>
    /// A bare chart as a figure, under the title that its layout has; <paramref name="untitled"/> where it has none. The name is
    /// made from the title.
    /// </summary>
    public static Figure Of(GenericChart chart, string untitled = "Chart")
    {
        var title = Display.ChartDisplay.Title(chart) is { Length: > 0 } own ? own : untitled;
        return Of(FileStem.Of(title), title, chart);
    }

    /// <summary>The same figure under another name, where two would have the same.</summary>
    public Figure Named(string name) => new()
    {
        Name = name,
        Title = Title,
        Chart = Chart,
        Table = Table,
        Evidence = Evidence,
        Source = Source,
        AltText = AltText,
        Language = Language,
    };

    public override string ToString() => Display.ChartDisplay.Text(this);
}
