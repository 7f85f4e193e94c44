using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Cellule.Jupyter.Messages;

/// <summary><c>execute_request</c>. <paramref name="Silent"/>: nothing is broadcast, nothing counted, nothing remembered.</summary>
internal sealed record ExecuteRequest(
    string Code,
    bool Silent = false,
    bool StoreHistory = true,
    Dictionary<string, string>? UserExpressions = null,
    bool AllowStdin = true,
    bool StopOnError = true);

/// <summary><c>execute_reply</c> of a cell that ended well.</summary>
internal sealed record ExecuteReply(int ExecutionCount, JsonObject UserExpressions, JsonArray Payload) : IMessageContent<ExecuteReply>
{
    public static string MessageType => "execute_reply";

    public static JsonTypeInfo<ExecuteReply> Json => MessageJson.Wire.ExecuteReply;

    public string Status { get; } = "ok";
}

/// <summary><c>execute_reply</c> of a cell that failed.</summary>
internal sealed record ExecuteErrorReply(int ExecutionCount, string Ename, string Evalue, IReadOnlyList<string> Traceback)
    : IMessageContent<ExecuteErrorReply>
{
    public static string MessageType => "execute_reply";

    public static JsonTypeInfo<ExecuteErrorReply> Json => MessageJson.Wire.ExecuteErrorReply;

    public string Status { get; } = "error";

    public JsonObject UserExpressions { get; } = [];

    public JsonArray Payload { get; } = [];
}

/// <summary><c>execute_reply</c> of a cell that was queued behind one that failed.</summary>
internal sealed record ExecuteAbortedReply(int ExecutionCount) : IMessageContent<ExecuteAbortedReply>
{
    public static string MessageType => "execute_reply";

    public static JsonTypeInfo<ExecuteAbortedReply> Json => MessageJson.Wire.ExecuteAbortedReply;

    public string Status { get; } = "aborted";
}

internal sealed record ExecuteInput(string Code, int ExecutionCount) : IMessageContent<ExecuteInput>
{
    public static string MessageType => "execute_input";

    public static JsonTypeInfo<ExecuteInput> Json => MessageJson.Wire.ExecuteInput;
}
