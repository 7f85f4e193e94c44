using Cellule.Binding;
using Cellule.Lowering.Ir;

namespace Cellule.Lowering;

/// <content>Late binding and expression trees.</content>
internal sealed partial class Lowerer
{
    private IrExpression Dynamic(BoundDynamic node) => throw new NotSupportedException("dynamic");

    private IrExpression ExpressionTree(BoundExpressionTree node) => throw new NotSupportedException("expression trees");
}
