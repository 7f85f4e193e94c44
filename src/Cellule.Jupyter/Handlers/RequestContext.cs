using System.Text.Json.Serialization.Metadata;
using Cellule.Jupyter.Kernel;
using Cellule.Jupyter.Messages;
using Cellule.Jupyter.Wire;

namespace Cellule.Jupyter.Handlers;

/// <summary>A request, where its answer goes, and its <paramref name="Number"/> in the order of arrival.</summary>
internal sealed record RequestContext(Message Message, KernelChannel Channel, long Number, MessageSender Sender)
{
    public T Read<T>(JsonTypeInfo<T> json) => Message.Read(json);

    public void Reply<T>(T content)
        where T : IMessageContent<T> => Sender.Reply(Channel, Message, content);

    public void Publish<T>(T content)
        where T : IMessageContent<T> => Sender.Publish(Message, content);
}
