using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Cellule.Jupyter.Messages;

/// <summary>
/// <c>history_request</c> for a <c>range</c>, the <c>tail</c>, or a <c>search</c> by <paramref name="Pattern"/> (a glob with
/// <c>*</c> and <c>?</c>). <paramref name="Output"/>: each entry comes with its output.
/// </summary>
internal sealed record HistoryRequest(
    bool Output = false,
    bool Raw = true,
    string HistAccessType = "tail",
    int? Session = null,
    int? Start = null,
    int? Stop = null,
    int? N = null,
    string? Pattern = null,
    bool Unique = false);

/// <summary>Entries <c>[session, line, input]</c>, or <c>[session, line, [input, output]]</c>.</summary>
internal sealed record HistoryReply(JsonArray History) : IMessageContent<HistoryReply>
{
    public static string MessageType => "history_reply";

    public static JsonTypeInfo<HistoryReply> Json => MessageJson.Wire.HistoryReply;

    public string Status { get; } = "ok";
}
