using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>Fields, constants and members of enums.</summary>
internal sealed partial class Binder
{
    private void DeclareFields(TypeDeclaration declaration, FieldDeclarationSyntax syntax)
    {
        var modifiers = syntax.Modifiers;
        if (modifiers.Has(Modifiers.Fixed))
            _diagnostics.Unsupported(syntax.Declaration.Span, "Fixed-size buffers");
        if (syntax.Declaration.Type is RefTypeSyntax)
            _diagnostics.Unsupported(syntax.Declaration.Type.Span, "Ref fields");
        bool isConst = modifiers.Has(Modifiers.Const);
        var type = BindType(syntax.Declaration.Type);
        foreach (var variable in syntax.Declaration.Variables)
        {
            var field = new SourceFieldSymbol(variable.Identifier.ValueText, type, declaration.Symbol)
            {
                DeclaredAccessibility = MemberAccessibility(declaration.Symbol, modifiers),
                Static = isConst || modifiers.Has(Modifiers.Static),
                ReadOnly = modifiers.Has(Modifiers.ReadOnly),
                Const = isConst,
            };
            if (declaration.Symbol.Static && !field.Static)
                _diagnostics.InstanceInStaticClass(variable.Identifier.Span, field.Name);
            AddMember(declaration, field, variable.Identifier.Span);
            Annotate(field, AttributeTargets.Field, syntax.AttributeLists);
            if (isConst)
                field.Constant = LazyConstant(declaration, variable.Identifier.Span, type, variable.Initializer);
            else if (variable.Initializer is { } value)
                declaration.Initializers.Add((field, value));
        }
    }

    /// <summary>A constant is computed when first asked for: it may name later ones.</summary>
    private Func<object?> LazyConstant(TypeDeclaration declaration, TextSpan span, TypeSymbol type, ExpressionSyntax? syntax)
    {
        bool isBusy = false;
        bool isCircular = false;
        bool isKnown = false;
        object? value = null;
        return () =>
        {
            if (isKnown)
                return value;
            if (isBusy)
            {
                if (!isCircular)
                    _diagnostics.CircularConstant(span, _source.ToString(span));
                isCircular = true;
                return value;
            }

            isBusy = true;
            var saved = Push(new Scope(declaration.Scope, declaration.Scope.Body) { IsStatic = true });
            var bound = syntax is null ? null : BindConverted(syntax, type);
            _scope = saved;
            if (bound is BoundLiteral literal)
                value = literal.Value;
            else if (bound is not { HasError: true } && !isCircular)
                _diagnostics.ConstantInitializerExpected(syntax?.Span ?? span, _source.ToString(span));
            isKnown = true;
            return value;
        };
    }

    private void DeclareEnumMembers(TypeDeclaration declaration, EnumDeclarationSyntax syntax)
    {
        var type = declaration.Symbol;
        var underlying = type.EnumUnderlying;
        SourceFieldSymbol? previous = null;
        foreach (var member in syntax.Members)
        {
            var field = new SourceFieldSymbol(member.Identifier.ValueText, type, type) { DeclaredAccessibility = Accessibility.Public, Static = true, Const = true };
            var before = previous;
            if (member.Value is { } value)
            {
                field.Constant = LazyEnumValue(declaration, value);
            }
            else
            {
                field.Constant = () => before?.ConstantValue is { } last
                    ? ConstantFolding.Narrow((Int128)ConstantFolding.ToInt64(last) + 1, underlying.SpecialType, false)
                    : ConstantFolding.Zero(underlying.SpecialType);
            }

            AddMember(declaration, field, member.Identifier.Span);
            Annotate(field, AttributeTargets.Field, member.AttributeLists);
            previous = field;
        }
    }

    private Func<object?> LazyEnumValue(TypeDeclaration declaration, ExpressionSyntax syntax)
    {
        object? value = null;
        bool isBusy = false;
        return () =>
        {
            if (value is not null || isBusy)
                return value;
            isBusy = true;
            var underlying = declaration.Symbol.EnumUnderlying;
            var saved = Push(new Scope(declaration.Scope, declaration.Scope.Body) { IsStatic = true });
            var bound = BindValue(syntax);
            if (!bound.HasError && bound.Type != declaration.Symbol)
                bound = Convert(bound, underlying);
            _scope = saved;
            if (bound is BoundLiteral { Value: { } constant })
                value = ConstantFolding.Convert(constant, underlying.SpecialType, false);
            else if (!bound.HasError)
                _diagnostics.ConstantInitializerExpected(syntax.Span, declaration.Symbol.Name);
            return value ??= ConstantFolding.Zero(underlying.SpecialType);
        };
    }
}
