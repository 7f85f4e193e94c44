using Entente.Clauses;
using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>
/// Reads the status of an instrument of a list, which is told of the texts that it names: <c>Les présidents ont assisté à l'échange de sept documents. On relève dans le nombre un accord …</c>
/// </summary>
internal sealed class ListsOfTexts(AgreementLexicon lexicon, WordSets words)
{
    /// <summary>How far behind the words that open a list its first text stands, in tokens: those that an article tells of as known.</summary>
    private const int FirstReach = 3;

    /// <summary>How far from the noun for several texts the word may stand that tells how they came about, in tokens.</summary>
    private const int TextsReach = 5;

    private readonly ArticleWords _articles = new(words);

    public StatusReading? Read(Telling told)
    {
        var (context, mention) = (told.Context, told.Mention);
        if (told.IsRank || told.Wish is not null)
        {
            return null;
        }

        if (IntroOfLines(context, mention.Sentence) is { } intro && IntroducesTexts(context, intro))
        {
            return new(AgreementStatus.Signed, told.Date, told.Date is null);
        }

        // Before a colon or "figurent" in the sentence, or in the whole sentence before.
        var tokens = context.Text.Tokens;
        var first = mention.Sentence.First;
        var mark = Enumerable.Range(first, mention.First - first).LastOrDefault(i => tokens[i].Folded is ":" or "(" || words.Has("listing", tokens[i].Folded) || IsNaming(tokens, first, i) || IsAdding(tokens, i) || words.Has("namely", tokens[i].Folded) && IsSigningTold(told, i) || IsPartOfSigned(told, i), -1);
        // "deux textes signés en 2019 : le traité et le protocole"; elsewhere an article tells of one known before.
        if (_articles.IsDefinite(told) && !(mark > 0 && (mention.ChainFirst - mark is >= 0 and <= FirstReach || IsFurtherItem(tokens, mention.ChainFirst - 1, mark))))
        {
            return null;
        }

        var before = mention.Sentence.Index > 0 ? context.Text.Sentences[mention.Sentence.Index - 1] : mention.Sentence;
        var isColon = mark > 0 && tokens[mark].Folded is ":" or "(";
        var goesOn = mark > 0 && (IsAdding(tokens, mark) || IsNaming(tokens, first, mark) && IsMade(context, before)) && before.Section == mention.Sentence.Section;
        var isTold = mark > 0 && (TellsTexts(tokens, first, mark) || isColon && IsInvertedSigning(told, mark))
            || !isColon && (before.Paragraph == mention.Sentence.Paragraph && !IsNaming(tokens, first, mark) || goesOn) && before.Index < mention.Sentence.Index && TellsTexts(tokens, before.First, before.First + before.Count);
        return !isTold ? null : new(AgreementStatus.Signed, told.Date, told.Date is null);
    }

    /// <summary><c>ont été signés, à savoir</c>, but not <c>fidèles aux textes signés, à savoir</c></summary>
    private bool IsSigningTold(Telling told, int until) => told.Verbs.Any(v => v.IsFinite && v.Anchor < until && Makes(told.Context, v, until));

    /// <summary><c>ont signé cinq documents, y compris le protocole</c>, but not <c>appliquent les documents signés, y compris le protocole</c></summary>
    private bool IsPartOfSigned(Telling told, int at) =>
        words.Has("part-of", told.Context.Text.Tokens[at].Folded) && told.Verbs.LastOrDefault(v => v.IsFinite && v.Anchor < at) is { Verb: not null } made && Makes(told.Context, made, at)
            && !told.Cues.Exists(c => c.Value is AgreementCue.Apply && c.First > made.Anchor && c.First < at);

    /// <summary>A whole sentence tells that texts were signed or changed hands.</summary>
    private bool IsMade(ArticleContext context, Sentence sentence) =>
        context.Verbs[sentence.Index].LastOrDefault(v => v.IsFinite) is { Verb: not null } made && Makes(context, made, sentence.First + sentence.Count);

    private bool Makes(ArticleContext context, VerbGroup verb, int until) =>
        lexicon.Of(verb.Verb) == AgreementCue.Sign || words.Has("handing-over", Folding.Fold(verb.Verb ?? ""))
            // "ont présidé à la remise de plusieurs documents, à savoir"
            || verb is { Verb: { } attended, Tense: Tense.Past or Tense.Pluperfect } && lexicon.Of(attended) == AgreementCue.Attend && words.StandsIn("exchanged", context.Text.Tokens, verb.End, until);

    /// <summary><c>ont été signés : l'accord sur …; le protocole sur …</c></summary>
    private bool IsInvertedSigning(Telling told, int mark) =>
        told.Verbs.Any(v => v is { IsPassive: true, IsFinite: true, Tense: Tense.Past or Tense.Pluperfect } && mark - v.End is >= 0 and <= FirstReach && lexicon.Of(v.Verb) == AgreementCue.Sign);

    /// <summary><c>: l'accord sur …; la convention sur …</c></summary>
    private bool IsFurtherItem(TokenList tokens, int lead, int mark)
    {
        while (lead > mark && words.Has("article", tokens[lead].Folded))
        {
            lead--;
        }

        return lead > mark && tokens[mark].Folded is ":" or "(" && tokens[lead].Folded == ";";
    }

    /// <summary><c>Ces documents sont le plan d'action et le protocole</c>, <c>Il s'agit du plan d'action</c>, <c>Parmi eux, on peut citer le plan d'action</c></summary>
    private bool IsNaming(TokenList tokens, int first, int at) =>
        at > first + 1 && (words.Has("being", tokens[at].Folded) && at - first <= 4 && words.Has("this", tokens[first].Folded) && words.Has("text-noun", tokens[first + 1].Folded)
            || words.Has("naming-verb", tokens[at].Folded) && words.Has("naming-lead", tokens[at - 1].Folded) && at - first <= 6);

    /// <summary><c>S'y ajoutent un programme et un accord</c>, <c>À ces textes s'ajoute un protocole</c></summary>
    private bool IsAdding(TokenList tokens, int at) => at > 0 && words.Has("adding", tokens[at].Folded) && words.Has("added-to", tokens[at - 1].Folded);

    /// <summary>
    /// The sentence that a list of lines follows: <c>Ont été signés les documents suivants : - l'accord … ; - le protocole …</c>. Its lines open with a mark, with a number, or with the name
    /// of a text alone.
    /// </summary>
    private Sentence? IntroOfLines(ArticleContext context, Sentence item)
    {
        if (!IsMarked(context, item) && !IsBare(context, item) && !IsNumbered(context, item))
        {
            return null;
        }

        // Pictures may stand between the lines.
        var sentences = context.Text.Sentences;
        var s = item.Index - 1;
        while (s > 0 && !Announces(context, sentences[s]) && (sentences[s].Section != item.Section || IsMarked(context, sentences[s]) || IsNumber(context, sentences[s]) || IsNumber(context, sentences[s - 1]) || IsNumbered(context, sentences[s]) || IsBare(context, sentences[s])))
        {
            s--;
        }

        return s >= 0 && sentences[s].Section == item.Section && (IsMarked(context, item) || Announces(context, sentences[s])) ? sentences[s] : null;
    }

    private static bool Announces(ArticleContext context, Sentence sentence) => context.Text.Tokens[sentence.First + sentence.Count - 1].Folded == ":";

    private bool IsMarked(ArticleContext context, Sentence line) => line.Count > 1 && words.Has("bullet", context.Text.Tokens[line.First].Folded);

    /// <summary><c>1.</c>, parted from its line.</summary>
    private static bool IsNumber(ArticleContext context, Sentence line) => line.Count <= 2 && context.Text.Tokens[line.First].Kind == TokenKind.Number;

    /// <summary><c>1) Protocole sur …</c>, <c>(1) le protocole sur …</c></summary>
    private bool IsNumbered(ArticleContext context, Sentence line)
    {
        var tokens = context.Text.Tokens;
        return line.Count > 3 && (tokens[line.First].Kind == TokenKind.Number && words.Has("number-mark", tokens[line.First + 1].Folded) || tokens[line.First].Folded == "(" && tokens[line.First + 1].Kind == TokenKind.Number);
    }

    /// <summary><c>Protocole d'accord entre les deux ministères</c>, without a verb.</summary>
    private bool IsBare(ArticleContext context, Sentence line)
    {
        var tokens = context.Text.Tokens;
        var first = words.Has("article", tokens[line.First].Folded) ? line.First + 1 : line.First;
        return first + 1 < line.First + line.Count && tokens[line.First].IsCapitalized && words.Has("paper-line", tokens[first].Folded) && !context.Verbs[line.Index].Any(v => v.IsFinite);
    }

    /// <summary><c>Les documents des ministères et localités signés à cette occasion comprennent :</c>, <c>Ces documents comprennent :</c> behind <c>ont supervisé la signature de 14 documents</c>.</summary>
    private bool IntroducesTexts(ArticleContext context, Sentence intro)
    {
        var (tokens, end) = (context.Text.Tokens, intro.First + intro.Count);
        return words.StandsIn("text-noun", tokens, intro.First, end)
            && (words.StandsIn("exchanged", tokens, intro.First, end) || intro.Index > 0 && context.Text.Sentences[intro.Index - 1] is var before && before.Section == intro.Section && IsMade(context, before) && TellsTexts(tokens, before.First, before.First + before.Count));
    }

    /// <summary><c>sept documents ont été échangés</c></summary>
    private bool TellsTexts(TokenList tokens, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (words.Has("text-noun", tokens[i].Folded) && words.StandsIn("exchanged", tokens, Math.Max(first, i - TextsReach), Math.Min(end, i + TextsReach + 1)))
            {
                return true;
            }
        }

        return false;
    }
}
