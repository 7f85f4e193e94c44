using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Partners;

/// <summary>
/// The partners that an article is about: those of its headline; without any there, those of the sentence that opens the report,
/// and those whose turn a later sentence announces (<c>Enfin, le ministre a reçu l'ambassadeur du Chili</c>).
/// </summary>
internal static class MainPartners
{
    /// <summary>From so many states on, a sentence that tells no meeting is a list.</summary>
    private const int Several = 3;

    private static readonly PhraseMatcher<string> Cues = TurnCues.French;

    public static List<string> Of(ArticleText article, IReadOnlyList<PartnerMention> mentions)
    {
        var proper = mentions.Where(m => m.Counts && IsProper(article, m)).ToList();
        var acting = proper.Where(m => !m.IsPlace).ToList();
        return PlacesInTurn.Of(article, proper) is { Count: > 0 } places ? places : acting.Count > 0 ? OfActing(article, acting) : [.. proper.Take(1).Select(m => m.Code)];
    }

    /// <summary>
    /// The sentence that names the first partners of a report without one in its headline, if it names them only as its frame (<c>Dans le cadre du sommet de l'ASEAN, X a eu une série d'entrevues</c>), or names none in an
    /// opening sentence that tells meetings, and the first one as a topic of theirs: it is about those who were met. Null
    /// for a report that opens on partners of its own.
    /// </summary>
    public static Sentence? Frame(ArticleText article, IReadOnlyList<PartnerMention> mentions)
    {
        var first = article.Sentences.FirstOrDefault(s => s.Section == SectionKind.Body);
        var acting = mentions.Where(m => m.Counts && !m.IsPlace && SectionOf(article, m) == SectionKind.Body).ToList();
        if (first is null || acting.Count == 0)
        {
            return null;
        }

        var opening = article.Sentences[acting[0].SentenceIndex];
        var isFrame = acting.Where(m => m.SentenceIndex == opening.Index).All(m => BesidePartners.IsOccasion(article, opening, m)) || opening.Index != first.Index && TellsMet(article, first) && !TellsMet(article, opening);
        return isFrame ? opening : null;
    }

    /// <summary>Whether a sentence tells what it tells as done in passing (<c>en marge de</c>, <c>un bref échange</c>).</summary>
    public static bool IsInPassing(ArticleText article, Sentence sentence) => Cues.Find(article, sentence).Any(cue => cue.Value is "margin" or "passing");

    /// <summary>Whether a sentence tells that people met.</summary>
    public static bool TellsMet(ArticleText article, Sentence sentence) => Cues.Find(article, sentence).Any(cue => cue.Value is "met" or "both");

    private static List<string> OfActing(ArticleText article, List<PartnerMention> mentions)
    {
        var main = new List<string>();
        var headline = mentions.Where(m => SectionOf(article, m) == SectionKind.Title && !BesidePartners.IsRubric(article, m) && !BesidePartners.IsVenueOfBody(article, mentions, m) && !BesidePartners.IsScene(article, mentions, m)).ToList();
        if (headline.Count > 0 && headline.TrueForAll(m => BesidePartners.IsStage(article, mentions, m)))
        {
            headline.Clear();
        }

        var isOfState = headline.Exists(m => m.Kind != MentionKind.Body);
        foreach (var mention in headline.Where(m => !(isOfState && m.Kind == MentionKind.Body && BesidePartners.IsOfAnother(article, article.Sentences[m.SentenceIndex], m))))
        {
            Add(main, mention.Code);
        }

        if (headline.TrueForAll(m => IsTaughtFor(article, m)) && Teacher(article, mentions) is { } teacher)
        {
            return [teacher];
        }

        if (main.Count > 0)
        {
            return main;
        }

        mentions = mentions.Exists(m => SectionOf(article, m) == SectionKind.Body) ? [.. mentions.Where(m => SectionOf(article, m) == SectionKind.Body)] : mentions;
        mentions = mentions.Where(m => !BesidePartners.IsBySide(article, mentions, m)).ToList() is { Count: > 0 } others ? others : mentions;
        var opening = Opening(article, mentions);
        foreach (var mention in mentions)
        {
            // "Avec l'ambassadeur du Pérou, il a évoqué le sommet de l'APEC": a body named beside the state whose turn it is.
            if (mention.SentenceIndex == mentions[0].SentenceIndex ? opening.Contains(mention)
                : !IsWhere(article, mentions, mention) && !(mention.Kind == MentionKind.Body && mentions.Exists(m => m.SentenceIndex == mention.SentenceIndex && m.Kind != MentionKind.Body)) && TakesTurn(article, article.Sentences[mention.SentenceIndex]))
            {
                Add(main, mention.Code);
            }
        }

        return TellsMet(article, article.Sentences[mentions[0].SentenceIndex]) || main.Count < Several || IsSubject(article, opening) ? main : Recurring(mentions, main);
    }

    // `Singapour, la Thaïlande et l'Inde ont fait manœuvrer …`: a list that opens the sentence does what is told.
    private static bool IsSubject(ArticleText article, List<PartnerMention> listed)
    {
        const int Head = 1;
        return listed[0].FirstToken - article.Sentences[listed[0].SentenceIndex].First <= Head && listed.Zip(listed.Skip(1)).All(pair => BesidePartners.IsNext(article.Tokens, pair.First, pair.Second));
    }

    // `un cours destiné aux futurs officiers des missions de l'ONU`: it is for them, and given by a state.
    private static bool IsTaughtFor(ArticleText article, PartnerMention body)
    {
        var sentence = article.Sentences[body.SentenceIndex];
        return body.Kind == MentionKind.Body && Cues.Find(article.Tokens, sentence.First, body.FirstToken).Exists(cue => cue.Value == "course") && BesidePartners.IsOfAnother(article, sentence, body, "service");
    }

    // Whom an article about a course comes back to, where its opening sentence names at most a body that the pupils will serve.
    private static string? Teacher(ArticleText article, List<PartnerMention> mentions)
    {
        var told = mentions.Where(m => SectionOf(article, m) == SectionKind.Body).ToList();
        if (told.Count == 0 || !told.Exists(m => m.SentenceIndex == told[0].SentenceIndex && IsTaughtFor(article, m)))
        {
            return null;
        }

        var states = told.Where(m => m.Kind != MentionKind.Body).GroupBy(m => m.Code, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ToList();
        return states.Count > 0 && states[0].Count() >= Several && (states.Count == 1 || states[0].Count() > states[1].Count()) ? states[0].Key : null;
    }

    // `En recevant l'ambassadeur d'Allemagne, il a évoqué les médecins qui servent au Soudan du Sud`: of two states the one that is a place is not whose turn it is.
    private static bool IsWhere(ArticleText article, List<PartnerMention> mentions, PartnerMention mention) =>
        mention.Kind == MentionKind.Name && mention.FirstToken > 0 && WordSets.French.Has("place-lead", article.Tokens[mention.FirstToken - 1].Folded)
        && mentions.Exists(m => m.SentenceIndex == mention.SentenceIndex && m.FirstToken < mention.FirstToken && m.Code != mention.Code && m.Kind != MentionKind.Body);

    // States that are only counted up (`les groupes du Japon, de Malaisie et du Cambodge`) are not what the report is about: it comes back to that.
    private static List<string> Recurring(List<PartnerMention> mentions, List<string> listed)
    {
        var times = mentions.GroupBy(m => m.Code, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var most = listed.Max(code => times[code]);
        if (most >= Several)
        {
            return [.. listed.Where(code => 2 * times[code] > most)];
        }

        // None comes back: the sentence counted up topics, and the report is about something else, if about any partner.
        return most > 1 ? listed : mentions.Select(m => m.Code).FirstOrDefault(code => times[code] > 1) is { } other ? [other] : [];
    }

    // `En marge de la réunion de l'ASEAN, … avec son homologue japonais`: what the report opens on is the meeting, not its occasion.
    private static List<PartnerMention> Opening(ArticleText article, List<PartnerMention> mentions)
    {
        var sentence = article.Sentences[mentions[0].SentenceIndex];
        var all = mentions.Where(m => m.SentenceIndex == sentence.Index).ToList();
        var attending = BesidePartners.Attending(article, sentence, all);
        all = all.Count > attending.Count ? [.. all.Where(m => !attending.Contains(m))] : all;
        var central = all.Where(m => !BesidePartners.IsOccasion(article, sentence, m) && !BesidePartners.IsVenueOfBody(article, mentions, m)).ToList();
        central.RemoveAll(m => BesidePartners.IsInviter(article, sentence, central, m));
        if (central.Exists(m => m.Kind != MentionKind.Body))
        {
            var states = central.Where(m => m.Kind != MentionKind.Body).ToList();
            return TellsMet(article, sentence) ? states : [.. central.Where(m => m.Kind != MentionKind.Body || !BesidePartners.IsOfAnother(article, sentence, m))];
        }

        return central.Count > 0 ? central : all;
    }

    /// <summary>Whether a sentence sets what it tells aside as held in passing (<c>en marge de</c>).</summary>
    public static bool IsInMargin(ArticleText article, Sentence sentence) => Cues.Find(article, sentence).Any(cue => cue.Value == "margin");

    private static bool TakesTurn(ArticleText article, Sentence sentence)
    {
        var end = sentence.First + sentence.Count;
        const int TurnReach = 5;
        var turns = false;
        for (var at = sentence.First; at < Math.Min(end, sentence.First + TurnReach) && !turns; at++)
        {
            turns = IsTurn(article, at, end);
        }

        if (!turns)
        {
            return false;
        }

        var hasMet = false;
        foreach (var cue in Cues.Find(article, sentence))
        {
            if (cue.Value == "margin")
            {
                return false;
            }

            hasMet |= cue.Value is "met" or "both";
        }

        return hasMet;
    }

    private static bool IsTurn(ArticleText article, int at, int end) =>
        at < end && Cues.TryMatchAt(article.Tokens, at, end, out var cue) && cue.Value is ("turn" or "both");

    private static SectionKind SectionOf(ArticleText article, PartnerMention mention) => article.Sentences[mention.SentenceIndex].Section;

    private static bool IsProper(ArticleText article, PartnerMention mention) => SectionOf(article, mention) is SectionKind.Title or SectionKind.Body;

    private static void Add(List<string> codes, string code)
    {
        if (!codes.Contains(code))
        {
            codes.Add(code);
        }
    }
}
