using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>
/// Binds a whole cell in its order of dependence: usings, types, signatures of methods, statements, then the bodies of methods (which
/// may use every variable of the cell) and of types.
/// </summary>
internal sealed class CellBinder(SessionScope session, CursorProbe? probe = null)
{
    /// <summary>Usings in force after the last bound cell; <see cref="Commit"/> makes them the session's.</summary>
    private Imports _imports = session.Imports;

    /// <summary>The bound cell, or null when there are errors: it must not run then.</summary>
    public BoundCell? Bind(CompilationUnitSyntax syntax, DiagnosticBag diagnostics)
    {
        var context = new BodyContext { IsCell = true };
        var scope = new Scope(null, context) { IsCell = true };
        _imports = session.Imports;
        var binder = new Binder(session, diagnostics, _imports, scope) { Probe = probe };
        var members = Flatten(syntax.Members).ToList();
        if (!syntax.Usings.IsEmpty)
        {
            // Aliases may name types of this very cell: they are declared under the usings known so far.
            binder.DeclareTypes(members);
            foreach (var directive in syntax.Usings)
                _imports = binder.BindUsing(directive, _imports);
            binder = new Binder(session, diagnostics, _imports, scope) { Probe = probe };
        }

        binder.DeclareTypes(members);
        binder.BindTypeHeaders();
        var methods = members.OfType<MethodDeclarationSyntax>().Select(m => (Symbol: binder.DeclareTopLevelMethod(m), Syntax: m)).ToList();
        foreach (var property in members.OfType<PropertyDeclarationSyntax>().Where(p => !p.IsAutomatic))
            methods.AddRange(binder.DeclareTopLevelProperty(property));
        binder.BindTypeMembers();
        binder.BindAttributes();
        var (statements, value) = binder.BindCellStatements(members);
        var bodies = methods.Select(m => binder.BindTopLevelMethod(m.Symbol, m.Syntax)).OfType<BoundMethodBody>().ToImmutableArray();
        var typeBodies = binder.BindTypeBodies();
        if (diagnostics.HasErrors)
            return null;
        var cell = new BoundCell(syntax.Span, [.. binder.CellTypes.Values], typeBodies, bodies, [.. binder.CellVariables], [.. scope.Locals], statements, value, context.HasAwait) { Properties = [.. binder.CellProperties], Class = binder.CellClass };
        DefiniteAssignment.Check(cell, diagnostics);
        return diagnostics.HasErrors ? null : cell;
    }

    /// <summary>Makes an emitted cell's declarations and usings the session's.</summary>
    public void Commit(BoundCell cell) => session.Commit(cell, _imports);

    // A namespace in a cell is only a way to write: its types are the session's like others.
    private static IEnumerable<MemberDeclarationSyntax> Flatten(ImmutableArray<MemberDeclarationSyntax> members)
    {
        foreach (var member in members)
        {
            if (member is not NamespaceDeclarationSyntax ns)
            {
                yield return member;
                continue;
            }

            foreach (var inner in Flatten(ns.Members))
                yield return inner;
        }
    }
}
