using System.Reflection;

namespace Cellule.Emit.Support;

/// <summary><c>await</c> of a dynamic value: a task of what it gives, null when that is nothing.</summary>
internal static class DynamicAwait
{
    public static async Task<object?> Of(object awaitable)
    {
        if (awaitable is not Task task)
            return await (dynamic)awaitable;
        await task.ConfigureAwait(true);
        var result = ResultOf(task.GetType());
        return result is null || result.PropertyType.Name == "VoidTaskResult" ? null : result.GetValue(task);
    }

    // A state machine's task is of a class derived from Task<T>.
    private static PropertyInfo? ResultOf(Type type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.IsGenericType && current.GetGenericTypeDefinition() == typeof(Task<>))
                return current.GetProperty("Result");
        }

        return null;
    }
}
