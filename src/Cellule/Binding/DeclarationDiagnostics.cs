using Cellule.Symbols;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>What the binder says of declarations that contradict themselves.</summary>
internal static class DeclarationDiagnostics
{
    extension(DiagnosticBag bag)
    {
        public void MemberNamedAsType(TextSpan span, string name) => bag.Error("CS0542", span, $"'{name}': member names cannot be the same as their enclosing type");

        public void FieldInInterface(TextSpan span) => bag.Error("CS0525", span, "Interfaces cannot contain instance fields");

        public void InterfaceTwice(TextSpan span, TypeSymbol face) => bag.Error("CS0528", span, $"'{face}' is already listed in interface list");

        public void StructCycle(TextSpan span, string field) => bag.Error("CS0523", span, $"Struct member '{field}' causes a cycle in the struct layout");

        public void StructNeedsConstructor(TextSpan span) =>
            bag.Error("CS8983", span, "A 'struct' with field initializers must include an explicitly declared constructor.");

        public void EnumBase(TextSpan span) => bag.Error("CS1008", span, "Type byte, sbyte, short, ushort, int, uint, long, or ulong expected");

        public void PrivateVirtual(TextSpan span, string member) => bag.Error("CS0621", span, $"'{member}': virtual or abstract members cannot be private");

        public void OverrideAccess(TextSpan span, string member, Symbol overridden) =>
            bag.Error("CS0507", span, $"'{member}': cannot change access modifiers when overriding inherited member '{overridden}'");

        public void ImplementationNotPublic(TextSpan span, string type, Symbol member) =>
            bag.Error("CS0737", span, $"'{type}' does not implement interface member '{member}': the member of that name is not public.");

        public void ImplementationReturnType(TextSpan span, string type, Symbol member, TypeSymbol returnType) =>
            bag.Error("CS0738", span, $"'{type}' does not implement interface member '{member}': the member of that name does not have the return type '{returnType}'.");

        public void OperatorOperands(TextSpan span) => bag.Error("CS0563", span, "One of the parameters of a binary operator must be the containing type");

        public void UnaryOperand(TextSpan span) => bag.Error("CS0562", span, "The parameter of a unary operator must be the containing type");

        public void ConversionOfOthers(TextSpan span) => bag.Error("CS0556", span, "User-defined conversion must convert to or from the enclosing type");

        public void OperatorNotPublicStatic(TextSpan span, string name) => bag.Error("CS0558", span, $"User-defined operator '{name}' must be declared static and public");

        public void OperatorWithoutMatch(TextSpan span, string name, string other) => bag.Error("CS0216", span, $"The operator '{name}' requires a matching operator '{other}' to also be defined");

        public void ConstructorInStaticClass(TextSpan span) => bag.Error("CS0710", span, "Static classes cannot have instance constructors");

        public void SeveralAccessModifiers(TextSpan span) => bag.Error("CS0107", span, "More than one protection modifier");

        public void DuplicateTypeParameter(TextSpan span, string name) => bag.Error("CS0692", span, $"Duplicate type parameter '{name}'");

        public void ConstraintOfNone(TextSpan span, string name) => bag.Error("CS0699", span, $"There is no type parameter '{name}' here");

        public void OptionalBeforeRequired(TextSpan span) => bag.Error("CS1737", span, "Optional parameters must appear after all required parameters");

        public void DefaultOfReference(TextSpan span) => bag.Error("CS1741", span, "A ref or out parameter cannot have a default value");

        public void DefaultOfOtherType(TextSpan span, string from, TypeSymbol to) =>
            bag.Error("CS1750", span, $"A value of type '{from}' cannot be used as a default parameter because there are no standard conversions to type '{to}'");

        public void ParamsType(TextSpan span) => bag.Error("CS0225", span, "The params parameter must have a valid collection type");

        public void ParamsNotLast(TextSpan span) => bag.Error("CS0231", span, "A params parameter must be the last parameter in a parameter list");

        public void InitializerUsesInstance(TextSpan span, string member) =>
            bag.Error("CS0236", span, $"A field initializer cannot reference the non-static field, method, or property '{member}'");

        public void ThisInStatic(TextSpan span) => bag.Error("CS0026", span, "Keyword 'this' is not valid in a static property, static method, or static field initializer");

        public void StaticTypeField(TextSpan span, TypeSymbol type) => bag.Error("CS0723", span, $"Cannot declare a variable of static type '{type}'");

        public void VoidField(TextSpan span) => bag.Error("CS0670", span, "A variable of a cell cannot have void type");

        public void ConstantWithoutValue(TextSpan span) => bag.Error("CS0145", span, "A const needs a value to be provided");

        public void SeveralImplicit(TextSpan span) => bag.Error("CS0819", span, "Implicitly-typed variables cannot have multiple declarators");

        public void ArrayForImplicit(TextSpan span) => bag.Error("CS0820", span, "Cannot initialize an implicitly-typed variable with an array initializer");
    }
}
