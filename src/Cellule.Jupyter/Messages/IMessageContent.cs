using System.Text.Json.Serialization.Metadata;

namespace Cellule.Jupyter.Messages;

/// <summary>The content of a message that the kernel sends: its <c>msg_type</c> and how it is written stand with it.</summary>
internal interface IMessageContent<TSelf>
    where TSelf : IMessageContent<TSelf>
{
    static abstract string MessageType { get; }

    static abstract JsonTypeInfo<TSelf> Json { get; }
}
