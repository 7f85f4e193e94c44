using Entente.Texts;

namespace Entente.People;

/// <summary>
/// People whom an article only names as having made, sent or said something, and never as doing it there: <c>lors de la visite du secrétaire général X</c>,
/// <c>les salutations du ministre Y</c>, <c>les hauts dirigeants, dont le Premier ministre Z</c>. No pronoun and no office without a name means one of them while others may be meant.
/// </summary>
internal static class Bystanders
{
    /// <summary>Tokens between a noun and the preposition that joins a person to it: <c>l'accueil officiel du général X</c>.</summary>
    private const int HeadReach = 4;

    /// <summary>Tokens before a title that belong to it: articles, adjectives.</summary>
    private const int LeadReach = 3;

    /// <summary>The first full mentions of such people.</summary>
    public static IReadOnlySet<int> Find(ArticleText article, IReadOnlyList<PersonMention> people, PeopleLexicon lexicon)
    {
        var bystanders = new HashSet<int>();
        var actors = new HashSet<int>();
        for (var i = 0; i < people.Count; i++)
        {
            var sentence = article.Sentences[people[i].SentenceIndex];
            if (sentence.Section is SectionKind.Body or SectionKind.Title)
            {
                (IsAside(article.Tokens, sentence, people[i], lexicon) ? bystanders : actors).Add(people[i].RefersTo ?? i);
            }
        }

        bystanders.ExceptWith(actors);
        return bystanders;
    }

    private static bool IsAside(TokenList tokens, Sentence sentence, PersonMention person, PeopleLexicon lexicon)
    {
        var first = person.Role is { } role && role.SentenceIndex == person.SentenceIndex && role.FirstToken < person.FirstToken ? role.FirstToken : person.FirstToken;
        return IsAside(tokens, sentence, first, person.EndToken, lexicon);
    }

    /// <summary>Whether something of somebody is told, and not what he does: whose title and name are from <paramref name="first"/> to before <paramref name="end"/>.</summary>
    public static bool IsAside(TokenList tokens, Sentence sentence, int first, int end, PeopleLexicon lexicon)
    {
        var after = end < sentence.First + sentence.Count && tokens[end].Text == "," ? end + 1 : end;
        var isRelated = lexicon.NameCues.TryMatchAt(tokens, after, sentence.First + sentence.Count, out var relative) && relative.Value == NameCue.Relative;

        for (var i = first - 1; i >= sentence.First && i >= first - LeadReach; i--)
        {
            if (!lexicon.NameCues.TryMatchAt(tokens, i, i + 1, out var cue))
            {
                // "les félicitations du secrétaire général et président X": the office before it is his too.
                if (lexicon.Words.Has("and", tokens[i].Folded) && OfficeBefore(tokens, sentence, i, lexicon) is { } office)
                {
                    i = office;
                    first = office;
                    continue;
                }

                // "l'envoyé spécial du président mozambicain X": his office, whose nation stands between, was read as a part of the envoy's.
                if (i == first - 1 && !tokens[i].IsCapitalized && OfficeBefore(tokens, sentence, i, lexicon) is { } own)
                {
                    i = own;
                    first = own;
                    continue;
                }

                // "du général de corps d'armée X": the rank stands between.
                if (lexicon.Titles.TryMatchAt(tokens, i, first, out _))
                {
                    continue;
                }

                return false;
            }

            switch (cue.Value)
            {
                // "a annoncé que le ministre X viendrait", "a assuré que le ministre X, qui devait venir, …": he is told of; not so those who did something together.
                case NameCue.Clause when IsSaid(tokens, sentence, i, lexicon):
                    return !(after < sentence.First + sentence.Count && lexicon.Words.Has("and", tokens[after].Folded));

                // "a assuré que le ministre X, qui devait venir, …": what stands before the article tells.
                case NameCue.Article:
                    break;

                // "a transmis les salutations du président X, lequel avait gardé un bon souvenir": whatever more is told of him, he is not there.
                case NameCue.Of when isRelated:
                    return Governs(NameCue.Sent, tokens, sentence, i, lexicon);
                case var _ when isRelated:
                    return false;
                case NameCue.Among:
                    return true;
                case NameCue.Of:
                    return !IsOfEncounter(tokens, sentence, i, lexicon);
                case NameCue.To:
                    return Governs(NameCue.Sent, tokens, sentence, i, lexicon);
                case NameCue.By:
                    return Governs(NameCue.Witnessed, tokens, sentence, i, lexicon) || IsMaker(tokens, sentence, i, lexicon);
                default:
                    break;
            }
        }

        return false;
    }

    /// <summary>What somebody said begins: a verb of saying stands right before.</summary>
    private static bool IsSaid(TokenList tokens, Sentence sentence, int that, PeopleLexicon lexicon)
    {
        const int Longest = 2;
        for (var i = that - 1; i >= sentence.First && i >= that - Longest; i--)
        {
            if (lexicon.NameCues.TryMatchAt(tokens, i, that, out var said) && said.Value == NameCue.Said && said.Next == that)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A word of a class stands before a preposition, with no mark between: <c>transmettre ses salutations au président X</c>, <c>la signature de l'accord par le ministre X</c>.</summary>
    private static bool Governs(NameCue governing, TokenList tokens, Sentence sentence, int preposition, PeopleLexicon lexicon)
    {
        const int Reach = 14;
        for (var i = preposition - 1; i >= sentence.First && i >= preposition - Reach && tokens[i].Text is not ("," or ";" or ":"); i--)
        {
            if (lexicon.NameCues.TryMatchAt(tokens, i, preposition, out var cue) && cue.Value == governing)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>a rappelé l'accord signé par la présidente X</c>: a bare participle tells whose work it is.</summary>
    private static bool IsMaker(TokenList tokens, Sentence sentence, int by, PeopleLexicon lexicon) =>
        by - 2 > sentence.First && lexicon.Words.Has("making", tokens[by - 1].Folded) && tokens[by - 2].Kind == TokenKind.Word && !lexicon.Words.Has("auxiliary-form", tokens[by - 2].Folded);

    /// <summary>Where an office begins that ends at a token.</summary>
    private static int? OfficeBefore(TokenList tokens, Sentence sentence, int end, PeopleLexicon lexicon)
    {
        const int Longest = 6;
        for (var i = Math.Max(sentence.First, end - Longest); i < end; i++)
        {
            if (lexicon.Titles.TryMatchAt(tokens, i, end, out var title) && title.Next == end)
            {
                return i;
            }
        }

        return null;
    }

    /// <summary><c>la réception du ministre X</c>, <c>une délégation du général X</c>: who is named so takes part.</summary>
    private static bool IsOfEncounter(TokenList tokens, Sentence sentence, int preposition, PeopleLexicon lexicon)
    {
        for (var i = preposition - 1; i >= sentence.First && i >= preposition - HeadReach; i--)
        {
            if (lexicon.NameCues.TryMatchAt(tokens, i, preposition, out var cue) && cue.Value is NameCue.Met or NameCue.Part)
            {
                return true;
            }

            // "a transmis à son hôte les salutations du président X": what stands before the article is another noun.
            if (i < preposition - 1 && lexicon.Words.Has("whole-article", tokens[i].Folded))
            {
                return false;
            }
        }

        return false;
    }
}
