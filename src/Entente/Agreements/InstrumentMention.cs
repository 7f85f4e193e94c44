using Entente.Clauses;
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
    /// <summary>How far behind the last of several the participle may stand that agrees with all: <c>, tous deux signés en 2011</c>, <c>, documents signés en 2011</c>.</summary>
    private const int SharedReach = 6;

    /// <summary>Index after the title, which is at least the name.</summary>
    public int EndOfTitle => Math.Max(TitleEnd, NameEnd);

    /// <summary>Index of the first token after the instrument before this one.</summary>
    public int ZoneFirst { get; init; }

    /// <summary>Instruments that <c>et</c> or a comma joins share what governs them: first token of the first of them.</summary>
    public int ChainFirst { get; init; } = First;

    /// <summary>Index after the title of the last instrument joined to this one.</summary>
    public int ChainEnd { get; init; } = TitleEnd;

    /// <summary>Index after the words that can speak of the last instrument joined to this one.</summary>
    public int ChainZoneEnd { get; init; } = ZoneEnd;

    /// <summary>Several instruments under one name: <c>les protocoles d'accord</c>.</summary>
    public bool IsPlural { get; init; }

    /// <summary>The short name that a bracket behind its title gives it: <c>EVFTA</c>; empty where it has none.</summary>
    public string ShortName { get; init; } = "";

    /// <summary>Its title says whom it is with: <c>avec l'Indonésie</c>.</summary>
    public bool NamesParties { get; init; }

    /// <summary>The verb behind it is its own, and none before it governs it: <c>négocient un traité, et un arrangement est appliqué</c>.</summary>
    public bool OpensClause { get; init; }

    /// <summary>Index before which a date or participle speaks of this instrument and not of the one that its title names.</summary>
    public int OwnEnd { get; init; } = int.MaxValue;

    /// <summary>Named within the title of another, and told by its own date alone: <c>avenant à l'accord de 2007</c>.</summary>
    public bool IsOfOwnDate { get; init; }

    /// <summary>The instrument whose title sets this rank up; null for any other.</summary>
    public InstrumentMention? Outer { get; init; }

    /// <summary>The instrument named before of which this one only says <c>une autre avec le Japon</c>, <c>celui signé en 2009</c>; null where it has a name.</summary>
    public InstrumentMention? Antecedent { get; init; }

    /// <summary>
    /// Whether a participle behind the chain agrees with all of it: <c>l'accord d'extradition et l'accord sur le transfèrement, signés en 2014</c>, <c>, tous deux signés en 2014</c>.
    /// </summary>
    public bool IsSharedParticiple(ArticleContext context, VerbGroup verb, WordSets words)
    {
        var tokens = context.Text.Tokens;
        return ChainEnd > EndOfTitle && verb.Anchor >= ChainEnd && verb.Anchor - ChainEnd <= SharedReach && tokens[verb.Anchor].Folded[^1] == 's' && words.Has("making", tokens[verb.Anchor].Folded)
            && (verb.Anchor - ChainEnd <= 1 || tokens[ChainEnd].Folded == "," && Enumerable.Range(ChainEnd + 1, verb.Anchor - ChainEnd - 1).All(i => words.Has("all-of-them", tokens[i].Folded)));
    }
}
