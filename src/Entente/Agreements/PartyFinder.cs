using Entente.Clauses;
using Entente.Meetings;
using Entente.Partners;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>Finds the parties of an instrument beside the home country.</summary>
internal sealed class PartyFinder(AgreementLexicon lexicon, WordSets words)
{
    /// <summary>How far before a body the gathering of it may stand, in tokens.</summary>
    private const int GatheringReach = 14;

    /// <summary>How many sentences back the states stand that "le premier" and "le troisième" choose from.</summary>
    private const int ListReach = 4;

    /// <summary>How far within a sentence those stand with whom it opens, in tokens.</summary>
    private const int CompanyHead = 4;

    /// <summary>How far behind a semicolon a clause names whom it is about, in tokens.</summary>
    private const int ClauseHead = 4;

    private readonly BothSides _both = new(words);
    private readonly CompanyWords _company = new(words);

    /// <summary>The parties: named in the title or near the instrument; else whom the text last spoke of; else whom the article is about.</summary>
    public string[] Find(ArticleContext context, InstrumentMention mention, Meeting? gathering)
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

        var last = mention.Sentence.First + mention.Sentence.Count;
        var isRelative = Enumerable.Range(mention.EndOfTitle, 2).Any(i => i < last && words.Has("relative-object", context.Text.Tokens[i].Folded));
        if (isRelative && BesideHome(context, mention, mention.EndOfTitle, mention.ZoneEnd) is { } within)
        {
            return within;
        }

        if (BesideHome(context, mention, mention.ZoneFirst, mention.First) is { } beside)
        {
            return beside;
        }

        if ((SignedWith(context, mention) ?? With(context, mention) ?? Addressed(context, mention) ?? OfSeveral(context, mention) ?? WhereMade(context, mention) ?? OfClause(context, mention)) is { } with)
        {
            return [with];
        }

        // What the participants of a gathering of a body adopt is the body's.
        if (BodyOfGathering(context, mention, gathering) is { } body)
        {
            return [body];
        }

        // What the participants of a conference adopt is theirs.
        if (gathering is { IsMultilateral: true, Partners.Count: > 0 } && !context.Actors[mention.Sentence.Index].Any(context.IsForeign))
        {
            return [.. gathering.Partners];
        }

        // "Les trois ministres ont signé": the home country's and two others'.
        if (mention.Sentence.First < mention.ZoneFirst + 1 && Together(context, mention) is { } several)
        {
            return several;
        }

        if (context.SolePartner is { } sole)
        {
            return [OtherOfSentence(context, mention, sole) ?? OtherOfParagraph(context, mention) ?? sole];
        }

        if (OtherOfParagraph(context, mention) is { } told)
        {
            return [told];
        }

        // "Les deux ministres ont décidé de signer un plan et de se concerter au sein de l'ASEAN": the two that were told before.
        if (_both.Of(context, mention) is { } other)
        {
            return [other];
        }

        var after = InZone(mention.EndOfTitle, mention.ZoneEnd);
        if (after.Length > 0 && words.Has("party-opening", context.Text.Tokens[mention.EndOfTitle].Folded))
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
            var named = context.Mentions[s].LastOrDefault(m => m.FirstToken < mention.First && m.Counts && context.Partners.MainPartners.Contains(m.Code, StringComparer.Ordinal)
                && context.Text.Sentences[m.SentenceIndex].Section == SectionKind.Body);
            if (named is not null)
            {
                return [named.Code];
            }
        }

        return [.. context.Partners.MainPartners.Take(1)];
    }

    /// <summary><c>La réunion des ministres de l'ASEAN, présidée par le Brunei, … Les participants ont adopté une déclaration</c></summary>
    private string? BodyOfGathering(ArticleContext context, InstrumentMention mention, Meeting? gathering)
    {
        var (tokens, sentence) = (context.Text.Tokens, mention.Sentence);
        // Who adopts it are many: "les participants", "les ministres", not "les deux ministres".
        var maker = context.Verbs[sentence.Index].LastOrDefault(v => v.IsFinite && v.Anchor < mention.ChainFirst);
        var isOfMany = maker.Verb is not null && (gathering is { IsMultilateral: true } || words.StandsIn("many-at-gathering", tokens, sentence.First, maker.First))
            && !Enumerable.Range(sentence.First, mention.First - sentence.First).Any(i => words.Has("number-two", tokens[i].Folded) || words.Has("number-three", tokens[i].Folded));
        if (!isOfMany || context.Actors[sentence.Index].Any(a => a.IsNamed && a.End <= mention.First))
        {
            return null;
        }

        for (var s = sentence.Index; s >= 0; s--)
        {
            if (context.Mentions[s].LastOrDefault(m => m.Kind == MentionKind.Body && m.Counts && m.FirstToken < mention.First && IsOfGathering(context, m)) is { } named)
            {
                return named.Code;
            }
        }

        return null;
    }

    /// <summary><c>la 18e Réunion des ministres de la Défense de l'ASEAN</c>, <c>le Sommet de l'ASEAN</c></summary>
    private bool IsOfGathering(ArticleContext context, PartnerMention body)
    {
        var first = context.Text.Sentences[body.SentenceIndex].First;
        for (var i = body.FirstToken - 1; i >= first && body.FirstToken - i <= GatheringReach && context.Text.Tokens[i].Kind != Texts.TokenKind.Punctuation; i--)
        {
            // "avant toute réunion de l'ASEAN" is no gathering in particular.
            if (words.Has("gathering-of-body", context.Text.Tokens[i].Folded))
            {
                return i == first || words.Has("article", context.Text.Tokens[i - 1].Folded) || words.Has("ordinal", context.Text.Tokens[i - 1].Folded) || char.IsAsciiDigit(context.Text.Tokens[i - 1].Folded[0]);
            }
        }

        return false;
    }

    /// <summary><c>Le Vietnam, le Laos et le Cambodge ont signé un accord</c>: the states that the clause joins to the home country.</summary>
    private string[]? BesideHome(ArticleContext context, InstrumentMention mention, int first, int end)
    {
        var sentence = mention.Sentence.Index;
        var others = context.Mentions[sentence].Where(m => m.Kind != MentionKind.Demonym && m.FirstToken >= first && m.EndToken <= end).ToList();
        foreach (var home in context.HomeMentions[sentence].Where(m => m.FirstToken >= first && m.EndToken <= end && m.Kind != MentionKind.Demonym))
        {
            // Grows from the home country outwards, as long as only "et", commas and articles stand between.
            var (from, until) = (home.FirstToken, home.EndToken);
            var codes = new List<string>();
            for (var grown = true; grown;)
            {
                grown = false;
                foreach (var other in others.Where(o => !codes.Contains(o.Code)))
                {
                    var (gap, gapEnd) = other.FirstToken >= until ? (until, other.FirstToken) : (other.EndToken, from);
                    if (gapEnd > gap && gapEnd - gap <= 3 && Enumerable.Range(gap, gapEnd - gap).All(i => words.Has("state-joint", context.Text.Tokens[i].Folded)))
                    {
                        (from, until) = (Math.Min(from, other.FirstToken), Math.Max(until, other.EndToken));
                        codes.Add(other.Code);
                        grown = true;
                    }
                }
            }

            // "les relations Vietnam - France s'étendent depuis que le Vietnam a noué des liens avec l'UE et signé un accord": with whom its own clause tells.
            if (IsPassedFor(context, mention, codes, until))
            {
                continue;
            }

            // A comma alone joins nothing: "au Vietnam, la Russie …".
            if (codes.Count > 0 && words.StandsIn("link-dash", context.Text.Tokens, from, until))
            {
                return [.. codes];
            }
        }

        return null;
    }

    /// <summary>Behind the states joined, the home country acts anew with another: <c>le Vietnam a noué des liens avec l'UE et signé un accord</c>.</summary>
    private bool IsPassedFor(ArticleContext context, InstrumentMention mention, List<string> codes, int until)
    {
        var sentence = mention.Sentence.Index;
        return context.Mentions[sentence].LastOrDefault(m => m.Counts && m.FirstToken >= until && m.EndToken <= mention.First && !codes.Contains(m.Code) && _company.Leads(context, m, until)) is { } other
            && context.HomeMentions[sentence].Any(h => h.FirstToken >= until && h.EndToken <= other.FirstToken && context.Verbs[sentence].Any(v => v.IsFinite && v.First >= h.EndToken && v.End <= other.FirstToken));
    }

    /// <summary><c>l'accord-cadre signé avec l'Union européenne en 2019</c>, <c>signé en 2019 entre le Vietnam et l'Union européenne</c></summary>
    private string? SignedWith(ArticleContext context, InstrumentMention mention)
    {
        var tokens = context.Text.Tokens;
        var making = Enumerable.Range(mention.EndOfTitle, 6).FirstOrDefault(i => i < mention.ZoneEnd && words.Has("making", tokens[i].Folded), -1);
        return making < 0 ? null : context.Mentions[mention.Sentence.Index].FirstOrDefault(m => m.Counts && !IsOfMembers(context, m) && m.FirstToken > making && m.FirstToken < mention.ZoneEnd && m.FirstToken - making <= 10
            && Enumerable.Range(making + 1, m.FirstToken - making - 1).Any(i => words.Has("party-link", tokens[i].Folded) && !words.Has("and", tokens[i - 1].Folded)))?.Code;
    }

    /// <summary><c>avec un membre de l'ASEAN</c>: not with the body.</summary>
    private bool IsOfMembers(ArticleContext context, PartnerMention body) =>
        body.Kind == MentionKind.Body && words.StandsIn("body-member", context.Text.Tokens, Math.Max(0, body.FirstToken - 3), body.FirstToken);

    /// <summary><c>À son hôte cambodgien, il a confirmé le maintien du traité</c></summary>
    private string? Addressed(ArticleContext context, InstrumentMention mention)
    {
        var (tokens, first) = (context.Text.Tokens, mention.Sentence.First);
        return !words.Has("addressing", tokens[first].Folded) ? null
            : context.Mentions[mention.Sentence.Index].FirstOrDefault(m => m.Counts && !m.IsPlace && m.Kind is MentionKind.Demonym or MentionKind.Name && m.FirstToken - first <= CompanyHead && m.EndToken < mention.First && tokens[m.EndToken].Folded == ",")?.Code;
    }

    /// <summary><c>s'était rendu au Brunei, où il avait signé un mémorandum</c>, <c>au Brunei, visite qui a permis de signer un mémorandum</c>: with those to whom he had gone.</summary>
    private string? WhereMade(ArticleContext context, InstrumentMention mention)
    {
        var tokens = context.Text.Tokens;
        var where = Enumerable.Range(mention.Sentence.First, mention.First - mention.Sentence.First).LastOrDefault(i => words.HasWritten("where", tokens[i].Text) || IsTakenUpAsVisit(tokens, mention.Sentence.First, i), -1);
        var place = where > mention.Sentence.First && tokens[where - 1].Text == "," ? where - 1 : where;
        return where < 0 || context.Actors[mention.Sentence.Index].Any(a => a.First > where && a.End <= mention.First && context.IsForeign(a)) ? null
            : context.Mentions[mention.Sentence.Index].FirstOrDefault(m => m.EndToken == place && m.Kind == MentionKind.Name)?.Code;
    }

    /// <summary><c>, visite qui</c>, <c>, visite au cours de laquelle</c>: the noun takes up the journey told before the comma.</summary>
    private bool IsTakenUpAsVisit(TokenList tokens, int first, int at)
    {
        const int Reach = 5;
        return at > first && tokens[at - 1].Text == "," && words.Has("journey-noun", tokens[at].Folded) && at + 1 < tokens.Count
            && (words.Has("who", tokens[at + 1].Folded) || Enumerable.Range(at + 1, Math.Min(Reach, tokens.Count - at - 1)).Any(i => words.Has("which", tokens[i].Folded)));
    }

    /// <summary>
    /// Who acts in the clause, other than the home country: <c>le général bangladais a transmis un projet d'accord</c>, <c>; Tokyo livrera des véhicules dans le cadre de l'accord</c>.
    /// </summary>
    private static string? OfClause(ArticleContext context, InstrumentMention mention)
    {
        var tokens = context.Text.Tokens;
        var first = Enumerable.Range(mention.Sentence.First, mention.First - mention.Sentence.First).LastOrDefault(i => tokens[i].Folded == ";", mention.Sentence.First - 1) + 1;
        string[] acting = [.. context.Actors[mention.Sentence.Index].Where(a => a.First >= first && a.End <= mention.First && context.IsForeign(a)).Select(a => a.Country!)
            .Concat(context.Mentions[mention.Sentence.Index].Where(m => m.Counts && m.Kind is MentionKind.Name or MentionKind.Capital && m.FirstToken >= first && m.FirstToken - first <= 1 && m.EndToken < mention.First).Select(m => m.Code)).Distinct(StringComparer.Ordinal)];
        return acting.Length == 1 ? acting[0] : null;
    }

    /// <summary><c>a conclu avec l'Union européenne un accord</c>, <c>avec la secrétaire américaine, il a été question du partenariat</c></summary>
    private string? With(ArticleContext context, InstrumentMention mention) =>
        context.Mentions[mention.Sentence.Index].LastOrDefault(m => m.Counts && m.FirstToken >= mention.ZoneFirst && m.EndToken <= mention.First && _company.Leads(context, m, mention.ZoneFirst))?.Code
            // "Avec Anwar Ibrahim, qui préside l'ASEAN, il a parlé du partenariat"
            ?? context.Actors[mention.Sentence.Index].FirstOrDefault(a => a is { Person: not null, Country: not null } && context.IsForeign(a) && a.First - mention.Sentence.First is > 0 and <= CompanyHead && a.End <= mention.First
                && words.StandsIn("with", context.Text.Tokens, mention.Sentence.First, a.First))?.Country;

    /// <summary><c>Le premier a apporté un projet d'accord</c>, <c>Avec le troisième, il a fait le point du plan</c>: of those that a sentence before names.</summary>
    private string? OfSeveral(ArticleContext context, InstrumentMention mention)
    {
        var sentence = mention.Sentence;
        if (sentence.Count < 3)
        {
            return null;
        }

        // "Avec le premier, … ; avec le second, de l'élaboration d'un mémorandum"
        var clause = Enumerable.Range(sentence.First, mention.First - sentence.First).LastOrDefault(i => context.Text.Tokens[i].Folded == ";", sentence.First - 1) + 1;
        var at = Enumerable.Range(clause, Math.Min(ClauseHead, mention.First - clause)).FirstOrDefault(i => PlaceOf(context.Text.Tokens[i].Folded) is not null, -1);
        // "le premier" alone, not "le premier ministre"
        if (at < 0 || context.Text.Tokens[at + 1] is { Kind: TokenKind.Word } next && !context.Verbs[sentence.Index].Any(v => v.First == at + 1) && !lexicon.IsPredicate(next.Text))
        {
            return null;
        }

        for (var s = sentence.Index - 1; s >= 0 && s >= sentence.Index - ListReach; s--)
        {
            string[] told = [.. context.Mentions[s].Where(m => m.Counts && m.Kind != MentionKind.Body).Select(m => m.Code).Distinct(StringComparer.Ordinal)];
            if (told.Length > 1)
            {
                var place = PlaceOf(context.Text.Tokens[at].Folded)!.Value;
                // "le second" of more than two is the second, "le dernier" the last.
                return place < 0 ? told[^1] : place < told.Length ? told[place] : null;
            }
        }

        return null;
    }

    private int? PlaceOf(string folded) =>
        words.Has("former", folded) ? 0 : words.Has("second-of-several", folded) ? 1 : words.Has("third-of-several", folded) ? 2 : words.Has("last", folded) ? -1 : null;

    private string[]? Together(ArticleContext context, InstrumentMention mention)
    {
        var main = context.Partners.MainPartners;
        return main.Count > 1 && Enumerable.Range(mention.Sentence.First, mention.First - mention.Sentence.First).Any(i => words.Has("three-or-more", context.Text.Tokens[i].Folded) && words.Has("dual", context.Text.Tokens[i + 1].Folded)) ? [.. main] : null;
    }

    /// <summary>
    /// Before the instrument the sentence names one state, and that is not the article's: <c>avait travaillé avec les Forces armées de Cuba, en exécution de l'accord de 2019</c>.
    /// </summary>
    private static string? OtherOfSentence(ArticleContext context, InstrumentMention mention, string sole)
    {
        string[] named = [.. context.Mentions[mention.Sentence.Index].Where(m => m.Kind != MentionKind.Body && m.Counts && !m.IsPlace).Select(m => m.Code).Distinct(StringComparer.Ordinal)];
        return named is [var one] && one != sole && context.Mentions[mention.Sentence.Index].Any(m => m.Code == one && m.Kind is MentionKind.Name or MentionKind.Capital && m.EndToken <= mention.First) ? one : null;
    }

    /// <summary>Beside the article's partner a paragraph may turn to another: the one partner that the sentence before names.</summary>
    private static string? OtherOfParagraph(ArticleContext context, InstrumentMention mention)
    {
        if (mention.Sentence.Index == 0 || context.Text.Sentences[mention.Sentence.Index - 1].Paragraph != mention.Sentence.Paragraph)
        {
            return null;
        }

        string[] In(int sentence) => [.. context.Mentions[sentence].Where(m => m.Counts && m.Kind != MentionKind.Body).Select(m => m.Code)
            .Concat(context.Actors[sentence].Where(context.IsForeign).Select(a => a.Country!)).Distinct(StringComparer.Ordinal)];
        return In(mention.Sentence.Index).Length == 0 && In(mention.Sentence.Index - 1) is { Length: 1 } one ? one[0] : null;
    }

    /// <summary><c>entre les deux ministères sur le maintien de la paix des Nations unies</c>: whom the title names otherwise is no party.</summary>
    private bool IsBetweenBoth(ArticleContext context, InstrumentMention mention)
    {
        var tokens = context.Text.Tokens;
        var link = Enumerable.Range(mention.NameEnd, mention.TitleEnd - mention.NameEnd).First(i => words.Has("party-link", tokens[i].Folded));
        return Enumerable.Range(link + 1, 2).Any(i => i < mention.TitleEnd && words.Has("both-sides", tokens[i].Folded));
    }

    /// <summary>
    /// The parties among those whom a title names: the article's partners; others only as parties (<c>entre le Vietnam et l'Union économique eurasiatique</c>), not as a
    /// subject (<c>maintien de la paix des Nations unies</c>).
    /// </summary>
    private string[] Sensible(ArticleContext context, InstrumentMention mention, string[] codes)
    {
        // "le partenariat stratégique ASEAN - Nouvelle-Zélande": of others.
        if (mention.Name.Instrument == Instrument.Partnership && codes.Length > 1 && mention.TitleEnd - mention.NameEnd <= 6 && context.Text.Tokens[mention.NameEnd].Folded is var opening && !words.Has("party-link", opening))
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
        return pairs || context.SolePartner is null || mention.NamesParties && !IsBetweenBoth(context, mention) ? codes : [];
    }
}
