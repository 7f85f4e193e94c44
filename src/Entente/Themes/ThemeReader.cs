using Entente.Clauses;
using Entente.Partners;
using Entente.Tables;
using Entente.Texts;

namespace Entente.Themes;

/// <summary>
/// Finds the fields of cooperation that an article about a partner names. Words within a person's titles (<c>ministre de l'Industrie de la défense</c>)
/// name an office, not a field.
/// </summary>
internal sealed class ThemeReader(ThemeLexicon lexicon, WordSets words)
{
    /// <summary>The one field that names of offices tell as well: <c>la réunion des ministres de la Défense de l'ASEAN</c>.</summary>
    private const string Forums = "multilateral_forums";

    /// <summary>The one field whose show is also to be seen: <c>a été invité à visiter le salon de défense</c>.</summary>
    private const string Exhibitions = "exhibitions";

    /// <summary>How far before the name of a forum it may be told that they meet beside it, in tokens.</summary>
    private const int AsideReach = 16;

    /// <summary>How far around a word civil fields make a list of it, in tokens.</summary>
    private const int CivilReach = 15;

    /// <summary>The fields that soldiers share with civilians.</summary>
    private const string Training = "training";

    private const string Research = "research";

    private const string Border = "border";

    /// <summary>The one field whose words are those of any hospital: <c>des médecins de Dà Nang</c>, <c>la médecine</c>.</summary>
    private const string Medicine = "military_medicine";

    /// <summary>The one field whose word is also that of people: <c>les délégations de tous niveaux seront plus nombreuses</c>.</summary>
    private const string Delegations = "delegations";

    private readonly WordIds _defence = words["defence"];
    private readonly WordIds _jointly = words["jointly"];
    private readonly WordIds _threats = words["threat"];
    private readonly WordIds _bothSides = words["both-sides"];
    private readonly WordIds _civilFields = words["civil-field"];

    public IReadOnlyList<Theme> Read(ArticleContext context, bool hasEvents)
    {
        // An article that is about no partner, or about neither defence nor security, or that does not name us, tells no cooperation of ours.
        if (context.Partners.MainPartners.Count == 0 || !hasEvents && !NamesHome(context) || !hasEvents && !HasOneOf(_defence, context.Text.Tokens[..]))
        {
            return [];
        }

        var found = new List<Theme>();
        var fields = new List<(int At, IReadOnlyList<string> Themes)>();
        foreach (var sentence in context.Text.Sentences)
        {
            if (sentence.Section != SectionKind.Body)
            {
                continue;
            }

            fields.Clear();
            AddFields(context, sentence, fields);
            if (fields.Count == 0 || IsOfOthers(context, sentence))
            {
                continue;
            }

            foreach (var (at, themes) in fields)
            {
                if (IsOrganisation(context, sentence, at) || IsThreat(context, sentence, at))
                {
                    continue;
                }

                var partner = PartnerOf(context, sentence, at);
                foreach (var theme in themes)
                {
                    if (!found.Exists(t => t.Code == theme && t.Partner == partner) && IsField(context, sentence, at, theme))
                    {
                        found.Add(new Theme(theme, partner, new EvidenceCells(context.Text.DocId, context.SentenceText(sentence.Index), sentence.Span.Start, sentence.Span.End)));
                    }
                }
            }
        }

        return found;
    }

    /// <summary>Whether a word tells a field there, and not an office, a sight or a list of civil fields.</summary>
    private bool IsField(ArticleContext context, Sentence sentence, int at, string theme) =>
        (theme == Forums ? !IsAside(context, sentence, at) : theme == Delegations || !IsTitle(context, sentence, at))
        && (theme == Exhibitions || !IsSight(context, sentence, at))
        && !(theme is Training or Research && IsGeneralList(context, sentence, at))
        && !(theme == Training && IsOfChildren(context, sentence, at))
        && !(theme == Research && context.Holds(sentence, "remains"))
        && (theme != Border || !IsFrontierOfOthers(context, sentence, at))
        && (theme != Medicine || IsOfDefence(context, sentence))
        && !(theme == Delegations && IsOfNow(context, sentence, at));

    /// <summary><c>Au cours de ses rencontres avec de hauts magistrats</c>: the encounters of which the article tells, and no field.</summary>
    private bool IsOfNow(ArticleContext context, Sentence sentence, int at)
    {
        const int Reach = 3;
        return words.Has("body-encounter", context.Text.Tokens[at].Folded) && words.StandsIn("spoken-at-session", context.Text.Tokens, Math.Max(sentence.First, at - Reach), at);
    }

    /// <summary><c>les conflits à la frontière Inde - Népal</c>, <c>la frontière entre l'Inde et le Népal</c>: of two others with each other.</summary>
    private bool IsFrontierOfOthers(ArticleContext context, Sentence sentence, int at)
    {
        const int Reach = 6;
        var (tokens, end) = (context.Text.Tokens, Math.Min(at + 1 + Reach, sentence.First + sentence.Count));
        var others = context.Mentions[sentence.Index].Where(m => m.FirstToken > at && m.FirstToken < end).ToList();
        return others.Count > 1 && others[0].Code != others[1].Code && !context.HomeMentions[sentence.Index].Any(m => m.FirstToken > at && m.FirstToken < end)
            && (words.StandsIn("between", tokens, at + 1, others[0].FirstToken) || words.StandsIn("link-dash", tokens, others[0].EndToken, others[1].FirstToken));
    }

    /// <summary><c>l'octroi de bourses à dix élèves</c>, <c>l'école primaire et ses élèves</c>: what is done for children; <c>des bourses aux élèves officiers</c> are for soldiers.</summary>
    private bool IsOfChildren(ArticleContext context, Sentence sentence, int at)
    {
        const int Reach = 9;
        var (tokens, end) = (context.Text.Tokens, sentence.First + sentence.Count);
        return context.Holds(sentence, "child-school")
            || words.Has("scholarship", tokens[at].Folded) && Enumerable.Range(at, Math.Min(Reach, end - at)).Any(i => words.Has("needy", tokens[i].Folded) && !(i + 1 < end && _defence.Contains(tokens[i + 1].Id)));
    }

    /// <summary>Whether a sentence, the headline, the lead or much of the text speaks of defence or police; in what the heads of two provinces talk over medicine is civil.</summary>
    private bool IsOfDefence(ArticleContext context, Sentence sentence)
    {
        const int Much = 2;
        bool Speaks(Sentence s) => HasOneOf(_defence, context.Text.Tokens[s.First..(s.First + s.Count)]);
        var lead = context.Text.Sentences.FirstOrDefault(s => s.Section == SectionKind.Body);
        return Speaks(sentence) || lead is not null && Speaks(lead) || context.Text.Sentences.Any(s => s.Section == SectionKind.Title && Speaks(s))
            || context.Text.Sentences.Where(s => s.Section == SectionKind.Body && Speaks(s)).Take(Much).Count() == Much;
    }

    private static bool NamesHome(ArticleContext context)
    {
        foreach (var sentence in context.Text.Sentences)
        {
            if (sentence.Section is SectionKind.Title or SectionKind.Body && (context.HomeMentions[sentence.Index].Count > 0 || context.Actors[sentence.Index].Any(context.IsHome)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasOneOf(WordIds words, ReadOnlySpan<Token> tokens)
    {
        foreach (ref readonly var token in tokens)
        {
            if (words.Contains(token.Id))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Adds the fields that a sentence names by a phrase or a pair of words, and where; what a look-alike covers names none.</summary>
    private void AddFields(ArticleContext context, Sentence sentence, List<(int At, IReadOnlyList<string> Themes)> fields)
    {
        var phrases = lexicon.Phrases.Find(context.Text, sentence);
        foreach (var phrase in phrases)
        {
            if (phrase.Value.Count > 0)
            {
                fields.Add((phrase.First, phrase.Value));
            }
        }

        for (var i = sentence.First; i < sentence.First + sentence.Count; i++)
        {
            if (lexicon.PairsAt(context.Text.Tokens, sentence, i, phrases) is { } pairs)
            {
                fields.Add((i, pairs));
            }
        }
    }

    /// <summary><c>visitera l'hôpital militaire 108</c>: what a guest is shown.</summary>
    private bool IsSight(ArticleContext context, Sentence sentence, int token) =>
        context.Verbs[sentence.Index].LastOrDefault(v => v.Anchor < token && v.Tense != Tense.Participle) is { Verb: { } verb } && words.Has("sightseeing", Folding.Fold(verb));

    /// <summary><c>entre deux séances de l'ADMM+</c>, <c>à Hawaï, où se tenait la réunion des ministres de la Défense de l'ASEAN</c>: where they meet.</summary>
    private bool IsAside(ArticleContext context, Sentence sentence, int token)
    {
        for (var i = token - 1; i >= sentence.First && i >= token - AsideReach; i--)
        {
            if (words.Has("aside", context.Text.Tokens[i].Folded))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>Le Japon et les Philippines ont mené un exercice</c>: what other states do, in a sentence that names neither side of ours.</summary>
    private bool IsOfOthers(ArticleContext context, Sentence sentence)
    {
        var others = context.Mentions[sentence.Index].Any(m => m.Kind is MentionKind.Name or MentionKind.Capital && !m.IsPlace && !IsWhere(context, sentence, m) && !context.Partners.MainPartners.Contains(m.Code, StringComparer.Ordinal));
        return others && context.HomeMentions[sentence.Index].Count == 0 && !context.Actors[sentence.Index].Any(context.IsHome)
            && !HasOneOf(_bothSides, context.Text.Tokens[sentence.First..(sentence.First + sentence.Count)]);
    }

    /// <summary><c>servent au Soudan du Sud</c>: where something is done, not who does it.</summary>
    private bool IsWhere(ArticleContext context, Sentence sentence, PartnerMention mention) =>
        mention.FirstToken > sentence.First && words.Has("place-lead", context.Text.Tokens[mention.FirstToken - 1].Folded);

    private static bool IsTitle(ArticleContext context, Sentence sentence, int token) =>
        context.Actors[sentence.Index].Any(a => token >= a.First && token < a.End);

    /// <summary><c>le Commandement des gardes-frontières</c>, <c>l'Académie de logistique</c>: part of a name, not a field.</summary>
    private bool IsOrganisation(ArticleContext context, Sentence sentence, int token)
    {
        for (var i = token - 1; i >= sentence.First && i >= token - 6; i--)
        {
            var word = context.Text.Tokens[i];
            if (words.Has("office-head", word.Folded))
            {
                return true;
            }

            if (words.Has("organisation-head", word.Folded))
            {
                // "chef du sous-comité de formation": who heads it, whatever its letters.
                var head = i - 2 >= sentence.First && context.Text.Tokens[i - 1].Text == "-" ? i - 2 : i;
                return word.IsCapitalized || head - 2 >= sentence.First && words.Has("of", context.Text.Tokens[head - 1].Folded) && words.Has("house-head", context.Text.Tokens[head - 2].Folded);
            }

            if (!words.Has("organisation-link", word.Folded))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary><c>l'économie, le commerce, l'éducation et la formation</c>: a list of civil fields stands around the word.</summary>
    private bool IsGeneralList(ArticleContext context, Sentence sentence, int token)
    {
        var civil = 0;
        for (var i = Math.Max(sentence.First, token - CivilReach); i < Math.Min(sentence.First + sentence.Count, token + CivilReach); i++)
        {
            civil += _civilFields.Contains(context.Text.Tokens[i].Id) ? 1 : 0;
        }

        return civil > 1;
    }

    /// <summary><c>face à des défis : pandémies, terrorisme, criminalité</c>: what the world suffers from, unless it is fought together.</summary>
    private bool IsThreat(ArticleContext context, Sentence sentence, int token)
    {
        var threatens = false;
        for (var i = sentence.First; i < token; i++)
        {
            var id = context.Text.Tokens[i].Id;
            if (_jointly.Contains(id))
            {
                return false;
            }

            threatens |= _threats.Contains(id);
        }

        return threatens;
    }

    /// <summary>The one main partner; of several, the one last named up to there.</summary>
    private static string PartnerOf(ArticleContext context, Sentence sentence, int token)
    {
        if (context.SolePartner is { } sole)
        {
            return sole;
        }

        for (var index = sentence.Index; index >= 0; index--)
        {
            if (context.Mentions[index].LastOrDefault(m => m.FirstToken <= token && context.Partners.MainPartners.Contains(m.Code, StringComparer.Ordinal)) is { } mention)
            {
                return mention.Code;
            }
        }

        return context.Partners.MainPartners[0];
    }
}
