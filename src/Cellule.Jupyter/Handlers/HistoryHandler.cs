using Cellule.Jupyter.Kernel;
using Cellule.Jupyter.Messages;

namespace Cellule.Jupyter.Handlers;

internal sealed class HistoryHandler(CellHistory history) : IRequestHandler
{
    public string RequestType => "history_request";

    public Task HandleAsync(RequestContext request)
    {
        request.Reply(new HistoryReply(history.Find(request.Read(MessageJson.Wire.HistoryRequest))));
        return Task.CompletedTask;
    }
}
