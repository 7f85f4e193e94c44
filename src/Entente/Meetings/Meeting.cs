using Entente.Clauses;
using Entente.Dates;
using Entente.People;
using Entente.Tables;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>Kinds of encounters after rule 5 of the data dictionary.</summary>
internal enum MeetingKind : byte
{
    Contact,
    Talks,
    Reception,
    CourtesyCall,
    Dialogue,
    Conference,
    Call,
}

internal enum MeetingMode : byte
{
    InPerson,
    Video,
    Phone,
}

internal enum MeetingStatus : byte
{
    Held,
    Planned,
    Recalled,
}

/// <summary>Somebody at a meeting: the name as first given, and the person's index among the people of the article.</summary>
internal sealed record Participant(string DocId, string Name, int Person, PersonLevel Level, string? Country)
{
    /// <summary>An actor whose person is known.</summary>
    public static Participant Of(ArticleContext context, Actor actor) =>
        new(context.Text.DocId, context.NameOf(actor.Person)!, actor.Person!.Value, actor.Level, actor.Country);
}

/// <summary>An encounter as one or more articles tell it.</summary>
internal sealed record Meeting
{
    /// <summary>A meeting held, as one sentence tells it: of the states of the guests, and of the level of the highest; whoever is no person in particular is left out.</summary>
    public static Meeting Of(ArticleContext context, Sentence sentence, MeetingKind kind, ResolvedDate date, IReadOnlyList<Actor> home, IReadOnlyList<Actor> guests) => new()
    {
        DocIds = [context.Text.DocId],
        Date = date,
        Kind = kind,
        Status = MeetingStatus.Held,
        Partners = [.. guests.Select(g => g.Country!).Distinct(StringComparer.Ordinal)],
        Home = [.. home.Where(h => h.Person is not null).Select(h => Participant.Of(context, h))],
        Guests = [.. guests.Where(g => g.Person is not null).Select(g => Participant.Of(context, g))],
        Level = home.Concat(guests).Select(a => a.Level).DefaultIfEmpty(PersonLevel.Other).Max(),
        Evidence = new EvidenceCells(context.Text.DocId, context.SentenceText(sentence.Index), sentence.Span.Start, sentence.Span.End),
    };

    public required IReadOnlyList<string> DocIds { get; init; }

    public required ResolvedDate Date { get; init; }

    /// <summary>The weekday that the text names beside or instead of the day.</summary>
    public DayOfWeek? Weekday { get; init; }

    public required MeetingKind Kind { get; init; }

    public MeetingMode Mode { get; init; }

    public required MeetingStatus Status { get; init; }

    public string Place { get; init; } = "";

    public string HostCountry { get; init; } = "";

    public required IReadOnlyList<string> Partners { get; init; }

    public required IReadOnlyList<Participant> Home { get; init; }

    public required IReadOnlyList<Participant> Guests { get; init; }

    public PersonLevel Level { get; init; }

    public bool IsMultilateral { get; init; }

    /// <summary>Read from the remarks of both sides, not from a sentence that tells it.</summary>
    public bool IsInferred { get; init; }

    public required EvidenceCells Evidence { get; init; }
}
