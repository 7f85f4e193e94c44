using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cellule.Jupyter.Messages;

/// <summary>How messages are read and written: generated, because the first reply must not wait for reflection.</summary>
[JsonSerializable(typeof(RequestHeader))]
[JsonSerializable(typeof(MessageHeader))]
[JsonSerializable(typeof(KernelInfoReply))]
[JsonSerializable(typeof(ConnectReply))]
[JsonSerializable(typeof(ExecuteRequest))]
[JsonSerializable(typeof(ExecuteReply))]
[JsonSerializable(typeof(ExecuteErrorReply))]
[JsonSerializable(typeof(ExecuteAbortedReply))]
[JsonSerializable(typeof(ExecuteInput))]
[JsonSerializable(typeof(StreamOutput))]
[JsonSerializable(typeof(DisplayData))]
[JsonSerializable(typeof(UpdateDisplayData))]
[JsonSerializable(typeof(ExecuteResult))]
[JsonSerializable(typeof(ErrorOutput))]
[JsonSerializable(typeof(ClearOutput))]
[JsonSerializable(typeof(KernelStatus))]
[JsonSerializable(typeof(IOPubWelcome))]
[JsonSerializable(typeof(ErrorReply))]
[JsonSerializable(typeof(InputRequest))]
[JsonSerializable(typeof(InputReply))]
[JsonSerializable(typeof(CompleteRequest))]
[JsonSerializable(typeof(CompleteReply))]
[JsonSerializable(typeof(IsCompleteRequest))]
[JsonSerializable(typeof(IsCompleteReply))]
[JsonSerializable(typeof(InspectRequest))]
[JsonSerializable(typeof(InspectReply))]
[JsonSerializable(typeof(HistoryRequest))]
[JsonSerializable(typeof(HistoryReply))]
[JsonSerializable(typeof(CommOpen))]
[JsonSerializable(typeof(CommMsg))]
[JsonSerializable(typeof(CommClose))]
[JsonSerializable(typeof(CommInfoRequest))]
[JsonSerializable(typeof(CommInfoReply))]
[JsonSerializable(typeof(InterruptReply))]
[JsonSerializable(typeof(ShutdownRequest))]
[JsonSerializable(typeof(ShutdownReply))]
internal sealed partial class MessageJson : JsonSerializerContext
{
    /// <summary>The protocol's names are snake_case; text travels as UTF-8, not as escapes.</summary>
    public static MessageJson Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
