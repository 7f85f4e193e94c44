using Entente.Tests.Articles;

namespace Entente.Tests.Corpora;

/// <summary>What cannot be settled is not guessed: it is a warning that points at its sentence.</summary>
public sealed class DoubtTests
{
    private const string Lead = "Le général Phan Van Giang a reçu mardi l'ambassadeur de Russie Guennadi Bezdetko. ";

    public static TheoryData<string, string> Doubts => new()
    {
        { "Un accord sur la logistique est un sujet.", "agreement-unsettled" },
        { "Les deux parties ont signé un accord sur la logistique.", "" },
        { "Selon lui, la visite au Vietnam du ministre russe de la Défense a été un succès.", "visit-nameless" },
        { "Selon lui, la visite au Vietnam du ministre russe de la Défense Andreï Beloussov a été un succès.", "" },
    };

    [Theory]
    [MemberData(nameof(Doubts))]
    public void A_doubt_is_a_warning(string sentence, string expected)
    {
        var facts = Examples.Read(Lead + sentence);
        Assert.Equal(expected, string.Join(' ', facts.Warnings.Select(w => w.Code)));
        Assert.All(facts.Warnings, w => Assert.True(w.End > w.Start));
    }
}
