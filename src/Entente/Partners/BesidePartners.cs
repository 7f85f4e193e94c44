using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Partners;

/// <summary>Tells the partners that an article names only beside those it is about: as a venue, an occasion, an example, a posting, one of those who attend.</summary>
internal static class BesidePartners
{
    private static readonly PhraseMatcher<string> Cues = TurnCues.French;

    /// <summary><c>quinze pays, dont la Turquie, invitée d'honneur</c>, <c>la Coupe du monde, organisée par l'Australie et la Nouvelle-Zélande</c>: one among those who come, and those who lay the table.</summary>
    public static bool IsBySide(ArticleText article, List<PartnerMention> mentions, PartnerMention mention)
    {
        const int ParticipleReach = 5;
        if (IsPosting(article, mentions, mention) || IsNationality(article, mentions, mention) || mention.Kind == MentionKind.Body && IsOfAnother(article, article.Sentences[mention.SentenceIndex], mention, "service"))
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

    /// <summary><c>l'ambassadrice en Tanzanie, également accréditée au Rwanda</c>: named only for where somebody serves.</summary>
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

    /// <summary><c>le président du Comité militaire de l'UE, le général italien X</c>: who acts for a body is not of his state there.</summary>
    private static bool IsNationality(ArticleText article, List<PartnerMention> mentions, PartnerMention mention)
    {
        const int Reach = 6;
        return mention.Kind == MentionKind.Demonym && mentions.Exists(m => m.Kind == MentionKind.Body && m.SentenceIndex == mention.SentenceIndex && m.EndToken <= mention.FirstToken && mention.FirstToken - m.EndToken <= Reach
            && HasComma(article.Tokens, m.EndToken, mention.FirstToken) && WordSets.French.Has("rank-head", article.Tokens[mention.FirstToken - 1].Folded));
    }

    /// <summary><c>L'exercice de l'ADMM+ en Chine</c>, <c>la conférence de l'ASEAN s'est ouverte au Brunei</c>: beside a body the state is where it meets.</summary>
    public static bool IsVenueOfBody(ArticleText article, List<PartnerMention> mentions, PartnerMention mention)
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

    /// <summary><c>Singapour : Hanoï et Wellington se parlent</c>: before the colon of a headline stands where two others meet.</summary>
    public static bool IsScene(ArticleText article, List<PartnerMention> mentions, PartnerMention mention)
    {
        var sentence = article.Sentences[mention.SentenceIndex];
        return mention.FirstToken == sentence.First && mention.EndToken < sentence.First + sentence.Count && article.Tokens[mention.EndToken].Folded == ":"
            && mentions.Exists(m => m.SentenceIndex == sentence.Index && m.FirstToken > mention.EndToken && m.Code != mention.Code && m.Kind != MentionKind.Body);
    }

    /// <summary>
    /// <c>Sommet de l'ASEAN : les rencontres bilatérales du Premier ministre</c>, <c>X rencontre plusieurs dirigeants en marge du sommet de l'ASEAN</c>: the body's gathering is where the states are met of which
    /// the opening sentence tells.
    /// </summary>
    public static bool IsStage(ArticleText article, List<PartnerMention> mentions, PartnerMention mention)
    {
        var sentence = article.Sentences[mention.SentenceIndex];
        var isStage = mention.Kind == MentionKind.Body && (IsOccasion(article, sentence, mention) || Enumerable.Range(mention.EndToken, Math.Max(0, sentence.First + sentence.Count - mention.EndToken)).Any(i => article.Tokens[i].Text == ":"));
        return isStage && mentions.Find(m => article.Sentences[m.SentenceIndex].Section == SectionKind.Body) is { } first && article.Sentences[first.SentenceIndex] is var opening
            && MainPartners.TellsMet(article, opening) && mentions.Exists(m => m.SentenceIndex == opening.Index && m.Kind is MentionKind.Demonym or MentionKind.Name && !IsOccasion(article, opening, m));
    }

    /// <summary>A line that is only a state's name heads a column of the page (<c>Laos</c>), not the article.</summary>
    public static bool IsRubric(ArticleText article, PartnerMention mention)
    {
        var sentence = article.Sentences[mention.SentenceIndex];
        return mention.FirstToken == sentence.First && mention.TokenCount >= sentence.Count;
    }

    /// <summary><c>À l'invitation du ministre X du Cambodge, le ministre participe à la 16e réunion de l'ASEAN</c>: who has the house asks in, and the report is about the gathering.</summary>
    public static bool IsInviter(ArticleText article, Sentence sentence, List<PartnerMention> central, PartnerMention mention)
    {
        const int Reach = 20;
        bool IsAsking(PartnerMention told) => told.Kind != MentionKind.Body && Cues.Find(article.Tokens, sentence.First, told.FirstToken).Exists(cue => cue.Value == "invitation" && told.FirstToken - cue.Next <= Reach);
        return IsAsking(mention) && central.Exists(m => m.Kind == MentionKind.Body && (m.FirstToken > mention.FirstToken || IsOfGathering(article, sentence, m))) && central.TrueForAll(m => m.Code != mention.Code || IsAsking(m));
    }

    /// <summary><c>participe à la réunion des ministres de la Défense de l'ASEAN</c></summary>
    private static bool IsOfGathering(ArticleText article, Sentence sentence, PartnerMention body)
    {
        const int Reach = 9;
        return WordSets.French.StandsIn("gathering-of-body", article.Tokens, Math.Max(sentence.First, body.FirstToken - Reach), body.FirstToken);
    }

    /// <summary><c>Le Brunei prépare les réunions de l'ASEAN</c>, <c>des sapeurs destinés aux missions de l'ONU</c>, <c>pour se rapprocher de l'ASEAN</c>: beside a state the body only says which.</summary>
    public static bool IsOfAnother(ArticleText article, Sentence sentence, PartnerMention body, string only = "belonging")
    {
        const int Reach = 9;
        var first = Math.Max(sentence.First, body.FirstToken - Reach);
        return Cues.Find(article.Tokens, first, body.FirstToken).Any(cue => (cue.Value == only || cue.Value == "service") && !Opens(article.Tokens, sentence.First, cue.First) && !HasComma(article.Tokens, cue.Next, body.FirstToken))
            && article.Tokens[Math.Max(first, body.FirstToken - 1)].Folded is var before && (IsOf(before) || WordSets.French.Has("article", before) && IsOf(article.Tokens[Math.Max(first, body.FirstToken - 2)].Folded));
    }

    /// <summary><c>Hanoï (VNA) - La 11e réunion de l'ASEAN a eu lieu</c>: it is what the sentence is about.</summary>
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

    /// <summary><c>la conférence, avec la participation de l'Australie, de la Chine, de l'Inde et du Japon, …</c>: who attends is counted up, and is not whom the report is about.</summary>
    public static List<PartnerMention> Attending(ArticleText article, Sentence sentence, List<PartnerMention> mentions)
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

    /// <summary>The next of a list: a comma, "et", articles and "de" stand between.</summary>
    public static bool IsNext(TokenList tokens, PartnerMention before, PartnerMention mention)
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

    /// <summary>The occasion of what is told, or its frame: <c>en marge de la réunion de l'ASEAN</c>.</summary>
    public static bool IsOccasion(ArticleText article, Sentence sentence, PartnerMention mention)
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
}
