using System.Diagnostics;

namespace Entente.Reports.Pictures;

/// <summary>A Chrome or Chromium of this machine, run headless for one page without a profile and without a network.</summary>
public sealed class Browser
{
    /// <summary>Names the program to use instead of looking for one.</summary>
    public const string Variable = "ENTENTE_BROWSER";

    private static readonly string[] Names =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "chrome.exe", "msedge", "msedge.exe"];

    private readonly string _path;

    private Browser(string path) => _path = path;

    /// <summary>The first browser found: the variable, the search path, the usual folders; null when there is none.</summary>
    public static Browser? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return File.Exists(named) ? new Browser(named) : null;
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var candidates = folders.SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).Concat(UsualPlaces());
        var path = candidates.FirstOrDefault(File.Exists);
        return path is null ? null : new Browser(path);
    }

    /// <summary>Opens a page, lets its scripts end, and answers its content as it then stands.</summary>
    /// <exception cref="BrowserException">The browser didn't start, failed, or took longer than <paramref name="timeout"/>.</exception>
    public string DumpDom(string pagePath, TimeSpan timeout) => Run(["--virtual-time-budget=60000", "--dump-dom", AddressOf(pagePath)], timeout);

    /// <summary>Prints a page to a PDF file.</summary>
    /// <exception cref="BrowserException">The browser didn't start, failed, or took longer than <paramref name="timeout"/>.</exception>
    public void PrintPdf(string pagePath, string pdfPath, TimeSpan timeout)
    {
        Run(["--virtual-time-budget=20000", "--no-pdf-header-footer", $"--print-to-pdf={Path.GetFullPath(pdfPath)}", AddressOf(pagePath)], timeout);
        if (!File.Exists(pdfPath))
        {
            throw new BrowserException($"{_path} wrote no PDF");
        }
    }

    private static string AddressOf(string path) => new Uri(Path.GetFullPath(path)).AbsoluteUri;

    private string Run(IEnumerable<string> arguments, TimeSpan timeout)
    {
        var profile = Directory.CreateTempSubdirectory("entente-browser-").FullName;
        try
        {
            var start = new ProcessStartInfo(_path) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
            // The sandbox needs rights that containers don't give; the page is our own and reaches no network.
            string[] always =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--disable-extensions", "--disable-dev-shm-usage", "--hide-scrollbars",
                "--host-resolver-rules=MAP * ~NOTFOUND", $"--user-data-dir={profile}",
            ];
            foreach (var argument in always.Concat(arguments))
            {
                start.ArgumentList.Add(argument);
            }

            return Wait(start, timeout);
        }
        finally
        {
            Remove(profile);
        }
    }

    private string Wait(ProcessStartInfo start, TimeSpan timeout)
    {
        using var process = Start(start);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(timeout))
        {
            process.Kill(entireProcessTree: true);
            throw new BrowserException($"{_path} was not done after {timeout.TotalSeconds:0} s");
        }

        var text = output.GetAwaiter().GetResult();
        errors.GetAwaiter().GetResult();
        return process.ExitCode == 0 ? text : throw new BrowserException($"{_path} ended with status {process.ExitCode}");
    }

    private Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new BrowserException($"{_path} did not start");
        }
        catch (System.ComponentModel.Win32Exception failure)
        {
            throw new BrowserException($"{_path} did not start: {failure.Message}", failure);
        }
    }

    // A browser's helpers may still hold a file for a moment; what is left lies in the temporary folder.
    private static void Remove(string profile)
    {
        try
        {
            Directory.Delete(profile, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static IEnumerable<string> UsualPlaces()
    {
        yield return "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
        yield return "/Applications/Chromium.app/Contents/MacOS/Chromium";
        foreach (var root in new[] { Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86, Environment.SpecialFolder.LocalApplicationData })
        {
            var folder = Environment.GetFolderPath(root);
            if (folder.Length > 0)
            {
                yield return Path.Combine(folder, "Google", "Chrome", "Application", "chrome.exe");
                yield return Path.Combine(folder, "Microsoft", "Edge", "Application", "msedge.exe");
            }
        }
    }
}
