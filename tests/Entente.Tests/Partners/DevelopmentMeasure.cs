using System.Text.Json;
using Entente.Partners;
using Entente.People;
using Entente.Texts;

namespace Entente.Tests.Partners;

/// <summary>Partners of a folder of articles against its gold; runs where ENTENTE_DEVELOPMENT names the folder.</summary>
public sealed class DevelopmentMeasure(ITestOutputHelper output)
{
    private int wanted;
    private int lost;

    [Fact]
    public void Partners_of_the_development_articles()
    {
        var folder = Environment.GetEnvironmentVariable("ENTENTE_DEVELOPMENT");
        if (folder is null)
        {
            Assert.Skip("no development folder");
        }

        var partners = new Tally();
        var main = new Tally();
        foreach (var path in Directory.GetFiles(Path.Combine(folder, "gold"), "*.json").Order(StringComparer.Ordinal))
        {
            var id = Path.GetFileNameWithoutExtension(path);
            using var gold = JsonDocument.Parse(File.ReadAllText(path));
            var document = gold.RootElement.GetProperty("document");
            var article = ArticleTextReader.Read(id, id + ".txt", File.ReadAllText(Path.Combine(folder, "articles", id + ".txt")));
            var reading = new PartnerReader().Read(article);
            Report(id, "main", main.Add(Codes(document, "main_partners"), Codes(document, "main_partners_optional"), reading.MainPartners));
            Report(id, "partners", partners.Add(Codes(document, "partners"), Codes(document, "partners_optional"), reading.Partners));
            var people = new PeopleReader().Read(article, reading);
            Meet(id, gold.RootElement, people);
            if (Environment.GetEnvironmentVariable("ENTENTE_PEOPLE") is not null)
            {
                Dump(id, article, people);
            }
        }

        output.WriteLine($"people of meetings {wanted - lost} of {wanted}");
        output.WriteLine($"main partners F1 {main.F1:F3}, partners F1 {partners.F1:F3}");
        Assert.True(main.F1 > 0.9 && partners.F1 > 0.9);
    }

    // Everybody who meets in the gold is found, and on the right side.
    private void Meet(string id, JsonElement gold, PeopleReading people)
    {
        if (!gold.TryGetProperty("meetings", out var meetings))
        {
            return;
        }

        foreach (var meeting in meetings.EnumerateArray())
        {
            foreach (var (column, countries) in ((string, string[])[])[("home_people", ["VNM"]), ("partner_people", Codes(meeting, "partners"))])
            {
                foreach (var name in Codes(meeting, column))
                {
                    wanted++;
                    var found = people.People.FirstOrDefault(p => PersonName.Of(p.Name) is { Words.Count: > 1 } own && own.MayBe(PersonName.Of(name), true));
                    if (found is null || !countries.Contains(found.Country))
                    {
                        lost++;
                        output.WriteLine($"{id} people: {name} of {string.Join(',', countries)} is {(found is null ? "missing" : found.Country)}");
                    }
                }
            }
        }
    }

    private void Dump(string id, ArticleText article, PeopleReading people)
    {
        output.WriteLine($"== {id}");
        for (var i = 0; i < people.People.Count; i++)
        {
            var p = people.People[i];
            output.WriteLine($"  {i} [{article.Sentences[p.SentenceIndex].Section}] {p.Name} | {p.Country} {p.CountryBasis} | {p.Level} | {p.Role?.Function} «{p.Role?.Title}» -> {p.RefersTo}");
        }

        foreach (var role in people.Roles.Where(r => !r.IsNamed))
        {
            output.WriteLine($"     role «{role.Title}» {role.Function} {role.Country} {role.CountryBasis} {(role.IsPlural ? "plural" : "")} -> {(role.Person is { } p ? people.People[p].Name : "?")}");
        }
    }

    private void Report(string id, string what, (string[] Extra, string[] Missed) difference)
    {
        if (difference.Extra.Length + difference.Missed.Length > 0)
        {
            output.WriteLine($"{id} {what}: extra {string.Join(',', difference.Extra)} missed {string.Join(',', difference.Missed)}");
        }
    }

    private static string[] Codes(JsonElement document, string name) =>
        document.TryGetProperty(name, out var codes) ? [.. codes.EnumerateArray().Select(code => code.GetString()!)] : [];

    private sealed class Tally
    {
        private int right;
        private int extra;
        private int missed;

        public double F1 => right == 0 ? 0 : 2.0 * right / ((2 * right) + extra + missed);

        public (string[] Extra, string[] Missed) Add(string[] gold, string[] optional, IReadOnlyList<string> found)
        {
            var extras = found.Except(gold).Except(optional).ToArray();
            var misses = gold.Except(found).Except(optional).ToArray();
            right += gold.Intersect(found).Except(optional).Count();
            extra += extras.Length;
            missed += misses.Length;
            return (extras, misses);
        }
    }
}
