using Entente.Clauses;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>The words around a trigger, as far as its people can stand in them.</summary>
internal sealed class Clause
{
    /// <summary>Tokens between two people who share a part, or between a verb and its inverted subject.</summary>
    internal const int MaxGap = 12;

    private readonly ArticleContext context;
    private readonly Sentence sentence;
    private readonly Trigger? trigger;
    private readonly List<Actor> actors;
    private readonly WordSets words;

    public Clause(ArticleContext context, Sentence sentence, Trigger? trigger, List<Actor> actors, WordSets words)
    {
        (this.context, this.sentence, this.trigger, this.actors, this.words) = (context, sentence, trigger, actors, words);
        Antecedents = new Antecedents(context, sentence);
        Subjects = new SubjectFinder(this);
    }

    public ArticleContext Context => context;

    public Sentence Sentence => sentence;

    public Trigger? Trigger => trigger;

    public List<Actor> Actors => actors;

    public WordSets Words => words;

    /// <summary>Whom the trigger is told of.</summary>
    public SubjectFinder Subjects { get; }

    /// <summary>Whom they meet.</summary>
    public ObjectFinder Objects => field ??= new ObjectFinder(this);

    public RelativeObjects Relatives => field ??= new RelativeObjects(this);

    /// <summary>Institutions that stand for people.</summary>
    public Institutions Institutions => field ??= new Institutions(context, sentence, actors, words, Antecedents);

    /// <summary><c>lors d'une rencontre avec A et B</c> tells one encounter of both, <c>a rencontré A et B</c> and <c>des rencontres avec A et B</c> one with each.</summary>
    public bool IsOneEncounter => trigger is { Rule: { Form: TriggerForm.Noun, IsOfSeveral: false }, IsPlural: false };

    /// <summary><c>a reçu le commandant A et l'ambassadeur B</c>: those of one state who are received come together.</summary>
    public bool IsOneReception => trigger is { Rule: { Kind: MeetingKind.Reception, Form: TriggerForm.Active } };

    /// <summary>An infinitive tells the trigger, whose subject is that of the verb before.</summary>
    public bool IsOfInfinitive => trigger is not null && context.Verbs[sentence.Index].Any(v => v.First == trigger.First && v.Tense == Tense.Infinitive);

    /// <summary>Those whom the text spoke of before.</summary>
    public Antecedents Antecedents { get; }

    private TokenList Tokens => context.Text.Tokens;

    /// <summary>Index after the last token of the sentence.</summary>
    public int End => sentence.First + sentence.Count;

    /// <summary>The index after a word of a set, if it stands within reach and before the next clause.</summary>
    public int? After(string set, int from, int reach)
    {
        // "a rendu visite au ministre, et s'est entretenu avec Y": what is joined has an object of its own.
        var limit = Math.Min(Math.Min(from + reach, End), Math.Min(ClauseEnd(from), JoinedVerb(from)));
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

            if (words.Has(set, Tokens[i].Folded) && !IsWithinActor(i))
            {
                return i + 1;
            }
        }

        return null;
    }

    private bool IsWithinActor(int token)
    {
        foreach (var actor in actors)
        {
            if (token > actor.First && token < actor.End)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where the first verb begins behind a token that is joined to one before it; the end of the sentence for none.</summary>
    private int JoinedVerb(int from)
    {
        foreach (var verb in context.Verbs[sentence.Index])
        {
            if (verb.IsFinite && verb.First > from && words.Has("joining-verbs", Tokens[words.Has("subject-pronoun", Tokens[verb.First - 1].Folded) ? verb.First - 2 : verb.First - 1].Folded))
            {
                return verb.First;
            }
        }

        return End;
    }

    /// <summary>The comma that closes a day or a place set apart by the comma at <paramref name="open"/>.</summary>
    private int? AsideEnd(int open)
    {
        const int Longest = 8;
        var close = Enumerable.Range(open + 1, Math.Max(0, Math.Min(Longest, End - open - 1))).FirstOrDefault(i => words.Has("list-mark", Tokens[i].Folded), -1);
        return close > 0 && (context.DatesIn[sentence.Index].Any(d => d.First <= open + 2 && d.End > open + 1) || IsQuality(open, close)) && !actors.Any(a => a.First > open && a.First < close) ? close : null;
    }

    /// <summary><c>son entretien, fructueux, avec Y</c>, <c>son entretien, jugé fructueux, avec Y</c></summary>
    private bool IsQuality(int open, int close) =>
        close - open is 2 or 3 && close + 1 < End && words.Has("with", Tokens[close + 1].Folded) && Enumerable.Range(open + 1, close - open - 1).All(i => Tokens[i].Kind == TokenKind.Word && !Tokens[i].IsCapitalized);

    /// <summary>The group right after a word of a set that stand right after the trigger.</summary>
    public IReadOnlyList<Actor> FirstAfter(string set, int from, int reach)
    {
        for (var i = from; i < Math.Min(from + reach, End); i++)
        {
            // "a déclaré que le Vietnam tenait à …": what is said is no longer to whom. "a salué l'entretien et prié l'hôte de transmettre au ministre …": another verb has an object of its own.
            if (words.Has("relative", Tokens[i].Folded) || HasObjectOfItsOwn(i))
            {
                return [];
            }

            // Folded, "à" is the verb "a".
            if (words.Has(set, Tokens[i].Folded) && !words.HasWritten("has", Tokens[i].Text) && GroupAfter(i + 1, OfficeEnd(i + 1)) is { Count: > 0 } group && !IsOther(i + 1, group[0].First))
            {
                return group;
            }
        }

        return [];
    }

    /// <summary>Whether a verb begins that has an object of its own.</summary>
    private bool HasObjectOfItsOwn(int at)
    {
        foreach (var verb in context.Verbs[sentence.Index])
        {
            if (verb.First == at && (verb.IsFinite || verb.Tense == Tense.Infinitive && trigger is { IsInPassing: true }))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Up to where somebody turned to may begin: behind a first office (<c>au secrétaire du Comité du Parti et gouverneur, X</c>), else after a few words.</summary>
    private int OfficeEnd(int from)
    {
        const int Few = 3;
        return People.PeopleLexicon.French.Titles.TryMatchAt(Tokens, from, End, out var office) ? office.Next + Few : from + Few;
    }

    /// <summary><c>à Washington par le secrétaire général</c>: another preposition or a name stands between the marker and the actor.</summary>
    private bool IsOther(int from, int first) =>
        !People.PeopleLexicon.French.Titles.TryMatchAt(Tokens, from, first, out _) && Enumerable.Range(from, Math.Max(0, first - from)).Any(i => !(i == from && words.Has("of", Tokens[i].Folded)) && (Tokens[i].IsCapitalized && !words.Has("title-lead", Tokens[i].Folded) || words.Has("oblique", Tokens[i].Folded) && !words.Has("title-lead", Tokens[i].Folded) || words.Has("list-mark", Tokens[i].Folded)));

    /// <summary>The actors from the first that begins between two tokens on, as long as only joining words stand between them.</summary>
    public IReadOnlyList<Actor> GroupAfter(int from, int until)
    {
        var first = actors.FindIndex(a => a.First >= from && a.First <= until);
        if (first < 0)
        {
            return [];
        }

        var group = new List<Actor> { actors[first] };
        // "Lors de l'entrevue avec Y, les deux ministres ont …": a pair goes on with no list.
        for (var i = first + 1; i < actors.Count; i++)
        {
            // "la ministre A, accompagnée du vice-ministre B, puis le ministre C": B only comes with her; of one who is represented, he is in the place.
            if (IsCompanion(actors[i - 1], actors[i]) is { } standsFor)
            {
                group[^1] = standsFor && group[^1].Person is null ? actors[i] with { Country = group[^1].Country ?? actors[i].Country } : group[^1];
                continue;
            }

            if (IsAttribute(actors[i - 1], actors[i]))
            {
                continue;
            }

            if (!Joined(actors[i - 1], actors[i]) || (actors[i].Count > 1 && words.Has("list-mark", Tokens[actors[i - 1].End].Folded)))
            {
                break;
            }

            Add(group, actors[i]);
        }

        return group;
    }

    /// <summary>Whether somebody only comes with the one before, behind a comma: true where he stands for her, false where he is at her side, null for neither.</summary>
    private bool? IsCompanion(Actor before, Actor actor)
    {
        const int Reach = 5;
        var open = before.End;
        return open + 1 < actor.First && actor.First - open <= Reach && words.Has("list-mark", Tokens[open].Folded) && words.Has("companion", Tokens[open + 1].Folded) ? words.Has("represented", Tokens[open + 1].Folded) : null;
    }

    /// <summary><c>a reçu le ministre A, qui est aussi vice-Premier ministre, et le ministre B</c>: an office that the one before holds as well.</summary>
    private bool IsAttribute(Actor before, Actor actor)
    {
        const int Reach = 6;
        var open = before.End;
        return open + 1 < actor.First && actor.First - open <= Reach && (actor.Person is null || actor.Person == before.Person) && words.Has("list-mark", Tokens[open].Folded) && words.Has("who", Tokens[open + 1].Folded)
            && context.Verbs[sentence.Index].Exists(v => v is { IsFinite: true, IsPassive: false } && v.First == open + 2 && v.End <= actor.First && words.Has("copula-verb", Folding.Fold(v.Verb)));
    }

    /// <summary>Whether <c>puis</c>, or the marker said again, stands between two actors.</summary>
    public bool IsApart(Actor a, Actor b)
    {
        for (var i = a.End; i < b.First; i++)
        {
            if (words.Has("apart", Tokens[i].Folded) || words.HasWritten("to", Tokens[i].Text))
            {
                return true;
            }
        }

        return IsOnAnotherDay(a, b);
    }

    /// <summary><c>a reçu mercredi A, PDG du groupe X, et jeudi B</c>: a day of his own stands before the second.</summary>
    public bool IsOnAnotherDay(Actor a, Actor b) =>
        context.DatesIn[sentence.Index].Exists(d => d.First > a.End && d.End <= b.First && (words.Has("joining-verbs", Tokens[d.First - 1].Folded) || words.Has("list-mark", Tokens[d.First - 1].Folded) && words.Has("joining-verbs", Tokens[d.First - 2].Folded)));

    /// <summary>A person named with an office: two such who are met are met one after the other (<c>le président A et le ministre B</c>).</summary>
    public bool HasOwnOffice(Actor actor) =>
        // "ainsi que Mme X, qui préside la Commission de la défense"
        actor is { IsNamed: true, IsGroup: false, Person: not null } && actor.End + 1 < End && Words.Has("list-mark", Tokens[actor.End].Folded) && People.PeopleLexicon.French.NameCues.TryMatchAt(Tokens, actor.End + 1, End, out var cue) && cue.Value == People.NameCue.Leads
        || actor is { IsNamed: true, IsGroup: false, Person: not null } && context.Roles[sentence.Index].Any(r => r.IsNamed && r.FirstToken >= actor.First && r.EndToken <= actor.End
            && (r.Function is not (People.RoleFunction.Rank or People.RoleFunction.Party or People.RoleFunction.Guest) || r.Function == People.RoleFunction.Party && trigger is { Rule.IsOfSeveral: true }));

    /// <summary>Index of the mark that ends the clause.</summary>
    public int ClauseEnd(int from)
    {
        for (var i = from; i < End; i++)
        {
            // "a rencontré le ministre A ; le ministre B ; et le ministre C": a list goes on where somebody follows the mark, and no verb is left.
            if (Tokens[i].Folded == ":" || Tokens[i].Folded == ";" && !GoesOn(i))
            {
                return i;
            }
        }

        return End;
    }

    private bool GoesOn(int mark)
    {
        const int Lead = 4;
        return actors.Exists(a => a.First > mark && a.First <= mark + Lead && a.IsNamed) && !context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First > mark);
    }

    /// <summary>The word before an actor and the articles and ranks that lead him in.</summary>
    public int? Governor(int from, int first)
    {
        var i = first - 1;
        while (i >= from && words.Has("title-lead", Tokens[i].Folded))
        {
            i--;
        }

        return i >= from ? i : null;
    }

    /// <summary>Whether a preposition that makes no object stands right before an actor (<c>a reçu une lettre du ministre</c>).</summary>
    public bool IsOblique(int from, int first, int? noun = null)
    {
        if (Governor(from, first) is not { } i)
        {
            return false;
        }

        // "a rencontré samedi à Pékin des officiels russes" is an object, "a reçu la visite des officiels russes" is none.
        if (i >= from && words.Has("some", Tokens[i].Folded) && Tokens[noun ?? first].Folded[^1] is 's' or 'x' && (i == from || Tokens[i - 1].Kind != TokenKind.Word || Tokens[i - 1].IsCapitalized
            || context.DatesIn[sentence.Index].Any(d => d.First <= i - 1 && i - 1 < d.End)))
        {
            return false;
        }

        // "chacun de ses deux hôtes" is an object.
        return words.Has("oblique", Tokens[i].Folded) && !(i > from && words.Has("each", Tokens[i - 1].Folded)) && !words.HasWritten("has", Tokens[i].Text);
    }

    /// <summary>Whether only words that join, offices, days and places stand between two actors.</summary>
    public bool Joined(Actor a, Actor b)
    {
        var from = ReducedEnd(a.End, b.First) ?? OfficeTopics.End(context, sentence, a.End, b.First, words) ?? a.End;
        if (b.First - from > MaxGap)
        {
            return false;
        }

        for (var i = from; i < b.First; i++)
        {
            if (PartOfDayEnd(i, b.First) is { } end)
            {
                i = end;
                continue;
            }

            if (!words.Has("coordination", Tokens[i].Folded) && !IsBulletOfList(i) && !context.DatesIn[sentence.Index].Any(d => d.First <= i && i < d.End) && !IsPlaceBetween(i) && !words.Has("rank", Tokens[i].Folded) && !context.Roles[sentence.Index].Any(r => r.FirstToken <= i && i < r.EndToken) && !words.Has("office", Tokens[i].Folded) && !words.Has("further-field", Tokens[i].Folded) && !context.HomeMentions[sentence.Index].Any(m => m.FirstToken <= i && i < m.EndToken) && !context.Mentions[sentence.Index].Any(m => m.FirstToken <= i && i < m.EndToken))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The comma that closes a part of the day set apart between two who are met: <c>a reçu A, puis, dans l'après-midi, B</c>.</summary>
    private int? PartOfDayEnd(int open, int until)
    {
        const int Longest = 8;
        if (!words.Has("list-mark", Tokens[open].Folded) || !words.Has("apart", Tokens[open - 1].Folded) && !words.Has("and", Tokens[open - 1].Folded))
        {
            return null;
        }

        for (var i = open + 1; i < Math.Min(until, open + Longest); i++)
        {
            if (words.Has("list-mark", Tokens[i].Folded))
            {
                return words.StandsIn("part-of-day", Tokens, open + 1, i) ? i : null;
            }
        }

        return null;
    }

    /// <summary>Where a reduced clause or a place on the first ends: <c>a reçu A, venue lui faire ses adieux, puis B</c>, <c>A, en visite officielle, puis B</c>, <c>A, au Palais présidentiel, et B</c>.</summary>
    private int? ReducedEnd(int open, int until)
    {
        const int Longest = 18;
        if (open + 2 >= until || Tokens[open].Folded != "," || !(words.Has("in", Tokens[open + 1].Folded) || words.Has("who", Tokens[open + 1].Folded) || words.Has("companion", Tokens[open + 1].Folded) || words.Has("venue-lead", Tokens[open + 1].Folded) && !words.HasWritten("has", Tokens[open + 1].Text) || ClauseLexicons.French.Verbs.Of(Tokens[open + 1]).Any(f => f.Tense == Tense.Participle && words.Has("etre-verb", f.Infinitive))))
        {
            return null;
        }

        var close = Enumerable.Range(open + 1, Math.Min(Longest, until - open - 1)).FirstOrDefault(i => Tokens[i].Folded == ",");
        // "par A, qui venait de présider la cérémonie, et mercredi par B": the clause on A has a verb of its own.
        var told = words.Has("who", Tokens[open + 1].Folded) ? close : open + 1;
        return close > 0 && close + 1 < until && (words.Has("joining-verbs", Tokens[close + 1].Folded) || words.Has("as-well-as", Tokens[close + 1].Folded)) && !context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First > told && v.First < until) ? close : null;
    }

    /// <summary>The dash that opens a line of a list: <c>avec : - A ; - B</c>.</summary>
    private bool IsBulletOfList(int i) => Tokens[i].Kind == TokenKind.Punctuation && Tokens[i].Text != "." && i > sentence.First && Tokens[i - 1].Text is ";" or ",";

    /// <summary><c>avec A, puis, mardi, à Brasilia, avec B</c></summary>
    private bool IsPlaceBetween(int i) => Tokens[i].IsCapitalized && i > sentence.First && words.HasWritten("to", Tokens[i - 1].Text) && i + 1 < End && words.Has("list-mark", Tokens[i + 1].Folded);

    /// <summary>Whether two actors are one in other words.</summary>
    public static bool IsSame(Actor a, Actor b) =>
        a.Person is not null && a.Person == b.Person || a.Country is not null && a.Country == b.Country && (!a.IsNamed || !b.IsNamed) && a.Count == 1 && b.Count == 1 && (a.Person is null || b.Person is null);

    /// <summary>Of two that are one, the one whose person is known.</summary>
    public static Actor Better(Actor a, Actor b) => a.Person is null && b.Person is not null ? b : a;

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
