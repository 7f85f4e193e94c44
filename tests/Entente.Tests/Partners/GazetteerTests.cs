using Entente.Lexicons;
using Entente.Partners;

namespace Entente.Tests.Partners;

public sealed class GazetteerTests
{
    private static readonly string[] OutsideTheUnitedNations = ["PSE", "VAT", "TWN", "HKG", "MAC", "XKX", "ESH"];

    [Fact]
    public void All_members_of_the_United_Nations_are_there() =>
        Assert.Equal(193, LexiconFile.Load("fr/states.tsv").Rows.Count(row => !OutsideTheUnitedNations.Contains(row["code"])));

    [Fact]
    public void Every_state_is_read_from_its_names_and_every_form_of_its_adjectives()
    {
        var reader = new PartnerReader(home: "");
        var missed = new List<string>();
        foreach (var row in LexiconFile.Load("fr/states.tsv").Rows)
        {
            string[] names = [row["name_fr"], .. row.List("names")];
            missed.AddRange(names.Where(name => !Reads(reader, $"un accord avec la {name} sur la paix", row["code"])));
        }

        foreach (var row in LexiconFile.Load("fr/demonyms.tsv").Rows)
        {
            foreach (var column in (string[])["masculine", "feminine", "masculine_plural", "feminine_plural"])
            {
                missed.AddRange(row.List(column).Where(form => !Reads(reader, $"les troupes {form} sur place", row["code"])));
            }
        }

        // What two states share is read as the first.
        string[] shared = ["Corée", "Congo", "coréen", "congolais", "guinéen", "soudanais"];
        Assert.DoesNotContain(missed, form => !shared.Any(form.StartsWith));
    }

    private static bool Reads(PartnerReader reader, string text, string code) => reader.Read(Sample.Of(text)).Partners.Contains(code);
}
