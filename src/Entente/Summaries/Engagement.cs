using Entente.Tables;

namespace Entente.Summaries;

/// <summary>
/// Something that the home country did with partners: a meeting held, a visit, an agreement signed or set up.
/// <paramref name="Activity"/> tells it more closely: the kind of a meeting, the direction of a visit.
/// </summary>
internal sealed record Engagement(string Type, string Activity, DateCells Date, IReadOnlyList<string> Partners, EvidenceCells Evidence)
{
    /// <summary>The year; empty for a date without one.</summary>
    public string Year => Date.From.Length >= 4 ? Date.From[..4] : "";
}
