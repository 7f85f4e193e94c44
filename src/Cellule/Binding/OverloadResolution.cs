using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Text;
using RefKind = Cellule.Symbols.RefKind;

namespace Cellule.Binding;

/// <summary>Picks the one best candidate for a list of arguments.</summary>
internal sealed partial class Binder
{
    private enum CallKind
    {
        Method,
        Constructor,
        Indexer,
        Delegate,
    }

    /// <summary>Where a call stands and what it calls, for diagnostics.</summary>
    private sealed record CallSite(TextSpan Span, TextSpan NameSpan, string Name, CallKind Kind, TypeSymbol? Type)
    {
        /// <summary>Of what an extension method is called on.</summary>
        public TextSpan? ReceiverSpan { get; init; }
    }

    /// <summary>A member that fits the arguments. <see cref="Map"/> gives each argument's parameter; in expanded form the last ones share the params parameter.</summary>
    private sealed class Candidate
    {
        public required MemberSymbol Member { get; init; }

        public required ImmutableArray<ParameterSymbol> Parameters { get; init; }

        public required int[] Map { get; init; }

        public required Conversion[] Conversions { get; init; }

        public bool Expanded { get; init; }

        /// <summary>In expanded form: what each packed argument converts to.</summary>
        public TypeSymbol? ElementType { get; init; }

        public TypeSymbol TargetOf(int argument) =>
            Expanded && Map[argument] == Parameters.Length - 1 ? ElementType! : Parameters[Map[argument]].Type;

        /// <summary>The generic definition's parameter type, for 'more specific'.</summary>
        public TypeSymbol OpenTargetOf(int argument)
        {
            var parameters = Member.OriginalDefinition is MethodSymbol method ? method.Parameters : ((PropertySymbol)Member.OriginalDefinition).Parameters;
            var type = parameters[Map[argument]].Type;
            return Expanded && Map[argument] == parameters.Length - 1 ? ElementOfParams(type) ?? type : type;
        }
    }

    private enum FailureKind
    {
        ArgumentCount,
        MissingArgument,
        UnknownName,
        NamedTwice,
        TypeArgumentCount,
        Inference,
        Constraint,
        RefMismatch,
        Conversion,
        Ambiguous,
    }

    /// <summary>Why no candidate was chosen: the one that came nearest.</summary>
    private sealed record Resolution(FailureKind Kind, MemberSymbol Member)
    {
        public int Argument { get; init; }

        public string? Name { get; init; }

        public ParameterSymbol? Parameter { get; init; }

        public TypeSymbol? Target { get; init; }

        public ConstraintViolation? Violation { get; init; }

        public MemberSymbol? Other { get; init; }

        public bool IsExtension { get; init; }

        public int Rank => (int)Kind * 100 + Argument;
    }

    private Candidate? Resolve(ImmutableArray<MethodSymbol> methods, ImmutableArray<Argument> arguments, ImmutableArray<TypeSymbol> typeArguments, CallSite site)
    {
        var result = TryResolve(methods, arguments, typeArguments, false, out var failure);
        if (result is null && failure is not null)
            ReportFailure(failure, arguments, site);
        return result;
    }

    private Candidate? TryResolve<T>(ImmutableArray<T> members, ImmutableArray<Argument> arguments, ImmutableArray<TypeSymbol> typeArguments, bool isExtension, out Resolution? failure)
        where T : MemberSymbol
    {
        failure = null;
        var applicable = new List<Candidate>();
        foreach (var member in members)
        {
            if (!IsAccessible(member))
                continue;
            var parameters = member is MethodSymbol m ? m.Parameters : ((PropertySymbol)(MemberSymbol)member).Parameters;
            var normal = TryCandidate(member, parameters, arguments, typeArguments, false, isExtension, out var why);
            if (normal is not null)
                applicable.Add(normal);
            else
                failure = Better(failure, why);
            if (normal is null && parameters.Length > 0 && parameters[^1].IsParams)
            {
                if (TryCandidate(member, parameters, arguments, typeArguments, true, isExtension, out why) is { } expanded)
                    applicable.Add(expanded);
                else
                    failure = Better(failure, why);
            }
        }

        if (applicable.Count == 0)
        {
            if (failure is { Kind: FailureKind.MissingArgument } && members.Length > 1)
                failure = failure with { Kind = FailureKind.ArgumentCount };
            failure ??= new Resolution(FailureKind.ArgumentCount, members[0]);
            return null;
        }

        if (applicable.Count > 1)
        {
            RemoveLowerPriority(applicable);
            RemoveLessDerived(applicable);
        }

        if (applicable.Count == 1)
            return applicable[0];
        var best = Best(applicable, arguments);
        if (best is null)
            failure = new Resolution(FailureKind.Ambiguous, applicable[0].Member) { Other = applicable[1].Member };
        return best;
    }

    private Candidate? TryCandidate(
        MemberSymbol member,
        ImmutableArray<ParameterSymbol> parameters,
        ImmutableArray<Argument> arguments,
        ImmutableArray<TypeSymbol> typeArguments,
        bool expanded,
        bool isExtension,
        out Resolution? failure)
    {
        var method = member as MethodSymbol;
        failure = null;
        if (!typeArguments.IsEmpty && method?.TypeParameters.Length != typeArguments.Length)
        {
            failure = new Resolution(FailureKind.TypeArgumentCount, member);
            return null;
        }

        if (MapArguments(member, parameters, arguments, expanded, out failure) is not { } map)
            return null;
        if (method is { IsGeneric: true })
        {
            var inferred = typeArguments;
            if (inferred.IsEmpty)
            {
                inferred = InferTypeArguments(method, arguments, map, expanded);
                if (inferred.IsDefault)
                {
                    var fitsReceiver = isExtension && Conversions.Inherits(arguments[0].Expression.Type.OriginalDefinition, parameters[0].Type.OriginalDefinition);
                    failure = new Resolution(FailureKind.Inference, member) { IsExtension = isExtension, Argument = fitsReceiver ? 1 : 0 };
                    return null;
                }
            }

            if (ViolatedConstraint(method.TypeParameters, inferred) is { } violation)
            {
                failure = new Resolution(FailureKind.Constraint, member) { Violation = violation };
                return null;
            }

            method = method.Construct(inferred);
            member = method;
            parameters = method.Parameters;
        }

        var elementType = expanded ? ElementOfParams(parameters[^1].Type) : null;
        if (expanded && elementType is null)
        {
            failure = new Resolution(FailureKind.ArgumentCount, member);
            return null;
        }

        var conversions = new Conversion[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            var isPacked = expanded && map[i] == parameters.Length - 1;
            var parameter = parameters[map[i]];
            var target = isPacked ? elementType! : parameter.Type;
            var byHandler = !isPacked && parameter.RefKind == RefKind.Ref && arguments[i] is { RefKind: RefKind.None, Expression: UnboundInterpolation } && IsHandler(target)
                && !HandlerArguments(parameter, parameters, arguments, map).IsDefault;
            if (byHandler)
            {
                conversions[i] = Conversion.Of(ConversionKind.InterpolatedString);
                continue;
            }

            var conversion = ClassifyArgument(arguments[i], isPacked ? RefKind.None : parameter.RefKind, target, isExtension && i == 0, out var refMismatch);
            if (!conversion.Exists)
            {
                failure = new Resolution(refMismatch ? FailureKind.RefMismatch : FailureKind.Conversion, member)
                {
                    Argument = i,
                    Parameter = parameter,
                    Target = target,
                    IsExtension = isExtension,
                };
                return null;
            }

            conversions[i] = conversion;
        }

        return new Candidate { Member = member, Parameters = parameters, Map = map, Conversions = conversions, Expanded = expanded, ElementType = elementType };
    }

    private Conversion ClassifyArgument(Argument argument, RefKind parameterKind, TypeSymbol target, bool isReceiver, out bool refMismatch)
    {
        refMismatch = false;
        if (argument.Expression.HasError)
            return Conversion.Identity;
        if (isReceiver)
        {
            // An extension's receiver converts by identity, reference, boxing or to a span only.
            if (argument.Expression is UnboundTuple or UnboundInterpolation or BoundLiteral)
            {
                var byValue = Classify(argument.Expression, target);
                return byValue.Kind is ConversionKind.Identity or ConversionKind.Reference or ConversionKind.Boxing or ConversionKind.TupleLiteral or ConversionKind.Tuple or ConversionKind.Span ? byValue : Conversion.No;
            }

            var standard = argument.Expression.Type.IsNone ? Conversion.No : Conversions.StandardImplicit(argument.Expression.Type, target);
            return standard.Kind is ConversionKind.Identity or ConversionKind.Reference or ConversionKind.Boxing or ConversionKind.Tuple or ConversionKind.Span ? standard : Conversion.No;
        }

        if (argument.RefKind != parameterKind && !(argument.RefKind == RefKind.None && parameterKind == RefKind.In) && !(argument.RefKind == RefKind.Ref && parameterKind == RefKind.In))
        {
            refMismatch = true;
            return Conversion.No;
        }

        if (argument.RefKind == RefKind.None)
            return Classify(argument.Expression, target);
        if (argument.Expression is UnboundOutVariable or BoundDiscard { Type.IsNone: true })
            return Conversion.Identity;
        return argument.Expression.Type == target ? Conversion.Identity : Conversion.No;
    }

    private static int[]? MapArguments(MemberSymbol member, ImmutableArray<ParameterSymbol> parameters, ImmutableArray<Argument> arguments, bool expanded, out Resolution? failure)
    {
        failure = null;
        var map = new int[arguments.Length];
        Span<bool> given = parameters.Length <= 128 ? stackalloc bool[parameters.Length] : new bool[parameters.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            int target;
            if (arguments[i].Name is { } name)
            {
                target = IndexOf(parameters, name);
                if (target < 0)
                {
                    failure = new Resolution(FailureKind.UnknownName, member) { Argument = i, Name = name };
                    return null;
                }

                if (given[target])
                {
                    failure = new Resolution(FailureKind.NamedTwice, member) { Argument = i, Name = name };
                    return null;
                }
            }
            else
            {
                target = expanded && i >= parameters.Length - 1 ? parameters.Length - 1 : i;
                if (target >= parameters.Length)
                {
                    failure = new Resolution(FailureKind.ArgumentCount, member);
                    return null;
                }

                // A positional argument after a named one that is out of its position.
                if (i > 0 && arguments[i - 1].Name is not null && map[i - 1] != i - 1)
                {
                    failure = new Resolution(FailureKind.ArgumentCount, member);
                    return null;
                }
            }

            map[i] = target;
            given[target] = true;
        }

        for (var i = 0; i < parameters.Length; i++)
        {
            if (!given[i] && !parameters[i].IsOptional && !(expanded && i == parameters.Length - 1))
            {
                failure = arguments.Length >= parameters.Length || (parameters[i].IsParams && !expanded)
                    ? new Resolution(FailureKind.ArgumentCount, member)
                    : new Resolution(FailureKind.MissingArgument, member) { Parameter = parameters[i] };
                return null;
            }
        }

        return map;
    }

    private static int IndexOf(ImmutableArray<ParameterSymbol> parameters, string name)
    {
        for (var i = 0; i < parameters.Length; i++)
        {
            if (parameters[i].Name == name)
                return i;
        }

        return -1;
    }

    /// <summary>What one argument of a params parameter converts to.</summary>
    private static TypeSymbol? ElementOfParams(TypeSymbol type)
    {
        if (type is ArrayTypeSymbol { IsVector: true } array)
            return array.ElementType;
        if (type.TypeArguments.Length == 1 && (type.OriginalDefinition == LoadedTypes.From(typeof(ReadOnlySpan<>)) || type.OriginalDefinition == LoadedTypes.From(typeof(Span<>))))
            return type.TypeArguments[0];
        return CollectionElement(type);
    }
}
