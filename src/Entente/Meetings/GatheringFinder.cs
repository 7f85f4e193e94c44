using Entente.Clauses;
using Entente.Lexicons;
using Entente.Partners;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>The name of a gathering in its sentence.</summary>
/// <param name="First">Token of its head (<c>conférence</c>).</param>
/// <param name="End">Index after its name.</param>
/// <param name="IsOccasion">Others meet in its margin, or prepare for it.</param>
/// <param name="Partners">Those that the name holds: <c>rencontre ASEAN - Japon</c>, <c>conférence Vietnam - Laos - Cambodge</c>.</param>
internal sealed record Gathering(int First, int End, IReadOnlyList<string> Partners, bool IsOccasion)
{
    /// <summary>The occasion of what is said there: <c>a affirmé X lors de la réunion</c>.</summary>
    public bool IsSpokenAt { get; init; }
}

/// <summary>
/// Finds the names of gatherings of several: those known by name (<c>Dialogue de Shangri-La</c>), and any conference, meeting or forum whose
/// name holds a body or two states. One that others meet in the margin of, or prepare for, is only an occasion.
/// </summary>
internal sealed class GatheringFinder(EncounterLexicon lexicon, WordSets words)
{
    /// <summary>Longest name, in tokens: <c>réunion informelle des chefs des forces de défense de l'ASEAN</c>.</summary>
    private const int LongestName = 22;

    private const int MarginReach = 6;

    /// <summary>Partners from which on those who attend make a gathering.</summary>
    private const int Several = 2;

    /// <summary>The first gathering of a sentence, one that is more than an occasion before others; null for none.</summary>
    public Gathering? Find(ArticleContext context, Sentence sentence)
    {
        Gathering? occasion = null;
        foreach (var head in lexicon.Gatherings.Find(context.Text, sentence))
        {
            // "lors de la 11e Réunion des chefs des forces de défense de l'ASEAN (ACDFIM-11)": one by two names.
            if (occasion is not null && head.First < occasion.End)
            {
                continue;
            }

            if (head.Value is { IsNamed: true, Body.Length: > 0 } && IsOffice(context.Text.Tokens, sentence.First, head.First))
            {
                continue;
            }

            var end = NameEnd(context, sentence, head.Next);
            var partners = Inside(context, sentence, head.First, end);
            if (head.Value.Body.Length > 0 && !partners.Contains(head.Value.Body))
            {
                partners.Insert(0, head.Value.Body);
            }

            if (partners.Count == 0)
            {
                partners = ByAdjectives(context, sentence, head.Next, end);
            }

            if (!head.Value.IsNamed && partners.Count < 2 && Attending(context, sentence, end).Count < Several
                && (IsOfHome(context, sentence, head.First, end) || !partners.Exists(context.IsBody) && !HasAbbreviation(context, head.First, end) && !IsOfPeers(context, sentence, head.First, end)))
            {
                continue;
            }

            var gathering = new Gathering(head.First, end, partners, sentence.Section != SectionKind.Caption && IsOccasion(context, sentence, head.First)) { IsSpokenAt = IsSpokenAt(context, sentence, head.First) };
            // "S'exprimant lors de la 10e Réunion de l'ASEAN (ADMM+), X a appelé à ce que l'ADMM+ reste un pont": what is said there of it.
            if (occasion is { IsSpokenAt: true } && gathering.Partners.Count > 0 && gathering.Partners.All(p => occasion.Partners.Contains(p, StringComparer.Ordinal))
                && !context.Verbs[sentence.Index].Exists(v => v.IsFinite && v.First >= occasion.End && v.End <= gathering.First && TakingPart.Attends(context, v)))
            {
                continue;
            }

            if (!gathering.IsOccasion)
            {
                return gathering;
            }

            occasion ??= gathering;
        }

        return occasion;
    }

    /// <summary><c>en sa qualité de président de l'ADMM 2020</c>: somebody's office, and no gathering that is told.</summary>
    private bool IsOffice(TokenList tokens, int first, int head)
    {
        var of = head - 1 > first && words.Has("article", tokens[head - 1].Folded) ? head - 2 : head - 1;
        return of > first && words.Has("of", tokens[of].Folded) && words.Has("chair-of", tokens[of - 1].Folded);
    }

    /// <summary>A name ends at its clause: at a mark, a verb, a relative, a place, or those whom one meets.</summary>
    private int NameEnd(ArticleContext context, Sentence sentence, int from)
    {
        var tokens = context.Text.Tokens;
        var end = Math.Min(sentence.First + sentence.Count, from + LongestName);
        // "la conférence « Des responsables de la défense des pays de l'ONU »": the quotes are its name's, up to those that close it.
        while (from + 1 < end && words.Has("quote-mark", tokens[from].Folded))
        {
            from++;
        }

        for (var i = from; i < end; i++)
        {
            // "la réunion des ministres de la Défense du Cambodge, du Laos et du Vietnam": the name goes on with a state.
            var isMark = tokens[i].Kind == TokenKind.Punctuation && tokens[i].Folded is not ("-" or "–" or "(" or ")" or "+") && !GoesOn(context, sentence, i, end);
            if (isMark || words.Has("relative", tokens[i].Folded) || words.Has("name-stop", tokens[i].Folded) && !(words.Has("in", tokens[i].Folded) && i + 1 < end && words.Has("held-how", tokens[i + 1].Folded)) || words.HasWritten("to", tokens[i].Text) || context.BeginsFinite(sentence, i))
            {
                return i;
            }
        }

        return end;
    }

    private bool GoesOn(ArticleContext context, Sentence sentence, int comma, int end)
    {
        const int Reach = 3;
        if (IsAdjective(context, sentence, comma - 1) && IsAdjective(context, sentence, comma + 1))
        {
            return true;
        }

        return words.Has("list-mark", context.Text.Tokens[comma].Folded) && comma + 1 < end && words.Has("of", context.Text.Tokens[comma + 1].Folded)
            && (context.Mentions[sentence.Index].Any(m => m.FirstToken > comma && m.FirstToken <= comma + Reach && m.Kind == MentionKind.Name) || context.HomeMentions[sentence.Index].Any(m => m.FirstToken > comma && m.FirstToken <= comma + Reach));
    }

    /// <summary>
    /// The partners told as attending behind the name of a gathering (<c>… s'est ouverte en présence de représentants des États-Unis et de la France</c>, <c>… de
    /// l'ambassadeur sud-coréen X</c>); empty where no word of attendance stands there.
    /// </summary>
    public IReadOnlyList<string> Attending(ArticleContext context, Sentence sentence, int end)
    {
        var at = AttendedAt(context, sentence, end);
        return at < 0 ? [] : [.. context.Mentions[sentence.Index].Where(m => m.FirstToken > at && !m.IsPlace).Select(m => m.Code)
            .Concat(context.Actors[sentence.Index].Where(a => a.First > at && context.IsForeign(a)).Select(a => a.Country!)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The word of attendance behind the name of a gathering; -1 for none.</summary>
    public int AttendedAt(ArticleContext context, Sentence sentence, int end)
    {
        for (var i = end; i < sentence.First + sentence.Count; i++)
        {
            // "a mis en présence X et Y"
            if (words.Has("attended", context.Text.Tokens[i].Folded) && !(words.Has("face-to-face", context.Text.Tokens[i].Folded) && new BringingTogether(words).IsPut(context.Text.Tokens, sentence.First, i)))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary><c>la 18e Réunion des chefs des agences de garde-côtes asiatiques (HACGAM)</c>: one that has a capital and an abbreviation is known by its name.</summary>
    private static bool HasAbbreviation(ArticleContext context, int head, int end)
    {
        const int Shortest = 3;
        var tokens = context.Text.Tokens;
        for (var i = head + 1; i + 1 < Math.Min(end, tokens.Count) && tokens[head].IsCapitalized; i++)
        {
            if (tokens[i].Folded == "(" && tokens[i + 1].Length >= Shortest && tokens[i + 1].Text.All(char.IsUpper))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>la 5e Conférence des chefs d'état-major de l'Indo-Pacifique</c>, <c>la Conférence 2023 des commandants de l'armée de terre</c>: one with a number or a year, of those who hold one office each.</summary>
    private bool IsOfPeers(ArticleContext context, Sentence sentence, int head, int end)
    {
        const int Before = 2;
        var tokens = context.Text.Tokens;
        var of = head + 1 < end && tokens[head + 1].Kind == TokenKind.Number ? head + 2 : head + 1;
        return tokens[head].IsCapitalized && of + 1 < end && words.Has("of", tokens[of].Folded) && words.Has("peers", tokens[of + 1].Folded)
            && (of == head + 2 || Enumerable.Range(Math.Max(sentence.First, head - Before), head - Math.Max(sentence.First, head - Before)).Any(i => char.IsAsciiDigit(tokens[i].Text[0]) || words.Has("ordinal", tokens[i].Folded)));
    }

    private static bool IsAdjective(ArticleContext context, Sentence sentence, int at) =>
        context.Mentions[sentence.Index].Exists(m => m.Kind == MentionKind.Demonym && m.FirstToken == at) || context.HomeMentions[sentence.Index].Any(m => m.Kind == MentionKind.Demonym && m.FirstToken == at);

    /// <summary><c>la réunion annuelle des ministres cambodgien, lao et vietnamien</c>: of several states by their adjectives, ours among them.</summary>
    private static List<string> ByAdjectives(ArticleContext context, Sentence sentence, int from, int end)
    {
        var states = context.Mentions[sentence.Index].Where(m => m.Kind == MentionKind.Demonym && m.FirstToken >= from && m.FirstToken < end).Select(m => m.Code).Distinct(StringComparer.Ordinal).ToList();
        return states.Count >= Several && context.HomeMentions[sentence.Index].Any(m => m.Kind == MentionKind.Demonym && m.FirstToken >= from && m.FirstToken < end) ? states : [];
    }

    private static List<string> Inside(ArticleContext context, Sentence sentence, int from, int end) =>
        [.. context.Mentions[sentence.Index].Where(m => m.FirstToken >= from && m.FirstToken < end && m.Kind is MentionKind.Body or MentionKind.Name)
            .Select(m => m.Code).Distinct(StringComparer.Ordinal)];

    /// <summary><c>le 4e Dialogue de défense entre le Vietnam et l'Union européenne</c>: of two, though one is a body.</summary>
    private static bool IsOfHome(ArticleContext context, Sentence sentence, int from, int end) =>
        context.HomeMentions[sentence.Index].Any(m => m.FirstToken >= from && m.FirstToken < end && !m.IsPlace);

    /// <summary>A gathering that the lost lead told: <c>X a assisté à l'événement</c>, where the article is about a body.</summary>
    public Gathering? FindToldBefore(ArticleContext context, Sentence sentence, int attending)
    {
        const int Reach = 4;
        var tokens = context.Text.Tokens;
        var bodies = context.Partners.MainPartners.Where(context.IsBody).ToList();
        for (var i = attending; bodies.Count > 0 && i < Math.Min(attending + Reach, sentence.First + sentence.Count - 1); i++)
        {
            if (words.Has("known-gathering", tokens[i].Folded) && words.Has("gathering", tokens[i + 1].Folded))
            {
                return new Gathering(i + 1, i + 2, bodies, false);
            }
        }

        return null;
    }

    /// <summary><c>a assisté à l'ouverture et est intervenu pendant la troisième séance plénière</c> of one that the lost lead told and others met in the margin of: <c>En marge du forum</c>.</summary>
    public Gathering? FindPlenary(ArticleContext context, Sentence sentence) =>
        context.Verbs[sentence.Index].Where(v => v is { IsFinite: true, Tense: Tense.Past } && (TakingPart.Attends(context, v) || TakingPart.Speaks(context, v))).Select(v => FindPlenary(context, sentence, v.End)).FirstOrDefault(g => g is not null);

    private Gathering? FindPlenary(ArticleContext context, Sentence sentence, int attending)
    {
        const int Reach = 8;
        var tokens = context.Text.Tokens;
        var sitting = Enumerable.Range(attending, Math.Max(0, Math.Min(Reach, sentence.First + sentence.Count - attending))).FirstOrDefault(i => words.Has("sitting", tokens[i].Folded), -1);
        return sitting > attending && words.Has("definite-sitting", tokens[sitting - 1].Folded) && context.Text.Sentences.Any(s => s.Section == SectionKind.Body && s.Index > sentence.Index && IsInMargin(context, s))
            ? new Gathering(sitting, sitting + 1, [], false) : null;
    }

    /// <summary><c>En marge du forum</c>: of one told before.</summary>
    private bool IsInMargin(ArticleContext context, Sentence sentence)
    {
        var tokens = context.Text.Tokens;
        for (var i = sentence.First; i + 2 < sentence.First + sentence.Count; i++)
        {
            var noun = words.Has("article", tokens[i + 2].Folded) ? i + 3 : i + 2;
            if (words.Has("margin", tokens[i].Folded) && words.Has("of", tokens[i + 1].Folded) && noun + 1 < tokens.Count && words.Has("gathering-in-margin", tokens[noun].Folded) && (tokens[noun + 1].Kind == TokenKind.Punctuation || context.Actors[sentence.Index].Exists(a => a.First >= noun)))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsSpokenAt(ArticleContext context, Sentence sentence, int at)
    {
        for (var i = at - 1; i >= sentence.First && i >= at - MarginReach; i--)
        {
            if (words.Has("occasion", context.Text.Tokens[i].Folded))
            {
                return words.Has("spoken-at", context.Text.Tokens[i].Folded);
            }
        }

        return false;
    }

    private bool IsOccasion(ArticleContext context, Sentence sentence, int at)
    {
        var isGoal = false;
        for (var i = at - 1; i >= sentence.First && i >= at - MarginReach; i--)
        {
            // "est à Moscou depuis mardi pour la conférence"
            isGoal |= words.Has("purpose", context.Text.Tokens[i].Folded);
            // "à la veille de la réunion", but "la veille, X avait assisté à la réunion"
            if (words.Has("eve", context.Text.Tokens[i].Folded) && words.Has("of", context.Text.Tokens[i + 1].Folded))
            {
                return true;
            }

            if (words.Has("occasion", context.Text.Tokens[i].Folded) && !(isGoal && words.Has("since", context.Text.Tokens[i].Folded)))
            {
                return !IsHosted(context, sentence, i);
            }
        }

        return false;
    }

    /// <summary><c>La capitale a accueilli mercredi la réunion</c>: it sat there; <c>avoir accueilli la réunion</c> is what one is thanked for.</summary>
    private bool IsHosted(ArticleContext context, Sentence sentence, int at) =>
        context.Verbs[sentence.Index].Any(v => v is { IsFinite: true, IsPassive: false, Tense: Tense.Past } && v.Anchor == at && v.First < at && words.Has("town-hosts", Folding.Fold(v.Verb))
            && context.Verbs[sentence.Index].TrueForAll(f => !f.IsFinite || f.First >= v.First || words.Has("cleft-lead", context.Text.Tokens[sentence.First].Folded)));
}
