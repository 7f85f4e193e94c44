using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;

namespace Cellule.Jupyter.Tests.Clients;

/// <summary>Debian's Jupyter Notebook in headless Chromium, as a person uses it.</summary>
public sealed class NotebookBrowserTests(InstalledKernel kernel)
{
    private const string Chromium = "/usr/bin/chromium";
    private const string Notebook = "/usr/bin/jupyter-notebook";
    private const float Patience = 45_000;

    private const string Chart = """
        using Plotly.NET.CSharp;
        Chart.Point<int, int, string>(x: new[] { 1, 2, 3 }, y: new[] { 2, 4, 8 })
        """;

    [Fact]
    public async Task A_notebook_is_opened_run_drawn_completed_interrupted_and_restarted()
    {
        InstalledKernel.Require(Chromium, Notebook);
        var folder = InstalledKernel.FolderOf("browser");
        await File.WriteAllTextAsync(
            Path.Combine(folder, "given.ipynb"),
            NotebookFile.Text("var x = 20;\nConsole.WriteLine(\"printed \" + (x + 1));", "x + 22", Chart, "while (true) { }", "Console.Wri"),
            TestContext.Current.CancellationToken);
        var port = FreePort();
        using var server = kernel.Start(
            "/usr/bin/jupyter",
            ["notebook", "--no-browser", "--allow-root", "--ip=127.0.0.1", $"--port={port}", "--NotebookApp.token=", "--NotebookApp.password=", $"--notebook-dir={folder}"],
            folder);
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
        try
        {
            await ListeningAsync(port);
            await UseAsync($"http://127.0.0.1:{port}/notebooks/given.ipynb");
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync(CancellationToken.None);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task UseAsync(string address)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update"],
        });
        var page = await browser.NewPageAsync();
        page.SetDefaultTimeout(Patience);
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        await page.GotoAsync(address);
        await page.WaitForFunctionAsync("() => window.Jupyter && Jupyter.notebook && Jupyter.notebook.kernel && Jupyter.notebook.kernel.is_connected()");
        Assert.Equal("C# (Entente)", await page.Locator("#kernel_indicator .kernel_indicator_name").InnerTextAsync());

        // Run the first three; text, value and chart come.
        await page.EvaluateAsync("() => Jupyter.notebook.execute_cells([0, 1, 2])");
        await page.WaitForFunctionAsync("() => document.querySelectorAll('.cell')[2].querySelector('.js-plotly-plot .main-svg') !== null");
        Assert.Equal("printed 21\n", await OutputAsync(page, 0));
        Assert.Contains("42", await OutputAsync(page, 1), StringComparison.Ordinal);
        Assert.True(await page.EvaluateAsync<bool>("() => document.querySelectorAll('.cell')[2].querySelectorAll('.js-plotly-plot .point').length === 3"));
        Assert.Equal(1, await page.EvaluateAsync<int>("() => Jupyter.notebook.get_cell(2).output_area.outputs.length"));
        Assert.False(await page.EvaluateAsync<bool>("() => JSON.stringify(Jupyter.notebook.toJSON()).includes('DecompressionStream')"), "the notebook would keep the drawing library");
        Assert.DoesNotContain(asked, url => !url.StartsWith("http://127.0.0.1", StringComparison.Ordinal) && !url.StartsWith("data:", StringComparison.Ordinal) && !url.StartsWith("blob:", StringComparison.Ordinal));

        // A loop without end is interrupted and the session is still there.
        await page.EvaluateAsync("() => Jupyter.notebook.execute_cells([3])");
        await page.WaitForFunctionAsync("() => Jupyter.notebook.kernel_busy");
        await page.WaitForTimeoutAsync(500);
        await page.EvaluateAsync("() => Jupyter.notebook.kernel.interrupt()");
        await page.WaitForFunctionAsync("() => Jupyter.notebook.get_cell(3).output_area.outputs.some(o => o.ename === 'Interrupted')");
        await page.EvaluateAsync("() => Jupyter.notebook.execute_cells([1])");
        // The number comes with the request, the value only after it.
        await page.WaitForFunctionAsync("() => Jupyter.notebook.get_cell(1).input_prompt_number === 5 && Jupyter.notebook.get_cell(1).output_area.outputs.length > 0");
        Assert.Contains("42", await OutputAsync(page, 1), StringComparison.Ordinal);

        // Tab completes.
        await page.EvaluateAsync("() => { Jupyter.notebook.select(4); Jupyter.notebook.edit_mode(); const c = Jupyter.notebook.get_cell(4).code_mirror; c.focus(); c.setCursor(c.lineCount(), 0); c.execCommand('goDocEnd'); }");
        await page.Keyboard.PressAsync("Tab");
        await page.WaitForFunctionAsync("() => document.querySelector('.completions') || Jupyter.notebook.get_cell(4).get_text() === 'Console.Write'");
        await page.Keyboard.PressAsync("Escape");

        // After a restart nothing of the session is left.
        await page.EvaluateAsync("() => Jupyter.notebook.kernel.restart()");
        await page.WaitForFunctionAsync("() => Jupyter.notebook.kernel.is_connected() && !Jupyter.notebook.kernel_busy");
        await page.EvaluateAsync("() => Jupyter.notebook.execute_cells([1])");
        await page.WaitForFunctionAsync("() => Jupyter.notebook.get_cell(1).output_area.outputs.some(o => o.ename === 'CS0103')");
        if (Environment.GetEnvironmentVariable("CELLULE_SCREENSHOT") is { Length: > 0 } picture)
        {
            await page.ScreenshotAsync(new() { Path = picture, FullPage = true });
        }
    }

    private static Task<string> OutputAsync(IPage page, int cell) =>
        page.EvaluateAsync<string>($"() => Jupyter.notebook.get_cell({cell}).output_area.outputs.map(o => o.text || (o.data && o.data['text/plain']) || '').join('')");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task ListeningAsync(int port)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            using var probe = new TcpClient();
            try
            {
                await probe.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
                return;
            }
            catch (SocketException) when (clock.Elapsed < TimeSpan.FromMilliseconds(Patience))
            {
                await Task.Delay(200, TestContext.Current.CancellationToken);
            }
        }
    }
}
