using Entente.Texts;

namespace Entente.Clauses;

/// <summary>
/// The tense that what stands before a verb form gives it: the auxiliary of a participle (<c>a eu, le même jour, reçu</c>), the verb that governs an infinitive
/// (<c>doit recevoir</c>).
/// </summary>
internal sealed class AuxiliaryReader(VerbLexicon lexicon, WordSets words)
{
    /// <summary>How far an auxiliary may stand from its participle, in tokens.</summary>
    private const int Reach = 14;

    /// <summary>How far a participle that agrees may stand from avoir: <c>les a tous deux reçus</c>.</summary>
    private const int AgreeingReach = 4;

    private readonly WordIds _relative = words["relative"];

    /// <summary>The tense that the auxiliary of a participle tells; null without one.</summary>
    public Tense? Of(TokenList tokens, int first, int participle, out int start, out bool passive, out bool reflexive, bool mayAgree = false)
    {
        start = participle;
        passive = false;
        reflexive = false;
        var ete = false;
        for (var j = participle - 1; j >= first && j >= participle - Reach; j--)
        {
            var token = tokens[j];
            if (_relative.Contains(token.Id) || token.Folded is ";" or ":" or "\"" or "(" or ")")
            {
                return null;
            }

            if (token.Kind != TokenKind.Word || IsPreposition(tokens, j))
            {
                continue;
            }

            foreach (var form in lexicon.Of(token))
            {
                if (form.Infinitive == "être" && form.Tense == Tense.Participle)
                {
                    ete = true;
                    passive = true;
                    start = j;
                    break;
                }

                if (form.Infinitive is "avoir" or "être" && form.Tense != Tense.Participle)
                {
                    // "a pour hôte le ministre X, arrivé mardi", "s'est ouvert au ministre X, venu mardi": another verb's.
                    if (!ete && !mayAgree && participle - j > AgreeingReach && TakesOnlyEtre(tokens[participle]) && (form.Infinitive == "avoir" || j - 1 > first && words.Has("reflexive", tokens[j - 1].Folded)))
                    {
                        return null;
                    }

                    start = j;
                    var isEtre = form.Infinitive == "être";
                    // "s'y est entretenu"
                    var pronoun = j - 1 > first && words.Has("there", tokens[j - 1].Folded) ? j - 2 : j - 1;
                    if (isEtre && !ete && pronoun >= first && words.Has("reflexive", tokens[pronoun].Folded))
                    {
                        reflexive = true;
                        start = pronoun;
                        return Compound(form.Tense);
                    }

                    if (isEtre && !ete)
                    {
                        passive = true;
                        return form.Tense == Tense.Infinitive ? Governing(tokens, first, j, ref start) : form.Tense;
                    }

                    // "a eu un entretien avec des marins venus de Brest": after avoir a form that agrees at a distance describes what stands before it.
                    if (!ete && !mayAgree && participle - j > AgreeingReach && Agrees(tokens[participle]))
                    {
                        return null;
                    }

                    return form.Tense == Tense.Infinitive && Governing(tokens, first, j, ref start) is Tense.Future ? Tense.Future : Compound(form.Tense);
                }

                if (form.Tense is Tense.Future or Tense.Present or Tense.Imperfect or Tense.Conditional && !ete && !words.Has("determiner", j > first ? tokens[j - 1].Folded : ""))
                {
                    return null;
                }

                // Another participle on the way: its auxiliary is not ours, unless we are joined to it: "a eu un entretien avec A et rencontré B".
                if (form.Tense == Tense.Participle && j != participle - 1 && (form.Infinitive is not "avoir" and not "faire" || words.Has("joining", tokens[Math.Max(first, start - 1)].Folded)))
                {
                    return ete ? Tense.Past : null;
                }
            }
        }

        return ete ? Tense.Past : null;
    }

    /// <summary>The time that a verb before an infinitive gives it: <c>doit recevoir</c>, <c>vient de recevoir</c>, <c>ira saluer</c>.</summary>
    public Tense Governing(TokenList tokens, int first, int i, ref int start)
    {
        const int Near = 4;
        var last = BeforeAside(tokens, first, i - 1);
        for (var j = last; j >= first && j > last - Near; j--)
        {
            foreach (var form in lexicon.Of(tokens[j]))
            {
                if (form.Infinitive == "devoir" && form.Tense != Tense.Participle)
                {
                    start = j;
                    return Tense.Future;
                }

                // "avant d'aller saluer"
                if (form.Infinitive == "aller" && form.Tense == Tense.Infinitive)
                {
                    start = j;
                    return Tense.Infinitive;
                }

                if (form.Infinitive == "aller" && form.Tense is Tense.Present or Tense.Future or Tense.Conditional)
                {
                    start = j;
                    return Tense.Future;
                }

                // "est allé saluer", "était venu présenter"
                if (form.Infinitive is "aller" or "venir" && form.Tense == Tense.Participle
                    && (Of(tokens, first, j, out var auxiliary, out _, out _, mayAgree: true) ?? (form.Infinitive == "aller" ? Tense.Past : null)) is { } gone)
                {
                    start = auxiliary;
                    return gone switch { Tense.Present => Tense.Past, Tense.Imperfect => Tense.Pluperfect, _ => gone };
                }

                if (form.Infinitive == "faire" && form.Tense == Tense.Participle)
                {
                    start = j;
                    return Of(tokens, first, j, out _, out _, out _) ?? Tense.Infinitive;
                }

                if (form.Infinitive == "venir" && j + 1 < i && words.Has("singular-of", tokens[j + 1].Folded))
                {
                    start = j;
                    return Tense.Past;
                }
            }

            if (!words.Has("adverb", tokens[j].Folded) && !words.Has("day-between", tokens[j].Folded) && tokens[j].Kind != TokenKind.Number)
            {
                break;
            }
        }

        return Tense.Infinitive;
    }

    /// <summary><c>arrivé</c>, <c>venu</c>: neither with avoir nor with <c>se</c>.</summary>
    public bool TakesOnlyEtre(Token participle) => lexicon.Of(participle) is { Count: > 0 } forms && forms.TrueForAll(f => words.Has("only-etre-verb", Folding.Fold(f.Infinitive)));

    /// <summary>The token before what commas set apart right before a verb: <c>est venu, le 20 mars, prendre congé</c>.</summary>
    private static int BeforeAside(TokenList tokens, int first, int last)
    {
        const int Longest = 8;
        if (last <= first || tokens[last].Text != ",")
        {
            return last;
        }

        for (var i = last - 1; i > first && i >= last - Longest; i--)
        {
            if (tokens[i].Text == ",")
            {
                return i - 1;
            }
        }

        return last;
    }

    /// <summary><c>À</c>, also where a page writes its capital bare: <c>A l'issue de l'entretien</c>, but <c>A également participé</c>.</summary>
    public bool IsPreposition(TokenList tokens, int i) =>
        words.HasWritten("to", tokens[i].Text) || words.HasWritten("to-or-bare", tokens[i].Text) && i + 1 < tokens.Count && !words.Has("adverb-of-verb", tokens[i + 1].Folded) && !lexicon.Of(tokens[i + 1]).Any(f => f.Tense == Tense.Participle);

    /// <summary>A participle of a feminine or a plural; <c>mis</c>, <c>pris</c> may be either.</summary>
    public bool Agrees(Token participle) => lexicon.Of(participle).TrueForAll(static f => f.Agrees);

    public static Tense Compound(Tense auxiliary) => auxiliary switch
    {
        Tense.Imperfect => Tense.Pluperfect,
        // "aura rencontré": done once the visit ends.
        Tense.Future => Tense.Past,
        Tense.Conditional => Tense.Conditional,
        Tense.Subjunctive => Tense.Past,
        _ => Tense.Past,
    };
}
