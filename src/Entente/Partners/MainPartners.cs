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
        var isFrame = acting.Where(m => m.SentenceIndex == opening.Index).All(m => IsOccasion(article, opening, m)) || opening.Index != first.Index && TellsMet(article, first) && !TellsMet(article, opening);
        return isFrame ? opening : null;
    }

    /// <summary>Whether a sentence tells what it tells as done in passing (<c>en marge de</c>, <c>un bref échange</c>).</summary>
    public static bool IsInPassing(ArticleText article, Sentence sentence) => Cues.Find(article, sentence).Any(cue => cue.Value is "margin" or "passing");

    /// <summary>Whether a sentence tells that people met.</summary>
    public static bool TellsMet(ArticleText article, Sentence sentence) => Cues.Find(article, sentence).Any(cue => cue.Value is "met" or "both");

    private static List<string> OfActing(ArticleText article, List<PartnerMention> mentions)
    {
        var main = new List<string>();
        var headline = mentions.Where(m => SectionOf(article, m) == SectionKind.Title && !IsRubric(article, m) && !IsVenueOfBody(article, mentions, m) && !IsScene(article, mentions, m)).ToList();
        var isOfState = headline.Exists(m => m.Kind != MentionKind.Body);
        foreach (var mention in headline.Where(m => !(isOfState && m.Kind == MentionKind.Body && IsOfAnother(article, article.Sentences[m.SentenceIndex], m))))
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
        mentions = mentions.Where(m => !IsBySide(article, mentions, m)).ToList() is { Count: > 0 } others ? others : mentions;
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
        return listed[0].FirstToken - article.Sentences[listed[0].SentenceIndex].First <= Head && listed.Zip(listed.Skip(1)).All(pair => IsNext(article.Tokens, pair.First, pair.Second));
    }

    // `un cours destiné aux futurs officiers des missions de l'ONU`: it is for them, and given by a state.
    private static bool IsTaughtFor(ArticleText article, PartnerMention body)
    {
        var sentence = article.Sentences[body.SentenceIndex];
        return body.Kind == MentionKind.Body && Cues.Find(article.Tokens, sentence.First, body.FirstToken).Exists(cue => cue.Value == "course") && IsOfAnother(article, sentence, body, "service");
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

    // `quinze pays, dont la Turquie, invitée d'honneur`, `la Coupe du monde, organisée par l'Australie et la Nouvelle-Zélande`: one among those who come, and those who lay the table.
    private static bool IsBySide(ArticleText article, List<PartnerMention> mentions, PartnerMention mention)
    {
        const int ParticipleReach = 5;
        if (IsPosting(article, mentions, mention) || IsNationality(article, mentions, mention))
        {
            return true;
        }

        var at = mentions.IndexOf(mention);
        while (at > 0 && mentions[at - 1].SentenceIndex == mention.SentenceIndex && IsNext(article.Tokens, mentions[at - 1], mentions[at]))
        {
            at--;
        }

        var first = article.Sentences[mention.SentenceIndex].First;
        for (var i = mentions[at].FirstToken - 1; i >= first && i >= mentions[at].FirstToken - 2; i--)
        {
            if (!Cues.TryMatchAt(article.Tokens, i, i + 1, out var cue) || cue.Value == "list")
            {
                continue;
            }

            return cue.Value == "example" || cue.Value == "agent" && Cues.Find(article.Tokens, Math.Max(first, i - ParticipleReach), i).Any(c => c.Value == "hosted");
        }

        return false;
    }

    // `l'ambassadrice en Tanzanie, également accréditée au Rwanda`: named only for where somebody serves.
    private static bool IsPosting(ArticleText article, List<PartnerMention> mentions, PartnerMention mention)
    {
        const int Reach = 5;
        const int Near = 3;
        if (mention.Kind != MentionKind.Name || mentions.Count(m => m.Code == mention.Code) > 1)
        {
            return false;
        }

        // "en Afrique du Sud, au Botswana et en Namibie"
        var head = mention;
        for (var at = mentions.IndexOf(mention); at > 0 && mentions[at - 1].SentenceIndex == head.SentenceIndex && head.FirstToken - mentions[at - 1].EndToken is > 0 and <= Near && WordSets.French.Has("place-lead", article.Tokens[head.FirstToken - 1].Folded); at--)
        {
            head = mentions[at - 1];
        }

        var first = Math.Max(article.Sentences[head.SentenceIndex].First, head.FirstToken - Reach);
        return Cues.Find(article.Tokens, first, head.FirstToken).Exists(cue => cue.Value == "posting" && head.FirstToken - cue.Next <= Near);
    }

    // `le président du Comité militaire de l'UE, le général italien X`: who acts for a body is not of his state there.
    private static bool IsNationality(ArticleText article, List<PartnerMention> mentions, PartnerMention mention)
    {
        const int Reach = 6;
        return mention.Kind == MentionKind.Demonym && mentions.Exists(m => m.Kind == MentionKind.Body && m.SentenceIndex == mention.SentenceIndex && m.EndToken <= mention.FirstToken && mention.FirstToken - m.EndToken <= Reach
            && HasComma(article.Tokens, m.EndToken, mention.FirstToken) && WordSets.French.Has("rank-head", article.Tokens[mention.FirstToken - 1].Folded));
    }

    // `L'exercice de l'ADMM+ en Chine`, `la conférence de l'ASEAN s'est ouverte au Brunei`: beside a body the state is where it meets.
    private static bool IsVenueOfBody(ArticleText article, List<PartnerMention> mentions, PartnerMention mention)
    {
        const int VisitReach = 6;
        var first = article.Sentences[mention.SentenceIndex].First;
        var at = mention.FirstToken - 1;
        at -= at > first && WordSets.French.Has("article", article.Tokens[at].Folded) ? 1 : 0;
        if (mention.Kind != MentionKind.Name || at <= first || !WordSets.French.Has("place-lead", article.Tokens[at].Folded) && !WordSets.French.HasWritten("to", article.Tokens[at].Text)
            || !mentions.Exists(m => m.SentenceIndex == mention.SentenceIndex && m.Kind == MentionKind.Body))
        {
            return false;
        }

        for (var i = at - 1; i >= first && i >= at - VisitReach; i--)
        {
            if (WordSets.French.Has("visited-there", article.Tokens[i].Folded))
            {
                return false;
            }
        }

        return true;
    }

    // `Singapour : Hanoï et Wellington se parlent`: before the colon of a headline stands where two others meet.
    private static bool IsScene(ArticleText article, List<PartnerMention> mentions, PartnerMention mention)
    {
        var sentence = article.Sentences[mention.SentenceIndex];
        return mention.FirstToken == sentence.First && mention.EndToken < sentence.First + sentence.Count && article.Tokens[mention.EndToken].Folded == ":"
            && mentions.Exists(m => m.SentenceIndex == sentence.Index && m.FirstToken > mention.EndToken && m.Code != mention.Code && m.Kind != MentionKind.Body);
    }

    // A line that is only a state's name heads a column of the page (`Laos`), not the article.
    private static bool IsRubric(ArticleText article, PartnerMention mention)
    {
        var sentence = article.Sentences[mention.SentenceIndex];
        return mention.FirstToken == sentence.First && mention.TokenCount >= sentence.Count;
    }

    // `En marge de la réunion de l'ASEAN, … avec son homologue japonais`: what the report opens on is the meeting, not its occasion.
    private static List<PartnerMention> Opening(ArticleText article, List<PartnerMention> mentions)
    {
        var sentence = article.Sentences[mentions[0].SentenceIndex];
        var all = mentions.Where(m => m.SentenceIndex == sentence.Index).ToList();
        var attending = Attending(article, sentence, all);
        all = all.Count > attending.Count ? [.. all.Where(m => !attending.Contains(m))] : all;
        var central = all.Where(m => !IsOccasion(article, sentence, m) && !IsVenueOfBody(article, mentions, m)).ToList();
        central.RemoveAll(m => IsInviter(article, sentence, central, m));
        if (central.Exists(m => m.Kind != MentionKind.Body))
        {
            var states = central.Where(m => m.Kind != MentionKind.Body).ToList();
            return TellsMet(article, sentence) ? states : [.. central.Where(m => m.Kind != MentionKind.Body || !IsOfAnother(article, sentence, m))];
        }

        return central.Count > 0 ? central : all;
    }

    // `À l'invitation du ministre X du Cambodge, le ministre participe à la 16e réunion de l'ASEAN`: who has the house asks in, and the report is about the gathering.
    private static bool IsInviter(ArticleText article, Sentence sentence, List<PartnerMention> central, PartnerMention mention)
    {
        const int Reach = 20;
        bool IsAsking(PartnerMention told) => told.Kind != MentionKind.Body && Cues.Find(article.Tokens, sentence.First, told.FirstToken).Exists(cue => cue.Value == "invitation" && told.FirstToken - cue.Next <= Reach);
        return IsAsking(mention) && central.Exists(m => m.Kind == MentionKind.Body && m.FirstToken > mention.FirstToken) && central.TrueForAll(m => m.Code != mention.Code || IsAsking(m));
    }

    // `Le Brunei prépare les réunions de l'ASEAN`, `des sapeurs destinés aux missions de l'ONU`, `pour se rapprocher de l'ASEAN`: beside a state the body only says which.
    private static bool IsOfAnother(ArticleText article, Sentence sentence, PartnerMention body, string only = "belonging")
    {
        const int Reach = 9;
        var first = Math.Max(sentence.First, body.FirstToken - Reach);
        return Cues.Find(article.Tokens, first, body.FirstToken).Any(cue => (cue.Value == only || cue.Value == "service") && !Opens(article.Tokens, sentence.First, cue.First) && !HasComma(article.Tokens, cue.Next, body.FirstToken))
            && article.Tokens[Math.Max(first, body.FirstToken - 1)].Folded is var before && (IsOf(before) || WordSets.French.Has("article", before) && IsOf(article.Tokens[Math.Max(first, body.FirstToken - 2)].Folded));
    }

    // `Hanoï (VNA) - La 11e réunion de l'ASEAN a eu lieu`: it is what the sentence is about.
    private static bool Opens(TokenList tokens, int first, int at)
    {
        const int Subject = 4;
        var head = at;
        while (head > first && tokens[head - 1].Kind != TokenKind.Punctuation)
        {
            head--;
        }

        return at - head < Subject;
    }

    private static bool IsOf(string folded) => WordSets.French.Has("of", folded);

    // `la conférence, avec la participation de l'Australie, de la Chine, de l'Inde et du Japon, …`: who attends is counted up, and is not whom the report is about.
    private static List<PartnerMention> Attending(ArticleText article, Sentence sentence, List<PartnerMention> mentions)
    {
        const int Many = 4;
        const int CueReach = 12;
        for (var i = 0; i < mentions.Count; i++)
        {
            var run = 1;
            while (i + run < mentions.Count && IsNext(article.Tokens, mentions[i + run - 1], mentions[i + run]))
            {
                run++;
            }

            if (run >= Many && Cues.Find(article, sentence).Any(cue => cue.Value == "attendance" && cue.Next <= mentions[i].FirstToken && mentions[i].FirstToken - cue.Next <= CueReach))
            {
                return mentions.GetRange(i, run);
            }

            i += run - 1;
        }

        return [];
    }

    // Of a list: a comma, "et", articles and "de" stand between.
    private static bool IsNext(TokenList tokens, PartnerMention before, PartnerMention mention)
    {
        const int Reach = 5;
        for (var i = before.EndToken; i < mention.FirstToken; i++)
        {
            if (tokens[i].Folded != "," && !(Cues.TryMatchAt(tokens, i, i + 1, out var cue) && cue.Value == "list"))
            {
                return false;
            }
        }

        return mention.FirstToken - before.EndToken is > 0 and <= Reach;
    }

    private static bool IsOccasion(ArticleText article, Sentence sentence, PartnerMention mention)
    {
        foreach (var cue in Cues.Find(article.Tokens, sentence.First, mention.FirstToken))
        {
            // "Au programme : la Conférence de l'ASEAN, des réunions informelles avec les États-Unis": what awaits whoever has come.
            if (cue.Value == "agenda" && cue.First - sentence.First <= 1)
            {
                return true;
            }

            // "Dans le cadre de la 11e Conférence de l'ASEAN, le ministre a rencontré": the body's gathering frames the report.
            if ((cue.Value == "margin" || cue.Value == "frame" && mention.Kind == MentionKind.Body) && !HasComma(article.Tokens, cue.Next, mention.FirstToken))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasComma(TokenList tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Folded == ",")
            {
                return true;
            }
        }

        return false;
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
