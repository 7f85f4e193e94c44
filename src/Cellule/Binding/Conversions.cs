using System.Collections.Immutable;
using Cellule.Symbols;

namespace Cellule.Binding;

/// <summary>Conversions between types. Those that depend on the expression are in the binder's <c>ExpressionConversions</c>.</summary>
internal static class Conversions
{
    /// <summary>Standard implicit conversions: no user-defined ones.</summary>
    public static Conversion StandardImplicit(TypeSymbol from, TypeSymbol to)
    {
        if (from.IsError || to.IsError)
            return Conversion.Identity;
        if (from == to)
            return Conversion.Identity;
        if (from.IsVoid || to.IsVoid || from.IsNone || to.IsNone)
            return Conversion.No;
        if (NumericTypes.IsImplicit(from.SpecialType, to.SpecialType))
            return Conversion.ImplicitNumeric;
        if (to.IsNullableValue && ImplicitToNullable(from, to) is { Exists: true } nullable)
            return nullable;
        if (from.IsValueType || from is TypeParameterSymbol)
        {
            if (IsBoxing(from, to))
                return Conversion.Boxing;
        }
        else if (IsImplicitReference(from, to))
        {
            return Conversion.ImplicitReference;
        }

        if (SpanConversions.Exists(from, to))
            return Conversion.Of(ConversionKind.Span);
        return from.IsTuple && to.IsTuple ? Tuple(from, to, StandardImplicit, true) : Conversion.No;
    }

    public static Conversion Implicit(TypeSymbol from, TypeSymbol to)
    {
        var standard = StandardImplicit(from, to);
        if (standard.Exists)
            return standard;
        if (from.IsVoid || to.IsVoid || from.IsNone || to.IsNone)
            return Conversion.No;
        if (from.IsDynamic)
            return Conversion.Of(ConversionKind.Dynamic);
        if (from.IsTuple && to.IsTuple && Tuple(from, to, Implicit, true) is { Exists: true } tuple)
            return tuple;
        return UserConversions.Implicit(from, to, null);
    }

    /// <summary>Standard explicit conversions, implicit ones among them.</summary>
    public static Conversion StandardExplicit(TypeSymbol from, TypeSymbol to)
    {
        var standard = StandardImplicit(from, to);
        if (standard.Exists)
            return standard;
        if (from.IsVoid || to.IsVoid || from.IsNone || to.IsNone)
            return Conversion.No;
        if (NumericTypes.IsNumeric(from) && NumericTypes.IsNumeric(to))
            return Conversion.Explicit(ConversionKind.Numeric);
        if ((from.IsEnum && (to.IsEnum || NumericTypes.IsNumeric(to))) || (to.IsEnum && NumericTypes.IsNumeric(from)))
            return Conversion.Explicit(ConversionKind.Enum);
        if (to.IsNullableValue && (from.IsNullableValue || from.IsValueType))
        {
            var inner = StandardExplicit(from.StripNullable(), to.StripNullable());
            if (inner.Exists)
                return new Conversion(from.IsNullableValue ? ConversionKind.Lifted : ConversionKind.NullableWrap, inner.IsImplicit) { Inner = inner };
        }

        if (from.IsNullableValue && (to.IsValueType || to.IsEnum) && StandardExplicit(from.StripNullable(), to) is { Exists: true } unwrapped)
            return Conversion.Explicit(ConversionKind.NullableUnwrap) with { Inner = unwrapped };
        if (IsUnboxing(from, to))
            return Conversion.Explicit(ConversionKind.Unboxing);
        if (!from.IsValueType && !to.IsValueType && IsExplicitReference(from, to))
            return Conversion.Explicit(from is TypeParameterSymbol || to is TypeParameterSymbol ? ConversionKind.Unboxing : ConversionKind.ExplicitReference);
        return from.IsTuple && to.IsTuple ? Tuple(from, to, StandardExplicit, false) : Conversion.No;
    }

    public static Conversion Explicit(TypeSymbol from, TypeSymbol to)
    {
        var known = Implicit(from, to);
        if (known.Exists && !known.IsAmbiguous)
            return known;
        var standard = StandardExplicit(from, to);
        if (standard.Exists)
            return standard;
        if (from.IsTuple && to.IsTuple && Tuple(from, to, Explicit, false) is { Exists: true } tuple)
            return tuple;
        return UserConversions.Explicit(from, to, null);
    }

    public static bool IsImplicitReference(TypeSymbol from, TypeSymbol to)
    {
        if (from == to)
            return true;
        if (!to.IsReferenceType && to is not TypeParameterSymbol)
            return false;
        if (to.IsObject || to.IsDynamic)
            return from.IsReferenceType;
        if (from is TypeParameterSymbol parameter)
            return parameter.IsReferenceType && TypeParameterConverts(parameter, to);
        if (!from.IsReferenceType)
            return false;
        if (from is ArrayTypeSymbol fromArray)
        {
            if (to is ArrayTypeSymbol toArray)
            {
                return fromArray.Rank == toArray.Rank && IsImplicitReference(fromArray.ElementType, toArray.ElementType)
                    && !fromArray.ElementType.IsValueType && !toArray.ElementType.IsValueType;
            }

            if (to.IsInterface)
                return ArrayInterface(fromArray, to) || Implements(from, to);
        }

        if (to.IsInterface)
            return Implements(from, to);
        for (var current = from; current is not null; current = current.BaseType)
        {
            if (current == to || (current.IsDelegate && VarianceConverts(current, to)))
                return true;
        }

        return false;
    }

    /// <summary>Whether the type is or derives from or implements another (identity, reference or boxing).</summary>
    public static bool Inherits(TypeSymbol from, TypeSymbol to) =>
        from == to || IsImplicitReference(from, to) || IsBoxing(from, to);

    public static bool IsBoxing(TypeSymbol from, TypeSymbol to)
    {
        if (from is TypeParameterSymbol parameter)
            return to.IsObject || to.IsDynamic || TypeParameterConverts(parameter, to);
        if (!from.IsValueType || from.IsRefLike || from.TypeKind == TypeKind.Pointer || from.IsVoid)
            return false;
        if (to.IsObject || to.IsDynamic || to == BuiltIn.ValueType)
            return true;
        var underlying = from.StripNullable();
        if (to == BuiltIn.Enum)
            return underlying.IsEnum;
        return to.IsInterface && Implements(underlying, to);
    }

    private static bool TypeParameterConverts(TypeParameterSymbol parameter, TypeSymbol to)
    {
        if (to.IsInterface && Implements(parameter, to))
            return true;
        foreach (var constraint in parameter.ConstraintTypes)
        {
            if (constraint == to || Inherits(constraint, to))
                return true;
        }

        return (to == BuiltIn.ValueType && parameter.HasStructConstraint) || Inherits(parameter.BaseType!, to);
    }

    private static bool Implements(TypeSymbol from, TypeSymbol to)
    {
        if (from.IsInterface && VarianceConverts(from, to))
            return true;
        foreach (var candidate in from.AllInterfaces)
        {
            if (candidate == to || VarianceConverts(candidate, to))
                return true;
        }

        return from is ArrayTypeSymbol array && ArrayInterface(array, to);
    }

    // An array of a reference type is also a list of its elements' base types, by reference.
    private static bool ArrayInterface(ArrayTypeSymbol array, TypeSymbol to) =>
        array.IsVector && to.TypeArguments.Length == 1
        && (to.OriginalDefinition == LoadedTypes.From(typeof(IList<>)) || to.OriginalDefinition == LoadedTypes.From(typeof(ICollection<>))
            || to.OriginalDefinition == LoadedTypes.From(typeof(IEnumerable<>)) || to.OriginalDefinition == LoadedTypes.From(typeof(IReadOnlyList<>))
            || to.OriginalDefinition == LoadedTypes.From(typeof(IReadOnlyCollection<>)))
        && (array.ElementType == to.TypeArguments[0] || (array.ElementType.IsReferenceType && IsImplicitReference(array.ElementType, to.TypeArguments[0])));

    private static bool VarianceConverts(TypeSymbol from, TypeSymbol to)
    {
        if (from == to)
            return true;
        if (from.TypeArguments.IsEmpty || from.OriginalDefinition != to.OriginalDefinition || (!from.IsInterface && !from.IsDelegate))
            return false;
        var parameters = from.TypeParameters;
        for (var i = 0; i < parameters.Length; i++)
        {
            var (source, target) = (from.TypeArguments[i], to.TypeArguments[i]);
            if (source == target)
                continue;
            if (parameters[i].IsCovariant && !source.IsValueType && IsImplicitReference(source, target))
                continue;
            if (parameters[i].IsContravariant && !target.IsValueType && IsImplicitReference(target, source))
                continue;
            return false;
        }

        return true;
    }

    private static bool IsUnboxing(TypeSymbol from, TypeSymbol to)
    {
        if (to is TypeParameterSymbol parameter)
            return from.IsObject || from.IsDynamic || from.IsInterface || (from.IsReferenceType && Inherits(parameter, from)) || from == BuiltIn.ValueType;
        if (!to.IsValueType || to.IsRefLike)
            return false;
        if (from is TypeParameterSymbol)
            return false;
        if (from.IsObject || from.IsDynamic || from == BuiltIn.ValueType)
            return true;
        var underlying = to.StripNullable();
        return (from == BuiltIn.Enum && underlying.IsEnum) || (from.IsInterface && Implements(underlying, from));
    }

    private static bool IsExplicitReference(TypeSymbol from, TypeSymbol to)
    {
        if (from.IsObject || from.IsDynamic)
            return to.IsReferenceType || to is TypeParameterSymbol;
        if (from is TypeParameterSymbol || to is TypeParameterSymbol)
            return to.IsInterface || from.IsInterface || Inherits(to, from) || (from is TypeParameterSymbol && to is TypeParameterSymbol && Inherits(from, to));
        if (IsImplicitReference(to, from))
            return true;
        if (from.IsInterface && to.IsInterface)
            return true;
        if (from.IsInterface)
            return !to.IsSealed || Implements(to, from) || to is ArrayTypeSymbol;
        if (to.IsInterface)
            return !from.IsSealed || Implements(from, to) || from is ArrayTypeSymbol;
        if (from is ArrayTypeSymbol a && to is ArrayTypeSymbol b)
            return a.Rank == b.Rank && !a.ElementType.IsValueType && !b.ElementType.IsValueType && IsExplicitReference(a.ElementType, b.ElementType);
        return from.IsDelegate && to.IsDelegate && from.OriginalDefinition == to.OriginalDefinition && !from.TypeArguments.IsEmpty;
    }

    private static Conversion ImplicitToNullable(TypeSymbol from, TypeSymbol to)
    {
        var target = to.StripNullable();
        if (from.IsNullableValue)
        {
            var inner = StandardImplicit(from.StripNullable(), target);
            return inner.Kind is ConversionKind.Identity or ConversionKind.Numeric or ConversionKind.Tuple
                ? Conversion.Of(ConversionKind.Lifted) with { Inner = inner }
                : Conversion.No;
        }

        if (!from.IsValueType && from is not TypeParameterSymbol)
            return Conversion.No;
        var value = StandardImplicit(from, target);
        return value.Kind is ConversionKind.Identity or ConversionKind.Numeric or ConversionKind.Tuple
            ? Conversion.Of(ConversionKind.NullableWrap) with { Inner = value }
            : Conversion.No;
    }

    private static Conversion Tuple(TypeSymbol from, TypeSymbol to, Func<TypeSymbol, TypeSymbol, Conversion> element, bool isImplicit)
    {
        var (source, target) = (from.TupleElements, to.TupleElements);
        if (source.Length != target.Length)
            return Conversion.No;
        var elements = ImmutableArray.CreateBuilder<Conversion>(source.Length);
        for (var i = 0; i < source.Length; i++)
        {
            var conversion = element(source[i].Type, target[i].Type);
            if (!conversion.Exists || (isImplicit && !conversion.IsImplicit))
                return Conversion.No;
            elements.Add(conversion);
        }

        return new Conversion(ConversionKind.Tuple, isImplicit) { Elements = elements.MoveToImmutable() };
    }
}
