using System.Collections.Immutable;
using Cellule.Symbols;
using RefKind = Cellule.Symbols.RefKind;

namespace Cellule.Binding;

/// <summary>Which of two candidates is better: argument by argument, then by the ties' rules.</summary>
internal sealed partial class Binder
{
    // A method that a derived type declares hides those of its bases, whatever their parameters.
    private static void RemoveLessDerived(List<Candidate> candidates)
    {
        for (var i = candidates.Count - 1; i >= 0; i--)
        {
            var type = DeclaringType(candidates[i].Member);
            if (type is null)
                continue;
            foreach (var other in candidates)
            {
                var otherType = DeclaringType(other.Member);
                if (otherType is not null && otherType != type && (DerivesFrom(otherType, type) || (otherType.IsInterface && type.IsObject)))
                {
                    candidates.RemoveAt(i);
                    break;
                }
            }
        }
    }

    // Within one type the author may have said which overloads come first.
    private static void RemoveLowerPriority(List<Candidate> candidates)
    {
        foreach (var group in candidates.GroupBy(c => c.Member.ContainingType?.OriginalDefinition).ToList())
        {
            var highest = group.Max(PriorityOf);
            candidates.RemoveAll(c => c.Member.ContainingType?.OriginalDefinition == group.Key && PriorityOf(c) < highest);
        }

        static int PriorityOf(Candidate candidate) => candidate.Member is MethodSymbol method ? method.Priority : 0;
    }

    private static bool DerivesFrom(TypeSymbol derived, TypeSymbol from)
    {
        if (derived.IsInterface && from.IsInterface)
            return derived.AllInterfaces.Contains(from);
        for (var current = derived.BaseType; current is not null; current = current.BaseType)
        {
            if (current == from)
                return true;
        }

        return false;
    }

    // An override counts where it was first declared.
    private static TypeSymbol? DeclaringType(MemberSymbol member)
    {
        if (member is MethodSymbol { IsStatic: true, IsExtension: true })
            return null;
        if (!member.IsOverride)
            return member.ContainingType;
        for (var type = member.ContainingType; type is not null; type = type.BaseType)
        {
            foreach (var inherited in type.GetMembers(member.Name))
            {
                if (!inherited.IsOverride && inherited.IsVirtual && (member, inherited) switch
                {
                    (MethodSymbol a, MethodSymbol b) => MemberLookup.SameParameters(a.Parameters, b.Parameters),
                    (PropertySymbol a, PropertySymbol b) => MemberLookup.SameParameters(a.Parameters, b.Parameters),
                    _ => false,
                })
                    return type;
            }
        }

        return member.ContainingType;
    }

    private Candidate? Best(List<Candidate> candidates, ImmutableArray<Argument> arguments)
    {
        var best = candidates[0];
        for (var i = 1; i < candidates.Count; i++)
        {
            if (Compare(candidates[i], best, arguments) > 0)
                best = candidates[i];
        }

        foreach (var other in candidates)
        {
            if (!ReferenceEquals(other, best) && Compare(best, other, arguments) <= 0)
                return null;
        }

        return best;
    }

    /// <summary>Positive when the left candidate is better, negative when the right one is, zero when neither.</summary>
    private int Compare(Candidate left, Candidate right, ImmutableArray<Argument> arguments)
    {
        var (leftBetter, rightBetter) = (false, false);
        var sameTypes = true;
        for (var i = 0; i < arguments.Length; i++)
        {
            var (leftType, rightType) = (left.TargetOf(i), right.TargetOf(i));
            if (leftType == rightType)
                continue;
            sameTypes = false;
            var order = BetterConversion(arguments[i].Expression, left.Conversions[i], leftType, right.Conversions[i], rightType);
            leftBetter |= order > 0;
            rightBetter |= order < 0;
        }

        if (leftBetter != rightBetter)
            return leftBetter ? 1 : -1;
        if (leftBetter || !sameTypes && !TypesEquivalent())
            return 0;
        return CompareTies(left, right, arguments);

        bool TypesEquivalent()
        {
            for (var i = 0; i < arguments.Length; i++)
            {
                if (left.TargetOf(i) != right.TargetOf(i))
                    return false;
            }

            return true;
        }
    }

    private static int CompareTies(Candidate left, Candidate right, ImmutableArray<Argument> arguments)
    {
        var (leftGeneric, rightGeneric) = (left.Member is MethodSymbol { IsGeneric: true }, right.Member is MethodSymbol { IsGeneric: true });
        if (leftGeneric != rightGeneric)
            return leftGeneric ? -1 : 1;
        if (left.Expanded != right.Expanded)
            return left.Expanded ? -1 : 1;
        if (left.Expanded && left.Parameters.Length != right.Parameters.Length)
            return left.Parameters.Length > right.Parameters.Length ? 1 : -1;
        var (leftUsesDefaults, rightUsesDefaults) = (left.Parameters.Length > arguments.Length, right.Parameters.Length > arguments.Length);
        if (leftUsesDefaults != rightUsesDefaults && !left.Expanded)
            return leftUsesDefaults ? -1 : 1;
        var specific = CompareSpecific(left, right, arguments.Length);
        if (specific != 0)
            return specific;
        if (left.Expanded && right.Expanded)
        {
            var (leftSpan, rightSpan) = (left.Parameters[^1].Type, right.Parameters[^1].Type);
            if (leftSpan.OriginalDefinition != rightSpan.OriginalDefinition)
            {
                if (leftSpan.OriginalDefinition == LoadedTypes.From(typeof(ReadOnlySpan<>)))
                    return 1;
                if (rightSpan.OriginalDefinition == LoadedTypes.From(typeof(ReadOnlySpan<>)))
                    return -1;
            }
        }

        for (var i = 0; i < arguments.Length; i++)
        {
            var (leftKind, rightKind) = (left.Parameters[left.Map[i]].RefKind, right.Parameters[right.Map[i]].RefKind);
            if (leftKind != rightKind && arguments[i].RefKind == RefKind.None)
                return leftKind == RefKind.None ? 1 : -1;
        }

        return 0;
    }

    private static int CompareSpecific(Candidate left, Candidate right, int count)
    {
        var (leftBetter, rightBetter) = (false, false);
        for (var i = 0; i < count; i++)
        {
            var order = Specificity(left.OpenTargetOf(i), right.OpenTargetOf(i));
            leftBetter |= order > 0;
            rightBetter |= order < 0;
        }

        return leftBetter == rightBetter ? 0 : leftBetter ? 1 : -1;
    }

    // A type parameter is less specific than anything else; constructed types compare by their arguments.
    private static int Specificity(TypeSymbol left, TypeSymbol right)
    {
        if (left is TypeParameterSymbol != right is TypeParameterSymbol)
            return left is TypeParameterSymbol ? -1 : 1;
        if (left is ArrayTypeSymbol a && right is ArrayTypeSymbol b && a.Rank == b.Rank)
            return Specificity(a.ElementType, b.ElementType);
        if (left.TypeArguments.IsEmpty || left.OriginalDefinition != right.OriginalDefinition)
            return 0;
        var (leftBetter, rightBetter) = (false, false);
        for (var i = 0; i < left.TypeArguments.Length; i++)
        {
            var order = Specificity(left.TypeArguments[i], right.TypeArguments[i]);
            leftBetter |= order > 0;
            rightBetter |= order < 0;
        }

        return leftBetter == rightBetter ? 0 : leftBetter ? 1 : -1;
    }
}
