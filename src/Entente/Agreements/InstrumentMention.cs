using Entente.Texts;

namespace Entente.Agreements;

/// <summary>A name of an instrument in a sentence: the words of the lexicon, and how far its title reaches.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Sentence">Where.</param>
/// <param name="First">First token.</param>
/// <param name="NameEnd">Index after the words of the lexicon.</param>
/// <param name="TitleEnd">Index after the title, subject and parties included.</param>
/// <param name="ZoneEnd">Index after the words that can speak of this instrument: the next one, or the end of the sentence.</param>
internal sealed record InstrumentMention(InstrumentName Name, Sentence Sentence, int First, int NameEnd, int TitleEnd, int ZoneEnd)
{
    /// <summary>Index of the first token after the instrument before this one.</summary>
    public int ZoneFirst { get; init; }
}
