using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Cellule.Jupyter.Messages;

internal sealed record CommOpen(string CommId, string TargetName, JsonObject? Data = null) : IMessageContent<CommOpen>
{
    public static string MessageType => "comm_open";

    public static JsonTypeInfo<CommOpen> Json => MessageJson.Wire.CommOpen;
}

internal sealed record CommMsg(string CommId, JsonObject? Data = null) : IMessageContent<CommMsg>
{
    public static string MessageType => "comm_msg";

    public static JsonTypeInfo<CommMsg> Json => MessageJson.Wire.CommMsg;
}

internal sealed record CommClose(string CommId, JsonObject? Data = null) : IMessageContent<CommClose>
{
    public static string MessageType => "comm_close";

    public static JsonTypeInfo<CommClose> Json => MessageJson.Wire.CommClose;
}

internal sealed record CommInfoRequest(string? TargetName = null);

internal sealed record CommInfoReply(JsonObject Comms) : IMessageContent<CommInfoReply>
{
    public static string MessageType => "comm_info_reply";

    public static JsonTypeInfo<CommInfoReply> Json => MessageJson.Wire.CommInfoReply;

    public string Status { get; } = "ok";
}
