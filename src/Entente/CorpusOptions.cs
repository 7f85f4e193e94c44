using Entente.Partners;

namespace Entente;

/// <summary>How far the reading of a corpus has come: <paramref name="Read"/> of <paramref name="Total"/> seeds.</summary>
public sealed record ReadProgress(int Read, int Total);

/// <summary>Settings of a corpus.</summary>
public sealed record CorpusOptions
{
    /// <summary>The country whose encounters are counted, ISO 3166-1 alpha-3. It is never its own partner.</summary>
    public string HomeCountry { get; init; } = "VNM";

    /// <summary>Whether <paramref name="code"/> can be a home country: a state or body that the lexicons name.</summary>
    public static bool IsCountry(string code) => PartnerNames.Knows(code);

    /// <summary>Seeds read at a time; 0 is as many as there are processors.</summary>
    public int DegreeOfParallelism { get; init; }

    /// <summary>Called from time to time while seeds are read, always from one thread at a time.</summary>
    public Action<ReadProgress>? Progress { get; init; }

    /// <summary>The clock that bounds the year of an undated article: nothing was written after today.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
