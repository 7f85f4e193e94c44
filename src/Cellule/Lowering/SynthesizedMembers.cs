using System.Collections.Immutable;
using System.Text;
using Cellule.Emit.Support;
using Cellule.Lowering.Ir;
using Cellule.Symbols;

namespace Cellule.Lowering;

/// <content>Members that C# adds to a type: accessors, a record's equality, printing and copying, anonymous types.</content>
internal sealed partial class Lowerer
{
    private static readonly TypeSymbol Builder = LoadedTypes.From(typeof(StringBuilder));

    private IrFunction Synthesized(SourceTypeSymbol type, SourceMethodSymbol method)
    {
        var parameters = Parameters(method);
        var body = new List<IrStatement>();
        var self = new IrThis(type);
        IrExpression Argument(int i) => new IrLocal(parameters[i]);
        switch (method.Synthesized)
        {
            case SynthesizedBody.AutoAccessor:
                var backing = ((SourcePropertySymbol)method.Associated!).BackingField!;
                var field = new IrField(method.IsStatic ? null : self, backing);
                body.Add(method.MethodKind == MethodKind.PropertyGet ? new IrReturn(field) : Make.Set(field, Argument(parameters.Length - 1)));
                break;
            case SynthesizedBody.EventAccessor:
                var handlers = new IrField(method.IsStatic ? null : self, ((SourceEventSymbol)method.Associated!).DeclaredBackingField!);
                var name = method.MethodKind == MethodKind.EventAdd ? nameof(Delegate.Combine) : nameof(Delegate.Remove);
                var combined = Make.Static(WellKnown.Method(typeof(Delegate), name, typeof(Delegate), typeof(Delegate)), handlers, Argument(0));
                body.Add(Make.Set(handlers, new IrConvert(combined, handlers.Type, IrConversionKind.Cast)));
                break;
            case SynthesizedBody.AnonymousConstructor:
                var fields = InstanceFields(type).ToList();
                body.Add(BaseCall(type));
                for (var i = 0; i < fields.Count; i++)
                    body.Add(Make.Set(new IrField(self, fields[i]), Argument(i)));
                break;
            case SynthesizedBody.AnonymousEquals or SynthesizedBody.RecordObjectEquals:
                ObjectEquals(type, method, Argument(0), body);
                break;
            case SynthesizedBody.AnonymousGetHashCode or SynthesizedBody.RecordGetHashCode:
                body.Add(new IrReturn(HashCode(type)));
                break;
            case SynthesizedBody.AnonymousToString or SynthesizedBody.RecordToString:
                ToText(type, method, body);
                break;
            case SynthesizedBody.RecordPrintMembers:
                body.Add(new IrReturn(PrintMembers(type, Argument(0))));
                break;
            case SynthesizedBody.RecordCopyConstructor:
                CopyConstructor(type, Argument(0), body);
                break;
            case SynthesizedBody.RecordClone:
                var copy = Own(type, SynthesizedBody.RecordCopyConstructor) ?? CopyConstructorOf(type);
                body.Add(new IrReturn(new IrNew(copy!, type, [self])));
                break;
            case SynthesizedBody.RecordEquals:
                body.Add(new IrReturn(RecordEquals(type, Argument(0))));
                break;
            case SynthesizedBody.RecordBaseEquals:
                body.Add(new IrReturn(Make.Call(self, WellKnown.Method(typeof(object), nameof(Equals), typeof(object)), new IrConvert(Argument(0), BuiltIn.Object, IrConversionKind.None))));
                break;
            case SynthesizedBody.RecordEqualityContract:
                body.Add(new IrReturn(new IrTypeOf(type, BuiltIn.Type)));
                break;
            case SynthesizedBody.RecordEqualityOperator:
                body.Add(new IrReturn(AreEqual(type, Argument(0), Argument(1))));
                break;
            case SynthesizedBody.RecordInequalityOperator:
                body.Add(new IrReturn(Make.Not(AreEqual(type, Argument(0), Argument(1)))));
                break;
            case SynthesizedBody.RecordDeconstruct:
                foreach (var (member, i) in type.PositionalMembers.Select((m, i) => (m, i)))
                    body.Add(Make.Set(Argument(i), member.Getter is { } getter ? Make.Call(self, getter) : new IrField(self, member.BackingField!)));
                break;
            default:
                throw new InvalidOperationException($"No body for {method.Synthesized}.");
        }

        return InstanceFunction(method, type, parameters, body);
    }

    /// <summary>The fields in the order of declaration, those behind properties and events where the member stands.</summary>
    private static IEnumerable<SourceFieldSymbol> InstanceFields(SourceTypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            var field = member switch
            {
                SourceFieldSymbol own => own,
                SourcePropertySymbol { BackingField: { } backing } when !type.GetMembers(backing.Name).Contains(backing) => backing,
                SourceEventSymbol { DeclaredBackingField: { } backing } when !type.GetMembers(backing.Name).Contains(backing) => backing,
                _ => null,
            };
            if (field is { IsStatic: false, IsConst: false })
                yield return field;
        }
    }

    private static MethodSymbol? Own(SourceTypeSymbol type, SynthesizedBody kind)
    {
        foreach (var method in Emit.TypeDeclarer.MethodsOf(type))
        {
            if (method.Synthesized == kind)
                return method;
        }

        return null;
    }

    private static MethodSymbol? CopyConstructorOf(TypeSymbol type) =>
        type.Constructors.FirstOrDefault(c => c.Parameters.Length == 1 && c.Parameters[0].Type == type);

    private static bool DerivesFromRecord(SourceTypeSymbol type) => type.BaseType is { IsRecord: true };

    private static IrExpression OnValues(string operation, TypeSymbol type, params ImmutableArray<IrExpression> values) =>
        Make.Static(WellKnown.Method(typeof(RecordValues), operation).Construct([type]), values);

    private static IrExpression FieldsEqual(SourceTypeSymbol type, IrExpression other)
    {
        var result = Make.True;
        foreach (var field in InstanceFields(type))
            result = Make.And(result, OnValues(nameof(RecordValues.AreEqual), field.Type, new IrField(new IrThis(type), field), new IrField(other, field)));

        return result;
    }

    private void ObjectEquals(SourceTypeSymbol type, SourceMethodSymbol method, IrExpression other, List<IrStatement> body)
    {
        if (type.IsValueType)
        {
            var unboxed = new IrConvert(other, type, IrConversionKind.Unbox);
            var typed = Own(type, SynthesizedBody.RecordEquals) ?? TypedEquals(type, type);
            body.Add(new IrReturn(Make.And(new IrIsInstance(other, type, BuiltIn.Boolean), Make.Call(new IrThis(type), typed!, unboxed))));
            return;
        }

        var same = Keep(new IrConvert(other, type, IrConversionKind.As), body);
        body.Add(new IrReturn(method.Synthesized == SynthesizedBody.AnonymousEquals
            ? Make.Or(Make.Equal(new IrThis(type), same), Make.And(Make.IsNotNull(same), FieldsEqual(type, same)))
            : Make.Call(new IrThis(type), (Own(type, SynthesizedBody.RecordEquals) ?? TypedEquals(type, type))!, same)));
    }

    private static MethodSymbol? TypedEquals(TypeSymbol type, TypeSymbol parameter) =>
        type.GetMembers("Equals").OfType<MethodSymbol>().FirstOrDefault(m => m.Parameters.Length == 1 && m.Parameters[0].Type == parameter);

    private static IrExpression RecordEquals(SourceTypeSymbol type, IrExpression other)
    {
        if (type.IsValueType)
            return FieldsEqual(type, other);
        IrExpression inherited;
        if (DerivesFromRecord(type))
        {
            var baseType = type.BaseType!;
            inherited = new IrCall(new IrThis(type), TypedEquals(baseType, baseType)!, [new IrConvert(other, baseType, IrConversionKind.None)], false);
        }
        else
        {
            var contract = Contract(type);
            inherited = Make.Static(WellKnown.Method(typeof(Type), "op_Equality"), Make.Call(new IrThis(type), contract), Make.Call(other, contract));
        }

        var fields = FieldsEqual(type, other);
        return Make.Or(Make.Equal(new IrThis(type), other), Make.And(Make.IsNotNull(other), Make.And(inherited, fields)));
    }

    private static MethodSymbol Contract(SourceTypeSymbol type) =>
        Own(type, SynthesizedBody.RecordEqualityContract) ?? WellKnown.Member(type, "EqualityContract");

    private static IrExpression AreEqual(SourceTypeSymbol type, IrExpression left, IrExpression right)
    {
        var equals = (Own(type, SynthesizedBody.RecordEquals) ?? TypedEquals(type, type))!;
        var call = Make.Call(left, equals, right);
        return type.IsValueType ? call : Make.Or(Make.Equal(left, right), Make.And(Make.IsNotNull(left), call));
    }

    private static IrExpression HashCode(SourceTypeSymbol type)
    {
        IrExpression? hash = null;
        if (type is { IsRecord: true, IsValueType: false })
        {
            hash = DerivesFromRecord(type)
                ? new IrCall(new IrThis(type), WellKnown.Method(typeof(object), nameof(GetHashCode)) is var root && type.BaseType!.GetMembers("GetHashCode").OfType<MethodSymbol>().FirstOrDefault(m => m.Parameters.IsEmpty) is { } own ? own : root, [], false)
                : Make.Call(Make.Call(new IrThis(type), Contract(type)), WellKnown.Method(typeof(object), nameof(GetHashCode)));
        }

        foreach (var field in InstanceFields(type))
        {
            var next = OnValues(nameof(RecordValues.Hash), field.Type, new IrField(new IrThis(type), field));
            hash = hash is null
                ? next
                : Make.Plus(new IrBinary(IrBinaryKind.Multiply, hash, Make.Int(-1521134295), BuiltIn.Int32), next);
        }

        return hash ?? Make.Int(0);
    }

    private void ToText(SourceTypeSymbol type, SourceMethodSymbol method, List<IrStatement> body)
    {
        var builder = Keep(new IrNew(Builder.Constructors.First(c => c.Parameters.IsEmpty), Builder, []), body);
        if (method.Synthesized == SynthesizedBody.AnonymousToString)
        {
            body.Add(Print(builder, "{ "));
            var separator = "";
            foreach (var property in type.GetMembers().OfType<SourcePropertySymbol>())
            {
                body.Add(Print(builder, $"{separator}{property.Name} = "));
                body.Add(PrintValue(builder, new IrField(new IrThis(type), property.BackingField!)));
                separator = ", ";
            }

            body.Add(Print(builder, " }"));
        }
        else
        {
            body.Add(Print(builder, type.Name + " { "));
            var print = Own(type, SynthesizedBody.RecordPrintMembers)
                ?? type.GetMembers("PrintMembers").OfType<MethodSymbol>().First();
            var empty = new IrLabel("empty");
            body.Add(new IrGotoIf(Make.Call(new IrThis(type), print, builder), false, empty));
            body.Add(Print(builder, " "));
            body.Add(new IrMark(empty));
            body.Add(Print(builder, "}"));
        }

        body.Add(new IrReturn(Make.Call(builder, WellKnown.Method(typeof(object), nameof(ToString)))));
    }

    private static IrStatement Print(IrExpression builder, string text) =>
        Make.Do(Make.Call(builder, WellKnown.Method(typeof(StringBuilder), nameof(StringBuilder.Append), typeof(string)), Make.Text(text)));

    private static IrStatement PrintValue(IrExpression builder, IrExpression value) =>
        Make.Do(Make.Static(WellKnown.Method(typeof(RecordValues), nameof(RecordValues.Append)).Construct([value.Type]), builder, value));

    private static IrExpression PrintMembers(SourceTypeSymbol type, IrExpression builder)
    {
        var statements = new List<IrStatement>();
        var separator = "";
        IrExpression any = Make.False;
        if (DerivesFromRecord(type) && type.BaseType!.GetMembers("PrintMembers").OfType<MethodSymbol>().FirstOrDefault() is { } inherited)
        {
            var baseAny = new IrVariable("<base>", BuiltIn.Boolean);
            statements.Add(Make.Set(baseAny, new IrCall(new IrThis(type), inherited, [builder], false)));
            any = new IrLocal(baseAny);
        }

        foreach (var member in type.GetMembers())
        {
            IrExpression? value = member switch
            {
                FieldSymbol { IsStatic: false, IsConst: false, Accessibility: Accessibility.Public } field => new IrField(new IrThis(type), field),
                SourcePropertySymbol { IsStatic: false, IsIndexer: false, Accessibility: Accessibility.Public, IsOverride: false, Getter: { } getter } => Make.Call(new IrThis(type), getter),
                _ => null,
            };
            if (value is null)
                continue;
            if (separator.Length == 0 && any is IrLocal)
            {
                var first = new IrLabel("first");
                statements.Add(new IrGotoIf(any, false, first));
                statements.Add(Print(builder, ", "));
                statements.Add(new IrMark(first));
            }

            statements.Add(Print(builder, $"{separator}{member.Name} = "));
            statements.Add(PrintValue(builder, value));
            separator = ", ";
        }

        return Make.Sequence(statements, separator.Length > 0 ? Make.True : any);
    }

    private static void CopyConstructor(SourceTypeSymbol type, IrExpression original, List<IrStatement> body)
    {
        if (DerivesFromRecord(type))
        {
            var inherited = CopyConstructorOf(type.BaseType!)!;
            body.Add(Make.Do(new IrCall(new IrThis(type), inherited, [new IrConvert(original, type.BaseType!, IrConversionKind.None)], false)));
        }
        else
        {
            body.Add(BaseCall(type));
        }

        foreach (var field in InstanceFields(type))
            body.Add(Make.Set(new IrField(new IrThis(type), field), new IrField(original, field)));
    }
}
