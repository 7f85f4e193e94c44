using Cellule.Binding;
using Cellule.Emit.Support;
using Cellule.Lowering.Ir;
using Cellule.Symbols;

namespace Cellule.Lowering;

/// <content>Late binding.</content>
internal sealed partial class Lowerer
{
    private IrExpression Dynamic(BoundDynamic node)
    {
        var number = Make.Int(DynamicSite.Register(node));
        var operands = Lower(node.Operands);
        if (node.Kind is DynamicOperationKind.ConvertImplicit or DynamicOperationKind.ConvertExplicit)
            return Make.Static(WellKnown.Method(typeof(DynamicSite), nameof(DynamicSite.Convert)).Construct([node.Type]), number, Make.Box(operands[0]));
        var types = new IrArrayInit(BuiltIn.Type.MakeArray(), [.. node.TypeArguments.Select(t => (IrExpression)new IrTypeOf(t, BuiltIn.Type))]);
        var values = new IrArrayInit(BuiltIn.Object.MakeArray(), [.. operands.Select(Make.Box)]);
        var result = Make.Static(WellKnown.Method(typeof(DynamicSite), nameof(DynamicSite.Run)), number, types, values);
        if (node.Type.IsVoid)
            return new IrDiscard(result, node.Type);
        return node.Type == BuiltIn.Object
            ? new IrConvert(result, node.Type, IrConversionKind.None)
            : new IrConvert(result, node.Type, node.Type.IsReferenceType ? IrConversionKind.Cast : IrConversionKind.Unbox);
    }
}
