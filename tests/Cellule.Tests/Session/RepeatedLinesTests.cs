using Cellule.Session;
using Xunit;

namespace Cellule.Tests.Session;

public class RepeatedLinesTests
{
    [Theory]
    [InlineData("a b c", "a|b|c")]
    [InlineData("a a a b", "a (3 times)|b")]
    [InlineData("a b a b a c", "a|b|   (these 2 lines 2 times)|a|c")]
    [InlineData("a a b a a b", "a (2 times)|b|a (2 times)|b")]
    [InlineData("a b c d e f", "a|b|c|d|   … 2 more")]
    [InlineData("", "")]
    public void What_repeats_is_said_once(string lines, string expected)
    {
        var split = lines.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected, string.Join('|', RepeatedLines.Fold(split, 4)));
    }
}
