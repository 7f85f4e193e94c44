using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;
using RefKind = Cellule.Symbols.RefKind;

namespace Cellule.Binding;

/// <summary>Which delegate types a lambda converts to, its natural type, and why it doesn't convert.</summary>
internal sealed partial class Binder
{
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
