namespace Entente.People;

/// <summary>One person as some seeds name him: every mention with the same folded name and country is one sighting. A corpus has one for nearly every article, so it is kept small.</summary>
internal sealed class PersonSighting(PersonName name, string? country, bool isSure)
{
    private readonly List<string> _docIds = new(1);

    public PersonName Name => name;

    public string? Country => country;

    /// <summary>The country is told by a word, not inferred from the article's partner.</summary>
    public bool IsSure => isSure;

    /// <summary>Forms as written.</summary>
    public SeenTexts Forms { get; } = new();

    /// <summary>Titles.</summary>
    public SeenTexts Roles { get; } = new();

    /// <summary>The seeds that name him, in no order and without repetition as long as a seed's mentions are added together.</summary>
    public IReadOnlyList<string> DocIds => _docIds;

    public void Add(string form, string? role, Seen seen)
    {
        Forms.Add(form, seen);
        if (role is not null)
        {
            Roles.Add(role, seen);
        }

        AddDocument(seen.DocId);
    }

    public void Take(PersonSighting other)
    {
        Forms.AddRange(other.Forms);
        Roles.AddRange(other.Roles);
        foreach (var docId in other.DocIds)
        {
            AddDocument(docId);
        }
    }

    private void AddDocument(string docId)
    {
        if (_docIds.Count == 0 || _docIds[^1] != docId)
        {
            _docIds.Add(docId);
        }
    }
}
