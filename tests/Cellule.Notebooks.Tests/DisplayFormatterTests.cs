using System.Text.Json.Nodes;
using Cellule.Notebooks.Display;
using Cellule.Session;

namespace Cellule.Notebooks.Tests;

/// <summary>How values are shown: as which types, and that no value's text becomes markup.</summary>
public sealed class DisplayFormatterTests
{
    private const string Hostile = "<script>alert(1)</script>";

    public static TheoryData<object?, string> PlainValues => new()
    {
        { null, "<null>" },
        { 42, "42" },
        { 1.5, "1.5" },
        { true, "True" },
        { 'x', "x" },
        { "text", "text" },
        { DayOfWeek.Friday, "Friday" },
        { new DateTime(2025, 10, 13, 8, 5, 0, DateTimeKind.Utc), "2025-10-13 08:05:00" },
        { new DateOnly(2025, 10, 13), "2025-10-13" },
        { TimeSpan.FromMinutes(90), "01:30:00" },
    };

    public static TheoryData<object, string> RichValues => new()
    {
        { new[] { 1, 2, 3 }, "[ 1, 2, 3 ]" },
        { new Dictionary<string, int> { ["a"] = 1 }, "a" },
        { new { Name = "An", Age = 3 }, "Name" },
        { new InvalidOperationException("went wrong"), "went wrong" },
        { new List<object?> { null, "x", 1 }, "x" },
    };

    [Theory]
    [MemberData(nameof(PlainValues))]
    public void Plain_values_are_text_alone(object? value, string text)
    {
        var bundle = Format(value);
        Assert.Equal([KeyValuePair.Create("text/plain", text)], bundle.Data.Select(entry => KeyValuePair.Create(entry.Key, entry.Value.ToString())));
    }

    [Theory]
    [MemberData(nameof(RichValues))]
    public void Rich_values_are_html_with_text(object value, string part)
    {
        var bundle = Format(value);
        Assert.Equal(["text/html", "text/plain"], bundle.Data.Select(entry => entry.Key));
        Assert.Contains(part, bundle["text/html"]!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("\r", bundle["text/html"]!.ToString(), StringComparison.Ordinal);
    }

    public static TheoryData<object> HostileValues => new()
    {
        new[] { Hostile },
        new Dictionary<string, string> { [Hostile] = Hostile },
        new { A = Hostile },
        new InvalidOperationException(Hostile),
        new Throwing(),
    };

    [Theory]
    [MemberData(nameof(HostileValues))]
    public void Texts_in_values_never_become_markup(object value) =>
        Assert.DoesNotContain("<script>", Format(value)["text/html"]?.ToString() ?? "", StringComparison.Ordinal);

    [Fact]
    public void Text_in_a_mime_type_is_shown_as_it_is() =>
        Assert.Equal("<b>x</b>", Format(new MimeText("text/html", "<b>x</b>"))["text/html"]!.ToString());

    [Fact]
    public void A_registered_format_wins_also_for_derived_types()
    {
        var formats = new DisplayFormats().Add("System.Exception", _ => DisplayFormats.Bundle(("text/plain", "mine")));
        Assert.Equal("mine", new DisplayFormatter(formats).Format(new InvalidOperationException())["text/plain"]!.ToString());
    }

    [Fact]
    public void A_format_that_throws_is_told_in_the_output()
    {
        var formats = new DisplayFormats().Add("System.Exception", _ => throw new NotSupportedException("no"));
        Assert.Contains("could not be shown", new DisplayFormatter(formats).Format(new InvalidOperationException())["text/plain"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bundle_is_lines_in_a_file_and_one_text_in_a_message()
    {
        var bundle = DisplayFormats.Bundle(("text/html", "a\nb"), ("application/json", JsonNode.Parse("""{"x":1}""")!));
        Assert.Equal("""{"text/html":"a\nb","application/json":{"x":1}}""", bundle.ToMessageJson().ToJsonString());
        Assert.Equal("""{"text/html":["a\n","b"],"application/json":{"x":1}}""", bundle.ToNotebookJson().ToJsonString());
    }

    private static MimeBundle Format(object? value) => new DisplayFormatter(new DisplayFormats()).Format(value);

    /// <summary>A value whose every property throws.</summary>
    public sealed class Throwing
    {
        public string Name => ToString();

        public override string ToString() => throw new InvalidOperationException(Hostile);
    }
}
