using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>Using statements and declarations, and how a value is disposed of.</summary>
internal sealed partial class Binder
{
    private BoundStatement BindUsing(UsingStatementSyntax syntax)
    {
        var outer = OpenScope();
        BoundStatement statement;
        if (syntax.Declaration is { } declaration)
        {
            statement = Resources(declaration, 0, syntax.IsAwait, syntax.Span, () => BindEmbedded(syntax.Body));
        }
        else
        {
            var resource = RequireTypeOrNull(BindValue(syntax.Expression!));
            var local = Temporary(resource.Type);
            _scope.Locals.Add(local);
            statement = Dispose(new BoundLocal(syntax.Expression!.Span, local), resource, syntax.IsAwait, syntax.Span, () => BindEmbedded(syntax.Body));
        }

        var locals = CloseScope(outer);
        return new BoundBlock(syntax.Span, locals, [statement]);
    }

    private BoundStatement BindUsingDeclaration(LocalDeclarationStatementSyntax syntax, Func<ImmutableArray<BoundStatement>> rest) =>
        Resources(syntax.Declaration, 0, syntax.IsAwait, syntax.Span, () => new BoundStatementList(syntax.Span, rest()));

    private BoundStatement Resources(VariableDeclarationSyntax declaration, int index, bool isAwait, TextSpan span, Func<BoundStatement> body)
    {
        if (index == declaration.Variables.Length)
            return body();
        var variable = declaration.Variables[index];
        var declared = declaration.Type.IsVar ? null : BindType(declaration.Type);
        var value = variable.Initializer is null ? Bad(variable.Span) : declared is null ? BindTyped(variable.Initializer) : BindConverted(variable.Initializer, declared);
        var place = DeclareVariable(variable.Identifier, declared ?? value.Type, isReadOnly: true);
        return Dispose(place, value, isAwait, span, () => Resources(declaration, index + 1, isAwait, span, body), declaration.Span);
    }

    private BoundStatement Dispose(BoundExpression variable, BoundExpression resource, bool isAwait, TextSpan span, Func<BoundStatement> body, TextSpan? reportSpan = null)
    {
        var (dispose, info) = DisposeOf(variable, isAwait, span);
        var inner = body();
        if (resource.HasError)
            return inner;
        if (dispose is null)
        {
            _diagnostics.NotDisposable(reportSpan ?? resource.Span, resource.Type, isAwait);
            return inner;
        }

        return new BoundUsing(span, [], variable, resource, dispose, info, inner);
    }

    private (BoundExpression? Dispose, BoundAwaitInfo? Await) DisposeOf(BoundExpression variable, bool isAwait, TextSpan span)
    {
        if (isAwait)
        {
            if (!Body.IsAsync && !Body.IsCell)
                _diagnostics.AwaitOutsideAsync(span, Body);
            Body.HasAwait = true;
        }

        if (variable.HasError)
            return (null, null);
        if (variable.Type.IsDynamic)
            return (Call(span, Cast(variable, LoadedTypes.From(typeof(IDisposable)), span), WellKnown(typeof(IDisposable), "Dispose")), null);
        var face = LoadedTypes.From(isAwait ? typeof(IAsyncDisposable) : typeof(IDisposable));
        var name = isAwait ? "DisposeAsync" : "Dispose";
        BoundExpression? call = null;
        var value = variable.Type.IsNullableValue ? PropertyOf(span, variable, (PropertySymbol)variable.Type.GetMembers("Value")[0]) : variable;
        if (Conversions.Inherits(value.Type, face) || value.Type.AllInterfaces.Contains(face))
        {
            var own = MemberLookup.Methods(value.Type, name).FirstOrDefault(m => m.Parameters.IsEmpty && !m.IsStatic && m.Accessibility == Accessibility.Public);
            var implemented = (MethodSymbol)face.GetMembers(name)[0];

            // A ref struct can't be boxed: the interface's method is called on it in its place.
            call = Call(span, own is not null || value.Type.IsRefLike ? value : Convert(value, face), own ?? implemented);
        }
        else if (isAwait || value.Type.IsRefLike)
        {
            call = TryInvoke(value, name, span);
        }

        return call is null ? (null, null) : (call, isAwait ? AwaitInfo(call.Type, span) : null);
    }
}
