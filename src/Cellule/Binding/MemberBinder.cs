using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>Member access: what follows a dot.</summary>
internal sealed partial class Binder
{
    private BoundExpression BindMemberAccess(MemberAccessExpressionSyntax syntax) =>
        BindMember(BindExpression(syntax.Expression), syntax.Name, syntax.Span);

    private BoundExpression BindMember(BoundExpression receiver, SimpleNameSyntax name, TextSpan span)
    {
        if (name.Name.Length == 0)
            return Bad(span);
        if (IsCursor(name))
        {
            NoteReceiver(receiver);
            return Bad(name.Span);
        }

        var typeArguments = BindTypeArguments(name);
        switch (receiver)
        {
            case BoundBad or { HasError: true }:
                return Bad(span);
            case BoundLiteral { Type.IsNone: true }:
                _diagnostics.BadUnary(span, ".", "<null>");
                return Bad(span);
            case BoundNamespace ns:
                return MemberOf(ns.Namespace, name) switch
                {
                    TypeSymbol type => new BoundTypeExpression(span, type),
                    NamespaceSymbol child => new BoundNamespace(span, child),
                    _ => UnknownInNamespace(ns.Namespace, name, span),
                };
            case BoundTypeExpression { Named: var named }:
                return BindStaticMember(named, name, span, typeArguments);
            case BoundColorColor color:
                var members = MemberLookup.Find(color.Named, name.Name);
                return members.IsEmpty
                    ? MemberOf(color.Named, name) is TypeSymbol nested ? new BoundTypeExpression(span, nested) : BindMember(color.Value, name, span)
                    : members[0].IsStatic ? BindStaticMember(color.Named, name, span, typeArguments) : BindMember(color.Value, name, span);
        }

        receiver = RequireType(receiver);
        return receiver.HasError ? Bad(span) : BindInstanceMember(receiver, name, span, typeArguments);
    }

    private BoundBad UnknownInNamespace(NamespaceSymbol ns, SimpleNameSyntax name, TextSpan span)
    {
        _diagnostics.UnknownInNamespace(span, name.Name, ns.FullName, Similar(name.Name, _session.Types.MembersOf(ns.FullName).Select(m => m.Name.Split('`')[0])));
        return Bad(span);
    }

    private BoundExpression BindStaticMember(TypeSymbol type, SimpleNameSyntax name, TextSpan span, ImmutableArray<TypeSymbol> typeArguments)
    {
        if (type.IsError)
            return Bad(span);
        var members = MemberLookup.Find(type, name.Name);
        if (!members.IsEmpty)
            return Member(name, span, null, type, members, typeArguments, implicitThis: false);
        if (MemberOf(type, name) is TypeSymbol nested)
            return new BoundTypeExpression(span, nested);
        if (ExtensionStatic(type, name, span, typeArguments) is { } extension)
            return extension;
        _diagnostics.UnknownStaticMember(name.Identifier.Span, type, name.Name, Similar(name.Name, MemberNames(type)));
        return Bad(span);
    }

    private BoundExpression BindInstanceMember(BoundExpression receiver, SimpleNameSyntax name, TextSpan span, ImmutableArray<TypeSymbol> typeArguments)
    {
        var type = receiver.Type;
        if (type.IsDynamic)
            return new BoundDynamic(span, DynamicOperationKind.GetMember, name.Name, typeArguments, [receiver], [default], default, _isChecked, BuiltIn.Dynamic);
        if (type.IsVoid)
        {
            _diagnostics.BadUnary(span, ".", "void");
            return Bad(span);
        }

        if (type.IsTuple && TupleMember(receiver, name.Name, span) is { } element)
            return element;
        var members = MemberLookup.Find(type, name.Name);
        if (!members.IsEmpty && members.Any(m => IsAccessible(m, receiver is BoundThis ? null : type)))
            return Member(name, span, receiver, type, members, typeArguments, implicitThis: false);
        if (typeArguments.IsEmpty && ExtensionProperty(receiver, name.Name, span) is { } property)
            return property;
        if (HasExtension(name.Name))
            return new BoundMethodGroup(span, name.Name, receiver, [], typeArguments) { TryExtensions = true, NameSpan = name.Identifier.Span };
        if (!members.IsEmpty)
            _diagnostics.Inaccessible(name.Identifier.Span, members[0]);
        else
            _diagnostics.UnknownMember(name.Identifier.Span, type, name.Name, Similar(name.Name, MemberNames(type)));
        return Bad(span);
    }

    private static BoundExpression? TupleMember(BoundExpression receiver, string name, TextSpan span)
    {
        var elements = receiver.Type.TupleElements;
        for (var i = 0; i < elements.Length; i++)
        {
            if (elements[i].Name == name || (name.StartsWith("Item", StringComparison.Ordinal) && name == $"Item{i + 1}"))
                return TupleElementOf(span, receiver, i);
        }

        return null;
    }

    /// <summary>Names for 'did you mean' and completion.</summary>
    private IEnumerable<string> MemberNames(TypeSymbol type) =>
        MemberLookup.Hierarchy(type).SelectMany(t => t.GetMembers()).Where(m => !m.Name.Contains('<', StringComparison.Ordinal) && !m.Name.Contains('.', StringComparison.Ordinal) && m is not MethodSymbol { MethodKind: not MethodKind.Ordinary } && IsAccessible(m, type)).Select(m => m.Name);

    /// <summary>The expression for members found under a name: a method group, or the one field, property or event.</summary>
    private BoundExpression Member(
        SimpleNameSyntax name,
        TextSpan span,
        BoundExpression? receiver,
        TypeSymbol type,
        ImmutableArray<MemberSymbol> members,
        ImmutableArray<TypeSymbol> typeArguments,
        bool implicitThis)
    {
        var nonVirtual = _baseReceiver is not null && ReferenceEquals(receiver, _baseReceiver);
        var accessible = members.Where(m => IsAccessible(m, receiver is null or BoundThis ? null : type)).ToImmutableArray();
        if (accessible.IsEmpty)
        {
            _diagnostics.Inaccessible(name.Identifier.Span, members[0]);
            return Bad(span);
        }

        var member = accessible[0];
        if (member is MethodSymbol)
        {
            return new BoundMethodGroup(span, name.Name, receiver, [.. accessible.OfType<MethodSymbol>()], typeArguments)
            {
                TryExtensions = receiver is not null && !implicitThis,
                NameSpan = name.Identifier.Span,
                NonVirtual = nonVirtual,
                ConstrainedTo = type as TypeParameterSymbol,
            };
        }

        if (member.ObsoleteError is { } obsolete)
            _diagnostics.Obsolete(name.Identifier.Span, member, obsolete);
        var isStatic = member.IsStatic || member is FieldSymbol { IsConst: true };
        if (isStatic && receiver is not null && !implicitThis)
        {
            _diagnostics.StaticFromInstance(span, member);
            return Bad(span);
        }

        if (!isStatic && receiver is null)
        {
            if (_inFieldInitializer)
                _diagnostics.InitializerUsesInstance(span, member.Name);
            else
                _diagnostics.InstanceFromStatic(span, member);
            return Bad(span);
        }

        if (isStatic)
            receiver = null;
        BoundExpression result = member switch
        {
            FieldSymbol { IsConst: true } constant => Literal(span, constant.Type, constant.ConstantValue),
            FieldSymbol variable => FieldOf(span, receiver, variable),
            PropertySymbol property => PropertyOf(span, receiver, property, nonVirtual) with { ConstrainedTo = receiver is null ? type as TypeParameterSymbol : null },
            EventSymbol @event => new BoundEventAccess(span, receiver, @event),
            _ => throw new InvalidOperationException(member.GetType().Name),
        };
        return implicitThis ? MaybeColorColor(result, name) : result;
    }

    /// <summary>An expression as a value: no type, no namespace, no event of another type, no property without getter.</summary>
    private BoundExpression AsValue(BoundExpression expression)
    {
        switch (expression)
        {
            case BoundTypeExpression type:
                if (!type.Named.IsError)
                    _diagnostics.TypeAsValue(type.Span, SymbolDisplay.Of(type.Named));
                return Bad(expression.Span);
            case BoundNamespace ns:
                _diagnostics.NamespaceAsValue(ns.Span, ns.Namespace.FullName);
                return Bad(expression.Span);
            case BoundColorColor color:
                return color.Value;
            case BoundEventAccess access:
                if (access.Event.BackingField is { } backing && IsAccessible(backing))
                    return FieldOf(access.Span, access.Receiver, backing);
                _diagnostics.EventOutsideType(new TextSpan(access.Span.End - access.Event.Name.Length, access.Event.Name.Length), access.Event);
                return Bad(expression.Span);
            case BoundProperty property:
                if (property.Property.Getter is not { } getter)
                {
                    _diagnostics.WriteOnlyProperty(property.Span, property.Property);
                    return Bad(expression.Span);
                }

                if (!IsAccessible(getter, property.Receiver?.Type))
                {
                    _diagnostics.InaccessibleGetter(property.Span, property.Property);
                    return Bad(expression.Span);
                }

                return expression;
            default:
                return expression;
        }
    }
}
