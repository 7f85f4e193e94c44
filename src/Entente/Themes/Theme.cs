using Entente.Tables;

namespace Entente.Themes;

/// <summary>A field in which an article says that the two sides cooperate; <paramref name="Code"/> as in the data dictionary.</summary>
internal sealed record Theme(string Code, string Partner, EvidenceCells Evidence);
