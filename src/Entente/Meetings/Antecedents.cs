using Entente.Clauses;
using Entente.People;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>Whom the text spoke of before, for a pronoun, a gap or a pair (<c>les deux ministres</c>) that stands for them.</summary>
internal sealed class Antecedents(ArticleContext context, Sentence sentence)
{
    private const int Pair = 2;

    /// <summary>
    /// Replaces <c>les deux ministres</c> by the last person of each side, <c>les ministres des trois pays</c> by ours and those of the two others; those met by
    /// <paramref name="other"/> by the last of the other side.
    /// </summary>
    public IReadOnlyList<Actor> Expand(IReadOnlyList<Actor> group, Actor? other = null)
    {
        if (!group.Any(a => a.Count > 1))
        {
            return group;
        }

        var expanded = new List<Actor>();
        foreach (var actor in group)
        {
            if (actor.Count == 1)
            {
                expanded.Add(actor);
                continue;
            }

            if (other is not null)
            {
                expanded.AddRange(LastBut(other, actor));
                continue;
            }

            if (actor.IsOtherSide)
            {
                expanded.AddRange(LastGuests(actor.First, actor.Count));
                continue;
            }

            var level = LevelOf(context, actor);
            // "X, président de l'Assemblée nationale, a invité Y, président du Sénat. Les deux présidents": who is told ahead of an office that nobody before has is another.
            var isTold = OfOffice(actor.First, wantHome: false, level) is null && Recall(actor.First, wantHome: false) is not null && Recall(actor.First, wantHome: true) is not null;
            if ((OfOffice(actor.First, wantHome: true, level) ?? (level > PersonLevel.Other && !isTold ? Ahead(actor.End, wantHome: true, level) : null) ?? Recall(actor.First, wantHome: true) ?? Ahead(actor.End, wantHome: true, level) ?? Beside(actor, wantHome: true)) is { } home)
            {
                expanded.Add(home);
            }

            // "les ministres des trois pays"
            if (actor.Count > Pair && LastGuests(actor.First, actor.Count - 1) is { Count: > 1 } guests && guests.Select(g => g.Country).Distinct(StringComparer.Ordinal).Count() == guests.Count)
            {
                expanded.AddRange(guests);
            }
            else if ((Recall(actor.First, wantHome: false, level) ?? Beside(actor, wantHome: false)) is { } guest)
            {
                expanded.Add(guest);
            }

            // "Le président X a reçu le président Y. Les deux ministres se sont entretenus": whoever is above that office is not meant, and those meant are not named.
            if (level is > PersonLevel.Other and < PersonLevel.HeadOfGovernment && expanded.Count > 1 && expanded.TrueForAll(a => a is { Person: not null, Level: >= PersonLevel.HeadOfGovernment }))
            {
                expanded = [.. expanded.Select(a => new Actor(actor.First, actor.End, a.Country, null, level, IsNamed: false))];
            }
        }

        return expanded;
    }

    /// <summary>The office of <c>les deux ministres</c>; unknown for <c>les deux parties</c>.</summary>
    public static PersonLevel LevelOf(ArticleContext context, Actor pair)
    {
        // "les deux chefs d'état-major": the office may go on behind the noun.
        const int Longest = 6;
        var tokens = context.Text.Tokens;
        return PeopleLexicon.French.Titles.TryMatchAt(tokens, pair.First + 1, Math.Min(pair.End + Longest, tokens.Count), out var title) && title.Value.IsPlural ? title.Value.Level : PersonLevel.Unknown;
    }

    /// <summary>The text has named nobody yet, and has hardly begun: what it takes as known (<c>Lors de l'entretien</c>) its lost lead told.</summary>
    public static bool IsBeforeNames(ArticleContext context, Sentence sentence)
    {
        const int Opening = 2;
        var before = context.Text.Sentences.Where(s => s.Section == SectionKind.Body && s.Index < sentence.Index).ToList();
        return before.Count <= Opening && !before.Exists(s => context.Actors[s.Index].Exists(a => a.Person is not null));
    }

    /// <summary>The last person of a side and an office before a token; where nobody of that office is told, the last of the side.</summary>
    public Actor? Recall(int before, bool wantHome, PersonLevel level) => OfOffice(before, wantHome, level) ?? Recall(before, wantHome);

    /// <summary>The last person of a side and an office before a token.</summary>
    public Actor? OfOffice(int before, bool wantHome, PersonLevel level) =>
        level > PersonLevel.Other ? Recall(before, wantHome, a => a.Level == level && TakesPart(a)) ?? Recall(before, wantHome, a => a.Level == level) : null;

    /// <summary><c>La cérémonie s'est déroulée en présence de A et de son homologue B. Les deux ministres ont ensuite eu un entretien</c>: those of the sentence before, where nobody else is told.</summary>
    private Actor? Beside(Actor pair, bool wantHome) =>
        LevelOf(context, pair) > PersonLevel.Other && Before is { } told
            ? context.Actors[told.Index].LastOrDefault(a => a is { Count: 1, Person: not null } && (wantHome ? context.IsHome(a) : context.IsForeign(a))) : null;

    /// <summary>The first person of a side and an office named after, where the lead is lost that named him.</summary>
    private Actor? Ahead(int from, bool wantHome, PersonLevel level)
    {
        const int Reach = 3;
        return context.Text.Sentences.Where(s => s.Index >= sentence.Index && s.Index <= sentence.Index + Reach && s.Section == SectionKind.Body && (s.Index == sentence.Index || !TellsEncounter(context, s))).SelectMany(s => context.Actors[s.Index])
            .FirstOrDefault(a => a.First >= from && a.Person is not null && (wantHome ? context.IsHome(a) : context.IsForeign(a)) && (level <= PersonLevel.Other || a.Level == level));
    }

    /// <summary>"Le même jour, X a été reçu par Y" is of another encounter than the one before.</summary>
    public static bool TellsEncounter(ArticleContext context, Sentence other) => context.Verbs[other.Index].Any(v => v.IsFinite && EncounterLexicon.French.Verbs[v.Verb].Any(r => r.Need == TriggerNeed.None && r.Form != TriggerForm.Any
        // "y a vu un symbole": nobody is seen.
        && (r.Kind != MeetingKind.Contact || r.Object != ObjectMarker.Direct || context.Actors[other.Index].Exists(a => a.First >= v.End))));

    /// <summary>The last person of a side before a token, captions left out; those told of in an aside, or only named as belonging to something, where nobody else is.</summary>
    public Actor? Recall(int before, bool wantHome) => Recall(before, wantHome, TakesPart) ?? Recall(before, wantHome, static _ => true);

    private bool TakesPart(Actor actor) => !actor.IsAside && (actor.Person is not { } person || !context.People.Bystanders.Contains(person));

    private Actor? Recall(int before, bool wantHome, Func<Actor, bool> fits)
    {
        for (var s = sentence.Index; s >= 0; s--)
        {
            if (context.Text.Sentences[s].Section == SectionKind.Caption && s != sentence.Index)
            {
                continue;
            }

            for (var i = context.Actors[s].Count - 1; i >= 0; i--)
            {
                var actor = context.Actors[s][i];
                if (actor.End <= before && actor.Count == 1 && (actor.Person is not null || actor.IsNamed) && (wantHome ? context.IsHome(actor) : context.IsForeign(actor)) && fits(actor) && !OfHistory(context.Actors[s], i) && !StandsBy(context.Text.Sentences[s], actor))
                {
                    return actor;
                }
            }
        }

        return null;
    }

    /// <summary><c>l'amitié bâtie par le président Hô Chi Minh et Fidel Castro</c>: he, and who stands right beside him, are of another time.</summary>
    private bool OfHistory(List<Actor> told, int at)
    {
        const int Joint = 4;
        return context.IsHistoric(told[at].Person)
            || at > 0 && context.IsHistoric(told[at - 1].Person) && told[at].First - told[at - 1].End <= Joint
            || at + 1 < told.Count && context.IsHistoric(told[at + 1].Person) && told[at + 1].First - told[at].End <= Joint;
    }

    /// <summary><c>a été accueilli par X, en présence de l'ambassadeur Y</c>: Y is not the one of whom the text speaks.</summary>
    private bool StandsBy(Sentence told, Actor actor)
    {
        const int Reach = 6;
        var from = Math.Max(told.First, actor.First - Reach);
        return ClauseLexicons.French.Words.StandsIn("standing-by", context.Text.Tokens, from, actor.First);
    }

    /// <summary>As many persons as <paramref name="several"/> tells, the last ones before it but for <paramref name="met"/>: those of the other side among them.</summary>
    private IEnumerable<Actor> LastBut(Actor met, Actor several)
    {
        var level = LevelOf(context, several);
        var found = new List<Actor>();
        for (var s = sentence.Index; s >= 0 && found.Count < several.Count; s--)
        {
            foreach (var actor in context.Actors[s].Where(a => a.End <= several.First && a is { Count: 1, Person: not null, Country: not null } && a.Person != met.Person && TakesPart(a) && context.Text.Sentences[s].Section != SectionKind.Caption).Reverse())
            {
                if (found.Count < several.Count && (level <= PersonLevel.Other || actor.Level == level) && !found.Exists(a => a.Person == actor.Person))
                {
                    found.Insert(0, actor);
                }
            }
        }

        return found.Where(a => context.IsHome(a) != context.IsHome(met));
    }

    /// <summary>The last foreign persons before a token, in order of the text.</summary>
    private List<Actor> LastGuests(int before, int count)
    {
        var found = new List<Actor>();
        for (var s = sentence.Index; s >= 0 && found.Count < count; s--)
        {
            foreach (var actor in context.Actors[s].Where(a => a.End <= before && a.Person is not null && context.IsForeign(a) && context.Text.Sentences[s].Section != SectionKind.Caption).Reverse())
            {
                if (found.Count < count && !found.Exists(a => a.Person == actor.Person))
                {
                    found.Insert(0, actor);
                }
            }
        }

        return found;
    }

    /// <summary>The partner named nearest to an actor in the sentence; else the one that the article is about.</summary>
    public string? PartnerNear(Actor actor)
    {
        // "En marge de la réunion de l'ASEAN, X a rencontré plusieurs chefs de délégation": they are not the body's.
        var isInMargin = !actor.IsNamed && Entente.Partners.MainPartners.IsInMargin(context.Text, sentence);
        return context.Mentions[sentence.Index].Where(m => m.Counts && !(isInMargin && m.Kind == Entente.Partners.MentionKind.Body))
            .OrderBy(m => m.FirstToken >= actor.End ? m.FirstToken - actor.End : actor.First - m.FirstToken)
            .FirstOrDefault()?.Code ?? (context.SolePartner is { } sole && (actor.IsNamed || !context.IsBody(sole)) ? sole : null);
    }

    /// <summary>The sentence of the body before; null for the first.</summary>
    private Sentence? Before => context.Text.Sentences.LastOrDefault(s => s.Index < sentence.Index && s.Section == SectionKind.Body);

    /// <summary>The last person whom the sentence before names: <c>Celui-ci</c>, <c>Ce dernier</c>.</summary>
    public Actor? LastOfSentenceBefore() => Before is { } told ? context.Actors[told.Index].LastOrDefault(a => a is { Count: 1, Person: not null } && TakesPart(a)) : null;

    /// <summary><c>X et son homologue Y ont été reçus par Z. Ils avaient présidé …</c>: the two, one of each side, who are the subject of the sentence before; nobody else.</summary>
    public IReadOnlyList<Actor> PairBefore()
    {
        if (Before is not { } told || context.Verbs[told.Index].FirstOrDefault(v => v.IsFinite) is not { Verb: not null } verb)
        {
            return [];
        }

        var subject = context.Actors[told.Index].Where(a => a.First < verb.First && a is { Count: 1, Person: not null }).DistinctBy(a => a.Person).ToList();
        return subject is [var one, var other] && (context.IsHome(one) && context.IsForeign(other) || context.IsForeign(one) && context.IsHome(other))
            && ClauseLexicons.French.Words.StandsIn("and", context.Text.Tokens, one.End, other.First) ? subject : [];
    }

    /// <summary>The first of whom the sentences right before spoke: the subject that a pronoun at the head of a sentence takes up.</summary>
    public Actor? SubjectBefore()
    {
        const int Reach = 3;
        Actor? named = null;
        for (var (s, left) = (sentence.Index - 1, Reach); s >= 0 && left > 0; s--)
        {
            if (context.Text.Sentences[s].Section != SectionKind.Body || context.Actors[s].FirstOrDefault(a => a.Person is not null && !context.IsHistoric(a.Person) || a.Count > 1) is not { } subject)
            {
                left--;
                continue;
            }

            // "Il l'a informée des préparatifs de la visite du ministre X. Il a eu le même jour …": whoever "il" was there, and not X.
            if (!OpensWithPronoun(context.Text.Sentences[s], subject))
            {
                return named is null || subject.Count > 1 == named.Count > 1 ? subject : named;
            }

            named ??= subject;
        }

        return named;
    }

    /// <summary>
    /// The same for a pronoun of one person: of two who did something together he is neither (<c>Le président A et le Premier ministre B ont accordé une audience. Y, avec lequel il
    /// s'était entretenu, …</c>), but the last of their side told before.
    /// </summary>
    public Actor? OneBefore()
    {
        const int Joint = 4;
        var words = ClauseLexicons.French.Words;
        var subject = SubjectBefore();
        if (subject is not { Count: 1, Person: not null } || context.Text.Sentences.LastOrDefault(s => s.First <= subject.First) is not { } told)
        {
            return subject;
        }

        var second = context.Actors[told.Index].Find(a => a.First > subject.End && a.First - subject.End <= Joint && a is { Count: 1, Person: not null } && context.IsHome(a) == context.IsHome(subject));
        return second is null || !words.Has("and", context.Text.Tokens[subject.End].Folded) || context.Verbs[told.Index].Any(v => v.IsFinite && v.First < second.First) ? subject
            : Recall(told.First, context.IsHome(subject), a => TakesPart(a) && a.Person != subject.Person && a.Person != second.Person) ?? subject;
    }

    /// <summary>A pronoun is the subject of the sentence, and the actor stands behind its verb.</summary>
    private bool OpensWithPronoun(Sentence told, Actor actor)
    {
        const int Reach = 4;
        var words = ClauseLexicons.French.Words;
        return context.Verbs[told.Index].FirstOrDefault(v => v.IsFinite) is { Verb: not null } verb && verb.First < actor.First
            && words.StandsIn("subject-pronoun", context.Text.Tokens, told.First, Math.Min(told.First + Reach, verb.First));
    }
}
