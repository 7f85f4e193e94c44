using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>What a simple name in an expression means, from the innermost scope outwards.</summary>
internal sealed partial class Binder
{
    private readonly Dictionary<RangeVariableSymbol, Func<TextSpan, BoundExpression>> _rangeVariables = [];

    private BoundExpression BindName(SimpleNameSyntax syntax)
    {
        var name = syntax.Name;
        var span = syntax.Span;
        if (name.Length == 0)
            return Bad(span);
        if (IsCursor(syntax))
        {
            NoteName(isType: false);
            return Bad(span);
        }

        var typeArguments = BindTypeArguments(syntax);
        if (typeArguments.Any(t => t.IsError))
            return Bad(span);

        for (var scope = _scope; scope is not null; scope = scope.Parent)
        {
            if (typeArguments.IsEmpty && scope.Find(name) is { } symbol)
                return Use(symbol, syntax, scope);
            if (scope.FindFunctions(name) is { } functions)
            {
                ImmutableArray<MethodSymbol> all = scope.IsCell ? [.. functions, .. _session.FindMethods(name, functions)] : [.. functions];
                return new BoundMethodGroup(span, name, null, all, typeArguments);
            }

            if (scope.Type is not null && FindInType(scope, syntax, typeArguments) is { } member)
                return member;
            if (scope.IsCell && FindInSession(syntax, typeArguments) is { } earlier)
                return earlier;
        }

        if (FindImportedValue(syntax, typeArguments) is { } imported)
            return imported;
        if (FindTypeOrNamespace(syntax) is { } found)
            return found is TypeSymbol type ? new BoundTypeExpression(span, type) : new BoundNamespace(span, (NamespaceSymbol)found);
        if (IsDeclaredLater(name))
            _diagnostics.UsedBeforeDeclaration(syntax.Identifier.Span, name);
        else
            _diagnostics.UnknownName(syntax.Identifier.Span, name, SimilarName(name), MissingUsing(MetadataName(syntax)));
        return Bad(span);
    }

    private bool IsDeclaredLater(string name)
    {
        for (var scope = _scope; scope is not null; scope = scope.Parent)
        {
            if (scope.LaterNames?.Contains(name) == true)
                return true;
        }

        return false;
    }

    // A static function takes nothing from the functions around it.
    private void CheckStaticFunction(BodyContext? owner, string name, TextSpan span)
    {
        for (BodyContext? body = Body; body is not null && !ReferenceEquals(body, owner); body = body.Parent)
        {
            if (!body.IsStaticFunction)
                continue;
            _diagnostics.StaticFunctionCaptures(span, name, body.IsLambda);
            return;
        }
    }

    private ImmutableArray<TypeSymbol> BindTypeArguments(SimpleNameSyntax syntax) =>
        syntax is GenericNameSyntax generic && !generic.TypeArguments.Any(a => a is OmittedTypeArgumentSyntax)
            ? [.. generic.TypeArguments.Select(BindType)]
            : [];

    private BoundExpression Use(Symbol symbol, SimpleNameSyntax syntax, Scope scope)
    {
        var span = syntax.Span;
        switch (symbol)
        {
            case LocalSymbol { IsConst: true } constant:
                return Literal(span, constant.Type, constant.ConstantValue);
            case LocalSymbol local:
                if (local.Type.IsNone)
                {
                    _diagnostics.UsedBeforeDeclaration(span, local.Name);
                    return Bad(span);
                }

                CheckStaticFunction(scope.Body, local.Name, span);
                return MaybeColorColor(new BoundLocal(span, local), syntax);
            case ParameterSymbol parameter:
                CheckStaticFunction(scope.Body, parameter.Name, span);
                NoteCapture(parameter, scope);
                return MaybeColorColor(new BoundParameter(span, parameter), syntax);
            case CellVariableSymbol { HasConstant: true } constant:
                return Literal(span, constant.Type, constant.Constant);
            case CellVariableSymbol variable:
                if (variable.Type.IsNone)
                {
                    _diagnostics.UsedBeforeDeclaration(span, variable.Name);
                    return Bad(span);
                }

                return MaybeColorColor(FieldOf(span, null, variable), syntax);
            case PropertySymbol property:
                return PropertyOf(span, null, property);
            case RangeVariableSymbol range:
                return _rangeVariables[range](span);
            case TypeSymbol type:
                return new BoundTypeExpression(span, type);
            default:
                throw new InvalidOperationException(symbol.GetType().Name);
        }
    }

    // A variable may have its type's name: Color Color. Then Color.Red is the type's.
    private BoundExpression MaybeColorColor(BoundExpression value, SimpleNameSyntax syntax) =>
        value.Type.Name == syntax.Name && FindTypeOrNamespace(syntax) is TypeSymbol type && type == value.Type
            ? new BoundColorColor(value.Span, value, type)
            : value;

    private BoundExpression? FindInType(Scope scope, SimpleNameSyntax syntax, ImmutableArray<TypeSymbol> typeArguments)
    {
        var isStatic = scope.IsStatic;
        for (var type = scope.Type; type is not null; type = type.ContainingType as NamedTypeSymbol)
        {
            // An enclosing type's scope follows in the chain.
            if (!ReferenceEquals(type, scope.Type))
                break;
            var seen = InContext(type);
            var members = MemberLookup.Find(seen, syntax.Name);
            if (!members.IsEmpty)
            {
                BoundExpression? receiver = isStatic || IsStaticHere(scope) ? null : new BoundThis(syntax.Span, type);
                return Member(syntax, syntax.Span, receiver, seen, members, typeArguments, implicitThis: true);
            }

            if (MemberLookup.NestedType(type, syntax.Name, Arity(syntax)) is { } nested)
                return new BoundTypeExpression(syntax.Span, WithArguments(nested, syntax, seen));
        }

        return null;
    }

    // The nearest member scope decides whether 'this' exists; outer types' instances are never at hand.
    private bool IsStaticHere(Scope typeScope)
    {
        for (var scope = _scope; scope is not null && !ReferenceEquals(scope, typeScope); scope = scope.Parent)
        {
            if (scope.Type is not null || scope.IsStatic)
                return true;
        }

        return typeScope.IsStatic;
    }

    private BoundExpression? FindInSession(SimpleNameSyntax syntax, ImmutableArray<TypeSymbol> typeArguments)
    {
        if (FindOwnType(syntax) is { } own)
            return new BoundTypeExpression(syntax.Span, own);
        if (typeArguments.IsEmpty && _session.FindVariable(syntax.Name) is { } variable)
            return Use(variable, syntax, _scope);
        if (typeArguments.IsEmpty && _session.FindProperty(syntax.Name) is { } property)
            return Use(property, syntax, _scope);
        var methods = _session.FindMethods(syntax.Name);
        if (!methods.IsEmpty)
            return new BoundMethodGroup(syntax.Span, syntax.Name, null, methods, typeArguments);
        return _session.FindType(syntax.Name, Arity(syntax)) is { } type ? new BoundTypeExpression(syntax.Span, WithArguments(type, syntax)) : null;
    }

    private TypeSymbol? FindOwnType(SimpleNameSyntax syntax) =>
        CellTypes.TryGetValue((syntax.Name, Arity(syntax)), out var type) ? WithArguments(type, syntax) : null;

    private BoundExpression? FindImportedValue(SimpleNameSyntax syntax, ImmutableArray<TypeSymbol> typeArguments)
    {
        List<MethodSymbol>? methods = null;
        foreach (var type in _imports.Statics)
        {
            var members = type.GetMembers(syntax.Name);
            foreach (var member in members)
            {
                if (!(member.IsStatic || member is FieldSymbol { IsConst: true }) || !IsAccessible(member))
                    continue;
                if (member is MethodSymbol method)
                {
                    (methods ??= []).Add(method);
                }
                else if (methods is null)
                {
                    return Member(syntax, syntax.Span, null, type, [member], typeArguments, implicitThis: false);
                }
            }
        }

        return methods is null ? null : new BoundMethodGroup(syntax.Span, syntax.Name, null, [.. methods], typeArguments);
    }

    // Names that could have been meant.

    private string? SimilarName(string name) => Similar(name, NamesInScope());

    private IEnumerable<string> NamesInScope()
    {
        for (var scope = _scope; scope is not null; scope = scope.Parent)
        {
            foreach (var symbol in scope.Declared)
                yield return symbol.Name;
            if (scope.Type is not null)
            {
                foreach (var member in scope.Type.GetMembers())
                    yield return member.Name;
            }
        }

        foreach (var variable in _session.Variables)
            yield return variable.Name;
        foreach (var property in _session.Properties)
            yield return property.Name;
        foreach (var method in _session.Methods)
            yield return method.Name;
        foreach (var name in TypeNames())
            yield return name;
    }

    private string? SimilarType(string name) => Similar(name, TypeNames());

    private IEnumerable<string> TypeNames() =>
        CellTypes.Keys.Select(k => k.Name)
            .Concat(_session.DeclaredTypes.Select(t => t.Name))
            .Concat(_imports.Namespaces.SelectMany(ns => _session.Types.MembersOf(ns)).Where(m => !m.IsNamespace).Select(m => m.Name.Split('`')[0]));

    private static string? Similar(string name, IEnumerable<string> candidates) => SimilarNames.Best(name, candidates);

    private string? MissingUsing(string metadataName)
    {
        var namespaces = _session.Types.NamespacesOf(metadataName).Where(n => n.Length > 0 && !n.Contains("Internal", StringComparison.Ordinal)).ToList();
        return namespaces.Count == 0 ? null : namespaces.MinBy(n => n.Length);
    }
}
