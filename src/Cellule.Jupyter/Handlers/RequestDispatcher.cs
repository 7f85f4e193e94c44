using System.Text.Json;
using Cellule.Jupyter.Messages;

namespace Cellule.Jupyter.Handlers;

/// <summary>Hands a request to its handler between <c>busy</c> and <c>idle</c>. Nothing that a request holds gets out as an exception.</summary>
internal sealed class RequestDispatcher(IEnumerable<IRequestHandler> handlers, Action<string> log)
{
    private readonly Dictionary<string, IRequestHandler> _handlers = handlers.ToDictionary(handler => handler.RequestType, StringComparer.Ordinal);

    public async Task DispatchAsync(RequestContext request)
    {
        request.Publish(new KernelStatus("busy"));
        try
        {
            if (_handlers.TryGetValue(request.Message.Type, out var handler))
            {
                await handler.HandleAsync(request).ConfigureAwait(false);
            }
            else
            {
                Refuse(request, "NotSupported", $"'{request.Message.Type}' is not served by this kernel");
            }
        }
        catch (JsonException failure)
        {
            Refuse(request, "BadRequest", $"the content of {request.Message.Type} is not what the protocol says: {failure.Message}");
        }
        catch (Exception failure)
        {
            Refuse(request, failure.GetType().Name, failure.Message);
        }
        finally
        {
            request.Publish(new KernelStatus("idle"));
        }
    }

    private void Refuse(RequestContext request, string name, string value)
    {
        log($"{request.Message.Type}: {name}: {value}");
        request.Sender.ReplyError(request.Channel, request.Message, new ErrorReply(name, value, [$"{name}: {value}"]));
    }
}
