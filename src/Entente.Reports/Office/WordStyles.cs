using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Entente.Reports.Office;

/// <summary>The styles of the document, its page, and the look of its tables.</summary>
internal static class WordStyles
{
    private const string Ink = "1F2933";
    private const string Faint = "52606D";

    public static Styles Create(string language)
    {
        var defaults = new DocDefaults(new RunPropertiesDefault(new RunPropertiesBaseStyle(
            new RunFonts { Ascii = "Calibri", HighAnsi = "Calibri" },
            new Color { Val = Ink },
            new FontSize { Val = "21" },
            new Languages { Val = language == "fr" ? "fr-FR" : "en-GB" })));
        return new Styles(
            defaults,
            Style("Normal", "Normal", 21, after: 120),
            Style("Title", "Title", 44, after: 160, bold: true),
            Style("Heading1", "heading 1", 32, before: 480, after: 120, bold: true, outline: 0),
            Style("Heading2", "heading 2", 26, before: 320, after: 80, bold: true, outline: 1),
            Style("Heading3", "heading 3", 21, before: 200, after: 60, bold: true, outline: 2),
            Style("Group", "Group", 20, before: 120, after: 20, bold: true),
            Style("Note", "Note", 18, after: 60, colour: Faint),
            Style("Cell", "Cell", 19, before: 20, after: 20),
            Style("Evidence", "Evidence", 19, after: 60, indent: 360));
    }

    /// <summary>A4 with margins of two centimetres.</summary>
    public static SectionProperties Page() => new(
        new PageSize { Width = 11906, Height = 16838 },
        new PageMargin { Top = 1134, Bottom = 1134, Left = 1134, Right = 1134, Header = 600, Footer = 600, Gutter = 0 });

    /// <summary>Lines between rows, none between columns.</summary>
    public static TableProperties TableLook() => new(
        new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
        new TableBorders(
            new TopBorder { Val = BorderValues.Single, Size = 8, Color = Faint },
            new BottomBorder { Val = BorderValues.Single, Size = 8, Color = Faint },
            new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Color = "D5DBE1" }),
        new TableLayout { Type = TableLayoutValues.Fixed },
        new TableCellMarginDefault(new TableCellLeftMargin { Width = 80, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 80, Type = TableWidthValues.Dxa }));

    // Sizes in half points, spaces and indents in twentieths of a point.
    private static Style Style(
        string id, string name, int size, int before = 0, int after = 0, bool bold = false, string colour = Ink, int indent = 0, int? outline = null)
    {
        var paragraph = new StyleParagraphProperties();
        if (bold)
        {
            // A heading, of whatever rank, stays with what it heads.
            paragraph.Append(new KeepNext());
        }

        paragraph.Append(new SpacingBetweenLines { Before = Number(before), After = Number(after) });
        if (indent > 0)
        {
            paragraph.Append(new Indentation { Left = Number(indent) });
        }

        if (outline is { } level)
        {
            paragraph.Append(new OutlineLevel { Val = level });
        }

        var run = new StyleRunProperties();
        if (bold)
        {
            run.Append(new Bold());
        }

        run.Append(new Color { Val = colour }, new FontSize { Val = Number(size) });
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, Default = id == "Normal" ? true : null };
        style.Append(new StyleName { Val = name });
        if (id != "Normal")
        {
            style.Append(new BasedOn { Val = "Normal" });
        }

        style.Append(new PrimaryStyle(), paragraph, run);
        return style;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
