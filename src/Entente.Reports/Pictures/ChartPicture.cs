namespace Entente.Reports.Pictures;

/// <summary>
/// A chart drawn: as SVG text, as a PNG of two pixels to the point for print and screens, and as a small one of a single
/// pixel for notebooks, which are to stay small.
/// </summary>
public sealed record ChartPicture(string Name, string Svg, byte[] Png, byte[] SmallPng)
{
    /// <summary>The SVG as an address that a page can show without a file: sharp, and smaller than the PNG.</summary>
    public string DataAddress => "data:image/svg+xml;base64," + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Svg));
}

/// <summary>
/// What drawing came to. <paramref name="Note"/> is empty, or one line for a person that says why there are no pictures.
/// </summary>
public sealed record ChartPictureResult(IReadOnlyDictionary<string, ChartPicture> Pictures, string Note);
