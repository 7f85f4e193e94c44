namespace Entente.Dates;

/// <summary>What the words about a date say of its time.</summary>
internal enum DateTense : byte
{
    None,
    Past,

    /// <summary>Past before the past that is told: <c>il avait rencontré</c>.</summary>
    Earlier,
    Future,
}
