using Entente.Lexicons;

namespace Entente.Texts.Layout;

/// <summary>The words that mark what is not the article itself, from <c>section-cues.tsv</c>.</summary>
internal sealed class SectionCues
{
    private const int LongestCredit = 40;

    private readonly HashSet<string> more = [];
    private readonly Openings links = new();
    private readonly Openings footers = new();
    private readonly List<string> credits = [];
    private readonly Openings creditLines = new();
    private readonly List<string> givers = [];
    private readonly List<string> pictures = [];
    private readonly HashSet<string> places = [];
    private readonly HashSet<string> lonePlaces = [];
    private readonly Openings published = new();
    private readonly Openings papers = new();
    private readonly Openings resuming = new();
    private readonly List<string> homes = [];
    private readonly List<string> openings = [];
    private readonly List<string> openingsOrNames = [];
    private readonly int longestMore;

    public SectionCues(LexiconFile file)
    {
        foreach (var row in file.Rows)
        {
            var cue = Folding.Fold(row.Required("cue"));
            _ = row.Required("kind") switch
            {
                "more" => more.Add(cue),
                "link" => links.Add(cue),
                "footer" => footers.Add(cue),
                "credit" => Add(credits, cue),
                "creditby" => Add(givers, cue),
                "creditline" => creditLines.Add(cue),
                "picture" => Add(pictures, cue),
                "place" => places.Add(cue),
                "loneplace" => lonePlaces.Add(cue),
                "published" => published.Add(cue),
                "paper" => papers.Add(cue),
                "resuming" => resuming.Add(cue),
                "home" => Add(homes, cue),
                "opening" => Add(openings, row.Required("cue")),
                "openingorname" => Add(openingsOrNames, row.Required("cue")),
                var other => throw row.Error($"'{other}' is no kind of cue"),
            };
        }

        credits.Sort((a, b) => b.Length - a.Length);
        givers.Sort((a, b) => b.Length - a.Length);
        pictures.Sort((a, b) => b.Length - a.Length);
        openings.Sort((a, b) => b.Length - a.Length);
        longestMore = more.Max(m => m.Length);
    }

    /// <summary>A line such as <c>Voir plus</c>, after which other articles stand.</summary>
    public bool IsMore(ReadOnlySpan<char> line) =>
        line.Length > 0 && line.Length <= longestMore + 4 && more.Contains(Folding.Fold(line.TrimEnd("0123456789():. \u00a0>»…")));

    public bool IsLink(ReadOnlySpan<char> line) => links.Begin(line);

    /// <summary>A line that begins by saying that the page was put up: <c>Publié le : …</c>.</summary>
    public bool IsPublished(ReadOnlySpan<char> line) => published.Begin(line);

    /// <summary>The name of a paper, as a page taken over from it has it: <c>Báo Nghệ An</c>.</summary>
    public bool IsPaper(ReadOnlySpan<char> name) => papers.Begin(name);

    /// <summary>A line that takes up what the article has told: <c>Lors de l'entretien avec le ministre X, …</c>.</summary>
    public bool IsResuming(ReadOnlySpan<char> line) => resuming.Begin(line);

    /// <summary>The links that lead to a page: <c>Accueil / Politique</c>.</summary>
    public bool IsPath(ReadOnlySpan<char> line)
    {
        const int Longest = 80;
        if (line.Length is 0 or > Longest || line.ContainsAnyInRange('0', '9'))
        {
            return false;
        }

        foreach (var home in homes)
        {
            if (Folding.LengthOfStart(line, home) is >= 0 and var end && line[end..].TrimStart("\u00a0 ") is [] or ['/' or '>' or '»' or '›' or '|', ..])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Length of the word at the start of <paramref name="text"/> that begins a sentence; 0 if there is none. Behind a name only a word that ends none counts.</summary>
    public int LengthOfOpening(ReadOnlySpan<char> text, bool afterName)
    {
        foreach (var opening in openings)
        {
            if (text.StartsWith(opening, StringComparison.Ordinal))
            {
                return Complete(text, opening.Length);
            }
        }

        foreach (var opening in openingsOrNames)
        {
            if (!afterName && text.StartsWith(opening, StringComparison.Ordinal) && Complete(text, opening.Length) is > 0 and var length)
            {
                return length;
            }
        }

        return 0;

        // A small word or a figure goes on: « Le général », « Le 5 mai », but « Le Caire ».
        static int Complete(ReadOnlySpan<char> text, int length)
        {
            var next = Folding.IsApostrophe(text[length - 1]) ? length : length + 1;
            return next < text.Length && (next == length || text[length] is ' ' or '\u00a0') && (char.IsLower(text[next]) || char.IsAsciiDigit(text[next])) ? length : 0;
        }
    }

    /// <summary>A short line that names what a picture is: <c>Photo d'illustration</c>.</summary>
    public bool IsCreditLine(ReadOnlySpan<char> line) => line.Length <= LongestCredit * 2 && creditLines.Begin(line);

    /// <summary>The same, and nothing stands behind it.</summary>
    public bool IsWholeCreditLine(ReadOnlySpan<char> line) => creditLines.Hold(line);

    public bool IsFooter(ReadOnlySpan<char> line) => footers.Begin(line);

    /// <summary>Start of the credit cue that ends before the colon at <paramref name="colon"/>; -1 if there is none.</summary>
    public int StartOfCredit(ReadOnlySpan<char> text, int colon) => StartOfCue(text, colon, credits);

    /// <summary>Length of the words at the start of <paramref name="text"/> that lead from a picture to who gave it (<c>diffusée par l'</c>); 0 if there are none.</summary>
    public int LengthOfGiver(ReadOnlySpan<char> text)
    {
        foreach (var giver in givers)
        {
            if (Folding.LengthOfStart(text, giver) is > 0 and var length && (Folding.IsApostrophe(text[length - 1]) || length < text.Length && Tokenizer.IsBlank(text[length])))
            {
                return length;
            }
        }

        return 0;
    }

    /// <summary>Start of the picture cue that ends before the number at <paramref name="number"/> (<c>hinh anh 1</c>); -1 if there is none.</summary>
    public int StartOfPicture(ReadOnlySpan<char> text, int number) => StartOfCue(text, number, pictures);

    /// <summary>Whether the line says in parentheses where in a picture somebody stands: <c>(à gauche)</c>, <c>(2e, gauche)</c>, but not <c>(Centre)</c>, a part of the country.</summary>
    public bool PlacesSomebody(ReadOnlySpan<char> line)
    {
        for (var open = line.IndexOf('('); open >= 0;)
        {
            var length = line[open..].IndexOf(')');
            if (length is > 1 and < 60 && IsPlaceInPicture(line.Slice(open + 1, length - 1)))
            {
                return true;
            }

            var next = line[(open + 1)..].IndexOf('(');
            open = next < 0 ? -1 : open + 1 + next;
        }

        return false;
    }

    private bool IsPlaceInPicture(ReadOnlySpan<char> inside)
    {
        var folded = Folding.Fold(inside);
        return places.Any(place => folded.Contains(place, StringComparison.Ordinal)) || (!char.IsUpper(inside[0]) && lonePlaces.Contains(folded.Trim()));
    }

    private static bool Add(List<string> list, string cue)
    {
        list.Add(cue);
        return true;
    }

    // A cue is found from the mark that must follow it, for marks are rare. The cue begins a word.
    private static int StartOfCue(ReadOnlySpan<char> text, int mark, List<string> cues)
    {
        var end = text[..mark].TrimEnd(" \u00a0\u202f").Length;
        if (end == 0 || !MayEnd(text[end - 1], cues))
        {
            return -1;
        }

        var tail = Math.Max(0, end - LongestCredit);
        var folded = Folding.Fold(text[tail..end]);
        foreach (var cue in cues)
        {
            if (!folded.EndsWith(cue, StringComparison.Ordinal))
            {
                continue;
            }

            var start = end;
            for (var letters = cue.Length; letters > 0 && start > 0; start--)
            {
                letters -= Folding.IsMarkOrFormat(text[start - 1]) ? 0 : 1;
            }

            if (start == 0 || !char.IsLetterOrDigit(text[start - 1]))
            {
                return start;
            }
        }

        return -1;
    }

    // Before most numbers and colons stands another letter than the last of a cue.
    private static bool MayEnd(char letter, List<string> cues)
    {
        if (letter >= 0x80)
        {
            return true;
        }

        foreach (var cue in cues)
        {
            if (char.ToLowerInvariant(letter) == cue[^1])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Cues that may begin a line.</summary>
    private sealed class Openings
    {
        private readonly List<string> cues = [];

        // Their first letters, a bit each: most lines begin with another.
        private ulong letters;

        public bool Add(string cue)
        {
            cues.Add(cue);
            letters |= 1UL << (cue[0] & 63);
            return true;
        }

        public bool Hold(ReadOnlySpan<char> line)
        {
            foreach (var cue in cues)
            {
                if (line.Length > 0 && Folding.LengthOfStart(line, cue) == line.Length)
                {
                    return true;
                }
            }

            return false;
        }

        public bool Begin(ReadOnlySpan<char> line)
        {
            if (line.IsEmpty || (line[0] < 0x80 && (letters >> (char.ToLowerInvariant(line[0]) & 63) & 1) == 0))
            {
                return false;
            }

            foreach (var cue in cues)
            {
                if (Folding.LengthOfStart(line, cue) is >= 0 and var end && (end == line.Length || !char.IsLetter(cue[^1]) || !char.IsLetter(line[end])))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
