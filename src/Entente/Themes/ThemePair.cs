using Entente.Texts;

namespace Entente.Themes;

/// <summary>Two words that name a field together.</summary>
/// <param name="Theme">The field.</param>
/// <param name="Nouns">The words of which one must stand near the first.</param>
/// <param name="IsEitherWay">It may also stand before the first word: <c>les délégations se succèdent</c>.</param>
/// <param name="Reach">How far from the first word it may stand, in tokens.</param>
internal sealed record ThemePair(string Theme, WordIds Nouns, bool IsEitherWay, int Reach);
