using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Dates;

/// <summary>
/// A pattern of <c>date-rules.tsv</c> as a program: words, classes, choices and what may be missing. It has no repetition,
/// so that trying all its ways is bounded by its own length.
/// </summary>
internal sealed class DatePattern
{
    private static readonly WordEndings s_ordinals = WordSets.French.EndingsOf("ordinal-ending");
    private static readonly WordEndings s_ranks = WordSets.French.EndingsOf("rank-ending");
    private static readonly WordEndings s_firsts = WordSets.French.EndingsOf("first-ending");

    private enum Operation : byte
    {
        Word,
        Class,
        Split,
        Jump,
        Match,
    }

    /// <summary>Argument: number of the word, or the step to go to. Second: the class fills the second date of a range. Figures: the word is written in figures.</summary>
    private readonly record struct Step(Operation Operation, int Argument, DateClass Class = default, bool Second = false, bool Figures = false);

    private readonly DateWords words;
    private readonly List<Step> steps = [];

    public DatePattern(LexiconRow row, DateWords words)
    {
        this.words = words;
        var elements = Lex(row.Required("pattern"));
        var at = 0;
        Parse(row, elements, ref at);
        if (at < elements.Count)
        {
            throw row.Error($"'{elements[at]}' closes nothing");
        }

        steps.Add(new Step(Operation.Match, 0));
        Open(0);
    }

    /// <summary>What may begin a match, and what may follow its first word.</summary>
    public DateOpening Opening { get; } = new();

    /// <summary>End of the longest match at <paramref name="at"/>, 0 if there is none.</summary>
    public int Match(string raw, TokenList tokens, int at, int end, out DateParts parts)
    {
        var run = new Run(this, raw, tokens, end);
        run.Try(0, at, default);
        parts = run.Parts;
        return run.End;
    }

    // Every way to take the first word, with what may stand behind it then.
    private void Open(int pc)
    {
        var step = steps[pc];
        switch (step.Operation)
        {
            case Operation.Split:
                Open(pc + 1);
                Open(step.Argument);
                break;
            case Operation.Jump:
                Open(step.Argument);
                break;
            case Operation.Word:
                Opening.AddWord(step.Argument, step.Figures, After(pc));
                break;
            case Operation.Class:
                Opening.AddClass(step.Class, words, After(pc));
                break;
        }
    }

    private DatePlace After(int pc)
    {
        var place = new DatePlace();
        Reach(pc + 1, place);
        return place;
    }

    private void Reach(int pc, DatePlace place)
    {
        var step = steps[pc];
        switch (step.Operation)
        {
            case Operation.Match:
                place.AddAnything();
                break;
            case Operation.Split:
                Reach(pc + 1, place);
                Reach(step.Argument, place);
                break;
            case Operation.Jump:
                Reach(step.Argument, place);
                break;
            case Operation.Word:
                place.AddWord(step.Argument, step.Figures);
                break;
            case Operation.Class:
                place.AddClass(step.Class, words);
                break;
        }
    }

    private static List<string> Lex(string pattern)
    {
        var elements = new List<string>();
        foreach (var part in pattern.Replace("(", " ( ", StringComparison.Ordinal).Replace(")?", " )? ", StringComparison.Ordinal)
            .Replace("|", " | ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            // A closing bracket sticks to the word before it, unless it opens nothing: "le)".
            var word = part;
            var closing = 0;
            while (word.Length > 1 && word[^1] == ')')
            {
                word = word[..^1];
                closing++;
            }

            elements.Add(word);
            elements.AddRange(Enumerable.Repeat(")", closing));
        }

        return elements;
    }

    // sequence = element { element }, a choice of sequences within brackets.
    private void Parse(LexiconRow row, List<string> elements, ref int at)
    {
        while (at < elements.Count && elements[at] is not (")" or ")?" or "|"))
        {
            var optional = elements[at] == "(" ? IsOptionalGroup(row, elements, at) : elements[at].Length > 1 && elements[at][^1] == '?';
            var split = steps.Count;
            if (optional)
            {
                steps.Add(default);
            }

            if (elements[at] == "(")
            {
                at++;
                ParseChoice(row, elements, ref at);
                at++;
            }
            else
            {
                AddElement(row, optional ? elements[at][..^1] : elements[at]);
                at++;
            }

            if (optional)
            {
                steps[split] = new Step(Operation.Split, steps.Count);
            }
        }
    }

    private void ParseChoice(LexiconRow row, List<string> elements, ref int at)
    {
        var jumps = new List<int>();
        while (true)
        {
            var split = steps.Count;
            steps.Add(default);
            Parse(row, elements, ref at);
            if (at >= elements.Count)
            {
                throw row.Error("a bracket is not closed");
            }

            if (elements[at] != "|")
            {
                // The last way needs no choice: the split becomes a step that goes on.
                steps[split] = new Step(Operation.Jump, split + 1);
                break;
            }

            at++;
            jumps.Add(steps.Count);
            steps.Add(default);
            steps[split] = new Step(Operation.Split, steps.Count);
        }

        foreach (var jump in jumps)
        {
            steps[jump] = new Step(Operation.Jump, steps.Count);
        }
    }

    private static bool IsOptionalGroup(LexiconRow row, List<string> elements, int open)
    {
        var depth = 0;
        for (var i = open; i < elements.Count; i++)
        {
            depth += elements[i] == "(" ? 1 : elements[i] is ")" or ")?" ? -1 : 0;
            if (depth == 0)
            {
                return elements[i] == ")?";
            }
        }

        throw row.Error("a bracket is not closed");
    }

    private void AddElement(LexiconRow row, string element)
    {
        if (element[0] != '{')
        {
            foreach (var word in Tokenizer.French.TokenizePhrase(element is "<" ? "(" : element is ">" ? ")" : element))
            {
                steps.Add(new Step(Operation.Word, word.Id, Figures: word.Kind == TokenKind.Number));
            }

            return;
        }

        var name = element.Trim('{', '}');
        var second = name[^1] == '2';
        if (!Enum.TryParse<DateClass>(second ? name[..^1] : name, ignoreCase: true, out var kind))
        {
            throw row.Error($"'{element}' is no class of words");
        }

        steps.Add(new Step(Operation.Class, 0, kind, second));
    }

    private struct Run(DatePattern pattern, string raw, TokenList tokens, int end)
    {
        public int End;
        public DateParts Parts;

        public void Try(int pc, int at, DateParts parts)
        {
            while (true)
            {
                var step = pattern.steps[pc];
                switch (step.Operation)
                {
                    case Operation.Match:
                        if (at > End)
                        {
                            End = at;
                            Parts = parts;
                        }

                        return;
                    case Operation.Jump:
                        pc = step.Argument;
                        continue;
                    case Operation.Split:
                        Try(pc + 1, at, parts);
                        pc = step.Argument;
                        continue;
                }

                var taken = at >= end ? 0
                    : step.Operation == Operation.Word ? (tokens[at].Id == step.Argument ? 1 : 0)
                    : Take(step.Class, step.Second, at, ref parts);
                if (taken == 0)
                {
                    return;
                }

                at += taken;
                pc++;
            }
        }

        private readonly int Take(DateClass kind, bool second, int at, ref DateParts parts)
        {
            switch (kind)
            {
                case DateClass.Numeric:
                    return NumericDate.Read(raw, tokens, at, end, ref parts);
                case DateClass.Day or DateClass.Figures:
                    var length = TakeNumber(at, out var day);
                    return length > 0 && day is >= 1 and <= 31 && (kind == DateClass.Day || tokens[at].Kind == TokenKind.Number) ? Set(ref (second ? ref parts.Day2 : ref parts.Day), day, length) : 0;
                case DateClass.N:
                    length = TakeNumber(at, out var n);
                    return length == 0 || second ? length : Set(ref parts.Count, n, length);
                case DateClass.Decimal:
                    return IsDecimal(tokens[at]) ? 1 : 0;
                case DateClass.DayTh or DateClass.Rank:
                    return TakeOrdinal(kind, at, ref parts);
                case DateClass.Year or DateClass.AnyYear or DateClass.Yy or DateClass.ShortYear:
                    return TakeYear(kind, at, ref second ? ref parts.Year2 : ref parts.Year);
            }

            if (!pattern.words.TryMatch(kind, tokens, at, end, out var match))
            {
                // A misspelled month counts only beside its day.
                return kind == DateClass.Month && (second ? parts.Day2 : parts.Day) > 0 && pattern.words.MisspelledMonth(tokens[at]) is > 0 and var month
                    ? Set(ref (second ? ref parts.Month2 : ref parts.Month), month, 1)
                    : 0;
            }

            switch (kind)
            {
                case DateClass.Month or DateClass.MonthAbbr:
                    (second ? ref parts.Month2 : ref parts.Month) = match.Value;
                    break;
                case DateClass.Weekday or DateClass.WeekdayAbbr or DateClass.WeekdayShort or DateClass.Weekdays when !second:
                    parts.Weekday = (DayOfWeek)match.Value;
                    break;
                case DateClass.Nth:
                    parts.Nth = match.Value;
                    break;
                case DateClass.Unit when !second:
                    parts.Unit = (DateUnit)match.Value;
                    break;
                case DateClass.Direction:
                    parts.Direction = match.Value;
                    break;
                case DateClass.Edge:
                    parts.Edge = match.Value;
                    break;
                case DateClass.Relative or DateClass.LastDay or DateClass.YearNamed or DateClass.YearTold:
                    parts.Relative = match.Value;
                    break;
            }

            return match.Count;
        }

        // 22ème is a day; 22e counts things, unless the rule says more.
        private readonly int TakeOrdinal(DateClass kind, int at, ref DateParts parts)
        {
            var text = tokens[at].Folded.AsSpan();
            var suffix = (kind == DateClass.Rank ? s_ranks : s_ordinals).LengthIn(text);
            return tokens[at].Kind == TokenKind.Number && suffix > 0 && NumericDate.TryParse(text[..^suffix], out var day) && day is >= 1 and <= 31
                ? Set(ref parts.Day, day, 1)
                : 0;
        }

        // 107,31 août: the figures before a month are no day. 30,31 août may be two, written without a space.
        private static bool IsDecimal(Token token) =>
            token.Kind == TokenKind.Number && token.Folded.IndexOf(',') is > 0 and var comma && NumericDate.TryParse(token.Folded.AsSpan(0, comma), out var whole) && whole > 31;

        private static int Set(ref int part, int value, int taken)
        {
            part = value;
            return taken;
        }

        private readonly int TakeNumber(int at, out int value)
        {
            var token = tokens[at];
            if (token.Kind == TokenKind.Number)
            {
                var figures = token.Folded[..^s_firsts.LengthIn(token.Folded)];
                return figures.Length <= 3 && NumericDate.TryParse(figures, out value) ? 1 : Zero(out value);
            }

            if (pattern.words.TryMatch(DateClass.Number, tokens, at, end, out var match))
            {
                value = match.Value;
                return match.Count;
            }

            return Zero(out value);
        }

        // A year that figures before it gave already stays: 12/08/2014, 2015.
        private readonly int TakeYear(DateClass kind, int at, ref int part)
        {
            var text = tokens[at].Folded;
            if (part > 0 || tokens[at].Kind != TokenKind.Number || text.Length != (kind is DateClass.Yy or DateClass.ShortYear ? 2 : 4) || !NumericDate.TryParse(text, out var year))
            {
                return 0;
            }

            return kind switch
            {
                DateClass.ShortYear => Set(ref part, NumericDate.FullYear(year), 1),
                DateClass.Yy => year % 10 == 0 ? Set(ref part, 1900 + year, 1) : 0,
                _ => year is >= 1000 and <= 2100 && (kind == DateClass.AnyYear || year >= 1900) ? Set(ref part, year, 1) : 0,
            };
        }

        private static int Zero(out int value) => value = 0;
    }
}
