using Entente.Clauses;
using Entente.Partners;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>Finds the parties of an instrument beside the home country.</summary>
internal static class PartyFinder
{
    /// <summary>The parties: named in the title or near the instrument; else whom the text last spoke of; else whom the article is about.</summary>
    public static string[] Find(ArticleContext context, InstrumentMention mention)
    {
        if (mention.Name.Partners.Count > 0)
        {
            return [.. mention.Name.Partners];
        }

        string[] InZone(int first, int end) =>
            [.. context.Mentions[mention.Sentence.Index].Where(m => m.FirstToken >= first && m.FirstToken < end && m.Counts).Select(m => m.Code).Distinct(StringComparer.Ordinal)];

        if (InZone(mention.First, mention.EndOfTitle) is { Length: > 0 } inTitle)
        {
            var sensible = Sensible(context, mention, inTitle);
            if (sensible.Length > 0)
            {
                return sensible;
            }
        }

        if (BesideHome(context, mention) is { } beside)
        {
            return [beside];
        }

        if (context.SolePartner is { } sole)
        {
            return [OtherOfParagraph(context, mention) ?? sole];
        }

        var after = InZone(mention.EndOfTitle, mention.ZoneEnd);
        if (after.Length > 0 && context.Text.Tokens[mention.EndOfTitle].Folded is "avec" or "entre" or "conclu" or "signe" or "par")
        {
            return [after[0]];
        }

        if (InZone(mention.ZoneFirst, mention.First) is { Length: > 0 } before)
        {
            return [before[^1]];
        }

        if (after.Length > 0)
        {
            return [after[0]];
        }

        for (var s = mention.Sentence.Index; s >= 0; s--)
        {
            var last = context.Mentions[s].LastOrDefault(m => m.FirstToken < mention.First && m.Counts && context.Partners.MainPartners.Contains(m.Code, StringComparer.Ordinal)
                && context.Text.Sentences[m.SentenceIndex].Section == SectionKind.Body);
            if (last is not null)
            {
                return [last.Code];
            }
        }

        return [.. context.Partners.MainPartners.Take(1)];
    }

    /// <summary><c>Le Vietnam et le Japon ont signé un accord</c>: the state that the clause joins to the home country.</summary>
    private static string? BesideHome(ArticleContext context, InstrumentMention mention)
    {
        foreach (var home in context.HomeMentions[mention.Sentence.Index].Where(m => m.FirstToken >= mention.ZoneFirst && m.EndToken <= mention.First && m.Kind != MentionKind.Demonym))
        {
            foreach (var other in context.Mentions[home.SentenceIndex].Where(m => m.Kind != MentionKind.Demonym && m.EndToken <= mention.First))
            {
                var (first, second) = other.FirstToken > home.FirstToken ? (home.EndToken, other.FirstToken) : (other.EndToken, home.FirstToken);
                if (second - first is 1 or 2 && context.Text.Tokens[first].Folded is "et" or "-")
                {
                    return other.Code;
                }
            }
        }

        return null;
    }

    /// <summary>Beside the article's partner a paragraph may turn to another: the one partner that the sentence before names.</summary>
    private static string? OtherOfParagraph(ArticleContext context, InstrumentMention mention)
    {
        if (mention.Sentence.Index == 0 || context.Text.Sentences[mention.Sentence.Index - 1].Paragraph != mention.Sentence.Paragraph)
        {
            return null;
        }

        string[] In(int sentence) => [.. context.Mentions[sentence].Where(m => m.Counts && m.Kind != MentionKind.Body).Select(m => m.Code).Distinct(StringComparer.Ordinal)];
        return In(mention.Sentence.Index).Length == 0 && In(mention.Sentence.Index - 1) is { Length: 1 } one ? one[0] : null;
    }

    /// <summary>
    /// The parties among those whom a title names: the article's partners; others only as parties (<c>entre le Vietnam et l'Union économique eurasiatique</c>), not as a
    /// subject (<c>maintien de la paix des Nations unies</c>).
    /// </summary>
    private static string[] Sensible(ArticleContext context, InstrumentMention mention, string[] codes)
    {
        // "le partenariat stratégique ASEAN - Nouvelle-Zélande": of others.
        if (mention.Name.Instrument == Instrument.Partnership && codes.Length > 1 && mention.TitleEnd - mention.NameEnd <= 6 && context.Text.Tokens[mention.NameEnd].Folded is not ("avec" or "entre"))
        {
            return codes;
        }

        // "les protocoles d'accord avec l'Indonésie et les Philippines"
        if (context.Partners.MainPartners.Count > 0 && mention.IsPlural && mention.NamesParties)
        {
            return codes;
        }

        var main = codes.Where(c => context.Partners.MainPartners.Contains(c, StringComparer.Ordinal)).ToArray();
        if (main.Length > 0)
        {
            return main;
        }

        // "le partenariat stratégique Vietnam - Philippines"
        var pairs = context.HomeMentions[mention.Sentence.Index].Any(m => m.FirstToken >= mention.First && m.FirstToken < mention.EndOfTitle);
        return pairs || context.SolePartner is null || mention.NamesParties ? codes : [];
    }
}
