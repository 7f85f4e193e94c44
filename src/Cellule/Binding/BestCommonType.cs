using Cellule.Symbols;

namespace Cellule.Binding;

/// <summary>The type that several expressions share.</summary>
internal sealed partial class Binder
{
    /// <summary>The best common type of expressions; null when there is none.</summary>
    private TypeSymbol? BestCommonType(IEnumerable<BoundExpression> expressions)
    {
        var all = expressions.ToList();
        var types = new List<TypeSymbol>();
        foreach (var expression in all)
        {
            var type = expression is UnboundLambda or BoundMethodGroup ? NaturalTypeOf(expression) : expression.Type;
            if (type is not null && !type.IsNone && !types.Contains(type))
                types.Add(type);
        }

        if (types.Count == 0)
            return null;
        foreach (var type in types)
        {
            if (type.IsError)
                return type;
        }

        TypeSymbol? best = null;
        foreach (var candidate in types)
        {
            if (all.TrueForAll(e => Classify(e, candidate) is { Exists: true } c && (c.Kind != ConversionKind.UserDefined || !c.IsAmbiguous)))
            {
                if (best is null || BetterTarget(candidate, best) > 0)
                    best = candidate;
            }
        }

        return best;
    }
}
