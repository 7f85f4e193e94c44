using Cellule.Symbols;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>What a lambda that becomes an expression tree may not contain: each thing is refused by its name, where it stands.</summary>
internal static class ExpressionTreeRules
{
    public static void Check(BoundLambda lambda, DiagnosticBag diagnostics)
    {
        if (lambda.Symbol.IsAsync)
            Refuse("CS1989", lambda.Span, "an async lambda");
        if (lambda.Symbol.Parameters.Any(p => p.RefKind != RefKind.None))
            Refuse("CS1951", lambda.Span, "an in, out or ref parameter");
        if (lambda.Body.Statements is [BoundReturn { Value: { } value }])
            Visit(value);
        else if (lambda.Body.Statements is [BoundExpressionStatement { Expression: var expression }])
            Visit(expression);

        void Refuse(string code, TextSpan span, string what) => diagnostics.Error(code, span, $"An expression tree may not contain {what}");

        void Visit(BoundExpression node)
        {
            switch (node)
            {
                case BoundLambda inner:
                    Check(inner, diagnostics);
                    return;
                case BoundExpressionTree:
                    return;
                case BoundNullCoalescing { Left: BoundLiteral { Value: null } } coalescing:
                    Refuse("CS0845", coalescing.Left.Span, "a coalescing operator with null on its left");
                    return;
            }

            if (Refused(node) is ({ } code, { } what))
            {
                Refuse(code, node.Span, what);
                return;
            }

            foreach (var child in BoundChildren.Of(node))
                Visit(child);
        }
    }

    private static (string? Code, string? What) Refused(BoundExpression node) => node switch
    {
        BoundAssignment or BoundCompoundAssignment or BoundNullCoalescingAssignment or BoundDeconstruction when !IsInitializer(node) => ("CS0832", "an assignment operator"),
        BoundCall { Receiver: BoundThis, NonVirtual: true } or BoundProperty { Receiver: BoundThis, NonVirtual: true } => ("CS0831", "a base access"),
        BoundCall { Method.MethodKind: MethodKind.LocalFunction } or BoundDelegateCreation { Method.MethodKind: MethodKind.LocalFunction } => ("CS8110", "a reference to a local function"),
        BoundCall { Method.ReturnRefKind: not RefKind.None } or BoundProperty { Property.RefKind: not RefKind.None } => ("CS8153", "a call that returns by reference"),
        BoundCall { ConstrainedTo: not null } or BoundUnary { ConstrainedTo: not null } or BoundBinary { ConstrainedTo: not null } => ("CS8927", "an access of a static virtual or abstract member"),
        BoundArrayCreation { HasElements: true, ArrayType.IsVector: false } => ("CS0838", "a multidimensional array initializer"),
        BoundConditionalAccess => ("CS8072", "a null propagating operator"),
        BoundIsPattern => ("CS8122", "an 'is' pattern-matching operator"),
        BoundSwitchExpression => ("CS8514", "a switch expression"),
        BoundTupleConversion => ("CS8144", "a tuple conversion"),
        BoundTuple => ("CS8143", "a tuple literal"),
        BoundThrowExpression => ("CS8188", "a throw expression"),
        BoundDiscard => ("CS8207", "a discard"),
        BoundCollectionExpression => ("CS9175", "a collection expression"),
        BoundDynamic => ("CS1963", "a dynamic operation"),
        BoundAwait => ("CS1989", "an await operator"),
        BoundWith => ("CS8849", "a with-expression"),
        BoundSequence => ("CS8790", "an index or range from the end, or a comparison of tuples"),
        BoundStackAlloc or BoundConversion { Kind: ConversionKind.Span } => ("CS8640", "a value of a ref struct"),
        BoundBinary { Operator: BinaryOperator.UnsignedShiftRight } => ("CS8985", "an unsigned right shift operator"),
        _ => default,
    };

    private static bool IsInitializer(BoundExpression node) =>
        node is BoundAssignment { Left: BoundField { Receiver: BoundPlaceholder } or BoundProperty { Receiver: BoundPlaceholder, Arguments.IsEmpty: true } };
}
