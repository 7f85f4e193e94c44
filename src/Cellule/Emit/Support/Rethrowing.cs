using System.Runtime.ExceptionServices;

namespace Cellule.Emit.Support;

/// <summary>Exceptions that a handler has put aside while it awaits.</summary>
internal static class Rethrowing
{
    /// <summary>Throws again, with the stack trace kept.</summary>
    public static Exception Throw(object exception)
    {
        if (exception is Exception thrown)
            ExceptionDispatchInfo.Throw(thrown);
        return new InvalidOperationException();
    }
}
