using Cellule.Text;

namespace Cellule.Syntax;

/// <summary>What lexer and parser report, worded and numbered as C# does.</summary>
internal static class SyntaxDiagnostics
{
    extension(DiagnosticBag bag)
    {
        public void IdentifierExpected(TextSpan span) => bag.Error("CS1001", span, "Identifier expected");

        public void SemicolonExpected(TextSpan span) => bag.Error("CS1002", span, "; expected");

        public void TokenExpected(TextSpan span, string expected) => bag.Error("CS1003", span, $"Syntax error, '{expected}' expected");

        public void DuplicateModifier(TextSpan span, string modifier) => bag.Error("CS1004", span, $"Duplicate '{modifier}' modifier");

        public void UnrecognizedEscape(TextSpan span) => bag.Error("CS1009", span, "Unrecognized escape sequence");

        public void NewlineInConstant(TextSpan span) => bag.Error("CS1010", span, "Newline in constant");

        public void EmptyCharacterLiteral(TextSpan span) => bag.Error("CS1011", span, "Empty character literal");

        public void TooManyCharacters(TextSpan span) => bag.Error("CS1012", span, "Too many characters in character literal");

        public void InvalidNumber(TextSpan span) => bag.Error("CS1013", span, "Invalid number");

        public void AccessorExpected(TextSpan span) => bag.Error("CS1014", span, "A get or set accessor expected");

        public void IntegralConstantTooLarge(TextSpan span) => bag.Error("CS1021", span, "Integral constant is too large");

        public void EndOfFileExpected(TextSpan span) => bag.Error("CS1022", span, "Type or namespace definition, or end-of-file expected");

        public void DirectiveExpected(TextSpan span) => bag.Error("CS1024", span, "Preprocessor directive expected");

        public void EndOfLineExpected(TextSpan span) => bag.Error("CS1025", span, "Single-line comment or end-of-line expected");

        public void CloseParenExpected(TextSpan span) => bag.Error("CS1026", span, ") expected");

        public void EndifExpected(TextSpan span) => bag.Error("CS1027", span, "#endif directive expected");

        public void UnexpectedDirective(TextSpan span) => bag.Error("CS1028", span, "Unexpected preprocessor directive");

        public void ErrorDirective(TextSpan span, string text) => bag.Error("CS1029", span, $"#error: '{text}'");

        public void WarningDirective(TextSpan span, string text) => bag.Warning("CS1030", span, $"#warning: '{text}'");

        public void TypeExpected(TextSpan span) => bag.Error("CS1031", span, "Type expected");

        public void UnterminatedComment(TextSpan span) => bag.Error("CS1035", span, "End-of-file found, '*/' expected");

        public void EndRegionExpected(TextSpan span) => bag.Error("CS1038", span, "#endregion directive expected");

        public void UnterminatedString(TextSpan span) => bag.Error("CS1039", span, "Unterminated string literal");

        public void KeywordAsIdentifier(TextSpan span, string keyword) => bag.Error("CS1041", span, $"Identifier expected; '{keyword}' is a keyword");

        public void UnexpectedCharacter(TextSpan span, string character) => bag.Error("CS1056", span, $"Unexpected character '{character}'");

        public void StrayElse(TextSpan span) => bag.Error("CS8641", span, "'else' cannot start a statement: the if before it has ended (a ';' or '}' too many?)");

        public void AccessorBodyExpected(TextSpan span) => bag.Error("CS8180", span, "{ or ; or => expected");

        public void UnexpectedDots(TextSpan span) => bag.Error("CS8635", span, "Unexpected character sequence '...': write the code that it stands for, or leave it out");

        public void CloseBraceExpected(TextSpan span) => bag.Error("CS1513", span, "} expected");

        public void OpenBraceExpected(TextSpan span) => bag.Error("CS1514", span, "{ expected");

        public void InExpected(TextSpan span) => bag.Error("CS1515", span, "'in' expected");

        public void InvalidPreprocessorExpression(TextSpan span) => bag.Error("CS1517", span, "Invalid preprocessor expression");

        public void InvalidMemberToken(TextSpan span, string token) =>
            bag.Error("CS1519", span, $"Invalid token '{token}' in a member declaration");

        public void MethodNeedsReturnType(TextSpan span) => bag.Error("CS1520", span, "Method must have a return type");

        public void CatchOrFinallyExpected(TextSpan span) => bag.Error("CS1524", span, "Expected catch or finally");

        public void InvalidExpressionTerm(TextSpan span, string token) => bag.Error("CS1525", span, $"Invalid expression term '{token}'");

        public void NewNeedsBrackets(TextSpan span) => bag.Error("CS1526", span, "A new expression requires an argument list or (), [], or {} after type");

        public void ForEachNeedsTypeAndIdentifier(TextSpan span) => bag.Error("CS0230", span, "Type and identifier are both required in a foreach statement");

        public void StatementNotEmbedded(TextSpan span) => bag.Error("CS1023", span, "Embedded statement cannot be a declaration or labeled statement");

        public void CaseExpected(TextSpan span) => bag.Error("CS1003", span, "Syntax error, 'case' expected");

        public void ArrayNeedsSize(TextSpan span) => bag.Error("CS1586", span, "Array creation must have array size or array initializer");

        public void KeywordAfterAt(TextSpan span) => bag.Error("CS1646", span, "Keyword, identifier, or string expected after verbatim specifier: @");

        public void ExpressionExpected(TextSpan span) => bag.Error("CS1733", span, "Expected expression");

        public void OperatorNotOverloadable(TextSpan span) => bag.Error("CS1020", span, "Overloadable binary operator expected");

        public void BadArrayDeclarator(TextSpan span) =>
            bag.Error("CS0650", span, "Bad array declarator: To declare a managed array the rank specifier precedes the variable's identifier");

        public void ConstructorArgumentsInDeclaration(TextSpan span) =>
            bag.Error("CS1528", span, "Expected ; or = (cannot specify constructor arguments in declaration)");

        public void BracketsAfterParameter(TextSpan span) =>
            bag.Error("CS1552", span, "Array type specifier, [], must appear before parameter name");

        public void QueryMustEnd(TextSpan span) => bag.Error("CS0742", span, "A query body must end with a select clause or a group clause");

        public void OnExpected(TextSpan span) => bag.Error("CS0743", span, "Expected contextual keyword 'on'");

        public void EqualsExpected(TextSpan span) => bag.Error("CS0744", span, "Expected contextual keyword 'equals'");

        public void ByExpected(TextSpan span) => bag.Error("CS0745", span, "Expected contextual keyword 'by'");

        public void FloatOutOfRange(TextSpan span, string type) => bag.Error("CS0594", span, $"Floating-point constant is outside the range of type '{type}'");

        public void TooComplex(TextSpan span) => bag.Error("CS8078", span, "An expression is too long or complex to compile");

        public void UnescapedCloseBrace(TextSpan span) =>
            bag.Error("CS8086", span, "A '}' character must be escaped (by doubling) in an interpolated string.");

        public void InterpolationNotClosed(TextSpan span) => bag.Error("CS8076", span, "Missing close delimiter '}' for interpolated expression started with '{'.");

        public void EmptyFormat(TextSpan span) => bag.Error("CS8089", span, "Empty format specifier.");

        public void TupleTooShort(TextSpan span) => bag.Error("CS8124", span, "Tuple must contain at least two elements.");

        public void ConditionalInInterpolation(TextSpan span) => bag.Error(
            "CS8361",
            span,
            "A conditional expression cannot be used directly in a string interpolation because the ':' ends the interpolation. Parenthesize the conditional expression.");

        public void RawNotTerminated(TextSpan span) => bag.Error("CS8997", span, "Unterminated raw string literal.");

        public void RawDelimiterTooShort(TextSpan span) =>
            bag.Error("CS8998", span, "The raw string literal does not start with enough quote characters to allow this many consecutive quote characters as content.");

        public void RawIndentation(TextSpan span) =>
            bag.Error("CS8999", span, "Line does not start with the same whitespace as the closing line of the raw string literal.");

        public void RawDelimiterNotAlone(TextSpan span) => bag.Error("CS9000", span, "Raw string literal delimiter must be on its own line.");

        public void RawNeedsContent(TextSpan span) => bag.Error("CS9002", span, "Multi-line raw string literals must contain at least one line of content.");

        public void TooManyOpenBraces(TextSpan span) =>
            bag.Error("CS9006", span, "The interpolated raw string literal does not start with enough '$' characters to allow this many consecutive opening braces as content.");

        public void TooManyCloseBraces(TextSpan span) =>
            bag.Error("CS9007", span, "The interpolated raw string literal does not start with enough '$' characters to allow this many consecutive closing braces as content.");

        public void MalformedDirective(TextSpan span, string directive) =>
            bag.Error("CELL0101", span, $"'{directive}' needs a quoted text after it, such as {directive} \"nuget: Name, 1.0.0\"");
    }
}
