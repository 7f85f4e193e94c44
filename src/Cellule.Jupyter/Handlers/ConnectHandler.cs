using Cellule.Jupyter.Messages;

namespace Cellule.Jupyter.Handlers;

/// <summary>Deprecated since protocol 5.1, and still asked by old clients.</summary>
internal sealed class ConnectHandler(ConnectReply ports) : IRequestHandler
{
    public string RequestType => "connect_request";

    public Task HandleAsync(RequestContext request)
    {
        request.Reply(ports);
        return Task.CompletedTask;
    }
}
