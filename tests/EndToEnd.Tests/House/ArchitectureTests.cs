using System.Text.Json;
using System.Xml.Linq;
using Entente.Cli;

namespace EndToEnd.Tests.House;

/// <summary>Who may know whom, and that no compiler ships.</summary>
public sealed class ArchitectureTests
{
    /// <summary>Every project under src with all that it may refer to: projects first, then packages.</summary>
    public static readonly TheoryData<string, string> Allowed = new()
    {
        { "Entente", "Microsoft.Data.Analysis CsvHelper" },
        { "Entente.Charts", "Microsoft.Data.Analysis Plotly.NET Plotly.NET.CSharp" },
        { "Entente.Reports", "Entente.Charts Microsoft.Data.Analysis CsvHelper DocumentFormat.OpenXml MiniExcel Parquet.Net" },
        { "Cellule", "" },
        { "Cellule.Notebooks", "Cellule Microsoft.DotNet.Interactive.Formatting YamlDotNet Markdig" },
        { "Cellule.Jupyter", "Cellule Cellule.Notebooks NetMQ" },
        { "Entente.Cli", "Entente Entente.Charts Entente.Reports Cellule Cellule.Notebooks Cellule.Jupyter System.CommandLine Spectre.Console" },
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void A_project_refers_only_to_what_its_room_may_know(string project, string allowed)
    {
        var file = XDocument.Load(Repository.At("src", project, project + ".csproj"));
        var references = file.Descendants("ProjectReference").Select(e => Path.GetFileNameWithoutExtension((string)e.Attribute("Include")!.Value.Replace('\\', '/')))
            .Concat(file.Descendants("PackageReference").Select(e => e.Attribute("Include")!.Value));

        Assert.Empty(references.Except(allowed.Split(' '), StringComparer.Ordinal));
    }

    [Fact]
    public void Every_project_under_src_has_a_rule()
    {
        var projects = Directory.GetDirectories(Repository.At("src")).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal);

        Assert.Equal(Allowed.Select(row => row.Data.Item1).Order(StringComparer.Ordinal), projects);
    }

    [Theory]
    [MemberData(nameof(Allowed))]
    public void No_compiler_is_in_the_closure_of_what_ships(string project, string allowed)
    {
        _ = allowed;
        using var assets = JsonDocument.Parse(File.ReadAllText(Repository.At("src", project, "obj", "project.assets.json")));
        var libraries = assets.RootElement.GetProperty("libraries").EnumerateObject().Select(library => library.Name).ToList();

        Assert.DoesNotContain(libraries, name => name.StartsWith("Microsoft.CodeAnalysis", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(libraries, name => name.StartsWith("Microsoft.Net.Compilers", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void No_compiler_lies_beside_the_built_program()
    {
        var built = Directory.GetFiles(Path.GetDirectoryName(typeof(EntryPoint).Assembly.Location)!, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetFileName(path)!).ToList();

        Assert.Contains("Cellule.dll", built);
        Assert.DoesNotContain(built, name => name.StartsWith("Microsoft.CodeAnalysis", StringComparison.OrdinalIgnoreCase) || name.StartsWith("csc.", StringComparison.OrdinalIgnoreCase));
    }
}
