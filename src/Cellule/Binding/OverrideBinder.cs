using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>What a type's members override and implement, and what they fail to.</summary>
internal sealed partial class Binder
{
    private void BindOverrides(TypeDeclaration declaration)
    {
        var type = declaration.Symbol;
        if (type.TypeKind is TypeKind.Enum or TypeKind.Delegate)
            return;
        foreach (var method in AllMethods(type))
        {
            if (method is { Override: true, MethodKind: not MethodKind.Destructor })
                FindOverridden(declaration, method);
        }

        if (type.IsInterface)
            return;
        var name = declaration.First.Identifier.Span;
        if (!type.Abstract)
        {
            for (var current = type.BaseType; current is { IsAbstract: true }; current = current.BaseType)
            {
                foreach (var missing in MethodsOf(current).Where(m => m.IsAbstract && !m.IsStatic && Implementation(type, m, current) is null))
                    _diagnostics.AbstractNotImplemented(name, type.Name, missing.AssociatedMember ?? missing);
            }
        }

        foreach (var face in type.AllInterfaces)
        {
            foreach (var missing in MethodsOf(face).Where(m => m.IsAbstract && !IsImplemented(type, m, face)))
                ReportNotImplemented(BaseSpan(declaration, face) ?? name, type, missing);
        }
    }

    /// <summary>Where the declaration lists an interface, or one that extends it.</summary>
    private TextSpan? BaseSpan(TypeDeclaration declaration, TypeSymbol face) =>
        declaration.Parts.OfType<TypeDeclarationSyntax>().SelectMany(p => p.BaseTypes)
            .FirstOrDefault(b => TryBindType(b.Type) is { IsInterface: true } listed && (listed == face || listed.AllInterfaces.Contains(face)))?.Type.Span;

    private void ReportNotImplemented(TextSpan span, SourceTypeSymbol type, MethodSymbol missing)
    {
        var member = missing.AssociatedMember ?? missing;
        var near = MethodsOf(type).FirstOrDefault(m => m.Name == missing.Name && m.IsStatic == missing.IsStatic && SameShape(missing, m));
        if (near is null)
            _diagnostics.NotImplemented(span, type.Name, member);
        else if (near.Accessibility != Accessibility.Public)
            _diagnostics.ImplementationNotPublic(span, type.Name, member);
        else
            _diagnostics.ImplementationReturnType(span, type.Name, member, missing.ReturnType);
    }

    private static IEnumerable<SourceMethodSymbol> AllMethods(SourceTypeSymbol type) => MethodsOf(type).OfType<SourceMethodSymbol>();

    /// <summary>Methods and accessors of a type itself.</summary>
    private static IEnumerable<MethodSymbol> MethodsOf(TypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            MethodSymbol?[] found = member switch
            {
                MethodSymbol method => [method],
                PropertySymbol property => [property.Getter, property.Setter],
                EventSymbol @event => [@event.Adder, @event.Remover],
                _ => [],
            };
            foreach (var method in found)
            {
                if (method is not null)
                    yield return method;
            }
        }
    }

    private void FindOverridden(TypeDeclaration declaration, SourceMethodSymbol method)
    {
        for (var current = declaration.Symbol.BaseType; current is not null; current = current.BaseType)
        {
            if (MethodsOf(current).FirstOrDefault(m => m.Name == method.Name && !m.IsStatic && m.Accessibility != Accessibility.Private && SameShape(m, method)) is not { } found)
                continue;
            method.Overridden = found;
            if (!found.IsVirtual && !found.IsAbstract && !found.IsOverride)
                _diagnostics.CannotOverride(SpanOf(declaration, method), method.Name, found);
            else if (found.ReturnType != method.ReturnType && !(method.ReturnType.IsReferenceType && Conversions.Inherits(method.ReturnType, found.ReturnType)))
                _diagnostics.OverrideReturnType(SpanOf(declaration, method), method.Name, found.ReturnType);
            if (found.Accessibility != method.Accessibility && !(found.Accessibility == Accessibility.ProtectedInternal && method.Accessibility == Accessibility.Protected && !IsOfSession(found)) && method.AssociatedMember is null)
                _diagnostics.OverrideAccess(SpanOf(declaration, method), $"{declaration.Symbol.Name}.{method.Name}", found);
            method.DeclaredAccessibility = found.Accessibility;
            return;
        }

        _diagnostics.NothingToOverride(SpanOf(declaration, method), $"{declaration.Symbol.Name}.{method.Name}");
    }

    private static bool SameShape(MethodSymbol left, MethodSymbol right) =>
        left.TypeParameters.Length == right.TypeParameters.Length
        && MemberLookup.SameParameters((left.TypeParameters.IsEmpty ? left : left.Construct([.. right.TypeParameters])).Parameters, right.Parameters);

    private static bool SameReturn(MethodSymbol left, MethodSymbol right) =>
        (left.TypeParameters.IsEmpty ? left : left.Construct([.. right.TypeParameters])).ReturnType == right.ReturnType;

    private static MethodSymbol? Implementation(TypeSymbol type, MethodSymbol wanted, TypeSymbol until)
    {
        for (TypeSymbol? current = type; current is not null && !ReferenceEquals(current, until); current = current.BaseType)
        {
            if (MethodsOf(current).FirstOrDefault(m => m.Name == wanted.Name && m is { IsOverride: true, IsAbstract: false } && SameShape(wanted, m)) is { } found)
                return found;
        }

        return null;
    }

    private static bool IsImplemented(SourceTypeSymbol type, MethodSymbol wanted, TypeSymbol face)
    {
        for (TypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current is not SourceTypeSymbol && current.AllInterfaces.Contains(face))
                return true;
            if (MethodsOf(current).Any(m => (m.Name == wanted.Name && m.IsStatic == wanted.IsStatic && m.Accessibility == Accessibility.Public && SameShape(wanted, m) && SameReturn(wanted, m))
                || (m is SourceMethodSymbol { ExplicitImplementation: { } implemented } && implemented.Equals(wanted))))
                return true;
        }

        // An interface may implement it for those below.
        return type.AllInterfaces.Any(i => MethodsOf(i).Any(m => m is SourceMethodSymbol { ExplicitImplementation: { } implemented } && implemented.Equals(wanted)));
    }

    private static TextSpan SpanOf(TypeDeclaration declaration, SourceMethodSymbol method)
    {
        var syntax = declaration.Bodies.Find(b => ReferenceEquals(b.Symbol, method)).Syntax;
        return syntax switch
        {
            MethodDeclarationSyntax declared => declared.Identifier.Span,
            PropertyDeclarationSyntax declared => declared.Identifier.Span,
            IndexerDeclarationSyntax declared => declared.ThisSpan,
            _ => declaration.First.Identifier.Span,
        };
    }
}
