using Entente.Lexicons;
using Entente.Tests.Partners;
using Entente.Texts;

namespace Entente.Tests.Texts;

public sealed class PhraseOpeningsTests
{
    // « de » opens phrases of several lexicons, and « ville » follows in one only.
    private static readonly string[] s_sentences = ["Il va de ville en ville.", "Visite de travail en Corée, de nouveau.", "Rien ici.", "Travail"];

    [Fact]
    public void WhatIsFoundBySentenceIsWhatIsFoundWordByWord()
    {
        var matchers = new[] { Matcher("de ville", "en"), Matcher("visite de travail", "travail"), Matcher("de nouveau", "ville en ville") };
        var article = Sample.Of(s_sentences);

        // The second look knows all lexicons, the first those that were searched before.
        foreach (var text in new[] { article, Sample.Of(s_sentences) })
        {
            foreach (var matcher in matchers)
            {
                Assert.All(text.Sentences, s => Assert.Equal(matcher.Find(text.Tokens, s.First, s.First + s.Count), matcher.Find(text, s)));
            }
        }
    }

    private static PhraseMatcher<string> Matcher(params string[] phrases)
    {
        var builder = new PhraseMatcher<string>.Builder();
        foreach (var phrase in phrases)
        {
            builder.Add(phrase, phrase);
        }

        return builder.Build();
    }
}
