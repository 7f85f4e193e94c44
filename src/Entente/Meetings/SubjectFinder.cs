using Entente.Clauses;
using Entente.Partners;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>Finds the subject of a trigger: before it, behind an inverted verb, for a pronoun, or in the verb before that it is joined to.</summary>
internal sealed class SubjectFinder(Clause clause)
{
    private readonly ArticleContext context = clause.Context;
    private readonly Sentence sentence = clause.Sentence;
    private readonly Trigger? trigger = clause.Trigger;
    private readonly List<Actor> actors = clause.Actors;
    private readonly WordSets words = clause.Words;
    private readonly SubjectBehind _behind = new(clause);
    private IReadOnlyList<Actor>? _found;
    private int? _head;

    private TokenList Tokens => context.Text.Tokens;

    /// <summary>Where the verb begins whose subject is sought: of <c>s'était rendu au Sénat pour y rencontrer</c> the first.</summary>
    private int Head => _head ??= trigger is { IsInPassing: false } && context.Verbs[sentence.Index].FirstOrDefault(v => v.First == trigger.First) is { Tense: Tense.Infinitive } purpose
        && GoingToMeet.Of(context, sentence, purpose) is { } going ? going.First : trigger!.First;

    /// <summary>The trigger tells what somebody went for.</summary>
    public bool IsOfPurpose => trigger is not null && Head != trigger.First;

    /// <summary>Nothing but a relative, a mark of speech or the head of the sentence stands before the verb: its subject follows.</summary>
    public bool IsInverted
    {
        get
        {
            var before = trigger!.First - 1;
            // "qui avait séjourné à Hanoï comme hôte du président X": the subject is who stands before.
            var isOwnSubject = before > sentence.First && words.Has("who", Tokens[before].Folded) && actors.Exists(a => a.End == before || a.End == before - 1 && Tokens[a.End].Text == ",");
            return before < sentence.First || !isOwnSubject && words.Has("relative", Tokens[before].Folded) || Tokens[before].Kind == TokenKind.Punctuation && !actors.Exists(a => a.End == before);
        }
    }

    /// <summary><c>l'entretien qu'ont eu la veille X et Y</c></summary>
    private bool IsOfRelativeNoun => trigger!.First > sentence.First && words.Has("that", Tokens[trigger.First - 1].Folded);

    /// <summary>A pronoun is the subject.</summary>
    public bool HasPronoun
    {
        get
        {
            for (var i = Head - 1; i >= sentence.First && i >= Head - 4; i--)
            {
                // "Ses membres ont travaillé avec les services laotiens": those of the delegation told.
                if (words.Has("subject-pronoun", Tokens[i].Folded) || i > sentence.First && words.Has("its-members", Tokens[i].Folded) && words.Has("possessive", Tokens[i - 1].Folded))
                {
                    return true;
                }

                if (Tokens[i].Kind == TokenKind.Punctuation)
                {
                    return false;
                }
            }

            return false;
        }
    }

    /// <summary><c>ils l'avaient accueillie</c>: a crowd, not the heads of two sides.</summary>
    public bool HasPluralPronoun => trigger is not null && words.StandsIn("plural-pronoun", Tokens, Math.Max(sentence.First, Head - 3), Head);

    /// <summary>A state stands right before the verb: <c>l'Indonésie accueille</c>, <c>Hanoï a reçu</c>.</summary>
    public bool IsState
    {
        get
        {
            // "le Vietnam l'accueillera à son tour"
            var verb = trigger!.First > sentence.First && words.Has("clitic-object", Tokens[trigger.First - 1].Folded) ? trigger.First - 1 : trigger.First;
            return context.Mentions[sentence.Index].Any(m => m.EndToken == verb && IsStateAt(m.FirstToken, m.EndToken, m.Kind))
                || context.HomeMentions[sentence.Index].Any(m => m.EndToken == verb && IsStateAt(m.FirstToken, m.EndToken, m.Kind));
        }
    }

    // "le commandement de la Garde-côte du Vietnam a reçu": no state, but somebody of it.
    private bool IsStateAt(int first, int end, MentionKind kind)
    {
        var before = first - 1 > sentence.First && words.Has("article", Tokens[first - 1].Folded) ? first - 2 : first - 1;
        return kind is MentionKind.Name or MentionKind.Capital && !actors.Exists(a => a.First <= first && a.End >= end) && (before < sentence.First || !words.Has("of", Tokens[before].Folded));
    }

    /// <summary><c>Les chefs de délégation étaient allés …</c>: a plural that nobody in person is behind.</summary>
    public bool IsOfMany
    {
        get
        {
            const int Reach = 5;
            return trigger is { IsInPassing: false, SubjectFollows: false } && !HasPronoun && words.StandsIn("many", Tokens, Math.Max(sentence.First, trigger.First - Reach), trigger.First);
        }
    }

    /// <summary><c>Les journalistes chinois ont travaillé avec</c>: a plural of a partner's, of whom nobody is told, and who are those that came.</summary>
    public bool IsOfParty =>
        !HasPronoun && actors.TrueForAll(a => a.First >= trigger!.First) && trigger!.First - sentence.First <= Clause.MaxGap && words.Has("several-events", Tokens[sentence.First].Folded)
            && context.Mentions[sentence.Index].Any(m => m.EndToken == trigger.First && m.Kind == MentionKind.Demonym);

    /// <summary>The subject: the nearest actors before the trigger, unless a pronoun stands for them or it follows.</summary>
    public IReadOnlyList<Actor> Find() => _found ??= Read();

    private IReadOnlyList<Actor> Read()
    {
        if (trigger is null || trigger.IsEvent)
        {
            return [];
        }

        if ((_behind.CountedUp() is { Count: > 1 } counted ? counted : new TellerOfTalks(clause).Find()) is { Count: > 0 } elsewhere)
        {
            return elsewhere;
        }

        if (trigger.SubjectFollows)
        {
            // "S'entretenant aussitôt après, les deux ministres ont jugé": both sides at once.
            return trigger.Rule.Form == TriggerForm.Reflexive && clause.Objects.Find().Count == 0 && actors.Find(a => a.First >= trigger.End) is { Count: > 1 } both
                && !context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First >= trigger.End && v.First < both.First) ? [both] : [];
        }

        // "d'accord avec les points arrêtés au terme de la rencontre du général A avec le général B"
        if (trigger is { IsInPassing: true, Rule: { Form: TriggerForm.Noun, Object: ObjectMarker.Avec } } && trigger.End < clause.End && words.Has("of", Tokens[trigger.End].Folded)
            && clause.GroupAfter(trigger.End + 1, trigger.End + 3) is [{ Count: 1, Person: not null } holder] && holder.End < clause.End && words.Has("with", Tokens[holder.End].Folded))
        {
            return [holder];
        }

        if (trigger.IsInPassing is false && (trigger.Rule.Form != TriggerForm.Noun || IsOfRelativeNoun) && IsInverted && Inverted() is { Count: > 0 } inverted && (trigger.Rule.Object != ObjectMarker.Direct || clause.Relatives.One() is not null))
        {
            return inverted;
        }

        if (HasPronoun)
        {
            return OfPronoun();
        }

        var start = AsideStart(CoordinatedVerb(Head));
        var last = actors.FindLastIndex(a => a.End <= start);
        if (last < 0)
        {
            if (_behind.Callers() is { Count: > 0 } callers)
            {
                return callers;
            }

            // "Lors de l'entretien, les deux ministres ont relevé que la visite du président X …": the pair met, whoever else is named behind.
            return trigger.IsInPassing && actors.Find(a => a.First >= trigger.End) is { Count: > 1 } pair && IsTold ? [pair]
                // "À l'issue de leur entretien, les ministres A, B et C ont signé"
                : trigger.IsTheirs && actors.Count > 0 && clause.GroupAfter(trigger.End, actors[0].First) is { Count: > 2 } theirs && theirs.Any(context.IsHome) ? theirs : [];
        }

        if (trigger.IsInPassing && !trigger.IsTheirs)
        {
            return [actors[last]];
        }

        // "Mme X, épouse du président Y, a rencontré": Y only tells whose she is.
        while (last > 0 && actors[last].IsAside && actors[last].End < clause.End && Tokens[actors[last].End].Text == "," && Tokens[actors[last - 1].End].Text == ","
            && !clause.Joined(actors[last - 1], actors[last]) && !context.Verbs[sentence.Index].Any(v => v.First >= actors[last - 1].End && v.First < actors[last].First))
        {
            last--;
        }

        var group = new List<Actor> { actors[last] };
        for (var i = last; i > 0 && clause.Joined(actors[i - 1], actors[i]) && (!actors[i - 1].IsAside || actors[i].IsAside) && !IsAdjunct(actors[i - 1], actors[i]); i--)
        {
            if (Clause.IsSame(actors[i - 1], group[0]))
            {
                group[0] = Clause.Better(actors[i - 1], group[0]);
            }
            else
            {
                group.Insert(0, actors[i - 1]);
            }
        }

        return group;
    }

    /// <summary>The text has spoken of somebody.</summary>
    private bool IsTold => clause.Antecedents.Recall(sentence.First, wantHome: true) is not null || clause.Antecedents.Recall(sentence.First, wantHome: false) is not null;

    /// <summary>
    /// <c>À l'occasion de la visite du président X, le ministre Y a reçu</c>, <c>Accompagnant le président X, le ministre Y a reçu</c>: X belongs to the adjunct that the comma ends;
    /// <c>conduites par les généraux X et Y</c> has both.
    /// </summary>
    private bool IsAdjunct(Actor before, Actor actor) => IsGoverned(before) && !IsGoverned(actor)
        && words.StandsIn("list-mark", Tokens, before.End, actor.First);

    private bool IsGoverned(Actor actor) => clause.IsOblique(sentence.First, actor.First)
        || clause.Governor(sentence.First, actor.First) is { } governor && context.Verbs[sentence.Index].Any(v => v.Tense is Tense.Gerund && v.First <= governor && governor < v.End);

    /// <summary>The subject after its verb (<c>ont convenu les ministres X et Y</c>, <c>que se sont parlé X et Y</c>): only time and place stand between.</summary>
    private IReadOnlyList<Actor> Inverted()
    {
        var first = actors.Find(a => a.First >= trigger!.End);
        return first is not null && first.First - trigger!.End <= Clause.MaxGap && !(first.First > trigger.End && clause.IsOblique(trigger.End, first.First)) && !context.Verbs[sentence.Index].Any(v => v.First >= trigger.End && v.First < first.First)
            ? clause.GroupAfter(first.First, first.First)
            : [];
    }

    /// <summary>
    /// A verb joined to one before it has its subject (<c>X s'est entretenu avec Y et a été reçu par Z</c>): where the first of them begins.
    /// </summary>
    private int CoordinatedVerb(int verb)
    {
        // "…, avant de recevoir Z"
        var isJoined = verb - 2 > sentence.First && words.Has("of", Tokens[verb - 1].Folded) && words.Has("before-doing", Tokens[verb - 2].Folded);
        var before = isJoined ? verb - 3 : verb - 1;

        // "a rendu visite à A, rencontré B et tenu une séance avec C": of a row of participles the auxiliary stands before the first; "a eu un entretien avec A; a été reçu par B" has its own.
        isJoined |= before > sentence.First && words.Has("row-mark", Tokens[before].Folded) || before > sentence.First && words.Has("list-mark", Tokens[before].Folded)
            && context.Verbs[sentence.Index].Any(v => v.First == verb && v.First == v.Anchor && v is { IsFinite: true, IsReflexive: false, Tense: Tense.Past or Tense.Pluperfect });

        // "…, puis a reçu Z", "… et a ensuite reçu Z"
        for (; before > sentence.First && (words.Has("turn", Tokens[before].Folded) || words.Has("joining-verbs", Tokens[before].Folded)); before--)
        {
            isJoined |= words.Has("joining-verbs", Tokens[before].Folded);
        }

        if (trigger!.IsInPassing || before <= sentence.First || !isJoined)
        {
            return verb;
        }

        // "a félicité X pour avoir accompli sa mission et a accueilli Y": an infinitive has no subject to share.
        var first = context.Verbs[sentence.Index].LastOrDefault(v => v.IsFinite && v.Anchor <= before && v.First > sentence.First && !words.Has("relative", Tokens[v.First - 1].Folded) && !words.Has("infinitive-auxiliary", Tokens[v.First].Folded));
        return first.Verb is null ? verb : CoordinatedVerb(first.First);
    }

    /// <summary>
    /// Where the subject ends: before a relative or a participle that a comma closes right before the verb (<c>le général X, qui accompagne le Premier ministre, a reçu</c>,
    /// <c>le général X, accompagnant le Premier ministre, a reçu</c>).
    /// </summary>
    private int AsideStart(int verb)
    {
        const int Longest = 40;
        if (verb - 1 <= sentence.First || Tokens[verb - 1].Folded != ",")
        {
            return verb;
        }

        // "Faisant partie de la suite du Premier ministre, qui assistait au sommet, le général X, vice-ministre, a été reçu": he is named behind the aside.
        if (actors.Exists(a => a.End == verb - 1 && a.First > sentence.First + 1 && clause.Governor(sentence.First, a.First) is { } governor && Tokens[governor].Folded == "," && words.Has("title-lead", Tokens[a.First - 1].Folded)
            && words.StandsIn("who", Tokens, sentence.First, governor)))
        {
            return verb;
        }

        // "En marge de la visite du président A, venu assister à la réunion, le ministre B, le général C, a rencontré": whom the adjunct governs is not the subject, nor is his aside its own.
        if (actors.Find(a => a.End == verb - 1) is { IsNamed: true } named && actors.Exists(a => a.End <= named.First && IsAdjunct(a, named) && clause.IsOblique(sentence.First, a.First)) && words.Has("title-lead", Tokens[named.First - 1].Folded)
            && words.Has("list-mark", Tokens[named.First - 2].Folded))
        {
            return verb;
        }

        for (var i = verb - 2; i > sentence.First && i > verb - Longest; i--)
        {
            if (words.Has("who", Tokens[i].Folded) && IsNamedBehind(i, verb))
            {
                return verb;
            }

            if ((words.Has("who", Tokens[i].Folded) || words.Has("list-mark", Tokens[i - 1].Folded) && (OpensReduced(i) || OpensRelative(i, verb))) && actors.Exists(a => a.End <= i))
            {
                return i;
            }
        }

        return verb;
    }

    /// <summary><c>À la veille de la réunion des ministres de l'ASEAN, qui s'ouvre à Siem Reap, X, ministre de la Défense, s'est entretenu</c>: a relative on something else, and the subject behind the comma that ends it.</summary>
    private bool IsNamedBehind(int who, int verb) =>
        !actors.Exists(a => a.Person is not null && (a.End == who - 1 || a.End == who)) && actors.Exists(a => a is { IsNamed: true, Person: not null } && a.End == verb - 1 && a.First > who + 1 && words.Has("list-mark", Tokens[a.First - 1].Folded) && context.Verbs[sentence.Index].Exists(v => v.IsFinite && v.First > who && v.End < a.First));

    /// <summary><c>le ministre X, que le général Y avait reçu la veille, s'était rendu</c>: a relative with a subject and a verb of its own right after the comma that closes an actor.</summary>
    private bool OpensRelative(int at, int verb) =>
        words.Has("relative", Tokens[at].Folded) && !words.HasWritten("or", Tokens[at].Text) && actors.Exists(a => a.End == at - 1) && actors.Exists(a => a.First > at && a.End < verb) && context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First > at && v.End < verb);

    /// <summary>
    /// A gerund or participle right after the comma that closes an actor, or what stands for one: <c>le général X, présent à la réunion des ministres de l'ASEAN, a rencontré</c>, <c>le général X, en marge
    /// de la réunion des ministres de l'ASEAN, a rencontré</c>.
    /// </summary>
    private bool OpensReduced(int at) =>
        (words.Has("present-at", Tokens[at].Folded) || words.Has("journey-lead", Tokens[at].Folded) && words.Has("journey-noun", Tokens[at + 1].Folded)) && actors.Exists(a => a.Count == 1 && a.End == at - 1) ||
        actors.Exists(a => a.Count == 1 && (a.End == at - 1 || a.End == at)) && !actors.Exists(a => a.First < at && a.End > at)
            && context.Verbs[sentence.Index].Any(v => v.First == at && v.Tense is Tense.Gerund or Tense.Participle);

    /// <summary><c>Recevant l'ambassadeur du Vietnam X, le ministre Y l'a exhorté</c>: whoever receives is of the same side as those received, or nobody else is told.</summary>
    public bool IsHomeBehind(IReadOnlyList<Actor> objects)
    {
        if (trigger is not { SubjectFollows: true })
        {
            return false;
        }

        // "Accueilli par le général X, il a conclu sa visite par un entretien avec le général Z": the pronoun is who came.
        var pronoun = PronounBehind();
        var behind = actors.Find(a => a.First >= objects[^1].End && a.Count == 1 && a.First < pronoun);
        // "a reconnu le ministre péruvien X, en recevant le vice-ministre Y": the subject is named before.
        return behind is null ? !actors.Exists(a => a.End <= trigger.First && context.IsForeign(a)) && !words.StandsIn("subject-pronoun", Tokens, trigger.End, clause.End) : context.IsHome(behind);
    }

    /// <summary>
    /// The side that neither subject nor object names: elsewhere in the sentence for a noun in passing or a participle that opens the
    /// sentence; else the last person of that side, where a pronoun or nothing stands for it.
    /// </summary>
    public IReadOnlyList<Actor> OtherSide(bool wantHome, IReadOnlyList<Actor> subject, bool hasObject)
    {
        if (trigger is null || trigger.IsEvent && !hasObject)
        {
            return [];
        }

        bool Fits(Actor actor) => actor.Count == 1 && (wantHome ? context.IsHome(actor) : context.IsForeign(actor));
        var behind = trigger.SubjectFollows ? PronounBehind() : int.MaxValue;
        var inSentence = trigger.SubjectFollows || trigger.IsInPassing
            ? actors.FirstOrDefault(a => a.First >= trigger.End && Fits(a) && !(trigger.SubjectFollows && a.IsAside) && a.First < behind) ?? actors.LastOrDefault(a => a.End <= trigger.First && Fits(a))
            : actors.LastOrDefault(a => a.End <= trigger.First && Fits(a)) ?? (hasObject ? null : actors.FirstOrDefault(a => a.First >= trigger.End && Fits(a) && Joins(a)));
        if (inSentence is not null)
        {
            // "Accueillant le président à l'aéroport, se trouvaient le ministre A et le général B"
            return trigger is { SubjectFollows: true, IsInPassing: false } && inSentence.First >= trigger.End && clause.GroupAfter(inSentence.First, inSentence.First) is { Count: > 1 } row && row.All(Fits) ? row : [inSentence];
        }

        if (!hasObject && subject.Count == 0)
        {
            return [];
        }

        // "a été reçu par le ministre": the one whom the text spoke of; a subject that is named is no such gap.
        return clause.Antecedents.Recall(trigger.First, wantHome) is { } recalled && (HasPronoun || clause.Objects.HasPronoun || subject.Count == 0 || subject.All(s => wantHome != context.IsHome(s)))
            ? [recalled]
            : [];
    }

    /// <summary><c>S'adressant à Y, il a rappelé que le président X …</c>: where the pronoun stands that is the subject; nobody behind it is.</summary>
    private int PronounBehind()
    {
        return RelativeAside.MainVerb(context, sentence, words, trigger!.End) is { } main && words.StandsIn("subject-pronoun", Tokens, Math.Max(trigger.End, main.First - 2), main.First) ? main.First : int.MaxValue;
    }

    /// <summary>A pronoun inside a sentence stands for its first actor, one at its head for the first of the sentence before.</summary>
    private IReadOnlyList<Actor> OfPronoun()
    {
        // "Face à l'ambassadeur Y, qu'il recevait mardi, le général X a …": he is not the one received, and is named behind.
        var related = clause.Relatives.One();
        var several = clause.Relatives.Several();
        // "Il a informé A des résultats de l'entretien qu'il avait eu avec B": the one who opens the sentence.
        if (OpensWithPronoun(out var opening) && actors.FirstOrDefault(a => a.End <= Head) is { } told && told.First > opening && clause.Antecedents.SubjectBefore() is { Count: 1 } opener)
        {
            return [opener];
        }

        // "Celui-ci a évoqué l'entretien qu'il avait eu avec Y": whom the sentence before named last.
        if (OpensWithLatter && clause.Antecedents.LastOfSentenceBefore() is { } latter)
        {
            return [latter];
        }

        if (actors.FirstOrDefault(a => a.End <= Head && a != related && !several.Contains(a)) is { } first)
        {
            return [first];
        }

        if (related is not null && actors.FirstOrDefault(a => a.First >= trigger!.End && a.Person is not null && context.IsHome(a) != context.IsHome(related)) is { } behind)
        {
            return [behind];
        }

        return words.StandsIn("plural-pronoun", Tokens, sentence.First, Head) && clause.Antecedents.PairBefore() is { Count: > 1 } two ? two : (HasPluralPronoun ? clause.Antecedents.SubjectBefore() : clause.Antecedents.OneBefore()) is { } subject ? [subject] : [];
    }

    private bool OpensWithLatter => words.Has("that-one", Tokens[sentence.First].Folded) && Tokens[sentence.First + 1].Text == "-" || words.Has("this", Tokens[sentence.First].Folded) && sentence.Count > 1 && words.Has("last", Tokens[sentence.First + 1].Folded);

    /// <summary>The pronoun of the trigger is the subject of the whole sentence too.</summary>
    private bool OpensWithPronoun(out int opening)
    {
        const int Lead = 3;
        opening = Enumerable.Range(sentence.First, Math.Min(Lead, Math.Max(0, Head - sentence.First))).FirstOrDefault(i => words.Has("subject-pronoun", Tokens[i].Folded), -1);
        var own = Enumerable.Range(Math.Max(sentence.First, Head - Lead - 1), Head - Math.Max(sentence.First, Head - Lead - 1)).LastOrDefault(i => words.Has("subject-pronoun", Tokens[i].Folded), -1);
        return opening >= 0 && own > opening && Tokens[own].Folded == Tokens[opening].Folded;
    }

    /// <summary>The subject of the verbs in a row before the trigger: named in the sentence before the first of them, else the last spoken of.</summary>
    public Actor? Speaker(bool wantHome)
    {
        var first = context.Verbs[sentence.Index].FirstOrDefault(v => v.IsFinite);
        var named = first.Verb is null || first.First >= trigger!.First ? null : actors.LastOrDefault(a => a.End <= first.First && a.Count == 1 && (wantHome ? context.IsHome(a) : context.IsForeign(a)));
        return named ?? clause.Antecedents.Recall(sentence.First, wantHome);
    }

    private bool Joins(Actor actor) => actor.First - trigger!.End <= 25;
}
