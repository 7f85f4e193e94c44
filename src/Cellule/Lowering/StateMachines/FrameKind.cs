using Cellule.Emit.Support;
using Cellule.Symbols;

namespace Cellule.Lowering.StateMachines;

/// <summary>The support class that a function's frame derives from, by its return type.</summary>
internal sealed record FrameKind(TypeSymbol Base, TypeSymbol ResultType, string? Start)
{
    public static FrameKind Of(TypeSymbol returnType, bool isAsync, bool isIterator)
    {
        var element = returnType.TypeArguments.IsEmpty ? BuiltIn.Object : returnType.TypeArguments[^1];
        if (isIterator)
        {
            var iterator = isAsync ? typeof(AsyncIteratorFrame<>) : typeof(IteratorFrame<>);
            return new FrameKind(LoadedTypes.Definition(iterator).Construct(element), BuiltIn.Void, null);
        }

        if (returnType.IsVoid)
            return new FrameKind(LoadedTypes.From(typeof(AsyncVoidFrame)), BuiltIn.Void, "Start");
        var isValueTask = returnType.IsValueType;
        if (returnType.TypeArguments.IsEmpty)
        {
            return new FrameKind(
                LoadedTypes.From(isValueTask ? typeof(AsyncValueTaskFrame) : typeof(AsyncTaskFrame)), BuiltIn.Void, isValueTask ? "StartValue" : "Start");
        }

        return new FrameKind(
            LoadedTypes.Definition(isValueTask ? typeof(AsyncValueTaskFrame<>) : typeof(AsyncTaskFrame<>)).Construct(element),
            element,
            isValueTask ? "StartValue" : "Start");
    }
}
