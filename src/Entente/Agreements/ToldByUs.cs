using Entente.Clauses;
using Entente.Dates;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>
/// Reads what somebody quoted tells in the first person, of which the lexicon of verbs has no forms: <c>Nous avons adopté une déclaration</c>, <c>nous avons élevé nos relations au rang de
/// partenariat stratégique</c>.
/// </summary>
internal sealed class ToldByUs(WordSets words)
{
    /// <summary>How far before the instrument the verb may stand, in tokens.</summary>
    private const int ObjectReach = 16;

    /// <summary>How far the participle may stand from its auxiliary: <c>avons également signé</c>.</summary>
    private const int ParticipleReach = 3;

    public StatusReading? Read(Telling told)
    {
        var (tokens, mention) = (told.Context.Text.Tokens, told.Mention);
        var first = Math.Max(mention.Sentence.First + 1, mention.ChainFirst - ObjectReach);
        for (var i = mention.ChainFirst - 2; i >= first; i--)
        {
            if (!words.Has("auxiliary-of-us", tokens[i].Folded))
            {
                continue;
            }

            var made = Enumerable.Range(i + 1, ParticipleReach).FirstOrDefault(at => at < mention.ChainFirst && (words.Has("making", tokens[at].Folded) || told.IsRank && words.Has("raised", tokens[at].Folded)), -1);
            if (made < 0 || words.Has("negator", tokens[i - 1].Folded) || told.Verbs.Any(v => v.First > made && v.Anchor < mention.ChainFirst) || words.StandsIn("clause-edge", tokens, made, mention.ChainFirst))
            {
                return null;
            }

            return new(told.Made, told.Date, told.Date is null);
        }

        return null;
    }
}
