using Entente.Clauses;
using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>Finds who sat at the head of an encounter that the sentence before told: who chaired it, who led the delegations of both sides, or of one.</summary>
internal sealed class DelegationHeads(WordSets words)
{
    private readonly WordIds _led = words["led"];
    private readonly WordIds _sideHeads = words["side-head"];

    /// <summary>The people named in a sentence that tells who chaired an encounter of the sentence before.</summary>
    public static IReadOnlyList<Actor> ChairsOf(ArticleContext context, Sentence sentence, IReadOnlyList<PhraseMatch<EncounterCue>> cues)
    {
        for (var i = 0; i < cues.Count; i++)
        {
            // "La délégation lao était co-présidée par X et Y": they lead it, and not what it came for.
            if (cues[i].Value == EncounterCue.Chairs && !context.Actors[sentence.Index].Exists(a => a.IsGroup && a.First < cues[i].First && cues[i].First < a.End))
            {
                return NamedFrom(cues[i].Next, PresentActors.Of(context, sentence, cues));
            }
        }

        return [];

        static List<Actor> NamedFrom(int token, List<Actor> actors) => actors.FindAll(a => a.First >= token && a.IsNamed);
    }

    /// <summary>
    /// The heads of two delegations that sit opposite each other: <c>La délégation vietnamienne était conduite par X, et celle de Jordanie par Y</c>,
    /// <c>La partie vietnamienne était dirigée par X, et la partie lao par Y</c>, <c>Les deux délégations étaient conduites par X et Y</c>.
    /// </summary>
    public IReadOnlyList<Actor> HeadsOf(ArticleContext context, Sentence sentence)
    {
        if (context.Actors[sentence.Index].Count < 2 || !context.Holds(sentence, "led") && !context.Holds(sentence, "at-the-head") && !context.Holds(sentence, "seated"))
        {
            return [];
        }

        var named = context.Actors[sentence.Index].FindAll(a => a.IsNamed && a.Person is not null);
        return named.Count < 2 ? [] : HeadsAmong(named, context, sentence);
    }

    private IReadOnlyList<Actor> HeadsAmong(List<Actor> named, ArticleContext context, Sentence sentence)
    {
        var tokens = context.Text.Tokens;
        const int Opening = 3;
        var parting = -1;
        var isLed = false;
        for (var i = sentence.First + 1; i < sentence.First + sentence.Count; i++)
        {
            // The heads of two stand anywhere after them, that of the other one after "et celle".
            parting = words.Has("that-of", tokens[i].Folded) && (words.Has("and-or-comma", tokens[i - 1].Folded) || words.HasWritten("to", tokens[i - 1].Text) && words.Has("and", tokens[i - 2].Folded)) ? i : words.Has("delegation", tokens[i].Folded) && words.Has("number-two", tokens[i - 1].Folded) ? sentence.First : parting;
            // "Du côté vietnamien se trouvait X, et du côté lao Y"
            parting = parting < 0 && i > sentence.First + Opening && words.Has("on-side", tokens[i].Folded) && words.Has("of", tokens[i - 1].Folded) ? i : parting;
            // "La partie vietnamienne était dirigée par X, et la partie lao par Y"
            parting = parting < 0 && i > sentence.First + Opening && _sideHeads.Contains(tokens[i].Id) && words.Has("feminine-article", tokens[i - 1].Folded) && (words.Has("and-or-comma", tokens[i - 2].Folded) || words.Has("that", tokens[i - 2].Folded) && words.Has("meanwhile", tokens[i - 3].Folded)) ? i : parting;
            // "a réuni une délégation vietnamienne conduite par X et une délégation lao menée par Y"
            parting = parting < 0 && i > sentence.First + Opening && words.Has("delegation", tokens[i].Folded) && words.Has("indefinite", tokens[i - 1].Folded) && words.Has("and", tokens[i - 2].Folded) && words.StandsIn("delegation", tokens, sentence.First, i - 2)
                && context.Verbs[sentence.Index].Any(v => words.Has("uniting", Folding.Fold(v.Verb))) ? i : parting;
            isLed |= words.Has("seated", tokens[i].Folded) || _led.Contains(tokens[i].Id) || words.Has("at-the-head", tokens[i].Folded);
        }

        var second = named.Find(a => parting == sentence.First ? a.First > parting && a != named[0] : a.First >= parting);
        var first = named.FindLast(a => second is not null && a.First < (parting == sentence.First ? second.First : parting));
        return parting >= 0 && isLed && first is not null && second is not null && context.IsHome(first) != context.IsHome(second) && (context.IsForeign(first) || context.IsForeign(second))
            ? [.. WithJoined(context, sentence, named, first), .. WithJoined(context, sentence, named, second)]
            : [];
    }

    /// <summary>One at the head of a delegation, with those who lead it together with him: <c>conduite par les vice-ministres X et Y</c>.</summary>
    private IEnumerable<Actor> WithJoined(ArticleContext context, Sentence sentence, List<Actor> named, Actor head)
    {
        var clause = new Clause(context, sentence, null, named, words);
        var group = named.Where(a => a.First <= head.First).Select(a => clause.GroupAfter(a.First, a.First)).FirstOrDefault(g => g.Contains(head)) ?? [head];
        return group.Where(a => a.Country is null || a.Country == head.Country).Select(a => a with { Country = head.Country });
    }

    /// <summary>Those who lead the delegation that a sentence is about: <c>La délégation lao était dirigée par X</c>, <c>Du côté vietnamien siégeaient X et Y</c>.</summary>
    public IReadOnlyList<Actor> HeadsOfOne(ArticleContext context, Sentence sentence)
    {
        const int SideReach = 4;
        const int HeadReach = 7;
        if (HeadWhoLeads(context, sentence) is { Count: > 0 } leading)
        {
            return leading;
        }

        // "À la tête de la délégation lao se trouvait X"
        var isAtHead = words.StandsIn("at-the-head", context.Text.Tokens, sentence.First, Math.Min(sentence.First + SideReach, sentence.First + sentence.Count));
        var until = Math.Min(sentence.First + (isAtHead ? HeadReach : SideReach), sentence.First + sentence.Count);
        for (var i = sentence.First; i < until; i++)
        {
            if (_sideHeads.Contains(context.Text.Tokens[i].Id))
            {
                return HeadsOfSide(context, sentence, until);
            }
        }

        return [];
    }

    /// <summary>Those who lead the side that is told before a token.</summary>
    private IReadOnlyList<Actor> HeadsOfSide(ArticleContext context, Sentence sentence, int until)
    {
        var tokens = context.Text.Tokens;
        var named = context.Actors[sentence.Index].Where(a => a is { IsNamed: true, Person: not null }).ToList();
        var isLed = named.Count > 0 && (words.StandsIn("led", tokens, sentence.First, named[0].End) || words.StandsIn("seated", tokens, sentence.First, named[0].End) || IsAtHead(context, sentence, named[0]));
        if (!isLed)
        {
            return [];
        }

        var clause = new Clause(context, sentence, null, named, words);
        var heads = clause.GroupAfter(named[0].First, named[0].First);
        var side = context.HomeMentions[sentence.Index].Where(m => m.FirstToken < until + 1).Select(m => context.HomeCountry)
            .Concat(context.Mentions[sentence.Index].Where(m => m.FirstToken < until + 1).Select(m => m.Code)).FirstOrDefault();
        return side is null ? [.. heads.Where(h => h.Country == heads[0].Country)] : [.. heads.Select(h => h with { Country = side })];
    }

    /// <summary><c>À la tête de la délégation lao se trouvait X</c>: the verb stands right before him.</summary>
    private bool IsAtHead(ArticleContext context, Sentence sentence, Actor head) =>
        words.StandsIn("at-the-head", context.Text.Tokens, sentence.First, head.First)
        && context.Verbs[sentence.Index].FirstOrDefault(v => v.IsFinite) is { Verb: { } verb } group && group.First < head.First && words.Has("placed-there", Folding.Fold(verb));

    /// <summary><c>Le ministre X menait la délégation lao</c>, <c>Conduisant la délégation lao, le ministre X a jugé …</c></summary>
    private IReadOnlyList<Actor> HeadWhoLeads(ArticleContext context, Sentence sentence)
    {
        var verbs = context.Verbs[sentence.Index];
        if (verbs.Count == 0 || !verbs.Exists(v => words.Has("leading-party", Folding.Fold(v.Verb))))
        {
            return [];
        }

        var head = context.Actors[sentence.Index].Find(a => a is { IsNamed: true, Person: not null, Count: 1 });
        var (leads, isBefore) = verbs[0] is { Tense: Tense.Gerund } gerund && gerund.First == sentence.First ? (gerund, false) : (verbs.Find(v => v.IsFinite), true);
        if (head is null || leads.Verb is null || leads is not { IsPassive: false, IsReflexive: false, Tense: Tense.Imperfect or Tense.Gerund } || !words.Has("leading-party", Folding.Fold(leads.Verb)) || (isBefore ? head.First - sentence.First > 1 || leads.First < head.End : !IsSubjectOf(context, sentence, leads, head)))
        {
            return [];
        }

        return SideLed(context, sentence, leads.End) is not { } led ? [] : [led.Side is null ? head : head with { Country = led.Side }];
    }

    /// <summary>The one right behind the comma that ends what the gerund opens.</summary>
    private bool IsSubjectOf(ArticleContext context, Sentence sentence, VerbGroup gerund, Actor head)
    {
        const int Longest = 12;
        const int Gap = 2;
        var comma = Enumerable.Range(gerund.End, Math.Max(0, Math.Min(Longest, head.First - gerund.End))).FirstOrDefault(i => words.Has("list-mark", context.Text.Tokens[i].Folded), -1);
        return comma > 0 && head.First - comma <= Gap && context.Verbs[sentence.Index].Exists(v => v.IsFinite && v.First >= head.End);
    }

    /// <summary>The side whose delegation a verb of leading has for object: its state, null where none is told; null for no delegation.</summary>
    private (string? Side, int At)? SideLed(ArticleContext context, Sentence sentence, int from)
    {
        const int ObjectReach = 4;
        for (var i = from; i < Math.Min(from + ObjectReach, sentence.First + sentence.Count); i++)
        {
            if (_sideHeads.Contains(context.Text.Tokens[i].Id))
            {
                return (context.HomeMentions[sentence.Index].Where(m => m.FirstToken > i && m.FirstToken <= i + ObjectReach).Select(m => context.HomeCountry)
                    .Concat(context.Mentions[sentence.Index].Where(m => m.FirstToken > i && m.FirstToken <= i + ObjectReach).Select(m => m.Code)).FirstOrDefault(), i);
            }
        }

        return null;
    }
}
