using Entente.Texts;

namespace Entente.Dates;

/// <summary>
/// What a pattern may begin with and what may follow its first word. Most words that begin a rule are common (<c>un</c>, <c>de</c>,
/// <c>le</c>): a look at the next word rules nearly all of them out before any pattern is tried.
/// </summary>
internal sealed class DateOpening
{
    public Place First { get; } = new(new Place(null));

    public Place Second => First.Next!;

    /// <summary>What may stand at a place of a pattern, the first or the second.</summary>
    internal sealed class Place(Place? next)
    {
        private readonly WordIds ids = new();
        private bool takesMonth;

        /// <summary>The place after it; null after the second.</summary>
        public Place? Next => next;

        /// <summary>The match may have ended before it, or anything may stand there.</summary>
        public bool IsOpen { get; private set; }

        /// <summary>Figures may stand there.</summary>
        public bool TakesFigures { get; private set; }

        /// <summary>Numbers of the words that may stand there.</summary>
        public HashSet<int> Words { get; } = [];

        public bool Takes(in Token token, DateWords words) =>
            IsOpen || (token.Kind == TokenKind.Number ? TakesFigures : ids.Contains(token.Id) || (takesMonth && words.MisspelledMonth(token) > 0));

        public void AddEnd() => IsOpen = true;

        public void AddWord(int word, bool isFigures)
        {
            Words.Add(word);
            ids.Add(word);
            TakesFigures |= isFigures;
        }

        public void AddClass(DateClass kind, DateWords words)
        {
            takesMonth |= kind == DateClass.Month;
            if (kind >= DateClass.Day)
            {
                TakesFigures = true;
                if (kind is DateClass.Day or DateClass.N)
                {
                    AddPhrases(DateClass.Number, words);
                }
                else if (kind == DateClass.Numeric)
                {
                    next?.AddEnd();
                }
            }
            else
            {
                TakesFigures |= kind == DateClass.Nth;
                AddPhrases(kind, words);
            }
        }

        /// <summary>Takes what <paramref name="other"/> takes, too.</summary>
        public void Add(Place other)
        {
            IsOpen |= other.IsOpen;
            TakesFigures |= other.TakesFigures;
            takesMonth |= other.takesMonth;
            ids.UnionWith(other.ids);
        }

        private void AddPhrases(DateClass kind, DateWords words)
        {
            foreach (var word in words.FirstWords(kind))
            {
                AddWord(word, isFigures: false);
            }

            foreach (var word in next is null ? [] : words.SecondWords(kind))
            {
                next!.AddWord(word, isFigures: false);
            }
        }
    }
}
