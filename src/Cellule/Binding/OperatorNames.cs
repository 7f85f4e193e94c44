namespace Cellule.Binding;

/// <summary>The names that operators have as methods.</summary>
internal static class OperatorNames
{
    public static string? MethodNameOf(string token, int parameters, bool isChecked)
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
        return name is null ? null : (isChecked ? "op_Checked" : "op_") + name;
    }
}
