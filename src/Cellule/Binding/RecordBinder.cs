using System.Collections.Immutable;
using System.Text;
using Cellule.Symbols;
using Cellule.Syntax;
using RefKind = Cellule.Symbols.RefKind;

namespace Cellule.Binding;

/// <summary>Primary constructors, and the members that C# adds to records.</summary>
internal sealed partial class Binder
{
    private void DeclarePrimaryConstructor(TypeDeclaration declaration)
    {
        if (declaration.Primary is not { ParameterList: { } parameters } syntax)
            return;
        var type = declaration.Symbol;
        var constructor = new SourceMethodSymbol(".ctor", MethodKind.Constructor, type)
        {
            DeclaredParameters = BindParameters(parameters),
            DeclaredAccessibility = type.Abstract ? Accessibility.Protected : Accessibility.Public,
        };
        type.PrimaryConstructor = constructor;
        type.Add(constructor);

        // Members of a class see its parameters; a record's parameters are its properties instead.
        if (!type.Record)
        {
            foreach (var parameter in constructor.Parameters)
                declaration.Scope.TryDeclare(parameter);
            return;
        }

        var declared = declaration.Parts.OfType<TypeDeclarationSyntax>().SelectMany(p => p.Members).OfType<PropertyDeclarationSyntax>().Select(p => p.Identifier.ValueText).ToHashSet(StringComparer.Ordinal);
        bool isReadOnly = type.TypeKind == TypeKind.Class || type.ReadOnlyStruct;
        var positional = ImmutableArray.CreateBuilder<SourcePropertySymbol>();
        foreach (var parameter in constructor.Parameters.Where(p => !declared.Contains(p.Name)))
        {
            if (InheritsProperty(type, parameter))
                continue;
            var property = new SourcePropertySymbol(parameter.Name, parameter.Type, type)
            {
                DeclaredAccessibility = Accessibility.Public,
                BackingField = new SourceFieldSymbol($"<{parameter.Name}>k__BackingField", parameter.Type, type),
            };
            property.DeclaredGetter = new SourceMethodSymbol("get_" + parameter.Name, MethodKind.PropertyGet, type) { Associated = property, DeclaredReturnType = parameter.Type, Synthesized = SynthesizedBody.AutoAccessor };
            property.DeclaredSetter = new SourceMethodSymbol("set_" + parameter.Name, MethodKind.PropertySet, type)
            {
                Associated = property,
                InitOnly = isReadOnly,
                Synthesized = SynthesizedBody.AutoAccessor,
                DeclaredParameters = [new ParameterSymbol("value", parameter.Type, 0)],
            };
            AddMember(declaration, property, syntax.Identifier.Span);
            positional.Add(property);
        }

        type.PositionalMembers = positional.ToImmutable();
    }

    // record B(int X) : A(X) where A has an X already: B has none of its own.
    private static bool InheritsProperty(SourceTypeSymbol type, ParameterSymbol parameter) =>
        type.BaseType is { IsRecord: true } baseType
        && MemberLookup.Find(baseType, parameter.Name).OfType<PropertySymbol>().Any(p => p.Type == parameter.Type)
        || type.BaseType is SourceTypeSymbol { Record: true, PrimaryConstructor: null } pending && pending.GetMembers(parameter.Name).Length > 0;

    private static void AddRecordMembers(TypeDeclaration declaration)
    {
        var type = declaration.Symbol;
        TypeSymbol self = type;
        bool isClass = type.TypeKind == TypeKind.Class;
        var baseRecord = type.BaseType is { IsRecord: true } inherited ? inherited : null;
        var builder = LoadedTypes.From(typeof(StringBuilder));
        if (isClass)
        {
            AddContract(type, baseRecord);
            AddCopying(type, baseRecord);
        }

        Add("ToString", SynthesizedBody.RecordToString, BuiltIn.String, [], isOverride: true);
        var print = Add("PrintMembers", SynthesizedBody.RecordPrintMembers, BuiltIn.Boolean, [new ParameterSymbol("builder", builder, 0)], isOverride: baseRecord is not null);
        if (print is not null)
        {
            print.DeclaredAccessibility = isClass && !(type.Sealed && baseRecord is null) ? Accessibility.Protected : Accessibility.Private;
            print.Virtual = isClass && !type.Sealed && baseRecord is null;
        }

        Add("Equals", SynthesizedBody.RecordObjectEquals, BuiltIn.Boolean, [new ParameterSymbol("obj", BuiltIn.Object, 0)], isOverride: true);
        if (baseRecord is not null && Add("Equals", SynthesizedBody.RecordBaseEquals, BuiltIn.Boolean, [new ParameterSymbol("other", baseRecord, 0)], isOverride: true) is { } baseEquals)
            baseEquals.Sealed = true;
        if (Add("Equals", SynthesizedBody.RecordEquals, BuiltIn.Boolean, [new ParameterSymbol("other", self, 0)], isOverride: false) is { } equals)
            equals.Virtual = isClass && !type.Sealed;
        Add("GetHashCode", SynthesizedBody.RecordGetHashCode, BuiltIn.Int32, [], isOverride: true);
        AddEqualityOperator("op_Equality", SynthesizedBody.RecordEqualityOperator);
        AddEqualityOperator("op_Inequality", SynthesizedBody.RecordInequalityOperator);
        if (type.PositionalMembers.Length > 0 && type.PositionalMembers.Length == type.PrimaryConstructor!.Parameters.Length)
            Add("Deconstruct", SynthesizedBody.RecordDeconstruct, BuiltIn.Void, [.. type.PositionalMembers.Select((p, i) => new ParameterSymbol(p.Name, p.Type, i, RefKind.Out))], isOverride: false);

        SourceMethodSymbol? Add(string name, SynthesizedBody body, TypeSymbol returnType, ImmutableArray<ParameterSymbol> parameters, bool isOverride)
        {
            if (type.GetMembers(name).OfType<MethodSymbol>().Any(m => MemberLookup.SameParameters(m.Parameters, parameters)))
                return null;
            var method = new SourceMethodSymbol(name, MethodKind.Ordinary, type) { Synthesized = body, DeclaredReturnType = returnType, DeclaredParameters = parameters, Override = isOverride };
            type.Add(method);
            return method;
        }

        void AddEqualityOperator(string name, SynthesizedBody body) => type.Add(new SourceMethodSymbol(name, MethodKind.Operator, type)
        {
            Static = true,
            Synthesized = body,
            DeclaredReturnType = BuiltIn.Boolean,
            DeclaredParameters = [new ParameterSymbol("left", self, 0), new ParameterSymbol("right", self, 1)],
        });
    }

    private static void AddContract(SourceTypeSymbol type, TypeSymbol? baseRecord)
    {
        var accessibility = type.Sealed && baseRecord is null ? Accessibility.Private : Accessibility.Protected;
        var contract = new SourcePropertySymbol("EqualityContract", BuiltIn.Type, type) { DeclaredAccessibility = accessibility };
        contract.DeclaredGetter = new SourceMethodSymbol("get_EqualityContract", MethodKind.PropertyGet, type)
        {
            Associated = contract,
            DeclaredAccessibility = accessibility,
            DeclaredReturnType = BuiltIn.Type,
            Synthesized = SynthesizedBody.RecordEqualityContract,
            Virtual = !type.Sealed && baseRecord is null,
            Override = baseRecord is not null,
        };
        type.Add(contract);
    }

    private static void AddCopying(SourceTypeSymbol type, TypeSymbol? baseRecord)
    {
        TypeSymbol self = type;
        bool hasOwnCopy = type.Constructors.Any(c => !c.IsStatic && c.Parameters is [var only] && only.Type == self);
        if (!hasOwnCopy)
        {
            type.Add(new SourceMethodSymbol(".ctor", MethodKind.Constructor, type)
            {
                DeclaredAccessibility = type.Sealed ? Accessibility.Private : Accessibility.Protected,
                Synthesized = SynthesizedBody.RecordCopyConstructor,
                DeclaredParameters = [new ParameterSymbol("original", self, 0)],
            });
        }

        type.Add(new SourceMethodSymbol("<Clone>$", MethodKind.Ordinary, type)
        {
            DeclaredReturnType = self,
            Abstract = type.Abstract,
            Virtual = baseRecord is null && !type.Sealed,
            Override = baseRecord is not null,
            Synthesized = type.Abstract ? SynthesizedBody.None : SynthesizedBody.RecordClone,
        });
    }
}
