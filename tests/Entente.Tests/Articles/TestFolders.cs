using System.Runtime.CompilerServices;

namespace Entente.Tests.Articles;

/// <summary>Folders of the repository that tests read, found from where this file was compiled.</summary>
internal static class TestFolders
{
    public static string Articles => Path.GetDirectoryName(Here())!;

    public static string Seeds => Path.GetFullPath(Path.Combine(Articles, "..", "..", "..", "seeds"));

    private static string Here([CallerFilePath] string path = "") => path;
}
