using Entente.Dates;

namespace Entente.Agreements;

/// <summary>How far an instrument has come, and when it was made; null for the status of what is no instrument at all.</summary>
internal readonly record struct StatusReading(AgreementStatus? Status, DateMention? Date, bool AtEvent)
{
    /// <summary>One particular instrument is meant, though nothing but its making is told: <c>la convention signée ce matin</c>.</summary>
    public bool IsParticular { get; init; }

    /// <summary>The sentence speaks of signing, done or meant.</summary>
    public bool TellsSigning { get; init; }

    /// <summary>Two decide to set up a rank: heads of state or government thereby do so (<c>ont décidé d'élever les relations</c>), others only mean to.</summary>
    public bool IsDecision { get; init; }

    /// <summary>Told as past when the reported event was: <c>avaient signé un mémorandum</c>.</summary>
    public bool IsPluperfect { get; init; }

    public StatusReading(AgreementStatus? status)
        : this(status, null, false)
    {
    }
}
