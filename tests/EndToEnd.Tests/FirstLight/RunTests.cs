using System.Text.Json;
using EndToEnd.Tests.Driving;
using EndToEnd.Tests.House;
using Microsoft.Playwright;

namespace EndToEnd.Tests.FirstLight;

/// <summary>The README's main command, from the seeds to the report, looked at as its reader would.</summary>
public sealed class RunTests(RunOutput run) : IClassFixture<RunOutput>
{
    private static readonly string[] Notebooks = ["00-corpus", "01-coverage", "02-meetings", "03-agreements", "04-engagements"];

    [Fact]
    public void It_ends_well_and_says_where_to_look()
    {
        Assert.True(run.Outcome.ExitCode == 0, run.Outcome.Output + run.Outcome.Error);
        Assert.Contains(Path.Combine(run.Folder, "report.html"), run.Outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_cell_of_every_notebook_ran_without_error()
    {
        foreach (var name in Notebooks)
        {
            using var notebook = JsonDocument.Parse(File.ReadAllText(Path.Combine(run.Folder, "notebooks", name + ".ipynb")));
            var code = notebook.RootElement.GetProperty("cells").EnumerateArray().Where(cell => cell.GetProperty("cell_type").GetString() == "code").ToList();

            Assert.NotEmpty(code);
            Assert.All(code, cell => Assert.Equal(JsonValueKind.Number, cell.GetProperty("execution_count").ValueKind));
            Assert.DoesNotContain(code.SelectMany(cell => cell.GetProperty("outputs").EnumerateArray()), output => output.GetProperty("output_type").GetString() == "error");
        }
    }

    [Fact]
    public void Each_chart_is_a_file_in_every_form()
    {
        _ = Needs.Chromium();
        var charts = Directory.GetFiles(Path.Combine(run.Folder, "charts"), "*.html").Select(path => Path.GetFileNameWithoutExtension(path)).ToList();

        Assert.True(charts.Count >= 8, $"{charts.Count} charts");
        Assert.All(charts, chart => Assert.All(
            (string[])["json", "svg", "png"],
            form => Assert.True(new FileInfo(Path.Combine(run.Folder, "charts", $"{chart}.{form}")) is { Exists: true, Length: > 1000 }, $"{chart}.{form}")));
    }

    [Fact]
    public async Task The_report_opens_offline_without_a_console_error_or_a_request()
    {
        var (problems, requests, drawn) = (new List<string>(), new List<string>(), 0);
        await WithPage(async page =>
        {
            page.Console += (_, message) => problems.AddRange(message.Type is "error" or "warning" ? [message.Text] : []);
            page.PageError += (_, error) => problems.Add(error);
            page.Request += (_, request) => requests.Add(request.Url);
            await page.GotoAsync(new Uri(Path.Combine(run.Folder, "report.html")).AbsoluteUri);
            await page.WaitForFunctionAsync("() => document.querySelectorAll('.js-plotly-plot .main-svg').length > 0");
            drawn = await page.EvaluateAsync<int>("() => document.querySelectorAll('.js-plotly-plot').length");
        });

        Assert.Empty(problems);
        Assert.All(requests, url => Assert.True(url.StartsWith("file:", StringComparison.Ordinal) || url.StartsWith("data:", StringComparison.Ordinal) || url.StartsWith("blob:", StringComparison.Ordinal), url));
        Assert.Single(requests, url => url.StartsWith("file:", StringComparison.Ordinal));
        Assert.True(drawn >= 8, $"{drawn} charts drawn");
    }

    [Fact]
    public async Task A_second_run_writes_the_same_bytes()
    {
        using var second = new TemporaryFolder();
        var outcome = await EntenteCommand.RunAsync(Repository.Root, "run", "--out", second.Path);

        Assert.Equal(0, outcome.ExitCode);
        foreach (var file in Directory.GetFiles(run.Folder, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(run.Folder, file);
            Assert.True(File.ReadAllBytes(file).AsSpan().SequenceEqual(File.ReadAllBytes(second.At(name))), $"{name} differs");
        }
    }

    /// <summary>Pictures depend on the browser that drew them; everything that a cell said must be as committed.</summary>
    [Fact]
    public void The_committed_notebooks_show_what_a_run_gives()
    {
        foreach (var name in Notebooks)
        {
            Assert.Equal(Said(Repository.At("notebooks", name + ".ipynb")), Said(Path.Combine(run.Folder, "notebooks", name + ".ipynb")));
        }
    }

    private static List<string> Said(string notebook)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(notebook));
        return [.. json.RootElement.GetProperty("cells").EnumerateArray()
            .Where(cell => cell.GetProperty("cell_type").GetString() == "code")
            .SelectMany(cell => cell.GetProperty("outputs").EnumerateArray())
            .Select(output => output.TryGetProperty("data", out var data) ? data.GetProperty("text/plain").GetRawText() : output.GetRawText())];
    }

    private static async Task WithPage(Func<IPage, Task> look)
    {
        var chromium = Needs.Chromium();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { Offline = true });
        await look(await context.NewPageAsync());
    }
}
