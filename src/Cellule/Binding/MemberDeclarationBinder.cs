using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;
using Modifiers = Cellule.Syntax.Modifiers;
using RefKind = Cellule.Symbols.RefKind;

namespace Cellule.Binding;

/// <summary>Members of the cell's types: their signatures as symbols; bodies and initializers are noted for later.</summary>
internal sealed partial class Binder
{
    public void BindTypeMembers()
    {
        foreach (var declaration in _declarations)
        {
            var saved = Push(declaration.Scope);
            switch (declaration.First)
            {
                case EnumDeclarationSyntax syntax:
                    DeclareEnumMembers(declaration, syntax);
                    break;
                case DelegateDeclarationSyntax syntax:
                    DeclareDelegateMembers(declaration, syntax);
                    break;
                default:
                    DeclarePrimaryConstructor(declaration);
                    foreach (var member in WholeMembers(declaration.Parts.OfType<TypeDeclarationSyntax>().SelectMany(p => p.Members)))
                        DeclareMember(declaration, member);

                    DropUnfinishedPartials(declaration);
                    AddDefaultConstructor(declaration.Symbol);
                    break;
            }

            _scope = saved;
        }

        foreach (var declaration in _declarations.Where(d => d.Symbol.Record))
            AddRecordMembers(declaration);
        foreach (var declaration in _declarations)
        {
            var saved = Push(declaration.Scope);
            CheckDeclaration(declaration);
            BindOverrides(declaration);
            _scope = saved;
        }
    }

    /// <summary>Of a partial property, constructor or event, the part that has the bodies stands for both.</summary>
    private static IEnumerable<MemberDeclarationSyntax> WholeMembers(IEnumerable<MemberDeclarationSyntax> members)
    {
        var all = members.ToList();
        var partial = all.OfType<PropertyDeclarationSyntax>().Where(p => p.Modifiers.Has(Modifiers.Partial)).ToLookup(p => p.Identifier.ValueText, StringComparer.Ordinal);
        var constructors = all.OfType<ConstructorDeclarationSyntax>().Where(c => c.Modifiers.Has(Modifiers.Partial) && (c.Body is not null || c.ExpressionBody is not null)).Select(c => c.ParameterList.Parameters.Length).ToHashSet();
        var events = all.OfType<EventDeclarationSyntax>().Where(e => e.Modifiers.Has(Modifiers.Partial)).Select(e => e.Identifier.ValueText).ToHashSet(StringComparer.Ordinal);
        foreach (var member in all)
        {
            bool isAnnouncement = member switch
            {
                ConstructorDeclarationSyntax { Body: null, ExpressionBody: null } announced => announced.Modifiers.Has(Modifiers.Partial) && constructors.Contains(announced.ParameterList.Parameters.Length),
                EventFieldDeclarationSyntax announced => announced.Modifiers.Has(Modifiers.Partial) && announced.Declaration.Variables.All(v => events.Contains(v.Identifier.ValueText)),
                _ => false,
            };
            if (isAnnouncement)
                continue;
            if (member is not PropertyDeclarationSyntax property || !property.Modifiers.Has(Modifiers.Partial) || partial[property.Identifier.ValueText].ToList() is not [_, _] parts)
                yield return member;
            else if (HasBodies(property))
                yield return property with { AttributeLists = [.. parts.SelectMany(p => p.AttributeLists)] };
        }

        static bool HasBodies(PropertyDeclarationSyntax property) => property.ExpressionBody is not null || property.Accessors.Any(a => a.Body is not null || a.ExpressionBody is not null);
    }

    private void DeclareMember(TypeDeclaration declaration, MemberDeclarationSyntax syntax)
    {
        switch (syntax)
        {
            case FieldDeclarationSyntax field:
                DeclareFields(declaration, field);
                break;
            case MethodDeclarationSyntax method:
                DeclareMethod(declaration, method);
                break;
            case PropertyDeclarationSyntax property:
                DeclareProperty(declaration, property);
                break;
            case IndexerDeclarationSyntax indexer:
                DeclareIndexer(declaration, indexer);
                break;
            case ConstructorDeclarationSyntax constructor:
                DeclareConstructor(declaration, constructor);
                break;
            case DestructorDeclarationSyntax destructor:
                DeclareFunction(declaration, new SourceMethodSymbol("Finalize", MethodKind.Destructor, declaration.Symbol) { DeclaredAccessibility = Accessibility.Protected, Override = true }, destructor.Body, destructor.ExpressionBody, destructor);
                break;
            case OperatorDeclarationSyntax operation:
                DeclareOperator(declaration, operation);
                break;
            case ConversionOperatorDeclarationSyntax conversion:
                DeclareConversion(declaration, conversion);
                break;
            case EventFieldDeclarationSyntax events:
                DeclareEventFields(declaration, events);
                break;
            case EventDeclarationSyntax declared:
                DeclareEvent(declaration, declared);
                break;
            case ExtensionBlockDeclarationSyntax extension:
                DeclareExtensionBlock(declaration, extension);
                break;
        }
    }

    private void AddMember(TypeDeclaration declaration, MemberSymbol member, TextSpan span)
    {
        var type = declaration.Symbol;
        bool clashes = type.GetMembers(member.Name).Any(known => known is not MethodSymbol || member is not MethodSymbol
            ? known is not PropertySymbol { IsIndexer: true } || member is not PropertySymbol { IsIndexer: true }
            : false);
        clashes |= type.DeclaredTypeParameters.Any(p => p.Name == member.Name);
        if (clashes)
            _diagnostics.DuplicateMember(span, type.Name, member.Name);
        else if (member is MethodSymbol method && type.GetMembers(member.Name).OfType<MethodSymbol>().Any(m => SameSignatureIn(m, method)))
            _diagnostics.DuplicateSignature(span, member.Name);
        type.Add(member);
    }

    private static bool SameSignatureIn(MethodSymbol left, MethodSymbol right) =>
        left.MethodKind == right.MethodKind && left.IsStatic == right.IsStatic
        && (left.MethodKind != MethodKind.Conversion || left.ReturnType == right.ReturnType)
        && MemberLookup.SameSignature(left, right);

    private static Accessibility MemberAccessibility(SourceTypeSymbol type, ModifierList modifiers) =>
        AccessibilityOf(modifiers, type.IsInterface ? Accessibility.Public : Accessibility.Private);

    private void DeclareDelegateMembers(TypeDeclaration declaration, DelegateDeclarationSyntax syntax)
    {
        var type = declaration.Symbol;
        type.Add(new SourceMethodSymbol(".ctor", MethodKind.Constructor, type)
        {
            Synthesized = SynthesizedBody.Delegate,
            DeclaredParameters = [new ParameterSymbol("object", BuiltIn.Object, 0), new ParameterSymbol("method", BuiltIn.NativeInt, 1)],
        });
        var invoke = new SourceMethodSymbol("Invoke", MethodKind.DelegateInvoke, type) { Synthesized = SynthesizedBody.Delegate, Virtual = true };
        DeclareSignature(invoke, ModifierList.Empty, [], syntax.ParameterList, [], syntax.ReturnType);
        type.Add(invoke);
    }

    private static void DeclareFunction(TypeDeclaration declaration, SourceMethodSymbol method, BlockSyntax? block, ExpressionSyntax? expression, MemberDeclarationSyntax syntax)
    {
        declaration.Symbol.Add(method);
        declaration.Bodies.Add((method, block, expression, syntax));
    }

    /// <summary>Sets what modifiers say of a method or accessor. Of an interface, what has no body is abstract and what has one virtual.</summary>
    private void ApplyModifiers(SourceMethodSymbol method, TypeDeclaration declaration, ModifierList modifiers, bool hasBody, TextSpan span)
    {
        var type = declaration.Symbol;
        method.DeclaredAccessibility = MemberAccessibility(type, modifiers);
        method.Static = modifiers.Has(Modifiers.Static);
        method.Abstract = modifiers.Has(Modifiers.Abstract) || (type.IsInterface && !hasBody && !modifiers.Has(Modifiers.Extern));
        method.Virtual = modifiers.Has(Modifiers.Virtual) || (type.IsInterface && hasBody && !method.Static && method.DeclaredAccessibility != Accessibility.Private);
        method.Override = modifiers.Has(Modifiers.Override);
        method.Sealed = modifiers.Has(Modifiers.Sealed);
        method.NewSlot = modifiers.Has(Modifiers.New);
        method.ReadOnly = modifiers.Has(Modifiers.ReadOnly) || type.ReadOnlyStruct;

        // Reflection.Emit defines no static method that is virtual without being abstract.
        if (type.IsInterface && method.Static && modifiers.Has(Modifiers.Virtual))
            _diagnostics.Unsupported(span, "Static virtual interface members with a body");
        if (modifiers.Has(Modifiers.Abstract) && !type.Abstract)
            _diagnostics.AbstractInConcrete(span, method.Name, type.Name);
        if (method.Abstract && hasBody && !type.IsInterface)
            _diagnostics.AbstractWithBody(span, method.Name);
        if (type.Static && !method.Static)
            _diagnostics.InstanceInStaticClass(span, method.Name);
    }

    private SourceMethodSymbol? DeclareMethod(TypeDeclaration declaration, MethodDeclarationSyntax syntax)
    {
        var (name, face) = ExplicitName(syntax.ExplicitInterface, syntax.Identifier.ValueText);
        var method = new SourceMethodSymbol(name, MethodKind.Ordinary, declaration.Symbol) { NameSpan = syntax.Identifier.Span };
        bool hasBody = syntax.Body is not null || syntax.ExpressionBody is not null;
        DeclareSignature(method, syntax.Modifiers, syntax.TypeParameters, syntax.ParameterList, syntax.Constraints, syntax.ReturnType);
        ApplyModifiers(method, declaration, syntax.Modifiers, hasBody, syntax.Identifier.Span);
        Annotate(method, AttributeTargets.Method, syntax.AttributeLists);
        if (face is not null)
            SetExplicit(method, face, syntax.Identifier);
        bool isPartial = syntax.Modifiers.Has(Modifiers.Partial);
        if (isPartial && !hasBody)
        {
            // The part that only announces the method.
            if (!declaration.Symbol.GetMembers(name).OfType<MethodSymbol>().Any(m => MemberLookup.SameParameters(m.Parameters, method.Parameters)))
            {
                declaration.Symbol.Add(method);
                declaration.PartialSignatures.Add(method);
            }

            return null;
        }

        if (isPartial && declaration.PartialSignatures.Find(p => p.Name == name && MemberLookup.SameParameters(p.Parameters, method.Parameters)) is { } announced)
        {
            declaration.PartialSignatures.Remove(announced);
            announced.DeclaredParameters = method.DeclaredParameters;
            announced.Async = method.Async;
            declaration.Bodies.Add((announced, syntax.Body, syntax.ExpressionBody, syntax));
            return null;
        }

        if (!hasBody && !method.Abstract && !syntax.Modifiers.Has(Modifiers.Extern))
            _diagnostics.MissingBody(syntax.Identifier.Span, name);
        if (syntax.Modifiers.Has(Modifiers.Extern))
            _diagnostics.Unsupported(syntax.Identifier.Span, "Extern methods");
        AddMember(declaration, method, syntax.Identifier.Span);
        declaration.Bodies.Add((method, syntax.Body, syntax.ExpressionBody, syntax));
        return method;
    }

    // A partial method that no part implements does nothing: it gets an empty body.
    private static void DropUnfinishedPartials(TypeDeclaration declaration)
    {
        foreach (var method in declaration.PartialSignatures)
            declaration.Bodies.Add((method, new BlockSyntax(default, [], default), null, declaration.First));
    }

    private (string Name, TypeSymbol? Interface) ExplicitName(NameSyntax? syntax, string name)
    {
        if (syntax is null)
            return (name, null);
        var face = BindType(syntax);
        return face.IsError ? (name, null) : ($"{face}.{name}", face);
    }

    private void SetExplicit(SourceMethodSymbol method, TypeSymbol face, SyntaxToken identifier)
    {
        var name = identifier.ValueText;
        method.DeclaredAccessibility = Accessibility.Private;
        method.ExplicitImplementation = face.GetMembers(name).OfType<MethodSymbol>()
            .FirstOrDefault(m => m.TypeParameters.Length == method.TypeParameters.Length && MemberLookup.SameParameters((m.TypeParameters.IsEmpty ? m : m.Construct([.. method.TypeParameters])).Parameters, method.Parameters));
        if (method.ExplicitImplementation is null)
            _diagnostics.NoExplicitTarget(identifier.Span, method.Name);
    }

    private void DeclareConstructor(TypeDeclaration declaration, ConstructorDeclarationSyntax syntax)
    {
        bool isStatic = syntax.Modifiers.Has(Modifiers.Static);
        var method = new SourceMethodSymbol(isStatic ? ".cctor" : ".ctor", isStatic ? MethodKind.StaticConstructor : MethodKind.Constructor, declaration.Symbol)
        {
            Static = isStatic,
            DeclaredAccessibility = AccessibilityOf(syntax.Modifiers, Accessibility.Private),
            DeclaredParameters = BindParameters(syntax.ParameterList),
        };
        Annotate(method, AttributeTargets.Constructor, syntax.AttributeLists);
        AddMember(declaration, method, syntax.Identifier.Span);
        declaration.Bodies.Add((method, syntax.Body, syntax.ExpressionBody, syntax));
    }

    private static void AddDefaultConstructor(SourceTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Class && !type.Static && type.PrimaryConstructor is null && !type.Constructors.Any(c => !c.IsStatic))
        {
            type.Add(new SourceMethodSymbol(".ctor", MethodKind.Constructor, type)
            {
                Synthesized = SynthesizedBody.DefaultConstructor,
                DeclaredAccessibility = type.Abstract ? Accessibility.Protected : Accessibility.Public,
            });
        }
    }

    private void DeclareOperator(TypeDeclaration declaration, OperatorDeclarationSyntax syntax)
    {
        int count = syntax.ParameterList.Parameters.Length;
        if (OperatorNames.MethodNameOf(syntax.OperatorToken, count, syntax.IsChecked, syntax.Modifiers.Has(Modifiers.Static) || !syntax.OperatorToken.EndsWith('=') && count > 0 || syntax.OperatorToken is "==" or "!=" or "<=" or ">=") is not { } name)
        {
            _diagnostics.Unsupported(syntax.OperatorSpan, $"Operators '{syntax.OperatorToken}' with {count} parameters");
            return;
        }

        var method = new SourceMethodSymbol(name, MethodKind.Operator, declaration.Symbol) { NameSpan = syntax.OperatorSpan };
        DeclareSignature(method, syntax.Modifiers, [], syntax.ParameterList, [], syntax.ReturnType);
        if (!name.EndsWith("Assignment", StringComparison.Ordinal))
            CheckOperator(declaration, method, syntax);
        bool hasBody = syntax.Body is not null || syntax.ExpressionBody is not null;
        ApplyModifiers(method, declaration, syntax.Modifiers, hasBody, syntax.OperatorSpan);
        Annotate(method, AttributeTargets.Method, syntax.AttributeLists);
        if (!hasBody && !method.Abstract && !syntax.Modifiers.Has(Modifiers.Extern))
            _diagnostics.MissingBody(syntax.OperatorSpan, $"{declaration.Symbol.Name}.operator {syntax.OperatorToken}");
        AddMember(declaration, method, syntax.OperatorSpan);
        declaration.Bodies.Add((method, syntax.Body, syntax.ExpressionBody, syntax));
    }

    private void DeclareConversion(TypeDeclaration declaration, ConversionOperatorDeclarationSyntax syntax)
    {
        var method = new SourceMethodSymbol(syntax.IsImplicit ? "op_Implicit" : syntax.IsChecked ? "op_CheckedExplicit" : "op_Explicit", MethodKind.Conversion, declaration.Symbol);
        DeclareSignature(method, syntax.Modifiers, [], syntax.ParameterList, [], syntax.Type);
        bool isOwn = method.ReturnType.StripNullable().OriginalDefinition == declaration.Symbol || method.Parameters.Any(p => p.Type.IsError || p.Type.StripNullable().OriginalDefinition == declaration.Symbol);
        if (!isOwn && !declaration.Symbol.IsInterface && !method.ReturnType.IsError)
            _diagnostics.ConversionOfOthers(syntax.Type.Span);
        ApplyModifiers(method, declaration, syntax.Modifiers, syntax.Body is not null || syntax.ExpressionBody is not null, syntax.Type.Span);
        AddMember(declaration, method, syntax.Type.Span);
        declaration.Bodies.Add((method, syntax.Body, syntax.ExpressionBody, syntax));
    }
}
