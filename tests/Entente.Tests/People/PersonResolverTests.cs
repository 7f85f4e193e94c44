using Entente.Partners;
using Entente.People;
using Entente.Tests.Partners;

namespace Entente.Tests.People;

public sealed class PersonResolverTests
{
    private static PersonResolver Collected(params (string DocId, string Text)[] seeds)
    {
        var resolver = new PersonResolver();
        foreach (var (docId, text) in seeds)
        {
            var article = Sample.Of(text);
            resolver.Add(docId, new PeopleReader().Read(article, new PartnerReader().Read(article)));
        }

        return resolver;
    }

    private static string Names(PersonResolver resolver) => string.Join(" | ", resolver.Resolve().People.Select(p => $"{p.Name} ({string.Join(", ", p.DocIds)})"));

    [Theory]
    [InlineData("le ministre turc Haluk Gorgun", "le ministre turc Haluk Görgün", "Haluk Görgün (a, b)")]
    [InlineData("le général Phùng Quang Thanh", "le général Phung Quang Thanh", "Phùng Quang Thanh (a, b)")]
    [InlineData("le ministre russe Sergueï Choïgou", "le ministre russe Sergei Shoigu", "Sergueï Choïgou (a, b)")]
    [InlineData("le ministre russe Sergueï Choïgou", "le ministre russe de la Défense, M. Choïgou, a reçu", "Sergueï Choïgou (a, b)")]
    [InlineData("le ministre russe Andreï Beloussov", "le ministre russe Andreï Removitch Beloussov", "Andreï Removitch Beloussov (a, b)")]
    [InlineData("le ministre mongol Nyamaa Enkhbold", "le ministre mongol Enkhbold Nyamaa", "Nyamaa Enkhbold (a, b)")]
    [InlineData("le président nord-coréen Kim Jong-il", "le président nord-coréen Kim Jong-un", "Kim Jong-il (a) | Kim Jong-un (b)")]
    [InlineData("le général Nguyen Chi Vinh", "le général Nguyen Tan Vinh", "Nguyen Chi Vinh (a) | Nguyen Tan Vinh (b)")]
    [InlineData("le ministre chilien José Pérez", "le ministre cubain José Pérez", "José Pérez (a) | José Pérez (b)")]
    [InlineData("le ministre russe Ivan Petrov", "le ministre russe Ivan Pavlov", "Ivan Petrov (a) | Ivan Pavlov (b)")]
    public void One_person_is_one_row_and_two_are_two(string first, string second, string people) =>
        Assert.Equal(people, Names(Collected(("a", first), ("b", second))));

    [Fact]
    public void A_name_that_fits_two_persons_joins_neither() =>
        Assert.Equal(3, Collected(
            ("a", "le ministre malaisien Ali Hassan"),
            ("b", "le ministre malaisien Ali Hassan Mansour"),
            ("c", "le ministre malaisien Ali Hassan Rahman")).Resolve().People.Count);

    [Fact]
    public void Parts_collected_apart_in_any_order_give_the_same_people()
    {
        (string DocId, string Text)[] seeds =
        [
            ("a", "le ministre turc Haluk Gorgun et le général Phan Van Giang"),
            ("b", "le ministre turc Haluk Görgün"),
            ("c", "le général Phan Văn Giang, ministre de la Défense"),
        ];
        var whole = Collected(seeds).Resolve().People;
        var merged = Collected(seeds[2]);
        merged.Merge(Collected(seeds[1], seeds[0]));
        Assert.Equal(whole.Select(Text), merged.Resolve().People.Select(Text));

        static string Text(ResolvedPerson p) => $"{p.PersonId} {p.Name} {string.Join(';', p.Variants)} {p.Country} {string.Join(';', p.Roles)} {string.Join(';', p.DocIds)}";
    }

    [Fact]
    public void A_seed_can_be_asked_whom_it_means()
    {
        var directory = Collected(("a", "le ministre turc Haluk Gorgun"), ("b", "le ministre turc Haluk Görgün")).Resolve();
        Assert.Equal("haluk-gorgun-tur", directory.Find("a", "Haluk Gorgun")?.PersonId);
        Assert.Equal("haluk-gorgun-tur", directory.Find("b", "Haluk Görgün")?.PersonId);
        Assert.Null(directory.Find("b", "Haluk Gorgun"));
    }

    [Fact]
    public void The_titles_of_a_person_stand_in_order_of_first_sight_however_many()
    {
        string[] agencies = ["une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"];
        var person = new PersonSighting(PersonName.Of("Haluk Görgün"), "TUR", isSure: true);
        foreach (var (i, agency) in agencies.Index().Reverse().Concat(agencies.Index()))
        {
            person.Add("Haluk Görgün", agency, new Seen("a", i, 1));
        }

        Assert.Equal(agencies, person.Roles.InOrder().Select(role => role.Text));
        Assert.All(person.Roles.InOrder(), role => Assert.Equal(2, role.Seen.Times));
        Assert.Equal(["a"], person.DocIds);
    }

    [Fact]
    public void Thousands_of_people_are_told_apart()
    {
        // Two syllables of their own for every family and given name, so that no two are near.
        static string Name(int i) => string.Concat("BDFGLMNPRSTV"[i % 12], "aeiou"[i / 12 % 5], "bdfglmnprstv"[i / 60 % 12], "aeiou"[i / 720 % 5]);
        var resolver = new PersonResolver();
        for (var i = 0; i < 3000; i++)
        {
            var article = Sample.Of($"le ministre turc {Name(i)}kan {Name((i * 7) + 11)}oglu");
            resolver.Add(i.ToString("D5", System.Globalization.CultureInfo.InvariantCulture), new PeopleReader().Read(article, new PartnerReader().Read(article)));
        }

        Assert.True(resolver.Resolve().People.Count > 2500);
    }
}
