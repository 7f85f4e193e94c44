using System.Text.Json.Nodes;
using Cellule.Jupyter.Kernel;
using Cellule.Jupyter.Messages;
using Cellule.Notebooks.Running;
using Cellule.Session;

namespace Cellule.Jupyter.Handlers;

/// <summary>Runs a cell: announces it, sends its output as it comes, then its value or its error, then the reply.</summary>
internal sealed class ExecuteHandler(
    KernelOptions options, Lazy<ICellInterpreter> interpreter, Executions executions, CellHistory history, InputBroker input)
    : IRequestHandler
{
    public string RequestType => "execute_request";

    public async Task HandleAsync(RequestContext request)
    {
        if (executions.IsAborted(request.Number))
        {
            request.Reply(new ExecuteAbortedReply(executions.Count));
            return;
        }

        var asked = request.Read(MessageJson.Wire.ExecuteRequest);
        var stored = asked.StoreHistory && !asked.Silent;
        if (stored)
        {
            executions.Count++;
        }

        using var run = executions.Begin();
        using var output = new CellPublisher(
            request.Message,
            request.Sender,
            options.Formatter,
            (prompt, password) => asked.AllowStdin ? input.Ask(request.Message, prompt, password, run.Token) : null,
            asked.Silent,
            options.Clock);
        executions.LastOutput = output;
        output.Publish(new ExecuteInput(asked.Code, executions.Count));
        if (HelpQuery.Name(asked.Code) is { } name)
        {
            Explain(request, output, name);
            return;
        }

        var result = await interpreter.Value.RunAsync(asked.Code, stored ? $"cell {executions.Count}" : "an unnumbered cell", output, run.Token).ConfigureAwait(false);
        output.Flush();
        var shown = Show(result, output);
        if (stored)
        {
            history.Add(executions.Count, asked.Code, shown);
        }

        if (CellError.Of(result) is { } error)
        {
            if (asked.StopOnError && !asked.Silent)
            {
                executions.AbortQueued();
            }

            request.Reply(new ExecuteErrorReply(executions.Count, error.Name, error.Value, error.Traceback));
            return;
        }

        var expressions = await EvaluateAsync(asked, output, run.Token).ConfigureAwait(false);
        request.Reply(new ExecuteReply(executions.Count, expressions, []));
    }

    /// <summary>Publishes the value and the error; the value's plain text is what history keeps.</summary>
    private string? Show(CellResult result, CellPublisher output)
    {
        string? plain = null;
        if (result.HasValue)
        {
            var bundle = options.Formatter.Format(result.Value);
            plain = bundle["text/plain"]?.ToString();
            output.PublishResult(bundle, executions.Count);
        }

        if (CellError.Of(result) is { } error)
        {
            output.Publish(new ErrorOutput(error.Name, error.Value, error.Traceback));
        }

        return plain;
    }

    /// <summary>Each expression's value or error, by the name that the client gave it; none fails the cell.</summary>
    private async Task<JsonObject> EvaluateAsync(ExecuteRequest asked, CellPublisher output, CancellationToken interrupt)
    {
        var values = new JsonObject();
        foreach (var (name, expression) in asked.UserExpressions ?? [])
        {
            var result = await interpreter.Value.RunAsync(expression, $"expression '{name}'", output, interrupt).ConfigureAwait(false);
            if (CellError.Of(result) is { } error)
            {
                values[name] = new JsonObject
                {
                    ["status"] = "error",
                    ["ename"] = error.Name,
                    ["evalue"] = error.Value,
                    ["traceback"] = new JsonArray([.. error.Traceback.Select(line => (JsonNode)line)]),
                };
                continue;
            }

            var bundle = options.Formatter.Format(result.Value);
            values[name] = new JsonObject { ["status"] = "ok", ["data"] = bundle.ToMessageJson(), ["metadata"] = bundle.Metadata.DeepClone() };
        }

        output.Flush();
        return values;
    }

    /// <summary>Answers <c>name?</c> through the client's pager.</summary>
    private void Explain(RequestContext request, CellPublisher output, string name)
    {
        if (interpreter.Value.Inspect(name, name.Length) is { } symbol)
        {
            request.Reply(new ExecuteReply(
                executions.Count,
                [],
                new JsonArray(new JsonObject { ["source"] = "page", ["data"] = SymbolText.Bundle(symbol), ["start"] = 0 })));
            return;
        }

        var error = new ErrorOutput("NotFound", $"nothing named '{name}' is known here", [$"nothing named '{name}' is known here"]);
        output.Publish(error);
        request.Reply(new ExecuteErrorReply(executions.Count, error.Ename, error.Evalue, error.Traceback));
    }
}
