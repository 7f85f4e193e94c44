using Entente.Clauses;
using Entente.Dates;
using Entente.Partners;
using Entente.People;
using Entente.Tables;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>
/// Finds the gathering that an article reports: one that opened or was held (<c>la 16e Réunion des ministres … s'est ouverte</c>), that a home person
/// took part in, or that brought several together. Its partners are those in its name and those named as taking part, there or in the next sentence.
/// </summary>
internal sealed class ConferenceFinder(EncounterLexicon lexicon, WordSets words, EncounterDater dater, VenueFinder venues)
{
    /// <summary>How far the name of a gathering may stand from the verb of taking part.</summary>
    private const int AttendReach = 22;

    /// <summary>How far before it its own verb may stand: <c>s'est tenue mardi à Hanoï la 3e conférence …</c>.</summary>
    private const int InversionReach = 9;

    /// <summary>Tokens before the name of a gathering that heads its sentence.</summary>
    private const int HeadReach = 6;

    /// <summary>Sentences of the body in which the news is told.</summary>
    private const int LeadSentences = 4;

    private static readonly EncounterRule s_rule = new("", TriggerForm.Noun, ObjectMarker.Entre, MeetingKind.Conference, MeetingMode.InPerson, TriggerNeed.None, "", "");

    private readonly GatheringFinder _gatherings = new(lexicon, words);
    private readonly GatheringOfSeveral _several = new(lexicon, words);
    private readonly GatheringJoined _joined = new(words);
    private readonly TakingPart _takingPart = new(words);

    /// <summary>Every gathering that the article reports: the one of its lead, and those that somebody of the home side attended the day before or after.</summary>
    public IReadOnlyList<Meeting> FindAll(ArticleContext context)
    {
        var found = new List<Meeting>();
        if ((Find(context, fromCaption: false) ?? (IsLeadLost(context) ? Find(context, fromCaption: true) : null)) is { } first)
        {
            found.Add(first);
        }
        else if ((OpenedLater(context) ?? (new LostGathering(words).Find(context) is var (cut, gathering) ? Make(context, cut, gathering, [], Tense.Past, needsHead: false, isAlone: true) : null)) is { } later)
        {
            found.Add(later);
        }

        foreach (var sentence in context.Text.Sentences.Where(s => s.Section == SectionKind.Body))
        {
            if (Further(context, sentence) is { } other && !found.Exists(f => f.Evidence.Start == other.Evidence.Start || f.Status == other.Status && f.Date.Date.Agrees(other.Date.Date) && !IsAnotherOfDay(context, sentence, f, other)))
            {
                found.Add(other);
            }
        }

        return found;
    }

    /// <summary><c>Le même jour, le ministre a assisté à la réunion de l'ASEAN avec l'ONU</c>: behind another of the same day, of others.</summary>
    private bool IsAnotherOfDay(ArticleContext context, Sentence sentence, Meeting told, Meeting other) =>
        context.Verbs[sentence.Index].Any(v => v is { IsFinite: true } && words.Has("taking-part", Folding.Fold(v.Verb))) && lexicon.CuesOf(context.Text, sentence).Any(c => c.Value == EncounterCue.Near && c.First == sentence.First)
            && !told.Partners.ToHashSet(StringComparer.Ordinal).SetEquals(other.Partners);

    /// <summary><c>X a eu des rencontres en marge du Dialogue de Shangri-La. … Le 14e Dialogue de Shangri-La s'est ouvert vendredi</c>: what others met in the margin of is told behind them.</summary>
    private Meeting? OpenedLater(ArticleContext context)
    {
        var isBeside = false;
        foreach (var sentence in context.Text.Sentences.Where(s => s.Section == SectionKind.Body))
        {
            if (isBeside && _gatherings.Find(context, sentence) is { IsOccasion: false } gathering && TimeOf(context, sentence, gathering, hasHome: false) is Tense.Past && Make(context, sentence, gathering, [], Tense.Past, isAlone: true) is { } opened)
            {
                return opened;
            }

            isBeside |= context.Holds(sentence, "margin") && _gatherings.Find(context, sentence) is { IsOccasion: true };
        }

        return null;
    }

    /// <summary><c>Y étaient représentés 90 pays</c>: the text goes on from a gathering that only a caption names.</summary>
    private bool IsLeadLost(ArticleContext context) =>
        context.Text.Sentences.FirstOrDefault(s => s.Section == SectionKind.Body) is { } first && words.Has("place-pronoun", context.Text.Tokens[first.First].Folded) && context.Holds(first, "gathered");

    /// <summary><c>La veille, le ministre avait participé à la 18e Réunion …</c>, <c>L'AMMTC-17, à laquelle participaient aussi les ministres du Brunei et du Laos, a …</c></summary>
    private Meeting? Further(ArticleContext context, Sentence sentence)
    {
        if (_gatherings.Find(context, sentence) is not { IsOccasion: false } gathering)
        {
            return null;
        }

        // "le ministre vietnamien", whose name another office told
        var home = context.Actors[sentence.Index].Where(a => context.IsHome(a) && a.End <= gathering.First).Select(a => a.Person is null ? new Antecedents(context, sentence).Recall(a.First, wantHome: true) : a).OfType<Actor>().ToList();
        foreach (var verb in context.Verbs[sentence.Index])
        {
            // "Mercredi, il a participé à la 13e réunion …"
            if (home.Count == 0 && verb.First > sentence.First && words.Has("subject-pronoun", context.Text.Tokens[verb.First - 1].Folded) && new Antecedents(context, sentence).SubjectBefore() is { } subject && context.IsHome(subject))
            {
                home = [subject];
            }

            var attends = home.Count > 0 && verb is { IsReflexive: false, IsFinite: true, Tense: Tense.Past or Tense.Pluperfect } && gathering.First > verb.Anchor && WordDistance.Between(context, sentence, verb.Anchor, gathering.First) < AttendReach && TakingPart.Attends(context, verb);
            // "avait, le 4 octobre, assisté au sommet": only "la veille" or a weekday ties what was before to the news.
            if (attends && Make(context, sentence, gathering, home, verb.Tense, isAlone: true) is { Date.Date.Day: > 0 } attended
                && (verb.Tense == Tense.Past || context.DatesIn[sentence.Index].Any(d => d.Expression.Relative is not null || d.Expression.Weekday is not null)))
            {
                return attended;
            }

            if (home.Count == 0 && IsToldThere(context, sentence, gathering, verb) is { } there)
            {
                return Make(context, sentence, gathering, [there], Tense.Past, isAlone: true);
            }

            if (IsJoined(context, sentence, gathering, verb))
            {
                return Make(context, sentence, gathering, home, Tense.Past, isAlone: true);
            }
        }

        return null;
    }

    /// <summary><c>Un peu plus tôt s'était tenue la réunion ASEAN - Inde. Le vice-ministre X y a pris la parole</c>: who was there, the next sentence tells.</summary>
    private Actor? IsToldThere(ArticleContext context, Sentence sentence, Gathering gathering, VerbGroup verb) =>
        verb is { IsReflexive: true, IsFinite: true, Tense: Tense.Past or Tense.Pluperfect } && words.Has("happens-itself", Folding.Fold(verb.Verb)) && gathering.Partners.Count > 0 && lexicon.CuesOf(context.Text, sentence).Any(c => c.Value == EncounterCue.Near)
            && context.Text.Sentences.FirstOrDefault(s => s.Index > sentence.Index && s.Section == SectionKind.Body) is { } next ? _takingPart.IsThere(context, next) : null;

    /// <summary><c>…, à laquelle participaient les ministres du Brunei, du Cambodge et du Laos</c></summary>
    private bool IsJoined(ArticleContext context, Sentence sentence, Gathering gathering, VerbGroup verb)
    {
        const int Several = 2;
        return verb is { Verb: "participer" or "assister", IsFinite: true, Tense: Tense.Imperfect or Tense.Past } && verb.First > sentence.First && verb.First - gathering.End is >= 0 and <= Several + 2
            && words.Has("at-which", context.Text.Tokens[verb.First - 1].Folded)
            && context.Mentions[sentence.Index].Where(m => m.FirstToken >= verb.End && m.Kind == MentionKind.Name).Select(m => m.Code).Distinct(StringComparer.Ordinal).Count() >= Several;
    }

    /// <summary>The first gathering that the body tells, else the headline; or a photo's caption where the lead is lost; null for none.</summary>
    public Meeting? Find(ArticleContext context, bool fromCaption)
    {
        var sentences = fromCaption
            ? context.Text.Sentences.Where(s => s.Section == SectionKind.Caption || s.Section == SectionKind.Body && !context.Verbs[s.Index].Any(v => v.IsFinite))
            : context.Text.Sentences.Where(s => s.Section == SectionKind.Body).Take(LeadSentences).Concat(context.Text.Sentences.Where(s => s.Section == SectionKind.Title));
        Meeting? over = null;
        foreach (var sentence in sentences)
        {
            if (StatesTogether.Assembles(context, sentence) is { } assembling)
            {
                return Make(context, Named(context, sentence), new Gathering(assembling, assembling, [], false), [], Tense.Past);
            }

            if (StatesTogether.Meeting(context, sentence) is { } own)
            {
                return Make(context, sentence, own, [], Tense.Past, needsHead: false);
            }

            if (_several.Find(context, sentence) is { } told && Make(context, sentence, told, [], Tense.Past) is { } ofSeveral)
            {
                // "La délégation est allée mardi voir les sites. Une réunion a suivi, où les trois parties ont …"
                return context.DatesIn[sentence.Index].Count == 0 && context.Dates.Reported is { Date.Day: > 0 } lead && _several.IsFollowing(context, sentence) ? ofSeveral with { Date = lead } : ofSeveral;
            }

            if (_joined.BySeveral(context, sentence) is { } joined && Make(context, sentence, joined, [.. context.Actors[sentence.Index].Where(a => context.IsHome(a) && a.Person is not null)], Tense.Past) is { } several)
            {
                return several;
            }

            if ((_joined.OpenedByBoth(context, sentence) ?? _joined.OfCommonInitiative(context, sentence)) is { } opened && Make(context, sentence, opened, [.. context.Actors[sentence.Index].Where(context.IsHome)], Tense.Past, needsHead: false) is { } joint)
            {
                return joint;
            }

            if ((_gatherings.Find(context, sentence) ?? ToldBefore(context, sentence)) is not { } gathering)
            {
                continue;
            }

            var home = context.Actors[sentence.Index].Where(a => context.IsHome(a) && a.Person is not null).ToList();
            // "Les ministres de l'ASEAN et leurs partenaires se sont retrouvés à Manille pour la conférence"
            if (!gathering.IsOccasion && context.Verbs[sentence.Index].FirstOrDefault(v => words.Has("gathering-verb", Folding.Fold(v.Verb)) && v is { IsReflexive: true, Tense: Tense.Past or Tense.Present } && gathering.First > v.Anchor && gathering.First - v.Anchor < AttendReach) is { Verb: not null } gathered
                && Make(context, sentence, gathering with { Partners = [.. gathering.Partners.Union(context.Mentions[sentence.Index].Where(m => m.Counts && m.EndToken <= gathered.First).Select(m => m.Code), StringComparer.Ordinal)] }, [], gathered.Tense) is { } together)
            {
                return together;
            }

            if (gathering.IsOccasion && TellsWhoSat(context, sentence, gathering) && Make(context, sentence, gathering, home, Tense.Past) is { } occasion)
            {
                return occasion;
            }

            var isOurs = home.Count > 0 || context.HomeMentions[sentence.Index].Any(m => m.FirstToken < gathering.First) || _takingPart.IsOfManyWithOurs(context, sentence);
            // "la rencontre des ministres Vietnam - Laos - Cambodge": ours, whoever sat in it.
            var isNamedOurs = gathering.Partners.Count > 1 && context.HomeMentions[sentence.Index].Any(m => m.FirstToken >= gathering.First && m.FirstToken < gathering.End);
            if ((TimeOf(context, sentence, gathering, isOurs) ?? (fromCaption && (home.Count > 0 || IsLeadLost(context)) ? Tense.Past : null)) is { } tense && Make(context, sentence, gathering, home, tense, needsHead: !isNamedOurs) is { } meeting)
            {
                return meeting;
            }

            // "X, présent à la conférence, a rencontré le ministre tunisien": whom he met need not sit in it.
            if (_takingPart.IsPresentAt(context, sentence, gathering) && Make(context, sentence, gathering, home, Tense.Past, isAlone: true) is { } present)
            {
                return present with { Partners = gathering.Partners, Guests = [] };
            }

            over ??= _takingPart.Leaves(context, sentence, gathering) ? Over(context, sentence, Make(context, sentence, gathering, home, Tense.Past, isAlone: true)) : null;
        }

        return over;
    }

    /// <summary>A gathering that somebody leaves: the day on which he does need not be one of those on which it sat, the one on which he spoke there is.</summary>
    private static Meeting? Over(ArticleContext context, Sentence sentence, Meeting? gathering)
    {
        if (gathering is null)
        {
            return null;
        }

        var spoken = context.Text.Sentences.Where(s => s.Section == SectionKind.Body && s.Index > sentence.Index).Take(LeadSentences)
            .Where(s => context.Verbs[s.Index].Exists(v => TakingPart.Speaks(context, v))).SelectMany(s => context.DatesIn[s.Index]).FirstOrDefault(d => d.Resolved.Date.Day > 0 && !d.Expression.IsRange);
        return gathering with
        {
            Date = spoken?.Resolved ?? (gathering.Date.Date is { Year: > 0 } day ? new ResolvedDate(day with { Day = 0 }, default, gathering.Date.Basis) : default),
            Weekday = spoken?.Expression.Weekday,
        };
    }

    /// <summary>
    /// <c>En marge de la conférence, tenue mardi à Hanoï avec la participation de l'Australie, de l'Inde et du Japon, X a vu Y</c>: the occasion of the news is news as well where
    /// its own clause tells who sat in it.
    /// </summary>
    private bool TellsWhoSat(ArticleContext context, Sentence sentence, Gathering gathering)
    {
        const int Several = 3;
        const int Near = 8;
        const int Reach = 40;
        var held = context.Verbs[sentence.Index].FirstOrDefault(v => v.First >= gathering.End - 1 && v.First - gathering.End < Near && v.Tense is Tense.Participle or Tense.Past
            && (v.IsReflexive ? words.Has("happens-itself", Folding.Fold(v.Verb)) : words.Has("held-passively", Folding.Fold(v.Verb)) || words.Has("opening", Folding.Fold(v.Verb))));
        if (held.Verb is null)
        {
            return false;
        }

        var with = held.End;
        var until = Math.Min(held.End + Reach, sentence.First + sentence.Count);
        while (with < until && !words.Has("with-whom-held", context.Text.Tokens[with].Folded))
        {
            with++;
        }

        return with < until && context.Mentions[sentence.Index].Where(m => m.FirstToken > with && m.Kind != MentionKind.Demonym).Select(m => m.Code).Distinct(StringComparer.Ordinal).Count() >= Several;
    }

    /// <summary>When it is told to be, by its own verb or by that of who takes part; null where neither tells an event.</summary>
    private Tense? TimeOf(ArticleContext context, Sentence sentence, Gathering gathering, bool hasHome)
    {
        if (hasHome && IsOfSpeaker(context, sentence, gathering) || _takingPart.IsOfParticipation(context, sentence, gathering))
        {
            return Tense.Past;
        }

        foreach (var verb in context.Verbs[sentence.Index])
        {
            var attends = hasHome && gathering.First > verb.Anchor && WordDistance.Between(context, sentence, verb.Anchor, gathering.First) < AttendReach && (!verb.IsReflexive || verb.Verb == "exprimer")
                && (TakingPart.Speaks(context, verb) || !gathering.IsOccasion && (TakingPart.Attends(context, verb) || _takingPart.Represents(context, sentence, verb, gathering)) || gathering.IsSpokenAt && words.Has("remark", Folding.Fold(verb.Verb)));
            // "Ce 31 mai marque la première journée du 22e Dialogue de Shangri-La"
            // "Bali a accueilli la réunion, à laquelle le Vietnam était représenté par une délégation"
            var represents = verb is { Verb: "représenter", IsPassive: true } && gathering.End <= verb.First && context.HomeMentions[sentence.Index].Any(m => m.FirstToken >= gathering.End && m.EndToken <= verb.First);
            if (represents || _takingPart.Hosts(context, sentence, verb, gathering) || hasHome && !gathering.IsOccasion && verb is { IsPassive: true, Tense: Tense.Imperfect } && _takingPart.Represents(context, sentence, verb, gathering))
            {
                return Tense.Past;
            }

            var marks = !gathering.IsOccasion && verb is { Verb: "marquer", IsPassive: false, IsReflexive: false } && verb.Anchor < gathering.First && gathering.First - verb.Anchor < AttendReach;
            var isBeside = verb.First >= gathering.End - 1 || verb.Anchor < gathering.First && gathering.First - verb.Anchor < InversionReach;
            // "a salué les efforts, grâce à la réunion …, qui s'est tenue en mai": what a relative tells beside the news is none.
            var isAside = words.Has("relative", context.Text.Tokens[Math.Max(sentence.First, verb.First - 1)].Folded) && gathering.First - sentence.First > HeadReach && !words.Has("cleft-lead", context.Text.Tokens[sentence.First].Folded);
            var takesPlace = !gathering.IsOccasion && isBeside && (verb.IsReflexive && words.Has("happens-itself", Folding.Fold(verb.Verb)) || verb.Verb is "débuter" || verb.Verb == "réunir" && verb.First >= gathering.End - 1
                || verb.IsPassive && words.Has("held-passively", Folding.Fold(verb.Verb)) || words.Has("happening-verb", Folding.Fold(verb.Verb)) && context.Text.Tokens[Math.Min(verb.End, context.Text.Tokens.Count - 1)].Folded is var place && (words.Has("took-place", place) || words.Has("came-to-end", place)));
            var happens = takesPlace && !isAside || hasHome && !gathering.IsOccasion && _takingPart.IsThereFor(context, sentence, verb, gathering);
            if (verb.IsFinite && (attends || marks || happens) && verb.Tense is Tense.Past or Tense.Present or Tense.Future)
            {
                return verb.Tense;
            }

            // "Le général X l'a annoncé à Lima, où se tenait la Conférence de l'ONU": who speaks where it sits was there.
            if (hasHome && verb is { IsFinite: true, Tense: Tense.Imperfect or Tense.Past } && verb.First < gathering.First && takesPlace && words.HasWritten("where", context.Text.Tokens[verb.First - 1].Text)
                && context.Verbs[sentence.Index].Any(v => v is { IsFinite: true, IsPassive: false, Tense: Tense.Past } && v.End < verb.First && context.Actors[sentence.Index].Any(a => a.End <= v.First && context.IsHome(a) && a.Person is not null)) && !Antecedents.TellsEncounter(context, sentence))
            {
                return Tense.Past;
            }

            // "X était l'un des participants à la conférence"
            if (verb.Tense == Tense.Imperfect && attends && TakingPart.IsAmong(context, verb))
            {
                return Tense.Past;
            }

            // "Le vice-ministre X assistait à la conférence, où il s'est exprimé mardi"
            if (verb is { IsFinite: true, Tense: Tense.Imperfect } && attends && context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First > gathering.First && v.Tense == Tense.Past && TakingPart.Speaks(context, v)))
            {
                return Tense.Past;
            }
        }

        return null;
    }

    /// <summary><c>S'exprimant lors de la 10e Réunion …, le ministre X a appelé</c>, <c>Lors de la 10e Réunion …, le ministre X a souligné</c>: who speaks there sits in it.</summary>
    private bool IsOfSpeaker(ArticleContext context, Sentence sentence, Gathering gathering)
    {
        var verbs = context.Verbs[sentence.Index];
        if (gathering.First - sentence.First > 2 * HeadReach || verbs.FirstOrDefault(v => v.IsFinite && v.First >= gathering.End) is not { Verb: not null, Tense: Tense.Past } main
            || verbs.Any(v => v.IsFinite && v.First < gathering.First) || context.Actors[sentence.Index].FirstOrDefault(a => a.First >= gathering.End && a.End <= main.First && (context.IsHome(a) || context.IsForeign(a))) is not { Person: not null } speaker || !context.IsHome(speaker))
        {
            return false;
        }

        return verbs.Any(v => v.Tense == Tense.Gerund && v.First - sentence.First <= 1 && v.Anchor < gathering.First && TakingPart.Speaks(context, v)) || gathering.IsSpokenAt && gathering.First - sentence.First <= HeadReach && (TakingPart.Speaks(context, main) || words.Has("remark", Folding.Fold(main.Verb)));
    }

    private Gathering? ToldBefore(ArticleContext context, Sentence sentence)
    {
        var attending = context.Verbs[sentence.Index].FirstOrDefault(v => v is { Verb: "participer" or "assister", Tense: Tense.Past or Tense.Present });
        return (attending.Verb is null ? null : _gatherings.FindToldBefore(context, sentence, attending.End)) ?? _gatherings.FindPlenary(context, sentence);
    }

    /// <summary>The sentence that names and dates a gathering: the one before, where a pronoun takes it up (<c>Celle-ci a réuni …</c>).</summary>
    private Sentence Named(ArticleContext context, Sentence sentence) =>
        sentence.Index > 0 && (words.Has("pronoun", context.Text.Tokens[sentence.First].Folded) || words.Has("subject-pronoun", context.Text.Tokens[sentence.First].Folded) || words.Has("that-one", context.Text.Tokens[sentence.First].Folded))
            && context.Text.Sentences[sentence.Index - 1].Section == SectionKind.Body
            ? context.Text.Sentences[sentence.Index - 1]
            : sentence;

    private Meeting? Make(ArticleContext context, Sentence sentence, Gathering gathering, List<Actor> home, Tense tense, bool needsHead = true, bool isAlone = false)
    {
        var next = context.Text.Sentences.FirstOrDefault(s => s.Index > sentence.Index && s.Section == SectionKind.Body);
        // "En marge de la conférence, X a rencontré le ministre japonais": they need not sit in it.
        next = next is null || isAlone || _takingPart.DefinesSomething(context, next) || MainPartners.IsInMargin(context.Text, next) || Antecedents.TellsEncounter(context, next)
            || lexicon.Nouns.Find(context.Text, next).Any(n => n.Value.Kind is MeetingKind.Talks or MeetingKind.Reception or MeetingKind.CourtesyCall or MeetingKind.Call) ? null : next;
        var sentences = next is null ? [sentence] : new[] { sentence, next };
        var heads = sentences.SelectMany(s => context.Actors[s.Index]).ToList();
        var homeHead = home.FirstOrDefault() ?? heads.Find(a => context.IsHome(a) && a.Person is not null) ?? TakingPart.HeadAfter(context, sentence) ?? (sentence.Section == SectionKind.Body ? new Antecedents(context, sentence).Recall(sentence.First, wantHome: true) : null);
        var encounter = new Encounter(new Trigger(s_rule, gathering.First, Math.Max(gathering.End, gathering.First + 1), tense, IsEvent: true), sentence, [], [], true, true, null);
        var date = dater.Find(context, encounter) ?? (homeHead is null || tense != Tense.Past ? null : TakingPart.SpokenBefore(context, sentence, gathering, homeHead));
        if (homeHead is null && needsHead || EncounterDater.IsBackground(tense, date?.Resolved, context.Dates.ArticleDate, []))
        {
            return null;
        }

        // States named around it take part; capitals are venues.
        var partners = context.Partners.Mentions
            .Where(m => sentences.Any(s => s.Index == m.SentenceIndex) && m.Counts && !m.IsPlace && m.Kind is MentionKind.Name or MentionKind.Demonym && m.FirstToken >= gathering.End)
            .Select(m => m.Code).Concat(_gatherings.Attending(context, sentence, gathering.End)).Concat(_takingPart.StatesThere(context, sentence));
        var attended = _gatherings.AttendedAt(context, sentence, gathering.End);
        var attending = context.Actors[sentence.Index].Where(a => attended >= 0 && a.First > attended && context.IsForeign(a) && a is { IsNamed: true, Person: not null }).ToList();
        var guests = Chairs(context, sentences) is { Count: > 0 } chairs ? chairs : attending.Count > 0 ? attending : heads.Where(a => context.IsForeign(a) && (a.IsNamed || a.Person is not null && a.First >= sentence.First && a.End <= gathering.First)).Take(gathering.Partners.Count > 1 ? int.MaxValue : 1).ToList();
        guests = needsHead ? guests : [.. guests, .. TakingPart.Speakers(context, sentence, gathering, guests)];
        var venue = venues.Find(context, encounter);

        // "X a participé à la réunion. L'événement s'est tenu à Jakarta."
        if (venue == Venue.None && next is not null && context.Verbs[next.Index].FirstOrDefault(v => v is { Verb: "tenir" or "dérouler", IsReflexive: true }) is { Verb: not null } held)
        {
            venue = venues.Find(context, encounter with { Sentence = next, Trigger = encounter.Trigger with { First = held.First, End = held.End } });
        }

        return new Meeting
        {
            DocIds = [context.Text.DocId],
            Date = date?.Resolved ?? (tense == Tense.Future ? default : context.Dates.ArticleDate),
            Weekday = date?.Expression.Weekday,
            Kind = MeetingKind.Conference,
            Mode = EncounterLexicon.ModeOf(sentences.SelectMany(s => lexicon.CuesOf(context.Text, s))),
            Status = tense == Tense.Future ? MeetingStatus.Planned : MeetingStatus.Held,
            Place = venue.Place,
            HostCountry = venue.Country,
            Partners = [.. gathering.Partners.Concat(partners).Concat(guests.Where(g => g.First < gathering.First && g.First >= sentence.First).Select(g => g.Country!)).Distinct(StringComparer.Ordinal)],
            Home = homeHead?.Person is null ? [] : [Participant.Of(context, homeHead)],
            Guests = [.. guests.Where(g => g.Person is not null).DistinctBy(g => g.Person).Select(g => Participant.Of(context, g))],
            Level = homeHead?.Level ?? PersonLevel.Other,
            IsMultilateral = true,
            Evidence = new EvidenceCells(context.Text.DocId, context.SentenceText(sentence.Index), sentence.Span.Start, sentence.Span.End),
        };
    }

    /// <summary>The foreign heads after words of chairing (<c>coprésidée par A, B et C</c>).</summary>
    private List<Actor> Chairs(ArticleContext context, IEnumerable<Sentence> sentences)
    {
        foreach (var sentence in sentences)
        {
            foreach (var cue in lexicon.CuesOf(context.Text, sentence).Where(c => c.Value == EncounterCue.Chairs))
            {
                return [.. context.Actors[sentence.Index].Where(a => a.First >= cue.Next && context.IsForeign(a) && a.IsNamed)];
            }
        }

        return [];
    }
}
