using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Cellule.Binding;
using Microsoft.CSharp.RuntimeBinder;
using Binder = Microsoft.CSharp.RuntimeBinder.Binder;

namespace Cellule.Emit.Support;

/// <summary>
/// One dynamic operation of a cell with its call site. Operands travel as objects, so the runtime binder sees each by the type it
/// has when the operation runs.
/// </summary>
internal sealed class DynamicSite(BoundDynamic operation)
{
    private static readonly List<DynamicSite> Sites = [];
    private CallSite? _site;
    private Type[] _typeArguments = [];

    public static int Register(BoundDynamic operation)
    {
        lock (Sites)
        {
            Sites.Add(new DynamicSite(operation));
            return Sites.Count - 1;
        }
    }

    public static object? Run(int number, Type[] typeArguments, object?[] operands) => Find(number).Invoke(typeArguments, operands);

    public static T Convert<T>(int number, object? operand)
    {
        var self = Find(number);
        var flags = self.Kind == DynamicOperationKind.ConvertExplicit ? CSharpBinderFlags.ConvertExplicit : CSharpBinderFlags.None;

        // In a generic method the same place converts to another type each time.
        if (self._site is not CallSite<Func<CallSite, object?, T>> site)
            self._site = site = CallSite<Func<CallSite, object?, T>>.Create(Binder.Convert(flags | self.Checked, typeof(T), typeof(DynamicSite)));
        return site.Target(site, operand);
    }

    private static DynamicSite Find(int number)
    {
        lock (Sites)
            return Sites[number];
    }

    private DynamicOperationKind Kind => operation.Kind;

    private CSharpBinderFlags Checked => operation.IsChecked ? CSharpBinderFlags.CheckedContext : CSharpBinderFlags.None;

    private object? Invoke(Type[] typeArguments, object?[] operands)
    {
        if (operation.ResultDiscarded && Kind is DynamicOperationKind.InvokeMember or DynamicOperationKind.Invoke)
        {
            Discard(typeArguments, operands);
            return null;
        }

        switch (operands)
        {
            case [var a]:
                var one = Site<Func<CallSite, object?, object?>>(typeArguments);
                return one.Target(one, a);
            case [var a, var b]:
                var two = Site<Func<CallSite, object?, object?, object?>>(typeArguments);
                return two.Target(two, a, b);
            case [var a, var b, var c]:
                var three = Site<Func<CallSite, object?, object?, object?, object?>>(typeArguments);
                return three.Target(three, a, b, c);
            case [var a, var b, var c, var d]:
                var four = Site<Func<CallSite, object?, object?, object?, object?, object?>>(typeArguments);
                return four.Target(four, a, b, c, d);
            case [var a, var b, var c, var d, var e]:
                var five = Site<Func<CallSite, object?, object?, object?, object?, object?, object?>>(typeArguments);
                return five.Target(five, a, b, c, d, e);
            default:
                return Many(typeArguments, operands, typeof(object));
        }
    }

    private void Discard(Type[] typeArguments, object?[] operands)
    {
        switch (operands)
        {
            case [var a]:
                var one = Site<Action<CallSite, object?>>(typeArguments);
                one.Target(one, a);
                break;
            case [var a, var b]:
                var two = Site<Action<CallSite, object?, object?>>(typeArguments);
                two.Target(two, a, b);
                break;
            case [var a, var b, var c]:
                var three = Site<Action<CallSite, object?, object?, object?>>(typeArguments);
                three.Target(three, a, b, c);
                break;
            case [var a, var b, var c, var d]:
                var four = Site<Action<CallSite, object?, object?, object?, object?>>(typeArguments);
                four.Target(four, a, b, c, d);
                break;
            case [var a, var b, var c, var d, var e]:
                var five = Site<Action<CallSite, object?, object?, object?, object?, object?>>(typeArguments);
                five.Target(five, a, b, c, d, e);
                break;
            default:
                Many(typeArguments, operands, typeof(void));
                break;
        }
    }

    /// <summary>Any number of operands, by reflection.</summary>
    private object? Many(Type[] typeArguments, object?[] operands, Type returnType)
    {
        _site ??= CallSite.Create(Expression.GetDelegateType([typeof(CallSite), .. operands.Select(_ => typeof(object)), returnType]), NewBinder(typeArguments));
        var target = (Delegate)_site.GetType().GetField(nameof(CallSite<Action>.Target))!.GetValue(_site)!;
        try
        {
            return target.DynamicInvoke([_site, .. operands]);
        }
        catch (TargetInvocationException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerException!);
            throw;
        }
    }

    private CallSite<TDelegate> Site<TDelegate>(Type[] typeArguments)
        where TDelegate : class
    {
        if (_site is CallSite<TDelegate> known && _typeArguments.AsSpan().SequenceEqual(typeArguments))
            return known;
        var site = CallSite<TDelegate>.Create(NewBinder(typeArguments));
        (_site, _typeArguments) = (site, typeArguments);
        return site;
    }

    private CallSiteBinder NewBinder(Type[] typeArguments)
    {
        var context = typeof(DynamicSite);
        var flags = Checked | (operation.ResultDiscarded && Kind is DynamicOperationKind.InvokeMember or DynamicOperationKind.Invoke ? CSharpBinderFlags.ResultDiscarded : CSharpBinderFlags.None);
        CSharpArgumentInfo[] arguments = [.. operation.Flags.Select(f => CSharpArgumentInfo.Create(
            (f.IsStaticType ? CSharpArgumentInfoFlags.IsStaticType : CSharpArgumentInfoFlags.None) | (f.Name is null ? CSharpArgumentInfoFlags.None : CSharpArgumentInfoFlags.NamedArgument),
            f.Name))];
        return Kind switch
        {
            DynamicOperationKind.InvokeMember => Binder.InvokeMember(flags, operation.Name!, typeArguments, context, arguments),
            DynamicOperationKind.Invoke => Binder.Invoke(flags, context, arguments),
            DynamicOperationKind.GetMember => Binder.GetMember(flags, operation.Name!, context, arguments),
            DynamicOperationKind.SetMember => Binder.SetMember(flags, operation.Name!, context, arguments),
            DynamicOperationKind.GetIndex => Binder.GetIndex(flags, context, arguments),
            DynamicOperationKind.SetIndex => Binder.SetIndex(flags, context, arguments),
            DynamicOperationKind.Unary => Binder.UnaryOperation(flags, operation.ExpressionType, context, arguments),
            DynamicOperationKind.Binary => Binder.BinaryOperation(flags, operation.ExpressionType, context, arguments),
            DynamicOperationKind.InvokeConstructor => Binder.InvokeConstructor(flags, context, arguments),
            _ => throw new InvalidOperationException($"{Kind} has no site of this form."),
        };
    }
}
