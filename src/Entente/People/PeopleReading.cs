namespace Entente.People;

/// <summary>The people of an article in order of the text: named ones, and offices named (those beside a name included).</summary>
internal sealed record PeopleReading(IReadOnlyList<PersonMention> People, IReadOnlyList<RoleMention> Roles);
