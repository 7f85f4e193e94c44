using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>Expressions: which file binds which form, and the small forms themselves.</summary>
internal sealed partial class Binder
{
    private int _uncheckedDepth;
    private BoundThis? _baseReceiver;
    private int _depth;

    /// <summary>An expression as it stands: may be a type, a namespace, a method group, or wait for a target type.</summary>
    private BoundExpression BindExpression(ExpressionSyntax syntax)
    {
        // Deep nesting of a generated expression must not end the process.
        if (++_depth > 400)
            System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        try
        {
            return Dispatch(syntax);
        }
        finally
        {
            _depth--;
        }
    }

    /// <summary>An expression that is a value, perhaps without a type yet.</summary>
    private BoundExpression BindValue(ExpressionSyntax syntax) => AsValue(BindExpression(syntax));

    /// <summary>An expression with a type of its own.</summary>
    private BoundExpression BindTyped(ExpressionSyntax syntax) => RequireType(BindExpression(syntax));

    private BoundExpression BindConverted(ExpressionSyntax syntax, TypeSymbol type) => Convert(BindValue(syntax), type);

    /// <summary>A condition: bool, or a type with operator true.</summary>
    private BoundExpression BindCondition(ExpressionSyntax syntax)
    {
        var value = BindValue(syntax);
        if (value.HasError || value.Type == BuiltIn.Boolean || Classify(value, BuiltIn.Boolean).Exists)
            return Convert(value, BuiltIn.Boolean);
        if (!value.Type.IsNone && UserUnary(UnaryOperator.IsTrue, "op_True", value, value.Span) is { } truth)
            return truth;
        return Convert(value, BuiltIn.Boolean);
    }

    private BoundExpression Dispatch(ExpressionSyntax syntax)
    {
        var span = syntax.Span;
        switch (syntax)
        {
            case LiteralExpressionSyntax literal:
                return literal.Value is null ? Literal(span, BuiltIn.None, null) : Literal(span, LoadedTypes.From(literal.Value.GetType()), literal.Value);
            case ParenthesizedExpressionSyntax parenthesized:
                return BindExpression(parenthesized.Expression);
            case SimpleNameSyntax name:
                return BindName(name);
            case MemberAccessExpressionSyntax member:
                return BindMemberAccess(member);
            case InvocationExpressionSyntax invocation:
                return BindInvocation(invocation);
            case BinaryExpressionSyntax binary:
                return BindBinary(binary);
            case PrefixUnaryExpressionSyntax prefix:
                return BindPrefix(prefix);
            case PostfixUnaryExpressionSyntax postfix:
                return BindPostfix(postfix);
            case AssignmentExpressionSyntax assignment:
                return BindAssignment(assignment);
            case LambdaExpressionSyntax lambda:
                return BindLambda(lambda);
            case AnonymousMethodExpressionSyntax anonymous:
                return BindAnonymousMethod(anonymous);
            case InterpolatedStringExpressionSyntax interpolated:
                return BindInterpolation(interpolated);
            case ElementAccessExpressionSyntax element:
                return BindElementAccess(element);
            case ConditionalExpressionSyntax conditional:
                return BindConditional(conditional);
            case ConditionalAccessExpressionSyntax access:
                return BindConditionalAccess(access);
            case MemberBindingExpressionSyntax binding:
                return BindMember(_conditionalReceiver!, binding.Name, span);
            case ElementBindingExpressionSyntax binding:
                return Index(_conditionalReceiver!, BindArguments(binding.ArgumentList), span);
            case ObjectCreationExpressionSyntax creation:
                return BindObjectCreation(creation);
            case ImplicitObjectCreationExpressionSyntax creation:
                return new UnboundNew(span, BindArguments(creation.ArgumentList), creation.Initializer, _scope);
            case AnonymousObjectCreationExpressionSyntax anonymous:
                return BindAnonymousObject(anonymous);
            case ArrayCreationExpressionSyntax array:
                return BindArrayCreation(array);
            case ImplicitArrayCreationExpressionSyntax array:
                return BindImplicitArray(array);
            case StackAllocExpressionSyntax alloc:
                return BindStackAlloc(alloc);
            case CollectionExpressionSyntax collection:
                return new UnboundCollection(span, [.. collection.Elements.Select(e => (e is SpreadElementSyntax ? BindTyped(e.Expression) : BindValue(e.Expression), e is SpreadElementSyntax))]);
            case TupleExpressionSyntax tuple:
                return BindTuple(tuple);
            case CastExpressionSyntax cast:
                return BindCast(cast);
            case AsExpressionSyntax asExpression:
                return BindAs(asExpression);
            case IsPatternExpressionSyntax isPattern:
                return BindIsPattern(isPattern);
            case SwitchExpressionSyntax @switch:
                return BindSwitchExpression(@switch);
            case WithExpressionSyntax with:
                return BindWith(with);
            case QueryExpressionSyntax query:
                return BindQuery(query);
            case ThrowExpressionSyntax @throw:
                return new UnboundThrow(span, BindException(@throw.Expression));
            case AwaitExpressionSyntax await:
                return BindAwait(await);
            case TypeOfExpressionSyntax typeOf:
                return BindTypeOf(typeOf);
            case SizeOfExpressionSyntax sizeOf:
                return BindSizeOf(sizeOf);
            case DefaultExpressionSyntax @default:
                return DefaultOf(span, BindType(@default.Type));
            case DefaultLiteralExpressionSyntax:
                return new UnboundDefault(span);
            case NameOfExpressionSyntax nameOf:
                return BindNameOf(nameOf);
            case CheckedExpressionSyntax checkedExpression:
                return BindChecked(checkedExpression);
            case RangeExpressionSyntax range:
                return BindRange(range);
            case RefExpressionSyntax byRef:
                return BindValue(byRef.Expression);
            case ThisExpressionSyntax:
                return BindThis(span);
            case BaseExpressionSyntax:
                return BindBase(span);
            case FieldExpressionSyntax:
                return BindFieldKeyword(span);
            case Utf8StringLiteralExpressionSyntax utf8:
                return BindUtf8(utf8);
            case TypeSyntax type:
                return new BoundTypeExpression(span, BindType(type));
            case DeclarationExpressionSyntax:
                _diagnostics.UnsupportedOne(span, "A declaration in this place");
                return Bad(span);
            case PointerMemberAccessExpressionSyntax:
                _diagnostics.Unsupported(span, "Pointers");
                return Bad(span);
            case InitializerExpressionSyntax initializer:
                _diagnostics.UnsupportedOne(initializer.Span, "An array initializer without a type");
                return Bad(span);
            case MissingExpressionSyntax:
                return Bad(span);
            default:
                _diagnostics.UnsupportedOne(span, syntax.GetType().Name.Replace("Syntax", "", StringComparison.Ordinal));
                return Bad(span);
        }
    }

    private BoundExpression BindThis(TextSpan span)
    {
        for (var scope = _scope; scope is not null; scope = scope.Parent)
        {
            if (scope.IsStatic)
            {
                _diagnostics.ThisInStatic(span);
                return Bad(span);
            }

            if (scope.Type is { } type)
            {
                CheckStaticFunction(scope.Body, "this", span);
                return new BoundThis(span, type);
            }
        }

        _diagnostics.NoThis(span);
        return Bad(span);
    }

    private BoundExpression BindBase(TextSpan span)
    {
        var self = Quietly(() => BindThis(span), out _);
        if (self is not BoundThis { Type.BaseType: { } baseType })
        {
            _diagnostics.NoBase(span);
            return Bad(span);
        }

        return _baseReceiver = new BoundThis(span, baseType);
    }

    private BoundExpression BindFieldKeyword(TextSpan span)
    {
        if (Body.Method?.AssociatedMember is SourcePropertySymbol { BackingField: { } backing } property)
            return FieldOf(span, property.IsStatic ? null : BindThis(span), backing);
        _diagnostics.UnknownName(span, "field", null, null);
        return Bad(span);
    }

    private BoundExpression BindCast(CastExpressionSyntax syntax)
    {
        var type = BindType(syntax.Type);
        return Cast(BindValue(syntax.Expression), type, syntax.Span);
    }

    private BoundExpression BindAs(AsExpressionSyntax syntax)
    {
        var operand = RequireTypeOrNull(BindValue(syntax.Expression));
        var type = BindType(syntax.Type);
        if (operand.HasError || type.IsError)
            return new BoundBad(syntax.Span, type);
        if (type.IsValueType && !type.IsNullableValue)
        {
            _diagnostics.AsValueType(syntax.Span, type);
            return new BoundBad(syntax.Span, type);
        }

        if (operand is BoundLiteral { Value: null })
            return DefaultOf(syntax.Span, type);
        if (!Conversions.StandardExplicit(operand.Type, type).Exists && operand.Type is not TypeParameterSymbol && type is not TypeParameterSymbol)
        {
            _diagnostics.AsNeverConverts(syntax.Span, operand.Type, type);
            return new BoundBad(syntax.Span, type);
        }

        return new BoundAs(syntax.Span, operand, type);
    }

    // null keeps standing for itself: (null as T), null is T.
    private BoundExpression RequireTypeOrNull(BoundExpression expression) =>
        expression is BoundLiteral { Type.IsNone: true } ? Literal(expression.Span, BuiltIn.Object, null) : RequireType(expression);

    private BoundExpression BindTuple(TupleExpressionSyntax syntax)
    {
        var elements = syntax.Arguments.Select(a => BindValue(a.Expression)).ToImmutableArray();
        var names = syntax.Arguments.Select((a, i) => a.Name?.ValueText ?? InferredName(a.Expression)).ToArray();

        // Inferred names that repeat, or that are an ItemN of another place, are dropped.
        for (var i = 0; i < names.Length; i++)
        {
            if (syntax.Arguments[i].Name is null && names[i] is { } name && (names.Count(n => n == name) > 1 || name.StartsWith("Item", StringComparison.Ordinal) || name is "ToString" or "Equals" or "GetHashCode" or "CompareTo" or "Rest"))
                names[i] = null;
        }

        var types = elements.Select(e => NaturalTypeOf(e) ?? BuiltIn.None).ToImmutableArray();
        if (elements.Any(e => e.HasError))
            return Bad(syntax.Span);
        foreach (var element in elements.Where(e => e.Type.IsVoid))
        {
            _diagnostics.VoidVariable(element.Span);
            return Bad(syntax.Span);
        }

        var type = types.Any(t => t.IsNone) || elements.Any(e => e.Type.IsNone) ? BuiltIn.None : BuiltIn.Tuple(types, [.. names]);
        return new UnboundTuple(syntax.Span, elements, [.. names], type);
    }

    /// <summary>The name that an expression gives to a tuple element or anonymous member.</summary>
    private static string? InferredName(ExpressionSyntax syntax) => syntax switch
    {
        IdentifierNameSyntax name => name.Name,
        MemberAccessExpressionSyntax member => member.Name.Name,
        ConditionalAccessExpressionSyntax access => InferredName(access.WhenNotNull),
        MemberBindingExpressionSyntax binding => binding.Name.Name,
        _ => null,
    };

    private BoundExpression BindConditional(ConditionalExpressionSyntax syntax)
    {
        var condition = BindCondition(syntax.Condition);
        if (syntax.WhenTrue is RefExpressionSyntax left && syntax.WhenFalse is RefExpressionSyntax right)
        {
            var (first, second) = (BindTyped(left.Expression), BindTyped(right.Expression));
            return new BoundConditional(syntax.Span, condition, first, second, first.Type, true);
        }

        var (whenTrue, whenFalse) = (BindValue(syntax.WhenTrue), BindValue(syntax.WhenFalse));
        return Conditional(syntax.Span, condition, whenTrue, whenFalse);
    }

    private BoundExpression Conditional(TextSpan span, BoundExpression condition, BoundExpression whenTrue, BoundExpression whenFalse)
    {
        if (condition.HasError || whenTrue.HasError || whenFalse.HasError)
            return new BoundBad(span, whenTrue.HasError ? BuiltIn.Error : whenTrue.Type.IsNone ? BuiltIn.Error : whenTrue.Type);
        var type = BestOfTwo(whenTrue, whenFalse);
        if (type is null)
            return new UnboundConditional(span, condition, whenTrue, whenFalse);
        var (left, right) = (Convert(whenTrue, type), Convert(whenFalse, type));
        if (condition is BoundLiteral { Value: bool value } && left is BoundLiteral && right is BoundLiteral)
            return (value ? left : right) with { Span = span };
        return new BoundConditional(span, condition, left, right, type);
    }

    private TypeSymbol? BestOfTwo(BoundExpression left, BoundExpression right)
    {
        var (leftType, rightType) = (NaturalTypeOf(left), NaturalTypeOf(right));
        if (leftType is not null && leftType == rightType)
            return leftType.IsTuple && !ReferenceEquals(leftType, rightType) ? leftType.Canonical : leftType;
        if (leftType is { IsVoid: true } || rightType is { IsVoid: true })
            return null;
        var toRight = rightType is not null && Classify(left, rightType).Exists;
        var toLeft = leftType is not null && Classify(right, leftType).Exists;
        if (toRight && toLeft)
        {
            if (left is BoundLiteral && right is not BoundLiteral)
                return leftType is null || Conversions.Implicit(rightType!, leftType).Kind != ConversionKind.Numeric ? rightType : leftType;
            if (right is BoundLiteral && left is not BoundLiteral)
                return rightType is null || Conversions.Implicit(leftType!, rightType).Kind != ConversionKind.Numeric ? leftType : rightType;
            return BetterTarget(leftType!, rightType!) >= 0 ? rightType : leftType;
        }

        return toRight ? rightType : toLeft ? leftType : null;
    }

    private BoundExpression? _conditionalReceiver;

    private BoundExpression BindConditionalAccess(ConditionalAccessExpressionSyntax syntax)
    {
        var receiver = BindTyped(syntax.Expression);
        if (receiver.HasError)
            return Bad(syntax.Span);
        var type = receiver.Type;
        if (type is { IsValueType: true, IsNullableValue: false } || type.IsVoid)
        {
            _diagnostics.ConditionalAccessOnValue(new TextSpan(syntax.Expression.Span.End, 1), type);
            return Bad(syntax.Span);
        }

        var value = new BoundPlaceholder(receiver.Span, type.StripNullable());
        var saved = _conditionalReceiver;
        _conditionalReceiver = value;
        var whenNotNull = BindExpression(syntax.WhenNotNull);
        _conditionalReceiver = saved;
        whenNotNull = whenNotNull is BoundMethodGroup ? RequireType(whenNotNull) : Finish(AsValue(whenNotNull));
        if (whenNotNull.HasError)
            return Bad(syntax.Span);
        var result = whenNotNull.Type;
        if (result is { IsValueType: true, IsNullableValue: false, IsVoid: false } && !result.IsRefLike)
        {
            result = BuiltIn.Nullable(result);
            whenNotNull = new BoundConversion(whenNotNull.Span, whenNotNull, ConversionKind.NullableWrap, result);
        }

        return new BoundConditionalAccess(syntax.Span, receiver, value, whenNotNull, result);
    }

    private BoundExpression BindTypeOf(TypeOfExpressionSyntax syntax)
    {
        var type = BindUnboundType(syntax.Type);
        return type.IsError ? Bad(syntax.Span) : new BoundTypeOf(syntax.Span, BuiltIn.Type, type);
    }

    // typeof(List<>) is the definition; everything else is a type as usual.
    private TypeSymbol BindUnboundType(TypeSyntax syntax) => syntax is NameSyntax name ? BindTypeName(name) as TypeSymbol ?? BuiltIn.Error : BindType(syntax);

    private BoundExpression BindSizeOf(SizeOfExpressionSyntax syntax)
    {
        var type = BindType(syntax.Type);
        var underlying = type.EnumUnderlyingType ?? type;
        int? size = underlying.SpecialType switch
        {
            SpecialType.Boolean or SpecialType.Byte or SpecialType.SByte => 1,
            SpecialType.Char or SpecialType.Int16 or SpecialType.UInt16 => 2,
            SpecialType.Int32 or SpecialType.UInt32 or SpecialType.Single => 4,
            SpecialType.Int64 or SpecialType.UInt64 or SpecialType.Double => 8,
            SpecialType.Decimal => 16,
            _ => null,
        };
        return size is { } known ? Literal(syntax.Span, BuiltIn.Int32, known) : type.IsError ? Bad(syntax.Span) : new BoundSizeOf(syntax.Span, BuiltIn.Int32, type);
    }

    private BoundExpression BindNameOf(NameOfExpressionSyntax syntax)
    {
        var operand = syntax.Expression;
        Quietly(() => BindExpression(operand), out var diagnostics);
        if (diagnostics.HasErrors && operand is not GenericNameSyntax)
            _diagnostics.AddRange(diagnostics.Where(d => d.Id is "CS0103" or "CS0117" or "CS1061" or "CS0234"));
        if (operand is not (TypeSyntax or MemberAccessExpressionSyntax or MissingExpressionSyntax))
            _diagnostics.NameOfWithoutName(operand.Span);
        var name = operand switch
        {
            SimpleNameSyntax simple => simple.Name,
            MemberAccessExpressionSyntax member => member.Name.Name,
            QualifiedNameSyntax qualified => qualified.Right.Name,
            AliasQualifiedNameSyntax alias => alias.Name.Name,
            PredefinedTypeSyntax predefined => SymbolDisplay.Of(Predefined(predefined.Keyword)),
            _ => _source.ToString(operand.Span),
        };
        return Literal(syntax.Span, BuiltIn.String, name);
    }

    private BoundExpression BindChecked(CheckedExpressionSyntax syntax)
    {
        var saved = _isChecked;
        _isChecked = syntax.IsChecked;
        _uncheckedDepth += syntax.IsChecked ? 0 : 1;
        var result = BindExpression(syntax.Expression);
        _uncheckedDepth -= syntax.IsChecked ? 0 : 1;
        _isChecked = saved;
        return result;
    }

    private BoundExpression BindUtf8(Utf8StringLiteralExpressionSyntax syntax)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(syntax.Value);
        var array = new BoundArrayCreation(syntax.Span, BuiltIn.Byte.MakeArray(), [], [.. bytes.Select(b => Literal(syntax.Span, BuiltIn.Byte, b))]);
        return Convert(array, LoadedTypes.Definition(typeof(ReadOnlySpan<>)).Construct(BuiltIn.Byte));
    }

    private BoundExpression BindException(ExpressionSyntax syntax)
    {
        var value = BindValue(syntax);
        if (value is UnboundNew or BoundLiteral)
            return Convert(value, BuiltIn.Exception);
        value = RequireType(value);
        if (value.HasError || value.Type.IsDynamic)
            return Convert(value, BuiltIn.Exception);
        return Conversions.Inherits(value.Type, BuiltIn.Exception) ? value : Convert(value, BuiltIn.Exception);
    }

    private BoundExpression BindAwait(AwaitExpressionSyntax syntax)
    {
        var operand = BindTyped(syntax.Expression);
        if (!Body.IsAsync && !Body.IsCell)
            _diagnostics.AwaitOutsideAsync(syntax.Span);
        Body.HasAwait = true;
        if (operand.HasError)
            return Bad(syntax.Span);
        if (operand.Type.IsDynamic)
        {
            operand = Call(syntax.Span, null, WellKnown(typeof(Emit.Support.DynamicAwait), nameof(Emit.Support.DynamicAwait.Of), BuiltIn.Object), operand);
            var given = AwaitInfo(operand.Type, syntax.Span)!;
            return new BoundAwait(syntax.Span, operand, given, BuiltIn.Dynamic);
        }

        var info = AwaitInfo(operand.Type, syntax.Span);
        return info is null ? Bad(syntax.Span) : new BoundAwait(syntax.Span, operand, info, info.GetResult.Type);
    }

    /// <summary>The await pattern of a type; null (reported) when it has none.</summary>
    private BoundAwaitInfo? AwaitInfo(TypeSymbol type, TextSpan span)
    {
        var awaitable = new BoundPlaceholder(span, type);
        var getAwaiter = TryInvoke(awaitable, "GetAwaiter", span);
        if (getAwaiter is null || getAwaiter.Type.IsVoid)
        {
            _diagnostics.NotAwaitable(span, type);
            return null;
        }

        var awaiter = new BoundPlaceholder(span, getAwaiter.Type);
        var isCompleted = MemberLookup.Find(awaiter.Type, "IsCompleted").OfType<PropertySymbol>().FirstOrDefault();
        var getResult = TryInvoke(awaiter, "GetResult", span);
        if (isCompleted is null || getResult is null)
        {
            _diagnostics.NotAwaitable(span, type);
            return null;
        }

        return new BoundAwaitInfo(span, awaitable, getAwaiter, awaiter, PropertyOf(span, awaiter, isCompleted), getResult);
    }

    /// <summary>A call of an instance or extension method by name; null, and no report, when none fits.</summary>
    private BoundExpression? TryInvoke(BoundExpression receiver, string name, TextSpan span, params ImmutableArray<BoundExpression> arguments)
    {
        var methods = MemberLookup.Methods(receiver.Type, name).Where(m => IsAccessible(m, receiver.Type)).ToImmutableArray();
        var group = new BoundMethodGroup(span, name, receiver, methods, []) { TryExtensions = true };
        var call = Quietly(() => InvokeGroup(group, [.. arguments.Select(a => new Argument(a.Span, a, Symbols.RefKind.None, null))], span), out var diagnostics);
        return diagnostics.HasErrors || call.HasError ? null : call;
    }

    /// <summary>Whether an expression's form is one that may stand as a statement.</summary>
    private static bool IsStatementExpression(ExpressionSyntax syntax) => syntax switch
    {
        InvocationExpressionSyntax or AssignmentExpressionSyntax or AwaitExpressionSyntax or ObjectCreationExpressionSyntax or ImplicitObjectCreationExpressionSyntax or MissingExpressionSyntax => true,
        PrefixUnaryExpressionSyntax { Operator: PrefixOperatorKind.Increment or PrefixOperatorKind.Decrement } => true,
        PostfixUnaryExpressionSyntax { Operator: PostfixOperatorKind.Increment or PostfixOperatorKind.Decrement } => true,
        PostfixUnaryExpressionSyntax { Operator: PostfixOperatorKind.NullForgiving, Operand: var operand } => IsStatementExpression(operand),
        ConditionalAccessExpressionSyntax access => IsStatementExpression(access.WhenNotNull),
        _ => false,
    };
}
