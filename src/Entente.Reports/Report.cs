using Entente.Charts;
using Microsoft.Data.Analysis;

namespace Entente.Reports;

/// <summary>What a report holds, in the order in which it is read.</summary>
public sealed record Report
{
    public required string Title { get; init; }

    /// <summary><c>en</c> or <c>fr</c>: the language of everything but the articles' own words.</summary>
    public string Language { get; init; } = "en";

    /// <summary>ISO 639-1 code of the articles, for readers' voices and hyphenation.</summary>
    public string ArticleLanguage { get; init; } = "fr";

    /// <summary>How the report came about, as name and value; no time stands here unless one is given.</summary>
    public IReadOnlyList<ReportFact> Facts { get; init; } = [];

    public IReadOnlyList<ReportSection> Sections { get; init; } = [];

    /// <summary>The corpus's documents: listed at the end, and what the evidence points to; null for none.</summary>
    public DataFrame? Documents { get; init; }

    /// <summary>Every chart of every section, in order.</summary>
    public IEnumerable<Figure> Figures => Sections.SelectMany(section => section.Items).Select(item => item.Figure).OfType<Figure>();
}

/// <summary>One line of how a report came about: <c>Articles read: 5</c>.</summary>
public sealed record ReportFact(string Name, string Value);

/// <summary>A part of the report under a heading. <paramref name="Text"/> is plain text; a blank line parts paragraphs.</summary>
public sealed record ReportSection(string Title, IReadOnlyList<ReportItem> Items, string Text = "");
