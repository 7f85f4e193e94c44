using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Cellule.Symbols;

/// <summary>A generic type with type arguments; also a tuple type with its element names. Made by <see cref="NamedTypeSymbol.Construct(ImmutableArray{TypeSymbol}, ImmutableArray{string})"/>.</summary>
internal sealed class ConstructedTypeSymbol : NamedTypeSymbol
{
    private readonly NamedTypeSymbol _definition;
    private readonly ConcurrentDictionary<string, ImmutableArray<MemberSymbol>> _members = new(StringComparer.Ordinal);
    private Type? _runtimeType;
    private TypeSymbol? _canonical;
    private TypeSymbol? _base;
    private ImmutableArray<TypeSymbol> _interfaces;
    private ImmutableArray<TupleElement> _tupleElements;

    internal ConstructedTypeSymbol(NamedTypeSymbol definition, ImmutableArray<TypeSymbol> typeArguments, ImmutableArray<string?> tupleNames)
    {
        _definition = definition;
        TypeArguments = typeArguments;
        TupleNames = tupleNames;
        Map = TypeMap.Empty.With(definition.TypeParameters, typeArguments);
    }

    public TypeMap Map { get; }

    /// <summary>Names of the tuple's elements; default when none has a name.</summary>
    public ImmutableArray<string?> TupleNames { get; }

    public override string Name => _definition.Name;

    public override string Namespace => _definition.Namespace;

    public override TypeKind TypeKind => _definition.TypeKind;

    public override Accessibility Accessibility => _definition.Accessibility;

    public override bool IsAbstract => _definition.IsAbstract;

    public override bool IsSealed => _definition.IsSealed;

    public override bool IsStatic => _definition.IsStatic;

    public override bool IsRefLike => _definition.IsRefLike;

    public override bool IsRecord => _definition.IsRecord;

    public override string? IndexerName => _definition.IndexerName;

    public override TypeSymbol OriginalDefinition => _definition;

    public override ImmutableArray<TypeParameterSymbol> TypeParameters => _definition.TypeParameters;

    public override ImmutableArray<TypeSymbol> TypeArguments { get; }

    public override TypeSymbol? ContainingType => _definition.ContainingType is { } outer
        ? outer.OriginalDefinition is NamedTypeSymbol named && named.Arity > 0 ? named.Construct(TypeArguments[..named.Arity]) : outer
        : null;

    public override TypeSymbol? BaseType => _base ??= _definition.BaseType?.Substitute(Map);

    public override ImmutableArray<TypeSymbol> AllInterfaces =>
        _interfaces.IsDefault ? _interfaces = Map.Substitute(_definition.AllInterfaces) : _interfaces;

    public override TypeSymbol? EnumUnderlyingType => _definition.EnumUnderlyingType;

    public override Type? RuntimeType
    {
        get
        {
            if (_runtimeType is not null || _definition.RuntimeType is not { } open)
                return _runtimeType;
            var arguments = new Type[TypeArguments.Length];
            for (var i = 0; i < arguments.Length; i++)
            {
                if (TypeArguments[i].RuntimeType is not { } argument)
                    return null;
                arguments[i] = argument;
            }

            return _runtimeType = open.MakeGenericType(arguments);
        }
    }

    public override TypeSymbol Canonical
    {
        get
        {
            if (_canonical is not null)
                return _canonical;
            var changed = !TupleNames.IsDefault;
            var arguments = ImmutableArray.CreateBuilder<TypeSymbol>(TypeArguments.Length);
            foreach (var argument in TypeArguments)
            {
                var canonical = argument.Canonical;
                changed |= !ReferenceEquals(canonical, argument);
                arguments.Add(canonical);
            }

            return _canonical = changed ? _definition.Construct(arguments.MoveToImmutable()) : this;
        }
    }

    public override ImmutableArray<TupleElement> TupleElements
    {
        get
        {
            if (!_tupleElements.IsDefault)
                return _tupleElements;
            if (!BuiltIn.IsValueTuple(_definition))
                return _tupleElements = [];
            var elements = ImmutableArray.CreateBuilder<TupleElement>();
            TypeSymbol current = this;
            while (true)
            {
                var arguments = current.TypeArguments;
                var own = Math.Min(arguments.Length, 7);
                for (var i = 0; i < own; i++)
                    elements.Add(new(TupleNames.IsDefault || elements.Count >= TupleNames.Length ? null : TupleNames[elements.Count], arguments[i]));
                if (arguments.Length < 8 || !BuiltIn.IsValueTuple(arguments[7].OriginalDefinition))
                    break;
                current = arguments[7];
            }

            return _tupleElements = elements.ToImmutable();
        }
    }

    public override ImmutableArray<MemberSymbol> GetMembers(string name) =>
        _members.TryGetValue(name, out var members) ? members : _members.GetOrAdd(name, Substituted(_definition.GetMembers(name)));

    public override ImmutableArray<MemberSymbol> GetMembers() => Substituted(_definition.GetMembers());

    public override TypeSymbol? GetNestedType(string name, int arity) =>
        _definition.GetNestedType(name, arity) is NamedTypeSymbol nested && nested.Arity == TypeArguments.Length
            ? nested.Construct(TypeArguments)
            : _definition.GetNestedType(name, arity);

    public override TypeSymbol Substitute(TypeMap map)
    {
        var arguments = map.Substitute(TypeArguments);
        return arguments == TypeArguments ? this : _definition.Construct(arguments, TupleNames);
    }

    private ImmutableArray<MemberSymbol> Substituted(ImmutableArray<MemberSymbol> definitions) =>
        definitions.IsEmpty ? [] : [.. definitions.Select(m => SubstitutedMembers.Of(m, this, Map))];

    protected override bool SameCanonical(TypeSymbol other)
    {
        if (other is not ConstructedTypeSymbol constructed || !ReferenceEquals(constructed._definition, _definition))
            return false;
        for (var i = 0; i < TypeArguments.Length; i++)
        {
            if (TypeArguments[i] != constructed.TypeArguments[i])
                return false;
        }

        return true;
    }

    protected override int CanonicalHash()
    {
        var hash = System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(_definition);
        foreach (var argument in TypeArguments)
            hash = (hash * 31) + argument.GetHashCode();
        return hash;
    }
}
