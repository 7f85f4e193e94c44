using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Cellule.Jupyter.Messages;

namespace Cellule.Jupyter.Wire;

/// <summary>
/// Frames to messages and back: <c>identities… &lt;IDS|MSG&gt; signature header parent metadata content buffers…</c>.
/// A frame list that is not a message with the right signature yields a reason, never an exception.
/// </summary>
internal sealed class MessageCodec(byte[] key, string session, TimeProvider clock)
{
    private const int PartsAfterDelimiter = 5;
    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();
    private static readonly byte[] EmptyObject = "{}"u8.ToArray();

    private readonly ReplayGuard _replays = new();

    /// <summary>Reads a message; called from one thread. Null, with a reason, when it must be dropped.</summary>
    public Message? Read(IReadOnlyList<byte[]> frames, out string? dropped)
    {
        var delimiter = IndexOfDelimiter(frames);
        if (delimiter < 0)
        {
            dropped = "it has no delimiter";
            return null;
        }

        if (frames.Count < delimiter + 1 + PartsAfterDelimiter)
        {
            dropped = "it is cut short";
            return null;
        }

        if (!IsSigned(frames, delimiter + 1))
        {
            dropped = frames[delimiter + 1].Length == 0 ? "it is not signed" : "its signature is wrong";
            return null;
        }

        if (key.Length > 0 && !_replays.TryAdd(Encoding.ASCII.GetString(frames[delimiter + 1])))
        {
            dropped = "it was sent before";
            return null;
        }

        var (header, reason) = ReadHeader(frames[delimiter + 2]);
        if (header is null)
        {
            dropped = reason;
            return null;
        }

        dropped = null;
        return new Message(
            [.. frames.Take(delimiter)],
            header,
            frames[delimiter + 2],
            frames[delimiter + 3],
            frames[delimiter + 5],
            [.. frames.Skip(delimiter + 1 + PartsAfterDelimiter)]);
    }

    /// <summary>Writes a message under <paramref name="type"/>; <paramref name="parent"/> null: nothing asked for it.</summary>
    public IReadOnlyList<byte[]> Write<T>(IReadOnlyList<byte[]> identities, string type, Message? parent, T content, JsonTypeInfo<T> json)
    {
        var header = new MessageHeader(
            Guid.NewGuid().ToString("N"),
            session,
            "kernel",
            clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", System.Globalization.CultureInfo.InvariantCulture),
            type,
            MessageHeader.ProtocolVersion);
        byte[][] parts =
        [
            JsonSerializer.SerializeToUtf8Bytes(header, MessageJson.Wire.MessageHeader),
            parent?.HeaderJson ?? EmptyObject,
            EmptyObject,
            JsonSerializer.SerializeToUtf8Bytes(content, json),
        ];
        return [.. identities, Delimiter, Sign(parts), .. parts];
    }

    private static (RequestHeader? Header, string? Reason) ReadHeader(byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, MessageJson.Wire.RequestHeader) is { MsgId: not null, MsgType: not null } header
                ? (header, null)
                : (null, "its header names no message");
        }
        catch (JsonException)
        {
            return (null, "its header is not what the protocol says");
        }
    }

    private static int IndexOfDelimiter(IReadOnlyList<byte[]> frames)
    {
        for (var i = 0; i < frames.Count; i++)
        {
            if (frames[i].AsSpan().SequenceEqual(Delimiter))
            {
                return i;
            }
        }

        return -1;
    }

    // An empty key means that the connection file asks for no signatures.
    private bool IsSigned(IReadOnlyList<byte[]> frames, int signature) =>
        key.Length == 0 || CryptographicOperations.FixedTimeEquals(
            frames[signature],
            Sign([frames[signature + 1], frames[signature + 2], frames[signature + 3], frames[signature + 4]]));

    private byte[] Sign(ReadOnlySpan<byte[]> parts)
    {
        if (key.Length == 0)
        {
            return [];
        }

        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        foreach (var part in parts)
        {
            hmac.AppendData(part);
        }

        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hmac.GetHashAndReset()));
    }
}
