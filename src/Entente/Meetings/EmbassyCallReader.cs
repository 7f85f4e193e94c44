using Entente.Clauses;
using Entente.People;
using Entente.Tables;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>
/// Finds the call that somebody pays at an embassy of the other side, most often to offer condolences, where no word of encounter tells who met him there:
/// <c>X s'est rendu à l'ambassade du Cambodge</c>, then <c>l'ambassadeur Y l'a remercié</c>.
/// </summary>
internal sealed class EmbassyCallReader(WordSets words, EncounterDater dater, VenueFinder venues)
{
    /// <summary>Sentences after the call within which the ambassador is named.</summary>
    private const int HostReach = 5;

    /// <summary>From <c>ambassade</c> to the country whose it is.</summary>
    private const int CountryReach = 5;

    private static readonly EncounterRule s_rule = new("", TriggerForm.Any, ObjectMarker.A, MeetingKind.Contact, MeetingMode.InPerson, TriggerNeed.None, "", "");

    /// <summary>The calls that no meeting told has.</summary>
    public IReadOnlyList<Meeting> Find(ArticleContext context, IReadOnlyList<Meeting> told, MeetingStory story)
    {
        var found = new List<Meeting>();
        foreach (var sentence in context.Text.Sentences.Where(s => s.Section == SectionKind.Body))
        {
            if (Embassy(context, sentence) is { } embassy && CallAt(context, sentence, embassy, told.Concat(found), story) is { } call)
            {
                found.Add(call);
            }
        }

        return found;
    }

    private Meeting? CallAt(ArticleContext context, Sentence sentence, string embassy, IEnumerable<Meeting> told, MeetingStory story)
    {
        if (context.Verbs[sentence.Index].FirstOrDefault(v => v is { IsFinite: true, Tense: Tense.Past or Tense.Pluperfect } && words.Has("going", v.Verb)) is not { Verb: not null } going
            || context.Actors[sentence.Index].FirstOrDefault(a => a.Person is not null && IsOfOtherSide(context, a, embassy)) is not { } caller
            || Host(context, sentence, embassy) is not { } host)
        {
            return null;
        }

        var (home, guest) = context.IsHome(caller) ? (caller, host) : (host, caller);
        if (told.Any(m => m.Status == MeetingStatus.Held && Has(m.Home, home) && Has(m.Guests, guest)))
        {
            return null;
        }

        var encounter = new Encounter(new Trigger(s_rule, going.First, going.End, Tense.Past), sentence, [home], [guest], false, true, null);
        var date = dater.Find(context, encounter);
        return EncounterDater.IsBackground(going.Tense, date?.Resolved, context.Dates.ArticleDate, []) ? null : Make(context, sentence, home, guest, embassy) with
        {
            Date = date?.Resolved ?? story.DayBefore(sentence.Index) ?? context.Dates.Presumed,
            Weekday = date?.Expression.Weekday,
            Place = venues.Find(context, encounter).Place,
        };
    }

    private static bool Has(IReadOnlyList<Participant> side, Actor actor) => side.Count == 0 || side.Any(p => p.Person == actor.Person);

    private static bool IsOfOtherSide(ArticleContext context, Actor actor, string country) => country == context.HomeCountry ? context.IsForeign(actor) : context.IsHome(actor);

    /// <summary>The country whose embassy a sentence goes to.</summary>
    private string? Embassy(ArticleContext context, Sentence sentence)
    {
        if (!context.Holds(sentence, "embassy"))
        {
            return null;
        }

        var tokens = context.Text.Tokens;
        for (var i = sentence.First + 2; i < sentence.First + sentence.Count; i++)
        {
            if (!words.Has("embassy", tokens[i].Folded) || !words.Has("dative", tokens[i - 2].Folded))
            {
                continue;
            }

            return CountryBehind(context, sentence, i);
        }

        return null;
    }

    private static string? CountryBehind(ArticleContext context, Sentence sentence, int at)
    {
        var home = context.HomeMentions[sentence.Index].Where(m => m.FirstToken > at && m.FirstToken <= at + CountryReach).Select(m => (m.FirstToken, Code: context.HomeCountry));
        return context.Mentions[sentence.Index].Where(m => m.FirstToken > at && m.FirstToken <= at + CountryReach).Select(m => (m.FirstToken, m.Code)).Concat(home).OrderBy(m => m.FirstToken).FirstOrDefault().Code;
    }

    private static Actor? Host(ArticleContext context, Sentence sentence, string country) =>
        context.Text.Sentences.Where(s => s.Section == SectionKind.Body && s.Index >= sentence.Index && s.Index <= sentence.Index + HostReach).SelectMany(s => context.Actors[s.Index])
            .FirstOrDefault(a => a is { Level: PersonLevel.Ambassador, Person: not null } && a.Country == country);

    private static Meeting Make(ArticleContext context, Sentence sentence, Actor home, Actor guest, string embassy) =>
        Meeting.Of(context, sentence, MeetingKind.Contact, default, [home], [guest]) with
        {
            IsInferred = true,
            HostCountry = embassy == context.HomeCountry ? guest.Country! : context.HomeCountry,
        };
}
