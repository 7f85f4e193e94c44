using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;
using RefKind = Cellule.Symbols.RefKind;

namespace Cellule.Binding;

/// <summary>Statements that leave where they stand: return, throw, yield, goto, break, continue.</summary>
internal sealed partial class Binder
{
    private BoundStatement Jump(TextSpan span, Func<Scope, LabelSymbol?> target)
    {
        for (var scope = _scope; scope is not null && ReferenceEquals(scope.Body, Body); scope = scope.Parent)
        {
            if (target(scope) is { } label)
                return new BoundGoto(span, label);
        }

        _diagnostics.NoEnclosingLoop(span);
        return new BoundNop(span);
    }

    private BoundStatement BindReturn(ReturnStatementSyntax syntax)
    {
        if (_finallyDepth > 0)
            _diagnostics.ReturnInFinally(new TextSpan(syntax.Span.Start, "return".Length));
        if (Body.IsCell)
        {
            // A script may return early; its value is shown as the cell's.
            return new BoundReturn(syntax.Span, syntax.Expression is null ? Literal(syntax.Span, BuiltIn.Object, null) : Convert(BindTyped(syntax.Expression), BuiltIn.Object));
        }

        if (syntax.Expression is null)
        {
            Body.ReturnsNothing = true;
            if (Body.Returns is null && Body.ReturnType is { IsVoid: false, IsError: false } wanted)
                _diagnostics.ReturnWithoutValue(syntax.Span, wanted);
            return new BoundReturn(syntax.Span, null);
        }

        if (Body.Returns is { } returns)
        {
            var inferred = BindValue(syntax.Expression);
            returns.Add(inferred);
            Body.FirstReturn ??= new TextSpan(syntax.Span.Start, "return".Length);
            return new BoundReturn(syntax.Span, inferred);
        }

        if (Body.YieldType is not null && Body.HasYield)
        {
            _diagnostics.ReturnInIterator(syntax.Span);
            return new BoundNop(syntax.Span);
        }

        if (syntax.Expression is RefExpressionSyntax byRef)
            return new BoundReturn(syntax.Span, BindLvalue(byRef.Expression), RefKind.Ref);
        if (Body.ReturnType is { IsVoid: true })
        {
            BindValue(syntax.Expression);
            var keyword = new TextSpan(syntax.Span.Start, "return".Length);
            if (Body.IsLambda)
                _diagnostics.ReturnValueInVoidLambda(keyword);
            else if (Body is { IsAsync: true, Method.ReturnType.IsVoid: false })
                _diagnostics.ReturnValueInTask(keyword, Body.Method?.Name ?? "");
            else
                _diagnostics.ReturnValueInVoid(keyword, Body.Method?.Name ?? "");
            return new BoundNop(syntax.Span);
        }

        return new BoundReturn(syntax.Span, BindConverted(syntax.Expression, Body.ReturnType ?? BuiltIn.Error));
    }

    private BoundThrow BindThrow(ThrowStatementSyntax syntax)
    {
        if (syntax.Expression is not null)
            return new BoundThrow(syntax.Span, BindException(syntax.Expression));
        if (_catchDepth == 0)
            _diagnostics.RethrowOutsideCatch(syntax.Span);
        return new BoundThrow(syntax.Span, null);
    }

    private BoundStatement BindYield(YieldStatementSyntax syntax)
    {
        Body.HasYield = true;
        if (Body.Method is not { MethodKind: not MethodKind.Lambda } method)
        {
            _diagnostics.YieldOutsideMethod(syntax.Span);
            return new BoundNop(syntax.Span);
        }

        if (syntax.Expression is not null && _tryDepth > 0)
            _diagnostics.YieldInTry(new TextSpan(syntax.Span.Start, "yield".Length), _yieldPlace);
        method.Iterator = true;
        if (Body.YieldType is not { } element)
        {
            _diagnostics.NotAnIterator(method.NameSpan.Length > 0 ? method.NameSpan : syntax.Span, method.Name, method.ReturnType);
            return new BoundNop(syntax.Span);
        }

        return syntax.Expression is null ? new BoundYieldBreak(syntax.Span) : new BoundYieldReturn(syntax.Span, BindConverted(syntax.Expression, element));
    }

    private void DeclareLabels(ImmutableArray<StatementSyntax> statements)
    {
        foreach (var statement in statements)
        {
            for (var current = statement; current is LabeledStatementSyntax labeled; current = labeled.Statement)
            {
                if (!_scope.Labels.TryAdd(labeled.Identifier.ValueText, new LabelSymbol(labeled.Identifier.ValueText)))
                    _diagnostics.DuplicateLabel(labeled.Identifier.Span, labeled.Identifier.ValueText);
            }
        }
    }

    private BoundStatementList BindLabeled(LabeledStatementSyntax syntax)
    {
        if (!_scope.Labels.TryGetValue(syntax.Identifier.ValueText, out var label))
            _scope.Labels.Add(syntax.Identifier.ValueText, label = new LabelSymbol(syntax.Identifier.ValueText));
        return new BoundStatementList(syntax.Span, [new BoundLabel(syntax.Span, label), BindStatement(syntax.Statement)]);
    }

    private BoundStatement BindGoto(GotoStatementSyntax syntax)
    {
        for (var scope = _scope; scope is not null && ReferenceEquals(scope.Body, Body); scope = scope.Parent)
        {
            switch (syntax.Kind)
            {
                case GotoKind.Label when syntax.Expression is IdentifierNameSyntax name && scope.Labels.TryGetValue(name.Name, out var label):
                    return new BoundGoto(syntax.Span, label);
                case GotoKind.Default when scope.SwitchLabels is { } labels && labels(null, true) is { } target:
                    return new BoundGoto(syntax.Span, target);
                case GotoKind.Case when scope.SwitchLabels is { } labels && BindValue(syntax.Expression!) is BoundLiteral value && labels(value.Value, false) is { } target:
                    return new BoundGoto(syntax.Span, target);
            }
        }

        _diagnostics.UnknownLabel(syntax.Kind == GotoKind.Label ? syntax.Expression!.Span : syntax.Span, syntax.Expression is null ? "default" : _source.ToString(syntax.Expression.Span));
        return new BoundNop(syntax.Span);
    }
}
