using System.Buffers.Binary;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Entente.Reports.Pictures;
using A = DocumentFormat.OpenXml.Drawing;
using Pic = DocumentFormat.OpenXml.Drawing.Pictures;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Entente.Reports.Office;

/// <summary>Puts a chart's PNG into a document, as wide as the text, with its words for those who don't see it.</summary>
internal static class WordPicture
{
    // English Metric Units: 914,400 to the inch; the text is 17 cm wide.
    private const long Width = 17 * 360_000;

    public static Drawing Create(MainDocumentPart main, ChartPicture picture, string altText)
    {
        var number = (uint)main.ImageParts.Count() + 1;
        var id = $"chart{number}";
        var part = main.AddImagePart(ImagePartType.Png, id);
        using (var stream = new MemoryStream(picture.Png))
        {
            part.FeedData(stream);
        }

        var height = Width * PixelsAt(picture.Png, 20) / Math.Max(1, PixelsAt(picture.Png, 16));
        var shape = new Pic.Picture(
            new Pic.NonVisualPictureProperties(
                new Pic.NonVisualDrawingProperties { Id = number, Name = picture.Name, Description = altText },
                new Pic.NonVisualPictureDrawingProperties()),
            new Pic.BlipFill(new A.Blip { Embed = id }, new A.Stretch(new A.FillRectangle())),
            new Pic.ShapeProperties(
                new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = Width, Cy = height }),
                new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle }));
        return new Drawing(new Wp.Inline(
            new Wp.Extent { Cx = Width, Cy = height },
            new Wp.DocProperties { Id = number, Name = picture.Name, Description = altText },
            new Wp.NonVisualGraphicFrameDrawingProperties(new A.GraphicFrameLocks { NoChangeAspect = true }),
            new A.Graphic(new A.GraphicData(shape) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }))
        {
            DistanceFromTop = 0,
            DistanceFromBottom = 0,
            DistanceFromLeft = 0,
            DistanceFromRight = 0,
        });
    }

    // A PNG's header has its width at byte 16 and its height at byte 20.
    private static long PixelsAt(byte[] png, int offset) => BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(offset, 4));
}
