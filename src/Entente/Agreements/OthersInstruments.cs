using Entente.Clauses;
using Entente.Partners;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>
/// Tells the instruments that are not between the home country and a partner: those of other states (<c>Le Japon et les Philippines ont signé un accord</c>),
/// those of companies, towns and universities, links of offices, and a side's own plans.
/// </summary>
internal sealed class OthersInstruments(WordSets words)
{
    /// <summary>How far the words reach by which a sentence tells when, in tokens.</summary>
    private const int OccasionReach = 14;

    private readonly CompanyWords _company = new(words);

    public bool Contains(ArticleContext context, InstrumentMention mention, AgreementStatus status) =>
        IsTitledForOthers(context, mention) || IsBetweenOffices(context, mention, status) || IsMadeByOthers(context, mention) || IsPrivate(context, mention) || mention.Name.Instrument == Instrument.Plan && IsOwnPlan(context, mention, status);

    /// <summary>Its title names two parties and not the home country: <c>entre l'Australie et le Royaume-Uni</c>, <c>Chine - Russie</c>. A rank of ASEAN is one of ours too.</summary>
    private bool IsTitledForOthers(ArticleContext context, InstrumentMention mention)
    {
        var isPair = mention.NamesParties
            ? words.StandsIn("between", context.Text.Tokens, mention.NameEnd, mention.EndOfTitle)
            : mention.Name.Instrument == Instrument.Partnership && Any(context, mention.NameEnd, Math.Min(mention.EndOfTitle, mention.NameEnd + 6), "-");
        return isPair && !mention.IsPlural && States(context, mention, mention.NameEnd, mention.EndOfTitle, bodies: mention.NamesParties).Count > 1 && !NamesHome(context, mention, mention.NameEnd, mention.EndOfTitle);
    }

    /// <summary><c>le partenariat renforcé entre son ministère et le nôtre</c>: links of offices are no rank of states.</summary>
    private bool IsBetweenOffices(ArticleContext context, InstrumentMention mention, AgreementStatus status)
    {
        const int Reach = 4;
        var (tokens, first) = (context.Text.Tokens, mention.NameEnd);
        return mention.Name.Instrument == Instrument.Partnership && status != AgreementStatus.Established && first < mention.EndOfTitle && words.Has("between", tokens[first].Folded)
            && words.StandsIn("no-state", tokens, first + 1, Math.Min(first + Reach, mention.EndOfTitle));
    }

    /// <summary>The sentence tells what one or more foreign states do, and neither the home country nor "the two sides" stand in it.</summary>
    private bool IsMadeByOthers(ArticleContext context, InstrumentMention mention)
    {
        var sentence = mention.Sentence;
        if (context.Actors[sentence.Index].Any(context.IsHome) || NamesHome(context, mention, sentence.First, sentence.First + sentence.Count)
            || !JoinsOthers(context, mention) && words.StandsIn("both-sides", context.Text.Tokens, sentence.First, mention.First))
        {
            return false;
        }

        // "Il s'était rendu au Brunei, où il avait signé un protocole": he is one of ours.
        if (words.Has("subject-pronoun", context.Text.Tokens[sentence.First].Folded) && new Meetings.Antecedents(context, sentence).SubjectBefore() is { Person: not null } subject && context.IsHome(subject))
        {
            return false;
        }

        // "La Russie a signé un accord avec l'Iran"; of a state that the article is not about nobody says that it is with us.
        var makers = States(context, mention, Math.Max(AfterOccasion(context, sentence), mention.ChainFirst < mention.First ? sentence.First : mention.ZoneFirst), mention.ChainFirst, bodies: false);
        // "Avec la France, une déclaration a été signée": with us, as nobody else is named.
        if (makers.Count == 1 && IsWithOurs(context, mention, makers[0]))
        {
            return false;
        }

        return makers.Count > 0
            && (makers.Union(States(context, mention, mention.First, mention.EndOfTitle, bodies: false)).Skip(1).Any()
                || context.Partners.MainPartners.Count > 0 && !context.Partners.MainPartners.Contains(makers[0], StringComparer.Ordinal));
    }

    /// <summary>Index after the words that only tell when: <c>Avant de gagner le Brésil, la délégation …</c></summary>
    private int AfterOccasion(ArticleContext context, Texts.Sentence sentence)
    {
        if (!words.Has("before-after", context.Text.Tokens[sentence.First].Folded))
        {
            return sentence.First;
        }

        return Enumerable.Range(sentence.First, Math.Min(OccasionReach, sentence.Count)).FirstOrDefault(i => words.Has("list-mark", context.Text.Tokens[i].Folded), sentence.First);
    }

    private bool IsWithOurs(ArticleContext context, InstrumentMention mention, string maker)
    {
        var first = AfterOccasion(context, mention.Sentence);
        var mentions = context.Mentions[mention.Sentence.Index].Where(m => m.FirstToken >= first).ToList();
        return !mentions.Exists(m => m.Code != maker && m.Kind is MentionKind.Name or MentionKind.Body && !m.IsPlace) && mentions.Exists(m => m.Code == maker && _company.Leads(context, m, first));
    }

    /// <summary><c>La Russie et l'Inde ont renouvelé leur accord</c>: "their" is those two's.</summary>
    private bool JoinsOthers(ArticleContext context, InstrumentMention mention)
    {
        var states = context.Mentions[mention.Sentence.Index].Where(m => m.EndToken <= mention.First && !m.IsPlace && m.Kind is MentionKind.Name or MentionKind.Capital).ToList();
        return Enumerable.Range(0, Math.Max(0, states.Count - 1)).Any(i => states[i].Code != states[i + 1].Code && states[i + 1].FirstToken - states[i].EndToken <= 2
            && words.Has("and", context.Text.Tokens[states[i].EndToken].Folded));
    }

    /// <summary><c>Les entreprises des deux pays ont signé un mémorandum</c></summary>
    private bool IsPrivate(ArticleContext context, InstrumentMention mention)
    {
        var maker = context.Verbs[mention.Sentence.Index].LastOrDefault(v => v.IsFinite && v.Anchor < mention.ChainFirst);
        var subject = maker.Verb is null ? mention.First : maker.First;
        var found = false;
        for (var i = mention.Sentence.First; i < subject; i++)
        {
            var folded = context.Text.Tokens[i].Folded;
            if (words.Has("public-party", folded))
            {
                return false;
            }

            found |= words.Has("private-party", folded);
        }

        // "a signé avec le groupe X un accord de confidentialité"
        var withFirm = Enumerable.Range(subject, Math.Max(0, mention.ZoneEnd - subject - 2)).Any(i => words.Has("with", context.Text.Tokens[i].Folded)
            && (words.Has("private-party", context.Text.Tokens[i + 1].Folded) || words.Has("definite", context.Text.Tokens[i + 1].Folded) && words.Has("private-party", context.Text.Tokens[i + 2].Folded)));
        return withFirm || found && !context.Actors[mention.Sentence.Index].Any(a => a.End <= subject);
    }

    /// <summary><c>le plan d'action national</c>, <c>la feuille de route du gouvernement</c></summary>
    private bool IsOwnPlan(ArticleContext context, InstrumentMention mention, AgreementStatus status)
    {
        for (var i = mention.First; i < mention.EndOfTitle; i++)
        {
            if (words.Has("own-plan", context.Text.Tokens[i].Folded))
            {
                return true;
            }

            if (words.Has("both-sides", context.Text.Tokens[i].Folded) || words.Has("shared-plan", context.Text.Tokens[i].Folded))
            {
                return false;
            }
        }

        // What is asked of the other side, or stands beside another instrument, is of both.
        return status is AgreementStatus.Signed or AgreementStatus.InForce or AgreementStatus.Negotiating && mention.ChainFirst == mention.First
            && words.StandsIn("plan-owner", context.Text.Tokens, mention.Sentence.First, mention.First)
            && !words.StandsIn("both-sides", context.Text.Tokens, mention.Sentence.First, mention.Sentence.First + mention.Sentence.Count)
            && !context.Mentions[mention.Sentence.Index].Any(m => context.Partners.MainPartners.Contains(m.Code, StringComparer.Ordinal))
            && States(context, mention, mention.Sentence.First, mention.Sentence.First + mention.Sentence.Count, bodies: true).Count == 0;
    }

    private static bool Any(ArticleContext context, int first, int end, string word) =>
        Enumerable.Range(first, Math.Max(0, end - first)).Any(i => context.Text.Tokens[i].Folded == word);

    private static bool NamesHome(ArticleContext context, InstrumentMention mention, int first, int end) =>
        context.HomeMentions[mention.Sentence.Index].Any(m => m.FirstToken >= first && m.FirstToken < end);

    /// <summary>The states (and bodies) that a stretch of the sentence names; a venue is none.</summary>
    private static List<string> States(ArticleContext context, InstrumentMention mention, int first, int end, bool bodies) =>
        [.. context.Mentions[mention.Sentence.Index].Where(m => m.FirstToken >= first && m.FirstToken < end && !m.IsPlace
            && (m.Kind is MentionKind.Name or MentionKind.Capital || bodies && m.Kind == MentionKind.Body)).Select(m => m.Code).Distinct(StringComparer.Ordinal)];
}
