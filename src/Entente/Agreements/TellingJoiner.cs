namespace Entente.Agreements;

/// <summary>Joins tellings of one instrument: the stronger status holds, the fuller title stays.</summary>
internal sealed class TellingJoiner(TitleWords titles)
{
    public void Add(List<Agreement> found, Agreement agreement, bool isNew)
    {
        var same = found.FindIndex(a => IsSame(a, agreement, isNew));
        if (same < 0)
        {
            found.Add(agreement);
        }
        else
        {
            found[same] = Join(found[same], agreement);
        }
    }

    private bool IsSame(Agreement a, Agreement b, bool isNew)
    {
        if (a.Treaty.Length > 0 || b.Treaty.Length > 0)
        {
            // "cette convention" is the treaty just named.
            return a.Treaty == b.Treaty || a.Treaty.Length > 0 && b.Treaty.Length == 0 && a.Instrument == b.Instrument && titles.Subject(b.Title).Length == 0;
        }

        if (a.Instrument != b.Instrument || a.Partners.Count > 0 && b.Partners.Count > 0 && !a.Partners.Intersect(b.Partners, StringComparer.Ordinal).Any()
            || !a.Date.Date.IsEmpty && !b.Date.Date.IsEmpty && !a.Date.Date.Agrees(b.Date.Date))
        {
            return false;
        }

        if (a.Instrument == Instrument.Partnership)
        {
            // The rank of ASEAN with a partner is not that of the home country.
            return a.Partners.Count == b.Partners.Count && (titles.Rank(a.Title) == titles.Rank(b.Title) || IsLooser(a, b) || IsLooser(b, a));
        }

        if (Names(a, b) || Names(b, a))
        {
            return true;
        }

        // "le plan 2022-2024" is not the plan for 2025.
        var (years, others) = (TitleWords.Years(a.Title), TitleWords.Years(b.Title));
        if (years.Length > 0 && others.Length > 0 && !years.Intersect(others, StringComparer.Ordinal).Any())
        {
            return false;
        }

        var (x, y) = (titles.Subject(a.Title), titles.Subject(b.Title));
        // "Ils ont convenu de signer un accord sur le tourisme. … ont signé un accord": one more.
        if (isNew && y.Length == 0 && x.Length > 0 && a.Status is AgreementStatus.Planned or AgreementStatus.Proposed && b.Status == AgreementStatus.Signed)
        {
            return false;
        }

        // A name without a subject of its own ("ce protocole d'accord") is whichever was told, unless both are dated.
        return Math.Min(x.Length, y.Length) == 0 && (a.Date.Date.IsEmpty || b.Date.Date.IsEmpty || IsTakenUp(a, b, isNew))
            // "le protocole d'accord sur la formation signé en mars 2012 … le protocole d'accord de mars 2012"
            || a.Date.Date.Month > 0 && IsTakenUp(a, b, isNew) && (IsOfNumbers(x) || IsOfNumbers(y)) || TitleWords.Shared(x, y) >= Math.Max(1, Math.Min(x.Length, y.Length) * 0.75);
    }

    /// <summary><c>le mémorandum signé par les deux ministères en 2017 … le mémorandum de 2017</c>: of one date, told again in another sentence.</summary>
    private static bool IsTakenUp(Agreement a, Agreement b, bool isNew) => !isNew && a.Date.Date == b.Date.Date && a.Evidence.Start != b.Evidence.Start;

    private static bool IsOfNumbers(string[] subject) => Array.TrueForAll(subject, word => char.IsAsciiDigit(word[0]));

    /// <summary><c>l'Accord de libre-échange Vietnam - UE (EVFTA) … l'EVFTA</c></summary>
    private static bool Names(Agreement a, Agreement b) => a.ShortName.Length > 0 && (b.ShortName == a.ShortName || b.Title == a.ShortName);

    /// <summary><c>considère la Russie comme un partenaire stratégique … le partenariat stratégique intégral</c>: what one is called by the way is the rank that the text names.</summary>
    private bool IsLooser(Agreement told, Agreement named) =>
        told.Status == AgreementStatus.InForce && told.Date.Date.IsEmpty && titles.IsOfPartner(told.Title) && !titles.IsOfPartner(named.Title) && titles.Rank(told.Title).All(titles.Rank(named.Title).Contains);

    private Agreement Join(Agreement a, Agreement b)
    {
        // The sentence that gives the title is the evidence.
        var named = a.Instrument == Instrument.Partnership ? titles.IsOfPartner(a.Title) && !titles.IsOfPartner(b.Title) ? b : a : a.Title.Length >= b.Title.Length ? a : b;
        return a with
        {
            Title = named.Title,
            ShortName = a.ShortName.Length > 0 ? a.ShortName : b.ShortName,
            Evidence = named.Evidence,
            Subject = a.Subject.Length >= b.Subject.Length ? a.Subject : b.Subject,
            Status = a.Status <= b.Status ? a.Status : b.Status,
            Date = a.Date.Date.IsEmpty ? b.Date : a.Date,
        };
    }
}
