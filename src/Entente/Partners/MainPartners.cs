using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Partners;

/// <summary>
/// The partners that an article is about: those of its headline; without any there, those of the sentence that opens the report,
/// and those whose turn a later sentence announces (<c>Enfin, le ministre a reçu l'ambassadeur du Chili</c>).
/// </summary>
internal static class MainPartners
{
    private static readonly PhraseMatcher<string> Cues = LoadCues();

    public static List<string> Of(ArticleText article, IReadOnlyList<PartnerMention> mentions)
    {
        var main = new List<string>();
        var opening = -1;
        foreach (var mention in mentions.Where(m => m is { Counts: true, IsPlace: false }))
        {
            var sentence = article.Sentences[mention.SentenceIndex];
            if (sentence.Section == SectionKind.Title)
            {
                Add(main, mention.Code);
            }
            else if (sentence.Section == SectionKind.Body)
            {
                // The title is told before the body, so that it has spoken by now.
                if (main.Count > 0 && opening < 0)
                {
                    break;
                }

                if (opening < 0)
                {
                    opening = sentence.Index;
                }

                if (sentence.Index == opening || TakesTurn(article, sentence))
                {
                    Add(main, mention.Code);
                }
            }
        }

        return main;
    }

    private static bool TakesTurn(ArticleText article, Sentence sentence)
    {
        var cues = Cues.Find(article, sentence).ToList();
        return cues.Exists(cue => cue.Value == "turn" && cue.First <= sentence.First + 1)
            && cues.Exists(cue => cue.Value == "met")
            && !cues.Exists(cue => cue.Value == "margin");
    }

    private static void Add(List<string> codes, string code)
    {
        if (!codes.Contains(code))
        {
            codes.Add(code);
        }
    }

    private static PhraseMatcher<string> LoadCues()
    {
        var builder = new PhraseMatcher<string>.Builder();
        foreach (var row in LexiconFile.Load("fr/turn-cues.tsv").Rows)
        {
            builder.Add(row.Required("phrase"), row.Required("cue"));
        }

        return builder.Build();
    }
}
