using Entente.Texts.Glue;

namespace Entente.Texts;

/// <summary>A written form: its text, its folded form, and the number of that folded form in the vocabulary.</summary>
internal sealed record WordForm(string Text, string Folded, int Id)
{
    /// <summary>The form of the mark behind the last token, which no word has.</summary>
    public static WordForm End { get; } = new("\0", "\0", -1);

    /// <summary>Begins with a capital.</summary>
    public bool IsCapitalized { get; } = char.IsUpper(Text[0]);

    /// <summary>What the form is made of if words are glued in it; null until somebody asked.</summary>
    public GlueAnalysis? Glue { get; set; }

    /// <summary>Where it is cut if it is glued between a participle and a noun, as <see cref="GlueWords.CutOfAgent"/> tells; -1 until somebody asked.</summary>
    public int CutOfAgent { get; set; } = -1;

    /// <summary>The month that it misspells, 0 for none; -1 until somebody asked.</summary>
    public int MisspelledMonth { get; set; } = -1;

    /// <summary>The languages that have it as a small word, as <see cref="LanguageDetector"/> numbers their sets; -1 until somebody asked.</summary>
    public int Languages { get; set; } = -1;
}
