using Cellule.Symbols;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>What the binder says of patterns, switches and queries.</summary>
internal static class PatternDiagnostics
{
    extension(DiagnosticBag bag)
    {
        public void ConstantExpected(TextSpan span, TypeSymbol type) => bag.Error("CS9135", span, $"A constant value of type '{type}' is expected");

        public void EqualityPattern(TextSpan span) => bag.Error("CS1525", span, "A pattern compares with <, <=, > or >=; for equality write the constant alone");

        public void RelationalPatternType(TextSpan span, TypeSymbol type) => bag.Error("CS8781", span, $"Relational patterns may not be used for a value of type '{type}'.");

        public void PropertyPatternNeedsName(TextSpan span) =>
            bag.Error("CS8503", span, "A property subpattern requires a reference to the property or field to be matched, e.g. '{ Name: ... }'");

        public void SlicePlace(TextSpan span) => bag.Error("CS8980", span, "Slice patterns may only be used once and directly inside a list pattern.");

        public void NoExplicitTarget(TextSpan span, string member) => bag.Error("CS0539", span, $"'{member}' in explicit interface declaration is not found among members of the interface that can be implemented");

        public void RefStructArgument(TextSpan span, TypeSymbol argument, string parameter, Symbol owner) =>
            bag.Error("CS9244", span, $"The type '{argument}' may not be a ref struct or a type parameter allowing ref structs in order to use it as parameter '{parameter}' in '{owner}'");

        public void InitializerMember(TextSpan span) => bag.Error("CS0747", span, "Invalid initializer member declarator: every element here must be an assignment");

        public void RangeVariableConflict(TextSpan span, string name) =>
            bag.Error("CS1931", span, $"The range variable '{name}' conflicts with a previous declaration of '{name}'");

        public void DuplicateRangeVariable(TextSpan span, string name) => bag.Error("CS1930", span, $"The range variable '{name}' has already been declared");

    }
}
