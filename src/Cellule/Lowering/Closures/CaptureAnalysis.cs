using System.Collections.Immutable;
using Cellule.Lowering.Ir;
using Cellule.Symbols;

namespace Cellule.Lowering.Closures;

/// <summary>A function of the tree under conversion and what it takes from around it.</summary>
internal sealed class FunctionInfo(IrFunction function, FunctionInfo? parent, ScopeInfo? definedIn)
{
    public IrFunction Function { get; } = function;

    /// <summary>Null for the root.</summary>
    public FunctionInfo? Parent { get; } = parent;

    public ScopeInfo? DefinedIn { get; } = definedIn;

    /// <summary>Variables of enclosing functions that it, or a function within it or called by it, uses.</summary>
    public HashSet<IrVariable> Free { get; } = new(ReferenceEqualityComparer.Instance);

    public bool UsesThis { get; set; }

    public HashSet<FunctionInfo> Calls { get; } = [];

    /// <summary>The scope whose frame it becomes a method of; null when it captures no variable.</summary>
    public ScopeInfo? Host { get; set; }

    public FrameMethodSymbol? Method { get; set; }

    /// <summary>Type parameters that are in scope inside it, without those of the declared type around all.</summary>
    public ImmutableArray<TypeParameterSymbol> TypeParameters { get; } =
        parent is null ? function.TypeParameters : parent.TypeParameters.AddRange(function.TypeParameters);
}

/// <summary>A block or a function's parameters: variables that come into being together.</summary>
internal sealed class ScopeInfo(FunctionInfo owner, ScopeInfo? parent)
{
    public FunctionInfo Owner { get; } = owner;

    public ScopeInfo? Parent { get; } = parent;

    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    public List<IrVariable> Captured { get; } = [];

    public FrameTypeSymbol? Frame { get; set; }

    public IrVariable? FrameVariable { get; set; }

    /// <summary>The frame of the next enclosing scope that has one and is reachable from here.</summary>
    public FrameFieldSymbol? ParentField { get; set; }

    public FrameFieldSymbol? ThisField { get; set; }

    public Dictionary<IrVariable, FrameFieldSymbol> Fields { get; } = new(ReferenceEqualityComparer.Instance);
}

/// <summary>Finds out which variables outlive their function's frame because a nested function uses them.</summary>
internal sealed class CaptureAnalysis : IrRewriter
{
    private readonly Dictionary<IrVariable, ScopeInfo> _scopeOf = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<MethodSymbol, FunctionInfo> _localFunctions = new(ReferenceEqualityComparer.Instance);
    private readonly List<(FunctionInfo Function, MethodSymbol Called)> _calls = [];
    private readonly List<(FunctionInfo Function, IrVariable Variable)> _uses = [];
    private readonly List<IrVariable> _inTrees = [];
    private FunctionInfo _function;
    private ScopeInfo _scope;

    private CaptureAnalysis(IrFunction root)
    {
        Root = _function = new FunctionInfo(root, null, null);
        _scope = new ScopeInfo(_function, null);
        RootScope = _scope;
        Functions.Add(root, _function);
        Enter(root, _scope);
    }

    public FunctionInfo Root { get; }

    public ScopeInfo RootScope { get; }

    public Dictionary<IrFunction, FunctionInfo> Functions { get; } = new(ReferenceEqualityComparer.Instance);

    public Dictionary<IrFunction, ScopeInfo> ParameterScopes { get; } = new(ReferenceEqualityComparer.Instance);

    public Dictionary<IrBlock, ScopeInfo> Blocks { get; } = new(ReferenceEqualityComparer.Instance);

    public ScopeInfo? ScopeOf(IrVariable variable) => _scopeOf.GetValueOrDefault(variable);

    public FunctionInfo LocalFunction(MethodSymbol definition) => _localFunctions[definition];

    public bool IsLocalFunction(MethodSymbol definition) => _localFunctions.ContainsKey(definition);

    /// <summary>There is nothing to convert: no nested function and no variable that an expression tree reads.</summary>
    public bool IsTrivial => Functions.Count == 1 && _inTrees.Count == 0;

    /// <summary>The receiver must be kept in the root's frame.</summary>
    public bool CapturesThis { get; private set; }

    public static CaptureAnalysis Of(IrFunction root)
    {
        var analysis = new CaptureAnalysis(root);
        analysis.Rewrite(root.Body);
        if (!analysis.IsTrivial)
            analysis.Resolve();
        return analysis;
    }

    private void Enter(IrFunction function, ScopeInfo scope)
    {
        ParameterScopes[function] = scope;
        foreach (var parameter in function.Parameters)
            _scopeOf[parameter] = scope;
    }

    protected override IrStatement RewriteBlock(IrBlock node)
    {
        if (node.Variables.IsEmpty)
            return base.RewriteBlock(node);
        var outer = _scope;
        _scope = new ScopeInfo(_function, outer);
        Blocks[node] = _scope;
        foreach (var variable in node.Variables)
            _scopeOf[variable] = _scope;
        base.RewriteBlock(node);
        _scope = outer;
        return node;
    }

    protected override IrExpression RewriteLocal(IrLocal node)
    {
        if (!_scopeOf.ContainsKey(node.Variable))
            _scopeOf[node.Variable] = ParameterScopes[_function.Function];
        _uses.Add((_function, node.Variable));
        return node;
    }

    protected override IrExpression RewriteCapturedVariable(IrCapturedVariable node)
    {
        RewriteLocal(node.Variable);
        _inTrees.Add(node.Variable.Variable);
        return node;
    }

    public override IrExpression Rewrite(IrExpression node)
    {
        if (node is IrThis)
            _function.UsesThis = true;
        return base.Rewrite(node);
    }

    protected override IrExpression RewriteCall(IrCall node)
    {
        Note(node.Method);
        return base.RewriteCall(node);
    }

    protected override IrExpression RewriteNewDelegate(IrNewDelegate node)
    {
        Note(node.Method);
        return base.RewriteNewDelegate(node);
    }

    private void Note(MethodSymbol method)
    {
        if (method.MethodKind == MethodKind.LocalFunction)
            _calls.Add((_function, method.OriginalDefinition));
    }

    protected override void Meet(IrFunction function)
    {
        var (outerFunction, outerScope) = (_function, _scope);
        _function = new FunctionInfo(function, outerFunction, outerScope);
        Functions.Add(function, _function);
        if (function.Symbol is { MethodKind: MethodKind.LocalFunction } symbol)
            _localFunctions[symbol] = _function;
        _scope = new ScopeInfo(_function, outerScope);
        Enter(function, _scope);
        Rewrite(function.Body);
        (_function, _scope) = (outerFunction, outerScope);
    }

    private void Resolve()
    {
        foreach (var (function, variable) in _uses)
            Use(function, variable);
        foreach (var (function, called) in _calls)
            function.Calls.Add(_localFunctions[called]);
        foreach (var function in Functions.Values)
        {
            if (function.UsesThis)
                UseThis(function);
        }

        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var function in Functions.Values)
            {
                foreach (var called in function.Calls)
                {
                    foreach (var variable in called.Free)
                        changed |= Use(function, variable);
                    if (called.UsesThis && !function.UsesThis)
                    {
                        UseThis(function);
                        changed = true;
                    }
                }
            }
        }

        CapturesThis = Functions.Values.Any(f => f is { Parent: not null, UsesThis: true, Free.Count: > 0 });
        foreach (var variable in Functions.Values.SelectMany(f => f.Free).Concat(_inTrees))
        {
            var scope = _scopeOf[variable];
            if (!scope.Captured.Contains(variable))
                scope.Captured.Add(variable);
        }
    }

    /// <summary>Marks a use and, for the functions between it and the variable's owner, that they pass it on.</summary>
    private bool Use(FunctionInfo function, IrVariable variable)
    {
        var owner = _scopeOf[variable].Owner;
        var changed = false;
        for (var f = function; f != owner && f is not null; f = f.Parent)
            changed |= f.Free.Add(variable);
        return changed;
    }

    private static void UseThis(FunctionInfo function)
    {
        for (var f = function; f is not null; f = f.Parent)
            f.UsesThis = true;
    }
}
