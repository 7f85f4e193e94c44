using Entente.People;
using Entente.Texts;

namespace Entente.Clauses;

/// <summary>
/// Finds the verbs of a sentence. It starts from the verb itself and looks to its left for auxiliaries, over what French puts between
/// (<c>a eu, le 8 septembre, un entretien</c>; <c>a été, le même jour, reçu</c>); a participle joined to an earlier one takes its auxiliary
/// (<c>a présidé la cérémonie, puis conduit l'entretien</c>).
/// </summary>
internal sealed class VerbReader(VerbLexicon lexicon, WordSets words)
{
    private readonly AuxiliaryReader _auxiliaries = new(lexicon, words);

    public List<VerbGroup> Read(ArticleText text, Sentence sentence)
    {
        var groups = new List<VerbGroup>();
        var end = sentence.First + sentence.Count;
        for (var i = sentence.First; i < end; i++)
        {
            // A capital inside a sentence is a name's: "le général Vu Van Hien".
            if (lexicon.MayHave(text.Tokens[i]) && text.Tokens[i].Kind == TokenKind.Word && !(text.Tokens[i].IsCapitalized && (i > sentence.First && text.Tokens[i - 1].Kind == TokenKind.Word || IsInitial(text.Tokens, i) || _auxiliaries.IsPreposition(text.Tokens, i))) && ReadAt(text.Tokens, sentence, i, groups) is { } group)
            {
                groups.Add(group);
            }
        }

        // An auxiliary is part of the verb that it serves, no verb of its own.
        var kept = 0;
        for (var i = 0; i < groups.Count; i++)
        {
            if (!ServesLater(groups, i))
            {
                groups[kept++] = groups[i];
            }
        }

        groups.RemoveRange(kept, groups.Count - kept);
        return groups;
    }

    /// <summary><c>P. A. Golovtchenko</c> has no verb.</summary>
    private static bool IsInitial(TokenList tokens, int i) => tokens[i].Length == 1 && i + 1 < tokens.Count && tokens[i + 1].Text == "." && !tokens[i + 1].SpaceBefore;

    private static bool ServesLater(List<VerbGroup> groups, int auxiliary)
    {
        var anchor = groups[auxiliary].Anchor;
        for (var i = auxiliary + 1; i < groups.Count; i++)
        {
            if (anchor >= groups[i].First && anchor < groups[i].Anchor)
            {
                return true;
            }
        }

        return false;
    }

    private VerbGroup? ReadAt(TokenList tokens, Sentence sentence, int i, List<VerbGroup> before)
    {
        VerbGroup? best = null;
        foreach (var form in lexicon.Of(tokens[i]))
        {
            var group = form.Tense switch
            {
                Tense.Participle => ReadParticiple(tokens, sentence, i, form.Infinitive, before),
                Tense.Infinitive => ReadInfinitive(tokens, sentence.First, i, form.Infinitive),
                // "le dirigeant lao", "un participant" are nouns.
                Tense.Gerund => IsDeterminer(tokens, sentence.First, i - 1) && !words.Has("in", tokens[i - 1].Folded) ? null : new VerbGroup(form.Infinitive, i, i, Tense.Gerund, false, Reflexive(tokens, sentence.First, i), false),
                _ => ReadFinite(tokens, sentence.First, i, form),
            };
            // A form that is both present and subjunctive is the first; a participle with an auxiliary goes before all.
            if (group is { } found && (best is null || (found.IsFinite && !best.Value.IsFinite)))
            {
                best = found;
            }
        }

        return best;
    }

    // "Bui Thanh Son conduit la délégation": the end of a name is no article.
    private bool IsDeterminer(TokenList tokens, int first, int i) =>
        i >= first && words.Has("determiner", tokens[i].Folded) && !(i > first && tokens[i].IsCapitalized && tokens[i - 1].IsCapitalized && tokens[i - 1].Kind == TokenKind.Word);

    private VerbGroup? ReadFinite(TokenList tokens, int first, int i, VerbForm form)
    {
        var previous = i > first ? tokens[i - 1].Folded : "";
        // "la rencontre", "une visite", "sa demande" are nouns.
        // "l'a exposé" has no article.
        if (form.Tense is Tense.Present or Tense.Subjunctive && form.Infinitive != "avoir" && (IsDeterminer(tokens, first, i - 1) || words.Has("ordinal", previous) || words.Has("before-noun", previous) || i > first && char.IsAsciiDigit(previous[0]) && previous.Length < 4))
        {
            return null;
        }

        if (words.Has("part", tokens[i].Folded) && IsNounOfPhrase(tokens, first, i))
        {
            return null;
        }

        var reflexive = Reflexive(tokens, first, i);
        var tense = form.Tense == Tense.Present && words.Has("subjunctive-before", SubjunctiveHead(tokens, first, i)) ? Tense.Subjunctive : form.Tense;
        // "s'y rendra"
        return new VerbGroup(form.Infinitive, !reflexive ? i : words.Has("place-pronoun", previous) ? i - 2 : i - 1, i, tense, false, reflexive, true);
    }

    /// <summary><c>a pris part</c>, <c>fait également part</c>, <c>d'autre part</c>, <c>de part et d'autre</c>: no form of <c>partir</c>.</summary>
    private bool IsNounOfPhrase(TokenList tokens, int first, int i)
    {
        var before = i - 1;
        while (before > first && !words.Has("part-lead", tokens[before].Folded) && (words.Has("adverb", tokens[before].Folded) || words.Has("adverb-of-verb", tokens[before].Folded)))
        {
            before--;
        }

        return before >= first && (words.Has("part-lead", tokens[before].Folded) || lexicon.Of(tokens[before]).Any(f => words.Has("with-part", f.Infinitive)));
    }

    /// <summary>The word before the <c>que</c> whose clause a verb ends: <c>souhaité</c> in <c>a souhaité que les deux ministères signent</c>.</summary>
    private string SubjunctiveHead(TokenList tokens, int first, int i)
    {
        for (var j = i - 1; j > first && j > i - 10; j--)
        {
            if (words.Has("that", tokens[j].Folded))
            {
                return tokens[j - 1].Folded;
            }
        }

        return "";
    }

    private VerbGroup ReadInfinitive(TokenList tokens, int first, int i, string verb)
    {
        // "s'est vu recevoir par le ministre" is a passive.
        if (i > first + 1 && words.Has("saw", tokens[i - 1].Folded) && _auxiliaries.Of(tokens, first, i - 1, out var seen, out _, out var self) is { } past && self)
        {
            return new VerbGroup(verb, seen, i, past, true, false, true);
        }

        var reflexive = Reflexive(tokens, first, i);
        var start = !reflexive ? i : words.Has("place-pronoun", tokens[i - 1].Folded) ? i - 2 : i - 1;
        var tense = _auxiliaries.Governing(tokens, first, start, ref start);
        return new VerbGroup(verb, start, i, tense, false, reflexive, tense != Tense.Infinitive);
    }

    private VerbGroup? ReadParticiple(TokenList tokens, Sentence sentence, int i, string verb, List<VerbGroup> before)
    {
        // "a eu un entretien avec le colonel X, attaché de défense": an office.
        if (words.Has("office-participle", tokens[i].Folded) && PeopleLexicon.French.Titles.TryMatchAt(tokens, i, sentence.First + sentence.Count, out _))
        {
            return null;
        }

        // "le reçu", "la conduite", "une entrevue" are nouns.
        if (IsDeterminer(tokens, sentence.First, i - 1) && !words.Has("article", tokens[i - 1].Folded))
        {
            return null;
        }

        var tense = _auxiliaries.Of(tokens, sentence.First, i, out var start, out var passive, out var reflexive);
        if (tense is { } found)
        {
            // "est allé" is a past; "est reçu" a passive present.
            var intransitive = passive && words.Has("etre-verb", Folding.Fold(verb));
            return new VerbGroup(verb, start, i, intransitive && found == Tense.Present ? Tense.Past : intransitive && found == Tense.Imperfect ? Tense.Pluperfect : found, passive && !intransitive, reflexive, true);
        }

        // "Il reçu le ministre": the auxiliary is lost.
        if (i > sentence.First && words.Has("singular-pronoun", tokens[i - 1].Folded))
        {
            return new VerbGroup(verb, i, i, Tense.Past, false, false, true);
        }

        // "a visité le salon, assisté à un banquet présidé par X et rencontré Y": a reduced clause may stand between.
        if (JoinedTo(tokens, before, i) is { Verb: not null } joined && i - joined.Anchor <= 30 && i > sentence.First
            && words.Has("joining", tokens[i - 1].Folded) && (lexicon.Of(tokens[joined.Anchor]).Any(f => f.Tense == Tense.Participle) || IsOfUnknown(tokens, sentence, joined))
            && (!words.Has("list-mark", tokens[i - 1].Folded) || IsInList(tokens, sentence, i)) && !DescribesNoun(tokens, i, joined)
            // "s'est entretenu avec X, arrivé mardi"
            && !(joined.IsReflexive && tokens[i - 1].Text == "," && _auxiliaries.TakesOnlyEtre(tokens[i])))
        {
            // "a rencontré A ; s'est entretenue avec B ; et rencontré C": the auxiliary is that of the first.
            if (joined.IsReflexive && tokens[i - 2].Text == ";" && before.FindLast(v => v is { IsFinite: true, IsReflexive: false, IsPassive: false } && v.First < v.Anchor) is { Verb: not null } first)
            {
                joined = first;
            }

            return joined with { Verb = verb, First = i, Anchor = i, IsPassive = joined.IsPassive && !TakesObject(tokens, sentence, i, joined), Tense = IsOfUnknown(tokens, sentence, joined) ? AuxiliaryReader.Compound(joined.Tense) : joined.Tense };
        }

        return new VerbGroup(verb, i, i, Tense.Participle, true, false, false);
    }

    /// <summary><c>a été reçu par A et rencontré le ministre B</c>: of the passive only avoir goes on.</summary>
    private bool TakesObject(TokenList tokens, Sentence sentence, int participle, VerbGroup passive) =>
        participle + 1 < sentence.First + sentence.Count && words.Has("determiner", tokens[participle + 1].Folded) && lexicon.Of(tokens[passive.First]).Exists(f => f.Infinitive == "avoir" || f is { Infinitive: "être", Tense: Tense.Participle });

    /// <summary><c>a fleuri le monument, visité l'usine et rencontré X</c>: of the first verb only the auxiliary is known.</summary>
    private bool IsOfUnknown(TokenList tokens, Sentence sentence, VerbGroup verb) =>
        verb is { Verb: "avoir", Tense: Tense.Present or Tense.Imperfect } && verb.Anchor + 1 < sentence.First + sentence.Count && UnknownParticiple.Is(tokens[verb.Anchor + 1], words);

    /// <summary>The finite verb before a participle; behind <c>, et</c> no verb of a relative clause: <c>ont préparé la visite que X envisage d'effectuer, et signé un accord</c>.</summary>
    private VerbGroup JoinedTo(TokenList tokens, List<VerbGroup> before, int participle)
    {
        var last = before.FindLastIndex(v => v.IsFinite);
        if (last <= 0 || !words.Has("and", tokens[participle - 1].Folded) || tokens[participle - 2].Folded != "," || lexicon.Of(tokens[before[last].Anchor]).Any(f => f.Tense == Tense.Participle))
        {
            return last < 0 ? default : before[last];
        }

        var main = before.FindLastIndex(last - 1, v => v.IsFinite);
        for (var i = main < 0 ? before[last].First : before[main].End; i < before[last].First; i++)
        {
            if (words.Has("relative-object", tokens[i].Folded))
            {
                return before[main];
            }
        }

        return before[last];
    }

    /// <summary><c>a eu des entretiens en comité restreint, suivis d'une séance plénière</c>: behind avoir only the masculine singular goes on with what was done.</summary>
    private bool DescribesNoun(TokenList tokens, int participle, VerbGroup joined) =>
        joined is { IsPassive: false, IsReflexive: false } && _auxiliaries.Agrees(tokens[participle]) && !words.Has("etre-verb", Folding.Fold(joined.Verb)) && !lexicon.Of(tokens[participle]).Exists(f => words.Has("etre-verb", Folding.Fold(f.Infinitive)))
            && !(joined.First > 0 && words.Has("object-pronoun", tokens[joined.First - 1].Folded));

    /// <summary>
    /// Whether a participle after a comma goes on with a list of things done (<c>a visité le salon, assisté au banquet et rencontré Y</c>); <c>a déclaré X, reçu par Y</c>
    /// describes somebody.
    /// </summary>
    private bool IsInList(TokenList tokens, Sentence sentence, int participle)
    {
        const int AgentReach = 8;
        var end = sentence.First + sentence.Count;
        for (var i = participle + 1; i < Math.Min(end, participle + AgentReach) && !words.Has("list-mark", tokens[i].Folded); i++)
        {
            if (words.Has("agent", tokens[i].Folded))
            {
                return false;
            }
        }

        return true;
    }

    private bool Reflexive(TokenList tokens, int first, int i) =>
        i > first && (words.Has("reflexive", tokens[i - 1].Folded) || i - 1 > first && words.Has("place-pronoun", tokens[i - 1].Folded) && words.Has("reflexive", tokens[i - 2].Folded));
}
