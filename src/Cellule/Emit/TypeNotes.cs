using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Cellule.Symbols;

namespace Cellule.Emit;

/// <summary>
/// What a type says beyond its runtime type, as the attributes in which compilers keep it: names of tuple elements, and where
/// <c>object</c> is <c>dynamic</c>. Later cells read them back (<see cref="TypeAnnotations"/>).
/// </summary>
internal static class TypeNotes
{
    public static void Write(TypeSymbol type, Action<CustomAttributeBuilder> set)
    {
        var names = new List<string?>();
        var dynamics = new List<bool>();
        Names(type, names);
        Dynamics(type, dynamics);
        if (names.Exists(n => n is not null))
            set(new CustomAttributeBuilder(typeof(TupleElementNamesAttribute).GetConstructor([typeof(string[])])!, [names.ToArray()]));
        if (dynamics.Contains(true))
            set(new CustomAttributeBuilder(typeof(DynamicAttribute).GetConstructor([typeof(bool[])])!, [dynamics.ToArray()]));
    }

    // A tuple's names come before those of the tuples inside it.
    private static void Names(TypeSymbol type, List<string?> names)
    {
        if (type is ArrayTypeSymbol array)
        {
            Names(array.ElementType, names);
        }
        else if (type.IsTuple)
        {
            names.AddRange(type.TupleElements.Select(e => e.Name));
            foreach (var element in type.TupleElements)
                Names(element.Type, names);
        }
        else if (type is ConstructedTypeSymbol)
        {
            foreach (var argument in type.TypeArguments)
                Names(argument, names);
        }
    }

    // One flag for each type, in the order in which they are written.
    private static void Dynamics(TypeSymbol type, List<bool> flags)
    {
        flags.Add(type.IsDynamic);
        if (type is ArrayTypeSymbol array)
        {
            Dynamics(array.ElementType, flags);
        }
        else if (type is ConstructedTypeSymbol)
        {
            foreach (var argument in type.TypeArguments)
                Dynamics(argument, flags);
        }
    }
}
