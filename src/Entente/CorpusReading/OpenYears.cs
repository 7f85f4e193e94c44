using Entente.Dates;

namespace Entente.CorpusReading;

/// <summary>
/// Who was met on which day of an unknown year, and in which years other articles have the same person about then. What is asked is kept, and what is told is
/// held against that and forgotten: most articles have a year, and a corpus tells of a person on many days.
/// </summary>
internal sealed class OpenYears
{
    private readonly Dictionary<(int Month, int Day, string Name, int Near), Question> _questions = [];

    // Two names of one person share a word.
    private readonly Dictionary<(int Month, int Day, string Word), List<Question>> _byWord = [];
    private readonly HashSet<(int Month, int Day)> _days = [];

    public bool IsEmpty => _questions.Count == 0;

    /// <summary>Asks for the years in which somebody was seen on a day or on one of the <paramref name="near"/> days before or after it.</summary>
    public void Ask(PartialDate day, string name, int near)
    {
        if (_questions.ContainsKey((day.Month, day.Day, name, near)))
        {
            return;
        }

        var question = new Question(PersonKey.Words(name), near, []);
        _questions.Add((day.Month, day.Day, name, near), question);
        _days.Add((day.Month, day.Day));
        foreach (var word in question.Words.Distinct(StringComparer.Ordinal))
        {
            if (!_byWord.TryGetValue((day.Month, day.Day, word), out var sharing))
            {
                _byWord.Add((day.Month, day.Day, word), sharing = []);
            }

            sharing.Add(question);
        }
    }

    /// <summary>Tells that somebody was seen on the days between two, and maybe on as many as <paramref name="near"/> around them, all questions asked.</summary>
    public void Tell(string name, DateOnly from, DateOnly to, int near)
    {
        string[]? words = null;
        for (var day = from.AddDays(-near); day <= to.AddDays(near); day = day.AddDays(1))
        {
            if (!_days.Contains((day.Month, day.Day)))
            {
                continue;
            }

            foreach (var word in words ??= PersonKey.Words(name))
            {
                foreach (var question in _byWord.GetValueOrDefault((day.Month, day.Day, word)) ?? [])
                {
                    if (day >= from.AddDays(-question.Near) && day <= to.AddDays(question.Near) && !question.Years.Contains(day.Year) && PersonKey.Same(question.Words, words))
                    {
                        question.Years.Add(day.Year);
                    }
                }
            }
        }
    }

    /// <summary>The years in which the person of a question was seen about that day.</summary>
    public IEnumerable<int> YearsOf(PartialDate day, string name, int near) => _questions.TryGetValue((day.Month, day.Day, name, near), out var question) ? question.Years : [];

    private sealed record Question(string[] Words, int Near, HashSet<int> Years);
}
