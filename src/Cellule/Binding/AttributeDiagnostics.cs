using Cellule.Symbols;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>What the binder says of attributes.</summary>
internal static class AttributeDiagnostics
{
    extension(DiagnosticBag bag)
    {
        public void NotAnAttribute(TextSpan span, TypeSymbol type) => bag.Error("CS0616", span, $"'{type}' is not an attribute class");

        public void AbstractAttribute(TextSpan span, TypeSymbol type) => bag.Error("CS0653", span, $"Cannot apply attribute class '{type}' because it is abstract");

        public void AttributeNotConstant(TextSpan span) =>
            bag.Error("CS0182", span, "An attribute argument must be a constant expression, typeof expression or array creation expression of an attribute parameter type");

        public void AttributePlace(TextSpan span, string name, AttributeTargets targets) =>
            bag.Error("CS0592", span, $"Attribute '{name}' is not valid on this declaration type. It is only valid on '{targets}' declarations.");

        public void DuplicateAttribute(TextSpan span, string name) => bag.Error("CS0579", span, $"Duplicate '{name}' attribute");
    }
}
