using System.Collections.Immutable;
using Cellule.Symbols;

namespace Cellule.Binding;

/// <summary>
/// The variables that are assigned at a point of a function; null stands for a point that control doesn't reach. A struct is assigned
/// when it was as a whole or when all of its fields were: each field of a followed struct has a part of its own.
/// </summary>
internal sealed class AssignedVariables
{
    private readonly Dictionary<(Symbol Variable, Symbol Field), PartSymbol> _parts = [];
    private readonly Dictionary<Symbol, ImmutableArray<Symbol>> _fields = new(ReferenceEqualityComparer.Instance);

    public static ImmutableHashSet<Symbol> None { get; } = ImmutableHashSet.Create<Symbol>(ReferenceEqualityComparer.Instance);

    /// <summary>Variables without a value from the start.</summary>
    public HashSet<Symbol> Followed { get; } = new(ReferenceEqualityComparer.Instance);

    public static ImmutableHashSet<Symbol>? Join(ImmutableHashSet<Symbol>? left, ImmutableHashSet<Symbol>? right) =>
        left is null ? right : right is null ? left : left.Intersect(right);

    /// <summary>Follows a variable that has no value yet; a struct without fields has one.</summary>
    public ImmutableHashSet<Symbol>? Declare(Symbol variable, TypeSymbol type, ImmutableHashSet<Symbol>? state)
    {
        Followed.Add(variable);
        if (!_fields.TryGetValue(variable, out var fields))
            _fields.Add(variable, fields = FieldsOf(type));
        state = state?.Remove(variable);
        foreach (var field in fields.IsDefault ? [] : fields)
            state = state?.Remove(Part(variable, field));
        return fields is { IsDefault: false, Length: 0 } ? state?.Add(variable) : state;
    }

    public bool IsAssigned(Symbol variable, ImmutableHashSet<Symbol>? state) => state is null || !Followed.Contains(variable) || state.Contains(variable);

    public bool IsFieldAssigned(Symbol variable, FieldSymbol field, ImmutableHashSet<Symbol>? state) =>
        IsAssigned(variable, state) || _fields[variable].IsDefault || state!.Contains(Part(variable, field.OriginalDefinition));

    public ImmutableHashSet<Symbol>? Assign(Symbol variable, ImmutableHashSet<Symbol>? state) => Followed.Contains(variable) ? state?.Add(variable) : state;

    public ImmutableHashSet<Symbol>? AssignField(Symbol variable, FieldSymbol field, ImmutableHashSet<Symbol>? state)
    {
        if (state is null || !Followed.Contains(variable) || state.Contains(variable) || _fields[variable].IsDefault)
            return state;
        state = state.Add(Part(variable, field.OriginalDefinition));
        return _fields[variable].All(f => state.Contains(Part(variable, f))) ? state.Add(variable) : state;
    }

    private PartSymbol Part(Symbol variable, Symbol field)
    {
        if (!_parts.TryGetValue((variable, field), out var part))
            _parts.Add((variable, field), part = new PartSymbol(field.Name));
        return part;
    }

    /// <summary>The fields that make a struct; default for types that are only assigned as a whole.</summary>
    private static ImmutableArray<Symbol> FieldsOf(TypeSymbol type)
    {
        if (type is not { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None, IsNullableValue: false })
            return default;
        var fields = ImmutableArray.CreateBuilder<Symbol>();
        foreach (var member in type.OriginalDefinition.GetMembers())
        {
            var field = member as FieldSymbol ?? (member as SourcePropertySymbol)?.BackingField ?? (member as SourceEventSymbol)?.BackingField;
            if (field is { IsStatic: false, IsConst: false })
                fields.Add(field);
        }

        return fields.ToImmutable();
    }

    /// <summary>A field of one variable.</summary>
    private sealed class PartSymbol(string name) : Symbol
    {
        public override string Name { get; } = name;
    }
}
