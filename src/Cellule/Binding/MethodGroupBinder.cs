using System.Collections.Immutable;
using Cellule.Symbols;
using RefKind = Cellule.Symbols.RefKind;

namespace Cellule.Binding;

/// <summary>Method groups as delegates.</summary>
internal sealed partial class Binder
{
    private TypeSymbol? NaturalType(BoundMethodGroup group)
    {
        var methods = group.Methods;
        if (methods.IsEmpty && group.Receiver is not null)
            methods = [.. ExtensionScopes(group.Name).SelectMany(m => m)];
        if (methods.Length != 1)
            return null;
        var method = methods[0];
        if (method.IsGeneric)
        {
            if (method.TypeParameters.Length != group.TypeArguments.Length)
                return null;
            method = method.Construct(group.TypeArguments);
        }

        var parameters = method.Parameters;
        if (group.Methods.IsEmpty)
            parameters = parameters.RemoveAt(0);
        return FunctionType(parameters, method.ReturnType);
    }

    /// <summary>The method of a group that a delegate with these parameters would call.</summary>
    private Candidate? ResolveForDelegate(BoundMethodGroup group, ImmutableArray<(TypeSymbol Type, RefKind Kind)> parameters)
    {
        var arguments = parameters.Select(p => new Argument(group.Span, new BoundPlaceholder(group.Span, p.Type), p.Kind, null)).ToImmutableArray();
        if (!group.Methods.IsEmpty && TryResolve(group.Methods, arguments, group.TypeArguments, false, out _) is { Expanded: false } found && found.Parameters.Length == parameters.Length)
            return found;
        if (group is { TryExtensions: true, Receiver: { } receiver })
        {
            ImmutableArray<Argument> all = [new Argument(receiver.Span, receiver, RefKind.None, null), .. arguments];
            foreach (var candidates in ExtensionScopes(group.Name))
            {
                if (TryResolve(candidates, all, group.TypeArguments, true, out _) is { Expanded: false } extension && extension.Parameters.Length == all.Length)
                    return extension;
            }
        }

        return null;
    }

    private Conversion ClassifyMethodGroup(BoundMethodGroup group, TypeSymbol to)
    {
        if (to.DelegateInvoke is not { } invoke)
        {
            var isBase = to.IsObject || to == BuiltIn.Delegate || to == BuiltIn.MulticastDelegate;
            return isBase && NaturalType(group) is not null ? Conversion.Of(ConversionKind.MethodGroup) : Conversion.No;
        }

        if (ResolveForDelegate(group, [.. invoke.Parameters.Select(p => (p.Type, p.RefKind))]) is not { } chosen)
            return Conversion.No;
        var method = (MethodSymbol)chosen.Member;
        var returns = invoke.ReturnType.IsVoid
            ? method.ReturnType.IsVoid
            : method.ReturnType == invoke.ReturnType || (!method.ReturnType.IsValueType && Conversions.IsImplicitReference(method.ReturnType, invoke.ReturnType));
        return returns ? Conversion.Of(ConversionKind.MethodGroup) with { Method = method } : Conversion.No;
    }

    private BoundExpression ConvertMethodGroup(BoundMethodGroup group, Conversion conversion, TypeSymbol to)
    {
        if (conversion.Method is not { } method)
            return new BoundConversion(group.Span, Convert(group, NaturalType(group)!), ConversionKind.Reference, to);
        var receiver = group.Receiver;
        if (method.IsStatic && !(method.IsExtension && method.Parameters.Length == to.DelegateInvoke!.Parameters.Length + 1))
            receiver = null;
        else if (method is { IsStatic: false, ContainingType: not null } && receiver is null)
            _diagnostics.InstanceFromStatic(group.Span, method);
        return new BoundDelegateCreation(group.Span, receiver, method, group.NonVirtual, to);
    }
}
