using System.Globalization;
using System.Reflection;
using System.Reflection.Emit;
using Cellule.Lowering.Ir;
using Cellule.Symbols;

namespace Cellule.Emit;

/// <content>Values.</content>
internal sealed partial class FunctionEmitter
{
    private static readonly ConstructorInfo NewDecimal = typeof(decimal).GetConstructor([typeof(int), typeof(int), typeof(int), typeof(bool), typeof(byte)])!;
    private static readonly ConstructorInfo NewSmallDecimal = typeof(decimal).GetConstructor([typeof(int)])!;
    private static readonly MethodInfo FieldFromHandle = typeof(FieldInfo).GetMethod(nameof(FieldInfo.GetFieldFromHandle), [typeof(RuntimeFieldHandle), typeof(RuntimeTypeHandle)])!;
    private static readonly MethodInfo MethodFromHandle = typeof(MethodBase).GetMethod(nameof(MethodBase.GetMethodFromHandle), [typeof(RuntimeMethodHandle), typeof(RuntimeTypeHandle)])!;
    private static readonly MethodInfo TypeFromHandle = typeof(Type).GetMethod(nameof(Type.GetTypeFromHandle))!;

    /// <summary>Leaves the value on the stack (nothing for void).</summary>
    private void Value(IrExpression node)
    {
        switch (node)
        {
            case IrConstant constant:
                Constant(constant.Value, constant.Type);
                break;
            case IrDefault:
                Default(node.Type);
                break;
            case IrLocal or IrThis or IrField or IrElement or IrDereference:
                Load(node);
                break;
            case IrAddress address:
                Address(address.Place);
                break;
            case IrAssign assign:
                Store(assign, keepValue: true);
                break;
            case IrBindReference bind:
                BindReference(bind);
                Load(bind.Target);
                break;
            case IrCall call:
                Call(call);
                if (call.Method.ReturnRefKind != RefKind.None)
                    LoadIndirect(call.Type);
                break;
            case IrNew creation:
                Arguments(creation.Arguments);
                _il.Emit(OpCodes.Newobj, (ConstructorInfo)_handles.Method(creation.Constructor, _context));
                break;
            case IrConvert convert:
                Convert(convert);
                break;
            case IrIsInstance test:
                Value(test.Operand);
                _il.Emit(OpCodes.Isinst, TypeOf(test.TestedType));
                _il.Emit(OpCodes.Ldnull);
                _il.Emit(OpCodes.Cgt_Un);
                break;
            case IrUnary unary:
                Unary(unary);
                break;
            case IrBinary binary:
                Binary(binary);
                break;
            case IrConditional conditional:
                Conditional(conditional);
                break;
            case IrSequence sequence:
                foreach (var statement in sequence.Statements)
                    Statement(statement);
                Value(sequence.Value);
                break;
            case IrNewArray array:
                NewArray(array);
                break;
            case IrArrayInit array:
                ArrayInit(array);
                break;
            case IrNewDelegate creation:
                NewDelegate(creation);
                break;
            case IrTypeOf typeOf:
                _il.Emit(OpCodes.Ldtoken, OpenTypeOf(typeOf.Operand));
                _il.Emit(OpCodes.Call, TypeFromHandle);
                break;
            case IrMemberOf memberOf:
                MemberOf(memberOf);
                break;
            case IrSizeOf sizeOf:
                _il.Emit(OpCodes.Sizeof, TypeOf(sizeOf.Operand));
                break;
            case IrThrowExpression @throw:
                Value(@throw.Exception);
                _il.Emit(OpCodes.Throw);
                break;
            case IrDiscard discard:
                Effect(discard.Operand);
                break;
            default:
                throw new InvalidOperationException($"{node.GetType().Name} should have been lowered.");
        }
    }

    /// <summary>A member is found again through its handle and that of its type, which may be generic.</summary>
    private void MemberOf(IrMemberOf node)
    {
        Type? owner;
        MethodInfo fromHandle;
        if (node.Member is FieldSymbol symbol)
        {
            var field = _handles.Field(symbol, _context);
            _il.Emit(OpCodes.Ldtoken, field);
            owner = field.DeclaringType;
            fromHandle = FieldFromHandle;
        }
        else
        {
            var method = _handles.Method((MethodSymbol)node.Member, _context);
            if (method is ConstructorInfo constructor)
                _il.Emit(OpCodes.Ldtoken, constructor);
            else
                _il.Emit(OpCodes.Ldtoken, (MethodInfo)method);
            owner = method.DeclaringType;
            fromHandle = MethodFromHandle;
        }

        _il.Emit(OpCodes.Ldtoken, owner!);
        _il.Emit(OpCodes.Call, fromHandle);
        if (node.Member is not FieldSymbol)
            _il.Emit(OpCodes.Castclass, TypeOf(node.Type));
    }

    /// <summary>Evaluates and leaves nothing.</summary>
    private void Effect(IrExpression node)
    {
        switch (node)
        {
            case IrConstant or IrDefault or IrLocal { Variable.IsByRef: false } or IrThis:
                break;
            case IrAssign assign:
                Store(assign, keepValue: false);
                break;
            case IrBindReference bind:
                BindReference(bind);
                break;
            case IrSequence sequence:
                foreach (var statement in sequence.Statements)
                    Statement(statement);
                Effect(sequence.Value);
                break;
            case IrConditional conditional:
                var otherwise = _il.DefineLabel();
                var end = _il.DefineLabel();
                Branch(conditional.Test, false, otherwise);
                Effect(conditional.WhenTrue);
                _il.Emit(OpCodes.Br, end);
                _il.MarkLabel(otherwise);
                Effect(conditional.WhenFalse);
                _il.MarkLabel(end);
                break;
            case IrThrowExpression @throw:
                Value(@throw.Exception);
                _il.Emit(OpCodes.Throw);
                break;
            case IrCall call:
                Call(call);
                if (!call.Type.IsVoid)
                    _il.Emit(OpCodes.Pop);
                break;
            default:
                Value(node);
                if (!node.Type.IsVoid)
                    _il.Emit(OpCodes.Pop);
                break;
        }
    }

    // typeof(List<>) names the definition itself, which elsewhere would mean 'over its own parameters'.
    private Type OpenTypeOf(TypeSymbol operand)
    {
        if (operand.RuntimeType is { } type)
            return type;
        var isOpen = operand is NamedTypeSymbol && !operand.TypeParameters.IsEmpty && ReferenceEquals(operand, operand.OriginalDefinition)
            && _context.Find(operand.TypeParameters[0]) is null;
        return isOpen ? _handles.Builder(operand) : TypeOf(operand);
    }

    private void Constant(object? value, TypeSymbol type)
    {
        switch (value)
        {
            case null:
                if (type.IsReferenceType || type.IsNone)
                    _il.Emit(OpCodes.Ldnull);
                else
                    Default(type);
                break;
            case bool or char or sbyte or byte or short or ushort or int:
                _il.Emit(OpCodes.Ldc_I4, value is char c ? c : System.Convert.ToInt32(value, CultureInfo.InvariantCulture));
                break;
            case uint u:
                _il.Emit(OpCodes.Ldc_I4, unchecked((int)u));
                break;
            case long l:
                _il.Emit(OpCodes.Ldc_I8, l);
                break;
            case ulong ul:
                _il.Emit(OpCodes.Ldc_I8, unchecked((long)ul));
                break;
            case nint n:
                _il.Emit(OpCodes.Ldc_I8, (long)n);
                _il.Emit(OpCodes.Conv_I);
                break;
            case nuint nu:
                _il.Emit(OpCodes.Ldc_I8, unchecked((long)(ulong)nu));
                _il.Emit(OpCodes.Conv_U);
                break;
            case float f:
                _il.Emit(OpCodes.Ldc_R4, f);
                break;
            case double d:
                _il.Emit(OpCodes.Ldc_R8, d);
                break;
            case decimal m:
                Decimal(m);
                break;
            case string s:
                _il.Emit(OpCodes.Ldstr, s);
                break;
            default:
                throw new InvalidOperationException($"A {value.GetType().Name} can't be a constant.");
        }
    }

    private void Decimal(decimal value)
    {
        var bits = decimal.GetBits(value);
        if (bits[3] == 0 && bits[1] == 0 && bits[2] == 0 && bits[0] >= 0)
        {
            _il.Emit(OpCodes.Ldc_I4, bits[0]);
            _il.Emit(OpCodes.Newobj, NewSmallDecimal);
            return;
        }

        _il.Emit(OpCodes.Ldc_I4, bits[0]);
        _il.Emit(OpCodes.Ldc_I4, bits[1]);
        _il.Emit(OpCodes.Ldc_I4, bits[2]);
        _il.Emit(OpCodes.Ldc_I4, bits[3] < 0 ? 1 : 0);
        _il.Emit(OpCodes.Ldc_I4, (bits[3] >> 16) & 0xFF);
        _il.Emit(OpCodes.Newobj, NewDecimal);
    }

    private void Default(TypeSymbol type)
    {
        if (type.IsVoid)
            return;
        if (type.IsReferenceType)
        {
            _il.Emit(OpCodes.Ldnull);
            return;
        }

        switch (Primitives.Of(type))
        {
            case SpecialType.Int64 or SpecialType.UInt64:
                _il.Emit(OpCodes.Ldc_I8, 0L);
                return;
            case SpecialType.Single:
                _il.Emit(OpCodes.Ldc_R4, 0f);
                return;
            case SpecialType.Double:
                _il.Emit(OpCodes.Ldc_R8, 0d);
                return;
            case SpecialType.NativeInt or SpecialType.NativeUInt:
                _il.Emit(OpCodes.Ldc_I4_0);
                _il.Emit(OpCodes.Conv_I);
                return;
            case >= SpecialType.Boolean and <= SpecialType.UInt32:
                _il.Emit(OpCodes.Ldc_I4_0);
                return;
        }

        var temporary = Temporary(type);
        _il.Emit(OpCodes.Ldloca, temporary);
        _il.Emit(OpCodes.Initobj, TypeOf(type));
        _il.Emit(OpCodes.Ldloc, temporary);
    }

    private void Conditional(IrConditional node)
    {
        var otherwise = _il.DefineLabel();
        var end = _il.DefineLabel();
        Branch(node.Test, false, otherwise);
        Value(node.WhenTrue);
        _il.Emit(OpCodes.Br, end);
        _il.MarkLabel(otherwise);
        Value(node.WhenFalse);
        _il.MarkLabel(end);
    }

    private void NewArray(IrNewArray node)
    {
        foreach (var length in node.Lengths)
        {
            Value(length);
            if (!node.ArrayType.IsVector && Primitives.Of(length.Type) != SpecialType.Int32)
                _il.Emit(OpCodes.Conv_Ovf_I4);
        }

        if (node.ArrayType.IsVector)
        {
            if (Primitives.Of(node.Lengths[0].Type) is SpecialType.Int64 or SpecialType.UInt64)
                _il.Emit(OpCodes.Conv_Ovf_I);
            _il.Emit(OpCodes.Newarr, TypeOf(node.ArrayType.ElementType));
        }
        else
        {
            _il.Emit(OpCodes.Newobj, _handles.ArrayMethod(_module, node.ArrayType, ".ctor", _context));
        }
    }

    private void ArrayInit(IrArrayInit node)
    {
        _il.Emit(OpCodes.Ldc_I4, node.Elements.Length);
        _il.Emit(OpCodes.Newarr, TypeOf(node.ArrayType.ElementType));
        for (var i = 0; i < node.Elements.Length; i++)
        {
            if (node.Elements[i] is IrDefault or IrConstant { Value: null or 0 or false or 0.0 })
            {
                if (node.Elements[i] is not IrConstant { Value: 0.0 } zero || !double.IsNegative((double)zero.Value!))
                    continue;
            }

            _il.Emit(OpCodes.Dup);
            _il.Emit(OpCodes.Ldc_I4, i);
            Value(node.Elements[i]);
            StoreElement(node.ArrayType.ElementType);
        }
    }

    private void NewDelegate(IrNewDelegate node)
    {
        var method = (MethodInfo)_handles.Method(node.Method, _context);
        if (node.Receiver is null)
        {
            _il.Emit(OpCodes.Ldnull);
            _il.Emit(OpCodes.Ldftn, method);
        }
        else
        {
            Value(node.Receiver);
            if (!node.Receiver.Type.IsReferenceType)
                _il.Emit(OpCodes.Box, TypeOf(node.Receiver.Type));
            if (node.IsVirtual && !method.IsStatic && method.IsVirtual)
            {
                _il.Emit(OpCodes.Dup);
                _il.Emit(OpCodes.Ldvirtftn, method);
            }
            else
            {
                _il.Emit(OpCodes.Ldftn, method);
            }
        }

        _il.Emit(OpCodes.Newobj, _handles.DelegateConstructor(node.Type, _context));
    }
}
