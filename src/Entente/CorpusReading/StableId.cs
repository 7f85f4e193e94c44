using System.Security.Cryptography;
using System.Text;
using Entente.Texts;

namespace Entente.CorpusReading;

/// <summary>Ids made of what a row says, so that they do not depend on the order of the seeds; equal contents are told apart by a number.</summary>
internal sealed class StableId(string prefix)
{
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    public string Of(params IEnumerable<string> parts)
    {
        var content = string.Join('\u001f', parts.Select(part => Folding.Fold(part)));
        var id = prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 5));
        _seen[id] = _seen.TryGetValue(id, out var count) ? ++count : count = 1;
        return count == 1 ? id : id + "-" + count.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
