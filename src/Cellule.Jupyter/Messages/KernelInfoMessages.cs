using System.Text.Json.Serialization.Metadata;

namespace Cellule.Jupyter.Messages;

internal sealed record KernelInfoReply(
    string ProtocolVersion,
    string Implementation,
    string ImplementationVersion,
    LanguageInfo LanguageInfo,
    string Banner,
    IReadOnlyList<HelpLink> HelpLinks) : IMessageContent<KernelInfoReply>
{
    public static string MessageType => "kernel_info_reply";

    public static JsonTypeInfo<KernelInfoReply> Json => MessageJson.Wire.KernelInfoReply;

    public string Status { get; } = "ok";

    /// <summary>No debugger: <c>debug_request</c> is not served.</summary>
    public bool Debugger { get; }

    /// <summary>The optional features of protocol 5.5; none is served.</summary>
    public IReadOnlyList<string> SupportedFeatures { get; } = [];
}

internal sealed record LanguageInfo(string Name, string Version, string Mimetype, string FileExtension, string PygmentsLexer, string CodemirrorMode);

internal sealed record HelpLink(string Text, string Url);

/// <summary>The deprecated <c>connect_request</c>'s answer; old clients still ask.</summary>
internal sealed record ConnectReply(int ShellPort, int IopubPort, int StdinPort, int ControlPort, int HbPort) : IMessageContent<ConnectReply>
{
    public static string MessageType => "connect_reply";

    public static JsonTypeInfo<ConnectReply> Json => MessageJson.Wire.ConnectReply;

    public string Status { get; } = "ok";
}
