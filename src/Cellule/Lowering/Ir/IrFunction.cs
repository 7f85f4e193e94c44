using System.Collections.Immutable;
using Cellule.Symbols;

namespace Cellule.Lowering.Ir;

/// <summary>A local variable or parameter of one function. Reference identity is its identity.</summary>
internal sealed class IrVariable(string name, TypeSymbol type, bool isByRef = false)
{
    public string Name { get; } = name;

    public TypeSymbol Type { get; } = type;

    /// <summary>Holds a managed pointer to a <see cref="Type"/>: a ref local, a by-ref parameter.</summary>
    public bool IsByRef { get; } = isByRef;

    /// <summary>Position among the parameters, the receiver not counted; -1 for locals.</summary>
    public int ParameterIndex { get; init; } = -1;

    public bool IsParameter => ParameterIndex >= 0;
}

/// <summary>A body to emit: of a method, accessor, constructor, local function or lambda, or a cell's statements.</summary>
internal sealed class IrFunction(string name, ImmutableArray<IrVariable> parameters, TypeSymbol returnType, IrBlock body)
{
    public string Name { get; } = name;

    public ImmutableArray<IrVariable> Parameters { get; } = parameters;

    public TypeSymbol ReturnType { get; } = returnType;

    public IrBlock Body { get; } = body;

    /// <summary>The declared method, null for a lambda and a cell's statements. Of a local function its definition.</summary>
    public MethodSymbol? Symbol { get; init; }

    /// <summary>The type whose instance <see cref="IrThis"/> is; null in static functions.</summary>
    public TypeSymbol? ThisType { get; init; }

    public bool ReturnsByRef { get; init; }

    public bool IsAsync { get; init; }

    public bool IsIterator { get; init; }

    /// <summary>Its own type parameters, without those of enclosing functions and types.</summary>
    public ImmutableArray<TypeParameterSymbol> TypeParameters { get; init; } = [];

    public IrFunction With(IrBlock body) => new(Name, Parameters, ReturnType, body)
    {
        Symbol = Symbol,
        ThisType = ThisType,
        ReturnsByRef = ReturnsByRef,
        IsAsync = IsAsync,
        IsIterator = IsIterator,
        TypeParameters = TypeParameters,
    };
}
