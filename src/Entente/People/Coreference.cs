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
    private readonly PlaceNations places = new(article, partners);

    /// <summary>Those whom the article only names as belonging to something, once all are known.</summary>
    public IReadOnlySet<int> Aside { get; private set; } = System.Collections.Frozen.FrozenSet<int>.Empty;

    public void Settle()
    {
        RaiseCounterparts();
        var referentOf = Gather();
        foreach (var referent in referents)
        {
            SettleCountry(referent);
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
    }

    // `Le ministre A a reçu son homologue B`: B holds the office of whom the sentence named before, unless a title tells another.
    private void RaiseCounterparts()
    {
        for (var i = 1; i < people.Count; i++)
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

            if (IsNearBefore(model, i) && people[model].Role is { Function: not (RoleFunction.Rank or RoleFunction.Party) } office)
            {
                people[i] = people[i] with { Role = role with { Function = office.Function, Level = office.Level }, Level = office.Level };
                functions[i] = functions[i].With(office.Function);
            }
        }
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
                if ((isByLook || Agree(referent.Country, people[i].Country)) && referent.MayBe(names[i], people[i].Country == home || referent.Country == home))
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

    private static bool Agree(string? a, string? b) => a is null || b is null || a == b;

    // A foreign name without any country word: the partner of the article, or the one named last before it.
    private void SettleCountry(Referent referent)
    {
        if (referent.Country is not null && referent.Basis != CountryBasis.NameOrigin)
        {
            return;
        }

        if (referent.Country is null)
        {
            var first = people[referent.Mentions.Min()];
            var isOfState = IsOfState(referent);
            var main = isOfState ? States(partners.MainPartners) : partners.MainPartners;
            var before = partners.Mentions.LastOrDefault(m => m.Counts && m.FirstToken < first.FirstToken && IsNear(m, first) && !(isOfState && m.Kind == MentionKind.Body));
            if (referent.Role is { Function: not RoleFunction.Rank } && places.Of(referent.Role.Organisation ?? "", first.SentenceIndex, first.FirstToken) is { } seat)
            {
                (referent.Country, referent.Basis) = (seat, CountryBasis.MainPartner);
                return;
            }

            // "le secrétaire général adjoint aux opérations de paix, X": of the body of which the article speaks, and no state's.
            if (IsOfBody(referent) && (main.FirstOrDefault(IsBody) ?? partners.Mentions.LastOrDefault(m => m.Kind == MentionKind.Body && m.FirstToken < first.FirstToken)?.Code) is { } body)
            {
                (referent.Country, referent.Basis) = (body, CountryBasis.MainPartner);
                return;
            }

            // "Arrivé à Jakarta pour l'assemblée de l'AIPA, il a rencontré le président X": no body has presidents, the state does in which it meets.
            if (isOfState && main.Count == 0 && before?.SentenceIndex != first.SentenceIndex)
            {
                before = partners.Mentions.LastOrDefault(m => m is { IsPlace: true, Kind: MentionKind.Capital } && m.FirstToken < first.FirstToken)
                    ?? before ?? partners.Mentions.LastOrDefault(m => m.Kind != MentionKind.Body && m.FirstToken < first.FirstToken);
            }

            var place = partners.Mentions.LastOrDefault(m => m.IsPlace && m.SentenceIndex == first.SentenceIndex && m.FirstToken < first.FirstToken);
            // "À Prague, il s'est entretenu avec son homologue X", "En Inde, il a été reçu par le président X": a stage of the journey that was told before.
            if (place is not null && place.FirstToken - article.Sentences[place.SentenceIndex].First <= 2 && referent.Role is { Function: not (RoleFunction.HeadOfBody or RoleFunction.Rank) }
                && partners.Mentions.Any(m => m.Code == place.Code && m.SentenceIndex < first.SentenceIndex && (m.Counts || place.Kind == MentionKind.Name && article.Tokens[place.FirstToken - 1].Text != "À")))
            {
                (referent.Country, referent.Basis) = (place.Code, CountryBasis.MainPartner);
                return;
            }

            // "Lors de l'entrevue avec Rajnath Singh, les deux ministres ont salué les crédits accordés par New Delhi"
            var after = main.Count > 1 ? partners.Mentions.FirstOrDefault(m => m.Counts && m.SentenceIndex == first.SentenceIndex && m.FirstToken >= first.EndToken && main.Contains(m.Code, StringComparer.Ordinal)) : null;
            // "il avait coprésidé avec Sadiq Marafi la consultation Vietnam - Koweït": the sentence is about another partner than the article.
            var other = main.Count == 1 && partners.Mentions.Where(m => m.Counts && m.SentenceIndex == first.SentenceIndex).Select(m => m.Code).Distinct(StringComparer.Ordinal).ToList() is [var only] && only.Length == 3 && first.Role is null ? only : null;
            referent.Country = other ?? (before is not null && before.SentenceIndex == first.SentenceIndex ? before.Code
                : place is not null && main.Count > 1 && main.Contains(place.Code, StringComparer.Ordinal) ? place.Code
                : main.Count == 1 ? main[0]
                : after is not null ? after.Code
                : before?.Code ?? (main.Count > 0 ? main[0] : isOfState ? StateOfCapital(first) : null));
            referent.Basis = referent.Country is null ? CountryBasis.None : CountryBasis.MainPartner;
        }
    }

    /// <summary><c>À Paris, elle a rencontré le président du Sénat, X</c>: a capital that is only a venue tells whose, where nothing else does.</summary>
    private string? StateOfCapital(PersonMention person)
    {
        for (var i = article.Sentences[person.SentenceIndex].First; i + 1 < person.FirstToken; i++)
        {
            if (article.Tokens[i].Text is "à" or "À" && article.Tokens[i + 1].IsCapitalized && Gazetteer.French.StateOfCapital(article.Tokens[i + 1].Folded) is { } state && state != home)
            {
                return state;
            }
        }

        return null;
    }

    /// <summary>The office is one that a state has and no body: a minister, a speaker of parliament, a governor.</summary>
    private static bool IsOfState(Referent referent) =>
        referent.Role?.Function is RoleFunction.HeadOfState or RoleFunction.DeputyHeadOfState or RoleFunction.HeadOfGovernment or RoleFunction.DeputyHeadOfGovernment or RoleFunction.SpeakerOfParliament
            or RoleFunction.Minister or RoleFunction.DeputyMinister or RoleFunction.ChiefOfStaff or RoleFunction.DeputyChiefOfStaff or RoleFunction.Ambassador or RoleFunction.DefenceAttache;

    /// <summary>A secretary-general, or one of his deputies for a field: an office of no ministry or party.</summary>
    private static bool IsOfBody(Referent referent) => referent.Role is { Function: RoleFunction.HeadOfBody } role && (role.Organisation is null || role.Organisation.StartsWith("aux ", StringComparison.Ordinal) || role.Organisation.StartsWith("chargé", StringComparison.Ordinal));

    private IReadOnlyList<string> States(IReadOnlyList<string> codes) =>
        codes.Any(IsBody) ? [.. codes.Where(c => !IsBody(c))] : codes;

    private bool IsBody(string code) => partners.Mentions.Any(m => m.Code == code && m.Kind == MentionKind.Body);

    private bool IsNear(PartnerMention mention, PersonMention person) =>
        article.Sentences[person.SentenceIndex].Paragraph - article.Sentences[mention.SentenceIndex].Paragraph <= 1;

    private Referent? Find(int at)
    {
        var role = roles[at];
        Referent? best = null;
        Referent? inviting = null;
        var bestScore = (0, int.MinValue);
        var office = role.Function == RoleFunction.Counterpart ? OfficeBefore(at) : role.Function;
        var title = Folding.Fold(role.Title);
        var space = title.IndexOf(' ', StringComparison.Ordinal);
        var head = space < 0 ? title : title[..space];
        var organisation = role is { Country: null, Organisation: not null } ? Folding.Fold(role.Organisation) : null;
        var isAtHome = role is { Country: null, Function: RoleFunction.HeadOfGovernment or RoleFunction.HeadOfState } && OpensParagraph(role);
        foreach (var referent in referents)
        {
            var last = LastBefore(referent, role.FirstToken);
            if (last < 0 || !Fits(referent, role, organisation))
            {
                continue;
            }

            // "l'hôte bélarusse" is no prime minister who came at another time, unless nobody else is there: "À l'invitation de l'amiral X, Y … s'est entretenu avec son hôte".
            if (role.Function == RoleFunction.Guest && Aside.Contains(referent.Canonical))
            {
                inviting = referent;
                continue;
            }

            // Of two Prime Ministers the one whom a paragraph opens with, without a country, is the one at home.
            if (isAtHome && best is not null && best.Country == home != (referent.Country == home))
            {
                (best, bestScore) = best.Country == home ? (best, bestScore) : (referent, (1, last));
                continue;
            }

            // Of two chiefs "le chef d'état-major général" is the one whose title begins so.
            // "l'hôte vietnamien" of a tour is who travels, and he was named first.
            last = role.Function == RoleFunction.Guest && role.Country == home ? -people[referent.Mentions[0]].FirstToken : last;
            var score = (referent.HoldsTitle(title) ? 3 : referent.HoldsTitle(head) ? 2 : referent.Functions.Contains(office) ? 1 : 0, last);
            if (score.CompareTo(bestScore) > 0)
            {
                (best, bestScore) = (referent, score);
            }
        }

        return best ?? inviting;
    }

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

    private bool Fits(Referent referent, RoleMention role, string? organisation)
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
            RoleFunction.Rank => referent.Functions.Contains(RoleFunction.Rank),
            RoleFunction.Other => role.Country is not null && role.Country != home && referent.Functions.Contains(RoleFunction.Other),
            _ => referent.Functions.Contains(role.Function),
        };
    }

    private sealed class Referent
    {
        /// <summary>Title chains as written, but for the first <see cref="folded"/>: they are folded when an office first asks.</summary>
        private readonly List<string> titles = [];

        private readonly HashSet<string> told = new(StringComparer.Ordinal);

        private int folded;

        private (int Level, int IsOwn, int Length) roleRank;

        public int Canonical { get; set; }

        public List<int> Mentions { get; } = [];

        private List<PersonName> Names { get; } = [];

        public RoleFunctions Functions { get; private set; }

        public string? Country { get; set; }

        public CountryBasis Basis { get; set; }

        public PersonLevel Level { get; private set; }

        public RoleMention? Role { get; private set; }

        /// <summary>Whether one of the titles begins with a word.</summary>
        public bool HoldsTitle(string head)
        {
            FoldTitles();
            foreach (var chain in titles)
            {
                for (var at = chain.IndexOf(head, StringComparison.Ordinal); at >= 0; at = chain.IndexOf(head, at + 1, StringComparison.Ordinal))
                {
                    if (at == 0 || (at >= 2 && chain[at - 2] == ','))
                    {
                        return true;
                    }
                }
            }

            return false;
        }

        public bool HoldsOffice(string organisation)
        {
            FoldTitles();
            foreach (var chain in titles)
            {
                if (chain.Contains(organisation, StringComparison.Ordinal))
                {
                    return true;
                }
            }

            return false;
        }

        private void FoldTitles()
        {
            for (; folded < titles.Count; folded++)
            {
                titles[folded] = Folding.Fold(titles[folded]);
            }
        }

        /// <summary>Adds a form of the name, if it is a new one.</summary>
        public void Add(PersonName name)
        {
            foreach (var own in Names)
            {
                if (own.Words.Count == name.Words.Count && own.Words.SequenceEqual(name.Words))
                {
                    return;
                }
            }

            Names.Add(name);
        }

        /// <summary>Whether a name of two words, as many foreign ones are and few of the home country, is one of the forms.</summary>
        public bool IsNamed(PersonName name)
        {
            foreach (var own in Names)
            {
                if (own.Words.Count == 2 && own.Words.SequenceEqual(name.Words))
                {
                    return true;
                }
            }

            return false;
        }

        public bool MayBe(PersonName name, bool isHome)
        {
            foreach (var own in Names)
            {
                if (own.MayBe(name, isHome))
                {
                    return true;
                }
            }

            return false;
        }

        public void Take(int index, PersonMention person, RoleFunctions offices)
        {
            Mentions.Add(index);
            if (person.Country is not null && (Country is null || person.CountryBasis < Basis))
            {
                (Country, Basis) = (person.Country, person.CountryBasis);
            }

            if (person.Level > Level)
            {
                Level = person.Level;
            }

            Functions = Functions.With(offices);
            if (person.Role is not { } role)
            {
                return;
            }

            if (told.Add(role.Title))
            {
                titles.Add(role.Title);
            }

            var rank = ((int)role.Level, offices.Contains(RoleFunction.Counterpart) ? 0 : 1, role.Title.Length);
            if (Role is null || rank.CompareTo(roleRank) > 0)
            {
                (Role, roleRank) = (role, rank);
            }
        }
    }
}
