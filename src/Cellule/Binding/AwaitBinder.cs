using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>await, and what makes a type awaitable.</summary>
internal sealed partial class Binder
{
    private BoundExpression BindAwait(AwaitExpressionSyntax syntax)
    {
        var operand = BindTyped(syntax.Expression);
        if (!Body.IsAsync && !Body.IsCell)
            _diagnostics.AwaitOutsideAsync(syntax.Span, Body);
        Body.HasAwait = true;
        if (operand.HasError)
            return Bad(syntax.Span);
        if (operand.Type.IsVoid)
        {
            _diagnostics.AwaitOfVoid(syntax.Span);
            return Bad(syntax.Span);
        }

        if (operand.Type.IsDynamic)
        {
            operand = Call(syntax.Span, null, WellKnown(typeof(Emit.Support.DynamicAwait), nameof(Emit.Support.DynamicAwait.Of), BuiltIn.Object), operand);
            var given = AwaitInfo(operand.Type, syntax.Span)!;
            return new BoundAwait(syntax.Span, operand, given, BuiltIn.Dynamic);
        }

        var info = AwaitInfo(operand.Type, syntax.Span);
        return info is null ? Bad(syntax.Span) : new BoundAwait(syntax.Span, operand, info, info.GetResult.Type);
    }

    /// <summary>The await pattern of a type; null (reported) when it has none.</summary>
    private BoundAwaitInfo? AwaitInfo(TypeSymbol type, TextSpan span)
    {
        var awaitable = new BoundPlaceholder(span, type);
        var getAwaiter = TryInvoke(awaitable, "GetAwaiter", span);
        if (getAwaiter is null || getAwaiter.Type.IsVoid)
        {
            _diagnostics.NotAwaitable(span, type);
            return null;
        }

        var awaiter = new BoundPlaceholder(span, getAwaiter.Type);
        var isCompleted = MemberLookup.Find(awaiter.Type, "IsCompleted").OfType<PropertySymbol>().FirstOrDefault();
        var getResult = TryInvoke(awaiter, "GetResult", span);
        if (isCompleted is null || getResult is null)
        {
            _diagnostics.NotAwaitable(span, type);
            return null;
        }

        return new BoundAwaitInfo(span, awaitable, getAwaiter, awaiter, PropertyOf(span, awaiter, isCompleted), getResult);
    }

    /// <summary>A call of an instance or extension method by name; null, and no report, when none fits.</summary>
    private BoundExpression? TryInvoke(BoundExpression receiver, string name, TextSpan span, params ImmutableArray<BoundExpression> arguments)
    {
        var methods = MemberLookup.Methods(receiver.Type, name).Where(m => IsAccessible(m, receiver.Type)).ToImmutableArray();
        var group = new BoundMethodGroup(span, name, receiver, methods, []) { TryExtensions = true };
        var call = Quietly(() => InvokeGroup(group, [.. arguments.Select(a => new Argument(a.Span, a, Symbols.RefKind.None, null))], span), out var diagnostics);
        return diagnostics.HasErrors || call.HasError ? null : call;
    }
}
