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
    /// <summary>Sentences of the body in which the news is told.</summary>
    private const int LeadSentences = 4;

    private readonly GatheringFinder _gatherings = new(lexicon, words);
    private readonly GatheringOfSeveral _several = new(lexicon, words);
    private readonly GatheringJoined _joined = new(words);
    private readonly LostGathering _lost = new(words);
    private readonly TakingPart _takingPart = new(words);
    private readonly GatheringTime _time = new(words);
    private readonly GatheringMaker _maker = new(lexicon, words, dater, venues);
    private readonly FurtherGatherings _further = new(lexicon, words, new GatheringMaker(lexicon, words, dater, venues));

    /// <summary>Every gathering that the article reports: the one of its lead, and those that somebody of the home side attended the day before or after.</summary>
    public IReadOnlyList<Meeting> FindAll(ArticleContext context)
    {
        var found = new List<Meeting>();
        if ((Find(context, fromCaption: false) ?? (IsLeadLost(context) ? Find(context, fromCaption: true) : null)) is { } first)
        {
            found.Add(first);
        }
        else if ((OpenedLater(context) ?? (_lost.Find(context) is var (cut, gathering) ? _maker.Make(context, cut, gathering, [], Tense.Past, needsHead: false, isAlone: true) : null)) is { } later)
        {
            found.Add(later);
        }

        foreach (var sentence in context.Text.Sentences.Where(s => s.Section == SectionKind.Body))
        {
            if (_further.Find(context, sentence) is { } other && !found.Exists(f => f.Evidence.Start == other.Evidence.Start || f.Status == other.Status && f.Date.Date.Agrees(other.Date.Date) && !_further.IsAnotherOfDay(context, sentence, f, other)))
            {
                found.Add(other);
            }
        }

        return found;
    }

    /// <summary><c>X a eu des rencontres en marge du Dialogue de Shangri-La. … Le 14e Dialogue de Shangri-La s'est ouvert vendredi</c>: what others met in the margin of is told behind them.</summary>
    private Meeting? OpenedLater(ArticleContext context)
    {
        var isBeside = false;
        foreach (var sentence in context.Text.Sentences.Where(s => s.Section == SectionKind.Body))
        {
            if (isBeside && _gatherings.Find(context, sentence) is { IsOccasion: false } gathering && _time.Find(context, sentence, gathering, hasHome: false) is Tense.Past && _maker.Make(context, sentence, gathering, [], Tense.Past, isAlone: true) is { } opened)
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
                var assembled = new Gathering(assembling, assembling, [.. context.Mentions[sentence.Index].Where(m => m.FirstToken >= assembling && m.Counts && !m.IsPlace).Select(m => m.Code).Distinct(StringComparer.Ordinal)], false);
                return _maker.Make(context, Named(context, sentence), assembled, [], Tense.Past) ?? AtHome(context, _maker.Make(context, Named(context, sentence), assembled, [], Tense.Past, needsHead: false));
            }

            if (StatesTogether.Meeting(context, sentence) is { } own)
            {
                return _maker.Make(context, sentence, own, [], Tense.Past, needsHead: false);
            }

            if (_several.Find(context, sentence) is { } told && _maker.Make(context, sentence, told, [], Tense.Past) is { } ofSeveral)
            {
                // "La délégation est allée mardi voir les sites. Une réunion a suivi, où les trois parties ont …"
                return context.DatesIn[sentence.Index].Count == 0 && context.Dates.Reported is { Date.Day: > 0 } lead && _several.IsFollowing(context, sentence) ? ofSeveral with { Date = lead } : ofSeveral;
            }

            if (_joined.BySeveral(context, sentence) is { } joined && _maker.Make(context, sentence, joined, [.. context.Actors[sentence.Index].Where(a => context.IsHome(a) && a.Person is not null)], Tense.Past) is { } several)
            {
                return several;
            }

            if ((_joined.OpenedByBoth(context, sentence) ?? _joined.OfCommonInitiative(context, sentence)) is { } opened && _maker.Make(context, sentence, opened, [.. context.Actors[sentence.Index].Where(context.IsHome)], Tense.Past, needsHead: false) is { } joint)
            {
                return DatedBefore(context, sentence, joint);
            }

            if ((_gatherings.Find(context, sentence) ?? ToldBefore(context, sentence)) is not { } gathering)
            {
                continue;
            }

            var home = context.Actors[sentence.Index].Where(a => context.IsHome(a) && a.Person is not null).ToList();
            // "Les ministres de l'ASEAN et leurs partenaires se sont retrouvés à Manille pour la conférence"
            if (!gathering.IsOccasion && context.Verbs[sentence.Index].FirstOrDefault(v => words.Has("gathering-verb", Folding.Fold(v.Verb)) && v is { IsReflexive: true, Tense: Tense.Past or Tense.Present } && gathering.First > v.Anchor && gathering.First - v.Anchor < GatheringTime.AttendReach) is { Verb: not null } gathered
                && _maker.Make(context, sentence, gathering with { Partners = [.. gathering.Partners.Union(context.Mentions[sentence.Index].Where(m => m.Counts && m.EndToken <= gathered.First).Select(m => m.Code), StringComparer.Ordinal)] }, [], gathered.Tense) is { } together)
            {
                return together;
            }

            if (gathering.IsOccasion && TellsWhoSat(context, sentence, gathering) && _maker.Make(context, sentence, gathering, home, Tense.Past) is { } occasion)
            {
                return occasion;
            }

            var isOurs = home.Count > 0 || context.HomeMentions[sentence.Index].Any(m => m.FirstToken < gathering.First) || _takingPart.IsOfManyWithOurs(context, sentence);
            // "la rencontre des ministres Vietnam - Laos - Cambodge": ours, whoever sat in it.
            var isNamedOurs = gathering.Partners.Count > 1 && context.HomeMentions[sentence.Index].Any(m => m.FirstToken >= gathering.First && m.FirstToken < gathering.End);
            // "X, qui participe à la session, s'est entretenu avec ses homologues indien et turc": whom he met need not sit in it.
            var isAside = _takingPart.IsTakenPartInAside(context, sentence, gathering);
            if ((_time.Find(context, sentence, gathering, isOurs) ?? (fromCaption && (home.Count > 0 || IsLeadLost(context)) ? Tense.Past : null)) is { } tense && _maker.Make(context, sentence, gathering, home, tense, needsHead: !isNamedOurs, isAlone: isAside) is { } meeting)
            {
                return isAside ? meeting with { Partners = gathering.Partners, Guests = [] } : meeting;
            }

            // "Un atelier s'est tenu mardi à Da Nang, avec la participation d'officiers japonais et malaisiens": ours, whoever sat in it.
            if (!gathering.IsOccasion && home.Count == 0 && _gatherings.Attending(context, sentence, gathering.End).Count > 1 && _time.Find(context, sentence, gathering, isOurs) is Tense.Past
                && AtHome(context, _maker.Make(context, sentence, gathering, home, Tense.Past, needsHead: false)) is { } seated)
            {
                return seated;
            }

            // "X, présent à la conférence, a rencontré le ministre tunisien": whom he met need not sit in it.
            if (_takingPart.IsPresentAt(context, sentence, gathering) && _maker.Make(context, sentence, gathering, home, Tense.Past, isAlone: true) is { } present)
            {
                return present with { Partners = gathering.Partners, Guests = [] };
            }

            over ??= _takingPart.Leaves(context, sentence, gathering) ? Over(context, sentence, _maker.Make(context, sentence, gathering, home, Tense.Past, isAlone: true)) : null;
        }

        return over;
    }

    /// <summary>A gathering that sat in the home country, on a day that the text gives.</summary>
    private static Meeting? AtHome(ArticleContext context, Meeting? gathering) =>
        gathering is { Date.Date.Day: > 0 } or { Weekday: not null } && context.SentenceAt(gathering.Evidence.Start) is { } told
            && (gathering.HostCountry == context.HomeCountry || gathering.HostCountry.Length == 0 && People.PeopleLexicon.French.HomePlaces.Find(context.Text, told).Count > 0) ? gathering with { HostCountry = context.HomeCountry } : null;

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

    /// <summary><c>Les deux ministères ont organisé le 4 mars une conférence. La conférence a été coprésidée par X et Y</c>: its day is told before; of one state it is no gathering of several.</summary>
    private Meeting DatedBefore(ArticleContext context, Sentence sentence, Meeting gathering)
    {
        const int Back = 3;
        var told = Named(context, sentence);
        if (told == sentence || context.DatesIn[sentence.Index].Count > 0)
        {
            return gathering;
        }

        // "Ils ont organisé le 4 mars à Hanoï une conférence. Ils y ont signé un plan. La conférence a été coprésidée par X et Y"
        var dated = context.Text.Sentences.Where(s => s.Section == SectionKind.Body && s.Index <= told.Index && told.Index - s.Index < Back && (s == told || context.Holds(s, "conference-noun"))).Reverse()
            .FirstOrDefault(s => context.DatesIn[s.Index].Exists(IsDay));
        if (dated is null)
        {
            return gathering;
        }

        var day = context.DatesIn[dated.Index].First(IsDay);
        var head = Enumerable.Range(dated.First, dated.Count).FirstOrDefault(i => words.Has("conference-noun", context.Text.Tokens[i].Folded), dated.First);
        var venue = gathering.Place.Length > 0 ? Venue.None : venues.Find(context, new Encounter(new Trigger(EncounterRule.OfGathering, head, head + 1, Tense.Past, IsEvent: true), dated, [], [], true, true, null));
        return gathering with
        {
            Date = day.Resolved,
            Weekday = day.Expression.Weekday,
            IsMultilateral = gathering.Partners.Count > 1,
            Place = gathering.Place.Length > 0 ? gathering.Place : venue.Place,
            HostCountry = gathering.HostCountry.Length > 0 ? gathering.HostCountry : venue.Country,
        };
    }

    private static bool IsDay(DateMention date) => date.Resolved.Date.Day > 0 || date.Expression.Weekday is not null;

    private Gathering? ToldBefore(ArticleContext context, Sentence sentence)
    {
        var attending = context.Verbs[sentence.Index].FirstOrDefault(v => v is { Verb: "participer" or "assister", Tense: Tense.Past or Tense.Present });
        return (attending.Verb is null ? null : _gatherings.FindToldBefore(context, sentence, attending.End)) ?? _gatherings.FindPlenary(context, sentence);
    }

    /// <summary>The sentence that names and dates a gathering: the one before, where a pronoun or an event that is told already takes it up (<c>Celle-ci a réuni …</c>, <c>Ce forum a réuni …</c>).</summary>
    private Sentence Named(ArticleContext context, Sentence sentence)
    {
        var opening = context.Text.Tokens[sentence.First].Folded;
        // "Présidée par le colonel X, elle a réuni …", "La signature est intervenue lors d'une réunion"
        var isTakenUp = words.Has("pronoun", opening) || words.Has("subject-pronoun", opening) || words.Has("that-one", opening)
            || context.DatesIn[sentence.Index].Count == 0 && context.Verbs[sentence.Index].FirstOrDefault(v => v.IsFinite) is { Verb: not null } verb && verb.First - 2 >= sentence.First
                && (words.Has("subject-pronoun", context.Text.Tokens[verb.First - 1].Folded) && context.Verbs[sentence.Index].Exists(v => v.First == sentence.First && v.Tense == Tense.Participle) || (words.Has("ceremony-noun", context.Text.Tokens[verb.First - 1].Folded) || words.Has("gathering", context.Text.Tokens[verb.First - 1].Folded) || words.Has("conference-noun", context.Text.Tokens[verb.First - 1].Folded) || words.Has("happening", context.Text.Tokens[verb.First - 1].Folded)) && (words.Has("demonstrative-told", context.Text.Tokens[verb.First - 2].Folded) || words.Has("definite", context.Text.Tokens[verb.First - 2].Folded)));
        // A picture may stand between.
        return isTakenUp && context.Text.Sentences.LastOrDefault(s => s.Section == SectionKind.Body && s.Index < sentence.Index) is { } before ? before : sentence;
    }
}
