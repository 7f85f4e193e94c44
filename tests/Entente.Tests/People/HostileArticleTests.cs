using CsCheck;
using Entente.Partners;
using Entente.People;
using Entente.Tests.Texts;
using Entente.Texts;

namespace Entente.Tests.People;

public sealed class HostileArticleTests
{
    private static readonly string[] Fragments =
    [
        "le ministre ", "turc ", "de la Défense", ", ", "et ", "Haluk Gorgun", "M. ", "MM. ", "les ambassadeurs ", "du Laos", "de Chine ", "son homologue ", "nippo-", "vietnamien ",
        "président de la République ", "(", ")", "P. A. ", "al-", "M'", "d'", "Phan ", "van ", "de ", "- ", "-", ". ", "\n", "Kim", "ses homologues ", "à Singapour ", "Hanoï et Ankara ", "l'", "ONU",
    ];

    private static readonly Gen<string> Pieces = Gen.OneOf(HostileText.Any, Gen.Int[0, Fragments.Length - 1].Select(i => Fragments[i]).Array[0, 30].Select(string.Concat));

    [Fact]
    public void No_text_throws_and_every_span_lies_in_its_sentence() =>
        Pieces.Sample(
            text =>
            {
                var article = ArticleTextReader.Read("hostile", "hostile.txt", text);
                var partners = new PartnerReader().Read(article);
                var people = new PeopleReader().Read(article, partners);
                var resolver = new PersonResolver();
                resolver.Add("hostile", people);
                var directory = resolver.Resolve();

                foreach (var (span, sentence) in partners.Mentions.Select(m => (m.Span, m.SentenceIndex))
                    .Concat(partners.Home.Select(m => (m.Span, m.SentenceIndex)))
                    .Concat(people.People.Select(p => (p.Span, p.SentenceIndex)))
                    .Concat(people.Roles.Select(r => (r.Span, r.SentenceIndex))))
                {
                    Assert.True(span.Length > 0 && span.End <= text.Length && article.Sentences[sentence].Span.Contains(span), $"{span} in {article.Sentences[sentence]}");
                }

                Assert.All(people.People, (p, i) => Assert.True(p.RefersTo is null || (p.RefersTo != i && people.People[p.RefersTo.Value].RefersTo is null)));
                Assert.All(people.Roles, r => Assert.True(r.Person is null || r.Person < people.People.Count));
                Assert.All(people.People, p => Assert.True(p.Name.Any(char.IsLetter) && directory.Find("hostile", p.Name) is not null));
            },
            iter: 3000);
}
