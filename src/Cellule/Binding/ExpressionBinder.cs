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
        for (var body = Body; body is not null; body = body.Parent)
        {
            if (body.Method?.AssociatedMember is SourcePropertySymbol { BackingField: { } backing } property)
                return FieldOf(span, property.IsStatic ? null : BindThis(span), backing);
        }

        _diagnostics.UnknownName(span, "field", null, null);
        return Bad(span);
    }

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

        for (var i = 0; i < names.Length; i++)
            CheckTupleName(syntax.Arguments[i].Name, i);
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

    // ItemN names the element at that place and no other; what every tuple has can't be an element.
    private void CheckTupleName(SyntaxToken? identifier, int index)
    {
        if (identifier?.ValueText is not { } name)
            return;
        if (name is "ToString" or "Equals" or "GetHashCode" or "CompareTo" or "Deconstruct" or "Rest")
            _diagnostics.TupleNameReserved(identifier.Span, name);
        else if (name.StartsWith("Item", StringComparison.Ordinal) && name.Length > 4 && name[4] != '0' && int.TryParse(name.AsSpan(4), System.Globalization.NumberStyles.None, null, out int place) && place != index + 1)
            _diagnostics.TupleNamePosition(identifier.Span, name, name[4..]);
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
