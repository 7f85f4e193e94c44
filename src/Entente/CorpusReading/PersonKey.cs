using Entente.Texts;

namespace Entente.CorpusReading;

/// <summary>Compares names across articles by their words: spelling, order and missing parts do not make two persons of one.</summary>
internal static class PersonKey
{
    public static string[] Words(string name) =>
        Folding.Fold(name).Split([' ', '-', '.', '\'', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Whether all words of the shorter name stand in the longer, or most of both are shared.</summary>
    public static bool Same(string a, string b) => Same(Words(a), Words(b));

    /// <summary>The same of names in words.</summary>
    public static bool Same(string[] x, string[] y)
    {
        var shared = x.Count(word => y.Contains(word, StringComparer.Ordinal));
        var shorter = Math.Min(x.Length, y.Length);
        return shorter > 0 && !AreOfFathers(x, y) && (shared == shorter || shared * 3 >= x.Concat(y).Distinct(StringComparer.Ordinal).Count() * 2 && !AreKin(x, y));
    }

    /// <summary><c>Salman bin Hamad Al Khalifa</c> and <c>Khalifa bin Salman Al Khalifa</c>: of two names with a father's in them the own one tells.</summary>
    private static bool AreOfFathers(string[] x, string[] y) =>
        x.Length > 2 && y.Length > 2 && IsSonOf(x[1]) && IsSonOf(y[1]) && !People.PersonName.Near(x[0], y[0]);

    private static bool IsSonOf(string word) => WordSets.French.Has("child-of", word);

    /// <summary><c>Saif bin Zayed Al Nahyan</c> and <c>Mansour bin Zayed Al Nahyan</c> share all but the name that is their own.</summary>
    private static bool AreKin(string[] x, string[] y) =>
        x.Length == y.Length && x.AsSpan(1).SequenceEqual(y.AsSpan(1)) && !People.PersonName.Near(x[0], y[0]);
}
