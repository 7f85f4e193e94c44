using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Partners;

/// <summary>Finds the states and bodies that an article names: gazetteer, then rules of context, then what the whole article settles.</summary>
internal sealed class PartnerReader(string home = "VNM")
{
    private readonly Gazetteer gazetteer = Gazetteer.French;
    private readonly HomographRules rules = HomographRules.French;

    public PartnerReading Read(ArticleText article)
    {
        var mentions = new List<PartnerMention>();
        var homeMentions = new List<HomeMention>();
        var open = new List<(int Mention, GazetteerEntry Entry)>();
        foreach (var sentence in article.Sentences)
        {
            var context = Look(article, sentence);
            foreach (var match in context.Matches)
            {
                if (match.Value.Codes.Count == 0 || IsOfNamedState(context, match.Value) || rules.Read(context, match) is var reading && reading == MentionReading.None)
                {
                    continue;
                }

                // The hyphen of a compound (`nippo-`) is not part of the mention.
                var count = match.Value.Traits.HasFlag(GazetteerTraits.Combining) ? match.Count - 1 : match.Count;
                var span = new TextSpan(article.Tokens[match.First].Start, article.Tokens[match.First + count - 1].End);
                foreach (var code in match.Value.Codes)
                {
                    if (code == home)
                    {
                        homeMentions.Add(new HomeMention(match.Value.Kind, match.First, count, span, sentence.Index, reading < MentionReading.Party));
                        continue;
                    }

                    if (match.Value.Others.Count > 0)
                    {
                        open.Add((mentions.Count, match.Value));
                    }

                    mentions.Add(new PartnerMention(code, match.Value.Kind, match.First, count, span, sentence.Index, reading < MentionReading.Party, reading > MentionReading.Place));
                }
            }
        }

        Settle(mentions, open);
        var main = MainPartners.Of(article, mentions);
        return new PartnerReading(mentions, homeMentions, Partners(article, mentions), main);
    }

    /// <summary>The country words of a sentence, before the rules.</summary>
    public SentenceContext Look(ArticleText article, Sentence sentence)
    {
        var tokens = article.Tokens;
        var matches = new List<PhraseMatch<GazetteerEntry>>();
        var end = sentence.First + sentence.Count;
        for (var at = gazetteer.Matcher.NextOpening(article, sentence, sentence.First); at < end; at = gazetteer.Matcher.NextOpening(article, sentence, at))
        {
            if (!gazetteer.Matcher.TryMatchAt(tokens, at, end, out var match))
            {
                at++;
                continue;
            }

            if (IsCompound(match.Value, tokens, match.Next, end))
            {
                matches.Add(match);
            }

            at = match.Value.Traits.HasFlag(GazetteerTraits.Combining) ? match.Next - 1 : match.Next;
        }

        return new SentenceContext(tokens, sentence, matches, home);
    }

    // `nippo-` is Japan only before the adjective of another state: `nippo-vietnamien`, not `indo-pacifique`.
    private bool IsCompound(GazetteerEntry entry, TokenList tokens, int next, int end) =>
        !entry.Traits.HasFlag(GazetteerTraits.Combining)
        || (next < end && gazetteer.Matcher.TryMatchAt(tokens, next, end, out var second) && second.Value is { Kind: MentionKind.Demonym, Codes.Count: > 0 });

    // `la province chinoise du Yunnan` names China once.
    private static bool IsOfNamedState(SentenceContext context, GazetteerEntry entry) =>
        entry.Traits.HasFlag(GazetteerTraits.Province) && context.Matches.Exists(m => !m.Value.Traits.HasFlag(GazetteerTraits.Province) && m.Value.Codes.Contains(entry.Codes[0]));

    // `coréen` is the South, unless the article names the North and not the South.
    private static void Settle(List<PartnerMention> mentions, List<(int Mention, GazetteerEntry Entry)> open)
    {
        if (open.Count == 0)
        {
            return;
        }

        var isOpen = open.Select(o => o.Mention).ToHashSet();
        var sure = mentions.Where((_, index) => !isOpen.Contains(index)).Select(mention => mention.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var (index, entry) in open)
        {
            if (!sure.Contains(entry.Codes[0]) && entry.Others.FirstOrDefault(sure.Contains) is { } other)
            {
                mentions[index] = mentions[index] with { Code = other };
            }
        }
    }

    private static List<string> Partners(ArticleText article, List<PartnerMention> mentions)
    {
        var partners = new List<string>();
        foreach (var mention in mentions)
        {
            if (mention.Counts && article.Sentences[mention.SentenceIndex].Section is SectionKind.Title or SectionKind.Body && !partners.Contains(mention.Code))
            {
                partners.Add(mention.Code);
            }
        }

        return partners;
    }
}
