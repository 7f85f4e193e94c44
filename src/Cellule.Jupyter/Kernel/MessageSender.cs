using System.Text;
using Cellule.Jupyter.Messages;
using Cellule.Jupyter.Wire;

namespace Cellule.Jupyter.Kernel;

/// <summary>Writes messages and hands them to the transport; each says what it answers.</summary>
internal sealed class MessageSender(IKernelTransport transport, MessageCodec codec, string session)
{
    /// <summary>Broadcasts to every subscriber, under the topic that old clients filter by.</summary>
    public void Publish<T>(Message? parent, T content)
        where T : IMessageContent<T> =>
        transport.Send(
            KernelChannel.IOPub,
            codec.Write([Encoding.UTF8.GetBytes($"kernel.{session}.{T.MessageType}")], T.MessageType, parent, content, T.Json),
            canBeLeftOut: T.MessageType is "stream" or "display_data" or "update_display_data");

    /// <summary>Answers the client that sent <paramref name="request"/>, on the channel it came by.</summary>
    public void Reply<T>(KernelChannel channel, Message request, T content)
        where T : IMessageContent<T> =>
        transport.Send(channel, codec.Write(request.Identities, T.MessageType, request, content, T.Json), canBeLeftOut: false);

    /// <summary>Answers that a request could not be served.</summary>
    public void ReplyError(KernelChannel channel, Message request, ErrorReply error)
    {
        const string Request = "_request";
        if (request.Type.EndsWith(Request, StringComparison.Ordinal))
        {
            var type = string.Concat(request.Type.AsSpan(0, request.Type.Length - Request.Length), "_reply");
            transport.Send(channel, codec.Write(request.Identities, type, request, error, MessageJson.Wire.ErrorReply), canBeLeftOut: false);
        }
    }

    /// <summary>Greets a new subscriber; the topic is the one that it asked for.</summary>
    public void Welcome(byte[] topic) =>
        transport.Send(
            KernelChannel.IOPub,
            codec.Write(
                [topic], IOPubWelcome.MessageType, parent: null, new IOPubWelcome(Encoding.UTF8.GetString(topic)), IOPubWelcome.Json),
            canBeLeftOut: false);
}
