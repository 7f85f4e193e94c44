using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Cellule.Jupyter.Messages;

internal sealed record HistoryRequest
{
    /// <summary>Whether each entry comes with its output.</summary>
    public bool Output { get; init; }

    public bool Raw { get; init; } = true;

    /// <summary><c>range</c>, <c>tail</c> or <c>search</c>.</summary>
    public string HistAccessType { get; init; } = "tail";

    public int? Session { get; init; }

    public int? Start { get; init; }

    public int? Stop { get; init; }

    public int? N { get; init; }

    /// <summary>For <c>search</c>: a glob with <c>*</c> and <c>?</c>.</summary>
    public string? Pattern { get; init; }

    public bool Unique { get; init; }
}

/// <summary>Entries <c>[session, line, input]</c>, or <c>[session, line, [input, output]]</c>.</summary>
internal sealed record HistoryReply(JsonArray History) : IMessageContent<HistoryReply>
{
    public static string MessageType => "history_reply";

    public static JsonTypeInfo<HistoryReply> Json => MessageJson.Wire.HistoryReply;

    public string Status { get; } = "ok";
}
