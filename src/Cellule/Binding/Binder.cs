using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>
/// Gives every piece of a cell's syntax its meaning by C#'s rules. One part of the language per file: names, members, invocations,
/// operators, lambdas, patterns, queries, statements, declarations. <see cref="CellBinder"/> drives it.
/// </summary>
internal sealed partial class Binder(SessionScope session, DiagnosticBag diagnostics, Imports imports, Scope scope)
{
    private readonly SessionScope _session = session;
    private readonly Imports _imports = imports;
    private readonly SourceText _source = diagnostics.Source;
    private DiagnosticBag _diagnostics = diagnostics;
    private Scope _scope = scope;
    private bool _isChecked;

    /// <summary>Types that the cell itself declares, by name and arity.</summary>
    public Dictionary<(string Name, int Arity), SourceTypeSymbol> CellTypes { get; } = [];

    /// <summary>Variables that the cell itself declares at its top level, in order.</summary>
    public List<CellVariableSymbol> CellVariables { get; } = [];

    public DiagnosticBag Diagnostics => _diagnostics;

    private BodyContext Body => _scope.Body;

    private Scope Push(Scope inner)
    {
        var outer = _scope;
        _scope = inner;
        return outer;
    }

    private Scope OpenScope() => Push(new Scope(_scope, Body));

    private ImmutableArray<LocalSymbol> CloseScope(Scope outer)
    {
        var locals = _scope.Locals;
        _scope.Close();
        _scope = outer;
        return [.. locals];
    }

    /// <summary>Runs a binding whose diagnostics go elsewhere.</summary>
    private T Quietly<T>(Func<T> bind, out DiagnosticBag diagnostics)
    {
        var saved = _diagnostics;
        var scope = _scope;
        _diagnostics = diagnostics = new DiagnosticBag(_source);
        try
        {
            return bind();
        }
        finally
        {
            _diagnostics = saved;
            _scope = scope;
        }
    }

    private static BoundBad Bad(TextSpan span) => new(span, BuiltIn.Error);

    private static BoundLiteral Literal(TextSpan span, TypeSymbol type, object? value) => new(span, type, value);

    /// <summary>The default value of a type, a literal where there is one.</summary>
    private static BoundExpression DefaultOf(TextSpan span, TypeSymbol type)
    {
        if (type.IsError)
            return Bad(span);
        if (type.IsReferenceType)
            return Literal(span, type, null);
        if (type.IsEnum && type.EnumUnderlyingType is { } underlying)
            return Literal(span, type, ConstantFolding.Zero(underlying.SpecialType));
        return type.SpecialType is >= SpecialType.Boolean and <= SpecialType.Decimal
            ? Literal(span, type, ConstantFolding.Zero(type.SpecialType))
            : new BoundDefault(span, type);
    }

    private static BoundCall Call(TextSpan span, BoundExpression? receiver, MethodSymbol method, params ImmutableArray<BoundExpression> arguments) =>
        new(span, receiver, method, arguments, default, false, method.ReturnType);

    /// <summary>A method of a loaded type, by name and parameter types.</summary>
    private static MethodSymbol WellKnown(Type type, string name, params ReadOnlySpan<TypeSymbol> parameters)
    {
        foreach (var method in LoadedTypes.From(type).GetMembers(name).OfType<MethodSymbol>())
        {
            if (method.Parameters.Length != parameters.Length)
                continue;
            var same = true;
            for (var i = 0; i < parameters.Length; i++)
                same &= method.Parameters[i].Type == parameters[i];
            if (same)
                return method;
        }

        throw new MissingMethodException(type.FullName, name);
    }

    private static BoundField FieldOf(TextSpan span, BoundExpression? receiver, FieldSymbol member) => new(span, receiver, member, member.Type);

    private static BoundProperty PropertyOf(TextSpan span, BoundExpression? receiver, PropertySymbol member, bool nonVirtual = false) =>
        new(span, receiver, member, [], default, nonVirtual, member.Type);

    private bool IsAccessible(MemberSymbol member, TypeSymbol? through = null)
    {
        switch (member.Accessibility)
        {
            case Accessibility.Public:
                return true;
            case Accessibility.Internal:
                return IsOfSession(member);
        }

        var containing = member.ContainingType?.OriginalDefinition;
        for (var current = EnclosingType; current is not null; current = current.ContainingType as NamedTypeSymbol)
        {
            if (ReferenceEquals(current.OriginalDefinition, containing))
                return true;
            if (member.Accessibility is Accessibility.Private || containing is null)
                continue;
            for (TypeSymbol? type = current; type is not null; type = type.BaseType)
            {
                if (ReferenceEquals(type.OriginalDefinition, containing))
                    return through is null || member.IsStatic || Conversions.Inherits(through.OriginalDefinition, current.OriginalDefinition) || through is TypeParameterSymbol;
            }
        }

        return member.Accessibility == Accessibility.ProtectedInternal && IsOfSession(member);
    }

    private static bool IsOfSession(MemberSymbol member) =>
        member.OriginalDefinition is not { RuntimeMember: { } runtime } || runtime.Module.Assembly.IsDynamic;

    /// <summary>The type whose member is being bound.</summary>
    private NamedTypeSymbol? EnclosingType
    {
        get
        {
            for (var scope = _scope; scope is not null; scope = scope.Parent)
            {
                if (scope.Type is not null)
                    return scope.Type;
            }

            return null;
        }
    }

    /// <summary>Declares a variable where the binder stands: a session variable at the cell's top level, a local elsewhere.</summary>
    private BoundExpression DeclareVariable(SyntaxToken identifier, TypeSymbol type, bool isReadOnly = false, Scope? scope = null)
    {
        scope = (scope ?? _scope).Declaring;
        var name = identifier.ValueText;
        if (scope.IsCell)
        {
            var variable = new CellVariableSymbol(name, type);
            if (scope.TryDeclare(variable))
                CellVariables.Add(variable);
            else
                _diagnostics.DuplicateVariable(identifier.Span, name);
            return FieldOf(identifier.Span, null, variable);
        }

        var local = new LocalSymbol(name, type) { IsReadOnly = isReadOnly };
        DeclareLocal(local, identifier.Span, scope);
        return new BoundLocal(identifier.Span, local);
    }

    private void DeclareLocal(LocalSymbol local, TextSpan span, Scope? scope = null)
    {
        scope = (scope ?? _scope).Declaring;
        scope.Locals.Add(local);
        if (local.Name.Length == 0)
            return;
        if (!scope.TryDeclare(local))
            _diagnostics.DuplicateLocal(span, local.Name);
        else if (IsDeclaredOutside(local.Name, scope))
            _diagnostics.ShadowedLocal(span, local.Name);
        else if (scope.InnerNames is { } inner && inner.TryGetValue(local.Name, out var earlier))
            _diagnostics.ShadowedLocal(earlier, local.Name);
        scope.DeclaredAt.TryAdd(local.Name, span);
    }

    // A local may not take the name of one in an enclosing block of the same function; across functions it may.
    private static bool IsDeclaredOutside(string name, Scope scope)
    {
        for (var outer = scope.Parent; outer is not null && !outer.IsCell && outer.Type is null && ReferenceEquals(outer.Body, scope.Body); outer = outer.Parent)
        {
            if (outer.Find(name) is LocalSymbol or ParameterSymbol)
                return true;
        }

        return false;
    }

    private static LocalSymbol Temporary(TypeSymbol type) => new("", type) { IsSynthesized = true };
}
