using System.Reflection;
using Cellule.Lowering.Ir;
using Cellule.Symbols;

namespace Cellule.Emit;

/// <content>What metadata says of types and members: access, inheritance.</content>
internal sealed partial class TypeDeclarer
{
    private static MethodAttributes AttributesOf(MethodSymbol symbol, bool implementsInterface)
    {
        var source = symbol as SourceMethodSymbol;
        var attributes = MethodAccess(symbol.Accessibility) | MethodAttributes.HideBySig;
        if (source is { ExplicitImplementation: not null })
            attributes = MethodAttributes.Private | MethodAttributes.HideBySig;
        if (symbol.MethodKind is MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove or MethodKind.Operator or MethodKind.Conversion)
            attributes |= MethodAttributes.SpecialName;
        if (symbol.IsStatic)
        {
            attributes |= MethodAttributes.Static;
            if (symbol.IsAbstract || symbol.ContainingType is { IsInterface: true } && symbol.IsVirtual)
                attributes |= MethodAttributes.Virtual | (symbol.IsAbstract ? MethodAttributes.Abstract : 0);
            return attributes;
        }

        if (symbol is FrameMethodSymbol { Overrides: not null })
            return attributes | MethodAttributes.Virtual | MethodAttributes.ReuseSlot;
        if (symbol.MethodKind == MethodKind.Destructor)
            return attributes | MethodAttributes.Virtual;
        if (symbol.IsVirtual)
        {
            attributes |= MethodAttributes.Virtual;
            var sameSlot = symbol.IsOverride && source?.Overridden is var overridden && (overridden is null || overridden.ReturnType == symbol.ReturnType);
            attributes |= sameSlot ? MethodAttributes.ReuseSlot : MethodAttributes.NewSlot;
            if (symbol.IsAbstract)
                attributes |= MethodAttributes.Abstract;
            if (source?.Sealed == true)
                attributes |= MethodAttributes.Final;
        }
        else if (implementsInterface || source is { ExplicitImplementation: not null })
        {
            attributes |= MethodAttributes.Virtual | MethodAttributes.Final | MethodAttributes.NewSlot;
        }
        else if (symbol.ContainingType is { IsInterface: true } && source?.Synthesized != SynthesizedBody.Delegate && symbol.Accessibility != Accessibility.Private)
        {
            attributes |= MethodAttributes.Virtual | MethodAttributes.NewSlot;
        }

        return attributes;
    }

    private static TypeAttributes TypeAttributesOf(SourceTypeSymbol symbol, bool nested)
    {
        var attributes = symbol.TypeKind == TypeKind.Interface ? TypeAttributes.Interface | TypeAttributes.Abstract : TypeAttributes.Class;
        attributes |= nested
            ? symbol.Accessibility switch
            {
                Accessibility.Public => TypeAttributes.NestedPublic,
                Accessibility.Private => TypeAttributes.NestedPrivate,
                Accessibility.Protected => TypeAttributes.NestedFamily,
                Accessibility.ProtectedInternal => TypeAttributes.NestedFamORAssem,
                Accessibility.PrivateProtected => TypeAttributes.NestedFamANDAssem,
                _ => TypeAttributes.NestedAssembly,
            }
            : TypeAttributes.Public;
        if (symbol.IsAbstract)
            attributes |= TypeAttributes.Abstract;
        if (symbol.IsSealed)
            attributes |= TypeAttributes.Sealed;
        if (symbol.TypeKind == TypeKind.Struct)
            attributes |= TypeAttributes.SequentialLayout;
        if (symbol.TypeKind is TypeKind.Class or TypeKind.Struct && !symbol.GetMembers(".cctor").Any())
            attributes |= TypeAttributes.BeforeFieldInit;
        return attributes;
    }

    private static MethodAttributes MethodAccess(Accessibility accessibility) => accessibility switch
    {
        Accessibility.Public => MethodAttributes.Public,
        Accessibility.Private => MethodAttributes.Private,
        Accessibility.Protected => MethodAttributes.Family,
        Accessibility.ProtectedInternal => MethodAttributes.FamORAssem,
        Accessibility.PrivateProtected => MethodAttributes.FamANDAssem,
        _ => MethodAttributes.Assembly,
    };

    private static FieldAttributes FieldAccess(Accessibility accessibility) => accessibility switch
    {
        Accessibility.Public => FieldAttributes.Public,
        Accessibility.Private => FieldAttributes.Private,
        Accessibility.Protected => FieldAttributes.Family,
        Accessibility.ProtectedInternal => FieldAttributes.FamORAssem,
        Accessibility.PrivateProtected => FieldAttributes.FamANDAssem,
        _ => FieldAttributes.Assembly,
    };
}
