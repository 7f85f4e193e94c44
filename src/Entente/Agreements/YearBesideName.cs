using System.Globalization;
using Entente.Clauses;
using Entente.Dates;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>Finds the year that stands by the name of an instrument: in its title, behind it, or behind what says where it comes from.</summary>
internal sealed class YearBesideName(WordSets words)
{
    /// <summary>How far behind the title the word may stand that tells its origin, in tokens.</summary>
    private const int Reach = 16;

    /// <summary>How far behind the last of several the word may stand that tells the origin of all, in tokens.</summary>
    private const int SharedReach = 5;

    /// <summary>
    /// <c>ont dressé le bilan de leur plan de coopération en 2023</c>, <c>ont signé un plan de coopération en 2025</c> in the news of that year: the year that the plan is for, and not
    /// that of its signing; <c>avaient signé un plan en 2019</c> is that.
    /// </summary>
    public bool IsOfPlan(ArticleContext context, InstrumentMention mention, DateMention date)
    {
        if (mention.Name.Instrument != Instrument.Plan || date.Resolved.Date is not { Year: > 0 and var year, Month: 0 } || date.First <= mention.NameEnd || date.First - mention.EndOfTitle > 1 || !words.Has("in", context.Text.Tokens[date.First - 1].Folded))
        {
            return false;
        }

        var verb = context.Verbs[mention.Sentence.Index].LastOrDefault(v => v.IsFinite && v.Anchor < mention.First);
        return verb.Verb is not null && !words.Has("concluding", Folding.Fold(verb.Verb)) && !words.StandsIn("making-noun", context.Text.Tokens, verb.End, mention.First)
            || verb is { Tense: Tense.Past, IsPassive: false } && context.Dates.ArticleDate.Date.Year is > 0 and var news && year >= news;
    }

    /// <summary><c>le protocole de 2011 reste …</c>: a year behind the name dates it whatever follows.</summary>
    public DateMention? Find(ArticleContext context, InstrumentMention mention)
    {
        var tokens = context.Text.Tokens;
        // "remonte à 2015", "signé en 2015", of whatever follows the year
        var last = Math.Min(mention.ZoneEnd, mention.OwnEnd) - 2;
        // "que les deux ministères ont signé en 1995"
        var isRelative = mention.EndOfTitle < last && words.Has("relative-object", tokens[mention.EndOfTitle].Folded);
        for (var i = mention.EndOfTitle; i < Math.Min(mention.EndOfTitle + Reach, last); i++)
        {
            if (words.Has("origin-verb", tokens[i].Folded) && words.Has("origin-link", tokens[i + 1].Folded) && At(context, mention, i + 2) is { } origin)
            {
                return origin;
            }

            // "signé à Kuala Lumpur en 2008"
            for (var at = i + 1; i <= mention.EndOfTitle + (isRelative ? Telling.SubjectReach : 2) && (words.Has("making", tokens[i].Folded) || mention.Name.Instrument == Instrument.Partnership && (words.Has("bond", tokens[i].Folded) || IsParticiple(context, mention, i))) && at < Math.Min(i + 8, last) && tokens[at].Kind == Texts.TokenKind.Word; at++)
            {
                if (words.Has("origin-link", tokens[at].Folded) && At(context, mention, at + 1) is { } told)
                {
                    return told;
                }
            }
        }

        // "le traité et l'accord, qui datent de 2017": of both.
        for (var i = mention.ChainEnd; mention.ChainEnd > mention.EndOfTitle && i < Math.Min(mention.ChainEnd + SharedReach, mention.ChainZoneEnd - 2); i++)
        {
            if (words.Has("origin-verb-plural", tokens[i].Folded) && words.Has("origin-link", tokens[i + 1].Folded) && At(context, mention, i + 2) is { } shared)
            {
                return shared;
            }
        }

        for (var i = mention.NameEnd + 1; i < Math.Min(Math.Max(mention.TitleEnd, mention.NameEnd + 2), Math.Min(mention.ZoneEnd, mention.OwnEnd)); i++)
        {
            // "la Déclaration de vision commune Vietnam - Inde 2015", but "le plan de coopération 2024" runs that year.
            var closes = i == mention.TitleEnd - 1 && mention.Name.Instrument is not (Instrument.Plan or Instrument.Minutes) && tokens[i - 1].Kind == Texts.TokenKind.Word && !words.Has("numbered", tokens[i - 1].Folded) && !words.Has("period-lead", tokens[i - 1].Folded) && !words.Has("until", tokens[i - 2].Folded);
            if ((closes || words.Has("of", tokens[i - 1].Folded)) && At(context, mention, i) is { } year)
            {
                return year;
            }
        }

        return null;
    }

    /// <summary><c>le partenariat dressé par les deux pays en 2022</c>, whatever the verb.</summary>
    private bool IsParticiple(ArticleContext context, InstrumentMention mention, int at) =>
        at + 1 < mention.ZoneEnd && context.Text.Tokens[at].Text is [.., 'é'] or [.., 'é', 'e'] or [.., 'i'] && words.Has("agent", context.Text.Tokens[at + 1].Folded);

    /// <summary>The year that a token is, as a date of the instrument; null where it is none, or lies ahead.</summary>
    public static DateMention? At(ArticleContext context, InstrumentMention mention, int at)
    {
        var tokens = context.Text.Tokens;
        if (tokens[at].Length != 4 || !int.TryParse(tokens[at].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is <= 1900 or >= 2100)
        {
            return null;
        }

        var date = new PartialDate(year);
        var mentioned = new DateMention(new DateExpression(tokens[at].Span, at, 1, "year-of-instrument", date, date), mention.Sentence.Index, new ResolvedDate(date, date, DateBasis.Body));
        return InstrumentDater.IsPast(context, mentioned) ? mentioned : null;
    }
}
