using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Cellule.Emit.Support;
using Cellule.Lowering.Ir;
using Cellule.Symbols;

namespace Cellule.Emit;

/// <summary>
/// Writes one function's IL: this part its frame and variables; statements, expressions, places, calls and operators have a file
/// each. What closures and state machines need has been rewritten before.
/// </summary>
internal sealed partial class FunctionEmitter
{
    private static readonly MethodInfo EnsureStack = typeof(RuntimeHelpers).GetMethod(nameof(RuntimeHelpers.EnsureSufficientExecutionStack))!;

    private static readonly FieldInfo IsRequested = typeof(Interruption).GetField(nameof(Interruption.IsRequested))!;
    private static readonly MethodInfo Check = typeof(Interruption).GetMethod(nameof(Interruption.Check))!;
    private static readonly MethodInfo NextTurns = typeof(Interruption).GetMethod(nameof(Interruption.NextTurns))!;

    private readonly ILGenerator _il;
    private readonly ModuleBuilder _module;
    private readonly RuntimeHandles _handles;
    private readonly GenericContext _context;
    private readonly IrFunction _function;
    private readonly bool _hasThis;
    private readonly LineTable _lines;
    private readonly Dictionary<IrVariable, LocalBuilder> _locals = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<IrLabel, Label> _labels = new(ReferenceEqualityComparer.Instance);
    private readonly FunctionShape _shape;
    private Label _exit;
    private LocalBuilder? _result;
    private LocalBuilder? _turns;
    private bool _hasExit;

    private FunctionEmitter(ILGenerator il, ModuleBuilder module, RuntimeHandles handles, GenericContext context, IrFunction function, bool hasThis, LineTable lines)
    {
        _il = il;
        _module = module;
        _handles = handles;
        _context = context;
        _function = function;
        _hasThis = hasThis;
        _lines = lines;
        _shape = FunctionShape.Of(function.Body);
    }

    /// <summary>Where the statements of the function stand in the cell is added to <paramref name="lines"/>.</summary>
    public static void Emit(ILGenerator il, ModuleBuilder module, RuntimeHandles handles, GenericContext context, IrFunction function, bool hasThis, LineTable lines) =>
        new FunctionEmitter(il, module, handles, context, function, hasThis, lines).Emit();

    private void Emit()
    {
        // A guard where a call may come back here: only so does too deep a recursion end as an exception that the cell can report.
        if (_shape.MayRecurse)
        {
            _il.Emit(OpCodes.Call, EnsureStack);
            Poll();
        }

        if (_shape.HasShortLoops)
        {
            _turns = _il.DeclareLocal(typeof(int));
            _il.Emit(OpCodes.Ldc_I4, Interruption.TurnsBetweenPolls);
            _il.Emit(OpCodes.Stloc, _turns);
        }

        Statement(_function.Body);
        if (!_function.ReturnType.IsVoid)
        {
            // The end of a body with a result can't be reached; IL wants it closed all the same.
            _il.Emit(OpCodes.Ldnull);
            _il.Emit(OpCodes.Throw);
        }

        if (_hasExit)
            _il.MarkLabel(_exit);
        if (_result is not null)
            _il.Emit(OpCodes.Ldloc, _result);
        if (_function.ReturnType.IsVoid || _hasExit)
            _il.Emit(OpCodes.Ret);
    }

    /// <summary>Lets an interruption come in.</summary>
    private void Poll()
    {
        var goOn = _il.DefineLabel();
        _il.Emit(OpCodes.Volatile);
        _il.Emit(OpCodes.Ldsfld, IsRequested);
        _il.Emit(OpCodes.Brfalse, goOn);
        _il.Emit(OpCodes.Call, Check);
        _il.MarkLabel(goOn);
    }

    /// <summary>Lets an interruption come in at a jump that may be a turn of a loop.</summary>
    private void PollAt(IrStatement jump)
    {
        switch (_shape.TurnAt(jump))
        {
            case LoopTurn.Calling:
                Poll();
                break;
            case LoopTurn.Short:
                var goOn = _il.DefineLabel();
                _il.Emit(OpCodes.Ldloc, _turns!);
                _il.Emit(OpCodes.Ldc_I4_1);
                _il.Emit(OpCodes.Sub);
                _il.Emit(OpCodes.Dup);
                _il.Emit(OpCodes.Stloc, _turns!);
                _il.Emit(OpCodes.Brtrue, goOn);
                _il.Emit(OpCodes.Call, NextTurns);
                _il.Emit(OpCodes.Stloc, _turns!);
                _il.MarkLabel(goOn);
                break;
        }
    }

    private Type TypeOf(TypeSymbol type) => _handles.Type(type, _context);

    private LocalBuilder LocalOf(IrVariable variable)
    {
        if (_locals.TryGetValue(variable, out var local))
            return local;
        var type = TypeOf(variable.Type);
        local = _il.DeclareLocal(variable.IsByRef ? type.MakeByRefType() : type);
        _locals.Add(variable, local);
        return local;
    }

    private LocalBuilder Temporary(TypeSymbol type) => _il.DeclareLocal(TypeOf(type));

    private Label LabelOf(IrLabel label)
    {
        if (!_labels.TryGetValue(label, out var found))
            _labels.Add(label, found = _il.DefineLabel());
        return found;
    }

    private int ArgumentIndex(IrVariable parameter) => parameter.ParameterIndex + (_hasThis ? 1 : 0);
}
