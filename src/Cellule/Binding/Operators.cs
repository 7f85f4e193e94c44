namespace Cellule.Binding;

/// <summary>Unary operators, but for increments, which are compound assignments.</summary>
internal enum UnaryOperator
{
    Plus,
    Negate,
    LogicalNot,
    BitwiseNot,

    /// <summary>Only with a method, inside increments: adds one.</summary>
    Increment,
    Decrement,

    /// <summary><c>operator true</c>, when a condition's type declares it.</summary>
    IsTrue,
    IsFalse,
}

/// <summary>Binary operators. Equality of references is Equal on class types without a method; strings and delegates compare by their method.</summary>
internal enum BinaryOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    ShiftLeft,
    ShiftRight,
    UnsignedShiftRight,
    And,
    Or,
    Xor,

    /// <summary><c>&amp;&amp;</c>.</summary>
    AndAlso,

    /// <summary><c>||</c>.</summary>
    OrElse,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,

    /// <summary><c>+</c> with a string: operands are of any type, null counts as empty, structs are not boxed before.</summary>
    Concat,

    /// <summary><c>+</c> of delegates: Delegate.Combine and a cast to the type.</summary>
    CombineDelegates,
    RemoveDelegate,
}

/// <summary>What a conversion does.</summary>
internal enum ConversionKind
{
    /// <summary>There is no conversion; never in a finished tree.</summary>
    None,

    /// <summary>Same run-time type: tuple names, dynamic and object, nothing to do.</summary>
    Identity,

    /// <summary>Between number types (char among them) of <c>sbyte…ulong, nint, nuint, float, double</c>; checked when <c>IsChecked</c>. Decimal goes by <see cref="UserDefined"/> with decimal's operators.</summary>
    Numeric,

    /// <summary>Between an enum and a number or another enum: as <see cref="Numeric"/> on underlying types.</summary>
    Enum,

    /// <summary>Up to a base class or interface, or a variant interface or delegate: nothing to do.</summary>
    Reference,

    /// <summary>A cast that is checked at run time: castclass (unbox.any where type parameters take part).</summary>
    ExplicitReference,

    /// <summary>Value type or type parameter → object, ValueType, Enum, interface or dynamic; of <c>T?</c> boxes null as null.</summary>
    Boxing,

    /// <summary>unbox.any.</summary>
    Unboxing,

    /// <summary>The literal <c>null</c> → a reference type or <c>T?</c>.</summary>
    NullLiteral,

    /// <summary><c>T</c> → <c>T?</c>: the constructor of Nullable.</summary>
    NullableWrap,

    /// <summary><c>T?</c> → <c>T</c>: <c>.Value</c>, which throws.</summary>
    NullableUnwrap,

    /// <summary>Calls <c>Method</c>; the operand is of its parameter type, the result is its return type.</summary>
    UserDefined,

    /// <summary>An inline array, a string or array → span: calls <c>Method</c>.</summary>
    Span,

    // Those below are decided in the binder and replaced by nodes of their own.
    Lifted,
    Tuple,
    TupleLiteral,
    Lambda,
    MethodGroup,
    InterpolatedString,
    CollectionExpression,
    Default,
    TargetTyped,
    Throw,
    ConstantNumeric,
    Dynamic,
    ExpressionTree,
    StackAlloc,
    Implicit,
}
