using System.Text;
using Entente.Clauses;
using Entente.Dates;
using Entente.Meetings;
using Entente.People;
using Entente.Tables;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>Finds the instruments of an article: names → title, date, status, parties → tellings of one instrument joined.</summary>
internal sealed class AgreementReader(AgreementLexicon lexicon, WordSets words)
{
    /// <summary>How many sentences of its paragraph a signing may go on from.</summary>
    private const int ParagraphReach = 12;

    /// <summary>How many days before an article lies what its lead reports; where only its month is known, so many more.</summary>
    private const int LeadDays = 7;

    private const int DaysOfMonth = 31;

    private readonly InstrumentFinder _finder = new(lexicon, words);
    private readonly StatusReader _status = new(lexicon, words);
    private readonly HeadlineInstruments _headlines = new(lexicon, words);
    private readonly ListedInstruments _lists = new(words);
    private readonly OthersInstruments _others = new(words);
    private readonly PartyFinder _parties = new(lexicon, words);
    private readonly ParticularInstruments _particular = new(words);
    private readonly YearsReviewed _reviews = new(lexicon, words);
    private readonly TellingJoiner _joiner = new(new TitleWords(words));

    public AgreementReading Read(ArticleContext context, IReadOnlyList<Meeting> meetings)
    {
        var found = new List<Agreement>();
        var unsettled = new List<TextSpan>();
        IReadOnlyList<Meeting> held = [.. meetings.Where(m => m.Status == MeetingStatus.Held)];
        foreach (var sentence in context.Text.Sentences.Where(s => s.Section == SectionKind.Body))
        {
            (InstrumentMention Mention, StatusReading Status)? before = null;
            foreach (var mention in _finder.Find(context, sentence))
            {
                var status = _lists.Read(context, mention, _status.Read(context, mention), before);
                before = (mention, status);
                var isSettled = Add(found, context, mention, status, held);
                if (!isSettled && mention.TitleEnd > mention.NameEnd && !unsettled.Contains(sentence.Span))
                {
                    unsettled.Add(sentence.Span);
                }
            }
        }

        // A headline or caption tells an instrument only where the text does not.
        foreach (var sentence in context.Text.Sentences.Where(s => s.Section is SectionKind.Title or SectionKind.Caption))
        {
            foreach (var mention in _finder.Find(context, sentence))
            {
                // "Les deux pays signent plusieurs documents": those that the text names.
                var isTold = found.Exists(a => a.Instrument == mention.Name.Instrument || (mention.Name.Need == InstrumentNeed.Signing || sentence.Section == SectionKind.Caption && mention.TitleEnd == mention.NameEnd) && a.Status == AgreementStatus.Signed);
                if (_headlines.Read(context, mention) is { } status && (!isTold || HeadlineInstruments.TellsMore(found, mention, status)))
                {
                    Add(found, context, mention, status, held);
                }
            }
        }

        return new AgreementReading(found, unsettled);
    }

    /// <summary>Adds what a mention tells; false if the sentence leaves open how far the instrument has come.</summary>
    private bool Add(List<Agreement> found, ArticleContext context, InstrumentMention mention, StatusReading status, IReadOnlyList<Meeting> held)
    {
        if (status.IsDecision && IsAtTheTop(mention, held))
        {
            status = status with { Status = AgreementStatus.Established, AtEvent = true };
        }

        if (status.Status is not { } reached)
        {
            return false;
        }

        // "depuis la signature en 2010 de la Déclaration sur le partenariat": with the text that sets it up the rank is there.
        if (reached == AgreementStatus.Planned && mention.Outer is { } outer && found.Exists(a => a.Instrument == outer.Name.Instrument && a.Status == AgreementStatus.Signed && a.Evidence.Start == mention.Sentence.Span.Start))
        {
            reached = AgreementStatus.Established;
        }

        if (!_particular.Is(context, mention, status) || !mention.Name.IsCited && _others.Contains(context, mention, reached))
        {
            return true;
        }

        var isCited = mention.Name.IsCited;
        var partners = isCited ? mention.Name.Partners : (IReadOnlyList<string>)_parties.Find(context, mention, status.AtEvent || reached == AgreementStatus.Planned ? GatheringOf(context, mention, held) : null);
        var span = mention.Sentence.Span;
        var agreement = new Agreement
        {
            DocIds = [context.Text.DocId],
            Instrument = mention.Name.Instrument!.Value,
            Title = TitleOf(context, mention),
            ShortName = mention.ShortName,
            Subject = SubjectOf(context, mention),
            Status = reached,
            Date = status.Date?.Resolved ?? (status.AtEvent ? PastVisit.Of(context, mention.Sentence) ?? (IsOfEarlierJourney(context, mention) ? default : DayOfEvent(context, mention, held)) : OfMeetingTold(context, mention, status, held) ?? OfOuter(found, mention)),
            Partners = partners,
            IsMultilateral = isCited || partners.Count > 1,
            Treaty = mention.Name.Treaty == InstrumentName.AnyTreaty ? Folding.Fold(TitleOf(context, mention)) : mention.Name.Treaty,
            Evidence = new EvidenceCells(context.Text.DocId, context.SentenceText(mention.Sentence.Index), span.Start, span.End),
        };

        // "les protocoles d'accord avec l'Indonésie et les Philippines" are one with each.
        // "des documents ont été signés" by the three who met: theirs together.
        var isOfAll = status.AtEvent && !mention.NamesParties && GatheringOf(context, mention, held) is { IsMultilateral: true };
        var isOfEach = mention.IsPlural && !isOfAll || mention.Name.Instrument == Instrument.Partnership && mention.NamesParties && !partners.Any(p => context.Mentions[mention.Sentence.Index].Any(m => m.Code == p && m.Kind == Partners.MentionKind.Body));
        IEnumerable<Agreement> each = isOfEach && partners.Count > 1 ? partners.Select(p => agreement with { Partners = [p], IsMultilateral = false }) : [agreement];
        foreach (var one in each)
        {
            if (mention.Antecedent is not null)
            {
                found.Add(one);
            }
            else
            {
                _joiner.Add(found, one, mention.First > mention.Sentence.First && words.Has("indefinite", context.Text.Tokens[mention.First - 1].Folded));
            }
        }

        return true;
    }

    /// <summary><c>Avant son arrivée en Indonésie, il s'était rendu au Brunei, où il avait signé un mémorandum</c>: on a journey that was over when the news began, and on no day of it.</summary>
    private bool IsOfEarlierJourney(ArticleContext context, InstrumentMention mention) =>
        context.Verbs[mention.Sentence.Index].Exists(v => v is { IsFinite: true, Tense: Tense.Pluperfect } && (v.IsReflexive || v.Verb == "aller") && v.End <= mention.First && words.Has("going", Folding.Fold(v.Verb)));

    /// <summary><c>Au cours de ses entretiens de la matinée avec X, les deux parties avaient signé un mémorandum</c>: of the day of the talks that the sentence tells.</summary>
    private static ResolvedDate? OfMeetingTold(ArticleContext context, InstrumentMention mention, StatusReading status, IReadOnlyList<Meeting> held) =>
        status.IsPluperfect && !context.DatesIn[mention.Sentence.Index].Any(d => d.Expression.IsRange) ? held.FirstOrDefault(m => m.Evidence.Start == mention.Sentence.Span.Start)?.Date : null;

    /// <summary><c>ont adopté la Déclaration sur l'établissement du partenariat</c>: the rank is set up by what is signed.</summary>
    private static ResolvedDate OfOuter(List<Agreement> found, InstrumentMention mention) =>
        mention.Outer is { } outer && found.FindLast(a => a.Instrument == outer.Name.Instrument && a.Evidence.Start == mention.Sentence.Span.Start) is { Status: AgreementStatus.Signed } made ? made.Date : default;

    /// <summary>The talks that the sentence goes on with are of heads of state or government.</summary>
    private static bool IsAtTheTop(InstrumentMention mention, IReadOnlyList<Meeting> held) =>
        held.LastOrDefault(m => m.Evidence.Start <= mention.Sentence.Span.Start) is { Level: PersonLevel.HeadOfState or PersonLevel.HeadOfGovernment };

    /// <summary>The conference that adopts it: the one just told, or the last that the sentence takes up (<c>la réunion a adopté</c>).</summary>
    private Meeting? GatheringOf(ArticleContext context, InstrumentMention mention, IReadOnlyList<Meeting> held)
    {
        var sentence = mention.Sentence;
        var isTakenUp = Enumerable.Range(sentence.First, sentence.Count).Any(i => words.Has("gathering", context.Text.Tokens[i].Folded) || words.Has("attendance", context.Text.Tokens[i].Folded));
        return held.LastOrDefault(m => m.Evidence.Start <= sentence.Span.Start && (m.IsMultilateral || !isTakenUp));
    }

    private ResolvedDate DayOfEvent(ArticleContext context, InstrumentMention mention, IReadOnlyList<Meeting> held)
    {
        var before = context.DatesIn[mention.Sentence.Index].LastOrDefault(d => d.Resolved.Date.Day > 0 && !d.Expression.IsRange && !IsOtherwise(context, d));
        if (before is not null && before.End <= mention.First)
        {
            return before.Resolved;
        }

        // "… ont signé un accord. La signature a eu lieu jeudi à Hanoï."
        if (OfSigningTold(context, mention) is { } signing)
        {
            return signing.Resolved;
        }

        if (_reviews.Contains(context, mention, held) || _reviews.IsLookedBackOn(context, mention))
        {
            return default;
        }

        // The meeting told last before the sentence, or a day that its paragraph has turned to since.
        if (held.LastOrDefault(m => m.Evidence.Start <= mention.Sentence.Span.Start) is { } meeting)
        {
            return DayTurnedTo(context, mention, meeting)?.Resolved ?? (IsOfWholeVisit(context, mention.Sentence) && meeting.Date.Date is { Year: > 0, Month: > 0 } day ? new ResolvedDate(day with { Day = 0 }, default, meeting.Date.Basis) : meeting.Date);
        }

        // "est arrivé à Hanoï mercredi, clôturant sa visite": signed on one of its days, and not on that of the return.
        var days = new StoryDays(context);
        if (days.OfVisitOver(mention.Sentence) is { } visit && !(OfParagraph(context, mention) is { } told && !days.IsOfReturn(told)))
        {
            return visit;
        }

        // In an article that reports no meeting a signing is the news itself, or goes on with what the paragraph dates.
        if (held.Count == 0 && OfParagraph(context, mention) is { } paragraph)
        {
            return paragraph.Resolved;
        }

        return OfLead(context, mention)?.Resolved ?? (context.Dates.ArticleDate.Date.IsEmpty && held.Count > 0 ? held[0].Date : context.Dates.ArticleDate);
    }

    /// <summary><c>À l'issue de la visite, elles ont publié une déclaration</c>: on no day in particular of those that it took.</summary>
    private bool IsOfWholeVisit(ArticleContext context, Sentence sentence)
    {
        const int Head = 7;
        var head = Enumerable.Range(sentence.First, Math.Min(Head, sentence.Count)).TakeWhile(i => context.Text.Tokens[i].Folded != ",").ToList();
        return head.Exists(i => words.Has("visit-over", context.Text.Tokens[i].Folded)) && head.Exists(i => words.Has("visit-whole", context.Text.Tokens[i].Folded));
    }

    /// <summary><c>La veille, les deux délégations s'étaient réunies. Les deux ministres ont signé un plan</c>: a day that opens a sentence of the paragraph after the meeting.</summary>
    private DateMention? DayTurnedTo(ArticleContext context, InstrumentMention mention, Meeting meeting)
    {
        const int Head = 6;
        var own = mention.Sentence;
        // "Lors de la réunion de jeudi, … La réunion a adopté une déclaration", also in the next paragraph
        var back = own.Count > 1 && words.Has("gathering-of-body", context.Text.Tokens[own.First + 1].Folded) ? own.Index - 1 : int.MaxValue;
        for (var s = own.Index - 1; s >= 0 && context.Text.Sentences[s] is var sentence && (s == back || sentence.Paragraph == own.Paragraph) && sentence.Section == own.Section && sentence.Span.Start > meeting.Evidence.Start; s--)
        {
            if (context.DatesIn[s].FirstOrDefault(d => d.First - sentence.First <= Head && !context.Verbs[s].Any(v => v.IsFinite && v.First < d.First) && d.Resolved.Date.Day > 0 && !d.Expression.IsRange && !IsOtherwise(context, d)) is { } turned)
            {
                var (day, now) = (turned.Resolved.From, context.Dates.ArticleDate.To);
                return day is null || now is null || day <= now && now.Value.DayNumber - day.Value.DayNumber <= LeadDays + DaysOfMonth ? turned : null;
            }
        }

        return null;
    }

    /// <summary><c>La signature a eu lieu jeudi</c>, <c>Ce texte a été conclu le 14 juillet</c></summary>
    private DateMention? OfSigningTold(ArticleContext context, InstrumentMention mention)
    {
        var tokens = context.Text.Tokens;
        // A picture may stand between.
        var index = mention.Sentence.Index + 1;
        while (index < context.Text.Sentences.Count && context.Text.Sentences[index].Section is SectionKind.Caption or SectionKind.Credit)
        {
            index++;
        }

        if (index >= context.Text.Sentences.Count || context.Text.Sentences[index] is not { Count: > 3 } next || !words.Has("determiner", tokens[next.First].Folded))
        {
            return null;
        }

        // "La cérémonie de signature a eu lieu le 28 avril"
        var isCeremony = words.Has("ceremony-of-signing", tokens[next.First + 1].Folded) && words.Has("of", tokens[next.First + 2].Folded) && words.Has("signing-noun", tokens[next.First + 3].Folded);
        var isSigning = isCeremony || words.Has("signing-noun", tokens[next.First + 1].Folded);
        var from = isSigning ? next.First : words.Has("text-taken-up", tokens[next.First + 1].Folded) && context.Verbs[index].FirstOrDefault(v => v.IsFinite) is { Verb: { } made, IsPassive: true, Tense: Tense.Past or Tense.Pluperfect } verb && lexicon.Of(made) == AgreementCue.Sign ? verb.End : int.MaxValue;
        return context.DatesIn[index].FirstOrDefault(d => d.First >= from && d.Resolved.Date.Day > 0 && !d.Expression.IsRange && InstrumentDater.IsPast(context, d));
    }

    /// <summary>The day of what the lead reports, a few days at most before the article: <c>à l'issue d'une cérémonie qui s'est déroulée le 5 juin</c>.</summary>
    private DateMention? OfLead(ArticleContext context, InstrumentMention mention)
    {
        var lead = context.Text.Sentences.FirstOrDefault(s => s.Section == SectionKind.Body);
        if (lead is null || lead.Index > mention.Sentence.Index && mention.Sentence.Section == SectionKind.Body)
        {
            return null;
        }

        var now = context.Dates.ArticleDate;
        return context.DatesIn[lead.Index].FirstOrDefault(d => d.Resolved.Date.Day > 0 && !d.Expression.IsRange && !IsOtherwise(context, d)
            && (now.To is not { } until || d.Resolved.From is not { } day || day <= until && until.DayNumber - day.DayNumber <= LeadDays + (now.Date.Day > 0 ? 0 : DaysOfMonth)));
    }

    /// <summary><c>effectuait au Vietnam depuis le 15 juin</c>, <c>cette tournée entamée le 13</c>: when something longer began.</summary>
    private bool IsOtherwise(ArticleContext context, DateMention date) =>
        Enumerable.Range(Math.Max(0, date.First - 2), Math.Min(date.First, 2)).Any(i => words.Has("since", context.Text.Tokens[i].Folded) || words.Has("begun", context.Text.Tokens[i].Folded));

    /// <summary><c>convenu que quinze mécaniciens suivraient, dès septembre, un stage</c>: a time to come.</summary>
    private static bool IsToCome(ArticleContext context, DateMention date) =>
        context.Verbs[date.SentenceIndex].LastOrDefault(v => v.IsFinite && v.Anchor < date.First) is { Verb: not null, Tense: Tense.Future or Tense.Conditional };

    private static DateMention? OfParagraph(ArticleContext context, InstrumentMention mention)
    {
        var own = mention.Sentence;
        for (var s = own.Index; s >= 0 && s > own.Index - ParagraphReach; s--)
        {
            var sentence = context.Text.Sentences[s];
            if (sentence.Paragraph != own.Paragraph || sentence.Section != own.Section)
            {
                return null;
            }

            if (context.DatesIn[s].LastOrDefault(d => d.Resolved.Date.Month > 0 && d.End <= mention.First && !IsToCome(context, d)) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>Its name as the text gives it; a mere pronoun takes the name that it stands for.</summary>
    private static string TitleOf(ArticleContext context, InstrumentMention mention) =>
        mention is { Antecedent: { } named } && mention.EndOfTitle - mention.First == 1
            ? Slice(context, named.First, named.NameEnd)
            : Slice(context, mention.First, mention.EndOfTitle);

    private string SubjectOf(ArticleContext context, InstrumentMention mention)
    {
        var first = mention.NameEnd;
        var tokens = context.Text.Tokens;
        if (first >= mention.TitleEnd || !words.Has("subject-open", tokens[first].Folded))
        {
            return "";
        }

        first++;
        while (first < mention.TitleEnd - 1 && words.Has("subject-article", tokens[first].Folded))
        {
            first++;
        }

        // "le mémorandum sur la coopération de défense de 2013": the year is its date.
        var end = mention.TitleEnd;
        if (end > first && tokens[end - 1] is { Kind: TokenKind.Number, Length: 4 })
        {
            end -= end - 1 > first && words.Has("of", tokens[end - 2].Folded) ? 2 : end - 1 == first ? 1 : 0;
        }

        return first < end ? Slice(context, first, end) : "";
    }

    /// <summary>The words as they are read: glued ones apart, white space as one space.</summary>
    private static string Slice(ArticleContext context, int first, int end)
    {
        var tokens = context.Text.Tokens;
        var slice = new StringBuilder();
        for (var i = first; i < end; i++)
        {
            if (i > first && tokens[i].SpaceBefore)
            {
                slice.Append(' ');
            }

            slice.Append(tokens[i].Text);
        }

        return slice.ToString();
    }
}
