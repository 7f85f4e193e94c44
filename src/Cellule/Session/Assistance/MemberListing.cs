using Cellule.Binding;
using Cellule.Symbols;

namespace Cellule.Session.Assistance;

/// <summary>Lists what can be named after a dot.</summary>
internal sealed class MemberListing(SessionScope session)
{
    /// <summary>Members of every meaning that the text before the dot has at the cursor.</summary>
    public IEnumerable<Symbol> Of(CursorProbe probe) => probe.Receivers.SelectMany(receiver => receiver switch
    {
        BoundTypeExpression type => StaticOf(type.Named, probe),
        BoundColorColor color => InstanceOf(color.Value.Type, probe).Concat(StaticOf(color.Named, probe)),
        BoundNamespace => [],
        _ => InstanceOf(receiver.Type, probe),
    });

    /// <summary>Members that an object initializer or a property pattern can name.</summary>
    public static IEnumerable<Symbol> Settable(CursorProbe probe) => probe.Initialized is not var (type, taken)
        ? []
        : Hierarchy(type, probe).Where(member => !member.IsStatic && !taken.Contains(member.Name) && member is PropertySymbol { IsIndexer: false } or FieldSymbol);

    private static IEnumerable<MemberSymbol> StaticOf(TypeSymbol type, CursorProbe probe) =>
        Hierarchy(type, probe).Where(member => member.IsStatic || type.IsEnum && member is FieldSymbol);

    /// <summary>The names of public types within a type.</summary>
    public static IEnumerable<string> NestedTypeNames(CursorProbe probe) =>
        probe.Receivers.OfType<BoundTypeExpression>().SelectMany(type => type.Named.RuntimeType?.GetNestedTypes() ?? []).Select(nested => nested.Name.Split('`')[0]);

    private IEnumerable<Symbol> InstanceOf(TypeSymbol type, CursorProbe probe)
    {
        foreach (var element in type.TupleElements)
        {
            if (element.Name is { } name)
                yield return new LocalSymbol(name, element.Type);
        }

        foreach (var member in Hierarchy(type, probe).Where(member => !member.IsStatic))
            yield return member;
        foreach (var method in Extensions(type, probe.Imports ?? session.Imports))
            yield return method;
    }

    private IEnumerable<MethodSymbol> Extensions(TypeSymbol type, Imports imports) =>
        imports.Namespaces.SelectMany(ns => session.Types.ExtensionTypes(ns))
            .Concat(session.DeclaredTypes.Where(declared => declared.IsStatic))
            .SelectMany(holder => holder.GetMembers()).OfType<MethodSymbol>()
            .Concat(session.Methods)
            .Where(method => method.IsExtension && method.Accessibility == Accessibility.Public && Takes(method.Parameters[0].Type, type));

    private static IEnumerable<MemberSymbol> Hierarchy(TypeSymbol type, CursorProbe probe) =>
        MemberLookup.Hierarchy(type).SelectMany(part => part.GetMembers()).Where(member => IsNamed(member, probe));

    private static bool IsNamed(MemberSymbol member, CursorProbe probe) =>
        (member.Accessibility == Accessibility.Public || IsOwn(member, probe))
        && member is not MethodSymbol { MethodKind: not MethodKind.Ordinary }
        && member is not PropertySymbol { IsIndexer: true }
        && member.Name.Length > 0 && (char.IsLetter(member.Name[0]) || member.Name[0] == '_')
        && member.RuntimeMember is not System.Reflection.MethodBase { IsSpecialName: true }
        && member.Name != "value__";

    private static bool IsOwn(MemberSymbol member, CursorProbe probe) =>
        probe.EnclosingType is { } enclosing && ReferenceEquals(member.ContainingType?.OriginalDefinition, enclosing.OriginalDefinition);

    private static bool Takes(TypeSymbol parameter, TypeSymbol type)
    {
        if (parameter is TypeParameterSymbol || parameter.IsObject)
            return true;
        var wanted = parameter.OriginalDefinition;
        return MemberLookup.Hierarchy(type).Concat(type.AllInterfaces).Any(part => ReferenceEquals(part.OriginalDefinition, wanted) || part.OriginalDefinition == wanted);
    }
}
