using Entente.Partners;
using Entente.Texts;

namespace Entente.People;

/// <summary>
/// Reads the further offices of a list that says its noun once, each behind the name that holds the one before: <c>les ministres d'Australie, A, du Japon, B, et de Nouvelle-Zélande, C</c>,
/// <c>les ministres vietnamiens des Affaires étrangères A et de la Défense B</c>.
/// </summary>
internal sealed class FurtherOffices(PeopleLexicon lexicon, NationMap nations, TokenList tokens)
{
    /// <summary>From one name to the next office: <c>et</c>, a comma, or both.</summary>
    private const int LongestJoint = 2;

    /// <summary>Words of a field: <c>des Affaires étrangères et de la Coopération</c>.</summary>
    private const int LongestField = 8;

    private readonly WordSets words = lexicon.Words;

    /// <summary>The office that begins at a token, of the plural told before and behind the last name; null for none.</summary>
    public TitleUnit? Read(TitleUnit? plural, NameRun? name, int at, int end)
    {
        if (plural is null || name is null || at - name.End is < 1 or > LongestJoint || !words.Has("and-or-comma", tokens[name.End].Folded) || !words.Has("of", tokens[at].Folded))
        {
            return null;
        }

        return OfState(plural, at, end) ?? OfField(plural, at, end);
    }

    private TitleUnit? OfState(TitleUnit plural, int at, int end)
    {
        var of = lexicon.PastArticle(tokens, at + 1);
        return of < end && nations.TryGet(of, out var nation) && nation.First == of && nation.Kind != MentionKind.Demonym
            ? new TitleUnit(plural.Entry with { IsPlural = false }, at, at, nation.End, [nation], CountryBasis.Complement)
            : null;
    }

    /// <summary>The field has an article and a capital, and the name follows it; the first of the list has one as well.</summary>
    private TitleUnit? OfField(TitleUnit plural, int at, int end)
    {
        if (plural.Entry.Kind != TitleKind.Office || plural.End == plural.HeadEnd || plural.Countries.Count > 1)
        {
            return null;
        }

        var field = lexicon.FieldBehind(tokens, at, end);
        if (field >= end || !tokens[field].IsCapitalized || !lexicon.IsOrganisationWord(tokens[field]) || nations.TryGet(field, out _))
        {
            return null;
        }

        var last = field + 1;
        var own = plural.Countries;
        while (last < end && last - field < LongestField && !tokens[last].IsCapitalized && (lexicon.IsOrganisationWord(tokens[last]) || lexicon.IsAdjective(tokens[last])))
        {
            // "les présidents de la Chambre marocaine, A, et de la Diète polonaise, B"
            own = nations.TryGet(last, out var nation) ? [nation] : own;
            last++;
        }

        var name = last < end && tokens[last].Text == "," ? last + 1 : last;
        return name + 1 < end && tokens[name].IsCapitalized && tokens[name + 1].IsCapitalized && !lexicon.IsOrganisationWord(tokens[name]) && !nations.TryGet(name, out _)
            ? new TitleUnit(plural.Entry with { IsPlural = false }, at, at, last, own, own.Count > 0 && plural.Countries.Count == 0 ? CountryBasis.Adjective : plural.Basis)
            : null;
    }
}
