using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>Loops, and how a collection is enumerated.</summary>
internal sealed partial class Binder
{
    private BoundStatement BindLoop(StatementSyntax syntax) => syntax switch
    {
        WhileStatementSyntax loop => BindWhile(loop),
        DoStatementSyntax loop => BindDo(loop),
        ForStatementSyntax loop => BindFor(loop),
        ForEachStatementSyntax loop => BindForEach(loop.Span, loop.IsAwait, loop.Expression, loop.Body, current => ForEachVariable(loop, current)),
        ForEachVariableStatementSyntax loop => BindForEach(loop.Span, loop.IsAwait, loop.Expression, loop.Body, current => ForEachDeconstruction(loop, current)),
        _ => throw new InvalidOperationException(syntax.GetType().Name),
    };

    private Scope OpenLoop(out LabelSymbol breakLabel, out LabelSymbol continueLabel)
    {
        (breakLabel, continueLabel) = (new LabelSymbol("break"), new LabelSymbol("continue"));
        return Push(new Scope(_scope, Body) { Break = breakLabel, Continue = continueLabel });
    }

    private BoundWhile BindWhile(WhileStatementSyntax syntax)
    {
        var outer = OpenLoop(out var breakLabel, out var continueLabel);
        var condition = BindCondition(syntax.Condition);
        var body = BindEmbedded(syntax.Body);
        return new BoundWhile(syntax.Span, CloseScope(outer), condition, body, breakLabel, continueLabel);
    }

    private BoundDo BindDo(DoStatementSyntax syntax)
    {
        var outer = OpenLoop(out var breakLabel, out var continueLabel);
        var body = BindEmbedded(syntax.Body);
        var condition = BindCondition(syntax.Condition);
        return new BoundDo(syntax.Span, CloseScope(outer), body, condition, breakLabel, continueLabel);
    }

    private BoundFor BindFor(ForStatementSyntax syntax)
    {
        var outer = OpenScope();
        BoundStatement? initializer = syntax.Declaration is not null
            ? BindDeclaration(syntax.Declaration, false, syntax.Declaration.Span)
            : syntax.Initializers.IsEmpty ? null : new BoundStatementList(syntax.Span, [.. syntax.Initializers.Select(i => (BoundStatement)new BoundExpressionStatement(i.Span, BindDiscarded(i)))]);
        var declaring = OpenLoop(out var breakLabel, out var continueLabel);
        var condition = syntax.Condition is null ? null : BindCondition(syntax.Condition);
        var body = BindEmbedded(syntax.Body);
        var incrementors = syntax.Incrementors.Select(BindStepped).ToImmutableArray();
        var conditionLocals = CloseScope(declaring);
        return new BoundFor(syntax.Span, CloseScope(outer), initializer, conditionLocals, condition, incrementors, body, breakLabel, continueLabel);
    }

    private BoundExpression BindStepped(ExpressionSyntax syntax)
    {
        var value = BindDiscarded(syntax);
        if (!IsStatementExpression(syntax) && !value.HasError)
            _diagnostics.NotAStatement(syntax.Span);
        return value;
    }

    private BoundStatement BindForEach(TextSpan span, bool isAwait, ExpressionSyntax collectionSyntax, StatementSyntax bodySyntax, Func<BoundPlaceholder, BoundStatement> assign)
    {
        var value = BindTyped(collectionSyntax);
        var enumerated = Enumerate(value, collectionSyntax.Span, isAwait);
        var outer = OpenLoop(out var breakLabel, out var continueLabel);
        var current = new BoundPlaceholder(collectionSyntax.Span, enumerated.Enumeration?.Current.Type ?? BuiltIn.Error);
        var assignment = assign(current);
        var body = BindEmbedded(bodySyntax);
        var locals = CloseScope(outer);
        return enumerated.Enumeration is null
            ? new BoundBlock(span, locals, [body])
            : new BoundForEach(span, enumerated.Collection, enumerated.Enumeration, locals, current, assignment, body, breakLabel, continueLabel);
    }

    private BoundLocalDeclaration ForEachVariable(ForEachStatementSyntax syntax, BoundPlaceholder current)
    {
        var isVar = syntax.Type.IsVar || syntax.Type is RefTypeSyntax { Type.IsVar: true };
        var type = isVar ? current.Type : BindType(syntax.Type);
        var local = new LocalSymbol(syntax.Identifier.ValueText, type) { IsReadOnly = syntax.Type is not RefTypeSyntax };
        DeclareLocal(local, syntax.Identifier.Span);

        // An explicit type converts each element, by a cast if need be.
        return new BoundLocalDeclaration(syntax.Identifier.Span, local, Cast(current, type, new TextSpan(syntax.Span.Start, "foreach".Length)));
    }

    private BoundStatement ForEachDeconstruction(ForEachVariableStatementSyntax syntax, BoundPlaceholder current)
    {
        var targets = Targets(syntax.Variable);
        if (current.HasError)
        {
            DeclareAsErrors(targets);
            return new BoundNop(syntax.Span);
        }

        if (targets.Exists(t => t.Existing is not null))
            _diagnostics.LoopMustDeclare(syntax.Variable.Span);
        var input = new BoundPlaceholder(current.Span, current.Type);
        int before = _scope.Locals.Count;
        var step = Deconstruct(input, targets, syntax.Variable.Span);
        foreach (var variable in _scope.Locals.Skip(before).Where(l => l.Name.Length > 0))
            variable.IsReadOnly = true;
        return step is null ? new BoundNop(syntax.Span) : new BoundExpressionStatement(syntax.Variable.Span, new BoundDeconstruction(syntax.Variable.Span, current, step, BuiltIn.Void));
    }

    /// <summary>How a collection is walked; null (reported) when it can't be. The collection comes back converted to the type that is enumerated.</summary>
    private (BoundExpression Collection, BoundEnumeration? Enumeration) Enumerate(BoundExpression value, TextSpan span, bool isAwait)
    {
        if (value.HasError)
            return (value, null);
        var type = value.Type;
        if (isAwait)
        {
            if (!Body.IsAsync && !Body.IsCell)
                _diagnostics.AwaitOutsideAsync(span, Body);
            Body.HasAwait = true;
        }
        else if (type is ArrayTypeSymbol { IsVector: true } array)
        {
            return (value, new BoundEnumeration(span, EnumerationKind.Array, new BoundPlaceholder(span, type), null, null, null, new BoundPlaceholder(span, array.ElementType), null, false, null, null));
        }
        else if (type.IsString)
        {
            return (value, new BoundEnumeration(span, EnumerationKind.String, new BoundPlaceholder(span, type), null, null, null, new BoundPlaceholder(span, BuiltIn.Char), null, false, null, null));
        }
        else if (type.IsDynamic)
        {
            value = Convert(value, LoadedTypes.From(typeof(System.Collections.IEnumerable)));
            type = value.Type;
        }

        if (!isAwait && InlineSpan(value, span) is { } elements)
            return Enumerate(elements, span, isAwait);
        var elementOfMatrix = (type as ArrayTypeSymbol)?.ElementType;
        var byPattern = elementOfMatrix is null ? ByPattern(value, span, isAwait) : null;
        if (byPattern is not null)
            return (value, byPattern);
        var face = EnumerableInterface(type, isAwait);
        if (face is null)
        {
            if (isAwait && elementOfMatrix is not null)
                _diagnostics.UnknownMember(span, type, "GetAsyncEnumerator", null);
            else
                _diagnostics.NotEnumerable(span, type, isAwait ? "GetAsyncEnumerator" : "GetEnumerator");
            return (value, null);
        }

        var collection = Convert(value, face);
        var enumeration = ByPattern(collection, span, isAwait)!;
        if (elementOfMatrix is not null)
            enumeration = enumeration with { Current = Cast(enumeration.Current, elementOfMatrix, span) };
        return (collection, enumeration);
    }

    private static TypeSymbol? EnumerableInterface(TypeSymbol type, bool isAwait)
    {
        var definition = LoadedTypes.From(isAwait ? typeof(IAsyncEnumerable<>) : typeof(IEnumerable<>));
        TypeSymbol? found = null;
        foreach (var candidate in (IEnumerable<TypeSymbol>)[type, .. type.AllInterfaces])
        {
            if (candidate.OriginalDefinition != definition)
                continue;
            if (found is not null)
                return null;
            found = candidate;
        }

        if (found is not null || isAwait)
            return found;
        var plain = LoadedTypes.From(typeof(System.Collections.IEnumerable));
        return Conversions.Inherits(type, plain) ? plain : null;
    }

    private BoundEnumeration? ByPattern(BoundExpression value, TextSpan span, bool isAwait)
    {
        var collection = new BoundPlaceholder(span, value.Type);
        var getEnumerator = TryInvoke(collection, isAwait ? "GetAsyncEnumerator" : "GetEnumerator", span);
        if (getEnumerator is null || getEnumerator.Type.IsVoid)
            return null;
        var enumerator = new BoundPlaceholder(span, getEnumerator.Type);
        var moveNext = TryInvoke(enumerator, isAwait ? "MoveNextAsync" : "MoveNext", span);
        var current = MemberLookup.Find(enumerator.Type, "Current").OfType<PropertySymbol>().FirstOrDefault(p => p.Getter is not null && !p.IsStatic);
        if (moveNext is null || current is null || (!isAwait && moveNext.Type != BuiltIn.Boolean))
            return null;
        var (dispose, awaitDispose) = DisposeOf(enumerator, isAwait, span);
        var test = dispose is null && !isAwait && !enumerator.Type.IsSealed && !enumerator.Type.IsValueType;
        return new BoundEnumeration(
            span,
            EnumerationKind.Enumerator,
            collection,
            getEnumerator,
            enumerator,
            moveNext,
            PropertyOf(span, enumerator, current),
            dispose,
            test,
            isAwait ? AwaitInfo(moveNext.Type, span) : null,
            awaitDispose);
    }
}
