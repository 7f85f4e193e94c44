namespace Cellule.Syntax;

/// <summary>Operators with two operands, as written; the compound assignment <c>a += b</c> carries the same kind.</summary>
internal enum BinaryOperatorKind
{
    Multiply,
    Divide,
    Remainder,
    Add,
    Subtract,
    LeftShift,
    RightShift,
    UnsignedRightShift,
    LessThan,
    GreaterThan,
    LessThanOrEqual,
    GreaterThanOrEqual,
    Equal,
    NotEqual,
    And,
    ExclusiveOr,
    Or,
    ConditionalAnd,
    ConditionalOr,
    Coalesce,
}

/// <summary>Operators before their operand.</summary>
internal enum PrefixOperatorKind
{
    Plus,
    Minus,
    LogicalNot,
    BitwiseNot,
    Increment,
    Decrement,
    IndexFromEnd,
    AddressOf,
    Dereference,
}

/// <summary>Operators after their operand.</summary>
internal enum PostfixOperatorKind
{
    Increment,
    Decrement,
    NullForgiving,
}

/// <summary>How an argument or parameter is passed.</summary>
internal enum RefKind
{
    None,
    Ref,
    Out,
    In,
    RefReadOnly,
}

/// <summary>Every modifier a declaration or local can have.</summary>
[Flags]
internal enum Modifiers
{
    None = 0,
    Public = 1 << 0,
    Private = 1 << 1,
    Protected = 1 << 2,
    Internal = 1 << 3,
    Static = 1 << 4,
    Abstract = 1 << 5,
    Sealed = 1 << 6,
    Virtual = 1 << 7,
    Override = 1 << 8,
    New = 1 << 9,
    ReadOnly = 1 << 10,
    Const = 1 << 11,
    Volatile = 1 << 12,
    Extern = 1 << 13,
    Unsafe = 1 << 14,
    Async = 1 << 15,
    Partial = 1 << 16,
    Required = 1 << 17,
    File = 1 << 18,
    Ref = 1 << 19,
    Fixed = 1 << 20,
    This = 1 << 21,
    Params = 1 << 22,
    Scoped = 1 << 23,
}
