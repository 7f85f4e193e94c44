using System.Text.Json.Serialization.Metadata;

namespace Cellule.Jupyter.Messages;

/// <summary><c>starting</c>, <c>busy</c> or <c>idle</c>.</summary>
internal sealed record KernelStatus(string ExecutionState) : IMessageContent<KernelStatus>
{
    public static string MessageType => "status";

    public static JsonTypeInfo<KernelStatus> Json => MessageJson.Wire.KernelStatus;
}

/// <summary>Tells a client that its subscription is in place, so that it misses nothing from here on.</summary>
internal sealed record IOPubWelcome(string Subscription) : IMessageContent<IOPubWelcome>
{
    public static string MessageType => "iopub_welcome";

    public static JsonTypeInfo<IOPubWelcome> Json => MessageJson.Wire.IOPubWelcome;
}

/// <summary>Any request's answer when it could not be served.</summary>
internal sealed record ErrorReply(string Ename, string Evalue, IReadOnlyList<string> Traceback)
{
    public string Status { get; } = "error";
}
