using System.Reflection;
using EndToEnd.Tests.House;

namespace EndToEnd.Tests.Surface;

/// <summary>
/// The public surface is small and changes knowingly: each assembly's is an approved text. With ENTENTE_APPROVE=1 in the
/// environment the texts are rewritten instead of compared.
/// </summary>
public sealed class PublicSurfaceTests
{
    [Theory]
    [InlineData("Entente")]
    [InlineData("Entente.Charts")]
    [InlineData("Entente.Reports")]
    [InlineData("Cellule")]
    [InlineData("Cellule.Notebooks")]
    [InlineData("Cellule.Jupyter")]
    public void The_public_surface_is_the_approved_one(string assembly)
    {
        var surface = PublicSurface.Of(Assembly.Load(assembly));
        var approved = Repository.At("tests", "EndToEnd.Tests", "Surface", "Approved", assembly + ".txt");
        if (Environment.GetEnvironmentVariable("ENTENTE_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(approved)!);
            File.WriteAllText(approved, surface);
        }

        Assert.Equal(File.ReadAllText(approved), surface);
    }
}
