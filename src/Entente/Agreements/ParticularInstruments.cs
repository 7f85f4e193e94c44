using Entente.Clauses;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>
/// Tells one instrument in particular from any there may be: by what its name asks for (a making, a party, a date), its title, or the verb that speaks of it. <c>conformément aux accords signés</c> is none.
/// </summary>
internal sealed class ParticularInstruments(WordSets words)
{
    private readonly CountedTexts _counted = new(words);

    /// <summary>Whether a mention, with the status that its sentence tells, is an instrument of which one can be spoken as one.</summary>
    public bool Is(ArticleContext context, InstrumentMention mention, StatusReading status)
    {
        // "ont proposé plusieurs programmes de coopération": ideas, and no plan of which one could be found again.
        if (status.Status == AgreementStatus.Proposed && mention.Name.Instrument == Instrument.Plan && mention.First > mention.Sentence.First && words.Has("uncounted", context.Text.Tokens[mention.First - 1].Folded))
        {
            return false;
        }

        if (mention.Name.Need == InstrumentNeed.Copula)
        {
            return status.Date is not null || status.Status != AgreementStatus.InForce || HasCopula(context, mention);
        }

        if (mention.Name.Need == InstrumentNeed.Party)
        {
            // "Programme de partenariat énergétique 2020-2025": with its years one in particular as well.
            return context.Mentions[mention.Sentence.Index].Any(m => m.FirstToken >= mention.First && m.FirstToken < mention.EndOfTitle) || mention.TitleEnd > mention.NameEnd && char.IsAsciiDigit(context.Text.Tokens[mention.TitleEnd - 1].Text[0]);
        }

        if (mention.Name.Need == InstrumentNeed.Dated)
        {
            return status is { Status: AgreementStatus.Signed, Date: not null } or { Status: AgreementStatus.Signed, AtEvent: true } && !_counted.AreNamed(context, mention);
        }

        // "en application du programme d'échanges culturels 2012-2014": with its years one particular plan.
        if (mention.Name.Need == InstrumentNeed.Making)
        {
            return status.Status is not AgreementStatus.InForce || mention.Name.Instrument == Instrument.Partnership && words.Has("possessive", context.Text.Tokens[mention.First - 1].Folded) || mention.Name.Instrument == Instrument.Plan && mention.TitleEnd > mention.NameEnd && char.IsAsciiDigit(context.Text.Tokens[mention.TitleEnd - 1].Text[0]);
        }

        // "ont assisté à la signature d'accords de coopération dans l'énergie": those made there, by what they are about.
        if (mention.IsPlural && IsMadeThere(context, mention, status))
        {
            return true;
        }

        // "signer des accords sur l'extradition", "négocier des accords en matière d'entraide": by their subject; of "les accords entre les dirigeants" there may be any.
        if (words.Has("bare-plural", context.Text.Tokens[mention.First].Folded) && mention.NameEnd - mention.First == 1)
        {
            return status.Status is AgreementStatus.Planned or AgreementStatus.Proposed or AgreementStatus.Negotiating && _counted.TellSubject(context, mention) || status.Status == AgreementStatus.Signed && mention.NamesParties;
        }

        if (mention.Name.Need == InstrumentNeed.Signing || mention.IsPlural && !mention.NamesParties)
        {
            return status.Status is AgreementStatus.Planned or AgreementStatus.Proposed || mention.Name.Need == InstrumentNeed.Signing && status.TellsSigning && (status.Status == AgreementStatus.Negotiating || status.AtEvent) || AreDated(mention, status) && !_counted.AreNamed(context, mention) || _counted.AreTold(context, mention, status);
        }

        // "sur la base de leur accord conclu": of no name, no subject and no day.
        if (mention.Antecedent is null && mention.EndOfTitle - mention.First == 1 && mention.First > mention.Sentence.First && mention.EndOfTitle < mention.ZoneEnd && status is { Date: null, AtEvent: false }
            && words.Has("possessive", context.Text.Tokens[mention.First - 1].Folded) && words.Has("making", context.Text.Tokens[mention.EndOfTitle].Folded))
        {
            return false;
        }

        if (mention.Name.Need == InstrumentNeed.None || mention.Antecedent is not null)
        {
            return true;
        }

        // "la protection des informations, sur laquelle un accord est en discussion"
        if (status.Status is not AgreementStatus.InForce && words.StandsIn("which", context.Text.Tokens, Math.Max(mention.Sentence.First, mention.First - 2), mention.First))
        {
            return true;
        }

        var hasComplement = mention.TitleEnd > mention.NameEnd || mention.NameEnd - mention.First > 2;
        // "doivent conclure dans les prochains mois un mémorandum"; an agreement may be sought on anything.
        var isMeant = mention.Name.Instrument != Instrument.Agreement && !mention.IsPlural && status.TellsSigning && status.Status is AgreementStatus.Planned or AgreementStatus.Proposed;
        // "les négociations sur l'accord qui ouvrira les opérations": one in particular, though its name tells nothing of it.
        var isWorkedOn = status.Status == AgreementStatus.Negotiating && !mention.IsPlural && mention.First > mention.Sentence.First && words.Has("definite", context.Text.Tokens[mention.First - 1].Folded)
            && mention.EndOfTitle < mention.ZoneEnd && words.Has("particular-clause", context.Text.Tokens[mention.EndOfTitle].Folded);
        return isMeant || isWorkedOn || hasComplement && mention.EndOfTitle - mention.First > 1 || status.IsParticular || status.Status == AgreementStatus.Signed && (status.Date is not null || status.AtEvent);
    }

    /// <summary>Texts of which a noun tells the signing (<c>satisfaits de la signature d'accords en matière d'extradition</c>), with their subject; <c>les accords signés dans ce domaine</c> are any.</summary>
    private bool IsMadeThere(ArticleContext context, InstrumentMention mention, StatusReading status)
    {
        const int Reach = 3;
        var (tokens, first) = (context.Text.Tokens, mention.First);
        var of = first - 1 > mention.Sentence.First && words.Has("cardinal", tokens[first - 1].Folded) ? first - 2 : first - 1;
        return status.Status == AgreementStatus.Signed && of - 1 >= mention.Sentence.First && words.Has("of", tokens[of].Folded) && words.Has("making-noun", tokens[of - 1].Folded) && _counted.TellSubject(context, mention) && !_counted.AreNamed(context, mention)
            // "d'accords dans divers domaines": on nothing in particular.
            && !words.StandsIn("counted", tokens, mention.NameEnd, Math.Min(mention.NameEnd + Reach, mention.EndOfTitle + 1));
    }

    /// <summary><c>ont signé des mémorandums de coopération en septembre 2011</c>: what they are about, and when they were signed, tells which.</summary>
    private static bool AreDated(InstrumentMention mention, StatusReading status) =>
        mention.Name.Instrument is Instrument.Memorandum && status is { Status: AgreementStatus.Signed, Date.Resolved.Date.Year: > 0 } && mention.TitleEnd > mention.NameEnd;

    /// <summary><c>sont des partenaires stratégiques</c>; of <c>un nombre restreint de partenaires stratégiques</c> nobody in particular is one.</summary>
    private bool HasCopula(ArticleContext context, InstrumentMention mention)
    {
        if (mention.First > mention.Sentence.First && words.Has("singular-of", context.Text.Tokens[mention.First - 1].Folded))
        {
            return false;
        }

        for (var i = mention.First - 1; i >= mention.Sentence.First && i >= mention.First - 6; i--)
        {
            if (words.Has("copula", context.Text.Tokens[i].Folded))
            {
                return true;
            }
        }

        return false;
    }
}
