using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>Events and their accessors.</summary>
internal sealed partial class Binder
{
    private void DeclareEventFields(TypeDeclaration declaration, EventFieldDeclarationSyntax syntax)
    {
        var type = BindType(syntax.Declaration.Type);
        foreach (var variable in syntax.Declaration.Variables)
        {
            var name = variable.Identifier.ValueText;
            var symbol = new SourceEventSymbol(name, type, declaration.Symbol)
            {
                DeclaredAccessibility = MemberAccessibility(declaration.Symbol, syntax.Modifiers),
                Static = syntax.Modifiers.Has(Modifiers.Static),
            };
            bool isAbstract = syntax.Modifiers.Has(Modifiers.Abstract) || declaration.Symbol.IsInterface;
            if (!isAbstract)
            {
                symbol.DeclaredBackingField = new SourceFieldSymbol(name, type, declaration.Symbol) { Static = symbol.Static };
                if (variable.Initializer is { } value)
                    declaration.Initializers.Add((symbol.DeclaredBackingField, value));
            }

            symbol.DeclaredAdder = EventAccessor(declaration, symbol, MethodKind.EventAdd, syntax.Modifiers, isAbstract ? SynthesizedBody.None : SynthesizedBody.EventAccessor, variable.Identifier.Span);
            symbol.DeclaredRemover = EventAccessor(declaration, symbol, MethodKind.EventRemove, syntax.Modifiers, isAbstract ? SynthesizedBody.None : SynthesizedBody.EventAccessor, variable.Identifier.Span);
            Annotate(symbol, AttributeTargets.Event, syntax.AttributeLists);
            AddMember(declaration, symbol, variable.Identifier.Span);
        }
    }

    private void DeclareEvent(TypeDeclaration declaration, EventDeclarationSyntax syntax)
    {
        var (name, face) = ExplicitName(syntax.ExplicitInterface, syntax.Identifier.ValueText);
        var symbol = new SourceEventSymbol(name, BindType(syntax.Type), declaration.Symbol)
        {
            DeclaredAccessibility = MemberAccessibility(declaration.Symbol, syntax.Modifiers),
            Static = syntax.Modifiers.Has(Modifiers.Static),
        };
        var implemented = face?.GetMembers(syntax.Identifier.ValueText).OfType<EventSymbol>().FirstOrDefault();
        foreach (var accessor in syntax.Accessors)
        {
            bool isAdd = accessor.Kind == AccessorKind.Add;
            var method = EventAccessor(declaration, symbol, isAdd ? MethodKind.EventAdd : MethodKind.EventRemove, syntax.Modifiers, SynthesizedBody.None, syntax.Identifier.Span, hasBody: true);
            method.ExplicitImplementation = isAdd ? implemented?.Adder : implemented?.Remover;
            if (isAdd)
                symbol.DeclaredAdder = method;
            else
                symbol.DeclaredRemover = method;
            declaration.Bodies.Add((method, accessor.Body, accessor.ExpressionBody, syntax));
        }

        AddMember(declaration, symbol, syntax.Identifier.Span);
    }

    private SourceMethodSymbol EventAccessor(TypeDeclaration declaration, SourceEventSymbol symbol, MethodKind kind, ModifierList modifiers, SynthesizedBody body, TextSpan span, bool hasBody = false)
    {
        var method = new SourceMethodSymbol((kind == MethodKind.EventAdd ? "add_" : "remove_") + symbol.Name, kind, declaration.Symbol)
        {
            Associated = symbol,
            Synthesized = body,
            DeclaredParameters = [new ParameterSymbol("value", symbol.Type, 0)],
        };
        ApplyModifiers(method, declaration, modifiers, hasBody || body != SynthesizedBody.None, span);
        return method;
    }
}
