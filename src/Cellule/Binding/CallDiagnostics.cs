using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Text;
using RefKind = Cellule.Symbols.RefKind;

namespace Cellule.Binding;

/// <summary>Words why a call doesn't bind, from the candidate that came nearest.</summary>
internal sealed partial class Binder
{
    private void ReportFailure(Resolution failure, ImmutableArray<Argument> arguments, CallSite site)
    {
        // An argument's own error explains the failure already.
        if (arguments.Any(a => a.Expression.HasError))
            return;
        var name = site.Name;
        var offset = failure.IsExtension ? -1 : 0;
        switch (failure.Kind)
        {
            case FailureKind.ArgumentCount:
                ReportCount(arguments.Length, site);
                break;
            case FailureKind.MissingArgument:
                _diagnostics.MissingArgument(site.NameSpan, failure.Parameter!.Name, failure.Member);
                break;
            case FailureKind.UnknownName:
                _diagnostics.UnknownNamedArgument(arguments[failure.Argument + (failure.IsExtension ? offset : 0)].NameSpan, name, failure.Name!, Similar(failure.Name!, ParametersOf(failure.Member).Select(p => p.Name)));
                break;
            case FailureKind.NamedTwice:
                _diagnostics.ArgumentTwice(arguments[failure.Argument].NameSpan, failure.Name!);
                break;
            case FailureKind.TypeArgumentCount:
                if (failure.Member is MethodSymbol { IsGeneric: true } generic)
                    _diagnostics.WrongTypeArgumentCount(site.NameSpan, "method", generic.Name, generic.TypeParameters.Length);
                else
                    _diagnostics.NotGeneric(site.NameSpan, "method", name);
                break;
            case FailureKind.Inference:
                if (!ReportLambdaErrors(arguments))
                    _diagnostics.CannotInfer(site.NameSpan, failure.Member);
                break;
            case FailureKind.Constraint:
                ReportConstraint(site.NameSpan, failure.Member, failure.Violation!);
                break;
            case FailureKind.RefMismatch:
                ReportRefMismatch(failure, arguments[failure.Argument + offset], failure.Argument + 1 + offset);
                break;
            case FailureKind.Conversion when failure is { IsExtension: true, Argument: 0 }:
                _diagnostics.WrongExtensionReceiver(site.ReceiverSpan ?? site.NameSpan, site.Type!, name, failure.Member, failure.Target!);
                break;
            case FailureKind.Conversion:
                ReportWrongArgument(failure, arguments[failure.Argument + offset], failure.Argument + 1 + offset);
                break;
            case FailureKind.Ambiguous:
                _diagnostics.AmbiguousCall(site.NameSpan, failure.Member, failure.Other!);
                break;
        }
    }

    private static ImmutableArray<ParameterSymbol> ParametersOf(MemberSymbol member) => member is MethodSymbol method ? method.Parameters : ((PropertySymbol)member).Parameters;

    private void ReportCount(int count, CallSite site)
    {
        switch (site.Kind)
        {
            case CallKind.Constructor:
                _diagnostics.WrongConstructorArgumentCount(site.NameSpan, site.Name, count);
                break;
            case CallKind.Delegate:
                _diagnostics.WrongDelegateArgumentCount(site.NameSpan, site.Name, count);
                break;
            default:
                _diagnostics.WrongArgumentCount(site.NameSpan, site.Name, count);
                break;
        }
    }

    private void ReportRefMismatch(Resolution failure, Argument argument, int position)
    {
        var wanted = failure.Parameter!.RefKind;
        if (wanted is RefKind.None or RefKind.In)
            _diagnostics.ArgumentMustNotBeRef(argument.Span, position, SymbolDisplay.Prefix(argument.RefKind).Trim());
        else
            _diagnostics.ArgumentNeedsRef(argument.Span, position, SymbolDisplay.Prefix(wanted).Trim());
    }

    private void ReportWrongArgument(Resolution failure, Argument argument, int position)
    {
        if (argument.Expression is UnboundLambda lambda && failure.Target is { } target)
        {
            ReportLambdaConversion(lambda, target, argument.Span);
            return;
        }

        if (argument.Expression is UnboundCollection collection && failure.Target is { } wanted)
        {
            ReportCollectionConversion(collection, wanted, argument.Span);
            return;
        }

        var from = SymbolDisplay.Prefix(argument.RefKind) + TypeText(argument.Expression);
        var to = SymbolDisplay.Prefix(argument.RefKind == RefKind.None ? RefKind.None : failure.Parameter!.RefKind) + SymbolDisplay.Of(failure.Target!);
        _diagnostics.WrongArgument(argument.Span, position, from, to, failure.Member);
    }

    // When a lambda's own body is wrong, that is what to say.
    private bool ReportLambdaErrors(ImmutableArray<Argument> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Expression is UnboundLambda { LastErrors: { } errors })
            {
                _diagnostics.AddRange(errors);
                return true;
            }
        }

        return false;
    }
}
