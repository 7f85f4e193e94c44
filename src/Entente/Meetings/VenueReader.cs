using Entente.Clauses;
using Entente.Partners;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>Reads a place behind its preposition: <c>à Kon Tum</c>, <c>au siège du ministère de la Défense, à Hanoï</c>, <c>dans la capitale lao</c>.</summary>
internal sealed class VenueReader(WordSets words)
{
    private readonly WordIds _leads = words["venue-lead"];

    /// <summary>The venue that the preposition at a token leads to; null where it leads to none, or, unless <paramref name="goals"/>, to the goal of a journey.</summary>
    public Venue? Read(ArticleContext context, Sentence sentence, int at, bool goals = false)
    {
        var end = sentence.First + sentence.Count;
        return IsPreposition(context.Text.Tokens, sentence, at) && (goals || !IsGoal(context.Text.Tokens, sentence.First, at)) && !IsOfAnother(context, sentence, at) ? Behind(context, sentence, at, end) : null;
    }

    /// <summary><c>l'attaché de défense accrédité à Hanoï</c>; <c>a demandé à Canberra de poursuivre son aide</c></summary>
    private bool IsOfAnother(ArticleContext context, Sentence sentence, int at)
    {
        const int Reach = 4;
        var tokens = context.Text.Tokens;
        if (at == sentence.First)
        {
            return false;
        }

        return words.Has("based", tokens[at - 1].Folded)
            || context.Verbs[sentence.Index].Any(v => v.End == at && words.Has("asks-of", Folding.Fold(v.Verb))) && words.StandsIn("of", tokens, at + 1, Math.Min(at + 1 + Reach, sentence.First + sentence.Count));
    }

    /// <summary>The town that stands at a token: <c>Bali (Indonésie) a accueilli</c>.</summary>
    public Venue TownAt(ArticleContext context, Sentence sentence, int at)
    {
        var isNamed = context.Text.Tokens[at].IsCapitalized && !context.Actors[sentence.Index].Any(a => a.First <= at && at < a.End)
            && !context.Mentions[sentence.Index].Any(m => m.FirstToken == at && m.Kind is MentionKind.Body or MentionKind.Demonym)
            && !words.Has("state-alone", context.Text.Tokens[at].Folded) && !words.Has("article", context.Text.Tokens[at].Folded) && !words.Has("determiner", context.Text.Tokens[at].Folded);
        if (!isNamed)
        {
            return Venue.None;
        }

        var end = NameEnd(context, sentence, at);
        return new Venue(Slice(context, at, end), CountryOf(context, sentence, at, Math.Min(end + 2, sentence.First + sentence.Count)));
    }

    // "A Hanoi, il s'est entretenu": a capital without its accent at the head of a sentence.
    private bool IsPreposition(TokenList tokens, Sentence sentence, int at) =>
        _leads.Contains(tokens[at].Id)
        && (!words.Has("has", tokens[at].Folded) || words.HasWritten("to", tokens[at].Text) || words.HasWritten("to-or-bare", tokens[at].Text) && tokens[at + 1].IsCapitalized && (at == sentence.First || tokens[at - 1].Kind == TokenKind.Punctuation));

    private Venue? Behind(ArticleContext context, Sentence sentence, int i, int end)
    {
        var tokens = context.Text.Tokens;
        var first = i + 1;
        // "au siège", "à la résidence", but "à La Havane"
        if (words.Has("venue-article", tokens[first].Folded) && !tokens[first].IsCapitalized)
        {
            first++;
        }

        if (first >= end)
        {
            return null;
        }

        // "dans la ville portuaire de Hai Phong": the town, not that it is one.
        if (words.Has("town", tokens[first].Folded))
        {
            // "dans la capitale indienne New Delhi", "dans la capitale grecque, Athènes"
            var nationOf = context.Mentions[sentence.Index].FirstOrDefault(m => m.Kind == MentionKind.Demonym && m.FirstToken == first + 1);
            var named = nationOf is not null && nationOf.EndToken < end && tokens[nationOf.EndToken].Folded == "," ? nationOf.EndToken + 1 : nationOf?.EndToken;
            if (named is { } capital && capital < end && words.Has("capital-city", tokens[first].Folded) && TownAt(context, sentence, capital) is var own && own != Venue.None && context.Mentions[sentence.Index].Any(m => m.Kind == MentionKind.Capital && m.FirstToken == capital))
            {
                return own;
            }

            if (TownAfter(context, sentence, first + 1, end) is { } town)
            {
                var next = NameEnd(context, sentence, town);
                return new Venue(Slice(context, town, next), CountryOf(context, sentence, town, next));
            }

            // "dans la capitale lao": no name tells it better.
            return context.Mentions[sentence.Index].FirstOrDefault(m => m.Kind == MentionKind.Demonym && m.FirstToken > first && m.FirstToken <= first + 2) is { } nation && words.Has("capital-city", tokens[first].Folded)
                ? new Venue(Slice(context, first, nation.EndToken), nation.Code)
                : null;
        }

        // "au Grand Palais du peuple"; "au Commandement de la 7e Région militaire, où X l'a reçu"
        var noun = words.Has("venue-size", tokens[first].Folded) && first + 1 < end ? first + 1 : first;
        var isInstitution = words.Has("venue-where", tokens[noun].Folded);
        if (words.Has("venue", tokens[noun].Folded) && !IsBasis(tokens, noun, end) && !IsAppointment(tokens, noun, end) || isInstitution)
        {
            // "au poste-frontière", "au quartier-général", but "au porte-parole"
            var isCompound = noun + 2 < end && tokens[noun + 1].Text == "-" && !tokens[noun + 1].SpaceBefore && !tokens[noun + 2].SpaceBefore;
            if (isCompound && !words.Has("venue-second", tokens[noun + 2].Folded))
            {
                return null;
            }

            var last = Complement(tokens, isCompound ? noun + 3 : noun + 1, ActorBehind(context, sentence, noun, end));
            if (isInstitution && !(last < end && words.Has("where", tokens[tokens[last].Folded == "," ? last + 1 : last].Folded)))
            {
                return null;
            }

            return IsNone(tokens, first + 1, last) ? null : new Venue(Slice(context, first, last), CountryOf(context, sentence, first, last));
        }

        // "au 10, Downing Street"
        if (tokens[first].Kind == TokenKind.Number && char.IsAsciiDigit(tokens[first].Text[^1]) && first == i + 1 && (tokens[first + 1].Folded == "," ? first + 2 : first + 1) is var street && street < end && tokens[street].IsCapitalized)
        {
            return new Venue(Slice(context, first, NameEnd(context, sentence, street)), CountryOf(context, sentence, first, street));
        }

        // "à Kon Tum", "depuis Hanoï": capitalised words that name no person; "au Vietnam", "aux Émirats" are countries.
        if (!words.Has("to", tokens[i].Folded) && !words.Has("since", tokens[i].Folded) || first != i + 1 || !tokens[first].IsCapitalized || words.Has("state-alone", tokens[first].Folded) || context.Actors[sentence.Index].Any(a => first >= a.First && first < a.End && a.IsNamed))
        {
            return null;
        }

        var stop = NameEnd(context, sentence, first);
        return new Venue(Slice(context, first, stop), CountryOf(context, sentence, first, stop));
    }

    // "la ville portuaire de Hai Phong", "la capitale Tokyo", but "dans la capitale Jean-Pierre Lacroix"
    private int? TownAfter(ArticleContext context, Sentence sentence, int from, int end)
    {
        var tokens = context.Text.Tokens;
        bool IsNamed(int at) => tokens[at].IsCapitalized && !context.Actors[sentence.Index].Any(a => a.First <= at && at < a.End);
        if (from < end && IsNamed(from))
        {
            return from;
        }

        for (var i = from; i < Math.Min(from + 3, end - 1); i++)
        {
            if (words.Has("of", tokens[i].Folded) && IsNamed(i + 1))
            {
                return i + 1;
            }
        }

        return null;
    }

    /// <summary>The end of a name of a place; a title or a person after it begins something else (<c>à Hanoï M. X</c>, <c>à Séoul Tô Lâm</c>).</summary>
    private int NameEnd(ArticleContext context, Sentence sentence, int first)
    {
        var tokens = context.Text.Tokens;
        var end = ActorBehind(context, sentence, first, sentence.First + sentence.Count);
        var stop = first + 1;
        while (stop < end && !IsRank(tokens, stop, end) && (tokens[stop].IsCapitalized || (tokens[stop].Folded == "-" && !tokens[stop].SpaceBefore || words.Has("place-inner", tokens[stop].Folded)) && stop + 1 < end && tokens[stop + 1].IsCapitalized))
        {
            stop++;
        }

        return PastDistrict(tokens, first, stop, end);
    }

    /// <summary><c>Washington D.C.</c>, <c>Washington, D.C.</c>: the letters of a district with their points belong to the town.</summary>
    private int PastDistrict(TokenList tokens, int first, int stop, int end)
    {
        const int Letters = 4;
        var letter = stop - 1 > first && IsLetter(stop - 1) ? stop - 1 : stop < end && tokens[stop].Folded == "," ? stop + 1 : stop;
        return letter + Letters <= end && IsLetter(letter) && IsLetter(letter + 2) && tokens[letter + 1].Folded == "." && tokens[letter + 3].Folded == "." ? letter + Letters : stop;

        bool IsLetter(int at) => tokens[at] is { Length: 1, IsCapitalized: true } && words.Has("town-district", tokens[at].Folded);
    }

    /// <summary><c>à Vientiane Son Excellence M. X</c>, but <c>à Lang Son</c>, <c>à Tân Son Nhât</c>.</summary>
    private bool IsRank(TokenList tokens, int at, int end) =>
        tokens[at].Kind == TokenKind.Word && words.Has("rank", tokens[at].Folded) && !(words.Has("singular-possessive", tokens[at].Folded) && !(at + 1 < end && words.Has("rank", tokens[at + 1].Folded)));

    private static int ActorBehind(ArticleContext context, Sentence sentence, int first, int end) =>
        context.Actors[sentence.Index].FirstOrDefault(a => a.First > first && a.IsNamed) is { } actor ? Math.Min(actor.First, end) : end;

    /// <summary>The end of <c>siège du ministère de la Défense à Hanoï</c>: complements with de, capitalised words, adjectives.</summary>
    private int Complement(TokenList tokens, int from, int end)
    {
        var i = from;
        while (i < end)
        {
            var token = tokens[i];
            // "au siège de la Police", but "au siège de son ministère la cérémonie": an article goes on only behind its preposition.
            var joins = words.Has("complement-link", token.Folded) && !(words.Has("article", token.Folded) && token.Text[0] is 'l' && !words.Has("of", tokens[i - 1].Folded));
            if (joins && i + 1 < end && tokens[i + 1].Kind == TokenKind.Word || token.IsCapitalized || token.Kind == TokenKind.Word && !tokens[i - 1].IsCapitalized && words.Has("complement-open", tokens[i - 1].Folded))
            {
                i++;
            }
            else if (token.Kind == TokenKind.Number && i == from)
            {
                // "sur le quai 15"
                i++;
            }
            else if (token.Kind == TokenKind.Word && i == from && !words.Has("venue-stop", token.Folded))
            {
                // "la porte frontière internationale de Lào Cai"
                i += i + 2 < end && tokens[i + 1].Kind == TokenKind.Word && words.Has("of", tokens[i + 2].Folded) && !words.Has("venue-stop", tokens[i + 1].Folded) ? 2 : 1;
            }
            else if (words.HasWritten("to", token.Text) && i + 1 < end && tokens[i + 1].IsCapitalized || token.Folded == "," && i + 2 < end && words.HasWritten("to", tokens[i + 1].Text) && tokens[i + 2].IsCapitalized)
            {
                i += token.Folded == "," ? 2 : 1;
            }
            else
            {
                break;
            }
        }

        return i;
    }

    // "sur la base navale de Cam Ranh", but "sur la base du droit international"
    private bool IsBasis(TokenList tokens, int noun, int end)
    {
        if (!words.Has("basis", tokens[noun].Folded))
        {
            return false;
        }

        var next = noun + 1 < end && words.Has("of", tokens[noun + 1].Folded) ? noun + 2 : noun + 1;
        return next >= end || !tokens[next].IsCapitalized && !words.Has("base-kind", tokens[next].Folded);
    }

    // "promu au poste de commandant de la Marine", but "au poste de commandement"
    private bool IsAppointment(TokenList tokens, int noun, int end) =>
        noun + 2 < end && words.Has("held-post", tokens[noun].Folded) && words.Has("of", tokens[noun + 1].Folded) && words.Has("post-holder", tokens[noun + 2].Folded);

    // "au centre de l'entretien", "au siège de membre non permanent"
    private bool IsNone(TokenList tokens, int from, int until)
    {
        for (var i = from; i < until; i++)
        {
            if (words.Has("talks-noun", tokens[i].Folded) || words.Has("venue-not", tokens[i].Folded))
            {
                return true;
            }
        }

        return false;
    }

    // "venu à Hanoï", but "à son arrivée à Singapour"
    private bool IsGoal(TokenList tokens, int first, int i)
    {
        for (var j = i - 1; j >= first && j >= i - 2; j--)
        {
            if (words.Has("journey", tokens[j].Folded) && !(j > first && words.Has("possessive", tokens[j - 1].Folded) && words.Has("arrival", tokens[j].Folded)))
            {
                return true;
            }
        }

        return false;
    }

    private static string Slice(ArticleContext context, int first, int end)
    {
        var raw = context.Text.Raw[context.Text.Tokens[first].Start..context.Text.Tokens[end - 1].End];
        return string.Join(' ', raw.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
    }

    private static string CountryOf(ArticleContext context, Sentence sentence, int first, int end)
    {
        if (context.HomeMentions[sentence.Index].Any(m => m.FirstToken >= first && m.FirstToken < end))
        {
            return context.HomeCountry;
        }

        return context.Mentions[sentence.Index].FirstOrDefault(m => m.FirstToken >= first && m.FirstToken < end && m.Kind != MentionKind.Body)?.Code ?? "";
    }
}
