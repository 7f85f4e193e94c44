using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>Types and namespaces by name.</summary>
internal sealed partial class Binder
{
    /// <summary>The type that syntax names; an error type, reported, when there is none.</summary>
    public TypeSymbol BindType(TypeSyntax syntax)
    {
        switch (syntax)
        {
            case PredefinedTypeSyntax predefined:
                return Predefined(predefined.Keyword);
            case NameSyntax name:
                var symbol = BindTypeName(name);
                if (symbol is not null && IsUnbound(name))
                {
                    _diagnostics.UnboundGeneric(name.Span);
                    return BuiltIn.Error;
                }

                if (symbol is TypeSymbol type)
                    return type;
                if (symbol is NamespaceSymbol ns)
                    _diagnostics.ValueAsType(name.Span, ns.FullName, "namespace");
                return BuiltIn.Error;
            case ArrayTypeSyntax array:
                var element = BindType(array.ElementType);
                for (var i = array.RankSpecifiers.Length - 1; i >= 0; i--)
                    element = element.IsError ? element : element.MakeArray(array.RankSpecifiers[i].Rank);
                return element;
            case NullableTypeSyntax nullable:
                var underlying = BindType(nullable.ElementType);
                return underlying.IsValueType && !underlying.IsNullableValue && !underlying.IsVoid ? BuiltIn.Nullable(underlying) : underlying;
            case TupleTypeSyntax tuple:
                var types = tuple.Elements.Select(e => BindType(e.Type)).ToImmutableArray();
                for (int i = 0; i < tuple.Elements.Length; i++)
                    CheckTupleName(tuple.Elements[i].Identifier, i);
                return types.Any(t => t.IsError) ? BuiltIn.Error : BuiltIn.Tuple(types, [.. tuple.Elements.Select(e => e.Identifier?.ValueText)]);
            case RefTypeSyntax byRef:
                return BindType(byRef.Type);
            case ScopedTypeSyntax scoped:
                return BindType(scoped.Type);
            case PointerTypeSyntax:
                _diagnostics.Unsupported(syntax.Span, "Pointer types");
                return BuiltIn.Error;
            case FunctionPointerTypeSyntax:
                _diagnostics.Unsupported(syntax.Span, "Function pointer types");
                return BuiltIn.Error;
            case OmittedTypeArgumentSyntax:
                _diagnostics.UnboundGeneric(syntax.Span);
                return BuiltIn.Error;
            default:
                throw new InvalidOperationException(syntax.GetType().Name);
        }
    }

    /// <summary>A type, or null and no report when the syntax names none.</summary>
    private TypeSymbol? TryBindType(TypeSyntax syntax)
    {
        var type = Quietly(() => BindType(syntax), out var diagnostics);
        return diagnostics.HasErrors || type.IsError ? null : type;
    }

    private static bool IsUnbound(NameSyntax name) => name switch
    {
        GenericNameSyntax generic => generic.TypeArguments.Any(a => a is OmittedTypeArgumentSyntax),
        QualifiedNameSyntax qualified => IsUnbound(qualified.Right) || IsUnbound(qualified.Left),
        _ => false,
    };

    internal static TypeSymbol Predefined(TokenKind keyword) => keyword switch
    {
        TokenKind.BoolKeyword => BuiltIn.Boolean,
        TokenKind.ByteKeyword => BuiltIn.Byte,
        TokenKind.CharKeyword => BuiltIn.Char,
        TokenKind.DecimalKeyword => BuiltIn.Decimal,
        TokenKind.DoubleKeyword => BuiltIn.Double,
        TokenKind.FloatKeyword => BuiltIn.Single,
        TokenKind.IntKeyword => BuiltIn.Int32,
        TokenKind.LongKeyword => BuiltIn.Int64,
        TokenKind.ObjectKeyword => BuiltIn.Object,
        TokenKind.SByteKeyword => BuiltIn.SByte,
        TokenKind.ShortKeyword => BuiltIn.Int16,
        TokenKind.StringKeyword => BuiltIn.String,
        TokenKind.UIntKeyword => BuiltIn.UInt32,
        TokenKind.ULongKeyword => BuiltIn.UInt64,
        TokenKind.UShortKeyword => BuiltIn.UInt16,
        TokenKind.VoidKeyword => BuiltIn.Void,
        _ => throw new InvalidOperationException(keyword.ToString()),
    };

    /// <summary>A type or namespace; null (reported) when there is none.</summary>
    public Symbol? BindTypeName(NameSyntax name)
    {
        switch (name)
        {
            case SimpleNameSyntax simple when IsCursor(simple):
                NoteName(isType: true);
                return null;
            case SimpleNameSyntax simple:
                if (FindTypeOrNamespace(simple) is { } found)
                    return found;
                if (simple.Name.Length > 0)
                {
                    if (_scope.Find(simple.Name) is LocalSymbol or ParameterSymbol)
                        _diagnostics.ValueAsType(simple.Identifier.Span, simple.Name, "variable");
                    else if (OtherArity(simple) is { Arity: 0 } plain)
                        _diagnostics.NotGeneric(simple.Span, "type", plain.Name);
                    else if (OtherArity(simple) is { } other)
                        _diagnostics.WrongTypeArgumentCount(simple.Span, "type", other.Name, other.Arity);
                    else
                        _diagnostics.UnknownType(simple.Identifier.Span, DisplayName(simple), SimilarType(simple.Name), MissingUsing(MetadataName(simple)));
                }

                return null;
            case QualifiedNameSyntax qualified:
                var left = BindTypeName(qualified.Left);
                if (left is null)
                    return null;
                if (IsCursor(qualified.Right))
                {
                    NoteReceiver(left is TypeSymbol container ? new BoundTypeExpression(name.Span, container) : new BoundNamespace(name.Span, (NamespaceSymbol)left));
                    return null;
                }

                if (MemberOf(left, qualified.Right) is { } member)
                    return member;
                if (left is NamespaceSymbol ns)
                    _diagnostics.UnknownInNamespace(qualified.Right.Span, DisplayName(qualified.Right), ns.FullName, Similar(qualified.Right.Name, _session.Types.MembersOf(ns.FullName).Select(m => m.Name)));
                else if (left is TypeSymbol { IsError: false } type)
                    _diagnostics.UnknownType(qualified.Right.Span, $"{type}.{qualified.Right.Name}", null, null);
                return null;
            case AliasQualifiedNameSyntax { Alias.Name: "global" } global:
                return GlobalMember(global.Name);
            case AliasQualifiedNameSyntax alias:
                if (_imports.Aliases.TryGetValue(alias.Alias.Name, out var target) && MemberOf(target, alias.Name) is { } aliased)
                    return aliased;
                _diagnostics.UnknownType(alias.Span, alias.Alias.Name, null, null);
                return null;
            default:
                return null;
        }
    }

    /// <summary>A type of that name with another number of type parameters.</summary>
    private NamedTypeSymbol? OtherArity(SimpleNameSyntax name)
    {
        for (var arity = 0; arity <= 8; arity++)
        {
            if (arity == Arity(name))
                continue;
            if ((FindSessionType(name.Name, arity) ?? _imports.Namespaces.Select(ns => _session.Types.Find(ns, name.Name, arity)).FirstOrDefault(t => t is not null) as NamedTypeSymbol) is { } found)
                return found;
        }

        return null;
    }

    private Symbol? GlobalMember(SimpleNameSyntax name)
    {
        if (FindGlobal(name) is { } found)
            return found;
        _diagnostics.UnknownType(name.Span, name.Name, null, null);
        return null;

        Symbol? FindGlobal(SimpleNameSyntax simple)
        {
            if (_session.Types.Find("", simple.Name, Arity(simple)) is { } type)
                return WithArguments(type, simple);
            return _session.Types.NamespaceExists(simple.Name) ? new NamespaceSymbol(simple.Name) : null;
        }
    }

    private static int Arity(SimpleNameSyntax name) => name is GenericNameSyntax generic ? generic.TypeArguments.Length : 0;

    private static string DisplayName(SimpleNameSyntax name) => name is GenericNameSyntax generic ? $"{name.Name}<{new string(',', generic.TypeArguments.Length - 1)}>" : name.Name;

    private static string MetadataName(SimpleNameSyntax name) => name is GenericNameSyntax generic ? FormattableString.Invariant($"{name.Name}`{generic.TypeArguments.Length}") : name.Name;

    /// <summary>A nested type, or what a namespace holds; null when there is none.</summary>
    private Symbol? MemberOf(Symbol container, SimpleNameSyntax name)
    {
        switch (container)
        {
            case NamespaceSymbol ns:
                if (_session.Types.Find(ns.FullName, name.Name, Arity(name)) is { } type)
                    return WithArguments(type, name);
                if (name is IdentifierNameSyntax && _session.Types.NamespaceExists($"{ns.FullName}.{name.Name}"))
                    return new NamespaceSymbol($"{ns.FullName}.{name.Name}");
                return _session.Types.FindAnywhere(ns.FullName, name.Name, Arity(name)) is { } distant ? WithArguments(distant, name) : null;
            case TypeSymbol outer:
                return MemberLookup.NestedType(outer, name.Name, Arity(name)) is { } nested ? WithArguments(nested, name, outer) : null;
            default:
                return null;
        }
    }

    /// <summary>Looks a simple name up as a type or namespace, from the innermost scope outwards.</summary>
    private Symbol? FindTypeOrNamespace(SimpleNameSyntax name)
    {
        var arity = Arity(name);
        for (var scope = _scope; scope is not null; scope = scope.Parent)
        {
            if (arity == 0 && scope.Find(name.Name) is TypeParameterSymbol parameter)
                return parameter;
            for (var type = scope.Type; type is not null; type = type.ContainingType as NamedTypeSymbol)
            {
                if (MemberLookup.NestedType(type, name.Name, arity) is { } nested)
                    return WithArguments(nested, name, InContext(type));
            }
        }

        return FindSessionType(name.Name, arity) is { } declared ? WithArguments(declared, name) : FindImported(name, arity);
    }

    /// <summary>An enclosing generic type as the code within it sees it: over the type parameters of the innermost type, which has copies of its own.</summary>
    private TypeSymbol InContext(NamedTypeSymbol outer) =>
        outer.Arity > 0 && EnclosingType is { } inner && inner.Arity >= outer.Arity && outer is SourceTypeSymbol ? outer.Construct([.. inner.TypeArguments.Take(outer.Arity)]) : outer;

    private NamedTypeSymbol? FindSessionType(string name, int arity)
    {
        if (CellTypes.TryGetValue((name, arity), out var own))
            return own;
        return _session.FindType(name, arity);
    }

    private Symbol? FindImported(SimpleNameSyntax name, int arity)
    {
        if (arity == 0)
        {
            if (_imports.Aliases.TryGetValue(name.Name, out var alias))
                return alias;
            switch (name.Name)
            {
                case "dynamic":
                    return BuiltIn.Dynamic;
                case "nint":
                    return BuiltIn.NativeInt;
                case "nuint":
                    return BuiltIn.NativeUInt;
            }
        }

        TypeSymbol? found = null;
        foreach (var ns in _imports.Namespaces)
        {
            if (_session.Types.Find(ns, name.Name, arity) is not { } type || type == found)
                continue;
            if (found is not null)
            {
                _diagnostics.AmbiguousType(name.Identifier.Span, name.Name, found, type);
                return found;
            }

            found = type;
        }

        foreach (var type in _imports.Statics)
            found ??= type.GetNestedType(name.Name, arity);
        found ??= _session.Types.Find("", name.Name, arity);
        if (found is not null)
            return WithArguments(found, name);
        if (arity == 0 && char.IsLetter(name.Name.FirstOrDefault()) && _session.Types.NamespaceExists(name.Name))
            return new NamespaceSymbol(name.Name);
        foreach (var ns in _imports.Namespaces)
        {
            if (_session.Types.FindAnywhere(ns, name.Name, arity) is { } type)
                return WithArguments(type, name);
        }

        return null;
    }

    /// <summary>Fills a generic type's own parameters; those of containing types are there already.</summary>
    private TypeSymbol WithArguments(TypeSymbol type, SimpleNameSyntax name, TypeSymbol? containing = null)
    {
        var definition = (NamedTypeSymbol)type.OriginalDefinition;
        var outer = type is ConstructedTypeSymbol ? type.TypeArguments
            : containing is not null && !containing.TypeArguments.IsEmpty && containing.TypeArguments.Length == definition.Arity - Arity(name) ? containing.TypeArguments
            : InheritedArguments(definition, Arity(name));
        if (name is not GenericNameSyntax generic)
            return outer.IsEmpty || type is ConstructedTypeSymbol ? type : definition.Construct(outer);
        if (generic.TypeArguments.Any(a => a is OmittedTypeArgumentSyntax))
            return definition;
        if (type is ConstructedTypeSymbol)
            outer = [.. type.TypeArguments.Take(definition.Arity - generic.TypeArguments.Length)];
        var arguments = generic.TypeArguments.Select(BindType).ToImmutableArray();
        if (arguments.Any(a => a.IsError))
            return BuiltIn.Error;
        foreach (var (argument, syntax) in arguments.Zip(generic.TypeArguments))
        {
            if (argument.IsVoid || argument.TypeKind == TypeKind.Pointer)
            {
                _diagnostics.VoidNotAllowed(syntax.Span);
                return BuiltIn.Error;
            }
        }

        ImmutableArray<TypeSymbol> all = [.. outer, .. arguments];
        CheckConstraints(generic, definition, definition.TypeParameters, all);
        return definition.Construct(all);
    }

    // Inside Outer<T>, Inner alone means Outer<T>.Inner.
    private static ImmutableArray<TypeSymbol> InheritedArguments(NamedTypeSymbol definition, int own) =>
        definition.Arity > own ? [.. definition.TypeArguments.Take(definition.Arity - own)] : [];

    // While constraints and bases are read, a type doesn't yet have those that they ask for: where T : INumber<T>, struct N : INumber<N>.
    private bool _inConstraints;

    private void CheckConstraints(GenericNameSyntax syntax, Symbol owner, ImmutableArray<TypeParameterSymbol> parameters, ImmutableArray<TypeSymbol> arguments)
    {
        if (!_inConstraints && ViolatedConstraint(parameters, arguments) is { } violation)
            ReportConstraint(syntax.TypeArguments[Math.Clamp(parameters.IndexOf(violation.Parameter) - (parameters.Length - syntax.TypeArguments.Length), 0, syntax.TypeArguments.Length - 1)].Span, owner, violation);
    }

    private void ReportConstraint(TextSpan span, Symbol owner, ConstraintViolation violation)
    {
        switch (violation.Kind)
        {
            case "class":
                _diagnostics.ClassConstraintViolated(span, violation.Argument, violation.Parameter.Name, owner);
                break;
            case "struct":
                _diagnostics.StructConstraintViolated(span, violation.Argument, violation.Parameter.Name, owner);
                break;
            case "allows ref struct":
                _diagnostics.RefStructArgument(span, violation.Argument, violation.Parameter.Name, owner);
                break;
            case "new()":
                _diagnostics.NewConstraintViolated(span, violation.Argument, violation.Parameter.Name, owner);
                break;
            default:
                _diagnostics.ConstraintViolated(span, violation.Argument, violation.Parameter.Name, owner, violation.Kind);
                break;
        }
    }

    private sealed record ConstraintViolation(TypeParameterSymbol Parameter, TypeSymbol Argument, string Kind);

    private static ConstraintViolation? ViolatedConstraint(ImmutableArray<TypeParameterSymbol> parameters, ImmutableArray<TypeSymbol> arguments)
    {
        TypeMap? map = null;
        for (var i = 0; i < parameters.Length; i++)
        {
            var (parameter, argument) = (parameters[i], arguments[i]);
            if (argument.IsError)
                continue;
            if (argument.IsRefLike && !parameter.AllowsRefStruct)
                return new(parameter, argument, "allows ref struct");
            if (parameter.HasClassConstraint && !argument.IsReferenceType)
                return new(parameter, argument, "class");
            if (parameter.HasStructConstraint && (!argument.IsValueType || argument.IsNullableValue))
                return new(parameter, argument, "struct");
            if (parameter.HasNewConstraint && !argument.IsValueType && !HasDefaultConstructor(argument))
                return new(parameter, argument, "new()");
            foreach (var constraint in parameter.ConstraintTypes)
            {
                map ??= TypeMap.Empty.With(parameters, arguments);
                var wanted = constraint.Substitute(map);
                if (argument.IsRefLike && parameter.AllowsRefStruct && argument.AllInterfaces.Contains(wanted))
                    continue;
                if (argument.IsNullableValue ? !Conversions.IsBoxing(argument, wanted) || wanted.IsInterface : !Conversions.Inherits(argument, wanted))
                    return new(parameter, argument, SymbolDisplay.Of(wanted));
            }
        }

        return null;
    }

    private static bool HasDefaultConstructor(TypeSymbol type) => type switch
    {
        TypeParameterSymbol parameter => parameter.HasNewConstraint || parameter.HasStructConstraint,
        { IsAbstract: true } => false,
        _ => type.Constructors.Any(c => !c.IsStatic && c.Parameters.IsEmpty && c.Accessibility == Accessibility.Public),
    };
}
