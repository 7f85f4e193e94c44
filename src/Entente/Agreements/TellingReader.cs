using Entente.Clauses;
using Entente.Dates;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>Gathers what a sentence says of an instrument: cues, verbs, the date of its making, and who wants it.</summary>
internal sealed class TellingReader(AgreementLexicon lexicon, WordSets words)
{
    private readonly InstrumentDater _dater = new(lexicon, words);

    public Telling Read(ArticleContext context, InstrumentMention mention)
    {
        var telling = new Telling(context, mention, lexicon.Cues.Find(context.Text, mention.Sentence), context.Verbs[mention.Sentence.Index], _dater.Find(context, mention));
        var after = AfterBracket(context, mention);
        return telling with { Wish = WishOf(telling), After = after, HasRelative = OpensRelative(context, mention, after), HasApposition = OpensApposition(context, mention, after) };
    }

    private static int AfterBracket(ArticleContext context, InstrumentMention mention)
    {
        var tokens = context.Text.Tokens;
        if (mention.ChainEnd >= mention.ChainZoneEnd || tokens[mention.ChainEnd].Folded != "(")
        {
            return mention.ChainEnd;
        }

        var close = Enumerable.Range(mention.ChainEnd, Math.Min(6, mention.ChainZoneEnd - mention.ChainEnd)).FirstOrDefault(i => tokens[i].Folded == ")", mention.ChainEnd - 1);
        return close + 1;
    }

    private bool OpensRelative(ArticleContext context, InstrumentMention mention, int after) =>
        Enumerable.Range(after, 2).Any(i => i < mention.ChainZoneEnd && words.Has("relative-object", context.Text.Tokens[i].Folded));

    /// <summary>A comma behind it, and the next one before a verb.</summary>
    private static bool OpensApposition(ArticleContext context, InstrumentMention mention, int after)
    {
        var tokens = context.Text.Tokens;
        if (after >= mention.ChainZoneEnd || tokens[after].Folded != ",")
        {
            return false;
        }

        var close = Enumerable.Range(after + 1, Math.Max(0, Math.Min(Telling.RelativeReach, mention.ChainZoneEnd - after - 1))).FirstOrDefault(i => tokens[i].Folded == ",", -1);
        return close > 0 && context.Verbs[mention.Sentence.Index].Any(v => v.IsFinite && v.First - close is 1 or 2);
    }

    /// <summary>What a wish or a plan before the instrument makes of it: the verb nearest before it, or a phrase.</summary>
    private AgreementStatus? WishOf(Telling telling)
    {
        AgreementStatus? wish = null;
        var at = -1;
        foreach (var verb in telling.Verbs)
        {
            // "se proposent de signer un protocole": what both mean to do, and nobody asks for.
            var status = verb is { IsReflexive: true } && words.Has("proposing", Texts.Folding.Fold(verb.Verb)) ? AgreementStatus.Planned : Meant(lexicon.Of(verb.Verb));
            // "a proposé d'accélérer la signature": what is to be done takes its sense from who wants it.
            if (status is not null && verb.Anchor < telling.Mention.First && (verb.Tense != Tense.Participle || IsJoinedWish(telling, verb)) && (wish is null || verb.Tense is not (Tense.Infinitive or Tense.Gerund)))
            {
                (wish, at) = (status, verb.Anchor);
            }
        }

        foreach (var cue in telling.Cues)
        {
            var status = Meant(cue.Value);
            // "le protocole entre le Bureau chargé de la recherche et …": of who is named in its title.
            var isInTitle = cue.First >= telling.Mention.NameEnd && cue.First < telling.Mention.EndOfTitle;
            if (status is not null && !isInTitle && cue.First < telling.Mention.ZoneEnd && cue.First >= at && (cue.First < telling.Mention.First || wish is null))
            {
                (wish, at) = (status, cue.First);
            }
        }

        return wish;
    }

    /// <summary><c>a jugé les deux économies complémentaires, et suggéré qu'un accord soit négocié</c>: the second verb of one auxiliary.</summary>
    private bool IsJoinedWish(Telling telling, VerbGroup verb)
    {
        var tokens = telling.Context.Text.Tokens;
        return verb.First == verb.Anchor && verb.First > telling.Mention.Sentence.First && words.Has("and", tokens[verb.First - 1].Folded) && verb.End < telling.Mention.First && words.Has("that", tokens[verb.End].Folded);
    }

    private static AgreementStatus? Meant(AgreementCue cue) => cue switch
    {
        AgreementCue.Propose => AgreementStatus.Proposed,
        AgreementCue.Agree => AgreementStatus.Planned,
        _ => null,
    };
}
