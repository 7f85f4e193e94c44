using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Cellule.Jupyter.Messages;

/// <summary><c>complete_request</c>; the cursor counts Unicode code points.</summary>
internal sealed record CompleteRequest(string Code, int? CursorPos = null);

internal sealed record CompleteReply(IReadOnlyList<string> Matches, int CursorStart, int CursorEnd, JsonObject Metadata)
    : IMessageContent<CompleteReply>
{
    public static string MessageType => "complete_reply";

    public static JsonTypeInfo<CompleteReply> Json => MessageJson.Wire.CompleteReply;

    public string Status { get; } = "ok";
}

internal sealed record IsCompleteRequest(string Code);

/// <summary><c>complete</c>, <c>incomplete</c> (with the next line's indent), <c>invalid</c> or <c>unknown</c>.</summary>
internal sealed record IsCompleteReply(string Status, string? Indent = null) : IMessageContent<IsCompleteReply>
{
    public static string MessageType => "is_complete_reply";

    public static JsonTypeInfo<IsCompleteReply> Json => MessageJson.Wire.IsCompleteReply;
}
