using Cellule.Binding;
using Cellule.Lowering.Closures;
using Cellule.Lowering.Ir;
using Cellule.Symbols;

namespace Cellule.Lowering;

/// <content>Bodies of declared types' members.</content>
internal sealed partial class Lowerer
{
    private IEnumerable<(MethodSymbol Symbol, IrFunction Function)> Members(BoundTypeBody type)
    {
        foreach (var method in type.Methods)
            yield return (method.Method, Function(method.Method, method.Body, method.Method.Name, method.Method.IsStatic ? null : type.Type));
    }

    private IEnumerable<LoweredMethod> AnonymousMembers(SourceTypeSymbol type) => [];
}
