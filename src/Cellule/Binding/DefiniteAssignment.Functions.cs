using Cellule.Symbols;
using Cellule.Text;
using State = System.Collections.Immutable.ImmutableHashSet<Cellule.Symbols.Symbol>;

namespace Cellule.Binding;

/// <content>Functions within functions: a lambda reads what is assigned where it stands, a local function what is where it is called.</content>
internal sealed partial class DefiniteAssignment
{
    private readonly Dictionary<MethodSymbol, BoundLocalFunction> _localFunctions = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<MethodSymbol, (HashSet<Symbol> Reads, State? Writes)?> _effects = new(ReferenceEqualityComparer.Instance);
    private HashSet<Symbol> _unassignedReads = new(ReferenceEqualityComparer.Instance);
    private bool _probing;

    private void Lambda(BoundLambda lambda)
    {
        var (outer, returned) = (_state, _returned);
        Body([lambda.Body], lambda.Symbol.Parameters, lambda.Span);
        (_state, _returned) = (outer, returned);
    }

    /// <summary>Where it stands a local function is checked by itself: what it captures is its callers' affair.</summary>
    private void LocalFunction(BoundLocalFunction function)
    {
        var (outer, returned) = (_state, _returned);
        _state = AssignedVariables.None.Union(_variables.Followed);
        Body([function.Body], function.Symbol.Parameters, function.Symbol.NameSpan);
        (_state, _returned) = (outer, returned);
    }

    /// <summary>A call needs what the function reads before assigning it, and brings what it assigns on every way.</summary>
    private void Called(MethodSymbol method, TextSpan span)
    {
        if (method.MethodKind != MethodKind.LocalFunction || _state is null || !_localFunctions.TryGetValue(method.OriginalDefinition, out var function))
            return;
        if (!_effects.TryGetValue(function.Symbol, out var known))
        {
            _effects.Add(function.Symbol, null);
            _effects[function.Symbol] = known = Probe(function);
        }

        // A call of a function that is being looked at has no effect of its own.
        if (known is not { } effects)
            return;
        foreach (var read in effects.Reads)
            Read(read, span);
        if (effects.Writes is null)
            _state = null;
        else if (!function.Symbol.IsAsync && !function.Symbol.IsIterator)
            _state = _state?.Union(effects.Writes);
    }

    private (HashSet<Symbol> Reads, State? Writes) Probe(BoundLocalFunction function)
    {
        var saved = (_state, _returned, _probing, _unassignedReads);
        var outside = new HashSet<Symbol>(_variables.Followed, ReferenceEqualityComparer.Instance);
        (_state, _returned, _probing, _unassignedReads) = (AssignedVariables.None, null, true, new(ReferenceEqualityComparer.Instance));
        Body([function.Body], function.Symbol.Parameters, function.Symbol.NameSpan);
        _unassignedReads.IntersectWith(outside);
        var found = (_unassignedReads, _returned);
        (_state, _returned, _probing, _unassignedReads) = saved;
        return found;
    }
}
