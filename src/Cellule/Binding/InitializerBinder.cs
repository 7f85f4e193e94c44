using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>Initializers of objects and collections.</summary>
internal sealed partial class Binder
{
    private BoundInitializer? Initializer(InitializerExpressionSyntax? syntax, TypeSymbol type, TextSpan span)
    {
        if (syntax is null)
            return null;
        if (Probe is not null)
            NoteInitializer(syntax, type);
        var target = new BoundPlaceholder(span, type);
        return new BoundInitializer(syntax.Span, target, syntax.Kind == InitializerKind.Object ? ObjectInitializer(syntax, target) : CollectionInitializer(syntax, target));
    }

    private ImmutableArray<BoundExpression> ObjectInitializer(InitializerExpressionSyntax syntax, BoundPlaceholder target)
    {
        var elements = ImmutableArray.CreateBuilder<BoundExpression>();
        foreach (var expression in syntax.Expressions)
        {
            if (expression is not AssignmentExpressionSyntax { Operator: null } assignment)
            {
                _diagnostics.InitializerMember(expression.Span);
                continue;
            }

            var member = InitializedMember(assignment.Left, target);
            if (member.HasError)
            {
                if (assignment.Right is not InitializerExpressionSyntax)
                    BindValue(assignment.Right);
                continue;
            }

            if (assignment.Right is InitializerExpressionSyntax { Kind: not InitializerKind.Array } nested)
            {
                elements.Add(new BoundNestedInitializer(assignment.Span, member, Initializer(nested, member.Type, nested.Span)!));
                continue;
            }

            var saved = _inInitializer;
            _inInitializer = true;
            var ok = CheckAssignable(member, assignment.Left.Span);
            _inInitializer = saved;
            if (member is BoundDynamic dynamic)
            {
                elements.Add(DynamicAssign(dynamic, RequireTypeOrNull(BindValue(assignment.Right)), assignment.Span));
                continue;
            }

            var value = assignment.Right is InitializerExpressionSyntax array && member.Type is ArrayTypeSymbol arrayType
                ? ArrayFromInitializer(array, arrayType)
                : BindConverted(assignment.Right, member.Type);
            if (ok && !value.HasError)
                elements.Add(new BoundAssignment(assignment.Span, member, value));
        }

        return elements.ToImmutable();
    }

    private BoundExpression InitializedMember(ExpressionSyntax left, BoundPlaceholder target)
    {
        if (left is ImplicitElementAccessSyntax access)
            return Index(target, BindArguments(access.ArgumentList), access.Span);
        if (left is not SimpleNameSyntax name)
        {
            _diagnostics.NotAssignable(left.Span);
            return Bad(left.Span);
        }

        if (target.Type.IsDynamic)
            return BindInstanceMember(target, name, name.Span, []);
        if (target.Type.IsTuple && TupleMember(target, name.Name, name.Span) is { } element)
            return element;
        var members = MemberLookup.Find(target.Type, name.Name);
        if (members.IsEmpty)
        {
            _diagnostics.UnknownInitializerMember(name.Span, target.Type, name.Name, Similar(name.Name, MemberNames(target.Type)));
            return Bad(left.Span);
        }

        var member = Member(name, name.Span, target, target.Type, members, [], implicitThis: false);
        return member is BoundEventAccess ? AsValue(member) : member;
    }

    private ImmutableArray<BoundExpression> CollectionInitializer(InitializerExpressionSyntax syntax, BoundPlaceholder target)
    {
        if (syntax.Expressions.IsEmpty)
            return [];
        if (!target.Type.IsDynamic && !Conversions.Inherits(target.Type, LoadedTypes.From(typeof(System.Collections.IEnumerable))))
        {
            _diagnostics.NotACollection(syntax.Span, target.Type);
            return [];
        }

        var elements = ImmutableArray.CreateBuilder<BoundExpression>();
        foreach (var expression in syntax.Expressions)
        {
            var values = expression is InitializerExpressionSyntax complex ? complex.Expressions : [expression];
            var arguments = values.Select(v => new Argument(v.Span, BindValue(v), Symbols.RefKind.None, null)).ToImmutableArray();
            var methods = MemberLookup.Methods(target.Type, "Add").Where(m => !m.IsStatic && IsAccessible(m, target.Type)).ToImmutableArray();
            var group = new BoundMethodGroup(expression.Span, "Add", target, methods, []) { TryExtensions = true };
            var element = Quietly(() => InvokeGroup(group, arguments, expression.Span), out var errors);
            if (errors.FirstOrDefault(d => d.Id == "CS1503") is { } wrong)
                _diagnostics.WrongElement(wrong.Span, target.Type, wrong.Message);
            else
                _diagnostics.AddRange(errors);
            elements.Add(element);
        }

        return elements.ToImmutable();
    }
}
