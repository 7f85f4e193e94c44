namespace Cellule.Symbols;

/// <summary>What a type is.</summary>
internal enum TypeKind
{
    /// <summary>The expression has no type of its own (null, a lambda, a method group); never left in a finished bound tree.</summary>
    None,
    Class,
    Struct,
    Interface,
    Enum,
    Delegate,
    Array,
    TypeParameter,
    Pointer,
    Dynamic,
    Void,

    /// <summary>Stands where a type could not be found; an error has been reported and no further one follows from it.</summary>
    Error,
}

/// <summary>The types that the language itself knows by name.</summary>
internal enum SpecialType
{
    None,
    Object,
    Void,
    Boolean,
    Char,
    SByte,
    Byte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    NativeInt,
    NativeUInt,
    Single,
    Double,
    Decimal,
    String,
}

/// <summary>Who may name a member. Cells of one session see each other's internal members.</summary>
internal enum Accessibility
{
    Private,
    PrivateProtected,
    Internal,
    Protected,
    ProtectedInternal,
    Public,
}

/// <summary>How a parameter, argument, local or return is passed. The symbol's type never is the by-ref type.</summary>
internal enum RefKind
{
    None,
    Ref,
    Out,

    /// <summary><c>in</c> or <c>ref readonly</c>.</summary>
    In,
}

/// <summary>What a method is declared as.</summary>
internal enum MethodKind
{
    Ordinary,
    Constructor,
    StaticConstructor,
    PropertyGet,
    PropertySet,
    EventAdd,
    EventRemove,
    Operator,
    Conversion,
    DelegateInvoke,
    Destructor,

    /// <summary>A method declared at the top level of a cell: a static method that later cells see.</summary>
    TopLevel,
    LocalFunction,
    Lambda,
}

/// <summary>Which argument the compiler fills in for an omitted one.</summary>
internal enum CallerInfoKind
{
    None,
    LineNumber,
    FilePath,
    MemberName,
    ArgumentExpression,
}
