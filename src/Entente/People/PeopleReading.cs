namespace Entente.People;

/// <summary>The people of an article in order of the text: named ones, and offices named (those beside a name included).</summary>
internal sealed record PeopleReading(List<PersonMention> People, List<RoleMention> Roles)
{
    /// <summary>First full mentions of those who only had something to do with what others do here.</summary>
    public IReadOnlySet<int> Bystanders { get; init; } = System.Collections.Frozen.FrozenSet<int>.Empty;
}
