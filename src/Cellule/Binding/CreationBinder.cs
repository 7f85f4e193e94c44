using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary><c>new</c> of objects and anonymous types, and <c>with</c>.</summary>
internal sealed partial class Binder
{
    private BoundExpression BindObjectCreation(ObjectCreationExpressionSyntax syntax)
    {
        var type = BindType(syntax.Type);
        if (Probe is not null && syntax.ArgumentList is { } list)
            NoteCall([.. type.Constructors.Where(c => !c.IsStatic && IsAccessible(c)).Select(c => (c, 0))], list);
        ImmutableArray<Argument> arguments = syntax.ArgumentList is null ? [] : BindArguments(syntax.ArgumentList);
        return Create(type, arguments, syntax.Initializer, syntax.Span, syntax.Type.Span);
    }

    private BoundExpression ConvertNew(UnboundNew @new, TypeSymbol to)
    {
        var type = to.StripNullable();
        var outer = Push(@new.Scope);
        var created = Create(type, @new.Arguments, @new.Initializer, @new.Span, @new.Span);
        _scope = outer;
        return created.HasError ? new BoundBad(@new.Span, to) : Convert(created, to);
    }

    private BoundExpression Create(TypeSymbol type, ImmutableArray<Argument> arguments, InitializerExpressionSyntax? initializer, TextSpan span, TextSpan nameSpan)
    {
        if (type.IsError)
            return new BoundBad(span, type);
        if (type.IsDelegate && arguments is [var single])
            return Convert(single.Expression, type);
        if (type.IsStatic)
            return Fail(() => _diagnostics.StaticCreation(span, type));
        if (type.IsAbstract || type.IsInterface)
            return Fail(() => _diagnostics.AbstractCreation(span, type));
        if (type is TypeParameterSymbol parameter)
        {
            if (!HasDefaultConstructor(parameter))
                return Fail(() => _diagnostics.TypeParameterCreation(span, type));
            return new BoundDefaultCreation(span, type, Initializer(initializer, type, span));
        }

        if (type.IsDelegate)
            return Fail(() => _diagnostics.WrongConstructorArgumentCount(span, SymbolDisplay.Of(type), arguments.Length));
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) && !type.IsEnum)
            return Fail(() => _diagnostics.AbstractCreation(span, type));
        if (arguments.Any(a => a.Expression.Type.IsDynamic))
            return Dynamic(span, DynamicOperationKind.InvokeConstructor, null, [new BoundTypeOf(span, BuiltIn.Type, type)], arguments, type);
        var constructors = type.Constructors.Where(c => !c.IsStatic).ToImmutableArray();
        var accessible = constructors.Where(c => IsAccessible(c)).ToImmutableArray();
        if (arguments.IsEmpty && type.IsValueType && !accessible.Any(c => c.Parameters.All(p => p.IsOptional)))
            return new BoundDefaultCreation(span, type, Initializer(initializer, type, span));
        if (accessible.IsEmpty)
        {
            if (constructors.IsEmpty)
                return Fail(() => _diagnostics.WrongConstructorArgumentCount(nameSpan, SymbolDisplay.Of(type), arguments.Length));
            return Fail(() => _diagnostics.Inaccessible(nameSpan, constructors[0]));
        }

        var chosen = Resolve(accessible, arguments, [], new CallSite(span, nameSpan, SymbolDisplay.Of(type), CallKind.Constructor, type));
        if (chosen is null)
            return Fail(() => { });
        var (values, order) = ArrangeArguments(chosen, arguments, span);
        var bound = Initializer(initializer, type, span);
        CheckRequired(type, (MethodSymbol)chosen.Member, initializer, nameSpan);
        return new BoundObjectCreation(span, type, (MethodSymbol)chosen.Member, values, order, bound);

        BoundExpression Fail(Action report)
        {
            report();
            if (initializer is not null && !type.IsStatic)
                Initializer(initializer, type, span);
            return new BoundBad(span, type);
        }
    }

    private void CheckRequired(TypeSymbol type, MethodSymbol constructor, InitializerExpressionSyntax? initializer, TextSpan span)
    {
        var excuse = typeof(System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute);
        if (constructor.RuntimeMember?.IsDefined(excuse, false) == true || constructor.OriginalDefinition.Attributes.Any(a => a.RuntimeType == excuse))
            return;
        for (var current = type; current is not null && !current.IsObject; current = current.BaseType)
        {
            if (current.OriginalDefinition is LoadedTypeSymbol { RuntimeType: var runtime } && !runtime.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute), false))
                continue;
            foreach (var property in current.GetMembers().OfType<PropertySymbol>().Where(p => p.IsRequired))
            {
                if (initializer?.Expressions.OfType<AssignmentExpressionSyntax>().Any(a => a.Left is SimpleNameSyntax name && name.Name == property.Name) != true)
                    _diagnostics.RequiredMember(span, property.Name, type);
            }
        }
    }

    private BoundExpression BindAnonymousObject(AnonymousObjectCreationExpressionSyntax syntax)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        var values = ImmutableArray.CreateBuilder<BoundExpression>();
        foreach (var member in syntax.Members)
        {
            var value = BindTyped(member.Expression);
            var name = member.Name?.ValueText ?? InferredName(member.Expression);
            if (name is null)
            {
                _diagnostics.InvalidAnonymousMember(member.Span);
                return Bad(syntax.Span);
            }

            if (value.Type.IsVoid)
            {
                _diagnostics.VoidVariable(member.Span);
                return Bad(syntax.Span);
            }

            if (names.Contains(name))
                _diagnostics.DuplicateAnonymousMember(member.Span, name);
            names.Add(name);
            values.Add(value);
        }

        if (values.Any(v => v.HasError))
            return Bad(syntax.Span);
        var type = _session.AnonymousTypes.Get(names.ToImmutable(), [.. values.Select(v => v.Type)]);
        return new BoundObjectCreation(syntax.Span, type, type.Constructors[0], values.ToImmutable(), default, null);
    }

    private BoundExpression BindWith(WithExpressionSyntax syntax)
    {
        var receiver = BindTyped(syntax.Expression);
        if (receiver.HasError)
            return Bad(syntax.Span);
        var type = receiver.Type;
        MethodSymbol? clone = null;
        if (!type.IsValueType && !type.Name.StartsWith("<>f__AnonymousType", StringComparison.Ordinal))
        {
            clone = MemberLookup.Methods(type, "<Clone>$").FirstOrDefault();
            if (clone is null)
            {
                _diagnostics.NotARecord(syntax.Expression.Span, type);
                return Bad(syntax.Span);
            }
        }

        if (Probe is not null)
            NoteInitializer(syntax.Initializer, type);
        var target = new BoundPlaceholder(syntax.Span, type);
        if (clone is null && !type.IsValueType)
            return AnonymousWith(syntax, receiver);
        var elements = ObjectInitializer(syntax.Initializer, target);
        return new BoundWith(syntax.Span, receiver, clone, new BoundInitializer(syntax.Initializer.Span, target, elements), type);
    }

    // An anonymous object has no setters: a new one is made from the old one's values and the given ones.
    private BoundExpression AnonymousWith(WithExpressionSyntax syntax, BoundExpression receiver)
    {
        var local = Temporary(receiver.Type);
        var use = new BoundLocal(receiver.Span, local);
        var given = new Dictionary<string, ExpressionSyntax>(StringComparer.Ordinal);
        foreach (var assignment in syntax.Initializer.Expressions.OfType<AssignmentExpressionSyntax>())
        {
            if (assignment.Left is SimpleNameSyntax name)
                given[name.Name] = assignment.Right;
        }

        var values = receiver.Type.GetMembers().OfType<PropertySymbol>()
            .Select(p => given.TryGetValue(p.Name, out var value) ? BindConverted(value, p.Type) : PropertyOf(syntax.Span, use, p)).ToImmutableArray<BoundExpression>();
        var creation = new BoundObjectCreation(syntax.Span, receiver.Type, receiver.Type.Constructors[0], values, default, null);
        return new BoundSequence(syntax.Span, [local], [new BoundAssignment(syntax.Span, use, receiver)], creation);
    }
}
