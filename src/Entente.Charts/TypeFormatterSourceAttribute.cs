namespace Entente.Charts;

/// <summary>
/// Names a type's formatters for notebook hosts. .NET Interactive and our own host look for an attribute of this name
/// and these properties, wherever it is declared, so that no reference to either is needed.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>A type with a parameterless constructor and <c>CreateTypeFormatters()</c>.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    public string[] PreferredMimeTypes { get; set; } = [];
}
