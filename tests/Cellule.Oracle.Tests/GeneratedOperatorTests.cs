using Cellule.Oracle.Tests.Comparison;

namespace Cellule.Oracle.Tests;

/// <summary>
/// Every operator over every pair of the built-in types: promotion, results and refusals as the compiler has them, for variables and
/// for constants. Some twelve thousand programs, made here.
/// </summary>
public sealed class GeneratedOperatorTests
{
    private static readonly (string Type, string Value)[] Operands =
    [
        ("sbyte", "-7"), ("byte", "200"), ("short", "-300"), ("ushort", "60000"), ("int", "-70000"), ("uint", "4000000000"), ("long", "-5000000000"),
        ("ulong", "18000000000000000000"), ("char", "'x'"), ("float", "1.5f"), ("double", "-2.25"), ("decimal", "3.75m"), ("bool", "true"), ("string", "\"s\""),
        ("int?", "5"), ("double?", "null"), ("DayOfWeek", "DayOfWeek.Friday"), ("object", "null"),
    ];

    private static readonly string[] Operators = ["+", "-", "*", "/", "%", "<<", ">>", ">>>", "&", "|", "^", "&&", "||", "==", "!=", "<", ">=", "??"];

    /// <summary>
    /// How many programs are refused with another code than the compiler's: <c>(nint)null</c>, which the compiler takes for a pointer.
    /// </summary>
    private static readonly Dictionary<string, int> Known = new(StringComparer.Ordinal)
    {
        ["cast"] = 2,
    };

    private static int KnownOf(string operation) => Known.GetValueOrDefault(operation);

    /// <summary>The binary operators.</summary>
    public static TheoryData<string> BinaryOperators => [.. Operators];

    [Theory]
    [MemberData(nameof(BinaryOperators))]
    public Task Binary_operators_on_variables(string operation) => BatchedDuel.RunAsync(
        from left in Operands
        from right in Operands
        select new SmallProgram($"{left.Type} a = {left.Value}; {right.Type} b = {right.Value}; var r = a {operation} b;", "TypeOf(r) + \" \" + r"),
        KnownOf(operation));

    [Theory]
    [MemberData(nameof(BinaryOperators))]
    public Task Binary_operators_on_constants(string operation) => BatchedDuel.RunAsync(
        from left in Operands.Take(14)
        from right in Operands.Take(14)
        select new SmallProgram($"const {left.Type} a = {left.Value}; const {right.Type} b = {right.Value}; var r = a {operation} b;", "TypeOf(r) + \" \" + r"),
        KnownOf(operation));

    [Theory]
    [InlineData("+=")]
    [InlineData("-=")]
    [InlineData("*=")]
    [InlineData("/=")]
    [InlineData("<<=")]
    [InlineData("&=")]
    [InlineData("|=")]
    [InlineData("??=")]
    [InlineData("=")]
    public Task Assignments(string operation) => BatchedDuel.RunAsync(
        from left in Operands
        from right in Operands
        select new SmallProgram($"{left.Type} a = {left.Value}; {right.Type} b = {right.Value}; a {operation} b;", "TypeOf(a) + \" \" + a"),
        KnownOf(operation));

    [Fact]
    public Task Unary_operators() => BatchedDuel.RunAsync(
        from operand in Operands
        from pattern in new[] { "+a", "-a", "~a", "!a", "a++", "++a", "a--", "--a", "^a", "a!", "checked(-a)" }
        select new SmallProgram($"{operand.Type} a = {operand.Value}; var r = {pattern};", "TypeOf(r) + \" \" + r + \" \" + a"),
        KnownOf("unary"));

    [Fact]
    public Task Casts() => BatchedDuel.RunAsync(
        from operand in Operands
        from target in Operands.Select(o => o.Type).Append("nint").Append("string[]").Append("IComparable").Append("dynamic")
        from form in new[] { $"({target})a", $"checked(({target})a)", $"a as {target}", $"a is {target}", $"({target})({operand.Value})" }
        select new SmallProgram($"{operand.Type} a = {operand.Value}; var r = {form};", "TypeOf(r) + \" \" + r"),
        KnownOf("cast"));

    [Fact]
    public Task Conditionals_have_the_best_common_type() => BatchedDuel.RunAsync(
        from left in Operands
        from right in Operands
        from form in new[] { "c ? a : b", "c ? a : null", "new[] { a, b }[0]", "c switch { true => a, false => b }" }
        select new SmallProgram($"bool c = true; {left.Type} a = {left.Value}; {right.Type} b = {right.Value}; var r = {form};", "TypeOf(r) + \" \" + r"));
}
