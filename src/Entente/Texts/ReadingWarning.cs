namespace Entente.Texts;

/// <summary>One thing in a seed that could not be read, or that a person should check: a row of <c>warnings</c>.</summary>
/// <param name="Code">Such as <c>no-date</c> or <c>encoding</c>.</param>
/// <param name="Message">A sentence for a person.</param>
/// <param name="Span">Where in the seed; empty at 0 when the seed as a whole is meant.</param>
internal sealed record ReadingWarning(string Code, string Message, TextSpan Span = default);
