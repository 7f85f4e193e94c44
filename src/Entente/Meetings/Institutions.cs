using Entente.Clauses;
using Entente.People;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>
/// Institutions and people told by number that stand for a side of an encounter: <c>avec le ministère cubain de l'Intérieur</c>, <c>aux dirigeants de la
/// ville</c>, <c>des représentants du groupe</c>. Nobody in person is told, unless who leads them is.
/// </summary>
internal sealed class Institutions(ArticleContext context, Sentence sentence, List<Actor> actors, WordSets words, Antecedents antecedents)
{
    /// <summary>Longest day or place set apart between a call and whom it is paid to.</summary>
    private const int AsideReach = 9;

    private TokenList Tokens => context.Text.Tokens;

    private int End => sentence.First + sentence.Count;

    /// <summary>
    /// An institution of a partner that stands for its people (<c>avec le ministère cubain de l'Intérieur</c>, <c>avec la partie cubaine</c>); who leads
    /// it, if the words after it say so.
    /// </summary>
    public IReadOnlyList<Actor> After(int from)
    {
        const int HeadReach = 4;
        const int NationReach = 20;
        const int LeaderReach = 18;
        for (var i = from; i < Math.Min(from + HeadReach, End); i++)
        {
            if (!IsInstitution(i))
            {
                continue;
            }

            // "a travaillé avec des autorités belges et visité l'ambassade du Vietnam": what the next verb tells of is not theirs.
            var next = context.Verbs[sentence.Index].Where(v => v.IsFinite && v.First > i).Select(v => v.First).FirstOrDefault(End);
            var end = Math.Min(i + NationReach, next);
            var comma = Enumerable.Range(i, end - i).FirstOrDefault(t => Tokens[t].Folded == "," || words.Has("relative", Tokens[t].Folded), end);
            var isOurs = context.HomeMentions[sentence.Index].Any(m => m.FirstToken > i && m.FirstToken < comma);
            var other = context.Mentions[sentence.Index].FirstOrDefault(m => m.FirstToken > i && m.FirstToken < comma)?.Code;
            if (isOurs && other is not null && Tokens[i].Folded.EndsWith('s'))
            {
                // "entre les ministères vietnamien et lao": one of each.
                return [Institution(i, context.HomeCountry), Institution(i, other)];
            }

            var leader = actors.Find(a => a.First > i && a.First - i < LeaderReach && a.IsNamed && Enumerable.Range(i, a.First - i).Any(t => words.Has("led", Tokens[t].Folded) || words.Has("leading", Tokens[t].Folded) || words.Has("whose", Tokens[t].Folded)));
            // "avec le commandement de Xieng Khouang, dont le chef est le colonel lao X": of his country.
            var country = isOurs ? context.HomeCountry : other ?? leader?.Country ?? (IsOfGuest(i) || IsOfHomePlace(i, comma) ? context.HomeCountry : OfPlaceGoneTo(i, comma));
            if (words.Has("side", Tokens[i].Folded) && country is not null && leader is null)
            {
                // "avec la partie cubaine": those of whom the text spoke.
                return [antecedents.Recall(i, country == context.HomeCountry) is { } told && told.Country == country ? told : new Actor(i, i + 1, country, null, PersonLevel.Other, IsNamed: false, IsGroup: true)];
            }

            return country is null ? []
                : leader is not null ? [leader.Country is null ? leader with { Country = country } : leader]
                : [Institution(i, country)];
        }

        return [];
    }

    public static Institutions Of(ArticleContext context, Sentence sentence, WordSets words) => new(context, sentence, [], words, new Antecedents(context, sentence));

    /// <summary>
    /// Two institutions, one of each side, as those who do something together: <c>Le Commandement de la Garde-frontière et la Police du Laos se sont réunis</c>,
    /// <c>l'entretien que les garde-côtes vietnamiens et indiens ont eu</c>. The one of which no state is told is ours.
    /// </summary>
    public IReadOnlyList<Actor> Both(int from, int until)
    {
        const int HeadReach = 4;
        var first = Enumerable.Range(from, Math.Max(0, Math.Min(HeadReach, until - from))).FirstOrDefault(IsInstitution, -1);
        if (first < 0)
        {
            return [];
        }

        var states = context.Mentions[sentence.Index].Where(m => m.FirstToken > first && m.FirstToken < until && !m.IsPlace).ToList();
        // "La Marine vietnamienne et la Marine indienne se sont réunies dans un même exercice"
        if (states.Count == 0 || states.Exists(m => m.Code != states[0].Code) || context.Holds(sentence, "joined-event"))
        {
            return [];
        }

        var second = Enumerable.Range(first + 1, Math.Max(0, until - first - 1)).FirstOrDefault(i => IsInstitution(i) && words.Has("article", Tokens[i - 1].Folded) && words.Has("joining-verbs", Tokens[i - 2].Folded), -1);
        var isOurs = context.HomeMentions[sentence.Index].Any(m => m.FirstToken > first && m.FirstToken < until);
        if (second < 0)
        {
            // "les garde-côtes vietnamiens et indiens"
            return isOurs && first > sentence.First && words.Has("several-events", Tokens[first - 1].Folded) ? [Institution(first, context.HomeCountry), Institution(first, states[0].Code)] : [];
        }

        return states[0].FirstToken > second ? [Institution(first, context.HomeCountry), Institution(second, states[0].Code)]
            : states[^1].FirstToken < second ? [Institution(second, context.HomeCountry), Institution(first, states[0].Code)] : [];
    }

    /// <summary>An institution of which no state is told; who leads it, if the words after it say so.</summary>
    public IReadOnlyList<Actor> Ours(int from)
    {
        const int HeadReach = 3;
        const int LeaderReach = 30;
        // "avec les étudiants de l'Académie": nobody of it
        var at = Enumerable.Range(from, Math.Max(0, Math.Min(HeadReach, End - from))).FirstOrDefault(i => IsInstitution(i) || words.Has("our-unit", Tokens[i].Folded), -1);
        if (at < 0 || !words.Has("article", Tokens[from].Folded) || context.Mentions[sentence.Index].Any(m => m.FirstToken > at && m.FirstToken < at + HeadReach && m.Code != context.HomeCountry))
        {
            return [];
        }

        var leader = actors.Find(a => a.First > at && a.First - at < LeaderReach && a.IsNamed && !context.IsForeign(a) && Enumerable.Range(at, a.First - at).Any(t => words.Has("led", Tokens[t].Folded) || words.Has("leading", Tokens[t].Folded) || words.Has("whose", Tokens[t].Folded)));
        return [leader is null ? Institution(at, context.HomeCountry) : leader with { Country = context.HomeCountry }];
    }

    /// <summary>
    /// Those of other states that stand in a row with one that is met: <c>des entretiens séparés avec l'Agence indonésienne de sécurité et la Garde côtière malaisienne</c>.
    /// </summary>
    public IEnumerable<Actor> Beside(IReadOnlyList<Actor> met)
    {
        const int Longest = 14;
        const int NationReach = 3;
        if (met is not [{ IsInstitution: true, Country: { } country } only] || country == context.HomeCountry)
        {
            yield break;
        }

        for (var (i, from) = (only.End, only.End); i < Math.Min(from + Longest, End) && !context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First == i); i++)
        {
            var joint = words.Has("article", Tokens[i - 1].Folded) ? i - 2 : i - 1;
            joint -= words.Has("with", Tokens[joint].Folded) ? 1 : 0;
            if (IsInstitution(i) && joint > only.First && words.Has("join", Tokens[joint].Folded)
                && context.Mentions[sentence.Index].FirstOrDefault(m => m.FirstToken > i && m.FirstToken - i <= NationReach && !m.IsPlace)?.Code is { } other && other != country)
            {
                from = i;
                yield return Institution(i, other);
            }
        }
    }

    /// <summary><c>Durant son séjour, le général hongrois X a eu un entretien avec le Département des relations extérieures</c>: an office of no nation that a guest talks with is of his hosts.</summary>
    private bool IsOfGuest(int at)
    {
        const int Opening = 6;
        return words.Has("office-of-state", Tokens[at].Folded) && words.Has("definite", Tokens[at - 1].Folded) && actors.Find(a => (a.IsNamed || a.Person is not null) && a.End <= at) is { } subject && context.IsForeign(subject)
            && words.StandsIn("in-time-of", Tokens, sentence.First, sentence.First + Opening) && words.StandsIn("visit-whole", Tokens, sentence.First, sentence.First + Opening);
    }

    /// <summary><c>les résultats de sa séance de travail avec l'Association des anciens combattants de Hô Chi Minh-Ville</c>: told to a host, it is of his country by its place.</summary>
    private bool IsOfHomePlace(int at, int end) =>
        words.StandsIn("came-of-talks", Tokens, sentence.First, at) && Enumerable.Range(at + 1, Math.Max(0, end - at - 2)).Any(i => words.Has("of", Tokens[i].Folded) && PeopleLexicon.French.HomePlaces.TryMatchAt(Tokens, i + 1, end, out _));

    /// <summary><c>s'est rendue à Savannakhet, où elle a eu une séance de travail avec les autorités locales</c>: of the state of the place that the sentence names last; null where it tells none.</summary>
    private string? OfPlaceGoneTo(int at, int end)
    {
        const int PlaceReach = 24;
        const int WhereReach = 3;
        return words.StandsIn("of-the-place", Tokens, at, end) && context.Mentions[sentence.Index].LastOrDefault(m => m.EndToken <= at && at - m.EndToken <= PlaceReach) is { } place
            && (place.IsPlace || place.Kind == Partners.MentionKind.Capital || place.Kind == Partners.MentionKind.Name && words.StandsIn("where", Tokens, place.EndToken, Math.Min(place.EndToken + WhereReach, at))) ? place.Code : null;
    }

    /// <summary>The authorities of a place (<c>une visite de courtoisie aux dirigeants de la ville</c>): of the home side where no state is named.</summary>
    public IReadOnlyList<Actor> AuthoritiesAfter(int from)
    {
        const int Reach = 4;
        var until = from + Reach;
        for (var i = from; i < Math.Min(until, End); i++)
        {
            if (words.Has("delegates", Tokens[i].Folded) || IsInstitution(i))
            {
                var country = context.Mentions[sentence.Index].FirstOrDefault(m => m.FirstToken > i && m.FirstToken < i + Reach)?.Code ?? context.HomeCountry;
                return [Institution(i, country), .. Further(i + 1, country)];
            }

            // "est allé saluer, dans l'après-midi du 3 mai, les dirigeants de la ville"
            if (words.Has("list-mark", Tokens[i].Folded) && Enumerable.Range(i + 1, Math.Max(0, Math.Min(AsideReach, End - i - 1))).FirstOrDefault(t => words.Has("list-mark", Tokens[t].Folded)) is var close and > 0)
            {
                (i, until) = (close, close + Reach);
            }
        }

        return [];
    }

    /// <summary><c>Des stagiaires étrangers ont été reçus mardi au ministère des Affaires étrangères</c>: by those of the house, which is ours where no state is told.</summary>
    public IReadOnlyList<Actor> ReceivedIn(Trigger trigger)
    {
        const int Reach = 8;
        const int NationReach = 8;
        if (trigger is not { Rule: { Form: TriggerForm.Passive, Kind: MeetingKind.Reception, Trigger: "recevoir" }, Tense: Tense.Past or Tense.Pluperfect, SubjectFollows: false })
        {
            return [];
        }

        var house = Enumerable.Range(trigger.End, Math.Max(0, Math.Min(Reach, End - trigger.End - 1))).FirstOrDefault(i => words.Has("contracted-to", Tokens[i].Folded) && words.Has("state-house", Tokens[i + 1].Folded), -1) + 1;
        return house > 0 && !context.Mentions[sentence.Index].Any(m => m.FirstToken >= trigger.End && m.FirstToken < house + NationReach) && actors.Exists(a => a.End <= trigger.First && context.IsForeign(a)) && !actors.Exists(a => a.End <= trigger.First && context.IsHome(a))
            ? [Institution(house, context.HomeCountry)] : [];
    }

    /// <summary>
    /// Those who are called on besides: <c>aux dirigeants de la ville et à ceux du Commandement</c>, <c>au vice-président X, puis à l'état-major</c>. A complement of the
    /// first (<c>de la ville et de la zone</c>) is none.
    /// </summary>
    public IEnumerable<Actor> Further(int from, string country)
    {
        const int Reach = 12;
        const int HeadReach = 5;
        for (var i = from; i < Math.Min(from + Reach, End) && !context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First == i); i++)
        {
            if (!words.Has("joining-verbs", Tokens[i].Folded) && !words.Has("list-mark", Tokens[i].Folded) || i + 1 >= End || !words.Has("visited-besides", Tokens[i + 1].Folded) && !words.HasWritten("to", Tokens[i + 1].Text))
            {
                continue;
            }

            var head = Enumerable.Range(i + 1, Math.Min(HeadReach, End - i - 1)).FirstOrDefault(t => words.Has("delegates", Tokens[t].Folded) || IsInstitution(t));
            if (head > 0 && !actors.Exists(a => a.First > i && a.First < head) && !context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First > i && v.First < head))
            {
                yield return Institution(head, country);
                (from, i) = (head + 1, head);
            }
        }
    }

    /// <summary>
    /// An institution that is no partner's and heads the sentence (<c>Le ministère de la Défense a organisé …</c>), or its clause behind a day or place (<c>Le 2 juillet, l'Académie de la Défense
    /// a reçu …</c>).
    /// </summary>
    public IReadOnlyList<Actor> Before(int end)
    {
        const int Reach = 3;
        const int Longest = 14;
        for (var i = sentence.First; i < end; i++)
        {
            var isHead = i < sentence.First + Reach || i - 2 > sentence.First && words.Has("list-mark", Tokens[i - 2].Folded) && words.Has("article", Tokens[i - 1].Folded) && end - i <= Longest
                && !context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First < end);
            if (isHead && (IsInstitution(i) || words.Has("our-unit", Tokens[i].Folded) && Tokens[i].IsCapitalized) && !context.Mentions[sentence.Index].Any(m => m.EndToken <= end))
            {
                return [Institution(i, context.HomeCountry)];
            }
        }

        return [];
    }

    private bool IsInstitution(int i) =>
        words.Has("institution", Tokens[i].Folded)
        // "l'état-major", "les garde-côtes" are words of three tokens.
        || i + 2 < End && Tokens[i + 1].Text == "-" && !Tokens[i + 1].SpaceBefore && !Tokens[i + 2].SpaceBefore && words.Has("institution", $"{Tokens[i].Folded}-{Tokens[i + 2].Folded}");

    private static Actor Institution(int at, string country) => new(at, at + 1, country, null, PersonLevel.Other, IsNamed: false, IsGroup: true, IsInstitution: true);
}
