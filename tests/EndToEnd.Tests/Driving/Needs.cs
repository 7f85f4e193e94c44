namespace EndToEnd.Tests.Driving;

/// <summary>What a test drives from outside. Missing, it skips the test; on CI it fails it.</summary>
internal static class Needs
{
    private static readonly string[] Browsers = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <summary>The path of Chrome or Chromium.</summary>
    public static string Chromium() => Program("Chrome or Chromium", Browsers);

    /// <summary>The path of the first of <paramref name="names"/> that is on the PATH.</summary>
    public static string Program(string what, params string[] names)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var found = names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        if (found is null)
        {
            Missing(what);
        }

        return found!;
    }

    /// <summary>Ends the test: skipped here, failed on CI.</summary>
    public static void Missing(string what)
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail($"{what} is missing, and CI must have it");
        }

        Assert.Skip($"needs {what}");
    }
}
