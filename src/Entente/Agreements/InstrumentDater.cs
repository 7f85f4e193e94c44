using System.Globalization;
using Entente.Clauses;
using Entente.Dates;

namespace Entente.Agreements;

/// <summary>Finds when an instrument was made: the date after its title, between verb and name, or at the head of the clause that tells its making.</summary>
internal sealed class InstrumentDater(AgreementLexicon lexicon, WordSets words)
{
    /// <summary>How far a date may stand from the title, in tokens.</summary>
    private const int Reach = 16;

    public DateMention? Find(ArticleContext context, InstrumentMention mention)
    {
        DateMention? best = null;
        var bestDistance = Reach;
        foreach (var date in context.DatesIn[mention.Sentence.Index])
        {
            if (!date.Resolved.Date.IsEmpty && !IsOtherwise(context, date)
                && DistanceOf(context, mention, date) is { } distance && distance < bestDistance && IsPast(context, date))
            {
                (best, bestDistance) = (date, distance);
            }
        }

        return best ?? YearOf(context, mention) ?? OfChain(context, mention) ?? AtHead(context, mention);
    }

    private int? DistanceOf(ArticleContext context, InstrumentMention mention, DateMention date)
    {
        if (date.First >= mention.NameEnd && date.First < mention.ZoneEnd)
        {
            var distance = date.First <= mention.TitleEnd ? 0 : date.First - mention.TitleEnd;
            // A whole clause may stand between, as long as it tells the occasion ("lors de la visite … en novembre 2023").
            if (distance > 5 && IsOccasion(context, mention.TitleEnd, date.First))
            {
                return 5;
            }

            // "le mémorandum que les deux ministères ont signé en 2011"
            if (distance is > 0 and <= 12 && context.Verbs[mention.Sentence.Index].Any(v => v.First > mention.TitleEnd && v.First - mention.TitleEnd <= 8 && v.End <= date.First && lexicon.Of(v.Verb) == AgreementCue.Sign && v.Tense is Tense.Past or Tense.Pluperfect))
            {
                return distance;
            }

            return distance > 0 && IsBroken(context, mention.TitleEnd, date.First) || distance > 5 && !IsMaking(context, mention, date) ? null : distance;
        }

        return date.End <= mention.First && date.First >= mention.ZoneFirst && mention.First - date.End <= 6 && IsMaking(context, mention, date)
            && Enumerable.Range(date.End, mention.First - date.End).All(i => words.Has("date-gap", context.Text.Tokens[i].Folded))
            ? mention.First - date.End + 1
            : null;
    }

    /// <summary><c>Un traité d'extradition et un accord ont été signés lundi</c>: the date behind the verb of which all are the subject.</summary>
    private DateMention? OfChain(ArticleContext context, InstrumentMention mention)
    {
        if (mention.ChainEnd == mention.TitleEnd)
        {
            return null;
        }

        var verb = context.Verbs[mention.Sentence.Index].FirstOrDefault(v => v.First >= mention.ChainEnd && v.First - mention.ChainEnd <= 3 && v.IsPassive && lexicon.Of(v.Verb) == AgreementCue.Sign);
        return verb.Verb is null ? null : context.DatesIn[mention.Sentence.Index].FirstOrDefault(d => d.First >= verb.End && d.First - verb.End <= 6 && !d.Resolved.Date.IsEmpty && !IsOtherwise(context, d) && IsPast(context, d));
    }

    /// <summary><c>En 2013, les deux ministères ont signé un accord</c>: the date before the verb that makes the instrument.</summary>
    private DateMention? AtHead(ArticleContext context, InstrumentMention mention)
    {
        var verbs = context.Verbs[mention.Sentence.Index];
        var maker = verbs.LastOrDefault(v => v.Anchor < mention.ChainFirst && v.IsFinite);
        if (maker.Verb is null || lexicon.Of(maker.Verb) is not (AgreementCue.Sign or AgreementCue.Establish) || maker.Tense is not (Tense.Past or Tense.Pluperfect)
            || IsBroken(context, maker.End, mention.ChainFirst))
        {
            return null;
        }

        var head = context.DatesIn[mention.Sentence.Index].LastOrDefault(d => d.End <= maker.Anchor && !d.Resolved.Date.IsEmpty && !d.Expression.IsRange);
        return head is not null && !IsOtherwise(context, head) && IsPast(context, head) && !verbs.Any(v => v.IsFinite && v.Anchor > head.End && v.Anchor < maker.First) && (lexicon.Of(maker.Verb) == AgreementCue.Establish || !IsAnniversary(context, head))
            ? head
            : null;
    }

    /// <summary><c>le protocole de 2011 reste …</c>: a year behind the name dates it whatever follows.</summary>
    private DateMention? YearOf(ArticleContext context, InstrumentMention mention)
    {
        var tokens = context.Text.Tokens;
        for (var i = mention.NameEnd + 1; i < Math.Min(Math.Max(mention.TitleEnd, mention.NameEnd + 2), mention.ZoneEnd); i++)
        {
            // "la Déclaration de vision commune Vietnam - Inde 2015", but "le plan de coopération 2024" runs that year.
            var closes = i == mention.TitleEnd - 1 && mention.Name.Instrument is not Instrument.Plan && tokens[i - 1].Kind == Texts.TokenKind.Word && !words.Has("period-lead", tokens[i - 1].Folded);
            if ((closes || tokens[i - 1].Folded == "de") && tokens[i].Length == 4 && int.TryParse(tokens[i].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 2100)
            {
                var date = new PartialDate(year);
                return new DateMention(new DateExpression(tokens[i].Span, i, 1, "year-of-instrument", date, date), mention.Sentence.Index, new ResolvedDate(date, date, DateBasis.Body));
            }
        }

        return null;
    }

    /// <summary>Another clause begins between: what it tells is not the instrument's.</summary>
    private bool IsBroken(ArticleContext context, int from, int until)
    {
        for (var i = from; i < until; i++)
        {
            if (words.Has("clause-edge", context.Text.Tokens[i].Folded))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOccasion(ArticleContext context, int from, int until)
    {
        for (var i = from; i < Math.Min(from + 5, until); i++)
        {
            if (context.Text.Tokens[i].Folded is "lors" or "occasion")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A verb or noun of making stands on the date's side.</summary>
    private bool IsMaking(ArticleContext context, InstrumentMention mention, DateMention date)
    {
        var first = Math.Max(mention.ZoneFirst, Math.Min(mention.First, date.First) - 14);
        for (var i = first; i < Math.Max(mention.First, date.First); i++)
        {
            var folded = context.Text.Tokens[i].Folded;
            if (words.Has("making", folded) || words.Has("making-noun", folded))
            {
                return true;
            }
        }

        return context.Verbs[mention.Sentence.Index].Any(v => lexicon.Of(v.Verb) is AgreementCue.Sign or AgreementCue.Establish && v.Anchor < mention.First && mention.First - v.Anchor < 25 && v.Tense is Tense.Past or Tense.Pluperfect);
    }

    /// <summary><c>pour 2025</c>, <c>2019-2022</c>, <c>pour l'année 2025</c> tell how long it runs; <c>en vigueur depuis 2016</c> when it began to.</summary>
    private bool IsOtherwise(ArticleContext context, DateMention date)
    {
        var tokens = context.Text.Tokens;
        if (date.Expression.IsRange && date.Expression.Start.Month == 0)
        {
            return true;
        }

        for (var i = date.First - 1; i >= 0 && i >= date.First - 3; i--)
        {
            if (words.Has("period-lead", tokens[i].Folded))
            {
                return true;
            }

            // "un plan pour 2026 en 2019": what leads the other year; "pour 2025 et 2026" leads both.
            if (char.IsAsciiDigit(tokens[i].Text[0]) && tokens[i + 1].Folded == "en")
            {
                break;
            }
        }

        return date.First > 0 && tokens[date.First - 1].Folded == "-" || date.End < tokens.Count && tokens[date.End].Folded == "-" && date.End + 1 < tokens.Count && char.IsAsciiDigit(tokens[date.End + 1].Text[0]);
    }

    private static bool IsAnniversary(ArticleContext context, DateMention date) =>
        date.First > 0 && context.Text.Tokens[date.First - 1].Folded is "depuis" or "de";

    private static bool IsPast(ArticleContext context, DateMention date) =>
        date.Resolved.From is not { } from || context.Dates.ArticleDate.To is not { } now || from <= now;
}
