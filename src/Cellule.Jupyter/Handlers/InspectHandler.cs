using System.Text.Json.Nodes;
using Cellule.Jupyter.Kernel;
using Cellule.Jupyter.Messages;
using Cellule.Session;

namespace Cellule.Jupyter.Handlers;

internal sealed class InspectHandler(Lazy<ICellInterpreter> interpreter) : IRequestHandler
{
    public string RequestType => "inspect_request";

    public Task HandleAsync(RequestContext request)
    {
        var asked = request.Read(MessageJson.Wire.InspectRequest);
        var code = asked.Code;
        var symbol = interpreter.Value.Inspect(code, CodePoints.ToUtf16(code, asked.CursorPos));
        request.Reply(new InspectReply(symbol is not null, symbol is null ? [] : SymbolText.Bundle(symbol), []));
        return Task.CompletedTask;
    }
}
