using Entente.Clauses;
using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>Finds the verbs and nouns of encounter in a sentence, with the time that their clause gives them; look-alikes stay out.</summary>
internal sealed class TriggerFinder
{
    /// <summary>Tokens between a verb and the letters that are its object: <c>mardi matin ses</c>.</summary>
    private const int CredentialsReach = 22;

    private readonly EncounterLexicon lexicon;
    private readonly WordSets words;
    private readonly SessionNouns _sessions;
    private readonly NounTriggerReader _nouns;

    public TriggerFinder(EncounterLexicon lexicon, WordSets words)
    {
        (this.lexicon, this.words, _sessions) = (lexicon, words, new SessionNouns(words));
        _nouns = new NounTriggerReader(words, _sessions);
    }

    public IReadOnlyList<Trigger> Find(ArticleContext context, Sentence sentence, IReadOnlyList<PhraseMatch<EncounterCue>> cues)
    {
        var found = new List<Trigger>();
        var verbs = context.Verbs[sentence.Index];
        foreach (var verb in verbs)
        {
            var rules = lexicon.Verbs[verb.Verb];
            // "les objectifs dont sont convenus le secrétaire général X et le président Y": only referred to, where no day is told.
            if (rules.Any() && (VerbTime.IsNegated(context, sentence, verb) || verb.First > sentence.First && words.Has("whose", context.Text.Tokens[verb.First - 1].Folded) && context.DatesIn[sentence.Index].Count == 0))
            {
                continue;
            }

            foreach (var rule in rules)
            {
                if (Matches(context, sentence, rule, verb, cues) && !IsOfPerception(rule, verb, verbs) && !IsOfThing(context, sentence, rule, verb) && VerbTime.Of(context, sentence, verbs, verb) is { } tense && !(tense == Tense.Future && words.StandsIn("calls-off", context.Text.Tokens, verb.End, sentence.First + sentence.Count)))
                {
                    found.Add(new Trigger(IsAtAirport(context, sentence, rule, verb) ? rule with { Kind = MeetingKind.Contact } : rule, verb.First, verb.End, tense, SubjectFollows: verb.Tense == Tense.Gerund || verb is { Tense: Tense.Participle, IsPassive: true } && IsAtHead(context, sentence, verb)));
                    break;
                }
            }
        }

        foreach (var noun in lexicon.Nouns.Find(context.Text, sentence))
        {
            // "le général X, vice-président de la Commission militaire centrale": part of who he is.
            if (context.Actors[sentence.Index].Any(a => a.IsNamed && a.First < noun.First && noun.Next <= a.End))
            {
                continue;
            }

            if (IsCalledOff(context, sentence, noun) || IsParticiple(context.Text.Tokens[noun.Next - 1], noun.Value))
            {
                continue;
            }

            // "a eu un entretien avec A, et une séance de travail avec B": one verb holds both.
            var first = found.FindLast(t => t.Rule.Form == TriggerForm.Noun && t is { IsInPassing: false, IsEvent: false } && t.End <= noun.First);
            if (first is not null && (IsSecond(context, sentence, first, noun) || IsFollowing(context, sentence, first, noun)))
            {
                found.Add(first with { Rule = noun.Value, End = noun.Next, Joined = noun.First });
            }
            else if (!(lexicon.Gatherings.TryMatchAt(context.Text.Tokens, noun.First, sentence.First + sentence.Count, out var gathering) && gathering.Value.IsNamed) && !(noun.Value.Kind is MeetingKind.Dialogue or MeetingKind.Talks && _sessions.IsOfBody(context, sentence, noun)) && _nouns.Read(context, sentence, verbs, cues, noun) is { } trigger)
            {
                found.Add(trigger);
            }
        }

        AddElliptic(context, sentence, found);
        found.Sort((a, b) => a.First.CompareTo(b.First));
        return found;
    }

    /// <summary><c>s'est rendu à l'aéroport pour saluer X</c>: whoever sees a guest off, or meets him there, pays no call.</summary>
    private bool IsAtAirport(ArticleContext context, Sentence sentence, EncounterRule rule, VerbGroup verb) =>
        rule is { Kind: MeetingKind.CourtesyCall, Form: TriggerForm.Governed } && words.StandsIn("airport", context.Text.Tokens, sentence.First, verb.First);

    /// <summary><c>sont allés rendre hommage au président, ont visité le musée</c>: only the accent tells what they did from a noun (<c>visite</c>).</summary>
    private static bool IsParticiple(in Token last, EncounterRule rule) => last.Text[^1] == 'é' && rule.Trigger[^1] != 'é';

    /// <summary><c>ont dû annuler leur entretien</c>, <c>la rencontre entre X et Y, prévue mardi, a été ajournée</c></summary>
    private bool IsCalledOff(ArticleContext context, Sentence sentence, PhraseMatch<EncounterRule> noun)
    {
        const int Before = 3;
        const int Behind = 2;
        var tokens = context.Text.Tokens;
        if (words.StandsIn("calls-off", tokens, Math.Max(sentence.First, noun.First - Before), noun.First))
        {
            return true;
        }

        var main = context.Verbs[sentence.Index].FirstOrDefault(v => v.IsFinite && v.First >= noun.Next);
        return main.Verb is not null && words.StandsIn("calls-off", tokens, main.First, Math.Min(main.End + Behind, sentence.First + sentence.Count))
            && !context.Verbs[sentence.Index].Any(v => v.IsFinite && v.End <= noun.First && v.First >= sentence.First && !words.Has("list-mark", tokens[noun.First - 1].Folded) && noun.First - v.End <= Before);
    }

    /// <summary><c>a eu une entrevue avec A et une autre avec B</c>: the noun of encounter is not said again.</summary>
    private void AddElliptic(ArticleContext context, Sentence sentence, List<Trigger> found)
    {
        if (found.FindLast(t => t is { Rule: { Form: TriggerForm.Noun, Object: ObjectMarker.Avec }, IsInPassing: false, IsEvent: false }) is { } first)
        {
            AddElliptic(context, sentence, found, first);
        }
    }

    private void AddElliptic(ArticleContext context, Sentence sentence, List<Trigger> found, Trigger first)
    {
        const int Reach = 60;
        var tokens = context.Text.Tokens;
        for (var i = first.End + 2; i + 1 < sentence.First + sentence.Count && i < first.End + Reach; i++)
        {
            if (words.Has("another-one", tokens[i].Folded) && words.Has("another-article", tokens[i - 1].Folded) && words.Has("with", tokens[i + 1].Folded)
                && (words.Has("joining-verbs", tokens[i - 2].Folded) || words.Has("list-mark", tokens[i - 2].Folded)) && !context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First >= first.End && v.First < i))
            {
                found.Add(first = first with { End = i + 1, Joined = i, IsPlural = tokens[i].Folded[^1] == 's' });
            }
        }
    }

    /// <summary><c>Reçu mardi par le président Y, X a …</c></summary>
    private static bool IsAtHead(ArticleContext context, Sentence sentence, VerbGroup verb)
    {
        for (var i = sentence.First; i < verb.First; i++)
        {
            if (context.Text.Tokens[i].Kind == TokenKind.Word)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A noun of encounter joined to one that a verb holds, its article before it, no verb between.</summary>
    private bool IsSecond(ArticleContext context, Sentence sentence, Trigger first, PhraseMatch<EncounterRule> noun)
    {
        var tokens = context.Text.Tokens;
        var article = words.Has("before-noun", tokens[noun.First - 1].Folded) ? noun.First - 2 : noun.First - 1;
        return noun.Value is { Need: TriggerNeed.None, Object: ObjectMarker.Avec } && article - 1 > first.End && words.Has("second-noun-article", tokens[article].Folded) && words.Has("joining-verbs", tokens[article - 1].Folded)
            && !context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First >= first.End && v.First < noun.First);
    }

    /// <summary><c>a eu un entretien avec A, suivi dans l'après-midi, à la Direction politique, d'une séance de travail avec B</c></summary>
    private bool IsFollowing(ArticleContext context, Sentence sentence, Trigger first, PhraseMatch<EncounterRule> noun)
    {
        const int Reach = 18;
        var tokens = context.Text.Tokens;
        var of = words.Has("second-noun-article", tokens[noun.First - 1].Folded) && !words.Has("of", tokens[noun.First - 1].Folded) ? noun.First - 2 : noun.First - 1;
        return noun.Value is { Need: TriggerNeed.None, Object: ObjectMarker.Avec } && of > first.End && words.Has("of", tokens[of].Folded)
            && words.StandsIn("follow-up", tokens, Math.Max(first.End, of - Reach), of) && !context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First >= first.End && v.First < noun.First && !words.Has("follow-up", tokens[v.First].Folded));
    }

    /// <summary><c>La réunion a vu la participation de représentants de l'ASEAN</c>: what is seen is nobody.</summary>
    private bool IsOfThing(ArticleContext context, Sentence sentence, EncounterRule rule, VerbGroup verb)
    {
        const int Reach = 3;
        return rule is { Kind: MeetingKind.Contact, Form: TriggerForm.Active } && words.StandsIn("thing-seen", context.Text.Tokens, verb.End, Math.Min(verb.End + Reach, sentence.First + sentence.Count));
    }

    /// <summary><c>a vu partir la délégation</c>: an infinitive is what is seen.</summary>
    private static bool IsOfPerception(EncounterRule rule, VerbGroup verb, IReadOnlyList<VerbGroup> verbs) =>
        rule is { Form: TriggerForm.Active, Object: ObjectMarker.Direct } && verbs.Any(v => v.First == verb.End && v.Tense == Tense.Infinitive);

    private static bool Has(IReadOnlyList<PhraseMatch<EncounterCue>> cues, EncounterCue cue) => cues.Any(c => c.Value == cue);

    private static bool Matches(ArticleContext context, Sentence sentence, EncounterRule rule, VerbGroup verb, IReadOnlyList<PhraseMatch<EncounterCue>> cues)
    {
        var form = rule.Form switch
        {
            TriggerForm.Active => !verb.IsPassive && !verb.IsReflexive,
            TriggerForm.Passive => verb.IsPassive,
            TriggerForm.Reflexive => verb.IsReflexive,
            TriggerForm.Governed => verb.First < verb.Anchor && Going(context, verb) || GoingToMeet.Of(context, sentence, verb) is not null,
            _ => !verb.IsPassive || verb.Tense != Tense.Participle,
        };
        return form && rule.Need switch
        {
            TriggerNeed.Phone => Has(cues, EncounterCue.Phone),
            TriggerNeed.Video => Has(cues, EncounterCue.Video),
            TriggerNeed.Purpose => HasPurpose(context, sentence, verb),
            TriggerNeed.Credentials => cues.Any(c => c.Value == EncounterCue.Credentials && c.First >= verb.End && c.First - verb.End <= CredentialsReach
                // "les lettres de créance que lui ont présentées les ambassadeurs": those of somebody are the object of the first rule only.
                && (rule.Object != ObjectMarker.De || c.Next < sentence.First + sentence.Count && ClauseLexicons.French.Words.Has("of", context.Text.Tokens[c.Next].Folded))),
            TriggerNeed.Never => false,
            // "Le comité travaille avec le ministère aux préparatifs": day by day.
            TriggerNeed.WithPerson => !(verb.Tense == Tense.Present && sentence.Section == SectionKind.Body && ClauseLexicons.French.Words.Has("daily-work", Folding.Fold(verb.Verb))) && !(rule is { Kind: MeetingKind.Contact, Form: TriggerForm.Reflexive, Object: ObjectMarker.A } && verb.Tense != Tense.Gerund && IsFromAfar(context, sentence)) && !(rule is { Form: TriggerForm.Any, Object: ObjectMarker.Avec } && verb.Tense == Tense.Future && TakesThing(context, sentence, verb)),
            _ => true,
        };
    }

    /// <summary><c>Le président X a envoyé un télégramme au roi. Le ministre Y s'est adressé à son homologue</c>: by letter too.</summary>
    private static bool IsFromAfar(ArticleContext context, Sentence sentence)
    {
        const int Reach = 3;
        return context.Text.Sentences.Any(s => s.Section == SectionKind.Body && s.Index < sentence.Index && sentence.Index - s.Index <= Reach && context.Holds(s, "from-afar")
            && context.Verbs[s.Index].Any(v => v is { IsFinite: true, IsPassive: false, Tense: Tense.Past } && (ClauseLexicons.French.Words.Has("distant", Folding.Fold(v.Verb)) || ClauseLexicons.French.Words.StandsIn("sending-on", context.Text.Tokens, v.First, Math.Min(v.End + 1, s.First + s.Count)))));
    }

    /// <summary><c>Les deux parties échangeront plus vite leurs informations</c>: things go to and fro, and nobody is met.</summary>
    private static bool TakesThing(ArticleContext context, Sentence sentence, VerbGroup verb)
    {
        const int ObjectReach = 4;
        const int PersonReach = 14;
        var (words, tokens, end) = (ClauseLexicons.French.Words, context.Text.Tokens, sentence.First + sentence.Count);
        return words.StandsIn("determiner", tokens, verb.End, Math.Min(verb.End + ObjectReach, end)) && !words.StandsIn("with", tokens, verb.End, Math.Min(verb.End + PersonReach, end))
            && !context.Actors[sentence.Index].Exists(a => a.First >= verb.End && a.First - verb.End <= ObjectReach);
    }

    /// <summary><c>avait appelé le ministre X pour le féliciter</c>, but <c>a appelé le ministre à soutenir le projet</c></summary>
    private static bool HasPurpose(ArticleContext context, Sentence sentence, VerbGroup verb)
    {
        const int Reach = 25;
        const int Clitics = 2;
        var words = ClauseLexicons.French.Words;
        var next = context.Verbs[sentence.Index].FirstOrDefault(v => v.First >= verb.End);
        if (next is not { Verb: not null, Tense: Tense.Infinitive } || next.First - verb.End > Reach)
        {
            return false;
        }

        for (var i = next.First - 1; i >= next.First - 1 - Clitics && i > verb.End; i--)
        {
            if (words.Has("purpose", context.Text.Tokens[i].Folded))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Going(ArticleContext context, VerbGroup verb)
    {
        for (var i = verb.First; i < verb.Anchor; i++)
        {
            if (ClauseLexicons.French.Verbs.Of(context.Text.Tokens[i]).Any(f => f.Infinitive is "aller" or "venir"))
            {
                return true;
            }
        }

        return false;
    }
}
