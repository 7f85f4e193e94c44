using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Cellule.Jupyter.Messages;

/// <summary>
/// A message from a client whose signature was right. <paramref name="HeaderJson"/> is kept as it came, because replies
/// must carry exactly this as their parent; <paramref name="ParentJson"/> names what it answers, for <c>input_reply</c>.
/// </summary>
internal sealed record Message(
    IReadOnlyList<byte[]> Identities,
    RequestHeader Header,
    byte[] HeaderJson,
    byte[] ParentJson,
    byte[] ContentJson,
    IReadOnlyList<byte[]> Buffers)
{
    public string Type => Header.MsgType!;

    /// <summary>The content as one message family has it.</summary>
    /// <exception cref="JsonException">A field has the wrong type, or one that must be there is missing.</exception>
    public T Read<T>(JsonTypeInfo<T> json) =>
        JsonSerializer.Deserialize(ContentJson, json) ?? throw new JsonException($"the content of {Type} is null");
}
