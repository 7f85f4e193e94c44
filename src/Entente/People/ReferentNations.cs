using Entente.Partners;
using Entente.Texts;

namespace Entente.People;

/// <summary>
/// Tells whose somebody is of whom no word tells it: of the town or body that the office names, of the stage of a journey that the sentence opens with, else of the partner of
/// the article, or of the one named last before.
/// </summary>
internal sealed class ReferentNations(List<PersonMention> people, List<RoleMention> roles, PartnerReading partners, ArticleText article, string home)
{
    private readonly PlaceNations places = new(article, partners);

    /// <summary>Gives a referent without a country the one that the text around the first mention tells; what words tell stays.</summary>
    public void Settle(Referent referent)
    {
        if (referent.Country is null)
        {
            // A caption may stand before the text that tells where somebody is met.
            var told = referent.Mentions.Where(m => article.Sentences[people[m].SentenceIndex].Section == SectionKind.Body).DefaultIfEmpty(referent.Mentions.Min()).Min();
            referent.Country = Find(referent, people[told]);
            referent.Basis = referent.Country is null ? CountryBasis.None : CountryBasis.MainPartner;
        }
    }

    private string? Find(Referent referent, PersonMention first)
    {
        var isOfState = IsOfState(referent);
        var main = isOfState ? States(partners.MainPartners) : partners.MainPartners;
        // "le secrétaire général de l'organisation, X": of the one named last, and of no state.
        if (referent.Role?.Title is { } title && WordSets.French.Has("body-again", LastWord(Folding.Fold(title))) && partners.Mentions.LastOrDefault(m => m.Kind == MentionKind.Body && m.FirstToken < first.FirstToken) is { } body)
        {
            return body.Code;
        }

        return OfKin(referent, first) ?? OfRemaining(referent, main) ?? OfOffice(referent, first, main) ?? OfStage(referent, first) ?? OfOfficeTold(referent, first) ?? OfPartner(first, isOfState, main);
    }

    private static string LastWord(string title) => title[(title.LastIndexOfAny([' ', '\'', '’']) + 1)..];

    /// <summary><c>Mme Abe Akie, veuve du défunt</c>: of the state of whoever bears her name.</summary>
    private string? OfKin(Referent referent, PersonMention first)
    {
        var at = article.Tokens[Math.Min(first.EndToken, article.Tokens.Count - 1)].Text == "," ? first.EndToken + 1 : first.EndToken;
        if (at >= article.Tokens.Count || !PeopleLexicon.French.NameCues.TryMatchAt(article.Tokens, at, article.Tokens.Count, out var cue) || cue.Value != NameCue.Kin)
        {
            return null;
        }

        // "Laura Bush, épouse de l'ancien président américain"
        const int Reach = 10;
        if (partners.Mentions.FirstOrDefault(m => m.FirstToken > at && m.FirstToken <= at + Reach && m.SentenceIndex == first.SentenceIndex && m.Kind is MentionKind.Demonym or MentionKind.Name && !Enumerable.Range(at, m.FirstToken - at).Any(i => article.Tokens[i].Text == ",")) is { } told)
        {
            return told.Code;
        }

        var names = first.Name.Split(' ');
        return people.FirstOrDefault(p => p.Country is { } country && country != home && p.RefersTo != referent.Canonical && p.CountryBasis is CountryBasis.Adjective or CountryBasis.Complement && p.Name.Split(' ').Intersect(names, StringComparer.Ordinal).Any())?.Country;
    }

    /// <summary><c>a reçu les ambassadeurs d'Ukraine, de Norvège et du Venezuela … L'ambassadeur X</c>: of several states the one whose ambassador is not named otherwise.</summary>
    private string? OfRemaining(Referent referent, IReadOnlyList<string> main)
    {
        const int Series = 3;
        return referent.Role?.Function == RoleFunction.Ambassador && main.Count >= Series
            && main.Where(code => !people.Any(p => p.Role?.Function == RoleFunction.Ambassador && p.Country == code)).ToList() is [var remaining] ? remaining : null;
    }

    /// <summary>The state of the place in the name of an office, or the body that an office is of.</summary>
    private string? OfOffice(Referent referent, PersonMention first, IReadOnlyList<string> main)
    {
        if (referent.Role is { Function: not RoleFunction.Rank } role && places.Of(role.Organisation ?? "", first.SentenceIndex, first.FirstToken) is { } seat)
        {
            return seat;
        }

        // "le secrétaire général adjoint aux opérations de paix, X": of the body of which the article speaks, and no state's.
        return IsOfBody(referent) ? main.FirstOrDefault(partners.IsBody) ?? partners.Mentions.LastOrDefault(m => m.Kind == MentionKind.Body && m.FirstToken < first.FirstToken)?.Code : null;
    }

    /// <summary>
    /// <c>a rencontré son homologue thaïlandais et le président indonésien. … Au président Joko Widodo, il a …</c>: where several states are told, of the one whose office of that name was told without a person, and
    /// nobody else of that state holds it.
    /// </summary>
    private string? OfOfficeTold(Referent referent, PersonMention first)
    {
        if (referent.Role is not { Function: not (RoleFunction.Rank or RoleFunction.Other or RoleFunction.Guest or RoleFunction.Counterpart or RoleFunction.Delegation) } role || partners.Mentions.Any(m => m.Counts && m.SentenceIndex == first.SentenceIndex && m.FirstToken < first.FirstToken))
        {
            return null;
        }

        var told = roles.Where(r => r is { IsNamed: false, Person: null, IsPlural: false, Country: not null } && r.Country != home && r.FirstToken < first.FirstToken && r.SentenceIndex < first.SentenceIndex && OfficeOf(r) == role.Function)
            .Select(r => r.Country!).Distinct(StringComparer.Ordinal).Where(c => !people.Any(p => p.Country == c && p.Role?.Function == role.Function)).ToList();
        return told is [var only] ? only : null;
    }

    /// <summary>The office of a role; a counterpart holds that of whom the sentence named last before.</summary>
    private RoleFunction OfficeOf(RoleMention role) =>
        role.Function == RoleFunction.Counterpart ? roles.LastOrDefault(r => r.SentenceIndex == role.SentenceIndex && r.FirstToken < role.FirstToken && r.Country != role.Country)?.Function ?? role.Function : role.Function;

    /// <summary><c>À Prague, il s'est entretenu avec son homologue X</c>, <c>En Inde, il a été reçu par le président X</c>: a stage of the journey that was told before.</summary>
    private string? OfStage(Referent referent, PersonMention first)
    {
        return (PlaceBefore(first) is { } own ? (Opens(own) || IsWhere(own, first)) ? own : null : StageBefore(first)) is { } place
            && (referent.Role is { Function: not (RoleFunction.HeadOfBody or RoleFunction.Rank) } || referent.Role is { Function: RoleFunction.Rank } && IsWhere(place, first))
            && (partners.Mentions.Any(m => m.Code == place.Code && m.SentenceIndex < first.SentenceIndex && (m.Counts || place.Kind == MentionKind.Name && !(article.Tokens[Math.Max(0, place.FirstToken - 1)] is { IsCapitalized: true } lead && WordSets.French.HasWritten("to", lead.Text)))) || IsNextStage(place, referent))
            ? place.Code
            : null;
    }

    private bool Opens(PartnerMention place)
    {
        const int Opening = 2;
        return place.FirstToken - article.Sentences[place.SentenceIndex].First <= (place.Kind == MentionKind.Demonym ? Opening + 1 : Opening);
    }

    /// <summary><c>À Addis-Abeba, il s'est entretenu avec son homologue X. Il a ensuite été reçu par le Premier ministre Y</c>: a paragraph stays where it is until it names another state.</summary>
    private PartnerMention? StageBefore(PersonMention first)
    {
        var paragraph = article.Sentences[first.SentenceIndex].Paragraph;
        var last = partners.Mentions.LastOrDefault(m => m.FirstToken < first.FirstToken && (m.IsPlace ? Opens(m) : m.Counts));
        return last is { IsPlace: true } && article.Sentences[last.SentenceIndex].Paragraph == paragraph && !partners.Home.Any(m => m.FirstToken < first.FirstToken && m.FirstToken >= article.Sentences[first.SentenceIndex].First && m.Kind == MentionKind.Capital) ? last : null;
    }

    /// <summary><c>À Brasilia, il a été reçu par le ministre de la Défense, X</c>: whoever has an office of state in a capital that opens the sentence is of that state, unless many meet there.</summary>
    private bool IsNextStage(PartnerMention place, Referent referent) =>
        place.Kind is MentionKind.Capital or MentionKind.Demonym or MentionKind.Name && (IsOfState(referent) || referent.Role?.Function is RoleFunction.Commander or RoleFunction.Rank) && referent.Role is { Function: not RoleFunction.Ambassador } && !referent.Functions.Contains(RoleFunction.Counterpart)
            && !partners.MainPartners.Any(partners.IsBody) && !Entente.Partners.MainPartners.IsInMargin(article, article.Sentences[place.SentenceIndex]);

    /// <summary><c>a gagné Brasilia, où l'a reçu X</c></summary>
    private bool IsWhere(PartnerMention place, PersonMention first)
    {
        var next = article.Tokens[place.EndToken].Text == "," ? place.EndToken + 1 : place.EndToken;
        return next < first.FirstToken && WordSets.French.HasWritten("where", article.Tokens[next].Text);
    }

    /// <summary>The partner that the sentence names before, else the article's, else the one named last.</summary>
    private string? OfPartner(PersonMention first, bool isOfState, IReadOnlyList<string> main)
    {
        var before = Before(first, isOfState, main);
        var place = PlaceBefore(first);
        // "Lors de l'entrevue avec Rajnath Singh, les deux ministres ont salué les crédits accordés par New Delhi"
        var after = main.Count > 1 ? partners.Mentions.FirstOrDefault(m => m.Counts && m.SentenceIndex == first.SentenceIndex && m.FirstToken >= first.EndToken && !IsNextStop(m) && main.Contains(m.Code, StringComparer.Ordinal)) : null;
        // "il avait coprésidé avec Sadiq Marafi la consultation Vietnam - Koweït": the sentence is about another partner than the article.
        var other = main.Count == 1 && partners.Mentions.Where(m => m.Counts && m.SentenceIndex == first.SentenceIndex && !IsNextStop(m)).Select(m => m.Code).Distinct(StringComparer.Ordinal).ToList() is [var only] && !partners.IsBody(only) && first.Role is null ? only : null;
        return other ?? (before is not null && before.SentenceIndex == first.SentenceIndex ? before.Code
            : place is not null && main.Count > 1 && main.Contains(place.Code, StringComparer.Ordinal) ? place.Code
            : main.Count == 1 ? main[0]
            : after is not null ? after.Code
            : PairBehind(first) is { } pair ? pair
            : main.Count > 1 && MetSince(before?.EndToken ?? 0, first, main) is { } met ? met
            : before?.Code ?? (main.Count > 0 ? main[0] : isOfState ? StateOfCapital(first) : null));
    }

    /// <summary><c>Le vice-ministre X et le secrétaire adjoint Y ont présidé le dialogue Vietnam - Canada</c>: of the state that the sentence joins to the home country.</summary>
    private string? PairBehind(PersonMention first)
    {
        const int Between = 3;
        return partners.Mentions.FirstOrDefault(m => m.SentenceIndex == first.SentenceIndex && m.FirstToken >= first.EndToken && !partners.IsBody(m.Code)
            && partners.Home.Any(h => h.SentenceIndex == m.SentenceIndex && h.FirstToken >= first.EndToken && (m.FirstToken - h.EndToken is >= 0 and <= Between || h.FirstToken - m.EndToken is >= 0 and <= Between)))?.Code;
    }

    /// <summary><c>Arrivé à Phnom Penh, il s'est entretenu avec X, ministre cambodgien. … Il a ensuite été reçu par le Premier ministre Y</c>: of the state of whoever was named since the last word for a state.</summary>
    private string? MetSince(int since, PersonMention first, IReadOnlyList<string> main)
    {
        for (var i = people.Count - 1; i >= 0; i--)
        {
            var person = people[i];
            if (person.FirstToken > since && person.SentenceIndex < first.SentenceIndex && article.Sentences[first.SentenceIndex].Paragraph - article.Sentences[person.SentenceIndex].Paragraph <= 1
                && CountryOf(person) is { } country && country != home)
            {
                return main.Contains(country, StringComparer.Ordinal) ? country : null;
            }
        }

        return null;
    }

    /// <summary>The state that words tell of a person here, or where the article names him so first.</summary>
    private string? CountryOf(PersonMention person) => person.Country ?? people.FirstOrDefault(p => p.Country is not null && p.Name == person.Name)?.Country;

    private PartnerMention? Before(PersonMention first, bool isOfState, IReadOnlyList<string> main)
    {
        var before = partners.Mentions.LastOrDefault(m => m.Counts && m.FirstToken < first.FirstToken && IsNear(m, first) && !(isOfState && m.Kind == MentionKind.Body) && !IsNextStop(m));
        // "Devant ses collègues du Laos, de Malaisie, des Philippines et de Thaïlande … En marge de la conférence, il a salué le Premier ministre X": of the state where they meet, and not of the last told.
        if (isOfState && before is not null && before.SentenceIndex != first.SentenceIndex && IsOneOfMany(before) && partners.Mentions.LastOrDefault(m => m.IsPlace && m.Kind != MentionKind.Body && m.FirstToken < first.FirstToken) is { } venue)
        {
            return venue;
        }

        // "Arrivé à Jakarta pour l'assemblée de l'AIPA, il a rencontré le président X": no body has presidents, the state does in which it meets.
        return isOfState && main.Count == 0 && before?.SentenceIndex != first.SentenceIndex
            ? partners.Mentions.LastOrDefault(m => m is { IsPlace: true, Kind: MentionKind.Capital } && m.FirstToken < first.FirstToken)
                ?? before ?? partners.Mentions.LastOrDefault(m => m.Kind != MentionKind.Body && m.FirstToken < first.FirstToken)
            : before;
    }

    /// <summary>One of the states that a sentence counts up.</summary>
    private bool IsOneOfMany(PartnerMention mention)
    {
        const int Many = 4;
        return partners.Mentions.Where(m => m.SentenceIndex == mention.SentenceIndex && m.Counts && m.Kind != MentionKind.Body).Select(m => m.Code).Distinct(StringComparer.Ordinal).Count() >= Many;
    }

    /// <summary><c>Avant de gagner la Malaisie, il est allé saluer X</c>: he is met where they still are.</summary>
    private bool IsNextStop(PartnerMention mention)
    {
        // "il a rencontré X, avant de gagner la Malaisie": also behind whom he met.
        for (var i = mention.FirstToken - 1; i >= article.Sentences[mention.SentenceIndex].First && article.Tokens[i].Text != ","; i--)
        {
            if (PeopleLexicon.French.NameCues.TryMatchAt(article.Tokens, i, mention.FirstToken, out var cue) && cue.Value == NameCue.Onward)
            {
                return true;
            }
        }

        return false;
    }

    private PartnerMention? PlaceBefore(PersonMention first) =>
        partners.Mentions.LastOrDefault(m => m.IsPlace && m.SentenceIndex == first.SentenceIndex && m.FirstToken < first.FirstToken);

    /// <summary><c>À Paris, elle a rencontré le président du Sénat, X</c>: a capital that is only a venue tells whose, where nothing else does.</summary>
    private string? StateOfCapital(PersonMention person)
    {
        for (var i = article.Sentences[person.SentenceIndex].First; i + 1 < person.FirstToken; i++)
        {
            if (WordSets.French.HasWritten("to", article.Tokens[i].Text) && article.Tokens[i + 1].IsCapitalized && Gazetteer.French.StateOfPlace(article.Tokens[i + 1].Folded) is { } state && state != home)
            {
                return state;
            }
        }

        return null;
    }

    /// <summary>The office is one that a state has and no body: a minister, a speaker of parliament, the counterpart of one.</summary>
    private static bool IsOfState(Referent referent) =>
        referent.Role?.Function is RoleFunction.HeadOfState or RoleFunction.DeputyHeadOfState or RoleFunction.HeadOfGovernment or RoleFunction.DeputyHeadOfGovernment or RoleFunction.SpeakerOfParliament
            or RoleFunction.Minister or RoleFunction.DeputyMinister or RoleFunction.ChiefOfStaff or RoleFunction.DeputyChiefOfStaff or RoleFunction.Ambassador or RoleFunction.DefenceAttache or RoleFunction.Counterpart;

    /// <summary>A secretary-general, or one of his deputies for a field: an office of no ministry or party.</summary>
    private static bool IsOfBody(Referent referent) => referent.Role is { Function: RoleFunction.HeadOfBody } role && (role.Organisation is null || WordSets.French.Has("deputy-field", Folding.Fold(role.Organisation.AsSpan(0, Math.Max(0, role.Organisation.IndexOf(' '))))));

    private IReadOnlyList<string> States(IReadOnlyList<string> codes) =>
        codes.Any(partners.IsBody) ? [.. codes.Where(c => !partners.IsBody(c))] : codes;

    private bool IsNear(PartnerMention mention, PersonMention person) =>
        article.Sentences[person.SentenceIndex].Paragraph - article.Sentences[mention.SentenceIndex].Paragraph <= 1;
}
