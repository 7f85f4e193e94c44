using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Cellule.Symbols;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>Inline arrays: structs of one field that stand for several elements, which are reached through a span over the variable.</summary>
internal sealed partial class Binder
{
    /// <summary>The span over an inline array's elements; null when the expression is no variable of such a type.</summary>
    private BoundExpression? InlineSpan(BoundExpression variable, TextSpan span)
    {
        var type = variable.Type;
        if (type.TypeKind != TypeKind.Struct || !IsLvalue(variable) || LengthOfInline(type) is not { } length)
            return null;
        if (type.GetMembers().OfType<FieldSymbol>().FirstOrDefault(f => !f.IsStatic) is not { } element)
            return null;
        var first = LoadedTypes.From(typeof(Unsafe)).GetMembers(nameof(Unsafe.As)).OfType<MethodSymbol>().First(m => m.TypeParameters.Length == 2).Construct([type, element.Type]);
        var create = LoadedTypes.From(typeof(MemoryMarshal)).GetMembers(nameof(MemoryMarshal.CreateSpan)).OfType<MethodSymbol>().First().Construct([element.Type]);
        return Call(span, null, create, Call(span, null, first, variable), Literal(span, BuiltIn.Int32, length));
    }

    private static int? LengthOfInline(TypeSymbol type)
    {
        var definition = type.OriginalDefinition;
        if (definition.Attributes.FirstOrDefault(a => a.RuntimeType == typeof(InlineArrayAttribute)) is { } own)
            return own.Arguments[0].Value as int?;
        return definition is LoadedTypeSymbol { RuntimeType: var runtime } && Attribute.GetCustomAttribute(runtime, typeof(InlineArrayAttribute)) is InlineArrayAttribute loaded ? loaded.Length : null;
    }
}
