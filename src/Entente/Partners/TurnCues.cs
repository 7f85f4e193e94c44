using Entente.Lexicons;

namespace Entente.Partners;

/// <summary>The words by which a report turns to its next meeting, frames it or sets it aside, by the cue of <c>fr/turn-cues.tsv</c>.</summary>
internal static class TurnCues
{
    public static PhraseMatcher<string> French { get; } = Load();

    private static PhraseMatcher<string> Load()
    {
        var builder = new PhraseMatcher<string>.Builder();
        foreach (var row in LexiconFile.Load("fr/turn-cues.tsv").Rows)
        {
            builder.Add(row.Required("phrase"), row.Required("cue"));
        }

        return builder.Build();
    }
}
