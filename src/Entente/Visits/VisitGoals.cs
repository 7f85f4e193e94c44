using Entente.Clauses;
using Entente.Lexicons;
using Entente.Partners;
using Entente.Texts;

namespace Entente.Visits;

/// <summary>Finds the states that a visit goes to: a name behind <c>au</c>, <c>en</c>, <c>à</c>, or a capital near its noun.</summary>
internal sealed class VisitGoals(VisitLexicon lexicon, WordSets words, PhraseMatcher<bool> towns)
{
    /// <summary>How far behind a noun of visit its goal may stand, in tokens.</summary>
    public const int Reach = 14;

    /// <summary>How far behind a noun of visit or a verb a capital stands for the state that is visited.</summary>
    private const int CapitalReach = 4;

    private readonly InlandJourneys _inland = new(lexicon, words, towns);

    /// <summary>What <c>où</c> and <c>y</c> stand for.</summary>
    public PlaceAdverbs Adverbs => field ??= new PlaceAdverbs(this, words);

    /// <summary>The goals between two tokens in the order of the text, the home country among them; <paramref name="bound"/> takes <c>pour</c> as well (<c>s'envoler pour Moscou</c>).</summary>
    public List<string> Between(VisitContext context, Sentence sentence, int from, int until, bool anyCapital = false, bool bound = false, bool toward = false)
    {
        List<(int At, string Code)>? goals = null;
        foreach (var mention in context.Mentions[sentence.Index])
        {
            // "sa visite en Russie et la participation au Forum de coopération": a body is sat in, and not visited.
            if (IsGoal(mention.Kind, mention.FirstToken) && !(mention.Kind == MentionKind.Body && words.StandsIn("taking-part-noun", context.Text.Tokens, from, mention.FirstToken)))
            {
                (goals ??= []).Add((mention.FirstToken, mention.Code));
            }
        }

        foreach (var mention in context.HomeMentions[sentence.Index])
        {
            if (mention.Kind != MentionKind.Body && IsGoal(mention.Kind, mention.FirstToken))
            {
                (goals ??= []).Add((mention.FirstToken, context.HomeCountry));
            }
        }

        if (goals is null)
        {
            return [];
        }

        goals.Sort(static (a, b) => a.At.CompareTo(b.At));
        AddJoined(context, sentence, goals, bound);
        return [.. goals.OrderBy(static g => g.At).Select(static g => g.Code).Distinct(StringComparer.Ordinal)];

        bool IsGoal(MentionKind kind, int first) =>
            first >= from && first < until && (kind == MentionKind.Demonym ? IsRegion(context, sentence, first - 1) : (kind is MentionKind.Name or MentionKind.Body || kind == MentionKind.Capital && (anyCapital || first < from + CapitalReach)) && IsLedTo(context, sentence, first, bound, toward));
    }

    /// <summary><c>à Budapest et à Bratislava</c>, <c>pour la Tanzanie et le Mozambique</c>, <c>pour le Laos, puis pour l'Indonésie</c>: what follows the last goal is one as well.</summary>
    private void AddJoined(VisitContext context, Sentence sentence, List<(int At, string Code)> goals, bool bound)
    {
        var tokens = context.Text.Tokens;
        var last = goals[^1].At;
        while (context.Mentions[sentence.Index].FirstOrDefault(m => m.FirstToken > last && m.Kind is MentionKind.Name or MentionKind.Capital) is { } next)
        {
            var before = context.Mentions[sentence.Index].FirstOrDefault(m => m.FirstToken == last)?.EndToken ?? last + 1;
            // "partira pour l'Arabie saoudite, où il participera à la conférence, puis pour le Qatar"
            before = tokens[before].Text == "," && words.Has("where", tokens[before + 1].Folded) ? ClauseEnd(context, sentence, before + 1, next.FirstToken) : before;
            var between = Enumerable.Range(before, Math.Max(0, next.FirstToken - before)).Select(i => tokens[i]).ToList();
            var isJoined = between.Count > 0 && between.TrueForAll(t => words.Has("goal-joint", t.Folded)) && between.Exists(t => words.Has("goal-and", t.Folded))
                && (bound || between.Exists(t => words.Has("goal-lead", t.Folded) && !words.HasWritten("has", t.Text)));
            if (!isJoined)
            {
                return;
            }

            goals.Add((next.FirstToken, next.Code));
            last = next.FirstToken;
        }
    }

    /// <summary>The comma that ends a clause; its head where none does before a token.</summary>
    private static int ClauseEnd(VisitContext context, Sentence sentence, int from, int until)
    {
        var end = from;
        while (end < until && context.Text.Tokens[end].Text != ",")
        {
            end++;
        }

        return end < until ? end : from;
    }

    /// <summary>
    /// The goals of a visit by somebody of <paramref name="origin"/>: behind its noun or verb, else before it, else the other side. None when the
    /// text sends the visitor nowhere abroad (<c>une visite de travail dans la province de Lang Son</c>).
    /// </summary>
    public List<string> Of(VisitContext context, Sentence sentence, int first, int end, int reach, string origin)
    {
        var goals = Between(context, sentence, end, end + reach);
        // "signé à Doha lors de la visite officielle du Premier ministre X, et le Qatar fournit au Vietnam du gaz": home is where the visitor comes from, and the goal stands before.
        if (goals is [var only] && only == origin && IsOccasion(context, sentence, first) && Between(context, sentence, Math.Max(sentence.First, first - 8), first, anyCapital: true) is [var place, ..] && place != origin)
        {
            goals = [place];
        }

        if (goals.Count == 0)
        {
            // "venu au Vietnam en 1985, et à la visite du secrétaire général X": where another came from home is no goal of one from there.
            // "signé à Doha lors de la visite officielle du Premier ministre X"
            goals = Between(context, sentence, Math.Max(sentence.First, first - 8), first, anyCapital: IsOccasion(context, sentence, first));
            goals.RemoveAll(g => g == origin && context.DatesIn[sentence.Index].Any(d => d.End <= first && first - d.End <= 5));
        }

        if (goals.Count == 0)
        {
            goals = Backward(context, sentence, first, end, reach);
        }

        if (goals.Count == 0 && origin == context.HomeCountry)
        {
            goals = Visited(context, sentence, end, reach);
        }

        var isAtHome = goals.Count > 0;
        goals.RemoveAll(g => g == origin);
        if (goals.Count > 0 || origin == context.HomeCountry && (isAtHome || _inland.Contains(context, sentence, first, end)))
        {
            return goals;
        }

        return origin != context.HomeCountry ? [context.HomeCountry] : context.SolePartner is { } sole ? [sole] : [];
    }

    /// <summary><c>lors de la visite</c>, <c>à l'occasion du séjour</c></summary>
    private bool IsOccasion(VisitContext context, Sentence sentence, int noun)
    {
        const int Lead = 4;
        for (var i = noun - 1; i >= Math.Max(sentence.First, noun - Lead); i--)
        {
            if (words.Has("on-visit", context.Text.Tokens[i].Folded))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The states that a verb has as its objects, in order: <c>visitera Singapour, le Vietnam et les Philippines</c>; with <paramref name="capitals"/> also by
    /// their capitals (<c>avait visité Budapest</c>), which who is there already only looks at.
    /// </summary>
    public List<string> Objects(VisitContext context, Sentence sentence, int from, bool capitals)
    {
        var tokens = context.Text.Tokens;
        var goals = new List<string>();
        for (var i = from; i < sentence.First + sentence.Count; i++)
        {
            if (context.Mentions[sentence.Index].FirstOrDefault(m => m.FirstToken == i && (m.Kind == MentionKind.Name || capitals && m.Kind == MentionKind.Capital)) is { } partner)
            {
                goals.Add(partner.Code);
                i = partner.EndToken - 1;
            }
            else if (context.HomeMentions[sentence.Index].FirstOrDefault(m => m.FirstToken == i && (m.Kind == MentionKind.Name || capitals && m.Kind == MentionKind.Capital)) is { } home)
            {
                goals.Add(context.HomeCountry);
                i = home.EndToken - 1;
            }
            else if (goals.Count == 0 && context.DatesIn[sentence.Index].FirstOrDefault(d => d.First == i) is { } days)
            {
                // "a gagné mardi la Pologne", "gagnera ensuite la Finlande"
                i = days.End - 1;
            }
            else if (goals.Count == 0 && words.Has("region", tokens[i].Folded) && context.Mentions[sentence.Index].FirstOrDefault(m => m.FirstToken == i + 1 && m.Kind == MentionKind.Demonym) is { } port)
            {
                // "a rallié le port indien de Kochi"
                goals.Add(port.Code);
                break;
            }
            else if (goals.Count == 0 && tokens[i].Folded == "," && context.DatesIn[sentence.Index].Any(d => d.First == i + 1 || d.End == i))
            {
                // "a rallié, le 10 mars, l'Inde"
            }
            else if (!words.Has("article", tokens[i].Folded) && !words.Has("goal-and", tokens[i].Folded))
            {
                break;
            }
        }

        return goals;
    }

    /// <summary>The goals behind a verb of travel; a town of the home country is one for who comes from abroad.</summary>
    public List<string> Reached(VisitContext context, Sentence sentence, int end, TravelVerb travel, Actor traveller)
    {
        var goals = Between(context, sentence, end, end + ReachOf(context, sentence, end, travel), travel.AnyCapital, travel.IsBound, travel.IsToward);
        // "à fouler le sol tanzanien", "a foulé le sol vietnamien"
        if (goals.Count == 0 && travel.IsToward && SoilOf(context, sentence, end) is { } soil)
        {
            return [soil];
        }

        // "a séjourné du 5 au 11 mai dans ces deux pays"
        if (goals.Count == 0 && traveller.Country is not null)
        {
            goals = Backward(context, sentence, end, end, ReachOf(context, sentence, end, travel));
            goals.Remove(traveller.Country);
        }

        if (goals.Count > 0 || !context.IsForeign(traveller) && (traveller.Country is not null || context.SolePartner is null))
        {
            return goals;
        }

        return ReachesTown(context, sentence, end, travel) ? [context.HomeCountry] : goals;
    }

    /// <summary>The state whose adjective stands behind the object of a verb.</summary>
    public static string? SoilOf(VisitContext context, Sentence sentence, int end)
    {
        const int Reach = 2;
        return context.Mentions[sentence.Index].FirstOrDefault(m => m.Kind == MentionKind.Demonym && m.FirstToken >= end && m.FirstToken <= end + Reach)?.Code
            ?? (context.HomeMentions[sentence.Index].Any(m => m.Kind == MentionKind.Demonym && m.FirstToken >= end && m.FirstToken <= end + Reach) ? context.HomeCountry : null);
    }

    /// <summary>Days may stand between a verb and its goal: <c>est arrivé le 3 octobre 2017 à Hai Phong</c>.</summary>
    private static int ReachOf(VisitContext context, Sentence sentence, int end, TravelVerb travel) =>
        travel.Reach + context.DatesIn[sentence.Index].Where(d => d.First >= end && d.First < end + travel.Reach).Sum(d => d.End - d.First + 1);

    /// <summary>Whether a town of the home country stands behind a verb of travel.</summary>
    public bool ReachesTown(VisitContext context, Sentence sentence, int end, TravelVerb travel)
    {
        return HasTown(context, end, Math.Min(end + ReachOf(context, sentence, end, travel), sentence.First + sentence.Count));
    }

    /// <summary>Whether a town of the home country is led to between two tokens; the name of a province may go on behind them (<c>s'est rendue dans la province de Quang Tri</c>).</summary>
    public bool HasTown(VisitContext context, int from, int until)
    {
        const int Name = 3;
        var tokens = context.Text.Tokens;
        for (var i = from; i < until - 1; i++)
        {
            var isProvince = words.Has("of", tokens[i].Folded) && i > 0 && words.Has("inland", tokens[i - 1].Folded);
            if (words.Has("town-lead", tokens[i].Folded) && !words.HasWritten("has", tokens[i].Text) && towns.TryMatchAt(tokens, i + 1, isProvince ? Math.Min(until + Name, tokens.Count) : until, out _))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>dans ces deux pays</c>: the states named before, here or in the sentence before, as many as the number says.</summary>
    private List<string> Backward(VisitContext context, Sentence sentence, int first, int end, int reach)
    {
        var tokens = context.Text.Tokens;
        for (var i = Math.Max(end, sentence.First + 1); i < Math.Min(end + reach, sentence.First + sentence.Count - 1); i++)
        {
            var number = words.Has("number-two", tokens[i + 1].Folded) ? 2 : words.Has("number-three", tokens[i + 1].Folded) ? 3 : 0;
            if (!words.Has("told-before", tokens[i].Folded) || !words.Has("inside", tokens[i - 1].Folded) || !words.Has("states", tokens[Math.Min(number > 0 ? i + 2 : i + 1, tokens.Count - 1)].Folded))
            {
                continue;
            }

            for (var s = sentence.Index; s >= Math.Max(0, sentence.Index - 1); s--)
            {
                var named = context.Mentions[s].Where(m => m.FirstToken < first && m.Kind is MentionKind.Name or MentionKind.Demonym).Select(m => m.Code).Distinct(StringComparer.Ordinal).ToList();
                if (number > 0 ? named.Count == number : named.Count > 1)
                {
                    return named;
                }
            }
        }

        return [];
    }

    /// <summary><c>une visite au commandement de la Marine thaïlandaise</c>: whose institution is visited, unless it is the own country's.</summary>
    private List<string> Visited(VisitContext context, Sentence sentence, int end, int reach)
    {
        var tokens = context.Text.Tokens;
        var until = Math.Min(end + reach, sentence.First + sentence.Count);
        if (end >= until || !words.Has("visited-lead", tokens[end].Folded) || words.HasWritten("has", tokens[end].Text))
        {
            return [];
        }

        var stop = Math.Min(until, Enumerable.Range(end, until - end).FirstOrDefault(i => tokens[i].Kind == TokenKind.Punctuation && tokens[i].Folded is not "-" || words.Has("visited-stop", tokens[i].Folded), until));
        return context.Mentions[sentence.Index].FirstOrDefault(m => m.FirstToken >= end && m.FirstToken < stop && m.Kind is MentionKind.Demonym or MentionKind.Name) is { } visited
            && !context.HomeMentions[sentence.Index].Any(m => m.FirstToken >= end && m.FirstToken < visited.FirstToken)
            ? [visited.Code]
            : [];
    }

    /// <summary><c>dans la province (lao)</c>, <c>sur l'île (indonésienne)</c>, <c>dans plusieurs localités (du Laos)</c>: a part of a state.</summary>
    private bool IsRegion(VisitContext context, Sentence sentence, int noun)
    {
        const int Reach = 3;
        var tokens = context.Text.Tokens;
        if (noun <= sentence.First || !words.Has("region", tokens[noun].Folded))
        {
            return false;
        }

        for (var i = noun - 1; i >= Math.Max(sentence.First, noun - Reach); i--)
        {
            if (words.Has("inside", tokens[i].Folded) || words.Has("on", tokens[i].Folded))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsAtTerminal(VisitContext context, Sentence sentence, int of)
    {
        const int Reach = 4;
        var tokens = context.Text.Tokens;
        for (var i = of - 1; i > sentence.First && i >= of - Reach; i--)
        {
            if (words.Has("terminal", tokens[i].Folded))
            {
                return words.Has("goal-lead", tokens[i - 1].Folded) || i - 1 > sentence.First && words.Has("goal-gap", tokens[i - 1].Folded) && words.HasWritten("to", tokens[i - 2].Text);
            }
        }

        return false;
    }

    private bool IsLedTo(VisitContext context, Sentence sentence, int first, bool bound, bool toward)
    {
        for (var i = first - 1; i >= sentence.First && i >= first - 2; i--)
        {
            var token = context.Text.Tokens[i];
            if (words.HasWritten("to", token.Text) || !words.Has("to", token.Folded) && words.Has("goal-lead", token.Folded) || bound && words.Has("goal-bound", token.Folded) || toward && words.Has("of", token.Folded))
            {
                return true;
            }

            // "à Penang (Malaisie)": led to is the town.
            if (token.Text == "(" && i == first - 1 && i - 2 >= sentence.First && context.Text.Tokens[i - 1].IsCapitalized && words.HasWritten("to", context.Text.Tokens[i - 2].Text))
            {
                return true;
            }

            // "dans le sud de la Thaïlande", "dans trois provinces du Laos"
            if (words.Has("of", token.Folded) && i - 2 >= sentence.First
                && (words.Has("part-of-state", context.Text.Tokens[i - 1].Folded) && words.Has("goal-gap", context.Text.Tokens[i - 2].Folded) || IsRegion(context, sentence, i - 1)))
            {
                return true;
            }

            // "à l'aéroport international de Pékin", "au port de Singapour"
            if (words.Has("of", token.Folded) && IsAtTerminal(context, sentence, i))
            {
                return true;
            }

            if (!words.Has("goal-gap", token.Folded) && !words.Has("of", token.Folded))
            {
                return false;
            }
        }

        return false;
    }
}
