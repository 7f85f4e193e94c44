namespace Entente.People;

/// <summary>The people of a corpus, and who is meant by a name in one of its seeds.</summary>
internal sealed class PersonDirectory
{
    private readonly Dictionary<(string DocId, string Form), string> ids;

    public PersonDirectory(IReadOnlyList<ResolvedPerson> people, Dictionary<(string DocId, string Form), string> ids)
    {
        People = people;
        this.ids = ids;
    }

    /// <summary>In order of first sight.</summary>
    public IReadOnlyList<ResolvedPerson> People { get; }

    /// <summary>The <see cref="ResolvedPerson.PersonId"/> of a name as a seed writes it; null when the seed does not name it.</summary>
    public string? IdOf(string docId, string name) => ids.GetValueOrDefault((docId, name));
}
