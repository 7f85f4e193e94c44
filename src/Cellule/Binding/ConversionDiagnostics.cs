using Cellule.Symbols;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>What is wrong with the type that an expression has, or hasn't.</summary>
internal static class ConversionDiagnostics
{
    public static void NoConversion(this DiagnosticBag bag, TextSpan span, TypeSymbol from, TypeSymbol to) =>
        bag.Error("CS0029", span, $"Cannot implicitly convert type '{from}' to '{to}'");

    public static void NoConversion(this DiagnosticBag bag, TextSpan span, string from, TypeSymbol to) =>
        bag.Error("CS0029", span, $"Cannot implicitly convert type '{from}' to '{to}'");

    public static void ExplicitConversionExists(this DiagnosticBag bag, TextSpan span, TypeSymbol from, TypeSymbol to) =>
        bag.Error("CS0266", span, $"Cannot implicitly convert type '{from}' to '{to}': an explicit conversion exists, write ({to}) in front");

    public static void NoExplicitConversion(this DiagnosticBag bag, TextSpan span, TypeSymbol from, TypeSymbol to) =>
        bag.Error("CS0030", span, $"Cannot convert type '{from}' to '{to}'");

    public static void NullToValueType(this DiagnosticBag bag, TextSpan span, TypeSymbol to) =>
        bag.Error("CS0037", span, $"Cannot convert null to '{to}' because it is a non-nullable value type");

    public static void LiteralSuffixMissing(this DiagnosticBag bag, TextSpan span, TypeSymbol to) =>
        bag.Error("CS0664", span, $"Literal of type double cannot be implicitly converted to type '{to}'; use an '{(to.SpecialType == SpecialType.Single ? 'F' : 'M')}' suffix");

    public static void ConstantOutOfRange(this DiagnosticBag bag, TextSpan span, object? value, TypeSymbol to) =>
        bag.Error("CS0031", span, FormattableString.Invariant($"Constant value '{value}' cannot be converted to a '{to}'"));

    public static void ConstantOverflowInCast(this DiagnosticBag bag, TextSpan span, object? value, TypeSymbol to) =>
        bag.Error("CS0221", span, FormattableString.Invariant($"Constant value '{value}' cannot be converted to a '{to}' (use 'unchecked' to override)"));

    public static void ConstantOverflow(this DiagnosticBag bag, TextSpan span) =>
        bag.Error("CS0220", span, "The operation overflows at compile time in checked mode");

    public static void ConstantDivisionByZero(this DiagnosticBag bag, TextSpan span) =>
        bag.Error("CS0020", span, "Division by constant zero");

    public static void AmbiguousUserConversion(this DiagnosticBag bag, TextSpan span, TypeSymbol from, TypeSymbol to) =>
        bag.Error("CS0457", span, $"Ambiguous user defined conversions when converting from '{from}' to '{to}'");

    public static void MethodGroupMismatch(this DiagnosticBag bag, TextSpan span, string name, TypeSymbol to) =>
        bag.Error("CS0123", span, $"No overload for '{name}' matches delegate '{to}'");

    public static void MethodGroupToNonDelegate(this DiagnosticBag bag, TextSpan span, string name, TypeSymbol to) =>
        bag.Error("CS0428", span, $"Cannot convert method group '{name}' to non-delegate type '{to}'. Did you intend to invoke the method?");

    public static void MethodGroupAsValue(this DiagnosticBag bag, TextSpan span, string name) =>
        bag.Error("CS8917", span, $"The delegate type of method group '{name}' could not be inferred. Did you mean to call it: '{name}(...)'?");

    public static void NoTargetType(this DiagnosticBag bag, TextSpan span, TypeSymbol to) =>
        bag.Error("CS8752", span, $"The type '{to}' may not be used as the target type of new()");

    public static void NewWithoutTarget(this DiagnosticBag bag, TextSpan span) => bag.Error("CS8754", span, "There is no target type for 'new(...)'");

    public static void DefaultWithoutTarget(this DiagnosticBag bag, TextSpan span) => bag.Error("CS8716", span, "There is no target type for the default literal");

    public static void CollectionWithoutTarget(this DiagnosticBag bag, TextSpan span) => bag.Error("CS9176", span, "There is no target type for the collection expression");

    public static void CollectionMismatch(this DiagnosticBag bag, TextSpan span, TypeSymbol to) =>
        bag.Error("CS9174", span, $"Cannot initialize type '{to}' with a collection expression because the type is not constructible");

    public static void NoTypeForNull(this DiagnosticBag bag, TextSpan span) => bag.Error("CS0815", span, "Cannot assign <null> to an implicitly-typed variable: there is no type to infer");

    public static void LambdaWithoutType(this DiagnosticBag bag, TextSpan span) => bag.Error("CS8917", span, "The delegate type could not be inferred: give the parameters types, or the variable a delegate type");

    public static void LambdaToNonDelegate(this DiagnosticBag bag, TextSpan span, TypeSymbol to) =>
        bag.Error("CS1660", span, $"Cannot convert lambda expression to type '{to}' because it is not a delegate type");

    public static void LambdaParameterCount(this DiagnosticBag bag, TextSpan span, TypeSymbol to, int count) =>
        bag.Error("CS1593", span, $"Delegate '{to}' does not take {count} arguments");

    public static void LambdaParameterTypes(this DiagnosticBag bag, TextSpan span, TypeSymbol to) =>
        bag.Error("CS1661", span, $"Cannot convert lambda expression to type '{to}' because the parameter types do not match the delegate parameter types");

    public static void LambdaReturnMismatch(this DiagnosticBag bag, TextSpan span, TypeSymbol to) =>
        bag.Error("CS1662", span, $"Cannot convert lambda expression to '{to}' because some of the return types in the block are not implicitly convertible to the delegate return type");

    public static void LambdaNotAllPathsReturn(this DiagnosticBag bag, TextSpan span, TypeSymbol to) =>
        bag.Error("CS1643", span, $"Not all code paths return a value in lambda expression of type '{to}'");

    public static void ThrowNotAllowed(this DiagnosticBag bag, TextSpan span) => bag.Error("CS8115", span, "A throw expression is not allowed in this context");

    public static void ConditionalWithoutType(this DiagnosticBag bag, TextSpan span, string left, string right) =>
        bag.Error("CS0173", span, $"Type of conditional expression cannot be determined because there is no implicit conversion between '{left}' and '{right}'");

    public static void SwitchWithoutType(this DiagnosticBag bag, TextSpan span) => bag.Error("CS8506", span, "No best type was found for the switch expression");

    public static void ArrayWithoutType(this DiagnosticBag bag, TextSpan span) => bag.Error("CS0826", span, "No best type found for implicitly-typed array");

    public static void AsValueType(this DiagnosticBag bag, TextSpan span, TypeSymbol type) =>
        bag.Error("CS0077", span, $"The as operator must be used with a reference type or nullable type ('{type}' is a non-nullable value type)");

    public static void AsNeverConverts(this DiagnosticBag bag, TextSpan span, TypeSymbol from, TypeSymbol to) =>
        bag.Error("CS0039", span, $"Cannot convert type '{from}' to '{to}' via a reference, boxing, unboxing, wrapping or null type conversion");

    public static void LambdaParameterType(this DiagnosticBag bag, TextSpan span, int position, TypeSymbol declared, TypeSymbol wanted) =>
        bag.Error("CS1678", span, $"Parameter {position} is declared as type '{declared}' but should be '{wanted}'");

    public static void NullToTypeParameter(this DiagnosticBag bag, TextSpan span, TypeSymbol to) =>
        bag.Error("CS0403", span, $"Cannot convert null to type parameter '{to}' because it could be a non-nullable value type. Consider using 'default({to})' instead.");
}
