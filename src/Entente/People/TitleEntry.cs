namespace Entente.People;

internal enum TitleKind : byte
{
    Office,
    Rank,
    Party,
    Address,
    Counterpart,
    Guest,
    Delegation,
}

/// <summary>A row of <c>titles.tsv</c>.</summary>
internal sealed record TitleEntry(TitleKind Kind, RoleFunction Function, PersonLevel Level, bool IsHome, bool IsPlural, bool TakesComplement);
