using System.Reflection;
using System.Reflection.Emit;
using Cellule.Lowering.Ir;
using Cellule.Symbols;

namespace Cellule.Emit;

/// <content>Places: what can be read, written and pointed to.</content>
internal sealed partial class FunctionEmitter
{
    private void Load(IrExpression place)
    {
        switch (place)
        {
            case IrLocal { Variable: var variable }:
                LoadVariable(variable);
                if (variable.IsByRef)
                    LoadIndirect(variable.Type);
                break;
            case IrThis:
                _il.Emit(OpCodes.Ldarg_0);
                if (!place.Type.IsReferenceType && _function.ThisType?.IsValueType == true)
                    LoadIndirect(place.Type);
                break;
            case IrField { Receiver: null } field:
                Volatile(field.Field);
                _il.Emit(OpCodes.Ldsfld, _handles.Field(field.Field, _context));
                if (field.Field.RefKind != RefKind.None)
                    LoadIndirect(field.Type);
                break;
            case IrField field:
                FieldReceiver(field);
                Volatile(field.Field);
                _il.Emit(OpCodes.Ldfld, _handles.Field(field.Field, _context));
                if (field.Field.RefKind != RefKind.None)
                    LoadIndirect(field.Type);
                break;
            case IrElement { Array.Type: ArrayTypeSymbol { IsVector: true } } element:
                Value(element.Array);
                Index(element.Indices[0]);
                LoadElement(element.Type);
                break;
            case IrElement element:
                Value(element.Array);
                Indices(element);
                _il.Emit(OpCodes.Call, _handles.ArrayMethod(_module, (ArrayTypeSymbol)element.Array.Type, "Get", _context));
                break;
            case IrDereference dereference:
                Reference(dereference.Reference);
                LoadIndirect(place.Type);
                break;
            default:
                throw new InvalidOperationException($"{place.GetType().Name} is no place.");
        }
    }

    private void LoadVariable(IrVariable variable)
    {
        if (variable.IsParameter)
            _il.Emit(OpCodes.Ldarg, (short)ArgumentIndex(variable));
        else
            _il.Emit(OpCodes.Ldloc, LocalOf(variable));
    }

    private void StoreVariable(IrVariable variable)
    {
        if (variable.IsParameter)
            _il.Emit(OpCodes.Starg, (short)ArgumentIndex(variable));
        else
            _il.Emit(OpCodes.Stloc, LocalOf(variable));
    }

    private void Store(IrAssign node, bool keepValue)
    {
        LocalBuilder? kept = null;
        void Keep()
        {
            if (!keepValue)
                return;
            _il.Emit(OpCodes.Dup);
            kept = Temporary(node.Target.Type);
            _il.Emit(OpCodes.Stloc, kept);
        }

        switch (node.Target)
        {
            case IrLocal { Variable: { IsByRef: false } variable }:
                Value(node.Value);
                if (keepValue)
                    _il.Emit(OpCodes.Dup);
                StoreVariable(variable);
                return;
            case IrField { Receiver: null, Field.RefKind: RefKind.None } field:
                Value(node.Value);
                if (keepValue)
                    _il.Emit(OpCodes.Dup);
                Volatile(field.Field);
                _il.Emit(OpCodes.Stsfld, _handles.Field(field.Field, _context));
                return;
            case IrField { Field.RefKind: RefKind.None } field:
                FieldReceiver(field);
                Value(node.Value);
                Keep();
                Volatile(field.Field);
                _il.Emit(OpCodes.Stfld, _handles.Field(field.Field, _context));
                break;
            case IrElement { Array.Type: ArrayTypeSymbol { IsVector: true } } element:
                Value(element.Array);
                Index(element.Indices[0]);
                Value(node.Value);
                Keep();
                StoreElement(element.Type);
                break;
            case IrElement element:
                Value(element.Array);
                Indices(element);
                Value(node.Value);
                Keep();
                _il.Emit(OpCodes.Call, _handles.ArrayMethod(_module, (ArrayTypeSymbol)element.Array.Type, "Set", _context));
                break;
            case IrSequence sequence:
                foreach (var statement in sequence.Statements)
                    Statement(statement);
                Store(new IrAssign(sequence.Value, node.Value), keepValue);
                return;
            default:
                Address(node.Target);
                Value(node.Value);
                Keep();
                StoreIndirect(node.Target.Type);
                break;
        }

        if (kept is not null)
            _il.Emit(OpCodes.Ldloc, kept);
    }

    private void BindReference(IrBindReference node)
    {
        switch (node.Target)
        {
            case IrLocal { Variable: var variable }:
                Reference(node.Reference);
                StoreVariable(variable);
                break;
            case IrField { Receiver: { } receiver } field:
                Receiver(receiver);
                Reference(node.Reference);
                _il.Emit(OpCodes.Stfld, _handles.Field(field.Field, _context));
                break;
            default:
                throw new InvalidOperationException("Only a by-ref variable can be bound.");
        }
    }

    /// <summary>Leaves a managed pointer: of a by-ref value the pointer itself, of a place its address.</summary>
    private void Reference(IrExpression node)
    {
        switch (node)
        {
            case IrAddress address:
                Address(address.Place);
                break;
            case IrCall { Method.ReturnRefKind: not RefKind.None } call:
                Call(call);
                break;
            default:
                Address(node);
                break;
        }
    }

    /// <summary>Leaves the address of a place, or of a temporary that holds the value.</summary>
    private void Address(IrExpression place)
    {
        switch (place)
        {
            case IrLocal { Variable: { IsByRef: true } variable }:
                LoadVariable(variable);
                break;
            case IrLocal { Variable: { IsParameter: true } variable }:
                _il.Emit(OpCodes.Ldarga, (short)ArgumentIndex(variable));
                break;
            case IrLocal { Variable: var variable }:
                _il.Emit(OpCodes.Ldloca, LocalOf(variable));
                break;
            case IrThis when _function.ThisType?.IsValueType == true:
                _il.Emit(OpCodes.Ldarg_0);
                break;
            case IrField { Field.RefKind: not RefKind.None } field:
                if (field.Receiver is not null)
                    FieldReceiver(field);
                _il.Emit(field.Receiver is null ? OpCodes.Ldsfld : OpCodes.Ldfld, _handles.Field(field.Field, _context));
                break;
            case IrField { Receiver: null } field:
                _il.Emit(OpCodes.Ldsflda, _handles.Field(field.Field, _context));
                break;
            case IrField { Receiver: { } receiver } field when receiver.Type.IsReferenceType || IsPlace(receiver):
                Receiver(receiver);
                _il.Emit(OpCodes.Ldflda, _handles.Field(field.Field, _context));
                break;
            case IrElement { Array.Type: ArrayTypeSymbol { IsVector: true } } element:
                Value(element.Array);
                Index(element.Indices[0]);
                if (!element.Type.IsValueType)
                    _il.Emit(OpCodes.Readonly);
                _il.Emit(OpCodes.Ldelema, TypeOf(element.Type));
                break;
            case IrElement element:
                Value(element.Array);
                Indices(element);
                _il.Emit(OpCodes.Call, _handles.ArrayMethod(_module, (ArrayTypeSymbol)element.Array.Type, "Address", _context));
                break;
            case IrDereference dereference:
                Reference(dereference.Reference);
                break;
            case IrCall { Method.ReturnRefKind: not RefKind.None } call:
                Call(call);
                break;
            case IrSequence sequence:
                foreach (var statement in sequence.Statements)
                    Statement(statement);
                Address(sequence.Value);
                break;
            case IrConditional conditional when IsPlace(conditional.WhenTrue) && IsPlace(conditional.WhenFalse):
                var otherwise = _il.DefineLabel();
                var end = _il.DefineLabel();
                Branch(conditional.Test, false, otherwise);
                Reference(conditional.WhenTrue);
                _il.Emit(OpCodes.Br, end);
                _il.MarkLabel(otherwise);
                Reference(conditional.WhenFalse);
                _il.MarkLabel(end);
                break;
            default:
                var temporary = Temporary(place.Type);
                Value(place);
                _il.Emit(OpCodes.Stloc, temporary);
                _il.Emit(OpCodes.Ldloca, temporary);
                break;
        }
    }

    private bool IsPlace(IrExpression node) => node switch
    {
        IrLocal or IrElement or IrDereference or IrAddress => true,
        IrThis => _function.ThisType?.IsValueType == true,
        IrField { Receiver: { } receiver } => receiver.Type.IsReferenceType || IsPlace(receiver),
        IrField => true,
        IrCall call => call.Method.ReturnRefKind != RefKind.None,
        IrSequence sequence => IsPlace(sequence.Value),
        IrConditional conditional => IsPlace(conditional.WhenTrue) && IsPlace(conditional.WhenFalse),
        _ => false,
    };

    /// <summary>A class instance as it is, of a struct or type parameter its address.</summary>
    private void Receiver(IrExpression node)
    {
        if (node.Type.IsReferenceType && node.Type is not TypeParameterSymbol)
            Value(node);
        else
            Address(node);
    }

    private void FieldReceiver(IrField field)
    {
        var receiver = field.Receiver!;
        if (receiver.Type is TypeParameterSymbol)
        {
            Value(receiver);
            _il.Emit(OpCodes.Box, TypeOf(receiver.Type));
        }
        else
        {
            Receiver(receiver);
        }
    }

    private void Volatile(FieldSymbol field)
    {
        if (field.RuntimeField is { } loaded && Array.IndexOf(loaded.GetRequiredCustomModifiers(), typeof(System.Runtime.CompilerServices.IsVolatile)) >= 0)
            _il.Emit(OpCodes.Volatile);
    }

    private void Index(IrExpression index)
    {
        _lines.AddCheck();
        Value(index);
        switch (Primitives.Of(index.Type))
        {
            case SpecialType.Int64:
                _il.Emit(OpCodes.Conv_Ovf_I);
                break;
            case SpecialType.UInt64:
                _il.Emit(OpCodes.Conv_Ovf_I_Un);
                break;
            case SpecialType.UInt32:
                _il.Emit(OpCodes.Conv_U);
                break;
        }
    }

    private void Indices(IrElement element)
    {
        _lines.AddCheck();
        foreach (var index in element.Indices)
        {
            Value(index);
            if (Primitives.Of(index.Type) is SpecialType.Int64 or SpecialType.UInt32 or SpecialType.UInt64)
                _il.Emit(OpCodes.Conv_Ovf_I4);
        }
    }

    private void LoadElement(TypeSymbol type) => OfReferenceOrValue(type, OpCodes.Ldelem_Ref, OpCodes.Ldelem);

    private void StoreElement(TypeSymbol type) => OfReferenceOrValue(type, OpCodes.Stelem_Ref, OpCodes.Stelem);

    private void LoadIndirect(TypeSymbol type) => OfReferenceOrValue(type, OpCodes.Ldind_Ref, OpCodes.Ldobj);

    private void StoreIndirect(TypeSymbol type) => OfReferenceOrValue(type, OpCodes.Stind_Ref, OpCodes.Stobj);

    private void OfReferenceOrValue(TypeSymbol type, OpCode ofReference, OpCode ofValue)
    {
        if (type.IsReferenceType && type is not TypeParameterSymbol)
            _il.Emit(ofReference);
        else
            _il.Emit(ofValue, TypeOf(type));
    }
}
