using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Cellule.Jupyter.Messages;

/// <summary><c>inspect_request</c>; the cursor counts Unicode code points.</summary>
internal sealed record InspectRequest(string Code, int? CursorPos = null, int DetailLevel = 0);

internal sealed record InspectReply(bool Found, JsonObject Data, JsonObject Metadata) : IMessageContent<InspectReply>
{
    public static string MessageType => "inspect_reply";

    public static JsonTypeInfo<InspectReply> Json => MessageJson.Wire.InspectReply;

    public string Status { get; } = "ok";
}
