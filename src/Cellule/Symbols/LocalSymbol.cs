namespace Cellule.Symbols;

/// <summary>
/// A local variable, declared by the node that lists it in its <c>Locals</c>: each entry of that scope makes a fresh one,
/// which matters to closures. Reference identity is the variable's identity.
/// </summary>
internal sealed class LocalSymbol(string name, TypeSymbol type) : Symbol
{
    public override string Name { get; } = name;

    /// <summary>Known once its declaration is bound.</summary>
    public TypeSymbol Type { get; set; } = type;

    /// <summary>A ref local: its initializer is an lvalue.</summary>
    public RefKind RefKind { get; init; }

    /// <summary>A constant: its uses are literals, it needs no slot.</summary>
    public bool IsConst { get; init; }

    public object? ConstantValue { get; set; }

    /// <summary>Foreach and using variables, which a cell can't assign.</summary>
    public bool IsReadOnly { get; set; }

    /// <summary>Made by the binder, without a name in the source.</summary>
    public bool IsSynthesized { get; init; }
}

/// <summary>A place that gotos, breaks and continues jump to.</summary>
internal sealed class LabelSymbol(string name) : Symbol
{
    public override string Name { get; } = name;
}

/// <summary>A range variable of a query: stands for an expression over the lambda parameter that carries it.</summary>
internal sealed class RangeVariableSymbol(string name) : Symbol
{
    public override string Name { get; } = name;
}
