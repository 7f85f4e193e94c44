using Entente.Lexicons;

namespace Entente.Texts.Layout;

/// <summary>Names of agencies as they sign, and chains of them: <c>VNA</c>, <c>VNA/CVN</c>, <c>Trong Duc/VNA/CVN</c>.</summary>
internal sealed class AgencyNames
{
    // Names by their first letter, longest first.
    private readonly (string Name, bool News)[]?[] names = new (string, bool)[]?[0x80];
    private readonly List<string> spelled = [];
    private readonly Dictionary<string, string> usual = new(StringComparer.Ordinal);

    public AgencyNames(LexiconFile file)
    {
        foreach (var row in file.Rows)
        {
            var name = row.Required("agency");
            if (row["kind"] == "spelled")
            {
                spelled.Add(name);
                continue;
            }

            var isNews = row.Required("kind") switch
            {
                "news" => true,
                "photo" => false,
                var other => throw row.Error($"'{other}' is neither news, photo nor spelled"),
            };
            if (row["usual"] is { Length: > 0 } known)
            {
                usual.Add(name, known);
            }

            if (!char.IsAscii(name[0]))
            {
                throw row.Error("a name begins with an ASCII letter");
            }

            names[name[0]] = [.. (names[name[0]] ?? []).Append((Name: name, News: isNews)).OrderByDescending(n => n.Name.Length)];
        }
    }

    /// <summary>A chain of agencies with each by its usual name: VOVWORLD is a service of VOV.</summary>
    public string Usual(string chain) => usual.Count == 0 || chain.Length == 0 ? chain : string.Join('/', chain.Split('/').Select(name => usual.GetValueOrDefault(name, name)));

    /// <summary>Whether a text ends with the name of an agency in full: what stands behind it in brackets is its abbreviation.</summary>
    public bool IsSpelledOut(ReadOnlySpan<char> text)
    {
        foreach (var name in spelled)
        {
            if (text.EndsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Length of a chain of agencies at the start of <paramref name="text"/>, 0 if there is none; <paramref name="news"/> tells
    /// whether one of them is a news agency.
    /// </summary>
    public int ChainLength(ReadOnlySpan<char> text, out bool news)
    {
        news = false;
        var end = 0;
        while (true)
        {
            var length = NameLength(text[end..], out var isNews);
            if (length == 0)
            {
                return end == 0 ? 0 : end - 1;
            }

            news |= isNews;
            end += length;
            if (end >= text.Length || text[end] != '/')
            {
                return end;
            }

            end++;
        }
    }

    /// <summary>Length of one name at the start of <paramref name="text"/>, 0 if there is none. A capital and a small letter may follow it without a space (<c>VNALe ministre</c>).</summary>
    private int NameLength(ReadOnlySpan<char> text, out bool news)
    {
        if (text.IsEmpty || text[0] >= names.Length)
        {
            news = false;
            return 0;
        }

        foreach (var (name, isNews) in names[text[0]] ?? [])
        {
            if (text.StartsWith(name, StringComparison.Ordinal)
                && (text.Length == name.Length || !char.IsLetterOrDigit(text[name.Length])
                    || (text.Length > name.Length + 1 && char.IsUpper(text[name.Length]) && char.IsLower(text[name.Length + 1]))))
            {
                news = isNews;
                return name.Length;
            }
        }

        news = false;
        return DomainLength(text);
    }

    // qdnd.vn, moit.gov.vn: small letters and digits with a point between them.
    private static int DomainLength(ReadOnlySpan<char> text)
    {
        int end = 0, points = 0;
        while (end < text.Length && (char.IsAsciiLetterLower(text[end]) || char.IsAsciiDigit(text[end]) || text[end] == '-'
            || (text[end] == '.' && end > 0 && end + 1 < text.Length && char.IsAsciiLetterLower(text[end + 1]))))
        {
            points += text[end] == '.' ? 1 : 0;
            end++;
        }

        return points > 0 ? end : 0;
    }
}
