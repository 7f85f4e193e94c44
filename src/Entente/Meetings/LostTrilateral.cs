using Entente.Clauses;
using Entente.Dates;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>
/// Finds the session of three whose lead is lost: the text begins with what <c>les trois ministres</c> said together, is about two states, and names somebody of the home side.
/// </summary>
internal sealed class LostTrilateral(WordSets words)
{
    /// <summary>Sentences within which the three are told.</summary>
    private const int Opening = 2;

    /// <summary>Tokens before them: <c>À cette occasion, les trois ministres</c>.</summary>
    private const int HeadReach = 5;

    public Meeting? Find(ArticleContext context)
    {
        var body = context.Text.Sentences.Where(s => s.Section == SectionKind.Body).ToList();
        if (context.Partners.MainPartners is not [var one, var other] || context.IsBody(one) || context.IsBody(other) || body.Take(Opening).FirstOrDefault(s => Speak(context, s)) is not { } sentence
            || Named(context, body, context.HomeCountry) is not { } home)
        {
            return null;
        }

        List<Actor> guests = [.. new[] { Named(context, body, one), Named(context, body, other) }.OfType<Actor>()];
        return Meeting.Of(context, sentence, MeetingKind.Conference, DayOf(context, body), [home], guests) with { IsInferred = true, IsMultilateral = true, Partners = [one, other] };
    }

    private bool Speak(ArticleContext context, Sentence sentence)
    {
        var three = TalksOfThree.TheThree(context.Text.Tokens, words, "definite", sentence.First, Math.Min(sentence.First + HeadReach + 1, sentence.First + sentence.Count));
        return three >= 0 && context.Verbs[sentence.Index].Any(v => v is { IsFinite: true, IsPassive: false, Tense: Tense.Past } && v.First >= three);
    }

    /// <summary>The one day of the news that the text names, though not of the session itself: <c>au matin de ce 29 août</c>, <c>toujours le 25 novembre</c>.</summary>
    private static ResolvedDate DayOf(ArticleContext context, List<Sentence> body)
    {
        var news = context.Dates.ArticleDate;
        var days = body.SelectMany(s => context.DatesIn[s.Index]).Where(d => d.Resolved.Date.Day > 0 && !d.Expression.IsRange && d.Resolved.From >= news.From && d.Resolved.To <= news.To).Select(d => d.Resolved).DistinctBy(d => d.Date).ToList();
        return news.Date.Day == 0 && days is [var only] ? only : context.Dates.Reported is { Date.Day: > 0 } reported && reported.Last == reported.Date ? reported : news;
    }

    private static Actor? Named(ArticleContext context, List<Sentence> body, string country) =>
        body.SelectMany(s => context.Actors[s.Index]).FirstOrDefault(a => a is { IsNamed: true, Person: not null } && a.Country == country);
}
