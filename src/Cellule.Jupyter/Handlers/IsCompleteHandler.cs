using Cellule.Jupyter.Messages;
using Cellule.Session;

namespace Cellule.Jupyter.Handlers;

internal sealed class IsCompleteHandler(Lazy<ICellInterpreter> interpreter) : IRequestHandler
{
    public string RequestType => "is_complete_request";

    public Task HandleAsync(RequestContext request)
    {
        var code = request.Read(MessageJson.Wire.IsCompleteRequest).Code;
        var completeness = interpreter.Value.IsComplete(code);
        request.Reply(completeness.Status switch
        {
            CompletenessStatus.Complete => new IsCompleteReply("complete"),
            CompletenessStatus.Incomplete => new IsCompleteReply("incomplete", completeness.Indent),
            _ => new IsCompleteReply("invalid"),
        });
        return Task.CompletedTask;
    }
}
