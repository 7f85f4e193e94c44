using Entente.Texts;

namespace Entente.People;

/// <summary>Whether a run of capitalized words is a person by what stands with it.</summary>
internal sealed class NameEvidence(TokenList tokens, PeopleLexicon lexicon, NationMap nations)
{
    private readonly MetPeople met = new(tokens, lexicon);
    private readonly WordSets words = lexicon.Words;

    public bool Suffices(Apposition group, Sentence sentence)
    {
        var name = group.Name!;
        if (group.Titles.Count > 0)
        {
            // `le ministre Giang` directly; across a comma only a name of two words, so that no place slips in.
            var isBeside = group.Titles.Exists(unit => unit.End == name.First);

            // `des représentants du groupe Capstone`: one word after several people names none of them.
            var isOfMany = name.Words == 1 && group.Titles.Exists(unit => unit.Entry is { IsPlural: true, Kind: TitleKind.Office } && unit.Countries.Count == 0);

            // `des représentants du groupe espagnol Navalia`
            isOfMany |= name.Words == 1 && IsEnterprise(name, sentence);

            // `chef du groupe de travail ADSOM`: one word in capitals is an organisation's.
            var isAcronym = name is { Words: 1 } && name.End == name.First + 1 && tokens[name.First].Text is { Length: > 2 } word && word.All(char.IsUpper) && !group.Titles.Exists(unit => unit.Entry.Kind == TitleKind.Address);
            // `officiers de la rue Hoang Dieu`
            var isPlace = name.First > sentence.First && lexicon.IsPlaceWord(tokens[name.First - 1]) && !group.Titles.Exists(unit => unit.Entry.Kind == TitleKind.Address);
            // `président du Parti Radical, X`, `président du Parti Al Nahda au pouvoir, X`
            var isParty = name.First > sentence.First && words.Has("party-noun", tokens[name.First - 1].Folded) && (name.Words == 1 || name.End + 1 < sentence.First + sentence.Count && words.Has("in-power", tokens[name.End + 1].Folded));
            return !isOfMany && !isAcronym && !isPlace && !isParty && (isBeside || name.Words > 1 || group.IsShared || IsWholeName(group, sentence));
        }

        if (IsCountedUp(name, sentence))
        {
            return true;
        }

        if (IsNumbered(name, sentence))
        {
            return false;
        }

        // Without any title only a name of the home country's kind, where it is no address or monument: `rue Nguyen Thai Hoc`,
        // or one that does something: `S'exprimant lors de la réunion, Hoang Xuan Chien a …`, `Keith E. Harman a …`, `et Rebecca Skinner côté australien`.
        return name is { IsHomeName: true, Words: > 2 } && (!FollowsPlaceWord(name.First, sentence.First) || Acts(name, sentence))
            || name.Words > 1 && (HasInitial(name) || AnswersAsOne(name, sentence)) && Acts(name, sentence)
            // `C'est au Palais présidentiel que Luong Cuong a reçu …`
            || name is { IsHomeName: true, Words: 2 } && Acts(name, sentence)
            || name.Words > 1 && (IsTraveller(name, sentence) || HasSuite(name, sentence))
            || name.Words > 1 && (Leads(name, sentence) || IsKin(name, sentence) || met.IsMet(name.First, sentence.First) || IsBesideHomeName(name, sentence) || IsBesideLeader(name, sentence) || name.End < sentence.First + sentence.Count && words.HasWritten("on-side", tokens[name.End].Text));
    }

    private bool IsEnterprise(NameRun name, Sentence sentence)
    {
        var noun = nations.TryGet(name.First - 1, out var nation) && nation.Kind == Partners.MentionKind.Demonym ? nation.First - 1 : name.First - 1;
        return noun > sentence.First && lexicon.NameCues.TryMatchAt(tokens, noun, noun + 1, out var cue) && cue.Value == NameCue.Enterprise;
    }

    /// <summary>
    /// <c>Pour sa part, le ministre italien de la Défense a salué ces acquis. Marco Bianchi a souligné …</c>: who goes on speaking, by a name of two words at the head of the sentence.
    /// </summary>
    public bool SpeaksOn(NameRun name, Sentence sentence) =>
        name is { Words: > 1, IsHomeName: false } && name.First == sentence.First && name.End + 2 < sentence.First + sentence.Count && !lexicon.IsOrganisationWord(tokens[name.First]) && words.HasWritten("has-done", tokens[name.End].Text)
            && lexicon.NameCues.TryMatchAt(tokens, name.End + 1, sentence.First + sentence.Count, out var cue) && cue.Value == NameCue.Said;

    /// <summary><c>le secrétaire général du ministère indonésien de la Défense, Budiman, a …</c>: one word between commas is the whole name of whom a title of another state stands before.</summary>
    private bool IsWholeName(Apposition group, Sentence sentence)
    {
        const int Shortest = 4;
        var name = group.Name!;
        var end = sentence.First + sentence.Count;
        return name.End == name.First + 1 && tokens[name.First].Length >= Shortest && !lexicon.IsOrganisationWord(tokens[name.First])
            && group.Titles is [.., { Entry: { Kind: TitleKind.Office, IsPlural: false }, Countries.Count: > 0 } title] && title.End == name.First - 1 && tokens[title.End].Text == ","
            && (name.End >= end || tokens[name.End].Text is "," or "." or ";" || lexicon.BeginsPredicate(tokens[name.End]));
    }

    /// <summary><c>trois ambassadeurs ont été reçus : Herminio Lopez (Cuba), Christian Berger (Allemagne) et …</c>: behind a colon that an encounter leads up to, each with his state in brackets.</summary>
    private bool IsCountedUp(NameRun name, Sentence sentence)
    {
        if (name.Words < 2 || name.First <= sentence.First || name.End + 2 >= sentence.First + sentence.Count || tokens[name.End].Text != "(" || tokens[name.First - 1].Kind == TokenKind.Word && !words.Has("and", tokens[name.First - 1].Folded) || !nations.TryGet(name.End + 1, out _))
        {
            return false;
        }

        var colon = name.First - 1;
        while (colon > sentence.First && tokens[colon].Text != ":")
        {
            colon--;
        }

        return colon > sentence.First && met.IsToldBefore(colon, sentence.First);
    }

    /// <summary><c>le 015 - Trân Hung Dao</c>: a ship bears the name.</summary>
    private bool IsNumbered(NameRun name, Sentence sentence) =>
        name.First - 2 >= sentence.First && tokens[name.First - 1].Text == "-" && tokens[name.First - 2] is { Kind: TokenKind.Number, Length: 3 or 2 };

    /// <summary><c>Guido Crosetto, qui dirige la Défense italienne</c>, <c>Guido Crosetto, à la tête du ministère</c></summary>
    private bool Leads(NameRun name, Sentence sentence)
    {
        var end = sentence.First + sentence.Count;
        var at = name.End < end && tokens[name.End].Text == "," ? name.End + 1 : name.End;
        return lexicon.NameCues.TryMatchAt(tokens, at, end, out var cue) && cue.Value == NameCue.Leads;
    }

    /// <summary><c>Khamsone Phommachanh et les membres de sa suite ont été reçus</c>, <c>Le même jour, Khamsone Phommachanh et sa suite</c>: whoever comes with others is a person.</summary>
    private bool HasSuite(NameRun name, Sentence sentence) =>
        (name.First == sentence.First || tokens[name.First - 1].Text == ",") && lexicon.NameCues.TryMatchAt(tokens, name.End, sentence.First + sentence.Count, out var cue) && cue.Value == NameCue.Suite;

    /// <summary><c>Laura Bush, épouse de l'ancien président</c></summary>
    private bool IsKin(NameRun name, Sentence sentence) =>
        name.End + 1 < sentence.First + sentence.Count && tokens[name.End].Text == "," && lexicon.NameCues.TryMatchAt(tokens, name.End + 1, sentence.First + sentence.Count, out var cue) && cue.Value == NameCue.Kin;

    /// <summary><c>la visite de Fidel Castro</c>, <c>Jawaharlal Nehru s'était rendu à Hanoï</c>, <c>la visite que Leon Panetta effectue</c></summary>
    private bool IsTraveller(NameRun name, Sentence sentence)
    {
        var before = name.First - 1;
        var isOpen = before < sentence.First || tokens[before].Text is "," or "\"" or "«" or "-" || lexicon.NameCues.TryMatchAt(tokens, before, name.First, out var clause) && clause.Value == NameCue.Clause;
        if (isOpen && !lexicon.IsOrganisationWord(tokens[name.First]))
        {
            var end = sentence.First + sentence.Count;
            var at = name.End < end && tokens[name.End].Text == "," ? name.End + 1 : name.End;
            return Travels(at, end) || at > name.End && BehindAside(at, end) is { } behind && Travels(behind, end);
        }

        // "le voyage qu'avait fait Raul Castro"
        return before > sentence.First && (lexicon.NameCues.TryMatchAt(tokens, before, name.First, out var of) && of.Value == NameCue.Of || lexicon.NameCues.TryMatchAt(tokens, before, name.First, out var made) && made.Value == NameCue.Made) && IsBehindVisit(before, sentence.First);
    }

    private bool Travels(int at, int end) => lexicon.NameCues.TryMatchAt(tokens, at, end, out var travels) && travels.Value == NameCue.Travels;

    /// <summary><c>Raul Castro, lui, a effectué</c>, <c>Raul Castro, en juillet 2012, s'est rendu</c>: behind the comma that ends what is set apart.</summary>
    private int? BehindAside(int at, int end)
    {
        const int Reach = 6;
        for (var i = at + 1; i < Math.Min(end, at + Reach); i++)
        {
            if (tokens[i].Text == ",")
            {
                return i + 1;
            }
        }

        return null;
    }

    /// <summary>A noun of visit stands before <c>de</c>, with its kind, place and time between: <c>la visite historique au Vietnam, en 1973, de Fidel Castro</c>.</summary>
    private bool IsBehindVisit(int of, int first)
    {
        const int Reach = 10;
        for (var i = of - 1; i >= first && i > of - Reach; i--)
        {
            // "a rendu visite au constructeur naval de Hông Ha": what is visited bears the name.
            if (words.Has("contracted-to", tokens[i].Folded) && !tokens[i + 1].IsCapitalized && !nations.TryGet(i + 1, out _))
            {
                return false;
            }

            if (lexicon.NameCues.TryMatchAt(tokens, i, of, out var noun) && noun.Value == NameCue.Visit)
            {
                return true;
            }

            // "la visite du musée de", "la visite de la délégation de": of something else.
            if (tokens[i].Text is ";" or ":" || words.Has("of-contracted", tokens[i].Folded) || words.Has("who", tokens[i].Folded) || i > first && words.Has("feminine-article", tokens[i].Folded) && words.Has("singular-of", tokens[i - 1].Folded))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary><c>l'entretien qu'ont eu Tô Lâm et Kim Jong Un</c>: whoever is joined to a name of the home country is a person too.</summary>
    private bool IsBesideHomeName(NameRun name, Sentence sentence)
    {
        const int Longest = 5;
        const int Several = 3;
        if (name.First - 2 <= sentence.First || !words.Has("and", tokens[name.First - 1].Folded) || !tokens[name.First - 2].IsCapitalized)
        {
            return false;
        }

        var first = name.First - 2;
        while (first > sentence.First && first > name.First - Longest && tokens[first - 1].IsCapitalized)
        {
            first--;
        }

        return first < name.First - 2 && lexicon.IsFamilyName(tokens[first], out var isRare) && !isRare && (first > sentence.First ? !FollowsPlaceWord(first, sentence.First + 1) : name.First - first > Several);
    }

    /// <summary><c>La délégation suédoise était dirigée par Lars Berg et Nils Holm</c>, <c>… par leurs homologues, Lars Berg et Nils Holm</c>: whoever is joined to one who leads is a person too.</summary>
    private bool IsBesideLeader(NameRun name, Sentence sentence)
    {
        const int Reach = 8;
        var first = name.First - 1;
        if (first - 1 <= sentence.First || !words.Has("and", tokens[first].Folded))
        {
            return false;
        }

        while (first - 1 > sentence.First && (tokens[first - 1].IsCapitalized || tokens[first - 1].Folded == "-" && !tokens[first].SpaceBefore))
        {
            first--;
        }

        var agent = Enumerable.Range(0, Math.Min(Reach, first - sentence.First)).Select(back => first - 1 - back).FirstOrDefault(i => words.Has("agent", tokens[i].Folded), -1);
        return name.First - 1 - first > 1 && agent > sentence.First && words.Has("led", tokens[agent - 1].Folded) && words.StandsIn("delegation", tokens, sentence.First, agent)
            && (agent == first - 1 || lexicon.Titles.TryMatchAt(tokens, agent + 2, first, out var title) && title.Value.IsPlural);
    }

    private bool Acts(NameRun name, Sentence sentence) =>
        (name.First == sentence.First || tokens[name.First - 1].Text is "," or "-" || words.Has("that", tokens[name.First - 1].Folded)) && name.End + 2 < sentence.First + sentence.Count && IsDeed(tokens[name.End].Text == "," ? name.End + 1 : name.End);

    private bool IsDeed(int at) => words.HasWritten("has-done", tokens[at].Text) || words.Has("reflexive", tokens[at].Folded) && words.Has("has-gone", tokens[at + 1].Folded);

    /// <summary><c>Pour sa part, Xue Baoguo a …</c></summary>
    private bool AnswersAsOne(NameRun name, Sentence sentence) =>
        name.First - 2 > sentence.First && tokens[name.First - 1].Text == "," && words.Has("in-turn", tokens[name.First - 2].Folded);

    private bool HasInitial(NameRun name)
    {
        for (var i = name.First; i + 1 < name.End; i++)
        {
            if (tokens[i].Text.Length == 1 && tokens[i].IsCapitalized && tokens[i + 1].Text == ".")
            {
                return true;
            }
        }

        return false;
    }

    private bool FollowsPlaceWord(int at, int sentenceFirst)
    {
        if (at == sentenceFirst)
        {
            return false;
        }

        var before = tokens[at - 1];
        return lexicon.IsPlaceWord(before) || (before.IsCapitalized && lexicon.IsOrganisationWord(before)) || before.Text is "," or "-" || words.HasWritten("to", before.Text);
    }
}
