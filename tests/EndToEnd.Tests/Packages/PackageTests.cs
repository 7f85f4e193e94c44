using System.IO.Compression;
using System.Reflection;
using System.Runtime.Loader;
using System.Xml.Linq;
using EndToEnd.Tests.Driving;
using EndToEnd.Tests.House;
using Microsoft.Data.Analysis;

namespace EndToEnd.Tests.Packages;

/// <summary>The packages that <c>#r "nuget: …"</c> names: what is in them, and that a host which knows only names can show what they make.</summary>
public sealed class PackageTests : IDisposable
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Entente", "MIT AND MPL-2.0", "Microsoft.Data.Analysis", "NOTICE.md")]
    [InlineData("Entente.Charts", "MIT", "Plotly.NET.CSharp", null)]
    public async Task A_package_holds_the_library_its_documentation_and_nothing_else(string id, string licence, string needed, string? notice)
    {
        using var package = await ZipFile.OpenReadAsync(await PackAsync(id), TestContext.Current.CancellationToken);
        var files = package.Entries.Select(entry => entry.FullName).Where(name => !name.StartsWith("_rels", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml");
        Assert.Equal(
            new[] { $"{id}.nuspec", $"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml", notice }.OfType<string>().Order(StringComparer.Ordinal),
            files.Order(StringComparer.Ordinal));

        using var stream = await package.GetEntry($"{id}.nuspec")!.OpenAsync(TestContext.Current.CancellationToken);
        var nuspec = XDocument.Load(stream).Root!;
        string Value(string name) => nuspec.Descendants().Single(element => element.Name.LocalName == name).Value;
        Assert.Equal((id, licence, "Entente"), (Value("id"), Value("license"), Value("authors")));
        Assert.DoesNotContain("Package Description", Value("description"), StringComparison.Ordinal);
        var dependencies = nuspec.Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => (string)element.Attribute("id")!).ToList();
        Assert.Contains(needed, dependencies);
        Assert.DoesNotContain(dependencies, name => name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) || name.StartsWith("Cellule", StringComparison.Ordinal));
    }

    /// <summary>What .NET Interactive does: it looks for an attribute by its name, and calls what that names by name.</summary>
    [Fact]
    public async Task A_figure_of_the_package_shows_itself_to_a_host_that_knows_only_names()
    {
        await ZipFile.ExtractToDirectoryAsync(await PackAsync("Entente.Charts"), _folder.At("package"), TestContext.Current.CancellationToken);
        var library = new AssemblyLoadContext("package").LoadFromAssemblyPath(_folder.At("package", "lib", "net10.0", "Entente.Charts.dll"));
        var type = library.GetType("Entente.Charts.Figure")!;
        Assert.NotSame(typeof(Entente.Charts.Figure), type);
        var make = type.GetMethods().Single(method => method.Name == "Of" && method.GetParameters().Length > 2);
        var chart = Plotly.NET.CSharp.Chart.Point<int, int, string>([1, 2], [3, 4]);
        var figure = make.Invoke(null, ["name", "A <title>", chart, new DataFrame(new Int32DataFrameColumn("n", [3, 4])), null, ""])!;

        Assert.Contains("new Response(new Blob", Shown(figure, "text/html"), StringComparison.Ordinal);
        Assert.Contains("A &lt;title&gt;", Shown(figure, "text/html"), StringComparison.Ordinal);
        Assert.Contains("A <title>", Shown(figure, "text/plain"), StringComparison.Ordinal);
    }

    private static string Shown(object value, string mimeType)
    {
        var attribute = value.GetType().GetCustomAttributes().Single(candidate => candidate.GetType().Name == "TypeFormatterSourceAttribute");
        Assert.Contains("text/html", (string[])Get(attribute, "PreferredMimeTypes"));
        var source = Activator.CreateInstance((Type)Get(attribute, "FormatterSourceType"))!;
        var formatters = (IEnumerable<object>)source.GetType().GetMethod("CreateTypeFormatters")!.Invoke(source, null)!;
        var formatter = formatters.Single(candidate => (string)Get(candidate, "MimeType") == mimeType);
        using var text = new StringWriter();
        Assert.True((bool)formatter.GetType().GetMethod("Format", [typeof(object), typeof(TextWriter)])!.Invoke(formatter, [value, text])!);
        return text.ToString();
    }

    private static object Get(object owner, string property) => owner.GetType().GetProperty(property)!.GetValue(owner)!;

    private async Task<string> PackAsync(string id)
    {
        var outcome = await EntenteCommand.DotnetAsync(
            Repository.Root, "pack", Path.Combine("src", id), "--no-build", "--no-restore", "--nologo", "-c", Configuration, "-o", _folder.At("packages"));
        Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Error);
        Assert.DoesNotContain("warning", outcome.Output, StringComparison.OrdinalIgnoreCase);
        return Directory.GetFiles(_folder.At("packages"), $"{id}.*.nupkg").Single();
    }
}
