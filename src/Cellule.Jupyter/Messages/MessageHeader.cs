namespace Cellule.Jupyter.Messages;

/// <summary>A header as the kernel writes it; <paramref name="Date"/> is ISO 8601 in UTC.</summary>
internal sealed record MessageHeader(string MsgId, string Session, string Username, string Date, string MsgType, string Version)
{
    /// <summary>The protocol version whose messages these are.</summary>
    public const string ProtocolVersion = "5.4";
}

/// <summary>What the kernel needs of a client's header. The rest is not read: it goes back byte for byte as the parent header.</summary>
internal sealed record RequestHeader(string? MsgId = null, string? Session = null, string? MsgType = null);
