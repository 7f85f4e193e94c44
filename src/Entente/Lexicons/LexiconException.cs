namespace Entente.Lexicons;

/// <summary>A lexicon or rule file that is broken: the message begins with its file and line.</summary>
public sealed class LexiconException(string file, int line, string problem)
    : Exception($"{file}({line}): {problem}")
{
    public string File { get; } = file;

    /// <summary>Line in the file, from 1; 0 when the file as a whole is meant.</summary>
    public int Line { get; } = line;
}
