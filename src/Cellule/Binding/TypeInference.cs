using System.Collections.Immutable;
using Cellule.Symbols;
using RefKind = Cellule.Symbols.RefKind;

namespace Cellule.Binding;

/// <summary>Infers a generic method's type arguments: C#'s two phases with exact, lower and upper bounds.</summary>
internal sealed partial class Binder
{
    private ImmutableArray<TypeSymbol> InferTypeArguments(MethodSymbol method, ImmutableArray<Argument> arguments, int[] map, bool expanded)
    {
        var parameters = method.Parameters;
        var formals = new TypeSymbol[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            var type = parameters[map[i]].Type;
            formals[i] = expanded && map[i] == parameters.Length - 1 ? ElementOfParams(type) ?? type : type;
        }

        return new TypeInference(this, method.TypeParameters).Infer(arguments, formals, [.. arguments.Select((_, i) => parameters[map[i]].RefKind)]);
    }

    private sealed partial class TypeInference(Binder binder, ImmutableArray<TypeParameterSymbol> parameters)
    {
        private readonly Bounds[] _bounds = [.. parameters.Select(_ => new Bounds())];
        private readonly TypeSymbol?[] _fixed = new TypeSymbol?[parameters.Length];

        public ImmutableArray<TypeSymbol> Infer(ImmutableArray<Argument> arguments, TypeSymbol[] formals, RefKind[] kinds)
        {
            for (var i = 0; i < arguments.Length; i++)
                FirstPhase(arguments[i].Expression, formals[i], kinds[i] is RefKind.Ref or RefKind.Out);
            return SecondPhase(arguments, formals) ? [.. _fixed!] : default;
        }

        private void FirstPhase(BoundExpression argument, TypeSymbol formal, bool isExact)
        {
            switch (argument)
            {
                case UnboundLambda lambda:
                    ExplicitParameters(lambda, formal);
                    return;
                case UnboundTuple tuple when formal.StripNullable().TupleElements.Length == tuple.Elements.Length:
                    for (var i = 0; i < tuple.Elements.Length; i++)
                        FirstPhase(tuple.Elements[i], formal.StripNullable().TupleElements[i].Type, isExact);
                    return;
                case UnboundCollection collection when CollectionElement(formal.StripNullable()) is { } element:
                    foreach (var (value, isSpread) in collection.Elements)
                    {
                        if (!isSpread)
                            FirstPhase(value, element, false);
                        else if (CollectionElement(value.Type) is { } spread)
                            LowerBound(spread, element);
                    }

                    return;
                case UnboundConditional conditional:
                    FirstPhase(conditional.WhenTrue, formal, false);
                    FirstPhase(conditional.WhenFalse, formal, false);
                    return;
                case UnboundSwitch @switch:
                    foreach (var arm in @switch.Arms)
                        FirstPhase(arm.Value, formal, false);
                    return;
            }

            if (argument.Type.IsNone || argument.HasError)
                return;
            if (isExact)
                Exact(argument.Type, formal);
            else
                LowerBound(argument.Type, formal);
        }

        private void ExplicitParameters(UnboundLambda lambda, TypeSymbol formal)
        {
            if (DelegateOf(formal) is not { } invoke)
                return;
            if (lambda.ExplicitTypes is { } types && types.Length == invoke.Parameters.Length)
            {
                for (var i = 0; i < types.Length; i++)
                    Exact(types[i], invoke.Parameters[i].Type);
            }

            if (lambda.ExplicitReturnType is { } returnType)
                Exact(returnType, invoke.ReturnType);
        }

        private static MethodSymbol? DelegateOf(TypeSymbol formal) => (ExpressionTreeDelegate(formal) ?? formal).DelegateInvoke;

        private bool SecondPhase(ImmutableArray<Argument> arguments, TypeSymbol[] formals)
        {
            var outputDone = new bool[arguments.Length];
            while (true)
            {
                // Output inferences whose inputs are all fixed.
                var progress = false;
                for (var i = 0; i < arguments.Length; i++)
                {
                    if (outputDone[i] || !NeedsOutput(arguments[i].Expression) || Mentions(InputTypes(arguments[i].Expression, formals[i]), unfixedOnly: true))
                        continue;
                    outputDone[i] = true;
                    progress = true;
                    OutputInference(arguments[i].Expression, formals[i]);
                }

                if (_fixed.All(f => f is not null))
                    return true;

                // Fix what no unfixed input still waits for; when everything waits, what has bounds and others depend on.
                var toFix = Unfixed().Where(p => !DependsOnAny(p, arguments, formals, outputDone)).ToList();
                if (toFix.Count == 0)
                    toFix = [.. Unfixed().Where(p => _bounds[p].Any && IsInput(p, arguments, formals, outputDone))];
                if (toFix.Count == 0)
                {
                    if (!progress)
                        return false;
                    continue;
                }

                foreach (var p in toFix)
                {
                    if (!Fix(p))
                        return false;
                }
            }
        }

        private IEnumerable<int> Unfixed() => Enumerable.Range(0, parameters.Length).Where(i => _fixed[i] is null);

        private static bool NeedsOutput(BoundExpression argument) => argument switch
        {
            UnboundLambda or BoundMethodGroup => true,
            UnboundTuple tuple => tuple.Elements.Any(NeedsOutput),
            UnboundCollection collection => collection.Elements.Any(e => NeedsOutput(e.Value)),
            _ => false,
        };

        private static IEnumerable<TypeSymbol> InputTypes(BoundExpression argument, TypeSymbol formal)
        {
            switch (argument)
            {
                case UnboundLambda { ExplicitTypes: null } or BoundMethodGroup when DelegateOf(formal) is { } invoke:
                    return invoke.Parameters.Select(p => p.Type);
                case UnboundTuple tuple when formal.TupleElements.Length == tuple.Elements.Length:
                    return tuple.Elements.SelectMany((e, i) => InputTypes(e, formal.TupleElements[i].Type));
                case UnboundCollection collection when CollectionElement(formal) is { } element:
                    return collection.Elements.SelectMany(e => InputTypes(e.Value, element));
                default:
                    return [];
            }
        }

        private static IEnumerable<TypeSymbol> OutputTypes(BoundExpression argument, TypeSymbol formal) => argument switch
        {
            UnboundLambda or BoundMethodGroup when DelegateOf(formal) is { } invoke => [invoke.ReturnType],
            UnboundTuple tuple when formal.TupleElements.Length == tuple.Elements.Length => tuple.Elements.SelectMany((e, i) => OutputTypes(e, formal.TupleElements[i].Type)),
            UnboundCollection collection when CollectionElement(formal) is { } element => collection.Elements.SelectMany(e => OutputTypes(e.Value, element)),
            _ => [],
        };

        // A parameter that only appears in the output of an argument depends on that argument's inputs.
        private bool DependsOnAny(int p, ImmutableArray<Argument> arguments, TypeSymbol[] formals, bool[] done)
        {
            for (var i = 0; i < arguments.Length; i++)
            {
                if (!done[i] && OutputTypes(arguments[i].Expression, formals[i]).Any(t => Contains(t, p)) && NeedsOutput(arguments[i].Expression))
                    return true;
            }

            return false;
        }

        private bool IsInput(int p, ImmutableArray<Argument> arguments, TypeSymbol[] formals, bool[] done)
        {
            for (var i = 0; i < arguments.Length; i++)
            {
                if (!done[i] && InputTypes(arguments[i].Expression, formals[i]).Any(t => Contains(t, p)))
                    return true;
            }

            return false;
        }

        private bool Contains(TypeSymbol type, int p) => type switch
        {
            TypeParameterSymbol parameter => ReferenceEquals(parameter, parameters[p]),
            ArrayTypeSymbol array => Contains(array.ElementType, p),
            _ => type.TypeArguments.Any(a => !ReferenceEquals(a, type) && Contains(a, p)),
        };

        private bool Mentions(IEnumerable<TypeSymbol> types, bool unfixedOnly)
        {
            foreach (var type in types)
            {
                for (var i = 0; i < parameters.Length; i++)
                {
                    if ((!unfixedOnly || _fixed[i] is null) && Contains(type, i))
                        return true;
                }
            }

            return false;
        }

        private TypeMap FixedMap() => TypeMap.Empty.With(parameters, [.. parameters.Select((p, i) => _fixed[i] ?? p)]);

        private void OutputInference(BoundExpression argument, TypeSymbol formal)
        {
            switch (argument)
            {
                case UnboundTuple tuple:
                    for (var i = 0; i < tuple.Elements.Length; i++)
                        OutputInference(tuple.Elements[i], formal.TupleElements[i].Type);
                    return;
                case UnboundCollection collection:
                    foreach (var element in collection.Elements)
                        OutputInference(element.Value, CollectionElement(formal)!);
                    return;
            }

            if (DelegateOf(formal) is not { } invoke || invoke.ReturnType.IsVoid)
                return;
            var map = FixedMap();
            var types = invoke.Parameters.Select(p => p.Type.Substitute(map)).ToArray();
            if (argument is UnboundLambda lambda)
            {
                if (lambda.ParameterCount >= 0 && lambda.ParameterCount != types.Length)
                    return;
                var (inferred, target) = (binder.InferReturnType(lambda, types), invoke.ReturnType);
                if (lambda.IsAsync && TaskResult(target) is { } result)
                    target = result;
                else if (lambda.IsAsync)
                    inferred = inferred is null ? binder.ReturnsNothing(lambda, types) ? LoadedTypes.From(typeof(Task)) : null : LoadedTypes.Definition(typeof(Task<>)).Construct(inferred);
                if (inferred is not null)
                    LowerBound(inferred, target);
            }
            else if (argument is BoundMethodGroup group && binder.ResolveForDelegate(group, [.. invoke.Parameters.Select((p, i) => (types[i], p.RefKind))]) is { } chosen)
            {
                LowerBound(((MethodSymbol)chosen.Member).ReturnType, invoke.ReturnType);
            }
        }
    }
}
