using Entente.Clauses;
using Entente.Dates;
using Entente.Lexicons;
using Entente.Partners;
using Entente.Tables;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>
/// Finds the meetings that no word of encounter tells: one of each side does something together (<c>X et Y ont retenu ces pistes</c>), or one turns to the other in
/// person (<c>X a énuméré devant Y</c>, <c>Y l'a exposé à X</c>). What goes by post, and what was at another time, is none.
/// </summary>
internal sealed class PairReader(EncounterLexicon lexicon, WordSets words, EncounterDater dater, VenueFinder venues)
{
    private const int ObjectReach = 25;

    /// <summary>From a participle to the person whom it governs: <c>adressée au ministre</c>.</summary>
    private const int AdjacentReach = 3;

    private static readonly EncounterRule s_rule = new("", TriggerForm.Any, ObjectMarker.A, MeetingKind.Contact, MeetingMode.InPerson, TriggerNeed.None, "", "");

    private readonly NumberedSession _numbered = new(words);

    /// <summary>A pair as one clause tells it.</summary>
    private sealed record Pair(Actor Home, Actor Guest, MeetingKind Kind)
    {
        /// <summary>Told with a partner who opens the sentence: <c>Avec le ministre X, il a débattu</c>.</summary>
        public bool IsTurn { get; init; }

        public MeetingMode Mode { get; init; }

        /// <summary>The office that both are told by (<c>les deux présidents</c>); unknown where none is.</summary>
        public People.PersonLevel PairLevel { get; init; }
    }

    /// <summary>The meetings of pairs that none of those told has.</summary>
    public IReadOnlyList<Meeting> Find(ArticleContext context, IReadOnlyList<Meeting> told, MeetingStory story)
    {
        var found = new List<Meeting>();
        foreach (var sentence in context.Text.Sentences.Where(s => s.Section == SectionKind.Body))
        {
            var cues = lexicon.CuesOf(context.Text, sentence);
            if (cues.Any(c => c.Value is EncounterCue.Press or EncounterCue.Far) || IsByPost(context, sentence) || !HasPerson(context, sentence))
            {
                continue;
            }

            List<Actor>? actors = null;
            foreach (var verb in context.Verbs[sentence.Index])
            {
                // "les objectifs dont sont convenus le secrétaire général X et le président Y": what they did at another time is only referred to.
                if (verb.First > sentence.First && words.Has("whose", context.Text.Tokens[verb.First - 1].Folded))
                {
                    continue;
                }

                // "ont dû annuler leur entretien", "X et Y devaient se voir ; l'entretien a été reporté"
                if (words.StandsIn("calls-off", context.Text.Tokens, verb.First, Math.Min(verb.End + 2, context.Text.Tokens.Count)))
                {
                    continue;
                }

                if (!IsDone(context, sentence, verb) || VerbTime.IsNegated(context, sentence, verb) || words.Has("distant", Folding.Fold(verb.Verb))
                    || Read(context, sentence, verb, actors ??= PresentActors.Of(context, sentence, cues), cues) is not { } pair)
                {
                    continue;
                }

                if (MeetingsInView.Holds(context, sentence, lexicon, pair.Home, pair.Guest))
                {
                    continue;
                }

                var trigger = new Trigger(s_rule, verb.First, verb.End, Tense.Past);
                var encounter = new Encounter(trigger, sentence, [pair.Home], [pair.Guest], false, true, null);
                var date = DayOf(context, encounter, verb);

                // "Y, avec lequel X s'était entretenu, lui a fait part de …": to him, whoever else was told before.
                if (told.Any(m => m.Evidence.Start == sentence.Span.Start && m.Guests.Any(g => g.Person == pair.Guest.Person)) && pair.Home.First < sentence.First)
                {
                    continue;
                }

                // "L'accord a été signé en 2015 par X et Y"
                if (IsOfAnotherYear(context, encounter, verb))
                {
                    continue;
                }

                // What was done before the news goes on with it only where a word says so.
                if (verb.Tense == Tense.Pluperfect && date is null && (!cues.Any(c => c.Value == EncounterCue.Near) || IsOfEarlier(context, sentence, verb)))
                {
                    continue;
                }

                if (IsTold(context, told.Concat(found), pair, isApart: pair.IsTurn || story.SeriesBefore(sentence) is not null) || EncounterDater.IsBackground(verb.Tense, date?.Resolved, context.Dates.ArticleDate, cues))
                {
                    continue;
                }

                found.Add(Make(context, sentence, Told(context, sentence, cues, pair), date, date?.Resolved ?? story.DayBefore(sentence.Index), venues.Find(context, encounter) is var venue && venue == Venue.None && date is null ? story.Welcome : venue));
            }
        }

        return found;
    }

    /// <summary><c>Quatre mois plus tôt, en mai, il était venu ; il avait alors signé avec X</c>: the sentence is of a time before the news.</summary>
    private static bool IsOfEarlier(ArticleContext context, Sentence sentence, VerbGroup verb) =>
        context.Dates.ArticleDate.From is { } news && context.DatesIn[sentence.Index].Exists(d => d.End <= verb.First && d.Resolved.To is { } to && to.AddDays(StoryDays.NewsDays) < news);

    /// <summary>What goes by post; <c>une lettre d'intention</c> does not.</summary>
    private bool IsByPost(ArticleContext context, Sentence sentence)
    {
        if (!context.Holds(sentence, "post"))
        {
            return false;
        }

        var (tokens, end) = (context.Text.Tokens, sentence.First + sentence.Count);
        for (var i = sentence.First; i < end; i++)
        {
            if (words.Has("post", tokens[i].Folded) && !(i + 2 < end && words.Has("instrument-purpose", tokens[i + 2].Folded)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The pair as its sentence tells it: of a session, or of a line that joins the two (<c>Au téléphone, X et Y ont fait le point</c>).</summary>
    private Pair Told(ArticleContext context, Sentence sentence, IReadOnlyList<PhraseMatch<EncounterCue>> cues, Pair pair)
    {
        var mode = EncounterLexicon.ModeOf(cues) is not MeetingMode.InPerson and var own ? own : ModeBehind(context, sentence);
        var kind = lexicon.OpensWithSession(context.Text, sentence, cues) || _numbered.IsTheirs(context, sentence) ? MeetingKind.Dialogue : mode != MeetingMode.InPerson ? MeetingKind.Call : pair.Kind;
        return pair with { Kind = kind, Mode = mode };
    }

    /// <summary><c>sont tombés d'accord mardi. Au cours de cette conversation par téléphone, …</c>: the line is told where the text goes on.</summary>
    private MeetingMode ModeBehind(ArticleContext context, Sentence sentence)
    {
        const int Opening = 8;
        if (sentence.Index + 1 >= context.Text.Sentences.Count || context.Text.Sentences[sentence.Index + 1] is not { Section: SectionKind.Body } next)
        {
            return MeetingMode.InPerson;
        }

        var cues = lexicon.CuesOf(context.Text, next);
        return cues.Any(c => c.Value == EncounterCue.During && c.First == next.First) ? EncounterLexicon.ModeOf(cues.Where(c => c.First - next.First <= Opening)) : MeetingMode.InPerson;
    }

    /// <summary><c>a exprimé le souhait de voir s'achever en 2014 les négociations</c>: a year or month by itself is not when they sat together.</summary>
    private DateMention? DayOf(ArticleContext context, Encounter encounter, VerbGroup verb) =>
        dater.Find(context, encounter) is { } date && (date.Resolved.Date.Day > 0 || date.Expression.Weekday is not null || date.Expression.Relative is not null || verb.Tense == Tense.Pluperfect) ? date : null;

    /// <summary>The year right behind a verb is its own.</summary>
    private bool IsOfAnotherYear(ArticleContext context, Encounter encounter, VerbGroup verb)
    {
        const int Reach = 2;
        return dater.Find(context, encounter) is { Resolved.Date.Day: 0 } own && own.First >= verb.End && own.First - verb.End <= Reach && EncounterDater.IsBackground(verb.Tense, own.Resolved, context.Dates.ArticleDate, []);
    }

    // Somebody of the other side may be told before; one is named here.
    private static bool HasPerson(ArticleContext context, Sentence sentence) => context.Actors[sentence.Index].Any(a => a.Person is not null && a.Country is not null || a.Count > 1);

    /// <summary>Told as done; a verb that the lexicon does not know shows as its auxiliary before a participle.</summary>
    private bool IsDone(ArticleContext context, Sentence sentence, VerbGroup verb) =>
        VerbTime.IsPerfect(context, sentence, verb, words) || IsTopic(context, sentence, verb) || verb is { IsPassive: true, Tense: Tense.Imperfect, Verb: { } chaired } && words.Has("chairing-jointly", Folding.Fold(chaired)) || verb is { Tense: Tense.Past or Tense.Pluperfect, Verb: not ("avoir" or "être") } && (verb.IsFinite || verb.IsPassive);

    /// <summary><c>Avec le ministre X, il a été question de l'aide</c>, <c>Avec le ministre X ont été évoqués les projets</c>: what the two spoke of.</summary>
    private bool IsTopic(ArticleContext context, Sentence sentence, VerbGroup verb) =>
        verb is { IsFinite: true, Verb: not null, Tense: Tense.Past or Tense.Pluperfect } && words.Has("with", context.Text.Tokens[sentence.First].Folded)
        && (verb.IsPassive ? words.Has("talked-of", Folding.Fold(verb.Verb)) : verb.End < sentence.First + sentence.Count && words.Has("in-question", context.Text.Tokens[verb.End].Folded));

    private Pair? Read(ArticleContext context, Sentence sentence, VerbGroup verb, List<Actor> actors, IReadOnlyList<PhraseMatch<EncounterCue>> cues)
    {
        var clause = new Clause(context, sentence, new Trigger(s_rule, verb.First, verb.End, Tense.Past), actors, words);
        var isUnknown = verb.Verb is "avoir" or "être";
        var isPassive = verb.IsPassive || verb is { Verb: "être", Tense: Tense.Past or Tense.Pluperfect };
        var agents = isPassive && clause.After("agent", verb.End, ObjectReach) is { } by ? clause.GroupAfter(by, by + 6) : [];
        var subject = agents.Count > 0 ? agents : clause.Subjects.Find();
        // "Le responsable italien a salué le dialogue qu'il a coprésidé avec X": told by his state alone, he is the one of it who was told last.
        if (subject is [{ Count: 1, Person: null, IsGroup: false, IsInstitution: false, IsNamed: false, Country: { } state } nameless] && words.Has("no-office", context.Text.Tokens[nameless.First].Folded) && clause.Antecedents.Recall(nameless.First, context.IsHome(nameless)) is { } meant && meant.Country == state)
        {
            subject = [meant];
        }

        // "Le vice-amiral Y et lui ont parlé des escales"
        if (subject is [{ Count: 1, Country: not null } one] && verb.First == one.End + 2 && words.StandsIn("plural-auxiliary", context.Text.Tokens, verb.First, verb.End) && words.Has("and", context.Text.Tokens[one.End].Folded) && words.Has("and-he", context.Text.Tokens[one.End + 1].Folded) && clause.Antecedents.Recall(one.First, !context.IsHome(one)) is { } other)
        {
            subject = [one, other];
        }

        // "L'événement était coprésidé par X et Y"
        var ceremony = isPassive && words.Has("chairing-jointly", Folding.Fold(verb.Verb)) || (isUnknown ? words.Has("ceremony-done", context.Text.Tokens[verb.End].Folded) : words.Has("ceremony", Folding.Fold(verb.Verb)));
        // "Étaient présents X et Y": who stands there need not talk with another.
        if (verb.Verb == "être" && verb.End < context.Text.Tokens.Count && words.Has("present", context.Text.Tokens[verb.End].Folded))
        {
            return null;
        }

        // "L'article a été écrit par X et Y", "X a fait de même à l'égard de Y"
        if (words.StandsIn("authored", context.Text.Tokens, verb.First, Math.Min(verb.End + 1, sentence.First + sentence.Count)) || verb.Verb == "faire" && words.StandsIn("same-deed", context.Text.Tokens, verb.End, Math.Min(verb.End + 2, sentence.First + sentence.Count)))
        {
            return null;
        }

        // "En présence des deux ministres, l'accord a été signé par X et Y": the ministers' meeting, and none of those who sign.
        if (ceremony && isPassive && cues.Any(c => c.Value == EncounterCue.Background && words.Has("attended", context.Text.Tokens[c.First + 1].Folded)))
        {
            return null;
        }

        // "a été accueilli à l'aéroport par le ministre X et l'ambassadeur Y": who stand in line for a third.
        if (agents.Count > 0 && words.Has("receiving", Folding.Fold(verb.Verb)))
        {
            return null;
        }

        // "les deux ministres ont signé le plan", of whom only the visit is told
        if (Both(context, HeadsOf(clause, subject)) is { } together)
        {
            return together with { Kind = ChairsSession(context, sentence, verb) || _numbered.IsChaired(context, sentence, verb) ? MeetingKind.Dialogue : ceremony ? MeetingKind.Contact : MeetingKind.Talks, PairLevel = subject is [{ Count: 2 } heads] ? Antecedents.LevelOf(context, heads) : People.PersonLevel.Unknown };
        }

        var isTopic = isPassive && agents.Count == 0 && IsTopic(context, sentence, verb);
        if (isPassive && !isTopic)
        {
            return null;
        }

        var from = subject.Count > 0 && subject[^1].First >= verb.End ? subject[^1].End : verb.End;
        // What stands behind another verb or a noun of encounter is theirs: "a renouvelé l'invitation adressée à X", "a évoqué les négociations avec Y".
        var others = clause.FirstAfter("dative", from, ObjectReach);
        others = others.Count > 0 && !isTopic && IsOwn(context, sentence, from, others[0]) && IsTurnedTo(context, clause, from, others[0]) && !IsHonoured(context, from, others[0]) ? others : [];
        var kind = MeetingKind.Contact;
        var isTurn = false;
        if (others.Count == 0 && !isTopic && clause.After("with", from, ObjectReach) is { } with && !IsOfWhatIsSaid(context, with - 1) && !IsChairedBehind(context, sentence, from, with) && !lexicon.Nouns.Find(context.Text, sentence).Any(n => n.Next == with - 1) && clause.GroupAfter(with, with + 6) is { Count: > 0 } group && IsOwn(context, sentence, from, group[0])
            && !words.StandsIn("stay-told", context.Text.Tokens, with, group[0].First))
        {
            (others, kind) = (group, ChairsSession(context, sentence, verb) ? MeetingKind.Dialogue : MeetingKind.Talks);
        }

        // "Au ministre X, il a exposé les besoins": the one turned to opens the sentence.
        var opening = words.Has("facing", context.Text.Tokens[sentence.First].Folded) ? sentence.First + 1 : sentence.First;
        if (others.Count == 0 && words.Has("turned-to", context.Text.Tokens[opening].Folded) && actors.Find(a => a.First <= opening + 2 && a.End <= verb.First) is { Country: not null } first)
        {
            others = [first];
            subject = actors.Where(a => a.First > first.First && a.End <= verb.First && context.IsHome(a) != context.IsHome(first)).Take(1).ToList() is { Count: > 0 } own ? own
                : (clause.Subjects.HasPronoun || isTopic) && clause.Antecedents.Recall(sentence.First, !context.IsHome(first)) is { } speaker ? [speaker] : [];
            isTurn = words.Has("with", context.Text.Tokens[opening].Folded);
            kind = opening > sentence.First || words.Has("with", context.Text.Tokens[opening].Folded) ? MeetingKind.Talks : kind;
        }

        // "Au téléphone mardi avec le ministre Y, X a proposé"
        if (others.Count == 0 && cues.Any(c => c.Value is EncounterCue.Phone or EncounterCue.Video && c.First == sentence.First) && clause.After("with", sentence.First, ObjectReach) is { } line && line < verb.First && clause.GroupAfter(line, line + 6) is [var called, ..])
        {
            (others, kind) = ([called], MeetingKind.Talks);
            subject = actors.Where(a => a.First >= called.End && a.End <= verb.First && context.IsHome(a) != context.IsHome(called)).Take(1).ToList() is { Count: > 0 } caller ? caller
                : clause.Subjects.HasPronoun && clause.Antecedents.Recall(sentence.First, !context.IsHome(called)) is { } recalled ? [recalled] : [];
        }

        // "le ministre X, avec qui elle a comparé leurs réserves"
        if (others.Count == 0 && PersonOfRelative(context, sentence, actors, verb) is { } related)
        {
            others = [related];
            subject = clause.Antecedents.Recall(related.First, !context.IsHome(related)) is { } speaker ? [speaker] : [];
        }

        // "Autorisé par le président Y, le ministère a remis l'ordre à X, ancien vice-ministre": Y has only sent who does so, and X stands for nobody.
        return others.Count > 0 && subject.Count > 0 && !HasSent(context, sentence, subject[0]) && !(subject[0].Person is null && FormerOffice.IsToldOf(context, others[0])) && Both(context, [subject[0], others[0]]) is { } pair ? pair with { Kind = kind, IsTurn = isTurn } : null;
    }

    /// <summary><c>a informé le ministre des résultats du dialogue qu'il a coprésidé avec X</c>: with X is what the relative clause tells.</summary>
    private bool IsChairedBehind(ArticleContext context, Sentence sentence, int from, int with) =>
        context.Verbs[sentence.Index].Any(v => v is { IsFinite: true, Verb: not null } && v.First >= from && v.End <= with && words.Has("chairing-jointly", Folding.Fold(v.Verb)));

    /// <summary><c>La consultation en est à sa 4e édition : X et Y l'ont coprésidée</c>: what they chaired is told before; a ceremony is none.</summary>
    private bool ChairsSession(ArticleContext context, Sentence sentence, VerbGroup verb) =>
        !verb.IsPassive && verb.Verb is { } chaired && words.Has("chairing-jointly", Folding.Fold(chaired)) && verb.First > sentence.First
            && (words.Has("met-pronoun", context.Text.Tokens[verb.First - 1].Folded) || verb.First - 2 > sentence.First && words.Has("subject-pronoun", context.Text.Tokens[verb.First - 1].Folded) && words.Has("that", context.Text.Tokens[verb.First - 2].Folded))
            && lexicon.Nouns.Find(context.Text, sentence).Any(n => n.Value.Kind == MeetingKind.Dialogue && n.Next <= verb.First) && !words.StandsIn("ceremony-event", context.Text.Tokens, sentence.First, verb.First);

    /// <summary><c>Les deux ministres ont signé le plan</c>: those of that office; two of no office are whoever was told last, which is no evidence.</summary>
    private static IReadOnlyList<Actor> HeadsOf(Clause clause, IReadOnlyList<Actor> subject)
    {
        if (subject is [{ IsOfTwoTold: true }])
        {
            return clause.Antecedents.Expand(subject);
        }

        // "Les deux hommes ont passé en revue": where the text has spoken of two, one of each side.
        if (subject is [{ Count: 2 } two] && ClauseLexicons.French.Words.StandsIn("two-people", clause.Context.Text.Tokens, two.First, two.End) && OnlyTwo(clause.Context, two.First) is { Count: 2 } told)
        {
            return told;
        }

        if (subject is not [{ Count: 2 } pair] || Antecedents.LevelOf(clause.Context, pair) is not (> People.PersonLevel.Other and var level))
        {
            return subject;
        }

        var heads = clause.Antecedents.Expand(subject);
        return heads.All(h => h.Level == level) ? heads : subject;
    }

    /// <summary>Those whom the body names before a token, if they are two.</summary>
    private static List<Actor> OnlyTwo(ArticleContext context, int before) =>
        [.. context.Text.Sentences.Where(s => s.Section == SectionKind.Body && s.First < before).SelectMany(s => context.Actors[s.Index]).Where(a => a.End <= before && a is { IsNamed: true, Count: 1, Person: not null, Country: not null }).DistinctBy(a => a.Person)];

    /// <summary><c>a évoqué la visite effectuée au Vietnam par le président Y</c> turns to nobody.</summary>
    private bool IsTurnedTo(ArticleContext context, Clause clause, int from, Actor other) => clause.Governor(from, other.First) is { } governor && words.Has("turned-to", context.Text.Tokens[governor].Folded);

    /// <summary>No other verb stands between that has the person for its own: <c>l'invitation adressée à X</c>, <c>l'a prié de transmettre ses remerciements à X</c>, <c>a tenu à rendre hommage à X</c>.</summary>
    private bool IsOwn(ArticleContext context, Sentence sentence, int from, Actor other) =>
        !context.Verbs[sentence.Index].Any(v => v.First >= from && v.First < other.First && (v.Tense == Tense.Participle && other.First - v.End <= AdjacentReach
            // "a prié l'ambassadeur de remettre au président X une invitation": another is to do it.
            || v.Tense == Tense.Infinitive && words.Has("of", context.Text.Tokens[v.First - 1].Folded) && context.Actors[sentence.Index].Exists(a => a.First >= from && a.End <= v.First)))
            && !words.StandsIn("distant", context.Text.Tokens, from, other.First);

    /// <summary><c>a rendu hommage au lieutenant-colonel X</c></summary>
    private bool IsHonoured(ArticleContext context, int from, Actor other) =>
        words.StandsIn("honoured", context.Text.Tokens, from, other.First);

    private bool HasSent(ArticleContext context, Sentence sentence, Actor actor)
    {
        var by = actor.First - 1 > sentence.First && words.Has("article", context.Text.Tokens[actor.First - 1].Folded) ? actor.First - 2 : actor.First - 1;
        return by > sentence.First && words.Has("agent", context.Text.Tokens[by].Folded) && words.Has("sent-by", context.Text.Tokens[by - 1].Folded);
    }

    private Actor? PersonOfRelative(ArticleContext context, Sentence sentence, List<Actor> actors, VerbGroup verb)
    {
        const int Reach = 5;
        var tokens = context.Text.Tokens;
        for (var i = verb.First - 1; i > sentence.First + 1 && i >= verb.First - Reach; i--)
        {
            if (words.Has("person-relative", tokens[i].Folded) && words.Has("turned-to", tokens[i - 1].Folded))
            {
                var before = words.Has("list-mark", tokens[i - 2].Folded) ? i - 2 : i - 1;
                return actors.Find(a => a.End == before && a.Country is not null);
            }
        }

        return null;
    }

    /// <summary><c>a déclaré qu'avec le président X le Vietnam avancerait</c>: with whom something comes about, in what is said of it.</summary>
    private bool IsOfWhatIsSaid(ArticleContext context, int with) => with > 0 && words.Has("that", context.Text.Tokens[with - 1].Folded);

    /// <summary>One person of each side.</summary>
    private static Pair? Both(ArticleContext context, IReadOnlyList<Actor> actors)
    {
        var people = actors.Where(a => a.Count == 1 && a.Person is not null).ToList();
        // "dont le général X et le défunt président Y avaient posé les fondations"
        if (people.Exists(a => ClauseLexicons.French.Words.StandsIn("deceased", context.Text.Tokens, Math.Max(0, a.First - 1), Math.Max(0, a.First - 1) + 2)))
        {
            return null;
        }

        // "son épouse Z et Mme Y ont visité la bibliothèque": they stand for nobody.
        people.RemoveAll(a => a.First > 0 && ClauseLexicons.French.Words.Has("spouse", context.Text.Tokens[a.First - 1].Folded));
        var home = people.Find(context.IsHome);
        var guest = people.Find(context.IsForeign);
        return home is not null && guest is not null ? new Pair(home, guest, MeetingKind.Contact) : null;
    }

    private static bool Has(ArticleContext context, IReadOnlyList<Participant> side, Actor actor) =>
        side.Any(p => p.Person == actor.Person || CorpusReading.PersonKey.Same(p.Name, context.NameOf(actor.Person)!));

    // Those who speak at a conference do not meet one another for that, but those who are met beside it do.
    private static bool IsTold(ArticleContext context, IEnumerable<Meeting> told, Pair pair, bool isApart) =>
        told.Any(m => m.Kind == MeetingKind.Conference ? !isApart : !(m.Status == MeetingStatus.Planned && m.Guests.Count == 0) && m.Partners.Contains(pair.Guest.Country!, StringComparer.Ordinal)
            && (m.Guests.Count == 0 || Has(context, m.Guests, pair.Guest)) && (m.Home.Count == 0 || Has(context, m.Home, pair.Home) || pair.PairLevel > People.PersonLevel.Other && m.Home.Any(p => p.Level == pair.PairLevel)));

    private static Meeting Make(ArticleContext context, Sentence sentence, Pair pair, DateMention? date, ResolvedDate? day, Venue venue) =>
        Meeting.Of(context, sentence, pair.Kind, day ?? context.Dates.Presumed, [pair.Home], [pair.Guest]) with
        {
            Mode = pair.Mode,
            Weekday = date?.Expression.Weekday,
            IsInferred = !pair.IsTurn,
            Place = venue.Place,
            HostCountry = venue.Country,
        };
}
