using Entente.Partners;
using Entente.Texts;

namespace Entente.People;

/// <summary>Settles who is who in one article: later names to the first full one, countries left open, offices told without a name.</summary>
internal sealed class Coreference(
    List<PersonMention> people,
    List<PersonName> names,
    List<RoleMention> roles,
    List<RoleFunctions> functions,
    PartnerReading partners,
    ArticleText article,
    string home)
{
    private readonly List<Referent> referents = [];
    private readonly ReferentNations nations = new(people, roles, partners, article, home);

    /// <summary>Those whom the article only names as belonging to something, once all are known.</summary>
    public IReadOnlySet<int> Aside { get; private set; } = System.Collections.Frozen.FrozenSet<int>.Empty;

    public void Settle()
    {
        RaiseCounterparts();
        var referentOf = Gather();
        foreach (var referent in referents)
        {
            nations.Settle(referent);
        }

        for (var i = 0; i < people.Count; i++)
        {
            var referent = referentOf[i];
            var mention = people[i];
            var isOwn = mention.Country is not null && mention.CountryBasis is not CountryBasis.NameOrigin;
            people[i] = mention with
            {
                Role = mention.Role is { Function: not (RoleFunction.Rank or RoleFunction.Counterpart) } ? mention.Role : referent.Role ?? mention.Role,
                Country = isOwn ? mention.Country : referent.Country,
                CountryBasis = isOwn ? mention.CountryBasis : i == referent.Canonical ? referent.Basis : CountryBasis.Reference,
                Level = referent.Level > mention.Level ? referent.Level : mention.Level,
                RefersTo = i == referent.Canonical ? null : referent.Canonical,
            };
        }

        Aside = Bystanders.Find(article, people, PeopleLexicon.French);
        for (var i = 0; i < roles.Count; i++)
        {
            var role = roles[i];
            if (role.Person is { } person)
            {
                roles[i] = role with { Country = role.Country ?? people[person].Country, CountryBasis = role.Country is null ? people[person].CountryBasis : role.CountryBasis };
            }
            else if (role is { IsPlural: false, Function: not RoleFunction.Delegation } && Find(i) is { } found)
            {
                roles[i] = role with
                {
                    Person = found.Canonical,
                    Country = role.Country ?? found.Country,
                    CountryBasis = role.Country is null ? CountryBasis.Reference : role.CountryBasis,
                    Level = found.Level > role.Level ? found.Level : role.Level,
                };
            }
        }

        // "Le général" is whoever was named so, or nobody.
        roles.RemoveAll(static role => role is { Function: RoleFunction.Rank, Person: null, Country: null });
    }

    // `Le ministre A a reçu son homologue B`: B holds the office of whom the sentence named before, unless a title tells another.
    private void RaiseCounterparts()
    {
        for (var i = 0; i < people.Count; i++)
        {
            if (people[i].Role is not { Function: RoleFunction.Counterpart } role)
            {
                continue;
            }

            var model = i - 1;
            while (IsNearBefore(model, i) && (people[model].Role is null or { Function: RoleFunction.Counterpart } || (people[model].Country == home) == (people[i].Country == home)))
            {
                model--;
            }

            // `Venu sur l'invitation de son homologue B, le ministre A a été reçu`: of whom the sentence names behind.
            model = IsNearBefore(model, i) ? model : Behind(i);
            if (model >= 0 && people[model].Role is { Function: not (RoleFunction.Rank or RoleFunction.Party or RoleFunction.Counterpart) } office)
            {
                people[i] = people[i] with { Role = role with { Function = office.Function, Level = office.Level }, Level = office.Level };
                functions[i] = functions[i].With(office.Function);
            }
        }
    }

    private int Behind(int i)
    {
        var model = i + 1;
        return model < people.Count && people[model].SentenceIndex == people[i].SentenceIndex && (people[model].Country is null || people[model].Country != people[i].Country) ? model : -1;
    }

    private bool IsNearBefore(int model, int i) => model >= 0 && people[model].SentenceIndex >= people[i].SentenceIndex - 1;

    private Referent[] Gather()
    {
        var referentOf = new Referent[people.Count];

        // Full names first: a surname may stand in the headline, before the name that it belongs to.
        for (var turn = 0; turn < 2 * people.Count; turn++)
        {
            var i = turn % people.Count;
            if (names[i].Words.Count == 1 != turn >= people.Count)
            {
                continue;
            }

            Referent? same = null;
            foreach (var referent in referents)
            {
                // "le ministre chinois Dong Jun … Dong Jun": only the look of the name puts the second at home.
                var isByLook = people[i].CountryBasis == CountryBasis.NameOrigin && referent.Basis is CountryBasis.Adjective or CountryBasis.Reference && referent.IsNamed(names[i]);
                if ((isByLook || Agree(referent.Country, people[i].Country)) && !IsOther(referent, i) && referent.MayBe(names[i], people[i].Country == home || referent.Country == home))
                {
                    same = referent;
                    break;
                }
            }

            if (same is null)
            {
                same = new Referent { Canonical = i };
                referents.Add(same);
            }

            same.Add(names[i]);
            same.Take(i, people[i], functions[i]);
            referentOf[i] = same;
        }

        foreach (var referent in referents)
        {
            referent.Mentions.Sort();
        }

        return referentOf;
    }

    /// <summary><c>l'empereur Naruhito … Naruhiko Suzuki, président de l'Agence</c>: one word, spelt otherwise, with an office that the other has not.</summary>
    private bool IsOther(Referent referent, int i) =>
        names[i].Words is [var only] && people[i].Role is { Function: not (RoleFunction.Rank or RoleFunction.Counterpart or RoleFunction.Other or RoleFunction.Guest or RoleFunction.Delegation) } role
        && referent.Role is { Function: not (RoleFunction.Rank or RoleFunction.Counterpart) } && !referent.Functions.Contains(role.Function) && !referent.HoldsWord(only);

    private static bool Agree(string? a, string? b) => a is null || b is null || a == b;

    private Referent? Find(int at)
    {
        var role = roles[at];
        Referent? best = null;
        Referent? inviting = null;
        var bestScore = (0, false, int.MinValue);
        var office = role.Function == RoleFunction.Counterpart ? OfficeBefore(at) : role.Function;
        var title = Folding.Fold(role.Title);
        var space = title.IndexOf(' ', StringComparison.Ordinal);
        var head = space < 0 ? title : title[..space];
        var organisation = role is { Country: null, Organisation: not null } ? Folding.Fold(role.Organisation) : null;
        var isLeader = IsLeader(role);
        var isAtHome = role is { Country: null, Function: RoleFunction.HeadOfGovernment or RoleFunction.HeadOfState } && OpensParagraph(role);
        foreach (var referent in referents)
        {
            var last = LastBefore(referent, role.FirstToken);
            if (last < 0 || !Fits(referent, role, organisation, isLeader))
            {
                continue;
            }

            // "l'hôte bélarusse" is no prime minister who came at another time, unless nobody else is there: "À l'invitation de l'amiral X, Y … s'est entretenu avec son hôte".
            if (role.Function == RoleFunction.Guest && Aside.Contains(referent.Canonical))
            {
                inviting = referent;
                continue;
            }

            // "le déplacement du secrétaire général X. … le dirigeant vietnamien": not X, who was there at another time.
            if (role.Function == RoleFunction.Other && Aside.Contains(referent.Canonical) && isLeader)
            {
                continue;
            }

            // Of two Prime Ministers the one whom a paragraph opens with, without a country, is the one at home.
            if (isAtHome && best is not null && best.Country == home != (referent.Country == home))
            {
                (best, bestScore) = best.Country == home ? (best, bestScore) : (referent, (1, true, last));
                continue;
            }

            // Of two chiefs "le chef d'état-major général" is the one whose title begins so.
            // "l'hôte vietnamien" of a tour is who travels, and he was named first.
            last = role.Function == RoleFunction.Guest && role.Country == home ? -people[referent.Mentions[0]].FirstToken : last;
            // "a accueilli l'envoyé spécial du président X. Il a remis au chef de l'État un message": X has only sent him.
            // Of those who command something "le commandant français" is the one of whom the text tells it with the verb.
            var score = (referent.HoldsTitle(title) || isLeader && referent.Level >= PersonLevel.HeadOfGovernment ? 3 : role.Function == RoleFunction.Commander && referent.IsInCommand ? 2 : referent.HoldsTitle(head) ? 2 : referent.Functions.Contains(office) ? 1 : 0, !Aside.Contains(referent.Canonical), last);
            if (score.CompareTo(bestScore) > 0)
            {
                (best, bestScore) = (referent, score);
            }
        }

        return best ?? inviting;
    }

    private bool IsLeader(RoleMention role) => role.FirstToken > 0 && PeopleLexicon.French.Words.Has("definite", article.Tokens[role.FirstToken - 1].Folded) && PeopleLexicon.French.Words.Has("leader-title", Folding.Fold(role.Title.Split(' ')[0]));

    private bool OpensParagraph(RoleMention role)
    {
        var sentence = article.Sentences[role.SentenceIndex];
        return role.FirstToken - sentence.First <= 1 && (sentence.Index == 0 || article.Sentences[sentence.Index - 1].Paragraph != sentence.Paragraph);
    }

    // Mentions are sorted once all are known, and people stand in order of the text.
    private int LastBefore(Referent referent, int token)
    {
        var (low, high) = (0, referent.Mentions.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = people[referent.Mentions[middle]].FirstToken < token ? (middle + 1, high) : (low, middle);
        }

        return low == 0 ? -1 : people[referent.Mentions[low - 1]].FirstToken;
    }

    // `Le ministre vietnamien a invité son homologue`: the office that the sentence named last before.
    private RoleFunction OfficeBefore(int at)
    {
        for (var i = at - 1; i >= 0 && roles[i].SentenceIndex == roles[at].SentenceIndex; i--)
        {
            if (roles[i].FirstToken < roles[at].FirstToken && roles[i].Country != roles[at].Country)
            {
                return roles[i].Function;
            }
        }

        return roles[at].Function;
    }

    private bool Fits(Referent referent, RoleMention role, string? organisation, bool isLeader)
    {
        if (role.Country is not null && referent.Country != role.Country)
        {
            return false;
        }

        // `le ministre des Forces armées` without a country is not the minister of defence of before.
        if (organisation is not null && !referent.HoldsOffice(organisation))
        {
            return false;
        }

        return role.Function switch
        {
            // Whose guest or counterpart is open without a country; the guest is the foreigner.
            RoleFunction.Guest => role.Country is not null || referent.Country != home,
            RoleFunction.Counterpart => role.Country is not null,
            RoleFunction.Rank => referent.Functions.Contains(RoleFunction.Rank) && (role.Country is not null || referent.HoldsTitle(Folding.Fold(role.Title))),
            // "le responsable onusien" is whoever heads the body, or a part of it; "le dirigeant vietnamien" is its head of state or of government, and not his wife.
            RoleFunction.Other => role.Country is not null && (isLeader && referent.Level >= PersonLevel.HeadOfGovernment
                || role.Country != home && (referent.Functions.Contains(RoleFunction.Other) || referent.Functions.Contains(RoleFunction.HeadOfBody) && IsOfNoOffice(role))),
            _ => referent.Functions.Contains(role.Function),
        };
    }

    private static bool IsOfNoOffice(RoleMention role)
    {
        var space = role.Title.IndexOf(' ', StringComparison.Ordinal);
        return WordSets.French.Has("no-office", Folding.Fold(space < 0 ? role.Title : role.Title[..space]));
    }
}
