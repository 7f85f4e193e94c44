namespace Entente.People;

/// <summary>The people of a corpus, and who is meant by a name in one of its seeds.</summary>
/// <param name="people">In order of first sight.</param>
/// <param name="named">Whom the seeds name.</param>
/// <param name="personOf">Who each of those is.</param>
internal sealed class PersonDirectory(
    IReadOnlyList<ResolvedPerson> people, IReadOnlyDictionary<(string DocId, string Form), PersonSighting> named, IReadOnlyDictionary<PersonSighting, ResolvedPerson> personOf)
{
    /// <summary>In order of first sight.</summary>
    public IReadOnlyList<ResolvedPerson> People => people;

    /// <summary>Who is meant by a name as a seed writes it; null when the seed does not name it.</summary>
    public ResolvedPerson? Find(string docId, string name) => named.TryGetValue((docId, name), out var sighting) ? personOf[sighting] : null;
}
