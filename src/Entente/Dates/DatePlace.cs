using Entente.Texts;

namespace Entente.Dates;

/// <summary>What may stand at a place of a pattern.</summary>
internal sealed class DatePlace
{
    private readonly WordIds ids = new();
    private bool takesFigures;
    private bool takesMonth;

    /// <summary>Anything may stand there: the match may have ended before it.</summary>
    public bool IsOpen { get; private set; }

    public bool Takes(in Token token, DateWords words) =>
        IsOpen || (token.Kind == TokenKind.Number ? takesFigures : ids.Contains(token.Id) || (takesMonth && words.MisspelledMonth(token) > 0));

    public void AddAnything() => IsOpen = true;

    public void AddWord(int word, bool isFigures)
    {
        ids.Add(word);
        takesFigures |= isFigures;
    }

    public void AddClass(DateClass kind, DateWords words)
    {
        takesMonth |= kind == DateClass.Month;
        takesFigures |= kind >= DateClass.Day || kind == DateClass.Nth;
        foreach (var word in words.FirstWords(kind is DateClass.Day or DateClass.N ? DateClass.Number : kind))
        {
            ids.Add(word);
        }
    }

    /// <summary>Takes what <paramref name="other"/> takes, too.</summary>
    public void Add(DatePlace other)
    {
        IsOpen |= other.IsOpen;
        takesFigures |= other.takesFigures;
        takesMonth |= other.takesMonth;
        ids.UnionWith(other.ids);
    }
}
