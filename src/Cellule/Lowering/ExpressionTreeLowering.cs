using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Text;
using Cellule.Binding;
using Cellule.Lowering.Ir;
using Cellule.Symbols;

namespace Cellule.Lowering;

/// <content>Lambdas as data: calls of the factories of <see cref="Expression"/> that build the tree when the lambda is evaluated.</content>
internal sealed partial class Lowerer
{
    private IrExpression ExpressionTree(BoundExpressionTree node) => new ExpressionTreeBuilder(this).Tree(node.Lambda);

    /// <summary>Builds one tree; parameters of its lambdas are kept in temporaries.</summary>
    private sealed class ExpressionTreeBuilder(Lowerer lowerer)
    {
        private static readonly TypeSymbol Node = LoadedTypes.From(typeof(Expression));
        private static readonly TypeSymbol Parameter = LoadedTypes.From(typeof(ParameterExpression));
        private static readonly TypeSymbol Method = LoadedTypes.From(typeof(System.Reflection.MethodInfo));

        private readonly Dictionary<object, IrExpression> _parameters = new(ReferenceEqualityComparer.Instance);
        private readonly List<IrStatement> _prologue = [];

        public IrExpression Tree(BoundLambda lambda)
        {
            var built = Lambda(lambda);
            return Make.Sequence(_prologue, built);
        }

        private IrExpression Lambda(BoundLambda lambda)
        {
            var parameters = lambda.Symbol.Parameters.Select(p => NewParameter(p, p.Type, p.Name)).ToImmutableArray();
            var value = lambda.Body.Statements[0] switch
            {
                BoundReturn { Value: { } returned } => Build(returned),
                BoundExpressionStatement statement => Build(statement.Expression),
                var other => throw Unexpected(other),
            };
            var factory = LoadedTypes.From(typeof(Expression)).GetMembers(nameof(Expression.Lambda)).OfType<MethodSymbol>()
                .First(m => m.IsGeneric && m.Parameters is [_, { Type: ArrayTypeSymbol }]);
            return Make.Static(factory.Construct([lambda.Type]), value, new IrArrayInit(Parameter.MakeArray(), [.. parameters]));
        }

        private IrExpression NewParameter(object key, TypeSymbol type, string name) =>
            _parameters[key] = lowerer.Keep(Factory(nameof(Expression.Parameter), [typeof(Type), typeof(string)], TypeOf(type), Make.Text(name)), _prologue);

        private static IrExpression Factory(string name, Type[] types, params ImmutableArray<IrExpression> arguments) =>
            Make.Static(WellKnown.Method(typeof(Expression), name, types), arguments);

        private static IrExpression TypeOf(TypeSymbol type) => new IrTypeOf(type, BuiltIn.Type);

        private static IrExpression List(IEnumerable<IrExpression> nodes) => new IrArrayInit(Node.MakeArray(), [.. nodes]);

        private IrExpression Many(IEnumerable<BoundExpression> nodes) => List(nodes.Select(Build));

        private static IrExpression Constant(IrExpression value, TypeSymbol type) =>
            Factory(nameof(Expression.Constant), [typeof(object), typeof(Type)], Make.Box(value), TypeOf(type));

        private static IrExpression MethodOf(MethodSymbol method) => new IrMemberOf(method, Method);

        private static IrExpression Null => Make.Null(Node);

        private static InvalidOperationException Unexpected(BoundNode node) => new($"No expression tree of {node.GetType().Name}.");

        private IrExpression Build(BoundExpression node)
        {
            switch (node)
            {
                case BoundLiteral or BoundDefault or BoundTypeOf or BoundSizeOf:
                    return Constant(lowerer.Lower(node), node.Type);
                case BoundThis:
                    return Constant(lowerer.Lower(node), node.Type);
                case BoundParameter { Parameter: var parameter } when _parameters.TryGetValue(parameter, out var own):
                    return own;
                case BoundPlaceholder when _parameters.TryGetValue(node, out var own):
                    return own;
                case BoundLocal or BoundParameter:
                    return lowerer.Lower(node) is IrLocal variable ? new IrCapturedVariable(variable, Node) : Field((BoundParameter)node);
                case BoundField field:
                    return Factory(nameof(Expression.Field), [typeof(Expression), typeof(System.Reflection.FieldInfo)], Optional(field.Receiver), new IrMemberOf(field.Field, LoadedTypes.From(typeof(System.Reflection.FieldInfo))));
                case BoundProperty property:
                    return Property(property);
                case BoundArrayAccess { Indices: [var index] } access:
                    return Factory(nameof(Expression.ArrayIndex), [typeof(Expression), typeof(Expression)], Build(access.Array), Build(index));
                case BoundArrayAccess access:
                    return Factory(nameof(Expression.ArrayIndex), [typeof(Expression), typeof(Expression[])], Build(access.Array), Many(access.Indices));
                case BoundCall { Method.MethodKind: MethodKind.DelegateInvoke } call:
                    return Factory(nameof(Expression.Invoke), [typeof(Expression), typeof(Expression[])], Build(call.Receiver!), Many(call.Arguments));
                case BoundCall call:
                    return Factory(nameof(Expression.Call), [typeof(Expression), typeof(System.Reflection.MethodInfo), typeof(Expression[])], Optional(call.Receiver), MethodOf(call.Method), Many(call.Arguments));
                case BoundObjectCreation creation:
                    return Initialized(New(creation), creation.Initializer);
                case BoundDefaultCreation creation:
                    return Initialized(Factory(nameof(Expression.New), [typeof(Type)], TypeOf(creation.Type)), creation.Initializer);
                case BoundArrayCreation { HasElements: true } array:
                    return Factory(nameof(Expression.NewArrayInit), [typeof(Type), typeof(Expression[])], TypeOf(array.ArrayType.ElementType), Many(array.Elements));
                case BoundArrayCreation array:
                    return Factory(nameof(Expression.NewArrayBounds), [typeof(Type), typeof(Expression[])], TypeOf(array.ArrayType.ElementType), Many(array.Dimensions));
                case BoundUnary unary:
                    return Unary(unary);
                case BoundBinary binary:
                    return Binary(binary);
                case BoundConversion conversion:
                    return Conversion(conversion);
                case BoundLiftedConversion { Inner: BoundConversion { Method: { } method } } lifted:
                    return Convert(Build(lifted.Operand), lifted.Type, method);
                case BoundLiftedConversion lifted:
                    return Convert(Build(lifted.Operand), lifted.Type);
                case BoundConditional conditional:
                    return Factory(
                        nameof(Expression.Condition),
                        [typeof(Expression), typeof(Expression), typeof(Expression), typeof(Type)],
                        Build(conditional.Condition),
                        Build(conditional.WhenTrue),
                        Build(conditional.WhenFalse),
                        TypeOf(conditional.Type));
                case BoundNullCoalescing coalescing:
                    return Coalesce(coalescing);
                case BoundDelegateCreation creation:
                    return MethodGroup(creation);
                case BoundLambda lambda:
                    return Lambda(lambda);
                case BoundExpressionTree tree:
                    return Factory(nameof(Expression.Quote), [typeof(Expression)], Lambda(tree.Lambda));
                case BoundIsType test:
                    return Factory(nameof(Expression.TypeIs), [typeof(Expression), typeof(Type)], Build(test.Operand), TypeOf(test.TargetType));
                case BoundAs test:
                    return Factory(nameof(Expression.TypeAs), [typeof(Expression), typeof(Type)], Build(test.Operand), TypeOf(test.Type));
                case BoundInterpolatedString text:
                    return Interpolation(text);
                default:
                    throw Unexpected(node);
            }
        }

        private IrExpression Optional(BoundExpression? node) => node is null ? Null : Build(node);

        // A primary constructor's parameter that lives on as a field of this.
        private IrExpression Field(BoundParameter node)
        {
            var field = (IrField)lowerer.Lower(node);
            return Factory(
                nameof(Expression.Field),
                [typeof(Expression), typeof(System.Reflection.FieldInfo)],
                Constant(field.Receiver!, field.Receiver!.Type),
                new IrMemberOf(field.Field, LoadedTypes.From(typeof(System.Reflection.FieldInfo))));
        }

        private IrExpression Property(BoundProperty node)
        {
            var getter = node.Property.Getter!;
            if (!node.Arguments.IsDefaultOrEmpty)
                return Factory(nameof(Expression.Call), [typeof(Expression), typeof(System.Reflection.MethodInfo), typeof(Expression[])], Optional(node.Receiver), MethodOf(getter), Many(node.Arguments));
            return node is { Receiver.Type: ArrayTypeSymbol { IsVector: true }, Property.Name: "Length" }
                ? Factory(nameof(Expression.ArrayLength), [typeof(Expression)], Build(node.Receiver))
                : Factory(nameof(Expression.Property), [typeof(Expression), typeof(System.Reflection.MethodInfo)], Optional(node.Receiver), MethodOf(getter));
        }

        private IrExpression New(BoundObjectCreation node)
        {
            var constructor = new IrMemberOf(node.Constructor, LoadedTypes.From(typeof(System.Reflection.ConstructorInfo)));
            var arguments = Many(node.Arguments);
            if (!node.Type.Name.StartsWith("<>", StringComparison.Ordinal))
                return Factory(nameof(Expression.New), [typeof(System.Reflection.ConstructorInfo), typeof(Expression[])], constructor, arguments);

            // Of an anonymous object the tree says which member each argument becomes.
            var member = LoadedTypes.From(typeof(System.Reflection.MemberInfo));
            var getters = node.Constructor.Parameters.Select(p => MethodOf(node.Type.GetMembers(p.Name).OfType<PropertySymbol>().First().Getter!));
            return Factory(
                nameof(Expression.New),
                [typeof(System.Reflection.ConstructorInfo), typeof(IEnumerable<Expression>), typeof(System.Reflection.MemberInfo[])],
                constructor,
                arguments,
                new IrArrayInit(member.MakeArray(), [.. getters]));
        }

        private IrExpression Initialized(IrExpression creation, BoundInitializer? initializer)
        {
            if (initializer is null)
                return creation;
            return IsCollection(initializer)
                ? Factory(nameof(Expression.ListInit), [typeof(NewExpression), typeof(ElementInit[])], creation, Elements(initializer))
                : Factory(nameof(Expression.MemberInit), [typeof(NewExpression), typeof(MemberBinding[])], creation, Bindings(initializer));
        }

        private static bool IsCollection(BoundInitializer initializer) => initializer.Elements is [BoundCall, ..];

        private IrArrayInit Elements(BoundInitializer initializer) => new(
            LoadedTypes.From(typeof(ElementInit)).MakeArray(),
            [.. initializer.Elements.Cast<BoundCall>().Select(c => Factory(nameof(Expression.ElementInit), [typeof(System.Reflection.MethodInfo), typeof(Expression[])], MethodOf(c.Method), Many(c.Arguments)))]);

        private IrArrayInit Bindings(BoundInitializer initializer) =>
            new(LoadedTypes.From(typeof(MemberBinding)).MakeArray(), [.. initializer.Elements.Select(Binding)]);

        private IrExpression Binding(BoundExpression element)
        {
            switch (element)
            {
                case BoundAssignment { Left: BoundField { Field: var field }, Right: var value }:
                    return Factory(nameof(Expression.Bind), [typeof(System.Reflection.MemberInfo), typeof(Expression)], new IrMemberOf(field, LoadedTypes.From(typeof(System.Reflection.FieldInfo))), Build(value));
                case BoundAssignment { Left: BoundProperty { Property.Setter: { } setter }, Right: var value }:
                    return Factory(nameof(Expression.Bind), [typeof(System.Reflection.MethodInfo), typeof(Expression)], MethodOf(setter), Build(value));
                case BoundNestedInitializer { Member: BoundProperty { Property.Getter: { } getter }, Initializer: var nested }:
                    return IsCollection(nested)
                        ? Factory(nameof(Expression.ListBind), [typeof(System.Reflection.MethodInfo), typeof(ElementInit[])], MethodOf(getter), Elements(nested))
                        : Factory(nameof(Expression.MemberBind), [typeof(System.Reflection.MethodInfo), typeof(MemberBinding[])], MethodOf(getter), Bindings(nested));
                default:
                    throw Unexpected(element);
            }
        }

        private IrExpression Unary(BoundUnary node)
        {
            var operand = Build(node.Operand);
            string? name = node.Operator switch
            {
                UnaryOperator.Negate => node.IsChecked ? nameof(Expression.NegateChecked) : nameof(Expression.Negate),
                UnaryOperator.LogicalNot or UnaryOperator.BitwiseNot => nameof(Expression.Not),
                UnaryOperator.Plus when node.Method is not null => nameof(Expression.UnaryPlus),
                UnaryOperator.Plus => null,
                _ => throw Unexpected(node),
            };
            return name is null ? operand
                : node.Method is { } method ? Factory(name, [typeof(Expression), typeof(System.Reflection.MethodInfo)], operand, MethodOf(method))
                : Factory(name, [typeof(Expression)], operand);
        }

        private IrExpression Binary(BoundBinary node)
        {
            switch (node.Operator)
            {
                case BinaryOperator.Concat:
                    return Concat(node);
                case BinaryOperator.CombineDelegates or BinaryOperator.RemoveDelegate:
                    bool adds = node.Operator == BinaryOperator.CombineDelegates;
                    var combine = WellKnown.Method(typeof(Delegate), adds ? nameof(Delegate.Combine) : nameof(Delegate.Remove), typeof(Delegate), typeof(Delegate));
                    return Convert(Operation(adds ? nameof(Expression.Add) : nameof(Expression.Subtract), Build(node.Left), Build(node.Right), combine), node.Type);
            }

            var (left, right) = (Build(node.Left), Build(node.Right));
            if (node.Operator is not (>= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual))
                return Operation(Name(node), left, right, node.Method);
            return Factory(
                Name(node),
                [typeof(Expression), typeof(Expression), typeof(bool), typeof(System.Reflection.MethodInfo)],
                left,
                right,
                Make.False,
                node.Method is null ? Make.Null(Method) : MethodOf(node.Method));
        }

        private static IrExpression Operation(string name, IrExpression left, IrExpression right, MethodSymbol? method) => method is null
            ? Factory(name, [typeof(Expression), typeof(Expression)], left, right)
            : Factory(name, [typeof(Expression), typeof(Expression), typeof(System.Reflection.MethodInfo)], left, right, MethodOf(method));

        private static string Name(BoundBinary node) => node.Operator switch
        {
            BinaryOperator.Add => node.IsChecked ? nameof(Expression.AddChecked) : nameof(Expression.Add),
            BinaryOperator.Subtract => node.IsChecked ? nameof(Expression.SubtractChecked) : nameof(Expression.Subtract),
            BinaryOperator.Multiply => node.IsChecked ? nameof(Expression.MultiplyChecked) : nameof(Expression.Multiply),
            BinaryOperator.Divide => nameof(Expression.Divide),
            BinaryOperator.Remainder => nameof(Expression.Modulo),
            BinaryOperator.ShiftLeft => nameof(Expression.LeftShift),
            BinaryOperator.ShiftRight => nameof(Expression.RightShift),
            BinaryOperator.And => nameof(Expression.And),
            BinaryOperator.Or => nameof(Expression.Or),
            BinaryOperator.Xor => nameof(Expression.ExclusiveOr),
            BinaryOperator.AndAlso => nameof(Expression.AndAlso),
            BinaryOperator.OrElse => nameof(Expression.OrElse),
            BinaryOperator.Equal => nameof(Expression.Equal),
            BinaryOperator.NotEqual => nameof(Expression.NotEqual),
            BinaryOperator.Less => nameof(Expression.LessThan),
            BinaryOperator.LessOrEqual => nameof(Expression.LessThanOrEqual),
            BinaryOperator.Greater => nameof(Expression.GreaterThan),
            BinaryOperator.GreaterOrEqual => nameof(Expression.GreaterThanOrEqual),
            _ => throw Unexpected(node),
        };

        private IrExpression Concat(BoundBinary node)
        {
            bool areTexts = node.Left.Type.IsString && node.Right.Type.IsString;
            var type = areTexts ? typeof(string) : typeof(object);
            return Operation(nameof(Expression.Add), Part(node.Left), Part(node.Right), WellKnown.Method(typeof(string), nameof(string.Concat), type, type));

            IrExpression Part(BoundExpression part) => part.Type.IsValueType || part.Type is TypeParameterSymbol ? Convert(Build(part), BuiltIn.Object) : Build(part);
        }

        private static IrExpression Convert(IrExpression operand, TypeSymbol type, MethodSymbol? method = null, bool isChecked = false)
        {
            var name = isChecked ? nameof(Expression.ConvertChecked) : nameof(Expression.Convert);
            return method is null
                ? Factory(name, [typeof(Expression), typeof(Type)], operand, TypeOf(type))
                : Factory(name, [typeof(Expression), typeof(Type), typeof(System.Reflection.MethodInfo)], operand, TypeOf(type), MethodOf(method));
        }

        private IrExpression Conversion(BoundConversion node)
        {
            var operand = Build(node.Operand);
            return node.Kind switch
            {
                // Factories take a reference where a base type is wanted.
                ConversionKind.Identity or ConversionKind.Implicit or ConversionKind.Reference => operand,
                ConversionKind.UserDefined => Convert(operand, node.Type, node.Method),
                _ => Convert(operand, node.Type, null, node.IsChecked),
            };
        }

        private IrExpression Coalesce(BoundNullCoalescing node)
        {
            var left = Build(node.Left);
            if (ReferenceEquals(node.WhenNotNull, node.LeftValue))
                return Factory(nameof(Expression.Coalesce), [typeof(Expression), typeof(Expression)], left, Build(node.Right));
            var parameter = NewParameter(node.LeftValue, node.LeftValue.Type, "p");
            var conversion = Factory(nameof(Expression.Lambda), [typeof(Expression), typeof(ParameterExpression[])], Build(node.WhenNotNull), new IrArrayInit(Parameter.MakeArray(), [parameter]));
            return Factory(nameof(Expression.Coalesce), [typeof(Expression), typeof(Expression), typeof(LambdaExpression)], left, Build(node.Right), conversion);
        }

        // As the compiler has it: the method's own CreateDelegate, called within the tree.
        private IrExpression MethodGroup(BoundDelegateCreation node)
        {
            var create = WellKnown.Method(typeof(System.Reflection.MethodInfo), nameof(System.Reflection.MethodInfo.CreateDelegate), typeof(Type), typeof(object));
            var receiver = node.Receiver is null ? Constant(Make.Null(BuiltIn.Object), BuiltIn.Object) : Build(node.Receiver);
            var call = Factory(
                nameof(Expression.Call),
                [typeof(Expression), typeof(System.Reflection.MethodInfo), typeof(Expression[])],
                Constant(MethodOf(node.Method), Method),
                MethodOf(create),
                List([Constant(TypeOf(node.Type), BuiltIn.Type), receiver]));
            return Convert(call, node.Type);
        }

        private IrExpression Interpolation(BoundInterpolatedString node)
        {
            var format = new StringBuilder();
            var values = new List<IrExpression>();
            foreach (var part in node.Parts)
            {
                if (part.Value is not { } value)
                {
                    format.Append(part.Text!.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
                    continue;
                }

                format.Append('{').Append(values.Count);
                if (part.Alignment is { } alignment)
                    format.Append(',').Append(alignment);
                if (part.Format is not null)
                    format.Append(':').Append(part.Format);
                format.Append('}');
                values.Add(value.Type.IsReferenceType ? Build(value) : Convert(Build(value), BuiltIn.Object));
            }

            var texts = new[] { typeof(string) };
            bool isSpread = values.Count is > 0 and <= 3;
            var method = isSpread
                ? WellKnown.Method(typeof(string), nameof(string.Format), [.. texts, .. values.Select(_ => typeof(object))])
                : WellKnown.Method(typeof(string), nameof(string.Format), typeof(string), typeof(object[]));
            var head = Constant(Make.Text(format.ToString()), BuiltIn.String);
            var rest = isSpread ? values : [Factory(nameof(Expression.NewArrayInit), [typeof(Type), typeof(Expression[])], TypeOf(BuiltIn.Object), List(values))];
            return Factory(nameof(Expression.Call), [typeof(Expression), typeof(System.Reflection.MethodInfo), typeof(Expression[])], Null, MethodOf(method), List([head, .. rest]));
        }
    }
}
