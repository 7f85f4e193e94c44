using Cellule.Symbols;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>What is wrong with statements, and with the order that they run in.</summary>
internal static class StatementDiagnostics
{
    public static void UsedBeforeDeclaration(this DiagnosticBag bag, TextSpan span, string name) =>
        bag.Error("CS0841", span, $"Cannot use local variable '{name}' before it is declared");

    public static void Unassigned(this DiagnosticBag bag, TextSpan span, string name) => bag.Error("CS0165", span, $"Use of unassigned local variable '{name}'");

    public static void ReturnValueInVoidLambda(this DiagnosticBag bag, TextSpan span) => bag.Error("CS8030", span, "Anonymous function converted to a void returning delegate cannot return a value");

    public static void ReturnValueInTask(this DiagnosticBag bag, TextSpan span, string name) =>
        bag.Error("CS1997", span, $"Since '{name}' is an async method that returns a task without a value, a return keyword must not be followed by an object expression");

    public static void YieldInTry(this DiagnosticBag bag, TextSpan span, string code) => bag.Error(
        code,
        span,
        code switch
        {
            "CS1626" => "Cannot yield a value in the body of a try block with a catch clause",
            "CS1631" => "Cannot yield a value in the body of a catch clause",
            _ => "Cannot yield in the body of a finally clause",
        });

    public static void CatchAfterAll(this DiagnosticBag bag, TextSpan span) => bag.Error("CS1017", span, "Catch clauses cannot follow the general catch clause of a try statement");

    public static void CatchCovered(this DiagnosticBag bag, TextSpan span, TypeSymbol type) =>
        bag.Error("CS0160", span, $"A previous catch clause already catches all exceptions of this or of a super type ('{type}')");

    public static void ReturnInFinally(this DiagnosticBag bag, TextSpan span) => bag.Error("CS0157", span, "Control cannot leave the body of a finally clause");

    public static void WrongReturnType(this DiagnosticBag bag, TextSpan span, Symbol method) => bag.Error("CS0407", span, $"'{method}' has the wrong return type");

    public static void UnassignedOut(this DiagnosticBag bag, TextSpan span, string name) => bag.Error("CS0269", span, $"Use of unassigned out parameter '{name}'");

    public static void UnassignedField(this DiagnosticBag bag, TextSpan span, string name) => bag.Error("CS0170", span, $"Use of possibly unassigned field '{name}'");

    public static void OutNotAssigned(this DiagnosticBag bag, TextSpan span, string name) =>
        bag.Error("CS0177", span, $"The out parameter '{name}' must be assigned to before control leaves the current method");

    public static void NotAllPathsReturn(this DiagnosticBag bag, TextSpan span, string method) => bag.Error("CS0161", span, $"'{method}': not all code paths return a value");

    public static void NotAStatement(this DiagnosticBag bag, TextSpan span) =>
        bag.Error("CS0201", span, "Only assignment, call, increment, decrement, await, and new object expressions can be used as a statement");

    public static void NotEnumerable(this DiagnosticBag bag, TextSpan span, TypeSymbol type, string member) =>
        bag.Error("CS1579", span, $"foreach statement cannot operate on variables of type '{type}' because it does not contain a public definition for '{member}'");

    public static void NotAwaitable(this DiagnosticBag bag, TextSpan span, TypeSymbol type) =>
        bag.Error("CS1061", span, $"Cannot await '{type}': it has no accessible 'GetAwaiter' method");

    public static void AwaitOutsideAsync(this DiagnosticBag bag, TextSpan span, BodyContext body) => bag.Error(
        body.IsLambda ? "CS4034" : body.Method?.ReturnType.IsVoid == true ? "CS4033" : "CS4032",
        span,
        "The 'await' operator can only be used within an async method: mark the method or lambda 'async'");

    public static void AwaitOfVoid(this DiagnosticBag bag, TextSpan span) => bag.Error("CS4008", span, "Cannot await 'void'");

    public static void NotDisposable(this DiagnosticBag bag, TextSpan span, TypeSymbol type, bool isAsync) =>
        bag.Error(isAsync ? "CS8410" : "CS1674", span, $"'{type}': type used in a using statement must implement '{(isAsync ? "System.IAsyncDisposable" : "System.IDisposable")}'");

    public static void LockOnValue(this DiagnosticBag bag, TextSpan span, TypeSymbol type) => bag.Error("CS0185", span, $"'{type}' is not a reference type as required by the lock statement");

    public static void NotAnException(this DiagnosticBag bag, TextSpan span) => bag.Error("CS0155", span, "The type caught or thrown must be derived from System.Exception");

    public static void RethrowOutsideCatch(this DiagnosticBag bag, TextSpan span) => bag.Error("CS0156", span, "A throw statement with no arguments is not allowed outside of a catch clause");

    public static void NoEnclosingLoop(this DiagnosticBag bag, TextSpan span) => bag.Error("CS0139", span, "No enclosing loop out of which to break or continue");

    public static void UnknownLabel(this DiagnosticBag bag, TextSpan span, string name) => bag.Error("CS0159", span, $"No such label '{name}' within the scope of the goto statement");

    public static void DuplicateLabel(this DiagnosticBag bag, TextSpan span, string name) => bag.Error("CS0140", span, $"The label '{name}' is a duplicate");

    public static void FallThrough(this DiagnosticBag bag, TextSpan span, string label) => bag.Error("CS0163", span, $"Control cannot fall through from one case label ('{label}') to another");

    public static void FallOut(this DiagnosticBag bag, TextSpan span, string label) => bag.Error("CS8070", span, $"Control cannot fall out of switch from final case label ('{label}')");

    public static void DuplicateCase(this DiagnosticBag bag, TextSpan span, string label) => bag.Error("CS0152", span, $"The switch statement contains multiple cases with the label value '{label}'");

    public static void ReturnValueInVoid(this DiagnosticBag bag, TextSpan span, string method) => bag.Error("CS0127", span, $"Since '{method}' returns void, a return keyword must not be followed by an object expression");

    public static void ReturnWithoutValue(this DiagnosticBag bag, TextSpan span, TypeSymbol type) => bag.Error("CS0126", span, $"An object of a type convertible to '{type}' is required");

    public static void ReturnInIterator(this DiagnosticBag bag, TextSpan span) => bag.Error("CS1622", span, "Cannot return a value from an iterator. Use yield return, or yield break to end the iteration");

    public static void NotAnIterator(this DiagnosticBag bag, TextSpan span, string method, TypeSymbol type) =>
        bag.Error("CS1624", span, $"The body of '{method}' cannot be an iterator block because '{type}' is not an iterator interface type");

    public static void YieldOutsideMethod(this DiagnosticBag bag, TextSpan span) => bag.Error("CS7020", span, "The yield statement can only stand in a method or local function, not in a lambda or at the top of a cell");
}
