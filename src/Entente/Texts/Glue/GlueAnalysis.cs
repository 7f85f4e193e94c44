namespace Entente.Texts.Glue;

/// <summary>How sure a split is by the word alone.</summary>
internal enum GlueCertainty : byte
{
    /// <summary>No glue.</summary>
    None,

    /// <summary>Glue in an article whose words are often glued, or where it spells the parts apart elsewhere; else a name (<c>Lecornu</c>, <c>TeaBanh</c>).</summary>
    Possible,

    /// <summary>Glue in such an article wherever it stands: no name looks like it (<c>Vietnammardi</c>, <c>Nationsunies</c>).</summary>
    Likely,

    /// <summary>Glue in any article.</summary>
    Certain,
}

/// <summary>What a word is made of: <paramref name="Lengths"/> of its parts from left to right.</summary>
internal sealed record GlueAnalysis(GlueCertainty Certainty, int[] Lengths)
{
    public static GlueAnalysis Whole { get; } = new(GlueCertainty.None, []);
}
