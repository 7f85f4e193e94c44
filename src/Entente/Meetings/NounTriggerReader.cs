using Entente.Clauses;
using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>
/// Decides whether a noun of encounter tells one: a verb of holding governs it (<c>a eu un entretien</c>), it is the subject of its event
/// (<c>le dialogue s'est tenu</c>), or a preposition brings it in (<c>lors de l'entretien</c>).
/// </summary>
internal sealed class NounTriggerReader(WordSets words, SessionNouns sessions)
{
    private readonly NounSetting _setting = new(words);
    private readonly ReportedTalks _accounts = new(words);
    private readonly NounGovernor _governor = new(words);
    private readonly NounEvent _event = new(words);
    private readonly NounWithPeople _people = new(words);

    /// <summary>Between a verb and the call that it tells: <c>a reçu mardi matin un appel</c>.</summary>
    private const int CallReach = 5;

    /// <summary><c>a été, mardi à Hanoï, l'hôte de</c></summary>
    private const int HostReach = 9;

    /// <summary><c>ressort d'un entretien</c></summary>
    private const int OutReach = 4;

    /// <summary>From what is told of talks to their noun: <c>les résultats de ses</c>.</summary>
    private const int AccountReach = 5;

    /// <summary>Between a noun of encounter and the verb that tells what it turned on.</summary>
    private const int TurnReach = 3;

    /// <summary>The encounter that a noun tells, and whether somebody only gives an account of it; null for none.</summary>
    public Trigger? Read(
        ArticleContext context, Sentence sentence, IReadOnlyList<VerbGroup> verbs, IReadOnlyList<PhraseMatch<EncounterCue>> cues, PhraseMatch<EncounterRule> noun)
    {
        var account = Math.Max(sentence.First, noun.First - AccountReach);
        var trigger = Tell(context, sentence, verbs, cues, noun);
        if (trigger is null || noun.Value.Kind != MeetingKind.Talks || trigger.First < noun.First)
        {
            return trigger;
        }

        // "l'entretien qu'il avait eu avec Y" is one before, whatever is told of it.
        return trigger with { IsAccount = trigger is { Tense: Tense.Pluperfect } && trigger.First > noun.Next || Determiner(context.Text.Tokens, sentence.First, noun.First) is var determiner && (words.Has("known-event", determiner) || noun.Value.IsOfSeveral && words.Has("habitual", determiner)) && _accounts.IsAccount(context.Text.Tokens, account, noun.First) };
    }

    private Trigger? Tell(
        ArticleContext context, Sentence sentence, IReadOnlyList<VerbGroup> verbs, IReadOnlyList<PhraseMatch<EncounterCue>> cues, PhraseMatch<EncounterRule> noun)
    {
        var tokens = context.Text.Tokens;
        var determiner = Determiner(tokens, sentence.First, noun.First);
        var isDefinite = words.Has("known-event", determiner);
        var isNumbered = sessions.IsNumbered(tokens, sentence.First, noun.First);
        var rule = noun.Value;

        // "la visioconférence des ministres de la Défense de l'ASEAN": a gathering of its own, with which nobody talks; but "la visioconférence des deux ministres".
        if (rule.Kind == MeetingKind.Call && words.Has("on-screen", tokens[noun.First].Folded) && noun.Next + 1 < sentence.First + sentence.Count && words.Has("some", tokens[noun.Next].Folded) && !words.Has("number-two", tokens[noun.Next + 1].Folded))
        {
            return null;
        }

        // "La réunion a eu lieu par visioconférence": how it was held, which the verb does not hold.
        if (rule is { Kind: MeetingKind.Call, Form: TriggerForm.Noun } && noun.First > sentence.First && words.Has("by-means", tokens[noun.First - 1].Folded))
        {
            return null;
        }

        // "le Code des rencontres imprévues en mer": what rules encounters.
        if (noun.First - 2 >= sentence.First && words.Has("of", tokens[noun.First - 1].Folded) && words.Has("rules-of", tokens[noun.First - 2].Folded))
        {
            return null;
        }

        // "l'échange de délégations, d'enseignants": of things and people, not of views.
        if (rule is { Need: TriggerNeed.WithPerson, Form: TriggerForm.Noun } && noun.Next < sentence.First + sentence.Count && words.Has("of", tokens[noun.Next].Folded))
        {
            return null;
        }

        if (rule.Need is TriggerNeed.Never || rule.Kind == MeetingKind.Dialogue && (sessions.IsFrame(tokens, sentence.First, noun.First) || _setting.IsNoSession(context, sentence, verbs, noun.First) || sessions.IsOfBusiness(tokens, noun.Next, sentence.First + sentence.Count) || sessions.IsOfTalks(tokens, sentence.First, noun.First, verbs)
            || sessions.IsAfter("margin", tokens, sentence.First, noun.First) && !SessionNouns.IsOfTwo(context, sentence, noun.Next)))
        {
            return null;
        }

        // "a accordé à la presse un entretien à la veille de la visite du président X"
        if (cues.Any(c => c.Value == EncounterCue.Press && c.First <= noun.First && c.Next >= noun.Next))
        {
            return null;
        }

        // "La rencontre n'a pas eu lieu"; "a suivi l'entretien entre le président américain X et le président russe Y"
        var eventVerb = _event.Find(context, sentence, verbs, noun);
        if (words.Has("not-one", determiner) || eventVerb is { } unheld && VerbTime.IsNegated(context, sentence, unheld) || NounPeople.IsOfOthers(context, sentence, noun.Next))
        {
            return null;
        }

        // "s'est vu accorder une audience par la présidente"
        if (verbs.LastOrDefault(v => v.End <= noun.First && noun.First - v.End < 3) is { Verb: not null, IsPassive: true, Tense: Tense.Past } granted && words.Has("granting", granted.Verb) && rule.Need == TriggerNeed.None)
        {
            return new Trigger(rule with { Form = TriggerForm.Passive, Object = ObjectMarker.Par }, granted.First, noun.Next, granted.Tense);
        }

        // "au centre de l'entretien que X a eu avec Y"
        if (rule.Need is TriggerNeed.None && (_setting.HeldInRelative(context, sentence, verbs, noun.Next) ?? (BroughtInBy(tokens, cues, noun.First) && !_accounts.IsAccount(tokens, Math.Max(sentence.First, noun.First - CallReach), noun.First) ? null : _setting.HeldByPronoun(context, sentence, verbs, noun.Next))) is { } held)
        {
            return new Trigger(rule, held.First, held.End, held.Tense);
        }

        // "Le palais a été le théâtre de ses entretiens avec Y", "a abrité la rencontre entre X et Y"
        if (rule is { Need: TriggerNeed.None, Kind: MeetingKind.Talks } && _setting.StagedBy(context, sentence, verbs, noun) is { } staged)
        {
            return new Trigger(rule, noun.First, noun.Next, staged, IsInPassing: true, IsDefinite: true);
        }

        // "a été au menu d'un entretien entre X et Y, mardi à Hanoï"
        if (rule is { Need: TriggerNeed.None, Kind: MeetingKind.Talks } && (_setting.IsOnMenu(tokens, sentence.First, noun.First) || _setting.IsSheltered(context, sentence, verbs, noun.First)) && NounPeople.HoldsBoth(context, sentence, noun.Next)
            && verbs.LastOrDefault(v => v.IsFinite && v.End <= noun.First) is { Verb: not null, Tense: Tense.Past or Tense.Pluperfect } menu)
        {
            return new Trigger(rule, noun.First, noun.Next, menu.Tense, IsDefinite: isDefinite, IsEvent: true);
        }

        // "C'est ce qui ressort d'un entretien mardi à Hanoï entre X et Y"
        if (rule is { Need: TriggerNeed.None, Kind: MeetingKind.Talks } && NounPeople.HoldsBoth(context, sentence, noun.Next) && words.StandsIn("comes-out", tokens, Math.Max(sentence.First, noun.First - OutReach), noun.First)
            && words.StandsIn("between", tokens, noun.Next, sentence.First + sentence.Count))
        {
            return new Trigger(rule, noun.First, noun.Next, Tense.Past, IsDefinite: isDefinite, IsEvent: true);
        }

        // "Il a pris part à un dîner offert en son honneur par X", "Un dîner a été offert en l'honneur de X par Y"
        if (rule is { Need: TriggerNeed.None, Kind: MeetingKind.Contact or MeetingKind.Reception } && verbs.FirstOrDefault(v => v.First >= noun.Next && v.First - noun.Next <= 1) is { Verb: not null } given && (words.Has("giving", Folding.Fold(given.Verb)) || words.Has("granting", Folding.Fold(given.Verb))))
        {
            if (given is { IsPassive: true, Tense: Tense.Past or Tense.Pluperfect })
            {
                return new Trigger(rule, noun.First, given.End, given.Tense, IsEvent: true);
            }

            if (given.Tense == Tense.Participle && verbs.LastOrDefault(v => v.IsFinite && v.End <= noun.First) is { Verb: not null, Tense: Tense.Past or Tense.Pluperfect } attended && words.Has("sharing-meal", Folding.Fold(attended.Verb)))
            {
                return new Trigger(rule, attended.First, noun.Next, attended.Tense);
            }
        }

        // "Une visite de courtoisie a été rendue mardi au ministre X par l'ambassadeur Y"
        if (rule is { Object: ObjectMarker.A, Kind: MeetingKind.CourtesyCall } && verbs.FirstOrDefault(v => v.First >= noun.Next && v.First - noun.Next <= 1) is { Verb: not null, IsPassive: true, Tense: Tense.Past or Tense.Pluperfect or Tense.Future } paid && (paid.Verb == "rendre" || words.Has("paying", Folding.Fold(paid.Verb))))
        {
            return new Trigger(rule, noun.First, paid.End, paid.Tense, IsEvent: true);
        }

        // "a reçu un appel de la ministre X", "a passé un appel téléphonique au ministre X"
        if (rule.Kind == MeetingKind.Call && noun.Next < tokens.Count && verbs.LastOrDefault(v => v.End <= noun.First) is { Verb: not null, IsPassive: false } calling && noun.First - calling.End <= CallReach
            && (words.Has("called-by", Folding.Fold(calling.Verb)) && words.Has("of", tokens[noun.Next].Folded) ? ObjectMarker.De
                : words.Has("calling", Folding.Fold(calling.Verb)) && words.Has("addressed", tokens[noun.Next].Folded) ? ObjectMarker.A : NounSetting.IsCallWith(context, sentence, calling, noun.Next) ? ObjectMarker.Avec : (ObjectMarker?)null) is { } marker)
        {
            return VerbTime.Of(context, sentence, verbs, calling) is { } called ? new Trigger(rule with { Object = marker }, calling.First, noun.Next, called) : null;
        }

        // Without that, a mere "appel" asks for something.
        if (rule is { Kind: MeetingKind.Call, Object: ObjectMarker.De })
        {
            return null;
        }

        // "est venu prendre congé du ministre", "a été l'hôte du ministre"
        if (rule.Object == ObjectMarker.De)
        {
            var leaves = rule.Kind == MeetingKind.CourtesyCall;
            return verbs.LastOrDefault(v => leaves ? v.Verb == "prendre" && v.End == noun.First : v.Verb == "être" && noun.First > v.First && noun.First - v.End <= HostReach) is { Verb: not null } leave && VerbTime.Of(context, sentence, verbs, leave) is { } leaving
                ? new Trigger(rule, leave.First, noun.Next, leaving)
                : null;
        }

        // "qui conduit la délégation au 10e Dialogue": who goes to it does not hold it.
        var isGoal = rule.Kind == MeetingKind.Dialogue && determiner.Length == 0 && sessions.IsGoal(tokens, sentence.First, noun.First);
        var isBroughtIn = BroughtInBy(tokens, cues, noun.First);

        // "ont tenu à souligner, lors de leur entretien": what a preposition brings in is no object of the verb.
        if (!isBroughtIn && _governor.Find(context, sentence, verbs, noun.First, rule is { Object: ObjectMarker.A, Need: TriggerNeed.None }, isSession: rule.Kind == MeetingKind.Dialogue && isNumbered) is { } governor && (!isGoal || words.Has("taking-part", Folding.Fold(governor.Verb))) && (rule.Object != ObjectMarker.A || governor.Verb == "rendre" || rule.Need == TriggerNeed.None && words.Has("paying", Folding.Fold(governor.Verb))))
        {
            // "a présidé une réunion sur la formation": of one's own, unless somebody of the other side is named, or stands beside him in the sentence before ("Ils avaient présidé le dialogue").
            if (rule.Need == TriggerNeed.Governed && rule.Kind == MeetingKind.Dialogue && !isNumbered && !words.Has("chairing-jointly", Folding.Fold(governor.Verb)) && (!context.Actors[sentence.Index].Any(a => context.IsForeign(a) && !a.IsAside) || _setting.IsPreparing(context, sentence, verbs, noun.Next))
                && (!SessionNouns.IsOfTwo(context, sentence, noun.Next) || _setting.IsReview(context, sentence, noun.Next))
                && !(words.StandsIn("plural-pronoun", tokens, sentence.First, governor.First) && new Antecedents(context, sentence).PairBefore().Count > 0))
            {
                return null;
            }

            if (rule is { Object: ObjectMarker.A, Need: TriggerNeed.Governed } && _setting.IsToPlace(context, sentence, noun.Next))
            {
                return null;
            }

            // "X, qui participe à la 67e session de l'Assemblée, s'est entretenu avec Y": a gathering that a relative tells beside the news.
            if (rule.Kind == MeetingKind.Dialogue && words.Has("taking-part", Folding.Fold(governor.Verb)) && governor.First > sentence.First && words.Has("who", tokens[governor.First - 1].Folded) && !SessionNouns.IsOfTwo(context, sentence, noun.Next) && verbs.Any(v => v.IsFinite && v.First >= noun.Next))
            {
                return null;
            }

            // "Ont participé à l'entretien l'ambassadeur X et le général Z": who was there besides.
            if (rule is { Need: TriggerNeed.None, Object: ObjectMarker.Avec } && isDefinite && words.Has("taking-part", Folding.Fold(governor.Verb)) && !NounPeople.IsWithPeople(tokens, noun.Next) && !NounPeople.HoldsBoth(context, sentence, noun.Next))
            {
                return null;
            }

            // "n'a pas eu d'entretien avec X"
            var tense = VerbTime.IsNegated(context, sentence, governor) ? null : VerbTime.Of(context, sentence, verbs, governor);
            if (rule.Need == TriggerNeed.Governed && !isNumbered && (governor.Verb == "avoir" || governor.Verb == "tenir" && NounPeople.IsWithPeople(tokens, noun.Next)))
            {
                // "a eu une réunion avec son homologue" is no session of a mechanism.
                rule = rule with { Kind = MeetingKind.Talks };
            }

            // "Les deux ministères ont tenu leur 5e dialogue": states hold it, nobody in person.
            var isOfStates = rule.Kind == MeetingKind.Dialogue && governor.Verb is "tenir" or "organiser" or "mener" or "conduire" or "avoir" && !context.Actors[sentence.Index].Any(a => a.First < governor.First);
            return tense is { } time ? new Trigger(rule, governor.First, noun.Next, time, IsDefinite: isDefinite && !_governor.Chairs(governor), SubjectFollows: governor.Tense == Tense.Gerund && governor.First == sentence.First, IsEvent: isOfStates) : null;
        }

        // "s'est rendu au siège du gouvernement pour une visite de courtoisie au Premier ministre"
        if (rule is { Object: ObjectMarker.A, Need: TriggerNeed.None } && words.Has("visit-article", determiner) && VerbTime.Main(verbs, default(VerbGroup) with { Anchor = -1 }) is { Tense: Tense.Past or Tense.Pluperfect or Tense.Future or Tense.Present } journey)
        {
            // "Le programme prévoit une visite de courtoisie au commandant": to come.
            return new Trigger(rule, noun.First, noun.Next, words.Has("scheduling", Folding.Fold(journey.Verb)) ? Tense.Future : journey.Tense);
        }

        // A photo of "le vice-ministre X au 11e dialogue sur la politique de défense".
        if (sentence.Section == SectionKind.Caption && rule.Kind == MeetingKind.Dialogue && isNumbered)
        {
            return new Trigger(rule, noun.First, noun.Next, Tense.Past, IsInPassing: true);
        }

        // "Le dialogue s'est conclu par la signature …": the one that the lost lead told. "La réunion Vietnam - Inde a eu lieu": one of two states.
        if (rule.Kind == MeetingKind.Dialogue && rule.Need is TriggerNeed.Numbered or TriggerNeed.Governed && (isNumbered || words.Has("session-article", determiner))
            && eventVerb is { Tense: not Tense.Future } session && (rule.Need == TriggerNeed.Numbered || SessionNouns.IsOfTwo(context, sentence, noun.Next, session.First > noun.Next ? session.First : sentence.First + sentence.Count) || IsTakenUp(context, sentence, noun.First, determiner)))
        {
            return new Trigger(rule, noun.First, noun.Next, session.Tense, IsDefinite: !words.Has("indefinite", determiner), IsEvent: true);
        }

        // "Une réunion entre le ministre X et le ministre Y a eu lieu": of two people, and no session of a mechanism.
        if (rule is { Kind: MeetingKind.Dialogue, Need: TriggerNeed.Governed } && !isNumbered && words.Has("encounter-with", tokens[noun.First].Folded) && words.Has("between", tokens[noun.Next].Folded) && NounPeople.HoldsBoth(context, sentence, noun.Next)
            && eventVerb is { Tense: not Tense.Future } met)
        {
            return new Trigger(rule with { Kind = MeetingKind.Talks }, noun.First, noun.Next, met.Tense, IsDefinite: isDefinite, IsEvent: true);
        }

        // "informé des résultats de la consultation entre le Vietnam et Cuba tenue lundi": of two states, and dated.
        if (rule.Kind == MeetingKind.Dialogue && rule.Need == TriggerNeed.Governed && isDefinite
            && verbs.FirstOrDefault(v => v is { Verb: "tenir" or "organiser", Tense: Tense.Participle } && v.First >= noun.Next && v.First - noun.Next < 20) is { Verb: not null } dated
            && SessionNouns.IsOfTwo(context, sentence, noun.Next, dated.First) && context.DatesIn[sentence.Index].Any(d => d.First >= dated.End && d.First - dated.End < 4 && d.Resolved.Date.Day > 0))
        {
            return new Trigger(rule, noun.First, noun.Next, Tense.Past, IsDefinite: true, IsEvent: true);
        }

        // "Paris a abrité, le 19 juin, le 5e dialogue stratégique entre la France et le Vietnam": numbered, of two states, dated and done, whatever the verb.
        if (rule.Kind == MeetingKind.Dialogue && (isNumbered || determiner.Length > 0 && _setting.IsSheltered(context, sentence, verbs, noun.First)) && sentence.Section == SectionKind.Body && SessionNouns.IsOfTwo(context, sentence, noun.Next)
            && context.DatesIn[sentence.Index].Any(d => d.Resolved.Date.Day > 0 || d.Expression.Weekday is not null && verbs.Any(_setting.IsSent)) && verbs.Any(v => v.IsFinite && (v.Tense is Tense.Past or Tense.Pluperfect || VerbTime.IsPerfect(context, sentence, v, words) || _setting.IsSent(v)))
            && !verbs.Any(v => v.Tense is Tense.Future or Tense.Conditional) && !words.StandsIn("unheld", tokens, Math.Max(sentence.First, noun.First - 4), noun.First) && !words.StandsIn("purpose", tokens, Math.Max(sentence.First, noun.First - 4), noun.First))
        {
            return new Trigger(rule, noun.First, noun.Next, Tense.Past, IsDefinite: true, IsEvent: true);
        }

        // "Lors du dialogue, les deux parties ont …" where a text begins: the one that its lost lead told.
        if (rule.Kind == MeetingKind.Dialogue && isBroughtIn && !words.Has("indefinite", determiner) && words.Has("dialogue-noun", tokens[noun.First].Folded) && Antecedents.IsBeforeNames(context, sentence) && context.Actors[sentence.Index].Exists(a => a.Count == 2))
        {
            return new Trigger(rule, noun.First, noun.Next, Tense.Past, IsInPassing: true, IsDefinite: true);
        }

        // "X et Y ont tranché lors de la 5e consultation": those who speak sat in it.
        if (rule.Kind == MeetingKind.Dialogue && isNumbered && isBroughtIn && context.Actors[sentence.Index].Any(a => a.IsNamed && context.IsHome(a)) && context.Actors[sentence.Index].Any(a => a.IsNamed && context.IsForeign(a)))
        {
            return new Trigger(rule, noun.First, noun.Next, Tense.Past, IsInPassing: true, IsDefinite: isDefinite);
        }

        // "Avec Y, l'entretien a porté sur la dioxine"
        if (rule is { Need: TriggerNeed.None or TriggerNeed.Governed, Object: ObjectMarker.Avec, Kind: MeetingKind.Talks or MeetingKind.Call } && isDefinite && words.Has("with", tokens[sentence.First].Folded)
            && verbs.FirstOrDefault(v => v.IsFinite && v.First >= noun.Next && v.First - noun.Next <= TurnReach) is { Tense: Tense.Past or Tense.Pluperfect } turning && words.Has("turning-on", Folding.Fold(turning.Verb))
            && context.Actors[sentence.Index].Any(a => a.End <= noun.First && context.IsForeign(a)))
        {
            return new Trigger(rule, noun.First, noun.Next, turning.Tense, IsTheirs: true, IsPlural: true);
        }

        // "a informé son hôte des résultats du 1er dialogue de défense Vietnam - Corée"
        if (isNumbered && _accounts.IsOfDialogue(context, sentence, verbs, noun))
        {
            return new Trigger(rule, noun.First, noun.Next, Tense.Past, IsDefinite: true, IsEvent: true) { IsAccount = true };
        }

        if (_setting.Read(context, sentence, verbs, noun, rule, isBroughtIn, isDefinite) is { } set)
        {
            return set;
        }

        // "Le 3 juin, entrevue avec le ministre Y": without a verb, as its day tells.
        if (rule is { Need: TriggerNeed.None, Object: ObjectMarker.Avec } && _setting.IsVerblessEvent(context, sentence, verbs, noun))
        {
            return new Trigger(rule, noun.First, noun.Next, NounSetting.TimeOfVerbless(context, sentence));
        }

        // "Lors de la réunion avec le ministre X": a noun that tells no encounter by itself does so with whom it was held.
        if (isBroughtIn && rule is { Need: TriggerNeed.Governed or TriggerNeed.WithPerson, Object: ObjectMarker.Avec } && words.Has("encounter-with", tokens[noun.First].Folded) && NounPeople.IsWithForeign(context, sentence, NounPeople.PastSetting(context, sentence, noun.Next)))
        {
            return new Trigger(rule with { Kind = MeetingKind.Talks }, noun.First, noun.Next, VerbTime.OfRelative(tokens, sentence, verbs, noun), IsInPassing: true, IsDefinite: isDefinite || determiner.Length == 0);
        }

        // "La signature a eu lieu après des discussions entre le ministre X et le ministre Y": what both did before it.
        if (isBroughtIn && rule is { Need: TriggerNeed.Governed, Object: ObjectMarker.Avec, Kind: MeetingKind.Talks } && noun.Next < sentence.First + sentence.Count && words.Has("between", tokens[noun.Next].Folded) && NounPeople.HoldsBoth(context, sentence, noun.Next)
            && verbs.LastOrDefault(v => v.IsFinite && v.End <= noun.First) is { Verb: not null, Tense: Tense.Past } done)
        {
            return new Trigger(rule, noun.First, noun.Next, done.Tense, IsInPassing: true, IsDefinite: true);
        }

        var isSubject = !isBroughtIn && rule is { Need: TriggerNeed.None or TriggerNeed.Governed, Object: not ObjectMarker.A } && isDefinite && _people.IsSubject(context, sentence, verbs, noun);
        if ((rule.Need is TriggerNeed.Governed or TriggerNeed.WithPerson or TriggerNeed.Numbered && !isNumbered) && !(isSubject && rule.Kind == MeetingKind.Talks))
        {
            return null;
        }

        if (eventVerb is { } happening)
        {
            // "est prévu", "était prévu"
            var happens = happening.Verb == "prévoir" ? Tense.Future : happening.Tense;
            return new Trigger(rule, noun.First, noun.Next, happens, IsDefinite: isDefinite, IsEvent: true, IsPlural: words.Has("several-events", determiner) || rule.IsOfSeveral && words.Has("counted", tokens[noun.First - 1].Folded));
        }

        // "Hanoï a accueilli le 5e dialogue …, codirigé par X et Y"; "le 4e dialogue …, tenu mardi à New Delhi"
        if (rule.Kind == MeetingKind.Dialogue && isNumbered && (cues.Any(c => c.Value == EncounterCue.Chairs && c.First >= noun.Next)
            || verbs.Any(v => v is { Verb: "tenir" or "organiser", Tense: Tense.Participle } && v.First >= noun.Next && v.First - noun.Next < 14)
            || verbs.Any(v => v.IsFinite && words.Has("sheltering", v.Verb) && v.Anchor < noun.First && noun.First - v.Anchor < 12 && !context.Actors[sentence.Index].Any(a => a.First < v.First))))
        {
            return new Trigger(rule, noun.First, noun.Next, Tense.Past, IsDefinite: isDefinite, IsEvent: true);
        }

        // "La rencontre entre X et Y, mardi à New Delhi, a permis …": the people stand with the noun.
        if (isSubject)
        {
            return new Trigger(rule, noun.First, noun.Next, Tense.Past, IsDefinite: true, IsEvent: true);
        }

        // "Lors de sa visite de courtoisie au ministre, X a …"; "Rendant compte de son entretien avec le ministre, X a …"
        if (rule is { Need: TriggerNeed.None, Object: ObjectMarker.A } && isBroughtIn || !isBroughtIn && _accounts.Contains(context, sentence, verbs, noun, determiner))
        {
            return new Trigger(rule, noun.First, noun.Next, Tense.Past, IsInPassing: true, IsDefinite: isDefinite);
        }

        // "Saluant les résultats de l'entretien entre X et le commandement"
        if (isDefinite && _accounts.IsOfBoth(context, sentence, verbs, noun))
        {
            return new Trigger(rule, noun.First, noun.Next, Tense.Past, IsDefinite: true, IsEvent: true);
        }

        if (rule.Need is TriggerNeed.None && rule.Object != ObjectMarker.A && isBroughtIn)
        {
            // The plural in passing is a habit, not an event ("lors des rencontres entre experts"), but for people of both sides ("lors des entretiens tenus lundi entre X et Y")
            // and for talks that a clause tells as held ("lors des entretiens qu'ils ont menés lundi").
            return words.Has("habitual", determiner) && !IsToldAsHeld(context, sentence, verbs, noun.Next) && !NounPeople.HoldsBoth(context, sentence, noun.Next) && !NounPeople.IsWithNamed(context, sentence, noun.Next) ? null : new Trigger(rule, noun.First, noun.Next, VerbTime.OfRelative(tokens, sentence, verbs, noun), IsInPassing: true, IsDefinite: isDefinite || determiner.Length == 0, IsTheirs: words.Has("their", determiner));
        }

        return null;
    }

    /// <summary><c>… un dialogue de défense Vietnam - Brésil. Ce dialogue, qui met en présence les deux ministères, s'est tenu mardi</c></summary>
    private bool IsTakenUp(ArticleContext context, Sentence sentence, int noun, string determiner) =>
        words.Has("this", determiner) && context.Text.Sentences.LastOrDefault(s => s.Index < sentence.Index && s.Section == SectionKind.Body) is { } told
        && Enumerable.Range(told.First, told.Count).Any(i => context.Text.Tokens[i].Folded == context.Text.Tokens[noun].Folded && SessionNouns.IsOfTwo(context, told, i));

    /// <summary><c>lors des entretiens qu'ils ont menés lundi</c></summary>
    private bool IsToldAsHeld(ArticleContext context, Sentence sentence, IReadOnlyList<VerbGroup> verbs, int next) =>
        next < sentence.First + sentence.Count && words.Has("relative-object", context.Text.Tokens[next].Folded)
        && verbs.FirstOrDefault(v => v.IsFinite && v.First > next) is { Verb: { } verb, Tense: Tense.Past or Tense.Pluperfect } && words.Has("holds-talks", Folding.Fold(verb));

    private bool BroughtInBy(TokenList tokens, IReadOnlyList<PhraseMatch<EncounterCue>> cues, int noun) =>
        cues.Any(c => c.Value == EncounterCue.During && c.First < noun && noun - c.Next <= 4 && Enumerable.Range(c.Next, Math.Max(0, noun - c.Next)).All(i => IsBetween(tokens[i])));

    private bool IsBetween(Token token) => words.Has("determiner", token.Folded) || words.Has("before-noun", token.Folded) || words.Has("hours", token.Folded) || words.Has("cardinal", token.Folded);

    private string Determiner(TokenList tokens, int first, int noun)
    {
        for (var i = noun - 1; i >= first && i >= noun - 4; i--)
        {
            if (words.Has("determiner", tokens[i].Folded))
            {
                return tokens[i].Folded;
            }
        }

        return "";
    }
}
