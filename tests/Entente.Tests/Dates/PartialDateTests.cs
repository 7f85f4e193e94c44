using Entente.Dates;

namespace Entente.Tests.Dates;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("2025-10-13", "2025-10-13", "2025-10-13")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2023", "2023-01-01", "2023-12-31")]
    [InlineData("--10-14", "", "")]
    [InlineData("--02-29", "", "")]
    [InlineData("--10", "", "")]
    [InlineData("", "", "")]
    public void Is_written_as_it_is_read(string text, string from, string to)
    {
        Assert.True(PartialDate.TryParse(text, out var date));
        Assert.Equal((text, from, to), (date.ToString(), $"{date.From:yyyy-MM-dd}", $"{date.To:yyyy-MM-dd}"));
    }

    [Theory]
    [InlineData("2025-13")]
    [InlineData("2025-02-30")]
    [InlineData("0000-01-01")]
    [InlineData("25-01-01")]
    [InlineData("--")]
    [InlineData("2025-00-01")]
    [InlineData("2025-1-1")]
    [InlineData("aujourd'hui")]
    public void Anything_else_is_none(string text) => Assert.False(PartialDate.TryParse(text, out _));

    [Theory]
    [InlineData("--10-14", "2025", "2025-10-14")]
    [InlineData("--10-14", "2025-10", "2025-10-14")]
    [InlineData("--10-14", "2025-11", "--10-14")]
    public void Is_completed_by_what_agrees(string date, string other, string completed)
    {
        Assert.True(PartialDate.TryParse(date, out var open));
        Assert.True(PartialDate.TryParse(other, out var known));
        Assert.Equal(completed, open.CompletedBy(known).ToString());
    }
}
