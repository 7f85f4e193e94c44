namespace Entente.Texts.Glue;

/// <summary>
/// Takes apart a word whose whole is unknown and whose parts are known: <c>vietnamienneet</c>, <c>laDéfense</c>, <c>del'Agence</c>,
/// <c>PhungQuang</c>, <c>du19</c>. Precision first: a name or a rare word stays as it is.
/// </summary>
internal sealed class GlueAnalyzer(GlueWords words, ElisionSet elisions)
{
    private const int MostParts = 6;
    private const int LongestWord = 60;

    // What every further part costs: maison, not mais + on.
    private const int PartCost = 3;

    public GlueAnalysis Analyze(string word)
    {
        if (word.Length is < 3 or > LongestWord)
        {
            return GlueAnalysis.Whole;
        }

        var digits = word.AsSpan().IndexOfAnyInRange('0', '9');
        if (digits >= 0)
        {
            return WithFigures(word, digits);
        }

        var apostrophe = IndexOfApostrophe(word);
        return apostrophe > 0 ? WithApostrophe(word, apostrophe) : words.IsWhole(word) ? GlueAnalysis.Whole : WithoutMarks(word);
    }

    /// <summary>
    /// <c>a été reçu parle dirigeant</c>, <c>a été reçu mardi à Tokyo parle Premier ministre</c>: a word that is one of its own, and none behind a participle and before a noun,
    /// nor before an office that lacks its article; <see cref="GlueAnalysis.Whole"/> for others.
    /// </summary>
    public GlueAnalysis AnalyzeAgent(WordForm word, string before, string after) =>
        CutOfAgent(word) is > 0 and var cut
            && (before[^1] is 'é' or 'e' or 's' or 'u' or 't' or 'i' && char.IsLower(before[0]) && char.IsLetter(after[0]) && !words.IsFunction(after) || words.IsOffice(after.ToLowerInvariant()))
            ? new GlueAnalysis(GlueCertainty.Likely, [cut, word.Text.Length - cut])
            : GlueAnalysis.Whole;

    /// <summary><c>Dominic LeBlanc</c>: what is cut is a family name, behind a first one.</summary>
    public bool IsFamilyName(string word, GlueAnalysis analysis, string before) =>
        analysis.Lengths is [var front, _] && before.Length > 2 && char.IsUpper(before[0]) && before.AsSpan(1).ContainsAnyInRange('a', 'z') && !words.IsFunction(before.ToLowerInvariant()) && words.IsNameArticle(word[..front], word[front..]);

    /// <summary>Whether what is cut ends before a name: with an office (<c>Lechef Giap</c>), or with a small word behind one that is known (<c>Républiquede Corée</c>).</summary>
    public bool MayStandBeforeName(string word, GlueAnalysis analysis) =>
        analysis.Lengths.Length >= 2 && word[^analysis.Lengths[^1]..] is var last && (words.IsOffice(last)
            || (last.Length >= 2 && words.IsFunction(last) && word[..analysis.Lengths[0]] is var first && (words.IsFrequent(first) || words.IsFrequent(first.ToLowerInvariant()) || words.IsState(first))));

    /// <summary>A word that opens sentences and no name: <c>Le</c>, <c>Ils</c>, <c>L'</c>.</summary>
    public bool IsFunction(string word) => words.IsFunction(word.ToLowerInvariant().Replace('’', '\''));

    private int CutOfAgent(WordForm word) => word.CutOfAgent >= 0 ? word.CutOfAgent : word.CutOfAgent = words.CutOfAgent(word.Text);

    // du19, 26mai: letters and figures, one of each, where the letters are a word.
    private GlueAnalysis WithFigures(string word, int firstDigit)
    {
        var lettersFirst = firstDigit > 0;
        var cut = lettersFirst ? firstDigit : word.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (cut <= 0 || word.AsSpan(cut).ContainsAnyInRange('0', '9') != lettersFirst || word.AsSpan(cut).ContainsAny('.', ','))
        {
            return GlueAnalysis.Whole;
        }

        var letters = lettersFirst ? word[..cut] : word[cut..];
        if (!lettersFirst && LengthOfOrdinalEnding(letters) is > 0 and var ending)
        {
            return new GlueAnalysis(GlueCertainty.Certain, [cut + ending, letters.Length - ending]);
        }

        if (letters.Length < 2 || !char.IsLower(letters[^1]) || words.IsUnit(letters) || (lettersFirst && !char.IsLower(letters[0]) && !words.IsFunction(letters.ToLowerInvariant())))
        {
            return GlueAnalysis.Whole;
        }

        var isYear = lettersFirst && word.Length - cut == 4 && word[cut] is '1' or '2';
        var known = words.IsFunction(letters.ToLowerInvariant()) || words.IsFrequent(letters) || (isYear && letters.Length >= 4 && words.IsWhole(letters));
        return known ? new GlueAnalysis(GlueCertainty.Certain, [cut, word.Length - cut]) : GlueAnalysis.Whole;
    }

    // 4econférence, 1èreréunion, 22eConférence: letters that end an ordinal number, then a word; 0 where the letters are a word themselves.
    private int LengthOfOrdinalEnding(string letters)
    {
        for (var length = 1; length <= Math.Min(3, letters.Length - 5) && !words.IsWhole(letters); length++)
        {
            if (letters[0] is 'e' or 'è' or 'ᵉ' && words.IsUnit(letters[..length]) && letters[length..].ToLowerInvariant() is var word && (words.IsFrequent(word) || WordForms.French.Contains(word)))
            {
                return length;
            }
        }

        return 0;
    }

    // del'Agence, Al'invitation: before the apostrophe an elided word with another one glued to it.
    private GlueAnalysis WithApostrophe(string word, int apostrophe)
    {
        if (words.IsWhole(word.Replace("’", "'", StringComparison.Ordinal)) || elisions.Contains(word.AsSpan(0, apostrophe)))
        {
            return GlueAnalysis.Whole;
        }

        // aujourd'huides: a word that has its own apostrophe, and another one glued to it.
        for (var cut = word.Length - 2; cut > apostrophe + 1; cut--)
        {
            if (words.IsFrequent(word[..cut].Replace("’", "'", StringComparison.Ordinal)) && (words.IsFrequent(word[cut..]) || (word.Length - cut >= 4 && words.IsWhole(word[cut..]))))
            {
                return new GlueAnalysis(GlueCertainty.Certain, [cut, word.Length - cut]);
            }
        }

        for (var start = apostrophe - 1; start > 0; start--)
        {
            if (!elisions.Contains(word.AsSpan(start, apostrophe - start)))
            {
                continue;
            }

            var before = word[..start];
            var front = words.IsFunction(before.ToLowerInvariant()) || words.IsFrequent(before.ToLowerInvariant()) ? new GlueAnalysis(GlueCertainty.Certain, [start])
                : before.Length >= 4 && words.IsWhole(before) && (char.IsLower(before[0]) || (before.Length >= 5 && words.IsName(before))) ? new GlueAnalysis(GlueCertainty.Certain, [start])
                // Thanhs'étaient: the last syllable of a name.
                : before.Length >= 3 && char.IsUpper(before[0]) && words.IsVietnameseSyllable(before) ? new GlueAnalysis(GlueCertainty.Certain, [start])
                : char.IsLower(before[0]) ? Analyze(before)
                : GlueAnalysis.Whole;
            if (front.Certainty != GlueCertainty.Certain)
            {
                continue;
            }

            var rest = word[(apostrophe + 1)..];
            var after = rest.Length == 0 ? [] : Analyze(rest) is { Certainty: GlueCertainty.Certain } split ? split.Lengths : [rest.Length];
            return new GlueAnalysis(GlueCertainty.Certain, [.. front.Lengths, apostrophe + 1 - start, .. after]);
        }

        return GlueAnalysis.Whole;
    }

    private GlueAnalysis WithoutMarks(string word)
    {
        var capital = NextCapital(word);
        if (capital < 0)
        {
            return AtOnce(word);
        }

        var back = word[capital..];
        if (char.IsLower(word[capital - 1]) && (char.IsLower(word[0]) || capital >= 5) && (back is "M" or "MM" || (back.Length == 2 && words.IsVietnameseSyllable(back))) && (words.IsWhole(word[..capital]) || words.IsName(word[..capital])))
        {
            return new GlueAnalysis(GlueCertainty.Certain, [capital, back.Length]);
        }

        // DoBa: two syllables of a name, of which a page may also make a brand.
        if (back.Length == 2 && char.IsLower(back[1]) && char.IsLower(word[capital - 1]) && words.IsVietnameseSyllable(word[..capital]) && words.IsVietnameseSyllable(back))
        {
            return new GlueAnalysis(GlueCertainty.Possible, [capital, back.Length]);
        }

        // ASEANparle: an acronym, and a word of small letters.
        var capitals = word.AsSpan().IndexOfAnyExceptInRange('A', 'Z');
        if (capitals >= 2 && char.IsLower(word[capitals]) && word.Length - capitals >= 2 && NextCapital(word[capitals..]) < 0)
        {
            var tailWord = word[capitals..];
            return words.IsFrequent(tailWord) || (tailWord.Length >= 4 && words.IsWhole(tailWord))
                ? new GlueAnalysis(GlueCertainty.Likely, [capitals, tailWord.Length])
                : GlueAnalysis.Whole;
        }

        // A capital within a word begins one, if small letters stand before it: laDéfense, PhungQuang, desForces.
        if (!char.IsLower(word[capital - 1]) || word.Length - capital < 3 || !char.IsLower(word[capital + 1]) || NextCapital(word[capital..]) is > 0 and var second && !char.IsLower(word[capital + second - 1]))
        {
            return AcronymAfter(word, capital);
        }

        var front = word[..capital];
        var tail = NextCapital(back) > 0 ? WithoutMarks(back) : words.IsWhole(back) || words.IsName(back) ? new GlueAnalysis(GlueCertainty.Certain, [back.Length]) : Tail(back);

        // DominicLeBlanc: the family name stays whole.
        tail = IsFamilyName(back, tail, front) ? tail with { Lengths = [back.Length] } : tail;
        if (char.IsLower(front[0]))
        {
            // de Khrénine: after a small word any name.
            if (!words.IsFunction(front) && !(front.Length >= 4 && words.IsWhole(front)))
            {
                var split = AtOnce(front);
                return split.Certainty == GlueCertainty.Certain ? split with { Lengths = [.. split.Lengths, .. LengthsOf(tail, back)] } : GlueAnalysis.Whole;
            }

            return new GlueAnalysis(GlueCertainty.Certain, [front.Length, .. LengthsOf(tail, back)]);
        }

        var known = words.IsFunction(front.ToLowerInvariant()) || words.IsName(front) || words.IsWhole(front);
        var bothViet = words.IsVietnameseSyllable(front) && words.IsVietnameseSyllable(back);
        var certain = bothViet || (known && tail.Certainty == GlueCertainty.Certain && (words.IsFunction(front.ToLowerInvariant()) || front.Length >= 3));
        return new GlueAnalysis(certain ? GlueCertainty.Certain : GlueCertainty.Possible, [front.Length, .. LengthsOf(tail, back)]);
    }

    // MinhTriêtmardi: the end of a name with small words glued to it; a name alone otherwise.
    private GlueAnalysis Tail(string back)
    {
        var split = AtOnce(back);
        return split.Certainty >= GlueCertainty.Likely ? split : new GlueAnalysis(GlueCertainty.Possible, [back.Length]);
    }

    private static int[] LengthsOf(GlueAnalysis tail, string back) => tail.Certainty != GlueCertainty.None && tail.Lengths.Length > 0 ? tail.Lengths : [back.Length];

    // deONU, conférenceADMM: a small word, or one of the register, before an acronym.
    private GlueAnalysis AcronymAfter(string word, int capital)
    {
        var front = word[..capital];
        return char.IsLower(front[0]) && word.Length - capital >= 2 && word.AsSpan(capital).IndexOfAnyInRange('a', 'z') < 0
            && ((front.Length >= 2 && words.IsFunction(front)) || (front.Length >= 5 && words.IsFrequent(front)))
            ? new GlueAnalysis(GlueCertainty.Certain, [front.Length, word.Length - capital])
            : GlueAnalysis.Whole;
    }

    // The cheapest way to take apart a word that has no capital but perhaps its first letter.
    private GlueAnalysis AtOnce(string word)
    {
        var lengths = Cheapest(word);
        if (lengths.Length < 2)
        {
            return GlueAnalysis.Whole;
        }

        var parts = Parts(word, lengths);
        if (words.IsCompound(word.ToLowerInvariant()) && !parts.TrueForAll(words.IsFrequent))
        {
            return GlueAnalysis.Whole;
        }

        if (!char.IsUpper(word[0]))
        {
            return IsConvincing(parts) ? new GlueAnalysis(GlueCertainty.Certain, lengths)
                : parts.TrueForAll(words.IsFunction) ? new GlueAnalysis(GlueCertainty.Likely, lengths)
                : GlueAnalysis.Whole;
        }

        // Legénéral is glue, Lecornu a name; Vietnammardi, Républiquede and Sécuritépublique are glue in a glued article.
        var first = parts[0].ToLowerInvariant();
        var rest = parts.Skip(1);
        if (words.IsFunction(first))
        {
            var frequent = word.Length >= 8 && rest.All(words.IsFrequent) && rest.Any(p => p.Length >= 5);
            return new GlueAnalysis(frequent ? GlueCertainty.Certain : GlueCertainty.Possible, lengths);
        }

        var isWord = words.IsFrequent(parts[0]) || words.IsFrequent(first) || words.IsState(parts[0]);
        var knownFirst = parts[0].Length >= 4 && (isWord || (parts[0].Length >= 5 && words.IsName(parts[0])));

        // Triêtmardi is glue; Thongloi may be a name all the same.
        var longParts = (knownFirst && (isWord || rest.All(p => p.Length >= 4)) && rest.All(p => words.IsFrequent(p) ? p.Length >= 2 || p == "à" : p.Length >= 5)) || (parts[0].Length >= 6 && rest.All(p => p.Length >= 6));
        return new GlueAnalysis(longParts ? GlueCertainty.Likely : GlueCertainty.Possible, lengths);
    }

    // Short glue must be of the commonest words only; longer glue must hold one of them, or two words of some length.
    private bool IsConvincing(List<string> parts)
    {
        var length = parts.Sum(p => p.Length);
        if (length <= 4)
        {
            return parts.TrueForAll(p => words.CostOf(p) <= 2) || (parts.TrueForAll(words.IsFunction) && parts.Exists(HasDiacritics));
        }

        var functions = parts.Count(words.IsFunction);
        var frequent = parts.Count(words.IsFrequent);
        if (frequent == parts.Count)
        {
            return length > 6 || functions > 0;
        }

        // àvenir: no word begins so but « à ».
        if (parts is ["à", { Length: >= 4 }])
        {
            return true;
        }

        // « a » is part of too many words to stand beside a rare one (along), as is any word of four letters (during).
        return length > 6 && (frequent > 0 || parts.Count == 2)
            && parts.TrueForAll(p => words.IsFrequent(p) ? p != "a" || IsAuxiliary(parts) : p.Length >= 5 || HasDiacritics(p) || length - p.Length >= (frequent > 0 ? 6 : 9));
    }

    // aréaffirmé, avivement remercié: « a » and a participle, or the adverb before one.
    private static bool IsAuxiliary(List<string> parts) => parts[0] == "a" && (parts[1].TrimEnd('e', 's').EndsWith('é') || parts[1].Length >= 7 && parts[1].EndsWith("ment", StringComparison.Ordinal));

    private static bool HasDiacritics(string word) => word.AsSpan().ContainsAnyExceptInRange('\0', '\x7f');

    private int[] Cheapest(string word)
    {
        // best[i]: cost and number of parts of the cheapest way to the first i letters.
        var best = new (int Cost, int Parts, int From)[word.Length + 1];
        Array.Fill(best, (int.MaxValue, 0, 0));
        best[0] = (0, 0, 0);
        for (var end = 1; end <= word.Length; end++)
        {
            for (var start = Math.Max(0, end - 24); start < end; start++)
            {
                if (best[start].Cost == int.MaxValue || best[start].Parts >= MostParts || (start == 0 && end == word.Length))
                {
                    continue;
                }

                var part = word[start..end];
                var cost = words.CostOf(part) ?? (start == 0 && char.IsUpper(word[0]) && part.Length >= 4 && words.IsName(part) ? GlueWords.OrdinaryCost : (int?)null);
                cost += start > 0 && words.Disagrees(word[best[start].From..start], part) ? 4 : 0;
                if (cost is { } known && best[start].Cost + known + PartCost < best[end].Cost)
                {
                    best[end] = (best[start].Cost + known + PartCost, best[start].Parts + 1, start);
                }
            }
        }

        if (best[^1].Cost == int.MaxValue)
        {
            return [];
        }

        var lengths = new int[best[^1].Parts];
        for (int at = word.Length, i = lengths.Length - 1; at > 0; at = best[at].From, i--)
        {
            lengths[i] = at - best[at].From;
        }

        return lengths;
    }

    private static List<string> Parts(string word, int[] lengths)
    {
        var parts = new List<string>(lengths.Length);
        var at = 0;
        foreach (var length in lengths)
        {
            parts.Add(word.Substring(at, length));
            at += length;
        }

        return parts;
    }

    private int NextCapital(string word)
    {
        var last = 0;
        for (var i = 1; i < word.Length; i++)
        {
            if (char.IsUpper(word[i]))
            {
                if (!words.IsNamePrefix(word[last..i]))
                {
                    return i;
                }

                last = i;
            }
        }

        return -1;
    }

    private static int IndexOfApostrophe(string word)
    {
        for (var i = 1; i < word.Length; i++)
        {
            if (Folding.IsApostrophe(word[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
