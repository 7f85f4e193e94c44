using Entente.Clauses;
using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Visits;

/// <summary>
/// Tells the visits that somebody merely asks or hopes for, which are none: <c>inviter X à effectuer une visite</c>, <c>espère que X
/// se rendra</c>, <c>l'organisation d'une visite de X</c>. One with its days is agreed on.
/// </summary>
internal sealed class VisitWishes(VisitLexicon lexicon, WordSets words)
{
    /// <summary>How far before a noun of visit what asks for it may stand, in tokens.</summary>
    private const int Reach = 40;

    /// <summary>How far before a welcome, or the coming that is asked for, what asks may stand: <c>a convié le prince X à venir en visite</c>, in tokens.</summary>
    private const int WelcomeReach = 10;

    /// <summary>How far before <c>en visite</c> the coming may stand that is asked for, in tokens.</summary>
    private const int ComingReach = 2;

    /// <summary>How far behind a noun of visit it may be told that it never was, in tokens.</summary>
    private const int UnrealReach = 24;

    private readonly WordIds _asking = words["asking"];
    private readonly WordIds _glad = words["glad"];
    private readonly WordIds _unreal = words["unreal"];
    private readonly WordIds _awaiting = words["awaiting"];
    private readonly WordIds _calledOff = words["called-off"];

    public bool IsWished(VisitContext context, Sentence sentence, PhraseMatch<VisitNoun> noun)
    {
        if (IsUnreal(context, sentence, noun.First) || IsReceivedBySomebody(context, sentence, noun))
        {
            return true;
        }

        // "invité à effectuer une visite du 25 au 27 mars": a visit with its days is agreed on.
        if (context.DatesIn[sentence.Index].Any(d => d.First >= noun.Next && d.First - noun.Next <= VisitGoals.Reach && d.Expression.IsRange))
        {
            return false;
        }

        // "faire des préparatifs pour la visite": what is made is for it.
        var maker = context.Verbs[sentence.Index].LastOrDefault(v => v.Anchor < noun.First && noun.First - v.Anchor <= 6 && lexicon.MakesVisits(v.Verb) && !words.StandsIn("purpose", context.Text.Tokens, v.End, noun.First));
        if (maker.Verb is not null)
        {
            return maker.Tense is Tense.Subjunctive or Tense.Conditional || maker.Tense == Tense.Infinitive && !IsMade(context, sentence, maker) || IsHoped(context, sentence, maker.First);
        }

        return IsAskedFor(context, sentence, noun.First) || IsObjectOfWish(context, sentence, noun.First)
            // "a souhaité que le général X, ministre de la Défense, vienne en visite officielle"
            || context.Verbs[sentence.Index].LastOrDefault(v => v.Anchor < noun.First && noun.First - v.Anchor <= 3) is { Verb: not null, Tense: Tense.Subjunctive } coming && lexicon.Travels(coming.Verb) && IsHoped(context, sentence, coming.First);
    }

    /// <summary><c>a souhaité la venue à Hanoï, en mai, du ministre X</c>, <c>souhaite une prochaine visite du ministre X</c></summary>
    private bool IsObjectOfWish(VisitContext context, Sentence sentence, int noun)
    {
        var lead = noun - 1;
        while (lead > sentence.First && (words.Has("ordinal", context.Text.Tokens[lead].Folded) || words.Has("before-noun", context.Text.Tokens[lead].Folded) || words.Has("determiner", context.Text.Tokens[lead].Folded)))
        {
            lead--;
        }

        return lead < noun - 1 && context.Verbs[sentence.Index].Any(v => v.Anchor == lead && words.Has("wishing", Folding.Fold(v.Verb)));
    }

    /// <summary><c>il a reçu la visite du ministre X à son hôtel</c>: a call, but <c>Hanoï a reçu la visite du ministre X</c>.</summary>
    private bool IsReceivedBySomebody(VisitContext context, Sentence sentence, PhraseMatch<VisitNoun> noun)
    {
        var article = noun.First - 1;
        return article > sentence.First && words.Has("article", context.Text.Tokens[article].Folded)
            && context.Verbs[sentence.Index].FirstOrDefault(v => v.End == article && words.Has("receiving", Folding.Fold(v.Verb))) is { Verb: not null, IsPassive: false } receiving
            && !context.Mentions[sentence.Index].Any(m => m.EndToken == receiving.First) && !context.HomeMentions[sentence.Index].Any(m => m.EndToken == receiving.First);
    }

    /// <summary><c>aucune visite</c>, <c>une éventuelle visite</c>, <c>a reporté sa visite</c>, <c>la visite de X a été annulée</c></summary>
    private bool IsUnreal(VisitContext context, Sentence sentence, int noun)
    {
        var tokens = context.Text.Tokens;
        if (noun > sentence.First && _unreal.Contains(tokens[noun - 1].Id))
        {
            return true;
        }

        // "attendre avec impatience la venue du ministre X"
        if (Enumerable.Range(Math.Max(sentence.First, noun - 6), noun - Math.Max(sentence.First, noun - 6)).Any(i => _awaiting.Contains(tokens[i].Id)))
        {
            return true;
        }

        // "la venue au Vietnam du président X n'avait pas eu lieu"
        var end = sentence.First + sentence.Count;
        if (context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First > noun && v.First - noun <= UnrealReach && v.End < end && words.Has("took-place", tokens[v.End].Folded) && words.Has("negator", tokens[v.First - 1].Folded) && words.StandsIn("never", tokens, v.First, v.End)))
        {
            return true;
        }

        return words.Has("one-visit", context.Text.Tokens[Math.Max(noun - 1, sentence.First)].Folded)
            && Enumerable.Range(Math.Max(sentence.First, noun - 4), Math.Min(sentence.First + sentence.Count, noun + 24) - Math.Max(sentence.First, noun - 4)).Any(i => _calledOff.Contains(tokens[i].Id));
    }

    /// <summary>A word of hope governs the clause (<c>espère que X se rendra au Vietnam</c>), or it is a condition (<c>si X se rend</c>).</summary>
    public bool IsHoped(VisitContext context, Sentence sentence, int token)
    {
        var tokens = context.Text.Tokens;
        for (var i = token - 1; i >= sentence.First && i > token - 16; i--)
        {
            if (words.Has("that", tokens[i].Folded) && i > sentence.First && words.Has("hope", tokens[i - 1].Folded)
                || words.Has("condition", tokens[i].Folded) && (i == sentence.First || tokens[i - 1].Kind == TokenKind.Punctuation))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An infinitive of what takes place: <c>sa joie d'effectuer une visite</c>, <c>est arrivé à Hanoï pour effectuer une visite</c>.</summary>
    private bool IsMade(VisitContext context, Sentence sentence, VerbGroup maker)
    {
        var tokens = context.Text.Tokens;
        var lead = maker.First - 1;
        if (lead <= sentence.First)
        {
            return false;
        }

        return words.Has("of", tokens[lead].Folded) && _glad.Contains(tokens[lead - 1].Id)
            // "est devenu le premier dirigeant vietnamien à effectuer une visite"
            || IsFirst(context, sentence, maker) || IsAgreed(context, sentence, maker)
            || PurposeOf(context, sentence, lead) is { } purpose && context.Verbs[sentence.Index].Any(v => v.Anchor < purpose && v.Tense is not (Tense.Infinitive or Tense.Conditional) && (lexicon.Travels(v.Verb) || lexicon.BeginsVisits(v.Verb)));
    }

    /// <summary>The <c>pour</c> before an infinitive, or before the one that it is joined to: <c>a quitté Hanoï pour assister au sommet et effectuer une visite</c>.</summary>
    private int? PurposeOf(VisitContext context, Sentence sentence, int lead)
    {
        const int Reach = 24;
        var tokens = context.Text.Tokens;
        if (words.Has("purpose", tokens[lead].Folded))
        {
            return lead;
        }

        if (!words.Has("joining-verbs", tokens[lead].Folded))
        {
            return null;
        }

        var before = context.Verbs[sentence.Index].LastOrDefault(v => v.Anchor < lead && (v.IsFinite || v.Tense == Tense.Infinitive));
        return before is { Verb: not null, Tense: Tense.Infinitive } && before.First > sentence.First && lead - before.Anchor <= Reach ? PurposeOf(context, sentence, before.First - 1) : null;
    }

    /// <summary><c>X fut le premier dirigeant étranger à se rendre à Hanoï</c>: done, though an infinitive tells it.</summary>
    public bool IsFirst(VisitContext context, Sentence sentence, VerbGroup verb)
    {
        const int Reach = 8;
        var tokens = context.Text.Tokens;
        var at = verb.First - 1;
        if (at <= sentence.First || !words.HasWritten("to", tokens[at].Text))
        {
            return false;
        }

        for (var i = at - 1; i >= Math.Max(sentence.First, at - Reach) && tokens[i].Kind != TokenKind.Punctuation; i--)
        {
            // A Premier ministre is not the first, nor is "ce dernier", who is invited, the last.
            if (words.Has("done-by", tokens[i].Folded) && (!tokens[i].IsCapitalized || i == sentence.First && !tokens[i + 1].IsCapitalized && !words.Has("office", tokens[i + 1].Folded)) && !(i > sentence.First && words.Has("this", tokens[i - 1].Folded)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>Première personnalité polonaise à se rendre au Vietnam, le ministre X</c>: said of who follows, before any verb of the sentence.</summary>
    public bool OpensWithFirst(VisitContext context, Sentence sentence, VerbGroup verb) =>
        context.Verbs[sentence.Index].FirstOrDefault().First == verb.First && words.HasWritten("to", context.Text.Tokens[verb.First - 1].Text) && words.Has("done-by", context.Text.Tokens[sentence.First].Folded)
        && !context.Actors[sentence.Index].Any(a => a.IsNamed && a.End <= verb.First);

    /// <summary><c>a accepté de se rendre en Pologne</c>, <c>s'apprête à effectuer une visite</c>: settled by who goes.</summary>
    public bool IsAgreed(VisitContext context, Sentence sentence, VerbGroup verb)
    {
        const int Reach = 2;
        var lead = verb.First - 1;
        return lead > sentence.First && (words.HasWritten("to", context.Text.Tokens[lead].Text) || words.Has("of", context.Text.Tokens[lead].Folded))
            && context.Verbs[sentence.Index].LastOrDefault(v => v.Anchor < lead) is { Verb: not null, IsFinite: true, IsPassive: false, Tense: not (Tense.Conditional or Tense.Subjunctive) } settling
            && lead - settling.End < Reach && words.Has("settling", Folding.Fold(settling.Verb)) && !Meetings.VerbTime.IsNegated(context, sentence, settling);
    }

    /// <summary><c>Avant de gagner l'Indonésie, l'amiral X s'était rendu au Brunei</c>: he went on to there.</summary>
    public bool IsBefore(VisitContext context, Sentence sentence, VerbGroup verb)
    {
        const int Lead = 2;
        const int Opening = 3;
        return verb.First - Lead >= sentence.First && verb.First - sentence.First <= Opening && words.Has("before-doing", context.Text.Tokens[verb.First - Lead].Folded) && words.Has("of", context.Text.Tokens[verb.First - 1].Folded)
            && context.Verbs[sentence.Index].FirstOrDefault(v => v.IsFinite && v.First > verb.End) is { Verb: not null, Tense: Tense.Past or Tense.Pluperfect } main && !Meetings.VerbTime.IsNegated(context, sentence, main);
    }

    /// <summary><c>a transmis l'invitation … pour une visite</c>, <c>l'espoir d'accueillir X en visite</c>, <c>l'organisation d'une visite</c></summary>
    private bool IsAskedFor(VisitContext context, Sentence sentence, int noun)
    {
        var tokens = context.Text.Tokens;
        var lead = noun - 1;
        while (lead > sentence.First && (words.Has("ordinal", tokens[lead].Folded) || words.Has("before-noun", tokens[lead].Folded)))
        {
            lead--;
        }

        if (lead <= sentence.First || !words.Has("some-visit", tokens[lead].Folded))
        {
            return false;
        }

        // "lors d'une visite" is on a visit, but "le texte pourrait être signé à l'occasion d'une visite".
        if (words.Has("of", tokens[lead - 1].Folded) && lead - 2 >= sentence.First && words.Has("on-visit", tokens[lead - 2].Folded))
        {
            return IsLeftOpen(context, sentence, lead);
        }

        // Of somebody "en visite" only a welcome can be wished, or the coming: "l'a prié de venir en visite".
        var isStay = words.Has("in", tokens[lead].Folded);
        var welcome = isStay
            ? context.Verbs[sentence.Index].Where(v => v.Tense == Tense.Infinitive && v.Anchor < lead && (lead - v.Anchor < 20 && words.Has("welcoming", v.Verb) || lead - v.Anchor <= ComingReach && lexicon.Travels(v.Verb))).Select(v => v.Anchor).DefaultIfEmpty(-1).Last()
            : lead;
        return welcome >= 0 && IsAsked(context, sentence, isStay ? welcome - WelcomeReach : lead - Reach, welcome);
    }

    /// <summary><c>le texte serait signé lors d'une visite</c>, <c>il pourrait être signé à l'occasion d'une visite</c>: whether there will be one is open.</summary>
    public bool IsLeftOpen(VisitContext context, Sentence sentence, int token)
    {
        const int Reach = 4;
        var verb = context.Verbs[sentence.Index].LastOrDefault(v => v.Anchor < token);
        return context.Verbs[sentence.Index].LastOrDefault(v => v.IsFinite && v.Anchor < token) is { Verb: not null, Tense: Tense.Conditional }
            || verb is { Verb: not null } && words.StandsIn("might", context.Text.Tokens, Math.Max(sentence.First, verb.First - Reach), verb.Anchor);
    }

    private bool IsAsked(VisitContext context, Sentence sentence, int from, int until)
    {
        var tokens = context.Text.Tokens;
        var told = context.Verbs[sentence.Index].Where(v => v.IsFinite && v.Anchor < until && (lexicon.Travels(v.Verb) || lexicon.MakesVisits(v.Verb) || lexicon.BeginsVisits(v.Verb))).Select(v => v.Anchor).DefaultIfEmpty(sentence.First).Max();
        for (var i = until - 1; i >= Math.Max(told, from); i--)
        {
            // "à l'invitation de" tells who has invited, "souhaiter la bienvenue" that the guest has come.
            if (_asking.Contains(tokens[i].Id) && !IsInviting(words, tokens, sentence.First, i) && !IsWelcome(tokens, i, until))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>à l'invitation de</c>, <c>sur invitation de</c></summary>
    public static bool IsInviting(WordSets words, TokenList tokens, int first, int at)
    {
        var before = at - 1 >= first && words.Has("article", tokens[at - 1].Folded) ? at - 2 : at - 1;
        return words.Has("invitation", tokens[at].Folded) && before >= first && words.Has("on-invitation", tokens[before].Folded);
    }

    private bool IsWelcome(TokenList tokens, int at, int until)
    {
        for (var i = at + 1; i < Math.Min(at + 4, until); i++)
        {
            if (words.Has("welcome-wish", tokens[i].Folded))
            {
                return true;
            }
        }

        return false;
    }
}
