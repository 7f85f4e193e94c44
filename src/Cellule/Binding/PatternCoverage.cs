using Cellule.Symbols;

namespace Cellule.Binding;

/// <summary>
/// What earlier patterns of a switch leave for later ones. Values of whole numbers, characters, enums and bools are followed as
/// intervals, types by inheritance; a pattern that looks into its value covers nothing.
/// </summary>
internal sealed class PatternCoverage(TypeSymbol input)
{
    private readonly (Int128 Low, Int128 High)? _domain = DomainOf(input.StripNullable());
    private readonly List<TypeSymbol> _types = [];
    private readonly HashSet<object> _constants = [];
    private List<(Int128 Low, Int128 High)> _values = [];
    private bool _coversAll;
    private bool _coversNull;

    /// <summary>Whether a switch statement has a section for every value.</summary>
    public static bool IsExhaustive(BoundSwitch statement)
    {
        var coverage = new PatternCoverage(statement.Operand.Type);
        foreach (var label in statement.Sections.SelectMany(s => s.Labels))
        {
            if (label.Pattern is null)
                return true;
            if (label.Guard is null or BoundLiteral { Value: true })
                coverage.Add(label.Pattern);
        }

        return coverage.IsWhole;
    }

    public bool IsWhole => _coversAll || (_coversNull || input is { IsValueType: true, IsNullableValue: false }) && CoversValues(Everything);

    private List<(Int128 Low, Int128 High)>? Everything => _domain is { } domain ? [domain] : null;

    /// <summary>Nothing is left for this pattern to match.</summary>
    public bool Subsumes(BoundPattern pattern)
    {
        if (_coversAll)
            return true;
        switch (pattern)
        {
            case BoundOrPattern or:
                return Subsumes(or.Left) && Subsumes(or.Right);
            case BoundConstantPattern { Value.Value: null }:
                return _coversNull;
            case BoundConstantPattern { Value: { Value: { } value } literal } when ValuesOf(pattern) is null:
                return _constants.Contains(value) || CoversType(literal.Type);
            case BoundTypePattern type:
                return CoversType(type.TargetType);
            case BoundDeclarationPattern declaration:
                return CoversType(declaration.TargetType);
            case BoundRecursivePattern recursive:
                return CoversType(recursive.NarrowedType);
            case BoundListPattern list:
                return CoversType(list.NarrowedType);
            case BoundDiscardPattern or BoundVarPattern:
                return IsWhole;
            default:
                return CoversValues(ValuesOf(pattern));
        }
    }

    public void Add(BoundPattern pattern)
    {
        switch (pattern)
        {
            case BoundDiscardPattern or BoundVarPattern:
                _coversAll = true;
                break;
            case BoundOrPattern or:
                Add(or.Left);
                Add(or.Right);
                break;
            case BoundConstantPattern { Value.Value: null }:
                _coversNull = true;
                break;
            case BoundNotPattern { Pattern: BoundConstantPattern { Value.Value: null } }:
                AddType(input);
                break;
            case BoundTypePattern type:
                AddType(type.TargetType);
                break;
            case BoundDeclarationPattern declaration:
                AddType(declaration.TargetType);
                break;
            case BoundRecursivePattern { Positional.IsEmpty: true, Properties.IsEmpty: true } recursive:
                AddType(recursive.NarrowedType);
                break;
            case BoundConstantPattern { Value.Value: { } value } when ValuesOf(pattern) is null:
                _constants.Add(value);
                break;
            default:
                if (ValuesOf(pattern) is { } values)
                    _values = Merge([.. _values, .. values]);
                break;
        }
    }

    private void AddType(TypeSymbol type)
    {
        _types.Add(type.StripNullable());
        if (Everything is { } all && Conversions.Inherits(input.StripNullable(), type.StripNullable()))
            _values = all;
    }

    private bool CoversType(TypeSymbol type)
    {
        if (type is not TypeParameterSymbol && _types.Exists(t => Conversions.Inherits(type.StripNullable(), t)))
            return true;
        return type.StripNullable() == input.StripNullable() && CoversValues(Everything);
    }

    private bool CoversValues(List<(Int128 Low, Int128 High)>? values) =>
        values is not null && values.TrueForAll(v => _values.Exists(known => known.Low <= v.Low && v.High <= known.High));

    /// <summary>The values that match, as intervals in order; null when they can't be told so.</summary>
    private List<(Int128 Low, Int128 High)>? ValuesOf(BoundPattern pattern)
    {
        if (_domain is not { } domain)
            return null;
        switch (pattern)
        {
            case BoundConstantPattern { Value.Value: bool value }:
                return [(value ? 1 : 0, value ? 1 : 0)];
            case BoundConstantPattern { Value.Value: { } value } when IsWholeNumber(value):
                return [(Number(value), Number(value))];
            case BoundRelationalPattern { Value.Value: { } bound } relation when IsWholeNumber(bound):
                var limit = Number(bound);
                return Clip(
                    relation.Operator switch
                    {
                        BinaryOperator.Less => (domain.Low, limit - 1),
                        BinaryOperator.LessOrEqual => (domain.Low, limit),
                        BinaryOperator.Greater => (limit + 1, domain.High),
                        _ => (limit, domain.High),
                    });
            case BoundNotPattern not:
                return ValuesOf(not.Pattern) is { } negated ? Complement(negated, domain) : null;
            case BoundAndPattern and:
                return ValuesOf(and.Left) is { } left && ValuesOf(and.Right) is { } right ? Complement(Merge([.. Complement(left, domain), .. Complement(right, domain)]), domain) : null;
            case BoundOrPattern or:
                return ValuesOf(or.Left) is { } first && ValuesOf(or.Right) is { } second ? Merge([.. first, .. second]) : null;
            default:
                return null;
        }

        static List<(Int128 Low, Int128 High)> Clip((Int128 Low, Int128 High) range) => range.Low <= range.High ? [range] : [];
    }

    private static bool IsWholeNumber(object value) => value is sbyte or byte or short or ushort or int or uint or long or ulong or char;

    private static Int128 Number(object value) => value switch
    {
        ulong v => v,
        char v => v,
        _ => Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture),
    };

    private static List<(Int128 Low, Int128 High)> Merge(List<(Int128 Low, Int128 High)> ranges)
    {
        var merged = new List<(Int128 Low, Int128 High)>();
        foreach (var range in ranges.OrderBy(r => r.Low))
        {
            if (merged.Count > 0 && range.Low <= merged[^1].High + 1)
                merged[^1] = (merged[^1].Low, Int128.Max(merged[^1].High, range.High));
            else
                merged.Add(range);
        }

        return merged;
    }

    private static List<(Int128 Low, Int128 High)> Complement(List<(Int128 Low, Int128 High)> ranges, (Int128 Low, Int128 High) domain)
    {
        var result = new List<(Int128 Low, Int128 High)>();
        var next = domain.Low;
        foreach (var (low, high) in Merge(ranges))
        {
            if (next < low)
                result.Add((next, low - 1));
            next = high + 1;
        }

        if (next <= domain.High)
            result.Add((next, domain.High));
        return result;
    }

    // Any number may be cast to an enum: all of its underlying type's values count.
    private static (Int128 Low, Int128 High)? DomainOf(TypeSymbol type) => (type.EnumUnderlyingType ?? type).SpecialType switch
    {
        SpecialType.Boolean => (0, 1),
        SpecialType.SByte => (sbyte.MinValue, sbyte.MaxValue),
        SpecialType.Byte => (byte.MinValue, byte.MaxValue),
        SpecialType.Int16 => (short.MinValue, short.MaxValue),
        SpecialType.UInt16 => (ushort.MinValue, ushort.MaxValue),
        SpecialType.Char => (char.MinValue, char.MaxValue),
        SpecialType.Int32 => (int.MinValue, int.MaxValue),
        SpecialType.UInt32 => (uint.MinValue, uint.MaxValue),
        SpecialType.Int64 => (long.MinValue, long.MaxValue),
        SpecialType.UInt64 => (ulong.MinValue, ulong.MaxValue),
        _ => null,
    };
}
