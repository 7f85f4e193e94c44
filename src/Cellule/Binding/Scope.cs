using Cellule.Symbols;

namespace Cellule.Binding;

/// <summary>
/// A region of source with the names it declares. Its <see cref="Locals"/> go into the node that opens it. A cell's own scope declares
/// session variables instead of locals.
/// </summary>
internal sealed class Scope(Scope? parent, BodyContext body)
{
    private Dictionary<string, Symbol>? _names;
    private Dictionary<string, List<MethodSymbol>>? _functions;

    public Scope? Parent { get; } = parent;

    public BodyContext Body { get; } = body;

    public List<LocalSymbol> Locals { get; } = [];

    /// <summary>The scope of a type's members; names are then looked up among them too.</summary>
    public NamedTypeSymbol? Type { get; init; }

    /// <summary>Within a type: no instance is at hand.</summary>
    public bool IsStatic { get; init; }

    /// <summary>The cell's own scope.</summary>
    public bool IsCell { get; init; }

    public LabelSymbol? Break { get; init; }

    public LabelSymbol? Continue { get; init; }

    /// <summary>Targets of goto case, when this is a switch statement's scope.</summary>
    public Func<object?, bool, LabelSymbol?>? SwitchLabels { get; set; }

    /// <summary>Names of statements that goto reaches.</summary>
    public Dictionary<string, LabelSymbol> Labels => field ??= new(StringComparer.Ordinal);

    /// <summary>Where what is declared here comes into being: a switch section's statements declare in the switch's own scope.</summary>
    public Scope Declaring { get => field ?? this; set; }

    /// <summary>Names that inner scopes, closed by now, have declared, with the place of the first.</summary>
    public Dictionary<string, Text.TextSpan>? InnerNames { get; private set; }

    /// <summary>Names that statements further down declare.</summary>
    public HashSet<string>? LaterNames { get; set; }

    public Dictionary<string, Text.TextSpan> DeclaredAt { get; } = new(StringComparer.Ordinal);

    /// <summary>Leaves the names of this scope with the one around it, when it is of the same function.</summary>
    public void Close()
    {
        if (Parent is not { IsCell: false, Type: null } outer || !ReferenceEquals(outer.Body, Body))
            return;
        outer.AddInnerNames(DeclaredAt);
        if (InnerNames is not null)
            outer.AddInnerNames(InnerNames);
    }

    private void AddInnerNames(Dictionary<string, Text.TextSpan> names)
    {
        foreach (var (name, span) in names)
            (InnerNames ??= new(StringComparer.Ordinal)).TryAdd(name, span);
    }

    public bool TryDeclare(Symbol symbol)
    {
        _names ??= new(StringComparer.Ordinal);
        return _names.TryAdd(symbol.Name, symbol);
    }

    public void Declare(string name, Symbol symbol) => (_names ??= new(StringComparer.Ordinal))[name] = symbol;

    public void DeclareFunction(MethodSymbol method)
    {
        _functions ??= new(StringComparer.Ordinal);
        if (!_functions.TryGetValue(method.Name, out var same))
            _functions.Add(method.Name, same = []);
        same.Add(method);
    }

    public Symbol? Find(string name) => _names is not null && _names.TryGetValue(name, out var symbol) ? symbol : null;

    public IReadOnlyList<MethodSymbol>? FindFunctions(string name) => _functions is not null && _functions.TryGetValue(name, out var found) ? found : null;

    public IEnumerable<Symbol> Declared => (_names?.Values ?? Enumerable.Empty<Symbol>()).Concat(_functions?.Values.SelectMany(f => f) ?? []);
}

/// <summary>The function whose body is being bound: what return, yield and await mean in it.</summary>
internal sealed class BodyContext
{
    public BodyContext? Parent { get; init; }

    public SourceMethodSymbol? Method { get; init; }

    /// <summary>What return converts to; null while a lambda's return type is being inferred.</summary>
    public TypeSymbol? ReturnType { get; set; }

    public bool IsAsync { get; init; }

    public bool IsLambda { get; init; }

    /// <summary>Declared <c>static</c>: nothing from around it may be used.</summary>
    public bool IsStaticFunction { get; init; }

    /// <summary>The cell's own statements: await is allowed, return is not a value.</summary>
    public bool IsCell { get; init; }

    /// <summary>Element type of what an iterator yields; null when the method can't be one.</summary>
    public TypeSymbol? YieldType { get; set; }

    public bool HasYield { get; set; }

    public bool HasAwait { get; set; }

    public RefKind ReturnRefKind { get; init; }

    /// <summary>Collects return expressions while the return type is being inferred.</summary>
    public List<BoundExpression>? Returns { get; init; }

    /// <summary>Where the first return of a value stands.</summary>
    public Text.TextSpan? FirstReturn { get; set; }

    /// <summary>A return without value was seen.</summary>
    public bool ReturnsNothing { get; set; }
}
