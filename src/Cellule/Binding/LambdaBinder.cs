using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;
using RefKind = Cellule.Symbols.RefKind;
using SyntaxRefKind = Cellule.Syntax.RefKind;

namespace Cellule.Binding;

/// <summary>Lambdas as delegates.</summary>
internal sealed partial class Binder
{
    private UnboundLambda BindLambda(LambdaExpressionSyntax syntax)
    {
        var parameters = syntax.ParameterList.Parameters;
        var typed = !parameters.IsEmpty && parameters.All(p => p.Type is not null);
        ImmutableArray<TypeSymbol>? explicitTypes = typed ? [.. parameters.Select(p => BindType(p.Type!))] : parameters.IsEmpty ? [] : null;
        return new UnboundLambda(syntax.Span, _scope, [.. parameters.Select(p => p.Identifier.ValueText)], [.. parameters.Select(p => p.Identifier.Span)])
        {
            SignSpan = syntax.ArrowSpan,
            ExplicitTypes = explicitTypes,
            RefKinds = [.. parameters.Select(p => KindOf(p.RefKind))],
            Defaults = [.. parameters.Select((p, i) => p.Default is null ? null : BindParameterDefault(p.Default, explicitTypes?[i] ?? BuiltIn.Error, p.Identifier))],
            HasParams = parameters.Length > 0 && parameters[^1].IsParams,
            ExplicitReturnType = syntax.ReturnType is null ? null : BindType(syntax.ReturnType),
            IsAsync = syntax.IsAsync,
            IsStatic = syntax.IsStatic,
            ExpressionBody = syntax.ExpressionBody,
            Block = syntax.Block,
            IsChecked = _isChecked,
        };
    }

    private UnboundLambda BindAnonymousMethod(AnonymousMethodExpressionSyntax syntax)
    {
        var parameters = syntax.ParameterList?.Parameters ?? [];
        return new UnboundLambda(syntax.Span, _scope, [.. parameters.Select(p => p.Identifier.ValueText)], [.. parameters.Select(p => p.Identifier.Span)])
        {
            SignSpan = new TextSpan(syntax.Span.Start, "delegate".Length),
            ExplicitTypes = syntax.ParameterList is null ? null : [.. parameters.Select(p => BindType(p.Type!))],
            RefKinds = [.. parameters.Select(p => KindOf(p.RefKind))],
            IsAsync = syntax.IsAsync,
            IsStatic = syntax.Modifiers.Has(Syntax.Modifiers.Static),
            AnyParameters = syntax.ParameterList is null,
            Block = syntax.Block,
            IsChecked = _isChecked,
        };
    }

    private static RefKind KindOf(SyntaxRefKind kind) => kind switch
    {
        SyntaxRefKind.Ref => RefKind.Ref,
        SyntaxRefKind.Out => RefKind.Out,
        SyntaxRefKind.In or SyntaxRefKind.RefReadOnly => RefKind.In,
        _ => RefKind.None,
    };

    /// <summary>The delegate type within <c>Expression&lt;TDelegate&gt;</c>; null for other types.</summary>
    private static TypeSymbol? ExpressionTreeDelegate(TypeSymbol type) =>
        type.TypeArguments.Length == 1 && type.Name == "Expression" && type.Namespace == "System.Linq.Expressions" ? type.TypeArguments[0] : null;

    /// <summary>T of Task&lt;T&gt; or ValueTask&lt;T&gt;, else null.</summary>
    private static TypeSymbol? TaskResult(TypeSymbol type) =>
        type.TypeArguments.Length == 1 && type.Name is "Task" or "ValueTask" && type.Namespace == "System.Threading.Tasks" && type.TypeArguments.Length == 1 ? type.TypeArguments[0] : null;

    private static bool IsPlainTask(TypeSymbol type) =>
        type.TypeArguments.IsEmpty && type.Name is "Task" or "ValueTask" && type.Namespace == "System.Threading.Tasks" && type.TypeArguments.IsEmpty;

    private LambdaBody BodyFor(UnboundLambda lambda, ImmutableArray<TypeSymbol> types, ImmutableArray<RefKind> kinds = default)
    {
        var key = string.Join('|', types.Select(t => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(t) + ":" + SymbolDisplay.Of(t)));
        if (lambda.Bodies.TryGetValue(key, out var known))
            return known;
        var body = BindBody(lambda, types, kinds, null);
        lambda.Bodies.Add(key, body);
        return body;
    }

    private LambdaBody BindBody(UnboundLambda lambda, ImmutableArray<TypeSymbol> types, ImmutableArray<RefKind> kinds, TypeSymbol? returnType) =>
        BindBody(lambda, types, kinds, returnType, out _);

    private LambdaBody BindBody(UnboundLambda lambda, ImmutableArray<TypeSymbol> types, ImmutableArray<RefKind> kinds, TypeSymbol? returnType, out BoundBlock? finalBlock)
    {
        var names = lambda.ParameterNames;
        var parameters = ImmutableArray.CreateBuilder<ParameterSymbol>(types.Length);
        for (var i = 0; i < types.Length; i++)
        {
            var kind = i < lambda.RefKinds.Length && lambda.RefKinds[i] != RefKind.None ? lambda.RefKinds[i] : kinds.IsDefault ? RefKind.None : kinds[i];
            parameters.Add(new ParameterSymbol(i < names.Length ? names[i] : $"<p{i}>", types[i], i, kind) { IsParams = lambda.HasParams && i == types.Length - 1, IsOptional = i < lambda.Defaults.Length && lambda.Defaults[i] is not null, DefaultValue = i < lambda.Defaults.Length ? lambda.Defaults[i]?.Value : null });
        }

        var symbol = new SourceMethodSymbol("lambda", MethodKind.Lambda, null) { DeclaredParameters = parameters.ToImmutable(), Async = lambda.IsAsync };
        var returns = new List<BoundExpression>();
        var context = new BodyContext { Parent = lambda.Scope.Body, Method = symbol, IsAsync = lambda.IsAsync, IsLambda = true, IsStaticFunction = lambda.IsStatic, ReturnType = returnType, Returns = returnType is null ? returns : null };
        var scope = new Scope(lambda.Scope, context);
        BoundExpression? expression = null;
        BoundBlock? block = null;
        ImmutableArray<LocalSymbol> locals = [];
        Quietly(
            () =>
            {
                var (wasChecked, finallyDepth, tryDepth) = (_isChecked, _finallyDepth, _tryDepth);
                (_isChecked, _finallyDepth, _tryDepth) = (lambda.IsChecked, 0, 0);
                _scope = scope;
                for (var i = 0; i < names.Length; i++)
                {
                    if (names[i] != "_" && !scope.TryDeclare(symbol.Parameters[i]))
                        _diagnostics.DuplicateParameter(lambda.ParameterSpans[i], names[i]);
                    else if (names[i] == "_" && names.Length == 1)
                        scope.TryDeclare(symbol.Parameters[i]);
                }

                if (lambda.Body is not null)
                    expression = AsValue(lambda.Body(symbol.Parameters));
                else if (lambda.ExpressionBody is not null)
                    expression = lambda.ExpressionBody is RefExpressionSyntax byRef ? BindValue(byRef.Expression) : BindLambdaExpression(lambda.ExpressionBody);
                else
                    block = BindBlock(lambda.Block!);
                locals = [.. scope.Locals];
                (_isChecked, _finallyDepth, _tryDepth) = (wasChecked, finallyDepth, tryDepth);
                return 0;
            },
            out var diagnostics);
        finalBlock = block is null ? null : new BoundBlock(block.Span, locals, [block]);
        if (diagnostics.HasErrors)
            lambda.LastErrors = diagnostics;
        return new LambdaBody
        {
            Symbol = symbol,
            Diagnostics = diagnostics,
            Expression = expression,
            Locals = locals,
            Returns = returns,
            ReturnsNothing = context.ReturnsNothing,
            FirstReturn = context.FirstReturn,
            EndReachable = block is not null && FlowAnalysis.EndReachable(block),
            ParameterTypes = types,
        };
    }

    private BoundExpression BindLambdaExpression(ExpressionSyntax syntax) => BindValue(syntax);

    /// <summary>The type that a lambda returns for certain parameter types (an async one's result type); null when it can't be told.</summary>
    private TypeSymbol? InferReturnType(UnboundLambda lambda, TypeSymbol[] parameterTypes)
    {
        if (lambda.ExplicitReturnType is { } declared)
            return lambda.IsAsync ? TaskResult(declared) ?? (IsPlainTask(declared) ? null : declared) : declared;
        var body = BodyFor(lambda, lambda.ExplicitTypes is { IsEmpty: false } types ? types : [.. parameterTypes]);
        if (body.Expression is not null)
        {
            if (body.Diagnostics.HasErrors && body.Expression.HasError)
                return null;
            return NaturalTypeOf(body.Expression) is { IsVoid: false } type ? type : null;
        }

        return body.Returns.Count == 0 ? null : BestCommonType(body.Returns);
    }

    /// <summary>Whether a lambda's body is sound and gives no value.</summary>
    private bool ReturnsNothing(UnboundLambda lambda, TypeSymbol[] parameterTypes)
    {
        var body = BodyFor(lambda, lambda.ExplicitTypes is { IsEmpty: false } types ? types : [.. parameterTypes]);
        return !body.Diagnostics.HasErrors && (body.Expression is { } e ? e.Type.IsVoid : body.Returns.Count == 0);
    }

    private TypeSymbol? NaturalTypeOf(BoundExpression expression) => expression switch
    {
        UnboundLambda lambda => NaturalType(lambda),
        BoundMethodGroup group => NaturalType(group),
        { Type: { IsNone: false, IsError: false } type } => type,
        _ => null,
    };

    private Conversion ClassifyLambda(UnboundLambda lambda, TypeSymbol to)
    {
        var tree = ExpressionTreeDelegate(to);
        var target = tree ?? to;
        if (target.DelegateInvoke is not { } invoke)
        {
            var isBase = to.IsObject || to == BuiltIn.Delegate || to == BuiltIn.MulticastDelegate || to == LoadedTypes.From(typeof(ICloneable));
            return isBase && NaturalType(lambda) is not null ? Conversion.Of(ConversionKind.Lambda) : Conversion.No;
        }

        if (!ParametersFit(lambda, invoke))
            return Conversion.No;
        if (lambda.ExplicitReturnType is { } declared && declared != invoke.ReturnType)
            return Conversion.No;
        var body = BodyFor(lambda, DelegateParameterTypes(lambda, invoke), [.. invoke.Parameters.Select(p => p.RefKind)]);
        return !body.Diagnostics.HasErrors && ReturnsFit(lambda, body, invoke.ReturnType) ? Conversion.Of(tree is null ? ConversionKind.Lambda : ConversionKind.ExpressionTree) : Conversion.No;
    }

    private static ImmutableArray<TypeSymbol> DelegateParameterTypes(UnboundLambda lambda, MethodSymbol invoke) =>
        lambda.ExplicitTypes is { IsEmpty: false } types ? types : [.. invoke.Parameters.Select(p => p.Type)];

    private static bool ParametersFit(UnboundLambda lambda, MethodSymbol invoke)
    {
        if (lambda.AnyParameters)
            return invoke.Parameters.All(p => p.RefKind != RefKind.Out);
        if (lambda.ParameterNames.Length != invoke.Parameters.Length)
            return false;
        for (var i = 0; i < invoke.Parameters.Length; i++)
        {
            var kind = i < lambda.RefKinds.Length ? lambda.RefKinds[i] : RefKind.None;
            if (lambda.ExplicitTypes is { } types ? types[i] != invoke.Parameters[i].Type || kind != invoke.Parameters[i].RefKind : kind != RefKind.None && kind != invoke.Parameters[i].RefKind)
                return false;
            if (lambda.ExplicitTypes is null && kind == RefKind.None && invoke.Parameters[i].RefKind != RefKind.None)
                return false;
        }

        return true;
    }

    private bool ReturnsFit(UnboundLambda lambda, LambdaBody body, TypeSymbol returnType)
    {
        var wanted = returnType;
        if (lambda.IsAsync && !returnType.IsVoid)
        {
            if (TaskResult(returnType) is { } result)
                wanted = result;
            else if (IsPlainTask(returnType))
                wanted = BuiltIn.Void;
            else
                return false;
        }

        if (body.Expression is { } expression)
            return wanted.IsVoid ? IsStatementValue(lambda, expression) : expression.HasError || Classify(expression, wanted).Exists;
        if (wanted.IsVoid)
            return body.Returns.Count == 0;
        return !body.EndReachable && !body.ReturnsNothing && body.Returns.TrueForAll(r => Classify(r, wanted).Exists);
    }

    private static bool IsStatementValue(UnboundLambda lambda, BoundExpression expression) =>
        expression.HasError || lambda.ExpressionBody is null || IsStatementExpression(lambda.ExpressionBody) || expression is UnboundThrow;

    /// <summary>The lambda as a delegate of a type that it converts to.</summary>
    private BoundExpression ConvertLambda(UnboundLambda lambda, TypeSymbol to)
    {
        if (ExpressionTreeDelegate(to) is { } tree)
        {
            return ConvertToTree(lambda, tree, to);
        }

        if (to.DelegateInvoke is not { } invoke)
        {
            var natural = NaturalType(lambda)!;
            return new BoundConversion(lambda.Span, ConvertLambda(lambda, natural), ConversionKind.Reference, to);
        }

        var types = DelegateParameterTypes(lambda, invoke);
        ImmutableArray<RefKind> kinds = [.. invoke.Parameters.Select(p => p.RefKind)];
        var wanted = lambda.IsAsync && !invoke.ReturnType.IsVoid ? TaskResult(invoke.ReturnType) ?? BuiltIn.Void : invoke.ReturnType;
        if (lambda.HasExpressionBody)
        {
            var body = BodyFor(lambda, types, kinds);
            _diagnostics.AddRange(body.Diagnostics);
            body.Symbol.DeclaredReturnType = invoke.ReturnType;
            var value = body.Expression!;
            BoundStatement statement = wanted.IsVoid
                ? new BoundExpressionStatement(value.Span, value is UnboundThrow t ? new BoundThrowExpression(t.Span, t.Exception, BuiltIn.Object) : RequireStatement(value))
                : new BoundReturn(value.Span, Convert(value, wanted));
            return new BoundLambda(lambda.Span, body.Symbol, new BoundBlock(value.Span, body.Locals, [statement]), to);
        }

        var final = BindBody(lambda, types, kinds, wanted, out var block);
        _diagnostics.AddRange(final.Diagnostics);
        final.Symbol.DeclaredReturnType = invoke.ReturnType;
        return new BoundLambda(lambda.Span, final.Symbol, block!, to);
    }

    private BoundExpression ConvertToTree(UnboundLambda lambda, TypeSymbol delegateType, TypeSymbol to)
    {
        if (!lambda.HasExpressionBody)
        {
            _diagnostics.BadExpressionTree(lambda.Span);
            return new BoundBad(lambda.Span, to);
        }

        if (ConvertLambda(lambda, delegateType) is not BoundLambda inner)
            return new BoundBad(lambda.Span, to);
        ExpressionTreeRules.Check(inner, _diagnostics);
        return new BoundExpressionTree(lambda.Span, inner, to);
    }

    // A value used as statement: tuples and the like still need their type.
    private BoundExpression RequireStatement(BoundExpression value) => value.Type.IsNone ? RequireType(value) : Finish(value);

    /// <summary>The Func or Action that a lambda is by itself; null when its parameters have no types or its return type can't be told.</summary>
    private TypeSymbol? NaturalType(UnboundLambda lambda)
    {
        if (lambda.ExplicitTypes is not { } types)
            return null;
        if (types.Any(t => t.IsError))
            return null;
        TypeSymbol returnType;
        if (lambda.ExplicitReturnType is { } declared)
        {
            returnType = declared;
        }
        else
        {
            var body = BodyFor(lambda, types);
            if (body.Diagnostics.HasErrors)
                return null;
            var inferred = body.Expression is { } e ? NaturalTypeOf(e) : body.Returns.Count == 0 ? BuiltIn.Void : BestCommonType(body.Returns);
            if (inferred is null)
                return null;
            returnType = !lambda.IsAsync ? inferred : inferred.IsVoid ? LoadedTypes.From(typeof(Task)) : LoadedTypes.Definition(typeof(Task<>)).Construct(inferred);
        }

        return FunctionType(
            [
                .. types.Select((t, i) => new ParameterSymbol("", t, i, i < lambda.RefKinds.Length ? lambda.RefKinds[i] : RefKind.None)
                {
                    IsParams = lambda.HasParams && i == types.Length - 1,
                    IsOptional = i < lambda.Defaults.Length && lambda.Defaults[i] is not null,
                    DefaultValue = i < lambda.Defaults.Length ? lambda.Defaults[i]?.Value : null,
                }),
            ],
            returnType);
    }

    private TypeSymbol? FunctionType(ImmutableArray<ParameterSymbol> parameters, TypeSymbol returnType)
    {
        var isVoid = returnType.IsVoid;
        ImmutableArray<TypeSymbol> arguments = [.. parameters.Select(p => p.Type)];
        if (!isVoid)
            arguments = arguments.Add(returnType);
        if (arguments.Any(a => a.TypeKind == TypeKind.Pointer))
            return null;
        if (arguments.Length > (isVoid ? 16 : 17) || arguments.Any(a => a.IsRefLike) || parameters.Any(p => p.RefKind != RefKind.None || p.IsParams || p.IsOptional))
            return _session.AnonymousDelegates.Get(parameters, returnType);
        if (arguments.IsEmpty)
            return LoadedTypes.From(typeof(Action));
        var name = (isVoid ? "System.Action`" : "System.Func`") + arguments.Length.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var type = typeof(object).Assembly.GetType(name) ?? typeof(Enumerable).Assembly.GetType(name) ?? Type.GetType(name + ", System.Core");
        return type is null ? null : LoadedTypes.Definition(type).Construct(arguments);
    }

    private void ReportLambdaConversion(UnboundLambda lambda, TypeSymbol to, TextSpan span)
    {
        if (span == lambda.Span)
            span = lambda.SignSpan;
        var target = ExpressionTreeDelegate(to) ?? to;
        if (target.DelegateInvoke is not { } invoke)
        {
            _diagnostics.LambdaToNonDelegate(span, to);
            return;
        }

        if (!lambda.AnyParameters && lambda.ParameterNames.Length != invoke.Parameters.Length)
        {
            _diagnostics.LambdaParameterCount(span, to, lambda.ParameterNames.Length);
            return;
        }

        if (!ParametersFit(lambda, invoke))
        {
            for (var i = 0; lambda.ExplicitTypes is { } types && i < types.Length; i++)
            {
                if (types[i] != invoke.Parameters[i].Type)
                    _diagnostics.LambdaParameterType(lambda.ParameterSpans[i], i + 1, types[i], invoke.Parameters[i].Type);
            }

            _diagnostics.LambdaParameterTypes(span, to);
            return;
        }

        var body = BodyFor(lambda, DelegateParameterTypes(lambda, invoke));
        if (body.Diagnostics.HasErrors)
        {
            _diagnostics.AddRange(body.Diagnostics);
            return;
        }

        var wanted = lambda.IsAsync ? TaskResult(invoke.ReturnType) ?? BuiltIn.Void : invoke.ReturnType;
        if (body.Expression is { } expression)
        {
            if (wanted.IsVoid)
                _diagnostics.NotAStatement(expression.Span);
            else
                Convert(expression, wanted);
            return;
        }

        if (!wanted.IsVoid && body.EndReachable)
        {
            _diagnostics.LambdaNotAllPathsReturn(span, to);
            return;
        }

        foreach (var value in body.Returns.Where(r => wanted.IsVoid || !Classify(r, wanted).Exists))
        {
            if (wanted.IsVoid)
                _diagnostics.ReturnValueInVoidLambda(body.FirstReturn ?? value.Span);
            else
                Convert(value, wanted);
        }
    }

    private void ReportLambdaWithoutType(UnboundLambda lambda, TextSpan span)
    {
        if (lambda.ExplicitTypes is { } types && BodyFor(lambda, types) is { Diagnostics.HasErrors: true } body)
            _diagnostics.AddRange(body.Diagnostics);
        else
            _diagnostics.LambdaWithoutType(span);
    }
}
