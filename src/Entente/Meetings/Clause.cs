using Entente.Clauses;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>The words around a trigger, as far as its people can stand in them.</summary>
internal sealed class Clause(ArticleContext context, Sentence sentence, Trigger? trigger, List<Actor> actors, WordSets words)
{
    private readonly Antecedents _antecedents = new(context, sentence);

    private const int MaxGap = 12;

    public ArticleContext Context => context;

    public Sentence Sentence => sentence;

    public Trigger? Trigger => trigger;

    /// <summary>Institutions that stand for people.</summary>
    public Institutions Institutions => new(context, sentence, actors, words, _antecedents);

    /// <summary><c>lors d'une rencontre avec A et B</c> tells one encounter of both, <c>a rencontré A et B</c> and <c>des rencontres avec A et B</c> one with each.</summary>
    public bool IsOneEncounter => trigger is { Rule.Form: TriggerForm.Noun, IsPlural: false } && !trigger.Rule.Trigger.Split(' ')[0].EndsWith('s');

    /// <summary>Those whom the text spoke of before.</summary>
    public Antecedents Antecedents => _antecedents;

    private TokenList Tokens => context.Text.Tokens;

    private int End => sentence.First + sentence.Count;

    /// <summary><c>l'avait rencontré</c>, <c>les a reçus</c>, <c>s'entretenir avec lui</c>.</summary>
    public bool HasObjectPronoun =>
        trigger is not null && ((trigger.First > sentence.First && Tokens[trigger.First - 1].Folded is "l'" or "les" or "le" or "la" or "lui" or "leur")
            || (trigger.End + 1 < End && Tokens[trigger.End].Folded == "avec" && words.Has("pronoun", Tokens[trigger.End + 1].Folded)));

    /// <summary>The index after a word, if it stands within reach and before the next clause.</summary>
    public int? After(string word, int from, int reach)
    {
        // "a rendu visite au ministre, et s'est entretenu avec Y": what is joined has an object of its own.
        var joined = context.Verbs[sentence.Index].FirstOrDefault(v => v.IsFinite && v.First > from && Tokens[v.First - 1].Folded is "et" or "puis");
        var limit = Math.Min(Math.Min(from + reach, End), Math.Min(ClauseEnd(from), joined.Verb is null ? End : joined.First));
        for (var i = from; i < limit; i++)
        {
            // "À l'issue de l'entretien, ils ont signé un plan entre les deux ministères": the comma ends what belongs to the noun.
            if (trigger is { IsInPassing: true } && words.Has("list-mark", Tokens[i].Folded))
            {
                // "À l'occasion de sa rencontre, le 5 août, avec l'ambassadrice": a day set apart ends nothing.
                if (AsideEnd(i) is not { } aside)
                {
                    return null;
                }

                i = aside;
                continue;
            }

            if (Tokens[i].Folded == word && !actors.Any(a => i > a.First && i < a.End))
            {
                return i + 1;
            }
        }

        return null;
    }

    /// <summary>The comma that closes a day or a place set apart by the comma at <paramref name="open"/>.</summary>
    private int? AsideEnd(int open)
    {
        const int Longest = 8;
        var close = Enumerable.Range(open + 1, Math.Max(0, Math.Min(Longest, End - open - 1))).FirstOrDefault(i => words.Has("list-mark", Tokens[i].Folded), -1);
        return close > 0 && context.DatesIn[sentence.Index].Any(d => d.First <= open + 2 && d.End > open + 1) && !actors.Any(a => a.First > open && a.First < close) ? close : null;
    }

    /// <summary>The group right after one of several words that stand right after the trigger.</summary>
    public IReadOnlyList<Actor> FirstAfter(string[] markers, int from, int reach)
    {
        for (var i = from; i < Math.Min(from + reach, End); i++)
        {
            // "a déclaré que le Vietnam tenait à …": what is said is no longer to whom.
            if (words.Has("relative", Tokens[i].Folded))
            {
                return [];
            }

            if (markers.Contains(Tokens[i].Folded, StringComparer.Ordinal) && GroupAfter(i + 1, i + 4) is { Count: > 0 } group)
            {
                return group;
            }
        }

        return [];
    }

    /// <summary>The actors from the first that begins between two tokens on, as long as only joining words stand between them.</summary>
    public IReadOnlyList<Actor> GroupAfter(int from, int until)
    {
        var first = actors.FindIndex(a => a.First >= from && a.First <= until);
        if (first < 0)
        {
            return [];
        }

        var group = new List<Actor> { actors[first] };
        for (var i = first + 1; i < actors.Count && Joined(actors[i - 1], actors[i]); i++)
        {
            Add(group, actors[i]);
        }

        return group;
    }

    /// <summary>People of an institution told by number alone (<c>des représentants d'un groupe américain</c>): of its country.</summary>
    public IReadOnlyList<Actor> DelegatesAfter(int from, int reach)
    {
        for (var i = from + 1; i < Math.Min(from + reach, ClauseEnd(from)); i++)
        {
            if (words.Has("delegates", Tokens[i].Folded) && words.Has("several", Tokens[i - 1].Folded) && !IsOblique(from, i))
            {
                var nation = context.Mentions[sentence.Index].FirstOrDefault(m => m.FirstToken > i && m.FirstToken < Math.Min(i + reach, End));
                return nation?.Code is { } country ? [new Actor(i, i + 1, country, null, People.PersonLevel.Other, IsNamed: false, IsGroup: true)] : [];
            }
        }

        return [];
    }

    /// <summary>The actors after an event, up to the clause that tells of something else (<c>le dialogue s'est tenu à Hanoï, a indiqué le général X</c>).</summary>
    public IReadOnlyList<Actor> GroupOfEvent(int from, int reach)
    {
        var told = context.Verbs[sentence.Index].Where(v => v.IsFinite && v.First >= from).Skip(1).Select(v => v.First).FirstOrDefault(int.MaxValue);
        var occasion = Enumerable.Range(from, Math.Min(reach, End - from)).FirstOrDefault(i => words.Has("occasion", Tokens[i].Folded), int.MaxValue);
        return GroupAfter(from, Math.Min(from + reach, Math.Min(told, occasion)));
    }

    /// <summary>The object of a verb without preposition: what stands before it may only be time and place.</summary>
    public IReadOnlyList<Actor> DirectObject(int from, int reach)
    {
        var limit = Math.Min(from + reach, ClauseEnd(from));
        var first = actors.FirstOrDefault(a => a.First >= from && a.First < limit);
        if (first is null || first.First > from && IsOblique(from, first.First))
        {
            return [];
        }

        return GroupAfter(first.First, first.First);
    }

    /// <summary>The one on whom a relative clause is told whose object he is: <c>l'ambassadeur X, que le ministre Y a reçu</c>, <c>qu'a reçu le ministre Y</c>.</summary>
    public Actor? RelativeObject()
    {
        const int Reach = 24;
        for (var i = trigger!.First - 1; i > sentence.First && i >= trigger.First - Reach; i--)
        {
            if (words.Has("object-of-relative", Tokens[i].Folded))
            {
                var before = words.Has("list-mark", Tokens[i - 1].Folded) ? i - 1 : i;
                return actors.Find(a => a.End == before) is { } told && (i == trigger.First - 1 || actors.Exists(a => a.First > i && a.End <= trigger.First)) ? told : null;
            }
        }

        return null;
    }

    /// <summary>The subject after its verb (<c>ont convenu les ministres X et Y</c>, <c>que se sont parlé X et Y</c>): only time and place stand between.</summary>
    public IReadOnlyList<Actor> InvertedSubject()
    {
        var first = actors.Find(a => a.First >= trigger!.End);
        return first is not null && first.First - trigger!.End <= MaxGap && !(first.First > trigger.End && IsOblique(trigger.End, first.First)) && !context.Verbs[sentence.Index].Any(v => v.First >= trigger.End && v.First < first.First)
            ? GroupAfter(first.First, first.First)
            : [];
    }

    /// <summary>Nothing but a relative, a mark of speech or the head of the sentence stands before the verb: its subject follows.</summary>
    public bool IsInverted
    {
        get
        {
            var before = trigger!.First - 1;
            return before < sentence.First || words.Has("relative", Tokens[before].Folded) || Tokens[before].Kind == TokenKind.Punctuation && !actors.Exists(a => a.End == before);
        }
    }

    /// <summary>The subject: the nearest actors before the trigger, unless a pronoun stands for them or it follows.</summary>
    public IReadOnlyList<Actor> Subject()
    {
        if (trigger is null || trigger.IsEvent || trigger.SubjectFollows)
        {
            return [];
        }

        if (trigger is { IsInPassing: false, Rule.Form: not TriggerForm.Noun } && IsInverted && InvertedSubject() is { Count: > 0 } inverted && (trigger.Rule.Object != ObjectMarker.Direct || RelativeObject() is not null))
        {
            return inverted;
        }

        if (HasSubjectPronoun)
        {
            return SubjectOfPronoun();
        }

        var last = actors.FindLastIndex(a => a.End <= RelativeStart(CoordinatedVerb(trigger.First)));
        if (last < 0)
        {
            return [];
        }

        if (trigger.IsInPassing && !trigger.IsTheirs)
        {
            return [actors[last]];
        }

        var group = new List<Actor> { actors[last] };
        for (var i = last; i > 0 && Joined(actors[i - 1], actors[i]); i--)
        {
            if (IsSame(actors[i - 1], group[0]))
            {
                group[0] = Better(actors[i - 1], group[0]);
            }
            else
            {
                group.Insert(0, actors[i - 1]);
            }
        }

        return group;
    }

    /// <summary>
    /// A verb joined to one before it has its subject (<c>X s'est entretenu avec Y et a été reçu par Z</c>): where the first of them begins.
    /// </summary>
    private int CoordinatedVerb(int verb)
    {
        var before = verb - 1;
        while (before > sentence.First && words.Has("turn", Tokens[before].Folded))
        {
            before--;
        }

        if (trigger!.IsInPassing || before <= sentence.First || Tokens[before].Folded is not ("et" or "puis"))
        {
            return verb;
        }

        var first = context.Verbs[sentence.Index].LastOrDefault(v => v.IsFinite && v.Anchor < before && v.First > sentence.First && !words.Has("relative", Tokens[v.First - 1].Folded));
        return first.Verb is null ? verb : CoordinatedVerb(first.First);
    }

    /// <summary>
    /// Where the subject ends: before a relative clause that a comma closes right before the verb (<c>le général X, qui accompagne le Premier ministre, a reçu</c>).
    /// </summary>
    private int RelativeStart(int verb)
    {
        if (verb - 1 <= sentence.First || Tokens[verb - 1].Folded != ",")
        {
            return verb;
        }

        for (var i = verb - 2; i > sentence.First && i > verb - 40; i--)
        {
            if (Tokens[i].Folded == "qui" && actors.Exists(a => a.End <= i))
            {
                return i;
            }
        }

        return verb;
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
        var inSentence = trigger.SubjectFollows || trigger.IsInPassing
            ? actors.FirstOrDefault(a => a.First >= trigger.End && Fits(a)) ?? actors.LastOrDefault(a => a.End <= trigger.First && Fits(a))
            : actors.LastOrDefault(a => a.End <= trigger.First && Fits(a)) ?? (hasObject ? null : actors.FirstOrDefault(a => a.First >= trigger.End && Fits(a) && Joins(a)));
        if (inSentence is not null)
        {
            return [inSentence];
        }

        if (!hasObject && subject.Count == 0)
        {
            return [];
        }

        // "a été reçu par le ministre": the one whom the text spoke of; a subject that is named is no such gap.
        return _antecedents.Recall(trigger.First, wantHome) is { } recalled && (HasSubjectPronoun || HasObjectPronoun || subject.Count == 0 || subject.All(s => wantHome != context.IsHome(s)))
            ? [recalled]
            : [];
    }

    /// <summary>Whether <c>puis</c>, or the marker said again, stands between two actors.</summary>
    public bool IsApart(Actor a, Actor b)
    {
        for (var i = a.End; i < b.First; i++)
        {
            if (Tokens[i].Folded is "puis" or "par" or "avec" or "enfin" or "au" or "aux" || Tokens[i].Text == "à")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A person named with an office: two such who are met are met one after the other (<c>le président A et le ministre B</c>).</summary>
    public bool HasOwnOffice(Actor actor) =>
        actor is { IsNamed: true, IsGroup: false, Person: not null } && context.Roles[sentence.Index].Any(r => r.IsNamed && r.FirstToken >= actor.First && r.EndToken <= actor.End
            && r.Function is not (People.RoleFunction.Rank or People.RoleFunction.Party or People.RoleFunction.Guest));

    /// <summary><c>ils l'avaient accueillie</c>: a crowd, not the heads of two sides.</summary>
    public bool HasPluralPronoun => trigger is not null && Enumerable.Range(Math.Max(sentence.First, trigger.First - 3), Math.Min(3, trigger.First - sentence.First)).Any(i => Tokens[i].Folded is "ils" or "elles");

    /// <summary>A pronoun is the subject.</summary>
    public bool HasSubjectPronoun
    {
        get
        {
            for (var i = trigger!.First - 1; i >= sentence.First && i >= trigger.First - 4; i--)
            {
                if (words.Has("subject-pronoun", Tokens[i].Folded))
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

    /// <summary>A pronoun inside a sentence stands for its first actor, one at its head for the first of the sentence before.</summary>
    private IReadOnlyList<Actor> SubjectOfPronoun()
    {
        if (actors.FirstOrDefault(a => a.End <= trigger!.First) is { } first)
        {
            return [first];
        }

        return _antecedents.SubjectBefore() is { } subject ? [subject] : [];
    }

    private int ClauseEnd(int from)
    {
        for (var i = from; i < End; i++)
        {
            if (Tokens[i].Folded is ";" or ":")
            {
                return i;
            }
        }

        return End;
    }

    /// <summary>Whether a preposition that makes no object stands right before an actor (<c>a reçu une lettre du ministre</c>).</summary>
    private bool IsOblique(int from, int first)
    {
        var i = first - 1;
        while (i >= from && words.Has("title-lead", Tokens[i].Folded))
        {
            i--;
        }

        // "a rencontré samedi à Pékin des officiels russes" is an object, "a reçu la visite des officiels russes" is none.
        if (i >= from && Tokens[i].Folded == "des" && Tokens[first].Folded[^1] is 's' or 'x' && (i == from || Tokens[i - 1].Kind != TokenKind.Word || Tokens[i - 1].IsCapitalized
            || context.DatesIn[sentence.Index].Any(d => d.First <= i - 1 && i - 1 < d.End)))
        {
            return false;
        }

        // "chacun de ses deux hôtes" is an object.
        return i >= from && words.Has("oblique", Tokens[i].Folded) && !(i > from && Tokens[i - 1].Folded is "chacun" or "chacune") && !(Tokens[i].Folded == "a" && Tokens[i].Text == "a");
    }

    private bool Joined(Actor a, Actor b)
    {
        if (b.First - a.End > MaxGap)
        {
            return false;
        }

        for (var i = a.End; i < b.First; i++)
        {
            if (!words.Has("coordination", Tokens[i].Folded) && !context.DatesIn[sentence.Index].Any(d => d.First <= i && i < d.End) && !IsPlaceBetween(i) && !words.Has("rank", Tokens[i].Folded) && !context.Roles[sentence.Index].Any(r => r.FirstToken <= i && i < r.EndToken) && !words.Has("office", Tokens[i].Folded) && !context.HomeMentions[sentence.Index].Any(m => m.FirstToken <= i && i < m.EndToken) && !context.Mentions[sentence.Index].Any(m => m.FirstToken <= i && i < m.EndToken))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary><c>avec A, puis, mardi, à Brasilia, avec B</c></summary>
    private bool IsPlaceBetween(int i) => Tokens[i].IsCapitalized && i > sentence.First && Tokens[i - 1].Text is "à" && i + 1 < End && words.Has("list-mark", Tokens[i + 1].Folded);

    private static bool IsSame(Actor a, Actor b) =>
        a.Person is not null && a.Person == b.Person || a.Country is not null && a.Country == b.Country && (!a.IsNamed || !b.IsNamed) && a.Count == 1 && b.Count == 1 && (a.Person is null || b.Person is null);

    private static Actor Better(Actor a, Actor b) => a.Person is null && b.Person is not null ? b : a;

    private bool Joins(Actor actor) => actor.First - trigger!.End <= 25;

    /// <summary>Adds an actor unless it is the one before in other words (<c>son homologue russe, Sergueï Choïgou</c>).</summary>
    private static void Add(List<Actor> group, Actor actor)
    {
        if (IsSame(group[^1], actor))
        {
            group[^1] = Better(group[^1], actor);
        }
        else
        {
            group.Add(actor);
        }
    }
}
