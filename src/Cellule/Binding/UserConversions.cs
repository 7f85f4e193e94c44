using Cellule.Symbols;

namespace Cellule.Binding;

/// <summary>User-defined conversions: C#'s choice of the most specific operator.</summary>
internal static class UserConversions
{
    /// <summary><paramref name="constant"/> is the expression when it is a literal: <c>5</c> converts to byte before an operator.</summary>
    public static Conversion Implicit(TypeSymbol from, TypeSymbol to, BoundExpression? constant) => Choose(from, to, constant, false);

    public static Conversion Explicit(TypeSymbol from, TypeSymbol to, BoundExpression? constant) => Choose(from, to, constant, true);

    private static Conversion Choose(TypeSymbol from, TypeSymbol to, BoundExpression? constant, bool isExplicit)
    {
        if (from.IsInterface || to.IsInterface || from.IsError || to.IsError)
            return Conversion.No;
        var candidates = new List<Candidate>();
        foreach (var type in OperatorTypes(from, to))
        {
            Collect(type, "op_Implicit", true);
            if (isExplicit)
                Collect(type, "op_Explicit", false);
        }

        if (candidates.Count == 0)
            return Conversion.No;

        var source = MostSpecificSource(candidates, from, isExplicit);
        var target = MostSpecificTarget(candidates, to, isExplicit);
        if (source is null || target is null)
            return Conversion.No;
        var best = candidates.Where(c => c.Source == source && c.Target == target).ToList();
        if (best.Count > 1)
            best = Distinct(best);
        if (best.Count != 1)
            return best.Count == 0 ? Conversion.No : new Conversion(ConversionKind.UserDefined, !isExplicit) { Method = best[0].Method, Before = best[0].Before, After = best[0].After, IsAmbiguous = true };
        var chosen = best[0];
        return new Conversion(ConversionKind.UserDefined, chosen.IsImplicit && chosen.Before.IsImplicit && chosen.After.IsImplicit)
        {
            Method = chosen.Method,
            Before = chosen.Before,
            After = chosen.After,
            Inner = chosen.IsLifted ? Conversion.Identity : null,
        };

        void Collect(TypeSymbol type, string name, bool isImplicitOperator)
        {
            foreach (var method in type.GetMembers(name).OfType<MethodSymbol>())
            {
                if (method.Parameters.Length != 1)
                    continue;
                var (source, target) = (method.Parameters[0].Type, method.ReturnType);
                Add(method, source, target, false, isImplicitOperator);
                if (from.IsNullableValue && source is { IsValueType: true, IsNullableValue: false } && target is { IsValueType: true, IsNullableValue: false })
                    Add(method, BuiltIn.Nullable(source), BuiltIn.Nullable(target), true, isImplicitOperator);
            }
        }

        void Add(MethodSymbol method, TypeSymbol source, TypeSymbol target, bool isLifted, bool isImplicitOperator)
        {
            Conversion before;
            if (constant is not null && constant.Type.IsNone)
                before = Binder.FromLiteral(constant, source);
            else if (constant is BoundLiteral literal && Binder.ConstantFits(literal, source))
                before = literal.Type == source ? Conversion.Identity : Conversion.Of(ConversionKind.ConstantNumeric);
            else
                before = isExplicit ? Encompasses(from, source, true) : Conversions.StandardImplicit(from, source);
            if (!before.Exists)
                return;
            var after = isExplicit ? Encompasses(target, to, true) : Conversions.StandardImplicit(target, to);
            if (after.Exists && !candidates.Exists(c => c.Method.Equals(method) && c.IsLifted == isLifted))
                candidates.Add(new Candidate(method, source, target, before, after, isLifted, isImplicitOperator));
        }
    }

    private static Conversion Encompasses(TypeSymbol from, TypeSymbol to, bool isExplicit) =>
        isExplicit ? Conversions.StandardExplicit(from, to) : Conversions.StandardImplicit(from, to);

    private static List<Candidate> Distinct(List<Candidate> candidates)
    {
        var result = candidates.Where(c => !c.IsLifted).ToList();
        if (result.Count == 0)
            result = candidates;
        if (result.Count > 1 && result.Exists(c => c.IsImplicit))
            result = [.. result.Where(c => c.IsImplicit)];
        if (result.Count > 1 && result.Exists(c => c.Method.ContainingType == c.Target))
            result = [.. result.Where(c => c.Method.ContainingType == c.Target)];
        return result;
    }

    private static IEnumerable<TypeSymbol> OperatorTypes(TypeSymbol from, TypeSymbol to)
    {
        var seen = new HashSet<TypeSymbol>();
        foreach (var start in (TypeSymbol[])[from.StripNullable(), to.StripNullable()])
        {
            if (start is TypeParameterSymbol parameter)
            {
                foreach (var constraint in MemberLookup.Hierarchy(parameter))
                {
                    if (seen.Add(constraint))
                        yield return constraint;
                }

                continue;
            }

            for (var type = start; type is not null && !type.IsObject; type = type.BaseType)
            {
                if (type.TypeKind is TypeKind.Class or TypeKind.Struct && !IsPlainNumber(type) && seen.Add(type))
                    yield return type;
            }
        }
    }

    // Numbers have operator methods in metadata (Int128, IntPtr) that aren't C#'s; decimal's are built in.
    private static bool IsPlainNumber(TypeSymbol type) => type.SpecialType is >= SpecialType.Boolean and <= SpecialType.Decimal;

    private static TypeSymbol? MostSpecificSource(List<Candidate> candidates, TypeSymbol from, bool isExplicit)
    {
        foreach (var candidate in candidates)
        {
            if (candidate.Source == from)
                return candidate.Source;
        }

        if (from.IsNone)
            return candidates[0].Source;
        var sources = candidates.Select(c => c.Source).Distinct().ToList();
        if (isExplicit)
        {
            var encompassing = sources.Where(s => Conversions.StandardImplicit(from, s).Exists).ToList();
            return encompassing.Count > 0 ? MostEncompassed(encompassing) : MostEncompassing(sources);
        }

        return MostEncompassed(sources);
    }

    private static TypeSymbol? MostSpecificTarget(List<Candidate> candidates, TypeSymbol to, bool isExplicit)
    {
        foreach (var candidate in candidates)
        {
            if (candidate.Target == to)
                return candidate.Target;
        }

        var targets = candidates.Select(c => c.Target).Distinct().ToList();
        if (isExplicit)
        {
            var encompassed = targets.Where(t => Conversions.StandardImplicit(t, to).Exists).ToList();
            return encompassed.Count > 0 ? MostEncompassing(encompassed) : MostEncompassed(targets);
        }

        return MostEncompassing(targets);
    }

    private static TypeSymbol? MostEncompassed(List<TypeSymbol> types) =>
        types.Count == 1 ? types[0] : types.Find(t => types.TrueForAll(o => Conversions.StandardImplicit(t, o).Exists));

    private static TypeSymbol? MostEncompassing(List<TypeSymbol> types) =>
        types.Count == 1 ? types[0] : types.Find(t => types.TrueForAll(o => Conversions.StandardImplicit(o, t).Exists));

    private sealed record Candidate(MethodSymbol Method, TypeSymbol Source, TypeSymbol Target, Conversion Before, Conversion After, bool IsLifted, bool IsImplicit);
}
