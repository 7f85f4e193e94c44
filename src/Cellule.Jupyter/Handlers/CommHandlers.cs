using System.Text.Json.Nodes;
using Cellule.Jupyter.Kernel;
using Cellule.Jupyter.Messages;

namespace Cellule.Jupyter.Handlers;

internal sealed class CommOpenHandler(CommTargets comms) : IRequestHandler
{
    public string RequestType => CommOpen.MessageType;

    public Task HandleAsync(RequestContext request)
    {
        var open = request.Read(MessageJson.Wire.CommOpen);
        if (!comms.TryOpen(open))
        {
            request.Publish(new CommClose(open.CommId, []));
        }

        return Task.CompletedTask;
    }
}

internal sealed class CommMessageHandler(CommTargets comms) : IRequestHandler
{
    public string RequestType => CommMsg.MessageType;

    public Task HandleAsync(RequestContext request)
    {
        var message = request.Read(MessageJson.Wire.CommMsg);
        if (comms.Answer(message) is { } answer)
        {
            request.Publish(new CommMsg(message.CommId, answer));
        }

        return Task.CompletedTask;
    }
}

internal sealed class CommCloseHandler(CommTargets comms) : IRequestHandler
{
    public string RequestType => CommClose.MessageType;

    public Task HandleAsync(RequestContext request)
    {
        comms.Close(request.Read(MessageJson.Wire.CommClose).CommId);
        return Task.CompletedTask;
    }
}

internal sealed class CommInfoHandler(CommTargets comms) : IRequestHandler
{
    public string RequestType => "comm_info_request";

    public Task HandleAsync(RequestContext request)
    {
        var open = new JsonObject();
        foreach (var (id, target) in comms.Open(request.Read(MessageJson.Wire.CommInfoRequest).TargetName))
        {
            open[id] = new JsonObject { ["target_name"] = target };
        }

        request.Reply(new CommInfoReply(open));
        return Task.CompletedTask;
    }
}
