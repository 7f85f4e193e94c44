using System.Text;

namespace Entente.Texts.Glue;

/// <summary>
/// Reads glued words as the words they are: their token becomes as many tokens, offsets still point at the seed, and every
/// change is listed. What a word alone doesn't settle is settled by its article: old pages lost all their line breaks.
/// </summary>
internal sealed class GlueRepairer(Tokenizer tokenizer, GlueAnalyzer analyzer, AbbreviationSet abbreviations)
{
    // A page with so many glued words is one whose line breaks were lost.
    private const int GluedPage = 2;

    // Leon: a longer one before a name is more likely an article and an office.
    private const int LongestFirstName = 6;

    // parles
    private const int LongestAgent = 6;

    /// <summary>The tokens as they are read; the changes made are added to <paramref name="repairs"/>. The same list when nothing was changed.</summary>
    public TokenList Repair(string raw, TokenList tokens, List<Repair> repairs)
    {
        var found = Analyze(raw, tokens);
        if (found.Count == 0)
        {
            return tokens;
        }

        var glued = found.Count(f => f.Analysis.Certainty == GlueCertainty.Certain) >= GluedPage;
        var repaired = new TokenList(tokens.Count + (2 * found.Count));
        var next = 0;
        foreach (var (index, analysis) in found)
        {
            repaired.AddRange(tokens[next..index]);
            next = index + 1;
            var token = tokens[index];
            if (analysis.Lengths.Length == 0)
            {
                // 1982.Ils: only the space is missing.
                var before = repaired[^2].Start;
                repairs.Add(new Repair(new TextSpan(before, token.End), raw[before..token.End], $"{raw[before..repaired[^1].End]} {token.Text}"));
                repaired.Add(token with { SpaceBefore = true });
            }
            else if (analysis.Certainty == GlueCertainty.Certain || glued || StandsApart(raw, token, analysis))
            {
                Split(raw, token, analysis, repaired, repairs);
            }
            else
            {
                repaired.Add(token);
            }
        }

        repaired.AddRange(tokens[next..]);
        return repaired;
    }

    private List<(int Index, GlueAnalysis Analysis)> Analyze(string raw, TokenList tokens)
    {
        var found = new List<(int, GlueAnalysis)>();
        for (var i = 0; i < tokens.Count; i++)
        {
            ref readonly var token = ref tokens[i];
            // What is written in more characters than it has letters cannot be cut by them.
            if (token.Kind == TokenKind.Punctuation || token.Length < 2 || token.Text.Length != token.Length)
            {
                continue;
            }

            if (!token.SpaceBefore && i >= 2 && LacksSpaceAfterStop(tokens, i))
            {
                found.Add((i, GlueAnalysis.Whole));
                continue;
            }

            var analysis = token.Length < 3 ? GlueAnalysis.Whole : Of(token.Form);
            if (analysis.Certainty == GlueCertainty.None && i > 0 && i + 1 < tokens.Count && token.Length <= LongestAgent)
            {
                analysis = analyzer.AnalyzeAgent(token.Form, tokens[i - 1].Text, tokens[i + 1].Text);
            }

            if (analysis.Certainty != GlueCertainty.None && !IsWithinAddress(raw, token) && !(analysis.Certainty == GlueCertainty.Possible && IsName(tokens, i, analysis)) && !IsSurname(tokens, i, analysis) && !(i > 0 && analyzer.IsFamilyName(token.Text, analysis, tokens[i - 1].Text)))
            {
                found.Add((i, analysis));
            }
        }

        return found;
    }

    // A form is taken apart once, for all articles; two threads may do it at a time, with the same outcome.
    private GlueAnalysis Of(WordForm form) => form.Glue ??= analyzer.Analyze(form.Text);

    // … 1982.Ils ont, … armée.Le ministre, … à Rome.Le général, … (UNCLOS).Les deux: not vnanet.Vn, not S.E.M.Lê, not Prof.Le Van.
    private bool LacksSpaceAfterStop(TokenList tokens, int i)
    {
        if (tokens[i - 1].Text is not ("." or "!" or "?") || tokens[i - 1].SpaceBefore || tokens[i].Kind != TokenKind.Word || !tokens[i].IsCapitalized || Of(tokens[i].Form).Certainty != GlueCertainty.None)
        {
            return false;
        }

        return tokens[i - 2] is { Kind: TokenKind.Number } or { Length: > 2, IsCapitalized: false } || tokens[i - 2].Text is ")" or "»" or "”"
            || tokens[i - 2] is { Kind: TokenKind.Word, Length: > 2 } && !abbreviations.NeverEnds(tokens[i - 2]) && (analyzer.IsFunction(tokens[i].Text) || OpensName(tokens, i));
    }

    // … à Berlin.Nguyen Chi Vinh a annoncé
    private static bool OpensName(TokenList tokens, int i)
    {
        const int Shortest = 3;
        return tokens[i].Length >= Shortest && i + 1 < tokens.Count && tokens[i + 1] is { IsCapitalized: true, SpaceBefore: true };
    }

    // A capitalised word after a name's title or before another name is one: « Sébastien Lecornu », « M. Lecornu ».
    private bool IsName(TokenList tokens, int i, GlueAnalysis analysis)
    {
        var token = tokens[i];
        if (!token.IsCapitalized || token.Text.AsSpan(1).ContainsAnyInRange('A', 'Z'))
        {
            return false;
        }

        // `Leon Panetta` at the head of a sentence is no `Le on`, `Michaela Koenig` no `Michael a`.
        if (i + 1 < tokens.Count && tokens[i + 1] is { IsCapitalized: true, SpaceBefore: true } && (token.Length <= LongestFirstName || !analyzer.MayStandBeforeName(token.Text, analysis)))
        {
            return true;
        }

        var startsSentence = i == 0 || tokens[i - 1].Text is "." or "!" or "?" or "…" or "\"" or "«";
        return !startsSentence || (i >= 2 && tokens[i - 1].Text == "." && tokens[i - 2].Length <= 3);
    }

    // `Dmytro Salamatin`, `M. Salamatin`: an article within a sentence has no capital, so what begins like one behind a first name or a form of address is a surname.
    private bool IsSurname(TokenList tokens, int i, GlueAnalysis analysis)
    {
        if (i < 2 || analysis.Lengths.Length < 2 || !tokens[i].IsCapitalized || !tokens[i].SpaceBefore || !analyzer.IsFunction(tokens[i].Text[..analysis.Lengths[0]]))
        {
            return false;
        }

        ref readonly var before = ref tokens[i - 1];
        var isAddressed = before.Text == "." && !before.SpaceBefore && tokens[i - 2].IsCapitalized && abbreviations.NeverEnds(tokens[i - 2]);
        var isBehindFirstName = before is { IsCapitalized: true, Length: > 2 } && char.IsLower(before.Text[^1]) && before.SpaceBefore && tokens[i - 2].Text is not ("." or "!" or "?" or "…" or ":" or ")");
        return (isAddressed || isBehindFirstName) && !(i + 1 < tokens.Count && tokens[i + 1].IsCapitalized);
    }

    // www.courrierduvietnam.vn, e-mail addresses.
    private static bool IsWithinAddress(string raw, Token token) =>
        (token.End < raw.Length - 1 && raw[token.End] is '.' or '@' or '/' && char.IsAsciiLetterLower(raw[token.End + 1]))
        || (token.Start > 1 && raw[token.Start - 1] is '.' or '@' or '/' or '_' && char.IsAsciiLetterLower(raw[token.Start - 2]) && char.IsAsciiLetterLower(raw[token.Start]));

    // The article spells the parts apart elsewhere: « M. TeaBanh », « M. Tea Banh ».
    private static bool StandsApart(string raw, Token token, GlueAnalysis analysis)
    {
        var apart = token.Text;
        var at = 0;
        for (var i = 0; i < analysis.Lengths.Length - 1; i++)
        {
            at += analysis.Lengths[i];
            apart = apart.Insert(at++, " ");
        }

        return token.IsCapitalized && char.IsUpper(apart[^analysis.Lengths[^1]]) && raw.Contains(apart, StringComparison.Ordinal);
    }

    private void Split(string raw, Token token, GlueAnalysis analysis, TokenList repaired, List<Repair> repairs)
    {
        var start = token.Start;
        var text = new StringBuilder(token.Length + analysis.Lengths.Length);
        for (var i = 0; i < analysis.Lengths.Length; i++)
        {
            var end = start + analysis.Lengths[i];
            var elided = i > 0 && Folding.IsApostrophe(raw[start - 1]);
            if (i > 0 && !elided)
            {
                text.Append(' ');
            }

            text.Append(raw, start, end - start);
            var kind = char.IsAsciiDigit(raw[start]) ? TokenKind.Number : TokenKind.Word;
            repaired.Add(tokenizer.Create(raw, start, end, kind, i == 0 ? token.SpaceBefore : !elided));
            start = end;
        }

        repairs.Add(new Repair(token.Span, token.Text, text.ToString()));
    }
}
