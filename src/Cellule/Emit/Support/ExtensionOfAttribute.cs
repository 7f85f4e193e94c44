namespace Cellule.Emit.Support;

/// <summary>On a static method of a cell: it is a static member that an extension block adds to a type, for later cells to find.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ExtensionOfAttribute(Type receiver) : Attribute
{
    public Type Receiver { get; } = receiver;
}
