using Entente.Clauses;
using Entente.Tables;
using Entente.Texts;

namespace Entente.Themes;

/// <summary>
/// Finds the fields of cooperation that an article about a partner names. Words within a person's titles (<c>ministre de l'Industrie de la défense</c>)
/// name an office, not a field.
/// </summary>
internal sealed class ThemeReader(ThemeLexicon lexicon, WordSets words)
{
    public IReadOnlyList<Theme> Read(ArticleContext context, bool hasEvents)
    {
        // An article that is about no partner, or about neither defence nor security, tells no cooperation of ours.
        if (context.Partners.MainPartners.Count == 0 || !hasEvents && !context.Text.Tokens.Any(t => words.Has("defence", t.Folded)))
        {
            return [];
        }

        var found = new List<Theme>();
        foreach (var sentence in context.Text.Sentences.Where(s => s.Section == SectionKind.Body))
        {
            foreach (var match in lexicon.Phrases.Find(context.Text, sentence))
            {
                if (match.Value.Count == 0 || IsTitle(context, sentence, match.First) || IsOrganisation(context, sentence, match.First) || IsThreat(context, sentence, match.First))
                {
                    continue;
                }

                var partner = PartnerOf(context, sentence, match.First);
                foreach (var theme in match.Value.Where(theme => !found.Exists(t => t.Code == theme && t.Partner == partner)))
                {
                    found.Add(new Theme(theme, partner, new EvidenceCells(context.Text.DocId, context.SentenceText(sentence.Index), sentence.Span.Start, sentence.Span.End)));
                }
            }
        }

        return found;
    }

    private static bool IsTitle(ArticleContext context, Sentence sentence, int token) =>
        context.Actors[sentence.Index].Any(a => token >= a.First && token < a.End);

    /// <summary><c>le Commandement des gardes-frontières</c>, <c>l'Académie de logistique</c>: part of a name, not a field.</summary>
    private bool IsOrganisation(ArticleContext context, Sentence sentence, int token)
    {
        for (var i = token - 1; i >= sentence.First && i >= token - 6; i--)
        {
            var word = context.Text.Tokens[i];
            if (words.Has("organisation-head", word.Folded))
            {
                return word.IsCapitalized;
            }

            if (!words.Has("organisation-link", word.Folded))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary><c>face à des défis : pandémies, terrorisme, criminalité</c>: what the world suffers from, unless it is fought together.</summary>
    private bool IsThreat(ArticleContext context, Sentence sentence, int token)
    {
        var threatens = false;
        for (var i = sentence.First; i < token; i++)
        {
            var folded = context.Text.Tokens[i].Folded;
            if (words.Has("jointly", folded))
            {
                return false;
            }

            threatens |= words.Has("threat", folded);
        }

        return threatens;
    }

    /// <summary>The one main partner; of several, the one last named up to there.</summary>
    private static string PartnerOf(ArticleContext context, Sentence sentence, int token)
    {
        if (context.SolePartner is { } sole)
        {
            return sole;
        }

        for (var i = context.Partners.Mentions.Count - 1; i >= 0; i--)
        {
            var mention = context.Partners.Mentions[i];
            if (mention.FirstToken <= token && mention.SentenceIndex <= sentence.Index && context.Partners.MainPartners.Contains(mention.Code, StringComparer.Ordinal))
            {
                return mention.Code;
            }
        }

        return context.Partners.MainPartners[0];
    }
}
