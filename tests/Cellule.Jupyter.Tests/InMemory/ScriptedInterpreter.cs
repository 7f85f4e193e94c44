using Cellule.Session;
using Cellule.Text;

namespace Cellule.Jupyter.Tests.InMemory;

/// <summary>
/// An interpreter that knows a few words instead of C#, so that the kernel is tested by itself: a cell is lines of
/// <c>word argument</c>; what is no such word is the cell's value.
/// </summary>
internal sealed class ScriptedInterpreter : ICellInterpreter
{
    private ICellOutput? _last;

    public IReadOnlyList<CellVariable> Variables => [];

    public Task<CellResult> RunAsync(string code, ICellOutput output, CancellationToken interrupt = default) => RunAsync(code, "", output, interrupt);

    public async Task<CellResult> RunAsync(string code, string name, ICellOutput output, CancellationToken interrupt = default)
    {
        _last = output;
        object? value = null;
        var hasValue = false;
        try
        {
            foreach (var line in code.Split('\n'))
            {
                var (word, argument) = line.IndexOf(' ', StringComparison.Ordinal) is var space and > 0 ? (line[..space], line[(space + 1)..]) : (line, "");
                switch (word)
                {
                    case "print":
                        output.Write(argument + "\n");
                        break;
                    case "put":
                        output.Write(argument);
                        break;
                    case "warn":
                        output.WriteError(argument + "\n");
                        break;
                    case "flood":
                        Flood(output, long.Parse(argument, System.Globalization.CultureInfo.InvariantCulture), interrupt);
                        break;
                    case "show":
                        output.Display(new DisplayRequest(argument, "text/html", "shown"));
                        break;
                    case "update":
                        output.Display(new DisplayRequest(argument, "text/html", "shown", Update: true));
                        break;
                    case "clear":
                        output.Clear(wait: argument == "wait");
                        break;
                    case "ask":
                        output.Write("you said " + (await Task.Run(() => output.ReadLine(argument, password: false), interrupt) ?? "nothing"));
                        break;
                    case "sleep":
                        await Task.Delay(TimeSpan.FromSeconds(30), interrupt);
                        break;
                    case "later":
                        _ = Task.Run(async () =>
                        {
                            await Task.Delay(50, CancellationToken.None);
                            _last!.Write("late");
                        }, CancellationToken.None);
                        break;
                    case "throw":
                        throw new InvalidOperationException(argument);
                    case "reject":
                        return new CellResult(
                            CellStatus.Rejected, false, null,
                            [new Diagnostic("CS0103", DiagnosticSeverity.Error, argument, new TextSpan(0, 1), 1, 1)], null, [$"(1,1): error CS0103: {argument}"]);
                    default:
                        (hasValue, value) = (true, int.TryParse(line, out var number) ? number : line);
                        break;
                }
            }
        }
        catch (OperationCanceledException)
        {
            return new CellResult(CellStatus.Interrupted, false, null, [], null, []);
        }
        catch (InvalidOperationException failure)
        {
            return new CellResult(CellStatus.Failed, false, null, [], failure, ["InvalidOperationException: " + failure.Message, $"   at {name}, line 1"]);
        }

        return new CellResult(CellStatus.Ok, hasValue, value, [], null, []);
    }

    public CellCompleteness IsComplete(string code) => code switch
    {
        _ when code.EndsWith('{') => new(CompletenessStatus.Incomplete, "    "),
        _ when code.EndsWith('}') => new(CompletenessStatus.Invalid, ""),
        _ => new(CompletenessStatus.Complete, ""),
    };

    public CompletionList Complete(string code, int position)
    {
        var start = code.LastIndexOf(' ', Math.Max(0, position - 1)) + 1;
        return new CompletionList(start, position, [new Completion("print", "keyword", "print text"), new Completion("put", "keyword", "put text")]);
    }

    public SymbolInfo? Inspect(string code, int position) =>
        code.Contains("print", StringComparison.Ordinal) ? new SymbolInfo("print text", "Prints <text>.", 0, 5) : null;

    private static void Flood(ICellOutput output, long bytes, CancellationToken interrupt)
    {
        var line = new string('x', 99) + "\n";
        for (var written = 0L; written < bytes; written += line.Length)
        {
            interrupt.ThrowIfCancellationRequested();
            output.Write(line);
        }
    }
}
