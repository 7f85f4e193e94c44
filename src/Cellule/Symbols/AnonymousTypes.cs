using System.Collections.Immutable;

namespace Cellule.Symbols;

/// <summary>
/// The session's anonymous types: for each list of property names one generic class with a type parameter per property, as a
/// <see cref="SourceTypeSymbol"/> whose members all have a <see cref="SynthesizedBody"/>. The emitter writes it when it first
/// meets one without a runtime type.
/// </summary>
internal sealed class AnonymousTypes
{
    private readonly Dictionary<string, SourceTypeSymbol> _byNames = new(StringComparer.Ordinal);

    public TypeSymbol Get(ImmutableArray<string> names, ImmutableArray<TypeSymbol> types)
    {
        if (names.IsEmpty)
            return BuiltIn.Object;
        var key = string.Join('|', names);
        if (!_byNames.TryGetValue(key, out var definition))
            _byNames.Add(key, definition = Make(names, _byNames.Count));
        NamedTypeSymbol named = definition.RuntimeType is { } type ? LoadedTypes.Definition(type) : definition;
        return named.Construct(types);
    }

    private static SourceTypeSymbol Make(ImmutableArray<string> names, int number)
    {
        var type = new SourceTypeSymbol($"<>f__AnonymousType{number}", TypeKind.Class, null) { Sealed = true, DeclaredBase = BuiltIn.Object };
        type.DeclaredTypeParameters = [.. names.Select((n, i) => new SourceTypeParameterSymbol($"<{n}>j__TPar", i, false))];
        var constructor = new SourceMethodSymbol(".ctor", MethodKind.Constructor, type)
        {
            Synthesized = SynthesizedBody.AnonymousConstructor,
            DeclaredParameters = [.. names.Select((n, i) => new ParameterSymbol(n, type.DeclaredTypeParameters[i], i))],
        };
        for (var i = 0; i < names.Length; i++)
        {
            var field = new SourceFieldSymbol($"<{names[i]}>i__Field", type.DeclaredTypeParameters[i], type) { ReadOnly = true };
            var property = new SourcePropertySymbol(names[i], type.DeclaredTypeParameters[i], type) { DeclaredAccessibility = Accessibility.Public, BackingField = field };
            property.DeclaredGetter = new SourceMethodSymbol("get_" + names[i], MethodKind.PropertyGet, type)
            {
                Synthesized = SynthesizedBody.AutoAccessor,
                Associated = property,
                DeclaredReturnType = property.Type,
            };
            type.Add(field);
            type.Add(property);
        }

        type.Add(constructor);
        type.Add(new SourceMethodSymbol("Equals", MethodKind.Ordinary, type)
        {
            Override = true,
            Synthesized = SynthesizedBody.AnonymousEquals,
            DeclaredReturnType = BuiltIn.Boolean,
            DeclaredParameters = [new ParameterSymbol("value", BuiltIn.Object, 0)],
        });
        type.Add(new SourceMethodSymbol("GetHashCode", MethodKind.Ordinary, type)
        {
            Override = true,
            Synthesized = SynthesizedBody.AnonymousGetHashCode,
            DeclaredReturnType = BuiltIn.Int32,
        });
        type.Add(new SourceMethodSymbol("ToString", MethodKind.Ordinary, type)
        {
            Override = true,
            Synthesized = SynthesizedBody.AnonymousToString,
            DeclaredReturnType = BuiltIn.String,
        });
        return type;
    }
}
