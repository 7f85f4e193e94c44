namespace Cellule.Binding;

/// <summary>The names that operators have as methods.</summary>
internal static class OperatorNames
{
    /// <summary>How an operator that comes in pairs is written.</summary>
    public static string TokenOf(string method) => method switch
    {
        "op_Equality" => "==",
        "op_Inequality" => "!=",
        "op_LessThan" => "<",
        "op_GreaterThan" => ">",
        "op_LessThanOrEqual" => "<=",
        "op_GreaterThanOrEqual" => ">=",
        "op_True" => "true",
        _ => "false",
    };

    public static string? MethodNameOf(string token, int parameters, bool isChecked, bool isStatic = true)
    {
        string? name = parameters switch
        {
            1 => token switch
            {
                "+" => "UnaryPlus",
                "-" => "UnaryNegation",
                "!" => "LogicalNot",
                "~" => "OnesComplement",
                "++" => "Increment",
                "--" => "Decrement",
                "true" => "True",
                "false" => "False",
                _ => null,
            },
            2 => token switch
            {
                "+" => "Addition",
                "-" => "Subtraction",
                "*" => "Multiply",
                "/" => "Division",
                "%" => "Modulus",
                "&" => "BitwiseAnd",
                "|" => "BitwiseOr",
                "^" => "ExclusiveOr",
                "<<" => "LeftShift",
                ">>" => "RightShift",
                ">>>" => "UnsignedRightShift",
                "==" => "Equality",
                "!=" => "Inequality",
                "<" => "LessThan",
                ">" => "GreaterThan",
                "<=" => "LessThanOrEqual",
                ">=" => "GreaterThanOrEqual",
                _ => null,
            },
            _ => null,
        };
        if (!isStatic)
        {
            // C# 14: an instance is changed in place.
            name = (parameters, token) switch
            {
                (0, "++" or "--") => MethodNameOf(token, 1, false)?["op_".Length..],
                (1, [.. var plain, '=']) => MethodNameOf(plain, 2, false)?["op_".Length..] switch { "Multiply" => "Multiplication", var known => known },
                _ => null,
            };
            name = name is null ? null : name + "Assignment";
        }

        return name is null ? null : (isChecked ? "op_Checked" : "op_") + name;
    }
}
