using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;
using RefKind = Cellule.Symbols.RefKind;

namespace Cellule.Binding;

/// <summary>Assignments in all forms, and what may stand on their left.</summary>
internal sealed partial class Binder
{
    private BoundExpression BindAssignment(AssignmentExpressionSyntax syntax)
    {
        if (syntax.Operator is null && IsDeconstruction(syntax.Left))
            return BindDeconstruction(syntax);
        if (syntax is { Operator: null, Left: IdentifierNameSyntax { Name: "_" } } && !IsNameInScope("_"))
        {
            var ignored = BindTyped(syntax.Right);
            return new BoundAssignment(syntax.Span, new BoundDiscard(syntax.Left.Span, ignored.Type), ignored);
        }

        var left = BindExpression(syntax.Left);
        if (left is BoundColorColor color)
            left = color.Value;
        if (syntax.Operator is { } op)
            return op == BinaryOperatorKind.Coalesce ? CoalesceAssign(left, syntax) : CompoundAssign(left, ToOperator(op), syntax);
        return Assign(left, syntax.Right, syntax.Span);
    }

    private BoundExpression Assign(BoundExpression left, ExpressionSyntax rightSyntax, TextSpan span)
    {
        if (left is BoundDynamic { Kind: DynamicOperationKind.GetMember or DynamicOperationKind.GetIndex } dynamic)
            return DynamicAssign(dynamic, RequireTypeOrNull(BindValue(rightSyntax)), span);
        if (left.HasError)
        {
            BindValue(rightSyntax);
            return Bad(span);
        }

        if (left is BoundEventAccess access)
        {
            left = AsValue(access);
            if (left.HasError)
                return Bad(span);
        }

        if (!CheckAssignable(left, left.Span))
        {
            BindValue(rightSyntax);
            return Bad(span);
        }

        if (rightSyntax is RefExpressionSyntax byRef)
        {
            var target = BindLvalue(byRef.Expression);
            CheckAssignable(target, byRef.Span, byRef: true);
            return new BoundAssignment(span, left, target, true);
        }

        var value = rightSyntax is InitializerExpressionSyntax { Kind: InitializerKind.Array } array && left.Type is ArrayTypeSymbol type
            ? ArrayFromInitializer(array, type)
            : BindConverted(rightSyntax, left.Type);
        return value.HasError ? new BoundBad(span, left.Type) : new BoundAssignment(span, left, value);
    }

    private BoundExpression CompoundAssign(BoundExpression left, BinaryOperator op, AssignmentExpressionSyntax syntax)
    {
        var span = syntax.Span;
        if (left is BoundEventAccess access)
            return EventAssign(access, op, syntax);
        var right = BindValue(syntax.Right);
        if (left.HasError || right.HasError)
            return Bad(span);
        if (left is BoundDynamic dynamicTarget && dynamicTarget.Kind is DynamicOperationKind.GetMember or DynamicOperationKind.GetIndex)
        {
            return DynamicUpdate(dynamicTarget, current => DynamicBinary(op, current, WithNaturalType(right, current), span), span);
        }

        if (!IsAssignableForm(left))
        {
            _diagnostics.NotAssignable(left.Span);
            return Bad(span);
        }

        left = AsValue(left);
        if (!left.HasError && InPlace(left, OperatorNames.MethodNameOf(Text(op) + "=", 1, false, isStatic: false), right) is { } inPlace)
            return inPlace;
        if (left.HasError || !CheckAssignable(left, left.Span))
            return Bad(span);
        var current = new BoundPlaceholder(left.Span, left.Type);
        var value = Binary(op, current, right, span, syntax.OperatorSpan);
        if (value.HasError)
            return Bad(span);
        var converted = ConvertBack(value, op, right, left.Type, span);
        return converted.HasError ? Bad(span) : new BoundCompoundAssignment(span, left, current, converted, false);
    }

    /// <summary>A type's own <c>operator +=</c> or <c>operator ++</c>, which changes the instance; null when it has none that fits.</summary>
    private BoundExpression? InPlace(BoundExpression target, string? name, params ImmutableArray<BoundExpression> arguments)
    {
        if (name is null || target.Type.SpecialType != SpecialType.None || MemberLookup.Methods(target.Type, name).Where(m => !m.IsStatic).ToImmutableArray() is not { IsEmpty: false } methods)
            return null;
        var given = arguments.Select(Operand).ToImmutableArray();
        return TryResolve(methods, given, [], false, out _) is { } chosen ? MakeCall(target.Span, target, chosen, given, false) : null;
    }

    // byte b; b += 1 converts the int back when the right operand itself would fit.
    private BoundExpression ConvertBack(BoundExpression value, BinaryOperator op, BoundExpression right, TypeSymbol to, TextSpan span)
    {
        if (Classify(value, to).Exists || value is not BoundBinary { Method: null or { ContainingType.SpecialType: SpecialType.Decimal } } && value is not BoundConversion)
            return Convert(value, to, span);
        var isShift = op is BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight or BinaryOperator.UnsignedShiftRight;
        var explicitly = ClassifyExplicit(value, to);
        return explicitly.Exists && (isShift || Classify(right, to).Exists) ? Apply(value, explicitly, to, true) : Convert(value, to, span);
    }

    private BoundExpression EventAssign(BoundEventAccess access, BinaryOperator op, AssignmentExpressionSyntax syntax)
    {
        var handler = Convert(BindValue(syntax.Right), access.Event.Type, syntax.Span);
        if (handler.HasError || op is not (BinaryOperator.Add or BinaryOperator.Subtract))
        {
            if (!handler.HasError)
                _diagnostics.EventOutsideType(access.Span, access.Event);
            return Bad(syntax.Span);
        }

        var accessor = op == BinaryOperator.Add ? access.Event.Adder : access.Event.Remover;
        return Call(syntax.Span, access.Receiver, accessor!, handler);
    }

    private BoundExpression CoalesceAssign(BoundExpression left, AssignmentExpressionSyntax syntax)
    {
        var right = BindValue(syntax.Right);
        if (left.HasError || right.HasError)
            return Bad(syntax.Span);
        if (!IsAssignableForm(left))
        {
            _diagnostics.NotAssignable(left.Span);
            return Bad(syntax.Span);
        }

        left = AsValue(left);
        if (left.HasError || !CheckAssignable(left, left.Span))
            return Bad(syntax.Span);
        bool fits = left.Type.IsNullableValue && Classify(right, left.Type.StripNullable()).Exists || Classify(right, left.Type).Exists;
        if (left.Type is { IsValueType: true, IsNullableValue: false } || (!fits && right is not (UnboundLambda or BoundMethodGroup)))
        {
            _diagnostics.BadBinary(syntax.Span, "??=", TypeText(left), TypeText(right));
            return Bad(syntax.Span);
        }

        var underlying = left.Type.StripNullable();
        var type = left.Type.IsNullableValue && Classify(right, underlying).Exists ? underlying : left.Type;
        var value = Convert(right, type);
        return value.HasError ? Bad(syntax.Span) : new BoundNullCoalescingAssignment(syntax.Span, left, value, type);
    }

    private static bool IsAssignableForm(BoundExpression expression) => expression switch
    {
        BoundLocal or BoundParameter or BoundField or BoundProperty or BoundArrayAccess or BoundThis or BoundEventAccess or BoundDiscard => true,
        BoundCall call => call.Method.ReturnRefKind != RefKind.None,
        BoundConditional { IsRef: true } => true,
        BoundSequence sequence => IsAssignableForm(sequence.Value),
        BoundAssignment { IsRef: true } => true,
        BoundPlaceholder => true,
        BoundDynamic { Kind: DynamicOperationKind.GetMember or DynamicOperationKind.GetIndex } => true,
        _ => false,
    };

    /// <summary>Whether the expression has a place in memory that can be passed by reference.</summary>
    private static bool IsLvalue(BoundExpression expression) => expression switch
    {
        BoundLocal or BoundParameter or BoundField or BoundArrayAccess or BoundPlaceholder => true,
        BoundThis { Type.IsValueType: true } => true,
        BoundCall call => call.Method.ReturnRefKind != RefKind.None,
        BoundProperty property => property.Property.RefKind != RefKind.None,
        BoundConditional { IsRef: true } => true,
        BoundSequence sequence => IsLvalue(sequence.Value),
        _ => false,
    };

    /// <summary>Reports what keeps an expression from being assigned (or passed by ref); true when nothing does.</summary>
    private bool CheckAssignable(BoundExpression expression, TextSpan span, bool byRef = false)
    {
        switch (expression)
        {
            case { HasError: true }:
                return false;
            case BoundColorColor color:
                return CheckAssignable(color.Value, span, byRef);
            case BoundLocal { Local: { IsReadOnly: true } local }:
                _diagnostics.ReadOnlyLocal(span, local.Name, "foreach iteration variable or using variable");
                return false;
            case BoundLocal or BoundArrayAccess or BoundPlaceholder or BoundDiscard:
                return true;
            case BoundParameter { Parameter: { RefKind: RefKind.In } parameter }:
                _diagnostics.ReadOnlyParameter(span, parameter.Name);
                return false;
            case BoundParameter:
                return true;
            case BoundField access:
                return CheckField(access, span);
            case BoundProperty property:
                return CheckProperty(property, span, byRef);
            case BoundCall { Method.ReturnRefKind: RefKind.Ref }:
                return true;
            case BoundConditional { IsRef: true }:
                return true;
            case BoundThis { Type.IsValueType: true }:
                return true;
            case BoundSequence sequence:
                return CheckAssignable(sequence.Value, span, byRef);
            case BoundDynamic { Kind: DynamicOperationKind.GetMember or DynamicOperationKind.GetIndex } when !byRef:
                return true;
            case BoundTypeExpression or BoundNamespace:
                AsValue(expression);
                return false;
            default:
                if (byRef)
                    _diagnostics.RefNotVariable(span);
                else
                    _diagnostics.NotAssignable(span);
                return false;
        }
    }

    private bool CheckField(BoundField access, TextSpan span)
    {
        if (access.Field.IsReadOnly && !MayAssignReadOnly(access.Field))
        {
            _diagnostics.ReadOnlyField(span);
            return false;
        }

        if (access.Receiver is BoundThis { Type.IsValueType: true } && IsInReadOnlyMember())
        {
            _diagnostics.ReadOnlyThis(span, access.Field.Name);
            return false;
        }

        return CheckReceiver(access.Receiver, span);
    }

    /// <summary>The body is of a member that promises to leave its struct as it is.</summary>
    private bool IsInReadOnlyMember() => Body.Method is { MethodKind: not (MethodKind.Constructor or MethodKind.StaticConstructor), IsStatic: false, IsReadOnly: true } and not { InitOnly: true };

    // A member of a value type is assigned within its variable; a copy can't be.
    private bool CheckReceiver(BoundExpression? receiver, TextSpan span)
    {
        if (receiver is null || !receiver.Type.IsValueType || receiver is BoundThis || IsLvalue(receiver) && receiver is not BoundField)
            return true;
        if (receiver is BoundField field)
            return CheckField(field, span);
        _diagnostics.NotAVariable(span, NameOf(receiver));
        return false;
    }

    private bool MayAssignReadOnly(FieldSymbol member) =>
        Body.Method is { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } or { InitOnly: true } && EnclosingType is { } type && member.ContainingType?.OriginalDefinition == type.OriginalDefinition;

    private bool _inInitializer;

    private bool CheckProperty(BoundProperty access, TextSpan span, bool byRef)
    {
        var property = access.Property;
        if (property.RefKind == RefKind.Ref)
            return true;
        if (byRef)
        {
            _diagnostics.PropertyAsRef(span);
            return false;
        }

        if (property.Setter is not { } setter)
        {
            if (property is SourcePropertySymbol { BackingField: { } } own && Body.Method is { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } && EnclosingType == own.ContainingType && access.Receiver is BoundThis or null)
                return true;
            _diagnostics.ReadOnlyProperty(span, property);
            return false;
        }

        if (access.Receiver is BoundThis { Type.IsValueType: true } && !setter.IsReadOnly && !property.IsStatic && IsInReadOnlyMember())
        {
            _diagnostics.ReadOnlyThis(span, property.Name);
            return false;
        }

        if (!IsAccessible(setter, access.Receiver?.Type))
        {
            _diagnostics.InaccessibleSetter(span, property);
            return false;
        }

        if (property.IsInitOnly && !_inInitializer && !(access.Receiver is BoundThis && Body.Method is { MethodKind: MethodKind.Constructor } or { InitOnly: true }))
        {
            _diagnostics.InitOnlyProperty(span, property);
            return false;
        }

        return CheckReceiver(access.Receiver, span);
    }
}
