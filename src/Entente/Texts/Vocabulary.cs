using System.Collections.Concurrent;
using Entente.Texts.Glue;

namespace Entente.Texts;

/// <summary>A written form: its text, its folded form, and the number of that folded form in the vocabulary.</summary>
internal sealed record WordForm(string Text, string Folded, int Id)
{
    /// <summary>What the form is made of if words are glued in it; null until somebody asked.</summary>
    public GlueAnalysis? Glue { get; set; }
}

/// <summary>
/// Shares the strings of equal words among all articles and numbers the folded forms, so that a text costs no string per
/// token and lexicons are looked up by number. Safe for many threads; grows to a limit, past which a form that is in no
/// lexicon is not kept and has number -1.
/// </summary>
internal sealed class Vocabulary(int limit = 400_000)
{
    private readonly ConcurrentDictionary<string, WordForm> forms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Folded, int Id)> folded = new(StringComparer.Ordinal);
    private readonly Lock adding = new();
    private volatile int count;

    /// <summary>The form written as <paramref name="text"/>. A form of a lexicon (<paramref name="keep"/>) is kept whatever the limit.</summary>
    public WordForm this[ReadOnlySpan<char> text, bool keep = false]
    {
        get
        {
            if (forms.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var form) && (form.Id >= 0 || !keep))
            {
                return form;
            }

            return Add(text.ToString(), keep);
        }
    }

    private WordForm Add(string text, bool keep)
    {
        var fold = Folding.Fold(text);
        lock (adding)
        {
            if (!folded.TryGetValue(fold, out var entry))
            {
                if (count >= limit && !keep)
                {
                    return new WordForm(text, fold, -1);
                }

                entry = (fold == text ? text : fold, folded.Count);
                folded.Add(entry.Folded, entry);
            }

            var form = new WordForm(text == entry.Folded ? entry.Folded : text, entry.Folded, entry.Id);
            if (count < limit || keep)
            {
                forms[text] = form;
                count++;
            }

            return form;
        }
    }
}
