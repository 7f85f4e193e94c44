using Cellule.Binding;
using Cellule.Symbols;
using Cellule.Syntax;

namespace Cellule.Session.Assistance;

/// <summary>What the symbol at a cursor is: its signature, how many overloads there are, and its XML documentation where it is shipped.</summary>
internal sealed class CellInspector(SessionScope session)
{
    private const int MaxOverloads = 5;
    private const int MaxArity = 8;

    private readonly MemberListing _members = new(session);

    public SymbolInfo? Inspect(string code, int position)
    {
        var cursor = CursorText.At(code, position);
        var found = Found(cursor);

        // Among the arguments, where nothing else is asked about, the call is.
        if (found.Count == 0 && cursor.CallAround() is { } call)
        {
            cursor = call;
            found = Found(call);
        }

        if (found is not [var first, ..])
        {
            return null;
        }

        var more = found.Count > MaxOverloads ? $"\n(and {found.Count - MaxOverloads} more)" : "";
        var signature = string.Join('\n', found.Take(MaxOverloads).Select(SymbolSignature.Of)) + more;
        var member = first switch
        {
            TypeSymbol type => type.OriginalDefinition.RuntimeType,
            MemberSymbol named => named.OriginalDefinition.RuntimeMember,
            _ => null,
        };
        return new SymbolInfo(signature, member is null ? "" : XmlDocumentation.Of(member), cursor.Start, cursor.End);
    }

    private List<Symbol> Found(CursorText cursor) => cursor.Start == cursor.End || !cursor.IsInCode() ? [] : [.. Meanings(cursor)];

    /// <summary>The symbols that the name can mean: a variable, a type, or all the methods of that name.</summary>
    private IEnumerable<Symbol> Meanings(CursorText cursor)
    {
        var name = cursor.Code[cursor.Start..cursor.End].TrimStart('@');
        if (KeywordTable.IsPredefinedType(KeywordTable.KindOf(name)))
        {
            return [Binder.Predefined(KeywordTable.KindOf(name))];
        }

        var probe = CursorBinding.At(cursor, session);
        if (probe.Initialized is not null)
        {
            return MemberListing.Settable(probe).Where(member => member.Name == name);
        }

        return probe.Receivers.Count > 0 ? MembersNamed(name, probe)
            : cursor.Before.TrimEnd().EndsWith('.') ? []
            : InForce(name, probe);
    }

    private IEnumerable<Symbol> MembersNamed(string name, CursorProbe probe)
    {
        var members = _members.Of(probe).Where(member => member.Name == name);
        var types = probe.Receivers.SelectMany(receiver => receiver switch
        {
            BoundNamespace ns => TypesNamed(ns.Namespace.FullName, name),
            BoundTypeExpression type => Enumerable.Range(0, MaxArity).Select(arity => type.Named.GetNestedType(name, arity)).OfType<TypeSymbol>(),
            _ => [],
        });
        return members.Concat(types);
    }

    private IEnumerable<Symbol> InForce(string name, CursorProbe probe)
    {
        if (probe.Names?.FirstOrDefault(symbol => symbol.Name == name) is { } nearest)
        {
            return nearest is MethodSymbol ? probe.Names.Value.Where(symbol => symbol.Name == name) : [nearest];
        }

        if (session.FindVariable(name) is { } variable)
        {
            return [variable];
        }

        var imports = probe.Imports ?? session.Imports;
        var methods = session.FindMethods(name).Concat(imports.Statics.SelectMany(type => type.GetMembers(name)).OfType<MethodSymbol>()).ToList();
        return methods.Count > 0
            ? methods
            : session.DeclaredTypes.Where(type => type.Name == name)
                .Concat(imports.Namespaces.Append("").SelectMany(ns => TypesNamed(ns, name)))
                .Concat(new[] { imports.Aliases.GetValueOrDefault(name) }.OfType<TypeSymbol>());
    }

    private IEnumerable<TypeSymbol> TypesNamed(string ns, string name) =>
        Enumerable.Range(0, MaxArity).Select(arity => session.Types.Find(ns, name, arity)).OfType<TypeSymbol>();
}
