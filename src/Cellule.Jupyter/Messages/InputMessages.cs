using System.Text.Json.Serialization.Metadata;

namespace Cellule.Jupyter.Messages;

internal sealed record InputRequest(string Prompt, bool Password) : IMessageContent<InputRequest>
{
    public static string MessageType => "input_request";

    public static JsonTypeInfo<InputRequest> Json => MessageJson.Wire.InputRequest;
}

internal sealed record InputReply(string? Value = null);
