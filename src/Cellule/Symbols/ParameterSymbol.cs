namespace Cellule.Symbols;

/// <summary>A parameter. <see cref="Type"/> is what the body sees; <see cref="RefKind"/> says how it is passed.</summary>
internal class ParameterSymbol(string name, TypeSymbol type, int ordinal, RefKind refKind = RefKind.None) : Symbol
{
    public override string Name { get; } = name;

    public virtual TypeSymbol Type { get; } = type;

    public int Ordinal { get; } = ordinal;

    public RefKind RefKind { get; } = refKind;

    /// <summary>Declared <c>params</c>: an array, a span or another collection.</summary>
    public virtual bool IsParams { get; init; }

    /// <summary>An argument may be left out.</summary>
    public virtual bool IsOptional { get; init; }

    /// <summary>What an omitted argument is; null also stands for <c>default</c> of a struct.</summary>
    public virtual object? DefaultValue { get; init; }

    public virtual CallerInfoKind CallerInfo { get; init; }

    /// <summary>For <see cref="CallerInfoKind.ArgumentExpression"/>: the parameter whose source text is wanted.</summary>
    public virtual string? CallerArgument { get; init; }

    /// <summary>The first parameter of an extension method.</summary>
    public bool IsThis { get; init; }

    /// <summary>Names of the parameters that an interpolated string handler wants; null when the attribute is absent.</summary>
    public virtual string[]? HandlerArguments => null;

    /// <summary>The parameter of the definition that this is a substituted view of.</summary>
    public virtual ParameterSymbol OriginalDefinition => this;
}
