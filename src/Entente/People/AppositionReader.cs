using Entente.Partners;
using Entente.Texts;

namespace Entente.People;

/// <summary>Cuts a sentence into titles and names, and puts together those that stand for one person.</summary>
internal sealed class AppositionReader(PeopleLexicon lexicon, NationMap nations, TokenList tokens)
{
    private readonly TitleParser titles = new(lexicon, nations, tokens);
    private readonly NameParser names = new(lexicon, nations, tokens);
    private readonly OfficeByPlace offices = new(lexicon, nations, tokens);
    private readonly FurtherOffices further = new(lexicon, nations, tokens);
    private readonly AppositionGaps gaps = new(lexicon, nations, tokens);

    /// <summary>Tokens between one of several and the next: <c>, et</c>.</summary>
    private const int LongestJoint = 2;

    /// <summary>The noun of a people is no office: it only tells the country of the name.</summary>
    private static readonly TitleEntry s_compatriot = new(TitleKind.Address, RoleFunction.Other, PersonLevel.Other, false, false, false);

    public List<Apposition> Read(Sentence sentence)
    {
        var items = Items(sentence);
        var groups = new List<Apposition>();
        Apposition? group = null;
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            var (gap, hasArticle) = group is null ? (Gap.Other, false) : gaps.Between(items[i - 1].End, item.First);
            var next = i + 1 < items.Count ? items[i + 1] : null;
            if (group is null || !Joins(group, item, gap, hasArticle, next))
            {
                var shared = group is { HasPlural: true, Name: not null } && item.Name is not null && gap is Gap.And or Gap.Comma ? group : null;
                group = new Apposition();
                groups.Add(group);
                if (shared is not null)
                {
                    // `MM. A, ministre de l'État X, B, ministre de l'État Y`: what stands behind the first name is his alone.
                    group.Titles.AddRange(shared.Titles.Where(unit => unit.First < shared.Name!.First));
                    group.IsShared = true;
                    group.Place = shared.Place + 1;
                }
            }

            if (item.Title is not null)
            {
                group.Titles.Add(item.Title);
            }
            else
            {
                group.Name = item.Name;
            }
        }

        return groups;
    }

    private List<Item> Items(Sentence sentence)
    {
        var items = new List<Item>();
        var end = sentence.First + sentence.Count;
        TitleUnit? plural = null;
        for (var at = sentence.First; at < end;)
        {
            if ((titles.Parse(at, end) ?? Compatriot(at, sentence.First, end)) is { } title)
            {
                items.Add(new Item(IsFormer(title, sentence.First, end) ? title with { IsFormer = true } : title, null));
                plural = title.Entry.IsPlural ? title : plural;
                at = title.End;
            }
            else if ((FurtherOf(plural, items, at) ?? further.Read(plural, items is [.., { Name: { } last }] ? last : null, at, end) ?? SameOf(items, at, end)) is { } office)
            {
                items.Add(new Item(office, null));
                at = office.End;
            }
            else if (names.Parse(at, sentence.First, end, FollowsTitle(items, at), FollowsTitle(items, at - 1) && tokens[at - 1].Text == ",") is { } name)
            {
                if (items is [.., { Title: { } whose }] && HouseName.IsOfTitle(lexicon, nations, tokens, whose, name, items is [.., { Name: { } named }, _] && named.End == whose.First - 1, end))
                {
                    items[^1] = new Item(whose with { End = at = name.End }, null);
                    continue;
                }

                AddOfficeByPlace(items, name, sentence.First, end);
                items.Add(new Item(null, name));
                at = name.End;
            }
            else
            {
                // `à Hô Chi Minh-Ville, le maire de Varsovie, X`: no part of the name of a town is a person's.
                at = lexicon.NameLikePlaces.TryMatchAt(tokens, at, end, out var town) ? town.Next : at + 1;
            }
        }

        return items;
    }

    private void AddOfficeByPlace(List<Item> items, NameRun name, int first, int end)
    {
        var (known, before) = items.Count > 0 ? (items[^1].Title, items[^1].Name) : (null, null);
        before ??= items.Count > 1 ? items[^2].Name : null;
        if (!(known is not null && known.End >= name.First - 1) && offices.Before(name, known, before, first, end) is { } office)
        {
            items.RemoveAll(item => item.First >= office.First);
            items.Add(new Item(office, null));
        }
    }

    /// <summary><c>l'ancien ministre</c>, <c>X, alors ministre</c>, <c>le ministre de l'époque</c></summary>
    private bool IsFormer(TitleUnit title, int first, int end)
    {
        const int Longest = 3;
        for (var i = Math.Max(first, title.First - Longest); i < title.First; i++)
        {
            if (lexicon.NameCues.TryMatchAt(tokens, i, title.First, out var cue) && cue.Value is NameCue.Former or NameCue.Then && cue.Next == title.First)
            {
                return true;
            }
        }

        return lexicon.NameCues.TryMatchAt(tokens, title.End, end, out var then) && then.Value == NameCue.Then;
    }

    private static bool FollowsTitle(List<Item> items, int at) => items.Count > 0 && items[^1].Title is not null && items[^1].End == at;

    // `du Japonais Hironori Kanazawa`: the noun of a people right before a name tells whose he is.
    private TitleUnit? Compatriot(int at, int sentenceFirst, int end) =>
        tokens[at].IsCapitalized && nations.TryGet(at, out var nation) && nation is { Kind: MentionKind.Demonym } && nation.First == at
            && nation.End < end && names.Parse(nation.End, sentenceFirst, end, afterTitle: true) is { Words: > 1 }
            ? new TitleUnit(s_compatriot, at, nation.End, nation.End, [nation], CountryBasis.Adjective)
            : null;

    // `ses homologues thaïlandais, le général A, et malaisien, B`: the adjective alone stands for a further counterpart.
    private TitleUnit? FurtherOf(TitleUnit? plural, List<Item> items, int at) =>
        plural is not null && at - items[^1].End <= LongestJoint && lexicon.Words.Has("and-or-comma", tokens[at - 1].Folded) && !tokens[at].IsCapitalized && nations.TryGet(at, out var nation)
            && nation is { Kind: MentionKind.Demonym } && nation.First == at
            ? new TitleUnit(plural.Entry with { IsPlural = false }, at, at, FieldEnd(nation.End), [nation], CountryBasis.Adjective)
            : null;

    // `les ministres vietnamien de la Construction, A, et algérien de l'Habitat, B`: the further office has a field of its own.
    private int FieldEnd(int at)
    {
        const int Longest = 8;
        if (at + 2 >= tokens.Count || !lexicon.Words.Has("of", tokens[at].Folded))
        {
            return at;
        }

        var head = lexicon.PastArticle(tokens, at + 1);
        if (!lexicon.IsOrganisationWord(tokens[head]))
        {
            return at;
        }

        for (var i = head + 1; i < tokens.Count && i < head + Longest; i++)
        {
            if (tokens[i].Folded is ",")
            {
                return i;
            }
        }

        return at;
    }

    // `l'ambassadeur d'Ukraine, A, et celui de Pologne, B`.
    private TitleUnit? SameOf(List<Item> items, int at, int end)
    {
        if (!lexicon.IsDemonstrative(tokens[at]) || at + 2 >= end || !lexicon.Words.Has("of", tokens[at + 1].Folded))
        {
            return null;
        }

        var of = lexicon.PastArticle(tokens, at + 2);

        // `celui de la partie laotienne`
        of = of + 1 < end && !nations.TryGet(of, out _) && nations.TryGet(of + 1, out var next) && next.Kind == MentionKind.Demonym ? of + 1 : of;
        var last = items.FindLast(item => item.Title is { Entry.Kind: TitleKind.Office or TitleKind.Counterpart, Countries.Count: > 0 })?.Title;
        return last is not null && of < end && nations.TryGet(of, out var nation) && nation.Kind != MentionKind.Demonym && nation.Code != last.Countries[0].Code
            ? new TitleUnit(last.Entry with { IsPlural = false }, at, at, nation.End, [nation], CountryBasis.Complement)
            : null;
    }

    private bool Joins(Apposition group, Item item, Gap gap, bool hasArticle, Item? next)
    {
        if (gap == Gap.Other || group.Titles.Exists(unit => unit.Entry.Kind == TitleKind.Delegation) || item.Title?.Entry.Kind == TitleKind.Delegation)
        {
            return false;
        }

        if (item.Name is not null)
        {
            return group.Name is null && (gap is Gap.None || gap is Gap.Comma && !IsSubjectAfter(group, item.Name, next?.Title)) && group.Titles.Count > 0;
        }

        var title = item.Title!;

        // `les ministres du Japon et de Malaisie, MM. A et B`
        if (title.Entry is { IsPlural: true, Kind: TitleKind.Address } && group is { HasPlural: true, Name: null } && gap == Gap.Comma && !title.IsFurther)
        {
            return true;
        }

        // `la réunion des ministres de l'ASEAN, le général X a rencontré`
        if (title.Entry.IsPlural || title.IsFurther || group is { HasPlural: true, Name: null } && hasArticle && !group.Titles.Exists(unit => unit.Entry.Kind == TitleKind.Counterpart))
        {
            return false;
        }

        if (group.Name is null)
        {
            // `vice-Premier ministre et ministre`; `ministre de la Défense, le général X`; `son homologue, M. X`.
            var introduces = title.Entry.Kind is TitleKind.Address or TitleKind.Rank;

            // `Face à l'hôte britannique, le général Phan Van Hai a souligné`: whom the comma parts from a foreigner is at home.
            if (introduces && hasArticle && gap == Gap.Comma && next?.Name is { IsHomeName: true } && group.Titles.Exists(unit => unit.Countries is [var foreign, ..] && !nations.IsHome(foreign) && foreign.Kind != MentionKind.Body))
            {
                return false;
            }

            // `En l'absence du ministre, le général A a reçu`
            if (introduces && gap == Gap.Comma && next?.Name is { } named && OfficeOfAnother.Parts(lexicon, tokens, group.Titles[0], named))
            {
                return false;
            }

            return gap == Gap.None || (gap == Gap.Comma && (introduces || !hasArticle)) || (gap == Gap.And && !hasArticle && !introduces);
        }

        if (title.Entry.Kind == TitleKind.Address || gap == Gap.None)
        {
            return false;
        }

        if (gap == Gap.And)
        {
            return !hasArticle && group.Titles.Count > 0 && title.Entry.Kind != TitleKind.Rank;
        }

        // `le ministre A, X, le conseiller B, Y`: whoever has a title already leaves the next one to the name after it.
        if (hasArticle && group.Titles.Count > 0 && next?.Name is not null && next.First == title.End + 1)
        {
            return false;
        }

        // `le vice-ministre biélorusse A, le ministre cubain de la Défense, le général B`: nobody is of two states.
        if (hasArticle && title.Countries is [var own, ..] && group.Titles.Exists(unit => unit.Countries is [var other, ..] && other.Code != own.Code))
        {
            return false;
        }

        // `Avec le général Sosa, le député vietnamien, …`: a name of another kind is no Vietnamese deputy's.
        if (hasArticle && title.Countries is [var nation, ..] && nations.IsHome(nation) && !group.Name.IsHomeName && !lexicon.IsFamilyName(tokens[group.Name.First], out _))
        {
            return false;
        }

        // `reçu par le vice-ministre Nguyen Chi Vinh, le directeur de l'Office slovaque, le colonel Y, …`: nor is a name of the home country that of another's director.
        if (hasArticle && title.Countries is [var other, ..] && !nations.IsHome(other) && group.Name is { IsHomeName: true, Words: > 2 })
        {
            return false;
        }

        // `a rencontré Y, son homologue américain.`: a foreign name, and nobody named behind.
        if (title.Entry.Kind == TitleKind.Counterpart && hasArticle && gap == Gap.Comma && !group.Name.IsHomeName && IsMark(title.End) && !(next?.Name is not null && next.First == title.End + 1))
        {
            return true;
        }

        // `X, le ministre de la Défense, …` is closed by a mark; `Face à X, le ministre s'est félicité` begins another.
        return !hasArticle || (title.Entry.Kind == TitleKind.Office && next?.First != title.End && IsMark(title.End));
    }

    // `Au cours de sa rencontre avec le chargé d'affaires chilien, le ministre A …` ends at the comma; so does it before a bare `A a souhaité`: whom a
    // preposition or a participle governs is not the subject of the verb that follows the name.
    // `lors de son entretien avec le dirigeant vietnamien, A, gouverneur de la province, a raconté`: his own office stands behind the name.
    private bool IsSubjectAfter(Apposition group, NameRun name, TitleUnit? office)
    {
        if (name.End >= tokens.Count || !(lexicon.BeginsPredicate(tokens[name.End]) || office is not null && office.First == name.End + 1 && BeginsPredicateBehind(office)))
        {
            return false;
        }

        var before = group.Titles[0].First - 1;
        while (before >= 0 && lexicon.IsDeterminer(tokens[before]))
        {
            before--;
        }

        // `Saluant l'entretien entre le général A et le commandant de la Marine, B a …`: the second of two whom a preposition governs.
        if (before > 0 && lexicon.Words.Has("and", tokens[before].Folded) && group.Titles[0].First - 1 > before)
        {
            before = Enumerable.Range(0, before).LastOrDefault(i => tokens[i].Kind == TokenKind.Punctuation || lexicon.Words.Has("between", tokens[i].Folded), -1);
        }

        return before >= 0 && lexicon.Governs(tokens[before]);
    }

    // An office that a comma opens and, past its field, another closes right before the verb.
    private bool BeginsPredicateBehind(TitleUnit office)
    {
        const int Longest = 10;
        if (tokens[office.First - 1].Text != "," || office.Entry is { Kind: not TitleKind.Office } or { IsPlural: true })
        {
            return false;
        }

        for (var i = office.End; i + 1 < tokens.Count && i < office.End + Longest; i++)
        {
            if (tokens[i].Text == ",")
            {
                return lexicon.BeginsPredicate(tokens[i + 1]);
            }

            if (tokens[i].Kind == TokenKind.Punctuation && tokens[i].Text != "-" || lexicon.IsVerb(tokens[i]))
            {
                return false;
            }
        }

        return false;
    }

    private bool IsMark(int at) => at >= tokens.Count || tokens[at].Folded is "," or "." or ")" or ";" or ":";

    private sealed record Item(TitleUnit? Title, NameRun? Name)
    {
        public int First => Title?.First ?? Name!.First;

        public int End => Title?.End ?? Name!.End;
    }
}
