using Cellule.Symbols;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>
/// The binder's diagnostics: a method for each words it and knows C#'s code for it. Here those of names and expressions; those of
/// attributes, calls, conversions, declarations, patterns and statements have files of their own.
/// </summary>
internal static class BindingDiagnostics
{
    public static void UnknownName(this DiagnosticBag bag, TextSpan span, string name, string? similar, string? ns) =>
        bag.Error("CS0103", span, $"The name '{name}' does not exist in the current context{Hint(similar, ns)}");

    public static void UnknownType(this DiagnosticBag bag, TextSpan span, string name, string? similar, string? ns) =>
        bag.Error("CS0246", span, $"The type or namespace name '{name}' could not be found{Hint(similar, ns)}");

    public static void UnknownInNamespace(this DiagnosticBag bag, TextSpan span, string name, string ns, string? similar) =>
        bag.Error("CS0234", span, $"The type or namespace name '{name}' does not exist in the namespace '{ns}'{Hint(similar, null)}");

    public static void UnknownMember(this DiagnosticBag bag, TextSpan span, TypeSymbol type, string name, string? similar) =>
        bag.Error("CS1061", span, $"'{type}' does not contain a definition for '{name}', and no extension method '{name}' for it was found{Hint(similar, null)}");

    public static void UnknownStaticMember(this DiagnosticBag bag, TextSpan span, TypeSymbol type, string name, string? similar) =>
        bag.Error("CS0117", span, $"'{type}' does not contain a definition for '{name}'{Hint(similar, null)}");

    public static void Inaccessible(this DiagnosticBag bag, TextSpan span, Symbol symbol) =>
        bag.Error("CS0122", span, $"'{symbol}' is inaccessible due to its protection level");

    public static void DuplicateLocal(this DiagnosticBag bag, TextSpan span, string name) =>
        bag.Error("CS0128", span, $"A local variable or function named '{name}' is already defined in this scope");

    public static void ShadowedLocal(this DiagnosticBag bag, TextSpan span, string name) =>
        bag.Error("CS0136", span, $"A local or parameter named '{name}' cannot be declared in this scope because that name is used in an enclosing local scope");

    public static void DuplicateVariable(this DiagnosticBag bag, TextSpan span, string name) =>
        bag.Error("CS0102", span, $"The cell already contains a definition for '{name}'");

    public static void RefStructVariable(this DiagnosticBag bag, TextSpan span, TypeSymbol type) =>
        bag.Error("CS8345", span, $"A variable of the ref struct type '{type}' cannot stand at the top level of a cell: put it into a method or block");

    public static void NoBase(this DiagnosticBag bag, TextSpan span) => bag.Error("CS1512", span, "Keyword 'base' is not valid here: there is no instance");

    public static void DuplicateAnonymousMember(this DiagnosticBag bag, TextSpan span, string name) =>
        bag.Error("CS0833", span, $"An anonymous type cannot have two members called '{name}'");

    public static void WrongElement(this DiagnosticBag bag, TextSpan span, TypeSymbol type, string reason) =>
        bag.Error("CS1950", span, $"No Add method of '{type}' takes this element: {reason}");

    public static void DuplicateMember(this DiagnosticBag bag, TextSpan span, string type, string name) =>
        bag.Error("CS0102", span, $"The type '{type}' already contains a definition for '{name}'");

    public static void DuplicateType(this DiagnosticBag bag, TextSpan span, string name) =>
        bag.Error("CS0101", span, $"The cell already contains a definition for the type '{name}'");

    public static void DuplicateSignature(this DiagnosticBag bag, TextSpan span, string name) =>
        bag.Error("CS0111", span, $"A member called '{name}' with the same parameter types is already defined");

    public static void DuplicateParameter(this DiagnosticBag bag, TextSpan span, string name) => bag.Error("CS0100", span, $"The parameter name '{name}' is a duplicate");

    public static void StaticFunctionCaptures(this DiagnosticBag bag, TextSpan span, string name, bool isLambda) => bag.Error(
        isLambda ? "CS8820" : "CS8421",
        span,
        $"A static {(isLambda ? "anonymous" : "local")} function cannot contain a reference to '{name}'");

    public static void CannotInferVariable(this DiagnosticBag bag, TextSpan span, string name) =>
        bag.Error("CS8130", span, $"Cannot infer the type of implicitly-typed deconstruction variable '{name}'");

    public static void TypeParameterCreation(this DiagnosticBag bag, TextSpan span, TypeSymbol type) =>
        bag.Error("CS0304", span, $"Cannot create an instance of the variable type '{type}' because it does not have the new() constraint");

    public static void NegativeArraySize(this DiagnosticBag bag, TextSpan span) => bag.Error("CS0248", span, "Cannot create an array with a negative size");

    public static void NameOfWithoutName(this DiagnosticBag bag, TextSpan span) => bag.Error("CS8081", span, "Expression does not have a name.");

    public static void JoinSides(this DiagnosticBag bag, TextSpan span, string name) =>
        bag.Error("CS1938", span, $"The name '{name}' is not in scope on the right side of 'equals'. Consider swapping the expressions on either side of 'equals'.");

    public static void TypeAsValue(this DiagnosticBag bag, TextSpan span, string name) => bag.Error("CS0119", span, $"'{name}' is a type, which is not valid in the given context");

    public static void NamespaceAsValue(this DiagnosticBag bag, TextSpan span, string name) => bag.Error("CS0118", span, $"'{name}' is a namespace but is used like a variable");

    public static void ValueAsType(this DiagnosticBag bag, TextSpan span, string name, string kind) => bag.Error("CS0118", span, $"'{name}' is a {kind} but is used like a type");

    public static void NotInvocable(this DiagnosticBag bag, TextSpan span, string name) => bag.Error("CS1955", span, $"Non-invocable member '{name}' cannot be used like a method");

    public static void TypeInvoked(this DiagnosticBag bag, TextSpan span, TypeSymbol type) =>
        bag.Error("CS1955", span, $"Non-invocable member '{type}' cannot be used like a method. Did you mean 'new {type.Name}(…)'?");

    public static void DynamicLambda(this DiagnosticBag bag, TextSpan span) =>
        bag.Error("CS1977", span, "Cannot use a lambda expression as an argument to a dynamically dispatched operation without first casting it to a delegate or expression tree type");

    public static void DynamicMethodGroup(this DiagnosticBag bag, TextSpan span) =>
        bag.Error("CS1976", span, "Cannot use a method group as an argument to a dynamically dispatched operation. Did you intend to invoke the method?");

    public static void AbstractBaseMember(this DiagnosticBag bag, TextSpan span, Symbol member) => bag.Error("CS0205", span, $"Cannot call an abstract base member: '{member}'");

    public static void ReadOnlyThis(this DiagnosticBag bag, TextSpan span, string name) => bag.Error("CS1604", span, $"Cannot assign to '{name}' because it is read-only: the member is declared readonly");

    public static void CircularConstant(this DiagnosticBag bag, TextSpan span, string name) => bag.Error("CS0110", span, $"The evaluation of the constant value for '{name}' involves a circular definition");

    public static void AsTypeParameter(this DiagnosticBag bag, TextSpan span, TypeSymbol type) =>
        bag.Error("CS0413", span, $"The type parameter '{type}' cannot be used with the 'as' operator because it does not have a class type constraint nor a 'class' constraint");

    public static void RecordOfClass(this DiagnosticBag bag, TextSpan span) => bag.Error("CS8864", span, "Records may only inherit from object or another record");

    public static void ClassOfRecord(this DiagnosticBag bag, TextSpan span) => bag.Error("CS8865", span, "Only records may inherit from records.");

    public static void TupleNamePosition(this DiagnosticBag bag, TextSpan span, string name, string position) => bag.Error("CS8125", span, $"Tuple element name '{name}' is only allowed at position {position}.");

    public static void TupleNameReserved(this DiagnosticBag bag, TextSpan span, string name) => bag.Error("CS8126", span, $"Tuple element name '{name}' is disallowed at any position.");

    public static void LoopMustDeclare(this DiagnosticBag bag, TextSpan span) => bag.Error("CS8186", span, "A foreach loop must declare its iteration variables.");

    public static void DereferenceOfValue(this DiagnosticBag bag, TextSpan span) => bag.Error("CS0193", span, "The * or -> operator must be applied to a pointer");

    public static void NotAMethod(this DiagnosticBag bag, TextSpan span) => bag.Error("CS0149", span, "Method name expected");

    public static void InstanceFromStatic(this DiagnosticBag bag, TextSpan span, Symbol member) =>
        bag.Error("CS0120", span, $"An object reference is required for the non-static field, method, or property '{member}'");

    public static void StaticFromInstance(this DiagnosticBag bag, TextSpan span, Symbol member) =>
        bag.Error("CS0176", span, $"Member '{member}' cannot be accessed with an instance reference; qualify it with a type name instead");

    public static void NoThis(this DiagnosticBag bag, TextSpan span) => bag.Error("CS0027", span, "Keyword 'this' is not valid here: there is no instance");

    public static void BadBinary(this DiagnosticBag bag, TextSpan span, string op, string left, string right) =>
        bag.Error("CS0019", span, $"Operator '{op}' cannot be applied to operands of type '{left}' and '{right}'");

    public static void BadUnary(this DiagnosticBag bag, TextSpan span, string op, string operand) =>
        bag.Error("CS0023", span, $"Operator '{op}' cannot be applied to operand of type '{operand}'");

    public static void AmbiguousBinary(this DiagnosticBag bag, TextSpan span, string op, string left, string right) =>
        bag.Error("CS0034", span, $"Operator '{op}' is ambiguous on operands of type '{left}' and '{right}'");

    public static void NotAssignable(this DiagnosticBag bag, TextSpan span) => bag.Error("CS0131", span, "The left-hand side of an assignment must be a variable, property or indexer");

    public static void IncrementNotVariable(this DiagnosticBag bag, TextSpan span) => bag.Error("CS1059", span, "The operand of an increment or decrement operator must be a variable, property or indexer");

    public static void RefNotVariable(this DiagnosticBag bag, TextSpan span) => bag.Error("CS1510", span, "A ref or out value must be an assignable variable");

    public static void PropertyAsRef(this DiagnosticBag bag, TextSpan span) => bag.Error("CS0206", span, "A property or indexer may not be passed as an out or ref parameter");

    public static void ReadOnlyProperty(this DiagnosticBag bag, TextSpan span, Symbol property) => bag.Error("CS0200", span, $"Property or indexer '{property}' cannot be assigned to: it is read only");

    public static void InitOnlyProperty(this DiagnosticBag bag, TextSpan span, Symbol property) =>
        bag.Error("CS8852", span, $"Init-only property or indexer '{property}' can only be assigned in an object initializer, or on 'this' or 'base' in a constructor");

    public static void WriteOnlyProperty(this DiagnosticBag bag, TextSpan span, Symbol property) => bag.Error("CS0154", span, $"The property or indexer '{property}' cannot be used in this context because it lacks the get accessor");

    public static void InaccessibleSetter(this DiagnosticBag bag, TextSpan span, Symbol property) => bag.Error("CS0272", span, $"The property or indexer '{property}' cannot be used in this context because the set accessor is inaccessible");

    public static void InaccessibleGetter(this DiagnosticBag bag, TextSpan span, Symbol property) => bag.Error("CS0271", span, $"The property or indexer '{property}' cannot be used in this context because the get accessor is inaccessible");

    public static void ReadOnlyField(this DiagnosticBag bag, TextSpan span) => bag.Error("CS0191", span, "A readonly field cannot be assigned to (except in a constructor or init-only setter of the type in which the field is defined)");

    public static void ReadOnlyLocal(this DiagnosticBag bag, TextSpan span, string name, string kind) => bag.Error("CS1656", span, $"Cannot assign to '{name}' because it is a '{kind}'");

    public static void ReadOnlyParameter(this DiagnosticBag bag, TextSpan span, string name) => bag.Error("CS8331", span, $"Cannot assign to variable '{name}' because it is a readonly variable");

    public static void NotAVariable(this DiagnosticBag bag, TextSpan span, string expression) =>
        bag.Error("CS1612", span, $"Cannot modify the return value of '{expression}' because it is not a variable");

    public static void EventOutsideType(this DiagnosticBag bag, TextSpan span, Symbol e) => bag.Error("CS0070", span, $"The event '{e}' can only appear on the left hand side of += or -=");

    public static void WrongArgumentCount(this DiagnosticBag bag, TextSpan span, string name, int count) => bag.Error("CS1501", span, $"No overload for method '{name}' takes {count} arguments");

    public static void WrongConstructorArgumentCount(this DiagnosticBag bag, TextSpan span, string type, int count) => bag.Error("CS1729", span, $"'{type}' does not contain a constructor that takes {count} arguments");

    public static void WrongDelegateArgumentCount(this DiagnosticBag bag, TextSpan span, string type, int count) => bag.Error("CS1593", span, $"Delegate '{type}' does not take {count} arguments");

    public static void MissingArgument(this DiagnosticBag bag, TextSpan span, string parameter, Symbol member) =>
        bag.Error("CS7036", span, $"There is no argument given that corresponds to the required parameter '{parameter}' of '{member}'");

    public static void WrongArgument(this DiagnosticBag bag, TextSpan span, int position, string from, string to, Symbol member) =>
        bag.Error("CS1503", span, $"Argument {position}: cannot convert from '{from}' to '{to}' (parameter of '{member}')");

    public static void ArgumentNeedsRef(this DiagnosticBag bag, TextSpan span, int position, string keyword) => bag.Error("CS1620", span, $"Argument {position} must be passed with the '{keyword}' keyword");

    public static void ArgumentMustNotBeRef(this DiagnosticBag bag, TextSpan span, int position, string keyword) => bag.Error("CS1615", span, $"Argument {position} may not be passed with the '{keyword}' keyword");

    public static void UnknownNamedArgument(this DiagnosticBag bag, TextSpan span, string member, string name, string? similar) =>
        bag.Error("CS1739", span, $"The best overload for '{member}' does not have a parameter named '{name}'{Hint(similar, null)}");

    public static void ArgumentTwice(this DiagnosticBag bag, TextSpan span, string name) => bag.Error("CS1744", span, $"Named argument '{name}' specifies a parameter for which a positional argument has already been given");

    public static void NamedBeforePositional(this DiagnosticBag bag, TextSpan span, string name) => bag.Error("CS8323", span, $"Named argument '{name}' is used out-of-position but is followed by an unnamed argument");

    public static void CannotInfer(this DiagnosticBag bag, TextSpan span, Symbol method) =>
        bag.Error("CS0411", span, $"The type arguments for method '{method}' cannot be inferred from the usage. Try specifying the type arguments explicitly");

    public static void WrongTypeArgumentCount(this DiagnosticBag bag, TextSpan span, string kind, string name, int count) =>
        bag.Error("CS0305", span, $"Using the generic {kind} '{name}' requires {count} type arguments");

    public static void NotGeneric(this DiagnosticBag bag, TextSpan span, string kind, string name) => bag.Error("CS0308", span, $"The non-generic {kind} '{name}' cannot be used with type arguments");

    public static void ConstraintViolated(this DiagnosticBag bag, TextSpan span, TypeSymbol argument, string parameter, Symbol member, string constraint) =>
        bag.Error(argument.IsValueType ? "CS0315" : "CS0311", span, $"The type '{argument}' cannot be used as type parameter '{parameter}' in '{member}': it does not satisfy the constraint '{constraint}'");

    public static void ClassConstraintViolated(this DiagnosticBag bag, TextSpan span, TypeSymbol argument, string parameter, Symbol member) =>
        bag.Error("CS0452", span, $"The type '{argument}' must be a reference type in order to use it as parameter '{parameter}' in '{member}'");

    public static void StructConstraintViolated(this DiagnosticBag bag, TextSpan span, TypeSymbol argument, string parameter, Symbol member) =>
        bag.Error("CS0453", span, $"The type '{argument}' must be a non-nullable value type in order to use it as parameter '{parameter}' in '{member}'");

    public static void NewConstraintViolated(this DiagnosticBag bag, TextSpan span, TypeSymbol argument, string parameter, Symbol member) =>
        bag.Error("CS0310", span, $"'{argument}' must be a non-abstract type with a public parameterless constructor in order to use it as parameter '{parameter}' in '{member}'");

    public static void AmbiguousCall(this DiagnosticBag bag, TextSpan span, Symbol first, Symbol second) =>
        bag.Error("CS0121", span, $"The call is ambiguous between '{first}' and '{second}'");

    public static void AmbiguousType(this DiagnosticBag bag, TextSpan span, string name, TypeSymbol first, TypeSymbol second) =>
        bag.Error("CS0104", span, $"'{name}' is an ambiguous reference between '{first}' and '{second}'");

    public static void WrongExtensionReceiver(this DiagnosticBag bag, TextSpan span, TypeSymbol type, string name, Symbol method, TypeSymbol wanted) =>
        bag.Error("CS1929", span, $"'{type}' does not contain a definition for '{name}' and the extension method '{method}' requires a receiver of type '{wanted}'");

    public static void AbstractCreation(this DiagnosticBag bag, TextSpan span, TypeSymbol type) => bag.Error("CS0144", span, $"Cannot create an instance of the abstract type or interface '{type}'");

    public static void StaticCreation(this DiagnosticBag bag, TextSpan span, TypeSymbol type) => bag.Error("CS0712", span, $"Cannot create an instance of the static class '{type}'");

    public static void NotACollection(this DiagnosticBag bag, TextSpan span, TypeSymbol type) =>
        bag.Error("CS1922", span, $"Cannot initialize type '{type}' with a collection initializer because it does not implement 'System.Collections.IEnumerable'");

    public static void UnknownInitializerMember(this DiagnosticBag bag, TextSpan span, TypeSymbol type, string name, string? similar) =>
        bag.Error("CS0117", span, $"'{type}' does not contain a definition for '{name}'{Hint(similar, null)}");

    public static void RequiredMember(this DiagnosticBag bag, TextSpan span, string name, TypeSymbol type) =>
        bag.Error("CS9035", span, $"Required member '{type}.{name}' must be set in the object initializer");

    public static void NotIndexable(this DiagnosticBag bag, TextSpan span, TypeSymbol type) => bag.Error("CS0021", span, $"Cannot apply indexing with [] to an expression of type '{type}'");

    public static void WrongIndexCount(this DiagnosticBag bag, TextSpan span, int count) => bag.Error("CS0022", span, $"Wrong number of indices inside []; expected {count}");

    public static void WrongArrayLength(this DiagnosticBag bag, TextSpan span, int count) => bag.Error("CS0847", span, $"An array initializer of length '{count}' is expected");

    public static void ConstantExpected(this DiagnosticBag bag, TextSpan span) => bag.Error("CS0150", span, "A constant value is expected");

    public static void ConstantInitializerExpected(this DiagnosticBag bag, TextSpan span, string name) => bag.Error("CS0133", span, $"The expression being assigned to '{name}' must be constant");

    public static void NoInitializer(this DiagnosticBag bag, TextSpan span) => bag.Error("CS0818", span, "Implicitly-typed variables must be initialized");

    public static void VoidVariable(this DiagnosticBag bag, TextSpan span) => bag.Error("CS0815", span, "Cannot assign void to an implicitly-typed variable");

    public static void VoidNotAllowed(this DiagnosticBag bag, TextSpan span) => bag.Error("CS1547", span, "Keyword 'void' cannot be used in this context");

    public static void Subsumed(this DiagnosticBag bag, TextSpan span, bool isExpression) =>
        bag.Error(isExpression ? "CS8510" : "CS8120", span, "The pattern is unreachable: it has already been handled by a previous case or it is impossible to match");

    public static void WrongPatternType(this DiagnosticBag bag, TextSpan span, TypeSymbol input, TypeSymbol pattern) =>
        bag.Error("CS8121", span, $"An expression of type '{input}' cannot be handled by a pattern of type '{pattern}'");

    public static void NullablePatternType(this DiagnosticBag bag, TextSpan span, TypeSymbol type) =>
        bag.Error("CS8116", span, $"It is not legal to use nullable type '{type}' in a pattern; use the underlying type '{type.StripNullable()}' instead");

    public static void NotAListPattern(this DiagnosticBag bag, TextSpan span, TypeSymbol type) =>
        bag.Error("CS8985", span, $"List patterns may not be used for a value of type '{type}': no suitable 'Length' or 'Count' property was found");

    public static void NoDeconstruct(this DiagnosticBag bag, TextSpan span, TypeSymbol type, int count) =>
        bag.Error("CS8129", span, $"No suitable 'Deconstruct' instance or extension method was found for type '{type}', with {count} out parameters");

    public static void WrongTupleLength(this DiagnosticBag bag, TextSpan span, int given, int wanted) =>
        bag.Error("CS8132", span, $"Cannot deconstruct a tuple of '{given}' elements into '{wanted}' variables");

    public static void TupleTypesDiffer(this DiagnosticBag bag, TextSpan span, int left, int right) =>
        bag.Error("CS8384", span, $"Tuple types used as operands of an == or != operator must have matching cardinalities, but this operator has {left} on the left and {right} on the right");

    public static void CannotInferOut(this DiagnosticBag bag, TextSpan span, string name) => bag.Error("CS8130", span, $"Cannot infer the type of implicitly-typed deconstruction variable '{name}'");

    public static void AsyncReturnType(this DiagnosticBag bag, TextSpan span) => bag.Error("CS1983", span, "The return type of an async method must be void, Task, Task<T>, ValueTask, ValueTask<T> or an IAsyncEnumerable<T>");

    public static void NotAnAttribute(this DiagnosticBag bag, TextSpan span, string name) => bag.Error("CS0616", span, $"'{name}' is not an attribute class");

    public static void SealedBase(this DiagnosticBag bag, TextSpan span, string type, TypeSymbol baseType) => bag.Error("CS0509", span, $"'{type}': cannot derive from sealed type '{baseType}'");

    public static void NotAnInterface(this DiagnosticBag bag, TextSpan span, TypeSymbol type) => bag.Error("CS0527", span, $"Type '{type}' in interface list is not an interface");

    public static void TwoBaseClasses(this DiagnosticBag bag, TextSpan span, string type, TypeSymbol first, TypeSymbol second) =>
        bag.Error("CS1721", span, $"Class '{type}' cannot have multiple base classes: '{first}' and '{second}'");

    public static void CircularBase(this DiagnosticBag bag, TextSpan span, string type) => bag.Error("CS0146", span, $"Circular base type dependency involving '{type}'");

    public static void NotImplemented(this DiagnosticBag bag, TextSpan span, string type, Symbol member) => bag.Error("CS0535", span, $"'{type}' does not implement interface member '{member}'");

    public static void AbstractNotImplemented(this DiagnosticBag bag, TextSpan span, string type, Symbol member) => bag.Error("CS0534", span, $"'{type}' does not implement inherited abstract member '{member}'");

    public static void NothingToOverride(this DiagnosticBag bag, TextSpan span, string member) => bag.Error("CS0115", span, $"'{member}': no suitable method found to override");

    public static void CannotOverride(this DiagnosticBag bag, TextSpan span, string member, Symbol inherited) =>
        bag.Error("CS0506", span, $"'{member}': cannot override inherited member '{inherited}' because it is not marked virtual, abstract, or override");

    public static void OverrideReturnType(this DiagnosticBag bag, TextSpan span, string member, TypeSymbol wanted) => bag.Error("CS0508", span, $"'{member}': return type must be '{wanted}' to match overridden member");

    public static void MissingBody(this DiagnosticBag bag, TextSpan span, string member) => bag.Error("CS0501", span, $"'{member}' must declare a body because it is not marked abstract, extern, or partial");

    public static void AbstractWithBody(this DiagnosticBag bag, TextSpan span, string member) => bag.Error("CS0500", span, $"'{member}' cannot declare a body because it is marked abstract");

    public static void AbstractInConcrete(this DiagnosticBag bag, TextSpan span, string member, string type) => bag.Error("CS0513", span, $"'{member}' is abstract but it is contained in non-abstract type '{type}'");

    public static void InstanceInStaticClass(this DiagnosticBag bag, TextSpan span, string member) => bag.Error("CS0708", span, $"'{member}': cannot declare instance members in a static class");

    public static void NoBaseConstructor(this DiagnosticBag bag, TextSpan span, TypeSymbol type) => bag.Error("CS1729", span, $"'{type}' does not contain a constructor that takes 0 arguments");

    public static void StaticTypeVariable(this DiagnosticBag bag, TextSpan span, TypeSymbol type) => bag.Error("CS0723", span, $"Cannot declare a variable of static type '{type}'");

    public static void UnboundGeneric(this DiagnosticBag bag, TextSpan span) => bag.Error("CS7003", span, "Unexpected use of an unbound generic name");

    public static void NotARecord(this DiagnosticBag bag, TextSpan span, TypeSymbol type) => bag.Error("CS8858", span, $"The receiver type '{type}' is not a valid record type and is not a struct type");

    public static void NoQueryMethod(this DiagnosticBag bag, TextSpan span, TypeSymbol type, string method) =>
        bag.Error("CS1936", span, $"Could not find an implementation of the query pattern for source type '{type}'. '{method}' not found");

    public static void ConditionalAccessOnValue(this DiagnosticBag bag, TextSpan span, TypeSymbol type) => bag.Error("CS0023", span, $"Operator '?' cannot be applied to operand of type '{type}'");

    public static void InvalidAnonymousMember(this DiagnosticBag bag, TextSpan span) => bag.Error("CS0746", span, "Invalid anonymous type member declarator: give it a name");

    public static void Obsolete(this DiagnosticBag bag, TextSpan span, Symbol symbol, string text) => bag.Error("CS0619", span, $"'{symbol}' is obsolete: '{text}'");

    public static void BadExpressionTree(this DiagnosticBag bag, TextSpan span) => bag.Error("CS0834", span, "A lambda expression with a statement body cannot be converted to an expression tree");

    /// <summary>What C# has and cells don't, by its name.</summary>
    public static void Unsupported(this DiagnosticBag bag, TextSpan span, string what) => bag.Error("CELL0010", span, $"{what} are not supported in cells");

    public static void UnsupportedOne(this DiagnosticBag bag, TextSpan span, string what) => bag.Error("CELL0010", span, $"{what} is not supported in cells");

    private static string Hint(string? similar, string? ns) =>
        similar is not null ? $". Did you mean '{similar}'?" : ns is not null ? $". Are you missing 'using {ns};'?" : "";
}
