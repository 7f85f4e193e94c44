using System.Collections.Immutable;
using Cellule.Symbols;
using RefKind = Cellule.Symbols.RefKind;

namespace Cellule.Binding;

/// <summary>What is found out about each type parameter: exact, lower and upper bounds, and which type they leave.</summary>
internal sealed partial class Binder
{
    private sealed partial class TypeInference
    {
        private int IndexOf(TypeSymbol type)
        {
            for (var i = 0; i < parameters.Length; i++)
            {
                if (ReferenceEquals(parameters[i], type))
                    return i;
            }

            return -1;
        }

        private void Exact(TypeSymbol type, TypeSymbol formal)
        {
            if (type.IsNone || type.IsVoid)
                return;
            var index = IndexOf(formal);
            if (index >= 0)
            {
                _bounds[index].Exact.Add(type);
                return;
            }

            if (type is ArrayTypeSymbol array && formal is ArrayTypeSymbol formalArray && array.Rank == formalArray.Rank)
            {
                Exact(array.ElementType, formalArray.ElementType);
            }
            else if (!formal.TypeArguments.IsEmpty && type.OriginalDefinition == formal.OriginalDefinition && type.TypeArguments.Length == formal.TypeArguments.Length)
            {
                for (var i = 0; i < type.TypeArguments.Length; i++)
                    Exact(type.TypeArguments[i], formal.TypeArguments[i]);
            }
        }

        private void LowerBound(TypeSymbol type, TypeSymbol formal)
        {
            if (type.IsNone || type.IsVoid)
                return;
            var index = IndexOf(formal);
            if (index >= 0)
            {
                _bounds[index].Lower.Add(type);
                return;
            }

            if (formal.IsNullableValue)
            {
                LowerBound(type.StripNullable(), formal.StripNullable());
                return;
            }

            if (type is ArrayTypeSymbol array)
            {
                if (formal is ArrayTypeSymbol formalArray)
                {
                    if (array.Rank == formalArray.Rank)
                        LowerOrExact(array.ElementType, formalArray.ElementType);
                    return;
                }

                if (array.IsVector && formal.TypeArguments.Length == 1 && formal.IsInterface && array.AllInterfaces.Any(i => i.OriginalDefinition == formal.OriginalDefinition))
                {
                    LowerOrExact(array.ElementType, formal.TypeArguments[0]);
                    return;
                }

                if (array.IsVector && IsSpan(formal))
                {
                    LowerOrExact(array.ElementType, formal.TypeArguments[0], !IsReadOnlySpan(formal));
                    return;
                }
            }

            if (IsReadOnlySpan(formal) && SpanConversions.IsSpan(type))
            {
                LowerOrExact(type.TypeArguments[0], formal.TypeArguments[0]);
                return;
            }

            if (type.IsString && IsReadOnlySpan(formal))
            {
                LowerBound(BuiltIn.Char, formal.TypeArguments[0]);
                return;
            }

            if (formal.TypeArguments.IsEmpty || formal is ArrayTypeSymbol)
                return;
            if (FindBase(type, formal.OriginalDefinition) is not { } constructed)
                return;
            ByVariance(constructed, formal, true);
        }

        private void LowerOrExact(TypeSymbol type, TypeSymbol formal, bool forceExact = false)
        {
            if (type.IsReferenceType && !forceExact)
                LowerBound(type, formal);
            else
                Exact(type, formal);
        }

        private void UpperBound(TypeSymbol type, TypeSymbol formal)
        {
            if (type.IsNone || type.IsVoid)
                return;
            var index = IndexOf(formal);
            if (index >= 0)
            {
                _bounds[index].Upper.Add(type);
                return;
            }

            if (type is ArrayTypeSymbol array && formal is ArrayTypeSymbol formalArray && array.Rank == formalArray.Rank)
            {
                if (array.ElementType.IsReferenceType)
                    UpperBound(array.ElementType, formalArray.ElementType);
                else
                    Exact(array.ElementType, formalArray.ElementType);
                return;
            }

            if (!formal.TypeArguments.IsEmpty && !type.TypeArguments.IsEmpty)
            {
                if (type.OriginalDefinition == formal.OriginalDefinition)
                    ByVariance(type, formal, false);
                else if (FindBase(formal, type.OriginalDefinition) is { } constructed)
                    ByVariance(type, constructed, false);
            }
        }

        private void ByVariance(TypeSymbol type, TypeSymbol formal, bool lower)
        {
            var definition = type.TypeParameters;
            for (var i = 0; i < type.TypeArguments.Length; i++)
            {
                var (argument, target) = (type.TypeArguments[i], formal.TypeArguments[i]);
                if (!argument.IsReferenceType || (!definition[i].IsCovariant && !definition[i].IsContravariant))
                    Exact(argument, target);
                else if (definition[i].IsCovariant == lower)
                    LowerBound(argument, target);
                else
                    UpperBound(argument, target);
            }
        }

        /// <summary>The one construction of a definition among a type, its bases and interfaces.</summary>
        private static TypeSymbol? FindBase(TypeSymbol type, TypeSymbol definition)
        {
            for (var current = type; current is not null; current = current.BaseType)
            {
                if (current.OriginalDefinition == definition)
                    return current;
            }

            TypeSymbol? found = null;
            if (definition.IsInterface)
            {
                foreach (var candidate in type.AllInterfaces)
                {
                    if (candidate.OriginalDefinition != definition)
                        continue;
                    if (found is not null && found != candidate)
                        return null;
                    found = candidate;
                }
            }

            return found;
        }

        private bool Fix(int index)
        {
            var bounds = _bounds[index];
            if (!bounds.Any)
                return false;
            var candidates = new List<TypeSymbol>();
            foreach (var type in bounds.Exact.Concat(bounds.Lower).Concat(bounds.Upper))
            {
                if (!candidates.Contains(type))
                    candidates.Add(type);
            }

            foreach (var exact in bounds.Exact)
                candidates.RemoveAll(c => c != exact);
            foreach (var lower in bounds.Lower)
                candidates.RemoveAll(c => !Converts(lower, c));
            foreach (var upper in bounds.Upper)
                candidates.RemoveAll(c => !Converts(c, upper));
            var best = candidates.Count == 1 ? candidates[0] : candidates.Find(c => candidates.TrueForAll(o => Converts(o, c)));
            if (best is null)
                return false;

            // Of types that differ in tuple names only, disagreeing names are lost; of object and dynamic, dynamic stays.
            foreach (var type in bounds.Exact.Concat(bounds.Lower).Concat(bounds.Upper))
            {
                if (type == best && !ReferenceEquals(type, best))
                    best = type.IsDynamic ? type : best.IsDynamic ? best : best.Canonical;
            }

            _fixed[index] = best;
            return true;
        }

        private static bool Converts(TypeSymbol from, TypeSymbol to) => Conversions.StandardImplicit(from, to).Exists;

        private sealed class Bounds
        {
            public List<TypeSymbol> Exact { get; } = [];

            public List<TypeSymbol> Lower { get; } = [];

            public List<TypeSymbol> Upper { get; } = [];

            public bool Any => Exact.Count + Lower.Count + Upper.Count > 0;
        }
    }
}
