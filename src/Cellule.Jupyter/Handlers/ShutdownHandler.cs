using Cellule.Jupyter.Kernel;
using Cellule.Jupyter.Messages;

namespace Cellule.Jupyter.Handlers;

/// <summary>Ends the kernel; a restart is the client's: it starts another.</summary>
internal sealed class ShutdownHandler(Executions executions, Action shutdown) : IRequestHandler
{
    public string RequestType => "shutdown_request";

    public Task HandleAsync(RequestContext request)
    {
        var reply = new ShutdownReply(request.Read(MessageJson.Wire.ShutdownRequest).Restart);
        executions.Interrupt();
        request.Reply(reply);

        // Every client learns of it, not only the one that asked.
        request.Publish(reply);
        shutdown();
        return Task.CompletedTask;
    }
}
