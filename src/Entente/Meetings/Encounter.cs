using Entente.Clauses;
using Entente.People;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>An encounter as one clause tells it, before tellings of the same one are joined.</summary>
/// <param name="Trigger">What tells it.</param>
/// <param name="Sentence">Where.</param>
/// <param name="Home">Those of the home side that the clause names; may be empty.</param>
/// <param name="Guests">Those of the partners; may be empty.</param>
/// <param name="IsShared">Several partners sit together.</param>
/// <param name="HasOwnPeople">The clause itself names somebody; otherwise it refers to a meeting told before.</param>
/// <param name="HostIsHome">Who receives, as far as the frame tells; null when it does not.</param>
internal sealed record Encounter(
    Trigger Trigger, Sentence Sentence, IReadOnlyList<Actor> Home, IReadOnlyList<Actor> Guests, bool IsShared, bool HasOwnPeople, bool? HostIsHome)
{
    /// <summary>Which of how many it is that one clause tells <c>respectivement</c>; default where it tells none so.</summary>
    public (int Index, int Of) Turn { get; init; }

    /// <summary>Told of <c>les deux ministres</c> alone: of those whom the text spoke of.</summary>
    public bool IsOfBoth { get; init; }

    /// <summary>The office that both have (<c>les deux ministres</c>); unknown where the words tell none.</summary>
    public PersonLevel PairLevel { get; init; }

    /// <summary>
    /// What stands between the one met before and the one whom this encounter is with, where one clause tells several: <c>a vu lundi à Santiago X, puis, mardi, à
    /// Brasilia, Y</c>. Null for the first.
    /// </summary>
    public (int From, int Until)? OwnStretch(ArticleContext context)
    {
        // "reçu mardi par A, et mercredi par B": hosts at home as well.
        if ((Guests is [var told, ..] && told.First >= Trigger.End ? told : Home is [var host, ..] && host.First >= Trigger.End ? host : null) is not { } guest)
        {
            return null;
        }

        var before = context.Actors[Sentence.Index].LastOrDefault(a => a.First >= Trigger.End && a.End <= guest.First && context.IsHome(a) == context.IsHome(guest) && a.Country is not null && a.Person != guest.Person && a.Person is not null);
        if (before is null)
        {
            return null;
        }

        // "A, au Palais présidentiel, et B": the place that a comma sets apart is the one where A was.
        var from = before.End;
        for (var i = guest.First - 1; i > before.End && context.Text.Tokens[before.End].Text == ","; i--)
        {
            if (ClauseLexicons.French.Words.Has("joining-verbs", context.Text.Tokens[i].Folded))
            {
                from = i;
                break;
            }
        }

        return (from, guest.First);
    }
}
