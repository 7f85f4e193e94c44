using Cellule.Lowering.Closures;

namespace Cellule.Lowering.StateMachines;

/// <summary>Iterators and async functions.</summary>
internal static class StateMachineConverter
{
    public static IEnumerable<LoweredMethod> Convert(LoweredMethod method, LoweredTypes types)
    {
        if (method.Function is { IsAsync: false, IsIterator: false })
            return [method];
        throw new NotSupportedException($"{method.Function.Name} in {types.Frames.Count}");
    }
}
