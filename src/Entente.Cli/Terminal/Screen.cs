using Spectre.Console;

namespace Entente.Cli.Terminal;

/// <summary>What a person at the terminal sees: results on standard output, progress and notes on standard error.</summary>
internal static class Screen
{
    private static readonly Lazy<IAnsiConsole> LazyAside =
        new(() => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }));

    private static IAnsiConsole Aside => LazyAside.Value;

    /// <summary>A line of result, as it is: no markup is read in it.</summary>
    public static void Line(string text) => Console.Out.WriteLine(text);

    /// <summary>A line beside the result.</summary>
    public static void Note(string text) => Console.Error.WriteLine(text);

    /// <summary>
    /// Does long work under a progress bar where somebody watches; where standard error is a file or a pipe, it says nothing.
    /// The work reports (done, total).
    /// </summary>
    public static T WithProgress<T>(string title, Func<Action<int, int>, T> work) =>
        WithProgressAsync(title, report => Task.FromResult(work(report))).GetAwaiter().GetResult();

    /// <inheritdoc cref="WithProgress{T}"/>
    public static Task<T> WithProgressAsync<T>(string title, Func<Action<int, int>, Task<T>> work)
    {
        if (Console.IsErrorRedirected || !Aside.Profile.Capabilities.Interactive)
        {
            return work((_, _) => { });
        }

        return Aside.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context =>
            {
                var task = context.AddTask(Markup.Escape(title), maxValue: 1);
                return work((done, total) =>
                {
                    task.MaxValue = Math.Max(1, total);
                    task.Value = done;
                });
            });
    }
}
