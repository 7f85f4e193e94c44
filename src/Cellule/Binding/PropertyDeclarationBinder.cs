using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;
using Modifiers = Cellule.Syntax.Modifiers;
using RefKind = Cellule.Symbols.RefKind;

namespace Cellule.Binding;

/// <summary>Properties and indexers with their accessors, automatic or not.</summary>
internal sealed partial class Binder
{
    private void DeclareProperty(TypeDeclaration declaration, PropertyDeclarationSyntax syntax)
    {
        var (name, face) = ExplicitName(syntax.ExplicitInterface, syntax.Identifier.ValueText);
        var property = new SourcePropertySymbol(name, BindType(syntax.Type), declaration.Symbol);
        var implemented = face?.GetMembers(syntax.Identifier.ValueText).OfType<PropertySymbol>().FirstOrDefault();
        if (face is not null && implemented is null)
            _diagnostics.NoExplicitTarget(syntax.Identifier.Span, name);
        bool mayBeAutomatic = !syntax.Modifiers.Has(Modifiers.Abstract) && !(declaration.Symbol.IsInterface && !syntax.Modifiers.Has(Modifiers.Static)) && syntax.ExpressionBody is null;
        bool isAutomatic = mayBeAutomatic && syntax.Accessors.Any(a => a.Body is null && a.ExpressionBody is null);
        if (isAutomatic || UsesFieldKeyword(syntax.Span))
        {
            property.BackingField = new SourceFieldSymbol($"<{name}>k__BackingField", property.Type, declaration.Symbol)
            {
                Static = syntax.Modifiers.Has(Modifiers.Static),
                ReadOnly = isAutomatic && !syntax.Accessors.Any(a => a.Kind is AccessorKind.Set or AccessorKind.Init),
            };
            if (syntax.Initializer is { } value)
                declaration.Initializers.Add((property.BackingField, value));
        }

        Annotate(property, AttributeTargets.Property, syntax.AttributeLists);
        property.Required = syntax.Modifiers.Has(Modifiers.Required);
        CompleteProperty(declaration, property, syntax, syntax.Type, syntax.Accessors, syntax.ExpressionBody, isAutomatic, implemented, syntax.Identifier.Span);
        AddMember(declaration, property, syntax.Identifier.Span);
    }

    /// <summary>Whether the word <c>field</c> stands in the accessors; a field that turns out unused does no harm.</summary>
    private bool UsesFieldKeyword(TextSpan span)
    {
        string text = _source.ToString(span);
        for (int i = text.IndexOf("field", StringComparison.Ordinal); i >= 0; i = text.IndexOf("field", i + 1, StringComparison.Ordinal))
        {
            bool isWord = (i == 0 || !IsWordPart(text[i - 1])) && (i + 5 >= text.Length || !IsWordPart(text[i + 5]));
            if (isWord)
                return true;
        }

        return false;

        static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c is '_' or '.' or '@';
    }

    private void DeclareIndexer(TypeDeclaration declaration, IndexerDeclarationSyntax syntax)
    {
        var (name, face) = ExplicitName(syntax.ExplicitInterface, "Item");
        var property = new SourcePropertySymbol(name, BindType(syntax.Type), declaration.Symbol) { DeclaredParameters = BindParameters(syntax.ParameterList) };
        Annotate(property, AttributeTargets.Property, syntax.AttributeLists);
        var implemented = face is null ? null : MemberLookup.Indexers(face).FirstOrDefault(p => MemberLookup.SameParameters(p.Parameters, property.Parameters));
        CompleteProperty(declaration, property, syntax, syntax.Type, syntax.Accessors, syntax.ExpressionBody, false, implemented, syntax.ThisSpan);
        AddMember(declaration, property, syntax.ThisSpan);
    }

    private void CompleteProperty(
        TypeDeclaration declaration,
        SourcePropertySymbol property,
        ModifiedMemberSyntax syntax,
        TypeSyntax typeSyntax,
        ImmutableArray<AccessorDeclarationSyntax> accessors,
        ExpressionSyntax? expression,
        bool isAutomatic,
        PropertySymbol? implemented,
        TextSpan span)
    {
        property.DeclaredAccessibility = implemented is null ? MemberAccessibility(declaration.Symbol, syntax.Modifiers) : Accessibility.Private;
        property.Static = syntax.Modifiers.Has(Modifiers.Static);
        property.DeclaredRefKind = typeSyntax is RefTypeSyntax byRef ? byRef.IsReadOnly ? RefKind.In : RefKind.Ref : RefKind.None;
        if (expression is not null)
        {
            property.DeclaredGetter = Accessor(declaration, property, AccessorKind.Get, syntax.Modifiers, ModifierList.Empty, true, span);
            property.DeclaredGetter.ExplicitImplementation = implemented?.Getter;
            declaration.Bodies.Add((property.DeclaredGetter, null, expression, syntax));
        }

        foreach (var accessor in accessors)
        {
            bool hasBody = accessor.Body is not null || accessor.ExpressionBody is not null;
            var method = Accessor(declaration, property, accessor.Kind, syntax.Modifiers, accessor.Modifiers, hasBody || isAutomatic, span);
            Annotate(method, AttributeTargets.Method, accessor.AttributeLists);
            if (accessor.Kind == AccessorKind.Get)
            {
                property.DeclaredGetter = method;
                method.ExplicitImplementation = implemented?.Getter;
            }
            else
            {
                property.DeclaredSetter = method;
                method.ExplicitImplementation = implemented?.Setter;
            }

            if (hasBody)
                declaration.Bodies.Add((method, accessor.Body, accessor.ExpressionBody, syntax));
            else if (isAutomatic)
                method.Synthesized = SynthesizedBody.AutoAccessor;
        }
    }

    private SourceMethodSymbol Accessor(
        TypeDeclaration declaration,
        SourcePropertySymbol property,
        AccessorKind kind,
        ModifierList modifiers,
        ModifierList own,
        bool hasBody,
        TextSpan span)
    {
        bool isGetter = kind == AccessorKind.Get;
        int dot = property.Name.LastIndexOf('.') + 1;
        var method = new SourceMethodSymbol(property.Name[..dot] + (isGetter ? "get_" : "set_") + property.Name[dot..], isGetter ? MethodKind.PropertyGet : MethodKind.PropertySet, declaration.Symbol)
        {
            Associated = property,
            InitOnly = kind == AccessorKind.Init,
            DeclaredReturnType = isGetter ? property.Type : BuiltIn.Void,
            DeclaredReturnRefKind = isGetter ? property.DeclaredRefKind : RefKind.None,
            DeclaredParameters = isGetter
                ? [.. property.Parameters.Select(p => Again(p))]
                : [.. property.Parameters.Select(p => Again(p)), new ParameterSymbol("value", property.Type, property.Parameters.Length)],
        };
        ApplyModifiers(method, declaration, modifiers, hasBody, span);
        method.DeclaredAccessibility = AccessibilityOf(own, property.DeclaredAccessibility);
        return method;
    }

    private static ParameterSymbol Again(ParameterSymbol p) => new(p.Name, p.Type, p.Ordinal, p.RefKind) { IsParams = p.IsParams, IsOptional = p.IsOptional, DefaultValue = p.DefaultValue };
}
