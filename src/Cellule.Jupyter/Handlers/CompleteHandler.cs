using System.Text.Json.Nodes;
using Cellule.Jupyter.Kernel;
using Cellule.Jupyter.Messages;
using Cellule.Session;

namespace Cellule.Jupyter.Handlers;

internal sealed class CompleteHandler(Lazy<ICellInterpreter> interpreter) : IRequestHandler
{
    public string RequestType => "complete_request";

    public Task HandleAsync(RequestContext request)
    {
        var asked = request.Read(MessageJson.Wire.CompleteRequest);
        var code = asked.Code;
        var completions = interpreter.Value.Complete(code, CodePoints.ToUtf16(code, asked.CursorPos));
        var start = CodePoints.FromUtf16(code, completions.ReplaceStart);
        var end = CodePoints.FromUtf16(code, completions.ReplaceEnd);
        request.Reply(new CompleteReply(
            [.. completions.Items.Select(item => item.Text).Distinct(StringComparer.Ordinal)],
            start,
            end,
            new JsonObject
            {
                // IPython's extension, which clients use for icons and signatures.
                ["_jupyter_types_experimental"] = new JsonArray([.. completions.Items.Select(item => (JsonNode)new JsonObject
                {
                    ["start"] = start,
                    ["end"] = end,
                    ["text"] = item.Text,
                    ["type"] = item.Kind,
                    ["signature"] = item.Signature,
                })]),
            }));
        return Task.CompletedTask;
    }
}
