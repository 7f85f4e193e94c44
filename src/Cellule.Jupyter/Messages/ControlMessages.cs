using System.Text.Json.Serialization.Metadata;

namespace Cellule.Jupyter.Messages;

internal sealed record InterruptReply : IMessageContent<InterruptReply>
{
    public static string MessageType => "interrupt_reply";

    public static JsonTypeInfo<InterruptReply> Json => MessageJson.Wire.InterruptReply;

    public string Status { get; } = "ok";
}

internal sealed record ShutdownRequest(bool Restart = false);

internal sealed record ShutdownReply(bool Restart) : IMessageContent<ShutdownReply>
{
    public static string MessageType => "shutdown_reply";

    public static JsonTypeInfo<ShutdownReply> Json => MessageJson.Wire.ShutdownReply;

    public string Status { get; } = "ok";
}
