using CsCheck;

namespace Entente.Tests.Texts;

/// <summary>Texts that a reader must survive: random characters, and fragments of articles in any order.</summary>
internal static class HostileText
{
    private static readonly string[] Fragments =
    [
        " date 2025-10-13 ", " date 2024-08", "\n", "\r\n", "\n\n", " ", "\t", "Hanoï (VNA) – ", "Le général Phan Van Giang ", "laDéfense", "desreprésentantsdu ", "1982.Ils ",
        "l'", "d’", "M. ", "J. ", "…", "...", " | ", "Photo : VNA/CVN", ">> ", "Voir plus", "-VNA", ".-AVI", "«", " »", "\"", "(", ")", "mardi ", "13 octobre ", "du 3 au 4 juin ",
        "12/8/2024", "31 février", "en 2011 ", "hier ", "\u0301", "\u200b", "\uFEFF", "😀", "\ud800", "\0", "đ", "ﬁ", "1er ", "99999999999999999999", "-", "/", "hinh anh 1 ",
    ];

    public static Gen<string> Any { get; } = Gen.OneOf(
        Gen.String,
        Gen.Int[0, Fragments.Length - 1].Select(i => Fragments[i]).Array[0, 40].Select(string.Concat),
        Gen.Char.Array[0, 60].Select(c => new string(c)));
}
