using System.Globalization;
using Cellule.Notebooks.Running;

namespace Cellule.Notebooks.Tests;

/// <summary>Parameters from files and from bare text, each as the C# literal that a notebook gets.</summary>
public sealed class ParameterFileTests
{
    [Theory]
    [InlineData("a: 1", "a=1")]
    [InlineData("a: 1.5\nb: -2e3", "a=1.5;b=-2000d")]
    [InlineData("a: true\nb: False\nc: null\nd: ~\ne:", "a=true;b=false;c=(object)null;d=(object)null;e=(object)null")]
    [InlineData("# head\n---\na: text with: colon # and comment\n", "a=\"text with: colon\"")]
    [InlineData("a: 'it''s # not a comment'", "a=\"it's # not a comment\"")]
    [InlineData("a: \"tab\\t\\u00e9\"", "a=\"tab\\té\"")]
    [InlineData("a: [1, 2, 3]\nb: ['x, y', z]\nc: []", "a=new[] { 1, 2, 3 };b=new[] { \"x, y\", \"z\" };c=new object[0]")]
    [InlineData("a:\n  - x\n  - 'y z'\nb: 2", "a=new[] { \"x\", \"y z\" };b=2")]
    [InlineData("a: 2025-10-13", "a=\"2025-10-13\"")]
    public void Yaml_is_read(string text, string expected) => Assert.Equal(expected, Told(ParameterFile.ReadYaml(text, "p.yaml")));

    [Theory]
    [InlineData("a: {b: 1}", "p.yaml(1)")]
    [InlineData("a: 1\nb: |", "p.yaml(2)")]
    [InlineData("just text", "p.yaml(1)")]
    [InlineData("a b: 1", "p.yaml(1)")]
    [InlineData("\n- x", "p.yaml(2)")]
    [InlineData("a: \"open", "p.yaml(1)")]
    public void What_is_more_than_parameters_is_told_with_its_line(string text, string place) =>
        Assert.StartsWith(place, Assert.Throws<FormatException>(() => ParameterFile.ReadYaml(text, "p.yaml")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"a":1,"b":"x","c":[1,2],"d":true,"e":null,"f":2.0}""", "a=1;b=\"x\";c=new[] { 1, 2 };d=true;e=(object)null;f=2d")]
    public void Json_is_read(string text, string expected) => Assert.Equal(expected, Told(ParameterFile.ReadJson(text, "p.json")));

    [Theory]
    [InlineData("[1]")]
    [InlineData("{\"a\":{}}")]
    [InlineData("{")]
    [InlineData("{\"a b\":1}")]
    public void Json_that_is_no_parameters_is_told(string text) =>
        Assert.StartsWith("p.json", Assert.Throws<FormatException>(() => ParameterFile.ReadJson(text, "p.json")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("3", 3L)]
    [InlineData("-3", -3L)]
    [InlineData("2.5", 2.5)]
    [InlineData("1e3", 1000.0)]
    [InlineData("1e999", "1e999")]
    [InlineData("True", true)]
    [InlineData("None", null)]
    [InlineData("007", 7L)]
    [InlineData("1,5", "1,5")]
    [InlineData("", "")]
    public void Bare_text_has_a_type(string text, object? expected) => Assert.Equal(expected, ParameterText.Typed(text));

    private static string Told(IEnumerable<NotebookParameter> parameters) =>
        string.Join(";", parameters.Select(parameter => string.Create(CultureInfo.InvariantCulture, $"{parameter.Name}={ParameterCell.Literal(parameter.Value)}")));
}
