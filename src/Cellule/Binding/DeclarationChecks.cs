using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;
using Modifiers = Cellule.Syntax.Modifiers;

namespace Cellule.Binding;

/// <summary>What is wrong with a declaration in itself: said once its type has all its members.</summary>
internal sealed partial class Binder
{
    private static readonly (string Left, string Right)[] OperatorPairs =
        [("op_Equality", "op_Inequality"), ("op_LessThan", "op_GreaterThan"), ("op_LessThanOrEqual", "op_GreaterThanOrEqual"), ("op_True", "op_False")];

    private void CheckDeclaration(TypeDeclaration declaration)
    {
        var type = declaration.Symbol;
        foreach (var syntax in declaration.Parts.OfType<TypeDeclarationSyntax>().SelectMany(p => p.Members).OfType<ModifiedMemberSyntax>())
        {
            CheckModifiers(syntax);
            CheckMember(declaration, syntax);
        }

        CheckOperatorPairs(declaration);
        bool hasInitializers = declaration.Initializers.Any(i => !i.Field.IsStatic);
        if (type.TypeKind == TypeKind.Struct && hasInitializers && !type.Constructors.Any(c => !c.IsStatic))
            _diagnostics.StructNeedsConstructor(declaration.First.Identifier.Span);
    }

    private void CheckModifiers(ModifiedMemberSyntax syntax)
    {
        var access = syntax.Modifiers.Tokens.Where(t => t.Kind is TokenKind.PublicKeyword or TokenKind.PrivateKeyword or TokenKind.ProtectedKeyword or TokenKind.InternalKeyword).ToList();
        bool isPair = access.Count == 2 && syntax.Modifiers.Has(Modifiers.Protected) && !syntax.Modifiers.Has(Modifiers.Public);
        if (access.Count > 1 && !isPair)
            _diagnostics.SeveralAccessModifiers(NameSpanOf(syntax) ?? access[1].Span);
    }

    private static TextSpan? NameSpanOf(ModifiedMemberSyntax syntax) => syntax switch
    {
        FieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.Span,
        MethodDeclarationSyntax method => method.Identifier.Span,
        PropertyDeclarationSyntax property => property.Identifier.Span,
        _ => null,
    };

    private void CheckMember(TypeDeclaration declaration, ModifiedMemberSyntax syntax)
    {
        var type = declaration.Symbol;
        switch (syntax)
        {
            case FieldDeclarationSyntax field:
                foreach (var variable in field.Declaration.Variables)
                {
                    CheckName(declaration, variable.Identifier);
                    if (type.IsInterface && !field.Modifiers.Has(Modifiers.Static) && !field.Modifiers.Has(Modifiers.Const))
                        _diagnostics.FieldInInterface(variable.Identifier.Span);
                    if (type.TypeKind == TypeKind.Struct && !field.Modifiers.Has(Modifiers.Static) && type.GetMembers(variable.Identifier.ValueText).OfType<FieldSymbol>().Any(f => Contains(f.Type, type, 0)))
                        _diagnostics.StructCycle(variable.Identifier.Span, variable.Identifier.ValueText);
                }

                break;
            case MethodDeclarationSyntax method:
                CheckName(declaration, method.Identifier);
                CheckVirtual(declaration, method, method.Identifier);
                break;
            case PropertyDeclarationSyntax property:
                CheckName(declaration, property.Identifier);
                CheckVirtual(declaration, property, property.Identifier);
                break;
            case ConstructorDeclarationSyntax constructor when type.Static && !constructor.Modifiers.Has(Modifiers.Static):
                _diagnostics.ConstructorInStaticClass(constructor.Identifier.Span);
                break;
        }
    }

    private void CheckName(TypeDeclaration declaration, SyntaxToken identifier)
    {
        if (identifier.ValueText == declaration.Symbol.Name && !declaration.Symbol.IsInterface)
            _diagnostics.MemberNamedAsType(identifier.Span, identifier.ValueText);
    }

    private void CheckVirtual(TypeDeclaration declaration, ModifiedMemberSyntax syntax, SyntaxToken identifier)
    {
        bool isVirtual = syntax.Modifiers.Has(Modifiers.Virtual) || syntax.Modifiers.Has(Modifiers.Abstract) || syntax.Modifiers.Has(Modifiers.Override);
        if (isVirtual && MemberAccessibility(declaration.Symbol, syntax.Modifiers) == Accessibility.Private)
            _diagnostics.PrivateVirtual(identifier.Span, $"{declaration.Symbol.Name}.{identifier.ValueText}");
    }

    // A struct can't hold itself, nor a struct that does.
    private static bool Contains(TypeSymbol type, SourceTypeSymbol wanted, int depth)
    {
        if (ReferenceEquals(type.OriginalDefinition, wanted))
            return true;
        return depth < 16 && type.OriginalDefinition is SourceTypeSymbol { TypeKind: TypeKind.Struct } inner
            && inner.GetMembers().Any(m => m is FieldSymbol { IsStatic: false } field && Contains(field.Type, wanted, depth + 1));
    }

    private void CheckOperatorPairs(TypeDeclaration declaration)
    {
        foreach (var (left, right) in OperatorPairs)
        {
            ReportAlone(left, right);
            ReportAlone(right, left);
        }

        void ReportAlone(string name, string other)
        {
            var type = declaration.Symbol;
            if (type.Record && name is "op_Equality" or "op_Inequality")
                return;
            foreach (var method in type.GetMembers(name).OfType<SourceMethodSymbol>())
            {
                if (!type.GetMembers(other).OfType<MethodSymbol>().Any(m => MemberLookup.SameParameters(m.Parameters, method.Parameters)))
                    _diagnostics.OperatorWithoutMatch(method.NameSpan, OperatorNames.TokenOf(name), OperatorNames.TokenOf(other));
            }
        }
    }

    /// <summary>An operator is its type's own: one of its operands is of it.</summary>
    private void CheckOperator(TypeDeclaration declaration, SourceMethodSymbol method, OperatorDeclarationSyntax syntax)
    {
        if (!syntax.Modifiers.Has(Modifiers.Static) || (!syntax.Modifiers.Has(Modifiers.Public) && !declaration.Symbol.IsInterface))
            _diagnostics.OperatorNotPublicStatic(syntax.OperatorSpan, $"{declaration.Symbol.Name}.operator {syntax.OperatorToken}");
        else if (!declaration.Symbol.IsInterface && !declaration.Symbol.Static && !method.Parameters.Any(p => p.Type.IsError || p.Type.StripNullable().OriginalDefinition == declaration.Symbol))
        {
            if (method.Parameters.Length == 1)
                _diagnostics.UnaryOperand(syntax.OperatorSpan);
            else
                _diagnostics.OperatorOperands(syntax.OperatorSpan);
        }
    }

    private void CheckParameters(ParameterListSyntax list)
    {
        for (int i = 0; i < list.Parameters.Length; i++)
        {
            var parameter = list.Parameters[i];
            if (parameter.IsParams && i < list.Parameters.Length - 1)
                _diagnostics.ParamsNotLast(parameter.Span);
            if (parameter.Default is not null && parameter.RefKind is Syntax.RefKind.Ref or Syntax.RefKind.Out)
                _diagnostics.DefaultOfReference(new TextSpan(parameter.Span.Start, 3));
            if (parameter is { Default: null, IsParams: false, IsThis: false } && list.Parameters.Take(i).Any(p => p.Default is not null) && list.Parameters.Skip(i + 1).All(p => p.Default is not null || p.IsParams))
                _diagnostics.OptionalBeforeRequired(new TextSpan(parameter.Span.End, 1));
        }
    }
}
