using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Reflection;
using Cellule.Lowering.Ir;
using Cellule.Symbols;

namespace Cellule.Lowering.Closures;

/// <summary>A function ready for emission (or for the state machine pass) and the method that it is the body of.</summary>
internal sealed record LoweredMethod(MethodSymbol Method, IrFunction Function, ImmutableArray<TypeParameterSymbol> TypeParameters);

/// <summary>
/// Turns nested functions into methods. Variables that they capture move to a frame object, one for each entry of the scope that
/// declares them, linked to the frame of the scope around it; a function becomes a method of the innermost frame it needs, of the
/// declared type when it needs only <c>this</c>, else a static method of the cell's class. A lambda that needs nothing becomes an
/// instance method all the same, since delegates of static ones are slower, and its delegate is made once.
/// </summary>
internal sealed class ClosureConverter : IrRewriter
{
    private readonly CaptureAnalysis _analysis;
    private readonly ImmutableArray<TypeParameterSymbol> _typeParameters;
    private readonly LoweredTypes _types;
    private readonly List<LoweredMethod> _methods = [];
    private readonly List<FrameTypeSymbol> _lambdas = [];
    private FunctionInfo _function;

    private ClosureConverter(CaptureAnalysis analysis, ImmutableArray<TypeParameterSymbol> typeParameters, LoweredTypes types)
    {
        _analysis = analysis;
        _typeParameters = typeParameters;
        _types = types;
        _function = analysis.Root;
    }

    /// <summary>The root first, then the functions that were nested in it.</summary>
    public static IReadOnlyList<LoweredMethod> Convert(MethodSymbol method, IrFunction root, LoweredTypes types)
    {
        var analysis = CaptureAnalysis.Of(root);
        if (analysis.IsTrivial)
            return [new LoweredMethod(method, root, root.TypeParameters)];
        var converter = new ClosureConverter(analysis, root.ThisType?.TypeParameters ?? method.ContainingType?.TypeParameters ?? [], types);
        converter.PlaceFrames();
        converter.PlaceFunctions();
        converter._methods.Insert(0, new LoweredMethod(method, root.With(converter.Body(root)), root.TypeParameters));
        return converter._methods;
    }

    private IEnumerable<ScopeInfo> Scopes => _analysis.ParameterScopes.Values.Concat(_analysis.Blocks.Values);

    private void PlaceFrames()
    {
        foreach (var scope in Scopes)
        {
            var keepsThis = _analysis.CapturesThis && scope == _analysis.RootScope;
            if (scope.Captured.Count == 0 && !keepsThis)
                continue;
            var frame = _types.NewFrame("Closure", BuiltIn.Object, _typeParameters.AddRange(scope.Owner.TypeParameters));
            scope.Frame = frame;
            scope.FrameVariable = new IrVariable("<frame>", frame);
            foreach (var variable in scope.Captured)
                scope.Fields.Add(variable, frame.AddField(variable.Name, variable.Type));
            if (keepsThis)
                scope.ThisField = frame.AddField("<this>", _analysis.Root.Function.ThisType!);
        }
    }

    private void PlaceFunctions()
    {
        foreach (var function in _analysis.Functions.Values.Where(f => f.Parent is not null))
        {
            foreach (var variable in function.Free)
            {
                var scope = _analysis.ScopeOf(variable)!;
                if (function.Host is null || scope.Depth > function.Host.Depth)
                    function.Host = scope;
            }

            // Functions within this one may reach 'this' through frames only: then it must hang on the frame that keeps it, too.
            if (function is { Host: null, UsesThis: true } && _analysis.CapturesThis)
                function.Host = _analysis.RootScope;
        }

        foreach (var scope in Scopes.Where(s => s.Frame is not null))
        {
            if (ParentOf(scope) is { } parent)
                scope.ParentField = scope.Frame!.AddField("<parent>", parent.Frame!);
        }

        var number = 0;
        foreach (var function in _analysis.Functions.Values.Where(f => f.Parent is not null))
        {
            var (containing, own) = function switch
            {
                { Host: { } host } => (host.Frame, function.TypeParameters[host.Owner.TypeParameters.Length..]),
                { UsesThis: true } => (_analysis.Root.Function.ThisType!, function.TypeParameters),
                _ when IsLambda(function) => (FrameOfLambdas(function), []),
                _ => ((TypeSymbol?)null, _typeParameters.AddRange(function.TypeParameters)),
            };
            function.Method = new FrameMethodSymbol(
                $"<{function.Function.Name}>{number++}",
                containing,
                function.Function.Symbol!.Parameters,
                function.Function.ReturnType,
                own,
                isStatic: containing is null)
            {
                ReturnsByRef = function.Function.ReturnsByRef,
            };
        }
    }

    private bool IsLambda(FunctionInfo function) => !_analysis.IsLocalFunction(function.Function.Symbol!);

    /// <summary>The class of the lambdas that capture nothing and see the same type parameters.</summary>
    private FrameTypeSymbol FrameOfLambdas(FunctionInfo function)
    {
        var typeParameters = _typeParameters.AddRange(function.TypeParameters);
        var frame = _lambdas.Find(f => f.TypeParameters.SequenceEqual(typeParameters));
        if (frame is null)
            _lambdas.Add(frame = _types.NewFrame("Lambdas", BuiltIn.Object, typeParameters));
        return frame;
    }

    private static ScopeInfo? ParentOf(ScopeInfo scope)
    {
        for (var outer = scope.Parent; outer is not null && outer.Owner == scope.Owner; outer = outer.Parent)
        {
            if (outer.Frame is not null)
                return outer;
        }

        return scope.Owner.Host;
    }

    /// <summary>The frame of <paramref name="scope"/> as the current function reaches it.</summary>
    private IrExpression FrameOf(ScopeInfo scope)
    {
        if (scope.Owner == _function)
            return new IrLocal(scope.FrameVariable!);
        var at = _function.Host!;
        IrExpression path = new IrThis(at.Frame!);
        while (at != scope)
        {
            path = new IrField(path, at.ParentField!);
            at = ParentOf(at)!;
        }

        return path;
    }

    private IrBlock Body(IrFunction function)
    {
        var body = (IrBlock)Rewrite(function.Body);
        var scope = _analysis.ParameterScopes[function];
        if (scope.Frame is null)
            return body;
        var statements = NewFrame(scope);
        foreach (var (variable, field) in scope.Fields)
        {
            if (variable.IsParameter)
                statements.Add(Make.Set(new IrField(new IrLocal(scope.FrameVariable!), field), new IrLocal(variable)));
        }

        if (scope.ThisField is { } thisField)
            statements.Add(Make.Set(new IrField(new IrLocal(scope.FrameVariable!), thisField), new IrThis(thisField.Type)));
        return new IrBlock([scope.FrameVariable!], [.. statements, body]);
    }

    private List<IrStatement> NewFrame(ScopeInfo scope)
    {
        var frame = scope.Frame!;
        var statements = new List<IrStatement> { Make.Set(scope.FrameVariable!, new IrNew(frame.Constructor, frame, [])) };
        if (scope.ParentField is { } parent)
            statements.Add(Make.Set(new IrField(new IrLocal(scope.FrameVariable!), parent), FrameOf(ParentOf(scope)!)));
        return statements;
    }

    protected override IrStatement RewriteBlock(IrBlock node)
    {
        if (!_analysis.Blocks.TryGetValue(node, out var scope) || scope.Frame is null)
            return base.RewriteBlock(node);
        var rest = node.Variables.Where(v => !scope.Fields.ContainsKey(v));
        return new IrBlock([scope.FrameVariable!, .. rest], [.. NewFrame(scope), .. Rewrite(node.Statements)]);
    }

    protected override IrExpression RewriteLocal(IrLocal node) =>
        _analysis.ScopeOf(node.Variable) is { } scope && scope.Fields.TryGetValue(node.Variable, out var field)
            ? new IrField(FrameOf(scope), field)
            : node;

    protected override IrExpression RewriteCapturedVariable(IrCapturedVariable node)
    {
        var scope = _analysis.ScopeOf(node.Variable.Variable)!;
        var frame = FrameOf(scope);
        var constant = Make.Static(WellKnown.Method(typeof(Expression), nameof(Expression.Constant), typeof(object), typeof(Type)), Make.Box(frame), new IrTypeOf(frame.Type, BuiltIn.Type));
        var info = new IrMemberOf(scope.Fields[node.Variable.Variable], LoadedTypes.From(typeof(FieldInfo)));
        return Make.Static(WellKnown.Method(typeof(Expression), nameof(Expression.Field), typeof(Expression), typeof(FieldInfo)), constant, info);
    }

    public override IrExpression Rewrite(IrExpression node) =>
        node is IrThis { Type: not FrameTypeSymbol } && _function.Host is not null && _analysis.RootScope.ThisField is { } field
            ? new IrField(FrameOf(_analysis.RootScope), field)
            : base.Rewrite(node);

    protected override IrExpression RewriteLambda(IrLambda node)
    {
        var function = _analysis.Functions[node.Function];
        Move(function);
        if (function.Method!.ContainingType is not FrameTypeSymbol frame || !_lambdas.Contains(frame))
            return new IrNewDelegate(ReceiverOf(function), Constructed(function, []), false, node.Type);
        var cache = new IrField(null, frame.AddField(function.Method.Name, node.Type, isStatic: true));
        var made = new IrNewDelegate(new IrNew(frame.Constructor, frame, []), function.Method, false, node.Type);
        return new IrConditional(Make.IsNotNull(cache), cache, new IrAssign(cache, made), node.Type);
    }

    protected override IrStatement RewriteLocalFunction(IrLocalFunction node)
    {
        Move(_analysis.Functions[node.Function]);
        return IrBlock.Of();
    }

    protected override IrExpression RewriteCall(IrCall node)
    {
        if (!_analysis.IsLocalFunction(node.Method.OriginalDefinition))
            return base.RewriteCall(node);
        var function = _analysis.LocalFunction(node.Method.OriginalDefinition);
        return new IrCall(ReceiverOf(function), Constructed(function, node.Method.TypeArguments), Rewrite(node.Arguments), false);
    }

    protected override IrExpression RewriteNewDelegate(IrNewDelegate node)
    {
        if (!_analysis.IsLocalFunction(node.Method.OriginalDefinition))
            return base.RewriteNewDelegate(node);
        var function = _analysis.LocalFunction(node.Method.OriginalDefinition);
        return new IrNewDelegate(ReceiverOf(function), Constructed(function, node.Method.TypeArguments), false, node.Type);
    }

    private IrExpression? ReceiverOf(FunctionInfo function)
    {
        if (function.Host is { } host)
            return FrameOf(host);
        return function.UsesThis ? Rewrite(new IrThis(_analysis.Root.Function.ThisType!)) : null;
    }

    private static MethodSymbol Constructed(FunctionInfo function, ImmutableArray<TypeSymbol> arguments)
    {
        var method = function.Method!;
        if (method.TypeParameters.IsEmpty)
            return method;
        var inherited = method.TypeParameters.Length - arguments.Length;
        return method.Construct([.. method.TypeParameters[..inherited], .. arguments]);
    }

    private void Move(FunctionInfo function)
    {
        var outer = _function;
        _function = function;
        var body = Body(function.Function);
        _function = outer;
        var source = function.Function;
        _methods.Add(new LoweredMethod(
            function.Method!,
            new IrFunction(source.Name, source.Parameters, source.ReturnType, body)
            {
                Symbol = source.Symbol,
                ThisType = function.Method!.ContainingType,
                ReturnsByRef = source.ReturnsByRef,
                IsAsync = source.IsAsync,
                IsIterator = source.IsIterator,
                TypeParameters = function.Method.TypeParameters,
            },
            function.Method.TypeParameters));
    }
}
