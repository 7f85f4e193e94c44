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
}
