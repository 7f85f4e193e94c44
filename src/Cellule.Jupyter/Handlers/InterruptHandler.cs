using Cellule.Jupyter.Kernel;
using Cellule.Jupyter.Messages;

namespace Cellule.Jupyter.Handlers;

internal sealed class InterruptHandler(Executions executions) : IRequestHandler
{
    public string RequestType => "interrupt_request";

    public Task HandleAsync(RequestContext request)
    {
        executions.Interrupt();
        request.Reply(new InterruptReply());
        return Task.CompletedTask;
    }
}
