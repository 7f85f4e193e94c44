using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Cellule.Jupyter.Messages;

/// <summary>Text of <c>stdout</c> or <c>stderr</c>.</summary>
internal sealed record StreamOutput(string Name, string Text) : IMessageContent<StreamOutput>
{
    public static string MessageType => "stream";

    public static JsonTypeInfo<StreamOutput> Json => MessageJson.Wire.StreamOutput;
}

internal sealed record DisplayData(JsonObject Data, JsonObject Metadata, JsonObject Transient) : IMessageContent<DisplayData>
{
    public static string MessageType => "display_data";

    public static JsonTypeInfo<DisplayData> Json => MessageJson.Wire.DisplayData;
}

internal sealed record UpdateDisplayData(JsonObject Data, JsonObject Metadata, JsonObject Transient) : IMessageContent<UpdateDisplayData>
{
    public static string MessageType => "update_display_data";

    public static JsonTypeInfo<UpdateDisplayData> Json => MessageJson.Wire.UpdateDisplayData;
}

internal sealed record ExecuteResult(int ExecutionCount, JsonObject Data, JsonObject Metadata) : IMessageContent<ExecuteResult>
{
    public static string MessageType => "execute_result";

    public static JsonTypeInfo<ExecuteResult> Json => MessageJson.Wire.ExecuteResult;
}

internal sealed record ErrorOutput(string Ename, string Evalue, IReadOnlyList<string> Traceback) : IMessageContent<ErrorOutput>
{
    public static string MessageType => "error";

    public static JsonTypeInfo<ErrorOutput> Json => MessageJson.Wire.ErrorOutput;
}

internal sealed record ClearOutput(bool Wait) : IMessageContent<ClearOutput>
{
    public static string MessageType => "clear_output";

    public static JsonTypeInfo<ClearOutput> Json => MessageJson.Wire.ClearOutput;
}
